/** One request for each way in which a value is carried; `as` is what must be said of it. */
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { encoders, lzCompress } from '../roundtrip/encoders.js'

export const VALUE = 'Blasenschwäche'
export const ENDPOINT = 'https://www.facebook.com/tr/?id=1&ev=x'

export interface Row {
  /** Part, field and layers of the only leak. */
  readonly as: string
  readonly url?: string
  readonly headers?: readonly { readonly name: string; readonly value: string }[]
  readonly body?: { readonly mimeType: string; readonly text?: string; readonly encoding?: string; readonly params?: readonly object[] }
  readonly frames?: readonly { readonly type: string; readonly time: number; readonly opcode: number; readonly data: string }[]
}

const JSON_TEXT = JSON.stringify({ event: 'search', ctx: { q: VALUE, n: 12 } })
const enc = encodeURIComponent
const bytes = (text: string, encoding: BufferEncoding = 'utf8'): Buffer => Buffer.from(text, encoding)
const base64 = (value: string | Uint8Array): string => Buffer.from(value as string).toString('base64')
const base64url = (value: string | Uint8Array): string => Buffer.from(value as string).toString('base64url')
const encoded = (name: string, text = JSON_TEXT): Buffer => Buffer.from(encoders[name]!.encode(bytes(text)))
const escaped = (text: string): string => text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
const bigEnd = (text: string): Buffer => bytes(text, 'utf16le').swap16()
const rot13 = (text: string): string =>
  text.replace(/[a-z]/gi, (letter) => String.fromCharCode(letter.charCodeAt(0) + (letter.toLowerCase() < 'n' ? 13 : -13)))

const query = (text: string, as: string): Row => ({ url: `${ENDPOINT}&d=${text}`, as: `query ${as}` })
const url = (address: string, as: string): Row => ({ url: address, as })
const header = (name: string, value: string, as: string): Row => ({ headers: [{ name, value }], as })
const post = (mimeType: string, body: Omit<NonNullable<Row['body']>, 'mimeType'>, as: string): Row => ({ body: { mimeType, ...body }, as: `body ${as}` })
const binary = (body: Uint8Array, as: string, mimeType = 'application/octet-stream'): Row =>
  post(mimeType, { text: base64(body), encoding: 'base64' }, as)
const socket = (data: string, opcode: number, as: string): Row => ({ frames: [{ type: 'send', time: 1, opcode, data }], as: `websocket ${as}` })

const BOUNDARY = '----b9'
const MULTIPART = `multipart/form-data; boundary=${BOUNDARY}`
const part = (head: string, body: string, end = '\r\n'): string =>
  [`--${BOUNDARY}`, `Content-Disposition: form-data; ${head}`, '', body, `--${BOUNDARY}--`, ''].join(end)

const long = JSON.stringify({ pad: Array.from({ length: 300 }, (_, at) => `k${(at * 7919) % 1009}`), q: VALUE })
/** The same, compressed by the zstd command. */
const ZSTD = bytes([
  'KLUv/WQ0B/UPALYnVB2wJ8sBDCUMNgMZ6Eb4MiG4IQ91iJQpySSTHzrD8U0ARQBGAJ1yKWJdcRqeryZo2dij12ayH55o+IlQxfUWlSWd8lDEup',
  'Bp2F/NaNncpBd3sh85UZG0ESFqXX9XLV8yI3EPNRwODtFwCIBwGJBg4KAgw9Wzm2Te5KV/qTlJIkMuVcmKbU0f1dpIzHjkipmrhz99H+Wl6VJ1',
  'IYlMuVTVFdvwPGqCIzH2yLWZ64c/jR+FKqZLkZAkJlFx9EnpElWhqJRbxXGV0aH4PLOJO/+sm7xwbiEqjiil6YukVqmOg6Ziw+jMbvImLv2zdv',
  'IiQxaikhGlNX1Ra5WYcZArFgsOCwwKDBokYFBAUGABQQIBAAeEw4HDgYDDbdJrO9kPT2R+IlRxvUVlSSc+FLFZyDTsr2a0bG7Si+vPBomYQoQs',
  'RewUlTWl2jT+2SzEnf2VRwvnAYEqqCEQu/tnYbJAMDwRYPzA8Te/ZmK/4z7rKI3seKe9yQgm3ohnTjG/f84bl4f93jvZo+JNw9lEdjBq48/Nbc',
  '9d52Xhu4pJPCDw8NuRrW8/n7fLwrvuhVyQeHecn34U1fLi3z8nuzjeHvenT6W1PPx37MgujrfDNRP/PeqzbynJjnearYyQ+DOPZuLfdzfrlEb2',
  'eOfeZAiJr8tNQ/YDdb9OGJsC/DAsRQFUBSHEODU=',
].join(''), 'base64')

