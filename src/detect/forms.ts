/** The spellings in which a value of each kind travels, before anything encodes or hashes it. */
import type { Kind } from '../model.js'
import { toAddressForms } from './addresses.js'
import type { Boundary } from './boundary.js'
import { toClock, type Clock } from './clock.js'
import { isCommon, isCommonSurname } from './common-words.js'
import { BOTH_CONTINENTS, dateForms, phoneForms, subscriberForms, timestamps, toDate, utcTexts } from './numbers.js'
import { toPlace } from './places.js'
import {
  lettersIn, letterSpellings, lossySpellings, textSpellings, toBytes, toLatin1, toPlainAddress, toPlainText, toSlug, withoutGaps,
} from './spelling.js'

export interface Form {
  readonly bytes: Uint8Array
  readonly boundary: Boundary
  /** Says so little by itself that it counts only where the key in front of it says what it is. */
  readonly keyed: boolean
  /** Only a piece of the value (a surname, a network): gives way to any longer hit over it. */
  readonly partial: boolean
  /** The value follows from it, but does not stand there. */
  readonly inferred: boolean
  /** It is the whole value where this stands beside it. */
  readonly clock?: Clock
  /** It counts nowhere else. */
  readonly timed: boolean
}

interface Traits {
  readonly boundary?: Boundary
  readonly keyed?: boolean
  readonly partial?: boolean
  readonly inferred?: boolean
  readonly clock?: Clock
  readonly timed?: boolean
}

/** All forms of a value, each once. A value that has none (a single letter) gives an empty list. */
export function toForms(kind: Kind, value: string): Form[] {
  const forms = new Map<string, Form>()
  const add = (bytes: Uint8Array, traits: Traits = {}): void => {
    const key = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
    if (bytes.length < 2 || forms.has(key)) return
    const { boundary = 'none', keyed = false, partial = false, inferred = false, timed = false, clock } = traits
    forms.set(key, { bytes, boundary, keyed, partial, inferred, timed, ...(clock && { clock }) })
  }
  const text = (one: string, traits: Traits = {}): void => {
    for (const spelling of textSpellings(one)) add(toBytes(spelling), { boundary: boundaryOf(spelling), ...traits })
    for (const spelling of letterSpellings(one)) {
      const latin1 = toLatin1(spelling)
      if (latin1) add(latin1, { boundary: boundaryOf(spelling), ...traits })
    }
    const lossy = lettersIn(one) < LONG ? [] : lossySpellings(one)
    for (const spelling of lossy) add(toBytes(spelling), { ...traits, boundary: traits.boundary ?? 'word', inferred: true })
  }
  const all = (list: readonly string[], traits: Traits): void => {
    for (const one of list) add(toBytes(one), traits)
  }

  const plain = kind === 'identity.address' ? toPlainAddress(value) : toPlainText(value)
  if (REDACTED.test(plain)) {
    text(plain)
    return [...forms.values()]
  }
  switch (kind) {
    case 'identity.email':
      all(emailForms(plain), { boundary: 'mailbox' })
      all(emailNames(plain), { boundary: 'word', inferred: true })
      break
    case 'identity.phone':
      all(phoneForms(plain), { boundary: 'number' })
      all(subscriberForms(plain), { ...ONLY_KEYED, boundary: 'number' })
      break
    case 'identity.birthdate':
      addDate(plain, all, text)
      break
    case 'health.appointment':
      // A day alone may be any day's.
      text(plain, toDate(plain) ? { boundary: 'number', keyed: true } : {})
      addAppointment(plain, all)
      break
    case 'network.ip':
      addAddress(plain, all)
      break
    case 'identity.name':
      addName(plain, text)
      break
    case 'health.practitioner':
      addPractitioner(plain, text)
      break
    case 'identity.address':
      addAddressParts(plain, text)
      break
    case 'health.medication':
      addMedication(plain, text)
      break
    case 'identity.insurance-number':
      all(insuranceNumberForms(plain), { boundary: 'word', keyed: lettersIn(plain) < 6 })
      break
    default:
      text(plain, isLowEntropy(plain) ? { boundary: 'word', keyed: true } : {})
      for (const one of cutShort(plain)) all(letterSpellings(one), { boundary: 'cut', partial: true, inferred: true })
  }
  // A telephone number without a digit, a name of titles alone: looked for as it is.
  if (forms.size === 0) text(plain, { keyed: true })
  return [...forms.values()]
}

