/**
 * Digests of a value. A hash cannot be undone, so it is done to the value beforehand: to every form that a vendor asks
 * for, with every hash, and with one hash upon another. What has left as a digest is then found like any other text.
 */
import type { Kind } from '../model.js'
import { toAddressForms } from './addresses.js'
import { isCommon } from './common-words.js'
import { KNOWN_BY, spellingsOf, type Spelling } from './digest-spelling.js'
import { emailForms, toDrug, toNameParts } from './forms.js'
import { dateForms, maskedPhones, toDate, toPhone } from './numbers.js'
import { toPlace } from './places.js'
import { lettersIn, toPlainAddress, toPlainText, toSlug, withoutGaps, withoutMarks, withoutUmlauts } from './spelling.js'
import type { Transform } from './transform.js'

export interface Digest extends Spelling {
  /** Names of what was done, the first one done first. */
  readonly transforms: readonly string[]
  readonly of: Hashed
  /** Decimal digits: none may stand beside them. */
  readonly isNumber?: boolean
  /** Of a value that says so little that it counts under a telling key only. */
  readonly keyed?: boolean
}

/** What was hashed: a spelling of the value. `ofBytes`: the outer of two hashes was made of the inner one's bytes, and not of its digits. */
export interface Hashed {
  readonly text: string
  readonly ofBytes?: boolean
}

/** Told of each digest of a value, and of each number that one is printed as, each once and always in the same order. */
export interface DigestReader {
  digest(transforms: readonly string[], digest: Uint8Array, isKeyed: boolean, of: Hashed): void
  number(transform: string, number: string, isKeyed: boolean, of: Hashed): void
}

/** Encodings that are hashed instead of the value. */
const ENCODED: Readonly<Record<string, (text: string) => string>> = {
  base64: (text) => Buffer.from(text).toString('base64'),
  hex: (text) => Buffer.from(text).toString('hex'),
  percent: (text) => encodeURIComponent(Buffer.from(text).toString()),
}
/** Hashes that are done upon each other. */
const STACKED = ['md5', 'sha1', 'sha256']
/** A first name of fewer letters, or a word of fewer, would have a digest that says little. */
const SHORTEST_NAME = 2
/** A telephone number or day that cannot be read as one is hashed as it is, from so many signs on. */
const SHORTEST_UNREAD = 16
const SHORTEST_WORD = 4
/** Of a name, in Meta's `f5first` and `f5last`. */
const FIRST_LETTERS = 5

/** All spellings of all digests of a value, as `eachDigest` tells of them. Capital hexadecimal is the same to the search as small. */
export function toDigests(kind: Kind, value: string, transforms: Readonly<Record<string, Transform>>): Digest[] {
  const digests: Digest[] = []
  eachDigest(kind, value, transforms, {
    digest(names, digest, isKeyed, of) {
      for (const spelling of spellingsOf(digest)) digests.push({ transforms: names, of, ...spelling, ...(isKeyed ? { keyed: true } : {}) })
    },
    number(name, number, isKeyed, of) {
      digests.push({ transforms: [name], of, text: number, rest: '', isNumber: true, ...(isKeyed ? { keyed: true } : {}) })
    },
  })
  return digests
}

