/**
 * Words that stand for values: salted, so that nobody guesses the value from the word, and each with a salt of its own,
 * so that one value can be proved without telling of any other.
 */
import { createHash, createHmac } from 'node:crypto'
import { isIP } from 'node:net'

export interface Opening {
  /** What stands in the redacted bundle. */
  readonly word: string
  readonly salt: string
}

/** 32 hexadecimal digits of SHA-256 over `SALT:KIND=VALUE`; an address becomes one of those reserved for examples. */
export function commit(master: string, kind: string, value: string): Opening {
  const salt = createHmac('sha256', Buffer.from(master, 'hex')).update(`${kind}\0${value}`).digest('hex')
  const digest = createHash('sha256').update(`${salt}:${kind}=${value}`).digest('hex').slice(0, 32)
  return { word: isIP(value) > 0 ? toAddress(digest) : `redacted-${digest}`, salt }
}

/** Within 2001:db8::/32 (RFC 3849): the rest of the address is the beginning of the digest. */
function toAddress(digest: string): string {
  const groups = digest.slice(0, 24).match(/.{4}/g) ?? []
  return `2001:db8:${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}`
}

/** Words in the midst of a text; an address only where it is as long as ours are. */
export const COMMITMENT = /redacted-[0-9a-f]{32}|2001:db8:(?:[0-9a-f]{1,4}:){5}[0-9a-f]{1,4}/g
