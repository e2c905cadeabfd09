/**
 * The hour of an appointment beside its day. People and scripts put all sorts of things between the two (`18.03.2031 - 09:40`,
 * `2031-03-18T09:40`, `9:40 Uhr am Dienstag, 18.03.2031`), so days are searched for, and their neighbours read.
 */

/** Of the text on either side of a day, one character a byte. */
export interface Clock {
  readonly behind: RegExp
  readonly before: RegExp
}

/** Bytes that are looked at on either side. */
const BEHIND = 40
const BEFORE = 56
/** Signs, and letters beyond ASCII. */
const GAP = '[^0-9A-Za-z]{1,4}'
const WORD = `${GAP}[A-Za-z]{1,10}`

/** `hour` and `minute` by the clock of the practice, which is that of Greenwich or of one or two hours east of it. */
export function toClock(hour: number, minute: string): Clock {
  const time = [`${digits(hour)}(?:[:.hH-]|\\s|\\s[hH]\\s)${minute}${SECONDS}(?![^0-9A-Za-z]{0,3}${otherHalf(hour)})`, ...ofHalf(hour, minute)].join('|')
  const utc = [1, 2].filter((east) => east <= hour).map((east) => `${two(hour - east)}:?${minute}${SECONDS}(?:Z|\\+00:?00|[^0-9A-Za-z]{0,3}(?:GMT|UTC)(?![+-]))`)
  const all = [time, `${two(hour)}${minute}(?:00)?`, ...utc].join('|')
  return {
    behind: new RegExp(`^(?:[Tt]|(?:${WORD}){0,2}${GAP})(?:${all})(?!:?[0-9])`),
    before: new RegExp(`(?<![0-9]|[0-9]${GAP})(?:${time})(?:${WORD}){0,4}${GAP}$`),
  }
}

const SECONDS = '(?::?00(?:\\.0+)?)?'
const two = (hour: number): string => String(hour).padStart(2, '0')
const digits = (hour: number): string => (hour < 10 ? `0?${hour}` : String(hour))

/** `4:30 PM`; in the morning it is the same without its AM, but for the hour after midnight. */
function ofHalf(hour: number, minute: string): string[] {
  if (hour > 0 && hour < 13) return []
  return [`${digits(hour % 12 || 12)}[:.]${minute}${SECONDS}[^0-9A-Za-z]{0,3}${hour < 12 ? '[Aa]' : '[Pp]'}\\.?[Mm]`]
}

/** What says that an hour is not this one: `9:40 PM`. */
const otherHalf = (hour: number): string => (hour < 12 ? '[Pp]\\.?[Mm]' : '[Aa]\\.?[Mm]')

/** Behind a day: an hour of its own, or the year of another one. */
const OTHER = /^(?:[^0-9A-Za-z]{1,4}[0-9]{1,2}[:.h][0-9]{2}|[./-][0-9]|[^0-9A-Za-z]{1,2}[0-9]{4}(?![0-9]))/

/** The stretch of the day `[start, end)` and its hour; undefined where the hour does not stand beside it. */
export function withClock(text: Uint8Array, start: number, end: number, clock: Clock): { readonly start: number; readonly end: number } | undefined {
  const bytes = Buffer.from(text.buffer, text.byteOffset, text.length)
  const behind = bytes.toString('latin1', end, Math.min(text.length, end + BEHIND))
  const found = clock.behind.exec(behind)
  if (found) return { start, end: end + found[0].length }
  const from = Math.max(0, start - BEFORE)
  const before = OTHER.test(behind) ? null : clock.before.exec(bytes.toString('latin1', from, start))
  return before ? { start: from + before.index, end } : undefined
}
