import type { Signature } from '../signature.js'

export default {
  entity: 'Cloudflare, Inc.',
  country: 'US',
  category: 'monitoring',
  hosts: ['cloudflareinsights.com'],
  // Behind its network Cloudflare answers below /cdn-cgi/ itself.
  shape: { path: /^\/cdn-cgi\/rum$/, fields: [] },
  fields: {
    location: {
      meaning: 'address of the page',
      source: 'https://developers.cloudflare.com/web-analytics/data-metrics/',
    },
    referrer: {
      meaning: 'address of the page before',
      source: 'https://developers.cloudflare.com/web-analytics/data-metrics/',
    },
  },
  examples: {
    match: [
      'https://static.cloudflareinsights.com/beacon.min.js', 'https://cloudflareinsights.com/cdn-cgi/rum', 'https://clinic.example/cdn-cgi/rum?',
    ],
    miss: ['https://cloudflareinsights.example/', 'https://clinic.example/x/cdn-cgi/rum', 'https://clinic.example/cdn-cgi/trace'],
  },
} satisfies Signature
