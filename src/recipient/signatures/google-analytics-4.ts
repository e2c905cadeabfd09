import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

const protocol = 'https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference'
const cookies = 'https://policies.google.com/technologies/cookies'

export default {
  entity: 'Google Ireland Limited',
  country: 'IE',
  category: 'analytics',
  hosts: ['google-analytics.com', 'analytics.google.com', 'stats.g.doubleclick.net'],
  path: /^\/(g|mp|privacy-sandbox)\//,
  // `/g/c`: Google's tag gateway, https://developers.google.com/tag-platform/tag-manager/gateway
  // A server of the site's own may give the path another name, which says nothing then.
  shape: [{ path: /\/g\/((s\/)?collect|c)$/, fields: ['v', 'tid', 'cid'] }, { path: /^/, fields: ['v', 'tid', 'cid', 'gtm', '_p'] }],
  fields: {
    cid: { meaning: 'browser id from the cookie _ga', source: protocol, kind: 'identifier.cookie' },
    client_id: { meaning: 'browser id', source: protocol, kind: 'identifier.cookie' },
    uid: { meaning: 'the site\'s own id of the user', source: protocol, kind: 'identifier.account' },
    user_id: { meaning: 'the site\'s own id of the user', source: protocol, kind: 'identifier.account' },
    ecid: { meaning: 'id for joining with other Google products', source: observed, kind: 'identifier.cookie' },
    auid: { meaning: 'browser id of the cookie _gcl_au', source: observed, kind: 'identifier.cookie' },
    gclid: {
      meaning: 'click id',
      source: 'https://support.google.com/google-ads/answer/9744275',
      kind: 'identifier.click',
    },
    sid: { meaning: 'number of the session: its start in seconds', source: observed },
    tid: { meaning: 'the site\'s property', source: protocol },
    dl: { meaning: 'address of the page', source: observed },
    dr: { meaning: 'address of the page before', source: observed },
    dt: { meaning: 'title of the page', source: observed },
    dp: { meaning: 'path of the page', source: observed },
    en: { meaning: 'name of the event', source: observed },
    em: { meaning: 'person data for enhanced conversions, hashed', source: observed, kind: 'identity.email' },
    'ep.search_term': {
      meaning: 'what was searched for on the site',
      source: 'https://support.google.com/analytics/answer/9216061',
    },
    'ep.*': { meaning: 'parameter of the event, as the site sets it', source: protocol },
    'epn.*': { meaning: 'number of the event, as the site sets it', source: protocol },
    'up.*': { meaning: 'property of the user, as the site sets it', source: protocol },
    'cookie:_ga': { meaning: 'browser id', source: cookies, kind: 'identifier.cookie' },
    'cookie:_ga_*': { meaning: 'state of the session', source: cookies },
    'cookie:_gcl_au': { meaning: 'browser id of Google Ads', source: cookies, kind: 'identifier.cookie' },
  },
  examples: {
    match: [
      'https://region1.google-analytics.com/g/collect?v=2&tid=G-ABC&cid=1.2&dl=https%3A%2F%2Fclinic.example',
      'https://analytics.google.com/g/s/collect?v=2&tid=G-ABC&cid=1.2',
      'https://tagging.clinic.example/g/collect?v=2&tid=G-ABC&cid=1.2',
      'https://tagging.clinic.example/x7k2?v=2&tid=G-ABC&gtm=45je51&_p=1767348000000&cid=1.2&en=page_view',
    ],
    miss: [
      'https://www.google-analytics.com/collect?v=1&tid=UA-1',
      'https://clinic.example/g/collect?v=2', 'https://tagging.clinic.example/x7k2?v=2&tid=G-ABC&cid=1.2',
      'https://my-google-analytics.com/g/collect?v=2',
    ],
  },
} satisfies Signature
