/** How a value is written on its way: by people, by forms, by scripts. Written apart from the detector's own forms. */
import { createHash } from 'node:crypto'
import type { Kind } from '../../../src/model.js'
import { asciiOf } from './people.js'
import type { Random } from './random.js'

export interface Spelled {
  readonly how: string
  readonly text: string
  /** What was done to it that cannot be undone, the first one first. */
  readonly transforms: readonly string[]
  /** It says so little that only the name in front of it tells what it is. */
  readonly key?: string
}

type Way = readonly [how: string, text: string, key?: string]

const umlautsSpelled = (text: string): string =>
  text.replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue').replace(/Ä/g, 'Ae').replace(/Ö/g, 'Oe')
    .replace(/Ü/g, 'Ue').replace(/ß/g, 'ss')
const joined = (text: string, by: string): string => text.replace(/[^\p{L}\p{M}\p{N}]+/gu, by).replace(/^[-_]|[-_]$/g, '')

function wordWays(text: string): Way[] {
  return [
    ['as it is', text], ['small', text.toLowerCase()], ['capitals', text.toUpperCase()], ['NFD', text.normalize('NFD')],
    ['umlauts spelled out', umlautsSpelled(text)], ['accents dropped', asciiOf(text)],
    ['slug', joined(asciiOf(text).toLowerCase(), '-')], ['slug with umlauts spelled out', joined(umlautsSpelled(text).toLowerCase(), '-')],
    ['snake', joined(text.toLowerCase(), '_')],
  ]
}

const SECTOR = ['insuranceSector', 'insurance_type', 'versicherung', 'mutuelle', 'coverage']

/** The ways in which a value of a kind is written. `first` and `last` are the visitor's. */
function waysOf(kind: Kind, value: string, random: Random): Way[] {
  switch (kind) {
    case 'identity.name': return nameWays(value, random)
    case 'health.practitioner': return [...wordWays(value), ...wordWays(value.replace(/^(Prof\. |Dr\. |med\. |Dr |Pr |Docteur |Professor )+/, ''))]
    case 'identity.email': return [['as it is', value], ['capitals', value.toUpperCase()], ['in mailto:', `mailto:${value}`]]
    case 'identity.phone': return phoneWays(value)
    case 'identity.birthdate': return dateWays(value, random)
    case 'health.appointment': return appointmentWays(value)
    case 'identity.address': return addressWays(value)
    case 'identity.insurance-number': return [['as it is', value], ['no blanks', joined(value, '')], ['dashes', joined(value, '-')]]
      .map(([how, text]): Way => [how!, text!, random.pick(['insuranceNumber', 'kvnr', 'nir', 'policy_number'])])
    case 'health.insurance': return wordWays(value).map(([how, text]): Way => [how, text, random.pick(SECTOR)])
    case 'network.ip': return value.includes(':') ? sixWays(value) : fourWays(value)
    default: return wordWays(value)
  }
}

function nameWays(value: string, random: Random): Way[] {
  const [first = '', last = ''] = value.split(' ')
  const swapped: Way[] = [['last name first', `${last} ${first}`], ['comma', `${last}, ${first}`],
    ['dot', `${asciiOf(first)}.${asciiOf(last)}`.toLowerCase()]]
  return [...wordWays(value), ...swapped, ['last name alone', last, random.pick(['ln', 'lastname', 'nachname', 'nom'])],
    ['first name alone', first, random.pick(['fn', 'firstname', 'vorname', 'prenom'])]]
}

function phoneWays(value: string): Way[] {
  const [code = '', ...groups] = value.split(' ')
  const number = groups.join('')
  const trunk = code === '+1' ? '' : '0'
  const rest = groups.slice(1).join('')
  return [
    ['as it is', value], ['E.164', code + number], ['E.164 without plus', code.slice(1) + number],
    ['double zero', `00${code.slice(1)}${number}`], ['national', trunk + number],
    ['national with blank', `${trunk}${groups[0]} ${rest}`], ['national with slash', `${trunk}${groups[0]}/${rest}`],
    ['in brackets', `(${trunk}${groups[0]}) ${groups.slice(1).join('-')}`],
    ['dots', [code, ...groups].join('.')], ['dashes', [code, ...groups].join('-')],
    ['bracketed zero', `${code} (0)${groups[0]} ${rest}`],
  ]
}

const MONTHS: Readonly<Record<string, readonly string[]>> = {
  de: ['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli', 'August', 'September', 'Oktober', 'November', 'Dezember'],
  fr: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
}

function dateWays(value: string, random: Random): Way[] {
  const [year = '', month = '', day = ''] = value.split('-')
  const name = (language: string): string => MONTHS[language]?.[Number(month) - 1] ?? ''
  const d = String(Number(day))
  return [
    ['ISO', value], ['ISO with time', `${value}T00:00:00.000Z`], ['points', `${day}.${month}.${year}`],
    ['points, no zeros', `${d}.${Number(month)}.${year}`], ['slashes', `${day}/${month}/${year}`],
    ['month first', `${month}/${day}/${year}`], ['compact', year + month + day],
    ['in words, German', `${d}. ${name('de')} ${year}`], ['in words, French', `${d} ${name('fr')} ${year}`],
    ['in words, English', `${name('en')} ${d}, ${year}`], ['in words, British', `${d} ${name('en')} ${year}`],
    ['the year alone', year, random.pick(['yob', 'birthyear', 'jahrgang'])],
  ]
}

