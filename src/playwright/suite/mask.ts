/**
 * Rows without what was typed, for places that others read: what a CI job uploads. Who received which kind of datum where
 * stays; the values, the stretches that carried them, and everything in a cookie or a header go.
 */
import type { Analysed } from '../../model.js'

const MASK = '‹masked›'

export function masked(analysed: Analysed, values: readonly string[]): Analysed {
  const hide = toHider(values)
  const ranges = new Map<number, { start: number; end: number }[]>()
  for (const { entry, pointer, startByte, endByte } of analysed.leaks) {
    if (!pointer.endsWith('/request/url')) continue
    ranges.set(entry, [...ranges.get(entry) ?? [], { start: startByte, end: endByte }])
  }
  const url = (entry: number, text: string): string => hide(cutOut(text, ranges.get(entry) ?? []))
  return {
    ...analysed,
    capture: { ...analysed.capture, path: null },
    requests: analysed.requests.map((request) => ({
      ...request,
      url: url(request.entry, request.url),
      initiator: request.initiator === null ? null : hide(request.initiator),
      action: request.action === null ? null : hide(request.action),
    })),
    leaks: analysed.leaks.map((leak) => ({
      ...leak,
      url: url(leak.entry, leak.url),
      pageUrl: leak.pageUrl === null ? null : hide(leak.pageUrl),
      frameUrl: leak.frameUrl === null ? null : hide(leak.frameUrl),
      action: leak.action === null ? null : hide(leak.action),
      label: leak.matchSource === 'vocabulary' || leak.matchSource === 'signature' ? hide(leak.label) : leak.termId,
      excerpt: MASK,
    })),
    stored: analysed.stored.map((one) => ({
      ...one, name: hide(one.name), setByUrl: one.setByUrl === null ? null : hide(one.setByUrl.replace(/[?#].*$/s, '')),
    })),
    diagnostics: analysed.diagnostics.map((diagnostic) => ({ ...diagnostic, message: hide(diagnostic.message) })),
  }
}

/** Rows without what nobody is to see, wherever they are read: passwords, codes, keys. All else stays. */
export function withoutSecrets(analysed: Analysed, secrets: readonly string[]): Analysed {
  const hide = toHider(secrets)
  const hideIn = (text: string | null): string | null => text === null ? null : hide(text)
  return {
    ...analysed,
    requests: analysed.requests.map((request) =>
      ({ ...request, url: hide(request.url), initiator: hideIn(request.initiator) })),
    leaks: analysed.leaks.map((leak) => ({
      ...leak, url: hide(leak.url), pageUrl: hideIn(leak.pageUrl), frameUrl: hideIn(leak.frameUrl),
      excerpt: hide(leak.excerpt),
    })),
    diagnostics: analysed.diagnostics.map((diagnostic) => ({ ...diagnostic, message: hide(diagnostic.message) })),
  }
}

/** Replaces each value, as it is and as URLs spell it, in any case. */
export function toHider(values: readonly string[]): (text: string) => string {
  const spellings = values.flatMap((value) => {
    const percent = encodeURIComponent(value.replace(/\p{Cs}/gu, ''))
    return [
      value, percent, percent.replaceAll('%20', '+'), encodeURIComponent(percent),
      value.replace(/\s+/g, '-'), value.replace(/\s+/g, '_'),
    ]
  })
  const words = [...new Set(spellings)].filter((text) => text.length >= 3).sort((a, b) => b.length - a.length)
  if (words.length === 0) return (text) => text
  // What is short stands in many a word; only where it stands alone it is the value.
  const alone = (word: string, text: string): string =>
    word.length >= 6 ? text : `(?<![\\p{L}\\p{N}])${text}(?![\\p{L}\\p{N}])`
  const pattern = new RegExp(
    words.map((word) => alone(word, word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))).join('|'), 'giu')
  return (text) => text.replace(pattern, MASK)
}

/** The text without the ranges of its UTF-8 bytes. */
function cutOut(text: string, ranges: readonly { readonly start: number; readonly end: number }[]): string {
  if (ranges.length === 0) return text
  const bytes = Buffer.from(text)
  const sorted = [...ranges].sort((a, b) => a.start - b.start)
  let out = ''
  let at = 0
  for (const { start, end } of sorted) {
    if (end <= at) continue
    if (start > at) out += bytes.toString('utf8', at, start)
    out += out.endsWith(MASK) ? '' : MASK
    at = Math.max(at, end)
  }
  return out + bytes.toString('utf8', Math.min(at, bytes.length))
}

/** The title of an action without the text that it types. */
export function maskedTitle(title: string): string {
  return title.replace(/^((?:Fill|Type|Press sequentially|Insert|Select option)\b[^"]*)"(?:[^"\\]|\\.)*"/i, '$1"…"')
}
