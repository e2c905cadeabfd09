/** As much of DER (X.690) as time-stamps need: writing a request, walking a response. */

export interface Der {
  readonly tag: number
  /** Content. */
  readonly value: Buffer
  /** With tag and length. */
  readonly whole: Buffer
}

export const TAG = {
  boolean: 0x01, integer: 0x02, octets: 0x04, null: 0x05, oid: 0x06, time: 0x18, sequence: 0x30, set: 0x31, context0: 0xa0,
} as const

export function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const value = Buffer.concat(parts)
  if (value.length < 0x80) return Buffer.concat([Buffer.from([tag, value.length]), value])
  const length: number[] = []
  for (let rest = value.length; rest > 0; rest = Math.floor(rest / 256)) length.unshift(rest % 256)
  return Buffer.concat([Buffer.from([tag, 0x80 | length.length, ...length]), value])
}

/** A positive whole number. */
export function derInteger(bytes: Uint8Array): Buffer {
  let start = 0
  while (start < bytes.length - 1 && bytes[start] === 0) start++
  const body = bytes.subarray(start)
  return der(TAG.integer, (body[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), body]) : body)
}

export function derOid(oid: string): Buffer {
  const [first = 0, second = 0, ...rest] = oid.split('.').map(Number)
  const bytes = [first * 40 + second]
  for (const part of rest) {
    const groups = [part % 128]
    for (let left = Math.floor(part / 128); left > 0; left = Math.floor(left / 128)) groups.unshift(0x80 | (left % 128))
    bytes.push(...groups)
  }
  return der(TAG.oid, Buffer.from(bytes))
}

/** The element at the beginning of `bytes`. Throws where it is cut short or of indefinite length. */
export function readDer(bytes: Buffer): Der {
  const [tag, first] = bytes
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) throw new Error('no DER element')
  let length = first
  let start = 2
  if (first >= 0x80) {
    const count = first & 0x7f
    if (count === 0 || count > 4 || bytes.length < 2 + count) throw new Error('a DER length that cannot be')
    length = bytes.readUIntBE(2, count)
    start += count
  }
  if (bytes.length < start + length) throw new Error('a DER element that is cut short')
  return { tag, value: bytes.subarray(start, start + length), whole: bytes.subarray(0, start + length) }
}

/** The elements of which a content consists. */
export function readAllDer(content: Buffer): Der[] {
  const elements: Der[] = []
  for (let at = 0; at < content.length;) {
    const element = readDer(content.subarray(at))
    elements.push(element)
    at += element.whole.length
  }
  return elements
}

export function isOid(element: Der | undefined, oid: string): boolean {
  return element !== undefined && element.whole.equals(derOid(oid))
}
