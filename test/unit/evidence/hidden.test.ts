/** An audit in which a password was typed: its rows hide it, its captures hold it, and the one still follows from the other. */
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fits } from '../../../src/evidence/hidden.js'
import { PATHS } from '../../../src/evidence/manifest.js'
import type { Report } from '../../../src/model.js'
import { withoutSecrets } from '../../../src/playwright/suite/mask.js'
import { openStore } from '../../../src/store/store.js'
import { MASK } from '../../../src/withheld.js'
import { analyse, createTattle, entries, makeCaptureZip, packAnew, toRun } from './fixture.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-hidden-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string): string => join(folder, name)
const tattle = createTattle(folder)
const PASSWORD = 'geh-eim!Wort42'

before(async () => {
  const entry = { ...entries()[4] as { request: object } }
  entry.request = { ...entry.request, url: `https://bat.bing.com/action/0?mail=joerg@example.org&pw=${PASSWORD}&ph=%2B493023125017`, queryString: [] }
  const zip = await makeCaptureZip(folder, 'login', { entries: [...entries(), entry] })
  const analysed = (await analyse(zip, 'run-with-a-password')).map((one) => withoutSecrets(one, [PASSWORD]))
  const store = openStore(at('findings.sqlite'))
  store.writeWhole(toRun('run-with-a-password'), analysed, [])
  store.close()
  const { status, err } = tattle('evidence', 'pack', 'latest', '--db', at('findings.sqlite'), '--no-sign', '--out', at('bundle'))
  assert.equal(status, 0, err)
})

test('a report that hides what was typed follows from its captures, and says that it hides something', () => {
  assert.equal(readFileSync(join(at('bundle'), PATHS.report), 'utf8').includes(PASSWORD), false)
  const { status, out } = tattle('evidence', 'verify', at('bundle'), '--reanalyse')
  assert.equal(status, 0, out)
  assert.match(out, /^findings +holds .* Of [1-9]\d* of them the report hides a password, a code or a key that was typed/m)
})

test('beside what is hidden, nothing may be another', () => {
  const where = packAnew(at('bundle'), at('anew'), (copy) => {
    const report = JSON.parse(readFileSync(join(copy, PATHS.report), 'utf8')) as Report
    const findings = report.findings.map((finding) => ({ ...finding, leaks: finding.leaks.map((leak) => ({ ...leak, url: leak.url.replace(`pw=${MASK}`, `q=${MASK}`) })) }))
    writeFileSync(join(copy, PATHS.report), JSON.stringify({ ...report, findings }))
  })
  const { status, out } = tattle('evidence', 'verify', where, '--reanalyse')
  assert.equal(status, 1)
  assert.match(out, /^findings +DOES NOT HOLD .* [1-9]\d* of \d+ places were not found again/m)
})

test('the word stands for any text between what stands around it', () => {
  for (const [told, found, holds] of [
    [`a=${MASK}&b`, 'a=x&b', true], [`a=${MASK}&b`, 'a=&b', true], [`a=${MASK}&b`, 'a=x&c', false], [`${MASK}x${MASK}`, 'axbx', true],
    [`${MASK}x${MASK}x`, 'axbx', true], [`${MASK}x${MASK}x`, 'abx', false], [`ab${MASK}ba`, 'aba', false], [MASK, '', true], ['a', 'b', false],
    [null, undefined, true], [{ url: MASK, n: 1 }, { url: 'x', n: 1 }, true], [{ url: MASK, n: 1 }, { url: 'x', n: 2 }, false], [[MASK], ['a', 'b'], false],
  ] as const) assert.equal(fits(told, found), holds, JSON.stringify([told, found]))
})
