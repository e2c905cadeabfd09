// Behind a blocker, or where a name is not resolved, a site looks as if it told nobody: that is no "full", and is said.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Analysed } from '../../../src/model.js'
import { analyzeInput } from '../../../src/pipeline.js'
import { wordsOf } from '../../../src/report/words/languages.js'

const page = { request: { method: 'GET', url: 'https://praxis.example/' }, response: { status: 200 }, serverIPAddress: '203.0.113.9', _resourceType: 'document' }
const failed = (url: string, response: object, more: object = {}): object => ({ request: { method: 'GET', url }, response: { status: 0, ...response }, ...more })

async function analysed(...entries: readonly object[]): Promise<Analysed> {
  const folder = mkdtempSync(join(tmpdir(), 'tattle-unreached-'))
  try {
    const file = join(folder, 'a.har')
    writeFileSync(file, JSON.stringify({ log: { version: '1.2', creator: { name: 'WebInspector', version: '537.36' }, entries: [page, ...entries] } }))
    const [one] = await analyzeInput(file, { runId: 'r' })
    return one!
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const spotsOf = ({ capture }: Analysed): readonly string[] => capture.blindSpots.filter((spot) => spot.startsWith('Requests to'))

test('whom a request could not reach from here is named, once, with the reason', async () => {
  const spots = spotsOf(await analysed(
    failed('https://px.werbung.example/t?q=Migr%C3%A4ne', { _error: 'net::ERR_BLOCKED_BY_CLIENT' }),
    failed('https://stats.messung.example/', { status: -1, _failureText: 'net::ERR_NAME_NOT_RESOLVED' }),
    failed('https://px.werbung.example/u', { _error: 'net::ERR_BLOCKED_BY_CLIENT' }),
    failed('https://chat.example/', { statusText: 'A server with the specified hostname could not be found. Host name could not be found' })))
  assert.deepEqual(spots, ['Requests to chat.example ; messung.example (ERR_NAME_NOT_RESOLVED) ; werbung.example (ERR_BLOCKED_BY_CLIENT) failed before they '
    + 'were sent, so what they would have told, and what answers to them would have set off, was not seen.'])
  for (const language of ['de', 'fr'] as const) assert.ok(wordsOf(language).said(spots[0]!)?.includes('messung.example (ERR_NAME_NOT_RESOLVED)'), language)
})

test('a host that something was sent to was reached, before or after; what blocks a part of it is named', async () => {
  const sent = (url: string): object => failed(url, { status: 200 })
  assert.deepEqual(spotsOf(await analysed(
    failed('https://a.example/1', { _error: 'net::ERR_CONNECTION_TIMED_OUT' }), sent('https://a.example/2'),
    sent('https://b.example/1'), failed('https://b.example/2', { _error: 'net::ERR_CONNECTION_REFUSED' }))), [])
  const [spot = ''] = spotsOf(await analysed(
    sent('https://cdn.c.example/1'), failed('https://collect.c.example/2', { _error: 'net::ERR_NAME_NOT_RESOLVED' }),
    sent('https://d.example/1'), failed('https://d.example/2', { _error: 'net::ERR_BLOCKED_BY_CLIENT' })))
  assert.match(spot, /^Requests to c\.example \(ERR_NAME_NOT_RESOLVED\) ; d\.example \(ERR_BLOCKED_BY_CLIENT\) failed/)
})

test('many are one sentence', async () => {
  const [spot = ''] = spotsOf(await analysed(...Array.from({ length: 2_000 }, (_, at) => failed(`https://t${at}-werbung.example/`, { _error: 'net::ERR_ADDRESS_INVALID' }))))
  assert.ok(spot.length < 500, spot)
  assert.match(spot, / ; and others failed before/)
  assert.match(wordsOf('de').said(spot) ?? '', / ; und andere scheiterten, bevor/)
})

test('what no visitor\'s browser sends, what was sent, and what stays on the machine is nothing to name', async () => {
  assert.deepEqual(spotsOf(await analysed(
    failed('https://a.example/', { _error: 'net::ERR_BLOCKED_BY_CSP' }), failed('https://b.example/', { _error: 'csp' }),
    failed('http://c.example/', { _error: 'mixed-content' }), failed('https://d.example:6667/', { _error: 'net::ERR_UNSAFE_PORT' }),
    failed('https://e.example/', { _error: 'net::ERR_ABORTED' }), failed('https://f.example/', { status: 200, _error: 'net::ERR_BLOCKED_BY_CLIENT' }),
    failed('https://g.example/', { status: 200 }, { _fromCache: 'disk' }), failed('http://127.0.0.1:5900/', { _error: 'net::ERR_CONNECTION_REFUSED' }),
    failed('https://h.example/', { _error: 'net::ERR_NAME_NOT_RESOLVED' }, { _ofBrowser: true }),
    failed('https://i.example/', { _error: 'net::ERR_CERT_AUTHORITY_INVALID' }))), [])
})
