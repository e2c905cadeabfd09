import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { baselineFile, readBaseline, readBaselines, readRules, toText, writeBaseline, writeRules, type Baseline } from '../../../src/check/baseline.js'
import { check, groupKey, type CheckInput } from '../../../src/check/check.js'
import { NO_POLICY, type AllowRule } from '../../../src/check/policy.js'
import { toUpdates, type Update } from '../../../src/check/update.js'
import { exitOf } from '../../../src/commands/outcome.js'
import { isTattleError } from '../../../src/errors.js'
import type { Analysed, CheckRecord, Report } from '../../../src/model.js'
import { makeAnalysed, makeHonest, reportOf } from '../../golden/fixture.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-baseline ä ü-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const TODAY = '2026-03-02'
const RULES = { digest: 'r1', now: { 'vocabulary:de': 'a', 'signature:meta-pixel': 'b' }, known: new Map() }

function updateOf(report: Report, before: ReadonlyMap<string, Baseline> = new Map(), today = TODAY): Update {
  const [update] = toUpdates(report, before, { today, expireDays: 180, rules: 'r1', stateOf: () => undefined })
  assert.ok(update)
  return update
}

function run(report: Report, baseline: Baseline | null, extra: Partial<CheckInput> = {}): CheckRecord {
  const baselines = new Map(baseline === null ? [] : [[baseline.scenario, baseline]])
  return check({
    report, baselines, policy: NO_POLICY, failOn: 'medium', today: TODAY, rules: RULES, seenBefore: new Map(), ...extra,
  })
}

/** Without the leaks to one recipient. */
function without(analysed: Analysed, domain: string): Analysed {
  return { ...analysed, leaks: analysed.leaks.filter(({ recipientDomain }) => recipientDomain !== domain) }
}

const reject = makeAnalysed({ consent: 'reject' })
const accept = makeAnalysed({ consent: 'accept' })
const whole = reportOf([reject, accept])
const baseline = updateOf(whole).baseline

test('without a baseline all that reaches the threshold fails, and it is said', () => {
  const record = run(whole, null)
  assert.equal(record.exit, 1)
  assert.ok(record.findings.every(({ state }) => state === 'new'))
  assert.ok(record.findings.every(({ fails, severity }) => fails === ['critical', 'high', 'medium'].includes(severity)))
  assert.ok(record.notes.some((note) => /no baseline/.test(note)))
})

test('what the baseline holds passes, in any order of captures and leaks', () => {
  const shuffled = reportOf([accept, { ...reject, leaks: [...reject.leaks].reverse() }])
  for (const report of [whole, shuffled]) {
    const record = run(report, baseline)
    assert.equal(record.exit, 0)
    assert.ok(record.findings.length > 5)
    assert.ok(record.findings.every(({ state }) => state === 'known'))
    assert.deepEqual(record.gone, [])
  }
})

test('new fails, gone is told', () => {
  const before = updateOf(reportOf([without(reject, 'widgets.example'), accept])).baseline
  const added = run(whole, before)
  assert.deepEqual(added.findings.filter(({ state }) => state === 'new').map(({ severity, consentAsked }) => [severity, consentAsked]), [['low', 'reject']])
  assert.equal(added.exit, 0, 'low is under the threshold')
  assert.equal(run(whole, before, { failOn: 'low' }).exit, 1)
  assert.equal(run(whole, before, { failOn: 'medium', policy: { ...NO_POLICY, failOnIn: { reject: 'low' } } }).exit, 1)

  const gone = run(reportOf([without(reject, 'facebook.com'), accept]), baseline)
  assert.equal(gone.exit, 0)
  assert.ok(gone.gone.length > 0)
  assert.ok(gone.gone.every(({ recipient, consentAsked }) => recipient === 'facebook.com' && consentAsked === 'reject'))
})

test('a graver finding of the same fingerprint fails', () => {
  const milder = { ...reject, leaks: reject.leaks.map((leak) => ({ ...leak, severity: 'low' as const })) }
  const record = run(whole, updateOf(reportOf([milder, accept])).baseline)
  assert.equal(record.exit, 1)
  assert.ok(record.findings.some(({ state, reason }) => state === 'graver' && /was low/.test(reason)))
})

