/** What the command line asks for is what the page sees, what capture.json says, and what the report shows. */
import assert from 'node:assert/strict'
import { X509Certificate } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { ServerCertificates } from '../../src/capture/certificates.js'
import type { ClockSkew } from '../../src/capture/clock.js'
import { CONDITIONS } from '../../src/report/words.js'
import { LANGUAGES, wordsOf } from '../../src/report/words/languages.js'
import { makeWorkplace } from './fixture/command.js'
import { startMirror, startProxy } from './fixture/mirror.js'

const hourBehind = -3_600_000
const here = makeWorkplace()
const mirror = await startMirror(hourBehind)

const common = (): string[] => [
  'audit', 'https://www.mirror.example/', '--consent', 'no-choice', '--ignore-https-errors',
  '--host-map', `*.example=127.0.0.1:${mirror.port}`,
]

test('device, place, language, cookies: the page sees them, the capture and the report say them', { timeout: 120_000 }, async () => {
  const state = join(here.folder, 'state.json')
  const cookie = { name: 'brought', value: 'along', domain: 'www.mirror.example', path: '/', expires: -1, httpOnly: false, secure: true, sameSite: 'Lax' }
  writeFileSync(state, JSON.stringify({ cookies: [cookie], origins: [{ origin: 'https://www.mirror.example', localStorage: [{ name: 'kept', value: 'before' }] }] }))
  const { status, err } = await here.tattle(...common(), '--device', 'Pixel 7', '--locale', 'fr-FR', '--timezone', 'Asia/Tokyo',
    '--geolocation', '52.52,13.405', '--storage-state', state, '--third-party-cookies', 'block',
    '--operator', 'A. Auditor <b>', '--machine', 'Laptop 3', '--label', 'first', '--client-ip', '203.0.113.9')
  assert.equal(status, 0, err)
  const seen = mirror.seen.at(-1)
  assert.deepEqual(
    [seen?.language, seen?.timeZone, seen?.width, seen?.pixels, mirror.positions.at(-1), seen?.cookie, seen?.stored],
    ['fr-FR', 'Asia/Tokyo', 412, 2.625, [52.52, 13.405], 'brought=along', 'before'])
  assert.match(seen?.agent ?? '', /Android/)
  assert.ok((seen?.touch ?? 0) > 0)
  assert.deepEqual(mirror.thirdPartyCookies.splice(0), [''], 'no cookie in the frame of a third party')

  const [capture] = await here.manifests()
  assert.ok(capture)
  assert.equal(capture.coverage, 'full', capture.coverageReasons.join(' '))
  const { conditions } = capture
  const expected = {
    device: 'Pixel 7', locale: 'fr-FR', timeZone: 'Asia/Tokyo', viewport: { width: 412, height: 839 }, deviceScaleFactor: 2.625,
    isMobile: true, hasTouch: true, geolocation: { latitude: 52.52, longitude: 13.405 }, permissions: ['geolocation'],
    storageState: true, profile: false, thirdPartyCookies: 'block', operator: 'A. Auditor <b>', machine: 'Laptop 3',
    label: 'first', headless: true, ignoreHttpsErrors: true, node: process.version,
  }
  assert.deepEqual(Object.fromEntries(Object.keys(expected).map((name) => [name, conditions[name]])), expected)
  assert.equal(conditions['userAgentAsked'], seen?.agent)
  assert.deepEqual(conditions['egress'], { local: ['127.0.0.1'], public: ['203.0.113.9'], publicBy: 'declared' })
  assert.deepEqual(capture.clientIps, ['203.0.113.9'])
  assert.ok(capture.browser.commandLine.includes('--disable-quic'))

  const lists = conditions['lists'] as Record<string, { sha256: string } | string>
  assert.deepEqual(Object.keys(lists), ['tattle', '@duckduckgo/autoconsent', 'third-party-web', 'tldts'])

  const { skewMs, withinMs } = conditions['clock'] as ClockSkew
  assert.ok(Math.abs(skewMs + hourBehind) <= withinMs, `an hour ahead, to within ${withinMs} ms: ${skewMs} ms`)
  assert.ok(withinMs <= 1_000)

  const chains = conditions['certificates'] as ServerCertificates[]
  const truth = mirror.chain.map((pem) => new X509Certificate(pem).fingerprint256.replaceAll(':', '').toLowerCase())
  assert.deepEqual(chains.map(({ hosts }) => hosts), [['px.third.example', 'www.mirror.example']])
  assert.deepEqual(chains[0]?.chain.map(({ sha256 }) => sha256), truth)
  assert.deepEqual(chains[0]?.chain.map(({ subject, issuer }) => [subject, issuer]), [
    ['CN=www.mirror.example', 'CN=Mirror authority'], ['CN=Mirror authority', 'CN=Mirror authority'],
  ])
  assert.deepEqual([chains[0]?.chain[0]?.validFrom, chains[0]?.chain[0]?.validTo], ['2026-01-02T03:04:05.000Z', '2030-01-02T03:04:05.000Z'])

  const reported = await here.tattle('report', '--format', 'html', '--out', 'page.html')
  assert.equal(reported.status, 0, reported.err)
  const page = readFileSync(join(here.folder, 'page.html'), 'utf8')
  for (const language of LANGUAGES) {
    const words = wordsOf(language)
    for (const name of CONDITIONS.filter((each) => isSaid(conditions[each]))) {
      assert.ok(page.includes(`<dt>${escape(words.condition[name])}</dt>`), `${language}: ${name}`)
    }
    assert.ok(page.includes(words.label.certificates), language)
  }
  for (const text of [...truth, 'A. Auditor &lt;b&gt;', 'Laptop 3', 'Asia/Tokyo', '--disable-quic', 'servers saw 203.0.113.9, as was declared',
    '<span class="nowrap">2026-01-02</span> – <span class="nowrap">2030-01-02</span>']) {
    assert.ok(page.includes(text), text)
  }
})

