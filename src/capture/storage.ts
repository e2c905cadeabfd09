/** `storage.json`: what the site kept in the browser, step by step, and who put it there. */
import type { BrowserContext } from 'playwright/test'
import { addTo } from '../grouped.js'
import type { SetCookie } from './answers.js'
import { readConsentString } from './consent-strings.js'
import { createLatest } from './latest.js'
import type { CaptureManifest } from './manifest.js'
import type { StorageWrite, StoredItems, Watch } from './watch.js'

export interface StoredCookie {
  readonly name: string
  readonly value: string
  /** As the browser keeps it: with a leading dot where subdomains get it as well. */
  readonly domain: string
  readonly path: string
  /** ISO 8601 UTC; null for the session's. */
  readonly expires: string | null
  readonly httpOnly: boolean
  readonly secure: boolean
  readonly sameSite: string
  /** The answer that set it last before; a script where none did; `before` where it was there from the beginning. */
  readonly setBy:
    { readonly how: 'answer'; readonly url: string; readonly at: string } | { readonly how: 'script' | 'before' }
}

export interface StorageSnapshot {
  readonly at: string
  /** Of the step that had just ended. */
  readonly title: string
  readonly cookies: readonly StoredCookie[]
  readonly origins: readonly StoredItems[]
}

export interface StorageRecord {
  readonly schema: 1
  readonly snapshots: readonly StorageSnapshot[]
  /** Each write of a page into localStorage or sessionStorage, in order. */
  readonly writes: readonly StorageWrite[]
}

/** Consent strings among what was kept last. */
export function keptConsentStrings(record: StorageRecord): NonNullable<CaptureManifest['consent']['strings']> {
  const last = record.snapshots.at(-1)
  const named = [
    ...(last?.cookies ?? []).map(({ name, value, domain }) => ({ where: `cookie ${name} of ${domain}`, value })),
    ...(last?.origins ?? []).flatMap(({ origin, local }) =>
      local.map(([key, value]) => ({ where: `localStorage ${key} of ${origin}`, value }))),
  ]
  return named.flatMap(({ where, value }) => {
    const string = readConsentString(value)
    return string === undefined ? [] : [{ where, text: string.text, granted: string.granted }]
  })
}

type Cookie = Awaited<ReturnType<BrowserContext['cookies']>>[number]

interface Raw {
  readonly at: Date
  readonly title: string
  readonly cookies: readonly Cookie[]
  readonly origins: readonly StoredItems[]
}

export interface StorageLog {
  /** Never throws; a context that has gone leaves no snapshot. */
  take(title: string): Promise<void>
  /** The record, with the answers that set cookies. */
  record(setCookies: readonly SetCookie[]): StorageRecord
}

const mostSnapshots = 200
const mostCookies = 2_000
/** Of all snapshots together; those that would go beyond it are left out, as readers take 16 MB of JSON at most. */
const mostCharacters = 8_000_000

export function createStorageLog(context: BrowserContext, watch: Watch): StorageLog {
  const raw: Raw[] = []
  let characters = 0
  return {
    async take(title) {
      if (raw.length >= mostSnapshots) return
      try {
        const at = new Date()
        const [all, origins] = await Promise.all([context.cookies(), watch.stored()])
        const cookies = all.slice(0, mostCookies)
        characters += sizeOf(cookies, origins)
        if (characters <= mostCharacters) raw.push({ at, title, cookies, origins })
      } catch {
        // the context has gone, and with it what it kept
      }
    },
    record: (setCookies) => {
      const setters = settersOf(setCookies)
      const first = new Set(raw[0]?.title === 'start' ? raw[0].cookies.map(identity) : [])
      const snapshots = raw.map(({ at, title, cookies, origins }): StorageSnapshot => ({
        at: at.toISOString(), title, origins,
        cookies: cookies.map((cookie) => toStored(cookie, at, setters, first)),
      }))
      return { schema: 1, snapshots, writes: watch.writes() }
    },
  }
}

function sizeOf(cookies: readonly Cookie[], origins: readonly StoredItems[]): number {
  const ofCookies = cookies.reduce((sum, { name, value }) => sum + name.length + value.length, 0)
  return origins.reduce((sum, { local, session, indexedDb }) =>
    sum + [...local, ...session, indexedDb].flat().reduce((inner, text) => inner + text.length, 0), ofCookies)
}

function toStored(
  cookie: Cookie, at: Date, setters: Setters, first: ReadonlySet<string>,
): StoredCookie {
  const { name, value, domain, path, expires, httpOnly, secure, sameSite } = cookie
  const by = setters.get(setterKey(name, domain.replace(/^\./, '').toLowerCase()))?.(at.getTime())
  return {
    name, value, domain, path, httpOnly, secure, sameSite,
    expires: expires > 0 && expires < 8.64e12 ? new Date(expires * 1000).toISOString() : null,
    setBy: by === undefined
      ? { how: first.has(identity(cookie)) ? 'before' : 'script' }
      : { how: 'answer', url: by.url, at: new Date(by.at).toISOString() },
  }
}

function identity({ name, domain, path }: Cookie): string {
  return JSON.stringify([name, domain, path])
}

/** The answers that set a cookie of one name and domain: of a time, the last. */
type Setters = ReadonlyMap<string, (time: number) => SetCookie | undefined>

/** By the answer's own domain where it named one, else its host; both as the browser keeps them. */
function settersOf(setCookies: readonly SetCookie[]): Setters {
  const alike = new Map<string, SetCookie[]>()
  for (const each of setCookies) addTo(alike, setterKey(each.name, each.domain === '' ? each.host : each.domain), each)
  return new Map([...alike].map(([key, all]) => [key, createLatest(all, ({ at }) => at)]))
}

function setterKey(name: string, domain: string): string {
  return JSON.stringify([name, domain])
}
