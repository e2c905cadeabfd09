import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

const parameters = 'https://experienceleague.adobe.com/en/docs/analytics/implementation/validate/query-parameters'

export default {
  entity: 'Adobe Systems Software Ireland Limited',
  country: 'IE',
  category: 'analytics',
  hosts: ['2o7.net', 'omtrdc.net', 'adobedc.net', 'sc.adobedc.net'],
  shape: { path: /\/b\/ss\/[^/]+\/\d+(\.\d+)?\/|\/ee\/([a-z0-9]+\/)?v\d+\/(interact|collect)$/, fields: [] },
  fields: {
    g: { meaning: 'address of the page', source: parameters },
    '-g': { meaning: 'rest of the address of the page', source: parameters },
    r: { meaning: 'address of the page before', source: parameters },
    pageName: { meaning: 'name of the page', source: parameters },
    gn: { meaning: 'name of the page', source: parameters },
    mid: { meaning: 'browser id across Adobe\'s products', source: parameters, kind: 'identifier.cookie' },
    aid: { meaning: 'browser id of Analytics', source: parameters, kind: 'identifier.cookie' },
    fid: { meaning: 'browser id where the other cookies are refused', source: parameters, kind: 'identifier.cookie' },
    vid: { meaning: 'the site\'s own id of the visitor', source: parameters, kind: 'identifier.account' },
    sdid: { meaning: 'id that joins requests of one page', source: observed },
    mcorgid: { meaning: 'the customer of Adobe', source: observed },
    zip: { meaning: 'post code', source: parameters },
    state: { meaning: 'state', source: parameters },
    'cid.*': { meaning: 'ids of the customer\'s own systems', source: observed },
    'c*': { meaning: 'traffic variable, as the site sets it', source: parameters },
    'v*': { meaning: 'conversion variable, as the site sets it', source: parameters },
    'cookie:s_vi': {
      meaning: 'browser id',
      source: 'https://experienceleague.adobe.com/en/docs/core-services/interface/data-collection/cookies/analytics',
      kind: 'identifier.cookie',
    },
    'cookie:AMCV_*': { meaning: 'browser id across Adobe\'s products', source: observed, kind: 'identifier.cookie' },
  },
  examples: {
    match: [
      'https://cdc.112.2o7.net/b/ss/cdcsynd/1/JS-2.0.0/0?AQB=1',
      'https://smetrics.clinic.example/b/ss/suite/1/JS-2.22.1/s123?AQB=1',
      'https://smetrics.clinic.example/b/ss/suite/5.1/JS-2.22.1-LBWB/s123?AQB=1',
      'https://smetrics.clinic.example/ee/or2/v1/interact',
    ],
    miss: ['https://clinic.example/b/ss', 'https://x2o7.net/b/'],
  },
} satisfies Signature
