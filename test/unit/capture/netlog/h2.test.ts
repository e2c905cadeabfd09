import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createH2Parser } from '../../../../src/capture/netlog/h2.js'

function frame(type: number, flags: number, stream: number, payload: Buffer): Buffer {
  const head = Buffer.alloc(9)
  head.writeUIntBE(payload.length, 0, 3)
  head.writeUInt8(type, 3)
  head.writeUInt8(flags, 4)
  head.writeUInt32BE(stream, 5)
  return Buffer.concat([head, payload])
}

const bytes = Buffer.concat([
  Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
  frame(4, 0, 0, Buffer.alloc(18)),
  frame(1, 0x24, 1, Buffer.alloc(40, 7)),
  frame(1, 0x05, 3, Buffer.alloc(33, 7)),
  frame(0, 0, 1, Buffer.from('Uro')),
  frame(0xb, 0, 5, Buffer.from('an unknown kind')),
  frame(9, 4, 5, Buffer.alloc(5)),
  frame(0, 0x08, 1, Buffer.from([4, ...Buffer.from('logi'), 0, 0, 0, 0])),
  frame(0, 0x09, 1, Buffer.from([0, ...Buffer.from('e')])),
  frame(0, 0x01, 5, Buffer.alloc(0)),
  frame(3, 0, 7, Buffer.alloc(4)),
])

test('DATA is joined by stream, padding left out, at every size of the pieces', () => {
  for (const size of [1, 2, 8, 9, 10, 100, bytes.length]) {
    const data = new Map<number, string>()
    const told: string[] = []
    const push = createH2Parser({
      data: (stream, payload) => { data.set(stream, (data.get(stream) ?? '') + payload.toString()) },
      headers: (stream) => { told.push(`headers ${stream}`) },
      end: (stream) => { told.push(`end ${stream}`) },
      reset: (stream) => { told.push(`reset ${stream}`) },
    })
    for (let at = 0; at < bytes.length; at += size) push(bytes.subarray(at, at + size), 0)
    assert.equal(data.get(1), 'Urologie', `pieces of ${size}`)
    assert.deepEqual(told, ['headers 1', 'headers 3', 'end 3', 'end 1', 'end 5', 'reset 7'], `pieces of ${size}`)
  }
})
