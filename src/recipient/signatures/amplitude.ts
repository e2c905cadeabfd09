import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

const api = 'https://amplitude.com/docs/apis/analytics/http-v2'

export default {
  entity: 'Amplitude, Inc.',
  country: 'US',
  category: 'analytics',
  hosts: ['amplitude.com'],
  // A proxy of the site's own: https://amplitude.com/docs/analytics/domain-proxy
  // Its path can be chosen; what the library sends it stays: https://github.com/amplitude/Amplitude-TypeScript
  shape: [
    { path: /\/(2\/httpapi|batch)\/?$/, fields: ['api_key', 'events'] },
    { path: /^/, fields: ['api_key', 'events', 'client_upload_time'] },
  ],
  fields: {
    'events[].device_id': { meaning: 'browser id', source: api, kind: 'identifier.device' },
    'events[].user_id': { meaning: 'the site\'s own id of the user', source: api, kind: 'identifier.account' },
    'events[].ip': { meaning: 'address of the client, or $remote', source: api, kind: 'network.ip' },
    'events[].event_properties.*': { meaning: 'data of the event, as the site sets them', source: api },
    'events[].user_properties.*': { meaning: 'data of the person, as the site sets them', source: api },
    'e[].device_id': { meaning: 'browser id', source: observed, kind: 'identifier.device' },
    'e[].user_id': { meaning: 'the site\'s own id of the user', source: observed, kind: 'identifier.account' },
  },
  examples: {
    match: ['https://api.eu.amplitude.com/', 'https://api2.amplitude.com/2/httpapi',
      'https://clinic.example/a/2/httpapi?api_key=1&events=x'],
    miss: ['https://clinic.example/batch?events=x', 'https://amplitude.example/2/httpapi'],
  },
} satisfies Signature
