/** Lines of quoted-printable that go on (RFC 2045 §6.7): a `=` before their end. */

const EQUALS = 0x3d
const CARRIAGE_RETURN = 0x0d
const LINE_FEED = 0x0a
/** They are folded before their 77th character. */
const LONG_LINE = 60

/** Length of the end of a line that goes on, 0 where none is at `at`. */
export function foldLength(input: Uint8Array, at: number): number {
  if (input[at] !== EQUALS) return 0
  if (input[at + 1] === LINE_FEED) return 2
  return input[at + 1] === CARRIAGE_RETURN && input[at + 2] === LINE_FEED ? 3 : 0
}

/** Whether the line that reaches `end` is so long that it may have been folded there. */
export function isLongLine(input: Uint8Array, end: number): boolean {
  if (end < LONG_LINE) return false
  for (let at = end - LONG_LINE; at < end; at++) if (input[at] === LINE_FEED) return false
  return true
}
