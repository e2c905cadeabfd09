import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { detectorOf, found, inShort, terms, toExchange, toField, toRecipient } from './exchange.js'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const md5 = (text: string): string => createHash('md5').update(text).digest('hex')

const persona = terms({
  'health.search': ['Blasenschwäche'],
  'health.specialty': ['Urologie'],
  'health.reason': ['Vorgespräch Vasektomie/Sterilisation Mann'],
  'health.insurance': ['private'],
  'identity.name': ['Jörg Weißmüller'],
  'identity.email': ['joerg@example.org'],
  'identity.phone': ['+49 30 23125 017'],
  'identity.birthdate': ['1974-03-09'],
  'network.ip': ['203.0.113.77', '2001:db8:4d::9a1'],
})
const detector = detectorOf({ terms: persona })

test('the published case: speciality, motive and insurance within the page address', () => {
  const page = 'https://praxis.example/urologie/berlin/booking/motives?insuranceSector=private' +
    '&motiveKey=Vorgespr%C3%A4ch%20Vasektomie%2FSterilisation%20Mann'
  assert.deepEqual(found(detector, 'query', 'dl', encodeURIComponent(page)), [
    'health.specialty#0 dl percent - exact',
    'health.insurance#0 dl percent - exact',
    'health.reason#0 dl percent>percent - exact',
  ])
})

test('the range is that of the bytes as sent', () => {
  const value = 'a%26Blasenschw%C3%A4che%26b'
  const [match] = detector.detect(toExchange(toField('query', 'q', value)), toRecipient())
  assert.equal(value.slice(match?.start, match?.end), 'Blasenschw%C3%A4che')
  assert.equal(match?.rule, 'persona')
})

test('a low value counts only under a telling key', () => {
  assert.deepEqual(found(detector, 'query', 'insurance', 'private'), ['health.insurance#0 insurance - - exact'])
  assert.deepEqual(found(detector, 'query', 'cache', 'private'), [])
  assert.deepEqual(found(detector, 'header', 'cache-control', 'private, max-age=0'), [])
  assert.deepEqual(found(detector, 'body', '', '{"page":{"insuranceSector":"private"},"cache":"private"}'), [
    'health.insurance#0 page.insuranceSector - - exact',
  ])
  assert.deepEqual(found(detector, 'query', 'url', 'https://praxis.example/versicherung/private/'),
    ['health.insurance#0 url - - exact'])
  assert.deepEqual(found(detector, 'query', 'fn', 'J%C3%B6rg'), ['identity.name#0 fn percent - inferred'])
  assert.deepEqual(found(detector, 'query', 'theme', 'J%C3%B6rg'), [])
})

test('a surname counts alone, and not within the e-mail address that contains it', () => {
  assert.deepEqual(found(detector, 'query', 'x', 'Frau Weissmueller'), ['identity.name#0 x - - exact'])
  const parts = detectorOf({ terms: terms({ 'identity.name': ['Weißmüller', 'Maria'] }) })
  assert.deepEqual(found(parts, 'query', 'value', 'Weissmueller'), ['identity.name#0 value - - inferred'])
  assert.deepEqual(found(parts, 'query', 'value', 'Maria'), [])
  assert.deepEqual(found(parts, 'query', 'fn', 'Maria'), ['identity.name#1 fn - - inferred'])
  const other = detectorOf({ terms: terms({ 'identity.name': ['Jörg Weißmüller'],
    'identity.email': ['j.weissmueller@example.org'] }) })
  assert.deepEqual(found(other, 'query', 'x', 'j.weissmueller@example.org'), ['identity.email#0 x - - exact'])
})

test('a surname that is a word of addresses counts under the name of a person, and not in compounds and paths', () => {
  const sam = detectorOf({ terms: terms({ 'identity.name': ['Sam Page'] }) })
  for (const [name, value] of [['lastname', 'Page'], ['name', 'Mr Page'], ['x', 'sam_page'], ['fn', 'sam_p']] as const) {
    assert.equal(found(sam, 'query', name, value).length, 1, `${name}=${value}`)
  }
  for (const [name, value] of [['name', 'PAGE_VIEW'], ['event_name', 'page'], ['page_name', 'Page'], ['form_name', 'page'], ['dl', 'https://praxis.example/page/2']] as const) {
    const exchange = { ...toExchange(toField('query', name, value)), pageUrl: 'https://praxis.example/' }
    assert.deepEqual(sam.detect(exchange, toRecipient()).map(inShort), [], `${name}=${value}`)
  }
})

