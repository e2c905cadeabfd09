import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'AT Internet SAS',
  country: 'FR',
  category: 'analytics',
  hosts: [
    'xiti.com', 'ati-host.net', 'pa-cd.com', 'at-o.net', 'aticdn.net', 'piano.io', 'tinypass.com', 'cxense.com',
    'npttech.com',
  ],
  // A domain of the site's own (CDDC): https://developers.atinternet-solutions.com/piano-analytics/data-collection/general/
  shape: { path: /\/(event|hit\.xiti)$/, fields: ['s', 'idclient'] },
  fields: {
    idclient: { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
    an: { meaning: 'the site\'s own id of the user', source: observed, kind: 'identifier.account' },
    p: { meaning: 'name of the page', source: observed },
    ref: { meaning: 'address of the page before', source: observed },
    'cookie:atuserid': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
    'cookie:_pcid': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
  },
  examples: {
    match: ['https://logs1406.xiti.com/hit.xiti?s=1&idclient=2', 'https://x.pa-cd.com/event?s=1', 'https://pa.clinic.example/event?s=612345&idclient=2'],
    miss: ['https://xiti.example/hit.xiti', 'https://clinic.example/event?s=612345'],
  },
} satisfies Signature
