/** Connections: which bytes belong to which request on them. TLS is already taken off by the log. */
import { createH1Parser } from './h1.js'
import { createH2Parser, startsAsH2 } from './h2.js'
import { bytesOf, dependencyOf, hostOfAddress, topSiteOf, toText, type Header } from './params.js'
import type { NetLogEvent } from './read.js'
import { createWire, type Budget, type Wire } from './wire.js'

export interface Socket {
  readonly id: number
  remote: string | undefined
  local: string | undefined
  /** That the server showed, its own first; PEM. */
  certificates: readonly string[] | undefined
  readonly streams: Map<number, Wire>
  /** What was sent last began no request: neither HTTP nor, once TLS began, the talk with a proxy. */
  speaksOther: boolean
  /** Address and port that it is connected to. */
  peer: string
  /** Site of the page that it was opened for, as far as that is known. */
  site: string | undefined
  /** @internal state of the two directions */
  tls: boolean
  /** Behind a proxy that is spoken to over TLS: both layers are logged as one's, and these are the outer one's. */
  isCarrier: { readonly sent: (bytes: Buffer) => boolean, readonly received: (bytes: Buffer) => boolean } | undefined
  h2: boolean
  sent: ((bytes: Buffer, time: number) => void) | undefined
  received: ((bytes: Buffer, time: number) => void) | undefined
}

/** Asked once for each head on an HTTP/1.1 connection, so that its request is told where its bytes are. */
export type ClaimHead = (socket: Socket, line: string, headers: readonly Header[], wire: Wire, time: number) => void

export interface Sockets {
  wants(type: string, source: number): boolean
  event(event: NetLogEvent): void
  get(id: number): Socket
  all(): Iterable<Socket>
  /** The wire of a stream, made when it was not seen yet. */
  stream(socket: Socket, stream: number): Wire
}