test('names in other orders and spellings', () => {
  for (const value of ['Jörg Weißmüller', 'WEISSMUELLER, JOERG', 'joerg.weissmueller', 'jorg-weissmuller',
    'JÖRG WEISSMÜLLER', 'Weißmüller+Jörg', 'JoergWeissmueller']) {
    assert.deepEqual(found(detector, 'query', 'x', value), ['identity.name#0 x - - exact'], value)
  }
})

test('letters that were lost on the way are guessed', () => {
  for (const value of ['Blasenschw\ufffdche', 'Blasenschw%EF%BF%BDche', 'Blasenschw\ufffd\ufffdche', 'Blasenschw?che', 'blasenschw-che', 'blasenschw_che', 'Blasenschwche']) {
    assert.deepEqual(found(detector, 'query', 'x', value).map((one) => one.replace('percent', '-')), ['health.search#0 x - - inferred'], value)
  }
  assert.deepEqual(found(detector, 'query', 'x', 'J\ufffdrg Wei\ufffdm\ufffdller'), ['identity.name#0 x - - inferred'])
  assert.deepEqual(found(detector, 'query', 'x', 'vorgespr-ch-vasektomie-sterilisation-mann'), ['health.reason#0 x - - inferred'])
  for (const value of ['Blasenschwxche', 'Blasen?che', 'J?rg']) assert.deepEqual(found(detector, 'query', 'x', value), [], value)
})

