/** The body of a request: its bytes as sent, and the fields in it. */
import type { HarPostData } from '../har/types.js'
import type { FieldList } from './field-list.js'

export interface Body {
  readonly bytes: Buffer
  readonly pointer: string
}

export interface BodyContext {
  /** The attached file of that name. */
  body(name: string): Uint8Array | undefined
  /** `code` and sentence of something odd. */
  odd(code: string, message: string): void
}

const AMPERSAND = 0x26
const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d
/** Bytes of a part of multipart in which its head is looked for. */
const LONGEST_HEAD = 4_000

/**
 * The bytes that were sent, undefined where the HAR has none. They lie in `text` as UTF-8, or there in base64, or there
 * with each byte as one character (binary that a producer took for Latin-1), or in an attached file; for the last
 * three, offsets count bytes of what `text` or the file stands for.
 */
export function bodyOf(postData: HarPostData | string, context: BodyContext): Body | undefined {
  if (typeof postData === 'string') {
    return postData === '' ? undefined : { bytes: bytesOf(postData, undefined, context), pointer: '/request/postData' }
  }
  if (typeof postData._file === 'string' && postData._file !== '') {
    const attached = context.body(postData._file)
    if (attached !== undefined) return { bytes: toBuffer(attached), pointer: '/request/postData/_file' }
    context.odd(
      'body-missing', `The request body in the attached file "${postData._file.slice(0, 100)}" cannot be had.`,
    )
  }
  const { text } = postData
  if (typeof text !== 'string' || text === '') return undefined
  return { bytes: bytesOf(text, postData.encoding, context), pointer: '/request/postData/text' }
}

function bytesOf(text: string, encoding: unknown, context: BodyContext): Buffer {
  if (encoding === 'base64') return Buffer.from(text, 'base64')
  const isBinary = /[\u0000-\u0008\u000e-\u001f]/.test(text)
  if (isBinary && !/[^\u0000-\u00ff]/.test(text)) return Buffer.from(text, 'latin1')
  if (isBinary && text.includes('\ufffd')) {
    context.odd('body-lossy', 'The request body was binary and was recorded as text: bytes of it are lost.')
  }
  return Buffer.from(text)
}

/** The fields of a body: those of a form or multipart one by one, anything else as one field without a name. */
export function addBody({ bytes, pointer }: Body, contentType: string, list: FieldList): void {
  if (isMultipart(bytes, contentType)) {
    const boundary = boundaryOf(bytes, contentType)
    if (boundary !== undefined && addMultipart(bytes, boundary, pointer, list)) return
  }
  const first = bytes[firstInk(bytes)]
  const isJson = first === 0x7b || first === 0x5b
  if (!isJson && /urlencoded/i.test(contentType) && bytes.includes(0x3d)) {
    return list.addPairs('body', bytes, 0, endOfInk(bytes), AMPERSAND, pointer, 0)
  }
  const lines = isJson || /octet-stream/i.test(contentType) ? undefined : queryLines(bytes)
  if (lines === undefined) return list.add('body', '', bytes, pointer, 0)
  for (const [start, end] of lines) {
    list.addPairs('body', bytes, start, end, AMPERSAND, pointer, start)
    if (list.isFull()) return list.addRest('body', bytes.subarray(start), pointer, start)
  }
}

/**
 * `postData.params`, for a HAR that has no text. Values as they stand there: some producers decode them, some do not.
 */
export function addParams(params: unknown, list: FieldList): void {
  if (!Array.isArray(params)) return
  params.forEach((param: unknown, index) => {
    if (typeof param !== 'object' || param === null) return
    const { name, value, fileName } = param as { name?: unknown; value?: unknown; fileName?: unknown }
    const title = typeof name === 'string' ? name.slice(0, 200) : ''
    const pointer = `/request/postData/params/${index}`
    if (title !== '') list.addName('body', title, Buffer.from(name as string), `${pointer}/name`, 0)
    if (typeof value === 'string') list.add('body', title, Buffer.from(value), `${pointer}/value`, 0)
    if (typeof fileName === 'string') {
      list.add('body', `${title}.filename`, Buffer.from(fileName), `${pointer}/fileName`, 0)
    }
  })
}

/** Lines of which each has the shape of a query, as the batches of GA4 have; undefined where one has not. */
function queryLines(bytes: Buffer): [number, number][] | undefined {
  const lines: [number, number][] = []
  for (let at = 0; at < bytes.length;) {
    const stop = bytes.indexOf(LINE_FEED, at)
    const end = stop < 0 ? bytes.length : stop
    const trimmed = end > at && bytes[end - 1] === CARRIAGE_RETURN ? end - 1 : end
    if (trimmed > at) {
      if (!isQueryShaped(bytes, at, trimmed)) return undefined
      lines.push([at, trimmed])
    }
    at = end + 1
  }
  return lines.length > 0 ? lines : undefined
}

/** What no query has unless it is encoded, and text in base 85 has soon. */
const ENCODED: ReadonlySet<number> = new Set(Buffer.from('"<>{}\\^`'))

/**
 * Begins with a name and `=`, and has no byte that a query would have encoded. Where each `=` has `3D` behind it, it is
 * a query in quoted-printable, which a decoder undoes as a whole.
 */
