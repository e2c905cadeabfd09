import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

const click = 'https://support.google.com/google-ads/answer/9744275'
const cookies = 'https://policies.google.com/technologies/cookies'

export default {
  entity: 'Google Ireland Limited',
  country: 'IE',
  category: 'advertising',
  hosts: [
    'doubleclick.net', 'googleadservices.com', 'googlesyndication.com', 'googletagservices.com', '2mdn.net',
    'adservice.google.com',
    'adtrafficquality.google', 'googleads.com', 'imasdk.googleapis.com',
  ],
  // Google's tag gateway: https://developers.google.com/tag-platform/tag-manager/gateway
  shape: { path: /\/pagead\/(viewthroughconversion|(1p-)?conversion|1p-user-list)\/\d+\/?$/, fields: ['gtm'] },
  fields: {
    url: { meaning: 'address of the page', source: observed },
    top: { meaning: 'address of the outermost page', source: observed },
    ref: { meaning: 'address of the page before', source: observed },
    tiba: { meaning: 'title of the page', source: observed },
    label: { meaning: 'label of the conversion', source: observed },
    data: { meaning: 'event and its parameters, joined by ;', source: observed },
    auid: { meaning: 'browser id from the cookie _gcl_au', source: observed, kind: 'identifier.cookie' },
    ga_vid: { meaning: 'browser id of Google Analytics', source: observed, kind: 'identifier.cookie' },
    gclid: { meaning: 'click id', source: click, kind: 'identifier.click' },
    gclaw: { meaning: 'click id from the cookie _gcl_aw', source: observed, kind: 'identifier.click' },
    gbraid: { meaning: 'click id of a campaign, for apps', source: click, kind: 'identifier.click' },
    wbraid: { meaning: 'click id of a campaign, for the web', source: click, kind: 'identifier.click' },
    gac: { meaning: 'click id by property', source: observed, kind: 'identifier.click' },
    cookie: { meaning: 'browser id for advertising on this site', source: observed, kind: 'identifier.cookie' },
    ppid: {
      meaning: 'the publisher\'s own id of the visitor',
      source: 'https://support.google.com/admanager/answer/2880055',
      kind: 'identifier.account',
    },
    uid: { meaning: 'the site\'s id of the user', source: observed, kind: 'identifier.account' },
    em: { meaning: 'person data for enhanced conversions, hashed', source: observed, kind: 'identity.email' },
    prev_scp: { meaning: 'targeting of the slot, nested pairs', source: observed },
    cust_params: { meaning: 'targeting of the page, nested pairs', source: observed },
    'cookie:IDE': { meaning: 'browser id for advertising', source: cookies, kind: 'identifier.cookie' },
    'cookie:id': { meaning: 'browser id for advertising', source: cookies, kind: 'identifier.cookie' },
    'cookie:DSID': { meaning: 'id of the signed-in user for advertising', source: cookies, kind: 'identifier.account' },
    'cookie:NID': { meaning: 'browser id', source: cookies, kind: 'identifier.cookie' },
  },
  examples: {
    match: [
      'https://googleads.g.doubleclick.net/pagead/viewthroughconversion/1044284962/?url=https%3A%2F%2Fclinic.example',
      'https://www.googleadservices.com/pagead/conversion/980056527/?label=x',
      'https://td.doubleclick.net/td/rul/950171744?random=1',
      'https://securepubads.g.doubleclick.net/gampad/ads?iu_parts=1',
      'https://clinic.example/metrics/pagead/viewthroughconversion/1044284962/?random=1&gtm=45be51&url=x',
    ],
    miss: [
      'https://clinic.example/pagead/conversion/1/',
      'https://doubleclick.net.example/td/rul/1',
      'https://undoubleclick.net/td/rul/1',
    ],
  },
} satisfies Signature
