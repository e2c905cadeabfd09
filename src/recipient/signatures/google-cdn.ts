import type { Signature } from '../signature.js'

export default {
  entity: 'Google Ireland Limited',
  country: 'IE',
  category: 'cdn',
  hosts: ['ajax.googleapis.com', 'storage.googleapis.com'],
  examples: {
    match: ['https://ajax.googleapis.com/ajax/libs/jquery/3/jquery.min.js'],
    miss: ['https://ajax.googleapis.com.example/'],
  },
} satisfies Signature
