/**
 * Records of numbers and texts, written one after another into pages of a megabyte; all but the last page lie in a
 * temporary file. A text that comes again and again is written once and then named by a number.
 *
 * A reader must ask for the same things in the same order as they were put. Whoever gives it up calls `close`.
 */
import { closeSync, readSync } from 'node:fs'
import { openNameless, writeBytes } from '../temporary.js'

export interface Pages {
  int(value: number): void
  double(value: number): void
  text(value: string): void
  /** A text that many records have; undefined is kept apart from `''`. */
  shared(value: string | undefined): void
  /** Ends a record; only here does a page end. */
  end(): void
  /** As often as it is asked, each from the first record on. */
  read(): PageReader
  close(): void
}

export interface PageReader {
  /** False behind the last record. */
  next(): boolean
  /** Goes to the end of the record, whatever was read of it. */
  skip(): void
  int(): number
  double(): number
  text(): string
  /** Passes over a text; gives `''`. */
  skipText(): string
  shared(): string | undefined
}

const PAGE = 1 << 20
/** What a page begins with: most captures fill no more, and an archive has thousands. */
const FIRST = 1 << 16
/** Characters of shared texts that are remembered; those after them are written each time. */
const MOST_SHARED = 4 << 20
const ABSENT = -1
const INLINE = -2

export function createPages(): Pages {
  let page = Buffer.allocUnsafeSlow(FIRST)
  /** Where the record begins, whose first four bytes will be its length. */
  let start = 0
  let at = 4
  let file: number | undefined
  const written: number[] = []
  let fileBytes = 0
  const texts: string[] = []
  const numbers = new Map<string, number>()
  let sharedCharacters = 0

  function reserve(bytes: number): void {
    if (at + bytes <= page.length) return
    const larger = Buffer.allocUnsafeSlow(Math.max(page.length * 2, at + bytes))
    page.copy(larger, 0, 0, at)
    page = larger
  }

  function int(value: number): void {
    reserve(4)
    page[at++] = value
    page[at++] = value >>> 8
    page[at++] = value >>> 16
    page[at++] = value >>> 24
  }

  function double(value: number): void {
    reserve(8)
    at = page.writeDoubleLE(value, at)
  }

  /** ASCII as it is; else, with a negative length, two bytes a unit, which keeps what is no valid text as well. */
  function text(value: string): void {
    reserve(4 + 3 * value.length)
    const bytes = page.write(value, at + 4, 'utf8')
    if (bytes === value.length) {
      int(bytes)
      at += bytes
    } else {
      int(-value.length - 1)
      at += page.write(value, at, 'utf16le')
    }
  }

  function shared(value: string | undefined): void {
    if (value === undefined) return int(ABSENT)
    const known = numbers.get(value)
    if (known !== undefined) return int(known)
    sharedCharacters += value.length + 32
    if (sharedCharacters > MOST_SHARED) {
      int(INLINE)
      return text(value)
    }
    numbers.set(value, texts.length)
    int(texts.length)
    texts.push(value)
  }

  function end(): void {
    page.writeUInt32LE(at - start, start)
    start = at
    if (at >= PAGE) flush()
    reserve(4)
    at += 4
  }

  function flush(): void {
    file ??= openNameless()
    written.push(start)
    fileBytes += writeBytes(file, page.subarray(0, start), fileBytes)
    if (page.length > PAGE) page = Buffer.allocUnsafeSlow(PAGE)
    start = 0
    at = 0
  }

  function read(): PageReader {
    let buffer = page
    let index = -1
    let position = 0
    let here = 0
    let recordEnd = 0
    let pageEnd = 0

    function next(): boolean {
      here = recordEnd
      while (here >= pageEnd) {
        if (index >= written.length) return false
        index++
        if (index < written.length) load(written[index]!)
        else {
          buffer = page
          pageEnd = start
        }
        here = 0
      }
      recordEnd = here + buffer.readUInt32LE(here)
      here += 4
      return true
    }

    function load(length: number): void {
      if (buffer === page || buffer.length < length) buffer = Buffer.allocUnsafeSlow(Math.max(length, 2 * PAGE))
      for (let done = 0; done < length;) {
        const count = file === undefined ? 0 : readSync(file, buffer, done, length - done, position + done)
        if (count === 0) throw new Error('the temporary file was cut short')
        done += count
      }
      position += length
      pageEnd = length
    }

    function readInt(): number {
      const value = buffer[here]! | (buffer[here + 1]! << 8) | (buffer[here + 2]! << 16) | (buffer[here + 3]! << 24)
      here += 4
      return value
    }

    function readText(): string {
      const length = readInt()
      const bytes = length >= 0 ? length : -2 * (length + 1)
      here += bytes
      return length >= 0 ? buffer.toString('latin1', here - bytes, here) : buffer.toString('utf16le', here - bytes, here)
    }

    return {
      next,
      skip: () => void (here = recordEnd),
      int: readInt,
      double() {
        here += 8
        return buffer.readDoubleLE(here - 8)
      },
      text: readText,
      skipText() {
        const length = readInt()
        here += length >= 0 ? length : -2 * (length + 1)
        return ''
      },
      shared() {
        const number = readInt()
        if (number >= 0) return texts[number]
        return number === ABSENT ? undefined : readText()
      },
    }
  }

  function close(): void {
    if (file !== undefined) closeSync(file)
    file = undefined
    written.length = 0
    start = 0
    at = 4
  }

  return { int, double, text, shared, end, read, close }
}