function isQueryShaped(bytes: Buffer, start: number, end: number): boolean {
  let equals = start
  while (equals < end && equals - start < 100 && isNameByte(bytes[equals]!)) equals++
  if (equals === start || bytes[equals] !== 0x3d || !beginsName(bytes[start]!)) return false
  let isQuoted = true
  for (let at = equals; at < end; at++) {
    const byte = bytes[at]!
    if (byte <= 0x20 || ENCODED.has(byte)) return false
    if (byte === 0x3d) isQuoted &&= bytes[at + 1] === 0x33 && bytes[at + 2] === 0x44
  }
  return !isQuoted
}

const isLetterOrDigit = (byte: number): boolean =>
  (byte >= 0x30 && byte <= 0x39) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) || byte >= 0x80
const beginsName = (byte: number): boolean => isLetterOrDigit(byte) || '_%[$'.includes(String.fromCharCode(byte))
const isNameByte = (byte: number): boolean =>
  isLetterOrDigit(byte) || '_-.~%[]$:@!*'.includes(String.fromCharCode(byte))

function isMultipart(bytes: Buffer, contentType: string): boolean {
  return /^multipart\//i.test(contentType)
    || (bytes[0] === 0x2d && bytes[1] === 0x2d && bytes.subarray(0, 400).includes('form-data'))
}

/** From the type, or, where that lies or lacks it, from the first line. */
function boundaryOf(bytes: Buffer, contentType: string): Buffer | undefined {
  const named = /boundary="?([^";,\s]{1,200})/i.exec(contentType)?.[1]
  if (named !== undefined && bytes.includes(`--${named}`)) return Buffer.from(`--${named}`)
  const line = bytes.subarray(0, 300)
  const end = line.indexOf(LINE_FEED)
  if (end < 3 || line[0] !== 0x2d || line[1] !== 0x2d) return undefined
  return line.subarray(0, line[end - 1] === CARRIAGE_RETURN ? end - 1 : end)
}

/** Returns false where there was no part. What stands before, between and behind the parts is a field without a name. */
function addMultipart(bytes: Buffer, boundary: Buffer, pointer: string, list: FieldList): boolean {
  let parts = 0
  let at = bytes.indexOf(boundary)
  const besides: [number, number][] = [[0, at]]
  while (at >= 0 && !list.isFull()) {
    const start = at + boundary.length
    const next = bytes.indexOf(boundary, start)
    const end = next < 0 ? bytes.length : next
    if (addPart(bytes, start, end, pointer, list)) parts++
    else besides.push([start, end])
    if (list.isFull()) list.addRest('body', bytes.subarray(start), pointer, start)
    at = next
  }
  if (parts === 0) return false
  for (const [start, end] of besides) if (hasText(bytes, start, end)) list.add('body', '', bytes.subarray(start, end), pointer, start)
  return true
}

/** More than white space and the hyphens behind the last boundary. */
function hasText(bytes: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at]! > 0x20 && bytes[at] !== 0x2d) return true
  return false
}

function addPart(bytes: Buffer, start: number, end: number, pointer: string, list: FieldList): boolean {
  // Latin-1 gives one character a byte, so that positions in the text are positions in the bytes.
  const text = bytes.toString('latin1', start, Math.min(end, start + LONGEST_HEAD))
  const gap = /\r?\n\r?\n/.exec(text)
  if (gap === null) return false
  const head = text.slice(0, gap.index)
  const content = start + gap.index + gap[0].length
  const stop = bytes[end - 1] !== LINE_FEED ? end : bytes[end - 2] === CARRIAGE_RETURN ? end - 2 : end - 1
  const [nameStart, nameEnd] = parameterIn(head, 'name')
  const [fileStart, fileEnd] = parameterIn(head, 'filename')
  const name = bytes.toString('utf8', start + nameStart, start + nameEnd).slice(0, 200)
  list.addName('body', name, bytes.subarray(start + nameStart, start + nameEnd), pointer, start + nameStart)
  list.add('body', `${name}.filename`, bytes.subarray(start + fileStart, start + fileEnd), pointer, start + fileStart)
  list.add('body', name, bytes.subarray(content, Math.max(content, stop)), pointer, content)
  for (const { 0: line, 1: header = '', index } of head.matchAll(OTHER_HEADER)) {
    const from = start + index + header.length + 1
    list.add('body', header.toLowerCase(), bytes.subarray(from, start + index + line.length), pointer, from)
  }
  return true
}

/** Of a part: a line that says something else than how to read it. */
const OTHER_HEADER = /^(?!content-(?:disposition|type|length|transfer-encoding):)([\w-]{1,100}):[^\r\n]*/gim

/** Where the value of `name="…"` or `name*=…` (RFC 5987) stands in a Content-Disposition. */
function parameterIn(head: string, key: string): [number, number] {
  const found = new RegExp(`[;\\s]${key}\\*?=(?:"([^"\\r\\n]*)"|([^";\\s]*))`, 'i').exec(head)
  if (found === null) return [0, 0]
  const end = found.index + found[0].length - (found[1] === undefined ? 0 : 1)
  return [end - (found[1] ?? found[2] ?? '').length, end]
}

function firstInk(bytes: Buffer): number {
  let at = 0
  while (at < bytes.length && bytes[at]! <= 0x20) at++
  return at
}

function endOfInk(bytes: Buffer): number {
  let end = bytes.length
  while (end > 0 && (bytes[end - 1] === LINE_FEED || bytes[end - 1] === CARRIAGE_RETURN)) end--
  return end
}

function toBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
