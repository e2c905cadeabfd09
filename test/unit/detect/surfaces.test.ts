/** Every way in which people, forms and scripts write a value of each kind: all found; what only looks so is not. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Exchange, Kind } from '../../../src/model.js'
import { detectorOf, terms, toExchange, toField, toRecipient } from './exchange.js'

type Surfaces = readonly (readonly [kind: Kind, value: string, key: string, written: readonly string[]])[]

const surfaces: Surfaces = [
  ['health.search', 'Blasenschwäche', 'd', ['Blasenschwäche', 'BLASENSCHWÄCHE', 'blasenschwäche', 'Blasenschwache', 'blasenschwaeche', 'BLASENSCHWAECHE',
    'Blasenschwäche'.normalize('NFD'), 'BLASENSCHWÄCHE'.normalize('NFD'), 'blasenschwaeche-behandeln', 'meine_blasenschwaeche', 'sucheBlasenschwaeche']],
  ['health.reason', 'Vorgespräch Vasektomie/Sterilisation Mann', 'd', ['Vorgespräch Vasektomie/Sterilisation Mann', 'vorgespraech-vasektomie-sterilisation-mann',
    'vorgesprach_vasektomie_sterilisation_mann', 'VorgesprächVasektomieSterilisationMann', 'Vorgespräch Vasektomie / Sterilisation Mann',
    'VORGESPRÄCH VASEKTOMIE/STERILISATION MANN', 'Vorgespräch\u00a0Vasektomie/Sterilisation  Mann', 'Vorgespräch\n  Vasektomie/Sterilisation Mann',
    'vorgespraech+vasektomie+sterilisation+mann', 'Vorgespräch Vasektomie\\/Sterilisation Mann', 'Vorgespräch Vasektomie / Sterilisation\u00a0Mann']],
  ['health.condition', 'dépression sévère', 'd', ['depression severe', 'DÉPRESSION SÉVÈRE', 'DEPRESSION-SEVERE', 'depression_severe', 'depressionSevere']],
  ['health.medication', 'Lorazepam 2,5 mg', 'd', ['Lorazepam 2,5 mg', 'lorazepam-2-5-mg', 'Lorazepam 2,5mg', 'Lorazepam 2.5 mg', 'LORAZEPAM 2.5MG',
    'Lorazepam 2,5\u00a0mg', 'Lorazepam', 'lorazepam-kaufen']],
  ['health.practitioner', 'Dr. med. Ömer Lindqvist', 'd', ['Dr. Ömer Lindqvist', 'omer-lindqvist', 'dr-oemer-lindqvist', 'Lindqvist, Ömer', 'OemerLindqvist', 'Dr. Lindqvist']],
  ...['18. März 2031, 09:40 Uhr', 'Dienstag, 18. März 2031 um 9.40', 'March 18, 2031 at 9:40 am', 'mardi 18 mars 2031 à 9h40', '18.03.2031 09:40'].map((written): Surfaces[number] =>
    ['health.appointment', written, 'd', ['2031-03-18T09:40', '2031-03-18T09:40:00+01:00', '18.03.2031 09:40', '03/18/2031 9:40', '18 March 2031 at 9:40']]),
  ['health.appointment', 'March 18, 2031 at 4:40 PM', 'd', ['2031-03-18T16:40', '18.03.2031 16:40']],
  ['identity.birthdate', 'March 9, 1974', 'd', ['1974-03-09', '09.03.1974', 'March 9, 1974']],
  ['health.practitioner', 'Dr. Lindqvist', 'd', ['Dr. Lindqvist', 'dr-lindqvist', 'Lindqvist']], ['health.practitioner', 'Lindqvist', 'd', ['Dr. Lindqvist', 'lindqvist']],
  ['health.practitioner', 'Dr. Li', 'd', ['Dr. Li', 'dr-li']], ['health.practitioner', 'Dr. Li', 'doctor', ['Li']],
  ['health.insurance', 'private', 'insuranceSector', ['private', 'PRIVATE']], ['health.insurance', 'private', 'versicherung', ['private']],
  ...['kassenart', 'couverture', 'complementaire_sante', 'abrechnung', 'ins_type', 'kv', 'health_plan'].map((key): Surfaces[number] => ['health.insurance', 'private', key, ['private']]),
  ['health.insurance', 'private', 'dl', ['https://www.klinik.example/booking?insuranceSector=private', 'https://www.klinik.example/private/termin',
    'https://www.klinik.example/booking?type=private&x=1', 'https://www.klinik.example/private']],
  ['health.appointment', '2031-05-17T09:40', 'd', ['2031-05-17T09:40:00.000Z', '2031-05-17 09:40', '17.05.2031 09:40', '17.5.2031, 9:40 Uhr', '17. Mai 2031 um 09:40',
    '05/17/2031 9:40 AM', '17 mai 2031 à 09h40', 'May 17, 2031 09:40', '20310517T0940', '17.05.31 09:40', '1936777200', '1936770000000',
    '2031-05-17T07:40:00Z', '2031-05-17T07:40:00.000Z', 'May 17, 2031 9:40 AM', 'Sat May 17 2031 09:40:00 GMT+0200']],
  ['health.appointment', '2031-05-17T09:40', 'd', ['20310517T094000', '20310517T074000Z', '20310517T074000Z/20310517T081000Z', '2031-05-17T07:40:00+00:00', '2031-05-17T07:40:00.000+00:00',
    'Sat, 17 May 2031 07:40:00 GMT', '17.05.2031 - 09:40', '17.05.2031 | 9.40 Uhr', '17.05.2031, um 9:40 Uhr', '17.05.2031 (Sa) ab 09:40', '2031-05-17_09-40', '09:40 17/05/2031',
    '9:40 Uhr am Samstag, den 17.05.2031', '9h40 le 17 mai 2031', '["2031-05-17","09:40"]', '{"date":"2031-05-17","time":"09:40"}', '5/17/2031, 9:40:00\u202fAM', '17.5. 9:40']],
  ['health.appointment', '2031-05-17T16:30', 'd', ['5/17/2031, 4:30:00 PM', '4:30pm on Saturday, May 17, 2031','05/17/2031 4:30 PM', 'May 17, 2031, 4:30 PM', '17 mai 2031 à 16h30', '17 May 2031 at 4:30pm']],
  ['health.appointment', '2031-05-17T09:40', 'appointmentDate', ['2031-05-17', '17.05.2031']],
  ['health.appointment', '2031-05-17', 'appointmentDate', ['2031-05-17', '17.05.2031']],
  ['health.appointment', '2031-05-17T09:40', 'date', ['2031-05-17', '2031-05-17T00:00:00.000Z', '17.05.2031 um 10:15']],
  ['health.appointment', '2031-05-17T09:40', 'dl', ['https://www.klinik.example/calendar/2031-05-17', 'https://www.klinik.example/2031-05-17?x=1',
    'https://www.klinik.example/booking?date=2031-05-17', 'https://www.klinik.example/termine/17.05.2031', 'https://www.klinik.example/slots?d=2031-05-17&p=2']],
  ['identity.name', 'Jörg Weißmüller', 'd', ['Jörg Weißmüller', 'Joerg Weissmueller', 'jorg weissmuller', 'JÖRG WEISSMÜLLER', 'Weißmüller, Jörg', 'Weißmüller Jörg',
    'joerg.weissmueller', 'weissmueller_joerg', 'JoergWeissmueller', 'Herr Weißmüller', 'jweissmueller', 'JÖRG WEIẞMÜLLER']],
  ['identity.name', "Siobhán O'Hara-Quint", 'd', ['Siobhán O’Hara-Quint', 'SIOBHÁN O’HARA-QUINT', 'siobhan o´hara-quint', 'siobhan-o-hara-quint', 'siobhan.oharaquint']],
  ['health.condition', 'maladie d’Alzheimer', 'd', ["maladie d'Alzheimer", 'MALADIE D’ALZHEIMER', 'maladie-d-alzheimer', 'id12~nmmaladie d’alzheimer~pr9.9']],
  ['identity.name', 'Ada White', 'd', ['Ada White', 'white-ada', 'AdaWhite']], ['identity.name', 'Ada White', 'last_name', ['White', 'WHITE']],
  ['identity.name', 'Jörg Weißmüller', 'vorname', ['Jörg', 'joerg', 'JORG']], ['identity.name', 'Jörg Weißmüller', 'dl', ['https://www.klinik.example/hallo/joerg']],
  ['identity.email', 'joerg.w+praxis@example.org', 'd', ['JOERG.W+PRAXIS@EXAMPLE.ORG', 'joerg.w@example.org', 'mailto:joerg.w+praxis@example.org',
    '"Jörg" <joerg.w+praxis@example.org>', 'x%3Djoerg.w%2Bpraxis%40example.org', 'a\\njoerg.w+praxis@example.org', 'joerg.w+praxis＠example.org']],
  ['identity.phone', '+49 30 23125 017', 'd', ['+49 30 23125 017', '+493023125017', '00493023125017', '03023125017', '030 23125017', '030/23125017', '030 / 23125017',
    '030-23125-017', '(030) 23125-017', '+49 (0)30 23125017', '+49.30.23125.017', '030 2312 5017', '030 23 12 50 17', '030 231 250 17', 'tel:+493023125017',
    '3023125017', '+49\u00a030\u00a023125017', '+49 30 / 23125017']],
  ['identity.phone', '+49 30 23125017', 'd', ['+49(0)30 23125017', '+49(0)30/23125017', '+49 (0)30/23125017', '030 - 23125017', '+49(30)23125017']], ['identity.phone', '+1 212 555 0142', 'd', ['1(212)555-0142', '+1(212) 555-0142']],
  ['identity.phone', '+49 171 39200 42', 'd', ['0171 3 92 00 42', '0171/3 92 00 42', '+49 171 3 92 00 42']],
  ['identity.birthdate', '1974-03-09', 'd', ['1974-03-09', '09.03.1974', '9.3.1974', '09/03/1974', '3/9/1974', '19740309', '09031974', '03091974', '9. März 1974',
    '9. März 1974'.normalize('NFD'), '9 March 1974', 'March 9, 1974', '9 mars 1974', '1974-03-09T00:00:00.000Z', '9 Mar 1974', 'Mar 9, 1974', 'Sat Mar 09 1974',
    'Sat, 09 Mar 1974 00:00:00 GMT', '09-Mar-1974', 'March 9th, 1974', '132019200', '132019200000', '132015600', '1974-03-08T23:00:00.000Z', '1974-03-08T23:00:00Z']],
  ['identity.birthdate', '1974-03-09', 'd', ['09. 03. 1974', '9. 3. 1974', '9.März 1974', 'geboren am 9.3.1974.', '132037200', '132048000000', '/Date(132037200000-0500)/']],
  ['identity.birthdate', '1974-03-09', 'dob', ['09.03.74', '9/3/74', '03/09/74', '740309', '1974']],
  ['identity.address', 'Invalidenstraße 998, 10115 Berlin', 'd', ['Invalidenstraße 998, 10115 Berlin', 'Invalidenstr. 998', 'INVALIDENSTRASSE 998',
    'invalidenstrasse-998-10115-berlin', 'Invalidenstraße 998\n10115 Berlin', 'D-10115 Berlin']],
  ['identity.address', 'Lindenstraße 7b, 10969 Berlin', 'd', ['Lindenstr. 7 b', 'lindenstrasse 7b', 'LINDENSTRASSE 7 B']],
  ['identity.address', 'Lindenstraße 7b, 10969 Berlin', 'd', ['Lindenstr.7b', 'Lindenstr.7b, 10969 Berlin']],
  ['identity.address', "12 bis, rue de l'Église, 75011 Paris", 'd', ["12 bis, rue de l'Église", '12 bis rue de l’eglise', "12bis rue de l'Eglise", "12 BIS RUE DE L'EGLISE", "12 bis, rue de l'Église, Paris 75011, France"]],
  ['identity.address', '221 Elm Street Apt 4, Springfield, IL 62704-1234', 'd', ['221 Elm St', '221 ELM ST.', '221 Elm St Apt 4', '221 Elm St. Apt. 4', '221 Elm Street', 'Springfield, IL 62704']],
  ['identity.address', '14 av. Foch, 69003 Lyon', 'd', ['14 avenue Foch', '14 av Foch', '14 AVENUE FOCH']], ['identity.address', '12 Hollow Road, London SW1A 1AA', 'd', ['12 Hollow Rd', '12 hollow rd.']],
  ['identity.address', 'Invalidenstraße 998, 10115 Berlin', 'street', ['Invalidenstraße']],
  ['identity.address', 'Invalidenstraße 998, 10115 Berlin', 'zip', ['10115']], ['identity.address', 'Invalidenstraße 998, 10115 Berlin', 'city', ['Berlin', 'berlin']],
  ['identity.address', '12 Hollow Way, London SW1A 1AA', 'postcode', ['SW1A 1AA', 'sw1a1aa']],
  ['identity.insurance-number', 'Q417 220 983', 'd', ['Q417 220 983', 'q417220983', 'Q417-220-983', 'Q417.220.983', 'Q 417 220 983']],
  ['identity.insurance-number', 'Q417220983', 'd', ['Q417 220 983', 'Q 417 220 983', 'Q-417-220-983']], ['identity.insurance-number', 'XEA123456789', 'd', ['XEA 123 456 789', 'XEA-123456789', 'XEA123 456 789']],
  ['identity.insurance-number', '2 98 11 75 123 456 78', 'd', ['2981175123456', '2 98 11 75 123 456', '2981175123456 78', '298117512345678']],
  ['identity.insurance-number', '298117512345678', 'd', ['2 98 11 75 123 456 78', '2 98 11 75 123 456', '2981175123456-78']],
  ['network.ip', '203.0.113.77', 'd', ['203.0.113.77', '203-0-113-77', '203_0_113_77', '[203,0,113,77]', '3405803853', '-889163443', '1299251403', '0xcb00714d', 'CB00714D',
    '0313.0.0161.0115', '0xcb.0x0.0x71.0x4d', '203.000.113.077', '::ffff:203.0.113.77', '::ffff:cb00:714d', '0:0:0:0:0:ffff:cb00:714d', '64:ff9b::cb00:714d',
    '77.113.0.203.in-addr.arpa', '77-113-0-203.dyn.isp.example', 'ip-203-0-113-77.isp.example', '203.0.113.77:443', '203.0.113.0', '203.0.113.0/24', '203.0.113.x', '203.0.113.xxx', '203.0.113.*']],
  ['network.ip', '203.0.113.77', 'ip', ['203.0.113']],
  ['network.ip', '2001:db8:4d::9a1', 'd', ['2001:db8:4d::9a1', '2001:DB8:4D::9A1', '2001:0db8:004d:0000:0000:0000:0000:09a1', '2001:db8:4d:0:0:0:0:9a1', '2001:0db8:004d::09a1',
    '2001:0db8:004d:0:0:0:0:09a1', '[2001:db8:4d::9a1]:443', '2001-db8-4d--9a1.ipv6-literal.net', '2001-0db8-004d-0000-0000-0000-0000-09a1', '2001-db8-4d-0-0-0-0-9a1', '20010DB8004D000000000000000009A1',
    '0x20010db8004d000000000000000009a1', '42540766411375680145014311398106204577', '1.a.9.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.d.4.0.0.8.b.d.0.1.0.0.2.ip6.arpa',
    '2001:db8:4d::', '2001:db8:4d::/48', '2001:db8:4d:0::/64', '2001:0db8:004d:0000:0000:0000:0000:0000', '2001:db8:4d::9a1%eth0']],
]

const others: Surfaces = [
  ['health.insurance', 'private', 'd', ['private', 'a private matter']], ['health.insurance', 'private', 'plan', ['private']], ['health.insurance', 'private', 'instance', ['private']],
  ['health.insurance', 'private', 'dl', ['https://www.klinik.example/private-label', 'https://www.klinik.example/x?t=private+view', 'https://www.klinik.example/x?visibility=private', 'https://shop.example/private/termin', 'https://private/x']],
  ['identity.birthdate', '1974-03-09', 'd', ['9.3.1974.2', '2.9.3.1974', '1974.3.9.1']],
  ['identity.address', '221 Elm Street Apt 4, Springfield, IL 62704-1234', 'd', ['221 Elmwood St', '1221 Elm St', 'Elm Street', 'Apt 4']], ['identity.insurance-number', '298117512345678', 'd', ['29811751234567', '2981175123456789']],
  ['identity.birthdate', '1974-03-09', 'd', ['1974', '09.03.74', '740309', '1974-03-091', '119740309', '1320192001']],
  ['identity.name', 'Jörg Weißmüller', 'dl', ['https://www.klinik.example/?theme=joerg']],
  ['identity.birthdate', '1974-03-09', 'dl', ['https://www.klinik.example/?year_built=1974']],
  ['identity.name', 'Jörg Weißmüller', 'd', ['Jörg', 'Weißmüllerstraße', 'Jörgensen']],
  ['identity.name', 'Ada White', 'd', ['tag-white-desktop.png', 'https://www.klinik.example/white-label', 'White House']], ['health.practitioner', 'Dr. Ida Klein', 'd', ['die klein geschriebene']],
  ['identity.name', 'Max Lang', '(name)', ['max_enabled', 'ns_ap_lang', 'browserLang']], ['identity.name', 'Max Lang', 'd', ['{"max-width":1,"lang":"de"}']],
  ['health.appointment', '2031-05-17T09:40', 'd', ['2031-05-17T07:40:00+02:00', '2031-05-17T08:40']],
  ['health.appointment', '2031-05-17T09:40', 'd', ['17.05.2031 09:40 PM', '17.05.2031 - 09:45', '16.05.2031 09:40, 17.05.2031 10:20', '09:40 Uhr am 17.05.2032', '9:40 Uhr am 17. Mai 2032', '17.05.2032 09:40',
    '18.05.2031 09:40', 'Sat May 17 2031 07:40:00 GMT+0200', '19:40 17.05.2031', '17.05.2031 x 12 09:40']],
  ['health.appointment', '2031-05-17', 'last_modified', ['2031-05-17', '17.05.2031']],
  ['health.appointment', '2031-05-17T09:40', 'date_modified', ['2031-05-17', '17.05.2031', '2031-05-17T10:00:00Z']],
  ['health.appointment', '2031-05-17T09:40', 'booking_created_at', ['2031-05-17', '2031-05-17 11:00']],
  ['health.appointment', '2031-05-17T09:40', 'time', ['2031-05-17T08:12:33Z', '2031-05-17 08:12', '2031-05-17T08:10:07.123Z', '2031-05-17T08%3A12%3A00']],
  ['health.appointment', '2031-05-17T09:40', 'dl', ['https://www.klinik.example/blog/2031-05-17', 'https://www.klinik.example/news/2031/05/17/open-day',
    'https://www.klinik.example/x?last_update=2031-05-17', 'https://shop.example/calendar/2031-05-17']],
  ['health.appointment', '2031-05-17T09:40', 'd', ['{"dateModified":"2031-05-17"}', 'a=1&expires=2031-05-17', '<datePublished>2031-05-17</datePublished>']],
  ['identity.name', 'Anna Berg', 'd', ['Anna Bergmann', 'anna-bergmann', 'Bergmann, Anna', 'Annabergs', 'Johanna Berg-Annaheim']],
  ['health.practitioner', 'Dr. Li', 'd', ['Li', 'li-ion', 'Dr. Lindqvist']], ['health.practitioner', 'Berg', 'd', ['Berg', 'Bergmann']],
  ['health.practitioner', 'Dr. Anna Berg', 'd', ['Dr. Anna Bergmann', 'dr-anna-bergmann']],
  ['identity.address', 'Am Markt 1, 10115 Berlin', 'd', ['Am Markt 12', 'am-markt-17', 'Am Markt 10, 10117 Berlin']],
  ['health.search', 'Covid 1', 'd', ['Covid 19', 'covid-19']],
  ['identity.email', 'joerg.w+praxis@example.org', 'd', ['joerg.ww+praxis@example.org', 'xjoerg.w+praxis@example.org', 'a.joerg.w+praxis@example.org', 'joerg.w+praxis@example.organic']],
  ['identity.phone', '+49 30 23125 017', 'd', ['+49 30 23125 0178', '+49 30 23125 018']],
  ['identity.address', 'Invalidenstraße 998, 10115 Berlin', 'd', ['Berlin', '10115', 'Invalidenstraße']],
  ['network.ip', '203.0.113.77', 'ver', ['203.0.113.770', '1203.0.113.77', '203.0.113.77.5', '203.0.113', '203.0.113.1', '34058038531', 'fcb00714d']],
  ['network.ip', '2001:db8:4d::9a1', 'd', ['2001:db8:4d:1::9a1', '2001:db8:4d::9a10', '2001:db8:4e::']],
]

function kindsIn(kind: Kind, value: string, key: string, written: string): Kind[] {
  const detector = detectorOf({ terms: terms({ [kind]: [value] }) })
  const exchange: Exchange = { ...toExchange(toField('query', key, written)), pageUrl: 'https://www.klinik.example/booking' }
  return detector.detect(exchange, toRecipient()).map((match) => match.term.kind)
}

for (const [kind, value, key, written] of surfaces) {
  test(`${kind} ${value} under ${key}: ${written.length} ways to write it`, () => {
    for (const one of written) assert.deepEqual([...new Set(kindsIn(kind, value, key, one))], [kind], one)
  })
}

for (const [kind, value, key, written] of others) {
  test(`${kind} ${value} under ${key} is not what these say`, () => {
    for (const one of written) assert.deepEqual(kindsIn(kind, value, key, one), [], one)
  })
}

test('a surname in a street is no practitioner where the street is known', () => {
  const detector = detectorOf({
    terms: terms({ 'health.practitioner': ['Dr Hélène Léclerc'], 'identity.address': ['294 avenue du Général Leclerc, 69003 Lyon'] }),
  })
  const kinds = (text: string): Kind[] => detector.detect(toExchange(toField('query', 'd', text)), toRecipient()).map(({ term }) => term.kind)
  assert.deepEqual(kinds('294 avenue du Général Leclerc'), ['identity.address'])
  assert.deepEqual(kinds('294 avenue du Général Leclerc, Léclerc'), ['identity.address', 'health.practitioner'])
})
