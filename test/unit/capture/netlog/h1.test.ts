import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createH1Parser } from '../../../../src/capture/netlog/h1.js'

interface Seen {
  readonly line: string
  readonly headers: readonly (readonly [string, string])[]
  body: string
  ended: boolean
}

const stream = Buffer.from(
  'GET /a?q=Urologie HTTP/1.1\r\nHost: site.test\r\nCookie: q=Blasenschwäche\r\n\r\n'
  + 'POST /b HTTP/1.1\r\nHost: site.test\r\nContent-Length: 11\r\n\r\nhello\r\n\r\nyou'.replace('11', '12')
  + 'POST /c HTTP/1.1\r\nHost: site.test\r\nTransfer-Encoding: chunked\r\n\r\n'
  + '5\r\nfirst\r\nb;ext=1\r\n and second\r\n0\r\nTrailer: x\r\n\r\n'
  + 'POST /d HTTP/1.1\r\nHost: site.test\r\nContent-Length: 0\r\n\r\n'
  + 'GET /e HTTP/1.1\r\nHost: site.test\r\nUpgrade: websocket\r\n\r\nframes\r\n\r\nGET / HTTP/1.1\r\n\r\n')

function parse(pieces: readonly Buffer[]): readonly Seen[] {
  const seen: Seen[] = []
  const push = createH1Parser({
    head: (line, headers) => {
      const one: Seen = { line, headers, body: '', ended: false }
      seen.push(one)
      return { data: (bytes) => { one.body += bytes.toString('latin1') }, end: () => { one.ended = true } }
    },
  })
  for (const piece of pieces) push(piece, 0)
  return seen
}

test('requests of one connection are cut where they end, at every size of the pieces', () => {
  for (const size of [1, 2, 3, 7, 64, stream.length]) {
    const pieces: Buffer[] = []
    for (let start = 0; start < stream.length; start += size) pieces.push(stream.subarray(start, start + size))
    assert.deepEqual(parse(pieces).map(({ line, body, ended }) => [line, body, ended]), [
      ['GET /a?q=Urologie HTTP/1.1', '', true],
      ['POST /b HTTP/1.1', 'hello\r\n\r\nyou', true],
      ['POST /c HTTP/1.1', 'first and second', true],
      ['POST /d HTTP/1.1', '', true],
      ['GET /e HTTP/1.1', 'frames\r\n\r\nGET / HTTP/1.1\r\n\r\n', false],
    ], `pieces of ${size}`)
  }
})

test('headers are read as UTF-8 where they are, else as Latin-1', () => {
  assert.equal(parse([stream])[0]?.headers[1]?.[1], 'q=Blasenschwäche')
  const latin = Buffer.from('GET / HTTP/1.1\r\nX: \xe9\r\n\r\n', 'latin1')
  assert.deepEqual(parse([latin])[0]?.headers, [['X', 'é']])
})

test('what is no request is passed over', () => {
  const socks = [Buffer.from([5, 1, 0]), Buffer.from([5, 1, 0, 3, 4, 0x68, 0x6f, 0x73, 0x74, 0, 80])]
  const lines = parse([...socks, Buffer.from('GET /x HTTP/1.1\r\n\r\n')]).map(({ line }) => line)
  assert.deepEqual(lines, ['GET /x HTTP/1.1'])
  assert.deepEqual(parse([Buffer.from([0, 1, 0, 0, 0x21, 0x12, 0xa4, 0x42])]), [])
})

test('a method of the page\'s own, with digits, is a request; so is one with the longest address', () => {
  const path = `/${'a'.repeat(2_000_000)}`
  const bytes = Buffer.from(`LOG1 /log HTTP/1.1\r\nHost: site.test\r\nContent-Length: 8\r\n\r\nUrologie9Z ${path} HTTP/1.1\r\nHost: site.test\r\n\r\n`)
  const pieces = Array.from({ length: Math.ceil(bytes.length / 65_536) }, (_, at) => bytes.subarray(at * 65_536, (at + 1) * 65_536))
  assert.deepEqual(parse(pieces).map(({ line, body }) => [line, body]), [['LOG1 /log HTTP/1.1', 'Urologie'], [`9Z ${path} HTTP/1.1`, '']])
})