/** The transforms must be `availableOf` this build. */
export function eachDigest(kind: Kind, value: string, transforms: Readonly<Record<string, Transform>>, reader: DigestReader): void {
  const hashes = Object.entries(transforms).map(([id, transform]) => ({ names: [id], transform }))
  const encodings = Object.entries(ENCODED)
  const stacked = STACKED.flatMap((id) => (transforms[id] === undefined ? [] : [{ id, transform: transforms[id] }]))
  /** By their first six bytes, as a number. */
  const seen = new Map<number, Uint8Array>()
  const numbers = new Set<string>()
  let isKeyed = false
  for (const input of digestInputs(kind, value)) add(input)
  isKeyed = true
  for (const input of keyedInputs(kind, value)) add(input)

  function add(input: string): void {
    const bytes = Buffer.from(input)
    const of: Hashed = { text: input }
    const ofBytes: Hashed = { text: input, ofBytes: true }
    const encoded = encodings.map(([name, encode]) => ({ name, text: encode(input) })).filter(({ text }) => text !== input)
      .map(({ name, text }) => ({ name, bytes: Buffer.from(text) }))
    for (const { names, transform } of hashes) {
      const [id = ''] = names
      const digest = transform.digest(bytes)
      tell(names, digest, of)
      for (const number of transform.decimals?.(bytes) ?? []) addNumber(id, number, of)
      if (!STACKED.includes(id)) continue
      const hex = Buffer.from(Buffer.from(digest.buffer, digest.byteOffset, digest.length).toString('hex'))
      // Of its digits, or, where a library hands its own result on, of its bytes.
      for (const outer of stacked) for (const one of [hex, digest]) tell([id, outer.id], outer.transform.digest(one), one === hex ? of : ofBytes)
      for (const { name, bytes: instead } of encoded) tell([name, id], transform.digest(instead), of)
    }
  }

  function addNumber(id: string, number: string, of: Hashed): void {
    if (number.length < KNOWN_BY || numbers.has(number)) return
    numbers.add(number)
    reader.number(id, number, isKeyed, of)
  }

  function tell(names: readonly string[], digest: Uint8Array, of: Hashed): void {
    const start = ((digest[0]! << 16) | (digest[1]! << 8) | digest[2]!) * 2 ** 24 + ((digest[3]! << 16) | (digest[4]! << 8) | digest[5]!)
    const known = seen.get(start)
    if (known !== undefined && Buffer.compare(known, digest) === 0) return
    seen.set(start, digest)
    reader.digest(names, digest, isKeyed, of)
  }
}

/** The hexadecimal digits of a digest that is looked for where this is the value; undefined where none of that sort is. */
export function digestOf(kind: Kind, value: string, names: readonly string[], transforms: Readonly<Record<string, Transform>>): string | undefined {
  const wanted = names.join('>')
  let found: string | undefined
  eachDigest(kind, value, transforms, {
    digest(done, digest, isKeyed) {
      if (!isKeyed && done.join('>') === wanted) found ??= Buffer.from(digest).toString('hex')
    },
    number() {},
  })
  return found
}

/** A build of OpenSSL may lack a hash (FIPS): then it is not looked for. */
export function availableOf(transforms: Readonly<Record<string, Transform>>): Record<string, Transform> {
  return Object.fromEntries(Object.entries(transforms).filter(([, transform]) => isAvailable(transform)))
}

function isAvailable(transform: Transform): boolean {
  try {
    return transform.digest(new Uint8Array(0)).length > 0
  } catch {
    return false
  }
}

/** The texts that vendors hash for a value: what their documents ask for, and what scripts do without asking. */
export function digestInputs(kind: Kind, value: string): string[] {
  const plain = kind === 'identity.address' ? toPlainAddress(value) : toPlainText(value)
  return [...new Set(inputsOf(kind, plain))].filter((input) => input !== '')
}

/** The texts of which a digest counts under a telling key only: `private`, a year. */
function keyedInputs(kind: Kind, value: string): string[] {
  const plain = toPlainText(value)
  if (kind === 'identity.birthdate') return [toDate(plain)?.year ?? ''].filter((year) => year !== '')
  return kind.startsWith('health.') && plain.length > 1 && !isHashedWord(kind, plain) ? [...new Set(wordInputs(plain))] : []
}

function inputsOf(kind: Kind, value: string): string[] {
  switch (kind) {
    case 'identity.email':
      // Trimmed and small:
      // Meta:
      // https://developers.facebook.com/docs/marketing-api/conversions-api/parameters/customer-information-parameters
      // Google: https://developers.google.com/google-ads/api/docs/conversions/upload-online
      // Taboola: https://developers.taboola.com/pixel/docs/submitting-first-party-data
      return [value, value.toUpperCase(), ...emailForms(value.toLowerCase()), canonicalEmail(value.toLowerCase())]
    case 'identity.phone':
      return phoneInputs(value)
    case 'identity.name':
    case 'health.practitioner':
      return nameInputs(value)
    case 'identity.birthdate':
      return dateInputs(value)
    case 'identity.address':
      return addressInputs(value)
    case 'identity.insurance-number':
      return lettersIn(value) < 6 ? [] : [value, withoutGaps(value)].flatMap((one) => [one, one.toLowerCase()])
    case 'network.ip':
      return [value, ...(toAddressForms(value)?.written.slice(0, 1) ?? [])]
    case 'health.medication':
      return [value, toDrug(value)].filter((one) => isHashedWord(kind, one)).flatMap((one) => [...wordInputs(one), ...wordInputs(one).slice(1).map(toSlug)])
    default:
      return isHashedWord(kind, value) ? [...wordInputs(value), ...wordInputs(value).slice(1).map(toSlug)] : []
  }
}

