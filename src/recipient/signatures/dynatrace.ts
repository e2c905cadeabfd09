import type { Signature } from '../signature.js'

export default {
  entity: 'Dynatrace LLC',
  country: 'US',
  category: 'monitoring',
  hosts: ['dynatrace.com', 'dynatracelabs.com', 'ruxit.com'],
  // An agent on the site's own server hands it on:
  // https://docs.dynatrace.com/docs/observe/digital-experience/new-rum-experience/web-frontends/initial-setup/configure-beacon-endpoint
  shape: { path: /\/rb_[\w-]+$/, fields: ['type'] },
  examples: {
    match: ['https://bf12345abc.bf.dynatrace.com/bf?type=js3', 'https://clinic.example/app/rb_bf12345abc?type=js3'],
    miss: ['https://clinic.example/rb_bf12345abc', 'https://clinic.example/rb_1/x?type=js3', 'https://dynatrace.example/'],
  },
} satisfies Signature
