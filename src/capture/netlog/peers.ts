/** Whom the page reached without HTTP: WebRTC peers (UDP) and WebTransport. Their payloads are encrypted in the log. */
import { toText } from './params.js'
import type { NetLogEvent } from './read.js'

export interface Peers {
  wants(type: string): boolean
  event(event: NetLogEvent): void
  /** `udp 203.0.113.5:3478`, `webtransport https://host/path?query`, in the order of their first packet. */
  list(): readonly string[]
}

const most = 1000

export function createPeers(): Peers {
  const seen = new Set<string>()
  const add = (peer: string): void => { if (seen.size < most) seen.add(peer) }
  return {
    wants: (type) => type === 'UDP_BYTES_SENT' || type === 'QUIC_SESSION_WEBTRANSPORT_CLIENT_ALIVE',
    event: ({ type, params }) => {
      if (type === 'UDP_BYTES_SENT') {
        // Name look-ups use connected sockets, whose packets carry no address; multicast stays on the local link.
        const address = toText(params['address'])
        if (address !== '' && !/^(22[4-9]|23\d)\.|^\[ff/i.test(address)) add(`udp ${address}`)
        return
      }
      const url = toText(params['url'])
      if (url !== '') add(`webtransport ${url}`)
    },
    list: () => [...seen],
  }
}
