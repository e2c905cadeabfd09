import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

const cookies = 'https://learn.microsoft.com/en-us/clarity/setup-and-installation/cookie-list'

export default {
  entity: 'Microsoft Ireland Operations Limited',
  country: 'IE',
  category: 'session-replay',
  hosts: ['clarity.ms'],
  fields: {
    MUID: { meaning: 'browser id across Microsoft\'s sites', source: cookies, kind: 'identifier.cookie' },
    CtsSyncId: { meaning: 'id of the match of ids', source: observed, kind: 'identifier.cookie' },
    'cookie:MUID': { meaning: 'browser id across Microsoft\'s sites', source: cookies, kind: 'identifier.cookie' },
    'cookie:CLID': { meaning: 'browser id across sites that use Clarity', source: cookies, kind: 'identifier.cookie' },
    'cookie:_clck': { meaning: 'browser id', source: cookies, kind: 'identifier.cookie' },
  },
  examples: {
    match: ['https://y.clarity.ms/collect', 'https://c.clarity.ms/c.gif?CtsSyncId=1&MUID=2'],
    miss: ['https://clarity.ms.example/collect', 'https://clarity.example/collect'],
  },
} satisfies Signature