test('a broken capture is never green, and does not hide what is new', () => {
  const broken = makeAnalysed({ consent: 'reject', coverage: 'broken' })
  assert.equal(run(reportOf([broken, accept]), baseline).exit, 3)
  assert.deepEqual(run(reportOf([broken, accept]), baseline).gone, [], 'nothing is said to be gone')
  assert.equal(run(reportOf([broken, accept]), null).exit, 1)
  assert.equal(run({ ...whole, captures: [], findings: [] }, null).exit, 3, 'no capture at all')
  for (const code of ['capture-failed', 'analysis-failed', 'capture-unfiled']) {
    const lost = { analysisId: null, captureId: null, runId: 'r', code, entry: null, message: 'The test "x" could not be recorded: y' }
    const { exit, notes } = run({ ...whole, diagnostics: [lost] }, baseline)
    assert.deepEqual([exit, notes[0]], [3, lost.message], code)
    assert.equal(exitOf({ ...whole, findings: [], diagnostics: [lost] }, 'low'), 3, code)
  }
})

test('a limited capture passes and says what it could not see; what it lacks is not gone', () => {
  const limited = makeHonest({ consent: 'reject', coverage: 'limited' })
  const record = run(reportOf([limited, accept]), baseline)
  assert.equal(record.exit, 0)
  assert.deepEqual(record.gone, [])
  assert.ok(record.notes.some((note) => /not seen: Requests of service workers/.test(note)))
  assert.ok(record.notes.some((note) => /sees less than the baseline/.test(note)))
})

test('what could not be told to a recipient that was not reached is not gone, nor is it taken out of the baseline', () => {
  const away = without(reject, 'widgets.example')
  const behind = { ...away, capture: { ...away.capture, coverage: 'limited' as const, blindSpots: [
    'Requests to widgets.example (ERR_NAME_NOT_RESOLVED) failed before they were sent, so what they would have told, and what answers to them would have set off, was not seen.'] } }
  const known = { ...baseline, states: { ...baseline.states, reject: { ...baseline.states['reject']!, coverage: 'limited' as const } } }
  const record = run(reportOf([behind]), known)
  assert.deepEqual(record.gone, [])
  assert.ok(record.notes.some((note) => /1 of the baseline not seen; whom it was told could not be reached/.test(note)), record.notes.join('\n'))
  assert.deepEqual(run(reportOf([{ ...behind, capture: { ...behind.capture, blindSpots: [] } }]), known).gone.map(({ recipient }) => recipient), ['widgets.example'])
  const kept = updateOf(reportOf([behind]), new Map([[known.scenario, known]])).baseline.states['reject']?.entries.map(({ recipient }) => recipient)
  assert.ok(kept?.includes('widgets.example'))
})

test('what one limited capture does not show of another is gone only where it is blind to nothing more', () => {
  const withSpots = (analysed: Analysed, ...blindSpots: string[]): Analysed =>
    ({ ...analysed, capture: { ...analysed.capture, coverage: 'limited' as const, blindSpots } })
  const routed = (line: number): string =>
    `The test answers or stops requests itself (a.spec.ts:${line}): **/fonts/*. What the site would have sent and received there was not seen.`
  const unpeeled = 'Not every encoding of what a request sent was undone, so what stood under the others was not seen.'
  const known = updateOf(reportOf([withSpots(reject, routed(7))])).baseline
  const later = (...spots: string[]): Report => reportOf([withSpots(without(reject, 'widgets.example'), ...spots)])
  assert.deepEqual(run(later(routed(9)), known).gone.map(({ recipient }) => recipient), ['widgets.example'], 'its line is no other blind spot')
  assert.deepEqual(run(later(), known).gone.map(({ recipient }) => recipient), ['widgets.example'])

  const doubtful = run(later(routed(9), unpeeled), known)
  assert.deepEqual(doubtful.gone, [])
  assert.ok(doubtful.notes.some((note) => /1 of the baseline not seen, and this capture sees less/.test(note)), doubtful.notes.join('\n'))
  const recipientsAfter = (report: Report, before: Baseline): string[] | undefined =>
    updateOf(report, new Map([[before.scenario, before]])).baseline.states['reject']?.entries.map(({ recipient }) => recipient)
  assert.ok(recipientsAfter(later(unpeeled), known)?.includes('widgets.example'), 'nor is it taken out of the baseline')
  assert.ok(!recipientsAfter(later(), known)?.includes('widgets.example'))

  const some = (count: number): string => `${count} of 9 requests that had a body lack it here: what it carried is not known.`
  const lacking = updateOf(reportOf([withSpots(reject, some(1), unpeeled)])).baseline
  assert.deepEqual(run(later(some(1)), lacking).gone.length, 1)
  assert.deepEqual(run(later(some(2)), lacking).gone, [], 'more may be hidden than before')
  assert.deepEqual(run(later(some(1), unpeeled), lacking).gone, [], 'it may be another request')

  // A baseline from before its blind spots were kept: what it saw is not known.
  const { blindSpots: _, ...older } = known.states['reject']!
  const old: Baseline = { ...known, states: { reject: older } }
  assert.deepEqual(run(later(routed(9)), old).gone, [])
  const renewed = updateOf(later(routed(9)), new Map([[old.scenario, old]])).baseline
  assert.ok(renewed.states['reject']?.entries.some(({ recipient }) => recipient === 'widgets.example'))
  assert.deepEqual(run(later(routed(9)), renewed).gone.map(({ recipient }) => recipient), ['widgets.example'])
})

