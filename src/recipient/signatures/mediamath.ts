import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Infillion, Inc.',
  country: 'US',
  category: 'advertising',
  hosts: ['mathtag.com'],
  fields: {
    UUID: { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
    uuid: { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
    mt_exuid: { meaning: 'a partner\'s id of the browser', source: observed, kind: 'identifier.cookie' },
    'cookie:uuid': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
  },
  examples: { match: ['https://sync.mathtag.com/sync/img?mt_exid=1'], miss: ['https://aftermathtag.com/sync/img'] },
} satisfies Signature
