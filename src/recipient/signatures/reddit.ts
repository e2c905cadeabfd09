import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Reddit, Inc.',
  country: 'US',
  category: 'social',
  hosts: ['reddit.com', 'redditstatic.com', 'redditmedia.com'],
  fields: {
    event: { meaning: 'name of the event', source: observed },
    em: { meaning: 'e-mail, SHA-256', source: observed, kind: 'identity.email' },
    uuid: { meaning: 'browser id from the cookie _rdt_uuid', source: observed, kind: 'identifier.cookie' },
    external_id: { meaning: 'the site\'s id of the visitor', source: observed, kind: 'identifier.account' },
    click_id: { meaning: 'click id', source: observed, kind: 'identifier.click' },
    aaid: { meaning: 'advertising id of the device', source: observed, kind: 'identifier.device' },
    idfa: { meaning: 'advertising id of the device', source: observed, kind: 'identifier.device' },
    'm.*': { meaning: 'data of the event', source: observed },
    'cookie:edgebucket': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
    'cookie:loid': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
  },
  examples: {
    match: ['https://alb.reddit.com/rp.gif?event=PageVisit&uuid=1', 'https://www.redditstatic.com/ads/pixel.js'],
    miss: ['https://notreddit.com/rp.gif'],
  },
} satisfies Signature
