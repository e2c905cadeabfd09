import type { Signature } from '../signature.js'

const agent = 'https://www.elastic.co/docs/reference/apm/agents/rum-js'

export default {
  // Elastic APM is software: who runs its server, the request does not say.
  entity: 'Elastic APM, run by the operator of its host',
  country: '',
  category: 'monitoring',
  hosts: [],
  // https://github.com/elastic/apm-agent-rum-js
  shape: { path: /\/intake\/v\d\/rum\/events$/, fields: [] },
  fields: {
    'transaction.context.page.url': { meaning: 'address of the page', source: agent },
    'transaction.context.page.referer': { meaning: 'address of the page before', source: agent },
    'transaction.context.user.id': { meaning: 'the site\'s own id of the user', source: agent, kind: 'identifier.account' },
  },
  examples: {
    match: ['https://clinic.example/apm/intake/v2/rum/events', 'https://apm.clinic.example/intake/v3/rum/events'],
    miss: ['https://clinic.example/intake/v2/events', 'https://clinic.example/intake/v2/rum/events/x'],
  },
} satisfies Signature
