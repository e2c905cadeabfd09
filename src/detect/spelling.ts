/** How one text is written in different places: letters, marks, gaps. Nothing here knows what the text means. */

const UMLAUTS: Readonly<Record<string, string>> = {
  ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue', ß: 'ss', ẞ: 'SS', å: 'aa', Å: 'Aa', æ: 'ae', Æ: 'Ae', ø: 'oe',
  Ø: 'Oe',
}
const WITHOUT_MARK: Readonly<Record<string, string>> = {
  ß: 'ss', ẞ: 'SS', æ: 'ae', Æ: 'AE', œ: 'oe', Œ: 'OE', ø: 'o', Ø: 'O', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ı: 'i', µ: 'u', μ: 'u',
}

/** Most texts are, and of these the tables of Unicode need not be asked: to make a pattern of them takes up to a millisecond. */
export function isAscii(text: string): boolean {
  return !/[\x80-\uffff]/.test(text)
}

/** Without blanks at its ends, tags, and runs of blanks; in NFC. */
export function toPlainText(text: string): string {
  return text.replace(/<[^<>]{0,200}>/g, ' ').replace(/\s+/g, ' ').trim().normalize('NFC')
}

/** The same of a postal address, with commas for its line ends. */
export function toPlainAddress(text: string): string {
  return toPlainText(text.trim().replace(/\s*[\r\n]+\s*/g, ', '))
}

/** `ä` as `ae` (DIN 5007-2 and every German form that allows ASCII only). */
export function withoutUmlauts(text: string): string {
  return isAscii(text) ? text : text.replace(/[äöüÄÖÜßẞåÅæÆøØ]/g, (letter) => UMLAUTS[letter]!)
}

/** `ä` as `a`: what Unicode's decomposition leaves when the marks are taken away. */
export function withoutMarks(text: string): string {
  if (isAscii(text)) return text
  const letters = text.replace(/[ßẞæÆœŒøØłŁđĐıµμ]/g, (letter) => WITHOUT_MARK[letter]!)
  return letters.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC')
}

/** What stands between words. */
const gapsOf = (text: string): RegExp => (isAscii(text) ? /[^A-Za-z0-9]+/g : /[^\p{L}\p{M}\p{N}]+/gu)

/** Words joined by a dash, as in the path of a page. */
export function toSlug(text: string): string {
  return text.replace(gapsOf(text), '-').replace(/^-|-$/g, '')
}

/** Nothing but letters and digits. */
export function withoutGaps(text: string): string {
  return text.replace(gapsOf(text), '')
}

/** How many letters and digits it has. */
export function lettersIn(text: string): number {
  return text.match(isAscii(text) ? /[A-Za-z0-9]/g : /[\p{L}\p{N}]/gu)?.length ?? 0
}

/** The spellings of the letters: as it is, small, capital, with and without umlauts and accents, with any apostrophe. */
export function letterSpellings(text: string): string[] {
  const half = text.replace(/ß/g, 'ss')
  const all = [text, half, text.replace(/ß/g, 'ẞ'), withoutUmlauts(text), withoutMarks(withoutUmlauts(text)), withoutMarks(text)]
  return unique([...new Set(all)].flatMap(withOtherApostrophes).flatMap((one) => [one, one.toLowerCase(), one.toUpperCase()]))
}

/** As keyboards write it, and as telephones and word processors make it. */
function withOtherApostrophes(text: string): string[] {
  return /['’´]/.test(text) ? [..."'’´"].map((sign) => text.replace(/['’´]/g, sign)) : [text]
}

/** All spellings of a text: of its letters, of its gaps, decomposed. ASCII letters are the same small and capital. */
export function textSpellings(text: string): string[] {
  const letters = letterSpellings(text)
  const gaps = letters.flatMap((one) => {
    const closed = withoutGaps(one)
    const withoutSigns = one.replace(isAscii(one) ? /[^A-Za-z0-9\s-]+/g : /[^\p{L}\p{M}\p{N}\s-]+/gu, '')
    return [one, ...withOtherGaps(one), toSlug(one), withoutSigns, ...(lettersIn(closed) >= 8 ? [closed] : [])]
  })
  return unique([...gaps, ...letters.map((one) => one.normalize('NFD'))])
}

/**
 * What is left of a text where its letters beyond ASCII were lost: a sign that stands for each, or for each byte of it,
 * nothing, or a dash for whatever is no letter of ASCII.
 */
export function lossySpellings(text: string): string[] {
  if (isAscii(text)) return []
  const lost = ['\ufffd', '\ufffd\ufffd', '?', '??', ''].map((sign) => text.replace(/[^\0-\x7f]/gu, sign))
  return [...lost, text.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '')]
}

/** With blanks around the signs that join words, and without them. */
function withOtherGaps(text: string): string[] {
  const joining = /\s*([/&|])\s*/g
  return joining.test(text) ? [text.replace(joining, ' $1 '), text.replace(joining, '$1')] : []
}

/** A text as one byte a letter, where that is possible and differs from UTF-8. */
export function toLatin1(text: string): Uint8Array | undefined {
  if (!/[\u0080-\u00ff]/.test(text) || /[^\u0000-\u00ff]/.test(text)) return undefined
  return Uint8Array.from(Buffer.from(text, 'latin1'))
}

const encoder = new TextEncoder()

export function toBytes(text: string): Uint8Array {
  return encoder.encode(text)
}

/** Each once; texts that differ only in small and capital ASCII letters, or in the gap between words, are one. */
function unique(texts: readonly string[]): string[] {
  const seen = new Map<string, string>()
  for (const text of texts) {
    const small = isAscii(text) ? text.toLowerCase() : text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    const key = small.replace(/[-+_]/g, ' ')
    if (text !== '' && !seen.has(key)) seen.set(key, text)
  }
  return [...seen.values()]
}
