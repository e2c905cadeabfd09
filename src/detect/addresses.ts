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
  /** With dots, colons or dashes. */
  readonly written: readonly string[]
  /** One number, decimal or hexadecimal. */
  readonly numbers: readonly string[]
  /** The network alone, the last part cut off: how analytics vendors "anonymise" an address. */
  readonly networks: readonly string[]
  /** The same without a sign that something was cut off, which could be a version as well. */
  readonly bareNetworks: readonly string[]
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

const each = (list: readonly number[], by: (part: number) => string): string => list.map(by).join('.')

function fourForms(address: string): AddressForms {
  const parts = address.split('.').map(Number)
  const [a = 0, b = 0, c = 0, d = 0] = parts
  const reversed = [d, c, b, a]
  const valueOf = ([w = 0, x = 0, y = 0, z = 0]: readonly number[]): number => ((w * 256 + x) * 256 + y) * 256 + z
  const whole = valueOf(parts)
  const hexed = whole.toString(16).padStart(8, '0')
  const mapped = [0, 0, 0, 0, 0, 0xffff, a * 256 + b, c * 256 + d]
  const net = `${a}.${b}.${c}`
  return {
    written: [
      address, parts.join('-'), parts.join(','), `${reversed.join('.')}.in-addr.arpa`, reversed.join('.'), reversed.join('-'),
      each(parts, (part) => String(part).padStart(3, '0')), compress(mapped), mapped.map(hex4).join(':'), mapped.map(hex).join(':'),
      // As inet_aton(3) reads octal and hexadecimal parts; as NAT64 embeds it (RFC 6052).
      each(parts, (part) => (part === 0 ? '0' : `0${part.toString(8)}`)), each(parts, (part) => `0x${hex(part)}`),
      `64:ff9b::${hex(mapped[6]!)}:${hex(mapped[7]!)}`,
    ],
    numbers: [
      String(whole), `0x${hexed}`, hexed, String(valueOf(reversed)), `0${whole.toString(8)}`,
      // As a signed number of 32 bits.
      ...(whole > 0x7fffffff ? [`-${2 ** 32 - whole}`] : []),
    ],
    // Google Analytics sets the last octet to 0: https://support.google.com/analytics/answer/2763052
    networks: [`${net}.0`, `${net}.x`, `${net}.*`],
    bareNetworks: [net],
  }
}

function sixForms(groups: readonly number[]): AddressForms {
  const digits = groups.map(hex4).join('')
  const ways = (all: readonly number[]): string[] => {
    const short = compress(all)
    const some = all.map((group) => (group === 0 ? '0' : hex4(group)))
    return [short, all.map(hex4).join(':'), all.map(hex).join(':'), some.join(':'), short.replace(/[0-9a-f]+/g, (group) => group.padStart(4, '0'))]
  }
  // The same source: the last 80 bits are set to 0; others keep the 64 bits of the network.
  const networks = [3, 4].map((kept) => groups.map((group, at) => (at < kept ? group : 0)))
  const written = ways(groups)
  return {
    written: [...written, ...written.map((one) => one.replaceAll(':', '-')), `${[...digits].reverse().join('.')}.ip6.arpa`],
    numbers: [digits, `0x${digits}`, String(BigInt(`0x${digits}`))],
    networks: [...new Set([...networks.flatMap(ways), `${groups.slice(0, 4).map(hex).join(':')}::`])].filter((one) => !written.includes(one)),
    bareNetworks: [],
  }
}
