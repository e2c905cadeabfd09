import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

const protocol = 'https://developers.google.com/analytics/devguides/collection/protocol/v1/parameters'
const cookies = 'https://policies.google.com/technologies/cookies'

export default {
  entity: 'Google Ireland Limited',
  country: 'IE',
  category: 'analytics',
  hosts: [
    'google-analytics.com', 'analytics.google.com', 'stats.g.doubleclick.net', 'googleoptimize.com', 'urchin.com',
  ],
  shape: { path: /\/([jr]\/)?collect$/, fields: ['v', 'tid', 'cid', 't'] },
  fields: {
    cid: { meaning: 'browser id from the cookie _ga', source: protocol, kind: 'identifier.cookie' },
    _gid: { meaning: 'browser id of the day', source: observed, kind: 'identifier.cookie' },
    uid: { meaning: 'the site\'s own id of the user', source: protocol, kind: 'identifier.account' },
    gclid: { meaning: 'click id', source: protocol, kind: 'identifier.click' },
    dclid: { meaning: 'click id of display advertising', source: protocol, kind: 'identifier.click' },
    utmcc: {
      meaning: 'the cookies __utma and others, with the browser id',
      source: observed,
      kind: 'identifier.cookie',
    },
    uip: { meaning: 'address of the client', source: protocol, kind: 'network.ip' },
    tid: { meaning: 'the site\'s property', source: protocol },
    dl: { meaning: 'address of the page', source: protocol },
    dr: { meaning: 'address of the page before', source: protocol },
    dp: { meaning: 'path of the page', source: protocol },
    dt: { meaning: 'title of the page', source: protocol },
    ec: { meaning: 'category of the event', source: protocol },
    ea: { meaning: 'action of the event', source: protocol },
    el: { meaning: 'label of the event', source: protocol },
    utmp: { meaning: 'path of the page', source: observed },
    utmr: { meaning: 'address of the page before', source: observed },
    utmdt: { meaning: 'title of the page', source: observed },
    utme: { meaning: 'custom variables', source: observed },
    'cd*': { meaning: 'custom dimension, as the site sets it', source: protocol },
    'cg*': { meaning: 'content group, as the site sets it', source: protocol },
    'cookie:_ga': { meaning: 'browser id', source: cookies, kind: 'identifier.cookie' },
    'cookie:_gid': { meaning: 'browser id of the day', source: cookies, kind: 'identifier.cookie' },
  },
  examples: {
    match: [
      'https://www.google-analytics.com/collect?v=1&tid=UA-1-1&cid=1.2&t=pageview',
      'https://www.google-analytics.com/analytics.js',
      'https://ssl.google-analytics.com/r/__utm.gif?utmhn=clinic.example&utmp=%2F',
      'https://stats.g.doubleclick.net/j/collect?t=dc&tid=UA-1-1',
      'https://metrics.clinic.example/collect?v=1&tid=UA-1-1&cid=1.2&t=pageview',
    ],
    miss: ['https://clinic.example/collect?v=1', 'https://google-analytics.com.example/analytics.js'],
  },
} satisfies Signature
