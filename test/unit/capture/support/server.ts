/**
 * A loopback server that keeps every request byte for byte: the truth that captures are held against. Any host name
 * works; `h1.test` speaks HTTP/1.1, all others HTTP/2, and a second port plain HTTP. `/m/…` answers by its last word.
 */
import { createHash } from 'node:crypto'
import { createServer as createPlainServer, type IncomingMessage, type ServerResponse } from 'node:http'
import {
  createSecureServer, type Http2ServerRequest, type Http2ServerResponse, type ServerHttp2Stream,
} from 'node:http2'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { generate } from 'selfsigned'
import { constants, deflateRawSync, inflateRawSync } from 'node:zlib'
import { pageOf, scriptOf } from './page.js'

export interface Received {
  readonly method: string
  readonly url: string
  readonly body: Buffer
}

export interface ReceivedFrame { readonly url: string; readonly opcode: number; readonly data: Buffer }

export interface TruthServer {
  readonly port: number
  readonly plainPort: number
  readonly received: readonly Received[]
  readonly frames: readonly ReceivedFrame[]
  close(): Promise<void>
}

type Request = IncomingMessage | Http2ServerRequest
type Response = ServerResponse | Http2ServerResponse

export async function startServer(): Promise<TruthServer> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'site.test' }], { keySize: 2048 })
  const received: Received[] = []
  const frames: ReceivedFrame[] = []
  const sockets = new Set<Duplex>()
  const secure = createSecureServer({
    key, cert, allowHTTP1: true, settings: { enableConnectProtocol: true },
    ALPNCallback: ({ servername, protocols }) =>
      servername === 'h1.test' || !protocols.includes('h2') ? 'http/1.1' : 'h2',
  })
  const plain = createPlainServer()
  const listener = (scheme: string) => (request: Request, response: Response): void => {
    const host = String(request.headers[':authority'] ?? request.headers.host)
    const url = `${scheme}://${host}${request.url}`
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => { chunks.push(chunk) })
    request.on('error', () => {})
    request.on('end', () => {
      received.push({ method: String(request.method), url, body: Buffer.concat(chunks) })
      answer(new URL(url), request, response)
    })
  }
  const upgrade = (scheme: string) => (request: IncomingMessage, socket: Duplex): void => {
    const url = `${scheme}://${request.headers.host}${request.url}`
    received.push({ method: 'GET', url, body: Buffer.alloc(0) })
    const key = `${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`
    const accept = createHash('sha1').update(key)
    socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n'
      + `Sec-WebSocket-Accept: ${accept.digest('base64')}\r\n`
      + 'Sec-WebSocket-Extensions: permessage-deflate\r\n\r\n')
    echo(url, socket, frames)
  }
  secure.on('request', listener('https'))
  secure.on('upgrade', upgrade('wss'))
  secure.on('connect', (request: Http2ServerRequest) => {
    const stream: ServerHttp2Stream = request.stream
    const url = `wss://${request.headers[':authority']}${request.headers[':path']}`
    received.push({ method: 'CONNECT', url, body: Buffer.alloc(0) })
    stream.respond({ ':status': 200, 'sec-websocket-extensions': 'permessage-deflate' })
    echo(url, stream, frames)
  })
  secure.on('sessionError', () => {})
  plain.on('request', listener('http'))
  plain.on('upgrade', upgrade('ws'))
  for (const server of [secure, plain]) {
    server.on('connection', (socket: Duplex) => {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => { sockets.delete(socket) })
    })
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  }
  return {
    port: (secure.address() as AddressInfo).port,
    plainPort: (plain.address() as AddressInfo).port,
    received,
    frames,
    close: async () => {
      const closed = [secure, plain]
        .map((server) => new Promise<void>((resolve) => { server.close(() => { resolve() }) }))
      for (const socket of sockets) socket.destroy()
      await Promise.all(closed)
    },
  }
}

