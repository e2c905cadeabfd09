/** MD5: RFC 1321. */
import { hash } from 'node:crypto'
import type { Transform } from '../transform.js'

const md5: Transform = {
  digest: (value) => hash('md5', value, 'buffer'),
  examples: [
    { value: '', hex: 'd41d8cd98f00b204e9800998ecf8427e' },
    { value: 'abc', hex: '900150983cd24fb0d6963f7d28e17f72' },
  ],
}

export default md5
