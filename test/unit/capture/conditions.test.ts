/** Clock, address, certificates: what the log of the network lets one know. */
import assert from 'node:assert/strict'
import { X509Certificate } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { generate } from 'selfsigned'
import { certificatesOf } from '../../../src/capture/certificates.js'
import { clockSkewOf } from '../../../src/capture/clock.js'
import { egressOf } from '../../../src/capture/egress.js'

const answer = (url: string, startedAt: number, respondedAt: number, date: string, more: readonly (readonly [string, string])[] = []) =>
  ({ url, sent: true, fromCache: false, startedAt, respondedAt, responseHeaders: [['Date', date] as const, ...more] })

test('the true skew lies within what is said, and several answers of one server say it more closely', () => {
  const span = fc.record({ at: fc.integer({ min: 0, max: 60_000 }), there: fc.integer({ min: 0, max: 900 }), back: fc.integer({ min: 0, max: 900 }) })
  fc.assert(fc.property(fc.integer({ min: -1e8, max: 1e8 }), fc.array(span, { minLength: 1, maxLength: 40 }), (skew, spans) => {
    const answers = spans.map(({ at, there, back }) => {
      const startedAt = 1.8e12 + at
      const written = startedAt + there - skew
      return answer('https://a.example/', startedAt, startedAt + there + back, new Date(written).toUTCString())
    })
    const all = clockSkewOf(answers)
    const one = clockSkewOf(answers.slice(0, 1))
    assert.ok(all !== null && one !== null)
    assert.ok(Math.abs(all.skewMs - skew) <= all.withinMs + 1, `${all.skewMs} ± ${all.withinMs} for ${skew}`)
    assert.ok(all.withinMs <= one.withinMs)
  }))
})

test('answers of caches, of no server, and without a date tell nothing', () => {
  const old = 'Thu, 01 Jan 2026 00:00:00 GMT'
  assert.equal(clockSkewOf([answer('https://a.example/', 1e12, 1e12, old, [['Age', '3']])]), null)
  assert.equal(clockSkewOf([{ ...answer('https://a.example/', 1e12, 1e12, old), fromCache: true }]), null)
  assert.equal(clockSkewOf([answer('https://a.example/', 1e12, Number.NaN, old), answer('https://a.example/', 1, 2, 'soon')]), null)
})

test('a server that contradicts itself does not count', () => {
  const date = (ms: number): string => new Date(ms).toUTCString()
  const sane = answer('https://b.example/', 1.8e12, 1.8e12 + 20, date(1.8e12))
  const mad = [0, 9e7].map((ms) => answer('https://a.example/', 1.8e12, 1.8e12 + 20, date(1.8e12 + ms)))
  assert.equal(clockSkewOf([...mad, sane])?.servers, 1)
})

const addresses: readonly (readonly [string, boolean])[] = [
  ['192.168.1.4', false], ['10.2.3.4', false], ['172.31.0.1', false], ['172.32.0.1', true], ['127.0.0.1', false],
  ['100.64.9.9', false], ['169.254.1.1', false], ['203.0.113.9', false], ['8.8.4.4', true], ['::1', false],
  ['fe80::1', false], ['fd12::1', false], ['2001:db8::1', false], ['2a02:8071::1', true], ['not an address', false],
]
for (const [address, isShown] of addresses) {
  test(`${address} ${isShown ? 'is' : 'is not'} an address that servers see`, () => {
    assert.deepEqual(egressOf([address], [], false).public, isShown ? [address] : [])
    assert.equal(egressOf([address], [], true).publicBy, 'unknown', 'behind a proxy')
    assert.deepEqual(egressOf([address], ['198.51.100.1'], false), { local: [address], public: ['198.51.100.1'], publicBy: 'declared' })
  })
}

test('each chain once, with its hosts; what is no certificate is left out', async () => {
  const { cert } = await generate([{ name: 'commonName', value: 'a.example' }, { name: 'organizationName', value: 'Association' }], { keyType: 'ec', algorithm: 'sha256' })
  const of = (url: string, certificates: readonly string[] | undefined, sent = true) => ({ url, sent, certificates })
  const found = certificatesOf([
    of('https://b.example/x', [cert]), of('https://a.example/', [cert]), of('https://a.example/', [cert]),
    of('http://c.example/', undefined), of('https://d.example/', [cert], false), of('https://e.example/', ['nonsense', cert]),
  ])
  const sha256 = new X509Certificate(cert).fingerprint256.replaceAll(':', '').toLowerCase()
  assert.deepEqual(found.map(({ hosts, chain }) => [hosts, chain.map((one) => one.sha256)]), [
    [['a.example', 'b.example'], [sha256]], [['e.example'], [sha256]],
  ])
  assert.equal(found[0]?.chain[0]?.subject, 'CN=a.example, O=Association')
})
