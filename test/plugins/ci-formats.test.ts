/** Formats for CI systems, held against what their readers demand. */
import assert from 'node:assert/strict'
import { Writable } from 'node:stream'
import { test } from 'node:test'
import { check } from '../../src/check/check.js'
import { NO_POLICY } from '../../src/check/policy.js'
import { SEVERITIES, type Report, type Severity } from '../../src/model.js'
import { reporters } from '../../src/report/reporters.generated.js'
import { makeAnalysed, makeHonest, reportOf, RUN_ID } from '../golden/fixture.js'
import { junitErrors, NO_VALIDATOR, parseXml, sarifValidator, standardSarifValidator, type Element } from './schemas.js'

const plain = reportOf([makeAnalysed({ consent: 'accept' }), makeAnalysed({ consent: 'reject' })])
const hostile = reportOf([makeAnalysed({ consent: 'accept', hostile: true }), makeAnalysed({ consent: 'reject', hostile: true })])
const broken = reportOf([makeAnalysed({ consent: 'accept' }), makeAnalysed({ consent: 'reject', coverage: 'broken' })])
const honest = reportOf([makeHonest({ consent: 'reject' })])
const allow = [{ recipients: ['facebook.com'], kinds: ['identifier.*'], reason: 'r', by: 'b', until: '2030-01-01', place: 'c.yaml:1:1' }]
const checkedOf = (report: Report): Report => ({
  ...report,
  check: check({
    report, baselines: new Map(), policy: { ...NO_POLICY, allow }, failOn: 'medium', today: '2026-03-02',
    rules: { digest: 'r', now: {}, known: new Map() }, seenBefore: new Map(),
  }),
})
const LOST = '2 tests did not run, so nothing is known of what would have been sent: a; b.'
/** A run that lost tests, and one that lost all. */
const [lost, empty] = [[makeHonest({ consent: 'reject' })], []].map((analysed) => {
  const report = reportOf(analysed, [{ analysisId: null, captureId: null, runId: RUN_ID, code: 'test-not-run', entry: null, message: LOST }])
  return checkedOf(report)
}) as [Report, Report]
const nothing: Report = { ...empty, diagnostics: [] }
const vouched: Report = { ...checkedOf(plain), custody: { link: 3, head: 'a'.repeat(64), keyFingerprint: 'b'.repeat(64) } }
const reports = [lost, empty, nothing, plain, hostile, broken, honest, checkedOf(plain), checkedOf(hostile), checkedOf(honest), vouched]

async function write(format: string, report: Report): Promise<string> {
  const chunks: Buffer[] = []
  const out = new Writable({ write(chunk: Buffer, _encoding, done) { chunks.push(chunk); done() } })
  await reporters[format]?.write(report, out)
  return Buffer.concat(chunks).toString('utf8')
}

function within(element: Element, name: string): Element[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...within(child, name)])
}

test('what was lost is no green in any format', async () => {
  for (const [report, said] of [[lost, LOST], [empty, LOST], [nothing, 'Nothing was captured, so nothing is proved.']] as const) {
    const outcomes = within(parseXml(await write('junit', report)), 'testcase').flatMap(({ children }) => children)
    assert.deepEqual(outcomes.map(({ name, attributes }) => [name, attributes['message']]), [['error', said]])
    assert.ok((await write('github', report)).startsWith(`::error title=tattle%3A not captured::${said}`))
    assert.match(await write('pull-request', report), /### tattle: inconclusive/)
    const issues = JSON.parse(await write('gitlab', report)) as { description: string; check_name: string; severity: string; fingerprint: string }[]
    assert.deepEqual(issues.map((one) => [one.description, one.check_name, one.severity]), [[said, 'tattle coverage', 'blocker']])
    assert.match(issues[0]?.fingerprint ?? '', /^[0-9a-f]{64}$/)
    assert.ok((await write('sarif', report)).includes(`{"level":"error","message":{"text":"${said}"}}`))
  }
})

// ── SARIF ──

interface SarifResult {
  readonly ruleId: string
  readonly ruleIndex: number
  readonly level: string
  readonly locations: readonly { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region?: { readonly startLine: number } } }[]
  readonly partialFingerprints: Readonly<Record<string, string>>
  readonly codeFlows: readonly { readonly threadFlows: readonly { readonly locations: readonly { readonly location: { readonly message: { readonly text: string } } }[] }[] }[]
  readonly baselineState?: string
  readonly suppressions?: readonly unknown[]
}
interface Sarif {
  readonly runs: readonly { readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } }; readonly results: readonly SarifResult[]; readonly invocations: readonly { readonly executionSuccessful: boolean }[] }[]
}

