/**
 * Whose site a capture shows. Every entry votes: a document that was loaded as a page, the page that an entry belongs
 * to, the page that its Referer or Origin names. The first entry has no more to say than any other, for many a capture
 * begins with a beacon of the page that was open before. Where no entry names a page, as without headers, any document
 * may be a frame, of which a page has many: one of a domain counts. Where nobody votes, as with what an app sends, it is
 * who received most, known trackers aside: what they received would pass for the site's own.
 */
import type { Exchange, Recipient } from '../model.js'

export interface Site {
  /** `''` where none is known. */
  readonly domain: string
  /** `''` where there was no request. */
  readonly reason: string
}

export interface Sites {
  see(exchange: Exchange, recipient?: Recipient): void
  site(): Site
  others(): readonly { readonly domain: string; readonly weight: number }[]
  /** Domains of the pages that entries belong to. */
  pages(): readonly string[]
  /** Domains of which a page was asked for: 200 where one came, else the first error that was answered instead. */
  outcomes(): readonly { readonly domain: string; readonly status: number }[]
  /** Domains whose documents, as far as addresses are known, came from loopback; of those without any, all answers. */
  onLoopback(): readonly string[]
}

export interface SitesOptions {
  readonly registrableDomain?: (host: string) => string
  readonly isLoopback?: (address: string) => boolean
}

export function createSites({ registrableDomain, isLoopback }: SitesOptions = {}): Sites {
  const votes = new Map<string, Votes>()
  /** Domains of hosts that were asked, for hosts that only a Referer names. */
  const asked = new Map<string, string>()
  const hosts = new Map<string, string>()
  /** By domain, how many answers came from where. */
  const answers = new Map<string, { readonly documents: Answers; readonly others: Answers }>()
  const outcomes = new Map<string, number>()

  return {
    see(exchange, recipient) {
      if (asked.size < hostsMost) asked.set(exchange.host, exchange.domain)
      if (recipient === undefined || !isTracker(recipient)) of(exchange.host).requests += 1
      const page = hostOf(exchange.pageUrl ?? exchange.pageTitle ?? '')
      if (page !== '') of(page).pages += 1
      const referrer = hostOf(headerOf(exchange, 'referer') ?? headerOf(exchange, 'origin') ?? '')
      if (referrer !== '') of(referrer).referrers += 1
      const weight = weightOfDocument(exchange, page)
      const own = of(exchange.host)
      if (mayBeFramed(exchange, referrer)) own.frames = Math.max(own.frames, weight / whole)
      else own.documents += weight
      seeAddress(exchange, weight > 0)
      const isKnown = outcomes.has(exchange.domain)
      if (!isKnown && outcomes.size >= hostsMost) return
      if (weight === whole) outcomes.set(exchange.domain, 200)
      else if (!isKnown && isRefusedPage(exchange, page, referrer)) outcomes.set(exchange.domain, exchange.status)
    },
    site() {
      const [best] = ranked()
      if (best === undefined) return { domain: '', reason: '' }
      if (weigh(best) + best.requests === 0) return { domain: '', reason: 'none, for nothing names a site, and none but known trackers received a request.' }
      return { domain: best.domain, reason: reasonOf(best) }
    },
    others() {
      return ranked()
        .slice(1)
        .filter((each) => each.documents + each.frames >= whole || each.pages > 0)
        .slice(0, 50)
        .map((each) => ({ domain: each.domain, weight: weigh(each) }))
    },
    pages: () => ranked().filter(({ pages }) => pages > 0).map(({ domain }) => domain),
    outcomes: () => [...outcomes].map(([domain, status]) => ({ domain, status })),
    onLoopback: () => [...answers].filter(([, { documents, others }]) => isLocal(documents) ?? isLocal(others) ?? false).map(([domain]) => domain),
  }

  function seeAddress({ domain, serverIp = '' }: Exchange, isDocument: boolean): void {
    if (serverIp === '') return
    const known = answers.get(domain) ?? { documents: { local: 0, remote: 0 }, others: { local: 0, remote: 0 } }
    known[isDocument ? 'documents' : 'others'][isLoopback?.(serverIp) === true ? 'local' : 'remote'] += 1
    if (answers.has(domain) || answers.size < hostsMost) answers.set(domain, known)
  }

  function of(host: string): Votes {
    const known = votes.get(host)
    if (known !== undefined) return known
    const fresh = { documents: 0, frames: 0, pages: 0, referrers: 0, requests: 0 }
    if (votes.size < hostsMost) votes.set(host, fresh)
    return fresh
  }

  /** Votes of all hosts of a domain together; heaviest first, and of equals the one that came first. */
  function ranked(): readonly Ranked[] {
    const byDomain = new Map<string, Ranked>()
    for (const [host, each] of votes) {
      const domain = domainOf(host)
      const sum = byDomain.get(domain) ?? { domain, documents: 0, frames: 0, pages: 0, referrers: 0, requests: 0 }
      byDomain.set(domain, {
        domain,
        documents: sum.documents + each.documents,
        frames: Math.max(sum.frames, each.frames),
        pages: sum.pages + each.pages,
        referrers: sum.referrers + each.referrers,
        requests: sum.requests + each.requests,
      })
    }
    const domains = [...byDomain.values()]
    const isTold = domains.some(({ pages, referrers }) => pages + referrers > 0)
    const counted = isTold ? domains : domains.map((each) => ({ ...each, documents: Math.min(each.documents, whole) }))
    return counted.sort((a, b) => weigh(b) - weigh(a) || b.requests - a.requests)
  }

  function domainOf(host: string): string {
    const known = hosts.get(host)
    if (known !== undefined) return known
    const domain = asked.get(host) ?? registrableDomain?.(host) ?? parentOf(host)
    hosts.set(host, domain)
    return domain
  }

  function parentOf(host: string): string {
    const domains = new Set(asked.values())
    for (let at = 0; at >= 0; at = host.indexOf('.', at) + 1 || -1) {
      if (domains.has(host.slice(at))) return host.slice(at)
    }
    return host.replace(/^www\./, '')
  }
}

