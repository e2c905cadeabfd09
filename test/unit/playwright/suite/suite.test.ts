import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import type { Kind } from '../../../../src/model.js'
import { blindSpotOf, blindSpotsOfOptions, presetConsent } from '../../../../src/playwright/suite/blind-spots.js'
import { stepAround, type ApiCall } from '../../../../src/playwright/suite/calls.js'
import { judge, whyNoOptions, type NoLeaksOptions } from '../../../../src/playwright/suite/expectation.js'
import { toHider, toPeelingHider } from '../../../../src/playwright/suite/hide.js'
import { masked, maskedTitle } from '../../../../src/playwright/suite/mask.js'
import { isSecretValue, secretValues } from '../../../../src/playwright/suite/secret.js'
import { isSecretField, kindOf, typedBy, type FieldWords } from '../../../../src/playwright/suite/typed.js'
import { makeAnalysed, makeHonest } from '../../../golden/fixture.js'

const field = (words: string, rest: Partial<FieldWords> = {}): FieldWords =>
  ({ type: 'text', autocomplete: '', maxlength: '', words, isChoice: false, ...rest })
const call = (type: string, method: string, params: Record<string, unknown>): ApiCall =>
  ({ at: 0, type, method, params, name: '', location: '/suite/tests/booking.spec.ts:12:3', caller: '' })

test('secrets: by type, autocomplete and words, in three languages', () => {
  const secret = [
    field('', { type: 'password' }), field('x', { autocomplete: 'one-time-code' }), field('x', { autocomplete: 'cc-number' }),
    field('passwort'), field('mot de passe'), field('otp'), field('tan'), field('sms-tan'), field('bestätigungscode'),
    field('api-key'), field('verification code'), field('pin'), field('cvc'), field('kennwort wiederholen'),
  ]
  for (const one of secret) assert.ok(isSecretField(one), JSON.stringify(one))
  for (const words of ['e-mail', 'spinal', 'tanja', 'beschwerden', 'reason', 'opinion', 'passport office city']) {
    assert.ok(!isSecretField(field(words)), words)
  }
})

test('kinds: by the value, by what the field says, and nothing that would be found everywhere', () => {
  const cases: [string, FieldWords, Kind | null][] = [
    ['mara@example.org', field('q'), 'identity.email'],
    ['+49 30 23125 017', field('telefon'), 'identity.phone'],
    ['1974-03-09', field('geburtsdatum'), 'identity.birthdate'],
    ['2027-03-09', field('wunschtermin'), 'health.appointment'],
    ['Mara Lindner', field('vorname nachname'), 'identity.name'],
    ['Urologie', field('fachgebiet', { isChoice: true }), 'health.specialty'],
    ['Blasenschwäche', field('q'), 'health.search'],
    ['Vorgespräch Vasektomie', field('besuchsgrund'), 'health.reason'],
    ['Bitte wählen', field('fachgebiet', { isChoice: true }), null],
    ['17', field('fachgebiet'), null], ['ja', field('q'), null], ['12345', field('plz'), null], ['482915', field('x'), null],
  ]
  for (const [value, words, kind] of cases) assert.equal(kindOf(value, words), kind, value)
})

test('what types: fills, keys, choices; nothing else', () => {
  assert.deepEqual(typedBy(call('Frame', 'fill', { selector: '#q', value: 'x' })), { selector: '#q', texts: ['x'], isChoice: false })
  assert.deepEqual(typedBy(call('Frame', 'type', { selector: '#q', text: 'x' }))?.texts, ['x'])
  assert.deepEqual(typedBy(call('Page', 'keyboardType', { text: 'x' }))?.selector, ':focus')
  assert.deepEqual(typedBy(call('Frame', 'selectOption', { selector: 's', options: [{ valueOrLabel: '17' }] })), { selector: 's', texts: ['17'], isChoice: true })
  assert.equal(typedBy(call('Frame', 'click', { selector: '#q' })), null)
  assert.deepEqual(typedBy(call('Frame', 'fill', { selector: '#q', value: '' }))?.texts, [])
})

