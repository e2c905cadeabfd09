/**
 * Cuts `log.entries[*]` out of a byte stream without parsing the document.
 *
 * A HAR of two gigabytes is one JSON document, and no string of V8 can hold it. But nobody needs the document: what is
 * analysed is one entry at a time, and an entry is small once its response body is gone. So the splitter walks the
 * bytes once and hands on, for each element of `log.entries`, exactly the bytes from its first `{` to its last `}`; the
 * caller gives those to `JSON.parse`. Memory is one entry and one chunk, however long the file.
 *
 * Two things make that possible. First, UTF-8 never uses a byte below 0x80 inside a longer character, so `"`, `\`, `{`
 * and the rest can be looked for byte by byte, and a chunk may end anywhere. Second, inside a value the only questions
 * are "am I in a string?" and "how many brackets are open?": a counter answers the second, and the first is answered by
 * jumping to the next `"` with the native `Buffer.indexOf` and asking whether an odd number of backslashes stands
 * before it. What the brackets hold is left to `JSON.parse`, which sees every byte that is handed on.
 *
 * That walk over one value is in `walk.ts`. Here is what lies outside the entries (`{ "log": { "creator": …,
 * "entries": [`): a small state machine that reads keys one by one. It keeps `creator`, `browser` and `pages`, passes
 * over all else, and refuses what is no JSON while there is still nothing to lose; once an entry was seen, everything
 * odd is a diagnostic, and what was read so far stays.
 *
 * Worked example, the chunk ending in the middle of a body:
 *
 *     chunk 1   {"log":{"entries":[{"request":{…},"response":{"content":{"text":"var a = \
 *               state ELEMENT: `{` begins entry 0, depth 1        │       │     │
 *               `:` after "response" at depth 1: keys[1] = RESPONSE       │     │
 *               `:` after "content" at depth 2: keys[2] = CONTENT ────────┘     │
 *               `:` after "text" at depth 3: keys[3] = TEXT; a string opens ────┘
 *               no `"` is left that could close it: one trailing backslash, odd, is remembered; the bytes before the
 *               string and those of the string are kept apart, so that the latter can be dropped
 *     chunk 2   "x\""}}},{…
 *               first `"`: no backslash in this chunk, one carried over: odd, escaped, goes on
 *               `\"`: odd, goes on · `"`: even, the string ends; it is long, no JSON and no HTML: dropped
 *               `}` `}` `}`: depth 0, entry 0 is   {"request":{…},"response":{"content":{"text":""}}}
 */
import type { Diagnostic } from '../model.js'
import { answerTooLarge, MAX_RESPONSE_BYTES } from '../answer.js'
import { toHead } from './head.js'
import type { LongText } from './long-text.js'
import type { HarHead } from './types.js'
import { createWalker, type WalkLimits } from './walk.js'

export const SPLIT_LIMITS: WalkLimits = {
  bodyBytes: MAX_RESPONSE_BYTES,
  smallBodyBytes: 1024,
  stringBytes: 64 * 1024 * 1024,
  longBytes: 4 * 1024 * 1024,
  valueBytes: 128 * 1024 * 1024,
}

/** Response bodies are texts like any other. */
export const WHOLE_LIMITS: WalkLimits = { ...SPLIT_LIMITS, bodyBytes: SPLIT_LIMITS.stringBytes }

export interface SplitSink {
  /**
   * The bytes of one element of `log.entries`; they are only valid during the call. `long`: its request body, where that
   * was put aside; whoever takes it closes it.
   */
  entry(json: Buffer, index: number, long?: LongText): void
  /** Long request bodies are put aside, and lists that repeat others are left out. */
  readonly brief?: boolean
  /** `creator`, `browser` or `pages` became known; called before the entries that follow them. */
  head?(head: HarHead): void
  diagnostic(diagnostic: Diagnostic): void
}

export type Refusal = 'empty' | 'not-json' | 'no-log' | 'no-entries' | 'truncated'

/** `at`: the byte that could not be understood, or the length of the document. */
export type SplitResult =
  | { readonly ok: true; readonly head: HarHead; readonly entries: number }
  | { readonly ok: false; readonly why: Refusal; readonly at: number }

export interface Splitter {
  /** False once nothing more can be found: further chunks change nothing. The chunk may be reused afterwards. */
  push(chunk: Uint8Array): boolean
  /** Call once, after the last chunk. */
  end(): SplitResult
}

