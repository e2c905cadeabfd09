import assert from 'node:assert/strict'
import { test } from 'node:test'
import { constants, createDeflateRaw, deflateRawSync } from 'node:zlib'
import { createSockets } from '../../../../src/capture/netlog/sockets.js'
import { createWire, type Wire } from '../../../../src/capture/netlog/wire.js'
import { createWebSocketParser, type WebSocketMessage } from '../../../../src/capture/netlog/websocket.js'

function frame(first: number, payload: Buffer, mask?: Buffer): Buffer {
  const length = payload.length
  const head = length < 126 ? Buffer.from([first, length]) : length < 65536 ? Buffer.alloc(4) : Buffer.alloc(10)
  head[0] = first
  if (head.length === 4) { head[1] = 126; head.writeUInt16BE(length, 2) }
  if (head.length === 10) { head[1] = 127; head.writeBigUInt64BE(BigInt(length), 2) }
  if (mask === undefined) return Buffer.concat([head, payload])
  head[1] = (head[1] ?? 0) | 0x80
  return Buffer.concat([head, mask, Buffer.from(payload.map((byte, at) => byte ^ (mask[at & 3] ?? 0)))])
}

function parse(bytes: Buffer, size: number): readonly WebSocketMessage[] {
  const messages: WebSocketMessage[] = []
  const parser = createWebSocketParser('send', (message) => { messages.push(message) })
  for (let at = 0; at < bytes.length; at += size) parser.push(bytes.subarray(at, at + size), at)
  parser.end()
  parser.end()
  return messages
}

const mask = Buffer.from([1, 0x80, 0xff, 7])

test('masked, fragmented and long messages are whole, control frames between them left out', () => {
  const long = Buffer.alloc(70000, 'Urologie')
  const bytes = Buffer.concat([
    frame(0x81, Buffer.from('Blasenschwäche'), mask),
    frame(0x02, Buffer.from([1, 2]), mask), frame(0x89, Buffer.from('ping'), mask), frame(0x00, Buffer.from([3]), mask),
    frame(0x80, Buffer.from([255]), mask),
    frame(0x82, long, mask), frame(0x81, Buffer.alloc(0)), frame(0x81, Buffer.alloc(200, 'x')),
  ])
  for (const size of [1, 5, 4096, bytes.length]) {
    assert.deepEqual(parse(bytes, size).map(({ opcode, data }) => [opcode, data.toString('latin1')]), [
      [1, Buffer.from('Blasenschwäche').toString('latin1')], [2, '\x01\x02\x03\xff'], [2, long.toString('latin1')],
      [1, ''], [1, 'x'.repeat(200)],
    ], `pieces of ${size}`)
  }
})

test('the reason that a page closes with is a message; a close without one is none', () => {
  const closing = (code: number, reason: string): Buffer => Buffer.concat([Buffer.from([code >> 8, code & 255]), Buffer.from(reason)])
  const bytes = Buffer.concat([
    frame(0x01, Buffer.from('Uro'), mask), frame(0x88, closing(4000, 'Gürtelrose'), mask), frame(0x80, Buffer.from('logie'), mask),
    frame(0x88, closing(1000, ''), mask), frame(0x88, Buffer.alloc(0), mask),
  ])
  for (const size of [1, bytes.length]) {
    assert.deepEqual(parse(bytes, size).map(({ opcode, data }) => [opcode, data.toString()]), [[8, 'Gürtelrose'], [1, 'Urologie']])
  }
})

test('compressed messages share one window', async () => {
  const deflate = createDeflateRaw()
  const compress = (text: string): Promise<Buffer> => new Promise((resolve) => {
    const chunks: Buffer[] = []
    const collect = (chunk: Buffer): void => { chunks.push(chunk) }
    deflate.on('data', collect)
    deflate.write(text)
    deflate.flush(constants.Z_SYNC_FLUSH, () => {
      deflate.off('data', collect)
      resolve(Buffer.concat(chunks).subarray(0, -4))
    })
  })
  const phrase = 'Vorgespräch Vasektomie'
  const texts = [phrase, `${phrase}, noch einmal`, 'kurz', phrase.repeat(3000)]
  const frames: Buffer[] = []
  for (const text of texts) frames.push(frame(0xc1, await compress(text), mask))
  assert.ok((frames[1]?.length ?? 0) < 45, 'the second refers to the first')
  assert.deepEqual(parse(Buffer.concat(frames), 1000).map(({ data }) => data.toString()), texts)
})

test('a message that cannot be inflated is given as sent, and the next is read', () => {
  const broken = Buffer.from([0xff, 0xff, 0xff])
  const messages = parse(Buffer.concat([frame(0xc1, broken), frame(0x81, Buffer.from('next'))]), 4)
  assert.deepEqual(messages.map(({ data }) => data), [broken, Buffer.from('next')])
})

test('what was sent of a message that has no end is given', () => {
  const whole = frame(0x81, Buffer.from('before'), mask)
  const first = frame(0x01, Buffer.from('Blasen'), mask)
  const second = frame(0x80, Buffer.from('schwäche'), mask)
  const cut = Buffer.concat([whole, first, second.subarray(0, second.length - 6)])
  for (const size of [1, 7, cut.length]) {
    assert.deepEqual(parse(cut, size).map(({ data }) => data.toString()), ['before', 'Blasensch'], `pieces of ${size}`)
  }
  assert.deepEqual(parse(Buffer.concat([whole, first]), 5).map(({ data }) => data.toString()), ['before', 'Blasen'])
  const packed = deflateRawSync(Buffer.from('Vorgespräch Vasektomie'), { level: 9 })
  assert.match(parse(frame(0xc1, packed, mask).subarray(0, -4), 3)[0]?.data.toString() ?? '', /^Vorgespräch/)
  assert.deepEqual(parse(frame(0x89, Buffer.from('ping'), mask).subarray(0, 4), 9), [])
})

test('a sent message that cannot be inflated is known to be lost, and so may be all that refer to it', () => {
  const lost = (bytes: Buffer): boolean => {
    const wire = createWire({ left: 1e9 })
    wire.openWebSocket()
    wire.sent(bytes, 0)
    wire.messages()
    return wire.dropped
  }
  const long = deflateRawSync(Buffer.alloc(65 * 1024 * 1024), { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, -4)
  assert.equal(lost(frame(0xc2, long, mask)), true)
  assert.equal(lost(frame(0xc1, deflateRawSync(Buffer.from('short'), { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, -4), mask)), false)
})

test('what is received is read behind the head of the answer, in whatever pieces that comes', () => {
  const head = 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n'
  const received = Buffer.concat([Buffer.from(head), frame(0x81, Buffer.from('Termin'))])
  for (const size of [1, 3, 4, received.length]) {
    const wires: Wire[] = []
    const sockets = createSockets({ left: 1e9 }, (_socket, _line, _headers, wire) => { wires.push(wire) })
    const event = (type: string, bytes: Buffer): void => {
      sockets.event({ type, phase: 'none', source: 1, sourceType: 'SOCKET', time: 0, params: { bytes: bytes.toString('base64') } })
    }
    event('SOCKET_BYTES_SENT', Buffer.from('GET /s HTTP/1.1\r\nHost: a.example\r\nUpgrade: websocket\r\n\r\n'))
    for (let at = 0; at < received.length; at += size) event('SOCKET_BYTES_RECEIVED', received.subarray(at, at + size))
    assert.deepEqual(wires.flatMap((wire) => wire.messages()).map(({ data }) => data.toString()), ['Termin'], `pieces of ${size}`)
  }
})