/** So many letters are known by what is left of them. */
const LONG = 8

/** The text as it is typed, or as a field cuts it that holds no more: three quarters of it, and all but the last letter. */
function cutShort(text: string): string[] {
  const letters = [...text]
  const shortest = Math.max(LONG, Math.ceil((letters.length * 3) / 4))
  return letters.slice(shortest).map((_, at) => letters.slice(0, shortest + at).join('').trim())
}

/** A word of a redacted copy stands for a value, and is looked for as it is, whatever the value was. */
const REDACTED = /^redacted-[0-9a-f]{32}$/

/** Too short or too common to mean anything by itself: `private`, `HNO`, a year. */
export function isLowEntropy(text: string): boolean {
  const letters = lettersIn(text)
  return letters < 5 || (letters < 7 && /^\d+$/.test(withoutGaps(text))) || isCommon(text)
}

/** Short texts stand alone, longer ones begin no later than a word does: `Neurologie` is no `Urologie`. */
function boundaryOf(text: string): Boundary {
  return lettersIn(text) < 6 ? 'word' : 'start'
}

/** A piece that many people share. */
const ONLY_KEYED: Traits = { boundary: 'word', keyed: true, partial: true, inferred: true }

/** As it is, without gaps, with dots for them, with its letters set apart, and in groups of three or as France has them. */
function insuranceNumberForms(value: string): string[] {
  const bare = withoutGaps(value)
  const [, letters = '', digits = ''] = /^(\p{L}+)(\d{6,})$/u.exec(bare) ?? []
  const groups = digits.match(/.{1,3}/g)?.join(' ')
  const inGroups = groups === undefined ? [] : [`${letters} ${digits}`, `${letters} ${groups}`, letters + groups]
  return [...new Set([value, bare, value.replace(/\s+/g, '.'), value.replace(/^(\p{L})(?=\d)/u, '$1 '), ...inGroups, ...frenchForms(bare)])]
}

/** Sex, year, month, department, municipality, order, and a key that has a field of its own: the number of the Sécurité sociale. */
function frenchForms(bare: string): string[] {
  const [, number = '', key] = /^([12]\d{12})(\d{2})$/.exec(bare) ?? []
  if (key === undefined) return []
  const groups = /^(.)(..)(..)(..)(...)(...)$/.exec(number)!.slice(1).join(' ')
  return [number, groups, `${number} ${key}`, `${groups} ${key}`]
}

type AddAll = (list: readonly string[], traits: Traits) => void
type AddText = (text: string, traits?: Traits) => void

/**
 * Google drops the dots before the domain of its own addresses, and so do those who match with it:
 * https://developers.google.com/google-ads/api/docs/conversions/upload-online. Capitals are folded by the search.
 */
export function emailForms(value: string): string[] {
  const at = value.lastIndexOf('@')
  if (at < 1) return [value]
  const local = value.slice(0, at)
  const domain = value.slice(at)
  const untagged = local.replace(/\+.*$/, '')
  const forms = [value, untagged + domain]
  if (/^@(gmail|googlemail)\.com$/i.test(domain)) {
    const undotted = untagged.replaceAll('.', '')
    forms.push(local.replaceAll('.', '') + domain, `${undotted}@gmail.com`, `${undotted}@googlemail.com`)
  }
  return [...new Set(forms.filter((form) => form.indexOf('@') > 0))]
}

/**
 * Names that are made of an address where no `@` may stand, or no point: of events, files and keys
 * (https://firebase.google.com/docs/database/web/structure-data#how_data_is_structured_its_a_json_tree).
 */
function emailNames(value: string): string[] {
  if (lettersIn(value) < LONG || !value.includes('@')) return []
  return [toSlug(value), withoutGaps(value), value.replaceAll('.', ','), value.replaceAll('.', '_')]
}

/** With its dose in either notation, and without it. */
function addMedication(value: string, text: AddText): void {
  if (isLowEntropy(value)) return text(value, { boundary: 'word', keyed: true })
  const tight = value.replace(/(\d)\s+(?=\p{L})/gu, '$1')
  for (const one of [value, tight]) for (const dose of [one, one.replace(/(\d),(?=\d)/g, '$1.'), one.replace(/(\d)\.(?=\d)/g, '$1,')]) text(dose)
  const name = toDrug(value)
  if (name !== value && !isLowEntropy(name)) text(name, { boundary: 'start', partial: true })
}

