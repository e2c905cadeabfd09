import type { Signature } from '../signature.js'

const api = 'https://developer.matomo.org/api-reference/tracking-api'

export default {
  entity: 'InnoCraft Limited',
  country: 'NZ',
  category: 'analytics',
  hosts: ['matomo.cloud', 'innocraft.cloud'],
  fields: {
    url: { meaning: 'address of the page', source: api },
    urlref: { meaning: 'address of the page before', source: api },
    action_name: { meaning: 'title of the page', source: api },
    search: { meaning: 'what was searched for on the site', source: api },
    e_c: { meaning: 'category of the event', source: api },
    e_a: { meaning: 'action of the event', source: api },
    e_n: { meaning: 'name of the event', source: api },
    _id: { meaning: 'browser id', source: api, kind: 'identifier.cookie' },
    cid: { meaning: 'browser id', source: api, kind: 'identifier.cookie' },
    uid: { meaning: 'the site\'s own id of the user', source: api, kind: 'identifier.account' },
    cip: { meaning: 'address of the client', source: api, kind: 'network.ip' },
    idsite: { meaning: 'the site', source: api },
    'dimension*': { meaning: 'custom dimension, as the site sets it', source: api },
    'cookie:_pk_id*': {
      meaning: 'browser id',
      source: 'https://matomo.org/faq/general/faq_146/',
      kind: 'identifier.cookie',
    },
  },
  examples: {
    match: ['https://clinic.matomo.cloud/matomo.php?idsite=1&rec=1&url=x'],
    miss: ['https://matomo.cloud.example/matomo.php?idsite=1', 'https://matomo.org/'],
  },
} satisfies Signature
