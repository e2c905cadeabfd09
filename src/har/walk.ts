/**
 * Walks one JSON value through a stream of chunks and gives back its bytes, without its response body; with `brief` also
 * without the lists that repeat what stands elsewhere in the entry, and with a long request body in a file beside it.
 *
 * The walker knows two things: whether it is in a string, and how many brackets are open. It also remembers the last
 * key at depths 1, 2 and 3, because a string under `response.content.text` is left out (`""` in its place) unless it is
 * short, or is JSON or HTML and under the cap. What is kept from earlier chunks is copied; a value that lies within one
 * chunk is handed on as it stands. A string that crosses chunks is kept apart from what precedes it, so that it can be
 * dropped when its length or its end tells that it should be. What headers say of the lists is in `lists.ts`.
 */
import { CONTENT, HEADERS, keyAt, mayBeKey, MIME, OTHER, POST_DATA, REQUEST, RESPONSE, TEXT, URL_KEY } from './keys.js'
import { createLists } from './lists.js'
import { createLongText, type LongText } from './long-text.js'

export interface WalkLimits {
  /** Response bodies above this are left out whatever their type; from `stringBytes` on they are texts like any other. */
  readonly bodyBytes: number
  /** Response bodies up to this are handed on whatever their type. */
  readonly smallBodyBytes: number
  /** Any other string above this is left out and counted. */
  readonly stringBytes: number
  /** With `brief`: a request body above this is put aside. */
  readonly longBytes: number
  /** A value above this is given up. */
  readonly valueBytes: number
}

