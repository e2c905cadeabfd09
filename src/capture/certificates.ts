/** The certificates that the servers of a capture showed, as they sent them. */
import { X509Certificate } from 'node:crypto'
import { hostOf } from './answers.js'
import type { NetLogRequest } from './netlog/requests.js'

export interface Certificate {
  /** `CN=…, O=…` */
  readonly subject: string
  readonly issuer: string
  /** ISO 8601 UTC; null where it cannot be read. */
  readonly validFrom: string | null
  readonly validTo: string | null
  /** Of the whole certificate (DER), hexadecimal. */
  readonly sha256: string
}

/** One chain, and the hosts that showed it. A host that showed several is in several. */
export interface ServerCertificates {
  readonly hosts: readonly string[]
  /** The server's own first. */
  readonly chain: readonly Certificate[]
}

const mostChains = 500
const longestChain = 10
const longestName = 300

/** In the order in which the chains were first shown. Never throws; what is no certificate is left out. */
export function certificatesOf(
  requests: readonly Pick<NetLogRequest, 'url' | 'sent' | 'certificates'>[],
): readonly ServerCertificates[] {
  const chains = new Map<string, { readonly pems: readonly string[]; readonly hosts: Set<string> }>()
  for (const { url, sent, certificates } of requests) {
    if (!sent || certificates === undefined || certificates.length === 0) continue
    const key = certificates.join('')
    const known = chains.get(key)
    if (known !== undefined) known.hosts.add(hostOf(url))
    else if (chains.size < mostChains) chains.set(key, { pems: certificates, hosts: new Set([hostOf(url)]) })
  }
  return [...chains.values()].map(({ pems, hosts }) => ({
    hosts: [...hosts].sort(),
    chain: pems.slice(0, longestChain).flatMap(toCertificate),
  }))
}

function toCertificate(pem: string): readonly Certificate[] {
  try {
    const { subject, issuer, validFrom, validTo, fingerprint256 } = new X509Certificate(pem)
    return [{
      subject: toLine(subject), issuer: toLine(issuer), validFrom: toIso(validFrom), validTo: toIso(validTo),
      sha256: fingerprint256.replaceAll(':', '').toLowerCase(),
    }]
  } catch {
    return [] // the browser, which reads them more leniently, has decided about it
  }
}

/** Node gives one attribute a line. */
function toLine(name: string | undefined): string {
  return (name ?? '').split('\n').join(', ').slice(0, longestName)
}

function toIso(text: string): string | null {
  const time = Date.parse(text)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}
