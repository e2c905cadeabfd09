import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isTelling, keyBefore, toKeyName } from '../../../src/detect/keys.js'
import { isNoise } from '../../../src/detect/noise.js'

const before = (text: string, word: string): string | undefined => keyBefore(new TextEncoder().encode(text),
  Buffer.from(text).indexOf(word))

test('the name in front of a value: of a parameter, a property, a segment of a path', () => {
  assert.equal(before('https://a.example/?b=1&insuranceSector=private&c', 'private'), 'insuranceSector')
  assert.equal(before('{"a":1,"insurance": "private"}', 'private'), 'insurance')
  assert.equal(before('https://a.example/versicherung/private', 'private'), 'versicherung')
  assert.equal(before('a;u20=private;b', 'private'), 'u20')
  assert.equal(before('private', 'private'), undefined)
  assert.equal(before('a, private', 'private'), '')
})

test('names are compared in small words', () => {
  assert.equal(toKeyName('cd[contentName]'), 'content name')
  assert.equal(toKeyName('data.events[0].Prénom'), 'prenom')
  assert.equal(toKeyName('motive_ids[]'), 'motive ids')
})

test('what stands in the place of a name has no name itself', () => {
  for (const path of ['(name)', 'events[0].(name)', '["a b"].(name)']) assert.equal(toKeyName(path), '', path)
})

test('a name tells by its words, not by letters within other words', () => {
  for (const [kind, key] of [['health.insurance', 'insurance sector'], ['identity.name', 'fn'],
    ['identity.address', 'ct'], ['health.search', 'search term'], ['health.insurance', 'patient type'],
    ['health.insurance', 'patientenart'], ['identity.address', 'where'], ['identity.phone', 'rufnummer']] as const) {
    assert.ok(isTelling(kind, key), key)
  }
  for (const [kind, key] of [['identity.address', 'true'], ['identity.address', 'sort'],
    ['health.search', 'promotion'], ['identity.name', 'economy'], ['health.insurance', 'patients'], ['identity.address', 'nearest'], ['health.appointment', 'update']] as const) {
    assert.ok(!isTelling(kind, key), key)
  }
})

const DAYS = `date appointment_date appointmentDate termin Wunschtermin rdv date_rdv startDate start_date start slot slots[0].date
  bookingDate datum Wunschdatum preferred_date selectedDate visit_date jour day time rendezVous reservation_date
  dateOfAppointment`.split(/\s+/)
const OTHER_DAYS = `last_update lastUpdate created_at creationDate dateCreated expires expiryDate date_expiration pubdate datePublished
  publication_date date_modified dateModified last_modified timestamp time_stamp datestamp consent_date consentDate
  birthdate birth_date date_naissance Geburtsdatum dob booking_created_at appointment_updated_at updateDate uploadDate
  release_date build_date valid_until today current_date server_time page_date last_login_date registration_date
  Ablaufdatum aktualisierungsdatum date_mise_a_jour date_de_validite article_date session_date last_visit_date
  terminal_id`.split(/\s+/)

test('a day is that of the appointment under a name that says nothing of another one', () => {
  for (const key of DAYS) assert.ok(isTelling('health.appointment', toKeyName(key)), key)
  for (const key of OTHER_DAYS) assert.ok(!isTelling('health.appointment', toKeyName(key)), key)
})

test('tokens are noise, names of events are not', () => {
  const noise = (text: string, word: string): boolean => isNoise(Buffer.from(text), text.indexOf(word),
    text.indexOf(word) + word.length)
  for (const text of ['aB3+HIV/x9Qz', 'q8Jx2-HIV_9aZkQ1', '\u0001\u0002HIV']) assert.ok(noise(text, 'HIV'), text)
  for (const text of ['clickBookHivTestButton', 'x=1&q=Hiv&y=2&Z=3&a=B',
    'https://a.example/Hiv/2024/Praxis12']) assert.ok(!noise(text, 'Hiv'), text)
})
