/** A bundle whose report says less than its captures, with all lists as if it had been packed so: that is told. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { closeSync, copyFileSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openBag } from '../../../src/evidence/bag.js'
import { readReportTo, type ReportOnDisk } from '../../../src/evidence/bundle-json.js'
import { PATHS, type EvidenceManifest } from '../../../src/evidence/manifest.js'
import { checkCopies } from '../../../src/evidence/report-copies.js'
import { checkRows } from '../../../src/evidence/report-rows.js'
import type { Report, ReportCapture } from '../../../src/model.js'
import { digestOf, GENESIS, type Link } from '../../../src/store/chain.js'
import { openNameless } from '../../../src/temporary.js'
import { Database } from '../../sqlite.js'
import { createTattle, entries, makeCaptureZip, makeDatabase, packAnew } from './fixture.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-report-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string): string => join(folder, name)
const tattle = createTattle(folder)
const RUN = '01KB00000000000000000000AB'
const bundle = at('bundle')

before(async () => {
  const limited = await makeCaptureZip(folder, 'limited', { blindSpots: ['What WebRTC carried is not known.'] })
  const broken = await makeCaptureZip(folder, 'broken', { consent: 'reject', entries: [...entries(), { request: null }] })
  const lost = { runId: RUN, analysisId: null, captureId: null, code: 'har-unreadable', entry: null, message: 'x.har is empty.' }
  await makeDatabase(at('findings.sqlite'), [limited, broken], RUN, [lost])
  const { status, err } = tattle('evidence', 'pack', 'latest', '--db', at('findings.sqlite'), '--no-sign', '--out', bundle)
  assert.equal(status, 0, err)
})

const reportIn = (where: string): Report => JSON.parse(readFileSync(join(where, PATHS.report), 'utf8')) as Report

/** A bundle with another report; `alone`: the tables beside it say what they said. */
const telling = (change: (told: Report) => unknown): string => packAnew(bundle, at('anew'), (where) => {
  writeFileSync(join(where, PATHS.report), JSON.stringify(change(reportIn(where))))
  for (const name of ['leaks.csv', 'leaks.jsonl', 'configuration.json']) rmSync(join(where, 'data', name))
})

const ofEach = (change: (capture: ReportCapture) => object) => (told: Report): object => ({ ...told, captures: told.captures.map(change) })

test('a whole bundle holds: its report is held against the rows, the captures and its own tables', () => {
  const { status, out } = tattle('evidence', 'verify', bundle, '--reanalyse')
  assert.equal(status, 0, out)
  assert.match(out, /^report +holds +The report says what the rows of the database say: verdict and coverage of 2 captures, [1-9]\d* places, [1-9]\d* notes\.$/m)
  assert.match(out, /^report +holds +data\/report\.json says the same as data\/leaks\.csv, data\/leaks\.jsonl, data\/configuration\.json\.$/m)
  assert.match(out, /^report +holds +The report follows from its captures: verdict, coverage/m)
})

/** What is made of the report; what the rows say to it, null where they know nothing of it; what the captures say. */
const LIES: readonly (readonly [what: string, change: (told: Report) => unknown, byRows: RegExp | null, byCaptures: RegExp | null])[] = [
  ['the verdict of each capture', ofEach((capture) => ({ ...capture, analysis: { ...capture.analysis, verdict: 'none-observed' } })),
    /verdict of \w+ is "none-observed" in it and "leaks" by the rows/, /verdict of \w+ is "none-observed" in it and "leaks" by the captures/],
  ['the verdict of all', (told) => ({ ...told, verdict: 'none-observed' }), null, /its verdict is "none-observed" and "leaks" by the captures/],
  ['its sentence', (told) => ({ ...told, summary: 'Nothing was seen.' }), null, /its summary is "Nothing was seen\." and/],
  ['the coverage of all', (told) => ({ ...told, coverage: 'full' }), null, /its coverage is "full" and "broken" by the captures/],
  ['the coverage of each capture', ofEach((capture) => ({ ...capture, coverage: 'full' })),
    /coverage of \w+ is "full" in it and "limited" by the rows/, /coverage of \w+ is "full" in it and "limited" by the captures/],
  ['a blind spot', ofEach((capture) => ({ ...capture, blindSpots: [] })), /blindSpots of \w+ is \[\] in it/, /blindSpots of \w+ is \[\] in it/],
  ['why it is broken', ofEach((capture) => ({ ...capture, coverageReasons: [] })), /coverageReasons of \w+ is \[\]/, /coverageReasons of \w+ is \[\]/],
  ['all notes', (told) => ({ ...told, diagnostics: [] }), /[2-9]\d* notes of the rows are not in it/, /it lacks \d+ notes of \w+/],
  ['what the run lost', (told) => ({ ...told, diagnostics: told.diagnostics.filter(({ analysisId }) => analysisId !== null) }),
    /1 notes of the rows are not in it/, null],
  ['what a step was', ofEach((capture) => ({ ...capture, steps: [] })), null, /steps of \w+ is \[\] in it/],
  ['who was contacted', ofEach((capture) => ({ ...capture, contacted: [] })), null, /contacted of \w+ is \[\] in it/],
  ['a capture', (told) => ({ ...told, captures: told.captures.slice(1), findings: told.findings.flatMap((finding) => {
    const leaks = finding.leaks.filter(({ captureId }) => captureId === told.captures[1]?.captureId)
    return leaks.length > 0 ? [{ ...finding, leaks }] : []
  }) }), /it lacks the capture \w+/, /it lacks the capture \w+/],
  ['a capture more', (told) => ({ ...told, captures: [...told.captures, ...told.captures.slice(0, 1).map((capture) =>
    ({ ...capture, captureId: 'e'.repeat(32), analysis: { ...capture.analysis, analysisId: 'another' } }))] }),
  /no rows are there of the capture e{32}/, /e{32} is none of the captures in the bundle/],
  ['the gravity of a place', (told) => ({ ...told, findings: told.findings.map((finding) => ({ ...finding, leaks: finding.leaks.map((leak) => ({ ...leak, severity: 'info' })) })) }),
    /\d+ places of the rows are not in it; \d+ places in it are in no row/, null],
  ['the gravity of a finding', (told) => ({ ...told, findings: told.findings.map((finding) => ({ ...finding, severity: 'info' })) }), null, /findings are others by the captures/],
  ['all places', (told) => ({ ...told, findings: [] }), /\d+ places of the rows are not in it/, /findings are others by the captures/],
]

