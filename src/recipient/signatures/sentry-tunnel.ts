import type { Signature } from '../signature.js'

const envelope = 'https://develop.sentry.dev/sdk/data-model/envelopes/'
const event = 'https://develop.sentry.dev/sdk/data-model/event-payloads/'

export default {
  // The site hands on what it is sent, whatever its path, to the host that stands in `dsn`: the service, or the site's own.
  entity: 'Sentry, relayed or run by the operator of its host',
  country: '',
  category: 'monitoring',
  hosts: [],
  // https://docs.sentry.io/platforms/javascript/troubleshooting/#using-the-tunnel-option
  shape: { path: /^/, fields: ['dsn', 'sent_at'] },
  fields: {
    dsn: { meaning: 'address and key of the project', source: envelope },
    'user.id': { meaning: 'the site\'s own id of the user', source: `${event}user/`, kind: 'identifier.account' },
    'user.email': { meaning: 'e-mail', source: `${event}user/`, kind: 'identity.email' },
    'user.ip_address': { meaning: 'address of the client', source: `${event}user/`, kind: 'network.ip' },
    'request.url': { meaning: 'address of the page', source: `${event}request/` },
  },
  examples: {
    match: ['https://clinic.example/monitoring?dsn=x&sent_at=y'],
    miss: ['https://clinic.example/monitoring?o=1&p=2'],
  },
} satisfies Signature
