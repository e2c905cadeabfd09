/**
 * A request as it was sent, with the bytes that carried the datum told apart.
 *
 * Where the datum stood in the URL, its range is exact. Elsewhere the report has an excerpt: the range with at most
 * forty bytes around it, `…` where something was left out; the value is looked for in it, and failing that, all of it
 * is marked.
 */
import type { LeakRecord } from '../../model.js'
import { clip } from '../text.js'

export interface Carrying {
  readonly before: string
  readonly marked: string
  readonly after: string
}

const AROUND = 90
const LONGEST_MARK = 300
const EXCERPT_AROUND = 40

type Sent = Pick<LeakRecord, 'url' | 'pointer' | 'startByte' | 'endByte' | 'excerpt' | 'label' | 'part'>

/** Of a URL longer than `longest` characters, what stands around the datum. */
export function toCarrying(leak: Sent, longest = 700): Carrying {
  return leak.pointer.endsWith('/request/url') ? inUrl(leak, longest) ?? inExcerpt(leak) : inExcerpt(leak)
}

function inUrl({ url, startByte, endByte }: Sent, longest: number): Carrying | null {
  const bytes = Buffer.from(url, 'utf8')
  if (startByte < 0 || endByte <= startByte || endByte > bytes.length) return null
  const before = bytes.toString('utf8', 0, startByte)
  const after = bytes.toString('utf8', endByte)
  const marked = clip(bytes.toString('utf8', startByte, endByte), LONGEST_MARK)
  if (url.length <= longest) return { before, marked, after }
  const head = before.slice(0, AROUND)
  return {
    before: before.length <= 2 * AROUND ? before : `${head}…${before.slice(-AROUND)}`,
    marked,
    after: clip(after, AROUND),
  }
}

function inExcerpt({ excerpt, label, part, startByte, endByte }: Sent): Carrying {
  const shown = clip(excerpt, 1000)
  const whole: Carrying = { before: '', marked: shown, after: '' }
  // Half of a surrogate pair cannot be encoded; through the bytes it becomes U+FFFD.
  // Of cookies and headers, the excerpt is the value alone.
  if (part === 'cookie' || part === 'header') return whole
  const encoded = encodeURIComponent(Buffer.from(label, 'utf8').toString('utf8'))
  for (const text of [label, encoded, encoded.replaceAll('%20', '+')]) {
    const at = text === '' ? -1 : shown.toLowerCase().indexOf(text.toLowerCase())
    if (at >= 0) return cut(shown, at, text.length)
  }
  return byDistance(shown, endByte - startByte) ?? whole
}

/** After a leading `…` stand forty bytes, then the range. Certain only where each byte is one character. */
function byDistance(excerpt: string, length: number): Carrying | null {
  if (!excerpt.startsWith('…') || !/^[\x20-\x7E]*$/.test(excerpt.slice(1).replace(/…$/, ''))) return null
  const from = 1 + EXCERPT_AROUND
  if (length <= 0 || from + length > excerpt.length) return null
  return cut(excerpt, from, length)
}

function cut(text: string, from: number, length: number): Carrying {
  return { before: text.slice(0, from), marked: text.slice(from, from + length), after: text.slice(from + length) }
}
