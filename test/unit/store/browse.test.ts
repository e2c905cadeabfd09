import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { SEVERITIES } from '../../../src/model.js'
import { summarise } from '../../../src/report/summary.js'
import { openBrowser, type Browser, type BrowseFilter } from '../../../src/store/browse.js'
import { openStore } from '../../../src/store/store.js'
import { enlarge, HOSTILE, makeAnalysed, makeHonest, run } from '../../golden/fixture.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-browse-'))
after(() => rmSync(folder, { recursive: true, force: true }))

let count = 0
function database(...analysed: ReturnType<typeof makeAnalysed>[]): string {
  const file = join(folder, `${++count}.sqlite`)
  const store = openStore(file)
  store.writeWhole(run, analysed, [])
  store.close()
  return file
}

async function browsing(file: string, work: (browser: Browser) => void | Promise<void>): Promise<void> {
  const browser = openBrowser(file)
  try {
    await browser.prepare()
    await work(browser)
  } finally {
    browser.close()
  }
}

test('all findings, worst first, each with its leaks counted as the report has them', async () => {
  const file = database(makeAnalysed({ consent: 'accept' }), makeAnalysed({ consent: 'reject' }))
  const store = openStore(file, { readonly: true })
  const report = store.report({}, summarise)
  store.close()
  await browsing(file, (browser) => {
    const { rows, total } = browser.findings({}, 0, 1000)
    assert.equal(total, report.findings.length)
    const ranks = rows.map(({ severity }) => SEVERITIES.indexOf(severity))
    assert.deepEqual(ranks, [...ranks].sort((a, b) => a - b))
    for (const { findingId, leaks, firstSeen, lastSeen, severity } of rows) {
      const same = report.findings.find((finding) => finding.findingId === findingId)
      assert.deepEqual({ leaks, firstSeen, lastSeen, severity }, {
        leaks: same?.leaks.length, firstSeen: same?.firstSeen, lastSeen: same?.lastSeen, severity: same?.severity,
      })
    }
  })
})

test('filters and words narrow; nothing that is typed is syntax', async () => {
  const file = database(makeAnalysed({ consent: 'accept' }))
  await browsing(file, (browser) => {
    const all = browser.findings({}, 0, 1000).rows
    const fit = (filter: BrowseFilter): number => browser.findings(filter, 0, 1000).total
    for (const { kind, recipientDomain: recipient, severity, site } of all) {
      const expected = all.filter((one) => one.kind === kind && one.recipientDomain === recipient && one.severity === severity)
      assert.equal(fit({ kind, recipient, severity, site, run: run.runId, status: 'pending' }), expected.length)
    }
    assert.equal(fit({ words: 'facebook' }), all.filter(({ recipientDomain }) => recipientDomain === 'facebook.com').length)
    assert.ok(fit({ words: 'urolog' }) > 0, 'the beginning of a word is enough')
    assert.equal(fit({ words: 'UROLOG FACEBOOK' }), fit({ words: 'facebook urolog' }))
    for (const words of ['" OR *', 'NEAR(', 'a AND', '*', '-', "'; DROP TABLE findings", HOSTILE.script, HOSTILE.lone]) fit({ words })
    assert.equal(fit({ words: 'nobodyhasthisword' }), 0)
    assert.equal(fit({ run: 'nobody' }), 0)
    assert.equal(fit({ kind: "x' OR 1=1" }), 0)
  })
})

test('pages: together all, none twice', async () => {
  const file = database(enlarge(makeAnalysed({ consent: 'accept' }), 300))
  await browsing(file, (browser) => {
    const total = browser.findings({}, 0, 1).total
    const ids: string[] = []
    for (let offset = 0; offset < total; offset += 37) ids.push(...browser.findings({}, offset, 37).rows.map(({ findingId }) => findingId))
    assert.equal(ids.length, total)
    assert.equal(new Set(ids).size, total)
  })
})

test('what is written while it is open is there when it is gathered again; an assessment counts at once', async () => {
  const file = database(makeAnalysed({ consent: 'accept' }))
  await browsing(file, async (browser) => {
    const before = browser.findings({}, 0, 1).total
    const fingerprint = browser.findings({}, 0, 1).rows[0]?.fingerprint ?? ''
    const store = openStore(file)
    store.writeAssessment({ fingerprint, status: 'dismissed', reason: 'a test value', assessedBy: 'A', assessedAt: '2026-03-02T10:00:00.000Z' })
    store.writeAnalysed(makeAnalysed({ consent: 'withdraw', captureId: 'c'.repeat(32), analysisId: '01KB0000000000000000000099' }))
    store.close()
    assert.equal(browser.findings({}, 0, 1).total, before, 'until it is gathered again, the list before')
    await browser.prepare()
    assert.ok(browser.findings({}, 0, 1).total >= before)
    assert.deepEqual(browser.findings({ status: 'dismissed' }, 0, 10).rows.map((row) => row.fingerprint), [fingerprint])
    assert.equal(browser.findings({ status: 'pending' }, 0, 10).total, browser.findings({}, 0, 10).total - 1)
    assert.deepEqual(browser.assessments(fingerprint).map(({ status, reason }) => [status, reason]), [['dismissed', 'a test value']])
    assert.equal(browser.runs(0, 10).rows[0]?.captures.length, 2)
  })
})

