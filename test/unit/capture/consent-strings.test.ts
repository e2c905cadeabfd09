import assert from 'node:assert/strict'
import { test } from 'node:test'
import { consentStringsOf, contradictionsOf, readConsentString, type ConsentSignal } from '../../../src/capture/consent-strings.js'
import { tcf } from './support/tcf.js'

test('a TCF string says which purposes it grants', () => {
  const text = tcf([1, 3, 4])
  assert.deepEqual(readConsentString(text), { kind: 'tcf', text, granted: ['1', '3', '4'] })
  assert.deepEqual(consentStringsOf(`https://ads.example/p?x=1&gdpr_consent=${text}&y=2`).map(({ granted }) => granted),
    [['1', '3', '4']])
})

test('ranges of vendors that name millions cost nothing', () => {
  const own = tcf([1, 3])
  const range = `1${'0'.repeat(15)}1${'1'.repeat(16)}` // vendors 1 to 65535, in 33 bits
  const head = [...Buffer.from(own.split('.', 1)[0] ?? '', 'base64url')].map((byte) => byte.toString(2).padStart(8, '0')).join('').slice(0, 213)
  const bits = `${head}${'1'.repeat(16)}1${(1_470).toString(2).padStart(12, '0')}${range.repeat(1_470)}${'0'.repeat(29)}`
  const bytes = (bits.match(/.{1,8}/g) ?? []).map((byte) => parseInt(byte.padEnd(8, '0'), 2))
  const text = Buffer.from(bytes).toString('base64url')
  const urls = Array.from({ length: 1_000 }, (_, at) => `https://ads.example/p?x=${at}&gdpr_consent=${text}`)
  assert.ok(urls.every((url) => consentStringsOf(url)[0]?.granted.join() === '1,3'))
})

test('Google\'s string says what it grants', () => {
  assert.deepEqual(consentStringsOf('https://g.example/collect?v=2&gcs=G101&x').map(({ granted }) => granted), [['analytics_storage']])
  assert.deepEqual(readConsentString('G100')?.granted, [])
})

test('what Google\'s tags send together is one claim; what nobody set is none', () => {
  const granted = (query: string): (readonly string[])[] => consentStringsOf(`https://g.example/collect?v=2&${query}`).map((one) => one.granted)
  const all = ['ad_storage', 'analytics_storage', 'ad_user_data', 'ad_personalization']
  assert.deepEqual(granted('gcs=G111&gcd=13r3r3r2r5l1&npa=0'), [all])
  assert.deepEqual(granted('gcd=13r3r3r2r5l1'), [all])
  assert.deepEqual(granted('gcs=G111&gcd=11v1v1l1l5'), [['ad_storage', 'analytics_storage']])
  assert.deepEqual(granted('gcd=11t1t1t1t5'), [all])
  assert.deepEqual(granted('gcs=G100&gcd=11p1p1p1p5'), [[]])
  assert.deepEqual(granted('gcd=13q3v3q3u5l1'), [['analytics_storage']])
  for (const text of ['13l3l3l3l1l1', '13l3l3l3l1', '11x1x1x1x5', 'G1--', '1234567890']) assert.deepEqual(granted(`gcd=${text}`), [], text)
})

test('the TCF in other parameters, and in a section of the platform\'s string', () => {
  for (const query of [`gdpr_consent_755=${tcf([1])}`, `tcString=${tcf([1])}`, `gpp=DBABMA~${tcf([1])}`, `gpp=DBABMA%7E${tcf([1])}%7E1YNN`]) {
    assert.deepEqual(consentStringsOf(`https://ads.example/p?x=1&${query}`).map(({ kind, granted }) => [kind, ...granted]), [['tcf', '1']], query)
  }
  assert.deepEqual(consentStringsOf('https://ads.example/p?gpp=DBABMA~1YNN&gdpr_consent=$%7BGDPR_CONSENT_755%7D'), [])
})

test('anything else is none', () => {
  for (const text of ['', 'C', 'CAAAAAAAAAAAAAAAAAAAAAAAA', `C${'-'.repeat(9_000)}`, 'G1', 'Gürtelrose', `C${'x'.repeat(40)}`]) {
    assert.equal(readConsentString(text), undefined, text.slice(0, 40))
  }
})

test('a request against its own string, or against the choice, is said once', () => {
  const signal = (text: string, cookies: boolean): ConsentSignal => {
    const string = readConsentString(text)
    assert.ok(string)
    return { url: `https://ads.example/p?gdpr_consent=${text}`, at: Date.parse('2026-03-01T10:00:05Z'), string, cookies }
  }
  const rejected = [
    { at: '2026-03-01T10:00:00.000Z', state: 'before-choice' }, { at: '2026-03-01T10:00:01.000Z', state: 'rejected' },
  ] as const
  assert.deepEqual(contradictionsOf([signal(tcf([1, 4]), false), signal(tcf([1, 4]), true)], rejected),
    ['The request to https://ads.example/p says that consent was given (purposes 1, 4), while the choice was "rejected".'])
  assert.equal(contradictionsOf([signal(tcf([4]), true)], [{ at: '2026-03-01T10:00:00.000Z', state: 'accepted' }]).length, 1)
  assert.deepEqual(contradictionsOf([signal(tcf([1, 4]), true)], [{ at: '2026-03-01T10:00:00.000Z', state: 'accepted' }]), [])
  assert.equal(contradictionsOf([signal('G111', false)], rejected).length, 1)
  assert.deepEqual(contradictionsOf([signal('G100', false)], rejected), [])
  assert.deepEqual(contradictionsOf([signal('G101', false)], [{ at: '2026-03-01T10:00:00.000Z', state: 'before-choice' }]),
    ['The request to https://ads.example/p says that consent was given (analytics_storage), before any choice was made.'])
  for (const state of ['no-banner', 'unknown'] as const) {
    assert.deepEqual(contradictionsOf([signal('G101', false)], [{ at: '2026-03-01T10:00:00.000Z', state }]), [])
  }
})
