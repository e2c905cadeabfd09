import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Meta Platforms Ireland Limited',
  country: 'IE',
  category: 'social',
  hosts: [],
  shape: {
    path: /\/_serverless\/analytics-reporter\/facebook\/|\/(facebook|meta|fb)[-_/]?(capi|conversions?|event)s?\/?$/i,
    fields: ['eventName'],
  },
  fields: {
    eventName: { meaning: 'name of the event that the server hands on to Meta', source: observed },
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
    match: ['https://clinic.example/_serverless/analytics-reporter/facebook/event?eventName=Lead'],
    miss: [
      'https://clinic.example/events?eventName=Lead',
      'https://clinic.example/_serverless/analytics-reporter/facebook/event',
    ],
  },
} satisfies Signature
