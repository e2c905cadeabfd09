/** Where in a JSON text a byte stands, without parsing the text. */

const MAX_DEPTH = 200
const MAX_KEY_BYTES = 120
const QUOTE = 0x22
/** What guards, byte order marks and the numbers of a socket's messages are made of. */
const GUARD: ReadonlySet<number> = new Set([...Buffer.from(")]}',for(;);while(1);&0123456789"), 0xef, 0xbb, 0xbf])
const BACKSLASH = 0x5c

interface Level {
  readonly isArray: boolean
  index: number
  key: string
  /** An object whose next string is a key. */
  expectsKey: boolean
}

/** How far a text was walked: everything before `at`. */
interface Walk {
  at: number
  readonly stack: Level[]
  /** Brackets that are open beyond the deepest. */
  tooDeep: number
  /** The quotes of the string that was walked last. */
  string: { readonly start: number; readonly end: number } | undefined
}

/** Bytes that may still be walked. */
export interface PathBudget {
  left: number
}

/**
 * Path of the value that holds byte `offset`: `events[0].properties.url`; with `(name)` at its end where the byte
 * stands in a key; `''` where it stands in no member. Undefined where the text does not begin as JSON, or `budget` is used
 * up. Tolerates what is truncated, several documents one after another, and a prefix such as `)]}'` or `for(;;);`. Linear
 * in `offset`.
 */
export function jsonPathAt(json: Uint8Array, offset: number, budget?: PathBudget): string | undefined {
  return pathAt(toWalk(json), json, offset, budget)
}

/** Bytes from one mark to the next, to which a walk comes back. */
const STRIDE = 8192

/**
 * As `jsonPathAt`, for many bytes of the same text: the walk goes on from where it was, or from a mark that it left shortly
 * before the offset. A text may not change while it is asked about.
 */
export function createJsonPaths(): typeof jsonPathAt {
  const walks = new WeakMap<Uint8Array, { walk: Walk; readonly marks: Walk[] }>()
  return (json, offset, budget) => {
    let known = walks.get(json)
    if (known === undefined) walks.set(json, known = { walk: toWalk(json), marks: [] })
    const { marks } = known
    if (offset < known.walk.at) known.walk = copyOf(lastBefore(marks, offset) ?? toWalk(json))
    return pathAt(known.walk, json, offset, budget, marks)
  }
}

function toWalk(json: Uint8Array): Walk {
  const start = startOf(json)
  return { at: start < 0 ? Number.POSITIVE_INFINITY : start, stack: [], tooDeep: 0, string: undefined }
}

/** Written property by property: what is spread has another shape to the engine, and each byte asks for it. */
function copyOf({ at, stack, tooDeep, string }: Walk): Walk {
  const levels = stack.map(({ isArray, index, key, expectsKey }) => ({ isArray, index, key, expectsKey }))
  return { at, stack: levels, tooDeep, string }
}

/** Of marks in the order of their places. */
function lastBefore(marks: readonly Walk[], offset: number): Walk | undefined {
  let low = 0
  for (let high = marks.length; low < high;) {
    const middle = (low + high) >> 1
    if (marks[middle]!.at <= offset) low = middle + 1
    else high = middle
  }
  return marks[low - 1]
}

/** Walks on to the string that holds byte `offset`, or to that byte, and leaves both to be walked again. */
function pathAt(walk: Walk, json: Uint8Array, offset: number, budget?: PathBudget, marks?: Walk[]): string | undefined {
  if (offset < walk.at) return undefined
  if (budget !== undefined && (budget.left -= offset - (walk.string?.start === walk.at ? offset : walk.at)) < 0) return undefined
  const { stack } = walk
  let next = nextMark(marks)
  for (; walk.at < json.length && walk.at <= offset; walk.at++) {
    const byte = json[walk.at]!
    if (byte === QUOTE) {
      const end = walk.string?.start === walk.at ? walk.string.end : endOfString(json, walk.at)
      walk.string = { start: walk.at, end }
      if (end >= next) next = mark(walk, marks)
      const top = stack.at(-1)
      const isKey = walk.tooDeep === 0 && top !== undefined && !top.isArray && top.expectsKey
      if (offset <= end) return toPath(stack, isKey)
      if (isKey) top.key = toKey(json, walk.at, end)
      walk.at = end
    } else if (walk.at === offset) {
      return toPath(walk.tooDeep > 0 ? stack : stackBehind(stack, byte), false)
    } else {
      if (walk.at >= next) next = mark(walk, marks)
      step(walk, byte)
    }
  }
  return toPath(stack, false)
}

