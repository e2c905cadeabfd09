/**
 * Text from a site, made safe for the place where it is shown. What a site sends may hold markup, formulas, control
 * sequences of a terminal, and characters that are not seen or turn the line around; those are shown as `\u{202e}`.
 */

// Patterns of classes of Unicode are made where they are asked for: each takes half a millisecond.

/** Controls, formats (bidirectional overrides, zero width), halves of pairs, line separators, fillers. */
const invisible = (): RegExp => /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu
/** The same without what a quoted CSV cell may hold: tab, line feed, carriage return. */
const invisibleInCell = (): RegExp => /[^\P{Cc}\t\n\r]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu
const isPrintableAscii = (text: string): boolean => /^[\x20-\x7E]*$/.test(text)

function toVisible(character: string): string {
  if (character === '\n') return '\\n'
  if (character === '\r') return '\\r'
  if (character === '\t') return '\\t'
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
}

/** One line without control characters. */
export function toPlain(text: string): string {
  return isPrintableAscii(text) ? text : text.replace(invisible(), toVisible)
}

/** Controls that JSON leaves as they are, and what is not seen or turns the line around. No pairs, so that this is quick. */
const UNSAFE_IN_JSON = /[\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g

/** The same value as `JSON.stringify` gives, in a text that a terminal can be shown. */
export function toJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent)
    .replace(UNSAFE_IN_JSON, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** At most `length` UTF-16 units, `…` included; no pair is cut in two. */
export function clip(text: string, length: number): string {
  if (text.length <= length) return text
  const last = text.charCodeAt(length - 2)
  return `${text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 2 : length - 1)}…`
}

/** One line for a terminal, clipped. */
export function toTerminal(text: string, length = 400): string {
  return toPlain(clip(text, length))
}

/** For text and quoted attributes of HTML. */
export function toHtml(text: string): string {
  return toPlain(text)
    .replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;').replaceAll("'", '&#39;')
}

/** Inline text of Markdown: no markup, no link, no mention, no end of a table's cell. */
export function toMarkdown(text: string, length = 400): string {
  return toTerminal(text, length)
    .replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    .replace(/[\\`*_{}[\]()#+\-!|~$^=]/g, '\\$&')
    .replaceAll('@', '&#64;').replaceAll('://', '&#58;//').replace(/www\./gi, (www) => `${www.slice(0, 3)}&#46;`)
}

/**
 * One cell of RFC 4180. A cell that a spreadsheet would take for a formula gets a leading apostrophe
 * (https://owasp.org/www-community/attacks/CSV_Injection); full-width signs count, since some of them fold.
 */
export function toCsvCell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = value.replace(invisibleInCell(), toVisible)
  const safe = /^[\s]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/.test(text) ? `'${text}` : text
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const isEmoji = (grapheme: string): boolean => /^\p{Emoji_Presentation}/u.test(grapheme)
const WIDE = /^[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]/u

/** What people see as one character each. */
function toGraphemes(text: string): string[] {
  return Array.from(new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text), ({ segment }) => segment)
}

/** Columns that a line takes in a terminal. */
export function widthOf(text: string): number {
  if (isPrintableAscii(text)) return text.length
  return toGraphemes(text).reduce((sum, grapheme) => sum + graphemeWidth(grapheme), 0)
}

function graphemeWidth(grapheme: string): number {
  if (WIDE.test(grapheme) || isEmoji(grapheme)) return 2
  return /^\p{M}*$/u.test(grapheme) ? 0 : 1
}

/** Filled up with blanks to `width` columns. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}

/** Lines of at most `width` columns, broken at blanks, or within a word that is longer than a line. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  const flush = (): void => {
    lines.push(line)
    line = ''
    used = 0
  }
  for (const word of text.split(' ')) {
    const columns = widthOf(word)
    if (used > 0 && used + 1 + columns > width) flush()
    if (used > 0) {
      line += ' '
      used++
    }
    if (columns <= width) {
      line += word
      used += columns
      continue
    }
    for (const grapheme of toGraphemes(word)) {
      const step = graphemeWidth(grapheme)
      if (used + step > width) flush()
      line += grapheme
      used += step
    }
  }
  flush()
  return lines
}
