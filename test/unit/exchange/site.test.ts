import { test } from 'node:test'
import assert from 'node:assert/strict'
import { isLoopback, isSameSite, registrableDomain } from '../../../src/exchange/site.js'

test('registrable domains count private suffixes, and what has none stands for itself', () => {
  const cases: Readonly<Record<string, string>> = {
    'www.example.co.uk': 'example.co.uk', 'A.B.Example.COM.': 'example.com', 'me.github.io': 'me.github.io',
    'x.me.github.io': 'me.github.io', 'github.io': 'github.io', '203.0.113.7': '203.0.113.7', '[2001:db8::1]': '[2001:db8::1]',
    localhost: 'localhost', 'clinic.localhost': 'localhost', intranet: 'intranet', '': '', 'a_b.example.org': 'example.org',
    'xn--bcher-kva.example': 'xn--bcher-kva.example', 'www.Bücher.example': 'xn--bcher-kva.example', 'd1.cloudfront.net': 'd1.cloudfront.net',
  }
  for (const [host, domain] of Object.entries(cases)) {
    assert.equal(registrableDomain(host), domain, host)
    assert.equal(registrableDomain(host), domain, `${host}, remembered`)
  }
  assert.equal(isSameSite('a.example.org', 'EXAMPLE.org'), true)
  assert.equal(isSameSite('a.github.io', 'b.github.io'), false)
})

test('loopback is what never leaves the machine', () => {
  for (const host of ['localhost', 'a.localhost', '127.0.0.1', '127.8.9.1', '[::1]', '::1', '0.0.0.0', '::ffff:127.0.0.1']) {
    assert.equal(isLoopback(host), true, host)
  }
  for (const host of ['127.example.org', 'localhost.example.org', '128.0.0.1', '192.168.0.1', '127.0.0.1.example.org', '']) {
    assert.equal(isLoopback(host), false, host)
  }
})
