import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

const table = 'https://www.linkedin.com/legal/l/cookie-table'

export default {
  entity: 'LinkedIn Ireland Unlimited Company',
  country: 'IE',
  category: 'social',
  hosts: ['linkedin.com', 'licdn.com', 'linkedin.oribi.io'],
  // The insight tag's page view, and what it tells of clicks.
  shape: [
    { path: /\/collect\/?$/, fields: ['v', 'fmt', 'pid', 'time', 'url'] },
    { path: /^/, fields: ['pids', 'scriptVersion', 'signalType', 'websiteSignalRequestId'] },
  ],
  fields: {
    url: { meaning: 'address of the page', source: observed },
    pid: { meaning: 'the advertiser', source: observed },
    li_adsId: { meaning: 'browser id for advertising', source: observed, kind: 'identifier.cookie' },
    li_fat_id: { meaning: 'click id of a member', source: table, kind: 'identifier.click' },
    liFatId: { meaning: 'click id of a member', source: observed, kind: 'identifier.click' },
    e_ipv6: { meaning: 'the client\'s address, enciphered', source: observed },
    hem: { meaning: 'e-mail, SHA-256', source: observed, kind: 'identity.email' },
    pageTitle: { meaning: 'title of the page', source: observed },
    signalType: { meaning: 'visit or click', source: observed },
    href: { meaning: 'target of the link that was clicked', source: observed },
    'domAttributes.innerText': { meaning: 'text of the element that was clicked', source: observed },
    'elementCrumbsTree[*': { meaning: 'the clicked element and what holds it', source: observed },
    'cookie:bcookie': { meaning: 'browser id', source: table, kind: 'identifier.cookie' },
    'cookie:bscookie': { meaning: 'browser id', source: table, kind: 'identifier.cookie' },
    'cookie:li_sugr': {
      meaning: 'browser id outside the designated countries',
      source: table,
      kind: 'identifier.cookie',
    },
    'cookie:UserMatchHistory': { meaning: 'matches of ids for advertising', source: table, kind: 'identifier.cookie' },
    'cookie:li_at': { meaning: 'the member who is signed in', source: table, kind: 'identifier.account' },
  },
  examples: {
    match: [
      'https://px.ads.linkedin.com/collect?v=2&pid=1&url=https%3A%2F%2Fclinic.example',
      'https://px.ads.linkedin.com/wa/',
      'https://snap.licdn.com/li.lms-analytics/insight.min.js',
      'https://data.clinic.example/collect?v=2&fmt=js&pid=1&time=1&url=https%3A%2F%2Fclinic.example',
      'https://data.clinic.example/wa/?pids=1&scriptVersion=1&signalType=CLICK&websiteSignalRequestId=a',
    ],
    miss: [
      'https://linkedin.com.example/collect',
      'https://notlinkedin.com/collect',
      'https://data.clinic.example/collect?v=2&pid=1&url=https%3A%2F%2Fclinic.example',
      'https://data.clinic.example/i?v=2&fmt=js&pid=1&time=1&url=a',
    ],
  },
} satisfies Signature
