import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

const api = 'https://www.braze.com/docs/api/objects_filters/user_attributes_object'

export default {
  entity: 'Braze, Inc.',
  country: 'US',
  category: 'customer-data',
  hosts: ['braze.com', 'braze.eu', 'appboycdn.com'],
  fields: {
    device_id: { meaning: 'browser id', source: observed, kind: 'identifier.device' },
    user_id: { meaning: 'the site\'s own id of the user', source: observed, kind: 'identifier.account' },
    'events[].user_id': { meaning: 'the site\'s own id of the user', source: observed, kind: 'identifier.account' },
    'attributes[].user_id': { meaning: 'the site\'s own id of the user', source: observed, kind: 'identifier.account' },
    'attributes[].*': { meaning: 'data of the person', source: api },
  },
  examples: {
    match: ['https://sdk.fra-01.braze.eu/api/v3/data/', 'https://js.appboycdn.com/web-sdk/5.0/braze.min.js'],
    miss: ['https://braze.example/api/v3/data/'],
  },
} satisfies Signature
