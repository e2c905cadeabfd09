/**
 * The stretch of a field that carried a value, with a little of what stands around it. Cookies and headers hold secrets
 * of others beside the value, so there only the value itself is kept.
 */
import type { Field } from '../model.js'

const AROUND = 40
const LONGEST = 240

/** Text of at most some 320 characters; bytes that are no UTF-8 become U+FFFD; `…` where something was left out. */
export function excerptOf(field: Field, start: number, end: number): string {
  const secretive = field.part === 'cookie' || field.part === 'header'
  const from = secretive ? start : Math.max(0, start - AROUND)
  const shown = Math.min(end, start + LONGEST)
  const to = shown < end || secretive ? shown : Math.min(field.value.length, end + AROUND)
  const text = Buffer.from(field.value.subarray(from, to)).toString('utf8')
  return `${from > 0 ? '…' : ''}${text}${to < field.value.length ? '…' : ''}`
}