test('a baseline of another site, target or consent state is refused', () => {
  const refused = (report: Report, what: RegExp, against = baseline): void => {
    assert.throws(() => run(report, against), (error: unknown) =>
      isTattleError(error) && error.code === 'baseline-mismatch' && what.test(error.message))
  }
  refused(reportOf([makeAnalysed({ consent: 'withdraw' })]), /has the consent states accept, reject.*capture is of withdraw/)
  refused(reportOf([makeAnalysed({ consent: 'reject', target: 'live' })]), /stand-in.*live/)
  refused(whole, /of other\.example.*let firstParty in the configuration name other\.example before klinik\.example; else/, { ...baseline, site: 'other.example' })
})

test('entries expire: of the baseline on their day, of the policy for the check as a whole', () => {
  const late = run(whole, baseline, { today: '2027-01-01' })
  assert.equal(late.exit, 1)
  assert.ok(late.findings.every(({ state }) => state === 'expired'))

  const rule: AllowRule = {
    recipients: ['facebook.com', 'Outbrain', 'google-analytics.com', 'replay.example'], kinds: ['*'], reason: 'contract 7',
    by: 'dpo@klinik.example', until: '2026-03-02', place: 'tattle.config.yaml:3:5',
  }
  const policy = { ...NO_POLICY, allow: [rule] }
  const allowed = run(whole, null, { policy })
  assert.equal(allowed.exit, 0, 'on its last day it holds')
  assert.ok(allowed.findings.some(({ state, reason }) => state === 'allowed' && /dpo@klinik\.example: contract 7/.test(reason)))
  const past = run(whole, baseline, { policy, today: '2026-03-03' })
  assert.equal(past.exit, 1, 'a day later it fails, though the baseline knows all findings')
  assert.match(past.failures.join(), /tattle\.config\.yaml:3:5.*2026-03-02/)
})

test('the policy names what must have been captured', () => {
  const policy = { ...NO_POLICY, scenarios: { 'booking.de': ['reject', 'withdraw'] as const } }
  const record = run(whole, baseline, { policy })
  assert.equal(record.exit, 3)
  assert.deepEqual(record.failures, ['The policy asks for the scenario "booking.de" in the state withdraw, and this run has no capture of it.'])
})

test('what the baseline has of the site and this run has not is named', () => {
  const named = (list: readonly Baseline[], report = reportOf([accept])): string[] =>
    run(report, null, { baselines: new Map(list.map((one) => [one.scenario, one])) }).notes.filter((note) => /not in this run/.test(note))
  assert.deepEqual(named([baseline], whole), [])
  assert.deepEqual(named([baseline]), [`In the baseline and not in this run, so not checked: ${baseline.scenario}, reject.`])
  const others = ['a', 'b', 'c', 'd'].map((scenario) => ({ ...updateOf(reportOf([accept])).baseline, scenario }))
  assert.deepEqual(named(others), ['In the baseline and not in this run, so not checked: a, accept; b, accept; c, accept and 1 more.'])
  assert.deepEqual(named(others.map((one) => ({ ...one, site: 'other.example' }))), [])
  assert.deepEqual(named(others.map((one) => ({ ...one, target: 'live' as const }))), [])
})

