/**
 * Uuencoded lines (POSIX, uuencode): a character for the number of bytes, then four characters for three of them. A
 * value that is nothing else, with or without the line before and the `end` behind.
 */
import type { Decoder } from '../decoder.js'
import { isPlausible } from '../plausible.js'
import { createEmitter } from '../runs.js'
import { isText } from '../text.js'

const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d
const FIRST = 0x20
const LAST = 0x60
/** Bytes of the shortest that is believed by its text alone. */
const MIN = 6
const MIN_BINARY = 16
const BEGIN = Buffer.from('begin ')

interface Line {
  readonly start: number
  readonly size: number
}

/** Six bits. */
const valueOf = (byte: number | undefined): number => ((byte ?? FIRST) - FIRST) & 63

/** The line at `at` and what follows it, undefined where it has not its length. Blanks at its end may lack. */
function lineAt(input: Uint8Array, at: number): { readonly line: Line; readonly next: number } | undefined {
  const size = valueOf(input[at])
  const full = at + 1 + Math.ceil(size / 3) * 4
  let end = at
  while (end < input.length && end < full && input[end]! >= FIRST && input[end]! <= LAST) end++
  if (end < at + 1 + Math.ceil((size * 4) / 3)) return undefined
  if (input[end] === CARRIAGE_RETURN) end++
  if (end < input.length && input[end] !== LINE_FEED) return undefined
  return { line: { start: at, size }, next: Math.min(end + 1, input.length) }
}

const hasHeader = (input: Uint8Array): boolean => BEGIN.every((byte, index) => input[index] === byte)

/** All lines of data, undefined where the value has others. */
function linesOf(input: Uint8Array): Line[] | undefined {
  const lines: Line[] = []
  let at = 0
  if (hasHeader(input)) at = input.indexOf(LINE_FEED) + 1
  while (at < input.length) {
    const found = lineAt(input, at)
    if (!found) return undefined
    if (found.line.size === 0) break
    lines.push(found.line)
    at = found.next
  }
  return lines.length > 0 ? lines : undefined
}

function toBytes(input: Uint8Array, lines: readonly Line[]): Uint8Array {
  const bytes = new Uint8Array(lines.reduce((sum, { size }) => sum + size, 0))
  let to = 0
  for (const { start, size } of lines) {
    for (let index = 0; index < size; index++) {
      const at = start + 1 + Math.floor(index / 3) * 4 + (index % 3)
      bytes[to++] = (valueOf(input[at]) << (2 + 2 * (index % 3))) | (valueOf(input[at + 1]) >> (4 - 2 * (index % 3)))
    }
  }
  return bytes
}

const uuencode: Decoder = {
  gate: (input) => input.length > MIN && (hasHeader(input) || lineAt(input, 0) !== undefined),
  decode(input, emit, limit, refuse) {
    const lines = linesOf(input)
    const bytes = lines && toBytes(input, lines)
    if (!bytes || bytes.length < MIN) return
    if (bytes.length < MIN_BINARY ? !isText(bytes) : !isPlausible(bytes)) return
    createEmitter(emit, limit, refuse)(bytes, 0, input.length)
  },
  examples: [
    { encoded: '(57)O;&]G:64 \n', decoded: 'Urologie' },
    { encoded: "begin 644 q\n/0FQA<V5N<V-H=\\.D8VAE\n`\nend\n", decoded: 'Blasenschwäche' },
  ],
}
export default uuencode
