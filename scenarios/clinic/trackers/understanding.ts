/** What the vendors' endpoints share: reading queries, forms and the URLs and texts of the stand-in's pages. */
import { createHash } from 'node:crypto'
import type { Kind, Part } from '../../../src/model.js'
import { LANGUAGES } from '../languages/index.js'
import type { LanguageCode } from '../languages/language.js'
import { bodyText, type Received } from '../log.js'
import type { Understood } from './tracker.js'

export type Pairs = readonly (readonly [name: string, value: string])[]

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

export function queryOf(received: Received): Pairs {
  const url = toUrl(received.url)
  return url === null ? [] : [...url.searchParams]
}

/** The fields of an urlencoded or multipart body; none for anything else. */
export function formOf(received: Received): Pairs {
  const type = received.headers['content-type'] ?? ''
  if (type.startsWith('application/x-www-form-urlencoded')) return [...new URLSearchParams(bodyText(received))]
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)/.exec(type)?.[1]
  if (boundary === undefined) return []
  return bodyText(received).split(`--${boundary}`).flatMap((part) => {
    const name = /name="([^"]*)"/.exec(part)?.[1]
    const start = part.indexOf('\r\n\r\n')
    return name === undefined || start < 0 ? [] : [[name, part.slice(start + 4).replace(/\r\n$/, '')] as const]
  })
}

/** A JSON body as an object; empty where it is none. */
export function toRecord(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Record<string, unknown> : {}
  } catch {
    return {}
  }
}

/** The text at a path of nested objects, or ''. */
export function textAt(value: unknown, ...path: readonly string[]): string {
  let at: unknown = value
  for (const name of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return ''
    at = (at as Record<string, unknown>)[name]
  }
  return typeof at === 'string' ? at : ''
}

/** What the URL of one of the stand-in's pages says about its visitor. */
export function fromPage(text: string, part: Part, field: string): Understood[] {
  const url = toUrl(text)
  if (url === null) return []
  const code = url.hostname.split('.')[0]
  if (code !== 'de' && code !== 'fr' && code !== 'en') return []
  const language = LANGUAGES[code satisfies LanguageCode]
  const found: Understood[] = []
  const say = (kind: Kind, value: string | null | undefined, how: Understood['how'] = 'plain'): void => {
    if (value !== null && value !== undefined && value !== '') found.push({ kind, value, how, part, field })
  }
  const [slug, , doctor] = url.pathname.split('/').filter((segment) => segment !== '')
  const speciality = language.specialities.find((each) => each.slug === slug)
  if (speciality !== undefined) {
    const spelt = speciality.name.toLowerCase() === speciality.slug
    say('health.specialty', speciality.name, spelt ? 'plain' : 'site-id')
    const practitioner = language.practitioners.find((each) => each.slug === doctor)
    say('health.practitioner', practitioner?.name, 'site-id')
  }
  const parameters = url.searchParams
  say('health.search', parameters.get('searchTerm') ?? parameters.get('query'))
  say('health.insurance', parameters.get('insuranceSector'))
  say('health.reason', parameters.get('motiveKey'))
  say('health.appointment', parameters.get('slot'))
  const motive = language.specialities.flatMap((each) => each.motives)
    .find((each) => String(each.id) === parameters.get('motiveIds[]'))
  say('health.reason', motive?.name, 'site-id')
  const id = language.specialities.find((each) => String(each.id) === parameters.get('specialityId'))
  say('health.specialty', id?.name, 'site-id')
  return found
}

/** Names of the stand-in's catalogue that stand in a text, such as a title or the label of a button. */
export function fromText(text: string, part: Part, field: string): Understood[] {
  const found: Understood[] = []
  const lower = text.toLowerCase()
  for (const language of Object.values(LANGUAGES)) {
    const names: (readonly [Kind, string])[] = [
      ...language.specialities.map(({ name }) => ['health.specialty', name] as const),
      ...language.specialities.flatMap(({ motives }) => motives).map(({ name }) => ['health.reason', name] as const),
      ...language.practitioners.map(({ name }) => ['health.practitioner', name] as const),
    ]
    for (const [kind, value] of names) {
      if (lower.includes(value.toLowerCase())) found.push({ kind, value, how: 'plain', part, field })
    }
  }
  return found
}

/** A value that is the datum itself; nothing where it is empty. */
export function plain(kind: Kind, value: string | null | undefined, part: Part, field: string): Understood[] {
  return value === null || value === undefined || value === '' ? [] : [{ kind, value, how: 'plain', part, field }]
}

/** A SHA-256 of the datum; nothing where it is empty. */
export function hashed(kind: Kind, value: string | null | undefined, part: Part, field: string): Understood[] {
  return /^[0-9a-f]{64}$/.test(value ?? '') ? [{ kind, value: value ?? '', how: 'sha256', part, field }] : []
}

/** The vendor's own cookie, if the browser sent it. */
export function cookieId(received: Received, name: string): Understood[] {
  const pair = (received.headers['cookie'] ?? '').split(/; */).find((each) => each.startsWith(`${name}=`))
  return pair === undefined ? [] : plain('identifier.cookie', pair.slice(name.length + 1), 'cookie', name)
}

/** Sets the vendor's cookie where the browser does not have it yet. */
export function setCookieOnce(received: Received, name: string, domain: string): Record<string, string> {
  if (cookieId(received, name).length > 0) return {}
  const value = sha256(`${name}${received.at}${Math.random()}`).slice(0, 24)
  const attributes = `Domain=${domain}; Path=/; Max-Age=7776000; Secure; HttpOnly; SameSite=None`
  return { 'set-cookie': `${name}=${value}; ${attributes}` }
}

/** GA4: shared parameters in the URL, one event a line in the body. */
export function fromGa4(received: Received): Understood[] {
  const shared = queryOf(received)
  const lines = bodyText(received).split(/\r?\n/).filter((line) => line !== '')
  const carriers = [
    ...shared.map(([name, value]) => ({ name, value, part: 'query' as const })),
    ...lines.flatMap((line) => [...new URLSearchParams(line)])
      .map(([name, value]) => ({ name, value, part: 'body' as const })),
  ]
  return carriers.flatMap(({ name, value, part }) => {
    if (name === 'dl' || name === 'dr') return fromPage(value, part, name)
    if (name === 'dt' || name === 'ep.link_text') return fromText(value, part, name)
    if (name === 'cid') return plain('identifier.cookie', value, part, name)
    if (name === 'ep.search_term') return plain('health.search', value, part, name)
    return []
  })
}

export function isTo(received: Received, host: string, path: string): boolean {
  return received.host === host && (toUrl(received.url)?.pathname ?? '').startsWith(path)
}

export function toUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null
}
