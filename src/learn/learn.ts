/**
 * What the capture as a whole knows and no single exchange tells: whose site it is, what ids stand for, who set which
 * cookie, which host is whose alias. A fold: `see` takes each exchange once, in order; `facts` may be asked at any
 * time.
 *
 * All state is bounded; where a bound is reached, `facts().diagnostics` says so.
 */
import { hash } from 'node:crypto'
import type { Diagnostic, Exchange, Recipient } from '../model.js'
import { type NamedId, namesInHtml, namesInJson } from './dictionary.js'
import { createSites, type Site } from './sites.js'

/** An id and the name that the site's own data give it. */
export interface DictionaryEntry {
  readonly id: string
  readonly name: string
  /** Names under which the id stood: property, list or map that holds it, form field. */
  readonly keys: readonly string[]
  /** Registrable domain that the data came from; only a first party's word counts. */
  readonly domain: string
  readonly entry: number
}

/** A cookie as a response set it. Its value is kept as a digest only. */
export interface StoredCookie {
  readonly name: string
  /** Registrable domain of the host that set it. */
  readonly setBy: string
  /** SHA-256 of the value's UTF-8 bytes, in hex, percent encoding undone. */
  readonly digest: string
  /** It outlives a day. */
  readonly persistent: boolean
  readonly entry: number
}

export interface Alias {
  readonly host: string
  readonly aliases: readonly string[]
}

export interface Facts {
  /** Registrable domain of the pages that were visited; `''` where the capture has no request at all. */
  readonly site: string
  /** Why, in a sentence. */
  readonly siteReason: string
  /** Other sites that were visited as pages, with the weight of what says so, heaviest first. */
  readonly sites: readonly { readonly domain: string; readonly weight: number }[]
  /** Sites of the pages that requests belong to. */
  readonly pageSites: readonly string[]
  /** Sites of which a page was asked for: 200 where one came, else the first error that was answered instead. */
  readonly outcomes: readonly { readonly domain: string; readonly status: number }[]
  /** Sites whose documents (where there are none: all of whose answers), as far as addresses are known, came from loopback. */
  readonly onLoopback: readonly string[]
  /** Distinct titles of pages that are no URLs. */
  readonly titles: readonly string[]
  readonly dictionary: readonly DictionaryEntry[]
  readonly cookies: readonly StoredCookie[]
  readonly cnames: readonly Alias[]
  readonly diagnostics: readonly Diagnostic[]
}

export interface Learning {
  see(exchange: Exchange, recipient?: Recipient): void
  facts(): Facts
}

export interface LearningOptions {
  /** Registrable domain of a host. Absent: as the exchanges themselves say it, for hosts that were asked. */
  readonly registrableDomain?: (host: string) => string
  /** Whether an address is of the machine itself. Absent: none is. */
  readonly isLoopback?: (address: string) => boolean
}

