/**
 * The substitution that one script puts on e-mail addresses before it sends them: each of the 62 letters and digits
 * becomes another one, all else stays. The alphabet is a fact of Senol, Acar, Humbert, Borgesius, "Leaky Forms", USENIX
 * Security 2022. Every address can be read this way, in both directions: so what it yields is searched and not peeled
 * further. What has no `@` is left alone, for any word could be read so too.
 */
import type { Decoder } from '../decoder.js'
import { ALPHANUMERIC_CHARACTERS, createEmitter, valuesOf } from '../runs.js'
import { byteSet, bytesOf } from '../text.js'

const ORDERED = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const SHUFFLED = 'kibp8A4EWRMKHa7gvyz1dOPt6UI5xYD3nqhVwZBXfCcFeJmrLN20lS9QGsjTuo'
const AT = 0x40
const OF_ADDRESS = byteSet(`${ALPHANUMERIC_CHARACTERS}._+-`)
/** RFC 5321 §4.5.3.1: the local part of an address has no more than 64 bytes, its domain no more than 255. */
const LONGEST_LOCAL = 64
const LONGEST_DOMAIN = 255

function tableOf(from: string, to: string): Uint8Array {
  return valuesOf(from).map((place, byte) => (place === 255 ? byte : to.charCodeAt(place)))
}

const TABLES = [tableOf(SHUFFLED, ORDERED), tableOf(ORDERED, SHUFFLED)] as const

const substitution: Decoder = {
  triggers: bytesOf('@'),
  precedence: -1,
  gate: (input) => input.includes(AT),
  decode(input, emit, limit, refuse) {
    const put = createEmitter((segment) => emit({ ...segment, isLast: true }), limit, refuse)
    for (let sign = input.indexOf(AT); sign >= 0; sign = input.indexOf(AT, sign + 1)) {
      let start = sign
      while (start > 0 && sign - start < LONGEST_LOCAL && OF_ADDRESS[input[start - 1]!] === 1) start--
      let end = sign + 1
      while (end < input.length && end - sign <= LONGEST_DOMAIN && OF_ADDRESS[input[end]!] === 1) end++
      if (start === sign || end === sign + 1) continue
      const address = input.subarray(start, end)
      for (const table of TABLES) if (!put(address.map((byte) => table[byte]!), start, end)) return
    }
  },
  locate: (_input, segment, offset) => segment.start + offset,
  examples: [
    { encoded: 'em=J2fSc@fTwL0rf.2Sc&v=1', decoded: 'joerg@example.org' },
    { encoded: 'wzilF@iSDk3qi.zlF', decoded: 'joerg@example.org' },
  ],
}
export default substitution
