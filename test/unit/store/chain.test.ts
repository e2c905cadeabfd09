import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import canonicalize from 'canonicalize'
import { Database } from '../../sqlite.js'
import { contentOf, GENESIS, linksOf } from '../../../src/store/chain.js'
import { openStore } from '../../../src/store/store.js'
import { summarise } from '../../../src/report/summary.js'
import { makeAnalysed, run, storeOf } from '../../golden/fixture.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-chain-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const accept = makeAnalysed({ consent: 'accept' })
const reject = makeAnalysed({ consent: 'reject' })

/** A database with all subjects of the chain. */
function whole(name: string): string {
  const file = join(folder, name)
  const store = storeOf([accept, reject], file)
  store.writeDiagnostics([
    { analysisId: null, captureId: null, runId: run.runId, code: 'input-refused', entry: null, message: 'No HAR.' },
  ])
  store.writeAssessment({
    fingerprint: accept.findings[0]?.fingerprint ?? '', status: 'confirmed', reason: 'seen', assessedBy: 'A. Prüferin',
    assessedAt: '2026-03-02T10:00:00.000Z',
  })
  const head = store.head()
  assert.ok(head)
  store.writeAnchor({
    link: head.link, digest: head.digest, authority: 'http://tsa.example', stampedAt: '2026-03-02T10:00:01Z', token: 'AA==',
  })
  store.close()
  return file
}

function checked(file: string): ReturnType<ReturnType<typeof openStore>['checkChain']> {
  const store = openStore(file, { readonly: true })
  try {
    return store.checkChain()
  } finally {
    store.close()
  }
}

test('every thing that is written has its link, and the chain holds', () => {
  const file = whole('whole.sqlite')
  const { faults, links, head, removed } = checked(file)
  assert.deepEqual(faults, [])
  assert.equal(removed, 0)
  assert.equal(head?.link, links)
  const database = new Database(file, { readonly: true })
  const subjects = database.prepare('SELECT DISTINCT subject FROM chain ORDER BY 1').pluck().all()
  assert.deepEqual(subjects, ['analysis', 'anchor', 'assessment', 'capture', 'diagnostic', 'run', 'run-end', 'steps'])
  database.close()
})

test('digests can be had by hand: SHA-256 of the canonical JSON of a link, and of the text of its rows', () => {
  const database = new Database(whole('by-hand.sqlite'), { readonly: true })
  let previous = GENESIS
  for (const { digest, ...link } of [...linksOf(database)]) {
    assert.equal(link.previous, previous)
    assert.equal(createHash('sha256').update(canonicalize(link) ?? '').digest('hex'), digest)
    const text = [...contentOf(database, link.subject, link.id)]
    assert.equal(createHash('sha256').update(text.join('')).digest('hex'), link.contentSha256)
    for (const line of text) {
      const json = line.slice(line.indexOf(' ') + 1, -1)
      assert.equal(canonicalize(JSON.parse(json)), json)
    }
    previous = digest
  }
  database.close()
})

