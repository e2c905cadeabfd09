/** Banners of every make, answered in real captures: outcome, proof, what stood when, and what the requests say of it. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { after, test } from 'node:test'
import { chromium } from 'playwright/test'
import { findBrowser } from '../../src/capture/browser.js'
import { sandboxPossible } from '../../src/capture/environment.js'
import { openZip } from '../../src/capture/har-zip.js'
import type { CaptureManifest } from '../../src/capture/manifest.js'
import type { StorageRecord } from '../../src/capture/storage.js'
import type { Analysed, ConsentState } from '../../src/model.js'
import { runAudit } from '../../src/playwright/audit.js'
import { summarise } from '../../src/report/summary.js'
import { LANGUAGES, wordsOf } from '../../src/report/words/languages.js'
import { reporters } from '../../src/report/reporters.generated.js'
import { openStore } from '../../src/store/store.js'
import { denied, granted, startBanners } from './fixture/banners.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-consent-'))
const banners = await startBanners()
after(() => { rmSync(folder, { recursive: true, force: true, maxRetries: 8, retryDelay: 150 }) })

interface Walked { readonly analysed: Analysed; readonly manifest: CaptureManifest; readonly storage: StorageRecord; readonly names: readonly string[] }

/** By site. */
async function walk(sites: readonly string[], state: ConsentState): Promise<ReadonlyMap<string, Walked>> {
  process.env['TATTLE_TEST_SITES'] = sites.join(',')
  const { analysed, failures } = await runAudit({
    scenarios: ['test/e2e/fixture/banners.spec.ts'], consent: [state], workers: 2, quiet: true,
    hostMap: [`*.example=127.0.0.1:${banners.port}`], database: join(folder, 'findings.sqlite'), captures: join(folder, 'captures'),
    values: [{ kind: 'health.specialty', value: 'Urologie', source: 'persona' }],
  })
  assert.deepEqual(failures, [])
  const walked = new Map<string, Walked>()
  for (const one of analysed) {
    const zip = await openZip(one.capture.path ?? '')
    const json = async (name: string): Promise<unknown> => JSON.parse((await zip.read(name, 1 << 26)).toString('utf8'))
    const manifest = await json('capture.json') as CaptureManifest
    const site = manifest.scenario.name.replace(/^.* › /, '')
    walked.set(site, { analysed: one, manifest, storage: await json('storage.json') as StorageRecord, names: zip.names })
    zip.close()
  }
  return walked
}

const made = ['onetrust', 'didomi', 'usercentrics', 'cookiebot', 'frames']
const spoken = ['it', 'es', 'nl']

