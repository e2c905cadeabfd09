import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'etracker GmbH',
  country: 'DE',
  category: 'analytics',
  hosts: ['etracker.com', 'etracker.de'],
  fields: {
    et_url: { meaning: 'address of the page', source: observed },
    et_pagename: { meaning: 'name of the page', source: observed },
    et_areas: { meaning: 'section of the site', source: observed },
    et_ref: { meaning: 'address of the page before', source: observed },
    'cookie:_et_coid': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
  },
  examples: {
    match: ['https://www.etracker.de/cnt.php?et=x&et_pagename=y', 'https://code.etracker.com/code/e.js'],
    miss: ['https://getracker.com/cnt.php'],
  },
} satisfies Signature
