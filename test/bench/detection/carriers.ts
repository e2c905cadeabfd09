/** Where in a request a value travels, and how the request looks in a HAR. */
import { gzipSync } from 'node:zlib'
import type { Part } from '../../../src/model.js'
import type { Random } from './random.js'

export interface Target {
  readonly name: string
  /** Address without query. */
  readonly url: string
  /** Fixed parameters by which the recipient's own endpoint is known. */
  readonly query?: string
}

/** A HAR request with what this bench sets in it. */
export interface Request {
  readonly method: string
  readonly url: string
  readonly headers: readonly { readonly name: string; readonly value: string }[]
  readonly postData?: Readonly<Record<string, unknown>>
  readonly frames?: readonly { readonly type: string; readonly opcode: number; readonly data: string; readonly time: number }[]
}

export interface Carrier {
  readonly part: Part
  /** Bytes that are no text can travel here. */
  readonly binary?: boolean
  /** The value has a name here. */
  readonly named?: boolean
  /** The value is the whole of its field here, so that encodings which do not announce themselves are undone. */
  readonly alone?: boolean
  /** The recipient's own path is lost. */
  readonly movesPath?: boolean
  /** Encodings that the carrier itself puts around the value. */
  readonly depth: number
  carry(target: Target, key: string, payload: Uint8Array, random: Random): Request
}

const text = (payload: Uint8Array): string => Buffer.from(payload).toString('utf8')
const enc = encodeURIComponent
const withQuery = ({ url, query }: Target, more: string): string => `${url}?${[query, more].filter(Boolean).join('&')}`
const plain = (target: Target): string => withQuery(target, `_=${1_700_000_000_000}`)

const get = (url: string, headers: Request['headers'] = []): Request => ({ method: 'GET', url, headers })
const post = (url: string, type: string, body: Readonly<Record<string, unknown>>): Request => ({
  method: 'POST', url, headers: [{ name: 'Content-Type', value: type }], postData: { mimeType: type, ...body },
})
/** A page of the audited site that has the value in its address. */
const page = (key: string, payload: Uint8Array): string => `https://www.klinik-am-see.example/suche?${enc(key)}=${enc(text(payload))}`
const quoted = (payload: Uint8Array): string => JSON.stringify(text(payload))
const BOUNDARY = '----WebKitFormBoundaryx7Qd2aPz'

