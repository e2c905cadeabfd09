/**
 * What each decoder costs on inputs that begin to look like its encoding again and again and never are: an example, its
 * halves and its triggers, repeated. Four times the bytes may take four times as long; a decoder that starts anew at each
 * place and reads to the end takes sixteen times.
 */
import type { Decoder } from '../../../src/decode/decoder.js'
import { decoders } from '../../../src/decode/decoders.generated.js'

export interface Trap {
  readonly decoder: string
  readonly pattern: string
  /** Processor seconds for the smaller and for the larger input. */
  readonly seconds: readonly [small: number, large: number]
  readonly growth: number
}

/** Several of the parts that a decoder may read a long input in: else one that it refuses is most of the smaller input. */
const SMALL = 512 * 1024
const TIMES = 4
const ROUND = 64 * 3 * 5
const LIMIT = 16 * 1024 * 1024
const ROUNDS = 3

/** The worst pattern of each decoder, the worst decoder first. */
export function traps(): Trap[] {
  return Object.entries(decoders).map(([decoder, its]) => {
    const measured = patternsOf(its).map(([pattern, piece]) => {
      const measure = (): Trap => {
        const [small, large] = [1, TIMES].map((times) => secondsOf(its, repeated(filled(piece, SMALL), times))) as [number, number]
        // What takes no time at all has no growth that could be measured.
        return { decoder, pattern, seconds: [small, large] as const, growth: large < 0.01 ? 0 : large / Math.max(small, 0.0025) }
      }
      const first = measure()
      // A machine that others load may stop in the middle; what is quadratic is so again.
      return first.growth < TIMES * 1.5 ? first : [first, measure()].toSorted((a, b) => a.growth - b.growth)[0]!
    })
    return measured.toSorted((a, b) => b.growth - a.growth || b.seconds[1] - a.seconds[1])[0]!
  }).sort((a, b) => b.growth - a.growth || b.seconds[1] - a.seconds[1])
}

function patternsOf({ examples, triggers }: Decoder): [name: string, piece: Uint8Array][] {
  const patterns = examples.flatMap(({ encoded }, at): [string, Uint8Array][] => {
    const bytes = Buffer.from(encoded)
    const half = Math.ceil(bytes.length / 2)
    return [[`example ${at + 1}`, bytes], [`its first half`, bytes.subarray(0, half)], [`its second half`, bytes.subarray(half)]]
  })
  if (triggers) patterns.push(['its triggers', triggers], ['one trigger', triggers.subarray(0, 1)])
  return patterns.filter(([, piece]) => piece.length > 0)
}

/**
 * About so many bytes, in pieces that are whole and of a number that 2, 3 and 5 divide: otherwise what is left over at the
 * end may be what the decoder looks for in one of the two sizes, and their lengths allowed by its alphabet in one of them.
 */
function filled(piece: Uint8Array, bytes: number): Uint8Array {
  return Buffer.alloc(Math.max(1, Math.floor(bytes / piece.length / ROUND)) * ROUND * piece.length, piece)
}

function repeated(input: Uint8Array, times: number): Uint8Array {
  return Buffer.alloc(times * input.length, input)
}

/** The least of some rounds. */
function secondsOf(decoder: Decoder, input: Uint8Array): number {
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.cpuUsage()
    if (decoder.gate(input)) decoder.decode(input, () => {}, LIMIT)
    const { user, system } = process.cpuUsage(before)
    least = Math.min(least, (user + system) / 1e6)
  }
  return least
}
