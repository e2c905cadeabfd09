/** A gzip or zlib stream that stands in the HAR as characters. Where UTF-8 was read the bytes are lost. */
import { binaryString, isBinaryString } from '../binary-string.js'
import type { Decoder } from '../decoder.js'
import { unescaping } from '../escapes.js'
import { bytesOf } from '../text.js'

const MIN = 12
/** What the second byte of a zlib stream is taken for, in Latin-1 and in Windows-1252. */
const LEVELS = [[0xc2, 0x9c], [0xc3, 0x9a], [0xc5, 0x93]] as const

function isMojibake(input: Uint8Array): boolean {
  if (input.length < MIN) return false
  const isGzip = input[0] === 0x1f && isGzipBehind(input)
  const isZlib = input[0] === 0x78 && LEVELS.some(([first, second]) => input[1] === first && input[2] === second)
  return (isGzip || isZlib) && isBinaryString(input)
}

/** What the second byte of a gzip stream is taken for: in Windows-1252 it is `‹`. */
const BEHIND: readonly (readonly number[])[] = [[0xc2, 0x8b], [0xe2, 0x80, 0xb9]]

function isGzipBehind(input: Uint8Array): boolean {
  return BEHIND.some((bytes) => bytes.every((byte, at) => input[1 + at] === byte) && input[1 + bytes.length] === 8)
}

const mojibakeGzip: Decoder = {
  precedence: 1,
  triggers: bytesOf('\xc2\xc3\xc5\xe2'),
  ...unescaping(binaryString, isMojibake),
  examples: [
    { encoded: 'x\x9cUrologie \xc3\xa4', decoded: 'x\ufffdUrologie ä' },
    { encoded: 'xœUrologie Ã¤', decoded: 'x\ufffdUrologie ä' },
  ],
}
export default mojibakeGzip