test('newer rules: found in the old capture, by a newer rule, or new on the site', () => {
  const before = updateOf(reportOf([reject, without(accept, 'google-analytics.com')])).baseline
  const withContacted = (contacted: readonly string[]): Baseline =>
    ({ ...before, states: { ...before.states, accept: { ...before.states['accept'], contacted } } }) as Baseline
  const contacted = withContacted(['google-analytics.com'])
  const analytics = whole.findings.find(({ recipientDomain }) => recipientDomain === 'google-analytics.com')
  assert.ok(analytics)
  const stateIn = (record: CheckRecord): string => {
    const one = record.findings.find(({ fingerprint }) => fingerprint === analytics.fingerprint)
    return `${one?.state} ${one?.fails}`
  }
  const newer = { digest: 'r2', now: { 'vocabulary:de': 'changed' }, known: new Map([['r1', { 'vocabulary:de': 'a' }]]) }
  assert.equal(stateIn(run(whole, before)), 'new true', 'the same rules')
  assert.equal(stateIn(run(whole, contacted, { rules: newer })), 'newly-detectable false', 'its vocabulary has changed')
  assert.equal(stateIn(run(whole, contacted, { rules: { ...newer, now: { 'vocabulary:de': 'a' } } })), 'new true', 'another rule has changed')
  assert.equal(stateIn(run(whole, contacted, { rules: { ...newer, known: new Map() } })), 'new true', 'the old rules are not on record')
  assert.equal(stateIn(run(whole, withContacted([]), { rules: newer })), 'new true', 'the recipient was not contacted')
  const seen = (fingerprints: readonly string[]): Partial<CheckInput> =>
    ({ rules: newer, seenBefore: new Map([[groupKey('booking.de', 'accept'), new Set(fingerprints)]]) })
  assert.equal(stateIn(run(whole, before, seen([analytics.fingerprint]))), 'newly-detectable false')
  assert.equal(stateIn(run(whole, contacted, seen([]))), 'new true')
})

test('an update says what changes, keeps dates, and touches no state whose capture is broken', () => {
  const first = updateOf(reportOf([without(reject, 'widgets.example'), accept]))
  assert.ok(first.changes.every(({ sign }) => sign === '+'))
  const later = updateOf(whole, new Map([['booking.de', first.baseline]]), '2026-05-01')
  assert.deepEqual(later.changes.map(({ sign, line }) => `${sign} ${line}`), ['+ booking.de, reject: low network.ip → widgets.example, query ip, until 2026-10-28'])
  assert.ok(later.baseline.states['accept']?.entries.every(({ until }) => until === '2026-08-29'))
  const renewed = updateOf(whole, new Map([['booking.de', first.baseline]]), '2026-09-01')
  assert.ok(renewed.changes.some(({ sign, line }) => sign === '~' && /until 2026-08-29 → 2027-02-28/.test(line)))

  const broken = updateOf(reportOf([makeAnalysed({ consent: 'reject', coverage: 'broken' }), accept]), new Map([['booking.de', baseline]]))
  assert.deepEqual(broken.baseline.states['reject'], baseline.states['reject'])
  assert.equal(broken.kept.length, 1)
  const poorer = updateOf(reportOf([makeHonest({ consent: 'reject', coverage: 'limited' }), accept]), new Map([['booking.de', baseline]]))
  assert.deepEqual(poorer.baseline.states['reject']?.entries, baseline.states['reject']?.entries)
})

test('findings that come and go: seen k of n, and not gone when they stay away', () => {
  const again = makeAnalysed({ consent: 'reject', captureId: 'f'.repeat(32), analysisId: '01KBAGAIN0000000000000000A' })
  const flaky = reportOf([reject, without(again, 'widgets.example')])
  const record = run(flaky, null)
  assert.deepEqual(record.findings.filter(({ seenIn }) => seenIn === 1).map(({ seenOf }) => seenOf), [2])
  const { states } = updateOf(flaky).baseline
  assert.deepEqual(states['reject']?.entries.filter(({ seen }) => seen !== undefined).map(({ seen }) => seen), ['1 of 2'])
  const away = run(reportOf([without(reject, 'widgets.example')]), updateOf(flaky).baseline)
  assert.deepEqual(away.gone, [])
  assert.ok(away.notes.some((note) => /1 of the baseline not seen this time/.test(note)))

  const before = new Map([[updateOf(flaky).baseline.scenario, updateOf(flaky).baseline]])
  const seenAfter = (report: Report): (string | undefined)[] => updateOf(report, before).baseline.states['reject']?.entries
    .filter(({ recipient }) => recipient === 'widgets.example').map(({ seen }) => seen) ?? []
  assert.deepEqual(seenAfter(reportOf([without(reject, 'widgets.example')])), ['1 of 2'], 'one run without it is no repair')
  assert.deepEqual(seenAfter(reportOf([reject])), ['1 of 2'], 'nor does one with it make it constant')
  assert.deepEqual(seenAfter(reportOf([without(reject, 'widgets.example'), without(again, 'widgets.example')])), [], 'as many without it are')
  assert.deepEqual(seenAfter(reportOf([reject, again])), [undefined])
})

