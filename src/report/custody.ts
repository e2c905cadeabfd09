/** The head of the chain of custody and the fingerprint of the key, as the formats say them. */
import type { Report } from '../model.js'
import { clip, toPlain } from './text.js'

/** `, chain LINK HEAD, key FINGERPRINT`, to follow the date; digests are digests in every language. Empty where none is known. */
export function custodyLine({ custody }: Report): string {
  if (custody === undefined) return ''
  const key = custody.keyFingerprint === null ? '' : `, key ${digest(custody.keyFingerprint)}`
  return `, chain ${custody.link} ${digest(custody.head)}${key}`
}

/** The same by name, for formats that have fields. */
export function custodyFields({ custody }: Report): Readonly<Record<'chainLink' | 'chainHead' | 'keyFingerprint', string>> | null {
  if (custody === undefined) return null
  return { chainLink: String(custody.link), chainHead: digest(custody.head), keyFingerprint: digest(custody.keyFingerprint ?? '') }
}

function digest(text: string): string {
  return clip(toPlain(text), 64)
}
