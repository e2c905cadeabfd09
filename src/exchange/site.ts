/** Which site a host belongs to. The only module that asks the public suffix list. */
import { createRequire } from 'node:module'
import { domainToASCII } from 'node:url'
import type * as Tldts from 'tldts'

// As an import, its 200 kB would be searched for names first, which takes longer than to run them.
const { getDomain } = createRequire(import.meta.url)('tldts') as typeof Tldts

const MEMO_SIZE = 20_000
const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/

/**
 * The registrable domain of a host, private suffixes counted (`a.github.io` is a site of its own), in lower case and
 * without a final dot, umlauts as they are sent (`xn--…`). An address, `localhost`, a bare public suffix and a name
 * without a dot stand for themselves.
 */
export const registrableDomain: (host: string) => string = memoised((host) => toDomain(host, true))

/** The domain that somebody registered, so private suffixes not counted: whoever has it gives out the names below it. */
export const registeredDomain: (host: string) => string = memoised((host) => toDomain(host, false))

/** The site of an address of the web; undefined of any other. */
export function siteOf(url: string | undefined): string | undefined {
  return url !== undefined && /^https?:/i.test(url) && URL.canParse(url) ? registrableDomain(new URL(url).hostname) : undefined
}

/** `localhost`, its sub-domains, and the addresses that never leave the machine; IPv6 with or without brackets. */
export function isLoopback(host: string): boolean {
  const name = normalised(host).replace(/^\[|\]$/g, '')
  if (name === 'localhost' || name.endsWith('.localhost') || name === '::1' || name === '0.0.0.0') return true
  const address = name.startsWith('::ffff:') ? name.slice('::ffff:'.length) : name
  return IPV4.test(address) && address.startsWith('127.')
}

export function isSameSite(one: string, other: string): boolean {
  return registrableDomain(one) === registrableDomain(other)
}

function toDomain(host: string, allowPrivateDomains: boolean): string {
  const name = normalised(host)
  if (name.endsWith('.localhost')) return 'localhost'
  if (IPV4.test(name) || name.includes(':') || !name.includes('.')) return name
  return getDomain(name, { allowPrivateDomains, extractHostname: false, validateHostname: false }) ?? name
}

function normalised(host: string): string {
  const name = isAscii(host) ? host.toLowerCase() : domainToASCII(host) || host.toLowerCase()
  return name.endsWith('.') ? name.slice(0, -1) : name
}

function isAscii(text: string): boolean {
  return !/[^\0-\x7f]/.test(text)
}

/** Captures ask for few hosts many times. What is remembered is never seen from outside, and is bounded. */
function memoised(ask: (host: string) => string): (host: string) => string {
  const known = new Map<string, string>()
  return (host) => {
    const answer = known.get(host)
    if (answer !== undefined) return answer
    if (known.size >= MEMO_SIZE) known.clear()
    const fresh = ask(host)
    known.set(host, fresh)
    return fresh
  }
}
