import type { Signature } from '../signature.js'

const api = 'https://developers.cloudflare.com/zaraz/web-api/'

export default {
  entity: 'Cloudflare, Inc.',
  country: 'US',
  category: 'tag-manager',
  hosts: [],
  // Cloudflare answers below /cdn-cgi/ itself, and hands what it gets here on to the tools that the site has chosen.
  shape: { path: /^\/cdn-cgi\/zaraz\/(?!s\.js|i\.js)/, fields: [] },
  fields: {
    name: { meaning: 'name of the event', source: api },
    'data.*': { meaning: 'data of the event, as the site sets them', source: api },
  },
  examples: {
    match: ['https://clinic.example/cdn-cgi/zaraz/t', 'https://clinic.example/cdn-cgi/zaraz/api'],
    miss: ['https://clinic.example/cdn-cgi/trace', 'https://clinic.example/x/cdn-cgi/zaraz/t', 'https://clinic.example/cdn-cgi/zaraz/s.js'],
  },
} satisfies Signature
