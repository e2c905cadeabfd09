import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

const cookies = 'https://learn.microsoft.com/en-us/clarity/setup-and-installation/cookie-list'

export default {
  entity: 'Microsoft Ireland Operations Limited',
  country: 'IE',
  category: 'advertising',
  hosts: ['bat.bing.com', 'bat.bing.net', 'c.bing.com', 'bat.r.msn.com'],
  shape: { path: /^/, fields: ['ti', 'Ver', 'mid', 'evt'] },
  fields: {
    p: { meaning: 'address of the page', source: observed },
    r: { meaning: 'address of the page before', source: observed },
    tl: { meaning: 'title of the page', source: observed },
    kw: { meaning: 'key words of the page', source: observed },
    evt: { meaning: 'name of the event', source: observed },
    ti: { meaning: 'the site\'s tag', source: observed },
    sid: { meaning: 'session id from the cookie _uetsid', source: observed, kind: 'identifier.cookie' },
    vid: { meaning: 'browser id from the cookie _uetvid', source: observed, kind: 'identifier.cookie' },
    msclkid: { meaning: 'click id', source: observed, kind: 'identifier.click' },
    'pid.em': { meaning: 'e-mail, hashed', source: observed, kind: 'identity.email' },
    'pid.ph': { meaning: 'phone, hashed', source: observed, kind: 'identity.phone' },
    'cookie:MUID': { meaning: 'browser id across Microsoft\'s sites', source: cookies, kind: 'identifier.cookie' },
  },
  examples: {
    match: [
      'https://bat.bing.com/action/0?ti=1&Ver=2&evt=pageLoad&p=https%3A%2F%2Fclinic.example',
      'https://bat.bing.com/bat.js',
      'https://data.clinic.example/action/0?ti=1&Ver=2&mid=a&evt=pageLoad&p=https%3A%2F%2Fclinic.example',
    ],
    miss: [
      'https://www.bing.com/search?q=x',
      'https://combat.bing.com.example/action/0',
      'https://data.clinic.example/action/0?ti=1&ver=2&mid=a&evt=pageLoad',
    ],
  },
} satisfies Signature
