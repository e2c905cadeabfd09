import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toCarrying } from '../../../src/report/html/carrying.js'

const leak = {
  url: 'https://t.example/?q=Bl%C3%A4schen&r=ö-Urologie-x', pointer: '/log/entries/3/request/url', startByte: 0, endByte: 0, excerpt: '', label: '',
  part: 'query',
} as const

/** The range of a text within another, in UTF-8 bytes. */
function rangeOf(whole: string, text: string): { startByte: number; endByte: number } {
  const startByte = Buffer.byteLength(whole.slice(0, whole.indexOf(text)))
  return { startByte, endByte: startByte + Buffer.byteLength(text) }
}

test('in a URL the range is exact, in bytes', () => {
  assert.deepEqual(toCarrying({ ...leak, ...rangeOf(leak.url, 'Urologie') }), {
    before: 'https://t.example/?q=Bl%C3%A4schen&r=ö-', marked: 'Urologie', after: '-x',
  })
})

test('of a long URL the host and the surroundings are shown', () => {
  const url = `https://t.example/?a=${'a'.repeat(5000)}&q=Urologie&b=${'b'.repeat(5000)}`
  const { before, marked, after } = toCarrying({ ...leak, url, ...rangeOf(url, 'Urologie') })
  assert.equal(marked, 'Urologie')
  assert.match(before, /^https:\/\/t\.example\/\?a=a+…a+&q=$/)
  assert.ok(before.length < 200 && after.length <= 90)
})

test('a range that the URL does not have falls back to the excerpt', () => {
  for (const range of [{ startByte: -1, endByte: 4 }, { startByte: 9, endByte: 9 }, { startByte: 4, endByte: 1e9 }]) {
    assert.equal(toCarrying({ ...leak, ...range, excerpt: 'q=Urologie', label: 'urologie' }).marked, 'Urologie')
  }
})

test('in an excerpt the value is found plain, or percent-encoded', () => {
  const body = { ...leak, pointer: '/log/entries/3/request/postData/text', part: 'body' } as const
  assert.deepEqual(toCarrying({ ...body, excerpt: '…{"q":"Urologie"}…', label: 'Urologie' }), { before: '…{"q":"', marked: 'Urologie', after: '"}…' })
  assert.equal(toCarrying({ ...body, excerpt: 'q=J%C3%B6rg%20W&x', label: 'Jörg W' }).marked, 'J%C3%B6rg%20W')
  assert.equal(toCarrying({ ...body, excerpt: 'J%C3%B6rg+W++Minuten', label: 'Jörg W' }).marked, 'J%C3%B6rg+W')
  assert.equal(toCarrying({ ...body, excerpt: 'q=x', label: '\uD800' }).marked, 'q=x')
})

test('after a leading … stand forty bytes, then the range', () => {
  const before = '0123456789'.repeat(4)
  const hash = 'f'.repeat(64)
  const found = toCarrying({
    ...leak, pointer: '/log/entries/3/request/postData/text', part: 'body', label: 'joerg@example.org', excerpt: `…${before}${hash}&v=1…`, startByte: 500, endByte: 564,
  })
  assert.deepEqual(found, { before: `…${before}`, marked: hash, after: '&v=1…' })
})

test('of a cookie or header the excerpt is the value', () => {
  assert.deepEqual(toCarrying({ ...leak, pointer: '/request/headers/1/value', part: 'cookie', excerpt: '…fb.1.2…', label: 'fb.1.2' }), {
    before: '', marked: '…fb.1.2…', after: '',
  })
})
