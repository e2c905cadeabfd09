/**
 * The whole path on the stand-in, held against the server's own log: every planted datum that a third party received is
 * a leak, in every consent state, and no leak is reported that the log does not show.
 */
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { LanguageCode } from '../../scenarios/clinic/languages/language.js'
import { startClinic, type Clinic } from '../../scenarios/clinic/server.js'
import type { SiteName } from '../../scenarios/clinic/switches.js'
import { contactedThirdParties, plantedTruth, type Truth } from '../../scenarios/clinic/truth.js'
import type { Analysed, ConsentAt, ConsentState, LeakRecord } from '../../src/model.js'
import { readPersona } from '../../src/persona.js'
import { analyzeInput } from '../../src/pipeline.js'
import { runAudit } from '../../src/playwright/audit.js'

const PERSONA_FILES: Readonly<Record<LanguageCode, string>> = {
  de: 'scenarios/personas/de-vasektomie.json', fr: 'scenarios/personas/fr-ivg.json', en: 'scenarios/personas/en-pep.json',
}

interface Walk {
  readonly site: SiteName
  readonly language: LanguageCode
  readonly state: ConsentState
}

interface Walked {
  readonly analysed: Analysed
  readonly truths: readonly Truth[]
  readonly contacted: readonly string[]
}

const folder = mkdtempSync(join(tmpdir(), 'tattle-stand-in-'))
let everySite: Clinic

before(async () => { everySite = await startClinic() })
after(async () => {
  await everySite.close()
  rmSync(folder, { recursive: true, force: true })
})

async function walk({ site, language, state }: Walk, clinic: Clinic = everySite): Promise<Walked> {
  clinic.clearLog()
  const result = await runAudit({
    scenarios: [`scenarios/booking.${language}.spec.ts`],
    baseUrl: clinic.siteUrls[site][language],
    consent: [state],
    hostMap: [`*=127.0.0.1:${clinic.port}`],
    ignoreHttpsErrors: true,
    database: join(folder, 'stand-in.sqlite'),
    captures: join(folder, 'captures'),
    quiet: true,
  })
  assert.deepEqual(result.failures, [])
  const [analysed] = result.analysed
  assert.ok(analysed, `a capture; instead: ${result.messages.join(' ')}`)
  assert.equal(analysed.capture.target, 'stand-in')
  assert.deepEqual([analysed.capture.coverage, analysed.capture.coverageReasons], ['full', []])
  return { analysed, truths: plantedTruth(clinic.log, readPersona(PERSONA_FILES[language])), contacted: contactedThirdParties(clinic.log) }
}

const place = ({ method, url, kind, part }: Pick<Truth, 'method' | 'url' | 'kind' | 'part'>): string => `${kind} in ${part} of ${method} ${url}`
const places = (rows: readonly Pick<Truth, 'method' | 'url' | 'kind' | 'part'>[]): string[] => [...new Set(rows.map(place))].sort()

/** What the log shows and no leak names. Ids that stand for words are learnt, and asked for apart. */
function missed({ analysed, truths }: Walked): string[] {
  const found = new Set(analysed.leaks.map(place))
  return places(truths.filter(({ how }) => how !== 'site-id')).filter((one) => !found.has(one))
}

/** Leaks of planted values that the log does not show. */
function invented({ analysed, truths }: Walked): string[] {
  const shown = new Set(truths.map(place))
  const planted = analysed.leaks.filter(({ matchSource }) => matchSource === 'persona' || matchSource === 'client-ip')
  return places(planted).filter((one) => !shown.has(one))
}

const walks: readonly (Walk & { readonly consentAt: ConsentAt })[] = [
  { site: '2021', language: 'de', state: 'accept', consentAt: 'accepted' },
  { site: '2021', language: 'fr', state: 'accept', consentAt: 'accepted' },
  { site: 'ignores-refusal', language: 'de', state: 'no-choice', consentAt: 'before-choice' },
  { site: 'ignores-refusal', language: 'de', state: 'reject', consentAt: 'rejected' },
  { site: 'ignores-refusal', language: 'en', state: 'withdraw', consentAt: 'withdrawn' },
]