test('files: one line a finding, the same text for the same content, read back equal', () => {
  const file = writeBaseline(folder, baseline)
  const text = readFileSync(file, 'utf8')
  assert.deepEqual(readBaseline(folder, 'booking.de'), baseline)
  assert.equal(toText(baseline), text)
  const lines = text.split('\n').filter((line) => line.includes('"fingerprint"'))
  assert.equal(lines.length, Object.values(baseline.states).reduce((sum, { entries }) => sum + entries.length, 0))
  assert.ok(!/vasektomie|joerg@|fb\.1\./i.test(text.replace(/"persona": "[^"]*"/, '')), 'no value of the visitor')
  writeRules(folder, 'abcdef0123456789', { 'vocabulary:de': 'a' })
  assert.deepEqual(readRules(folder).get('abcdef0123456789'), { 'vocabulary:de': 'a' })
  assert.deepEqual(readdirSync(folder).sort(), ['booking.de.json', 'rules'])
})

test('names: any scenario has a file of its own inside the folder', () => {
  const names = ['Buchung › Ärztin', 'a/b', 'a:b', '../../etc/passwd', 'CON', '..', 'Prüfung', 'x'.repeat(300), '.hidden', '']
  const files = names.map((name) => baselineFile('base', name))
  assert.equal(new Set(files.map((file) => file.toLowerCase())).size, names.length)
  for (const file of files) {
    assert.match(file, /^base[\\/](?!\.)[\p{L}\p{N}._-]+\.json$/u)
    assert.doesNotMatch(file, /[\\/](con|nul)\./i)
    assert.ok(file.length < 120)
  }
  assert.equal(baselineFile('base', 'Pru\u0308fung'), baselineFile('base', 'Prüfung'), 'one file for both spellings of ü')
})

test('all baselines of a folder, but for what is none', () => {
  const place = join(folder, 'all')
  for (const scenario of ['b', 'a › "c"']) writeBaseline(place, { ...baseline, scenario })
  writeRules(place, 'digest', {})
  for (const [name, text] of [['cut', '{"schema": 1'], ['newer', '{"schema": 2}'], ['copy', toText({ ...baseline, scenario: 'b' })]] as const) {
    writeFileSync(join(place, `${name}.json`), text)
  }
  assert.deepEqual(readBaselines(place).map(({ scenario }) => scenario).sort(), ['a › "c"', 'b'])
  assert.deepEqual(readBaselines(join(place, 'absent')), [])
})

test('a file that is no baseline, or one of another scenario, is refused with its name; so is a file for the folder', () => {
  assert.throws(() => readBaseline(process.execPath, 's'), /is no folder; --baseline names/)
  mkdirSync(join(folder, 'bad'))
  const entry = { fingerprint: 'x', severity: 'high', until: '2026-01-01' }
  const bad = [
    '{', '[]', '{"schema":2}', '{"schema":1,"scenario":"s","site":"x","target":"live","states":[]}',
    JSON.stringify({ schema: 1, scenario: 's', site: 'x', target: 'live', states: { accept: { rules: 'r', entries: [entry] } } }),
    ...['captures', 'contacted', 'blindSpots'].map((list) => JSON.stringify({ schema: 1, scenario: 's', site: 'x', target: 'live',
      states: { accept: { rules: 'r', coverage: 'full', captures: [], contacted: [], entries: [], [list]: 7 } } })),
    JSON.stringify({ schema: 1, scenario: 's', site: 'x', target: 'live', states: { accept: { rules: 'r', coverage: 'whole', captures: [], contacted: [], entries: [] } } }),
    JSON.stringify({ schema: 1, scenario: 's', site: 'x', target: 'live', states: { accept: { rules: 'r', coverage: 'full', captures: [], contacted: [], entries: [
      { fingerprint: 'a'.repeat(64), severity: 'high', until: '2026-01-01', kind: 7, recipient: 'x.example', part: 'query', field: 'q' }] } } }),
    JSON.stringify({ schema: 1, scenario: 'other', site: 'x', target: 'live', states: {} }),
  ]
  for (const text of bad) {
    writeFileSync(join(folder, 'bad/s.json'), text)
    assert.throws(() => readBaseline(join(folder, 'bad'), 's'), (error: unknown) =>
      isTattleError(error) && error.code === 'baseline-mismatch' && error.message.includes('s.json'))
  }
  writeFileSync(join(folder, 'bad/s.json'), '{"schema":2}')
  assert.throws(() => readBaseline(join(folder, 'bad'), 's'), /of a newer tattle: its schema is 2, and this one knows 1; install/)
})
