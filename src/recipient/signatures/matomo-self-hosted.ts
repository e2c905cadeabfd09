import type { Signature } from '../signature.js'

const api = 'https://developer.matomo.org/api-reference/tracking-api'

export default {
  // Matomo is software: who runs it on this host, and with that the legal entity, the request does not say.
  entity: 'Matomo, run by the operator of its host',
  country: '',
  category: 'analytics',
  hosts: [],
  // Under a name of the site's own the parameters stay. Piwik PRO has them too.
  shape: [
    { path: /\/(matomo|piwik)(\.php)?$|\/js\/tracker\.php$/, fields: ['idsite', 'rec'] },
    { path: /^(?!.*\/ppms\.php$)/, fields: ['idsite', 'rec', 'url', '_id'] },
    { path: /\.php$/, fields: ['requests'], text: '?idsite=' },
  ],
  fields: {
    url: { meaning: 'address of the page', source: api },
    urlref: { meaning: 'address of the page before', source: api },
    action_name: { meaning: 'title of the page', source: api },
    search: { meaning: 'what was searched for on the site', source: api },
    e_c: { meaning: 'category of the event', source: api },
    e_a: { meaning: 'action of the event', source: api },
    e_n: { meaning: 'name of the event', source: api },
    _id: { meaning: 'browser id', source: api, kind: 'identifier.cookie' },
    uid: { meaning: 'the site\'s own id of the user', source: api, kind: 'identifier.account' },
    cip: { meaning: 'address of the client', source: api, kind: 'network.ip' },
    'dimension*': { meaning: 'custom dimension, as the site sets it', source: api },
    'cookie:_pk_id*': {
      meaning: 'browser id',
      source: 'https://matomo.org/faq/general/faq_146/',
      kind: 'identifier.cookie',
    },
  },
  examples: {
    match: [
      'https://clinic.example/piwik/matomo.php?idsite=1&rec=1&url=x',
      'https://stats.agency.example/piwik.php?idsite=2&rec=1',
    ],
    miss: ['https://clinic.example/matomo.php', 'https://clinic.example/index.php?idsite=1&rec=1'],
  },
} satisfies Signature
