import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { coverageOf } from '../../../src/capture/completeness.js'
import { mergeCapture, type Merge } from '../../../src/capture/merge.js'
import { createH2Parser } from '../../../src/capture/netlog/h2.js'
import { readNetLog } from '../../../src/capture/netlog/read.js'
import { readNetLogRequests } from '../../../src/capture/netlog/requests.js'
import { crash, walk } from './support/browser.js'
import { startServer, type TruthServer } from './support/server.js'
import { lineOf, missing, readDerived, receivedLine, sha, subtract, type Derived } from './support/truth.js'

interface Message { readonly type: string, readonly opcode: number, readonly data: string }

describe('a capture of a real browser, held against what its server received', () => {
  let folder: string
  let server: TruthServer
  let merged: Merge
  let derived: Derived

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tattle-merge-'))
    server = await startServer()
    await walk(server, folder)
    const out = join(folder, 'capture.har.zip')
    merged = await mergeCapture({ harZip: join(folder, 'har.zip'), netlog: join(folder, 'netlog.json'), out })
    derived = await readDerived(out)
  })
  after(async () => {
    await server.close()
    await rm(folder, { recursive: true, force: true })
  })

  test('holds every request that the server received, bodies byte for byte', () => {
    const marks = new Set(server.received.map(({ method, url }) => `${method} ${url}`))
    assert.ok(marks.size >= 80, `only ${marks.size} different requests were made`)
    assert.deepEqual(missing(server, derived), [])
  })

  test('holds nothing as sent that the server did not receive', () => {
    const sent = derived.entries
      .filter((entry) => entry._delivery === 'sent' && entry._ofBrowser !== true).map(lineOf(derived))
    assert.deepEqual(subtract(sent, server.received.map(receivedLine)), [])
  })

  test('holds every WebSocket frame over HTTP/1.1, HTTP/2 and plain HTTP', () => {
    const frames = derived.entries.flatMap((entry) => (entry._webSocketMessages as Message[] | undefined ?? [])
      .filter(({ type }) => type === 'send')
      .map(({ opcode, data }) => [entry.request?.url, opcode, sha(Buffer.from(data, opcode === 2 ? 'base64' : 'utf8'))].join(' ')))
    const received = server.frames.map(({ url, opcode, data }) => `${url} ${opcode} ${sha(data)}`)
    assert.deepEqual(frames.sort(), received.sort())
    assert.equal(frames.length, 11)
  })

  test('says where each entry comes from', () => {
    const by = (path: string) => derived.entries.filter((entry) => String(entry.request?.url).includes(path))
    assert.deepEqual(by('/m/pagehide-beacon').map((entry) => entry._recordedBy), ['netlog'])
    assert.deepEqual(by('/m/shared-worker').map((entry) => entry._recordedBy), ['netlog'])
    assert.deepEqual(by('/m/beacon-string').map((entry) => entry._recordedBy), ['har'])
    assert.deepEqual(by('absent.test').map((entry) => entry._delivery), ['attempted'])
    assert.deepEqual(by('blocked.test').map((entry) => entry._delivery), ['attempted'])
    assert.deepEqual(by('/m/shared.js').map((entry) => [entry._delivery, entry.response?.status]), [['sent', 200]])
    assert.deepEqual(by('/m/frame-fetch').map((entry) => entry._frameUrl), ['https://frame.test/m/frame.html'])
    assert.deepEqual(by('/m/frame-fetch').map((entry) => entry._pageUrl), ['https://site.test/'])
    assert.deepEqual(by('/m/passed-on').map((entry) => [entry._delivery, entry._pageUrl]).sort(),
      [['attempted', 'https://site.test/'], ['sent', 'https://site.test/']])
    assert.deepEqual(by('/m/made-up').map((entry) => entry._delivery), ['attempted'])
    assert.deepEqual(by('/m/pagehide-beacon').map((entry) => entry._pageUrl), ['https://site.test/'])
    assert.deepEqual(by('/m/frame-pagehide').map((entry) => [entry._frameUrl, entry._pageUrl]),
      [['https://frame.test/m/frame.html', 'https://site.test/']])
    const ofBrowser = derived.entries.filter((entry) => entry._ofBrowser === true).map((entry) => String(entry.request?.url))
    assert.deepEqual(ofBrowser.filter((url) => /\.test[:/]/.test(url)), [])
  })

  test('is proved complete', () => {
    assert.deepEqual(merged.unexplained, [])
    assert.deepEqual(merged.bodiesLost, [])
    assert.deepEqual(merged.problems, [])
    assert.equal(merged.netlogComplete, true)
    assert.ok(merged.bodiesFilled >= 10, `${merged.bodiesFilled} bodies filled`)
    assert.equal(merged.entries, derived.entries.length)
    assert.ok(merged.commandLine.includes('--net-log-capture-mode=Everything'))
    assert.deepEqual(merged.hostsWithWorker, ['site.test'])
    assert.deepEqual(coverageOf({ ...merged, hostsWithWorker: [], completed: true, failures: [], blindSpots: [] }),
      { coverage: 'full', coverageReasons: [], blindSpots: [] })
    assert.equal(coverageOf({ ...merged, completed: false, failures: [], blindSpots: [] }).coverage, 'broken')
  })

  test('has the earliest time that is known of each request: the HAR tells when Playwright heard of it', async () => {
    const { requests } = await readNetLogRequests(join(folder, 'netlog.json'))
    const startOf = new Map(requests.map(({ url, startedAt }) => [url, startedAt]))
    const once = derived.entries.filter(({ request }, _, all) => all.filter((other) => other.request?.url === request?.url).length === 1)
    const late = once.filter(({ request, startedDateTime }) =>
      Date.parse(String(startedDateTime)) > Math.ceil(startOf.get(String(request?.url)) ?? Infinity))
    assert.ok(once.length > 20)
    assert.deepEqual(late.map(({ request }) => request?.url), [])
  })

  test('is written the same twice', async () => {
    const out = join(folder, 'again.har.zip')
    await mergeCapture({ harZip: join(folder, 'har.zip'), netlog: join(folder, 'netlog.json'), out })
    assert.equal(sha(await readFile(out)), sha(await readFile(join(folder, 'capture.har.zip'))))
  })

  test('without its HAR is built from the NetLog alone', async () => {
    const out = join(folder, 'netlog-only.har.zip')
    const alone = await mergeCapture({ harZip: null, netlog: join(folder, 'netlog.json'), out })
    assert.equal(alone.harCount, 0)
    assert.deepEqual(missing(server, await readDerived(out)), [])
    assert.equal(coverageOf({ ...alone, completed: true, failures: [], blindSpots: [] }).coverage, 'limited')
  })

  test('with its NetLog cut is readable and broken, never complete', async () => {
    const whole = await readFile(join(folder, 'netlog.json'))
    const cut = join(folder, 'cut.json')
    for (const share of [0.1, 0.5, 0.9]) {
      await writeFile(cut, whole.subarray(0, Math.floor(whole.length * share)))
      const out = join(folder, 'cut.har.zip')
      const some = await mergeCapture({ harZip: join(folder, 'har.zip'), netlog: cut, out })
      assert.equal(some.netlogComplete, false)
      assert.ok(some.entries >= some.harCount)
      assert.equal(coverageOf({ ...some, completed: true, failures: [], blindSpots: [] }).coverage, 'broken')
    }
  })

  test('with its NetLog cut anywhere tells of no request that was not made, and of no body as whole that is not', async () => {
    const whole = await readFile(join(folder, 'netlog.json'))
    const received = new Set(server.received.map(receivedLine))
    const asked = new Set(server.received.map(({ method, url }) => `${method} ${url}`))
    const cut = join(folder, 'cut-anywhere.json')
    const inside = Array.from({ length: 23 }, (_, part) => Math.floor(whole.length * (part + 1) / 24) - part)
    for (const end of [...inside, ...endsAfter(whole, 'HTTP2_SESSION_SEND_DATA')]) {
      await writeFile(cut, whole.subarray(0, end))
      const { requests, file } = await readNetLogRequests(cut)
      assert.equal(file.complete, false)
      for (const { method, url, sent, ofBrowser, body = Buffer.alloc(0), bodyLost } of requests) {
        if (!sent || ofBrowser) continue
        const line = receivedLine({ method, url, body: Buffer.from(body) })
        assert.ok(bodyLost ? asked.has(`${method} ${url}`) : received.has(line), `cut at ${end} of ${whole.length}: ${line}`)
      }
    }
  })

  test('has bodies over many frames of HTTP/2, of streams that were sent at the same time', async () => {
    const connections = new Map<number, { frames: number[], push(bytes: Buffer): void }>()
    const ignore = (): void => undefined
    const connect = (first: Buffer) => {
      const frames: number[] = []
      const parse = createH2Parser({ data: (stream) => { frames.push(stream) }, headers: ignore, end: ignore, reset: ignore })
      const speaksH2 = first.subarray(0, 14).toString('latin1') === 'PRI * HTTP/2.0'
      return { frames, push: (bytes: Buffer) => { if (speaksH2) parse(bytes, 0) } }
    }
    await readNetLog(join(folder, 'netlog.json'), {
      wants: (type) => type === 'SSL_SOCKET_BYTES_SENT',
      event({ source, params }) {
        const bytes = Buffer.from(String(params['bytes']), 'base64')
        const connection = connections.get(source) ?? connect(bytes)
        connections.set(source, connection)
        connection.push(bytes)
      },
    })
    const orders = [...connections.values()].map(({ frames }) => frames)
    const mostOfOne = Math.max(...orders.flatMap((frames) => frames.map((stream) => frames.filter((each) => each === stream).length)))
    const interleaved = orders.some((frames) => frames.some((stream, at) => frames[at + 1] !== undefined
      && frames[at + 1] !== stream && frames.indexOf(stream, at + 2) >= 0))
    assert.ok(mostOfOne >= 10, `at most ${mostOfOne} frames of one stream`)
    assert.ok(interleaved, 'no two streams were sent in turns')
  })

  test('with a NetLog that lacks its beginning is broken', async () => {
    const lines = (await readFile(join(folder, 'netlog.json'), 'utf8')).split('\n')
    const late = join(folder, 'late.json')
    await writeFile(late, [...lines.slice(0, 2), ...lines.slice(Math.floor(lines.length / 2))].join('\n'))
    const out = join(folder, 'late.har.zip')
    const some = await mergeCapture({ harZip: join(folder, 'har.zip'), netlog: late, out })
    assert.equal(some.netlogComplete, true)
    assert.ok(some.unexplained.length > 10)
    const { coverage, coverageReasons } = coverageOf({ ...some, completed: true, failures: [], blindSpots: [] })
    assert.equal(coverage, 'broken')
    assert.ok(coverageReasons.some((reason) => reason.includes('restarted')), coverageReasons.join(' '))
  })
})

