import type { Signature } from '../signature.js'

const envelope = 'https://develop.sentry.dev/sdk/data-model/envelopes/'

export default {
  entity: 'Functional Software, Inc.',
  country: 'US',
  category: 'monitoring',
  hosts: ['sentry.io', 'sentry-cdn.com'],
  fields: {
    sentry_key: { meaning: 'key of the project', source: envelope },
    'user.id': {
      meaning: 'the site\'s own id of the user',
      source: 'https://develop.sentry.dev/sdk/data-model/event-payloads/user/',
      kind: 'identifier.account',
    },
    'user.email': { meaning: 'e-mail', source: 'https://develop.sentry.dev/sdk/data-model/event-payloads/user/', kind: 'identity.email' },
    'user.ip_address': {
      meaning: 'address of the client',
      source: 'https://develop.sentry.dev/sdk/data-model/event-payloads/user/',
      kind: 'network.ip',
    },
    'request.url': {
      meaning: 'address of the page',
      source: 'https://develop.sentry.dev/sdk/data-model/event-payloads/request/',
    },
  },
  examples: {
    match: [
      'https://o968153.ingest.sentry.io/api/6004625/envelope/?sentry_key=x',
    ],
    miss: ['https://clinic.example/api/2/envelope/', 'https://sentry.example/'],
  },
} satisfies Signature
