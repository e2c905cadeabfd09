/**
 * Searches a request body that is too long to be held in memory, piece by piece. What stands in a piece is found as in
 * any field; what only the whole could tell is not, and a diagnostic says so.
 */
import { decoders } from '../decode/decoders.generated.js'
import type { Diagnostic, Exchange, Field, Match, Recipient } from '../model.js'
import type { Detector } from './detector.js'

/** Pieces overlap, so that what is cut by the end of one stands whole in the next. */
export type Pieces = Iterable<{ readonly bytes: Buffer; readonly offset: number }>

/** Bytes on either side of a match that are kept. */
const AROUND = 64
/** Matches of one body that are kept: one for each term and kind of hash. */
const MOST = 10_000

export interface PiecesResult {
  readonly matches: readonly Match[]
  /** Of the whole body, in UTF-8. */
  readonly bytes: number
}

/** Each term once in each way in which it was hashed, where it stands first. Never throws on what a site sends. */
export function detectPieces(
  detector: Detector, exchange: Exchange, recipient: Recipient, pieces: Pieces, told: (diagnostic: Diagnostic) => void,
): PiecesResult {
  const matches = new Map<string, Match>()
  let bytes = 0
  let exceeded = 0
  for (const { bytes: value, offset } of pieces) {
    bytes = offset + value.length
    const field: Field = { part: 'body', name: '', value, pointer: '/request/postData/text', offset }
    // Of what a piece leaves out, the sentence below speaks.
    const found = detector.detect({ ...exchange, fields: [field] }, recipient, () => void exceeded++)
    for (const match of found) {
      const key = JSON.stringify([match.term.id, match.transforms.length > 0])
      if (!matches.has(key) && matches.size < MOST) matches.set(key, byItself(match))
    }
  }
  const whole = Object.entries(decoders).filter(([, { inflates }]) => inflates === true).map(([id]) => id).join(', ')
  told({
    code: 'body-in-pieces',
    entry: exchange.entry,
    message: `Entry ${exchange.entry}: its request body of ${bytes} bytes was searched in pieces. Its fields were not told apart, ` +
      `what recurs in it was not observed, and no encoding of it as a whole was undone (${whole}, and base64, hex or escapes ` +
      `around them)${exceeded > 0 ? `; in ${exceeded} pieces not all layers were searched` : ''}.`,
  })
  return { matches: [...matches.values()], bytes }
}

/** With no more of the piece than its place needs. */
function byItself(match: Match): Match {
  const { field } = match
  const from = Math.max(0, match.start - AROUND)
  const value = Buffer.from(field.value.subarray(from, match.end + AROUND))
  return {
    ...match, fieldPath: '', field: { ...field, value, offset: field.offset + from },
    start: match.start - from, end: match.end - from,
  }
}
