/**
 * Hosts that the browser looked up or connected to ahead of a request, as `dns-prefetch` and `preconnect` ask for. Where the
 * request never comes, its server has the visitor's address all the same, and whoever answers for the name has that.
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

export function createAhead(): Ahead {
  const hosts = new Set<string>()
  return {
    wants: (type) => type === 'HOST_RESOLVER_MANAGER_REQUEST' || type === 'HTTP_STREAM_JOB_CONTROLLER',
    event: ({ params }) => {
      const connected = params['is_preconnect'] === true ? hostOf(toText(params['url'])) : ''
      const named = params['is_speculative'] === true ? hostOf(toText(params['host'])) : ''
      // An address needs no look-up: it is what a host map leads another name to.
      const host = connected !== '' || isIP(named.replace(/[[\]]/g, '')) !== 0 ? connected : named
      if (host !== '' && hosts.size < most) hosts.add(host)
    },
    hosts: () => [...hosts],
  }
}

/** Of `https://host:port/`; names without a scheme are looked up as well. */
function hostOf(url: string): string {
  const whole = url === '' || url.includes('://') ? url : `https://${url}`
  return URL.canParse(whole) ? new URL(whole).hostname : ''
}
