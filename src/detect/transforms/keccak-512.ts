/** Keccak-512: see keccak.ts. */
import { keccak } from '../keccak.js'
import type { Transform } from '../transform.js'

const keccak512: Transform = {
  digest: (value) => keccak(value, 64),
  examples: [
    {
      value: '',
      hex: '0eab42de4c3ceb9235fc91acffe746b29c29a8c366b7c60e4e67c466f36a4304c00fa9caf9d87976ba469bcbe06713b4' +
        '35f091ef2769fb160cdab33d3670680e',
    },
    {
      value: 'abc',
      hex: '18587dc2ea106b9a1563e32b3312421ca164c7f1f07bc922a9c83d77cea3a1e5d0c69910739025372dc14ac964262937' +
        '9540c17e2a65b19d77aa511a9d00bb96',
    },
    {
      value: 'a'.repeat(200),
      hex: '644ca4058aa3e4c5e5d045f65f073c75ad6d2a82c751f63f7b23793293a84b62d4005a346ef6e708866f86644515cd46' +
        'aae134437e6c6ef7da8da7d5878c37d6',
    },
  ],
}

export default keccak512