interface Votes {
  /** Sum of `weightOfDocument`. */
  documents: number
  /** A quarter of the greatest one of those that may be frames, of which a page may have any number. */
  frames: number
  pages: number
  referrers: number
  /** Known trackers receive none. */
  requests: number
}

interface Answers {
  local: number
  remote: number
}

/** Undefined where nothing is known. */
function isLocal({ local, remote }: Answers): boolean | undefined {
  return local + remote === 0 ? undefined : remote === 0
}

interface Ranked extends Readonly<Votes> {
  readonly domain: string
}

/** Whoever hosts, or is nobody that is known, may be the site itself. */
function isTracker({ category, via }: Recipient): boolean {
  return via !== 'first-party' && category !== 'other' && category !== 'cdn'
}

const hostsMost = 20_000
const whole = 4

function weigh({ documents, frames, pages, referrers }: Votes | Ranked): number {
  return (documents + frames) * 3 + pages + referrers
}

/** 4 for a page's document, half for a redirect, 0 for known frames and all else. */
function weightOfDocument(exchange: Exchange, page: string): number {
  if (exchange.status < 200 || exchange.status >= 400) return 0
  const untold = exchange.resourceType === '' && /html/i.test(exchange.responseType ?? '')
  if (exchange.resourceType !== 'document' && !untold) return 0
  if (isForeign(page, exchange)) return 0
  return whole / (exchange.status >= 300 && exchange.status !== 304 ? 2 : 1)
}

/** An error instead of a page; where the HAR does not tell documents from the rest, of the page's own address only. */
function isRefusedPage(exchange: Exchange, page: string, referrer: string): boolean {
  if (exchange.status < 400 || isForeign(page, exchange) || mayBeFramed(exchange, referrer)) return false
  if (exchange.resourceType !== '') return exchange.resourceType === 'document'
  return withoutFragment(exchange.pageUrl ?? exchange.pageTitle ?? '') === withoutFragment(exchange.url)
}

function withoutFragment(url: string): string {
  return url.split('#', 1)[0] ?? ''
}

function mayBeFramed(exchange: Exchange, referrer: string): boolean {
  return isForeign(referrer, exchange) || isForeign(hostOf(exchange.frameUrl ?? ''), exchange)
}

function isForeign(host: string, { domain }: Exchange): boolean {
  return host !== '' && host !== domain && !host.endsWith(`.${domain}`)
}

function reasonOf({ domain, documents, frames, pages, referrers, requests }: Ranked): string {
  const says = [
    ...(documents + frames > 0 ? ['documents of it were loaded'] : []),
    ...(pages > 0 ? [`${count(pages, 'request belongs', 'requests belong')} to its pages`] : []),
    ...(referrers > 0 ? [`${count(referrers, 'request names', 'requests name')} it as where the visitor was`] : []),
  ]
  if (says.length > 0) return `${domain}: ${says.join(', ')}.`
  const received = count(requests, 'request', 'requests')
  return `${domain}: no document, page or Referer names a site; it received ${received}, known trackers aside none received more.`
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}

function headerOf(exchange: Exchange, name: string): string | undefined {
  const field = exchange.fields.find((each) => name === 'referer'
    ? each.part === 'referer'
    : each.part === 'header' && each.name.toLowerCase() === name)
  return field === undefined ? undefined : Buffer.from(field.value.subarray(0, 2_048)).toString('utf8')
}

function hostOf(url: string): string {
  return /^https?:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:\s]*)/i.exec(url.slice(0, 2_048))?.[1]?.toLowerCase() ?? ''
}
