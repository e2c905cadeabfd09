/** Z85, ZeroMQ's base 85 (https://rfc.zeromq.org/spec/32/), which needs no escape in a string. */
import { createBase85 } from '../base85.js'
import type { Decoder } from '../decoder.js'
import { valuesOf } from '../runs.js'

const z85: Decoder = {
  ...createBase85(valuesOf('0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#')),
  examples: [
    { encoded: 'rDr1]z!A=}', decoded: 'Urologie' },
    { encoded: '{"q":"ltQ7KwO#N0xM}v&v}YB8atC(ngY"}', decoded: 'Blasenschwäche, 1974' },
    { encoded: 'seen: ltQ7KwO#N0xM}v&v}YB8atC(ngY, today', decoded: 'Blasenschwäche, 1974' },
    { encoded: 'BAhIEvpS^', decoded: 'truvada' },
  ],
}
export default z85