/** Where the reading stands between values. */
const START = 0
const KEY = 1
const AFTER_KEY = 2
const VALUE = 3
const AFTER_VALUE = 4
const ELEMENT = 5
const DONE = 6
const BROKEN = 7
const REFUSED = 8

/** What the value that is being walked is for. */
const NOTHING = 0
const SKIPPED = 1
const NAME = 2
const HEAD = 3
const ENTRY = 4

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf]
const MAX_PREFIX = 200

export function createSplitter(sink: SplitSink, limits: WalkLimits = SPLIT_LIMITS): Splitter {
  const walker = createWalker(limits, sink.brief)
  let state = START
  let purpose = NOTHING
  /** The value is a number, `true`, `false`, `null` or what stands in the place of one. */
  let literal = false
  /** 1 inside the document's object, 2 inside `log`. */
  let level = 0
  let name = ''
  /** Bytes of all chunks before this one. */
  let consumed = 0
  let refusal: Refusal = 'not-json'
  let refusedAt = 0
  let prefixLength = 0
  let padded = false
  let sawText = false
  let sawLog = false
  let sawEntries = false
  let entries = 0
  let commaOwed = false
  let commaGiven = false
  const told = new Set<string>()
  const headValues = new Map<string, unknown>()

  function push(chunk: Uint8Array): boolean {
    const buffer = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    let at = sawText ? 0 : skipMark(buffer)
    while (at < buffer.length && state < BROKEN) {
      if (purpose !== NOTHING) {
        const end = walker.walk(buffer, at)
        if (end < 0) {
          walker.hold(buffer)
          break
        }
        finish(buffer, end)
        at = end
      } else {
        const byte = buffer[at]!
        at = isSpace(byte) ? at + 1 : step(byte, at)
      }
    }
    consumed += buffer.length
    return state < BROKEN
  }

  /** Passes over a UTF-8 byte order mark, which may come in pieces. */
  function skipMark(buffer: Buffer): number {
    let at = 0
    while (at < buffer.length && consumed + at < 3 && buffer[at] === BYTE_ORDER_MARK[consumed + at]) at++
    return at
  }

  /** One byte between values, which is no white space. Returns where to go on. */
  function step(byte: number, at: number): number {
    if (state === START) return stepStart(byte, at)
    if (state === ELEMENT) return stepElement(byte, at)
    if (state === VALUE) return stepValue(byte, at)
    if (state === KEY && byte === 0x22) {
      begin(NAME, at, byte)
      return at
    }
    if (state === AFTER_KEY && byte === 0x3a) state = VALUE
    else if (state === AFTER_VALUE && byte === 0x2c) state = KEY
    else if ((state === KEY || state === AFTER_VALUE) && byte === 0x7d) {
      level--
      state = level === 0 ? DONE : AFTER_VALUE
    } else if (state !== DONE) malformed(at)
    else if (!padded || (byte !== 0x29 && byte !== 0x3b)) {
      // What looks like a second HAR may hold what the first does not.
      if (byte === 0x7b) tell('har-malformed', `Another document follows the first (byte ${consumed + at}) and was not read; give each a file of its own.`)
      else tell('trailing-text', `More text follows the end of the document (byte ${consumed + at}); it was not read.`)
      state = BROKEN
    }
    return at + 1
  }

  /** The document's first bytes: `{`, or the name and bracket of a JSONP call before it. */
  function stepStart(byte: number, at: number): number {
    sawText = true
    if (byte === 0x7b && (padded || prefixLength === 0)) {
      state = KEY
      level = 1
    } else if (byte === 0x5b && prefixLength === 0) refuse('no-log', at)
    else if (byte === 0x28 && prefixLength > 0 && !padded) padded = true
    else if (!padded && prefixLength < MAX_PREFIX && isIdentifier(byte)) prefixLength++
    else refuse('not-json', padded ? at : -consumed)
    return at + 1
  }

  function stepValue(byte: number, at: number): number {
    if (level === 1 && name === 'log' && byte === 0x7b) {
      sawLog = true
      level = 2
      state = KEY
      return at + 1
    }
    if (level === 2 && name === 'entries' && byte === 0x5b) {
      if (sawEntries) tell('entries-twice', 'The document has `log.entries` more than once; all of them were read.')
      sawEntries = true
      state = ELEMENT
      commaOwed = false
      commaGiven = false
      return at + 1
    }
    const isHead = level === 2 && (name === 'creator' || name === 'browser' || name === 'pages')
    begin(isHead ? HEAD : SKIPPED, at, byte)
    return at
  }

  function stepElement(byte: number, at: number): number {
    if (byte === 0x5d) {
      if (commaGiven) tell('trailing-comma', 'A comma with no entry after it stands at the end of `log.entries`.')
      state = AFTER_VALUE
      return at + 1
    }
    if (byte === 0x2c) {
      if (!commaOwed) tell('stray-comma', `A comma stands in \`log.entries\` before any entry (byte ${consumed + at}).`)
      commaOwed = false
      commaGiven = true
      return at + 1
    }
    if (byte === 0x7d) {
      malformed(at)
      return at + 1
    }
    if (commaOwed) tell('missing-comma', `Two entries stand with no comma between them (byte ${consumed + at}).`)
    begin(ENTRY, at, byte)
    return at
  }

  function begin(what: number, at: number, byte: number): void {
    purpose = what
    // A literal is kept even where it is passed over: only so can it be told from garbage.
    literal = byte !== 0x7b && byte !== 0x5b && byte !== 0x22
    walker.begin(at, what !== SKIPPED || literal, what === ENTRY)
  }

  /** The value ends before `end`: gives it to whom it is for. */
  function finish(buffer: Buffer, end: number): void {
    const what = purpose
    const value = walker.take(buffer, end)
    purpose = NOTHING
    if (what === ENTRY) return finishEntry(value)
    state = what === NAME ? AFTER_KEY : AFTER_VALUE
    if (what === NAME) name = String(parsed(value))
    else if (literal && parsed(value) === undefined) malformed(end)
    else if (what === HEAD) finishHead(value)
  }

  function finishHead(value: Buffer | undefined): void {
    const content = parsed(value)
    if (content !== undefined) {
      headValues.set(name, content)
      sink.head?.(toHead(headValues))
    } else tell(`${name}-unreadable`, `\`log.${name}\` could not be read and was passed over.`)
  }

  function finishEntry(value: Buffer | undefined): void {
    const index = entries++
    commaOwed = true
    commaGiven = false
    if (walker.cutStrings() > 0) {
      tell(
        'value-cut', `Entry ${index} holds a text of more than ${limits.stringBytes} bytes, which was left out.`, index,
      )
    }
    if (walker.isAnswerCut()) sink.diagnostic(answerTooLarge(index))
    const long = walker.takeLong()
    if (value !== undefined) return sink.entry(value, index, long)
    long?.close()
    tell('entry-too-large', `Entry ${index} is larger than ${limits.valueBytes} bytes and was left out.`, index)
  }

  function refuse(why: Refusal, at: number): void {
    state = REFUSED
    refusal = why
    refusedAt = consumed + at
  }

  /**
   * Something that is no JSON, outside the entries: fatal before the first of them, the end of the reading after it.
   */
  function malformed(at: number): void {
    if (entries === 0) return refuse('not-json', at)
    state = BROKEN
    tell('har-malformed', `The document stops being JSON at byte ${consumed + at}; ${entries} entries were read.`)
  }

  /** Without an entry, each kind of oddity is told once. */
  function tell(code: string, message: string, entry?: number): void {
    if (entry === undefined && told.has(code)) return
    told.add(code)
    sink.diagnostic(entry === undefined ? { code, message } : { code, entry, message })
  }

  function end(): SplitResult {
    const no = (why: Refusal, at: number): SplitResult => ({ ok: false, why, at })
    if (state === REFUSED) return no(refusal, refusedAt)
    if (state === START) return sawText ? no('not-json', 0) : no('empty', consumed)
    const whole = state === DONE || state === BROKEN
    if (whole && !sawLog) return no('no-log', consumed)
    if (whole && !sawEntries) return no('no-entries', consumed)
    if (!whole && entries === 0) return no('truncated', consumed)
    if (!whole) {
      const partial = purpose === ENTRY ? ' The last one is incomplete and was left out.' : ''
      tell('har-truncated', `The document breaks off after ${consumed} bytes; ${entries} entries were read.${partial}`)
    }
    return { ok: true, head: toHead(headValues), entries }
  }

  return { push, end }
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09
}

function isIdentifier(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a)
    || byte === 0x5f || byte === 0x24 || byte === 0x2e
}

function parsed(json: Buffer | undefined): unknown {
  if (json === undefined) return undefined
  try {
    return JSON.parse(json.toString())
  } catch {
    return undefined
  }
}
