/**
 * A list that does not grow in memory: what is more than a few thousand items lies in a temporary file, as JSON, one
 * item a line. Whoever gives it up calls `close`; on systems that allow it the file has no name from the start, so that
 * nothing stays behind whatever happens.
 */
import { closeSync, readSync, writeSync } from 'node:fs'
import { openNameless } from '../temporary.js'

export interface Spool<Item> {
  push(item: Item): void
  /** In the order in which they came; any number of times until `close`. */
  items(): Iterable<Item>
  close(): void
  /** Writes everything to the file and gives it up to whoever opens it with `spoolOf`, in this process. */
  handOver(): SpoolFile
}

/** A descriptor is the process's: another thread can read it. */
export interface SpoolFile {
  readonly file: number | undefined
  readonly size: number
}

const IN_MEMORY = 4_096
const CHUNK = 256 * 1024
const LINE_FEED = 0x0a

/** Items must be what JSON can hold. */
export function createSpool<Item>(inMemory = IN_MEMORY): Spool<Item> {
  return spoolOf({ file: undefined, size: 0 }, inMemory)
}

/** A spool that goes on where another one was handed over. */
export function spoolOf<Item>(from: SpoolFile, inMemory = 0): Spool<Item> {
  const first: Item[] = []
  let { file, size } = from
  let waiting = ''

  function push(item: Item): void {
    if (first.length < inMemory) return void first.push(item)
    waiting += `${JSON.stringify(item)}\n`
    if (waiting.length > CHUNK) write()
  }

  function write(): void {
    if (waiting === '') return
    file ??= openNameless()
    size += writeFully(file, Buffer.from(waiting), size)
    waiting = ''
  }

  function* items(): Generator<Item> {
    yield* first
    write()
    if (file === undefined) return
    const chunk = Buffer.allocUnsafe(CHUNK)
    let rest: Buffer[] = []
    for (let position = 0; position < size;) {
      const read = readSync(file, chunk, 0, Math.min(CHUNK, size - position), position)
      if (read === 0) return
      position += read
      let at = 0
      for (let end = chunk.indexOf(LINE_FEED, at); end >= 0 && end < read; end = chunk.indexOf(LINE_FEED, at)) {
        const line = chunk.subarray(at, end)
        yield JSON.parse((rest.length === 0 ? line : Buffer.concat([...rest, line])).toString()) as Item
        rest = []
        at = end + 1
      }
      if (at < read) rest.push(Buffer.from(chunk.subarray(at, read)))
    }
  }

  function close(): void {
    first.length = 0
    if (file !== undefined) closeSync(file)
    file = undefined
    size = 0
  }

  function handOver(): SpoolFile {
    const all = first.splice(0)
    if (all.length > 0) {
      // What came first stands before what the file already holds.
      const whole = createSpool<Item>(0)
      for (const item of all) whole.push(item)
      for (const item of items()) whole.push(item)
      close()
      return whole.handOver()
    }
    write()
    const given: SpoolFile = { file, size }
    file = undefined
    size = 0
    return given
  }

  return { push, items: () => ({ [Symbol.iterator]: items }), close, handOver }
}

function writeFully(file: number, bytes: Buffer, position: number): number {
  let written = 0
  while (written < bytes.length) written += writeSync(file, bytes, written, bytes.length - written, position + written)
  return written
}

/** Each item as `change` gives it, whenever it is asked for. */
export function mapped<From, To>(items: Iterable<From>, change: (item: From) => To): Iterable<To> {
  return {
    * [Symbol.iterator]() {
      for (const item of items) yield change(item)
    },
  }
}
