import type { Signature } from '../signature.js'

const api = 'https://segment.com/docs/connections/spec/common/'

export default {
  entity: 'Twilio Inc.',
  country: 'US',
  category: 'customer-data',
  hosts: ['segment.io', 'segment.com'],
  // A proxy of the site's own:
  // https://segment.com/docs/connections/sources/catalog/libraries/website/javascript/custom-proxy/
  shape: [
    { path: /\/v1\/(t|p|i|g|track|page|identify|group)$/, fields: ['anonymousId', 'messageId', 'type'] },
    // Several events at once: https://github.com/segmentio/analytics-next/blob/master/packages/browser/src/plugins/segmentio/batched-dispatcher.ts
    { path: /\/b$/, fields: ['writeKey', 'batch', 'sentAt'] },
  ],
  fields: {
    anonymousId: { meaning: 'browser id', source: api, kind: 'identifier.cookie' },
    userId: { meaning: 'the site\'s own id of the user', source: api, kind: 'identifier.account' },
    'batch[].anonymousId': { meaning: 'browser id', source: api, kind: 'identifier.cookie' },
    'batch[].userId': { meaning: 'the site\'s own id of the user', source: api, kind: 'identifier.account' },
    'context.page.url': { meaning: 'address of the page', source: api },
    'context.page.referrer': { meaning: 'address of the page before', source: api },
    'context.page.title': { meaning: 'title of the page', source: api },
    'context.device.advertisingId': { meaning: 'advertising id of the device', source: api, kind: 'identifier.device' },
    'context.ip': { meaning: 'address of the client', source: api, kind: 'network.ip' },
    'traits.*': { meaning: 'data of the person, as the site sets them', source: api },
    'properties.*': { meaning: 'data of the event, as the site sets them', source: api },
  },
  examples: {
    match: [
      'https://api.segment.io/v1/p',
      'https://events.clinic.example/v1/p?type=page&anonymousId=x&messageId=ajs-next-1',
      'https://events.clinic.example/v1/b?writeKey=x&batch=x&sentAt=x',
      'https://cdn.segment.com/analytics.js/v1/x/analytics.min.js',
    ],
    miss: ['https://segment.example/v1/p', 'https://api.clinic.example/v1/track?type=x', 'https://api.clinic.example/v1/b?batch=x&sentAt=x', 'https://mysegment.io/v1/p'],
  },
} satisfies Signature
