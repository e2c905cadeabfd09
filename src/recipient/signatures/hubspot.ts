import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

const cookies = 'https://knowledge.hubspot.com/privacy-and-consent/what-cookies-does-hubspot-set-in-a-visitor-s-browser'

export default {
  entity: 'HubSpot Ireland Limited',
  country: 'IE',
  category: 'customer-data',
  hosts: [
    'hubspot.com', 'hs-analytics.net', 'hs-scripts.com', 'hs-banner.com', 'hsforms.com', 'hsforms.net',
    'hscollectedforms.net', 'hubapi.com', 'hubspot.net', 'usemessages.com', 'hsadspixel.net',
  ],
  fields: {
    pu: { meaning: 'address of the page', source: observed },
    r: { meaning: 'address of the page before', source: observed },
    t: { meaning: 'title of the page', source: observed },
    vi: { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
    u: { meaning: 'the cookie __hstc, with the browser id', source: cookies, kind: 'identifier.cookie' },
    b: { meaning: 'the cookie __hssc, state of the session', source: cookies },
    utk: { meaning: 'browser id from the cookie hubspotutk', source: cookies, kind: 'identifier.cookie' },
    'cookie:hubspotutk': { meaning: 'browser id', source: cookies, kind: 'identifier.cookie' },
    'cookie:__hstc': { meaning: 'browser id', source: cookies, kind: 'identifier.cookie' },
  },
  examples: {
    match: [
      'https://track.hubspot.com/__ptq.gif?pu=https%3A%2F%2Fclinic.example&vi=1',
      'https://js.hs-scripts.com/1.js',
    ],
    miss: ['https://hubspot.example/__ptq.gif'],
  },
} satisfies Signature
