import type { Signature } from '../signature.js'

const api = 'https://developers.klaviyo.com/en/reference/create_client_event'

export default {
  entity: 'Klaviyo, Inc.',
  country: 'US',
  category: 'customer-data',
  hosts: ['klaviyo.com'],
  // A proxy of the site's own hands on what a browser sends to the API for clients.
  shape: { path: /\/client\/(events|profiles|subscriptions|back-in-stock-subscriptions|event-bulk-create)\/?$/, fields: ['company_id', 'data'] },
  fields: {
    company_id: { meaning: 'the site\'s account', source: api },
    'data.attributes.properties.*': { meaning: 'data of the event, as the site sets them', source: api },
    'data.attributes.profile.data.attributes.email': { meaning: 'e-mail', source: api, kind: 'identity.email' },
    'data.attributes.profile.data.attributes.phone_number': { meaning: 'phone', source: api, kind: 'identity.phone' },
    'data.attributes.profile.data.attributes.external_id': {
      meaning: 'the site\'s own id of the user', source: api, kind: 'identifier.account',
    },
  },
  examples: {
    match: ['https://a.klaviyo.com/client/events?company_id=Ab1', 'https://data.clinic.example/client/events/?company_id=Ab1&data=d'],
    miss: ['https://data.clinic.example/client/events/?company_id=Ab1', 'https://data.clinic.example/events/?company_id=Ab1&data=d'],
  },
} satisfies Signature
