/** Labelled requests beside the visitor's values: words of the vocabularies, ids that stand for terms, identifiers. */
import type { Kind } from '../../../src/model.js'
import { SITE, targetOf, type Case } from './cases.js'
import { carriers, type Request } from './carriers.js'
import type { Language } from './people.js'
import type { Random } from './random.js'
import { EVERYDAY_HELD_OUT, HEALTH_HELD_OUT } from './held-out-words.js'
import { EVERYDAY, HEALTH } from './words.js'

const utf8 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text))
/** Where trackers get a word in their own path, where nothing tells what it means. */
const OWN_PATH = 'segment of the path'
/** Where sites put what was looked for, and what a page is about. */
const WORD_CARRIERS = ['query parameter', 'page address in dl', 'page address, twice encoded', 'JSON in a parameter', 'Referer',
  'form body', 'JSON body', 'JSON in JSON', 'lines of queries', 'multipart', 'gzip as body', 'WebSocket frame', OWN_PATH]
export const WORD_KEYS = ['q', 'search_term', 'dt', 'title', 'keywords', 'ep.search_term', 'speciality', 'content_name']

/** Names that leave open what stands under them. */
export const OPEN_KEYS = ['v', 'c1', 'info', 'u20', 'variant', 'item_variant', 'group']

interface Manner {
  /** The carriers to choose from. */
  readonly names?: readonly string[]
  readonly asWritten?: boolean
}

/** `AIDS` is ambiguous, `aids` a word of everyday language. */
export const isAcronym = (word: string): boolean => /^[A-Z]+$/.test(word)

