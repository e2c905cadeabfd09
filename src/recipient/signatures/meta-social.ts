import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

const policy = 'https://www.facebook.com/privacy/policies/cookies/'

export default {
  entity: 'Meta Platforms Ireland Limited',
  country: 'IE',
  category: 'social',
  hosts: ['facebook.com', 'facebook.net', 'fbcdn.net', 'instagram.com', 'cdninstagram.com'],
  fields: {
    href: {
      meaning: 'address that the plug-in is about',
      source: 'https://developers.facebook.com/docs/plugins/like-button',
    },
    domain: { meaning: 'host of the page', source: observed },
    'cookie:fr': { meaning: 'browser id for advertising', source: policy, kind: 'identifier.cookie' },
    'cookie:datr': { meaning: 'browser id', source: policy, kind: 'identifier.cookie' },
    'cookie:sb': { meaning: 'browser id', source: policy, kind: 'identifier.cookie' },
    'cookie:c_user': { meaning: 'number of the account that is logged in', source: policy, kind: 'identifier.account' },
  },
  examples: {
    match: [
      'https://connect.facebook.net/de_DE/sdk.js',
      'https://www.facebook.com/plugins/like.php?href=https%3A%2F%2Fclinic.example',
    ],
    miss: [
      'https://notfacebook.com/plugins/like.php',
      'https://www.facebook.com/tr/?id=1&ev=PageView',
      'https://graph.facebook.com/v14.0/1/activities',
    ],
  },
} satisfies Signature
