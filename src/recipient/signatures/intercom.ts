import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

const cookies = 'https://www.intercom.com/legal/cookie-policy'

export default {
  entity: 'Intercom R&D Unlimited Company',
  country: 'IE',
  category: 'chat',
  hosts: ['intercom.io', 'intercomcdn.com', 'intercom.com', 'intercomassets.com'],
  fields: {
    user_data: { meaning: 'data of the person, JSON', source: observed },
    'user_data.email': { meaning: 'e-mail', source: observed, kind: 'identity.email' },
    'user_data.user_id': { meaning: 'the site\'s own id of the user', source: observed, kind: 'identifier.account' },
    'user_data.anonymous_id': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
    device_identifier: { meaning: 'browser id', source: observed, kind: 'identifier.device' },
    referer: { meaning: 'address of the page', source: observed },
    'cookie:intercom-id-*': { meaning: 'browser id', source: cookies, kind: 'identifier.cookie' },
    'cookie:intercom-device-id-*': { meaning: 'device id', source: cookies, kind: 'identifier.device' },
  },
  examples: {
    match: ['https://api-iam.intercom.io/messenger/web/ping', 'https://widget.intercom.io/widget/x'],
    miss: ['https://intercom.example/messenger/web/ping'],
  },
} satisfies Signature
