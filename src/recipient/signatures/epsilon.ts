import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Epsilon Data Management, LLC',
  country: 'US',
  category: 'advertising',
  hosts: ['dotomi.com', 'conversantmedia.com', 'mediaplex.com', 'emjcd.com'],
  fields: {
    dtm_cid: { meaning: 'the advertiser', source: observed },
    dtm_user_id: { meaning: 'the site\'s own id of the user', source: observed, kind: 'identifier.account' },
    dtm_email_hash: { meaning: 'e-mail, hashed', source: observed, kind: 'identity.email' },
  },
  examples: { match: ['https://login.dotomi.com/ucm/UCMController?dtm_cid=1'], miss: ['https://dotomi.example/ucm'] },
} satisfies Signature
