/**
 * The stretch of a field that carried a value, with a little of what stands around it. Cookies and headers hold secrets
 * of others beside the value, so there only the value itself is kept; elsewhere what stands behind the name of a secret
 * is left out, and the password of an address.
 */
import type { Field } from '../model.js'

const AROUND = 40
const LONGEST = 240
/** Looked through for secrets on either side: one may begin or end beyond what is kept. */
const WIDE = 240
/** A name, `=` or `:`, quotes of any kind, and the value: in queries, JSON and JSON in strings, plain and encoded. */
const SECRET =
  /((?:passw|passphrase|passcode|pwd|kennwort|mot_?de_?passe|secret|token|api_?key|csrf|xsrf)[\w-]*(?:\]|%(?:25)*5D)?(?:\\*["']|%(?:25)*22)?\s*(?:[=:]|%(?:25)*3[AD])\s*(?:\\*["']|%(?:25)*22)?)((?:[^"'&,;\s}\\%]|%(?!(?:25)*(?:22|26|2C|3B|7D)))+)/gi

/** The password of an address (`https://user:password@host`), where the value is its user name, or stands behind it. */
const PASSWORD = String.raw`((?:[^\s/?#"'\\@%]|%(?!(?:25)*(?:2F|3F|23|22|40)))+)(?=@|%(?:25)*40)`
const BEHIND_USER = new RegExp(String.raw`^((?::|%(?:25)*3A))${PASSWORD}`, 'i')
const IN_ADDRESS = new RegExp(String.raw`((?::\/\/|%(?:25)*3A%(?:25)*2F%(?:25)*2F)(?:[^\s/?#"'@:%]|%(?!(?:25)*(?:2F|3F|23|22|3A)))*(?::|%(?:25)*3A))${PASSWORD}`, 'gi')

/** Text of at most some 320 characters; bytes that are no UTF-8 become U+FFFD; `…` where something was left out. */
export function excerptOf(field: Field, start: number, end: number): string {
  const isPassword = field.part === 'host' && field.name === 'password'
  const secretive = field.part === 'cookie' || field.part === 'header' || isPassword
  const from = secretive ? start : Math.max(0, start - AROUND)
  const shown = Math.min(end, start + LONGEST)
  const to = shown < end || secretive ? shown : Math.min(field.value.length, end + AROUND)
  const text = secretive ? textOf(field, from, to) : withoutSecrets(field, from, start, shown, to)
  return `${from > 0 ? '…' : ''}${text}${to < field.value.length ? '…' : ''}`
}

function textOf({ value }: Field, from: number, to: number): string {
  return Buffer.from(value.buffer, value.byteOffset + from, to - from).toString('utf8')
}

/** The value itself, `[start, end)`, stays as it is. */
function withoutSecrets(field: Field, from: number, start: number, end: number, to: number): string {
  const before = textOf(field, Math.max(0, start - WIDE), start)
  const behind = textOf(field, end, to < end + AROUND ? to : Math.min(field.value.length, end + WIDE))
  const masked = (text: string): string => text.replace(SECRET, '$1…').replace(IN_ADDRESS, '$1…')
  const shown = [masked(before), masked(behind.replace(BEHIND_USER, '$1…'))]
  return [
    shown[0] === before ? textOf(field, from, start) : shown[0]!.slice(-AROUND),
    textOf(field, start, end),
    shown[1] === behind ? textOf(field, end, to) : shown[1]!.slice(0, AROUND),
  ].join('')
}
