/** A pixel with `;` parameters in the path, whose redirect hands the visitor's address back to itself. */
import type { Tracker } from './tracker.js'
import { plain } from './understanding.js'

const trkn: Tracker = {
  name: 'trkn',
  hosts: ['www.googletagmanager.com', 'trkn.us'],
  script: 'https://www.googletagmanager.com/gtm.js?id=GTM-TH7XK2P',
  needs: 'address-in-parameter',
  client: String.raw`
    return {
      page: function () {
        site.image('https://trkn.us/pixel/conv/ppt=8231;g=sitewide;gid=40877;ord=' + site.digits(13))
      }
    }`,
  receives: (received) => received.host === 'trkn.us',
  understand: (received) => plain('network.ip', addressIn(received.url), 'path', 'ip'),
  answer(received, visitorAddress) {
    if (addressIn(received.url) !== undefined) return {}
    return { status: 302, headers: { location: `${received.url};ip=${encodeURIComponent(visitorAddress)};cuidchk=1` } }
  },
}

function addressIn(url: string): string | undefined {
  const text = /;ip=([^;?]+)/.exec(url)?.[1]
  return text === undefined ? undefined : decodeURIComponent(text)
}

export default trkn
