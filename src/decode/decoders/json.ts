/** The escapes inside JSON strings (RFC 8259 §7). Only the escapes: quotes, braces and commas stay where they are. */
import type { Decoder } from '../decoder.js'
import { unescaping } from '../escapes.js'
import { jsonEscapes } from '../json-escapes.js'
import { bytesOf } from '../text.js'

const json: Decoder = {
  triggers: bytesOf('\\'),
  ...unescaping(jsonEscapes),
  examples: [
    { encoded: '{"u":"{\\"q\\":\\"Blasenschw\\u00e4che\\"}"}', decoded: '{"u":"{"q":"Blasenschwäche"}"}' },
    { encoded: 'https:\\/\\/praxis.example\\/urologie', decoded: 'https://praxis.example/urologie' },
    { encoded: '\\ud83d\\ude00 \\ud83d', decoded: '😀 \\ud83d' },
    { encoded: '\\\\u00e4', decoded: '\\u00e4' },
  ],
}
export default json
