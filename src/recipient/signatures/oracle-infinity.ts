import type { Signature } from '../signature.js'

export default {
  entity: 'Oracle America, Inc.',
  country: 'US',
  category: 'analytics',
  hosts: ['oracleinfinity.io', 'webtrendslive.com'],
  examples: { match: ['https://dc.oracleinfinity.io/x/dcs.gif'], miss: ['https://oracleinfinity.example/dcs.gif'] },
} satisfies Signature
