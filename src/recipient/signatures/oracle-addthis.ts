import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Oracle America, Inc.',
  country: 'US',
  category: 'social',
  hosts: ['addthis.com', 'addthisedge.com'],
  fields: {
    dp: { meaning: 'host of the page', source: observed },
    fp: { meaning: 'path of the page', source: observed },
    mk: { meaning: 'key words of the page', source: observed },
    dr: { meaning: 'host of the page before', source: observed },
    uid: { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
    puid: { meaning: 'a partner\'s id of the browser', source: observed, kind: 'identifier.cookie' },
    'cookie:uid': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
  },
  examples: {
    match: ['https://m.addthis.com/live/red_lojson/300lo.json?dp=clinic.example&fp=x'],
    miss: ['https://addthis.example/live'],
  },
} satisfies Signature