test('what is typed is known before its end, and what a field cut off', () => {
  const typed = [...'Blasenschwäche'].map((_, at, letters) => letters.slice(0, at + 1).join(''))
  const said = typed.map((text) => found(detector, 'query', 'x', encodeURIComponent(text))[0]?.split(' ').at(-1) ?? '-')
  assert.deepEqual(said, [...Array.from({ length: 10 }, () => '-'), 'inferred', 'inferred', 'inferred', 'exact'])
  assert.deepEqual(found(detector, 'query', 'x', 'Termin: Vorgespräch Vasektomie/Sterilisat'), ['health.reason#0 x - - inferred'])
  // What is left of a short word may be another one.
  const short = detectorOf({ terms: terms({ 'health.search': ['grossesse', 'Kreislaufschwäche'] }) })
  assert.deepEqual(found(short, 'query', 'x', 'grosses'), [])
  for (const whole of ['Kreislaufschw%C3%A4che', '"Kreislaufschw\\u00e4che"', 'Kreislaufschw%26auml%3Bche']) {
    assert.match(found(short, 'query', 'q', whole).join(), /^health.search#1 q \S+ - exact$/, whole)
  }
  assert.deepEqual(found(short, 'body', '', '{"title":"Kreislaufschw…","q":"x"}').length, 1)
  for (const other of ['Kreislaufschwankung', 'Kreislaufschw%25E4nke', 'Kreislaufschw ist was', 'Kreislaufschw%u00e4nke', 'Kreislaufschw&auml;nke', 'Kreislaufschw=C3=A4nke']) {
    assert.deepEqual(found(short, 'query', 'q', other), [], other)
  }
})

test('what a search completes is known from its third letter on, where it is all that stands there', () => {
  const one = detectorOf({ terms: terms({
    'health.specialty': ['Urologie'], 'health.reason': ['Vorgespräch Vasektomie'], 'health.practitioner': ['Dr. Jörg Weißmüller'], 'health.insurance': ['private'],
    'identity.email': ['lea.dumas@example.org'], 'identity.phone': ['+49 30 23125 017'], 'identity.address': ['Kastanienallee 12b, 10435 Neustadt'],
  }) })
  const typed: readonly (readonly [name: string, value: string, kind: string])[] = [
    ['q', 'uro', 'health.specialty'], ['query', 'Urolog', 'health.specialty'], ['term', 'urol*', 'health.specialty'], ['q', 'vorgespr%C3%A4ch+', 'health.reason'],
    ['q', 'vorgespraech vas', 'health.reason'], ['search', 'weissm', 'health.practitioner'], ['q', 'joerg w', 'health.practitioner'],
    ['email', 'lea.d', 'identity.email'], ['email', 'lea.dumas%40exam', 'identity.email'], ['phone', '0302312', 'identity.phone'], ['phone', '+49 30 231', 'identity.phone'],
    ['input', 'Kastan', 'identity.address'], ['city', 'neus', 'identity.address'], ['', '{"requests":[{"params":"query=urol&hitsPerPage=5"}]}', 'health.specialty'],
    ['', '{"variables":{"query":"urol"}}', 'health.specialty'],
  ]
  for (const [name, value, kind] of typed) {
    const [match = '', ...others] = found(one, name === '' ? 'body' : 'query', name, value)
    assert.match(match, new RegExp(`^${kind}#0 \\S+ \\S+ - inferred$`), `${name}=${value}`)
    assert.deepEqual(others, [], `${name}=${value}`)
  }
  for (const [name, value] of [['q', 'ur'], ['q', 'euro'], ['q', 'uro-med'], ['q', 'urob'], ['q', 'neu uro'], ['x', 'urol'], ['q', 'priv'], ['email', 'lea'], ['city', 'neu'],
    ['phone', '03023'], ['name', 'weissm'], ['q', 'urolog%C3%BC']] as const) {
    assert.deepEqual(found(one, 'query', name, value), [], `${name}=${value}`)
  }
})

test('an address as the name of something', () => {
  for (const value of ['user_joerg_example_org', 'joerg-example-org', 'joergexampleorg', 'users/joerg@example,org/x', 'joerg@example_org']) {
    assert.deepEqual(found(detector, 'query', 'x', value).length, 1, value)
  }
  for (const value of ['xjoergexampleorg', 'joerg example', 'example_org']) assert.deepEqual(found(detector, 'query', 'x', value), [], value)
})

test('an appointment as calendars show it, without the year', () => {
  const one = detectorOf({ terms: terms({ 'health.appointment': ['2026-03-17T09:40'] }) })
  for (const value of ['17. März um 9:40 Uhr', 'Di. 17.03. 09:40', 'Dienstag, 17. März, 09:40', 'mardi 17 mars à 9h40', 'Tue, Mar 17, 9:40', '17/03 09:40']) {
    assert.deepEqual(found(one, 'query', 'x', encodeURIComponent(value)).map((match) => match.split(' ')[0]), ['health.appointment#0'], value)
  }
  for (const value of ['17. März', '17. März um 9:45 Uhr', '27.03. 09:40', '9:40']) assert.deepEqual(found(one, 'query', 'x', encodeURIComponent(value)), [], value)
})

test('a number without its area counts where it is asked for', () => {
  assert.deepEqual(found(detector, 'query', 'Rufnummer', '23125017'), ['identity.phone#0 Rufnummer - - inferred'])
  assert.deepEqual(found(detector, 'query', 'id', '23125017'), [])
  assert.deepEqual(found(detector, 'query', 'x', '+4930/23125017'), ['identity.phone#0 x - - exact'])
})

test('a first name in front of another surname is somebody else\'s', () => {
  for (const value of ['Jörg Müller', 'Jörg+Müller', 'J%C3%B6rg%20M%C3%BCller']) assert.deepEqual(found(detector, 'query', 'name', value), [], value)
  for (const value of ['Jörg', 'Jörg W.', 'Jörg, Berlin']) assert.equal(found(detector, 'query', 'name', value).length, 1, value)
  const ascii = detectorOf({ terms: terms({ 'identity.name': ['Anna Weißmüller'] }) })
  assert.deepEqual(found(ascii, 'query', 'author', 'Anna+M%C3%BCller'), [])
  assert.deepEqual(found(ascii, 'query', 'firstname', 'Anna+M%C3%BCller'), [])
})

test('a term is not found within another word', () => {
  assert.deepEqual(found(detector, 'query', 'dl', 'https://praxis.example/neurologie'), [])
  assert.deepEqual(found(detector, 'query', 'dl', 'searchUrologie2'), ['health.specialty#0 dl - - exact'])
})

test('digests: hexadecimal in either case, with a prefix, base64, one upon another, of every part', () => {
  const hash = sha256('joerg@example.org')
  const base64 = Buffer.from(hash, 'hex').toString('base64')
  for (const value of [hash, hash.toUpperCase(), `FFF${hash}`, base64.replace(/=+$/, ''), encodeURIComponent(base64)]) {
    const [match] = found(detector, 'query', 'u_hem', value)
    assert.match(match ?? '', /^identity\.email#0 u_hem \S+ sha256 hashed$/, value)
  }
  assert.deepEqual(found(detector, 'query', 'm', sha256(md5('joerg@example.org'))),
    ['identity.email#0 m - md5>sha256 hashed'])
  assert.deepEqual(found(detector, 'query', 'udff[ph]', sha256('493023125017')),
    ['identity.phone#0 udff[ph] - sha256 hashed'])
  assert.deepEqual(found(detector, 'query', 'udff[fn]', sha256('jörg')), ['identity.name#0 udff[fn] - sha256 hashed'])
  assert.deepEqual(found(detector, 'query', 'udff[ln]', sha256('weissmueller')),
    ['identity.name#0 udff[ln] - sha256 hashed'])
  assert.deepEqual(found(detector, 'query', 'udff[db]', sha256('19740309')),
    ['identity.birthdate#0 udff[db] - sha256 hashed'])
  assert.deepEqual(found(detector, 'query', 'c1', md5('blasenschwäche')), ['health.search#0 c1 - md5 hashed'])
})

test('the rule of a digest says what was hashed, and how much of it stands there', () => {
  const ruleOf = (value: string): string | undefined => detector.detect(toExchange(toField('query', 'x', value)), toRecipient())[0]?.rule
  const whole = sha256('joerg@example.org')
  assert.equal(ruleOf(whole), 'persona#sha256 of "joerg@example.org"')
  assert.equal(ruleOf(Buffer.from(whole, 'hex').toString('base64')), 'persona#sha256 of "joerg@example.org"')
  assert.equal(ruleOf(whole.slice(0, 32)), 'persona#sha256 of "joerg@example.org", the first 32 of 64 digits')
  assert.equal(ruleOf(`${whole.slice(0, 20)}-${whole.slice(20)}`), 'persona#sha256 of "joerg@example.org", the first 20 of 64 digits')
  assert.equal(ruleOf(sha256('+493023125017')), 'persona#sha256 of "+493023125017"')
  assert.equal(ruleOf(sha256('weissmueller')), 'persona#sha256 of "weissmueller"')
  assert.equal(ruleOf(sha256(md5('JOERG@EXAMPLE.ORG'))), 'persona#md5>sha256 of "JOERG@EXAMPLE.ORG"')
  const ofBytes = createHash('sha256').update(createHash('md5').update('joerg@example.org').digest()).digest('hex')
  assert.equal(ruleOf(ofBytes), 'persona#md5>sha256 of "joerg@example.org", sha256 of the bytes of md5')
})

test('numbers and dates in their notations, and not within longer numbers', () => {
  for (const value of ['+493023125017', '0049 30 23125017', '03023125017', '(030) 23125-017', '030/23125017',
    '493023125017']) {
    assert.deepEqual(found(detector, 'query', 'x', value), ['identity.phone#0 x - - exact'], value)
  }
  assert.deepEqual(found(detector, 'query', 'x', '10302312501799'), [])
  for (const value of ['1974-03-09', '09.03.1974', '9.3.1974', '03/09/1974', '19740309', '9. März 1974',
    '1974-03-09T00:00:00Z']) {
    assert.deepEqual(found(detector, 'query', 'x', value), ['identity.birthdate#0 x - - exact'], value)
  }
  assert.deepEqual(found(detector, 'query', 'x', '119740309'), [])
  assert.deepEqual(found(detector, 'query', 'x', 'a19740309f'), [])
})

test('addresses in their notations; the network alone is inferred; versions are no addresses', () => {
  for (const value of ['203.0.113.77', '3405803853', '0xcb00714d', '::ffff:203.0.113.77', '203-0-113-77',
    '77.113.0.203.in-addr.arpa']) {
    assert.deepEqual(found(detector, 'query', 'ip', value), ['network.ip#0 ip - - exact'], value)
  }
  assert.deepEqual(found(detector, 'query', 'ip', '203.0.113.0'), ['network.ip#0 ip - - inferred'])
  for (const value of ['1203.0.113.77', '203.0.113.771', '203.0.113.77.1', '126.0.6478.127', '1', '203.0.113.78']) {
    assert.deepEqual(found(detector, 'query', 'ip', value), [], value)
  }
  for (const value of ['2001:db8:4d::9a1', '2001:0DB8:004D:0000:0000:0000:0000:09A1', '[2001:db8:4d::9a1]:443',
    '2001-db8-4d--9a1']) {
    assert.deepEqual(found(detector, 'query', 'x', value), ['network.ip#1 x - - exact'], value)
  }
  assert.deepEqual(found(detector, 'query', 'x', '2001:db8:4d::'), ['network.ip#1 x - - inferred'])
  assert.deepEqual(found(detector, 'query', 'x', '2001:db8:4d::9a12'), [])
})

test('the client\'s addresses are looked for, loopback is not, and none twice', () => {
  const one = detectorOf({ terms: terms({ 'network.ip': ['203.0.113.77'] }),
    clientIps: ['198.51.100.4', '127.0.0.1', '::1', '203.0.113.77'] })
  const exchange = toExchange(toField('query', 'ip', '198.51.100.4'), toField('query', 'b', '127.0.0.1'),
    toField('query', 'c', '203.0.113.77'))
  const matches = one.detect(exchange, toRecipient())
  assert.deepEqual(matches.map((match) => [match.term.id, match.term.source, match.field.name]), [
    ['network.ip#1', 'client-ip', 'ip'],
    ['network.ip#0', 'persona', 'c'],
  ])
})

test('one datum, one row: twice in a field once, in two fields twice, at two paths of a body twice', () => {
  const exchange = toExchange(
    toField('query', 'dl', 'urologie/urologie'), toField('referer', 'referer', 'urologie'),
    toField('body', '', '{"a":"urologie urologie","b":["urologie"]}'),
  )
  assert.deepEqual(detector.detect(exchange, toRecipient()).map(inShort), [
    'health.specialty#0 dl - - exact', 'health.specialty#0 referer - - exact', 'health.specialty#0 a - - exact',
    'health.specialty#0 b[0] - - exact',
  ])
})

test('the path leads through encodings and through JSON within JSON', () => {
  assert.deepEqual(found(detector, 'query', 'data', encodeURIComponent('{"u":"https://praxis.example/urologie"}')),
    ['health.specialty#0 data.u percent - exact'])
  const inner = JSON.stringify({ q: 'Blasenschwäche', w: 'Urologie' })
  assert.deepEqual(found(detector, 'body', '', JSON.stringify({ events: [{ payload: inner }] })), [
    'health.search#0 events[0].payload.q - - exact', 'health.specialty#0 events[0].payload.w - - exact',
  ])
  const base64 = Buffer.from(inner).toString('base64')
  assert.deepEqual(found(detector, 'body', '', JSON.stringify({ d: base64 })),
    ['health.search#0 d.q base64 - exact', 'health.specialty#0 d.w base64 - exact'])
})

test('bytes that no text is made of do no harm', () => {
  for (const value of ['', '{', '{"a":', '[[[[', '%', '%%%', '"\\', '\u0000\u0001',
    '{"__proto__":{"insurance":"private"}}']) found(detector, 'body', '', value)
  assert.equal(({} as Record<string, unknown>)['insurance'], undefined)
  found(detector, 'body', '', '{"a":"'.repeat(5_000) + 'urologie')
  assert.ok(found(detector, 'body', '', 'urologie '.repeat(50_000)).length === 1)
})
