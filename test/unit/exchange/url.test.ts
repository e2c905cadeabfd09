import { test } from 'node:test'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { splitUrl } from '../../../src/exchange/url.js'

function split(url: string): readonly string[] | undefined {
  const parts = splitUrl(url)
  if (parts === undefined) return undefined
  const text = (start: number, end: number): string => parts.bytes.toString('utf8', start, end)
  return [parts.host, text(parts.pathStart, parts.pathEnd), text(parts.queryStart, parts.queryEnd)]
}

test('splits what browsers and proxies write', () => {
  assert.deepEqual(split('https://A.Example.org:8443/p/q?x=1&y=2#never'), ['a.example.org', '/p/q', 'x=1&y=2'])
  assert.deepEqual(split('http://[2001:DB8::1]:80/'), ['[2001:db8::1]', '/', ''])
  assert.deepEqual(split('http://[::1'), ['[::1', '', ''])
  assert.deepEqual(split('wss://a.example?x'), ['a.example', '', 'x'])
  assert.deepEqual(split('https://user:p@ss@a.example./x'), ['a.example', '/x', ''])
  assert.deepEqual(split('https://a.example/x#a?b=c'), ['a.example', '/x', ''])
  assert.deepEqual(split('https://a.example/?a=b?c=d'), ['a.example', '/', 'a=b?c=d'])
  assert.deepEqual(split('https://a.example/a b?q=Jörg Weiß'), ['a.example', '/a b', 'q=Jörg Weiß'])
  assert.deepEqual(split('https://a.example:port/x'), ['a.example', '/x', ''])
  assert.deepEqual(split('https://Bücher.example/ü?ß'), ['xn--bcher-kva.example', '/ü', 'ß'])
  assert.deepEqual(split(' https:\\\\a.example\\b'), ['a.example', '\\b', ''])
  assert.deepEqual(split('https://a.example?'), ['a.example', '', ''])
  for (const url of ['data:text/plain,x', 'about:blank', 'blob:https://a.example/1', 'https://', 'https:///x', 'a.example/x', '']) {
    assert.equal(split(url), undefined, url)
  }
})

test('never throws, and agrees with the standard parser wherever that accepts', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
    splitUrl(text)
    splitUrl(`https://${text}`)
  }))
  fc.assert(fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true, validSchemes: ['http', 'https'] }), (url) => {
    const standard = new URL(url)
    const [host, path, query] = split(url)!
    assert.equal(host, standard.hostname.replace(/\.$/, ''))
    // The standard parser also encodes and resolves: asked for the parts alone, it must say the same.
    const again = new URL(`https://a.example${path}?${query}`)
    assert.deepEqual([again.pathname, again.search], [standard.pathname, standard.search])
  }))
})
