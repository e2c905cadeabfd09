/**
 * An invented visitor: the values that a flow types in, and the addresses it comes from.
 */
import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { TattleError, toMessage } from './errors.js'
import { KINDS, type Kind, type MatchSource, type Term } from './model.js'

export interface Persona {
  readonly id: string
  /** BCP 47. */
  readonly locale: string
  readonly values: Readonly<Partial<Record<Kind, readonly string[]>>>
  /** Values that a control walk plants in their place, of which the site must offer those that are chosen. */
  readonly control?: Readonly<Partial<Record<Kind, readonly string[]>>>
}

/** The id of a persona that nobody wrote: the values that a test was seen to type in. */
export const TYPED_PERSONA = 'typed'

/** Kinds that a persona can plant. The others are found by signature or behaviour. */
export const PLANTABLE: readonly Kind[] = KINDS.filter((kind) => !kind.startsWith('identifier.') && kind !== 'opaque')

/** As in persona.schema.json. */
const MEMBERS: readonly string[] = ['$schema', 'id', 'locale', 'values', 'control']

/** Reads a persona file. Throws `persona-invalid` with a sentence that names the file and the place. */
export function readPersona(file: string): Persona {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (cause) {
    throw new TattleError('persona-invalid', `The persona file ${file} cannot be read (${toMessage(cause)}); give --persona the path of a JSON file.`, { cause })
  }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (cause) {
    throw new TattleError('persona-invalid', `The persona file ${file} is not JSON (${toMessage(cause)}).`, { cause })
  }
  return toPersona(json, file)
}

/** Checks the shape of a persona. `where` names its origin in the sentence of the error. */
export function toPersona(json: unknown, where: string): Persona {
  const fail = (what: string): never => {
    throw new TattleError('persona-invalid', `The persona in ${where} ${what}.`)
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return fail('must be a JSON object with "id", "locale" and "values"')
  const unknown = Object.keys(json).find((name) => !MEMBERS.includes(name))
  if (unknown !== undefined) return fail(`has "${unknown}", which no persona has; it may have ${MEMBERS.join(', ')}`)
  const { id, locale, values, control } = json as Record<string, unknown>
  if (typeof id !== 'string' || !/^[\w.-]{1,100}$/.test(id)) return fail('needs an "id" of letters, digits, dots and dashes')
  if (typeof locale !== 'string' || locale === '') return fail('needs a "locale" such as "de-DE"')
  const given = toValues(values, 'values', fail)
  return { id, locale, values: given, ...(control === undefined ? {} : { control: toValues(control, 'control', fail) }) }
}

function toValues(values: unknown, name: string, fail: (what: string) => never): Persona['values'] {
  if (typeof values !== 'object' || values === null || Array.isArray(values)) return fail(`needs "${name}": an object of kind → list of texts`)
  const known: Partial<Record<Kind, readonly string[]>> = {}
  for (const [kind, list] of Object.entries(values)) {
    if (!(PLANTABLE as readonly string[]).includes(kind)) return fail(`has a kind "${kind}" that nothing can plant; kinds are ${PLANTABLE.join(', ')}`)
    if (!Array.isArray(list) || !list.every((value) => typeof value === 'string' && value.trim() !== '')) {
      return fail(`has something else than a list of non-empty texts under "${kind}"`)
    }
    const odd = kind === 'network.ip' ? list.find((value) => isIP(value as string) === 0) as string | undefined : undefined
    if (odd !== undefined) return fail(`has "${odd}" under "network.ip", which is no IPv4 or IPv6 address`)
    known[kind as Kind] = list as string[]
  }
  return known
}

/** The terms to look for: the persona's values and further `kind=text` pairs, numbered within their kind. */
export function toTerms(persona: Persona | null, extra: readonly { kind: Kind; value: string; source: MatchSource }[] = []): Term[] {
  const terms: Term[] = []
  const count = new Map<Kind, number>()
  const add = (kind: Kind, value: string, source: MatchSource): void => {
    if (terms.some((term) => term.kind === kind && term.value === value)) return
    const ordinal = count.get(kind) ?? 0
    count.set(kind, ordinal + 1)
    terms.push({ id: `${kind}#${ordinal}`, kind, value, source, ordinal })
  }
  const source: MatchSource = persona?.id === TYPED_PERSONA ? 'typed' : 'persona'
  if (persona) for (const [kind, values] of Object.entries(persona.values)) for (const value of values) add(kind as Kind, value, source)
  for (const { kind, value, source: origin } of extra) add(kind, value, origin)
  return terms
}

/** Reads `kind=text` as `--value` takes it. Throws `usage`. */
export function toValue(text: string): { kind: Kind; value: string; source: MatchSource } {
  const at = text.indexOf('=')
  const kind = text.slice(0, at) as Kind
  const value = text.slice(at + 1).trim()
  if (at < 1 || value === '' || !PLANTABLE.includes(kind)) {
    throw new TattleError('usage', `--value takes kind=text, as in --value "health.search=Urologie"; "${text}" is not that. Kinds: ${PLANTABLE.join(', ')}.`)
  }
  if (kind === 'network.ip' && isIP(value) === 0) throw new TattleError('usage', `--value network.ip takes an IPv4 or IPv6 address; "${value}" is none.`)
  return { kind, value, source: 'persona' }
}
