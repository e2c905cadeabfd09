import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

const conversions =
  'https://developers.facebook.com/docs/marketing-api/conversions-api/parameters/customer-information-parameters'

export default {
  entity: 'Meta Platforms Ireland Limited',
  country: 'IE',
  category: 'social',
  hosts: ['graph.facebook.com', 'graph.instagram.com'],
  fields: {
    anon_id: { meaning: 'id of the installed app', source: observed, kind: 'identifier.device' },
    advertiser_id: { meaning: 'advertising id of the device', source: observed, kind: 'identifier.device' },
    app_user_id: { meaning: 'the app\'s own id of the user', source: observed, kind: 'identifier.account' },
    custom_events: { meaning: 'list of events, JSON', source: observed },
    extinfo: { meaning: 'data of the device, JSON', source: observed },
    'data[].user_data.fbp': {
      meaning: 'browser id from the cookie _fbp',
      source: conversions,
      kind: 'identifier.cookie',
    },
    'data[].user_data.fbc': { meaning: 'click id from the cookie _fbc', source: conversions, kind: 'identifier.click' },
    'data[].user_data.external_id': {
      meaning: 'the site\'s own id of the visitor, plain or hashed', source: conversions, kind: 'identifier.account',
    },
    'data[].user_data.em': { meaning: 'e-mail, SHA-256', source: conversions, kind: 'identity.email' },
    'data[].user_data.ph': { meaning: 'phone, SHA-256', source: conversions, kind: 'identity.phone' },
    'data[].user_data.fn': { meaning: 'first name, SHA-256', source: conversions, kind: 'identity.name' },
    'data[].user_data.ln': { meaning: 'surname, SHA-256', source: conversions, kind: 'identity.name' },
    'data[].user_data.db': { meaning: 'date of birth, SHA-256', source: conversions, kind: 'identity.birthdate' },
    'data[].user_data.ct': { meaning: 'city, SHA-256', source: conversions, kind: 'identity.address' },
    'data[].user_data.zp': { meaning: 'postcode, SHA-256', source: conversions, kind: 'identity.address' },
    'data[].user_data.*': { meaning: 'data of the person, SHA-256', source: conversions },
    'data[].custom_data.*': { meaning: 'data of the event, as the site sets them', source: conversions },
    'data[].event_source_url': { meaning: 'address of the page', source: conversions },
    application_package_name: { meaning: 'name of the app', source: observed },
  },
  examples: {
    match: [
      'https://graph.facebook.com/v14.0/1234567890/activities',
      'https://graph.facebook.com/v14.0/app?access_token=1%7C2',
    ],
    miss: ['https://facebook.com/v14.0/1234567890/activities', 'https://graph.facebook.com.example/v14.0/1/activities'],
  },
} satisfies Signature
