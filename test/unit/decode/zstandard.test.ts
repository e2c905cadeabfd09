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

const NOTHING = { bytes: undefined, isRefused: false }
const textOf = (frames: Uint8Array, limit: number): string => Buffer.from(decompressZstandard(frames, limit).bytes ?? []).toString()

test('a frame is read', () => {
  const frame = Buffer.from('KLUv/QRYQQAAVXJvbG9naWV5j59u', 'base64')
  assert.ok(isZstandard(frame))
  assert.equal(textOf(frame, 100), 'Urologie')
})

test('what would be longer than the limit is refused before it is there', () => {
  const before = process.memoryUsage().arrayBuffers
  assert.deepEqual(decompressZstandard(bomb(100_000), 1024 * 1024), { bytes: undefined, isRefused: true })
  assert.ok(process.memoryUsage().arrayBuffers - before < 64 * 1024 * 1024)
  assert.equal(textOf(bomb(2), 1024 * 1024).length, 256 * 1024)
})

test('a window that no browser would grant, and damage, yield nothing', () => {
  assert.deepEqual(decompressZstandard(Uint8Array.from([...MAGIC, 0, 31 << 3, 9, 0, 0, 1]), 1000), NOTHING)
  assert.deepEqual(decompressZstandard(Uint8Array.from([...MAGIC, 0xe0, 255, 255, 255, 255, 255, 255, 255, 255, 1, 0, 0]), 1000), NOTHING)
  assert.deepEqual(decompressZstandard(Uint8Array.from([...MAGIC, 0, 7 << 3, 255, 255, 255]), 1000), NOTHING)
  assert.equal(isZstandard(Uint8Array.from([...MAGIC, 0])), false)
})

test('what stands further back than a small window is read all the same', () => {
  // Made by zstd 1.5 from its standard input: a sentence, 200,000 letters, the sentence again.
  const sentence = 'Urologie in Musterstadt, 14. Mai 2026; '
  const frame = Buffer.from('KLUv/QBojAEAhAJVcm9sb2dpZSBpbiBNdXN0ZXJzdGFkdCwgMTQuIE1haSAyMDI2OyBhAQCo/s9BGWUAAAACANQaxhLIGnIABA==', 'base64')
  assert.equal(textOf(frame, 1024 * 1024), sentence + 'a'.repeat(200_000) + sentence)
  assert.equal(decompressZstandard(frame, 200_000).isRefused, true)
})

test('of thousands of frames the first thousand are read, and the rest is said to be left out', () => {
  const frame = Buffer.from('KLUv/QRYQQAAVXJvbG9naWV5j59u', 'base64')
  assert.deepEqual(decompressZstandard(Buffer.concat(Array.from({ length: 3 }, () => frame)), 100),
    { bytes: Buffer.from('UrologieUrologieUrologie'), isRefused: false })
  const { bytes, isRefused } = decompressZstandard(Buffer.concat(Array.from({ length: 5_000 }, () => frame)), 1024 * 1024)
  assert.deepEqual([bytes?.length, isRefused], [8 * 1_000, true])
})