test('blind spots name what the test does and where', () => {
  const sentence = (type: string, method: string, params: Record<string, unknown>): string => blindSpotOf(call(type, method, params)) ?? ''
  assert.match(sentence('Page', 'setNetworkInterceptionPatterns', { patterns: [{ glob: '**/api' }] }), /answers or stops requests itself \(booking\.spec\.ts:12\): \*\*\/api/)
  assert.equal(sentence('Page', 'setNetworkInterceptionPatterns', { patterns: [] }), '', 'routes that were taken away')
  assert.match(sentence('BrowserContext', 'setWebSocketInterceptionPatterns', { patterns: [{ regexSource: '^ws' }] }), /WebSockets itself .*\/\^ws\//)
  assert.match(sentence('BrowserType', 'launch', {}), /browser of its own/)
  assert.match(sentence('BrowserContext', 'addCookies', { cookies: [{ name: 'CookieConsent', value: 'x' }] }), /consent choice already \(CookieConsent\)/)
  assert.equal(sentence('BrowserContext', 'addCookies', { cookies: [{ name: 'session', value: 'x' }] }), '')
  assert.match(sentence('BrowserContext', 'setOffline', { offline: true }), /offline/)
  assert.match(sentence('BrowserContext', 'clockPauseAt', { timeNumber: 0 }), /stops the clock of its pages \(booking\.spec\.ts:12\)/)
  assert.equal(sentence('BrowserContext', 'clockInstall', {}), '', 'it goes on')
  assert.equal(sentence('Frame', 'goto', { url: '/' }), '')
  assert.match(sentence('Electron', 'launch', {}), /browser of its own/)
  assert.match(sentence('AndroidDevice', 'launchBrowser', {}), /browser of its own/)
})

test('blind spots that a test makes over the debugging protocol', () => {
  const sentence = (method: string, params?: object): string => blindSpotOf(call('CDPSession', 'send', { method, params })) ?? ''
  assert.match(sentence('Network.setBlockedURLs', { urls: ['*tracker*'] }), /answers or stops requests itself \(booking\.spec\.ts:12\): \*tracker\*\. What/)
  assert.match(sentence('Network.setBlockedURLs', { urlPatterns: [{ urlPattern: 'https://t.example/*', block: true }] }), /itself .*: https:\/\/t\.example\/\*\. What/)
  assert.equal(sentence('Network.setBlockedURLs', { urls: [] }), '', 'blocked no more')
  assert.match(sentence('Fetch.enable', { patterns: [{ urlPattern: '*.js' }] }), /itself .*: \*\.js\. What/)
  assert.match(sentence('Fetch.enable'), /itself .*: all that a function chooses\. What/)
  assert.match(sentence('Network.setRequestInterception', { patterns: [{}] }), /itself .*: all that a function chooses\. What/)
  assert.match(sentence('Network.emulateNetworkConditions', { offline: true }), /offline/)
  assert.equal(sentence('Network.emulateNetworkConditions', { offline: false, latency: 400 }), '')
  assert.match(sentence('Emulation.setScriptExecutionDisabled', { value: true }), /switches scripts off \(booking\.spec\.ts:12\)/)
  assert.equal(sentence('Emulation.setScriptExecutionDisabled', { value: false }), '')
  assert.match(sentence('Network.emulateNetworkConditionsByRule', { offline: true, matchedNetworkConditions: [] }), /offline/)
  assert.match(sentence('Target.createTarget', { url: 'https://site.example/' }), /opens pages over the debugging protocol \(booking\.spec\.ts:12\)/)
  assert.match(sentence('Target.createBrowserContext'), /opens pages over the debugging protocol/)
  assert.equal(sentence('Performance.enable'), '')
})

test('scripts of a test that keep pages from sending, or that make the choice for the visitor', () => {
  const before = (source: string): string => blindSpotOf(call('BrowserContext', 'addInitScript', { source })) ?? ''
  const later = (expression: string): string => blindSpotOf(call('Frame', 'evaluateExpression', { expression })) ?? ''
  assert.match(before('() => { navigator.sendBeacon = () => true }'), /its own sendBeacon into the pages \(booking\.spec\.ts:12\)/)
  assert.match(before("Object.defineProperty(window, 'fetch', { value: () => new Promise(() => {}) })"), /its own fetch/)
  assert.match(before("window['XMLHttpRequest'] = class {}"), /^$/, 'a name that is computed is not looked for')
  for (const harmless of ["fetch('/api')", 'if (window.fetch === undefined) {}', 'const fetch = window.fetch', 'window.ready = true', "localStorage.getItem('cookieconsent')"]) {
    assert.deepEqual([before(harmless), later(harmless)], ['', ''], harmless)
  }
  for (const choosing of ["localStorage.setItem('uc_settings', '1')", "document.cookie = 'CookieConsent=yes; path=/'", "([k, v]) => localStorage.setItem(k, v)(['cookie_consent', 'all'])", "localStorage['cookieconsent'] = 1"]) {
    assert.match(before(choosing), /sets \(booking\.spec\.ts:12\) a consent choice already/, choosing)
    assert.match(later(choosing), /consent choice already/, choosing)
  }
  assert.equal(later("localStorage.setItem('theme', 'dark')"), '')
  const arg = { value: { a: [{ s: 'cookieconsent' }, { s: 'all' }] }, handles: [] }
  assert.match(blindSpotOf(call('Frame', 'evaluateExpression', { expression: '([k, v]) => localStorage.setItem(k, v)', arg })) ?? '', /choice already \(cookieconsent\)/)
})

test('what a context is begun without is named', () => {
  const spots = blindSpotsOfOptions({ javaScriptEnabled: false, serviceWorkers: 'block', offline: true })
  assert.deepEqual(spots.map((spot) => /without JavaScript|service workers|offline/.exec(spot)?.[0]), ['without JavaScript', 'service workers', 'offline'])
  assert.deepEqual(blindSpotsOfOptions({ javaScriptEnabled: true, serviceWorkers: 'allow', offline: false, locale: 'de-DE' }), [])
})

test('a consent choice in the state that a test starts from', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tattle-state-'))
  try {
    const file = join(folder, 'state.json')
    writeFileSync(file, JSON.stringify({ cookies: [{ name: 'OptanonConsent', value: 'x' }], origins: [] }))
    assert.match(presetConsent(file) ?? '', /OptanonConsent/)
    writeFileSync(file, JSON.stringify({ cookies: [{ name: 'sid' }], origins: [{ origin: 'x', localStorage: [{ name: 'uc_settings', value: '' }] }] }))
    assert.match(presetConsent(file) ?? '', /uc_settings/)
    writeFileSync(file, '{"cookies": "x", "origins": [null]')
    assert.equal(presetConsent(file), null)
    assert.equal(presetConsent(join(folder, 'missing.json')), null)
    assert.equal(presetConsent(undefined), null)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('masked rows hold no value and no excerpt, and still say who received what where', () => {
  const whole = makeAnalysed({ consent: 'accept' })
  const values = ['Vorgespräch Vasektomie', 'joerg@example.org', 'urologie', 'private', 'Jörg Weißmüller']
  const text = JSON.stringify(masked(whole, values))
  for (const value of values) {
    for (const spelling of [value, encodeURIComponent(value), encodeURIComponent(encodeURIComponent(value))]) {
      assert.ok(!text.toLowerCase().includes(spelling.toLowerCase()), spelling)
    }
  }
  assert.doesNotMatch(text, /203\.0\.113\.77|fb\.1\.1772355600000/)
  const rest = masked(whole, values)
  assert.deepEqual(rest.leaks.map(({ kind, recipientDomain, field: name, fingerprint }) => [kind, recipientDomain, name, fingerprint]),
    whole.leaks.map(({ kind, recipientDomain, field: name, fingerprint }) => [kind, recipientDomain, name, fingerprint]))
  assert.equal(maskedTitle('Fill "Blasen\\"schwäche" getByLabel("Suche")'), 'Fill "…" getByLabel("Suche")')
  assert.equal(maskedTitle('Click getByText("x")'), 'Click getByText("x")')
  assert.equal(toHider([])('a(b'), 'a(b')
})

test('toHaveNoLeaks: recipient, datum, field, step and line; options; broken is not none', () => {
  const said = (options: NoLeaksOptions, analysed = makeAnalysed({ consent: 'accept' })): string =>
    judge({ options, error: new Error() }, [analysed], [], [{ at: Date.parse('2026-03-01T09:00:30Z'), type: 'Frame', method: 'click', params: {}, name: 'locator.click', location: '/w/t.spec.ts:7:1', caller: '' }])?.message ?? ''
  assert.match(said({}), /critical: facebook\.com \(Meta\) received health\.specialty \(urologie\) in query dl/)
  assert.match(said({ kinds: ['health.reason'] }), /outbrain\.com \(Outbrain\) received health\.reason .* in referer, during locator\.click \(.*t\.spec\.ts:7\)/)
  assert.match(said({ kinds: ['identity.*'] }), /^toHaveNoLeaks: 2 leaks/)
  assert.doesNotMatch(said({ allow: ['facebook.com'] }), /facebook/)
  assert.match(said({ allow: [{ recipients: ['Meta'], kinds: ['identifier.*'] }] }), /facebook/)
  assert.equal(said({ allow: ['Meta', 'Outbrain', 'Google', 'replay.example'] }), '')
  assert.equal(said({ failOn: 'never' }), '')
  assert.match(said({ failOn: 'info', kinds: ['identifier.device'] }), /banner\.example/)
  assert.equal(said({}, makeHonest({ consent: 'reject', coverage: 'limited' })), '')
  assert.match(said({}, makeHonest({ consent: 'reject', coverage: 'broken' })), /the capture is broken: The browser crashed/)
})

test('toHaveNoLeaks: options that would never fail are told, as no compiler sees them in JavaScript', () => {
  const cases: readonly (readonly [unknown, RegExp | null])[] = [
    [{}, null], [{ kinds: ['health.*', 'network.ip'], failOn: 'never', allow: [] }, null],
    [{ allow: ['Meta', { recipients: ['payments.example'], kinds: ['identity.*'] }] }, null],
    ['medium', /an object with allow, kinds, failOn/], [null, /an object/],
    [{ failOn: 'hihg' }, /"hihg" is no severity; they are critical, .*never/], [{ failOn: null }, /null is no severity/],
    [{ kind: ['health.*'] }, /"kind" means nothing here; did you mean "kinds"\?/], [{ x: 1 }, /"x" means nothing here; there are allow/],
    [{ kinds: ['helth.*'] }, /in "kinds", "helth\.\*" is no kind/], [{ kinds: ['health.serch'] }, /did you mean "health\.search"/],
    [{ kinds: 'health.*' }, /"kinds" must be a list/], [{ kinds: [] }, /"kinds" must be a list that names something/],
    [{ allow: 'x.example' }, /"allow" must be a list/], [{ allow: ['px.ads.example'] }, /in "allow", .*did you mean "ads\.example"/],
    [{ allow: [{ recipient: ['ads.example'] }] }, /in "allow", "recipient" means nothing here; did you mean "recipients"\?/],
    [{ allow: [{ recipients: [] }] }, /"recipients" must be a list that names something/],
    [{ allow: [{ recipients: ['ads.example'], kinds: ['x'] }] }, /"x" is no kind/], [{ allow: [7] }, /each entry is a recipient/],
  ]
  for (const [options, sentence] of cases) {
    const why = whyNoOptions(options)
    if (sentence === null) assert.equal(why, null, JSON.stringify(options))
    else assert.match(why ?? 'nothing', sentence, JSON.stringify(options))
  }
})

test('the step of a call is the innermost test.step around it', () => {
  const info = { _steps: [{ stepId: 'h', category: 'hook', title: 'Before Hooks', steps: [] }, {
    stepId: 'a', category: 'test.step', title: 'outer', steps: [
      { stepId: 'b', category: 'test.step', title: 'inner', steps: [{ stepId: 'c', category: 'pw:api', title: 'Click', steps: [] }] },
      { stepId: 'd', category: 'expect', title: 'e', steps: [{ stepId: 'e', category: 'pw:api', title: 'Click' }] },
    ],
  }] }
  const stepOf = (id: unknown, from: object = info): string | null => stepAround({ ...call('Frame', 'click', {}), stepId: () => id }, from)
  assert.deepEqual([stepOf('c'), stepOf('e'), stepOf('h'), stepOf('x'), stepOf(undefined), stepOf('c', {})], ['inner', 'outer', null, null, null, null])
})

test('secrets of the environment: by name, and not what desktops and switches call so', () => {
  const env = {
    SHOP_PASSWORD: 'geheim', API_KEY: 'K-0815-park', E2E_TOKEN: 'abcd', BASE_URL: 'https://a.example',
    XDG_SESSION_CLASS: 'user', DESKTOP_SESSION: 'ubuntu', SSH_AUTH_SOCK: '/run/user/1000/keyring/ssh', USE_AUTH: 'true',
    PRIVATE_KEY_PATH: '/etc/ssl/key.pem', AUTH_PORT: '443', TOKEN: '',
  }
  const secrets = secretValues(env)
  assert.deepEqual(secrets, ['geheim', 'K-0815-park', 'abcd'])
  for (const value of ['geheim', 'K-0815-park', 'x K-0815-park', '0815-park']) assert.ok(isSecretValue(value, secrets), value)
  for (const value of ['geheimnis@example.org', 'park', 'abcdef']) assert.ok(!isSecretValue(value, secrets), value)
})

test('a hidden value is found under what it is wrapped in, and most of one; what only begins alike stays', () => {
  const hide = toPeelingHider(['Zwiebel$kuchen-42', 'K-08'])
  const base64 = (text: string | Uint8Array): string => Buffer.from(text).toString('base64')
  const digest = (hash: string, form: 'hex' | 'base64'): string => createHash(hash).update('Zwiebel$kuchen-42').digest(form)
  const M = '‹masked›'
  const cases: readonly (readonly [string, string])[] = [
    ['https://a.example/c?v=Zwiebel$kuchen-42&n=1', `https://a.example/c?v=${M}&n=1`],
    ['https://a.example/c?v=ZWIEBEL%24KUCHEN-42', `https://a.example/c?v=${M}`],
    [`https://a.example/c?v=${base64('Zwiebel$kuchen-42')}&n=1`, `https://a.example/c?v=${M}&n=1`],
    [`https://a.example/c?v=${encodeURIComponent(base64('{"pw":"Zwiebel$kuchen-42"}'))}`, `https://a.example/c?v=${M}`],
    [`https://a.example/c?v=${base64(base64('xxZwiebel$kuchen-42'))}`, `https://a.example/c?v=${M}`],
    [`https://a.example/c?v=${Buffer.from('Zwiebel$kuchen-42').toString('hex')}`, `https://a.example/c?v=${M}`],
    [`https://a.example/c?v=${base64(gzipSync('pw=Zwiebel$kuchen-42'))}`, `https://a.example/c?v=${M}`],
    [`https://a.example/x/${base64('Zwiebel$kuchen-42')}/y`, `https://a.example/x/${M}/y`],
    [`Navigate /?t=1#${base64('Zwiebel$kuchen-42')}`, `Navigate /?t=1#${M}`],
    [`https://a.example/c?v=${base64('Zwiebel$k')}&p=Zwiebel%24k`, `https://a.example/c?v=${M}&p=${M}`],
    ['https://zwiebel.example/zwie/Zwiebel?v=Zwie', 'https://zwiebel.example/zwie/Zwiebel?v=Zwie'],
    ['a K-08 b K-0815', `a ${M} b K-0815`],
    [`https://a.example/c?h=${digest('sha256', 'hex')}&k=${digest('md5', 'hex').toUpperCase()}`, `https://a.example/c?h=${M}&k=${M}`],
    [`https://a.example/c?h=${encodeURIComponent(digest('sha512', 'base64'))}`, `https://a.example/c?h=${M}`],
    [`https://a.example/c?v=${base64(JSON.stringify({ h: digest('sha1', 'hex') }))}`, `https://a.example/c?v=${M}`],
    [`https://a.example/app.${'0123456789abcdef'.repeat(4)}.js`, `https://a.example/app.${'0123456789abcdef'.repeat(4)}.js`],
    [`https://a.example/c?v=${base64('nothing of it')}`, `https://a.example/c?v=${base64('nothing of it')}`],
  ]
  for (const [text, expected] of cases) assert.equal(hide(text), expected)
  assert.equal(toPeelingHider([])('Zwiebel'), 'Zwiebel')
})

test('a key that is pressed is typed text where it is one character', () => {
  assert.deepEqual(typedBy(call('Page', 'keyboardPress', { key: '4' })), { selector: ':focus', texts: ['4'], isChoice: false })
  assert.deepEqual(typedBy(call('Frame', 'press', { selector: '#d1', key: 'ß' }))?.texts, ['ß'])
  for (const key of ['Enter', 'ArrowDown', 'Control+a']) assert.equal(typedBy(call('Page', 'keyboardPress', { key })), null, key)
  assert.ok(isSecretField(field('ziffer 1', { maxlength: '1' })), 'a box for one digit of a code')
  assert.equal(maskedTitle('Press "4"'), 'Press "…"')
  assert.equal(maskedTitle('Press "Enter" locator("#d1")'), 'Press "Enter" locator("#d1")')
})