for (const [what, change, byRows, byCaptures] of LIES) {
  test(`a report that was changed is told: ${what}`, () => {
    const where = telling(change)
    const plain = tattle('evidence', 'verify', where)
    const again = tattle('evidence', 'verify', where, '--reanalyse')
    assert.deepEqual([plain.status, again.status], [byRows === null ? 0 : 1, 1], again.out)
    if (byRows !== null) assert.match(plain.out, new RegExp(`^report +DOES NOT HOLD +The report says something else than the rows .*${byRows.source}`, 'm'))
    if (byCaptures !== null) assert.match(again.out, new RegExp(`^report +DOES NOT HOLD +The report says something else than its captures.*${byCaptures.source}`, 'm'))
  })
}

/** As somebody who has the database does it: rows, links and head follow from one another again. */
function relinked(where: string, change: (rows: string) => string, changed: (link: Link) => Link = (link) => link): string {
  const file = join(where, PATHS.links)
  let previous = GENESIS
  const links = readFileSync(file, 'utf8').trimEnd().split('\n').map((line): Link => {
    const link = changed(JSON.parse(line) as Link)
    const rows = join(where, `data/chain/rows-${link.link}.txt`)
    const text = change(readFileSync(rows, 'utf8'))
    writeFileSync(rows, text)
    const made = { ...link, previous, contentSha256: createHash('sha256').update(text).digest('hex') }
    previous = digestOf(made)
    return { ...made, digest: previous }
  })
  writeFileSync(file, links.map((link) => `${JSON.stringify(link)}\n`).join(''))
  return previous
}

test('a report that is too long to be read whole is open: nothing is wrong with it', async () => {
  const bag = await openBag(bundle)
  const manifest = JSON.parse(readFileSync(join(bundle, PATHS.manifest), 'utf8')) as EvidenceManifest
  const file = openNameless()
  const tooLong = (): Promise<ReportOnDisk> => readReportTo(file, bag, 1000)
  const checks = [...await checkRows(bag, tooLong, manifest, []), ...await checkCopies(bag, tooLong, {})]
  assert.deepEqual(checks.map(({ holds }) => holds), [null, null])
  for (const { sentence } of checks) assert.match(sentence, /A part of data\/report\.json in the bundle is too long to be read whole \(more than 1000 bytes\): make bundles of fewer captures\.$/)
  closeSync(file)
  bag.close()
})

test('a report whose rows and chain were written anew to fit it is told by its captures', () => {
  let head = ''
  const where = packAnew(bundle, at('anew'), (copy) => {
    writeFileSync(join(copy, PATHS.report), JSON.stringify(ofEach((capture) => ({ ...capture, coverage: 'full' }))(reportIn(copy))))
    for (const name of ['leaks.csv', 'leaks.jsonl', 'configuration.json']) rmSync(join(copy, 'data', name))
    head = relinked(copy, (rows) => rows.replaceAll(/"coverage":"(limited|broken)"/g, '"coverage":"full"'))
  }, (now) => ({ ...now, chain: { ...now.chain, digest: head } }))
  assert.equal(tattle('evidence', 'verify', where).status, 0)
  const { status, out } = tattle('evidence', 'verify', where, '--reanalyse')
  assert.equal(status, 1)
  assert.match(out, /^report +DOES NOT HOLD .*coverage of \w+ is "full" in it and "limited" by the captures/m)
})

