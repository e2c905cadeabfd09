import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

const track = 'https://developer.mixpanel.com/reference/track-event'

export default {
  entity: 'Mixpanel, Inc.',
  country: 'US',
  category: 'analytics',
  hosts: ['mixpanel.com', 'mxpnl.com'],
  // A proxy of the site's own: https://docs.mixpanel.com/docs/tracking-methods/sdks/javascript/javascript-proxy
  shape: { path: /\/(track|engage|groups)\/?$/, fields: ['verbose', 'ip', '_', 'data'] },
  fields: {
    data: { meaning: 'events, base64 of JSON', source: track },
    ip: { meaning: 'whether the sender\'s address is to be kept: a flag, not an address', source: track },
    distinct_id: { meaning: 'browser or user id', source: track, kind: 'identifier.cookie' },
    'data.properties.distinct_id': { meaning: 'browser or user id', source: track, kind: 'identifier.cookie' },
    'data.properties.$device_id': { meaning: 'browser id', source: observed, kind: 'identifier.device' },
    'data.properties.$user_id': {
      meaning: 'the site\'s own id of the user',
      source: observed,
      kind: 'identifier.account',
    },
    'data.properties.$current_url': { meaning: 'address of the page', source: observed },
    'data.properties.mp_page': { meaning: 'address of the page', source: observed },
    'data[].properties.distinct_id': { meaning: 'browser or user id', source: track, kind: 'identifier.cookie' },
    'data[].properties.$device_id': { meaning: 'browser id', source: observed, kind: 'identifier.device' },
    'data[].properties.$user_id': {
      meaning: 'the site\'s own id of the user',
      source: observed,
      kind: 'identifier.account',
    },
  },
  examples: {
    match: ['https://api-js.mixpanel.com/track/?verbose=1&ip=1', 'https://cdn.mxpnl.com/libs/mixpanel-2-latest.min.js',
      'https://clinic.example/mp/track/?verbose=1&ip=1&_=1767348000000&data=e30'],
    miss: ['https://mixpanel.example/track/', 'https://clinic.example/track/?ip=1&data=x', 'https://remixpanel.com/track/'],
  },
} satisfies Signature