export interface Walker {
  /** A value begins at `at`. `keeping`: its bytes are wanted. `entry`: it is an entry, whose body is to be left out. */
  begin(at: number, keeping: boolean, entry: boolean): void
  /** Index after the last byte of the value, or -1 where the chunk ended first. */
  walk(buffer: Buffer, start: number): number
  /** To be called at the end of a chunk that did not end the value; the next chunk goes on at its first byte. */
  hold(buffer: Buffer): void
  /** Bytes of the value that ended before `end`, or undefined where it was larger than `valueBytes`. */
  take(buffer: Buffer, end: number): Buffer | undefined
  /** How many strings were left out for their length alone. */
  cutStrings(): number
  /** Whether that was so of a response body in JSON or HTML. */
  isAnswerCut(): boolean
  /** The request body that was put aside, to be closed by whoever takes it. */
  takeLong(): LongText | undefined
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COMMA = 0x2c
const COLON = 0x3a
/** A native call costs as much as this many bytes looked at here. */
const NEAR = 40

/** What the `mimeType` beside a body says of it. */
const UNKNOWN = 0
const WANTED = 1
const UNWANTED = 2

export function createWalker(limits: WalkLimits, brief = false): Walker {
  const lists = createLists()
  const cutsBodies = limits.bodyBytes < limits.stringBytes
  let keeping = false
  let entry = false
  let depth = 0
  const keys = new Uint8Array(4)
  let lastKey = OTHER
  let body = UNKNOWN

  let inString = false
  /** First byte of the string's content in this chunk, -1 where it began in an earlier one. */
  let stringFrom = -1
  let stringBytes = 0
  let oddBackslashes = false
  let dropping = false
  /** First bytes of a string that crosses chunks. */
  const opening = Buffer.alloc(64)

  let kept: Buffer[] = []
  let keptBytes = 0
  /** Where in this chunk the value goes on: all before is in `kept`, or was left out. */
  let from = 0
  let tooLarge = false
  let keptBeforeString = 0
  let keptBytesBeforeString = 0
  let cut = 0
  let answerCut = false
  let long: LongText | undefined
  /** Depth of the list that is being passed over, and where its content begins in this chunk; 0 and -1 for none. */
  let listDepth = 0
  let listFrom = -1

  function begin(at: number, keepBytes: boolean, isEntry: boolean): void {
    keeping = keepBytes
    entry = isEntry
    depth = 0
    inString = false
    dropping = false
    kept = []
    keptBytes = 0
    from = at
    tooLarge = false
    cut = 0
    answerCut = false
    long?.close()
    long = undefined
    listDepth = 0
    lists.begin()
  }

  function walk(buffer: Buffer, start: number): number {
    const length = buffer.length
    let at = start
    let open = depth
    if (inString) {
      const quote = findClose(buffer, at)
      if (quote < 0) return -1
      inString = false
      endString(buffer, quote, open)
      at = quote + 1
      if (open === 0) return at
    } else if (open === 0) {
      const first = buffer[at]!
      if (first !== QUOTE && first !== 0x7b && first !== 0x5b) return walkLiteral(buffer, at)
    }
    while (at < length) {
      const byte = buffer[at++]!
      if (byte === QUOTE) {
        stringFrom = at
        // Most strings are short.
        const near = at + NEAR < length ? at + NEAR : length
        let end = at
        let seen = 0
        while (end < near && (seen = buffer[end]!) !== QUOTE && seen !== BACKSLASH) end++
        if (end === near || seen !== QUOTE) {
          oddBackslashes = false
          end = findClose(buffer, end)
          if (end < 0) {
            inString = true
            depth = open
            return -1
          }
          if (open <= 3 || end - at > limits.stringBytes) endString(buffer, end, open)
          else if (open === 4 && lists.isWatching) lists.seeString(buffer, at, end)
        } else if (open <= 3) endString(buffer, end, open)
        else if (open === 4 && lists.isWatching) lists.seeString(buffer, at, end)
        at = end + 1
        if (open === 0) return at
      } else if (byte >= COMMA) {
        const folded = byte | 0x20
        if (folded === 0x7b) {
          open++
          if (open <= 3) {
            keys[open] = OTHER
            if (open === 3) {
              body = UNKNOWN
              if (brief && byte === 0x5b && entry && keys[2]! >= HEADERS) beginList(at, keys[1] === REQUEST)
            }
          }
        } else if (folded === 0x7d) {
          if (open === listDepth) endList(buffer, at - 1)
          open--
          if (open === 0) return at
        } else if (open <= 3) {
          if (byte === COLON) keys[open] = lastKey
          else if (byte === COMMA) keys[open] = OTHER
        }
      }
    }
    depth = open
    return -1
  }

  function beginList(at: number, isRequest: boolean): void {
    listDepth = 3
    listFrom = at
    lists.beginList(keys[2]!, isRequest)
  }

  /** The list ends with the bracket at `end`: leaves out what is in it where that says nothing new. */
  function endList(buffer: Buffer, end: number): void {
    listDepth = 0
    if (!lists.endList() || listFrom < 0 || !keeping) return
    keep(buffer, from, listFrom)
    from = end
  }

  function walkLiteral(buffer: Buffer, start: number): number {
    for (let at = start; at < buffer.length; at++) {
      const byte = buffer[at]!
      if (byte === COMMA || byte === 0x7d || byte === 0x5d || byte <= 0x20) return at
    }
    return -1
  }

  /** Index of the quote that closes the string, searched from `start`, or -1 where this chunk has none. */
  function findClose(buffer: Buffer, start: number): number {
    const first = Math.max(stringFrom, 0)
    for (let at = start; ;) {
      const quote = buffer.indexOf(QUOTE, at)
      const end = quote < 0 ? buffer.length : quote
      let run = end - 1
      while (run >= first && buffer[run] === BACKSLASH) run--
      let odd = ((end - 1 - run) & 1) === 1
      if (run < first && stringFrom < 0 && oddBackslashes) odd = !odd
      if (quote < 0) {
        oddBackslashes = odd
        return -1
      }
      if (!odd) return quote
      at = passEscapes(buffer, quote + 1)
      if (buffer[at] === QUOTE) return at
    }
  }

  /**
   * Behind an escaped quote, in a string, the next one is near: JSON within JSON has one every few bytes. Index of the quote
   * that closes the string, or of a byte from which on none was near.
   */
  function passEscapes(buffer: Buffer, start: number): number {
    const last = buffer.length - 1
    let at = start
    for (let until = at + NEAR; at < until && at < last;) {
      const byte = buffer[at]!
      if (byte === QUOTE) return at
      if (byte !== BACKSLASH) at++
      else {
        at += 2
        if (buffer[at - 1] === QUOTE) until = at + NEAR
      }
    }
    return at
  }

  /** A string ends at `end`, at depth `at`: leaves it out where it should be, and takes note of keys and types. */
  function endString(buffer: Buffer, end: number, at: number): void {
    const length = stringFrom < 0 ? stringBytes + end : end - stringFrom
    if (dropping) {
      dropping = false
      from = end
      if (long !== undefined && isRequestBody(at)) long.write(buffer.subarray(Math.max(stringFrom, 0), end))
      else if (!isBody(at)) cut++
      else answerCut ||= isWanted(openingOf(buffer, end))
    } else if (length > limits.smallBodyBytes && keeping) {
      if (isBody(at)) {
        const wanted = isWanted(openingOf(buffer, end))
        if (length > limits.bodyBytes || !wanted) leaveOut(buffer, end)
        answerCut ||= wanted && length > limits.bodyBytes
      } else if (brief && length > limits.longBytes && isRequestBody(at)) {
        putAside()
        long?.write(buffer.subarray(Math.max(stringFrom, 0), end))
        leaveOut(buffer, end)
      } else if (length > limits.stringBytes) {
        leaveOut(buffer, end)
        cut++
      }
    }
    if (at > 3 || !entry) return
    if (at === 3 && keys[3] === MIME) body = /json|html/i.test(openingOf(buffer, end)) ? WANTED : UNWANTED
    lastKey = mayBeKey(length) ? keyEnding(buffer, end, length) : OTHER
    if (brief && at === 2 && keys[2] === URL_KEY && keys[1] === REQUEST) lists.seeUrl(buffer, stringFrom, end)
  }

  function isBody(at: number): boolean {
    return cutsBodies && at === 3 && entry && keys[3] === TEXT && keys[2] === CONTENT && keys[1] === RESPONSE
  }

  function isRequestBody(at: number): boolean {
    return at === 3 && entry && keys[3] === TEXT && keys[2] === POST_DATA && keys[1] === REQUEST
  }

  /** Begins a file for the string that is too long to be kept, with what of it was kept so far. */
  function putAside(): void {
    long?.close()
    long = createLongText()
    for (const piece of kept.slice(keptBeforeString)) long.write(piece)
  }

  function isWanted(start: string): boolean {
    return body === UNKNOWN ? /^(?:\\[nrt]|[\s\u00ef\u00bb\u00bf])*[<{[]/.test(start) : body === WANTED
  }

  /** The first bytes, as Latin-1, of the string that ends at `end`. */
  function openingOf(buffer: Buffer, end: number): string {
    if (stringFrom >= 0) return buffer.toString('latin1', stringFrom, Math.min(end, stringFrom + opening.length))
    return opening.toString('latin1', 0, addToOpening(buffer, 0, end, stringBytes))
  }

  /** What the string of this length that ends at `end` is the name of. */
  function keyEnding(buffer: Buffer, end: number, length: number): number {
    if (stringFrom >= 0) return keyAt(buffer, stringFrom, length)
    addToOpening(buffer, 0, end, stringBytes)
    return keyAt(opening, 0, length)
  }

  function addToOpening(buffer: Buffer, start: number, end: number, already: number): number {
    if (already >= opening.length) return opening.length
    return already + buffer.copy(opening, already, start, Math.min(end, start + opening.length - already))
  }

  /** Leaves out the string that ends at `end`; its quotes stay. */
  function leaveOut(buffer: Buffer, end: number): void {
    if (stringFrom >= 0) keep(buffer, from, stringFrom)
    else forgetString()
    from = end
  }

  function forgetString(): void {
    if (kept.length > keptBeforeString) kept.length = keptBeforeString
    keptBytes = keptBytesBeforeString
  }

  function keep(buffer: Buffer, start: number, end: number): void {
    if (end <= start || tooLarge || !keeping) return
    keptBytes += end - start
    tooLarge = keptBytes > limits.valueBytes
    if (tooLarge) kept = []
    else kept.push(Buffer.from(buffer.subarray(start, end)))
  }

  function hold(buffer: Buffer): void {
    if (inString) holdString(buffer)
    else keep(buffer, from, buffer.length)
    from = 0
    listFrom = -1
    lists.pause()
  }

  function holdString(buffer: Buffer): void {
    const start = Math.max(stringFrom, 0)
    const began = stringFrom >= 0
    if (began) {
      keep(buffer, from, start)
      keptBeforeString = kept.length
      keptBytesBeforeString = keptBytes
      stringBytes = 0
    }
    addToOpening(buffer, start, buffer.length, stringBytes)
    stringBytes += buffer.length - start
    stringFrom = -1
    if (!dropping) {
      const isLong = brief && isRequestBody(depth)
      dropping = stringBytes > (isBody(depth) ? limits.bodyBytes : isLong ? limits.longBytes : limits.stringBytes)
      if (!dropping) return keep(buffer, start, buffer.length)
      if (isLong) putAside()
      forgetString()
    }
    if (long !== undefined && isRequestBody(depth)) long.write(buffer.subarray(start))
  }

  function take(buffer: Buffer, end: number): Buffer | undefined {
    if (tooLarge || keptBytes + end - from > limits.valueBytes) return undefined
    const last = buffer.subarray(from, end)
    return kept.length === 0 ? last : Buffer.concat([...kept, last])
  }

  function takeLong(): LongText | undefined {
    const taken = long
    long = undefined
    return taken
  }

  return { begin, walk, hold, take, cutStrings: () => cut, isAnswerCut: () => answerCut, takeLong }
}