/** Offsets behind each event of this type: cut there, what it announces is not in the log. */
function endsAfter(log: Buffer, type: string): number[] {
  const number = new RegExp(`"${type}":(\\d+)`).exec(log.toString('utf8', 0, log.indexOf('\n')))?.[1]
  const mark = `"type":${number}}`
  const ends: number[] = []
  for (let at = log.indexOf(mark); at >= 0; at = log.indexOf(mark, at + 1)) ends.push(log.indexOf('\n', at) + 1)
  return ends
}

test('a browser that is killed leaves a NetLog from which its requests are read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tattle-crash-'))
  const server = await startServer()
  try {
    await crash(server, folder)
    const out = join(folder, 'capture.har.zip')
    const merged = await mergeCapture({ harZip: undefined, netlog: join(folder, 'netlog.json'), out })
    assert.equal(merged.hasHar, false)
    const derived = await readDerived(out)
    const post = derived.entries.find(({ request }) =>
      request?.method === 'POST' && String(request.url).endsWith('/m/crash-post'))
    assert.ok(post !== undefined, 'the request before the crash is missing')
    assert.equal(derived.body(post).toString(), 'before the crash')
    // The process that writes the log outlives the browser by a moment and sometimes still ends it well.
    const failures = ['The browser crashed.']
    assert.equal(coverageOf({ ...merged, completed: true, failures, blindSpots: [] }).coverage, 'broken')
    assert.notEqual(coverageOf({ ...merged, completed: true, failures: [], blindSpots: [] }).coverage, 'full')
  } finally {
    await server.close()
    await rm(folder, { recursive: true, force: true })
  }
})
