import { test } from 'node:test'
import assert from 'node:assert/strict'
import { createExchangeReader } from '../../../src/exchange/exchange.js'
import type { Diagnostic, Exchange, Part } from '../../../src/model.js'
import type { HarEntry, HarPostData } from '../../../src/har/types.js'

interface Read { readonly exchange: Exchange; readonly codes: string[] }

function read(entry: HarEntry, files: Readonly<Record<string, string | Buffer>> = {}): Read {
  const diagnostics: Diagnostic[] = []
  const reader = createExchangeReader({
    body: (name) => Object.hasOwn(files, name) ? Buffer.from(files[name] as string) : undefined,
    pages: () => new Map(),
    diagnostic: (one) => diagnostics.push(one),
  })
  const exchange = reader(entry, 0)
  assert.ok(exchange !== undefined)
  return { exchange, codes: diagnostics.map(({ code }) => code) }
}

/** `name=value` of each field of a part; every value is checked to stand where its pointer and offset say. */
function fieldsIn(part: Part, entry: HarEntry, files: Readonly<Record<string, string | Buffer>> = {}): string[] {
  return read(entry, files).exchange.fields.filter((field) => field.part === part).map(({ name, value, pointer, offset }) => {
    let at: unknown = entry
    for (const step of pointer.slice(1).split('/')) at = (at as Record<string, unknown>)[step]
    const whole = pointer.endsWith('_file') ? Buffer.from(files[String(at)]!) : Buffer.from(String(at))
    const text = Buffer.from(value).toString()
    assert.equal(whole.toString('utf8', offset, offset + value.length), text, `${name} at ${pointer}+${offset}`)
    return `${name}=${text}`
  })
}

const of = (url: string): HarEntry => ({ request: { method: 'GET', url } })
const post = (mimeType: string, text: string, more: object = {}): HarEntry =>
  ({ request: { method: 'POST', url: 'https://a.example/', postData: { mimeType, text, ...more } } })

test('host: what stands before the registered domain', () => {
  assert.deepEqual(fieldsIn('host', of('https://urologie.praxis.Example.org:1/')), ['=urologie.praxis'])
  assert.deepEqual(fieldsIn('host', of('https://Jörg.example.org./')), ['=Jörg'])
  assert.deepEqual(fieldsIn('host', of('https://203-0-113-7_s-192-0-2-1-clienttons-s.akamaihd.net/eum/getdns.txt')), ['=203-0-113-7_s-192-0-2-1-clienttons-s'])
  for (const url of ['https://www.example.org/', 'https://example.org/', 'https://203.0.113.7/', 'https://[::1]/', 'http://localhost/']) {
    assert.deepEqual(fieldsIn('host', of(url)), [], url)
  }
})

test('host: user name and password before it', () => {
  assert.deepEqual(fieldsIn('host', of('https://j%40example.org:a:b@example.org/x@y')), ['username=j%40example.org', 'password=a:b'])
  assert.deepEqual(fieldsIn('host', of('wss://j@k:p@a.example.org/')), ['username=j@k', 'password=p', '=a'])
  assert.deepEqual(fieldsIn('host', of('https://user@example.org?a@b')), ['username=user'])
  assert.deepEqual(fieldsIn('host', of('https://:p@example.org#@')), ['password=p'])
  for (const url of ['https://@example.org/', 'https://:@example.org/', 'https://example.org/@:@']) assert.deepEqual(fieldsIn('host', of(url)), [], url)
})

test('path: whole, or before and in its parameters', () => {
  assert.deepEqual(fieldsIn('path', of('https://a.example/urologie/berlin?x')), ['=/urologie/berlin'])
  assert.deepEqual(fieldsIn('path', of('https://a.example/')), [])
  assert.deepEqual(
    fieldsIn('path', of('https://1.fls.doubleclick.net/activityi;src=1;u1=Urologie;~oref=https%3A%2F%2Fa%2Fb?')),
    ['=/activityi', 'src=1', 'u1=Urologie', '~oref=https%3A%2F%2Fa%2Fb'])
  assert.deepEqual(
    fieldsIn('path', of('https://trkn.us/pixel/conv/ppt=12;g=sitewide;ip=203.0.113.7;cuidchk=1')),
    ['=/pixel/conv/', 'ppt=12', 'g=sitewide', 'ip=203.0.113.7', '(name)=cuidchk', 'cuidchk=1'])
  assert.deepEqual(fieldsIn('path', of('https://pixel.quantserve.com/pixel;r=1;url=https%3A%2F%2Fa;ref=')), ['=/pixel', 'r=1', 'url=https%3A%2F%2Fa'])
  assert.deepEqual(fieldsIn('path', of('https://a.example/a;b/c')), ['=/a;b/c'])
})

