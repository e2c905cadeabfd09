import type { Signature } from '../signature.js'

export default {
  entity: 'SmartBear Software Inc.',
  country: 'US',
  category: 'monitoring',
  hosts: ['bugsnag.com'],
  fields: {
    'events[].user.id': {
      meaning: 'id of the user or browser',
      source: 'https://bugsnagerrorreportingapi.docs.apiary.io/',
      kind: 'identifier.account',
    },
    'events[].request.url': {
      meaning: 'address of the page',
      source: 'https://bugsnagerrorreportingapi.docs.apiary.io/',
    },
  },
  examples: {
    match: ['https://notify.bugsnag.com/', 'https://sessions.bugsnag.com/'],
    miss: ['https://debugsnag.com/'],
  },
} satisfies Signature
