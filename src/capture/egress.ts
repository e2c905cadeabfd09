/**
 * From which address the browser went out. The connections show the machine's own; which one the servers saw is known
 * only where that address is itself a public one, or where the user says so. Nobody is asked.
 */
import { BlockList, isIP } from 'node:net'

export interface Egress {
  /** Local addresses of the connections; loopback where that is all there is. */
  readonly local: readonly string[]
  /** Addresses that servers saw; empty where that is not known. */
  readonly public: readonly string[]
  /** `declared`: with --client-ip or in the configuration · `shown`: connections went out from a public address. */
  readonly publicBy: 'declared' | 'shown' | 'unknown'
}

/** `proxied`: connections ended at a proxy, whose address is the one that servers saw. */
export function egressOf(local: readonly string[], declared: readonly string[], proxied: boolean): Egress {
  if (declared.length > 0) return { local, public: declared, publicBy: 'declared' }
  const shown = proxied ? [] : local.filter(isPublic)
  return { local, public: shown, publicBy: shown.length > 0 ? 'shown' : 'unknown' }
}

/** Networks that the internet does not route to one machine (RFC 6890 and its registry). */
const RESERVED = {
  ipv4: [
    '0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24',
    '192.0.2.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/3',
  ],
  ipv6: ['::/3', '4000::/2', '8000::/1', '2001::/32', '2001:db8::/32', '2002::/16', '3fff::/20'],
} as const

function isPublic(address: string): boolean {
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
  const reserved = new BlockList()
  for (const network of RESERVED[family]) {
    const [base = '', bits] = network.split('/')
    reserved.addSubnet(base, Number(bits), family)
  }
  return isIP(address) !== 0 && !reserved.check(address, family)
}
