import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Taboola, Inc.',
  country: 'US',
  category: 'advertising',
  hosts: ['taboola.com', 'taboolasyndication.com'],
  shape: [{ path: /\/log\/3\/unip$/, fields: ['en', 'tim', 'sd'] }, { path: /\/trc\/3\/json$/, fields: ['tim', 'data'] }],
  fields: {
    'data.u': { meaning: 'address of the page', source: observed },
    'data.ii': { meaning: 'path of the page', source: observed },
    'data.qs': { meaning: 'query string of the page', source: observed },
    'data.e': { meaning: 'address of the page before', source: observed },
    'data.ui': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
    'data.sd': { meaning: 'session data', source: observed, kind: 'identifier.cookie' },
    'item-url': { meaning: 'address of the page', source: observed },
    ref: { meaning: 'address of the page before', source: observed },
    en: { meaning: 'name of the event', source: observed },
    ui: { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
    sd: { meaning: 'session data', source: observed, kind: 'identifier.cookie' },
    uid: { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
    taboola_hm: { meaning: 'a partner\'s id of the browser', source: observed, kind: 'identifier.cookie' },
    tblci: { meaning: 'click id', source: observed, kind: 'identifier.click' },
    'click-id': { meaning: 'click id', source: observed, kind: 'identifier.click' },
    'cookie:t_gid': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
    'cookie:taboola_usg': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
  },
  examples: {
    match: [
      'https://trc.taboola.com/1207982/trc/3/json?tim=1&data=%7B%7D&pubit=i',
      'https://trc-events.taboola.com/1005736/log/3/unip?en=page_view',
      'https://cds.taboola.com/?uid=1',
      'https://data.clinic.example/1/log/3/unip?en=page_view&tim=1&sd=v2_a',
      'https://data.clinic.example/1/trc/3/json?tim=1&data=%7B%7D',
    ],
    miss: [
      'https://mytaboola.com/1/log/3/unip',
      'https://taboola.com.example/',
      'https://data.clinic.example/1/log/3/unip?en=page_view',
    ],
  },
} satisfies Signature
