import type { Signature } from '../signature.js'

const api = 'https://developers.piwik.pro/reference/tracker-http-api'

export default {
  entity: 'Piwik PRO SA',
  country: 'PL',
  category: 'analytics',
  hosts: ['piwik.pro'],
  // A domain of the site's own, the protocol is Matomo's of before they parted.
  shape: { path: /\/ppms\.php$/, fields: ['idsite', 'rec'] },
  fields: {
    url: { meaning: 'address of the page', source: api },
    urlref: { meaning: 'address of the page before', source: api },
    action_name: { meaning: 'title of the page', source: api },
    search: { meaning: 'what was searched for on the site', source: api },
    e_n: { meaning: 'name of the event', source: api },
    _id: { meaning: 'browser id', source: api, kind: 'identifier.cookie' },
    uid: { meaning: 'the site\'s own id of the user', source: api, kind: 'identifier.account' },
    cip: { meaning: 'address of the client', source: api, kind: 'network.ip' },
    'dimension*': { meaning: 'custom dimension, as the site sets it', source: api },
  },
  examples: {
    match: ['https://clinic.piwik.pro/ppms.php?idsite=1', 'https://stats.clinic.example/ppms.php?idsite=1&rec=1&url=x'],
    miss: ['https://stats.clinic.example/ppms.php', 'https://mypiwik.pro.example/ppms.php?idsite=1'],
  },
} satisfies Signature