test('a test that makes its own choice is told from a walk in which none is made', async () => {
  const walks = [[], [{ at: '2026-03-01T09:00:00.000Z', state: 'before-choice' }], undefined].map((timeline, at) => {
    const { capture, ...one } = makeHonest({ consent: 'no-choice', captureId: `c${at}`, analysisId: `a${at}` })
    return { ...one, analysis: { ...one.analysis, captureId: `c${at}` }, capture: { ...capture, conditions: { consent: { timeline } } } }
  })
  await browsing(database(...walks), (browser) => {
    const { captures = [] } = browser.runs(0, 1).rows[0] ?? {}
    assert.deepEqual(Object.fromEntries(captures.map(({ captureId, isOwnChoice }) => [captureId, isOwnChoice])), { c0: 1, c1: 0, c2: 0 })
  })
})

test('one finding alone has its leaks and its captures, and no other finding', async () => {
  const file = database(makeAnalysed({ consent: 'accept' }), makeAnalysed({ consent: 'reject' }))
  await browsing(file, (browser) => {
    const [first] = browser.findings({}, 0, 1).rows
    const report = browser.finding(first?.findingId ?? '', summarise)
    assert.deepEqual(report?.findings.map(({ findingId, leaks }) => [findingId, leaks.length]), [[first?.findingId, first?.leaks]])
    assert.equal(browser.finding('nobody', summarise), undefined)
  })
})

test('a capture that was analysed again counts once, and one that repeats the walk without the finding is counted with it', async () => {
  const first = makeAnalysed({ consent: 'accept' })
  const file = database(first)
  const store = openStore(file)
  const again = makeAnalysed({ consent: 'accept', analysisId: '01KB0000000000000000AGAIN0', runId: 'again' })
  store.writeWhole({ ...run, runId: 'again' }, [again], [])
  const silent = makeHonest({ consent: 'accept', runId: 'silent' })
  store.writeWhole({ ...run, runId: 'silent' }, [silent], [])
  const expected = store.report({ captureIds: [first.capture.captureId, silent.capture.captureId] }, summarise).findings
  store.close()
  await browsing(file, (browser) => {
    const { rows } = browser.findings({}, 0, 1000)
    assert.ok(rows.length > 3)
    for (const { findingId, leaks } of rows) {
      const same = expected.find((finding) => finding.findingId === findingId)
      const shown = browser.finding(findingId, summarise)?.findings[0]
      assert.deepEqual([leaks, shown?.leaks.length, shown?.seenIn, shown?.seenOf], [same?.leaks.length, same?.leaks.length, same?.seenIn, same?.seenOf])
    }
  })
})

test('compared with a capture that is broken: its coverage is told beside what only the other shows', async () => {
  await browsing(database(makeAnalysed({ consent: 'accept' }), makeHonest({ consent: 'reject', coverage: 'broken' })), (browser) => {
    const { coverage, onlyA } = browser.compare({ runIds: [run.runId], consent: 'accept' }, { runIds: [run.runId], consent: 'reject' }, 10)
    assert.deepEqual([onlyA.total > 0, coverage], [true, { a: 'full', b: 'broken' }])
  })
})

test('what lessens all leaks of a finding is told of it, and of what is compared', async () => {
  const accept = makeAnalysed({ consent: 'accept' })
  const leaks = [...accept.leaks].map((leak) => leak.recipientDomain !== 'replay.example' ? leak
    : { ...leak, certainty: 'hashed' as const, delivery: 'unknown' as const, matchSource: 'vocabulary' as const })
  const all = { isHashed: true, isWord: true, isUnconfirmed: true }
  await browsing(database({ ...accept, leaks }, makeAnalysed({ consent: 'reject' })), (browser) => {
    const found = browser.findings({ recipient: 'replay.example' }, 0, 10).rows
    assert.deepEqual(found.map(({ qualities }) => qualities), [all])
    const { onlyA, both } = browser.compare({ runIds: [run.runId], consent: 'accept' }, { runIds: [run.runId], consent: 'reject' }, 100)
    assert.deepEqual(onlyA.rows.filter(({ recipientDomain }) => recipientDomain === 'replay.example').map(({ qualities }) => qualities), [all])
    assert.deepEqual(onlyA.rows.filter(({ kind }) => kind === 'identity.email').map(({ qualities }) => qualities.isHashed), [true])
    assert.ok(both.rows.length > 0 && both.rows.every(({ qualities }) => !qualities.isHashed && !qualities.isUnconfirmed))
  })
})