function nextMark(marks: readonly Walk[] | undefined): number {
  return marks === undefined ? Number.POSITIVE_INFINITY : (marks.at(-1)?.at ?? 0) + STRIDE
}

/** Leaves a mark, but behind those that there are, and tells where the next one is due. */
function mark(walk: Walk, marks: Walk[] = []): number {
  if (walk.at > (marks.at(-1)?.at ?? 0)) marks.push(copyOf(walk))
  return nextMark(marks)
}

/** What a byte outside of strings changes. */
function step(walk: Walk, byte: number): void {
  const { stack, tooDeep } = walk
  if (isOpening(byte)) {
    if (stack.length >= MAX_DEPTH) walk.tooDeep++
    else stack.push(toLevel(byte))
  } else if (isClosing(byte)) {
    if (tooDeep > 0) walk.tooDeep--
    else stack.pop()
  } else if (tooDeep === 0 && stack.length > 0) {
    const top = stack.at(-1)!
    if (byte === COLON) top.expectsKey = false
    else if (byte === COMMA) {
      top.index++
      top.key = ''
      top.expectsKey = !top.isArray
    }
  }
}

/** The levels that a byte stands in: a bracket in what it opens, or in what lies around what it closes. */
function stackBehind(stack: readonly Level[], byte: number): readonly Level[] {
  if (isOpening(byte) && stack.length < MAX_DEPTH) return [...stack, toLevel(byte)]
  return isClosing(byte) ? stack.slice(0, -1) : stack
}

const COLON = 0x3a
const COMMA = 0x2c
const isOpening = (byte: number): boolean => byte === 0x7b || byte === 0x5b
const isClosing = (byte: number): boolean => byte === 0x7d || byte === 0x5d
const toLevel = (opening: number): Level => ({ isArray: opening === 0x5b, index: 0, key: '', expectsKey: opening === 0x7b })

/** Index of the first bracket, past white space and a short guard against inclusion as a script; -1 where none is. */
function startOf(json: Uint8Array): number {
  for (let at = 0; at < json.length && at < 16; at++) {
    const byte = json[at]!
    if (byte === 0x7b || byte === 0x5b) return at
    if (byte > 0x20 && !GUARD.has(byte)) return -1
  }
  return -1
}

/** Index of the quote that ends the string that begins at `start`, or the end of the text. */
function endOfString(json: Uint8Array, start: number): number {
  for (let at = start + 1; at < json.length; at++) {
    const byte = json[at]!
    if (byte === BACKSLASH) at++
    else if (byte === QUOTE) return at
  }
  return json.length
}

function toKey(json: Uint8Array, start: number, end: number): string {
  const raw = Buffer.from(json.buffer, json.byteOffset + start + 1, Math.min(end - start - 1, MAX_KEY_BYTES)).toString()
  if (!raw.includes('\\')) return raw
  try {
    return String(JSON.parse(`"${raw}"`))
  } catch {
    return raw
  }
}

function toPath(stack: readonly Level[], inKey: boolean): string {
  let path = ''
  stack.forEach((level, depth) => {
    const isLast = depth === stack.length - 1
    if (level.isArray) path += `[${level.index}]`
    else if (isLast && inKey) path += path === '' ? '(name)' : '.(name)'
    else if (/^[\w$-]+$/.test(level.key)) path += path === '' ? level.key : `.${level.key}`
    else if (level.key !== '') path += `[${JSON.stringify(level.key)}]`
  })
  return path
}
