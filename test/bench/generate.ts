/**
 * HARs of any size for measuring: what Chrome writes while somebody looks for a treatment on an invented clinic's site
 * with the usual trackers. Pages, cookies and referers recur as they do in real captures, ids and times of hits do not;
 * one request in some hundred carries a value of the persona under some encoding. The same seed gives the same bytes.
 */
import { closeSync, openSync, writeSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Persona } from '../../src/persona.js'

export interface HarShape {
  /** Bytes at least. */
  readonly bytes: number
  /** Response bodies stand in the HAR. */
  readonly bodies: boolean
  readonly seed?: number
  /** Entries at most; absent: as many as the bytes need. */
  readonly entries?: number
}

/** What the generated visitor has typed in; `analyze` is given the same. */
export const VISITOR = {
  id: 'bench', locale: 'de-DE',
  values: {
    'health.search': ['Blasenschwäche'],
    'health.specialty': ['Urologie'],
    'health.reason': ['Vorgespräch Vasektomie/Sterilisation Mann'],
    'identity.name': ['Jörg Weißmüller'],
    'identity.email': ['joerg@example.org'],
    'identity.phone': ['+49 30 23125 017'],
    'network.ip': ['203.0.113.77'],
  },
} as const

/** The same, who has searched for so many words more. */
export function visitorWith(more: number): Persona {
  const words = Array.from({ length: more }, (_, index) => `Zielwort${index.toString(36)}x${index * 7919}`)
  return { ...VISITOR, values: { ...VISITOR.values, 'health.search': [...VISITOR.values['health.search'], ...words] } }
}

type Random = () => number
type Pair = readonly [name: string, value: string]

/** Writes a HAR to `path`; returns how many bytes and entries it has. */
export function writeHar(path: string, shape: HarShape): { bytes: number; entries: number } {
  const file = openSync(path, 'w')
  try {
    let bytes = 0
    const put = (text: string): void => void (bytes += writeSync(file, text))
    put('{"log":{"version":"1.2","creator":{"name":"WebInspector","version":"537.36"},"pages":[')
    put(Array.from({ length: 20 }, (_, index) => JSON.stringify(toPage(index))).join(','))
    put('],"entries":[')
    const make = createEntries(shape)
    let entries = 0
    for (; bytes < shape.bytes && entries < (shape.entries ?? Infinity); entries++) {
      put((entries === 0 ? '' : ',') + JSON.stringify(make(entries)))
    }
    put(']}}')
    return { bytes, entries }
  } finally {
    closeSync(file)
  }
}

