import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'New Relic, Inc.',
  country: 'US',
  category: 'monitoring',
  hosts: ['nr-data.net', 'newrelic.com'],
  fields: {
    ref: { meaning: 'address of the page', source: observed },
    to: { meaning: 'name of the transaction, base64 of a cipher', source: observed },
    ck: { meaning: 'whether cookies are set', source: observed },
    ptid: { meaning: 'id of the page load', source: observed },
  },
  examples: {
    match: ['https://bam.nr-data.net/1/b5bcf2eba4?a=1&ref=https%3A%2F%2Fclinic.example'],
    miss: ['https://nr-data.example/1/x'],
  },
} satisfies Signature
