/** A HAR's exchanges as WARC 1.1 (ISO 28500): request and response records, for those who keep web archives. */
import { createHash, randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { deliveryOf } from '../exchange/delivery.js'
import { createHeaderNames, headersOf } from '../exchange/fields.js'
import type { HarEntry } from '../har/types.js'
import { listOf, toRecord } from '../shapes.js'

/** Base32 (RFC 4648), as digests in WARC are written. */
function base32(bytes: Uint8Array): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  let bits = ''
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => letters[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

function digest(bytes: Uint8Array): string {
  return `sha1:${base32(createHash('sha1').update(bytes).digest())}`
}

function record(fields: readonly (readonly [string, string])[], block: Buffer): Buffer {
  const head = ['WARC/1.1', ...fields.map(([name, value]) => `${name}: ${oneLine(value)}`), `Content-Length: ${block.length}`, '', ''].join('\r\n')
  return gzipSync(Buffer.concat([Buffer.from(head), block, Buffer.from('\r\n\r\n')]))
}

/** The record that begins a file. */
export function warcInfo(software: string, at: string): Buffer {
  const block = Buffer.from(`software: ${software}\r\nformat: WARC File Format 1.1\r\n`)
  return record([
    ['WARC-Type', 'warcinfo'], ['WARC-Record-ID', `<urn:uuid:${randomUUID()}>`], ['WARC-Date', at],
    ['Content-Type', 'application/warc-fields'],
  ], block)
}

/** Request and response of an entry; none for what was only attempted or was no HTTP. `bodies`: as they were sent. */
export function toWarc(entry: HarEntry, bodies: { readonly request: Buffer; readonly response: Buffer }): Buffer[] {
  const { request, response } = entry
  const url = request?.url
  if (typeof url !== 'string' || !/^https?:/i.test(url)) return []
  if (deliveryOf(entry, headersOf(response?.headers, createHeaderNames())) === 'attempted') return []
  const { pathname, search, host } = parsed(url)
  if (host === '') return []
  const started = typeof entry.startedDateTime === 'string' ? Date.parse(entry.startedDateTime) : Number.NaN
  const at = new Date(Number.isNaN(started) ? 0 : started).toISOString()
  const method = typeof request?.method === 'string' ? request.method : 'GET'
  const sent = Buffer.concat([
    Buffer.from(`${oneLine(`${method} ${pathname}${search} HTTP/1.1`)}\r\n${headers(request?.headers, [['Host', host]], bodies.request)}\r\n`),
    bodies.request,
  ])
  const ids = { request: `<urn:uuid:${randomUUID()}>`, response: `<urn:uuid:${randomUUID()}>` }
  const address: [string, string][] = typeof entry.serverIPAddress === 'string' && entry.serverIPAddress !== '' ? [['WARC-IP-Address', entry.serverIPAddress.replace(/^\[|\]$/g, '')]] : []
  const records: Buffer[] = []
  const status = response?.status
  const answered = typeof status === 'number' && status > 0
  if (answered) {
    const text = typeof response?.statusText === 'string' ? response.statusText : ''
    const received = Buffer.concat([
      Buffer.from(`${oneLine(`HTTP/1.1 ${status} ${text}`)}\r\n${headers(response?.headers, [], bodies.response)}\r\n`), bodies.response,
    ])
    records.push(record([
      ['WARC-Type', 'response'], ['WARC-Record-ID', ids.response], ['WARC-Date', at], ['WARC-Target-URI', url], ...address,
      ['Content-Type', 'application/http; msgtype=response'], ['WARC-Block-Digest', digest(received)], ['WARC-Payload-Digest', digest(bodies.response)],
    ], received))
  }
  records.push(record([
    ['WARC-Type', 'request'], ['WARC-Record-ID', ids.request], ['WARC-Date', at], ['WARC-Target-URI', url],
    ...(answered ? [['WARC-Concurrent-To', ids.response] as const] : []),
    ['Content-Type', 'application/http; msgtype=request'], ['WARC-Block-Digest', digest(sent)], ['WARC-Payload-Digest', digest(bodies.request)],
  ], sent))
  return records
}

/** Encodings of the transfer are undone in a HAR: they and the length are those of what stands here. */
function headers(list: unknown, first: readonly (readonly [string, string])[], body: Buffer): string {
  const given = listOf(list).flatMap((one) => {
    const { name, value } = toRecord(one)
    return typeof name === 'string' && typeof value === 'string' && !name.startsWith(':') ? [[name, value] as const] : []
  }).filter(([name]) => !/^(content-encoding|transfer-encoding|content-length)$/i.test(name))
  const known = new Set(given.map(([name]) => name.toLowerCase()))
  const all = [...first.filter(([name]) => !known.has(name.toLowerCase())), ...given, ['Content-Length', String(body.length)] as const]
  return all.map(([name, value]) => `${oneLine(name)}: ${oneLine(value)}\r\n`).join('')
}

function oneLine(text: string): string {
  return text.replaceAll(/[\r\n\0]+/g, ' ')
}

function parsed(url: string): { pathname: string; search: string; host: string } {
  try {
    return new URL(url)
  } catch {
    return { pathname: '', search: '', host: '' }
  }
}
