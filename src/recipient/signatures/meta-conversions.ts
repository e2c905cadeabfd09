import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

const gateway = 'https://github.com/facebookincubator/Facebook-Pixel-for-Wordpress/blob/main/core/FacebookWordpressOpenBridge.php'

export default {
  entity: 'Meta Platforms Ireland Limited',
  country: 'IE',
  category: 'social',
  hosts: [],
  shape: [
    {
      path: /\/_serverless\/analytics-reporter\/facebook\/|\/(facebook|meta|fb)[-_/]?(capi|conversions?|event)s?\/?$/i,
      fields: ['eventName'],
    },
    // What the pixel posts to a Conversions API Gateway, and to what stands in for one.
    { path: /^/, fields: ['event_name', 'fb.pixel_id'] },
    // PixelYourSite for WordPress: https://wordpress.org/plugins/pixelyoursite/
    { path: /\/admin-ajax\.php$/, fields: ['action', 'pixel', 'event', 'eventID'], text: 'pys_api_event' },
  ],
  fields: {
    eventName: { meaning: 'name of the event that the server hands on to Meta', source: observed },
    event_name: { meaning: 'name of the event that the server hands on to Meta', source: gateway },
    'fb.fbp': { meaning: 'browser id', source: gateway, kind: 'identifier.cookie' },
    'fb.advanced_matching.em': { meaning: 'e-mail, SHA-256', source: gateway, kind: 'identity.email' },
    'fb.advanced_matching.ph': { meaning: 'phone, SHA-256', source: gateway, kind: 'identity.phone' },
    'fb.advanced_matching.fn': { meaning: 'first name, SHA-256', source: gateway, kind: 'identity.name' },
    'fb.advanced_matching.ln': { meaning: 'surname, SHA-256', source: gateway, kind: 'identity.name' },
    'fb.advanced_matching.db': { meaning: 'date of birth, SHA-256', source: gateway, kind: 'identity.birthdate' },
    'fb.advanced_matching.ct': { meaning: 'city, SHA-256', source: gateway, kind: 'identity.address' },
    'fb.advanced_matching.zp': { meaning: 'postcode, SHA-256', source: gateway, kind: 'identity.address' },
    'fb.advanced_matching.*': { meaning: 'data of the person, SHA-256', source: gateway },
    'website_context.location': { meaning: 'address of the page', source: gateway },
    'website_context.referrer': { meaning: 'address of the page before', source: gateway },
    'data.*': { meaning: 'data of the event', source: observed },
    'cookie:_fbp': {
      meaning: 'browser id',
      source: 'https://developers.facebook.com/docs/marketing-api/conversions-api/parameters/fbp-and-fbc',
      kind: 'identifier.cookie',
    },
    'cookie:_fbc': {
      meaning: 'click id',
      source: 'https://developers.facebook.com/docs/marketing-api/conversions-api/parameters/fbp-and-fbc',
      kind: 'identifier.click',
    },
  },
  examples: {
    match: [
      'https://clinic.example/_serverless/analytics-reporter/facebook/event?eventName=Lead',
      'https://data.clinic.example/events?event_name=PageView&fb.pixel_id=1',
      'https://clinic.example/wp-admin/admin-ajax.php?action=pys_api_event&pixel=facebook&event=PageView&eventID=a',
    ],
    miss: [
      'https://clinic.example/events?eventName=Lead',
      'https://clinic.example/events?event_name=Lead',
      'https://clinic.example/wp-admin/admin-ajax.php?action=save&pixel=1&event=x&eventID=a',
      'https://clinic.example/_serverless/analytics-reporter/facebook/event',
    ],
  },
} satisfies Signature
