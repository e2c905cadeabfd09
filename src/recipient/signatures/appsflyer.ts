import type { Signature } from '../signature.js'

export default {
  entity: 'AppsFlyer Ltd.',
  country: 'IL',
  category: 'advertising',
  hosts: ['appsflyer.com', 'appsflyersdk.com', 'onelink.me'],
  fields: {
    appsflyer_id: {
      meaning: 'AppsFlyer\'s id of the device',
      source: 'https://dev.appsflyer.com/hc/reference/s2s-events-api3-post',
      kind: 'identifier.device',
    },
    advertising_id: {
      meaning: 'advertising id of the device',
      source: 'https://dev.appsflyer.com/hc/reference/s2s-events-api3-post',
      kind: 'identifier.device',
    },
    customer_user_id: {
      meaning: 'the site\'s own id of the user',
      source: 'https://dev.appsflyer.com/hc/reference/s2s-events-api3-post',
      kind: 'identifier.account',
    },
  },
  examples: { match: ['https://launches.appsflyersdk.com/api/v6/androidevent'], miss: ['https://appsflyer.example/'] },
} satisfies Signature