/**
 * Reddit (Pixel, "Manual Advanced Matching") hashes addresses of all hosts without their tag and with nothing but letters
 * and digits before the `@`; others drop the dots.
 */
function canonicalEmail(value: string): string {
  const at = value.lastIndexOf('@')
  return at < 1 ? value : value.slice(0, at).replace(/\+.*$/, '').replace(/[^a-z0-9]/g, '') + value.slice(at)
}

function isHashedWord(kind: Kind, value: string): boolean {
  return kind.startsWith('health.') && lettersIn(value) >= SHORTEST_WORD && !isCommon(value)
}

/** As it is, and small with each way to write its umlauts; with any apostrophe, and without it. */
function wordInputs(value: string): string[] {
  const spelt = /['’´]/.test(value) ? [value, ...["'", '’', ''].map((sign) => value.replace(/['’´]/g, sign))] : [value]
  return spelt.flatMap((one) => {
    const small = one.toLowerCase()
    return [one, small, withoutUmlauts(small), withoutMarks(small)]
  })
}

function unread(value: string): string[] {
  return value.length < SHORTEST_UNREAD ? [] : [value]
}

/**
 * Meta and Snap hash digits with the country code, Google and TikTok the same with a plus (E.164); where the country is
 * left out, zeros in front go nevertheless (Meta).
 */
function phoneInputs(value: string): string[] {
  const phone = toPhone(value)
  if (!phone) return unread(value)
  const { international, national, country = '' } = phone
  // The last two: the code of the country in front of a number that has its zero still.
  const abroad = international ? [international, `+${international}`, `00${international}`, country + national, `+${country}${national}`] : []
  return [...abroad, national, national.replace(/^0+/, ''), value, value.replace(/\s/g, ''), ...maskedPhones(value)]
}

/**
 * Meta: small, without punctuation, UTF-8, given and family name apart (the page named above), or the first five letters
 * of each (`f5first`, `f5last` of https://github.com/facebook/facebook-nodejs-business-sdk).
 */
function nameInputs(value: string): string[] {
  const { first, last } = toNameParts(value)
  const parts = [value, `${first.join(' ')} ${last}`, first.join(' '), ...first, last].map((part) => part.trim())
  const bare = parts.map((part) => part.replace(/[^\p{L}\p{M}\s]/gu, ''))
  const closed = parts.map(withoutGaps)
  const begun = [first[0] ?? '', last].map((part) => [...withoutGaps(part)]).filter((part) => part.length > FIRST_LETTERS)
    .map((part) => part.slice(0, FIRST_LETTERS).join(''))
  const hashed = [...parts, ...bare, ...closed, ...begun].filter((part) => lettersIn(part) >= SHORTEST_NAME)
  return [...hashed.flatMap(wordInputs), ...parts.map((part) => part.toUpperCase())]
}

/** Meta: YYYYMMDD, with or without punctuation (the page named above); others as it is written. */
function dateInputs(value: string): string[] {
  const date = toDate(value)
  if (!date) return unread(value)
  const { written, compact } = dateForms(date)
  return [...compact, ...written, value]
}

/**
 * Meta: city small without blanks and punctuation, postal code small without blanks (the page named above). Its pixel
 * leaves a city only the letters of ASCII: `mnchen`.
 */
function addressInputs(value: string): string[] {
  const parts = value.split(/[,\n;]/).map((part) => part.trim())
  const { street = '', code = '', city = '' } = toPlace(value) ?? {}
  const inAscii = city.toLowerCase().replace(/\W/g, '')
  const whole = [value, ...parts, street, street.replace(/,/g, '')].filter((part) => lettersIn(part) >= SHORTEST_WORD).flatMap(wordInputs)
  return [...whole, code.toLowerCase(), withoutGaps(code).toLowerCase(), inAscii, ...wordInputs(city), ...wordInputs(withoutGaps(city)), ...wordInputs(withoutGaps(value))]
}