function appointmentWays(value: string): Way[] {
  const [date = '', time = ''] = value.split('T')
  const [year, month, day] = date.split('-')
  return [
    ['ISO', value], ['ISO with seconds', `${value}:00.000Z`], ['blank', `${date} ${time}`],
    ['points', `${day}.${month}.${year} ${time}`], ['points, Uhr', `${day}.${month}.${year}, ${time} Uhr`],
    ['slashes', `${day}/${month}/${year} ${time}`], ['slug', `${date}-${time.replace(':', '-')}`],
  ]
}

function addressWays(value: string): Way[] {
  const street = value.slice(0, value.indexOf(','))
  const ways: Way[] = [['as it is', value], ['small', value.toLowerCase()], ['street alone', street],
    ['slug', joined(asciiOf(value).toLowerCase(), '-')], ['two lines', value.replace(', ', '\n')],
    ['umlauts spelled out', umlautsSpelled(value)]]
  return /straße/i.test(value) ? [...ways, ['short for Straße', value.replace(/straße/i, (word) => `${word.slice(0, 1)}tr.`)]] : ways
}

function fourWays(value: string): Way[] {
  const parts = value.split('.').map(Number)
  const [a = 0, b = 0, c = 0, d = 0] = parts
  const hex = parts.map((part) => part.toString(16).padStart(2, '0')).join('')
  return [
    ['dotted', value], ['dashes', parts.join('-')], ['one number', String(((a * 256 + b) * 256 + c) * 256 + d), 'ip'],
    ['hex', `0x${hex}`, 'ip'], ['mapped', `::ffff:${value}`], ['mapped, hex', `::ffff:${hex.slice(0, 4)}:${hex.slice(4).replace(/^0+/, '')}`],
    ['three digits each', parts.map((part) => String(part).padStart(3, '0')).join('.')], ['last part cut off', `${a}.${b}.${c}.0`],
    ['reversed, DNS', `${d}.${c}.${b}.${a}.in-addr.arpa`], ['with port', `${value}:443`],
  ]
}

function sixWays(value: string): Way[] {
  const [head = '', tail = ''] = value.split('::')
  const left = head.split(':')
  const groups = [...left, ...new Array<string>(7 - left.length).fill('0'), tail]
  const full = groups.map((group) => group.padStart(4, '0'))
  return [
    ['short', value], ['full', full.join(':')], ['capitals', value.toUpperCase()], ['bracketed', `[${value}]`],
    ['dashes', full.join('-')], ['hex', full.join('')], ['no zeros cut', groups.join(':')],
    ['cut to /48', `${left.slice(0, 3).join(':')}::`], ['with prefix', `${value}/64`],
    ['reversed, DNS', `${[...full.join('')].reverse().join('.')}.ip6.arpa`],
  ]
}

// ── hashes ──

const HASHES = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha512-256', 'sha3-224', 'sha3-256', 'sha3-384',
  'sha3-512', 'ripemd160', 'blake2b512', 'blake2s256', 'sm3'] as const
const SALT = 'QX4QkKEU'

const digestOf = (hash: string, text: string): Buffer => createHash(hash).update(text, 'utf8').digest()

/** What vendors ask their customers to hash, each by its own rules; empty where nobody hashes such a value. */
function normalisedOf(kind: Kind, value: string): string[] {
  const small = value.trim().toLowerCase()
  switch (kind) {
    case 'identity.email': return [small, small.replace(/\+[^@]*/, '')]
    case 'identity.phone': return [value.replace(/\D/g, ''), `+${value.replace(/\D/g, '')}`]
    case 'identity.name': return [small, small.replace(' ', ''), ...small.split(' ')]
    case 'identity.birthdate': return [value.replaceAll('-', ''), value]
    case 'network.ip': return [value]
    case 'health.search': case 'health.specialty': case 'health.reason': case 'health.condition':
    case 'health.medication': return [value, small]
    default: return []
  }
}

function hashed(kind: Kind, value: string, random: Random): Spelled | undefined {
  const inputs = normalisedOf(kind, value)
  if (inputs.length === 0) return undefined
  const input = random.pick(inputs)
  const hash = random.chance(0.4) ? 'sha256' : random.pick(HASHES)
  const digest = digestOf(hash, input)
  const hex = digest.toString('hex')
  const done = (how: string, text: string, ...transforms: string[]): Spelled => ({ how, text, transforms })
  return random.pick([
    () => done('hex', hex, hash), () => done('hex', hex, hash), () => done('capital hex', hex.toUpperCase(), hash),
    () => done('base64', digest.toString('base64'), hash), () => done('base64url', digest.toString('base64url'), hash),
    () => done('prefix FFF', `FFF${hex}`, hash), () => done('named prefix', `${hash}:${hex}`, hash),
    () => done('cut to 32 digits', hex.slice(0, 32), hash),
    () => done('hash of hash', digestOf('sha256', digestOf('md5', input).toString('hex')).toString('hex'), 'md5', 'sha256'),
    () => done('hash of base64', digestOf('sha256', Buffer.from(input).toString('base64')).toString('hex'), 'base64', 'sha256'),
    () => done('salted', digestOf('sha256', input + SALT).toString('hex'), 'salted-sha256'),
  ])()
}

/** One way to write the value, hashed in `share` of the cases. */
export function spell(kind: Kind, value: string, share: number, random: Random): Spelled {
  const digest = random.chance(share) ? hashed(kind, value, random) : undefined
  if (digest) return digest
  const [how, text, key] = random.pick(waysOf(kind, value, random))
  return { how, text, transforms: [], ...(key === undefined ? {} : { key }) }
}