export const carriers: Readonly<Record<string, Carrier>> = {
  'query parameter': {
    part: 'query', depth: 1, alone: true, named: true,
    carry: (target, key, payload) => get(withQuery(target, `v=2&${enc(key)}=${enc(text(payload))}&z=1`)),
  },
  'query, blanks as plus': {
    part: 'query', depth: 1, alone: true, named: true,
    carry: (target, key, payload) => get(withQuery(target, `${enc(key)}=${enc(text(payload)).replaceAll('%20', '+')}`)),
  },
  'name of a parameter': {
    part: 'query', depth: 1, carry: (target, _key, payload) => get(withQuery(target, `${enc(text(payload))}=1&b=2`)),
  },
  'page address in dl': {
    part: 'query', depth: 2, named: true, carry: (target, key, payload) => get(withQuery(target, `dl=${enc(page(key, payload))}&rl=&sw=1536`)),
  },
  'page address, twice encoded': {
    part: 'query', depth: 3, named: true, carry: (target, key, payload) => get(withQuery(target, `fu=${enc(enc(page(key, payload)))}`)),
  },
  'JSON in a parameter': {
    part: 'query', depth: 2, named: true,
    carry: (target, key, payload) => get(withQuery(target, `data=${enc(`{"ii":"/","a":[{"${key}":${quoted(payload)}}]}`)}`)),
  },
  'segment of the path': { part: 'path', depth: 1, movesPath: true, carry: ({ url, query = '' }, _key, payload) =>
    get(`${url.replace(/\/$/, '')}/x/${enc(text(payload))}/y${query && `?${query}`}`) },
  'parameters in the path': {
    part: 'path', depth: 1, alone: true, movesPath: true, named: true,
    carry: ({ url }, key, payload) => get(`${url.replace(/\/$/, '')}/activityi;src=4558437;type=a;${enc(key)}=${enc(text(payload))};ord=1?`),
  },
  'user name in the address': {
    part: 'host', depth: 1, alone: true, carry: (target, _key, payload) => get(plain(target).replace('//', `//${enc(text(payload))}:x@`)),
  },
  'own header': {
    part: 'header', depth: 1, alone: true, carry: (target, _key, payload) => get(plain(target), [{ name: 'X-Context', value: enc(text(payload)) }]),
  },
  Referer: {
    part: 'referer', depth: 1, named: true, carry: (target, key, payload) => get(plain(target), [{ name: 'Referer', value: page(key, payload) }]),
  },
  cookie: {
    part: 'cookie', depth: 1, alone: true, named: true,
    carry: (target, key, payload) => get(plain(target), [{ name: 'Cookie', value: `a=1; ${key.replace(/\W/g, '_')}=${enc(text(payload))}; b=2` }]),
  },
  'form body': {
    part: 'body', depth: 1, alone: true, named: true,
    carry: (target, key, payload) => post(plain(target), 'application/x-www-form-urlencoded',
      { text: `ev=Lead&${enc(key)}=${enc(text(payload)).replaceAll('%20', '+')}&rqm=formPOST` }),
  },
  'form body, params only': {
    part: 'body', depth: 0, alone: true, named: true,
    carry: (target, key, payload) => post(plain(target), 'application/x-www-form-urlencoded',
      { params: [{ name: 'ev', value: 'Lead' }, { name: key, value: text(payload) }] }),
  },
  'JSON body': {
    part: 'body', depth: 1, named: true,
    carry: (target, key, payload) => post(plain(target), 'application/json', { text: `{"event":"view","ctx":{"${key}":${quoted(payload)}}}` }),
  },
  'JSON in JSON': {
    part: 'body', depth: 2, named: true,
    carry: (target, key, payload) => post(plain(target), 'text/plain;charset=UTF-8',
      { text: JSON.stringify({ event: 'view', content: JSON.stringify({ og: { [key]: text(payload) } }) }) }),
  },
  'JSON, escaped to ASCII': {
    part: 'body', depth: 1, named: true,
    carry: (target, key, payload) => post(plain(target), 'application/json', {
      text: `{"${key}":${quoted(payload).replace(/[^\u0000-\u007f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)}}`,
    }),
  },
  'lines of JSON': {
    part: 'body', depth: 1, named: true,
    carry: (target, key, payload) => post(plain(target), 'application/x-ndjson',
      { text: `{"type":"a","n":1}\n{"type":"b","${key}":${quoted(payload)}}\n{"type":"c"}\n` }),
  },
  'lines of queries': {
    part: 'body', depth: 1, alone: true, named: true,
    carry: (target, key, payload) => post(plain(target), 'text/plain;charset=UTF-8',
      { text: `en=scroll&epn.percent=25&_et=115\r\nen=view_search&${enc(key)}=${enc(text(payload))}&_et=2` }),
  },
  multipart: {
    part: 'body', depth: 0, alone: true, named: true,
    carry: (target, key, payload) => post(plain(target), `multipart/form-data; boundary=${BOUNDARY}`, {
      text: [`--${BOUNDARY}`, 'Content-Disposition: form-data; name="ev"', '', 'Microdata', `--${BOUNDARY}`,
        `Content-Disposition: form-data; name="${key}"`, '', text(payload), `--${BOUNDARY}--`, ''].join('\r\n'),
    }),
  },
  'body in base64': {
    part: 'body', depth: 1, named: true,
    carry: (target, key, payload) => post(plain(target), 'application/json',
      { text: Buffer.from(`{"${key}":${quoted(payload)}}`).toString('base64'), encoding: 'base64' }),
  },
  'bytes as body': {
    part: 'body', depth: 0, alone: true, binary: true,
    carry: (target, _key, payload) => post(plain(target), 'application/octet-stream',
      { text: Buffer.from(payload).toString('base64'), encoding: 'base64' }),
  },
  'gzip as body': {
    part: 'body', depth: 2, named: true, binary: false,
    carry: (target, key, payload) => post(plain(target), 'application/json',
      { text: gzipSync(`{"events":[{"${key}":${quoted(payload)}}]}`).toString('base64'), encoding: 'base64' }),
  },
  'gzip as body, bytes as characters': {
    part: 'body', depth: 2, named: true,
    carry: (target, key, payload) => post(plain(target), 'text/plain',
      { text: gzipSync(`{"events":[{"${key}":${quoted(payload)}}]}`).toString('latin1') }),
  },
  'WebSocket frame': {
    part: 'websocket', depth: 1, named: true,
    carry: (target, key, payload) => ({
      ...get(plain(target).replace(/^http/, 'ws')),
      frames: [{ type: 'send', opcode: 1, time: 1, data: `{"t":"a","${key}":${quoted(payload)}}` }],
    }),
  },
  'binary WebSocket frame': {
    part: 'websocket', depth: 0, alone: true, binary: true,
    carry: (target, _key, payload) => ({
      ...get(plain(target).replace(/^http/, 'ws')),
      frames: [{ type: 'send', opcode: 2, time: 1, data: Buffer.from(payload).toString('base64') }],
    }),
  },
}

export const targets: readonly Target[] = [
  { name: 'Meta', url: 'https://www.facebook.com/tr/', query: 'id=664451853590242&ev=PageView' },
  { name: 'Outbrain', url: 'https://tr.outbrain.com/unifiedPixel', query: 'marketerId=00a1&name=PAGE_VIEW' },
  { name: 'Taboola', url: 'https://trc.taboola.com/1234/trc/3/json', query: 'tim=1700000000000' },
  { name: 'Criteo', url: 'https://sslwidget.criteo.com/event', query: 'a=12345&v=5.29.0' },
  { name: 'Google Analytics 4', url: 'https://region1.google-analytics.com/g/collect', query: 'v=2&tid=G-ABCDEF1234' },
  { name: 'Google Ads', url: 'https://googleads.g.doubleclick.net/pagead/viewthroughconversion/1234/', query: 'guid=ON' },
  { name: 'Bing', url: 'https://bat.bing.com/action/0', query: 'ti=1234&Ver=2' },
  { name: 'TikTok', url: 'https://analytics.tiktok.com/api/v2/pixel' },
  { name: 'LinkedIn', url: 'https://px.ads.linkedin.com/wa/' },
  { name: 'Snapchat', url: 'https://tr.snapchat.com/p' },
  { name: 'Hotjar', url: 'https://in.hotjar.com/api/v2/client/sites/1/visit-data' },
  { name: 'Segment', url: 'https://api.segment.io/v1/p' },
  { name: 'OpenAI', url: 'https://api.openai.com/v1/chat/completions' },
  { name: 'unknown third party', url: 'https://collect.unheard-of.example/e' },
  { name: 'first-party proxy of GA4', url: 'https://metrics.klinik-am-see.example/g/collect', query: 'v=2&tid=G-ABCDEF1234&cid=1.2&en=page_view' },
]
