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

/** Where the lanes go, one into the place of the next (π), and by how many bits each is turned on its way (ρ): 1 to 63, not 32. */
const { places: PLACES, turns: TURNS } = toWay()

function toWay(): { places: Uint8Array; turns: Uint8Array } {
  const places = new Uint8Array(ROUNDS)
  let [x, y] = [1, 0]
  for (let step = 0; step < ROUNDS; step++) {
    [x, y] = [y, (2 * x + 3 * y) % 5]
    places[step] = 2 * (x + 5 * y)
  }
  return { places, turns: Uint8Array.from(places, (_, step) => ((step + 1) * (step + 2)) / 2 % 64) }
}

/** `row` is scratch: ten numbers. */
function permute(state: Int32Array, row: Int32Array): void {
  for (let round = 0; round < ROUNDS; round++) {
    for (let at = 0; at < 10; at++) row[at] = state[at]! ^ state[at + 10]! ^ state[at + 20]! ^ state[at + 30]! ^ state[at + 40]!
    for (let x = 0; x < 10; x += 2) {
      const before = (x + 8) % 10
      const next = (x + 2) % 10
      const low = row[before]! ^ ((row[next]! << 1) | (row[next + 1]! >>> 31))
      const high = row[before + 1]! ^ ((row[next + 1]! << 1) | (row[next]! >>> 31))
      for (let at = x; at < 2 * LANES; at += 10) {
        state[at]! ^= low
        state[at + 1]! ^= high
      }
    }
    let low = state[2]!
    let high = state[3]!
    for (let step = 0; step < ROUNDS; step++) {
      const to = PLACES[step]!
      const by = TURNS[step]!
      // Shifts are by a number's last five bits, so that 32 bits more are a swap of the halves.
      const near = by < 32 ? low : high
      const far = by < 32 ? high : low
      low = state[to]!
      high = state[to + 1]!
      state[to] = (near << by) | (far >>> -by)
      state[to + 1] = (far << by) | (near >>> -by)
    }
    for (let at = 0; at < 2 * LANES; at += (at & 1) === 0 ? 1 : 9) {
      const a = state[at]!
      const b = state[at + 2]!
      const c = state[at + 4]!
      const d = state[at + 6]!
      const e = state[at + 8]!
      state[at] = a ^ (~b & c)
      state[at + 2] = b ^ (~c & d)
      state[at + 4] = c ^ (~d & e)
      state[at + 6] = d ^ (~e & a)
      state[at + 8] = e ^ (~a & b)
    }
    state[0]! ^= CONSTANTS[2 * round]!
    state[1]! ^= CONSTANTS[2 * round + 1]!
  }
}

/** The digest of `size` bytes. */
export function keccak(value: Uint8Array, size: number): Uint8Array {
  const rate = 200 - 2 * size
  const state = new Int32Array(2 * LANES)
  const row = new Int32Array(10)
  let at = 0
  for (const byte of value) {
    state[at >> 2]! ^= byte << (8 * (at & 3))
    if (++at < rate) continue
    permute(state, row)
    at = 0
  }
  state[at >> 2]! ^= 1 << (8 * (at & 3))
  state[rate / 4 - 1]! ^= 0x80 << 24
  permute(state, row)
  const digest = new Uint8Array(size)
  for (let index = 0; index < size; index++) digest[index] = state[index >> 2]! >>> (8 * (index & 3))
  return digest
}