test('signals by which a visitor objects are told with the capture, as many of its requests as bore them', { timeout: 120_000 }, async () => {
  const before = here.captures()
  const scenario = join(process.cwd(), 'test/e2e/fixture/signal.spec.ts')
  const { status, err } = await here.tattle(...common().map((argument) => argument.startsWith('https:') ? scenario : argument))
  assert.equal(status, 0, err)
  const at = here.captures().findIndex((path) => !before.includes(path))
  const { conditions, deviations, coverage } = (await here.manifests())[at] ?? assert.fail()
  const signals = conditions['privacySignals'] as Record<string, string>
  assert.deepEqual([Object.keys(signals), coverage], [['DNT: 1', 'Sec-GPC: 1'], 'full'])
  for (const count of Object.values(signals)) assert.match(count, /^[1-9]\d* \/ [1-9]\d*$/)
  assert.ok(deviations.some(({ what }) => what === 'Sec-GPC or DNT is sent'))
  await here.tattle('report', '--format', 'html', '--out', 'signals.html')
  const page = readFileSync(join(here.folder, 'signals.html'), 'utf8')
  for (const language of LANGUAGES) assert.ok(page.includes(escape(wordsOf(language).condition.privacySignals)), language)
})

test('a profile is used again; third-party cookies are allowed; the address is not known unless it is shown', { timeout: 120_000 }, async () => {
  const args = [...common(), '--profile', join(here.folder, 'profile')]
  for (const cookie of ['', 'known=1']) {
    const { status, err } = await here.tattle(...args)
    assert.equal(status, 0, err)
    assert.equal(mirror.seen.at(-1)?.cookie, cookie)
  }
  assert.ok(mirror.thirdPartyCookies.splice(0).includes('third=1'))
  const capture = (await here.manifests()).at(-1)
  assert.deepEqual([capture?.conditions['profile'], capture?.conditions['thirdPartyCookies']], [true, 'allow'])
  assert.ok(capture?.deviations.some(({ what }) => what === 'cookies or a profile were brought along'))
  assert.deepEqual(capture?.conditions['egress'], { local: ['127.0.0.1'], public: [], publicBy: 'unknown' })
  assert.deepEqual(capture?.clientIps, [])
})

test('a proxy: what goes through it is recorded all the same, and named', { timeout: 120_000 }, async () => {
  const proxy = await startProxy(mirror.port)
  try {
    const { status, err } = await here.tattle(...common(), '--proxy', `http://127.0.0.1:${proxy.port}`)
    assert.equal(status, 0, err)
    assert.ok(proxy.asked.includes('www.mirror.example:443'))
    const capture = (await here.manifests()).at(-1)
    assert.equal(capture?.coverage, 'full', capture?.coverageReasons.join(' '))
    assert.deepEqual(capture?.conditions['proxies'], [`PROXY 127.0.0.1:${proxy.port}`])
    assert.equal(capture?.conditions['proxy'], `http://127.0.0.1:${proxy.port}`)
    assert.equal((capture?.conditions['certificates'] as ServerCertificates[])[0]?.chain.length, 2)
  } finally {
    proxy.close()
  }
})

test('a wrong device, position, channel or state is one sentence, and nothing is written', async () => {
  for (const [flags, says] of [
    [['--device', 'Toaster 9'], /no device "Toaster 9"/], [['--geolocation', 'Berlin'], /latitude,longitude/],
    [['--channel', 'netscape'], /netscape is not installed/], [['--storage-state', 'nothing.json'], /nothing\.json/],
  ] as const) {
    const before = here.captures().length
    const { status, err } = await here.tattle(...common(), ...flags)
    assert.equal(status, 2)
    assert.match(err, says)
    assert.equal(here.captures().length, before)
  }
})

function isSaid(value: unknown): boolean {
  return value !== undefined && value !== null && JSON.stringify(value) !== '[]'
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll("'", '&#39;')
}
