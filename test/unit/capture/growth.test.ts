// What a page may do to make a merge long: requests of every kind, eight times as many. Quadratic would be 64 times.
import { workDuring } from '../../work.js'
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { BrowserContext } from 'playwright/test'
import type { SetCookie } from '../../../src/capture/answers.js'
import { writeZip } from '../../../src/capture/har-zip.js'
import { mergeCapture } from '../../../src/capture/merge.js'
import { createStorageLog } from '../../../src/capture/storage.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-growth-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const SMALL = 500
const FACTOR = 8
const MAX_GROWTH = FACTOR * 1.5
const START = Date.parse('2026-03-01T09:00:00Z')
const TYPES = [
  'REQUEST_ALIVE', 'URL_REQUEST_START_JOB', 'HTTP_STREAM_REQUEST_BOUND_TO_JOB', 'HTTP_TRANSACTION_HTTP2_SEND_REQUEST_HEADERS',
  'HTTP2_SESSION_SEND_HEADERS', 'HTTP_TRANSACTION_QUIC_SEND_REQUEST_HEADERS',
] as const
const CONSTANTS = JSON.stringify({
  constants: {
    logEventTypes: Object.fromEntries(TYPES.map((name, at) => [name, at])), logSourceType: { URL_REQUEST: 1 },
    logEventPhase: { PHASE_BEGIN: 1, PHASE_END: 2, PHASE_NONE: 0 }, netError: {}, timeTickOffset: START, clientInfo: {},
  },
}).slice(0, -1)

interface Made { readonly events: readonly string[]; readonly entries?: readonly object[]; readonly pages?: readonly object[] }

function event(type: typeof TYPES[number], source: number, time: number, params: object, phase = 0): string {
  return JSON.stringify({ params, phase, source: { id: source, start_time: '1', type: 1 }, time: `${time}`, type: TYPES.indexOf(type) })
}

function begun(at: number, url: string): string[] {
  return [
    event('REQUEST_ALIVE', at, at, { traffic_annotation: 101845102 }, 1),
    event('URL_REQUEST_START_JOB', at, at, { url, method: 'GET', initiator: 'https://frame.example', request_type: 'other' }, 1),
    event('HTTP_STREAM_REQUEST_BOUND_TO_JOB', at, at, { source_dependency: { id: 1e6 + at } }),
  ]
}

/** The second half of the requests is sent, the first is given up before. */
function givenUp(count: number, urlOf: (at: number) => string): readonly string[] {
  return Array.from({ length: count }, (_, at) => {
    const url = new URL(urlOf(at))
    const headers = [':method: GET', `:path: ${url.pathname}`, `:authority: ${url.host}`]
    return [
      ...begun(at, url.href), event('HTTP_TRANSACTION_HTTP2_SEND_REQUEST_HEADERS', at, at, { headers }),
      ...at < count / 2 ? [] : [event('HTTP2_SESSION_SEND_HEADERS', 2e6, at, { headers, source_dependency: { id: 1e6 + at }, stream_id: at })],
    ]
  }).flat()
}

function sent(count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) =>
    [...begun(at, `https://x.example/${at}`), event('HTTP_TRANSACTION_QUIC_SEND_REQUEST_HEADERS', at, at, { headers: [] })]).flat()
}

const startedDateTime = (at: number): string => new Date(START + at).toISOString()
const documentOf = (at: number): object => ({
  startedDateTime: startedDateTime(at), pageref: 'p0', _frameref: `f${at}`, _resourceType: 'document',
  request: { method: 'GET', url: `https://frame.example/${at}` }, response: { status: 200 },
})

const shapes: Readonly<Record<string, (count: number) => Made>> = {
  'given up, each of its own': (count) => ({ events: givenUp(count, (at) => `https://x.example/${at}`) }),
  'given up, all alike': (count) => ({ events: givenUp(count, () => 'https://x.example/') }),
  'of frames that load again and again': (count) => ({
    events: sent(count), entries: Array.from({ length: count }, (_, at) => documentOf(at)),
  }),
  'beside windows that open': (count) => ({
    events: sent(count), pages: Array.from({ length: count }, (_, at) => ({ id: `p${at}`, startedDateTime: startedDateTime(at) })),
  }),
}

async function stepsOf({ events, entries = [], pages = [] }: Made): Promise<number> {
  const netlog = join(folder, 'netlog.json')
  const harZip = join(folder, 'har.zip')
  writeFileSync(netlog, `${CONSTANTS},\n"events": [\n${events.join(',\n')}],\n"polledData": {}}\n`)
  await writeZip(harZip, [{ name: 'har.har', content: Buffer.from(JSON.stringify({ log: { entries, pages } })) }])
  return workDuring(async () => {
    const { netlogComplete, problems } = await mergeCapture({ harZip, netlog, out: join(folder, 'capture.har.zip') })
    assert.deepEqual([netlogComplete, problems], [true, []])
  })
}

for (const [name, make] of Object.entries(shapes)) {
  test(`requests ${name}`, async () => {
    const small = await stepsOf(make(SMALL))
    const large = await stepsOf(make(SMALL * FACTOR))
    assert.ok(large < small * MAX_GROWTH, `${small} became ${large}`)
  })
}

test('cookies that answers set and scripts keep', async () => {
  const stepsWith = async (count: number): Promise<number> => {
    const cookies = Array.from({ length: count }, (_, at) => ({
      name: `c${at}`, value: 'v', domain: '.x.example', path: '/', expires: -1, httpOnly: false, secure: false, sameSite: 'Lax',
    }))
    const context = { cookies: () => Promise.resolve(cookies) } as unknown as BrowserContext
    const log = createStorageLog(context, { initiators: () => [], writes: () => [], stored: () => Promise.resolve([]) })
    const setCookies = Array.from({ length: count }, (_, at): SetCookie => ({ name: `d${at}`, url: 'https://x.example/', host: 'x.example', domain: '', at }))
    await log.take('step')
    return workDuring(async () => { assert.equal(log.record(setCookies).snapshots[0]?.cookies.length, count) })
  }
  const small = await stepsWith(200)
  const large = await stepsWith(200 * FACTOR)
  assert.ok(large < small * MAX_GROWTH, `${small} became ${large}`)
})
