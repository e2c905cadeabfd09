import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'New Relic, Inc.',
  country: 'US',
  category: 'monitoring',
  hosts: ['nr-data.net', 'newrelic.com'],
  // A proxy of the site's own keeps the path and the parameters of the agent:
  // https://docs.newrelic.com/docs/browser/new-relic-browser/configuration/proxy-agent-requests/
  shape: { path: /\/1\/[\w-]{10,}$/, fields: ['a', 'v', 'rst', 'ref'] },
  fields: {
    ref: { meaning: 'address of the page', source: observed },
    to: { meaning: 'name of the transaction, base64 of a cipher', source: observed },
    ck: { meaning: 'whether cookies are set', source: observed },
    ptid: { meaning: 'id of the page load', source: observed },
  },
  examples: {
    match: [
      'https://bam.nr-data.net/1/b5bcf2eba4?a=1&ref=https%3A%2F%2Fclinic.example',
      'https://clinic.example/nr/jserrors/1/b5bcf2eba4?a=1&v=1.298.0&rst=1042&ref=https%3A%2F%2Fclinic.example',
    ],
    miss: ['https://nr-data.example/1/x', 'https://clinic.example/api/1/b5bcf2eba4?a=1&v=2'],
  },
} satisfies Signature