const EDITS: readonly (readonly [sql: string, said: RegExp])[] = [
  ["UPDATE leaks SET excerpt = 'nothing' WHERE rowid = 1", /The analysis \S+ \(link \d+\) was changed/],
  ['DELETE FROM leaks WHERE rowid = 2', /The analysis \S+ .* was changed/],
  ["UPDATE captures SET coverage = 'full', site = 'other.example' WHERE rowid = 1", /The capture .* was changed/],
  ["UPDATE capture_files SET sha256 = 'f'", /The capture .* was changed/],
  ["UPDATE analyses SET verdict = 'none-observed' WHERE verdict = 'leaks'", /The analysis .* was changed/],
  ['DELETE FROM requests', /The analysis .* was changed/],
  ["UPDATE findings SET recipient_domain = 'x.example' WHERE rowid = 1", /The analysis .* was changed/],
  ["UPDATE runs SET started_at = '2020-01-01T00:00:00.000Z'", /The run .* was changed/],
  ['UPDATE run_ends SET exit_code = 3', /The run-end .* was changed/],
  ["UPDATE steps SET title = 'nothing' WHERE ordinal = 0", /The steps .* was changed/],
  ["UPDATE assessments SET status = 'dismissed'", /The assessment .* was changed/],
  ['DELETE FROM assessments', /The assessment .* is gone, and no tombstone says why/],
  ["DELETE FROM diagnostics WHERE analysis_id IS NULL", /The diagnostic .* is gone/],
  ["UPDATE anchors SET stamped_at = '2020'", /The anchor .* was changed/],
  ['DELETE FROM chain WHERE link = 3', /Between link 2 and link 4 something is missing/],
  ['DELETE FROM chain WHERE link = (SELECT max(link) FROM chain)', /The anchor .* was added beside the chain/],
  ["UPDATE chain SET at = '2020-01-01T00:00:00.000Z' WHERE link = 2", /Link 2 was changed/],
  ["UPDATE chain SET previous = digest WHERE link = 4", /Link 4 does not follow from the one before/],
  ["INSERT INTO runs VALUES ('forged', 'audit', NULL, '2026', '0', '20')", /The run forged was added beside the chain/],
  [`INSERT INTO run_ends SELECT run_id, ended_at, 0 FROM run_ends LIMIT 1`, /The end of the run .* was added beside/],
  ["INSERT OR REPLACE INTO runs SELECT run_id, 'other', label, started_at, tattle_version, node_version FROM runs",
    /The run .* was changed/],
  ["UPDATE leaks SET analysis_id = 'forged' WHERE rowid = 1", /The leak of the analysis forged was added beside the chain/],
  ["UPDATE requests SET analysis_id = 'forged' WHERE entry = 0 AND analysis_id = (SELECT min(analysis_id) FROM requests)", /The request of the analysis forged was added beside the chain/],
  ["UPDATE diagnostics SET analysis_id = 'forged'", /The diagnostic of the analysis forged was added beside the chain/],
  ["INSERT INTO capture_files VALUES ('forged', 'capture.json', 1, 'f')", /The file of the capture forged was added beside the chain/],
  ['UPDATE analyses SET rowid = 100 WHERE rowid = 1', /The analysis \S+ was moved to another place in the order of writing/],
  ['UPDATE captures SET rowid = 100 WHERE rowid = 1', /The capture \S+ was moved to another place in the order of writing/],
]

