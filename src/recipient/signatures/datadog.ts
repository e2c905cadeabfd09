import type { Signature } from '../signature.js'

const rum = 'https://docs.datadoghq.com/real_user_monitoring/application_monitoring/browser/data_collected/'

export default {
  entity: 'Datadog, Inc.',
  country: 'US',
  category: 'monitoring',
  hosts: [
    'browser-intake-datadoghq.com', 'browser-intake-datadoghq.eu', 'datadoghq-browser-agent.com', 'datadoghq.com',
    'datadoghq.eu',
  ],
  // A proxy of the site's own is told where to: https://docs.datadoghq.com/real_user_monitoring/guide/proxy-rum-data
  shape: { path: /^/, fields: ['ddforward'] },
  fields: {
    'view.url': { meaning: 'address of the page', source: rum },
    'view.referrer': { meaning: 'address of the page before', source: rum },
    'session.id': { meaning: 'session id', source: rum, kind: 'identifier.cookie' },
    'usr.id': { meaning: 'the site\'s own id of the user', source: rum, kind: 'identifier.account' },
    'usr.email': { meaning: 'e-mail', source: rum, kind: 'identity.email' },
  },
  examples: {
    match: [
      'https://browser-intake-datadoghq.eu/api/v2/rum?ddsource=browser',
      'https://clinic.example/rum?ddforward=%2Fapi%2Fv2%2Frum%3Fddsource%3Dbrowser',
    ],
    miss: ['https://datadog.example/api/v2/rum', 'https://clinic.example/rum?forward=%2Fapi'],
  },
} satisfies Signature