/** Mulberry32: 32 bits of state are enough for a bench. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const PATHS = [
  '/', '/leistungen/urologie', '/termin', '/termin/grund', '/suche', '/kontakt', '/team', '/standort/berlin', '/impressum',
  '/datenschutz',
]
const START = Date.UTC(2026, 2, 1, 9, 0, 0)
const SITE = 'https://www.klinik-am-see.example'

function toPage(index: number): object {
  return {
    startedDateTime: new Date(START + index * 60_000).toISOString(), id: `page_${index}`, title: pageUrl(index),
    pageTimings: { onContentLoad: 812.3, onLoad: 1911.7 },
  }
}

function pageUrl(index: number): string {
  return `${SITE}${PATHS[index % PATHS.length]}${index % 5 === 4 ? '?q=Blasenschw%C3%A4che' : ''}`
}

interface Sent {
  readonly url: string
  readonly method: string
  readonly type: string
  readonly mime: string
  readonly cookie?: string
  readonly body?: { readonly mimeType: string; readonly text: string }
}

function createEntries({ bodies, seed = 1 }: HarShape): (index: number) => object {
  const random = createRandom(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const hex = (length: number): string =>
    Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('')
  const digits = (length: number): string => Array.from({ length }, () => Math.floor(random() * 10)).join('')
  const client = `${digits(9)}.1772355601`
  const fbp = `fb.1.1772355601123.${digits(17)}`
  const session = hex(32)
  const own = `_ga=GA1.1.${client}; _fbp=${fbp}; PHPSESSID=${session}; consent=%7B%22stats%22%3Atrue%7D; lang=de`
  const library = bodyLibrary(random)

  return (index) => {
    const page = Math.floor(index / 60) % 20
    const at = START + index * 40
    const sent = request(page, at)
    return toEntry(sent, page, at)
  }

  function request(page: number, at: number): Sent {
    const kind = random()
    const here = encodeURIComponent(pageUrl(page))
    const name = hex(8)
    if (kind < 0.02) return { url: pageUrl(page), method: 'GET', type: 'document', mime: 'text/html', cookie: own }
    if (kind < 0.38) {
      const [type, extension, mime] = pick([
        ['script', 'js', 'application/javascript'], ['stylesheet', 'css', 'text/css'], ['image', 'webp', 'image/webp'],
        ['font', 'woff2', 'font/woff2'],
      ] as const)
      return { url: `${SITE}/assets/${type}s/${name}.${extension}?v=3.1.7`, method: 'GET', type, mime, cookie: own }
    }
    if (kind < 0.6) {
      const url = pick([
        `https://cdn.assets-example.net/npm/widget@4.2.1/dist/${name}.min.js`,
        `https://fonts.gstatic.com/s/inter/v13/${name}.woff2`, `https://cdn.assets-example.net/img/${name}.png`,
      ])
      return { url, method: 'GET', type: 'script', mime: 'application/javascript' }
    }
    if (kind < 0.66) {
      const url = `${SITE}/api/slots?specialty=${Math.floor(random() * 40)}&from=2026-03-0${1 + Math.floor(random() * 8)}`
      return { url, method: 'GET', type: 'xhr', mime: 'application/json', cookie: own }
    }
    if (kind < 0.78) {
      const pairs = `v=2&tid=G-9X1QP7LM2K&gtm=45je62q0v9&_p=${at}&cid=${client}&ul=de-de&sr=1920x1080&uaa=x86&_s=` +
        `${Math.floor(random() * 30)}&sid=1772355601&sct=1&seg=1&dl=${here}&dt=Klinik%20am%20See&en=${pick(EVENTS)}&_et=${digits(4)}`
      return {
        url: `https://region1.google-analytics.com/g/collect?${pairs}${search('ep.search_term')}`, method: 'POST', type: 'ping',
        mime: 'text/plain',
      }
    }
    if (kind < 0.85) {
      const pairs = `id=88112233445566&ev=${pick(EVENTS)}&dl=${here}&rl=&if=false&ts=${at}&sw=1920&sh=1080&v=2.9.179&r=stable` +
        `&ec=1&o=4126&fbp=${fbp}&it=${at - 311}&coo=false&cs_cc=1${hashed('udff[em]')}${search('cd[content_name]')}`
      return { url: `https://www.facebook.com/tr/?${pairs}`, method: 'GET', type: 'image', mime: 'image/gif', cookie: `fr=${session.slice(0, 22)}..BpRx; sb=${session.slice(4, 24)}` }
    }
    if (kind < 0.92) {
      const pairs = `random=${digits(10)}&cv=11&fst=${at}&bg=ffffff&guid=ON&async=1&gcd=13l3l3l3l1l1&u_w=1920&u_h=1080&url=${here}` +
        `&hn=www.googleadservices.com&frm=0&tiba=Klinik%20am%20See&auid=${client}&uaa=x86&uab=64&data=event%3D${pick(EVENTS)}`
      return {
        url: `https://googleads.g.doubleclick.net/pagead/viewthroughconversion/1043215678/?${pairs}`, method: 'GET',
        type: 'script', mime: 'text/javascript', cookie: `IDE=AHWqTU${session.slice(0, 28)}; DSID=NO_DATA`,
      }
    }
    if (kind < 0.98) {
      const events = Array.from({ length: 1 + Math.floor(random() * 4) }, () => ({
        type: pick(EVENTS), ts: at, id: `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`, url: pageUrl(page),
        x: Math.floor(random() * 1900), y: Math.floor(random() * 1000), target: 'div#app>main.page>button.btn-primary',
        ...(random() < 0.01 ? { text: 'Blasenschwäche' } : {}),
      }))
      const text = JSON.stringify({ site: 'klinik', session, visitor: client, events })
      return {
        url: 'https://in.replay-example.net/v2/collect', method: 'POST', type: 'fetch', mime: 'application/json',
        body: { mimeType: 'application/json', text: random() < 0.05 ? gzipSync(text).toString('base64') : text },
      }
    }
    const payload = Buffer.from(JSON.stringify({ u: pageUrl(page), s: session, t: at })).toString('base64url')
    return { url: `https://px.tags-example.org/i/${payload}?n=${name}`, method: 'GET', type: 'image', mime: 'image/gif' }
  }

  function search(name: string): string {
    return random() < 0.02 ? `&${name}=Blasenschw%C3%A4che` : ''
  }

  function hashed(name: string): string {
    const digest = createHash('sha256').update('joerg@example.org').digest('hex')
    return random() < 0.02 ? `&${encodeURIComponent(name)}=${digest}` : ''
  }

  function toEntry(sent: Sent, page: number, at: number): object {
    const url = new URL(sent.url)
    const content = bodies ? library(sent.mime) : undefined
    return {
      _connectionId: String(100 + (at % 37)),
      _initiator: { type: 'script', stack: { callFrames: frames(url) } },
      _priority: 'Low', _resourceType: sent.type, cache: {}, connection: '443', pageref: `page_${page}`,
      request: {
        method: sent.method, url: sent.url, httpVersion: 'h3', headers: requestHeaders(sent, url, page).map(toHeader),
        queryString: [...url.searchParams].map(toHeader),
        cookies: (sent.cookie ?? '').split('; ').filter(Boolean).map((pair) => toCookie(pair, url)),
        headersSize: -1, bodySize: sent.body?.text.length ?? 0, ...(sent.body === undefined ? {} : { postData: sent.body }),
      },
      response: {
        status: 200, statusText: '', httpVersion: 'h3', headers: responseHeaders(sent, at).map(toHeader), cookies: [],
        content: { size: content?.text.length ?? 4312, mimeType: sent.mime, ...content },
        redirectURL: '', headersSize: -1, bodySize: -1, _transferSize: 4711, _error: null,
      },
      serverIPAddress: '198.51.100.23', startedDateTime: new Date(at).toISOString(), time: 48.219000047072768,
      timings: {
        blocked: 2.112999905154109, dns: -1, ssl: -1, connect: -1, send: 0.18800000000000017, wait: 44.31500001049787,
        receive: 1.6030001314198971, _blocked_queueing: 1.3829998671054840, _workerStart: -1,
      },
    }
  }

  function frames(url: URL): object[] {
    return Array.from({ length: 4 }, (_, depth) => ({
      functionName: pick(['t', 'n.send', 'r', 'dispatch', '']), scriptId: String(60 + depth),
      url: `https://${depth < 2 ? url.host : 'www.klinik-am-see.example'}/assets/app.js`, lineNumber: 1 + depth, columnNumber: 10_312 + depth,
    }))
  }
}

const EVENTS = ['page_view', 'scroll', 'click', 'form_start', 'PageView', 'user_engagement', 'SubscribedButtonClick']

function requestHeaders(sent: Sent, url: URL, page: number): Pair[] {
  return [
    [':authority', url.host], [':method', sent.method], [':path', url.pathname + url.search], [':scheme', 'https'],
    ['accept', '*/*'], ['accept-encoding', 'gzip, deflate, br, zstd'], ['accept-language', 'de-DE,de;q=0.9,en-US;q=0.8'],
    ...(sent.cookie === undefined ? [] : [['cookie', sent.cookie] as const]),
    ...(sent.body === undefined ? [] : [['content-type', sent.body.mimeType] as const]),
    ['referer', pageUrl(page)],
    ['sec-ch-ua', '"Chromium";v="156", "Not A(Brand";v="24"'], ['sec-ch-ua-mobile', '?0'], ['sec-ch-ua-platform', '"Linux"'],
    ['sec-fetch-dest', sent.type === 'fetch' ? 'empty' : sent.type], ['sec-fetch-mode', 'no-cors'],
    ['sec-fetch-site', 'cross-site'],
    ['user-agent', 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36'],
  ]
}