function answer(url: URL, request: Request, response: Response): void {
  const reply = (status: number, headers: Record<string, string>, body: string | Buffer): void => {
    // Both kinds of response have these three, with signatures that TypeScript cannot unite.
    const plain = response as ServerResponse
    plain.writeHead(status, {
      'access-control-allow-origin': request.headers.origin ?? '*', 'access-control-allow-credentials': 'true',
      'access-control-allow-headers': 'x-mark, content-type, content-encoding', 'access-control-allow-methods': '*, PUT',
      ...headers,
    })
    plain.end(body)
  }
  const word = url.pathname.split('/').at(-1) ?? ''
  if (word === 'redirect302') return reply(302, { location: '/m/after302' }, '')
  if (word === 'redirect307') return reply(307, { location: 'https://third.test/m/after307' }, '')
  if (word === 'form') return reply(303, { location: 'http://plain.test/m/plain.html' }, '')
  if (word === 'chain1') return reply(301, { location: 'https://third.test/m/chain2' }, '')
  if (word === 'chain2') return reply(303, { location: 'https://h1.test/m/chain3' }, '')
  if (word === 'aborted') return // never answered: the page gives up
  if (request.method === 'OPTIONS' && word === 'preflight-unanswered') return
  if (request.method === 'OPTIONS' && word === 'preflight-slow') return void setTimeout(() => { reply(200, {}, '') }, 1_500)
  if (word === 'events') return reply(200, { 'content-type': 'text/event-stream' }, 'data: one\n\n')
  if (word.endsWith('.bin')) return reply(200, { 'content-type': 'application/octet-stream', 'content-disposition': 'attachment' }, pixel)
  if (word === 'more.html') {
    const policy = { 'content-security-policy-report-only': "font-src 'none'; report-uri /m/csp-report" }
    return reply(200, { 'content-type': 'text/html', ...policy }, pageOf(word))
  }
  if (word === 'reports.html') {
    const policy = { 'content-security-policy-report-only': "img-src 'none'; report-to marks" }
    const endpoints = { 'reporting-endpoints': `marks="https://third.test/m/report${url.search}"` }
    return reply(200, { 'content-type': 'text/html', ...policy, ...endpoints }, pageOf(word))
  }
  if (word.endsWith('.js')) return reply(200, { 'content-type': 'text/javascript' }, scriptOf(word))
  if (word.endsWith('.css')) return reply(200, { 'content-type': 'text/css' }, 'body{background:url(/m/css-image.gif)}')
  if (word.endsWith('.gif')) return reply(200, { 'content-type': 'image/gif' }, pixel)
  if (url.pathname === '/' || word.endsWith('.html')) return reply(200, { 'content-type': 'text/html' }, pageOf(word))
  reply(200, { 'content-type': 'text/plain' }, 'ok')
}

const pixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==', 'base64')

/** Answers each message with the same one, compressed with a shared window when it came so. */
function echo(url: string, socket: Duplex, frames: ReceivedFrame[]): void {
  let pending = Buffer.alloc(0)
  let message: Buffer[] = []
  let opcode = 0
  let compressed = false
  let window = Buffer.alloc(0)
  socket.on('error', () => {})
  socket.on('data', (chunk: Buffer) => {
    pending = Buffer.concat([pending, chunk])
    for (;;) {
      if (pending.length < 6) return
      const short = pending[1]! & 0x7f
      const head = short === 126 ? 4 : short === 127 ? 10 : 2
      if (pending.length < head + 4) return
      const long = short === 127 ? Number(pending.readBigUInt64BE(2)) : short
      const length = short === 126 ? pending.readUInt16BE(2) : long
      if (pending.length < head + 4 + length) return
      const first = pending[0]!
      const mask = pending.subarray(head, head + 4)
      const data = Buffer.from(pending.subarray(head + 4, head + 4 + length)).map((byte, at) => byte ^ mask[at & 3]!)
      pending = pending.subarray(head + 4 + length)
      if ((first & 0x0f) >= 8) {
        if ((first & 0x0f) === 8) {
          if (data.length > 2) frames.push({ url, opcode: 8, data: Buffer.from(data.subarray(2)) })
          socket.end(Buffer.from([0x88, 0]))
        }
        continue
      }
      if ((first & 0x0f) !== 0) {
        opcode = first & 0x0f
        compressed = (first & 0x40) !== 0
        message = []
      }
      message.push(Buffer.from(data))
      if ((first & 0x80) === 0) continue
      let whole: Buffer = Buffer.concat(message)
      if (compressed) {
        whole = inflateRawSync(Buffer.concat([whole, Buffer.from([0, 0, 255, 255])]),
          { dictionary: window, finishFlush: constants.Z_SYNC_FLUSH })
        window = Buffer.concat([window, whole]).subarray(-32768)
      }
      frames.push({ url, opcode, data: whole })
      socket.write(toFrame(opcode, whole, compressed))
    }
  })
}

/** Each compressed message starts a window of its own, which a receiver with a shared one must bear too. */
function toFrame(opcode: number, data: Buffer, compressed: boolean): Buffer {
  const payload = compressed
    ? deflateRawSync(data, { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, -4)
    : data
  const head = payload.length < 126 ? Buffer.from([0, payload.length]) : Buffer.alloc(payload.length < 65536 ? 4 : 10)
  if (head.length === 4) { head[1] = 126; head.writeUInt16BE(payload.length, 2) }
  if (head.length === 10) { head[1] = 127; head.writeBigUInt64BE(BigInt(payload.length), 2) }
  head[0] = 0x80 | (compressed ? 0x40 : 0) | opcode
  return Buffer.concat([head, payload])
}
