/** What says so little that it needs a word beside it, and all the places where that word may stand. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { detectorOf, inShort, terms, toExchange, toField, toRecipient } from './exchange.js'

const detector = detectorOf({ terms: terms({
  'health.insurance': ['private'], 'identity.name': ['Jörg Weißmüller'], 'identity.birthdate': ['1974-03-09'],
  'identity.address': ['Invalidenstraße 998, 10115 Berlin'],
}) })

const inBody = (body: string | Uint8Array): string[] =>
  detector.detect(toExchange(toField('body', '', body)), toRecipient()).map(inShort)

const told: Readonly<Record<string, readonly [kind: string, body: string]>> = {
  'a pair of name and value': ['health.insurance', '{"fields":[{"name":"insuranceSector","value":"private"},{"name":"x","value":"y"}]}'],
  'question and answer': ['health.insurance', '{"answers":[{"question":"Wie sind Sie versichert?","id":7,"answer":"private"}]}'],
  'a pair of value and name': ['health.insurance', '{"fields":[{"value":"private","key":"insuranceSector"},{"value":"y","key":"x"}]}'],
  'the object around a name that says nothing': ['health.insurance', '{"booking":{"insurance":{"id":7,"type":"private"}}}'],
  'the object around it, in a string of JSON': ['health.insurance', JSON.stringify({ data: JSON.stringify({ insurance: { name: 'private' } }) })],
  'the object around a year by a letter': ['identity.birthdate', '{"dob":{"d":"09","m":"03","y":"1974"}}'],
  'the object around a year': ['identity.birthdate', '{"birth":{"day":9,"month":3,"year":1974}}'],
  'the word before it in the name of an event': ['health.insurance', '{"event":"booking_insurance_private_selected"}'],
  'the word before it, in one': ['health.insurance', '{"event":"healthInsurancePrivate"}'],
  'the word before a stroke': ['health.insurance', '{"event":"Versicherung|private"}'],
  'the word behind it': ['health.insurance', '{"event":"private_insurance"}'],
  'category and label of an event': ['health.insurance', '{"category":"Versicherung","action":"click","label":"private"}'],
  'two items of a list': ['health.insurance', '{"1":["Versicherungsart","private"]}'],
  'an element': ['health.insurance', '<booking><insurance>private</insurance></booking>'],
  'the name of an input': ['health.insurance', '<form><input type="radio" name="insurance" value="private"></form>'],
  'a line': ['identity.birthdate', 'Patient 37\nGeburtsjahr: 1974\n'],
  'a line of a prompt': ['identity.name', '{"input":"Patient 37.\\nVorname: Jörg\\nAlter: 52"}'],
  'an argument of a query': ['health.insurance', '{"query":"mutation { book(insuranceSector: \\"private\\") { id } }"}'],
  'a text': ['health.insurance', 'Bitte fasse zusammen: Versicherung: private, Beschwerden: keine.'],
  'a parameter of an item of Google Analytics': ['health.insurance', 'id12~nmCheck-up~k0shop~v0x~k1kassenart~v1private~pr9.9'],
  'the postal code of enhanced conversions': ['identity.address', 'tv.1~em.x~co0.DE~pc0.10115'],
  'the town of enhanced conversions': ['identity.address', 'tv.1~ct0.berlin~em.x'],
  'the key of a binary map': ['health.insurance', '\x81\xa9insurance\xa7private'],
}

for (const [what, [kind, body]] of Object.entries(told)) {
  test(`${what} says what a value is`, () => {
    const found = inBody(body.startsWith('\x81') ? Buffer.from(body, 'latin1') : body)
    assert.equal(found.length, 1, found.join())
    assert.ok(found[0]?.startsWith(kind), found[0])
  })
}

test('the other parameters of an event, and the one before, say what a value is', () => {
  const found = (...pairs: readonly (readonly [string, string])[]): string[] =>
    detector.detect(toExchange(...pairs.map(([name, value]) => toField('query', name, value))), toRecipient()).map(inShort)
  assert.deepEqual(found(['ec', 'Versicherung%20w%C3%A4hlen'], ['el', 'private']), ['health.insurance#0 el - - exact'])
  assert.deepEqual(found(['sp', 'insurance'], ['sp', 'private']), ['health.insurance#0 sp - - exact'])
  assert.deepEqual(found(['ec', 'mode'], ['el', 'private']), [])
  assert.deepEqual(found(['x', 'insurance'], ['y', 'private']), [])
})

test('the step before a name that says nothing says what the value of a parameter is', () => {
  const found = (name: string, value: string): string[] => detector.detect(toExchange(toField('query', name, value)), toRecipient()).map(inShort)
  for (const name of ['insurance[type]', 'form[insurance][value]', 'insurance.type']) {
    assert.deepEqual(found(name, 'private'), [`health.insurance#0 ${name} - - exact`])
  }
  for (const name of ['birthdate[year]', 'user[birthday][jahr]', 'dob[y]', 'byear']) {
    assert.deepEqual(found(name, '1974'), [`identity.birthdate#0 ${name} - - inferred`])
  }
  for (const name of ['visibility[type]', 'insurance[visibility]', 'insurance[type][mode]', 'type']) assert.deepEqual(found(name, 'private'), [], name)
  for (const name of ['copyright[year]', 'birthdate[max]', 'car.year']) assert.deepEqual(found(name, '1974'), [], name)
})

test('what stands beside another word says nothing', () => {
  for (const body of ['{"fields":[{"name":"visibility","value":"private"},{"name":"insurance","value":"x"}]}',
    '{"class":["insurance-box"],"mode":["private"]}', '<access>private</access>', '<insurance>x</insurance><p>private</p>',
    '{"insurance":{"id":7},"mode":{"type":"private"}}', '{"insurance":{"page":{"type":"private"}}}', '{"insurance":{"visibility":"private"}}',
    '{"value":"private","key":"mode"},{"value":"x","key":"insurance"}', 'mode_private_x', 'private_key', 'modePrivate', 'insurance-box private', '{"copyright":{"year":1974}}',
    'insurance: see below. Mode: private', '["insurance","x"],["mode","private"]', 'Cache-Control: private', 'tv.1~em.x~co0.berlin', 'id12~k0insurance~v0x~k1mode~v1private',
    '<input name="insurance" value="x"><input name="mode" value="private">', 'class A { private insurance: string }']) {
    assert.deepEqual(inBody(body), [], body)
  }
})
