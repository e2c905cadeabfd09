import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Magnite, Inc.',
  country: 'US',
  category: 'advertising',
  hosts: ['rubiconproject.com', 'spotxchange.com', 'spotx.tv', 'tremorhub.com'],
  fields: {
    rf: { meaning: 'address of the page', source: observed },
    tk_user_key: { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
    put: { meaning: 'a partner\'s id of the browser', source: observed, kind: 'identifier.cookie' },
    'cookie:khaos': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
  },
  examples: {
    match: [
      'https://fastlane.rubiconproject.com/a/api/fastlane.json?rf=https%3A%2F%2Fclinic.example',
      'https://pixel.rubiconproject.com/tap.php?v=1&put=2',
    ],
    miss: ['https://rubiconproject.example/tap.php'],
  },
} satisfies Signature
