import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'etracker GmbH',
  country: 'DE',
  category: 'analytics',
  hosts: ['etracker.com', 'etracker.de'],
  // A domain of the site's own: https://www.etracker.com/en/docs/integration-setup-2/tracking-code-sdks/own-tracking-domain/
  shape: { path: /\/cnt(_js)?\.php$/, fields: ['et', 'et_pagename'] },
  fields: {
    et_url: { meaning: 'address of the page', source: observed },
    et_pagename: { meaning: 'name of the page', source: observed },
    et_areas: { meaning: 'section of the site', source: observed },
    et_ref: { meaning: 'address of the page before', source: observed },
    'cookie:_et_coid': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
  },
  examples: {
    match: ['https://www.etracker.de/cnt.php?et=x&et_pagename=y', 'https://code.etracker.com/code/e.js',
      'https://et.clinic.example/dc/js/cnt.php?et=x&et_pagename=y'],
    miss: ['https://getracker.com/cnt.php', 'https://clinic.example/cnt.php?et=x'],
  },
} satisfies Signature
