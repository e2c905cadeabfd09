/** Bytes that can be read at any place, and streams of them. Everything that is read goes through these two shapes. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { pipeline, Readable, type Transform } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { createGunzip, createInflateRaw } from 'node:zlib'
import { TattleError } from '../errors.js'

/** A file, a part of one, or memory. Does not change while it is open. */
export interface Bytes {
  readonly size: number
  /** Fills `target` from `position` on; returns how many bytes there were. */
  readInto(target: Uint8Array, position: number): number
  close(): void
}

const CHUNK_BYTES = 256 * 1024
/** Output beyond this is suspicious when it is also this many times its input. Deflate cannot exceed 1032. */
export const BOMB_BYTES = 256 * 1024 * 1024
export const BOMB_RATIO = 300

/** Opens a regular file. Errors are those of `node:fs`. */
export function openFile(path: string): Bytes {
  const descriptor = openSync(path, 'r')
  let open = true
  return {
    size: fstatSync(descriptor).size,
    readInto: (target, position) => readFully(descriptor, target, position),
    close: () => {
      if (open) closeSync(descriptor)
      open = false
    },
  }
}

function readFully(descriptor: number, target: Uint8Array, position: number): number {
  let read = 0
  while (read < target.length) {
    const count = readSync(descriptor, target, read, target.length - read, position + read)
    if (count === 0) break
    read += count
  }
  return read
}

export function memoryBytes(memory: Uint8Array): Bytes {
  return {
    size: memory.length,
    readInto: (target, position) => {
      const piece = memory.subarray(position, position + target.length)
      target.set(piece)
      return piece.length
    },
    close: () => {},
  }
}

/** The `size` bytes from `start` on. Closing it leaves the whole open. */
export function partOf(whole: Bytes, start: number, size: number): Bytes {
  return {
    size,
    readInto: (target, position) =>
      whole.readInto(target.subarray(0, Math.max(0, Math.min(target.length, size - position))), start + position),
    close: () => {},
  }
}

/** All of it, or its first `limit` bytes. */
export function readAll(bytes: Bytes, limit = bytes.size): Buffer {
  const target = Buffer.allocUnsafe(Math.min(bytes.size, limit))
  return target.subarray(0, bytes.readInto(target, 0))
}

/** In order, in chunks; each is valid until the next is asked for. */
export async function* chunksOf(bytes: Bytes): AsyncGenerator<Uint8Array> {
  const target = Buffer.allocUnsafe(CHUNK_BYTES)
  for (let position = 0; position < bytes.size;) {
    const count = bytes.readInto(target, position)
    if (count === 0) return
    position += count
    yield target.subarray(0, count)
    // Lets signals and timers in.
    if (position % (16 * CHUNK_BYTES) === 0) await nextTurn()
  }
}

/** Undoes gzip or raw deflate as it comes. A bomb is refused with a TattleError that names `where`. */
export async function* inflated(
  chunks: AsyncIterable<Uint8Array>, format: 'gzip' | 'deflate-raw', where: string,
): AsyncGenerator<Uint8Array> {
  let taken = 0
  let given = 0
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      taken += chunk.length
      // A copy, because the stream reads ahead.
      yield Buffer.from(chunk)
    }
  }
  const createUndo = format === 'gzip' ? createGunzip : createInflateRaw
  const undo: Transform = createUndo({ chunkSize: CHUNK_BYTES })
  // Errors of either side surface in the loop below.
  pipeline(Readable.from(counted()), undo, () => {})
  for await (const chunk of undo as AsyncIterable<Uint8Array>) {
    given += chunk.length
    if (given > BOMB_BYTES && given > BOMB_RATIO * taken) {
      throw new TattleError('har-unreadable',
        `${where} unpacks to more than ${BOMB_RATIO} times its size. Unpack it yourself if you trust it.`)
    }
    yield chunk
  }
}

/** The first bytes of a stream, at least `wanted` where there are as many, and a stream that still begins with them. */
export async function peek(
  chunks: AsyncIterable<Uint8Array>, wanted: number,
): Promise<[Buffer, AsyncIterable<Uint8Array>]> {
  const iterator = chunks[Symbol.asyncIterator]()
  const first: Buffer[] = []
  let length = 0
  while (length < wanted) {
    const { value, done } = await iterator.next()
    if (done === true) break
    first.push(Buffer.from(value))
    length += value.length
  }
  const start = Buffer.concat(first)
  const whole = async function* (): AsyncGenerator<Uint8Array> {
    try {
      if (start.length > 0) yield start
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value
    } finally {
      await iterator.return?.()
    }
  }
  return [start, whole()]
}

export function isGzip(start: Uint8Array): boolean {
  return start[0] === 0x1f && start[1] === 0x8b
}

export function isZip(start: Uint8Array): boolean {
  return start[0] === 0x50 && start[1] === 0x4b && (start[2] === 3 || start[2] === 5 || start[2] === 7)
}
