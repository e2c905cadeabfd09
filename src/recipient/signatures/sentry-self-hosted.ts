import type { Signature } from '../signature.js'

const envelope = 'https://develop.sentry.dev/sdk/data-model/envelopes/'

export default {
  // Sentry is software and a service: whether this host relays to the service, the request does not say.
  entity: 'Sentry, relayed or run by the operator of its host',
  country: '',
  category: 'monitoring',
  hosts: [],
  shape: { path: /\/api\/\d+\/(envelope|store)\/$/, fields: ['sentry_key'] },
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
    match: ['https://errors.clinic.example/api/2/envelope/?sentry_key=x'],
    miss: ['https://o968153.ingest.sentry.io/api/6004625/envelope/?sentry_key=x', 'https://clinic.example/api/2/envelope/'],
  },
} satisfies Signature