test('query: names decoded, values as sent, the fragment never', () => {
  assert.deepEqual(
    fieldsIn('query', of('https://a.example/?cd%5BbuttonText%5D=Jetzt%20buchen&e=&ü=ö+1&bare&=x#q=never')),
    ['cd[buttonText]=Jetzt%20buchen', '(name)=ü', 'ü=ö+1', '=bare', '=x'])
  assert.deepEqual(fieldsIn('query', of('https://a.example/?a=1;b=2;c')), ['a=1', 'b=2', '=c'])
  assert.deepEqual(fieldsIn('query', of('https://a.example/?a=1;b=2&c=3')), ['a=1;b=2', 'c=3'])
  assert.deepEqual(fieldsIn('query', of('https://a.example/?a%=1&b%zz=2')).length, 4)
})

test('query: what a HAR made by hand has only in its list', () => {
  const queryString = [{ name: 'q', value: 'Urologie' }, { name: 'x' }, null]
  assert.deepEqual(fieldsIn('query', { request: { url: 'https://a.example/', queryString } }), ['q=Urologie'])
  assert.deepEqual(fieldsIn('query', { request: { url: 'https://a.example/?a=1', queryString } }), ['a=1'])
})

test('a name that may itself tell something is a field', () => {
  assert.deepEqual(fieldsIn('query', of('https://a.example/?Urologie=1&page_url=2')), ['(name)=Urologie', 'Urologie=1', 'page_url=2'])
  assert.deepEqual(fieldsIn('query', of('https://a.example/?Vorgespr%C3%A4ch%20Mann=')), ['(name)=Vorgespr%C3%A4ch%20Mann'])
  for (const name of ['[2001:db8::7]', 'x'.repeat(41), 'urologie', '1974-03-09', 'vorgespraech-mann', 'sage_femme', 'Sage-femme', 'IYXgjAZADiDOCmAnA9lZsCWA']) {
    assert.deepEqual(fieldsIn('query', of(`https://a.example/?${name}=1`)), [`(name)=${name}`, `${name}=1`])
  }
  for (const name of ['uid', 'pageUrl', 'cd[buttonText]', 'ep.q', 'user_id']) {
    assert.deepEqual(fieldsIn('query', of(`https://a.example/?${name}=1`)), [`${name}=1`])
  }
})

test('headers: custom ones, not those that say nothing of the visitor', () => {
  const headers = [
    { name: ':path', value: '/x' }, { name: 'Accept-Language', value: 'de' }, { name: 'User-Agent', value: 'x' },
    { name: 'X-Forwarded-For', value: '203.0.113.7' }, { name: 'sec-ch-ua', value: 'x' }, { name: 'Origin', value: 'https://praxis.example' },
    { name: 'x-client', value: 'Jörg' }, { name: 'Referer', value: 'https://a.example/?q=ü' }, null, { name: 1, value: 'x' }, { name: 'x-empty', value: '' },
  ]
  const entry: HarEntry = { request: { method: 'GET', url: 'https://a.example/', headers } }
  assert.deepEqual(fieldsIn('header', entry), ['x-forwarded-for=203.0.113.7', 'origin=https://praxis.example', 'x-client=Jörg'])
  assert.deepEqual(fieldsIn('referer', entry), ['referer=https://a.example/?q=ü'])
})

