/** Messages of one direction of a WebSocket (RFC 6455, RFC 7692), from its bytes. */
import { constants, inflateRawSync } from 'node:zlib'

export interface WebSocketMessage {
  readonly type: 'send' | 'receive'
  /** Wall milliseconds of the message's last byte. */
  readonly time: number
  /** 1 text, 2 binary, 8 the reason of a close. */
  readonly opcode: number
  readonly data: Buffer
  /** It was sent compressed and cannot be inflated; `data` is as it was sent. */
  readonly garbled?: true
}

export interface WebSocketParser {
  /** Takes bytes in pieces of any size. */
  push(bytes: Buffer, time: number): void
  /** No more bytes come: gives what was sent of a message that has no end. */
  end(): void
}

const windowBytes = 32 * 1024
const longestMessage = 64 * 1024 * 1024
const close = 8
const tail = Buffer.from([0x00, 0x00, 0xff, 0xff])

export function createWebSocketParser(
  type: WebSocketMessage['type'], emit: (message: WebSocketMessage) => void,
): WebSocketParser {
  let pending: Buffer[] = []
  let length = 0
  let needed = 0
  let fragments: Buffer[] = []
  let opcode = 0
  let compressed = false
  let lastTime = NaN
  // The window is kept even where the peers agreed to begin anew with each message: then nothing refers back to it.
  let window: Buffer = Buffer.alloc(0)

  const toMessage = (time: number, isWhole: boolean): WebSocketMessage => {
    const data = Buffer.concat(fragments)
    if (!compressed) return { type, time, opcode, data }
    try {
      return { type, time, opcode, data: inflateRawSync(isWhole ? Buffer.concat([data, tail]) : data, {
        finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: longestMessage,
        ...window.length > 0 ? { dictionary: window } : {},
      }) }
    } catch {
      // Too long, or the window is damaged: the compressed bytes are still evidence.
      return { type, time, opcode, data, garbled: true }
    }
  }

  const finish = (time: number, isWhole: boolean): void => {
    const message = toMessage(time, isWhole)
    fragments = []
    if (compressed && message.garbled !== true) window = Buffer.concat([window, message.data]).subarray(-windowBytes)
    emit(message)
  }

  const begin = (frame: FrameHead): void => {
    if (frame.opcode === 0) return
    opcode = frame.opcode
    compressed = frame.compressed
    fragments = []
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
    // Control frames stand between fragments. Of the page they carry only the reason that it closes with, behind a code.
    if (frame.opcode === close && payload.length > 2) emit({ type, time, opcode: close, data: payload.subarray(2) })
    if (frame.opcode >= 8) return true
    begin(frame)
    fragments.push(payload)
    if (frame.final) finish(time, true)
    return true
  }

  return {
    push: (bytes, time) => {
      if (bytes.length === 0) return
      pending.push(bytes)
      length += bytes.length
      lastTime = time
      if (length < needed) return
      while (length > 0 && step(time)) { /* one frame each */ }
    },
    end: () => {
      const joined = Buffer.concat(pending)
      const frame = readHead(joined)
      pending = []
      length = 0
      if (frame !== undefined && frame.opcode < 8) {
        begin(frame)
        fragments.push(unmask(joined.subarray(frame.head), frame.mask))
      }
      if (fragments.some((part) => part.length > 0)) finish(lastTime, false)
    },
  }
}

interface FrameHead {
  readonly final: boolean
  readonly compressed: boolean
  readonly opcode: number
  readonly mask: Buffer | undefined
  readonly head: number
  readonly size: number
}

function readHead(bytes: Buffer): FrameHead | undefined {
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