/** What stands in front of the dose: `Lorazepam` of `Lorazepam 2,5 mg`. */
export function toDrug(value: string): string {
  return /^(\D{3,}?)[\s,]+\d/.exec(value)?.[1] ?? value
}

function addDate(value: string, all: AddAll, text: AddText): void {
  const date = toDate(value)
  if (!date) return text(value, { keyed: true })
  const { written, compact, named, brief, short } = dateForms(date)
  // `9.3.1974.2` is a version.
  for (const one of [...written, ...brief]) all([one], { boundary: one.includes('.') ? 'address' : 'number' })
  all([...compact, ...timestamps(date, '0', '0', BOTH_CONTINENTS), ...utcTexts(date)], { boundary: 'word' })
  for (const one of named) text(one, { boundary: 'number' })
  all(short, { boundary: 'number', keyed: true })
  all([date.year], ONLY_KEYED)
}

/** Of the days with two digits of the year, the day and month with points between. */
const SHORT_DAYS = 2

/** `2031-03-18T09:40`, `18.03.2031, 9.40 Uhr`, `18 mars 2031 à 9h40`, `March 18, 2031 at 9:40 am`. */
const APPOINTMENT = /^(.{8,40}?)(?:T|\s*,\s*|\s+)(?:(?:um|at|à|a|-|–)\s+)?(\d{1,2})[:h.](\d{2})(?:\s*([ap])\.?m\b)?/i

/** The day in each notation, which is the appointment beside its hour; alone it counts only where its name says what it is. */
function addAppointment(value: string, all: AddAll): void {
  const [, day = '', clock = '', minute = '', half = ''] = APPOINTMENT.exec(value) ?? []
  const hour = half === '' ? clock : String(Number(clock) % 12 + (/^p/i.test(half) ? 12 : 0))
  const date = toDate(day || value)
  if (!date) return
  const { written, compact, named, brief, short, yearless } = dateForms(date)
  const alone: Traits = { boundary: 'number', keyed: true, partial: true, inferred: true }
  if (hour === '') return all([...written, ...brief, ...named.flatMap(textSpellings)], alone)
  const beside: Traits = { ...alone, clock: toClock(Number(hour), minute) }
  all([...written, ...brief, ...named.flatMap(textSpellings)], beside)
  all([...compact, ...short.slice(0, SHORT_DAYS), ...yearless.flatMap(letterSpellings)], { ...beside, timed: true })
  const full = hour.padStart(2, '0')
  all(compact.map((one) => one + full + minute), { boundary: 'number' })
  all([...timestamps(date, full, minute), ...utcTexts(date, full, minute)], { boundary: 'word' })
}

function addAddress(value: string, all: AddAll): void {
  const forms = toAddressForms(value)
  if (!forms) return all([value], { boundary: 'word' })
  all(forms.written, { boundary: 'address' })
  all(forms.numbers, { boundary: 'word' })
  all(forms.networks, { boundary: 'address', partial: true, inferred: true })
  all(forms.bareNetworks, { boundary: 'address', keyed: true, partial: true, inferred: true })
}

export interface NameParts {
  readonly first: readonly string[]
  readonly last: string
}

/** `Weißmüller, Jörg` and `Dr. Jörg Weißmüller` are both first name Jörg, last name Weißmüller. */
export function toNameParts(value: string): NameParts {
  const [behind, before] = value.includes(',') ? value.split(',', 2) : ['', value]
  const words = `${before ?? ''} ${behind ?? ''}`.split(/\s+/).filter((word) => word !== '' && !isTitle(word))
  return { first: words.slice(0, -1), last: words.at(-1) ?? '' }
}

const TITLE = /^(dr|prof|pr|herr|frau|mr|mrs|ms|mme|m|mlle|phd|md)$/i
const isTitle = (word: string): boolean => word.endsWith('.') || TITLE.test(word)