test('sarif: valid, with every rule that a result names', async () => {
  const validate = sarifValidator()
  for (const report of reports) {
    const sarif = JSON.parse(await write('sarif', report)) as Sarif
    assert.ok(validate(sarif), JSON.stringify(validate.errors))
    const [run] = sarif.runs
    assert.ok(run)
    for (const { ruleId, ruleIndex } of run.results) assert.equal(run.tool.driver.rules[ruleIndex]?.id, ruleId)
    const ids = run.results.map(({ partialFingerprints }) => partialFingerprints['tattleFinding/v1'])
    assert.equal(new Set(ids).size, ids.length)
    assert.equal(run.invocations[0]?.executionSuccessful, ![broken, lost, empty, nothing].includes(report))
  }
  assert.ok(!validate({ ...JSON.parse(await write('sarif', plain)) as object, version: '2.0.0' }), 'the schema can refuse')
})

test('sarif: valid under the schema of the standard', async (t) => {
  const validate = standardSarifValidator()
  if (validate === null) return t.skip('@microsoft/jest-sarif is not installed, so SARIF was held against our own schema alone; "npm ci" installs it.')
  for (const report of reports) assert.ok(validate(JSON.parse(await write('sarif', report))), JSON.stringify(validate.errors))
  const text = await write('sarif', plain)
  for (const [from, to] of [['"level":"error"', '"level":"grave"'], ['"startLine":', '"startLine":-'], ['"ruleId":', '"ruleID":']] as const) {
    assert.ok(text.includes(from) && !validate(JSON.parse(text.replace(from, to))), to)
  }
})

test('sarif: at the line of the scenario, step → request → recipient, without what was sent', async () => {
  const text = await write('sarif', checkedOf(plain))
  const [run] = (JSON.parse(text) as Sarif).runs
  const result = run?.results.find(({ ruleId }) => ruleId === 'health.reason')
  assert.equal(result?.locations[0]?.physicalLocation.artifactLocation.uri, 'scenarios/booking.de.spec.ts')
  assert.equal(result?.locations[0]?.physicalLocation.region?.startLine, 40, 'of the action, not of the step around it')
  const flow = result?.codeFlows[0]?.threadFlows[0]?.locations.map(({ location }) => location.message.text) ?? []
  assert.match(flow[0] ?? '', /^Step: choose the reason for the visit, selectOption getByLabel\('Grund'\)$/)
  assert.match(flow[1] ?? '', /^Request: GET https:\/\/\S+\/tr\/$/)
  assert.match(flow[2] ?? '', /^Recipient: /)
  assert.equal(result?.baselineState, 'new')
  assert.ok(run?.results.some(({ suppressions }) => suppressions?.length === 1))
  assert.doesNotMatch(text, /vasektomie|joerg@|fb\.1\.1772|203\.0\.113\.77/i)
})

