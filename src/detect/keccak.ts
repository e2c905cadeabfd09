/**
 * Keccak with rate `1600 - 2 × size` and the padding that its authors proposed, before FIPS 202 gave SHA-3 another one:
 * what CryptoJS calls SHA3, and what wallets use. https://keccak.team/keccak_specs_summary.html
 *
 * A lane of 64 bits is two numbers of 32: the low half of lane `x + 5y` stands at twice that index, the high half behind
 * it.
 */
const LANES = 25
const ROUNDS = 24
/** Of each round the constant that lane 0 is mixed with, low half and high half. */
const CONSTANTS: Int32Array = toConstants()

/** The bits of a linear feedback shift register, at positions 0, 1, 3, 7, 15, 31, 63 of each round's constant. */
function toConstants(): Int32Array {
  const constants = new Int32Array(2 * ROUNDS)
  let register = 1
  for (let round = 0; round < ROUNDS; round++) {
    for (let bit = 0; bit < 7; bit++) {
      const position = (1 << bit) - 1
      if ((register & 1) !== 0) constants[2 * round + (position >> 5)]! |= 1 << (position & 31)
      register = (register << 1) ^ ((register & 0x80) !== 0 ? 0x171 : 0)
    }
  }
  return constants
}

/** The half of a rotated lane whose own bits are `near`: the bits that leave `far` come in. */
function half(near: number, far: number, by: number): number {
  return by === 0 ? near : (near << by) | (far >>> (32 - by))
}

function permute(state: Int32Array): void {
  const columns = new Int32Array(10)
  const row = new Int32Array(10)
  for (let round = 0; round < ROUNDS; round++) {
    columns.fill(0)
    for (let at = 0; at < 2 * LANES; at++) columns[at % 10]! ^= state[at]!
    for (let at = 0; at < 2 * LANES; at++) {
      const next = (at + 2) % 10
      state[at]! ^= columns[(at + 8) % 10]! ^ half(columns[next]!, columns[next ^ 1]!, 1)
    }
    let [x, y, low, high] = [1, 0, state[2]!, state[3]!]
    for (let step = 1; step <= ROUNDS; step++) {
      const by = ((step * (step + 1)) / 2) % 64
      const turned = y
      y = (2 * x + 3 * y) % 5
      x = turned
      const to = 2 * (x + 5 * y)
      const [nextLow, nextHigh] = [state[to]!, state[to + 1]!]
      const isSwapped = by >= 32
      state[to] = half(isSwapped ? high : low, isSwapped ? low : high, by % 32)
      state[to + 1] = half(isSwapped ? low : high, isSwapped ? high : low, by % 32)
      low = nextLow
      high = nextHigh
    }
    for (let from = 0; from < 2 * LANES; from += 10) {
      row.set(state.subarray(from, from + 10))
      for (let at = 0; at < 10; at++) state[from + at] = row[at]! ^ (~row[(at + 2) % 10]! & row[(at + 4) % 10]!)
    }
    state[0]! ^= CONSTANTS[2 * round]!
    state[1]! ^= CONSTANTS[2 * round + 1]!
  }
}

/** The digest of `size` bytes. */
export function keccak(value: Uint8Array, size: number): Uint8Array {
  const rate = 200 - 2 * size
  const padded = Buffer.alloc((Math.floor(value.length / rate) + 1) * rate)
  padded.set(value)
  padded[value.length]! |= 1
  padded[padded.length - 1]! |= 0x80
  const state = new Int32Array(2 * LANES)
  for (let block = 0; block < padded.length; block += rate) {
    for (let at = 0; at < rate; at += 4) state[at / 4]! ^= padded.readInt32LE(block + at)
    permute(state)
  }
  const digest = Buffer.alloc(8 * LANES)
  for (const [at, word] of state.entries()) digest.writeInt32LE(word, at * 4)
  return new Uint8Array(digest.subarray(0, size))
}