function addName(value: string, text: AddText): void {
  const { first, last } = toNameParts(value)
  addWholeName(value, first, last, text)
  if (first.length > 0) addLastName(last, text)
  else text(last, { boundary: 'whole', partial: true, inferred: true, keyed: lettersIn(last) < ONE_WORD || isLowEntropy(last) || isCommonSurname(last) })
  for (const one of first) text(one, ONLY_KEYED)
}

/** Of one word it is not known whether it is a first name, which many share: so long it counts wherever it stands alone. */
const ONE_WORD = 7

function addPractitioner(value: string, text: AddText): void {
  const { first, last } = toNameParts(value)
  addWholeName(value, first, last, text)
  if (first.length === 0 && value !== last) text(value, WHOLE)
  if (first.length === 0 || lettersIn(last) >= 5) addLastName(last, text)
}

/** `Anna Berg` is not Anna Bergmann. */
const WHOLE: Traits = { boundary: 'whole' }

function addWholeName(value: string, first: readonly string[], last: string, text: AddText): void {
  if (first.length === 0) return
  const given = first.join(' ')
  for (const one of [value, `${given} ${last}`, `${last} ${given}`, `${given}.${last}`, `${last}.${given}`, `${last}, ${given}`]) text(one, WHOLE)
  if (lettersIn(last) >= 6) text(given.charAt(0) + last, { boundary: 'whole', partial: true, inferred: true })
  if (first.length > 1) text(`${first[0]!} ${last}`, WHOLE)
}

/** A surname alone counts from five letters on; a shorter or common one only under a telling key. */
function addLastName(last: string, text: AddText): void {
  text(last, { boundary: 'whole', partial: true, keyed: isLowEntropy(last) || isCommonSurname(last) })
}

/** `Hauptstraße 7b` and `Hauptstraße 7 b` are one house, as are `12 bis` and `12bis`. */
function withOtherLetter(part: string): string[] {
  return [...new Set([
    part, part.replace(/(\d)\s*(\p{L})$/u, '$1 $2'), part.replace(/(\d)\s*(\p{L})$/u, '$1$2'), part.replace(/^(\d+)\s*(bis|ter|quater)\b/i, '$1$2'),
  ])]
}

/** What streets and flats are called, and how that is cut short. */
const STREETS = 'street st, avenue ave, avenue av, road rd, boulevard blvd, boulevard bd, lane ln, drive dr, square sq, court ct, place pl, apartment apt, suite ste'
  .split(', ').map((pair) => pair.split(' '))

/** As it is, and with these words in full, cut short, and cut short with a point. */
function streetForms(part: string): string[] {
  const german = ['str.', 'str'].map((short) => part.replace(/stra(ß|ss)e\b/gi, short))
  const tight = part.replace(/stra(?:ß|ss)e\s+(?=\d)/gi, 'str.')
  const others = ['full', 'short', 'point'].map((style) => STREETS.reduce((text, [full = '', short = '']) =>
    text.replace(new RegExp(`\\b(?:${full}|${short})(?:\\.|\\b)`, 'gi'), style === 'full' ? full : style === 'short' ? short : `${short}.`), part))
  return [...new Set([part, ...german, tight, ...others])]
}

/** What stands behind the number of a house. */
const FLAT = /,?\s+(?:#|(?:apt|apartment|suite|ste|unit|flat|whg|wohnung)\b).*$/i

function addAddressParts(value: string, text: AddText): void {
  const { street: before = '', both = '', code, city } = toPlace(value) ?? {}
  for (const one of streetForms(value)) text(one, {})
  const parts = [...value.split(/[,\n;]/), before, before.replaceAll(',', ''), before.replace(FLAT, ''), both].map((part) => part.trim()).filter((part) => part !== '')
  for (const part of new Set(parts.flatMap(withOtherLetter))) {
    const isTelling = /\d/.test(part) && /\p{L}{3}/u.test(part) && lettersIn(part) >= 8
    const traits: Traits = isTelling ? { partial: true } : { boundary: 'word', keyed: true, partial: true }
    for (const one of streetForms(part)) text(one, traits)
    const street = part.replace(/\s+\d+\s*\p{L}?$/u, '')
    if (street !== part) for (const one of streetForms(street)) text(one, ONLY_KEYED)
  }
  for (const one of [code, code && withoutGaps(code), city]) if (one) text(one, ONLY_KEYED)
}
