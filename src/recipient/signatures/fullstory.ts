import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'FullStory, Inc.',
  country: 'US',
  category: 'session-replay',
  hosts: ['fullstory.com'],
  fields: {
    OrgId: { meaning: 'the customer', source: observed },
    UserId: { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
    SessionId: { meaning: 'session id', source: observed, kind: 'identifier.cookie' },
    PageId: { meaning: 'id of the page load', source: observed },
    Url: { meaning: 'address of the page', source: observed },
  },
  examples: {
    match: ['https://rs.fullstory.com/rec/bundle/v2?OrgId=1&UserId=2'],
    miss: ['https://myfullstory.com/rec/page'],
  },
} satisfies Signature
