import type { Signature } from '../signature.js'

const protocol = 'https://docs.snowplow.io/docs/sources/trackers/snowplow-tracker-protocol/'

export default {
  // Snowplow is software: who runs it on this host, and with that the legal entity, the request does not say.
  entity: 'Snowplow, run by the operator of its host',
  country: '',
  category: 'analytics',
  hosts: [],
  // The path of what is posted can be chosen, the schema around it cannot: https://docs.snowplow.io/docs/events/http-requests/
  shape: [
    { path: /\/com\.snowplowanalytics\.snowplow\/tp2$/, fields: [] },
    { path: /\/i$/, fields: ['e', 'p', 'tv'] },
    { path: /^/, fields: ['schema', 'data'], text: 'iglu:com.snowplowanalytics.snowplow/payload_data/' },
  ],
  fields: {
    'data[].url': { meaning: 'address of the page', source: protocol },
    'data[].page': { meaning: 'title of the page', source: protocol },
    'data[].refr': { meaning: 'address of the page before', source: protocol },
    'data[].duid': { meaning: 'browser id', source: protocol, kind: 'identifier.cookie' },
    'data[].tnuid': { meaning: 'browser id across sites', source: protocol, kind: 'identifier.cookie' },
    'data[].uid': { meaning: 'the site\'s own id of the user', source: protocol, kind: 'identifier.account' },
    'data[].ip': { meaning: 'address of the client', source: protocol, kind: 'network.ip' },
    'data[].ue_px': { meaning: 'event, JSON in base64', source: protocol },
    'data[].cx': { meaning: 'what the site says of page and visitor, JSON in base64', source: protocol },
    'cookie:_sp_id*': { meaning: 'browser id', source: protocol, kind: 'identifier.cookie' },
    'cookie:sp': { meaning: 'browser id across sites', source: protocol, kind: 'identifier.cookie' },
  },
  examples: {
    match: [
      'https://clinic.example/com.snowplowanalytics.snowplow/tp2',
      'https://clinic.example/i?e=pv&p=web&tv=js-3.5.0',
      'https://clinic.example/a?schema=iglu:com.snowplowanalytics.snowplow/payload_data/jsonschema/1-0-4&data=1',
    ],
    miss: [
      'https://clinic.example/i?e=pv', 'https://clinic.example/a?schema=iglu:org.example/x&data=1',
      'https://clinic.example/tp2', 'https://clinic.example/com.snowplowanalytics.snowplow'],
  },
} satisfies Signature
