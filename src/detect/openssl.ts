/** Digests that Node's OpenSSL makes. */
import { hash } from 'node:crypto'

/**
 * The digest of `value` by the algorithm's name in OpenSSL. By way of a text: a buffer from there is memory of its own,
 * which takes three times as long to make, and to collect.
 */
export function openssl(algorithm: string, value: Uint8Array): Uint8Array {
  return Buffer.from(hash(algorithm, value, 'binary'), 'latin1')
}
