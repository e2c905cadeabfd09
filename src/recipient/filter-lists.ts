/**
 * Filter lists that the user has (EasyList's syntax): who is advertising or analytics although no signature and no data
 * set knows it. None comes with tattle; the engine (see NOTICE) is loaded where a list is named, never before.
 *
 * A list says `advertising` unless its name or title speaks of privacy or tracking (`analytics`) or social widgets
 * (`social`); `analytics=FILE` says otherwise. Exceptions (`@@`) count within their own list. What was asked is
 * remembered for host, path, type of request and page.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { TattleError, toMessage } from '../errors.js'
import type { Category, Exchange, FilterListRecord } from '../model.js'

export interface ListMatch {
  readonly category: Category
  /** `list:easylist.txt:123:||ads.example^$third-party` */
  readonly rule: string
}

export interface FilterLists {
  readonly records: readonly FilterListRecord[]
  /** The first list that would block the request; undefined where none would. */
  match(exchange: Exchange): ListMatch | undefined
}

interface ListText {
  readonly name: string
  readonly text: string
  readonly sha256: string
  readonly category: Category
}

const CATEGORIES: readonly Category[] = ['advertising', 'analytics', 'social', 'session-replay', 'customer-data', 'other']
const MOST_REMEMBERED = 50_000
const LONGEST_RULE = 300
const LARGEST = 64 * 1024 * 1024

/** Reads `[category=]FILE`; throws `usage` where there is no list in it. */
export function readFilterLists(given: readonly string[]): readonly ListText[] {
  return given.map((argument) => {
    const [, stated, path = argument] = /^([a-z-]+)=(.+)$/s.exec(argument) ?? []
    const category = CATEGORIES.find((one) => one === stated)
    const file = stated === undefined || category !== undefined ? path : argument
    let bytes: Buffer
    try {
      bytes = readFileSync(file)
    } catch (cause) {
      throw new TattleError('usage', `The filter list ${file} cannot be read (${toMessage(cause)}); --filter-list takes the path of a list in EasyList's syntax.`, { cause })
    }
    const text = bytes.length > LARGEST ? '' : bytes.toString('utf8')
    if (!isList(text)) {
      throw new TattleError('usage', `${file} is no filter list: it holds no rule in EasyList's syntax; download the list itself, not a page about it.`)
    }
    return { name: basename(file), text, sha256: createHash('sha256').update(bytes).digest('hex'), category: category ?? categoryOf(basename(file), text) }
  })
}

/** Throws as `readFilterLists` does. */
export async function loadFilterLists(given: readonly string[]): Promise<FilterLists> {
  const { FiltersEngine, Request } = await import('@ghostery/adblocker')
  const lists = readFilterLists(given).map((list) => {
    const engine = FiltersEngine.parse(list.text, {
      debug: true, enableOptimizations: false, loadCosmeticFilters: false, loadExtendedSelectors: false,
    })
    return { ...list, engine, rules: engine.getFilters().networkFilters.length, lineOf: createLines(list.text) }
  })
  const empty = lists.find(({ rules }) => rules === 0)
  if (empty !== undefined) throw new TattleError('usage', `The filter list ${empty.name} holds no rule that a request could match; name another with --filter-list.`)
  const remembered = new Map<string, ListMatch | null>()

  return {
    records: lists.map(({ name, sha256, category, rules }) => ({ name, sha256, category, rules })),
    match(exchange) {
      const page = pageOf(exchange)
      const key = `${exchange.resourceType}\n${hostOf(page)}\n${exchange.url.split(/[?#;]/, 1)[0] ?? ''}`
      const known = remembered.get(key)
      if (known !== undefined) return known ?? undefined
      const found = ask(exchange, page)
      if (remembered.size < MOST_REMEMBERED) remembered.set(key, found ?? null)
      return found
    },
  }

  function ask(exchange: Exchange, sourceUrl: string): ListMatch | undefined {
    const type = typeOf(exchange.resourceType)
    // The engine looks at the beginning of an address only; what a site sends may be of any length.
    const request = Request.fromRawDetails({ url: exchange.url.slice(0, 4_096), sourceUrl, type })
    for (const { engine, name, category, lineOf } of lists) {
      const { match, filter } = engine.match(request)
      const raw = match ? filter?.rawLine ?? filter?.toString() : undefined
      if (raw !== undefined) return { category, rule: `list:${name}:${lineOf(raw)}:${raw.slice(0, LONGEST_RULE)}` }
    }
    return undefined
  }
}

/** Some line reads as a rule for requests, and the whole is text and no web page. */
function isList(text: string): boolean {
  if (text.includes('\0') || /^\s*<(!doctype|html)/i.test(text)) return false
  return text.split('\n').some((line) => /^(@@)?(\|\|?|\/|[\w.*-]+[/^*$?=&-])\S*$/.test(line.trim()) && !/^[![#]/.test(line))
}

function categoryOf(name: string, text: string): Category {
  const title = /^!\s*Title:(.*)$/im.exec(text.slice(0, 4_096))?.[1] ?? ''
  const said = `${name} ${title}`
  if (/privacy|track|analytic|telemetry/i.test(said)) return 'analytics'
  return /social/i.test(said) ? 'social' : 'advertising'
}

/** Number of the line, from 1, on which a rule stands; 0 where it cannot be told. */
function createLines(text: string): (rule: string) => number {
  let lines: Map<string, number> | undefined
  return (rule) => {
    if (lines === undefined) {
      lines = new Map()
      for (const [at, line] of text.split(/\r?\n/).entries()) if (!lines.has(line.trim())) lines.set(line.trim(), at + 1)
    }
    return lines.get(rule.trim()) ?? 0
  }
}

/** The page that asked; where a HAR does not tell, some other site's. */
function pageOf({ frameUrl, pageUrl, pageTitle }: Exchange): string {
  return [frameUrl, pageUrl, pageTitle].find((url) => url !== undefined && /^https?:\/\//i.test(url))?.slice(0, 4_096) ?? 'https://unknown.invalid/'
}

function hostOf(url: string): string {
  return /^https?:\/\/([^/?#]*)/i.exec(url)?.[1] ?? ''
}

const TYPES = [
  'document', 'sub_frame', 'stylesheet', 'image', 'media', 'font', 'script', 'xhr', 'fetch', 'eventsource', 'websocket', 'manifest',
  'ping', 'beacon', 'preflight', 'texttrack', 'prefetch',
] as const

function typeOf(resourceType: string): (typeof TYPES)[number] | 'other' {
  return TYPES.find((type) => type === resourceType) ?? 'other'
}
