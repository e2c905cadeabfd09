/** The notations of telephone numbers and dates. */
import { lazily } from '../lazily.js'
import { withoutMarks, withoutUmlauts } from './spelling.js'

export interface Phone {
  /** Country code and number, digits only: E.164 without its plus. Absent where the value does not name a country. */
  readonly international?: string
  /** As it is dialled at home, digits only. */
  readonly national: string
  /** The groups that the value itself was written in, without country code and trunk zero. */
  readonly groups: readonly string[]
  readonly country?: string
}

/** Calling codes of one and two digits (ITU-T E.164, list of assigned codes); all others have three. */
const CODE = /^([17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/

/** Reads a telephone number; undefined where there are too few digits for one. */
export function toPhone(text: string): Phone | undefined {
  const digits = text.replace(/\D/g, '')
  if (digits.length < 6 || digits.length > 17) return undefined
  const isInternational = /^\s*(\+|00)/.test(text)
  if (!isInternational) {
    const groups = groupsOf(text)
    return { national: digits, groups: groups.length > 0 ? [groups[0]!.replace(/^0/, ''), ...groups.slice(1)] : [] }
  }
  const international = digits.replace(/^00/, '')
  const country = CODE.exec(international)?.[0] ?? international.slice(0, 3)
  const rest = international.slice(country.length).replace(/^0(?=\d{6})/, '')
  const groups = groupsOf(text.replace(/^\s*(\+|00)\s*/, '').slice(country.length).replace('(0)', ' '))
  // North America dials no trunk zero, Italy keeps its zero as part of the number.
  const national = country === '1' ? rest : country === '39' ? international.slice(2) : `0${rest}`
  return { international: country + rest, national, groups, country }
}

const groupsOf = (text: string): string[] => text.split(/\D+/).filter((group) => group !== '')

/** Number texts that a phone is written as. Blanks and dashes are the same to the search. */
export function phoneForms(text: string): string[] {
  const phone = toPhone(text)
  if (!phone) return []
  const { international, national, groups, country } = phone
  const bare = national.replace(/^0/, '')
  const forms = [text.trim().replace(/^\+\s*/, ''), national, ...(bare.length >= 9 ? [bare] : [])]
  if (international) forms.push(international, `00${international}`, `${country}0${bare}`)
  const zero = national.startsWith('0') ? '0' : ''
  for (const cut of cutsOf(groups, bare)) {
    const [area = '', ...rest] = cut
    if (rest.length === 0) continue
    const number = [rest.join(' '), rest.join(''), rest.join('.'), rest.join('/')]
    for (const tail of number) {
      const home = zero + area
      forms.push(`${home} ${tail}`, `${home}/${tail}`, `${home} / ${tail}`, `${home}.${tail}`, `(${home}) ${tail}`, `(${home})${tail}`, `${home} - ${tail}`)
      if (!country) continue
      for (const code of [country, `00${country}`]) {
        forms.push(`${code} ${area} ${tail}`, `${code}${area} ${tail}`, `${code}${area}/${tail}`, `${code} ${area}/${tail}`, `${code} ${area} / ${tail}`, `${code} (${area}) ${tail}`, `${code}.${area}.${tail}`)
        forms.push(`${code} (0)${area} ${tail}`, `${code} (0) ${area} ${tail}`, `${code}(0)${area} ${tail}`, `${code} (0)${area}/${tail}`, `${code}(0)${area}/${tail}`, `${code}(${area}) ${tail}`, `${code}(${area})${tail}`)
      }
    }
  }
  return [...new Set(forms)]
}

/** As a field shows it that puts in the gaps while somebody types, at home and from abroad. */
export function maskedPhones(text: string): string[] {
  const phone = toPhone(text)
  if (!phone) return []
  const { national, groups, country } = phone
  const bare = national.replace(/^0/, '')
  const [area = '', ...rest] = groups
  if (country === '1' && bare.length === 10) {
    const [, first, second, last] = /^(...)(...)(.*)$/.exec(bare)!
    const local = `${first}-${second}-${last}`
    return [`(${first}) ${second}-${last}`, local, `1-${local}`, `+1 ${local}`, `+1 (${first}) ${second}-${last}`]
  }
  const pairs = country === '33' ? [bare[0]!, ...bare.slice(1).match(/../g) ?? []] : []
  const cuts = [pairs, groups, [area, rest.join('')]].filter((cut) => cut.length > 1)
  const zero = national.slice(0, national.length - bare.length)
  return cuts.flatMap((cut) => [zero + cut.join(' '), ...(country === undefined ? [] : [`+${country} ${cut.join(' ')}`])])
}

/** The number without its area, which forms ask for apart. */
export function subscriberForms(text: string): string[] {
  const rest = toPhone(text)?.groups.slice(1) ?? []
  return rest.join('').length < 6 ? [] : [rest.join(''), rest.join(' ')]
}

/** The groups as written, the same area with the rest in pairs from either end, threes, fours; pairs (France), 3-3-4 (North America). */
function cutsOf(groups: readonly string[], bare: string): string[][] {
  const cuts: string[][] = groups.join('') === bare ? [[...groups]] : []
  const [area = ''] = groups
  const rest = bare.slice(area.length)
  if (cuts.length > 0) cuts.push(...[/.{1,2}/g, /.{1,2}(?=(?:..)*$)/g, /.{1,3}/g, /.{1,4}/g].map((size) => [area, ...rest.match(size) ?? []]))
  if (bare.length === 9) cuts.push([bare[0]!, ...(bare.slice(1).match(/../g) ?? [])])
  if (bare.length === 10) cuts.push([bare.slice(0, 3), bare.slice(3, 6), bare.slice(6)])
  return cuts
}

export interface CalendarDate {
  readonly year: string
  readonly month: string
  readonly day: string
}

/**
 * Reads `1974-03-09`, `19740309`, `9.3.1974`, `09/03/1974`, and with the month's name in three languages, a day of the week
 * before it or not, `9. März 1974`, `March 9th, 1974`, `samedi 9 mars 1974`; undefined where it is none of them.
 */
export function toDate(text: string): CalendarDate | undefined {
  const plain = text.trim()
  const iso = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})$/.exec(plain)
  const daily = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(plain)
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : daily ? [daily[3], daily[2], daily[1]] : toNamedDate(plain)
  if (!year || !month || !day || !isWithin(month, 12) || !isWithin(day, 31)) return undefined
  return { year, month: month.padStart(2, '0'), day: day.padStart(2, '0') }
}

