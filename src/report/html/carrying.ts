/**
 * A request as it was sent, with the bytes that carried the datum told apart.
 *
 * Where the datum stood in the URL, its range is exact. Elsewhere the report has an excerpt: the range with at most forty
 * bytes around it, `…` where something was left out; the value is looked for in it, and failing that, all of it is marked.
 */
import type { LeakRecord } from '../../model.js'
import { clip } from '../text.js'

export interface Carrying {
  readonly before: string
  readonly marked: string
  readonly after: string
}

const LONGEST_URL = 700
const AROUND = 90
const LONGEST_MARK = 300
const EXCERPT_AROUND = 40

export function toCarrying(leak: Pick<LeakRecord, 'url' | 'pointer' | 'startByte' | 'endByte' | 'excerpt' | 'label' | 'part'>): Carrying {
  return leak.pointer.endsWith('/request/url') ? inUrl(leak) ?? inExcerpt(leak) : inExcerpt(leak)
}

function inUrl({ url, startByte, endByte }: Pick<LeakRecord, 'url' | 'startByte' | 'endByte'>): Carrying | null {
  const bytes = Buffer.from(url, 'utf8')
  if (startByte < 0 || endByte <= startByte || endByte > bytes.length) return null
  const before = bytes.toString('utf8', 0, startByte)
  const after = bytes.toString('utf8', endByte)
  const marked = clip(bytes.toString('utf8', startByte, endByte), LONGEST_MARK)
  if (url.length <= LONGEST_URL) return { before, marked, after }
  const head = before.slice(0, AROUND)
  return {
    before: before.length <= 2 * AROUND ? before : `${head}…${before.slice(-AROUND)}`,
    marked,
    after: clip(after, AROUND),
  }
}

function inExcerpt({ excerpt, label, part, startByte, endByte }: Parameters<typeof toCarrying>[0]): Carrying {
  const shown = clip(excerpt, 1000)
  const whole: Carrying = { before: '', marked: shown, after: '' }
  // Half of a surrogate pair cannot be encoded; through the bytes it becomes U+FFFD.
  // Of cookies and headers, the excerpt is the value alone.
  if (part === 'cookie' || part === 'header') return whole
  for (const text of [label, encodeURIComponent(Buffer.from(label, 'utf8').toString('utf8'))]) {
    const at = text === '' ? -1 : shown.toLowerCase().indexOf(text.toLowerCase())
    if (at >= 0) return { before: shown.slice(0, at), marked: shown.slice(at, at + text.length), after: shown.slice(at + text.length) }
  }
  return byDistance(shown, endByte - startByte) ?? whole
}

/** After a leading `…` stand forty bytes, then the range. Certain only where each byte is one character. */
function byDistance(excerpt: string, length: number): Carrying | null {
  if (!excerpt.startsWith('…') || !/^[\x20-\x7E]*$/.test(excerpt.slice(1).replace(/…$/, ''))) return null
  const from = 1 + EXCERPT_AROUND
  if (length <= 0 || from + length > excerpt.length) return null
  return { before: excerpt.slice(0, from), marked: excerpt.slice(from, from + length), after: excerpt.slice(from + length) }
}
