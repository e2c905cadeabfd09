/** What JSON.stringify() makes of a Uint8Array: an object whose names count its bytes, `{"0":85,"1":114,…}`. */
import { addCode, codeAt, createCodes, decodeCodes, FEWEST_CODES, type Codes } from '../code-list.js'
import type { Decoder } from '../decoder.js'
import { createEmitter } from '../runs.js'
import { bytesOf } from '../text.js'

const FIRST = Buffer.from('{"0":')
const CLOSING = 0x7d
const COMMA = 0x2c

function nextArray(input: Uint8Array, from: number): number {
  return Buffer.from(input.buffer, input.byteOffset, input.length).indexOf(FIRST, from)
}

/** The numbers of the object at `at`, as far as its names go on counting; `end` is behind its brace. */
function membersAt(input: Uint8Array, at: number): { readonly codes: Codes; readonly end: number } {
  const codes = createCodes()
  const none = createCodes()
  for (let from = at + 1; ; from++) {
    for (const byte of Buffer.from(`"${codes.starts.length}":`)) if (input[from++] !== byte) return { codes: none, end: from }
    const code = codeAt(input, from)
    if (!code) return { codes: none, end: from }
    addCode(codes, code)
    from = code.end
    if (input[from] === CLOSING) return { codes, end: from + 1 }
    if (input[from] !== COMMA) return { codes: none, end: from }
  }
}

const typedArray: Decoder = {
  triggers: bytesOf('{'),
  gate: (input) => input.length > FEWEST_CODES && nextArray(input, 0) >= 0,
  decode(input, emit, limit, refuse) {
    const put = createEmitter(emit, limit, refuse)
    for (let start = nextArray(input, 0); start >= 0; ) {
      const { codes, end } = membersAt(input, start)
      const [decoded] = decodeCodes(codes)
      if (decoded && !put(decoded.bytes, start, end)) return
      start = nextArray(input, end)
    }
  },
  examples: [{ encoded: '{"d":{"0":85,"1":114,"2":111,"3":108,"4":195,"5":182}}', decoded: 'Urolö' }],
}
export default typedArray
