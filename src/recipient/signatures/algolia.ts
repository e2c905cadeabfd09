import type { Signature } from '../signature.js'

export default {
  entity: 'Algolia SAS',
  country: 'FR',
  category: 'other',
  hosts: ['algolia.net', 'algolianet.com', 'algolia.io'],
  fields: {
    query: { meaning: 'what was searched for on the site', source: 'https://www.algolia.com/doc/rest-api/search/' },
    'requests[].params': {
      meaning: 'the search, as a query string',
      source: 'https://www.algolia.com/doc/rest-api/search/',
    },
    userToken: {
      meaning: 'id of the user or browser',
      source: 'https://www.algolia.com/doc/rest-api/insights/',
      kind: 'identifier.account',
    },
    'events[].userToken': {
      meaning: 'id of the user or browser',
      source: 'https://www.algolia.com/doc/rest-api/insights/',
      kind: 'identifier.account',
    },
  },
  examples: {
    match: ['https://x-dsn.algolia.net/1/indexes/*/queries', 'https://insights.algolia.io/1/events'],
    miss: ['https://algolia.example/1/indexes'],
  },
} satisfies Signature