test('cookies: from the header, else from the list', () => {
  const cookies = [{ name: 'listed', value: 'v' }, { name: 'bad' }, null]
  const sent = [{ name: 'Cookie', value: '_fbp=fb.1.2; ä=ö;flag;  x=a=b; e=' }, { name: 'cookie', value: 'second=2' }]
  assert.deepEqual(
    fieldsIn('cookie', { request: { url: 'https://a.example/', headers: sent, cookies } }),
    ['_fbp=fb.1.2', '(name)=ä', 'ä=ö', '=flag', 'x=a=b', '(name)=second', 'second=2'])
  assert.deepEqual(fieldsIn('cookie', { request: { url: 'https://a.example/', headers: [], cookies } }), ['(name)=listed', 'listed=v'])
})

test('forms are split by their type, or by their shape where the type lies', () => {
  assert.deepEqual(fieldsIn('body', post('application/x-www-form-urlencoded; charset=UTF-8', 'em=a%40b&n=J%C3%B6rg&t=a{b}')), ['em=a%40b', 'n=J%C3%B6rg', 't=a{b}'])
  assert.deepEqual(fieldsIn('body', post('text/plain;charset=UTF-8', 'ev=PageView&dl=https%3A%2F%2Fa')), ['ev=PageView', 'dl=https%3A%2F%2Fa'])
  assert.deepEqual(fieldsIn('body', post('text/plain', 'en=page_view&dt=A\r\nen=scroll&dt=B\r\n')), ['en=page_view', 'dt=A', 'en=scroll', 'dt=B'])
  assert.deepEqual(fieldsIn('body', post('application/x-www-form-urlencoded', '{"a":"b=c&d"}')), ['={"a":"b=c&d"}'])
  assert.deepEqual(fieldsIn('body', post('application/x-www-form-urlencoded', 'aGFsbG8')), ['=aGFsbG8'])
  assert.deepEqual(fieldsIn('body', post('text/plain', 'x = a sentence, not a form')), ['=x = a sentence, not a form'])
  assert.deepEqual(fieldsIn('body', post('application/json', ' {"q":"Urologie"}')), ['= {"q":"Urologie"}'])
  // In quoted-printable, or only a model's name.
  assert.deepEqual(fieldsIn('body', post('text/plain', 'a=3D1&insurance=3Dprivate')), ['=a=3D1&insurance=3Dprivate'])
  assert.deepEqual(fieldsIn('body', post('text/plain', 't=3Dprinter&n=a')), ['t=3Dprinter', 'n=a'])
  // Bytes, and text in base 85, though an equals sign is one of its digits.
  assert.deepEqual(fieldsIn('body', post('application/octet-stream', 'QekytXlHV7!=Ef5H-QfbWd')), ['=QekytXlHV7!=Ef5H-QfbWd'])
  for (const text of ['@6H=lBl7O$84Ye_I/OMJb20f(C93AMpj4Yd', 'gbR9Gg=^DJiX&MNgC', 'a=`x`']) {
    assert.deepEqual(fieldsIn('body', post('text/plain', text)), [`=${text}`])
  }
})

test('the Content-Type header goes before the type that the HAR gives', () => {
  const entry = post('application/octet-stream', 'a=1 2&b=3')
  const headers = [{ name: 'content-type', value: 'application/x-www-form-urlencoded' }]
  assert.deepEqual(fieldsIn('body', { request: { ...entry.request, headers } }), ['a=1 2', 'b=3'])
})

test('multipart is split into parts, names and file names', () => {
  const text = [
    '--XX', 'Content-Disposition: form-data; name="cd[content]"', '', 'Jörg', '--XX',
    'Content-Disposition: form-data; name="Befund Mai"; filename="Überweisung.pdf"', 'Content-Type: application/pdf', '', '%PDF', '1', '--XX--', '',
  ].join('\r\n')
  const expected = ['cd[content]=Jörg', '(name)=Befund Mai', 'Befund Mai.filename=Überweisung.pdf', 'Befund Mai=%PDF\r\n1']
  assert.deepEqual(fieldsIn('body', post('multipart/form-data; boundary=XX', text)), expected)
  assert.deepEqual(fieldsIn('body', post('multipart/form-data', text)), expected)
  assert.deepEqual(fieldsIn('body', post('', text)), expected)
  assert.deepEqual(fieldsIn('body', post('multipart/form-data; boundary=XX', 'no part')), ['=no part'])
})

