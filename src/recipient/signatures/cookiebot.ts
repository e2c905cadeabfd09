import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Usercentrics A/S',
  country: 'DK',
  category: 'consent',
  hosts: ['cookiebot.com', 'cookiebot.eu'],
  fields: {
    referer: { meaning: 'address of the page', source: observed },
    cbid: { meaning: 'the site\'s settings', source: observed },
  },
  examples: {
    match: ['https://consent.cookiebot.com/uc.js', 'https://consent.cookiebot.eu/logconsent.ashx?referer=x'],
    miss: ['https://cookiebot.example/uc.js'],
  },
} satisfies Signature
