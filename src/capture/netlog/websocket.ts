/** Messages of one direction of a WebSocket (RFC 6455, RFC 7692), from its bytes. */
import { constants, inflateRawSync } from 'node:zlib'

export interface WebSocketMessage {
  readonly type: 'send' | 'receive'
  /** Wall milliseconds of the message's last byte. */
  readonly time: number
  /** 1 text, 2 binary. */
  readonly opcode: number
  readonly data: Buffer
}

const windowBytes = 32 * 1024
const longestMessage = 64 * 1024 * 1024
const tail = Buffer.from([0x00, 0x00, 0xff, 0xff])

/** Takes bytes in pieces of any size. A message that cannot be inflated is given as it was sent. */
export function createWebSocketParser(
  type: WebSocketMessage['type'], emit: (message: WebSocketMessage) => void,
): (bytes: Buffer, time: number) => void {
  let pending: Buffer[] = []
  let length = 0
  let needed = 0
  let fragments: Buffer[] = []
  let opcode = 0
  let compressed = false
  // The window is kept even where the peers agreed to begin anew with each message: then nothing refers back to it.
  let window: Buffer = Buffer.alloc(0)

  const finish = (time: number): void => {
    let data: Buffer = Buffer.concat(fragments)
    fragments = []
    if (compressed) {
      try {
        data = inflateRawSync(Buffer.concat([data, tail]), {
          finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: longestMessage,
          ...window.length > 0 ? { dictionary: window } : {},
        })
        window = Buffer.concat([window, data]).subarray(-windowBytes)
      } catch {
        // A damaged window: the compressed bytes are still evidence.
      }
    }
    emit({ type, time, opcode, data })
  }

  const step = (time: number): boolean => {
    const joined = pending.length === 1 && pending[0] !== undefined ? pending[0] : Buffer.concat(pending)
    pending = [joined]
    const frame = readHead(joined)
    if (frame === undefined) return false
    if (length < frame.head + frame.size) {
      needed = frame.head + frame.size
      return false
    }
    const payload = unmask(joined.subarray(frame.head, frame.head + frame.size), frame.mask)
    const rest = joined.subarray(frame.head + frame.size)
    pending = rest.length > 0 ? [rest] : []
    length = rest.length
    needed = 0
    // Control frames stand between fragments and carry nothing of the page.
    if (frame.opcode >= 8) return true
    if (frame.opcode !== 0) {
      opcode = frame.opcode
      compressed = frame.compressed
      fragments = []
    }
    fragments.push(payload)
    if (frame.final) finish(time)
    return true
  }

  return (bytes, time) => {
    if (bytes.length === 0) return
    pending.push(bytes)
    length += bytes.length
    if (length < needed) return
    while (length > 0 && step(time)) { /* one frame each */ }
  }
}

function readHead(bytes: Buffer) {
  if (bytes.length < 2) return undefined
  const [first, second] = [bytes.readUInt8(0), bytes.readUInt8(1)]
  const short = second & 0x7f
  const lengthEnd = short === 126 ? 4 : short === 127 ? 10 : 2
  const head = lengthEnd + ((second & 0x80) === 0 ? 0 : 4)
  if (bytes.length < head) return undefined
  const size = short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short
  return {
    final: (first & 0x80) !== 0,
    compressed: (first & 0x40) !== 0,
    opcode: first & 0x0f,
    mask: head > lengthEnd ? bytes.subarray(lengthEnd, head) : undefined,
    head,
    size,
  }
}

function unmask(payload: Buffer, mask: Buffer | undefined): Buffer {
  const data = Buffer.from(payload)
  if (mask === undefined) return data
  for (let at = 0; at < data.length; at += 1) data[at] = (data[at] ?? 0) ^ (mask[at & 3] ?? 0)
  return data
}
