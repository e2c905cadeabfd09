/**
 * The core segment, bit by bit as IAB Europe's specification of the string lays it out; two vendors have consent.
 * `unasked`: the visitor was not asked for purpose 1.
 */
export function tcf(purposes: readonly number[], unasked = false): string {
  const number = (value: number, width: number): string => value.toString(2).padStart(width, '0')
  const purposeBits = Array.from({ length: 24 }, (_, at) => purposes.includes(at + 1) ? '1' : '0').join('')
  const bits = [
    number(2, 6), number(16_500_000_000, 36), number(16_500_000_000, 36), number(31, 12), number(1, 12), number(0, 6),
    number(3, 6), number(4, 6), number(180, 12), number(4, 6), '1', '0', number(0, 12), purposeBits, number(0, 24), unasked ? '1' : '0',
    number(3, 6), number(4, 6), number(4, 16), '0', '1001', number(0, 16), '0', number(0, 12),
  ].join('')
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  return bits.replace(/.{1,6}/g, (six) => letters[parseInt(six.padEnd(6, '0'), 2)] ?? '')
}
