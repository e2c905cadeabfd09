import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decompressZstandard, isZstandard } from '../../../src/decode/zstandard.js'

const MAGIC = [0x28, 0xb5, 0x2f, 0xfd]
/** Blocks that repeat one byte 128 kB long, four bytes each. */
const bomb = (blocks: number): Uint8Array => {
  const size = 128 * 1024
  const block = (isLast: boolean): number[] => {
    const header = (size << 3) | (1 << 1) | (isLast ? 1 : 0)
    return [header & 255, (header >> 8) & 255, header >> 16, 0x61]
  }
  return Uint8Array.from([...MAGIC, 0, 7 << 3, ...Array.from({ length: blocks }, (_, at) => block(at === blocks - 1)).flat()])
}

test('a frame is read', () => {
  const frame = Buffer.from('KLUv/QRYQQAAVXJvbG9naWV5j59u', 'base64')
  assert.ok(isZstandard(frame))
  assert.equal(Buffer.from(decompressZstandard(frame, 100) as Uint8Array).toString(), 'Urologie')
})

test('what would be longer than the limit is refused before it is there', () => {
  const before = process.memoryUsage().arrayBuffers
  assert.equal(decompressZstandard(bomb(100_000), 1024 * 1024), 'refused')
  assert.ok(process.memoryUsage().arrayBuffers - before < 64 * 1024 * 1024)
  assert.equal((decompressZstandard(bomb(2), 1024 * 1024) as Uint8Array).length, 256 * 1024)
})

test('a window that no browser would grant, and damage, yield nothing', () => {
  assert.equal(decompressZstandard(Uint8Array.from([...MAGIC, 0, 31 << 3, 9, 0, 0, 1]), 1000), undefined)
  assert.equal(decompressZstandard(Uint8Array.from([...MAGIC, 0xe0, 255, 255, 255, 255, 255, 255, 255, 255, 1, 0, 0]), 1000), undefined)
  assert.equal(decompressZstandard(Uint8Array.from([...MAGIC, 0, 7 << 3, 255, 255, 255]), 1000), undefined)
  assert.equal(isZstandard(Uint8Array.from([...MAGIC, 0])), false)
})
