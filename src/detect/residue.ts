/**
 * Residue: what advertising and its kin were sent and nothing decoded. It is no finding, for nobody knows what it says;
 * it is listed, with its size and entropy, so that nobody takes silence for innocence.
 */
import { peel } from '../decode/peel.js'
import { isText } from '../decode/text.js'
import type { Category, Diagnostic, Exchange, Field, Part, Recipient } from '../model.js'

/** Shorter ones are ids and digests, of which every request has some. */
const SHORTEST = 96
const LONGEST = 1 << 20
/** Bits a byte from which a stretch is no words: text has about four, base64 of noise six, noise eight. */
const DENSE = 5
const MOST_PLACES = 200
const MOST_VALUES = 2_000
const CATEGORIES: readonly Category[] = ['advertising', 'social', 'session-replay', 'customer-data', 'analytics']
const PARTS: readonly Part[] = ['path', 'query', 'body', 'websocket']

export interface Residue {
  /**
   * Takes note of what an exchange carried that nothing decodes. Never throws. `informed`: a planted health datum had been
   * entered by then; undefined where none was planted.
   */
  see(exchange: Exchange, recipient: Recipient, informed?: boolean): void
  /** One `residue` for each field of each recipient, the largest first; at most 200. */
  diagnostics(): Diagnostic[]
}

interface Place {
  readonly domain: string
  readonly field: string
  readonly entry: number
  requests: number
  bytes: number
  /** Sent once something about health had been entered; undefined where that is not known. */
  informed: number | undefined
  entropy: number
}

export function createResidue(): Residue {
  const places = new Map<string, Place>()
  let looks = 0
  return {
    see(exchange, recipient, informed) {
      if (exchange.delivery === 'attempted' || !CATEGORIES.includes(recipient.category)) return
      for (const field of exchange.fields) {
        if (!mayBeResidue(field) || looks >= MOST_VALUES) continue
        looks++
        const found = opaqueIn(field)
        if (found === undefined) continue
        const { bytes, entropy } = found
        const key = `${recipient.domain}\n${field.part}\n${field.name}`
        const place = places.get(key)
        if (place) {
          place.requests++
          place.bytes += bytes
          if (place.informed !== undefined && informed) place.informed += bytes
          place.entropy = Math.max(place.entropy, entropy)
        } else if (places.size < MOST_PLACES) {
          const name = field.name === '' ? `the ${field.part}` : `"${field.name}" of the ${field.part}`
          places.set(key, {
            domain: recipient.domain, field: name, entry: exchange.entry, requests: 1, bytes, entropy,
            informed: informed === undefined ? undefined : informed ? bytes : 0,
          })
        }
      }
    },
    diagnostics() {
      return [...places.values()].sort((a, b) => b.bytes - a.bytes).map(({ domain, field, entry, requests, bytes, informed, entropy }) => ({
        code: 'residue',
        entry,
        message: `${domain} was sent ${bytes} bytes in ${field} (${requests === 1 ? 'one request' : `${requests} requests`}) ` +
          `that nothing decoded; they have ${entropy.toFixed(1)} bits a byte.` +
          (informed === undefined ? '' : ` Of these bytes, ${informed} were sent after something about health had been entered.`),
      }))
    },
  }
}

function mayBeResidue({ part, name, value }: Field): boolean {
  return PARTS.includes(part) && name !== '(name)' && value.length >= SHORTEST && value.length <= LONGEST
}

/** Strings that tell of consent are no secret: assess/consent-string.ts reads them. */
const OF_CONSENT = /(?:consent|euconsent(?:-v2)?|tcf?_?string|gpp(?:_?string)?)(?:_\d+)?$/i
/** What stands before a token that is none of a tracker's: a picture, the name of a string that tells of consent. */
const KNOWN = /(?:data:(?:image|font|audio|video)\/[^,]{0,60};base64,|(?:consent|tcf?_?string|gpp)[\\"']{0,4}\s*[:=]\s*[\\"']{0,4})$/i
const TOKEN = /[\w+/=-]{96,}/g

/** How much of a field nothing decodes: all of it, or the tokens that stand in its text. */
function opaqueIn({ name, value }: Field): { readonly bytes: number; readonly entropy: number } | undefined {
  if (OF_CONSENT.test(name)) return undefined
  const whole = entropyOf(value)
  if (whole >= DENSE && !isReadable(value)) return { bytes: value.length, entropy: whole }
  const text = Buffer.from(value.buffer, value.byteOffset, value.length).toString('latin1')
  let bytes = 0
  let entropy = 0
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const dense = token.length === text.length ? 0 : entropyOf(value.subarray(index, index + token.length))
    if (dense < DENSE || KNOWN.test(text.slice(Math.max(0, index - 100), index)) || isReadable(Buffer.from(token, 'latin1'))) continue
    bytes += token.length
    entropy = Math.max(entropy, dense)
  }
  return bytes > 0 ? { bytes, entropy } : undefined
}

const GAPS: readonly number[] = [...Buffer.from(' "&|,')]

/** So much of it must read: in noise a few letters do by chance. */
const LEAST_READ = 16

/**
 * Some layer of it is text that reads as such, rather than letters and digits without a gap. That letters can be exchanged
 * for others proves nothing.
 */
function isReadable(value: Uint8Array): boolean {
  let readable = false
  peel(value, ({ bytes, decoder }) => {
    readable = bytes.length >= LEAST_READ && decoder !== 'substitution' && decoder !== 'rot13' && isText(bytes) && (entropyOf(bytes) < DENSE || GAPS.some((gap) => bytes.includes(gap)))
    return readable ? 'enough' : undefined
  }, { maxLayers: 200 })
  return readable
}

/** Shannon's, in bits a byte. */
export function entropyOf(bytes: Uint8Array): number {
  const counts = new Uint32Array(256)
  for (const byte of bytes) counts[byte]!++
  let bits = 0
  for (const count of counts) if (count > 0) bits -= (count / bytes.length) * Math.log2(count / bytes.length)
  return bits
}
