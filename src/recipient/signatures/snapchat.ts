import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Snap Inc.',
  country: 'US',
  category: 'social',
  hosts: ['snapchat.com', 'sc-static.net', 'snap.com'],
  // The pixel's two forms, behind a host of the site itself: JSON, and the query or form of before.
  shape: [{ path: /^/, fields: ['ctx', 'req', 'u_scsid'] }, { path: /^/, fields: ['pid', 'ev', 'pl', 'u_c1'] }],
  fields: {
    pl: { meaning: 'address of the page', source: observed },
    rf: { meaning: 'address of the page before', source: observed },
    ev: { meaning: 'name of the event', source: observed },
    pid: { meaning: 'the site\'s pixel', source: observed },
    u_hem: { meaning: 'e-mail, FFF before SHA-256', source: observed, kind: 'identity.email' },
    u_c1: { meaning: 'browser id from the cookie _scid', source: observed, kind: 'identifier.cookie' },
    u_sclid: { meaning: 'session id', source: observed, kind: 'identifier.cookie' },
    u_scsid: { meaning: 'session id', source: observed, kind: 'identifier.cookie' },
    'ctx.url': { meaning: 'address of the page', source: observed },
    'req[].t.u_hem': { meaning: 'e-mail, FFF before SHA-256', source: observed, kind: 'identity.email' },
    'req[].t.u_c1': { meaning: 'browser id from the cookie _scid', source: observed, kind: 'identifier.cookie' },
    'req[].t.u_sclid': { meaning: 'session id', source: observed, kind: 'identifier.cookie' },
    'req[].t.u_scsid': { meaning: 'session id', source: observed, kind: 'identifier.cookie' },
    'cookie:sc_at': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
    'cookie:X-AB': { meaning: 'test group', source: observed },
  },
  examples: {
    match: [
      'https://tr.snapchat.com/p',
      'https://tr6.snapchat.com/ipv6?rid=1',
      'https://sc-static.net/scevent.min.js',
      'https://data.clinic.example/sc?ctx=c&req=r&u_scsid=s',
      'https://data.clinic.example/p?pid=1&ev=PAGE_VIEW&pl=https%3A%2F%2Fclinic.example&rf=&u_c1=a',
    ],
    miss: [
      'https://tr.snapchat.com.example/p',
      'https://etsnap.com/p',
      'https://data.clinic.example/p?pid=1&ev=PAGE_VIEW&pl=x',
      'https://data.clinic.example/sc?ctx=c&req=r',
    ],
  },
} satisfies Signature
