/** A test that imports `tattle/playwright`, from the command to the database, held against what the server received. */
import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { CaptureManifest, CaptureStep } from '../../src/capture/manifest.js'
import { openZip } from '../../src/capture/har-zip.js'
import type { Analysed, ConsentState } from '../../src/model.js'
import { runAudit, type AuditOptions, type AuditResult } from '../../src/playwright/audit.js'
import { openStore } from '../../src/store/store.js'
import { startSite } from './fixture/site.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-e2e-'))
const database = join(folder, 'findings.sqlite')
const site = await startSite()
after(() => { rmSync(folder, { recursive: true, force: true }) })

function audit(options: Partial<AuditOptions>): Promise<AuditResult> {
  return runAudit({
    scenarios: [], hostMap: [`*.example=127.0.0.1:${site.port}`], database, captures: join(folder, 'captures'), quiet: true, ...options,
  })
}

function inState(result: AuditResult, state: ConsentState): Analysed {
  const found = result.analysed.find(({ capture }) => capture.consentAsked === state)
  assert.ok(found, `a capture in ${state}; instead: ${JSON.stringify([result.messages, result.failures])}`)
  return found
}

async function stepsIn(capture: string): Promise<readonly CaptureStep[]> {
  const zip = await openZip(capture)
  try {
    return (JSON.parse((await zip.read('capture.json', 1_000_000)).toString('utf8')) as CaptureManifest).steps ?? []
  } finally {
    zip.close()
  }
}

test('a scenario in two consent states: captures, steps, leaks, database', async () => {
  const result = await audit({
    scenarios: ['test/e2e/fixture/search.spec.ts'], baseUrl: 'http://www.clinic.example', consent: ['accept', 'reject'],
  })
  assert.deepEqual(result.failures, [])
  assert.equal(result.exit, 0)
  const accept = inState(result, 'accept')
  const reject = inState(result, 'reject')
  for (const { capture } of [accept, reject]) {
    assert.equal(capture.scenario, 'search')
    assert.equal(capture.target, 'stand-in')
    assert.equal(capture.site, 'clinic.example')
    assert.equal(capture.consentOutcome, 'reached')
    assert.deepEqual([capture.coverage, capture.coverageReasons, capture.blindSpots], ['full', [], []])
    assert.ok(capture.path !== null && existsSync(capture.path))
  }

  const term = accept.leaks.filter(({ kind }) => kind === 'health.search')
  assert.deepEqual([...new Set(term.map(({ recipientHost }) => recipientHost))], ['px.tracker.example'])
  assert.ok(term.some(({ part, field }) => part === 'query' && field === 'dl'), 'the page address in a parameter')
  assert.ok(term.some(({ part, url }) => part === 'body' && url.endsWith('/bye')), 'the body of a Blob beacon on leaving')
  assert.ok(term.every(({ consentAt }) => consentAt === 'accepted'))
  assert.equal(term.find(({ field }) => field === 'dl')?.step, 'Search')
  const dl = term.find(({ field }) => field === 'dl')
  assert.equal(dl?.action, "click getByRole('button', { name: 'Los' })")
  assert.match(dl?.actionLocation ?? '', /^test\/e2e\/fixture\/search\.spec\.ts:9:\d+$/)
  const first = accept.requests.find(({ url }) => url === 'http://www.clinic.example/')
  assert.equal(first?.action, 'goto /')
  assert.match(first?.actionLocation ?? '', /^test\/e2e\/fixture\/search\.spec\.ts:6:\d+$/)
  const chosen = accept.requests.find(({ host }) => host === 'px.tracker.example')
  assert.equal(chosen?.action, 'Accept the consent banner', 'what the helper clicks is no line of the scenario')
  assert.equal(chosen?.actionLocation, null)
  const ways = accept.stored.filter(({ recipientDomain }) => recipientDomain !== null)
    .map(({ area, name, place, step, recipientDomain, field }) => [area, name, place, step, recipientDomain, field])
  assert.deepEqual(ways.filter(([, name]) => name === 'seen').slice(0, 1),
    [['local', 'seen', 'http://www.clinic.example', 'Search', 'tracker.example', 'dl']])
  assert.deepEqual(ways.filter(([, name]) => name === 'visitor'),
    [['local', 'visitor', 'http://embed.widget.example', 'Search', 'widget.example', 'v']], 'kept by a frame of another process')
  const session = accept.stored.find(({ name }) => name === 'session')
  assert.deepEqual([session?.area, session?.setBy, session?.setByUrl, session?.recipientDomain], ['cookie', 'answer', 'http://www.clinic.example/', null])
  const sent = site.received.filter(({ host }) => host === 'px.tracker.example').length
  assert.equal(accept.requests.filter(({ host }) => host === 'px.tracker.example').length, sent, 'every request that the third party received')

  assert.deepEqual(reject.leaks, [])
  assert.equal(reject.analysis.verdict, 'none-observed')
  assert.ok(reject.requests.every(({ host }) => host !== 'px.tracker.example'))

  assert.ok(accept.capture.files.every(({ name }) => !name.includes('trace')), 'none that nobody asked for')
  const steps = await stepsIn(accept.capture.path ?? '')
  const search = steps.find(({ title }) => title === 'Search')
  assert.match(search?.location ?? '', /^test\/e2e\/fixture\/search\.spec\.ts:7:\d+$/)
  assert.ok(steps.some(({ title }) => title === 'Accept the consent banner'))
  const open = steps.find(({ title }) => title.startsWith('Navigate'))
  assert.match(open?.location ?? '', /^test\/e2e\/fixture\/search\.spec\.ts:6:\d+$/, 'the line of the scenario, not of the fixture')

  const store = openStore(database)
  try {
    const [run] = store.runs()
    assert.equal(run?.runId, result.runId)
    assert.deepEqual(run?.captures.map(({ consentAsked }) => consentAsked).sort(), ['accept', 'reject'])
    assert.equal(run?.captures.find(({ consentAsked }) => consentAsked === 'accept')?.leaks, accept.leaks.length)
  } finally {
    store.close()
  }
})

