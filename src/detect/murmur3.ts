/** MurmurHash3 (Appleby, public domain reference implementation), seed 0: `MurmurHash3_x64_128` and `_x86_128`. */

const C1 = 0x87c37b91114253d5n
const C2 = 0x4cf5ad432745937fn

const rotate = (value: bigint, by: bigint): bigint => BigInt.asUintN(64, (value << by) | (value >> (64n - by)))
const multiply = (a: bigint, b: bigint): bigint => BigInt.asUintN(64, a * b)
const add = (a: bigint, b: bigint): bigint => BigInt.asUintN(64, a + b)

const mixFirst = (k: bigint): bigint => multiply(rotate(multiply(k, C1), 31n), C2)
const mixSecond = (k: bigint): bigint => multiply(rotate(multiply(k, C2), 33n), C1)

function finish(h: bigint): bigint {
  h = multiply(h ^ (h >> 33n), 0xff51afd7ed558ccdn)
  h = multiply(h ^ (h >> 33n), 0xc4ceb9fe1a85ec53n)
  return h ^ (h >> 33n)
}

/** Up to `size` bytes as a number, the lower byte first; bytes behind the end count as 0. */
function toWord(value: Uint8Array, from: number, size: number): bigint {
  let word = 0n
  for (let at = Math.min(from + size, value.length) - 1; at >= from; at--) word = (word << 8n) | BigInt(value[at]!)
  return word
}

/** The two halves as numbers. */
export function murmur3x64(value: Uint8Array): readonly [bigint, bigint] {
  let h1 = 0n
  let h2 = 0n
  const whole = value.length - (value.length % 16)
  for (let at = 0; at < whole; at += 16) {
    h1 = add(multiply(add(rotate(h1 ^ mixFirst(toWord(value, at, 8)), 27n), h2), 5n), 0x52dce729n)
    h2 = add(multiply(add(rotate(h2 ^ mixSecond(toWord(value, at + 8, 8)), 31n), h1), 5n), 0x38495ab5n)
  }
  h2 ^= mixSecond(toWord(value, whole + 8, 8))
  h1 ^= mixFirst(toWord(value, whole, 8))
  const length = BigInt(value.length)
  h1 = add(h1 ^ length, h2 ^ length)
  h2 = add(h1, h2 ^ length)
  h1 = finish(h1)
  h2 = finish(h2)
  h1 = add(h1, h2)
  h2 = add(h2, h1)
  return [h1, h2]
}

const rotate32 = (value: number, by: number): number => (value << by) | (value >>> (32 - by))
const FACTORS = [0x239b961b, 0xab0e9789, 0x38b34ae5, 0xa1e38b93] as const
const TURNS = [15, 16, 17, 18] as const
const STEPS = [[19, 0x561ccd1b], [17, 0x0bcaa747], [15, 0x96cd1c35], [13, 0x32ac3b17]] as const

function finish32(h: number): number {
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}

const mix32 = (k: number, at: number): number =>
  Math.imul(rotate32(Math.imul(k, FACTORS[at]!), TURNS[at]!), FACTORS[(at + 1) % 4]!)

/** The four quarters as signed numbers. */
export function murmur3x86(value: Uint8Array): readonly number[] {
  const h = [0, 0, 0, 0]
  const word = (from: number): number => Number(BigInt.asIntN(32, toWord(value, from, 4)))
  const whole = value.length - (value.length % 16)
  for (let block = 0; block < whole; block += 16) {
    for (let at = 0; at < 4; at++) {
      const [turn, more] = STEPS[at]!
      h[at] = (Math.imul((rotate32(h[at]! ^ mix32(word(block + 4 * at), at), turn) + h[(at + 1) % 4]!) | 0, 5) + more) | 0
    }
  }
  for (let at = 3; at >= 0; at--) h[at] = h[at]! ^ mix32(word(whole + 4 * at), at)
  for (let at = 0; at < 4; at++) h[at] = h[at]! ^ value.length
  stir(h)
  for (let at = 0; at < 4; at++) h[at] = finish32(h[at]!)
  stir(h)
  return h
}

/** The first becomes the sum of all, and is then added to each other. */
function stir(h: number[]): void {
  h[0] = (h[0]! + h[1]! + h[2]! + h[3]!) | 0
  for (let at = 1; at < 4; at++) h[at] = (h[at]! + h[0]!) | 0
}
