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
  /** Number of vendors with consent; null where the string does not speak of any. */
  readonly vendors: number | null
}

const longest = 8_192

/** Undefined where the text is no such string. */
export function readConsentString(text: string): ConsentString | undefined {
  const google = /^G1([01-])([01-])/.exec(text)
  if (google !== null) {
    const granted = [...google[1] === '1' ? ['ad_storage'] : [], ...google[2] === '1' ? ['analytics_storage'] : []]
    return { kind: 'google', text, granted, vendors: null }
  }
  if (!/^C[\w-]{20,}(\.[\w-]*)*$/.test(text) || text.length > longest) return undefined
  try {
    const model = TCString.decode(text)
    const granted: string[] = []
    for (let purpose = 1; purpose <= 11; purpose += 1) if (model.purposeConsents.has(purpose)) granted.push(`${purpose}`)
    return { kind: 'tcf', text, granted, vendors: model.vendorConsents.size }
  } catch {
    return undefined // looks like one and is none
  }
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
