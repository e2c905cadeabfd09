/**
 * LZ-string, the LZW of sites that keep state in a URL: its base64 and URI alphabets as tokens; as whole values its
 * UTF-16 forms (15 bits a character, from U+0020 on, or all 16, of which those get through that hold no half of a pair)
 * and its bytes.
 */
import type { Decoder } from '../decoder.js'
import { decompressLz, mayBeLz, wholeSources, type Source } from '../structure/lz-string.js'
import { ALPHANUMERIC_CHARACTERS, createEmitter, nextToken, runEnd, TOKEN_TRIGGERS, valuesOf, type Put } from '../runs.js'
import { byteSet, HIGH_BYTES } from '../text.js'

const CHARACTERS = ALPHANUMERIC_CHARACTERS + '+/'
const TOKEN_BYTES = byteSet(CHARACTERS + '-')
const VALUES = valuesOf(CHARACTERS)
const HYPHEN = 0x2d
const SLASH = 0x2f
const MIN = 8

function tokenSource(input: Uint8Array, start: number, end: number): Source {
  return {
    width: 6,
    length: end - start,
    at: (index) => (input[start + index] === HYPHEN ? 63 : VALUES[input[start + index]!]!),
  }
}

function emptyToUndefined(result: ReturnType<typeof decompressLz>, refuse?: () => void): Uint8Array | undefined {
  if (result !== 'refused') return result && new Uint8Array(Buffer.from(result.text))
  refuse?.()
  return undefined
}

/** So many pieces between slashes are tried together: a path has more only where it is no one's data. */
const MOST_PIECES = 12

/**
 * Emits what a run stands for: as a whole, or what stands between its slashes, which may be those of a path or digits of
 * the encoding, the longest stretch of pieces first. False where the limit was reached.
 */
function readRun(input: Uint8Array, start: number, end: number, limit: number, put: Put, refuse?: () => void): boolean {
  const borders = [start]
  for (let at = start; at < end; at++) if (input[at] === SLASH) borders.push(at + 1)
  borders.push(end + 1)
  for (let first = 0; first + 1 < borders.length; first++) {
    const from = borders[first]!
    const furthest = first === 0 ? borders.length - 1 : Math.min(first + MOST_PIECES, borders.length - 1)
    for (let last = furthest; last > first; last--) {
      if (first === 0 && last < furthest && last > MOST_PIECES) continue
      const to = borders[last]! - 1
      if (to - from < MIN) continue
      const bytes = emptyToUndefined(decompressLz(tokenSource(input, from, to), limit), refuse)
      if (!bytes) continue
      if (!put(bytes, from, to)) return false
      first = last - 1
      break
    }
  }
  return true
}

const lzString: Decoder = {
  inflates: true,
  triggers: new Uint8Array([...TOKEN_TRIGGERS, ...HIGH_BYTES]),
  gate: (input) => nextToken(input, TOKEN_BYTES, MIN) >= 0 || mayBeLz(input),
  decode(input, emit, limit, refuse) {
    const put = createEmitter(emit, limit, refuse)
    for (let start = nextToken(input, TOKEN_BYTES, MIN); start >= 0; ) {
      const end = runEnd(input, TOKEN_BYTES, start)
      if (!readRun(input, start, end, limit, put, refuse)) return
      start = nextToken(input, TOKEN_BYTES, MIN, end)
    }
    for (const source of wholeSources(input)) {
      const bytes = emptyToUndefined(decompressLz(source, limit), refuse)
      if (bytes) return void put(bytes, 0, input.length)
    }
  },
  examples: [
    { encoded: 'state=BIUwNmD2A0AEDukBOYAmBCIA', decoded: 'Hello, world!' },
    { encoded: '/s/BIUwNmD2A0AEDukBOYAmBCIA/y', decoded: 'Hello, world!' },
    { encoded: '/x/EIGwhgzgpgBACgJzADwJYRgWTAOx/JNDAVQQHsQyBzVKIA/y', decoded: 'Blase Praxis Mann Praxis Urologie' },
    { encoded: Buffer.from('BIUwNmD2A0AEDukBOYAmBCIA', 'base64'), decoded: 'Hello, world!' },
  ],
}
export default lzString