test('a side effect that is not allowed on a live site stops the scenario, and the capture says where', async () => {
  const before = site.received.length
  const result = await audit({
    scenarios: ['test/e2e/fixture/search.spec.ts'], baseUrl: 'http://www.clinic.example', consent: ['no-choice'],
    target: 'live', clientIps: ['203.0.113.20'],
  })
  const { capture } = inState(result, 'no-choice')
  assert.equal(result.exit, 0)
  assert.equal(capture.coverage, 'limited')
  assert.match(capture.blindSpots.join(), /stopped before "subscribes".*--allow-side-effects subscribes/)
  assert.ok(site.received.slice(before).every(({ url }) => url !== '/danke'), 'nothing was subscribed to')
})

test('a scenario that fails leaves a broken capture, and the trace that was asked for', async () => {
  const result = await audit({
    scenarios: ['test/e2e/fixture/stops.spec.ts'], baseUrl: 'http://www.clinic.example', consent: ['no-choice'], trace: true,
  })
  const { path, conditions, files } = inState(result, 'no-choice').capture
  const capture = await openZip(path ?? '')
  assert.ok(capture.names.includes('originals/trace.zip'))
  const trace = join(folder, 'trace.zip')
  writeFileSync(trace, await capture.read('originals/trace.zip', 1 << 26))
  capture.close()
  assert.equal(statSync(path ?? '').mode & 0o777, 0o600)
  assert.ok(files.some(({ name, bytes }) => name === 'originals/trace.zip' && bytes > 1_000), 'hashed like the other originals')
  const viewed = await openZip(trace)
  assert.ok(viewed.names.some((name) => name.endsWith('.trace')), 'what the trace viewer opens')
  viewed.close()
  assert.equal(conditions['trace'], true)
  assert.equal(result.exit, 3)
  assert.equal(inState(result, 'no-choice').capture.coverage, 'broken')
  assert.match(result.failures[0]?.location ?? '', /stops\.spec\.ts:3$/)
})

test('a URL needs no scenario', async () => {
  const result = await audit({ scenarios: ['http://www.clinic.example/'], consent: ['accept'] })
  const { capture, requests } = inState(result, 'accept')
  assert.equal(capture.scenario, 'visit-www.clinic.example')
  assert.equal(capture.consentOutcome, 'reached')
  assert.ok(requests.some(({ url }) => url === 'http://www.clinic.example/ueber-uns'), 'it followed a link')
})

test('a context that is opened by way of another is a capture of its own', async () => {
  const result = await audit({ scenarios: ['test/e2e/fixture/beside.spec.ts'], baseUrl: 'http://www.clinic.example', consent: ['no-choice'] })
  assert.deepEqual(result.failures, [])
  const filed = result.analysed.map(({ capture, requests }) => [capture.coverage, requests.filter(({ url }) => url.endsWith('/ueber-uns')).length]).sort()
  assert.deepEqual(filed, [['full', 0], ['full', 1]])
})

test('a page that cannot be opened is of what it was aimed at: loopback is no live site', async () => {
  const result = await audit({ scenarios: ['test/e2e/fixture/closed.spec.ts'], hostMap: [], consent: ['no-choice'] })
  const filed = result.analysed.map(({ capture }) => [capture.site, capture.target, capture.coverage])
  assert.deepEqual(filed, [['127.0.0.1', 'stand-in', 'broken']])
})
