import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'X Internet Unlimited Company',
  country: 'IE',
  category: 'social',
  hosts: ['twitter.com', 'x.com', 't.co', 'ads-twitter.com', 'twimg.com'],
  fields: {
    tw_document_href: { meaning: 'address of the page', source: observed },
    tw_document_referrer: { meaning: 'address of the page before', source: observed },
    events: { meaning: 'events, JSON', source: observed },
    dv: { meaning: 'traits of the browser, joined by &', source: observed },
    p_user_id: { meaning: 'a partner\'s id of the user', source: observed, kind: 'identifier.account' },
    pl_id: { meaning: 'id of the page load', source: observed },
    twclid: { meaning: 'click id', source: observed, kind: 'identifier.click' },
    'cookie:personalization_id': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
    'cookie:guest_id': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
    'cookie:guest_id_ads': { meaning: 'browser id for advertising', source: observed, kind: 'identifier.cookie' },
    'cookie:guest_id_marketing': { meaning: 'browser id for advertising', source: observed, kind: 'identifier.cookie' },
    'cookie:muc_ads': { meaning: 'browser id for advertising', source: observed, kind: 'identifier.cookie' },
    'cookie:twid': { meaning: 'number of the account that is logged in', source: observed, kind: 'identifier.account' },
  },
  examples: {
    match: [
      'https://analytics.twitter.com/1/i/adsct?tw_document_href=x',
      'https://t.co/i/adsct?events=x',
      'https://static.ads-twitter.com/uwt.js',
    ],
    miss: ['https://mat.com/i/adsct', 'https://rabbit.co/i/adsct', 'https://netflix.com/x'],
  },
} satisfies Signature
