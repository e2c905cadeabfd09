/**
 * Every way in which a page can send something, in a browser recorded as an audit records it, held against the log of
 * the server: every request and every byte of every body. TATTLE_RUNS says how often (default once).
 */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { HarEntry } from '../../src/har/types.js'
import { recordHeldUp, recordMarks, recordPeers, recordReports } from '../unit/capture/support/record.js'
import { startServer } from '../unit/capture/support/server.js'
import { startStun } from '../unit/capture/support/stun.js'
import { lineOf, missing, receivedLine, subtract } from '../unit/capture/support/truth.js'

const runs = Number(process.env['TATTLE_RUNS'] ?? 1)

const withWorker = 'Of what pages with a service worker send as they are left this browser drops some that a visitor\'s sends, so it may not '
  + 'have been seen; the hosts were site.test.'

for (let run = 1; run <= runs; run += 1) {
  test(`run ${run} of ${runs}: all that the server received is in the capture, and nothing else`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tattle-marks-'))
    const server = await startServer()
    try {
      const { manifest, derived } = await recordMarks(server, folder)
      const marks = new Set(server.received.map(({ method, url }) => `${method} ${url}`))
      assert.ok(marks.size >= 150, `only ${marks.size} different requests were made`)
      for (const mark of mustCome) {
        assert.ok([...marks].some((each) => each.includes(`/m/${mark}`)), `the page never sent ${mark}`)
      }
      assert.deepEqual(missing(server, derived), [], 'received by the server and not in the capture')
      const sent = derived.entries.filter((entry) => entry._delivery === 'sent' && entry._ofBrowser !== true)
      assert.deepEqual(subtract(sent.map(lineOf(derived)), server.received.map(receivedLine)), [],
        'in the capture and never received')
      assert.deepEqual([manifest.coverage, manifest.coverageReasons, manifest.blindSpots], ['limited', [], [withWorker]])
      const asked = sent.filter(isAsked)
      assert.ok(asked.length / sent.length > 0.85, `who asked is known for ${asked.length} of ${sent.length} requests`)
      for (const mark of mustBeAsked) {
        assert.ok(asked.some(({ request }) => String(request?.url).includes(`/m/${mark}`)), `nothing tells who asked for ${mark}`)
      }
    } finally {
      await server.close()
      rmSync(folder, { recursive: true, force: true })
    }
  })
}

test('what goes without HTTP is named: the peer of a WebRTC connection, over UDP and TCP, and the whole address of a WebTransport', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tattle-peers-'))
  const [server, stun] = await Promise.all([startServer(), startStun()])
  try {
    const { manifest } = await recordPeers(server, folder, stun)
    assert.ok(stun.received.length > 0, 'the stand-in for STUN was never asked')
    assert.ok((await stun.overTcp).includes('Urologie'), 'what was sent over TCP is not what the page chose')
    assert.deepEqual(manifest.conditions['peers'], [
      `udp 127.0.0.1:${stun.port}`, 'webtransport https://transport.test/telemetry?q=Urologie', `tcp 127.0.0.1:${stun.port}`,
    ])
    assert.deepEqual([manifest.coverage, manifest.coverageReasons, manifest.blindSpots], ['limited', [], [
      `What was sent by WebRTC is encrypted; the peers were 127.0.0.1:${stun.port}.`,
      'What was sent by WebTransport is not recorded; the addresses were https://transport.test/telemetry?q=Urologie.',
    ]])
  } finally {
    await Promise.all([server.close(), stun.close()])
    rmSync(folder, { recursive: true, force: true })
  }
})

test('what the browser reports of a page, address and all, comes before the page is left', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tattle-reports-'))
  const server = await startServer()
  try {
    const { derived } = await recordReports(server, folder)
    const reports = server.received.filter(({ method, url }) => method === 'POST' && url.startsWith('https://third.test/m/report'))
    const terms = new Set(reports.map(({ body }) => /reports\.html\?q=(\w+)/.exec(body.toString())?.[1]))
    assert.deepEqual([...terms].sort(), ['Urologie', 'Vasektomie'])
    assert.deepEqual(missing(server, derived), [])
  } finally {
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }
})

