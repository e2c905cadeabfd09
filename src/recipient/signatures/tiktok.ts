import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'TikTok Technology Limited',
  country: 'IE',
  category: 'social',
  hosts: ['tiktok.com', 'tiktokw.us', 'tiktokcdn.com', 'ttwstatic.com', 'byteoversea.com', 'ibytedtos.com'],
  // What the pixel posts, behind a host of the site itself; the names are the pixel's own.
  shape: [
    { path: /^/, fields: ['context', 'message_id', 'is_onsite'] },
    { path: /\/api\/v\d\/pixel(\/act)?$/, fields: ['context', 'message_id'] },
  ],
  fields: {
    event: { meaning: 'name of the event', source: observed },
    sdkid: { meaning: 'the site\'s pixel', source: observed },
    'context.page.url': { meaning: 'address of the page', source: observed },
    'context.page.referrer': { meaning: 'address of the page before', source: observed },
    'context.user.anonymous_id': {
      meaning: 'browser id from the cookie _ttp',
      source: observed,
      kind: 'identifier.cookie',
    },
    'context.user.external_id': {
      meaning: 'the site\'s id of the visitor, SHA-256',
      source: observed,
      kind: 'identifier.account',
    },
    'context.user.email': { meaning: 'e-mail, SHA-256', source: observed, kind: 'identity.email' },
    'context.user.phone_number': { meaning: 'phone, SHA-256', source: observed, kind: 'identity.phone' },
    'context.session_id': { meaning: 'session id', source: observed, kind: 'identifier.cookie' },
    'context.ad.callback': { meaning: 'click id', source: observed, kind: 'identifier.click' },
    ttclid: { meaning: 'click id', source: observed, kind: 'identifier.click' },
    'auto_collected_properties.trigger_element.inner_text': {
      meaning: 'text of the button that was clicked',
      source: observed,
    },
    'auto_collected_properties.*': { meaning: 'what the pixel read off the page', source: observed },
    'properties.*': { meaning: 'data of the event, as the site sets them', source: observed },
    'cookie:_ttp': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
  },
  examples: {
    match: [
      'https://analytics.tiktok.com/api/v2/pixel',
      'https://analytics.tiktok.com/i18n/pixel/events.js?sdkid=x&lib=ttq',
      'https://data.clinic.example/t?event=Pageview&message_id=m&is_onsite=false&context=c',
      'https://data.clinic.example/api/v2/pixel/act?action=Click&message_id=m&context=c',
    ],
    miss: [
      'https://ticktok.com/api/v2/pixel',
      'https://analytics.tiktok.com.example/api/v2/pixel',
      'https://data.clinic.example/api/v2/pixel?event=Pageview',
      'https://data.clinic.example/t?event=Pageview&message_id=m&context=c',
    ],
  },
} satisfies Signature
