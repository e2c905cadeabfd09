/**
 * Rows without what was typed, for places that others read: what a CI job uploads. Who received which kind of datum where
 * stays; the values, the stretches that carried them, and everything in a cookie or a header go.
 */
import type { Analysed } from '../../model.js'
import { MASK } from '../../withheld.js'
import { toPeelingHider } from './hide.js'

export function masked(analysed: Analysed, values: readonly string[]): Analysed {
  const ranges = new Map<number, { start: number; end: number }[]>()
  for (const { entry, pointer, startByte, endByte } of analysed.leaks) {
    if (!pointer.endsWith('/request/url')) continue
    ranges.set(entry, [...ranges.get(entry) ?? [], { start: startByte, end: endByte }])
  }
  const hidden = withHidden(analysed, values, (entry, url) => cutOut(url, ranges.get(entry) ?? []))
  return {
    ...hidden,
    capture: { ...hidden.capture, path: null },
    leaks: hidden.leaks.map((leak) => ({
      ...leak,
      label: leak.matchSource === 'vocabulary' || leak.matchSource === 'signature' ? leak.label : leak.termId,
      excerpt: MASK,
    })),
    stored: hidden.stored.map((one) => ({ ...one, setByUrl: one.setByUrl?.replace(/[?#].*$/s, '') ?? null })),
  }
}

/** Rows without what nobody is to see, wherever they are read: passwords, codes, keys. All else stays. */
export function withoutSecrets(analysed: Analysed, secrets: readonly string[]): Analysed {
  return withHidden(analysed, secrets, (_entry, url) => url)
}

/** `before`: makes an entry's URL shorter while its bytes still are where they were found. */
function withHidden(
  analysed: Analysed, values: readonly string[], before: (entry: number, url: string) => string,
): Analysed {
  const hide = toPeelingHider(values)
  const hideIn = (text: string | null): string | null => text === null ? null : hide(text)
  return {
    ...analysed,
    requests: analysed.requests.map((request) => ({
      ...request, url: hide(before(request.entry, request.url)), initiator: hideIn(request.initiator), action: hideIn(request.action),
    })),
    findings: analysed.findings.map((finding) => ({ ...finding, field: hide(finding.field) })),
    leaks: analysed.leaks.map((leak) => ({
      ...leak, url: hide(before(leak.entry, leak.url)), pageUrl: hideIn(leak.pageUrl), frameUrl: hideIn(leak.frameUrl),
      field: hide(leak.field), label: hide(leak.label), excerpt: hide(leak.excerpt), action: hideIn(leak.action),
    })),
    stored: analysed.stored.map((one) => ({ ...one, name: hide(one.name), setByUrl: hideIn(one.setByUrl) })),
    diagnostics: analysed.diagnostics.map((diagnostic) => ({ ...diagnostic, message: hide(diagnostic.message) })),
  }
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

/** The title of an action without the text, or the one character, that it types. */
export function maskedTitle(title: string): string {
  return title.replace(/^((?:Press|Key down|Key up) )"."/iu, '$1"…"').replace(/^((?:Fill|Type|Press sequentially|Insert|Select option)\b[^"]*)"(?:[^"\\]|\\.)*"/i, '$1"…"')
}
