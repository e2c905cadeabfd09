/** What `log` says beside its entries, in the shape that the rest of the program reads. */
import { memberOf } from '../shapes.js'
import type { HarHead, HarPage } from './types.js'

const MAX_PAGES = 100_000

/** Makes the head of whatever was found under `creator`, `browser` and `pages`; what has another shape is left out. */
export function toHead(values: ReadonlyMap<string, unknown>): HarHead {
  const pages = values.get('pages')
  return {
    creator: nameAndVersion(values.get('creator')),
    browser: nameAndVersion(values.get('browser')),
    pages: Array.isArray(pages) ? pages.slice(0, MAX_PAGES).filter(isPage) : [],
    ...(memberOf(values.get('creator'), '_target') === 'stand-in' ? { isOfStandIn: true } : {}),
  }
}

function nameAndVersion(value: unknown): string {
  if (typeof value === 'string') return value.trim()
  if (typeof value !== 'object' || value === null) return ''
  const { name, version } = value as { name?: unknown; version?: unknown }
  return [name, version].map(word).filter((text) => text !== '').join(' ').slice(0, 200)
}

function word(value: unknown): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''
}

function isPage(value: unknown): value is HarPage {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
