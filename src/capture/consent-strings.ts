/**
 * What consent strings say: the TCF's (IAB Europe, v2), in cookies, storage, `gdpr_consent=` and the sections of `gpp=`, and
 * Google's `gcs=` and `gcd=`.
 */
import { TCString } from '@iabtcf/core'
import { readConsentMode, type ConsentMode } from '../consent-mode.js'
import { siteOf } from '../exchange/site.js'
import type { RecordedBy } from '../model.js'
import { createChoiceAt, type Choice } from './choice.js'

export interface ConsentString {
  readonly kind: 'tcf' | 'google'
  readonly text: string
  /** What it grants: numbers of purposes, or `ad_storage`, `analytics_storage` and Google's other signals. */
  readonly granted: readonly string[]
}

const longest = 8_192
/** Of the TCF's core segment, up to the vendors. */
const headBits = 213
/** The same with as many zeros as say that there are no vendors and no restrictions. */
const wholeBytes = 33

/** Undefined where the text is no such string. */
export function readConsentString(text: string): ConsentString | undefined {
  const google = /^G1/.test(text) ? readConsentMode(text) : undefined
  if (google !== undefined) return { kind: 'google', text, granted: grantedIn(google) }
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

function grantedIn(mode: ConsentMode): string[] {
  return Object.entries(mode).filter(([, state]) => state === 'granted').map(([signal]) => signal)
}

const carriers = /[?&;](?:gdpr_?consent(?:_\d+)?|tc_?string|tcf_?string|euconsent(?:-v2)?|gpp|gcs|gcd)=/i
const carried = new RegExp(`${carriers.source.replace('(?:', '(')}([^&;#]{4,8192})`, 'gi')

/** Of one address, of each kind one: of the strings that Google's tags send, what they grant together. */
export function consentStringsOf(url: string): readonly ConsentString[] {
  if (!carriers.test(url)) return []
  const found = [...url.matchAll(carried)].slice(0, 8).flatMap(([, name = '', text = '']): readonly ConsentString[] => {
    const google = /^gc[sd]$/i.test(name) ? readConsentMode(text) : undefined
    if (google !== undefined) return Object.keys(google).length === 0 ? [] : [{ kind: 'google', text, granted: grantedIn(google) }]
    // A section of the TCF in the platform's string begins as the TCF's own does, for both are of version 2.
    return text.split(/~|%7e/i).slice(0, 20).flatMap((section) => readConsentString(section) ?? [])
  })
  const ofGoogle = found.filter(({ kind }) => kind === 'google')
  const together = { kind: 'google', text: ofGoogle[0]?.text ?? '', granted: [...new Set(ofGoogle.flatMap(({ granted }) => granted))] } as const
  return [...found.filter(({ kind }) => kind === 'tcf'), ...ofGoogle.length === 0 ? [] : [together]]
}

/** A request that carries a consent string. */
export interface ConsentSignal {
  readonly url: string
  /** Wall milliseconds. */
  readonly at: number
  readonly string: ConsentString
  /** Cookies went with it, or came back. */
  readonly cookies: boolean
  /** URL of the page that asked, where it is known. */
  readonly page?: string | undefined
  /** Whose clock that is. */
  readonly toldBy?: RecordedBy
}

/** One sentence for each request that its own consent string, or the choice that stood, contradicts; at most `most`. */
export function contradictionsOf(
  signals: readonly ConsentSignal[], timeline: readonly Choice[], most = 20,
): readonly string[] {
  const choiceAt = createChoiceAt(timeline)
  const sentences = signals.flatMap(({ url, at, string, cookies, page, toldBy }): readonly string[] => {
    const to = url.replace(/[?#].*$/s, '')
    const choice = choiceAt(at, siteOf(page), toldBy)
    const what = string.kind === 'tcf' ? `purposes ${string.granted.join(', ')}` : string.granted.join(' and ')
    const claims = `The request to ${to} says that consent was given (${what})`
    if (string.granted.length > 0 && (choice === 'rejected' || choice === 'withdrawn')) return [`${claims}, while the choice was "${choice}".`]
    if (string.granted.length > 0 && choice === 'before-choice') return [`${claims}, before any choice was made.`]
    if (string.kind === 'tcf' && !string.granted.includes('1') && cookies) {
      return [`The request to ${to} says that storing on the device (purpose 1) was denied, and carries cookies.`]
    }
    return []
  })
  return [...new Set(sentences)].slice(0, most)
}
