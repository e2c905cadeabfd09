/** Keccak-224: see keccak.ts. */
import { keccak } from '../keccak.js'
import type { Transform } from '../transform.js'

const keccak224: Transform = {
  digest: (value) => keccak(value, 28),
  examples: [
    { value: '', hex: 'f71837502ba8e10837bdd8d365adb85591895602fc552b48b7390abd' },
    { value: 'abc', hex: 'c30411768506ebe1c2871b1ee2e87d38df342317300a9b97a95ec6a8' },
    { value: 'a'.repeat(200), hex: '9e46b4dc4886505f2c71634bf7feeced930c33d6f6125ddd66952e55' },
  ],
}

export default keccak224