test('params stand in for a missing text, and only then', () => {
  const params = [{ name: 'email', value: 'a%40b.example' }, { name: 'f', fileName: 'Befund.pdf' }, null, { value: 7 }]
  assert.deepEqual(fieldsIn('body', post('', '', { params })), ['email=a%40b.example', 'f.filename=Befund.pdf'])
  assert.deepEqual(fieldsIn('body', post('application/x-www-form-urlencoded', 'x=1', { params })), ['x=1'])
})

test('a body that stands where postData should', () => {
  assert.deepEqual(fieldsIn('body', { request: { url: 'https://a.example/', postData: 'a=1&b=2' as HarPostData } }), ['a=1', 'b=2'])
})

test('bodies in files, in base64 and as Latin-1 are the bytes that were sent', () => {
  const attached = { request: { method: 'POST', url: 'https://a.example/', postData: { mimeType: 'x', _file: 'b.dat' } } }
  assert.deepEqual(fieldsIn('body', attached, { 'b.dat': '{"a":1}' }), ['={"a":1}'])
  assert.equal(read(attached, { 'b.dat': 'four' }).exchange.requestBodyBytes, 4)
  const missing = read(attached)
  assert.deepEqual([missing.codes, missing.exchange.fields], [['body-missing'], []])
  const bytes = (entry: HarEntry): string => Buffer.from(read(entry).exchange.fields.at(-1)!.value).toString('hex')
  assert.equal(bytes(post('x', 'AAECAw==', { encoding: 'base64' })), '00010203')
  assert.equal(bytes(post('x', '\u001f\u008b\u0008\u0000ÿ')), '1f8b0800ff')
  assert.equal(bytes(post('x', 'Jörg')), Buffer.from('Jörg').toString('hex'))
  assert.deepEqual(read(post('x', '\u001f\ufffd\u0008')).codes, ['body-lossy'])
})

test('WebSocket frames that were sent, inline and attached', () => {
  const messages = [
    { type: 'receive', opcode: 1, data: 'in' }, { type: 'send', opcode: 1, data: '{"a":"ü"}' }, null, { type: 'send', opcode: 1, data: 7 },
  ]
  const inline: HarEntry = { request: { url: 'wss://a.example/s' }, _webSocketMessages: messages }
  assert.deepEqual(fieldsIn('websocket', inline), ['={"a":"ü"}'])
  const binary = read({ request: { url: 'wss://a.example/' }, _webSocketMessages: [{ type: 'send', opcode: 2, data: 'AQI=' }] })
  assert.deepEqual(Buffer.from(binary.exchange.fields[0]!.value), Buffer.from([1, 2]))
  const attached: HarEntry = { request: { url: 'wss://a.example/' }, response: { content: { _file: 'f.jsonl' } }, _resourceType: 'websocket' }
  const file = '{"type":"send","opcode":1,"data":"one"}\nbroken\n{"type":"receive","opcode":1,"data":"in"}\n{"type":"send","opcode":1,"data":"two"}\n'
  assert.deepEqual(fieldsIn('websocket', attached, { 'f.jsonl': file }), ['=one', '=two'])
  assert.deepEqual(read(attached).codes, ['frames-missing'])
})

test('frames that came count for no bound: what was sent behind a hundred thousand of them is seen', () => {
  const messages = [...Array.from({ length: 100_000 }, () => ({ type: 'receive', opcode: 1, data: '1' })), { type: 'send', opcode: 1, data: 'last' }]
  const inline: HarEntry = { request: { url: 'wss://a.example/s' }, _webSocketMessages: messages }
  assert.deepEqual([fieldsIn('websocket', inline), read(inline).codes], [['=last'], []])
  const attached: HarEntry = { request: { url: 'wss://a.example/' }, response: { content: { _file: 'f.jsonl' } }, _resourceType: 'websocket' }
  const files = { 'f.jsonl': messages.map((each) => JSON.stringify(each)).join('\n') }
  assert.deepEqual([fieldsIn('websocket', attached, files), read(attached, files).codes], [['=last'], []])
})

