/**
 * Raw DEFLATE (RFC 1951), which has no magic number. The header of its first block, and with the fixed code its first
 * symbols, are held against what the standard allows, which spares noise the price of setting up a decompressor.
 */
import { constants, inflateRawSync } from 'node:zlib'
import { nextTextState } from '../text.js'
import { LEAST_OF_PART, unpackUnannounced } from './unannounced.js'

/** Compressed text is no shorter than this part of it, compressed zeros are; so much is tried to tell it from noise. */
const MOST_RATIO = 100
const MIN = 8

/** What a raw DEFLATE stream stands for; undefined for noise, `'refused'` where it is longer than `limit`. */
export function inflateRaw(
  input: Uint8Array, limit: number, accepted: (bytes: Uint8Array) => boolean,
): Uint8Array | 'refused' | undefined {
  return unpackUnannounced(input, limit, { unpack: inflateRawSync, cutOff: constants.Z_SYNC_FLUSH, accepted })
}

/** Whether the bytes are a raw DEFLATE stream. `accepted` is asked of what comes out. */
export function looksDeflated(bytes: Uint8Array, accepted: (decoded: Uint8Array) => boolean): boolean {
  return mayBeDeflated(bytes) && inflateRaw(bytes, bytes.length * MOST_RATIO, accepted) !== undefined
}

/** Whether the bytes may begin a raw DEFLATE stream: true of every one, and of one random id in fifty. */
export function mayBeDeflated(bytes: Uint8Array): boolean {
  if (bytes.length < MIN) return false
  const type = number(bytes, 1, 2)
  if (type === 0) return isStored(bytes, 0)
  if (type === 1) return hasWholeSymbols(bytes)
  return type === 2 && hasWholeCode(bytes)
}

/** Bits are taken from the least significant end of each byte; behind the last one they are 0. */
function bitAt(bytes: Uint8Array, position: number): number {
  return ((bytes[position >> 3] ?? 0) >> (position & 7)) & 1
}

function number(bytes: Uint8Array, position: number, count: number): number {
  let value = 0
  for (let bit = 0; bit < count; bit++) value |= bitAt(bytes, position + bit) << bit
  return value
}

/** A code, whose bits stand the other way round. */
function code(bytes: Uint8Array, position: number, count: number): number {
  let value = 0
  for (let bit = 0; bit < count; bit++) value = (value << 1) | bitAt(bytes, position + bit)
  return value
}

/** A stored block says its size twice, once inverted, from the next whole byte on. */
function isStored(bytes: Uint8Array, header: number): boolean {
  const at = (header + 10) >> 3
  const size = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)
  const isPadded = number(bytes, header + 3, at * 8 - header - 3) === 0
  return isPadded && (size ^ ((bytes[at + 2] ?? 0) | ((bytes[at + 3] ?? 0) << 8))) === 0xffff
}

const ENOUGH_SYMBOLS = 64
/** Something may follow a stream of so many characters. */
const MIN_LITERALS = 4
const END = 256
const FIRST_LENGTH = 257

/**
 * With the fixed code, which short values get: each symbol must be one, and a copy must have something to copy from, as
 * it has not in noise. Where the last block ends so do the bytes, or it is text; so it is where the bytes end before it.
 */
function hasWholeSymbols(bytes: Uint8Array): boolean {
  const bits = bytes.length * 8
  let header = 0
  let written = 0
  let state = 0
  for (let symbols = 0, position = 3; symbols < ENOUGH_SYMBOLS; symbols++) {
    const isUtf8 = state >= 0 && state <= 3
    if (position + 7 > bits) return isUtf8 && written >= LEAST_OF_PART
    const bits9 = code(bytes, position, 9)
    let symbol: number
    if (bits9 < 0x60) {
      symbol = END + (bits9 >> 2)
      position += 7
    } else if (bits9 < 0x190) {
      symbol = bits9 < 0x180 ? (bits9 >> 1) - 0x30 : 280 + (bits9 >> 1) - 0xc0
      position += 8
    } else {
      symbol = bits9 - 0x100
      position += 9
    }
    if (symbol < END) {
      written++
      if (state >= 0) state = nextTextState(state, symbol)
      continue
    }
    if (symbol === END) {
      if (bitAt(bytes, header) === 1) return (position + 7) >> 3 === bytes.length || (isUtf8 && written >= MIN_LITERALS)
      header = position
      position += 3
      const type = number(bytes, header + 1, 2)
      if (type !== 1) return type === 0 ? isStored(bytes, header) : type === 2
      continue
    }
    const length = symbol - FIRST_LENGTH
    if (length > 28) return false
    const more = length < 8 || length === 28 ? 0 : (length >> 2) - 1
    const long = ((4 + (length & 3)) << more) + 3 + number(bytes, position, more)
    const copied = length < 8 ? 3 + length : length === 28 ? 258 : long
    position += more
    const distance = code(bytes, position, 5)
    if (distance > 29) return false
    const extra = distance < 4 ? 0 : (distance >> 1) - 1
    const back = distance < 4 ? distance + 1 : ((2 + (distance & 1)) << extra) + 1 + number(bytes, position + 5, extra)
    if (back > written) return false
    position += 5 + extra
    written += copied
  }
  return true
}

/** With a code of its own: the lengths of the code for the code lengths must fill the space of seven bits exactly. */
function hasWholeCode(bytes: Uint8Array): boolean {
  if (bytes.length < 16 || number(bytes, 3, 5) > 29 || number(bytes, 8, 5) > 29) return false
  const count = number(bytes, 13, 4) + 4
  let space = 0
  for (let index = 0; index < count; index++) {
    const length = number(bytes, 17 + index * 3, 3)
    if (length > 0) space += 128 >> length
  }
  return space === 128
}
