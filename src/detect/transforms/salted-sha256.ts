/**
 * SHA-256 with a fixed salt behind the value, as one tracker sends e-mail addresses: Senol, Acar, Humbert, Borgesius,
 * "Leaky Forms", USENIX Security 2022.
 */
import { createHash } from 'node:crypto'
import type { Transform } from '../transform.js'

const salted: Transform = {
  digest: (value) => createHash('sha256').update(value).update('QX4QkKEU').digest(),
  examples: [
    { value: '', hex: '663991614224dff471be3fe5877574ff3a7ec84ef8bc149680e71111efc992cb' },
    { value: 'abc', hex: 'fddb4da50c12fe6ef1b7ff579fe8beb5f9183b875a05546582b800fc4ea5fc76' },
  ],
}

export default salted
