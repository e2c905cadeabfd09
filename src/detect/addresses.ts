/** The notations of an internet address. */
import { isIPv4, isIPv6 } from 'node:net'

/** The eight groups of an IPv6 address, or undefined where the text is none. A zone (`%eth0`) is left out. */
export function toGroups(text: string): readonly number[] | undefined {
  const address = text.replace(/^\[|\]$/g, '').replace(/%.*$/, '')
  if (!isIPv6(address)) return undefined
  const tail = /(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address)
  const pair = (high: number, low: number): string => hex(Number(tail?.[high]) * 256 + Number(tail?.[low]))
  const pure = tail ? `${address.slice(0, tail.index)}${pair(1, 2)}:${pair(3, 4)}` : address
  const [head = '', rest] = pure.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = rest === undefined || rest === '' ? [] : rest.split(':')
  const zeros = rest === undefined ? [] : new Array<string>(8 - left.length - right.length).fill('0')
  return [...left, ...zeros, ...right].map((group) => Number.parseInt(group, 16))
}

/** The shortest notation: RFC 5952. */
export function compress(groups: readonly number[]): string {
  let best = { from: -1, length: 1 }
  for (let from = 0; from < groups.length; from++) {
    let length = 0
    while (groups[from + length] === 0) length++
    if (length > best.length) best = { from, length }
  }
  const words = groups.map(hex)
  if (best.from < 0) return words.join(':')
  return `${words.slice(0, best.from).join(':')}::${words.slice(best.from + best.length).join(':')}`
}

const hex = (group: number): string => group.toString(16)
const hex4 = (group: number): string => group.toString(16).padStart(4, '0')

/** Whether an address says anything about a client: not the loopback, not "any". */
export function isTelling(text: string): boolean {
  if (isIPv4(text)) return !text.startsWith('127.') && text !== '0.0.0.0' && text !== '255.255.255.255'
  const groups = toGroups(text)
  if (!groups) return false
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) return isTelling(toIPv4(groups))
  return groups.slice(0, 7).some((group) => group !== 0)
}

const toIPv4 = (groups: readonly number[]): string =>
  [groups[6]! >> 8, groups[6]! & 255, groups[7]! >> 8, groups[7]! & 255].join('.')

export interface AddressForms {
  /** With dots or colons. */
  readonly written: readonly string[]
  /** One number, decimal or hexadecimal. */
  readonly numbers: readonly string[]
  /** The network alone, the last part cut off: how analytics vendors "anonymise" an address. */
  readonly networks: readonly string[]
}

/** Undefined where the text is no address. */
export function toAddressForms(text: string): AddressForms | undefined {
  const address = text.trim()
  if (isIPv4(address)) return fourForms(address)
  const groups = toGroups(address)
  if (!groups) return undefined
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff
  return isMapped ? fourForms(toIPv4(groups)) : sixForms(groups)
}

function fourForms(address: string): AddressForms {
  const parts = address.split('.').map(Number)
  const [a = 0, b = 0, c = 0, d = 0] = parts
  const whole = ((a * 256 + b) * 256 + c) * 256 + d
  const mapped = [0, 0, 0, 0, 0, 0xffff, a * 256 + b, c * 256 + d]
  return {
    written: [
      address, parts.join('-'), `${[d, c, b, a].join('.')}.in-addr.arpa`,
      parts.map((part) => String(part).padStart(3, '0')).join('.'), compress(mapped), mapped.map(hex4).join(':'),
    ],
    numbers: [String(whole), `0x${whole.toString(16).padStart(8, '0')}`, whole.toString(16).padStart(8, '0')],
    // Google Analytics sets the last octet to 0: https://support.google.com/analytics/answer/2763052
    networks: [`${a}.${b}.${c}.0`],
  }
}

function sixForms(groups: readonly number[]): AddressForms {
  const short = compress(groups)
  const full = groups.map(hex4).join(':')
  const nibbles = [...groups.map(hex4).join('')].reverse().join('.')
  return {
    written: [
      short, full, groups.map(hex).join(':'), short.replaceAll(':', '-'), full.replaceAll(':', '-'),
      `${nibbles}.ip6.arpa`,
    ],
    numbers: [groups.map(hex4).join('')],
    // The same source: the last 80 bits are set to 0. `2001:db8:4d::` says so by its two colons.
    networks: groups.slice(3).some((group) => group !== 0) ? [`${groups.slice(0, 3).map(hex).join(':')}::`] : [],
  }
}
