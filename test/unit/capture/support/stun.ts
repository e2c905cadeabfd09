/** A loopback server for STUN (RFC 8489): tells whoever asks its address, and counts the questions; over TCP it only listens. */
import { createSocket } from 'node:dgram'
import { createServer, type Socket } from 'node:net'

export interface StunServer {
  readonly port: number
  /** Bytes of what was asked, so far. */
  readonly received: readonly number[]
  /** What came first over TCP, to the same port. */
  readonly overTcp: Promise<Buffer>
  close(): Promise<void>
}

const bindingSuccess = 0x0101
const xorMappedAddress = 0x0020
const cookie = 0x2112_a442

export async function startStun(): Promise<StunServer> {
  const socket = createSocket('udp4')
  const received: number[] = []
  socket.on('message', (question, { address, port }) => {
    received.push(question.length)
    const answer = Buffer.alloc(32)
    answer.writeUInt16BE(bindingSuccess, 0)
    answer.writeUInt16BE(12, 2)
    question.copy(answer, 4, 4, 20) // cookie and transaction
    answer.writeUInt16BE(xorMappedAddress, 20)
    answer.writeUInt16BE(8, 22)
    answer[25] = 1 // IPv4
    answer.writeUInt16BE(port ^ (cookie >>> 16), 26)
    address.split('.').forEach((byte, at) => { answer[28 + at] = Number(byte) ^ ((cookie >>> (24 - 8 * at)) & 255) })
    socket.send(answer, port, address)
  })
  await new Promise<void>((resolve) => { socket.bind(0, '127.0.0.1', resolve) })
  const { port } = socket.address()
  const connected = new Set<Socket>()
  const tcp = createServer((one) => { connected.add(one.on('error', () => undefined)) })
  const overTcp = new Promise<Buffer>((resolve) => {
    tcp.on('connection', (one) => { one.once('data', resolve) })
  })
  await new Promise<void>((resolve) => { tcp.listen(port, '127.0.0.1', resolve) })
  return {
    port,
    received,
    overTcp,
    close: () => new Promise((resolve) => {
      for (const one of connected) one.destroy()
      tcp.close(() => { socket.close(resolve) })
    }),
  }
}
