/**
 * What consent strings say: the TCF's (IAB Europe, v2), in cookies, storage and `gdpr_consent=`, and Google's `gcs=`
 * (G1 and a digit each for ad_storage and analytics_storage; Google's help on consent mode).
 */
import { TCString } from '@iabtcf/core'
import type { ConsentAt } from '../model.js'

export interface ConsentString {
  readonly kind: 'tcf' | 'google'
  readonly text: string
  /** What it grants: numbers of purposes, or `ad_storage` and `analytics_storage`. */
  readonly granted: readonly string[]
}

const longest = 8_192
/** Of the TCF's core segment, up to the vendors. */
const headBits = 213
/** The same with as many zeros as say that there are no vendors and no restrictions. */
const wholeBytes = 33

/** Undefined where the text is no such string. */
export function readConsentString(text: string): ConsentString | undefined {
  const google = /^G1([01-])([01-])/.exec(text)
  if (google !== null) {
    const granted = [...google[1] === '1' ? ['ad_storage'] : [], ...google[2] === '1' ? ['analytics_storage'] : []]
    return { kind: 'google', text, granted }
  }
  if (text.length > longest || !/^C[\w-]{20,}(\.[\w-]*)*$/.test(text) || !isWhole(text.split('.', 1)[0] ?? '')) return undefined
  try {
    const model = TCString.decode(withoutVendors(text))
    const granted: string[] = []
    for (let purpose = 1; purpose <= 11; purpose += 1) if (model.purposeConsents.has(purpose)) granted.push(`${purpose}`)
    return { kind: 'tcf', text, granted }
  } catch {
    return undefined // looks like one and is none
  }
}

/** Whether a core segment holds the two lists of vendors and the restrictions that it announces. */
function isWhole(core: string): boolean {
  const bytes = Buffer.from(core, 'base64url')
  let at = headBits
  const number = (width: number): number => {
    let value = 0
    for (const end = at + width; at < end; at += 1) value = value * 2 + (((bytes[at >> 3] ?? 0) >> (7 - (at & 7))) & 1)
    return value
  }
  const ranges = (): void => {
    for (let left = number(12); left > 0; left -= 1) number(number(1) === 1 ? 32 : 16)
  }
  for (const _ of ['consent', 'legitimate interest']) {
    const highest = number(16)
    if (number(1) === 1) ranges()
    else at += highest
  }
  for (let left = number(12); left > 0; left -= 1) {
    at += 8
    ranges()
  }
  return at <= core.length * 6
}

/** Ranges of vendors are decoded one vendor at a time, and 8 KB can name 100 million of them. */
function withoutVendors(text: string): string {
  const whole = Buffer.alloc(wholeBytes)
  Buffer.from(text.slice(0, Math.ceil(headBits / 6)), 'base64url').copy(whole)
  const last = headBits >> 3
  whole[last] = (whole[last] ?? 0) & ~(0xff >> (headBits & 7))
  return whole.toString('base64url')
}

/** Of one address; the first of each parameter that may carry one. */
export function consentStringsOf(url: string): readonly ConsentString[] {
  if (!/[?&;](gdpr_consent|tcfString|tcString|euconsent|gcs)=/i.test(url)) return []
  const found = [...url.matchAll(/[?&;](?:gdpr_consent|tcfString|tcString|euconsent|gcs)=([^&;#]{4,8192})/gi)].slice(0, 4)
  return found.flatMap(([, text = '']) => readConsentString(text) ?? [])
}

/** A request that carries a consent string. */
export interface ConsentSignal {
  readonly url: string
  /** Wall milliseconds. */
  readonly at: number
  readonly string: ConsentString
  /** Cookies went with it, or came back. */
  readonly cookies: boolean
}

/** One sentence for each request that its own consent string, or the choice that stood, contradicts; at most `most`. */
export function contradictionsOf(
  signals: readonly ConsentSignal[], timeline: readonly { readonly at: string; readonly state: ConsentAt | 'unknown' }[], most = 20,
): readonly string[] {
  const stood = (at: number): ConsentAt | 'unknown' | undefined => timeline.findLast((each) => Date.parse(each.at) <= at)?.state
  const sentences = signals.flatMap(({ url, at, string, cookies }): readonly string[] => {
    const to = url.replace(/[?#].*$/s, '')
    const choice = stood(at)
    const refused = choice === 'rejected' || choice === 'withdrawn'
    if (refused && string.granted.length > 0) {
      const what = string.kind === 'tcf' ? `purposes ${string.granted.join(', ')}` : string.granted.join(' and ')
      return [`The request to ${to} says that consent was given (${what}), while the choice was "${choice}".`]
    }
    if (string.kind === 'tcf' && !string.granted.includes('1') && cookies) {
      return [`The request to ${to} says that storing on the device (purpose 1) was denied, and carries cookies.`]
    }
    return []
  })
  return [...new Set(sentences)].slice(0, most)
}
