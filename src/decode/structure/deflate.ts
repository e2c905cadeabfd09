/**
 * Whether bytes may begin a raw DEFLATE stream (RFC 1951), which has no magic number: its first block's header is held
 * against what an encoder of text writes. Spares noise the price of setting up a decompressor.
 */

import { nextTextState } from '../text.js'

/** Bits are taken from the least significant end of each byte. */
function bitAt(bytes: Uint8Array, position: number): number {
  return (bytes[position >> 3]! >> (position & 7)) & 1
}

function number(bytes: Uint8Array, position: number, count: number): number {
  let value = 0
  for (let bit = 0; bit < count; bit++) value |= bitAt(bytes, position + bit) << bit
  return value
}

export function looksDeflated(bytes: Uint8Array): boolean {
  if (bytes.length < 8) return false
  const type = number(bytes, 1, 2)
  if (type === 0) return isStored(bytes)
  if (type === 1) return beginsWithText(bytes)
  return type === 2 && hasWholeCode(bytes)
}

/** A stored block says its size twice, once inverted. */
function isStored(bytes: Uint8Array): boolean {
  const size = bytes[1]! | (bytes[2]! << 8)
  return bytes[0]! < 2 && size > 0 && (size ^ (bytes[3]! | (bytes[4]! << 8))) === 0xffff
}

const ENOUGH_SYMBOLS = 16
/** A copy needs something to copy from. */
const MIN_LITERALS = 4

/** With the fixed code, which short texts get: the first symbols are characters, then comes a copy or the end. */
function beginsWithText(bytes: Uint8Array): boolean {
  const last = bytes.length * 8 - 9
  let state = 0
  for (let symbol = 0, position = 3; symbol < ENOUGH_SYMBOLS; symbol++) {
    if (position > last) return symbol >= MIN_LITERALS
    let code = 0
    for (let bit = 0; bit < 8; bit++) code = (code << 1) | bitAt(bytes, position++)
    if (code < 0x30 || (code >= 0xc0 && code < 0xc8)) return symbol >= MIN_LITERALS
    const isShort = code < 0xc8
    state = nextTextState(state, isShort ? code - 0x30 : ((code << 1) | bitAt(bytes, position)) - 0x100)
    if (!isShort) position++
    if (state < 0 || state > 3) return false
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
