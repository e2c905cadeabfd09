/** `tattle analyze --filter-list`: what the command makes of a list, from the file to the report. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { Report } from '../../../src/model.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-lists-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const cli = join(process.cwd(), 'dist/src/cli.js')
const tattle = (...args: readonly string[]): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(process.execPath, [cli, ...args], { cwd: folder, encoding: 'utf8' })

const page = 'https://www.klinik.example/suche'
const urls = [page, 'https://in.adworld.example/p?q=Vasektomie', 'https://www.klinik.example/collect.gif?e=1', 'https://www.klinik.example/collect.gif?e=2']
const entries = urls.map((url, at) => ({
  startedDateTime: `2026-03-01T09:00:0${at}.000Z`, time: 1, pageref: 'p', _resourceType: at === 0 ? 'document' : 'image',
  request: { method: 'GET', url, httpVersion: 'HTTP/2', headers: [], queryString: [], cookies: [], headersSize: -1, bodySize: 0 },
  response: { status: 200, statusText: '', httpVersion: 'HTTP/2', headers: [], cookies: [], content: { size: 0, mimeType: '' }, redirectURL: '', headersSize: -1, bodySize: 0 },
  cache: {}, timings: { send: 0, wait: 1, receive: 0 },
}))
writeFileSync(join(folder, 'visit.har'), JSON.stringify({
  log: { version: '1.2', creator: { name: 'test', version: '1' }, pages: [{ id: 'p', title: page, startedDateTime: '2026-03-01T09:00:00.000Z', pageTimings: {} }], entries },
}))
writeFileSync(join(folder, 'easylist.txt'), '! Title: EasyList\n||adworld.example^$third-party\n/collect.gif?\n')

const common = ['--value', 'health.search=Vasektomie', '--first-party', 'klinik.example', '--json'] as const

test('a recipient that only a list knows is what the list says, with rule and digest kept; the site’s own is noted', () => {
  const plain = JSON.parse(tattle('analyze', 'visit.har', '--db', 'plain.sqlite', ...common).stdout) as Report
  assert.deepEqual(plain.findings.map(({ recipientCategory, severity }) => [recipientCategory, severity]), [['other', 'medium']])
  const { status, stdout, stderr } = tattle('analyze', 'visit.har', '--db', 'listed.sqlite', ...common, '--filter-list', 'easylist.txt')
  assert.equal(status, 0, stderr)
  const report = JSON.parse(stdout) as Report
  const [finding] = report.findings
  assert.deepEqual([finding?.recipientCategory, finding?.severity], ['advertising', 'high'])
  assert.equal(finding?.leaks[0]?.recipientRule, 'list:easylist.txt:2:||adworld.example^$third-party')
  const analysis = report.captures[0]?.analysis
  assert.deepEqual(analysis?.lists?.map(({ name, category, rules }) => [name, category, rules]), [['easylist.txt', 'advertising', 2]])
  assert.notEqual(analysis?.rulesDigest, plain.captures[0]?.analysis.rulesDigest)
  const noted = report.diagnostics.filter(({ code }) => code === 'first-party-listed')
  assert.equal(noted.length, 1)
  assert.match(noted[0]?.message ?? '', /2 requests to www\.klinik\.example.*easylist\.txt:3:\/collect\.gif\?/)

  for (const [language, words] of [['en', 'filter list: ||adworld.example^$third-party (easylist.txt, line 2, SHA-256 '], ['de', 'Filterliste: ||adworld.example^$third-party (easylist.txt, Zeile 2, '], ['fr', 'liste de filtres']] as const) {
    tattle('report', '--db', 'listed.sqlite', '--format', 'html', '--language', language, '--out', `${language}.html`)
    assert.ok(readFileSync(join(folder, `${language}.html`), 'utf8').includes(words), language)
  }
})

test('a bundle names the lists that it was made with, and is checked with them', () => {
  tattle('analyze', 'visit.har', '--db', 'bundle.sqlite', ...common, '--filter-list', 'easylist.txt')
  const packed = tattle('evidence', 'pack', 'latest', '--db', 'bundle.sqlite', '--out', 'bundle', '--no-sign', '--value', 'health.search=Vasektomie')
  assert.equal(packed.status, 0, packed.stderr)
  const findings = (...args: readonly string[]): string =>
    /^findings +.*$/m.exec(tattle('evidence', 'verify', 'bundle', '--reanalyse', ...args).stdout)?.[0] ?? ''
  assert.match(findings(), /^findings +open .*with the filter list easylist\.txt \(advertising, SHA-256 [0-9a-f]{12}…\), which --filter-list gives\.$/)
  assert.match(findings('--filter-list', 'easylist.txt'), /^findings +holds .*with the same rules, all [1-9]\d* places/)
  assert.match(findings('--filter-list', 'analytics=easylist.txt'), /^findings +open .*\(advertising, .*and without easylist\.txt \(analytics, /)
})

test('a redacted copy has the categories of the original, or says of which lists it was made without', () => {
  tattle('analyze', 'visit.har', '--db', 'copy.sqlite', ...common, '--filter-list', 'easylist.txt')
  const packed = tattle('evidence', 'pack', 'latest', '--db', 'copy.sqlite', '--out', 'whole', '--no-sign', '--value', 'health.search=Vasektomie')
  assert.equal(packed.status, 0, packed.stderr)
  const redact = (out: string, ...args: readonly string[]): ReturnType<typeof tattle> => tattle('evidence', 'redact', 'whole', '--out', out, '--no-sign', ...args)
  const categories = (bundle: string): (string | null)[] =>
    (JSON.parse(readFileSync(join(folder, bundle, 'data/report.json'), 'utf8')) as Report).findings.map(({ recipientCategory }) => recipientCategory)
  const manifest = (bundle: string): { missing: string[]; rulesDigest: string } =>
    JSON.parse(readFileSync(join(folder, bundle, 'evidence/manifest.json'), 'utf8')) as { missing: string[]; rulesDigest: string }
  assert.deepEqual(categories('whole'), ['advertising'])

  const same = redact('same', '--filter-list', 'easylist.txt')
  assert.equal(same.status, 0, same.stderr)
  assert.deepEqual(categories('same'), ['advertising'])
  assert.equal(same.stderr, '')
  assert.equal(manifest('same').rulesDigest, manifest('whole').rulesDigest)
  assert.match(tattle('evidence', 'verify', 'same', '--reanalyse', '--filter-list', 'easylist.txt').stdout, /^findings +holds /m)

  const lacking = redact('lacking')
  assert.equal(lacking.status, 0, lacking.stderr)
  assert.deepEqual(categories('lacking'), ['other'])
  const sentence = /made without the filter list easylist\.txt \(advertising, SHA-256 [0-9a-f]{12}…\): categories of recipients and severities may differ/
  assert.match(lacking.stderr, sentence)
  assert.match(manifest('lacking').missing.join('\n'), sentence)
  assert.match(readFileSync(join(folder, 'lacking/VERIFY.txt'), 'utf8').replaceAll(/\s+/g, ' '), sentence)
  assert.notEqual(manifest('lacking').rulesDigest, manifest('whole').rulesDigest)

  const further = redact('further', '--filter-list', 'analytics=easylist.txt')
  assert.equal(further.status, 2)
  assert.match(further.stderr, /^tattle: The bundle was made without the filter list easylist\.txt \(analytics, .*\n$/)
  assert.ok(!existsSync(join(folder, 'further')) && !existsSync(join(folder, 'further.salt.json')))
})

test('the configuration names lists relative to itself, with a category of one’s own', () => {
  writeFileSync(join(folder, 'lists.yaml'), 'filterLists: ["analytics=easylist.txt"]\n')
  const report = JSON.parse(tattle('analyze', 'visit.har', '--db', 'config.sqlite', ...common, '--config', 'lists.yaml').stdout) as Report
  assert.deepEqual(report.findings.map(({ recipientCategory }) => recipientCategory), ['analytics'])
})

test('what is no list ends in one sentence, exit 2, and no database', () => {
  writeFileSync(join(folder, 'page.txt'), '<html><body>Not found</body></html>')
  for (const list of ['page.txt', 'missing.txt']) {
    const { status, stderr } = tattle('analyze', 'visit.har', '--db', 'none.sqlite', ...common, '--filter-list', list)
    assert.equal(status, 2)
    assert.match(stderr, /^tattle: .*(page|missing)\.txt.*\n$/)
    assert.ok(!existsSync(join(folder, 'none.sqlite')))
  }
})