test('a run that lost a test is no run of full coverage, whatever its captures show', async () => {
  const file = database(makeHonest({ consent: 'reject' }))
  const store = openStore(file)
  store.writeDiagnostics([{ analysisId: null, captureId: null, runId: run.runId, code: 'test-failed', entry: null, message: 'x' }])
  store.close()
  await browsing(file, (browser) => {
    assert.deepEqual(browser.runs(0, 10).rows.map(({ lost }) => lost), [1])
    const whole = { runIds: [run.runId] }
    const [captureId = ''] = browser.runs(0, 10).rows.flatMap(({ captures }) => captures.map((one) => one.captureId))
    assert.deepEqual(browser.compare(whole, { captureIds: [captureId] }, 10).coverage, { a: 'broken', b: 'full' })
  })
})

test('compared: what only one side shows, and what both do', async () => {
  const file = database(makeAnalysed({ consent: 'accept' }), makeAnalysed({ consent: 'reject' }), makeHonest({ consent: 'no-choice' }))
  await browsing(file, (browser) => {
    const all = { runIds: [run.runId] }
    const same = browser.compare({ ...all, consent: 'accept' }, { ...all, consent: 'accept' }, 1000)
    const { both } = same
    assert.ok(both.total > 1 && both.rows.every(({ inA, inB }) => inA === inB))
    assert.deepEqual([same.onlyA, same.onlyB], [{ total: 0, rows: [] }, { total: 0, rows: [] }])
    const none = browser.compare({ ...all, consent: 'no-choice' }, { ...all, consent: 'accept' }, 1000)
    assert.deepEqual([none.onlyA.total, none.onlyB.total, none.both.total], [0, both.total, 0])
    assert.ok(none.onlyB.rows.every(({ inA, inB }) => inA === 0 && inB > 0))
    const differ = browser.compare({ ...all, consent: 'reject' }, { ...all, consent: 'accept' }, 1000)
    assert.equal(differ.onlyA.total, 0)
    assert.ok(differ.onlyB.total > 0 && differ.both.total > 0)
    const few = browser.compare({ ...all, consent: 'reject' }, { ...all, consent: 'accept' }, 1)
    assert.deepEqual([few.onlyB, few.both].map(({ total, rows }) => [total, rows.length]), [[differ.onlyB.total, 1], [differ.both.total, 1]],
      'a limit shortens each part, and says how long it is')
    assert.deepEqual(differ.coverage, { a: 'full', b: 'full' })
    assert.throws(() => browser.compare({ runIds: ['nobody'] }, all, 10), /Nothing in .* fits --run nobody/)
  })
})

test('a fingerprint is found by its beginning; too short, unknown or shared ones are refused', () => {
  const file = database(makeAnalysed({ consent: 'accept' }))
  const store = openStore(file)
  try {
    const { findings: [finding] } = store.report({}, summarise)
    assert.equal(store.fingerprint((finding?.fingerprint ?? '').slice(0, 12)), finding?.fingerprint)
    assert.throws(() => store.fingerprint('abc'), /No finding in .* begins with "abc"/)
    assert.throws(() => store.fingerprint('%%%%%%%%%%'), /No finding/)
  } finally {
    store.close()
  }
})

test('before it is gathered it says so; closed on the way, it leaves no file behind and no error', async () => {
  const file = database(enlarge(makeAnalysed({ consent: 'accept' }), 2000))
  const lists = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('tattle-view-'))
  const before = lists()
  const browser = openBrowser(file)
  assert.equal(browser.isPrepared(), false)
  const preparing = browser.prepare()
  const others = lists().filter((name) => !before.includes(name))
  assert.equal(others.length, 1)
  browser.close()
  await preparing
  await setTimeout(50)
  assert.deepEqual(lists().filter((name) => others.includes(name)), [])
})

test('runs with more captures than a statement may have values are compared', async () => {
  const one = makeAnalysed({ consent: 'accept' })
  const many = Array.from({ length: 9_000 }, (_, at) => ({
    ...one, capture: { ...one.capture, captureId: `c${at}` }, analysis: { ...one.analysis, analysisId: `a${at}`, captureId: `c${at}` },
    steps: [], requests: [], findings: [], leaks: [], stored: [], diagnostics: [],
  }))
  await browsing(database(...many), (browser) => {
    const { both, coverage } = browser.compare({ runIds: [run.runId] }, { runIds: [run.runId] }, 10)
    assert.deepEqual([both.total, coverage.a], [0, one.capture.coverage])
  })
})
