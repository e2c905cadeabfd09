import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Usercentrics GmbH',
  country: 'DE',
  category: 'consent',
  hosts: ['usercentrics.eu', 'usercentrics.com'],
  fields: {
    controllerId: { meaning: 'id of the consent', source: observed, kind: 'identifier.cookie' },
    settingsId: { meaning: 'the site\'s settings', source: observed },
  },
  examples: {
    match: ['https://app.usercentrics.eu/browser-ui/latest/loader.js', 'https://uct.service.usercentrics.eu/uct?v=1'],
    miss: ['https://usercentrics.example/'],
  },
} satisfies Signature
