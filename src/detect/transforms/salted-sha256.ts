/**
 * SHA-256 with a fixed salt behind the value, as one tracker sends e-mail addresses: Senol, Acar, Humbert, Borgesius,
 * "Leaky Forms", USENIX Security 2022.
 */
import { openssl } from '../openssl.js'
import type { Transform } from '../transform.js'

const SALT = Buffer.from('QX4QkKEU')

const salted: Transform = {
  digest: (value) => openssl('sha256', Buffer.concat([value, SALT])),
  examples: [
    { value: '', hex: '663991614224dff471be3fe5877574ff3a7ec84ef8bc149680e71111efc992cb' },
    { value: 'abc', hex: 'fddb4da50c12fe6ef1b7ff579fe8beb5f9183b875a05546582b800fc4ea5fc76' },
  ],
}

export default salted
