import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'The Trade Desk, Inc.',
  country: 'US',
  category: 'advertising',
  hosts: ['adsrvr.org'],
  fields: {
    ref: { meaning: 'address of the page', source: observed },
    upv: { meaning: 'version of the pixel', source: observed },
    ttd_puid: { meaning: 'a partner\'s id of the browser', source: observed, kind: 'identifier.cookie' },
    ttd_tdid: { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
    anid: { meaning: 'a partner\'s id of the browser', source: observed, kind: 'identifier.cookie' },
    g_uuid: { meaning: 'a partner\'s id of the browser', source: observed, kind: 'identifier.cookie' },
    'td*': { meaning: 'custom value, as the advertiser sets it', source: observed },
    'cookie:TDID': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
    'cookie:TDCPM': { meaning: 'matches of ids with partners', source: observed, kind: 'identifier.cookie' },
  },
  examples: {
    match: [
      'https://match.adsrvr.org/track/cmf/generic?ttd_pid=x',
      'https://insight.adsrvr.org/track/up?adv=1&ref=https%3A%2F%2Fclinic.example',
    ],
    miss: ['https://badsrvr.org/track/up'],
  },
} satisfies Signature
