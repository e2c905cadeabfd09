import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

const cookies = 'https://policies.google.com/technologies/cookies'

export default {
  entity: 'Google Ireland Limited',
  country: 'IE',
  category: 'advertising',
  hosts: [
    'google.com', 'google.de', 'google.fr', 'google.co.uk', 'google.at', 'google.ch', 'google.es', 'google.it',
    'google.nl', 'google.be', 'google.pl', 'google.se', 'google.ie', 'google.ca', 'google.com.au',
  ],
  path: /^\/(ccm|pagead|ads(?!\/ga-audiences)|rmkt|measurement|ddm)\//,
  // Google's tag gateway: https://developers.google.com/tag-platform/tag-manager/gateway
  shape: { path: /\/ccm\/(s\/)?(collect|conversion|form-data)(\/\d+)?\/?$|\/as\/p\/c\/\d+\/?$/, fields: ['gtm'] },
  fields: {
    dl: { meaning: 'address of the page', source: observed },
    url: { meaning: 'address of the page', source: observed },
    ref: { meaning: 'address of the page before', source: observed },
    dt: { meaning: 'title of the page', source: observed },
    tiba: { meaning: 'title of the page', source: observed },
    en: { meaning: 'name of the event', source: observed },
    auid: { meaning: 'browser id from the cookie _gcl_au', source: observed, kind: 'identifier.cookie' },
    gclid: {
      meaning: 'click id',
      source: 'https://support.google.com/google-ads/answer/9744275',
      kind: 'identifier.click',
    },
    gclaw: { meaning: 'click id from the cookie _gcl_aw', source: observed, kind: 'identifier.click' },
    em: { meaning: 'person data for enhanced conversions, hashed', source: observed, kind: 'identity.email' },
    'cookie:NID': { meaning: 'browser id', source: cookies, kind: 'identifier.cookie' },
    'cookie:AEC': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
    'cookie:SID': { meaning: 'the account that is signed in', source: cookies, kind: 'identifier.account' },
    'cookie:__Secure-3PSID': { meaning: 'the account that is signed in', source: cookies, kind: 'identifier.account' },
    'cookie:__Secure-3PAPISID': {
      meaning: 'the account that is signed in',
      source: cookies,
      kind: 'identifier.account',
    },
  },
  examples: {
    match: [
      'https://www.google.com/ccm/collect?en=page_view&dl=https%3A%2F%2Fclinic.example',
      'https://www.google.de/pagead/1p-user-list/1/?url=x',
      'https://www.google.com/ads/measurement/l',
      'https://clinic.example/a1b2/gs/ccm/collect?tid=AW-1&en=page_view&gtm=45',
      'https://clinic.example/a1b2/as/p/c/11252321380/?random=1&en=conversion&gtm=45',
      'https://clinic.example/a1b2/d/ccm/form-data/11252321380?gtm=45',
    ],
    miss: [
      'https://www.google.com/search?q=urologie',
      'https://google.com.evil.net/ccm/collect',
      'https://clinic.example/ccm/conversion?id=1',
      'https://www.google.com/recaptcha/api.js',
    ],
  },
} satisfies Signature