test('a clock that went back between two links is said to have', () => {
  let head = ''
  const where = packAnew(bundle, at('anew'), (copy) => {
    head = relinked(copy, (rows) => rows, (link) => link.link === 4 ? { ...link, at: '2001-01-01T00:00:00.000Z' } : link)
  }, (now) => ({ ...now, chain: { ...now.chain, digest: head } }))
  const { status, out } = tattle('evidence', 'verify', where)
  assert.equal(status, 0, out)
  assert.match(out, /^chain +holds .* The clock went back before link 4\.$/m)
  assert.doesNotMatch(tattle('evidence', 'verify', bundle).out, /clock/)
})

for (const [name, change] of [
  ['leaks.csv', (text: string) => text.split('\r\n').slice(0, 3).join('\r\n')],
  ['leaks.jsonl', (text: string) => text.replace('"verdict":"leaks"', '"verdict":"none-observed"')],
  ['configuration.json', (text: string) => text.replace('"coverage"', '"cover"').replace('de-DE', 'fr-FR')],
] as const) {
  test(`a table that says something else than the report is told: ${name}`, () => {
    const where = packAnew(bundle, at('anew'), (copy) => {
      const file = join(copy, 'data', name)
      writeFileSync(file, change(readFileSync(file, 'utf8')))
    })
    const { status, out } = tattle('evidence', 'verify', where)
    assert.equal(status, 1)
    assert.match(out, new RegExp(`^report +DOES NOT HOLD +data/report\\.json says something else than data/${name.replace('.', '\\.')}\\.$`, 'm'))
  })
}

test('a capture that was left out of all of it is missed by the chain', () => {
  const [first = ''] = readdirSync(join(bundle, 'data/captures'))
  const analysed = reportIn(bundle).captures.find(({ captureId }) => captureId === first)?.analysis.analysisId ?? ''
  const where = packAnew(bundle, at('anew'), (copy) => {
    const told = reportIn(copy)
    writeFileSync(join(copy, PATHS.report), JSON.stringify({ ...told, captures: told.captures.filter(({ captureId }) => captureId !== first),
      diagnostics: told.diagnostics.filter(({ captureId }) => captureId !== first), findings: told.findings.flatMap((finding) => {
        const leaks = finding.leaks.filter(({ captureId }) => captureId !== first)
        return leaks.length > 0 ? [{ ...finding, leaks }] : []
      }) }))
    for (const name of ['leaks.csv', 'leaks.jsonl', 'configuration.json', `captures/${first}`]) rmSync(join(copy, 'data', name), { recursive: true })
    for (const line of readFileSync(join(copy, PATHS.links), 'utf8').trimEnd().split('\n')) {
      const { link, id } = JSON.parse(line) as Link
      if (id === first || id === analysed) rmSync(join(copy, `data/chain/rows-${link}.txt`))
    }
  }, (now) => ({ ...now, captures: now.captures.filter((id) => id !== first) }))
  const { status, out } = tattle('evidence', 'verify', where)
  assert.equal(status, 0)
  assert.match(out, /^report +open +1 of the analyses that the chain names behind this run and before the next is not in the bundle: removed after their time, of another run at the same time, or left out\.$/m)
})

test('whose site it is, where that was declared and not recorded, is said', () => {
  const [capture = ''] = [at('limited.zip')]
  const analysed = tattle('analyze', capture, '--db', at('declared.sqlite'), '--first-party', 'klinik.example', 'tracker.example', '--quiet')
  assert.equal(analysed.status, 0, analysed.err)
  assert.equal(tattle('evidence', 'pack', 'latest', '--db', at('declared.sqlite'), '--no-sign', '--out', at('declared')).status, 0)
  const { status, out } = tattle('evidence', 'verify', at('declared'), '--reanalyse')
  assert.equal(status, 0, out)
  assert.match(out, /^report +holds .* Whose site it is was declared for the analysis, not recorded: \w+: klinik\.example, tracker\.example\.$/m)
})

test('a database whose chain or views do not hold is not packed', () => {
  for (const [sql, said] of [
    ['DELETE FROM chain WHERE link = 3', /Between link 2 and link 4 something is missing/],
    ['DELETE FROM chain WHERE link = (SELECT max(link) FROM chain)', /was added beside the chain/],
    ['DROP VIEW leak; CREATE VIEW leak AS SELECT * FROM leaks WHERE 0', /The view leak was changed/],
  ] as const) {
    copyFileSync(at('findings.sqlite'), at('edited.sqlite'))
    const database = new Database(at('edited.sqlite'))
    database.exec(`DROP TRIGGER chain_no_delete; ${sql}`)
    database.close()
    const { status, err } = tattle('evidence', 'pack', 'latest', '--db', at('edited.sqlite'), '--no-sign', '--out', at('edited'))
    assert.deepEqual([status, existsSync(at('edited'))], [2, false], sql)
    assert.match(err, /^tattle: The chain of custody in .*edited\.sqlite does not hold, so nothing can be shown by it: /)
    assert.match(err, said)
    rmSync(at('edited.sqlite'))
  }
})