for (const [sql, said] of EDITS) {
  test(`what somebody edits without tattle is seen: ${sql}`, () => {
    const file = join(folder, 'edited.sqlite')
    rmSync(file, { force: true })
    copyFileSync(whole('to-edit.sqlite'), file)
    rmSync(join(folder, 'to-edit.sqlite'))
    const database = new Database(file)
    const triggers = database.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all() as { name: string; sql: string }[]
    for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`)
    database.pragma('foreign_keys = 0')
    assert.ok(database.prepare(sql).run().changes > 0)
    for (const { sql: create } of triggers) database.exec(create)
    database.close()
    const { faults } = checked(file)
    assert.ok(faults.some((fault) => said.test(fault)), faults.join('\n'))
  })
}

test('a view of ours that shows something else is seen, a view of the user is not ours', () => {
  const file = whole('views.sqlite')
  const database = new Database(file)
  database.exec('CREATE VIEW mine AS SELECT 1')
  database.close()
  assert.deepEqual(checked(file).faults, [])
  for (const [sql, name] of [['DROP VIEW leak; CREATE VIEW leak AS SELECT * FROM leaks WHERE 0', 'leak'], ['DROP VIEW custody', 'custody']] as const) {
    const other = new Database(file)
    other.exec(sql)
    other.close()
    assert.ok(checked(file).faults.includes(`The view ${name} was changed: what reports read is not what the rows say.`))
  }
})

test('a trigger that is none of ours is seen, and nothing is written to such a database', () => {
  const file = whole('triggers.sqlite')
  const change = (sql: string): void => {
    const database = new Database(file)
    database.exec(sql)
    database.close()
  }
  change('CREATE TABLE mine (id TEXT); CREATE TRIGGER of_mine AFTER INSERT ON mine BEGIN DELETE FROM mine; END')
  assert.deepEqual(checked(file).faults, [])
  openStore(file).close()
  change('CREATE TRIGGER silent BEFORE INSERT ON leaks BEGIN SELECT RAISE(IGNORE); END')
  const said = 'The trigger silent is none of tattle\'s: it can change what is written.'
  assert.ok(checked(file).faults.includes(said))
  assert.throws(() => openStore(file), { code: 'database-unreadable', message: `${said} Somebody put it into ${file}; give --db another path.` })
  change('DROP TRIGGER silent; DROP TRIGGER leaks_no_delete; CREATE TRIGGER leaks_no_delete BEFORE INSERT ON leaks BEGIN SELECT RAISE(IGNORE); END')
  assert.match(checked(file).faults.join(), /The trigger leaks_no_delete is none of tattle's/)
})

test('a chain that was rewritten whole holds in itself, and not against the head that was printed', () => {
  const printed = checked(whole('printed.sqlite')).head
  const forged = storeOf([reject], join(folder, 'forged.sqlite'))
  assert.deepEqual(forged.checkChain().faults, [])
  assert.notEqual(forged.head()?.digest, printed?.digest)
  forged.close()
})

test('a database from before the chain gets one when it is migrated, and the old rows stand in it', () => {
  const file = join(folder, 'adopted.sqlite')
  const database = new Database(file)
  database.exec(readFileSync(join(process.cwd(), 'test/unit/store/version-1.sql'), 'utf8'))
  database.close()
  openStore(file).close()
  const { faults, links } = checked(file)
  assert.deepEqual(faults, [])
  assert.ok(links > 3)
})

test('a clock that goes back is remarked on and breaks nothing', () => {
  const file = whole('clock.sqlite')
  const store = openStore(file)
  const now = Date.prototype.toISOString
  Date.prototype.toISOString = () => '2001-01-01T00:00:00.000Z'
  try {
    store.writeRun({ ...run, runId: 'later' })
  } finally {
    Date.prototype.toISOString = now
  }
  const { faults, remarks } = store.checkChain()
  store.close()
  assert.deepEqual(faults, [])
  assert.match(remarks.join(), /The clock went back before link \d+/)
})

test('the same capture analysed again names its parent', () => {
  const file = whole('again.sqlite')
  const store = openStore(file)
  const again = makeAnalysed({ consent: 'accept', runId: 'second', analysisId: 'second-analysis' })
  store.writeRun({ ...run, runId: 'second' })
  store.writeAnalysed({ ...again, analysis: { ...again.analysis, startedAt: '2026-04-01T00:00:00.000Z' } })
  const report = store.report({ runIds: ['second'] }, summarise)
  store.close()
  assert.equal(report.captures[0]?.analysis.parentAnalysisId, accept.analysis.analysisId)
  assert.deepEqual(checked(file).faults, [])
})

test('pruning takes rows and values away and leaves tombstones, with which the chain still holds', () => {
  const file = whole('pruned.sqlite')
  const store = openStore(file)
  const excerpt = accept.leaks[0]?.excerpt ?? ''
  assert.ok(readFileSync(file).includes(excerpt))
  const before = store.head()
  assert.equal(store.prune('2026-01-01T00:00:00.000Z', 'too early').captures, 0)
  assert.deepEqual(store.head(), before)
  const pruned = store.prune('2027-01-01T00:00:00.000Z', 'retention')
  assert.equal(pruned.captures, 2)
  assert.equal(pruned.analyses, 2)
  assert.deepEqual(pruned.files.map(({ path }) => path).sort(), [accept.capture.path, reject.capture.path].sort())
  store.close()
  const { faults, removed } = checked(file)
  assert.deepEqual(faults, [])
  assert.equal(removed, 6) // two captures, their steps, their analyses
  assert.equal(readFileSync(file).includes(excerpt), false)
  const database = new Database(file)
  assert.throws(() => database.exec('DELETE FROM runs'), /append-only/)
  assert.equal(database.prepare('SELECT count(*) FROM assessments').pluck().get(), 1)
  database.exec('DROP TRIGGER tombstones_no_delete; DELETE FROM tombstones')
  database.close()
  assert.match(checked(file).faults.join(), /no tombstone says why/)
})

test('what was pruned and is analysed again has a link of its own, and the first still stands for what went', () => {
  const file = whole('pruned-again.sqlite')
  const store = openStore(file)
  store.prune('2027-01-01T00:00:00.000Z', 'retention')
  store.writeRun({ ...run, runId: 'second' })
  store.writeAnalysed(makeAnalysed({ consent: 'accept', runId: 'second', analysisId: 'second-analysis' }))
  const { faults, removed } = store.checkChain()
  assert.deepEqual(faults, [])
  assert.equal(removed, 6)
  const { contents } = store.custody('second')
  assert.deepEqual(contents.map(({ link }) => link.subject), ['anchor', 'run', 'run-end', 'capture', 'steps', 'analysis'])
  store.close()
  const database = new Database(file)
  database.exec("DROP TRIGGER captures_no_update; UPDATE captures SET coverage = 'full', site = 'other.example'")
  database.close()
  assert.match(checked(file).faults.join(), /^The capture \S+ \(link \d+\) was changed\.$/)
})

test('two processes that write at once make one chain', async () => {
  const file = join(folder, 'two.sqlite')
  openStore(file).close()
  const writer = fileURLToPath(new URL('crash-writer.js', import.meta.url))
  const lives = ['a', 'b'].map((life) => new Promise<number | null>((resolve) => {
    spawn(process.execPath, [writer, file, life, '4'], { stdio: 'ignore' }).on('close', resolve)
  }))
  assert.deepEqual(await Promise.all(lives), [0, 0])
  const { faults, links } = checked(file)
  assert.deepEqual(faults, [])
  assert.ok(links >= 8 * 2)
})
