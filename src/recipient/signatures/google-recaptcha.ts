import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Google Ireland Limited',
  country: 'IE',
  category: 'captcha',
  hosts: ['google.com', 'gstatic.com', 'recaptcha.net'],
  path: /^\/recaptcha\//,
  fields: {
    k: { meaning: 'key of the site', source: 'https://developers.google.com/recaptcha/docs/display' },
    co: { meaning: 'origin of the page, base64', source: observed },
    'cookie:_GRECAPTCHA': {
      meaning: 'browser id for telling robots from people',
      source: 'https://developers.google.com/recaptcha/docs/faq',
      kind: 'identifier.cookie',
    },
  },
  examples: {
    match: ['https://www.google.com/recaptcha/api.js', 'https://www.recaptcha.net/recaptcha/api2/anchor?k=x'],
    miss: ['https://www.google.com/search?q=recaptcha', 'https://clinic.example/recaptcha/api.js'],
  },
} satisfies Signature
