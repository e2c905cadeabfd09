/** Canonical JSON (RFC 8785), and digests: what is signed is always these bytes. */
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

/** Throws on what JSON cannot say. */
export function toCanonical(value: unknown): Buffer {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('JSON has no word for this value')
  return Buffer.from(text)
}

/** Whether the bytes are canonical JSON, and so the only way to write what they say. */
export function isCanonical(bytes: Buffer): boolean {
  try {
    return toCanonical(JSON.parse(bytes.toString('utf8'))).equals(bytes)
  } catch {
    return false
  }
}

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}