function responseHeaders(sent: Sent, at: number): Pair[] {
  return [
    ['alt-svc', 'h3=":443"; ma=2592000,h3-29=":443"; ma=2592000'], ['cache-control', 'no-cache, no-store, must-revalidate'],
    ['content-length', '4312'], ['content-type', sent.mime], ['cross-origin-resource-policy', 'cross-origin'],
    ['date', new Date(at).toUTCString()], ['expires', 'Fri, 01 Jan 1990 00:00:00 GMT'], ['pragma', 'no-cache'],
    ['server', 'nginx'], ['strict-transport-security', 'max-age=31536000; includeSubDomains; preload'],
    ['x-content-type-options', 'nosniff'], ['x-xss-protection', '0'], ['vary', 'Origin, Accept-Encoding'],
    ...(at % 400 === 0 ? [['set-cookie', 'seen=1; Max-Age=31536000; path=/; secure'] as const] : []),
  ]
}

function toHeader([name, value]: Pair): object {
  return { name, value }
}

function toCookie(pair: string, url: URL): object {
  const equals = pair.indexOf('=')
  return {
    name: pair.slice(0, equals), value: pair.slice(equals + 1), path: '/', domain: `.${url.host}`,
    expires: '2027-03-01T09:00:01.000Z', httpOnly: false, secure: true, sameSite: 'Lax',
  }
}

/** Bodies of each type, made once: a script of many lines, data with ids and names, bytes in base64. */
function bodyLibrary(random: Random): (mime: string) => { text: string; encoding?: string } {
  const line = (): string => `function f${Math.floor(random() * 1e6)}(a,b){return a.map(function(c){return "\\u00e4"+c.id+'x'+b})}\n`
  const scripts = Array.from({ length: 8 }, (_, index) => Array.from({ length: 80 + index * 120 }, line).join(''))
  const images = Array.from({ length: 8 }, (_, index) => {
    return Buffer.from(Array.from({ length: 3_000 + index * 4_000 }, () => Math.floor(random() * 256))).toString('base64')
  })
  const slots = JSON.stringify(Array.from({ length: 20 }, (_, id) => ({ id: 1200 + id, name: `Sprechstunde ${id}`, free: id % 3 })))
  const html = `<!doctype html><title>Klinik am See</title>${'<p class="text">Willkommen in der <b>Klinik</b></p>\n'.repeat(300)}`
  return (mime) => {
    if (mime.includes('json')) return { text: slots }
    if (mime.includes('html')) return { text: html }
    const at = Math.floor(random() * 8)
    return /image|font/.test(mime) ? { text: images[at]!, encoding: 'base64' } : { text: scripts[at]! }
  }
}
