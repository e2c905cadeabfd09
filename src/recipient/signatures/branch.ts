import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Branch Metrics, Inc.',
  country: 'US',
  category: 'advertising',
  hosts: ['branch.io', 'app.link', 'bnc.lt'],
  fields: {
    device_fingerprint_id: { meaning: 'device id', source: observed, kind: 'identifier.device' },
    identity_id: { meaning: 'id of the user or browser', source: observed, kind: 'identifier.account' },
    browser_fingerprint_id: { meaning: 'browser id', source: observed, kind: 'identifier.device' },
    google_advertising_id: { meaning: 'advertising id of the device', source: observed, kind: 'identifier.device' },
    local_ip: { meaning: 'address of the device in its own network', source: observed },
  },
  examples: {
    match: ['https://api2.branch.io/v1/open'],
    miss: ['https://olive-branch.io/v1/open', 'https://branch.example/v1/open'],
  },
} satisfies Signature
