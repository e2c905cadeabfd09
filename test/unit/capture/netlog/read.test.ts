import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { createNames } from '../../../../src/capture/netlog/dns.js'
import { headersOf } from '../../../../src/capture/netlog/params.js'
import { readNetLog, type NetLogEvent } from '../../../../src/capture/netlog/read.js'
import { readNetLogRequests } from '../../../../src/capture/netlog/requests.js'

const constants = JSON.stringify({
  constants: {
    clientInfo: {
      name: 'Chromium', version: '156.0',
      command_line: '/usr/bin/chromium --host-resolver-rules=MAP a b, MAP * c --headless',
    },
    logEventPhase: { PHASE_BEGIN: 1, PHASE_END: 2, PHASE_NONE: 0 },
    logEventTypes: { REQUEST_ALIVE: 2, CANCELLED: 1 },
    logSourceType: { NONE: 0, URL_REQUEST: 1 },
    netError: { ERR_ABORTED: -3 },
    timeTickOffset: 1000,
  },
}).slice(0, -1)
const one = '{"params":{"url":"https://site.test/"},"phase":1,'
  + '"source":{"id":7,"start_time":"5","type":1},"time":"5","type":2}'
const other = '{"phase":2,"source":{"id":7,"start_time":"5","type":1},"time":"9","type":2}'

describe('the reader of a NetLog', () => {
  let folder: string
  before(async () => { folder = await mkdtemp(join(tmpdir(), 'tattle-netlog-')) })
  after(async () => { await rm(folder, { recursive: true, force: true }) })

  async function read(content: string | Buffer, name = 'netlog.json') {
    const file = join(folder, name)
    await writeFile(file, content)
    const events: NetLogEvent[] = []
    return { file: await readNetLog(file, { wants: () => true, event: (event) => { events.push(event) } }), events }
  }

  test('gives each event with names and wall times', async () => {
    const { file, events } = await read(`${constants},\n"events": [\n${one},\n${other}],\n"polledData": [{}]\n}\n`)
    assert.equal(file.complete, true)
    assert.deepEqual(file.commandLine, ['/usr/bin/chromium', '--host-resolver-rules=MAP a b, MAP * c', '--headless'])
    assert.deepEqual([file.browser, file.startedAt, file.endedAt, file.events], ['Chromium 156.0', 1005, 1009, 2])
    const event = { type: 'REQUEST_ALIVE', source: 7, sourceType: 'URL_REQUEST' }
    assert.deepEqual(events, [
      { ...event, phase: 'begin', time: 1005, params: { url: 'https://site.test/' } },
      { ...event, phase: 'end', time: 1009, params: {} },
    ])
  })

  test('reads gzip, and knows when it is cut', async () => {
    const whole = gzipSync(`${constants},\n"events": [\n${one},\n${other}],\n"polledData": [{}]\n}\n`)
    assert.equal((await read(whole, 'netlog.json.gz')).file.complete, true)
    assert.equal((await read(whole.subarray(0, -20), 'netlog.json.gz')).file.complete, false)
  })

  test('is incomplete without its end, and where a line is damaged', async () => {
    for (const content of [
      `${constants},\n"events": [\n`,
      `${constants},\n"events": [\n${one},\n`,
      `${constants},\n"events": [\n${one},\n${other.slice(0, 30)}`,
      `${constants},\n"events": [\n${one},\n{"params":{"bytes":"AAA\n${other}],\n}\n`,
    ]) assert.equal((await read(content)).file.complete, false, content.slice(-60))
  })

  test('refuses what is no NetLog, in a sentence', async () => {
    for (const content of ['', '{"log":{}}', 'MZ\0\0', '[1,2]\n']) {
      const file = join(folder, 'other.json')
      await writeFile(file, content)
      await assert.rejects(readNetLogRequests(file), { code: 'capture-unreadable' })
    }
    await assert.rejects(readNetLogRequests(join(folder, 'absent.json')), { code: 'capture-unreadable' })
  })

  test('survives events of any shape', async () => {
    const odd = [
      '{"params":null,"phase":1,"source":null,"time":null,"type":2}', '{"params":{"headers":{"a":[{}]}},"type":1}', '{}',
    ].map((line) => `${line},`).join('\n')
    const { file } = await read(`${constants},\n"events": [\n${odd}\n${other}],\n}\n`)
    assert.equal(file.complete, true)
  })
})

test('alias chains follow the answers of the resolver, and end where they go in circles', () => {
  const names = createNames()
  const answer = (pairs: readonly (readonly [string, string])[]) => {
    names.event({
      type: 'HOST_RESOLVER_DNS_TASK_EXTRACTION_RESULTS', phase: 'none', source: 1, sourceType: '', time: 0,
      params: { results: pairs.map(([from, to]) => ({ alias_target: to, domain_name: from, type: 'alias' })) },
    })
  }
  const middle = 'clinic.eulerian.tracker.test'
  answer([[middle, 'Edge.tracker.test.'], ['stats.clinic.test', middle]])
  answer([['a.test', 'b.test'], ['b.test', 'a.test']])
  assert.deepEqual(names.chainOf('Stats.clinic.test'), ['clinic.eulerian.tracker.test', 'edge.tracker.test'])
  assert.deepEqual(names.chainOf('a.test'), ['b.test', 'a.test'])
  assert.deepEqual(names.chainOf('other.test'), [])
  const event = (type: string, host?: string) => {
    const params = host === undefined ? {} : { host }
    names.event({ type, phase: 'begin', source: 5, sourceType: '', time: 0, params })
  }
  event('HOST_RESOLVER_MANAGER_JOB', 'https://shop.test:8443')
  assert.equal(names.bySystem('shop.test'), false)
  event('HOST_RESOLVER_SYSTEM_TASK')
  assert.equal(names.bySystem('shop.test'), true)
})

test('headers with bytes beyond ASCII are decoded, pseudo headers keep their colon', () => {
  const escaped = ['%ESCAPED:\u200b x-l: %E9%25', '%ESCAPED:\u200b x-u: %C3%A9']
  assert.deepEqual(headersOf({ headers: ['HTTP/1.1 200', ':path: /a:b', 'x: 1', ...escaped] }),
    [[':path', '/a:b'], ['x', '1'], ['x-l', 'é%'], ['x-u', 'é']])
})
