import { test } from 'node:test'
import assert from 'node:assert/strict'
import { blindSpotsOf, createSeen } from '../../../src/har/blind-spots.js'
import type { HarEntry, HarHead } from '../../../src/har/types.js'

const head = (creator: string, browser = ''): HarHead => ({ creator, browser, pages: [] })
const spots = (creator: string, entries: readonly HarEntry[], browser = ''): string => {
  const seen = createSeen()
  for (const entry of entries) seen.add(entry)
  return blindSpotsOf(head(creator, browser), seen.counts()).join('\n')
}

test('names what each kind of creator leaves out', () => {
  assert.match(spots('WebInspector 537.36', []), /Chrome DevTools starts to record when its window opens/)
  assert.match(spots('Chrome DevTools 120.0', []), /Chrome DevTools/)
  assert.match(spots('Firefox 128.0', []), /Firefox cuts request bodies/)
  assert.match(spots('Firebug 1.12', [], 'Firefox 25'), /Firebug shows one tab/)
  assert.match(spots('WebKit Web Inspector 1.0', []), /Safari/)
  assert.match(spots('Charles Proxy 4.6', []), /A proxy sees only what goes through it/)
  assert.match(spots('mitmproxy 10', []), /A proxy/)
  assert.match(spots('WebPagetest 21.07', [], 'Chrome 146'), /WebPageTest/)
  assert.match(spots('BrowserMob Proxy 2.1.4', []), /BrowserMob/)
  assert.match(spots('Playwright 1.60', [], 'chromium 140'), /CORS preflights, shared workers/)
  assert.match(spots('PhantomJS 1.9.2', []), /PhantomJS/)
  assert.match(spots('something else', []), /creator leaves out of a HAR is not known/)
  assert.match(spots('', [], 'Firefox 99'), /Firefox/)
})

test('our own captures have none of their creator, nor guessed ones', () => {
  assert.equal(spots('tattle 0.1.0', [{ request: { method: 'POST', url: 'https://a.example/' } }]), '')
})

test('is informed by what the entries showed', () => {
  const post = { request: { method: 'POST', url: 'https://a.example/', headers: [{}] }, response: { content: {} } }
  const withBody = { request: { ...post.request, postData: { text: 'a=1' } }, serverIPAddress: '192.0.2.1', response: { content: { text: '{}' } } }
  const said = spots('WebInspector', [post, withBody, { request: { method: 'GET', url: 'wss://a.example/' } }])
  assert.match(said, /1 of 2 requests that had a body lack it here/)
  assert.match(said, /1 of 1 WebSocket connections have no frames/)
  assert.doesNotMatch(said, /No response bodies|No request has its headers|No server addresses/)
  assert.match(spots('WebPagetest', [{ request: { method: 'GET', url: 'http://a.example/' }, response: { status: 101 } }]), /1 of 1 WebSocket connections have no frames/)
  const sent = (length: string, bodySize: number): HarEntry =>
    ({ request: { method: 'POST', url: 'https://a.example/', headers: [null, { name: 'Content-Length', value: length }], bodySize } })
  assert.match(spots('chrome-har', [sent('15210', 0), sent('0', -1)]), /1 of 1 requests that had a body lack it here/)
  assert.doesNotMatch(spots('WebPagetest', [sent('0', -1)]), /had a body/)
  const bare = spots('WebInspector', [{ request: { url: 'https://a.example/', method: 'GET' }, response: {} }])
  assert.match(bare, /No request has its headers/)
  assert.match(bare, /No response bodies/)
  assert.match(bare, /No server addresses/)
})
