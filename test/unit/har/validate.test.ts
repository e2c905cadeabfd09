import { test } from 'node:test'
import assert from 'node:assert/strict'
import { explainEntry } from '../../../src/har/validate.js'

const valid = {
  startedDateTime: '2024-05-01T10:00:00.000Z', time: 1, cache: {}, timings: { send: 0, wait: 1, receive: 0 },
  request: { method: 'GET', url: 'https://a.example/', httpVersion: 'h2', cookies: [], headers: [], queryString: [], headersSize: -1, bodySize: 0 },
  response: { status: 200, statusText: '', httpVersion: 'h2', cookies: [], headers: [], content: { size: 0, mimeType: '' }, redirectURL: '', headersSize: -1, bodySize: 0 },
}

test('an entry as HAR 1.2 has it needs no explanation', async () => {
  assert.equal(await explainEntry(valid), undefined)
})

test('says where an entry departs from HAR 1.2, in one bounded sentence', async () => {
  const { request: _, ...without } = valid
  assert.match(await explainEntry(without) ?? '', /^Not as HAR 1\.2 has it: the entry should have required property 'request'\.$/)
  assert.match(await explainEntry({ ...valid, request: { ...valid.request, url: 7 } }) ?? '', /request\.url should be string/)
  assert.match(await explainEntry({}) ?? '', /; and \d+ more\.$/)
})
