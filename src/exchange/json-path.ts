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

/**
 * Path of the value that holds byte `offset`: `events[0].properties.url`; with `(name)` at its end where the byte
 * stands in a key; `''` where it stands in no member. Undefined where the text does not begin as JSON. Tolerates what
 * is truncated, several documents one after another, and a prefix such as `)]}'` or `for(;;);`. Linear in `offset`.
 */
export function jsonPathAt(json: Uint8Array, offset: number): string | undefined {
  const start = startOf(json)
  if (start < 0 || offset < start) return undefined
  const stack: Level[] = []
  let tooDeep = 0
  for (let at = start; at < json.length && at <= offset; at++) {
    const byte = json[at]!
    const top = stack.at(-1)
    if (byte === QUOTE) {
      const end = endOfString(json, at)
      const isKey = tooDeep === 0 && top !== undefined && !top.isArray && top.expectsKey
      if (offset <= end) return toPath(stack, isKey)
      if (isKey) top.key = toKey(json, at, end)
      at = end
    } else if (byte === 0x7b || byte === 0x5b) {
      if (stack.length >= MAX_DEPTH) tooDeep++
      else stack.push({ isArray: byte === 0x5b, index: 0, key: '', expectsKey: byte === 0x7b })
    } else if (byte === 0x7d || byte === 0x5d) {
      if (tooDeep > 0) tooDeep--
      else stack.pop()
    } else if (tooDeep === 0 && top !== undefined) {
      if (byte === 0x3a) top.expectsKey = false
      else if (byte === 0x2c && at < offset) {
        top.index++
        top.key = ''
        top.expectsKey = !top.isArray
      }
    }
  }
  return toPath(stack, false)
}

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