export const requests: Readonly<Record<string, Row>> = {
  'as it is': query(VALUE, 'd: '),
  percent: query(enc(VALUE), 'd: percent'),
  'percent in small letters': query(enc(VALUE).toLowerCase(), 'd: percent'),
  'percent twice': query(enc(enc(VALUE)), 'd: percent>percent'),
  'percent thrice': query(enc(enc(enc(VALUE))), 'd: percent>percent>percent'),
  'percent four times': query(enc(enc(enc(enc(VALUE)))), 'd: percent>percent>percent>percent'),
  'percent of Latin-1': query('Blasenschw%E4che', 'd: percent'),
  'percent of percent of Latin-1': query('Blasenschw%25E4che', 'd: percent>percent'),
  'escape()': query(escape(`☃ ${VALUE}`), 'd: percent'),
  'blanks as plus': query(`eine+${enc(VALUE)}+ja`, 'd: percent'),
  base64: query(base64(VALUE), 'd: base64'),
  'base64, percent': query(enc(base64(VALUE)), 'd: base64'),
  base64url: query(base64url(VALUE), 'd: base64'),
  'base64 between points': query(`v1.${base64url(JSON_TEXT)}.sig`, 'd.ctx.q: base64'),
  'base64 behind a prefix': query(`abc_${base64url(JSON_TEXT)}-x1`, 'd.ctx.q: base64'),
  'base64 behind one letter': query(`s${base64url(JSON_TEXT)}`, 'd.ctx.q: base64'),
  'base64 behind nine letters': query(`sessionv1${base64url(JSON_TEXT)}`, 'd.ctx.q: base64'),
  'base64 of Latin-1': query(enc(bytes(VALUE, 'latin1').toString('base64')), 'd: percent>base64'),
  'base64 of UTF-16': query(enc(base64(bytes(VALUE, 'utf16le'))), 'd: base64>utf-16'),
  'base64 in lines': query(enc(base64(`{"pad":"${'x'.repeat(37)}","q":"${VALUE}"}`).replace(/.{76}/g, '$&\r\n')), 'd.q: percent>folded-lines>base64'),
  'base64 in a data URL': query(`data:application/json;base64,${base64(JSON_TEXT)}`, 'd.ctx.q: base64'),
  'base64 thrice': query(enc(base64(base64(base64(JSON_TEXT)))), 'd.ctx.q: base64>base64>base64'),
  base32: query(encoded('base32', VALUE).toString(), 'd: base32'),
  'base32, small, no padding': query(encoded('base32', VALUE).toString().toLowerCase().replace(/=/g, ''), 'd: base32'),
  base58: query(encoded('base58', VALUE).toString(), 'd: base58'),
  'gzip in base58': query(Buffer.from(encoders['base58']!.encode(gzipSync(JSON_TEXT))).toString(), 'd.ctx.q: base58>gzip'),
  hex: query(bytes(VALUE).toString('hex'), 'd: hex'),
  'hex in capitals behind 0x': query(`0x${bytes(VALUE).toString('hex').toUpperCase()}`, 'd: hex'),
  'entity by name': query(enc('Blasenschw&auml;che'), 'd: percent>html-entities'),
  'entity by number': query(enc('Blasenschw&#228;che'), 'd: percent>html-entities'),
  'entity in hex': query(enc('Blasenschw&#xE4;che'), 'd: percent>html-entities'),
  'entity without semicolon': query(enc('Blasenschw&#228che'), 'd: percent>html-entities'),
  'entity twice': query(enc('Blasenschw&amp;auml;che'), 'd: percent>html-entities>html-entities'),
  'soft hyphen': query(enc('Blasen\u00adschwäche'), 'd: percent>typesetting'),
  'soft hyphen as entity': query(enc('Blasen&shy;schwäche'), 'd: percent>html-entities>typesetting'),
  'zero-width blank': query(enc('Blasen\u200bschwäche'), 'd: percent>typesetting'),
  '\\u': query(enc('"Blasenschw\\u00e4che"'), 'd: percent>json'),
  '\\x': query(enc('Blasenschw\\xe4che'), 'd: percent>js'),
  '\\x of UTF-8': query(enc('Blasenschw\\xc3\\xa4che'), 'd: percent>js>mojibake'),
  '\\u{}': query(enc('Blasenschw\\u{e4}che'), 'd: percent>js'),
  'UTF-8 as Latin-1': query(enc('BlasenschwÃ¤che'), 'd: percent>mojibake'),
  'UTF-8 as Latin-1, twice': query(enc(bytes('BlasenschwÃ¤che').toString('latin1')), 'd: percent>mojibake>mojibake'),
  'JSON in JSON in JSON': query(enc(JSON.stringify({ a: JSON.stringify({ b: JSON.stringify({ c: VALUE }) }) })), 'd.a.b.c: percent'),
  'the same in ASCII': query(enc(escaped(JSON.stringify({ a: JSON.stringify({ b: escaped(JSON.stringify({ c: VALUE })) }) }))), 'd.a.b.c: percent>json>json>json'),
  'URL in URL in URL': query(enc(`https://a.example/?u=${enc(`https://b.example/?r=${enc(`https://c.example/s?q=${enc(VALUE)}`)}`)}`), 'd: percent>percent>percent>percent'),
  'query in a value': query(enc(`e=exd&p0=${enc(`q=${enc(VALUE)}`)}&z=1`), 'd: percent>percent>percent'),
  'list by ;': query(enc(`a;b=1;${VALUE};c`), 'd: percent'),
  'list by |': query(enc(`a|${VALUE}|c`), 'd: percent'),
  'list by ,': query(`a,${enc(VALUE)},c`, 'd: percent'),
  'base64 in a list by |': query(enc(`a|${base64(VALUE)}|c`), 'd: percent>base64'),
  'base64 in a list by ,': query(`a,${base64url(VALUE)},c`, 'd: base64'),
  JWT: query(`${base64url('{"alg":"HS256"}')}.${base64url(JSON_TEXT)}.${base64url('signature')}`, 'd.ctx.q: jwt'),
  'JWT without signature': query(`${base64url('{"alg":"none"}')}.${base64url(JSON_TEXT)}.`, 'd.ctx.q: jwt'),
  gzip: binary(gzipSync(JSON_TEXT), 'ctx.q: gzip'),
  'gzip, long': binary(gzipSync(long), 'q: gzip'),
  'gzip in base64': query(enc(base64(gzipSync(JSON_TEXT))), 'd.ctx.q: percent>base64>gzip'),
  // Read to the first escape it would inflate as far as the value, and be none for whoever undoes it.
  'gzip in base64 with an escape in it': query(
    'H4sIAAAAAAAAAyXKOQqAMBQFwLt8eJ2FvAiBdC4XiTEatxhJYSHeXcR65pYkRqAbkCdIqBpks9nsY3bhQqtQVy74z9iCjP8qoTspJIsR27vBj1OYl3Xb45FKeV7nD%2BSFVwAAAA%3D%3D',
    'd.p: percent>base64>gzip>percent'),
  'gzip twice': binary(gzipSync(gzipSync(JSON_TEXT)), 'ctx.q: gzip>gzip'),
  'gzip behind the header of a gRPC message': binary(Buffer.concat([Buffer.from([1, 0, 0, 0, 80]), gzipSync(JSON_TEXT)]), 'ctx.q: gzip'),
  'gzip as characters': post('text/plain', { text: gzipSync(JSON_TEXT).toString('latin1') }, 'ctx.q: gzip'),
  zlib: binary(deflateSync(JSON_TEXT), 'ctx.q: zlib'),
  'zlib behind the header of a session replay': binary(
    Buffer.concat([bytes('{"event_id":"a1"}\n{"type":"replay_recording"}\n{"segment_id":0}\n'), deflateSync(JSON_TEXT)]), 'ctx.q: zlib'),
  'zlib between other bytes': binary(Buffer.concat([bytes('x\x9cab\n', 'latin1'), deflateSync(JSON_TEXT), bytes('\nx\x9c, the end', 'latin1')]), 'ctx.q: zlib'),
  'zlib as characters': post('text/plain', { text: deflateSync(JSON_TEXT).toString('latin1') }, 'ctx.q: zlib'),
  'raw deflate': binary(deflateRawSync(JSON_TEXT), 'ctx.q: deflate'),
  'raw deflate in base64': query(enc(base64(deflateRawSync(JSON_TEXT))), 'd.ctx.q: percent>base64>deflate'),
  'raw deflate of gzip': binary(deflateRawSync(gzipSync(JSON_TEXT)), 'ctx.q: deflate>gzip'),
  'raw deflate of raw deflate, thrice, in base64': query(
    enc(base64(deflateRawSync(deflateRawSync(deflateRawSync(long))))), 'd.q: percent>base64>deflate>deflate>deflate'),
  'raw deflate of brotli in hex': query(deflateRawSync(brotliCompressSync(long)).toString('hex'), 'd.q: hex>deflate>brotli'),
  'raw deflate as characters, in a query': query(enc(deflateRawSync(long).toString('latin1')), 'd.q: percent>binary-string>deflate'),
  'brotli of zstd': binary(brotliCompressSync(ZSTD), 'q: brotli>zstd'),
  'brotli of brotli of brotli in base64': query(
    enc(base64(brotliCompressSync(brotliCompressSync(brotliCompressSync(long))))), 'd.q: percent>base64>brotli>brotli>brotli'),
  'raw deflate in base58': query(Buffer.from(encoders['base58']!.encode(deflateRawSync(JSON_TEXT))).toString(), 'd.ctx.q: base58>deflate'),
  'brotli as characters of Windows-1252': query(
    enc(new TextDecoder('windows-1252').decode(brotliCompressSync(long))), 'd.q: percent>binary-string>brotli'),
  'brotli in a string of JSON': post('application/json', { text: JSON.stringify({ v: 1, d: brotliCompressSync(long).toString('latin1') }) }, 'd: binary-string>brotli'),
  'JSON with gzip in it, given to btoa()': query(
    enc(btoa(JSON.stringify({ d: gzipSync(JSON_TEXT).toString('latin1') }))), 'd.d: percent>base64>binary-string>gzip'),
  brotli: binary(brotliCompressSync(long), 'q: brotli'),
  'brotli in base64url': query(base64url(brotliCompressSync(long)), 'd.q: base64>brotli'),
  zstd: binary(ZSTD, 'q: zstd'),
  'zstd in hex': query(ZSTD.toString('hex'), 'd.q: hex>zstd'),
  'LZ-string, base64': query(encoded('lz-string in base64').toString(), 'd.ctx.q: lz-string'),
  'LZ-string, URI': query(encoded('lz-string in a URI').toString().slice(2), 'd.ctx.q: lz-string'),
  'LZ-string, bytes in hex': query(Buffer.from(lzCompress(JSON_TEXT, 8)).toString('hex'), 'd.ctx.q: hex>lz-string'),
  'LZ-string, UTF-16': post('text/plain', { text: encoded('lz-string in UTF-16').toString() }, 'ctx.q: lz-string'),
  'LZ-string, bytes': binary(Uint8Array.from(lzCompress(JSON_TEXT, 8)), 'ctx.q: lz-string'),
  protobuf: binary(encoded('protobuf', `${VALUE}, ja`), ': '),
  'protobuf, gzip': binary(gzipSync(encoded('protobuf', VALUE)), ': gzip'),
  'protobuf in base64': query(enc(base64(encoded('protobuf', VALUE))), 'd: base64'),
  MessagePack: binary(encoded('msgpack', VALUE), ': '),
  'MessagePack, one behind the other': binary(Buffer.concat([Buffer.from('81a16101', 'hex'), encoded('msgpack', VALUE)]), ': '),
  CBOR: binary(encoded('cbor', VALUE), ': '),
  'CBOR, one behind the other': binary(Buffer.concat([Buffer.from('a1616101', 'hex'), encoded('cbor', VALUE)]), ': '),
  'CBOR in base64': query(enc(base64(encoded('cbor', VALUE))), 'd: base64'),
  multipart: post(MULTIPART, { text: part('name="q"', VALUE) }, 'q: '),
  'multipart, line feeds': post(MULTIPART, { text: part('name="q"', VALUE, '\n') }, 'q: '),
  'multipart without its boundary': post('multipart/form-data', { text: part('name="q"', VALUE) }, 'q: '),
  'multipart, base64': post(MULTIPART, { text: part('name="q"', base64(JSON_TEXT)) }, 'q.ctx.q: base64'),
  'multipart, name of a file': post(MULTIPART, { text: part(`name="f"; filename="${VALUE}.pdf"`, 'x') }, 'f.filename: '),
  'multipart, encoded name of a file': post(MULTIPART, { text: part(`name="f"; filename*=UTF-8''${enc(VALUE)}.pdf`, 'x') }, 'f.filename: percent'),
  'multipart, params': post(MULTIPART, { params: [{ name: 'f', fileName: `${VALUE}.pdf` }] }, 'f.filename: '),
  'multipart, gzip': binary(Buffer.concat([bytes(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="f"\r\n\r\n`), gzipSync(JSON_TEXT), bytes(`\r\n--${BOUNDARY}--`)]), 'f.ctx.q: gzip', MULTIPART),
  'lines of queries': post('text/plain', { text: `en=scroll&x=1\r\nen=s&q=${enc(VALUE)}&_et=2` }, 'q: percent'),
  'lines of JSON': post('application/x-ndjson', { text: `{"a":1}\n{"q":"${VALUE}"}\n` }, 'q: '),
  form: post('application/x-www-form-urlencoded', { text: `a=1&q=${enc(VALUE)}` }, 'q: percent'),
  'form, params decoded': post('application/x-www-form-urlencoded', { params: [{ name: 'q', value: VALUE }] }, 'q: '),
  'form, params encoded': post('application/x-www-form-urlencoded', { params: [{ name: 'q', value: enc(VALUE) }] }, 'q: percent'),
  'form, empty text': post('application/x-www-form-urlencoded', { text: '', params: [{ name: 'q', value: VALUE }] }, 'q: '),
  'form, as a name': post('application/x-www-form-urlencoded', { text: `${enc(VALUE)}=1` }, '(name): percent'),
  'form without its type': post('', { text: `a=1&q=${enc(VALUE)}` }, 'q: percent'),
  'JSON, base64': binary(bytes(JSON_TEXT), 'ctx.q: ', 'application/json'),
  'JSON in Latin-1, base64': binary(bytes(JSON_TEXT, 'latin1'), 'ctx.q: ', 'application/json'),
  'JSON behind )]}\'': post('application/json', { text: `)]}'\n${JSON_TEXT}` }, 'ctx.q: '),
  'key of JSON': post('application/json', { text: JSON.stringify({ [VALUE]: 1 }) }, '(name): '),
  XML: post('text/xml', { text: '<a><q>Blasenschw&#228;che</q></a>' }, ': html-entities'),
  'UTF-16, little end first': binary(bytes(JSON_TEXT, 'utf16le'), 'ctx.q: utf-16'),
  'UTF-16, big end first, with a mark': binary(bigEnd(`\ufeff${JSON_TEXT}`), 'ctx.q: utf-16'),
  ROT13: query(enc(rot13(VALUE)), 'd: percent>rot13'),
  'ROT13 of JSON in base64': query(base64url(rot13(JSON_TEXT)), 'd.pgk.d: base64>rot13'),
  'ROT13 of base64': query(rot13(base64url(VALUE)), 'd: rot13>base64'),
  'ROT13 of gzip in base64': query(enc(rot13(base64(gzipSync(JSON_TEXT)))), 'd.ctx.q: percent>rot13>base64>gzip'),
  'ROT13 of hex': query(rot13(bytes(VALUE).toString('hex')), 'd: rot13>hex'),
  'ROT13 of percent': query(enc(rot13(enc(VALUE))), 'd: percent>rot13>percent'),
  'ROT13 of JSON in ASCII': query(enc(rot13(escaped(JSON_TEXT))), 'd.pgk.d: percent>rot13>json'),
  'UTF-7': query(enc('Blasenschw+AOQ-che'), 'd: percent>utf-7'),
  'UTF-7 as it is': query('Blasenschw+AOQ-che', 'd: utf-7'),
  'quoted-printable, letters': query('Bl=61senschw=61eche', 'd: quoted-printable'),
  'base32 in lines of quoted-printable, behind a name': query(
    enc(`https://a.example/?u=${encoded('base32hex', `${'x'.repeat(38)} ${VALUE}`).toString().replace(/.{75}/, '$&=\r\n')}`), 'd: percent>folded-lines>base32hex'),
  'Z85 in prose': query(enc(`seen ${encoded('Z85', VALUE)}, today`), 'd: percent>z85'),
  'Ascii85 in prose': query(enc(`seen ${encoded('Ascii85 without its brackets', VALUE)} today`), 'd: percent>ascii85'),
  "git's base85 in the address of a page": query(enc(`https://a.example/?a=1&q=${encoded("git's base85", VALUE)}&b=2`), 'd: percent>base85'),
  'Z85 in a parameter': query(enc(encoded('Z85', VALUE).toString()), 'd: percent>z85'),
  'Z85 in a cookie': header('Cookie', `a=1; s=${enc(encoded('Z85', VALUE).toString())}; b=2`, 'cookie s: percent>z85'),
  'Ascii85 as bytes, in which a sign is the one behind a name': binary(encoded('Ascii85 without its brackets', `a=1&q=${VALUE}`), ': ascii85'),
  'characters of raw deflate in base64, in a path': url(
    `https://tracker.example/x/${enc(base64(deflateRawSync(long).toString('latin1')))}/y`, 'path q: percent>base64>binary-string>deflate'),
  'raw deflate in base64, in a path that can be read with it': url(
    `https://tracker.example/0/x/${base64url(deflateRawSync(JSON_TEXT))}/y`, 'path ctx.q: base64>deflate'),
  punycode: query(enc('https://xn--blasenschwche-kfb.example/'), 'd: percent>punycode'),
  'host in punycode': url('https://xn--blasenschwche-kfb.tracker.example/p', 'host : punycode'),
  'user name of an address': url(`https://${enc(VALUE)}:secret@tracker.example/p`, 'host username: percent'),
  'password of an address': url(`https://user:${enc(VALUE)}@tracker.example/p`, 'host password: percent'),
  'user name of an address in a query': query(enc(`https://${enc(VALUE)}:secret@a.example/`), 'd: percent>percent'),
  'user name of an address in JSON': post('application/json', { text: JSON.stringify({ u: `wss://${enc(VALUE)}:s@a.example/` }) }, 'u: percent'),
  'user name of an address in base64': url(`https://${base64url(VALUE)}@tracker.example/p`, 'host username: base64'),
  'Basic authorization': header('Authorization', `Basic ${base64(`${VALUE}:secret`)}`, 'header authorization: base64'),
  'part of a path': url(`https://tracker.example/a/${enc(VALUE)}/b`, 'path : percent'),
  'base64 in a path': url(`https://tracker.example/a/${base64url(JSON_TEXT)}/b.gif`, 'path ctx.q: base64'),
  'parameter of a path': url(`https://1.fls.doubleclick.net/activityi;src=1;u20=${enc(VALUE)};ord=1?`, 'path u20: percent'),
  header: header('x-ctx', base64(JSON_TEXT), 'header x-ctx.ctx.q: base64'),
  'header whose bytes were read as Latin-1': header('x-ctx', bytes(VALUE).toString('latin1'), 'header x-ctx: mojibake'),
  Referer: header('Referer', `https://www.klinik.example/s?q=${enc(VALUE)}`, 'referer referer: percent'),
  cookie: header('Cookie', `a=1; s=${base64(JSON_TEXT)}`, 'cookie s.ctx.q: base64'),
  'name of a cookie': header('Cookie', 'a=1; Blasenschwaeche=2', 'cookie (name): '),
  'sub-protocol of a WebSocket': header('Sec-WebSocket-Protocol', `graphql-ws, header-${base64url(JSON_TEXT)}`, 'header sec-websocket-protocol.ctx.q: base64'),
  'text frame': socket(`42["ev",${JSON_TEXT}]`, 1, '[1].ctx.q: '),
  'binary frame': socket(base64(gzipSync(JSON_TEXT)), 2, 'ctx.q: gzip'),
  'six encodings': query(enc(base64(gzipSync(enc(JSON.stringify({ a: base64(enc(VALUE)) }))))), 'd.a: percent>base64>gzip>percent>base64>percent'),
  'seven encodings': query(enc(base64(gzipSync(base64(gzipSync(base64(gzipSync(VALUE))))))), 'd: percent>base64>gzip>base64>gzip>base64>gzip'),
}
