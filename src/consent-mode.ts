/**
 * What Google's tags say of consent in their requests: `gcs` (G1, then a digit for ad_storage and one for analytics_storage;
 * Google's help on consent mode) and `gcd`, which has all four signals. Google documents no `gcd`; a tag manager does, in
 * agreement with the `gcs` that real requests have beside it (`11v1v1l1l5` and G111): consent-mode-in-commanders-act-tms.md in
 * https://github.com/TagCommander/PlatformX.
 */

export type ConsentSignalName = 'ad_storage' | 'analytics_storage' | 'ad_user_data' | 'ad_personalization'
export type ConsentMode = Readonly<Partial<Record<ConsentSignalName, 'granted' | 'denied'>>>

const SIGNALS: readonly ConsentSignalName[] = ['ad_storage', 'analytics_storage', 'ad_user_data', 'ad_personalization']
const GCS = /^G1([01-])([01-])/
/** A version, then each signal between digits; what comes behind the fourth is not consent's. */
const GCD = /^1\d([lmnpqrtuv])\d([lmnpqrtuv])\d([lmnpqrtuv])\d([lmnpqrtuv])(?:\d|$)/i
/** By default, or as the visitor's choice changed it: r was denied at first, u granted. */
const GRANTED = /[nrtv]/i
const DENIED = /[mpqu]/i

/** Signals that nobody set are left out. Undefined where the text is neither. */
export function readConsentMode(text: string): ConsentMode | undefined {
  const found = GCS.exec(text) ?? GCD.exec(text)
  if (found === null) return undefined
  const mode: Partial<Record<ConsentSignalName, 'granted' | 'denied'>> = {}
  found.slice(1).forEach((sign, at) => {
    if (sign === '1' || GRANTED.test(sign)) mode[SIGNALS[at]!] = 'granted'
    else if (sign === '0' || DENIED.test(sign)) mode[SIGNALS[at]!] = 'denied'
  })
  return mode
}
