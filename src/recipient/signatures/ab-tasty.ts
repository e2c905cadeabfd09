import type { Signature } from '../signature.js'

export default {
  entity: 'AB Tasty SAS',
  country: 'FR',
  category: 'analytics',
  hosts: ['abtasty.com', 'flagship.io'],
  examples: { match: ['https://try.abtasty.com/x.js', 'https://ariane.abtasty.com/'], miss: ['https://labtasty.com/'] },
} satisfies Signature
