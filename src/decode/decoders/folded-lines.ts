/**
 * The line ends that are put into long base64 (RFC 2045 §6.8: after 76 characters; PEM after 64), and into any long line
 * by quoted-printable, so that what stands astride of two lines is whole again. The escapes of quoted-printable stay: the
 * name of a parameter may stand in front of what looks like one (`q=FCA8…`).
 */
import { BASE64_BYTES } from '../base64.js'
import type { Decoder } from '../decoder.js'
import { unescaping, type Escapes } from '../escapes.js'
import { foldLength, isLongLine } from '../line-ends.js'
import { byteSet, bytesOf } from '../text.js'

const CARRIAGE_RETURN = 0x0d
const LINE_FEED = 0x0a
const EQUALS = 0x3d
const SHORTEST_LINE = 64

const escapes: Escapes = {
  starts: byteSet('\r\n='),
  growth: 1,
  length(input, at) {
    if (input[at] === EQUALS) return isLongLine(input, at) ? foldLength(input, at) : 0
    const length = input[at] === CARRIAGE_RETURN ? 2 : 1
    if (input[at + length - 1] !== LINE_FEED || BASE64_BYTES[input[at + length] ?? 0] === 0) return 0
    for (let back = 1; back <= SHORTEST_LINE; back++) if (BASE64_BYTES[input[at - back] ?? 0] === 0) return 0
    return length
  },
  write: () => 0,
}

const line = 'eyJwYWQiOiJ4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHgiLCJxIjoi'

const foldedLines: Decoder = {
  precedence: -1, // Where nothing but lines is undone, quoted-printable says what it was.
  triggers: bytesOf('\n'),
  ...unescaping(escapes),
  examples: [
    { encoded: `d=${line}\r\nQmxhc2Vuc2Nod8OkY2hlIn0=\r\n`, decoded: `d=${line}Qmxhc2Vuc2Nod8OkY2hlIn0=\r\n` },
    { encoded: `q=FC${'a1'.repeat(30)}=\r\n64CV`, decoded: `q=FC${'a1'.repeat(30)}64CV` },
    { encoded: `${line}\nVXJv\nabc`, decoded: `${line}VXJv\nabc` },
  ],
}
export default foldedLines
