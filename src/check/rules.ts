/** Which rule saw a leak, and whether a baseline could have seen it by that rule too. */
import type { LeakRecord } from '../model.js'

/** The rules that a leak rests on, by the names of their files: `vocabulary:de`, `signature:meta-pixel`, `decoder:hex`. */
function rulesOf({ rule, layers, transform }: Pick<LeakRecord, 'rule' | 'layers' | 'transform'>): string[] {
  const named = /^(?:vocabulary|signature):[^#]+/.exec(rule)?.[0]
  const decoders = layers.split('>').filter((layer) => layer !== '').map((layer) => `decoder:${layer}`)
  const transforms = transform.split('>').filter((name) => name !== '').map((name) => `transform:${name}`)
  return [...(named === undefined ? [] : [named]), ...decoders, ...transforms]
}

/**
 * A rule without which a leak would not have been seen and which the baseline's rules lack or have in another form;
 * undefined where there is none, or where the baseline's rules are not on record.
 */
export function newerRule(
  leak: Pick<LeakRecord, 'rule' | 'layers' | 'transform'>,
  now: Readonly<Record<string, string>>, then: Readonly<Record<string, string>> | undefined,
): string | undefined {
  if (then === undefined) return undefined
  return rulesOf(leak).find((name) => Object.hasOwn(now, name) && now[name] !== (Object.hasOwn(then, name) ? then[name] : ''))
}
