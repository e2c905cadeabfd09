import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Outbrain Inc.',
  country: 'US',
  category: 'advertising',
  hosts: ['outbrain.com', 'outbrainimg.com', 'zemanta.com'],
  fields: {
    dl: { meaning: 'address of the page', source: observed },
    url: { meaning: 'address of the page', source: observed },
    referrer: { meaning: 'address of the page before', source: observed },
    pRef: { meaning: 'address of the page before', source: observed },
    ref: { meaning: 'address of the page before', source: observed },
    name: { meaning: 'name of the event', source: observed },
    marketerId: { meaning: 'the advertiser', source: observed },
    orderId: { meaning: 'number of the order', source: observed },
    uid: { meaning: 'a partner\'s id of the browser', source: observed, kind: 'identifier.cookie' },
    obUid: { meaning: 'Outbrain\'s id of the browser', source: observed, kind: 'identifier.cookie' },
    dicbo: { meaning: 'click id', source: observed, kind: 'identifier.click' },
    dicbo_id: { meaning: 'click id', source: observed, kind: 'identifier.click' },
    ob_click_id: { meaning: 'click id', source: observed, kind: 'identifier.click' },
    'cookie:obuid': {
      meaning: 'browser id',
      source: 'https://www.outbrain.com/privacy/cookies/',
      kind: 'identifier.cookie',
    },
  },
  examples: {
    match: [
      'https://tr.outbrain.com/unifiedPixel?marketerId=00ab&name=PAGE_VIEW&dl=https%3A%2F%2Fclinic.example%2F',
      'https://amplify.outbrain.com/cp/obtp.js',
      'https://mv.outbrain.com/Multivac/api/get?url=https%3A%2F%2Fclinic.example',
      'https://b1sync.zemanta.com/usersync/bluekai/callback/?d=1',
    ],
    miss: ['https://tr.outbrain.com.example/unifiedPixel', 'https://trout-brain.com/unifiedPixel'],
  },
} satisfies Signature
