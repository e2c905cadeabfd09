import type { Signature } from '../signature.js'

export default {
  entity: 'Adjust GmbH',
  country: 'DE',
  category: 'advertising',
  hosts: ['adjust.com', 'adjust.io', 'adjust.world', 'adj.st'],
  fields: {
    gps_adid: {
      meaning: 'advertising id of the device',
      source: 'https://dev.adjust.com/en/api/s2s-api/events',
      kind: 'identifier.device',
    },
    idfa: {
      meaning: 'advertising id of the device',
      source: 'https://dev.adjust.com/en/api/s2s-api/events',
      kind: 'identifier.device',
    },
    adid: {
      meaning: 'Adjust\'s id of the device',
      source: 'https://dev.adjust.com/en/api/s2s-api/events',
      kind: 'identifier.device',
    },
    ip_address: {
      meaning: 'address of the client',
      source: 'https://dev.adjust.com/en/api/s2s-api/events',
      kind: 'network.ip',
    },
  },
  examples: { match: ['https://app.adjust.com/event'], miss: ['https://readjust.com/event'] },
} satisfies Signature