export function carryWord(
  word: string, random: Random, key: string, { names = WORD_CARRIERS, asWritten = false }: Manner = {},
): { request: Request; carrier: string; recipient: string } {
  const name = random.pick(names)
  const carrier = carriers[name]!
  const target = targetOf(carrier, random)
  const written = random.pick([word, word.toLowerCase(), word.toUpperCase(), word.normalize('NFD'),
    word.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-'), `${word} - Startseite`])
  const text = asWritten ? word : name === OWN_PATH ? word.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-') : written
  return { request: carrier.carry(target, key, utf8(text), random), carrier: name, recipient: target.name }
}

/** The address of a page, and what is sent beside it, would be company. */
export const WITHOUT_COMPANY = [OWN_PATH, 'query parameter', 'form body', 'JSON body', 'JSON in a parameter', 'multipart', 'gzip as body']
export const WITH_COMPANY = WORD_CARRIERS.filter((name) => name !== OWN_PATH)

/**
 * A health word in a place where words stand: of the list by which the vocabularies were mended, or of the one at which
 * nobody looked. The first shows whether a listed word is found, the second how many words are not listed. An ambiguous
 * word stands where something tells what is meant.
 */
export function word(language: Language, random: Random, isUnseen: boolean): Case {
  const { text: value, isAmbiguous } = random.pick((isUnseen ? HEALTH_HELD_OUT : HEALTH)[language])
  const { request, carrier } = carryWord(value, random, random.pick(WORD_KEYS),
    isAmbiguous ? { names: WITH_COMPANY, asWritten: isAcronym(value) } : {})
  return {
    request, planted: [{ kind: 'health.search', value: '' }], also: [],
    groups: { [isUnseen ? 'unseen' : 'vocabulary']: language, 'word in': carrier, word: value },
  }
}

/** The same ambiguous words, each alone where nothing tells what is meant. */
export function ambiguous(language: Language, random: Random): Case {
  const { text: value } = random.pick(HEALTH[language].filter(({ isAmbiguous }) => isAmbiguous))
  const { request, carrier } = carryWord(value, random, random.pick(OPEN_KEYS), { names: WITHOUT_COMPANY })
  return { request, planted: [], also: [], groups: { negative: 'ambiguous word alone', 'word in': carrier, word: value } }
}

/** A word of everyday life in the same places. */
export function everyday(random: Random, isHeldOut: boolean): Case {
  const value = random.pick(isHeldOut ? EVERYDAY_HELD_OUT : EVERYDAY)
  const { request, carrier } = carryWord(value, random, random.pick(WORD_KEYS.filter((key) => key !== 'speciality')))
  return { request, planted: [], also: [], groups: { negative: 'everyday words', 'word in': carrier, word: value } }
}

const TREATMENTS: Readonly<Record<Language, readonly string[]>> = {
  de: ['Vasektomie', 'Schwangerschaftsabbruch', 'HIV-Test', 'Brustkrebsvorsorge', 'Suchtberatung'],
  fr: ['Vasectomie', 'IVG médicamenteuse', 'Dépistage VIH', 'Mammographie de dépistage', 'Sevrage alcoolique'],
  en: ['Vasectomy', 'Abortion consultation', 'HIV test', 'Breast cancer screening', 'Alcohol detox'],
}

/**
 * The site's own list of reasons for a visit, a request that names one of them by its number, and one in which the same
 * number stands for something else; the list comes before them or after.
 */
export function namedIds(language: Language, random: Random): Case[] {
  const base = random.between(1000, 89_000)
  const motives = TREATMENTS[language].map((name, at) => ({ id: base + at * 7, name }))
  const { id } = random.pick(motives)
  const list: Case = {
    request: { method: 'GET', url: `https://www.${SITE}/api/motives.json`, headers: [] }, planted: [], also: [], firstParty: true,
    response: { mimeType: 'application/json', text: JSON.stringify({ visit_motives: motives }) },
    groups: { negative: 'first party only' },
  }
  const key = random.pick(['motiveIds[]', 'visitMotiveId', 'visit_motive_ids'])
  const target = targetOf(carriers['query parameter']!, random)
  const page = `https://www.${SITE}/booking?${encodeURIComponent(key)}=${id}&telehealth=false`
  const url = random.chance(0.5)
    ? `${target.url}?${target.query ?? 'v=1'}&${encodeURIComponent(key)}=${id}` : `${target.url}?${target.query ?? 'v=1'}&dl=${encodeURIComponent(page)}`
  const told: Case = {
    request: { method: 'GET', url, headers: [] }, planted: [{ kind: 'health.reason', value: '' }], also: [],
    groups: { ids: random.chance(0.5) ? 'list first' : 'list later' },
  }
  const other: Case = {
    request: { method: 'GET', url: `${target.url}?${target.query ?? 'v=1'}&${random.pick(['cb', 'w', 'price', 'rnd', 'z'])}=${id}`, headers: [] },
    planted: [], also: [], groups: { negative: 'the number of an id under another name' },
  }
  return told.groups['ids'] === 'list first' ? [list, told, other] : [told, other, list]
}

type Identified = readonly [name: string, kind: Kind, url: (random: Random) => string, cookie?: (random: Random) => string]

const IDENTIFIED: readonly Identified[] = [
  ['Meta fbp', 'identifier.cookie', (r) => `https://www.facebook.com/tr/?id=1&ev=PageView&fbp=fb.1.1700000000000.${r.digits(10)}`],
  ['GA4 cid', 'identifier.cookie', (r) => `https://region1.google-analytics.com/g/collect?v=2&tid=G-A&cid=${r.digits(9)}.${r.digits(10)}`],
  ['Bing vid', 'identifier.cookie', (r) => `https://bat.bing.com/action/0?ti=1&Ver=2&vid=${r.hex(32)}&evt=pageLoad`],
  ['Taboola ui', 'identifier.cookie', (r) => `https://trc-events.taboola.com/1/log/3/unip?en=pre_d&ui=${r.hex(8)}-${r.hex(4)}-${r.hex(12)}`],
  ['Hotjar cookie', 'identifier.cookie', () => 'https://in.hotjar.com/api/v2/client/sites/1/visit-data', (r) => `_hjSessionUser_${r.digits(7)}=${Buffer.from(`{"id":"${r.hex(32)}"}`).toString('base64url')}`],
  ['Matomo _id on the site itself', 'identifier.cookie', (r) => `https://stats.${SITE}/matomo.php?idsite=1&rec=1&url=https%3A%2F%2F${SITE}%2F&_id=${r.hex(16)}`],
]

export function identifier(random: Random): Case {
  const [name, kind, url, cookie] = random.pick(IDENTIFIED)
  const headers = cookie ? [{ name: 'Cookie', value: cookie(random) }] : []
  return { request: { method: 'GET', url: url(random), headers }, planted: [{ kind, value: '' }], also: [], groups: { identifier: name } }
}