for (const [state, said, stands] of [['accept', 'yes', 'accepted'], ['reject', 'no', 'rejected']] as const) {
  test(`${state}: by the rules for each make, by words in Italian, Spanish and Dutch; the proof is kept`, { timeout: 300_000 }, async () => {
    const seen = banners.chosen.length
    const walked = await walk([...made, ...spoken], state)
    assert.deepEqual(banners.chosen.slice(seen).toSorted(), [...made, ...spoken].map((site) => `${site} ${said}`).toSorted())
    for (const [site, { manifest, storage, names, analysed }] of walked) {
      const { consent, coverage, coverageReasons } = manifest
      assert.deepEqual([site, consent.outcome, coverage], [site, 'reached', 'full'], `${consent.detail} ${coverageReasons.join(' ')}`)
      assert.deepEqual(consent.timeline.map((one) => one.state), ['before-choice', stands], site)
      assert.match(consent.detail, made.includes(site) ? /by autoconsent's rules/ : /was clicked/, site)
      assert.equal(consent.messages?.some(({ type }) => type === 'popupFound'), made.includes(site), site)
      assert.deepEqual(consent.proof.map((name) => name.replace(/.*\/\d+-/, '')), ['consent-before.jpg', 'consent-after.jpg'], site)
      assert.ok(consent.proof.every((name) => names.includes(name)), site)
      const cookie = (title: string) =>
        storage.snapshots.find((one) => one.title === title)?.cookies.find(({ name }) => name === 'euconsent-v2')?.value
      assert.deepEqual([cookie('before any choice'), cookie('after the choice')], [undefined, state === 'accept' ? granted : denied], site)
      assert.deepEqual(consent.strings?.map((one) => one.granted), [state === 'accept' ? ['1', '2', '3', '4', '7'] : []], site)
      assert.equal(analysed.leaks.length > 0, state === 'accept', site)
      assert.ok(analysed.leaks.every(({ consentAt }) => consentAt === 'accepted'), site)
    }
    assert.equal(walked.size, made.length + spoken.length)
    const checks = new Set([...walked.values()].map(({ manifest }) => manifest.selfCheck?.at))
    assert.ok(checks.size <= 2, `${checks.size} self-checks for two workers`)
  })
}

test('withdraw: the site\'s own control takes it back, and what flows on is seen', { timeout: 120_000 }, async () => {
  const seen = banners.chosen.length
  const { manifest, analysed } = (await walk(['again'], 'withdraw')).get('again') ?? assert.fail()
  assert.deepEqual(banners.chosen.slice(seen), ['again yes', 'again no'])
  assert.equal(manifest.consent.outcome, 'reached', manifest.consent.detail)
  assert.deepEqual(manifest.consent.timeline.map(({ state }) => state), ['before-choice', 'accepted', 'withdrawn'])
  assert.ok(manifest.consent.proof.some((name) => name.includes('consent-withdrawn')))
  assert.deepEqual(manifest.consent.strings?.map((one) => one.granted), [[]])
  assert.deepEqual([...new Set(analysed.leaks.map(({ consentAt }) => consentAt))], ['accepted'])
})

test('what cannot be answered as asked: not-offered, no-banner, failed', { timeout: 120_000 }, async () => {
  const walked = await walk(['only-yes', 'none', 'stuck'], 'reject')
  const of = (site: string) => {
    const { manifest, analysed } = walked.get(site) ?? assert.fail(site)
    return [manifest.consent.outcome, manifest.coverage, analysed.capture.consentOutcome]
  }
  assert.deepEqual(of('only-yes'), ['not-offered', 'full', 'not-offered'])
  assert.deepEqual(of('none'), ['no-banner', 'full', 'no-banner'])
  assert.deepEqual(of('stuck'), ['failed', 'broken', 'failed'])
  assert.match(walked.get('stuck')?.manifest.coverageReasons.join(' ') ?? '', /The consent state reject was not reached: .*is still there/)
})

test('a request that a consent string contradicts says so, on the finding and in its rule', { timeout: 120_000 }, async () => {
  const refused = (await walk(['lying'], 'reject')).get('lying') ?? assert.fail()
  const rules = (one: Walked, recipient: string): string[] =>
    [...new Set(one.analysed.leaks.filter(({ recipientDomain, kind }) => recipientDomain === recipient && kind === 'health.specialty').map(({ severity, severityRule }) => `${severity}: ${severityRule}`))]
  assert.deepEqual(rules(refused, 'tracker.example'), ['high: health-to-others+against-choice+against-consent-string'])
  assert.deepEqual(rules(refused, 'liar.example'), ['high: health-to-others+against-choice+claims-consent'])
  assert.match(refused.manifest.consent.contradictions?.join(' ') ?? '', /px\.liar\.example\/tag says that consent was given .* while the choice was "rejected"/)
  const early = (await walk(['early'], 'no-choice')).get('early') ?? assert.fail()
  assert.deepEqual(rules(early, 'tracker.example'), ['high: health-to-others+against-consent-string'])

  const store = openStore(join(folder, 'findings.sqlite'))
  try {
    const report = store.report({ runIds: [refused.analysed.capture.runId] }, summarise)
    assert.ok(report.findings.some(({ severityRule }) => severityRule.endsWith('+against-consent-string')))
    const chunks: Buffer[] = []
    const out = new PassThrough()
    out.on('data', (chunk: Buffer) => chunks.push(chunk))
    await reporters['html']?.write(report, out)
    const page = Buffer.concat(chunks).toString('utf8')
    for (const language of LANGUAGES) {
      for (const rule of ['against-consent-string', 'claims-consent']) assert.ok(page.includes(wordsOf(language).severityRule(rule)), `${language} ${rule}`)
    }
  } finally {
    store.close()
  }
})

test('a choice stands from when the page learnt of it: what it sent while the button was pressed came before', { timeout: 120_000 }, async () => {
  const { analysed } = (await walk(['pressed'], 'reject')).get('pressed') ?? assert.fail()
  const told = (path: string) => analysed.requests.filter(({ url }) => url.includes(path)).map(({ consentAt }) => consentAt)
  assert.deepEqual([told('/tag'), told('/chosen')], [['before-choice'], ['rejected']])
})

test('a choice on one site says nothing about the next: what stands there is not known, and that is said', { timeout: 120_000 }, async () => {
  const { manifest, analysed } = (await walk(['es+tagged'], 'reject')).get('es+tagged') ?? assert.fail()
  assert.deepEqual(manifest.consent.timeline.map(({ state, site }) => [state, site]), [['before-choice', undefined], ['rejected', 'es.example']])
  assert.deepEqual(manifest.consent.contradictions, [])
  const leaks = analysed.leaks.filter(({ kind }) => kind === 'health.specialty')
  assert.deepEqual([...new Set(leaks.map(({ consentAt, severityRule }) => `${consentAt} ${severityRule}`))], ['null health-to-others'])
  assert.equal(analysed.requests.find(({ url }) => url.endsWith('/chosen?no'))?.consentAt, 'rejected')
  assert.deepEqual(analysed.diagnostics.filter(({ code }) => code === 'consent-elsewhere').map(({ message }) => message),
    ['The choice on es.example says nothing about tagged.example: which one stands there since then is not known.'])
})

test('in no-choice nothing is put into a page: it sees the window of a browser that nobody records', { timeout: 120_000 }, async () => {
  const windowOf = (site: string) => banners.windows.findLast((one) => one.site === site) ?? assert.fail(site)
  const browser = await chromium.launch({ executablePath: findBrowser().path, chromiumSandbox: sandboxPossible(), args: [`--host-resolver-rules=MAP *.example 127.0.0.1:${banners.port}`] })
  const page = await browser.newPage({ locale: 'en-US' })
  await page.goto('http://www.onetrust.example/')
  await page.waitForTimeout(700)
  await browser.close()
  const plain = windowOf('onetrust')
  const { manifest } = (await walk(['onetrust'], 'no-choice')).get('onetrust') ?? assert.fail()
  const recorded = windowOf('onetrust')
  assert.notEqual(recorded, plain)
  assert.deepEqual(recorded.globals, plain.globals)
  assert.equal(recorded.html, plain.html)
  assert.deepEqual([manifest.consent.messages, manifest.consent.proof], [undefined, []])
  assert.ok(!manifest.deviations.some(({ what }) => what.includes('consent banners')))
  // The same question, where a choice was asked for, has another answer: so it is one that can fail.
  const helped = (await walk(['onetrust'], 'accept')).get('onetrust') ?? assert.fail()
  assert.ok(windowOf('onetrust').globals.includes('autoconsentSendMessage'))
  assert.ok(helped.manifest.deviations.some(({ what }) => what.includes('consent banners')))
})