/** Year, month and day; nothing where the text is no date with a month's name. */
function toNamedDate(text: string): readonly (string | undefined)[] {
  const [, day, name = ''] = /^(?:\p{L}+\.?,?\s+)?(\d{1,2})(?:\.|er|st|nd|rd|th)?\s+(?:of\s+)?(\p{L}+)\.?,?\s+\d{4}$/u.exec(text) ?? []
  const [, first = '', second] = /^(?:\p{L}+\.?,?\s+)?(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+\d{4}$/u.exec(text) ?? []
  const month = monthsByName().get((name || first).toLowerCase())
  return month === undefined ? [] : [text.slice(-4), String(month), day ?? second]
}

const monthsByName = lazily((): ReadonlyMap<string, number> => {
  const months = new Map([['jänner', 1], ['mrz', 3], ['jun', 6], ['jul', 7], ['sep', 9]])
  for (let month = 1; month <= 12; month++) {
    for (const locale of ['de', 'en', 'fr']) {
      for (const length of ['long', 'short'] as const) {
        const name = monthName(locale, length, month).replace('.', '').toLowerCase()
        for (const one of [name, withoutUmlauts(name), withoutMarks(name)]) months.set(one, month)
      }
    }
  }
  return months
})

function monthName(locale: string, length: 'long' | 'short', month: number): string {
  return new Intl.DateTimeFormat(locale, { month: length, timeZone: 'UTC' }).format(Date.UTC(2000, month - 1, 1))
}

const isWithin = (number: string, last: number): boolean => Number(number) >= 1 && Number(number) <= last

export interface DateForms {
  readonly written: readonly string[]
  /** Eight digits in a row. */
  readonly compact: readonly string[]
  /** With the month's name. */
  readonly named: readonly string[]
  /** With its abbreviation, or an ordinal. */
  readonly brief: readonly string[]
  /** With two digits of the year. */
  readonly short: readonly string[]
  /** Day and month, as calendars show them. */
  readonly yearless: readonly string[]
}

export function dateForms({ year, month, day }: CalendarDate): DateForms {
  const d = String(Number(day))
  const m = String(Number(month))
  const written: string[] = []
  for (const sign of ['-', '.', '/']) {
    written.push([year, month, day].join(sign), [day, month, year].join(sign), [month, day, year].join(sign))
    written.push([d, m, year].join(sign), [m, d, year].join(sign), [year, m, d].join(sign))
  }
  written.push([day, month, year].join('. '), [d, m, year].join('. '))
  const name = (locale: string, length: 'long' | 'short'): string => monthName(locale, length, Number(month))
  const [german, english, french] = [name('de', 'long'), name('en', 'long'), name('fr', 'long')]
  const brief = name('en', 'short')
  const abroad = [name('de', 'short'), name('fr', 'short')].map((one) => one.replace('.', ''))
  const years = year.slice(2)
  const short = ['.', '/', '-'].flatMap((sign) => [[day, month], [d, m], [month, day], [m, d]].map((pair) => [...pair, years].join(sign)))
  return {
    written: [...new Set(written)],
    compact: [...new Set([year + month + day, day + month + year, month + day + year])],
    named: [
      `${d}. ${german} ${year}`, `${day}. ${german} ${year}`, `${d}.${german} ${year}`, `${english} ${d}, ${year}`, `${d} ${english} ${year}`,
      `${d} ${french} ${year}`, ...(d === '1' ? [`1er ${french} ${year}`] : []),
    ],
    // As abbreviated, and as Date.prototype.toString gives it.
    brief: [
      ...[brief, english].flatMap((one) => [`${one} ${d}${ordinal(d)}, ${year}`, `${d}${ordinal(d)} ${one} ${year}`]),
      ...new Set([d, day].flatMap((one) => [`${brief} ${one}, ${year}`, `${brief} ${one} ${year}`, ...[brief, ...abroad].flatMap((short) =>
        [`${one} ${short} ${year}`, `${one}. ${short} ${year}`, `${one}. ${short}. ${year}`])])),
    ],
    short: [...new Set([...short, years + month + day, day + month + years, month + day + years])],
    yearless: [...new Set([
      `${day}.${month}.`, `${d}.${m}.`, `${day}/${month}`, `${month}/${day}`, ...[d, day].flatMap((one) => [`${one}. ${german}`, `${one} ${french}`]),
      ...[brief, english].flatMap((one) => [`${one} ${d}`, `${d} ${one}`, `${one} ${d}${ordinal(d)}`]), ...abroad.flatMap((one) => [`${d}. ${one}`, `${d}. ${one}.`, `${d} ${one}`]),
    ])],
  }
}

function ordinal(day: string): string {
  if (/^1[123]$/.test(day)) return 'th'
  return { 1: 'st', 2: 'nd', 3: 'rd' }[day.slice(-1)] ?? 'th'
}

/** Hours that clocks are ahead of Greenwich in summer or winter: of Europe, and of North America too. */
const EUROPE = [0, 1, 2]
export const BOTH_CONTINENTS = [...EUROPE, -4, -5, -6, -7, -8]

/** Seconds and milliseconds since 1970 of a day's hour, by clocks that are so many hours `ahead` of Greenwich. */
export function timestamps(date: CalendarDate, hour = '0', minute = '0', ahead: readonly number[] = EUROPE): string[] {
  return momentsOf(date, hour, minute, ahead).filter((seconds) => seconds > 0).flatMap((seconds) => [`${seconds}`, `${seconds}000`])
}

/** The same moments as Date.prototype.toISOString gives them: `1974-03-08T23:00:00.000Z`. */
export function utcTexts(date: CalendarDate, hour = '0', minute = '0'): string[] {
  return momentsOf(date, hour, minute, EUROPE).flatMap((seconds) => {
    const text = new Date(seconds * 1000).toISOString()
    return [text, text.replace('.000Z', 'Z')]
  })
}

function momentsOf({ year, month, day }: CalendarDate, hour: string, minute: string, ahead: readonly number[]): number[] {
  const greenwich = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute)) / 1000
  return ahead.map((hours) => greenwich - hours * 3600)
}