export function createSockets(budget: Budget, claim: ClaimHead): Sockets {
  const sockets = new Map<number, Socket>()
  const siteOfJob = new Map<number, string>()

  const get = (id: number): Socket => {
    const known = sockets.get(id)
    if (known !== undefined) return known
    const socket: Socket = {
      id, remote: undefined, local: undefined, certificates: undefined, streams: new Map(),
      speaksOther: false, peer: '', site: undefined, tls: false, isCarrier: undefined, h2: false, sent: undefined, received: undefined,
    }
    sockets.set(id, socket)
    return socket
  }

  const stream = (socket: Socket, id: number): Wire => {
    const known = socket.streams.get(id)
    if (known !== undefined) return known
    const wire = createWire(budget)
    socket.streams.set(id, wire)
    return wire
  }

  const openH2 = (socket: Socket): void => {
    socket.h2 = true
    socket.sent = createH2Parser({
      data: (id, bytes, time) => { stream(socket, id).sent(bytes, time) },
      headers: (id) => { stream(socket, id).headSeen = true },
      end: (id) => { stream(socket, id).ended = true },
      reset: (id) => { stream(socket, id).reset = true },
    })
    socket.received = createH2Parser({
      data: (id, bytes, time) => { socket.streams.get(id)?.received(bytes, time) },
      headers: () => {},
      end: () => {},
      reset: (id) => { stream(socket, id).reset = true },
    })
  }

  const openH1 = (socket: Socket): void => {
    socket.sent = createH1Parser({
      head: (line, headers, time) => {
        const wire = createWire(budget)
        wire.headSeen = true
        socket.speaksOther = false
        if (headers.some(([name, value]) => name.toLowerCase() === 'upgrade' && value.toLowerCase() === 'websocket')) {
          wire.openWebSocket()
          socket.received = afterResponseHead((bytes, at) => { wire.received(bytes, at) })
        }
        claim(socket, line, headers, wire, time)
        return { data: wire.sent, end: () => { wire.ended = true } }
      },
      passedOver: () => { socket.speaksOther = true },
    })
  }

  return {
    get,
    all: () => sockets.values(),
    stream,
    wants: (type, source) => {
      const socket = sockets.get(source)
      switch (type) {
        case 'HOST_RESOLVER_MANAGER_REQUEST':
        case 'SOCKET_ALIVE':
        case 'TCP_CONNECT':
        case 'SSL_CONNECT':
        case 'SSL_CERTIFICATES_RECEIVED':
        case 'SSL_SOCKET_BYTES_SENT': return true
        case 'SOCKET_BYTES_SENT': return socket?.tls !== true
        case 'SSL_SOCKET_BYTES_RECEIVED': return socket?.received !== undefined
        case 'SOCKET_BYTES_RECEIVED': return socket?.tls === false && socket.received !== undefined
        default: return false
      }
    },
    event: ({ type, phase, source, time, params }) => {
      if (type === 'HOST_RESOLVER_MANAGER_REQUEST') {
        const site = topSiteOf(params['network_anonymization_key'])
        if (site !== undefined) siteOfJob.set(source, site)
        return
      }
      const socket = get(source)
      switch (type) {
        case 'SOCKET_ALIVE':
          socket.site ??= siteOfJob.get(dependencyOf(params))
          return
        case 'TCP_CONNECT':
          socket.peer = toText(params['remote_address']) || socket.peer
          socket.remote = hostOfAddress(toText(params['remote_address'])) ?? socket.remote
          socket.local = hostOfAddress(toText(params['local_address'])) ?? socket.local
          return
        case 'SSL_CONNECT':
          // What went before was the talk with a proxy; from here on the same socket carries TLS.
          if (phase === 'begin') {
            if (socket.tls) socket.isCarrier = { sent: createRecordWalk(), received: createRecordWalk() }
            socket.tls = true
            socket.speaksOther = false
            socket.sent = undefined
            socket.received = undefined
          }
          return
        case 'SSL_CERTIFICATES_RECEIVED': {
          const { certificates } = params
          // Behind a proxy's own come the server's.
          if (Array.isArray(certificates)) socket.certificates = certificates.map(toText)
          return
        }
        case 'SSL_SOCKET_BYTES_SENT':
        case 'SOCKET_BYTES_SENT': {
          const bytes = bytesOf(params)
          if (socket.isCarrier?.sent(bytes) === true) return
          if (socket.sent === undefined) {
            if (startsAsH2(bytes)) openH2(socket)
            else openH1(socket)
          }
          socket.sent?.(bytes, time)
          return
        }
        default: {
          const bytes = bytesOf(params)
          if (socket.isCarrier?.received(bytes) !== true) socket.received?.(bytes, time)
        }
      }
    },
  }
}

const recordHead = 5

/** Whether a piece is TLS records (RFC 8446, 5.1), begun in an earlier one or not, and nothing else. */
function createRecordWalk(): (bytes: Buffer) => boolean {
  let left = 0
  return (bytes) => {
    let at = left
    while (at < bytes.length) {
      const isHead = bytes.length - at >= recordHead && bytes.readUInt8(at) >= 0x14 && bytes.readUInt8(at) <= 0x17 && bytes.readUInt8(at + 1) === 3
      if (!isHead) return false
      at += recordHead + bytes.readUInt16BE(at + 3)
    }
    left = at - bytes.length
    return true
  }
}

/** Passes on what follows the head of the one response that is awaited. */
function afterResponseHead(next: (bytes: Buffer, time: number) => void): (bytes: Buffer, time: number) => void {
  // Of the head, no more is kept than its end may have begun with: a server may send it a byte at a time.
  let last: Buffer | undefined = Buffer.alloc(0)
  return (bytes, time) => {
    if (last === undefined) return next(bytes, time)
    const joined = Buffer.concat([last, bytes])
    const end = joined.indexOf('\r\n\r\n')
    last = end < 0 ? joined.subarray(-3) : undefined
    if (end >= 0) next(joined.subarray(end + 4), time)
  }
}
