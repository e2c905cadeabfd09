/** One direction of an HTTP/2 connection, cut into frames. Header blocks are skipped: the log holds them decoded. */

export interface H2Sink {
  /** Payload without padding. */
  data(stream: number, bytes: Buffer, time: number): void
  headers(stream: number): void
  /** END_STREAM on DATA or HEADERS. */
  end(stream: number): void
  reset(stream: number): void
}

const preface = Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n')
const frameHead = 9
const [typeData, typeHeaders, typeReset] = [0, 1, 3]
const [flagEnd, flagPadded] = [0x01, 0x08]

export function startsAsH2(bytes: Buffer): boolean {
  return bytes.length >= 6 && bytes.subarray(0, 6).equals(preface.subarray(0, 6))
}

/** Takes bytes in pieces of any size; the preface of a client's side is passed over. */
export function createH2Parser(sink: H2Sink): (bytes: Buffer, time: number) => void {
  let pending: Buffer[] = []
  let length = 0
  let needed = 0
  let skip = 0
  let begun = false

  const all = (): Buffer => {
    const joined = pending.length === 1 && pending[0] !== undefined ? pending[0] : Buffer.concat(pending)
    pending = [joined]
    return joined
  }
  const drop = (count: number): void => {
    const rest = all().subarray(count)
    pending = rest.length > 0 ? [rest] : []
    length = rest.length
  }

  const step = (time: number): boolean => {
    if (!begun) {
      if (length < preface.length && preface.subarray(0, length).equals(all())) return false
      if (all().subarray(0, preface.length).equals(preface)) drop(preface.length)
      begun = true
      return true
    }
    if (skip > 0) {
      const taken = Math.min(skip, length)
      drop(taken)
      skip -= taken
      return skip === 0
    }
    if (length < frameHead) {
      needed = frameHead
      return false
    }
    const head = all()
    const size = head.readUIntBE(0, 3)
    const type = head.readUInt8(3)
    const flags = head.readUInt8(4)
    const stream = head.readUInt32BE(5) & 0x7fffffff
    if (type === typeData) {
      if (length < frameHead + size) {
        needed = frameHead + size
        return false
      }
      const payload = head.subarray(frameHead, frameHead + size)
      const padding = (flags & flagPadded) === 0 || size === 0 ? 0 : payload.readUInt8(0)
      const start = (flags & flagPadded) === 0 ? 0 : 1
      sink.data(stream, payload.subarray(start, Math.max(start, size - padding)), time)
    } else if (type === typeHeaders) {
      sink.headers(stream)
    } else if (type === typeReset) {
      sink.reset(stream)
    }
    if ((type === typeData || type === typeHeaders) && (flags & flagEnd) !== 0) sink.end(stream)
    drop(frameHead)
    skip = size
    needed = 0
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
