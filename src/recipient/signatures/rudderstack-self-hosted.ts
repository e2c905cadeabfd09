import type { Signature } from '../signature.js'

const api = 'https://www.rudderstack.com/docs/api/http-api/'

export default {
  // Its data plane is hosted or run by whoever installs it; the request does not say. The protocol is Segment's.
  entity: 'RudderStack, relayed or run by the operator of its host',
  country: '',
  category: 'customer-data',
  hosts: [],
  // https://www.rudderstack.com/docs/user-guides/how-to-guides/custom-domains/send-events/
  shape: { path: /\/v1\/(track|page|identify|group|alias|screen|batch)$|\/beacon\/v1\/batch$/, fields: [], text: 'RudderLabs JavaScript SDK' },
  fields: {
    anonymousId: { meaning: 'browser id', source: api, kind: 'identifier.cookie' },
    userId: { meaning: 'the site\'s own id of the user', source: api, kind: 'identifier.account' },
    'batch[].anonymousId': { meaning: 'browser id', source: api, kind: 'identifier.cookie' },
    'batch[].userId': { meaning: 'the site\'s own id of the user', source: api, kind: 'identifier.account' },
    'context.page.url': { meaning: 'address of the page', source: api },
    'context.page.referrer': { meaning: 'address of the page before', source: api },
  },
  examples: {
    match: ['https://data.clinic.example/v1/track?library=RudderLabs JavaScript SDK'],
    miss: ['https://data.clinic.example/v1/track', 'https://data.clinic.example/v1/tracks?library=RudderLabs JavaScript SDK'],
  },
} satisfies Signature
