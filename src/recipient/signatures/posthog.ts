import type { Signature } from '../signature.js'

const api = 'https://posthog.com/docs/api/capture'

export default {
  entity: 'PostHog, Inc.',
  country: 'US',
  category: 'analytics',
  hosts: ['posthog.com'],
  // A proxy of the site's own: https://posthog.com/docs/advanced/proxy
  shape: { path: /\/(i\/v0\/e|e|s|batch|decide|flags)\/?$/, fields: ['ip', '_', 'ver'] },
  fields: {
    event: { meaning: 'name of the event', source: api },
    distinct_id: { meaning: 'browser id, or the site\'s own id of the user', source: api, kind: 'identifier.account' },
    'properties.distinct_id': {
      meaning: 'browser id, or the site\'s own id of the user', source: api, kind: 'identifier.account',
    },
    'properties.$device_id': { meaning: 'browser id', source: api, kind: 'identifier.cookie' },
    'properties.$current_url': { meaning: 'address of the page', source: api },
    'properties.$referrer': { meaning: 'address of the page before', source: api },
    'properties.*': { meaning: 'data of the event, as the site sets them', source: api },
    'cookie:ph_*': { meaning: 'browser id and session', source: api, kind: 'identifier.cookie' },
  },
  examples: {
    match: ['https://eu.i.posthog.com/e/?ip=1', 'https://clinic.example/ingest/e/?ip=1&_=1767348000000&ver=1.205.0',
      'https://clinic.example/ingest/flags/?v=2&ip=1&_=1767348000000&ver=1.205.0'],
    miss: ['https://clinic.example/e/?ip=1', 'https://notposthog.com/e/'],
  },
} satisfies Signature
