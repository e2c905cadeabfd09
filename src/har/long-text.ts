/**
 * A string of a JSON document that is too long to be held in memory: its bytes lie in a temporary file, still escaped,
 * and come back as UTF-8 in pieces that overlap, so that what is shorter than the overlap stands whole in one of them.
 */
import { closeSync, readSync, writeSync } from 'node:fs'
import { openNameless } from '../temporary.js'

export interface LongText {
  /** Adds bytes as they stand between the quotes. */
  write(escaped: Uint8Array): void
  /** Each with the place of its first byte in the whole text. A piece is valid until the next is asked for. */
  pieces(): Generator<{ readonly bytes: Buffer; readonly offset: number }>
  close(): void
}

const READ = 256 * 1024
export const PIECE = 1 << 20
export const OVERLAP = 16 * 1024
const BACKSLASH = 0x5c

export function createLongText(): LongText {
  const file = openNameless()
  let size = 0
  let open = true

  /** The text in UTF-8, in runs of any length. */
  function* runs(): Generator<Buffer> {
    const chunk = Buffer.allocUnsafeSlow(READ)
    let kept = 0
    for (let position = 0; position < size;) {
      const count = readSync(file, chunk, kept, Math.min(READ - kept, size - position), position)
      if (count === 0) return
      position += count
      const length = kept + count
      const end = position < size ? wholeUntil(chunk, length) : length
      yield unescaped(chunk.subarray(0, end))
      chunk.copyWithin(0, end, length)
      kept = length - end
    }
  }

  return {
    write(escaped) {
      for (let done = 0; done < escaped.length;) {
        done += writeSync(file, escaped, done, escaped.length - done, size + done)
      }
      size += escaped.length
    },
    * pieces() {
      const piece = Buffer.allocUnsafeSlow(PIECE + 4 * READ)
      let length = 0
      let offset = 0
      let isNew = false
      for (const run of runs()) {
        length += run.copy(piece, length)
        isNew = true
        if (length < PIECE) continue
        yield { bytes: piece.subarray(0, length), offset }
        const from = length - OVERLAP
        piece.copyWithin(0, from, length)
        offset += from
        length = OVERLAP
        isNew = false
      }
      if (isNew) yield { bytes: piece.subarray(0, length), offset }
    },
    close() {
      if (open) closeSync(file)
      open = false
    },
  }
}

/** How many of the bytes can be read by themselves: none of the last escapes and characters is cut. */
function wholeUntil(bytes: Buffer, length: number): number {
  let at = 0
  let pair = false
  for (;;) {
    const slash = bytes.indexOf(BACKSLASH, at)
    if (slash < 0 || slash >= length) break
    const size = bytes[slash + 1] === 0x75 ? 6 : 2
    if (slash + size > length) return pair && slash === at ? at - 6 : slash
    pair = size === 6 && /^d[89ab]/i.test(bytes.toString('latin1', slash + 2, slash + 4))
    at = slash + size
  }
  if (at === length) return pair ? at - 6 : at
  let end = length
  while (end > at && length - end < 3 && (bytes[end - 1]! & 0xc0) === 0x80) end--
  return end > at && bytes[end - 1]! >= 0xc0 ? end - 1 : length
}

/** What is no JSON after all is taken as it stands. */
function unescaped(escaped: Buffer): Buffer {
  if (!escaped.includes(BACKSLASH)) return escaped
  try {
    return Buffer.from(JSON.parse(`"${escaped.toString()}"`) as string)
  } catch {
    return escaped
  }
}
