/** Encodings that only a value, or the text right around it, can be put under; all others go around them. */
import { domainToASCII } from 'node:url'
import type { Encoder, Shape } from './encoders.js'

export interface ValueEncoder extends Encoder {
  /** Whether it changes the value, and in a way that can be undone. */
  applies(value: string): boolean
}

const utf8 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text))
const text = (value: Uint8Array): string => Buffer.from(value).toString()
const isAscii = (value: string): boolean => /^[\x20-\x7e]*$/.test(value)
/** The value in `{"insurance":"…"}`. */
const inJson = (json: string, encode: (value: string) => string): Uint8Array => utf8(json.replace(/(?<=:")[^"]+/, encode))
const asText = (): Shape => 'text'
const inner = { takes: ['text'], gives: asText, locates: true } as const

const ORDERED = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
/** Senol, Acar, Humbert, Borgesius, "Leaky Forms", USENIX Security 2022. */
const SHUFFLED = 'kibp8A4EWRMKHa7gvyz1dOPt6UI5xYD3nqhVwZBXfCcFeJmrLN20lS9QGsjTuo'

export const valueEncoders: Readonly<Record<string, ValueEncoder>> = {
  'Latin-1': {
    ...inner, layers: ['latin-1'], gives: () => 'known', transparent: true,
    applies: (value) => !isAscii(value),
    encode: (value) => new Uint8Array(Buffer.from(text(value), 'latin1')),
  },
  'UTF-8 as Latin-1': {
    ...inner, layers: ['mojibake'], applies: (value) => !isAscii(value),
    encode: (value) => utf8(Buffer.from(value).toString('latin1')),
  },
  'soft hyphens': {
    ...inner, layers: ['typesetting'], applies: () => true,
    encode: (value) => inJson(text(value), (one) => `${one.slice(0, 4)}\u00ad${one.slice(4)}`),
  },
  'blanks of a page': {
    ...inner, layers: ['typesetting'], applies: (value) => value.includes(' '),
    encode: (value) => inJson(text(value), (one) => one.replace(' ', '\u00a0').replaceAll(' ', '\n   ')),
  },
  ROT13: {
    ...inner, layers: ['rot13'], applies: (value) => value.replace(/[^a-z]/gi, '').length >= 5,
    encode: (value) => inJson(text(value), (one) =>
      one.replace(/[a-z]/gi, (letter) => String.fromCharCode(letter.charCodeAt(0) + (letter.toLowerCase() < 'n' ? 13 : -13)))),
  },
  substitution: {
    ...inner, layers: ['substitution'], applies: (value) => value.includes('@'),
    encode: (value) => inJson(text(value), (one) => one.replace(/[0-9a-z]/gi, (sign) => SHUFFLED.charAt(ORDERED.indexOf(sign)))),
  },
  punycode: {
    ...inner, layers: ['punycode'], locates: false, applies: (value) => /^\p{L}+$/u.test(value) && !isAscii(value),
    encode: (value) => inJson(text(value), (one) => `https://${domainToASCII(one)}.example/`),
  },
  'base64 in lines': {
    // A piece of it has no line that is long enough to be one.
    ...inner, locates: false, layers: ['folded-lines', 'base64'], applies: () => true,
    encode: (value) => utf8(Buffer.from(' '.repeat(40) + text(value) + ' '.repeat(40)).toString('base64').replace(/.{76}/g, '$&\r\n')),
  },
}