test('no entry has more fields than the bound, and it says so', () => {
  const sent = { request: { url: 'wss://a.example/s' }, _webSocketMessages: Array.from({ length: 10_001 }, () => ({ type: 'send', opcode: 1, data: '1' })) }
  assert.deepEqual(read(sent).codes, ['fields-bounded'])
  const { exchange, codes } = read(of(`https://a.example/?${'a=1&'.repeat(20_000)}`))
  assert.equal(exchange.fields.length, 10_000)
  assert.deepEqual(codes, ['fields-bounded'])
})

test('what stands behind many headers, names or empty values is seen', () => {
  const many = <Item>(count: number, item: Item): Item[] => Array.from({ length: count }, () => item)
  const headers = [...many(2_500, { name: 'Accept', value: '*/*' }), { name: 'Referer', value: 'https://b.example/?q=1' }]
  assert.deepEqual(fieldsIn('referer', { request: { method: 'GET', url: 'https://a.example/', headers } }), ['referer=https://b.example/?q=1'])
  const list = [...many(10_500, { name: 'a', value: '' }), { name: 'last', value: 'Urologie' }]
  assert.deepEqual(fieldsIn('query', { request: { method: 'GET', url: 'https://a.example/', queryString: list } }), ['last=Urologie'])
  const params = { postData: { mimeType: 'application/x-www-form-urlencoded', params: list } }
  assert.deepEqual(fieldsIn('body', { request: { method: 'POST', url: 'https://a.example/', ...params } }), ['last=Urologie'])
  const parts = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n'.repeat(2_500)
  const last = '--x\r\nContent-Disposition: form-data; name="last"\r\n\r\nUrologie\r\n--x--\r\n'
  assert.deepEqual(fieldsIn('body', post('multipart/form-data; boundary=x', parts + last)), ['last=Urologie'])
  assert.equal(fieldsIn('body', post('text/plain', `${'en=page\n'.repeat(6_000)}last=Urologie`)).at(-1), 'last=Urologie')
})

test('lines and parts behind the last field that fits are one value', () => {
  const body = (type: string, text: string): string[] => fieldsIn('body', post(type, text)).slice(10_000)
  assert.deepEqual(body('text/plain', `${'a=b\n'.repeat(10_000)}last=Urologie\ne=f`), ['=last=Urologie\ne=f'])
  const parts = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n'.repeat(10_000)
  const last = '\r\nContent-Disposition: form-data; name="last"\r\n\r\nUrologie\r\n--x--'
  assert.deepEqual(body('multipart/form-data; boundary=x', `${parts}--x${last}`), [`=${last}`])
})

test('multipart: what is no part, or has no head, is a field without a name', () => {
  const part = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n'
  const fields = (text: string): string[] => fieldsIn('body', post('multipart/form-data; boundary=x', text))
  assert.deepEqual(fields(`before\r\n${part}--x--\r\n`), ['a=b', '=before\r\n'])
  assert.deepEqual(fields(`${part}--x--\r\nbehind`), ['a=b', '=--\r\nbehind'])
  assert.deepEqual(fields(`${part}--x\r\nbare\r\n--x--\r\n`), ['a=b', '=\r\nbare\r\n'])
  const long = `\r\nContent-Disposition: form-data; name="c"; d="${'e'.repeat(4_000)}"\r\n\r\nf\r\n`
  assert.deepEqual(fields(`${part}--x${long}--x--\r\n`), ['a=b', `=${long}`])
  const more = '--x\r\nContent-Disposition: form-data; name="c"\r\nContent-Type: text/plain\r\nX-Tag: e\r\n\r\nd\r\n'
  assert.deepEqual(fields(`${more}--x--\r\n`), ['c=d', 'x-tag= e'])
})

test('names in a list are looked at as those in a URL are', () => {
  const list = [{ name: 'j@example.org', value: '1' }]
  assert.deepEqual(fieldsIn('query', { request: { method: 'GET', url: 'https://a.example/', queryString: list } }), ['(name)=j@example.org', 'j@example.org=1'])
  assert.deepEqual(fieldsIn('cookie', { request: { method: 'GET', url: 'https://a.example/', cookies: list } }), ['(name)=j@example.org', 'j@example.org=1'])
})
