/** Header and payload of a JSON Web Token (RFC 7519): two objects in base64url, joined by a dot. */
import { BASE64_BYTES, decodeBase64, locateBase64 } from '../base64.js'
import type { Decoder } from '../decoder.js'
import { createEmitter, runEnd } from '../runs.js'
import { bytesOf, isText } from '../text.js'

const DOT = 0x2e

/** Start of the first `eyJ` (`{"` and a letter) at or after `from` that begins a run. */
function nextObject(input: Uint8Array, from: number): number {
  for (let at = from; at + 2 < input.length; at++) {
    if (input[at] !== 0x65 || input[at + 1] !== 0x79 || input[at + 2] !== 0x4a) continue
    if (at === 0 || BASE64_BYTES[input[at - 1]!] === 0) return at
  }
  return -1
}

/** Calls back with the ranges of header and payload of each token. */
function forEachToken(input: Uint8Array, visit: (header: number, dot: number, end: number) => boolean): void {
  for (let header = nextObject(input, 0); header >= 0; ) {
    const dot = runEnd(input, BASE64_BYTES, header)
    if (input[dot] !== DOT || nextObject(input.subarray(dot + 1, dot + 4), 0) !== 0) {
      header = nextObject(input, dot)
      continue
    }
    const end = runEnd(input, BASE64_BYTES, dot + 1)
    if (!visit(header, dot, end)) return
    header = nextObject(input, end)
  }
}

const jwt: Decoder = {
  triggers: bytesOf('J'),
  precedence: 1,
  gate(input) {
    let found = false
    forEachToken(input, () => !(found = true))
    return found
  },
  decode(input, emit, limit, refuse) {
    const put = createEmitter(emit, limit, refuse)
    forEachToken(input, (header, dot, end) => {
      const claims = decodeBase64(input, dot + 1, end)
      return !isText(claims) || (put(claims, dot + 1, end) && put(decodeBase64(input, header, dot), header, dot))
    })
  },
  locate: (_input, segment, offset) => locateBase64(segment, offset),
  examples: [
    {
      encoded: 'Bearer eyJhbGciOiJIUzI1NiJ9.eyJlbWFpbCI6ImpvZXJnQGV4YW1wbGUub3JnIn0.c2ln',
      decoded: '{"email":"joerg@example.org"}',
    },
    { encoded: 'eyJhbGciOiJIUzI1NiJ9.eyJlbWFpbCI6ImpvZXJnQGV4YW1wbGUub3JnIn0', decoded: '{"alg":"HS256"}' },
  ],
}
export default jwt
