import type { Signature } from '../signature.js'

const api = 'https://umami.is/docs/api/sending-stats'

export default {
  // Umami is software: who runs it on this host, and with that the legal entity, the request does not say.
  entity: 'Umami, run by the operator of its host',
  country: '',
  category: 'analytics',
  hosts: [],
  shape: { path: /\/api\/send$/, fields: ['type', 'payload'] },
  fields: {
    'payload.url': { meaning: 'address of the page', source: api },
    'payload.referrer': { meaning: 'address of the page before', source: api },
    'payload.title': { meaning: 'title of the page', source: api },
    'payload.id': { meaning: 'the site\'s own id of the visitor', source: api, kind: 'identifier.account' },
    'payload.data.*': { meaning: 'data of the event, as the site sets them', source: api },
  },
  examples: {
    match: ['https://stats.clinic.example/api/send?type=event&payload=x'],
    miss: ['https://clinic.example/api/send', 'https://clinic.example/api/send?type=mail'],
  },
} satisfies Signature