test('sarif: a path with blanks, umlauts, or of Windows is a valid URI', async () => {
  const withPlaces = (location: string): Report => ({
    ...plain,
    findings: plain.findings.map((finding) => ({ ...finding, leaks: finding.leaks.map((leak) => ({ ...leak, actionLocation: location })) })),
  })
  const uriOf = async (location: string): Promise<unknown> =>
    (JSON.parse(await write('sarif', withPlaces(location))) as Sarif).runs[0]?.results[0]?.locations[0]?.physicalLocation.artifactLocation
  assert.deepEqual(await uriOf('tests/meine Prüfung#1.spec.ts:3:1'), { uri: 'tests/meine%20Pr%C3%BCfung%231.spec.ts', uriBaseId: 'SRCROOT' })
  const inSuite = { ...plain, captures: plain.captures.map((capture) => ({ ...capture, steps: [], conditions: { scenarioFile: 'tests/a.spec.ts' } })),
    findings: plain.findings.map((finding) => ({ ...finding, leaks: finding.leaks.map((leak) => ({ ...leak, actionLocation: null })) })) }
  assert.match(await write('sarif', inSuite), /"locations":\[\{"physicalLocation":\{"artifactLocation":\{"uri":"tests\/a\.spec\.ts"/, 'without an action the file of the scenario')
  assert.deepEqual(await uriOf('C:/Users/Jörg/t.spec.ts:3:1'), { uri: 'file:///C:/Users/J%C3%B6rg/t.spec.ts' })
})

test('a place is told by every format alike, however the system that ran the scenario writes paths', async () => {
  const table: readonly { readonly at: string; readonly file: string; readonly uri: string; readonly gitlab?: string }[] = [
    { at: 'tests\\sub\\a.spec.ts', file: 'tests/sub/a.spec.ts', uri: 'tests/sub/a.spec.ts' },
    { at: 'tests\\meine Prüfung\\a.spec.ts', file: 'tests/meine Prüfung/a.spec.ts', uri: 'tests/meine%20Pr%C3%BCfung/a.spec.ts' },
    { at: '..\\shared\\steps.ts', file: '../shared/steps.ts', uri: '../shared/steps.ts', gitlab: 'steps.ts' },
    { at: 'C:\\Users\\Jörg\\t.spec.ts', file: 'C:/Users/Jörg/t.spec.ts', uri: 'file:///C:/Users/J%C3%B6rg/t.spec.ts', gitlab: 't.spec.ts' },
    { at: 'd:/w/t.spec.ts', file: 'd:/w/t.spec.ts', uri: 'file:///d:/w/t.spec.ts', gitlab: 't.spec.ts' },
    { at: '\\\\server\\share\\t.spec.ts', file: '//server/share/t.spec.ts', uri: 'file://server/share/t.spec.ts', gitlab: 't.spec.ts' },
    { at: '/home/jo/t.spec.ts', file: '/home/jo/t.spec.ts', uri: 'file:///home/jo/t.spec.ts', gitlab: 't.spec.ts' },
  ]
  for (const { at, file, uri, gitlab = file } of table) {
    const there: Report = checkedOf({
      ...plain,
      findings: plain.findings.map((finding) => ({ ...finding, leaks: finding.leaks.map((leak) => ({ ...leak, actionLocation: `${at}:12:3` })) })),
    })
    const sarif = JSON.parse(await write('sarif', there)) as Sarif
    assert.equal(sarif.runs[0]?.results[0]?.locations[0]?.physicalLocation.artifactLocation.uri, uri)
    assert.ok(sarifValidator()(sarif))
    const [issue] = JSON.parse(await write('gitlab', there)) as { location: { path: string; lines: { begin: number } } }[]
    assert.deepEqual(issue?.location, { path: gitlab, lines: { begin: 12 } })
    const escaped = file.replaceAll(':', '%3A')
    assert.ok((await write('github', there)).includes(`file=${escaped},line=12,col=3,`), `github: ${file}`)
    assert.ok((await write('junit', there)).includes(`>${file}:12\n`), `junit: ${file}`)
    assert.ok((await write('pull-request', there)).replaceAll('\\', '').includes(`| ${file}:12 |`), `pull-request: ${file}`)
  }
})

// ── JUnit ──

test('junit: valid under the schemas of its readers, whatever a site sent', async (t) => {
  const texts = await Promise.all(reports.map((report) => write('junit', report)))
  const errors = await junitErrors(texts)
  if (errors === null) return t.skip(NO_VALIDATOR)
  assert.deepEqual(errors, [])
  const wrong: readonly (readonly [string, (text: string) => string])[] = [
    ['an attribute that no reader knows', (text) => text.replace('<testcase ', '<testcase line="3" ')],
    ['a suite without its host', (text) => text.replace(' hostname="localhost"', '')],
    ['a time with a zone', (text) => text.replace(/timestamp="([^"]*)"/, 'timestamp="$1Z"')],
    ['two outcomes of one case', (text) => text.replace('</testcase>', '<skipped/></testcase>')],
    ['no output', (text) => text.replace('<system-err/>', '')],
    ['an element of another kind', (text) => text.replace('</testsuites>', '<note/></testsuites>')],
  ]
  for (const [what, change] of wrong) {
    const changed = change(texts[4] ?? '')
    assert.notEqual(changed, texts[4], what)
    assert.ok((await junitErrors([changed]))?.length, what)
  }
})

test('junit: counts that are true, the place of a failure, and what could not be seen', async () => {
  const all = (element: Element, name: string): Element[] =>
    element.children.flatMap((child) => [...child.name === name ? [child] : [], ...all(child, name)])
  const failuresIn = async (report: Report, name = 'failure'): Promise<Element[]> => all(parseXml(await write('junit', report)), name)
  for (const report of reports) {
    for (const suite of parseXml(await write('junit', report)).children) {
      assert.equal(Number(suite.attributes['tests']), all(suite, 'testcase').length)
      assert.equal(Number(suite.attributes['failures']), all(suite, 'failure').length)
      assert.equal(Number(suite.attributes['errors']), all(suite, 'error').length)
    }
  }
  const failing = await failuresIn(checkedOf(plain))
  assert.ok(failing.length > 3)
  assert.ok(failing.some(({ text }) => text.startsWith('scenarios/booking.de.spec.ts:34\n')))
  assert.equal((await failuresIn(broken, 'error')).length, 1)
  assert.equal((await failuresIn(honest)).length, 0)
  const limited = reportOf([makeHonest({ consent: 'reject', coverage: 'limited' })])
  assert.match(all(parseXml(await write('junit', limited)), 'system-out')[0]?.text ?? '', /coverage limited\n./)
})

// ── GitHub, GitLab, pull request ──

test('github: one workflow command a line, and nothing of a site can be one', async () => {
  for (const report of reports) {
    const lines = (await write('github', report)).trimEnd().split('\n')
    for (const line of lines) assert.match(line, /^::(error|warning|notice) [a-z]+=[^:,]*(,[a-z]+=[^:,]*)*::[^\p{Cc}]+$/u)
  }
  const text = await write('github', checkedOf(plain))
  assert.match(text, /^::error file=scenarios\/booking\.de\.spec\.ts,line=\d+,col=\d+,title=/)
  assert.match(await write('github', broken), /^::error title=tattle%3A broken capture::booking\.de/m)
  // Of two scenarios with one helper: GitHub shows ten annotations.
  const twice: Report = { ...plain, findings: plain.findings.map((finding) => ({
    ...finding, leaks: finding.leaks.flatMap((leak) => [leak, { ...leak, scenario: 'other', leakId: `${leak.leakId}-2` }]),
  })) }
  const sorted = async (report: Report): Promise<string[]> => (await write('github', report)).split('\n').sort()
  assert.deepEqual(await sorted(twice), await sorted(plain))
})

test('gitlab: a list of issues with distinct fingerprints, severities that it knows, relative paths', async () => {
  for (const report of reports) {
    const issues = JSON.parse(await write('gitlab', report)) as {
      description: string; check_name: string; fingerprint: string; severity: string; location: { path: string; lines: { begin: number } }
    }[]
    assert.equal(new Set(issues.map(({ fingerprint }) => fingerprint)).size, issues.length)
    for (const { description, check_name, fingerprint, severity, location } of issues) {
      assert.ok(description.length > 10 && check_name.length > 6)
      assert.match(fingerprint, /^[0-9a-f]{64}$/)
      assert.ok(['info', 'minor', 'major', 'critical', 'blocker'].includes(severity))
      assert.doesNotMatch(location.path, /^\.?\/|\\/)
      assert.ok(Number.isInteger(location.lines.begin) && location.lines.begin >= 1)
    }
  }
})

test('pull-request: of which run it is, and how long ago that was', async () => {
  const begun = Date.parse(honest.runs[0]!.startedAt)
  const later = { ...checkedOf(honest), generatedAt: new Date(begun + 50 * 3_600_000).toISOString() }
  assert.match(await write('pull-request', later), /, 0 gone\. From the run of 2026-\d\d-\d\d \d\d:\d\d UTC, 2 days ago\.\n/)
})

test('pull-request: the outcome in the first line, no markup of a site', async () => {
  assert.match(await write('pull-request', checkedOf(plain)), /^### tattle: \d+ to look at · (Stand\\-in, not a live|Live) site.*\n/)
  assert.match(await write('pull-request', checkedOf(honest)), /^### tattle: no new leaks observed · (Stand\\-in, not a live|Live) site.*\n/)
  // Held against nothing, it says what was observed, and not what is new.
  const small = { ...plain, findings: plain.findings.map((finding) => ({ ...finding, leaks: finding.leaks.map((leak) => ({ ...leak, severity: 'low' as const })) })) }
  assert.match(await write('pull-request', small), /^### tattle: leaks · /)
  assert.match(await write('pull-request', honest), /^### tattle: none observed · /)
  assert.match(await write('pull-request', reportOf([makeHonest({ consent: 'reject', coverage: 'broken' })])), /^### tattle: inconclusive · /)
  for (const report of reports) {
    const text = (await write('pull-request', report)).replace(/^<details><summary>[^<]*<\/summary>$|^<\/details>$/gm, '')
    assert.doesNotMatch(text, /<|(?<!\\)\]\(|https?:\/\/|[^\P{Cc}\n]|\u202E/u)
  }
})

test('pull-request: rows by gravity, no empty cell, one count for each state, a finding of several scenarios once', async () => {
  for (const report of reports) {
    const text = await write('pull-request', report)
    const rows = text.split('\n').filter((line) => /^\| (?:critical|high|medium|low|info) /.test(line)).map((line) => line.split(' | '))
    const ranks = rows.map(([severity = '']) => SEVERITIES.indexOf(severity.slice(2) as Severity))
    assert.deepEqual(ranks, [...ranks].sort((a, b) => a - b))
    assert.ok(rows.every((cells) => cells.every((cell) => cell.replace('|', '').trim() !== '')), text)
    const flows = rows.map(([, what]) => what)
    if (report !== hostile) assert.equal(new Set(flows).size, flows.length)
    const counts = report.check === undefined ? [] : [/\d+ new, \d+ graver, \d+ expired, \d+ newly detectable, \d+ known, \d+ allowed, \d+ dismissed, \d+ gone\./]
    for (const count of counts) assert.match(text, count)
  }
})
