/** The command that a report prints beside a finding of a HAR from elsewhere, run in a shell, finds it again. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Report } from '../../../src/model.js'
import { reproduce } from '../../../src/report/html/evidence.js'
import { toMarkup } from '../../../src/report/html/template.js'
import { wordsOf } from '../../../src/report/words/languages.js'
import { makeAnalysed, reportOf } from '../../golden/fixture.js'

const CLI = fileURLToPath(new URL('../../../src/cli.js', import.meta.url))
const VALUE = "l'Hôpital; $(touch x) & Söhne"

test('a value, an address and a word: the finding is there again, and the shell takes no value for more than a word', () => {
  const here = mkdtempSync(join(tmpdir(), 'tattle-reproduce-'))
  try {
    const query = new URLSearchParams({ name: VALUE, ip: '203.0.113.77', q: 'Sterilisation' })
    const entry = { startedDateTime: '2026-03-01T09:00:00.000Z', request: { method: 'GET', url: `https://t.example/?${query}`, headers: [] }, response: { status: 200 } }
    writeFileSync(join(here, "it's a.har"), JSON.stringify({ log: { version: '1.2', creator: { name: 'x', version: '1' }, entries: [entry] } }))
    const shell = (command: string): Report => {
      const { status, stdout, stderr } = spawnSync('sh', ['-c', `tattle() { "${process.execPath}" "${CLI}" "$@"; }\n${command} --db again.sqlite`], { cwd: here, encoding: 'utf8' })
      assert.equal(status, 0, `${command}\n${stderr}`)
      return JSON.parse(stdout) as Report
    }
    const first = shell(`tattle analyze "it's a.har" --first-party klinik.example --json --client-ip 203.0.113.77 --value 'identity.name=${VALUE.replaceAll("'", "'\\''")}'`)
    const seen = new Set<string>()
    for (const { fingerprint, leaks: [leak] } of first.findings) {
      assert.ok(leak !== undefined)
      seen.add(leak.matchSource)
      const shown = toMarkup(reproduce(leak, first.captures[0], wordsOf('en')))
      const [, command = ''] = /<code>(tattle analyze [^<]*)<\/code>/.exec(shown) ?? []
      const again = shell(command.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&'))
      assert.ok(again.findings.some((one) => one.fingerprint === fingerprint), `${leak.matchSource}: ${command}`)
    }
    assert.deepEqual([...seen].sort(), ['client-ip', 'persona', 'vocabulary'])
  } finally {
    rmSync(here, { recursive: true })
  }
})

test('the command that walks again: of a scenario, of a URL, of a suite; none of what was driven by hand', () => {
  const report = reportOf([makeAnalysed({ consent: 'reject' })])
  const [capture, leak] = [report.captures[0], report.findings[0]?.leaks[0]]
  assert.ok(capture && leak)
  const walk = (conditions: object, more: object = {}): string =>
    />((?:tattle audit|npx) [^<]*)</.exec(toMarkup(reproduce(leak, { ...capture, conditions: { ...conditions }, ...more }, wordsOf('en'))))?.[1] ?? ''
  const [step] = capture.steps
  assert.ok(step)
  const visit = 'node_modules/tattle/dist/src/playwright/visit.spec.js'
  const opened = { steps: [{ ...step, title: 'Navigate https://termin.klinik.example/suche?q=1' }] }
  assert.equal(walk({ project: 'reject · 2 · control', scenarioFile: 'scenarios/booking.de.spec.ts' }),
    'tattle audit scenarios/booking.de.spec.ts --base-url https://termin.klinik.example --consent reject')
  assert.equal(walk({ project: 'reject', scenarioFile: visit }, opened), 'tattle audit &#39;https://termin.klinik.example/suche?q=1&#39; --consent reject')
  assert.equal(walk({ project: 'reject', scenarioFile: 'src/playwright/visit.spec.ts' }), 'tattle audit https://termin.klinik.example --consent reject')
  assert.equal(walk({ project: 'Pixel 7', scenarioFile: 'tests/a b.spec.ts' }), 'npx playwright test &#39;tests/a b.spec.ts&#39; --project &#39;Pixel 7&#39;')
  assert.equal(walk({ project: '', scenarioFile: 'tests/a.spec.ts' }, { consentAsked: null }), 'npx playwright test tests/a.spec.ts')
  assert.equal(walk({}, { consentAsked: null }), '')
})
