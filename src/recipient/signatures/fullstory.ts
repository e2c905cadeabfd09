import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'FullStory, Inc.',
  country: 'US',
  category: 'session-replay',
  hosts: ['fullstory.com'],
  // A relay on the site's own host: https://help.fullstory.com/hc/en-us/articles/360046112593
  shape: { path: /\/rec\/bundle(\/v2)?$/, fields: ['OrgId', 'UserId', 'SessionId', 'PageId'] },
  fields: {
    OrgId: { meaning: 'the customer', source: observed },
    UserId: { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
    SessionId: { meaning: 'session id', source: observed, kind: 'identifier.cookie' },
    PageId: { meaning: 'id of the page load', source: observed },
    Url: { meaning: 'address of the page', source: observed },
  },
  examples: {
    match: ['https://rs.fullstory.com/rec/bundle/v2?OrgId=1&UserId=2', 'https://fs.clinic.example/rec/bundle/v2?OrgId=1&UserId=2&SessionId=3&PageId=4'],
    miss: ['https://clinic.example/rec/bundle?OrgId=1', 'https://myfullstory.com/rec/page'],
  },
} satisfies Signature
