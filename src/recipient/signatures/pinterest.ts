import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

const tag = 'https://help.pinterest.com/en/business/article/track-conversions-with-pinterest-tag'

export default {
  entity: 'Pinterest Europe Limited',
  country: 'IE',
  category: 'social',
  hosts: ['pinterest.com', 'pinimg.com'],
  shape: { path: /^/, fields: ['tid', 'event', 'ad', 'cb'] },
  fields: {
    tid: { meaning: 'the site\'s tag', source: tag },
    event: { meaning: 'name of the event', source: tag },
    'ad.loc': { meaning: 'address of the page', source: observed },
    'ad.ref': { meaning: 'address of the page before', source: observed },
    'pd.em': { meaning: 'e-mail, SHA-256', source: observed, kind: 'identity.email' },
    'ed.search_query': { meaning: 'what was searched for on the site', source: tag },
    'ed[*': { meaning: 'data of the event', source: observed },
    'ed.*': { meaning: 'data of the event', source: observed },
    'urls.loc': { meaning: 'address of the page', source: observed },
    'pd.epik': { meaning: 'click id', source: observed, kind: 'identifier.click' },
    epik: { meaning: 'click id', source: observed, kind: 'identifier.click' },
    'cookie:_pinterest_ct_ua': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
    'cookie:_pin_unauth': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
  },
  examples: {
    match: [
      'https://ct.pinterest.com/v3/?tid=1&event=pagevisit&ad=%7B%7D',
      'https://s.pinimg.com/ct/core.js',
      'https://data.clinic.example/v3/?tid=1&event=pagevisit&pd=%7B%7D&ad=%7B%7D&cb=1',
    ],
    miss: [
      'https://pinterest.com.example/v3/',
      'https://data.clinic.example/v3/?tid=1&event=pagevisit&cb=1',
    ],
  },
} satisfies Signature