describe('planted leaks', () => {
  for (const { site, language, state, consentAt } of walks) {
    test(`${site}, ${language}, ${state}: all are found and none is invented`, async () => {
      const walked = await walk({ site, language, state })
      const { leaks, requests } = walked.analysed
      assert.deepEqual(missed(walked), [])
      assert.deepEqual(invented(walked), [])
      assert.ok(walked.truths.length > 100, `${walked.truths.length} data received`)

      for (const domain of ['facebook.com', 'outbrain.com']) {
        const inPageUrl = leaks.filter((leak) => leak.recipientDomain === domain && leak.field === 'dl')
        for (const kind of ['health.specialty', 'health.reason', 'health.insurance'] as const) {
          assert.ok(inPageUrl.some((leak) => leak.kind === kind), `${domain} received ${kind} in the page URL`)
        }
        const carrier = inPageUrl.find(({ kind }) => kind === 'health.reason')
        assert.ok(leaks.some(({ entry, kind }) => entry === carrier?.entry && kind === 'identifier.cookie'), `an id in the same request to ${domain}`)
        assert.equal(carrier?.severity, 'critical')
        assert.ok(carrier?.step, 'the step that caused it')
        const request = requests.find(({ entry }) => entry === carrier?.entry)
        assert.equal(request?.addressExposure, 'implicit')
      }
      assert.ok(leaks.some((leak) => leak.kind === 'network.ip' && leak.recipientDomain === 'trkn.us' && leak.field === 'ip'))
      assert.ok(requests.some((request) => request.domain === 'trkn.us' && request.addressExposure === 'explicit'))
      assert.ok(leaks.some((leak) => leak.consentAt === consentAt && leak.kind.startsWith('health.')), `health data while ${consentAt}`)
      assert.ok(leaks.some((leak) => leak.recipientVia === 'first-party'), 'a recipient behind the own host')
      assert.ok(leaks.every((leak) => leak.recipientDomain !== clinicDomain(walked) || leak.recipientVia === 'first-party'))
      assert.equal(walked.analysed.analysis.verdict, 'leaks')
      checkRanges(leaks)
    })
  }

  test('an id alone stands for the motive, because the data of the site itself say so', async () => {
    const shy = await startClinic({ sites: ['2021'], override: { 'motive-key-in-url': false, 'clicked-text': false, 'session-replay': false } })
    try {
      const walked = await walk({ site: '2021', language: 'de', state: 'accept' }, shy)
      const told = walked.truths.filter(({ how, kind, part }) => how === 'site-id' && kind === 'health.reason' && part === 'query')
      const found = walked.analysed.leaks.filter(({ matchSource, kind }) => matchSource === 'site-dictionary' && kind === 'health.reason')
      assert.ok(told.some(({ host }) => host === 'www.facebook.com'))
      assert.deepEqual(places(told).filter((one) => !places(found).includes(one)), [])
      assert.ok(found.every(({ label }) => label.includes('Vorgespräch Vasektomie/Sterilisation Mann')))
    } finally {
      await shy.close()
    }
  })

  for (const { site, state } of [{ site: '2021', state: 'reject' }, { site: 'honest', state: 'accept' }] as const) {
    test(`${site}, ${state}: none observed, with full coverage`, async () => {
      const walked = await walk({ site, language: 'de', state })
      assert.deepEqual(walked.truths, [])
      assert.deepEqual(walked.contacted, [])
      assert.deepEqual(walked.analysed.leaks, [])
      assert.equal(walked.analysed.analysis.verdict, 'none-observed')
      assert.deepEqual([walked.analysed.capture.coverage, walked.analysed.capture.blindSpots], ['full', []])
    })
  }

  test('repaired, accept: ids and nothing else; the capture analysed again says the same', async () => {
    const walked = await walk({ site: 'repaired', language: 'de', state: 'accept' })
    assert.deepEqual(missed(walked), [])
    assert.deepEqual([...new Set(walked.analysed.leaks.map(({ kind }) => kind.split('.')[0]))], ['identifier'])
    const { path } = walked.analysed.capture
    const [again] = await analyzeInput(path ?? '', { runId: 'again' })
    const rows = (leaks: readonly LeakRecord[]): unknown[] => leaks.map(({ leakId: _l, analysisId: _a, runId: _r, ...rest }) => rest)
    assert.deepEqual(rows(again?.leaks ?? []), rows(walked.analysed.leaks))
    assert.equal(again?.capture.captureId, walked.analysed.capture.captureId)
    assert.ok(readFileSync(path ?? '').length > 0)
  })
})

function clinicDomain({ analysed }: Walked): string {
  return analysed.capture.site
}

/** What all spellings of a value share: `anselm-quendel` is of `Dr. med. Anselm Quendel`. */
function fold(text: string): string {
  return text.normalize('NFKD').toLowerCase().replaceAll('ß', 'ss').replaceAll(/[^a-z0-9]/g, '')
}

/** Each leak in a URL stands where it says, byte for byte. */
function checkRanges(leaks: readonly LeakRecord[]): void {
  const inUrls = leaks.filter(({ pointer, matchSource, transform, layers }) =>
    pointer.endsWith('/request/url') && matchSource === 'persona' && transform === '' && layers === 'percent')
  assert.ok(inUrls.length > 0)
  for (const { url, startByte, endByte, label } of inUrls) {
    const stretch = fold(decodeURIComponent(Buffer.from(url).subarray(startByte, endByte).toString()))
    assert.ok(stretch.length > 2 && fold(label).includes(stretch), `"${stretch}" is of "${label}"`)
  }
}