export function createLearning(options: LearningOptions = {}): Learning {
  const sites = createSites(options)
  const titles = new Set<string>()
  const dictionary = new Map<string, Growing>()
  const cookies = new Map<string, StoredCookie>()
  const cnames = new Map<string, readonly string[]>()
  const refused = new Map<string, number>()
  const bodies = new Set<string>()

  return {
    see(exchange, recipient) {
      if (exchange.ofBrowser === true) return
      sites.see(exchange, recipient)
      learnTitle(exchange)
      learnNames(exchange)
      for (const header of exchange.setCookies) learnCookie(header, exchange)
      learnAliases(exchange)
    },
    facts() {
      const site: Site = sites.site()
      return {
        site: site.domain,
        siteReason: site.reason,
        sites: sites.others(),
        pageSites: sites.pages(),
        outcomes: sites.outcomes(),
        onLoopback: sites.onLoopback(),
        titles: [...titles],
        dictionary: [...dictionary.values()].map(({ keys, ...rest }) => ({ ...rest, keys: [...keys] })),
        cookies: [...cookies.values()],
        cnames: [...cnames].map(([host, aliases]) => ({ host, aliases })),
        diagnostics: [...refused].map(([code, entry]) => ({ code, entry, message: sentences[code] ?? code })),
      }
    },
  }

  function learnTitle({ pageTitle = '' }: Exchange): void {
    if (pageTitle === '' || /^[a-z][a-z0-9+.-]*:/i.test(pageTitle) || titles.size >= most.titles) return
    titles.add(pageTitle.slice(0, 500))
  }

  function learnAliases({ host, cnames: aliases = [], entry }: Exchange): void {
    if (aliases.length === 0 || !hasRoom('aliases', cnames, host, entry)) return
    cnames.set(host, aliases.slice(0, 16))
  }

  function learnNames(exchange: Exchange): void {
    const { responseBody, responseType = '' } = exchange
    if (responseBody === undefined || responseBody.length === 0) return
    const form = /json/i.test(responseType) ? 'json' : /html/i.test(responseType) ? 'html' : undefined
    if (form === undefined || wasRead(responseBody, `${form} ${exchange.domain}`)) return
    const add = (named: NamedId): void => addName(named, exchange)
    const text = new TextDecoder().decode(responseBody)
    const complete = form === 'json' ? namesInJson(text, add) : namesInHtml(text, add)
    if (!complete) refuse('learn-body-too-large', exchange.entry)
  }

  /** Sites answer the same again and again, which says nothing new. */
  function wasRead(body: Uint8Array, as: string): boolean {
    if (body.length < worthDigesting) return false
    const at = `${as} ${hash('sha256', body, 'base64')}`
    if (bodies.has(at)) return true
    if (bodies.size < most.bodies) bodies.add(at)
    return false
  }

  function addName({ id, name, keys }: NamedId, exchange: Exchange): void {
    const at = `${exchange.domain}\n${id}\n${name}`
    const known = dictionary.get(at)
    if (known !== undefined) {
      for (const key of keys) {
        if (known.keys.size < most.keysEach) known.keys.add(key)
        else if (!known.keys.has(key)) refuse('learn-keys-full', exchange.entry)
      }
      return
    }
    if (!hasRoom('dictionary', dictionary, at, exchange.entry)) return
    dictionary.set(at, { id, name, keys: new Set(keys), domain: exchange.domain, entry: exchange.entry })
  }

  function learnCookie(header: string, exchange: Exchange): void {
    const cookie = toCookie(header, exchange)
    if (cookie === undefined) return
    const at = `${cookie.name}\n${cookie.setBy}\n${cookie.digest}`
    if (hasRoom('cookies', cookies, at, exchange.entry)) cookies.set(at, cookie)
  }

  /** False, and noted, where a new key would exceed the bound; keys that are known always have room. */
  function hasRoom(what: Bounded, map: ReadonlyMap<string, unknown>, key: string, entry: number): boolean {
    if (map.has(key) || map.size < most[what]) return true
    refuse(`learn-${what}-full`, entry)
    return false
  }

  function refuse(code: string, entry: number): void {
    if (!refused.has(code)) refused.set(code, entry)
  }
}

type Bounded = 'dictionary' | 'cookies' | 'aliases'

interface Growing extends Omit<DictionaryEntry, 'keys'> {
  readonly keys: Set<string>
}

const most = { titles: 200, dictionary: 20_000, keysEach: 32, cookies: 20_000, aliases: 2_000, bodies: 10_000 }
/** Bytes of a body from which on its digest is made faster than its names are found. */
const worthDigesting = 200
const day = 86_400_000

const sentences: Readonly<Record<string, string>> = {
  'learn-dictionary-full': 'The data name more ids than are kept: names that came from this entry on were not learnt.',
  'learn-keys-full': 'An id stands under more names in the data than are kept: those from this entry on were not learnt.',
  'learn-cookies-full': 'More different cookies were set than are kept: those from this entry on were not learnt.',
  'learn-aliases-full': 'More hosts with aliases than are kept: those from this entry on were not learnt.',
  'learn-body-too-large': 'A response holds more data than is looked through for names: the rest of it was not learnt.',
}

/** A Set-Cookie header: name and value before the first `;`, attributes behind it. Undefined where it sets nothing. */
function toCookie(header: string, exchange: Exchange): StoredCookie | undefined {
  const [pair = '', ...attributes] = header.slice(0, 8_192).split(';')
  const equals = pair.indexOf('=')
  const name = pair.slice(0, equals).trim()
  const value = pair.slice(equals + 1).trim().replace(/^"(.*)"$/, '$1')
  if (equals < 1 || name === '' || value === '') return undefined
  return {
    name: name.slice(0, 256),
    setBy: exchange.domain,
    digest: hash('sha256', decode(value), 'hex'),
    persistent: lifeOf(attributes, exchange.startedAt) > day,
    entry: exchange.entry,
  }
}

/** Milliseconds from `now` on; Max-Age goes before Expires (RFC 6265, 5.3). 0 for a cookie of the session. */
function lifeOf(attributes: readonly string[], now: number): number {
  const read = (name: string): string | undefined =>
    attributes.find((attribute) => attribute.trimStart().toLowerCase().startsWith(`${name}=`))?.split('=')[1]?.trim()
  const age = read('max-age')
  if (age !== undefined && /^-?\d+$/.test(age)) return Number(age) * 1_000
  const expires = Date.parse(read('expires') ?? '')
  return Number.isNaN(expires) ? 0 : expires - (Number.isNaN(now) ? Date.now() : now)
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    // A stray percent sign: the value is what stands there.
    return value
  }
}