for (const [page, sent, spots] of [['written.html', 'written', []], ['worker-ahead.html', 'from-ahead', [withWorker]]] as const) {
  test(`a page that keeps Playwright from ending its HAR (${page}) does not hold up the end`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tattle-held-'))
    const server = await startServer()
    try {
      const { manifest, derived } = await recordHeldUp(server, folder, page)
      assert.ok(server.received.some(({ url }) => url === `https://third.test/m/${sent}`))
      assert.deepEqual(missing(server, derived), [])
      assert.deepEqual([manifest.coverage, manifest.coverageReasons, manifest.blindSpots], [spots.length > 0 ? 'limited' : 'full', [], spots])
    } finally {
      await server.close()
      rmSync(folder, { recursive: true, force: true })
    }
  })
}

test('what a page sends as it is left is waited for; where it has not gone out by then, its host is named', async () => {
  for (const [word, coverage, spots] of [
    ['preflight-slow', 'full', []],
    ['preflight-unanswered', 'limited', ['The browser ended before all was sent that pages send as they are left; the hosts were third.test.']],
  ] as const) {
    const folder = mkdtempSync(join(tmpdir(), 'tattle-farewell-'))
    const server = await startServer()
    try {
      const { manifest, derived } = await recordHeldUp(server, folder, `${word}.html`)
      assert.deepEqual([manifest.coverage, manifest.coverageReasons, manifest.blindSpots], [coverage, [], spots])
      assert.deepEqual(missing(server, derived).filter((line) => !line.startsWith('OPTIONS')), [])
      const sent = derived.entries.filter(({ request, _delivery }) => request?.method === 'POST' && _delivery === 'sent')
      assert.equal(sent.some(({ request }) => String(request?.url).endsWith(word)), coverage === 'full', word)
    } finally {
      await server.close()
      rmSync(folder, { recursive: true, force: true })
    }
  }
})

/** More than an origin, which the NetLog knows of every request. */
function isAsked({ _initiator: initiator }: HarEntry): boolean {
  const { type, url, stack } = (initiator ?? {}) as { type?: unknown, url?: unknown, stack?: unknown }
  return stack !== undefined || (typeof type === 'string' && (type !== 'other' || !/^\w+:\/\/[^/]+$/.test(String(url))))
}

/** What windows, workers and frames of other processes ask for before anybody could have begun to listen to them. */
const mustBeAsked = [
  'popup.html', 'popup-fetch', 'popup-third.html', 'popup-third-fetch', 'dedicated.js', 'dedicated-worker',
  'nested-worker', 'blob-worker', 'module-worker-fetch', 'service-worker', 'frame-fetch', 'frame2-fetch', 'ws2',
]

/**
 * Without these a run would prove less than it says. What the browser itself now and then drops while a page goes is not
 * here: in ten runs of its own, without any session that listens, five lacked `popup-bye`, two `pagehide-img`, two
 * `visibility-fetch`, one `pagehide-blob`, on the server as in the capture; with the listener five lacked `popup-bye` and
 * one `visibility-fetch`. What the server did receive was in the capture, every time.
 */
const mustCome = [
  'beacon-blob', 'pagehide-beacon', 'unload-beacon', 'visibility-beacon', 'frame-pagehide', 'preflighted', 'streamed',
  'shared-worker', 'service-worker', 'nested-worker', 'blob-worker', 'module-worker-fetch', 'dedicated-worker',
  'paint-worklet.js', 'audio-worklet.js', 'prerendered.html', 'speculation.html', 'popup-fetch',
  'popup-third-fetch', 'popup-third-bye', 'removed-frame-beacon', 'download.bin', 'ping', 'csp-report', 'chain3',
  'after307', 'aborted', 'unread', 'form-file', 'xhr-sync', 'fetch-later', 
  'last-beacon', 'ws2', 'plain-ws', 'events', 'video.mp4', 'font.woff2', 'cloned', 'file', 'protobuf', 'gzip',
]
