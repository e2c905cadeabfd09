import { test } from 'node:test'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { createExchangeReader, pagesOf } from '../../../src/exchange/exchange.js'
import type { Diagnostic, Exchange } from '../../../src/model.js'
import type { HarEntry } from '../../../src/har/types.js'

function readAll(entries: readonly unknown[]): { exchanges: (Exchange | undefined)[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const pages = pagesOf({ creator: '', browser: '', pages: [{ id: 'p1', title: 'https://praxis.example/urologie' }, { id: 'p2', title: 'Termin', _url: 'https://b.example/' }, { id: 7 }] })
  const reader = createExchangeReader({ body: () => undefined, pages: () => pages, diagnostic: (one) => diagnostics.push(one) })
  return { exchanges: entries.map((entry, index) => reader(entry as HarEntry, index)), diagnostics }
}

const read = (entry: unknown): Exchange => {
  const exchange = readAll([entry]).exchanges[0]
  assert.ok(exchange !== undefined)
  return exchange
}

test('an entry as Chrome writes it', () => {
  const exchange = read({
    pageref: 'p1', startedDateTime: '2024-05-01T12:00:00.5+02:00', serverIPAddress: '[2001:db8::1]', _resourceType: 'XHR',
    _initiator: { type: 'script', stack: { callFrames: [{ url: '' }], parent: { callFrames: [{ url: 'https://cdn.example/t.js' }] } } },
    request: { method: 'post', url: 'https://Collect.Tracker.Example/x', headers: [], postData: { mimeType: 'x', text: 'ü' } },
    response: {
      status: 302, headers: [{ name: 'Set-Cookie', value: 'a=1; Path=/\nb=2' }, { name: 'Location', value: '/next' }],
      content: { mimeType: 'application/json', text: 'eyJhIjoxfQ==', encoding: 'base64' },
    },
  })
  const { fields, responseBody, ...rest } = exchange
  assert.deepEqual(rest, {
    entry: 0, startedAt: Date.UTC(2024, 4, 1, 10, 0, 0, 500), method: 'POST', url: 'https://Collect.Tracker.Example/x',
    host: 'collect.tracker.example', domain: 'tracker.example', resourceType: 'xhr', pageUrl: 'https://praxis.example/urologie',
    pageTitle: 'https://praxis.example/urologie', initiator: 'https://cdn.example/t.js', serverIp: '2001:db8::1', status: 302,
    delivery: 'sent', recordedBy: 'har', requestBodyBytes: 2, responseType: 'application/json', setCookies: ['a=1; Path=/', 'b=2'], location: '/next',
  })
  assert.equal(Buffer.from(responseBody!).toString(), '{"a":1}')
  assert.deepEqual(fields.map(({ part }) => part), ['host', 'path', 'body'])
})

test('an entry of our own capture', () => {
  const exchange = read({
    request: { method: 'GET', url: 'https://a.example/' }, response: null, pageref: 'p2', _recordedBy: 'netlog', _frameUrl: 'https://f.example/',
    _pageUrl: 'https://praxis.example/', _cnames: ['x.tracker.example', 3], _delivery: 'sent', _ofBrowser: true,
  })
  assert.deepEqual(
    [exchange.recordedBy, exchange.frameUrl, exchange.pageUrl, exchange.pageTitle, exchange.cnames, exchange.delivery, exchange.ofBrowser],
    ['netlog', 'https://f.example/', 'https://praxis.example/', 'Termin', ['x.tracker.example'], 'sent', true])
})

test('delivery: what left, what did not, and what cannot be told', () => {
  const delivery = (response: unknown, more: object = {}): string => read({ request: { url: 'https://a.example/' }, response, ...more }).delivery
  assert.equal(delivery({ status: 204 }), 'sent')
  assert.equal(delivery(null), 'unknown')
  assert.equal(delivery({ status: 0 }), 'unknown')
  assert.equal(delivery({ status: -1, _failureText: 'net::ERR_ABORTED' }), 'unknown')
  assert.equal(delivery({ status: 0, _error: 'net::ERR_CONNECTION_RESET' }), 'unknown')
  assert.equal(delivery({ status: -1, _failureText: 'net::ERR_NAME_NOT_RESOLVED' }), 'attempted')
  assert.equal(delivery({ status: 0, _error: 'net::ERR_BLOCKED_BY_CLIENT' }), 'attempted')
  assert.equal(delivery({ status: 0, _error: 'net::ERR_BLOCKED_BY_RESPONSE' }), 'unknown')
  assert.equal(delivery({ status: -1, _failureText: 'net::ERR_UNSAFE_PORT' }), 'attempted')
  assert.equal(delivery({ status: -1, _failureText: 'NS_ERROR_UNKNOWN_HOST' }), 'attempted')
  assert.equal(delivery({ status: 200, _error: 'net::ERR_BLOCKED_BY_CLIENT' }), 'sent')
  assert.equal(delivery({ status: 200 }, { _fromCache: 'disk' }), 'attempted')
  assert.equal(delivery({ status: 307, headers: [{ name: 'Non-Authoritative-Reason', value: 'HSTS' }] }), 'attempted')
  const claimed = [{ name: 'Non-Authoritative-Reason', value: 'HSTS' }]
  assert.equal(delivery({ status: 200, headers: claimed }), 'sent', 'a server can say so too')
  assert.equal(delivery({ status: 307, headers: claimed }, { serverIPAddress: '203.0.113.9' }), 'sent')
  assert.equal(delivery({ status: 200 }, { _delivery: 'attempted' }), 'attempted')
  assert.equal(delivery({ status: 0 }, { _delivery: 'nonsense' }), 'unknown')
})

test('times without a zone are UTC; what is no time is NaN', () => {
  const time = (startedDateTime: unknown): number => read({ startedDateTime, request: { url: 'https://a.example/' } }).startedAt
  assert.equal(time('2015-02-10T07:33:17.146'), Date.UTC(2015, 1, 10, 7, 33, 17, 146))
  assert.equal(time('2015-02-10T07:33:17.146Z'), Date.UTC(2015, 1, 10, 7, 33, 17, 146))
  for (const odd of [undefined, null, '', 'yesterday', 12, {}]) assert.equal(Number.isNaN(time(odd)), true)
})

test('what kind of resource asked: as stated, or as the browser told the server', () => {
  const type = (headers: unknown, more: object = {}): string => read({ request: { url: 'https://a.example/', headers }, ...more }).resourceType
  assert.equal(type([], { _resourceType: 'Image' }), 'image')
  const asked = (destination: string): unknown => [{ name: 'Sec-Fetch-Dest', value: destination }]
  assert.equal(type(asked('document')), 'document')
  assert.equal(type(asked('iframe')), 'sub_frame')
  assert.equal(type(asked('iframe'), { _resourceType: 'document' }), 'sub_frame')
  assert.equal(type(asked('document'), { _resourceType: 'document' }), 'document')
  assert.equal(type([{ name: 'Sec-Fetch-Dest', value: 'empty' }]), 'fetch')
  assert.equal(type([]), '')
})

test('what reaches nobody is passed over in silence, what cannot be read with a diagnostic', () => {
  const url = (text: unknown): unknown => ({ request: { url: text } })
  const { exchanges, diagnostics } = readAll([
    url('data:text/plain,x'), url('about:blank'), url('blob:https://a.example/1'), url('chrome-extension://x/y'), url('https://'), url(7), {}, { request: null }, url('/relative'),
  ])
  assert.deepEqual(exchanges.filter((one) => one !== undefined), [])
  assert.deepEqual(diagnostics.map(({ entry, code }) => `${entry} ${code}`), [4, 5, 6, 7, 8].map((entry) => `${entry} entry-unreadable`))
})

test('response bodies: JSON and HTML under the cap, nothing else', () => {
  const body = (content: unknown): unknown => read({ request: { url: 'https://a.example/' }, response: { status: 200, content } }).responseBody?.length
  assert.equal(body({ mimeType: 'text/html', text: '<p>' }), 3)
  assert.equal(body({ mimeType: 'text/javascript', text: 'x' }), undefined)
  assert.equal(body({ mimeType: 'application/json', text: ' '.repeat(2_000_000) }), 2_000_000)
  assert.equal(body({ mimeType: 'application/json', text: ' '.repeat(2_200_000) }), undefined)
  assert.equal(body({ mimeType: 'application/json', _file: 'none' }), undefined)
})

test('entries of any shape: never an exception', () => {
  const odd = fc.anything({ maxDepth: 4, key: fc.constantFrom('request', 'response', 'url', 'headers', 'postData', 'content', 'cookies', 'params', 'name', 'value', 'text', '__proto__') })
  const shaped = fc.record({
    pageref: odd, startedDateTime: odd, serverIPAddress: odd, _initiator: odd, _resourceType: odd, _webSocketMessages: odd, _cnames: odd,
    request: fc.record({ url: fc.oneof(fc.webUrl({ withQueryParameters: true }), odd), method: odd, headers: odd, cookies: odd, postData: odd, bodySize: odd }),
    response: fc.oneof(odd, fc.record({ status: odd, headers: odd, cookies: odd, content: odd, redirectURL: odd, _error: odd })),
  }, { requiredKeys: ['request'] })
  fc.assert(fc.property(fc.array(shaped, { maxLength: 3 }), (entries) => void readAll(entries)), { numRuns: 300 })
})
