/**
 * What a request says of consent in its own fields: the TCF's string (IAB Europe, v2: a bit for each purpose, from bit 152
 * of the core segment on) and Google's `gcs` and `gcd`.
 */
import { readConsentMode } from '../consent-mode.js'
import type { Category, Field } from '../model.js'

/** What is consented to; purposes as the TCF numbers them. */
export type ConsentClaim =
  | {
    readonly kind: 'tcf'
    readonly purposes: readonly number[]
    /** The visitor was not asked for purpose 1, because the publisher's country asks for it otherwise ("PurposeOneTreatment"). */
    readonly unasked?: true
  }
  | { readonly kind: 'google'; readonly ads: boolean; readonly analytics: boolean }

const NAMES = /^(?:gdpr_consent(?:_\d+)?|tcf_?string|tc_?string|euconsent(?:-v2)?|gcs|gcd)$/i
const FIRST_PURPOSE = 152
const PURPOSES = 24
/** Behind the purposes stand as many of legitimate interest. */
const PURPOSE_ONE_TREATMENT = FIRST_PURPOSE + 2 * PURPOSES
/** "Store and/or access information on a device", and the two of personalised advertising. */
const STORE = 1
const PROFILES = [3, 4]
const ADVERTISING: readonly Category[] = ['advertising', 'social', 'customer-data']

/** The first in these fields; undefined where there is none, or where it is said that the GDPR does not apply. */
export function claimIn(fields: readonly Field[]): ConsentClaim | undefined {
  if (fields.some(({ name, value }) => value.length === 1 && value[0] === 0x30 && name.toLowerCase() === 'gdpr')) return undefined
  for (const { name, value } of fields) {
    if (name.length > 20 || !NAMES.test(name)) continue
    const claim = toClaim(Buffer.from(value.subarray(0, 8_192)).toString('latin1'))
    if (claim !== undefined) return claim
  }
  return undefined
}

/** Undefined where the text is no such string. */
export function toClaim(text: string): ConsentClaim | undefined {
  const { ad_storage: ads, analytics_storage: analytics } = readConsentMode(text) ?? {}
  if (ads !== undefined && analytics !== undefined) return { kind: 'google', ads: ads === 'granted', analytics: analytics === 'granted' }
  if (!/^C[\w-]{29,}(?:\.[\w-]*)*$/.test(text)) return undefined
  const core = Buffer.from(text.split('.', 1)[0] ?? '', 'base64url')
  const isSet = (bit: number): boolean => ((core[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0
  const purposes: number[] = []
  for (let at = 0; at < PURPOSES; at++) if (isSet(FIRST_PURPOSE + at)) purposes.push(at + 1)
  return { kind: 'tcf', purposes, ...isSet(PURPOSE_ONE_TREATMENT) && { unasked: true } }
}

/** Whether what such a recipient receives contradicts the claim that came with it. */
export function denies(claim: ConsentClaim, category: Category): boolean {
  const isForAds = ADVERTISING.includes(category)
  if (claim.kind === 'google') return isForAds ? !claim.ads : !claim.analytics
  const isStoreDenied = !claim.purposes.includes(STORE) && claim.unasked !== true
  return isStoreDenied || (isForAds && !PROFILES.some((purpose) => claim.purposes.includes(purpose)))
}

export function grantsAnything(claim: ConsentClaim): boolean {
  return claim.kind === 'google' ? claim.ads || claim.analytics : claim.purposes.length > 0
}
