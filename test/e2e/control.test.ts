/**
 * The control walk on the stand-in, in a real browser: a second visitor enters other values, each twice and in turn. What
 * was planted is confirmed, a tracker's own cipher is found by its changing, a random id and a time are not.
 */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { Database } from '../sqlite.js'
import { startClinic } from '../../scenarios/clinic/server.js'
import { runAudit } from '../../src/playwright/audit.js'
import { summarise } from '../../src/report/summary.js'
import { openStore } from '../../src/store/store.js'
import { createTattle } from '../unit/evidence/fixture.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-control-'))
after(() => rmSync(folder, { recursive: true, force: true }))

test('two visitors in turn: planted data are confirmed, a keyed cipher is found, what changes by itself is not', { timeout: 400_000 }, async () => {
  const clinic = await startClinic({ sites: ['2021'], override: { 'keyed-cipher': true } })
  const database = join(folder, 'control.sqlite')
  try {
    const { runId, exit, failures, analysed, controls } = await runAudit({
      scenarios: ['scenarios/booking.de.spec.ts'], baseUrl: clinic.siteUrls['2021'].de, consent: ['accept'],
      control: true, repeat: 2, hostMap: [`*=127.0.0.1:${clinic.port}`], ignoreHttpsErrors: true, database,
      captures: join(folder, 'captures'), quiet: true,
    })
    assert.deepEqual([exit, failures], [0, []])
    assert.equal(analysed.length, 2)
    assert.deepEqual(controls.map(({ persona, coverage }) => [persona, coverage]),
      [['de-vasektomie.control', 'full'], ['de-vasektomie.control', 'full']])
    const starts = [...analysed.map(({ capture }) => [capture.startedAt, 'main']), ...controls.map(({ startedAt }) => [startedAt, 'control'])]
    assert.deepEqual(starts.sort().map(([, walk]) => walk), ['main', 'control', 'main', 'control'])

    const seals = clinic.log.filter(({ host, url }) => host === 'in.sealwise.example' && url.includes('seal='))
    const sent = new Set(seals.map(({ url }) => new URL(url).searchParams.get('seal')))
    assert.equal(sent.size, 2, 'one word of each visitor')
    for (const { leaks, analysis } of analysed) {
      // A beacon that needs a preflight leaves a page that is being left only where the machine has the time.
      const planted = leaks.filter(({ matchSource, kind, recipientDomain }) =>
        matchSource === 'persona' && kind !== 'network.ip' && recipientDomain !== 'leavewise.example')
      for (const kind of ['health.search', 'health.specialty', 'health.reason', 'health.practitioner', 'identity.email', 'identity.name']) {
        const states = new Set(planted.filter((leak) => leak.kind === kind).map(({ control }) => control))
        assert.deepEqual([...states], ['confirmed'], kind)
      }
      assert.deepEqual([...new Set(planted.filter(({ kind }) => kind === 'health.insurance').map(({ control }) => control))], ['unvaried'])
      const sealed = leaks.filter(({ recipientDomain }) => recipientDomain === 'sealwise.example')
      assert.deepEqual([...new Set(sealed.map(({ field, kind, termId, certainty }) => [field, kind, termId, certainty].join()))],
        ['seal,opaque,opaque#health.search,inferred'])
      for (const { url, startByte, endByte } of sealed) {
        assert.ok(sent.has(Buffer.from(url).subarray(startByte, endByte).toString()))
      }
      assert.equal(analysis.control?.differential, true)
    }

    const store = openStore(database)
    const report = store.report({ runIds: [runId] }, summarise)
    store.close()
    assert.equal(report.captures.length, 2, 'control walks are proof, not part of the report')
    assert.match(report.summary, /control walk with other planted values \(2 captures\) confirmed \d+ of \d+ findings/)
    assert.ok(report.findings.some(({ control }) => control === 'confirmed'))
    const rows = new Database(database, { readonly: true })
    assert.equal(rows.prepare("SELECT count(*) FROM capture WHERE json_extract(conditions, '$.walk') = 'control'").pluck().get(), 2)
    assert.equal(rows.prepare('SELECT max(seen_of) FROM finding').pluck().get(), 2)
    rows.close()
    followsFromItsBundle(database)
  } finally {
    await clinic.close()
  }
})

/** What the two walks showed can be had again from a bundle, and the copy to hand out holds. */
function followsFromItsBundle(database: string): void {
  const tattle = createTattle(folder)
  const bundle = join(folder, 'bundle')
  const packed = tattle('evidence', 'pack', 'latest', '--db', database, '--out', bundle, '--no-sign')
  assert.equal(packed.status, 0, packed.err)
  assert.match(packed.out, /2 captures and 2 of the control walk/)
  const verified = tattle('evidence', 'verify', bundle, '--reanalyse')
  assert.equal(verified.status, 0, verified.out)
  assert.match(verified.out, /originals +holds +The originals of 4 captures/)
  assert.match(verified.out, /findings +holds .* and no other\. Held against 2 captures of the control walk, the same \d+ coincidences .* the same [1-9]\d* places confirmed; [1-9]\d* places rest on comparing/)
  const redacted = tattle('evidence', 'redact', bundle, '--no-sign')
  assert.equal(redacted.status, 0, redacted.err)
  const copy = tattle('evidence', 'verify', `${bundle}-redacted`, '--reanalyse')
  assert.equal(copy.status, 0, copy.out)
}
