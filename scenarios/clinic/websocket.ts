/**
 * The server's side of a WebSocket (RFC 6455), as far as a listener needs it: the handshake, and a reader that unmasks
 * frames, joins fragments, answers pings and closes. No extension is ever agreed to.
 */
import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'

export interface Listener {
  message(type: 'text' | 'binary', payload: Buffer): void
  closed(): void
}

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'
const MESSAGE_LIMIT = 1 << 20
const CONTINUATION = 0, TEXT = 1, CLOSE = 8, PING = 9

/** Agrees to the upgrade and hands each message to the listener; `closed` is called once. */
export function acceptWebSocket(request: IncomingMessage, socket: Duplex, head: Buffer, listener: Listener): void {
  const key = request.headers['sec-websocket-key']
  if (key === undefined || request.headers['sec-websocket-version'] !== '13') {
    socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')
    listener.closed()
    return
  }
  const accept = createHash('sha1').update(key + GUID).digest('base64')
  socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
    `Sec-WebSocket-Accept: ${accept}\r\n\r\n`)

  let pending: Buffer = head
  let parts: Buffer[] = []
  let size = 0
  let type: 'text' | 'binary' = 'text'
  const reply = (opcode: number, payload: Buffer): void => {
    if (socket.writable) socket.write(Buffer.concat([Buffer.from([0x80 | opcode, payload.length]), payload]))
  }

  /** Reads the frames that are complete. False when the connection has to end. */
  const read = (): boolean => {
    for (;;) {
      const frame = readFrame(pending)
      if (frame === 'incomplete') return pending.length <= MESSAGE_LIMIT + 14
      if (frame === 'invalid') return false
      pending = pending.subarray(frame.end)
      if (frame.opcode === CLOSE) {
        reply(CLOSE, frame.payload.subarray(0, 2))
        return false
      }
      if (frame.opcode === PING) reply(10, frame.payload)
      if (frame.opcode >= 8) continue
      if (frame.opcode !== CONTINUATION) {
        type = frame.opcode === TEXT ? 'text' : 'binary'
        parts = []
        size = 0
      }
      parts.push(frame.payload)
      size += frame.payload.length
      if (size > MESSAGE_LIMIT) return false
      if (!frame.last) continue
      listener.message(type, Buffer.concat(parts))
      parts = []
      size = 0
    }
  }

  let ended = false
  const finish = (): void => {
    if (ended) return
    ended = true
    socket.destroy()
    listener.closed()
  }
  const take = (chunk: Buffer): void => {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk])
    if (!ended && !read()) socket.end(finish)
  }
  socket.on('data', take)
  socket.on('close', finish)
  socket.on('error', finish)
  if (head.length > 0) take(Buffer.alloc(0))
}

interface WireFrame {
  readonly last: boolean
  readonly opcode: number
  readonly payload: Buffer
  readonly end: number
}

function readFrame(bytes: Buffer): WireFrame | 'incomplete' | 'invalid' {
  if (bytes.length < 2) return 'incomplete'
  const first = bytes.readUInt8(0)
  const second = bytes.readUInt8(1)
  const masked = (second & 0x80) !== 0
  if (!masked || (first & 0x70) !== 0) return 'invalid'
  let length = second & 0x7f
  let at = 2
  if (length === 126) {
    if (bytes.length < 4) return 'incomplete'
    length = bytes.readUInt16BE(2)
    at = 4
  } else if (length === 127) {
    if (bytes.length < 10) return 'incomplete'
    const long = bytes.readBigUInt64BE(2)
    if (long > BigInt(MESSAGE_LIMIT)) return 'invalid'
    length = Number(long)
    at = 10
  }
  const end = at + 4 + length
  if (bytes.length < end) return 'incomplete'
  const mask = bytes.subarray(at, at + 4)
  const payload = Buffer.from(bytes.subarray(at + 4, end))
  for (let i = 0; i < payload.length; i++) payload[i] = (payload[i] ?? 0) ^ (mask[i & 3] ?? 0)
  return { last: (first & 0x80) !== 0, opcode: first & 0x0f, payload, end }
}
