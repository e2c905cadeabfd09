/**
 * Hosts that the browser looked up or connected to ahead of a request, as `dns-prefetch` and `preconnect` ask for, or for
 * WebRTC. Where no request comes, a server has the visitor's address all the same, and whoever answers for the name has that.
 */
import { isIP } from 'node:net'
import { toText } from './params.js'
import type { NetLogEvent } from './read.js'

export interface Ahead {
  wants(type: string): boolean
  event(event: NetLogEvent): void
  /** In the order of their first contact. */
  hosts(): readonly string[]
}

const most = 1000
const types: ReadonlySet<string> = new Set(['HOST_RESOLVER_MANAGER_REQUEST', 'HTTP_STREAM_JOB_CONTROLLER', 'DNS_TRANSACTION'])

export function createAhead(): Ahead {
  const hosts = new Set<string>()
  /** For what the log tells more of: requests, proxies, mapped hosts. WebRTC's look-ups leave their questions alone. */
  const accounted = new Set<string>(['', 'wpad'])
  const questions = new Set<string>()
  return {
    wants: (type) => types.has(type),
    event: ({ type, params }) => {
      if (type === 'DNS_TRANSACTION') {
        questions.add(withoutDot(hostOf(toText(params['hostname']).replace(/^_\d+\._https\./, ''))))
        return
      }
      if (type === 'HOST_RESOLVER_MANAGER_REQUEST') accounted.add(withoutDot(hostOf(toText(params['host']))))
      const connected = params['is_preconnect'] === true ? hostOf(toText(params['url'])) : ''
      const named = params['is_speculative'] === true ? hostOf(toText(params['host'])) : ''
      // An address needs no look-up: it is what a host map leads another name to.
      const host = connected !== '' || isIP(named.replace(/[[\]]/g, '')) !== 0 ? connected : named
      if (host !== '' && hosts.size < most) hosts.add(host)
    },
    hosts: () => [...hosts, ...[...questions].filter((host) => !accounted.has(host)).slice(0, most)],
  }
}

/** Of `https://host:port/`; names without a scheme are looked up as well. */
function hostOf(url: string): string {
  const whole = url === '' || url.includes('://') ? url : `https://${url}`
  return URL.canParse(whole) ? new URL(whole).hostname : ''
}

function withoutDot(host: string): string {
  return host.replace(/\.$/, '')
}
