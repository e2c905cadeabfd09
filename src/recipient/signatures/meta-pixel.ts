import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

const advanced = 'https://developers.facebook.com/docs/meta-pixel/advanced/advanced-matching'
const cookies = 'https://developers.facebook.com/docs/marketing-api/conversions-api/parameters/fbp-and-fbc'
const policy = 'https://www.facebook.com/privacy/policies/cookies/'

export default {
  entity: 'Meta Platforms Ireland Limited',
  country: 'IE',
  category: 'social',
  hosts: ['facebook.com', 'connect.facebook.net'],
  path: /^\/(tr\/?$|tr\/|\/log\/error|signals\/|[a-z]{2}_[A-Z]{2}\/fbevents\.js|privacy_sandbox\/)/,
  // The second is the gateway of the Conversions API, on a host of the site's own.
  shape: { path: /\/tr\/?$|\/events\/[\da-f]{16,128}$/, fields: ['id', 'ev', 'dl'] },
  fields: {
    dl: { meaning: 'address of the page', source: observed },
    rl: { meaning: 'address of the page before', source: observed },
    ev: { meaning: 'name of the event', source: 'https://developers.facebook.com/docs/meta-pixel/reference' },
    id: { meaning: 'the site\'s pixel', source: observed },
    eid: { meaning: 'number of the event, for removing duplicates', source: observed },
    fbp: { meaning: 'browser id from the cookie _fbp', source: cookies, kind: 'identifier.cookie' },
    fbc: { meaning: 'click id from the cookie _fbc', source: cookies, kind: 'identifier.click' },
    'ud[external_id]': {
      meaning: 'the site\'s own id of the visitor, plain or hashed',
      source: advanced,
      kind: 'identifier.account',
    },
    'udff[external_id]': {
      meaning: 'the site\'s own id of the visitor, scraped',
      source: observed,
      kind: 'identifier.account',
    },
    'ud[em]': { meaning: 'e-mail, SHA-256', source: advanced, kind: 'identity.email' },
    'ud[ph]': { meaning: 'phone, SHA-256', source: advanced, kind: 'identity.phone' },
    'ud[fn]': { meaning: 'first name, SHA-256', source: advanced, kind: 'identity.name' },
    'ud[ln]': { meaning: 'surname, SHA-256', source: advanced, kind: 'identity.name' },
    'ud[db]': { meaning: 'date of birth, SHA-256', source: advanced, kind: 'identity.birthdate' },
    'ud[ct]': { meaning: 'city, SHA-256', source: advanced, kind: 'identity.address' },
    'ud[zp]': { meaning: 'postcode, SHA-256', source: advanced, kind: 'identity.address' },
    'udff[em]': { meaning: 'e-mail, scraped from a form, SHA-256', source: advanced, kind: 'identity.email' },
    'udff[ph]': { meaning: 'phone, scraped from a form, SHA-256', source: advanced, kind: 'identity.phone' },
    'udff[fn]': { meaning: 'first name, scraped from a form, SHA-256', source: advanced, kind: 'identity.name' },
    'udff[ln]': { meaning: 'surname, scraped from a form, SHA-256', source: advanced, kind: 'identity.name' },
    'udff[db]': { meaning: 'date of birth, scraped from a form, SHA-256', source: advanced, kind: 'identity.birthdate' },
    'udff[ct]': { meaning: 'city, scraped from a form, SHA-256', source: advanced, kind: 'identity.address' },
    'udff[zp]': { meaning: 'postcode, scraped from a form, SHA-256', source: advanced, kind: 'identity.address' },
    'ud[*': { meaning: 'data of the person, set by the site, SHA-256', source: advanced },
    'udff[*': { meaning: 'data of the person, scraped from a form, SHA-256', source: advanced },
    'cd[buttonText]': { meaning: 'text of the button that was clicked', source: observed },
    'cd[buttonFeatures]': { meaning: 'the clicked button: text, target, id', source: observed },
    'cd[formFeatures]': { meaning: 'ids, names and placeholders of the form\'s fields', source: observed },
    'cd[pageFeatures]': { meaning: 'title of the page', source: observed },
    'cd[*': { meaning: 'data of the event, as the site or its markup gives them', source: observed },
    'cookie:fr': { meaning: 'browser id for advertising', source: policy, kind: 'identifier.cookie' },
    'cookie:datr': { meaning: 'browser id', source: policy, kind: 'identifier.cookie' },
    'cookie:sb': { meaning: 'browser id', source: policy, kind: 'identifier.cookie' },
    'cookie:c_user': { meaning: 'number of the account that is logged in', source: policy, kind: 'identifier.account' },
    'cookie:_fbp': { meaning: 'browser id', source: cookies, kind: 'identifier.cookie' },
    'cookie:_fbc': { meaning: 'click id', source: cookies, kind: 'identifier.click' },
  },
  examples: {
    match: [
      'https://www.facebook.com/tr/?id=664451853590242&ev=PageView&dl=https%3A%2F%2Fclinic.example%2F&fbp=fb.1.1.2',
      'https://www.facebook.com/tr?id=1&ev=PageView&noscript=1',
      'https://connect.facebook.net/en_US/fbevents.js',
      'https://connect.facebook.net/signals/config/1?v=2.9.1&domain=clinic.example',
      'https://px.clinic.example/tr/?id=664451853590242&ev=PageView&dl=https%3A%2F%2Fclinic.example%2F',
      'https://capig.clinic.example/events/0f1e2d3c4b5a69788796a5b4c3d2e1f0?id=6&ev=PageView&dl=https%3A%2F%2Fclinic.example',
    ],
    miss: [
      'https://evil-facebook.com/tr/?id=1',
      'https://facebook.com.evil.net/tr/?id=1',
      'https://www.facebook.com/clinic',
      'https://clinic.example/tr/op/?id=1',
      'https://clinic.example/events/autumn?id=1&ev=PageView&dl=x',
    ],
  },
} satisfies Signature
