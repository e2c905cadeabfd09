/**
 * Names and values seen from afar: what makes two fields the same field, and a value an identifier.
 */

/**
 * A field's name with all that changes from run to run taken out: `events[3].id` → `events[].id`; a UUID, 12 or more
 * hex digits, or 6 or more digits → `*`. Short numbers that belong to the name (`u20`, `v12`) stay. At most 256
 * characters.
 */
export function normaliseField(name: string): string {
  return name
    .slice(0, nameMost)
    .replace(/\[\d+\]/g, '[]')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, '*')
    .replace(/[0-9a-f]{12,}/gi, '*')
    .replace(/\d{6,}/g, '*')
}

/**
 * True where a value looks made to tell one browser, device or person from the others: long and varied enough, and none
 * of what merely looks so (addresses, versions, numbers, times, sizes, locales, words, ids of the site itself).
 */
export function looksLikeIdentifier(value: string): boolean {
  if (value.length < shortest || value.length > longest || !alphabet.test(value)) return false
  if (uuid.test(value)) return !/^[0-]+$/.test(value)
  if (always.test(value)) return true
  if (never.test(value) || neverInAnyCase.test(value)) return false
  if (/^\d+$/.test(value)) return !isTime(value) && variety(value) >= 4
  if (/^\d+\.\d+$/.test(value)) return value.split('.').every((half) => half.length >= 6)
  if (!/\d/.test(value)) return isRandomLetters(value)
  if (value.split(/[-_.:~|/+=,%*!]+/).every(isOrdinary)) return false
  return variety(value) >= 6 && bitsOf(value) >= bitsLeast
}

/**
 * The parts of a value that look like identifiers by themselves, as cookies hold several things in one value:
 * `id=7ca29899-…:lv=1513979931468`, `[CS]v1|30B76D482A3F2E2D-40000800D9D9196D[CE]`, `3cf9c76ab6e23eb4.1440859428.1`.
 */
export function identifiersIn(value: string): readonly string[] {
  const parts = value.split(between).flatMap((part) => [part, part.replace(named, ''), ...part.replace(named, '').split('.').filter(hasLetter)])
  return [...new Set(parts)].filter((part) => part !== value && part.length >= (hasLetter(part) ? partLeast : numberLeast) && looksLikeIdentifier(part))
}

const between = /[|^#~!:;,&$*[\](){}"\s]+/
const named = /^[\w.-]{1,40}=(?=.)/
/** Letters and digits, so that a number and the time beside it are no identifier each. */
const hasLetter = (part: string): boolean => /[A-Za-z]/.test(part)
/** A part has less to say than a value: shorter ones are numbers of the site, and days. */
const partLeast = 12
const numberLeast = 17

const nameMost = 256
const shortest = 8
const longest = 512
const bitsLeast = 24

const alphabet = /^[A-Za-z0-9_\-+/=.~:%*!|,]+$/
const uuid = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i

/** Meta's and Google Analytics' browser ids: a time and a random number that may look like a time too. */
const always = anyOf([/^fb\.\d\.\d{13}\.\d{6,}$/, /^(GA\d\.\d\.)?\d{6,10}\.1\d{9}$/])

const neverInAnyCase = anyOf([
  // addresses, host names, paths, file names
  /^[a-z][a-z0-9+.-]*:\/\//i, /^\/\//i, /^www\./i, /^\/[\w.-]+(\/|$)/i, /^([a-z0-9-]+\.)+[a-z]{2,10}(:\d+)?$/i,
  /\.(js|css|html?|png|gif|jpe?g|svg|php|json)$/i,
  // fractions
  /^-?\d+(\.\d+)?e-?\d+$/i,
  // sizes
  /^\d{2,5}[x*]\d{2,5}([x*]\d{1,3})?$/i,
])

const never = anyOf([
  // IPv4 addresses and versions: groups of up to five digits
  /^v?\d{1,5}(\.\d{1,5}){1,5}([-+.][A-Za-z]+\d{0,4})?$/,
  // fractions, negative numbers but those of 64 bits, and lists of numbers
  /^-?0?\.\d+$/, /^-(\d{1,16}|\d+\.\d+)$/, /^-?\d{1,4}(\.\d+)?([,|:;x_-]-?\d{1,4}(\.\d+)?)+$/, /^\d+([,~|]\d+)+$/,
  // days and times
  /^\d{4}-\d{2}-\d{2}/, /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}/,
  /^(19|20)\d{2}(0[1-9]|1[0-2])([0-2]\d|3[01])(\d{4}|\d{6})?$/, /^\d{1,2}:\d{2}(:\d{2})?/,
  // locales
  /^[a-z]{2,3}([-_][A-Za-z]{2,4}){1,2}([,;].*)?$/,
  // ids of the site, not of the visitor
  /^(UA|G|GTM|AW|DC|OPT|MCC)-[A-Z0-9-]+$/,
  // what Adobe gives everybody of whom it knows no audience yet
  /^(RKhpRz8krg2tLO6pguXWp5olkAcUniQYPHaMWWgdJ3xzPWQmdj0y|6G1ynYcLPuiQxYZrsz_pkqfLG9yMXBpb2zX5dvJdYQJzPXImdj0y)$/,
])

/** One expression for all forms: to ask each by itself takes ten times as long. They have the same flags. */
function anyOf(forms: readonly RegExp[]): RegExp {
  return new RegExp(forms.map(({ source }) => `(?:${source})`).join('|'), forms[0]?.flags)
}

/** Numbers alone are read as something else only where they are times: seconds, milliseconds or microseconds. */
function isTime(digits: string): boolean {
  return /^1\d{9}$|^1\d{12}$|^1\d{15}$/.test(digits)
}

/** A word, a short number, or a word with a number behind it. */
function isOrdinary(segment: string): boolean {
  if (/^\d{0,5}$/.test(segment) || isTime(segment)) return true
  return /^[A-Za-z]{1,24}\d{0,5}$/.test(segment) && !isRandomLetters(segment)
}

/** Letters alone: random where upper and lower case alternate as no name does. */
function isRandomLetters(value: string): boolean {
  if (value.length < 16) return false
  const turns = value.match(/[a-z][A-Z]/g)?.length ?? 0
  return turns >= 4 && turns * 5 >= value.length && /[A-Z]{2}/.test(value)
}

function variety(value: string): number {
  return new Set(value).size
}

/** Shannon's information of the whole value, by the frequencies in it. */
function bitsOf(value: string): number {
  const counts = new Map<string, number>()
  for (const char of value) counts.set(char, (counts.get(char) ?? 0) + 1)
  let bits = 0
  for (const count of counts.values()) bits -= count * Math.log2(count / value.length)
  return bits
}
