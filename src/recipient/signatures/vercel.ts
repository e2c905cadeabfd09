import type { Signature } from '../signature.js'

export default {
  entity: 'Vercel Inc.',
  country: 'US',
  category: 'analytics',
  hosts: ['vercel-insights.com', 'vercel-scripts.com'],
  // On the hosts that it serves Vercel answers there itself: https://vercel.com/docs/analytics
  shape: { path: /^\/_vercel\/(insights\/(view|event|session)|speed-insights\/vitals)$/, fields: [] },
  examples: {
    match: ['https://vitals.vercel-insights.com/v1/vitals', 'https://clinic.example/_vercel/insights/view', 'https://clinic.example/_vercel/speed-insights/vitals'],
    miss: ['https://clinic.example/_vercel/insights/script.js', 'https://clinic.example/x/_vercel/insights/view', 'https://vercel.example/'],
  },
} satisfies Signature
