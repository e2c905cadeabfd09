import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import type { Vocabulary } from '../../../src/detect/vocabulary.js'
import { vocabularies } from '../../../src/detect/vocabularies.generated.js'
import { parseWords, toFolded, toWords } from '../../../src/detect/words.js'
import { createJsonPaths } from '../../../src/exchange/json-path.js'
import { detectorOf, found, inShort, terms, toExchange, toField, toRecipient } from './exchange.js'

const de: Vocabulary = {
  language: 'de',
  groups: [
    { category: 'specialty', kind: 'health.specialty', words: 'Urologie, Kardiologie,\n Frauenarzt, ~Praxis' },
    { category: 'pregnancy', kind: 'health.condition',
    words: 'Schwangerschaftsabbruch, Brustkrebs\nKrebs, ~Arm, Ödem' },
  ],
}
const en: Vocabulary = {
  language: 'en',
  groups: [
    { category: 'sexual-health', kind: 'health.condition',
    words: 'HIV, ~AIDS, ~std, 988, vasectomy, breast cancer, ~cancer, ~kidney' },
    { category: 'limb', kind: 'health.condition', words: 'arm, hive' },
  ],
}
const detector = detectorOf({ vocabularies: [de, en] })

test('words are read one a line or comma, weak ones with a tilde, each once', () => {
  assert.deepEqual(parseWords(' a b ,~c d,\n\n e  f,~,g'), [
    { text: 'a b', isWeak: false }, { text: 'c d', isWeak: true }, { text: 'e f', isWeak: false },
  ])
  const words = toWords([de, en])
  const arm = words.filter(({ term }) => term.value.toLowerCase() === 'arm')
  assert.deepEqual(arm.map(({ term }) => [term.value, term.ambiguity, term.source]), [['Arm', 'weak', 'vocabulary']])
  assert.equal(words.find(({ term }) => term.value === '988')?.term.ambiguity, 'weak')
})

test('a word keeps its ordinal when others are added before it', () => {
  const ordinal = (list: readonly Vocabulary[]): number | undefined =>
    toWords(list).find(({ term }) => term.value === 'HIV')?.term.ordinal
  assert.equal(ordinal([en]), ordinal([de, en]))
  assert.ok((ordinal([en]) ?? 0) >= 1_000_000)
})

test('unambiguous words count as whole words anywhere, in any spelling', () => {
  for (const value of ['https://a.example/urologie/berlin', 'UROLOGIE', 'x_urologie-y']) {
    assert.deepEqual(found(detector, 'query', 'x', value), ['vocabulary:urologie x - - exact'], value)
  }
  for (const value of ['ödem', 'ÖDEM', 'oedem', 'odem']) assert.deepEqual(found(detector, 'query', 'x', value),
    ['vocabulary:ödem x - - exact'], value)
  const [match] = detector.detect(toExchange(toField('query', 'x', 'vasectomy')), toRecipient())
  assert.equal(match?.rule, 'vocabulary:en#sexual-health,high')
  assert.equal(match?.term.category, 'sexual-health')
})

test('an escape in front of a word makes no compound of it', () => {
  assert.deepEqual(found(detector, 'query', 'dl', 'https%3A%2F%2Fa.example%2Fschwangerschaftsabbruch%2F'),
    ['vocabulary:schwangerschaftsabbruch dl percent - exact'])
})

test('inside a German compound a long stem is inferred', () => {
  assert.deepEqual(found(detector, 'query', 'x', 'Schwangerschaftsabbruchberatung'),
    ['vocabulary:schwangerschaftsabbruch x - - inferred'])
  assert.deepEqual(found(detector, 'query', 'x', 'Neurologie'), [])
  assert.deepEqual(found(detector, 'query', 'x', 'Urologietermin'), ['vocabulary:urologie x - - inferred'])
  assert.deepEqual(found(detector, 'query', 'x', 'Spätschwangerschaftsabbruch'),
    ['vocabulary:schwangerschaftsabbruch x - - inferred'])
})

test('the longest word stands for the stretch', () => {
  assert.deepEqual(found(detector, 'query', 'q', 'breast-cancer'), ['vocabulary:breast cancer q - - exact'])
})

test('weak words need company, or a key that tells', () => {
  assert.deepEqual(found(detector, 'query', 'dl', 'https://a.example/kidney'), [])
  assert.deepEqual(found(detector, 'query', 'q', 'kidney'), ['vocabulary:kidney q - - exact'])
  assert.deepEqual(found(detector, 'query', 'dl', 'https://a.example/results?query=kidney'),
    ['vocabulary:kidney dl - - exact'])
  assert.deepEqual(found(detector, 'query', 'dl', 'https://a.example/kidney?topic=hiv'),
    ['vocabulary:kidney dl - - exact', 'vocabulary:hiv dl - - exact'])
  for (const title of ['Kidney', 'kidney - Haus am See', 'KIDNEY | News']) assert.equal(found(detector, 'query', 'dt', title).length, 1, title)
  for (const title of ['kidney beans', 'My kidney', 'kidney-shaped']) assert.deepEqual(found(detector, 'query', 'dt', title), [], title)
  assert.equal(found(detector, 'body', '', '{"page_title":"Kidney"}').length, 1)
  const exchange = toExchange(toField('query', 'dl', 'https://a.example/kidney'), toField('query', 'theme', 'arm'))
  assert.deepEqual(detector.detect(exchange, toRecipient()).map(inShort), [])
  const withPersona = detectorOf({ vocabularies: [de, en], terms: terms({ 'health.search': ['Blasenschwäche'] }) })
  assert.deepEqual(found(withPersona, 'query', 'dl', 'kidney blasenschwaeche'),
    ['vocabulary:kidney dl - - exact', 'health.search#0 dl - - exact'])
})

test('weak words in a parameter\'s name or in a host name say nothing', () => {
  for (const value of ['https://praxis.example/?hiv=1', 'https://www.arm-praxis.example/hiv', '?hiv&armLength=1',
    '{"arm":"hiv"}']) {
    assert.deepEqual(found(detector, 'query', 'dl', value).filter((match) => !match.startsWith('vocabulary:hiv')), [],
      value)
  }
  assert.deepEqual(found(detector, 'query', 'dl', 'https://a.example/praxis/hiv?a=1').length, 2)
})

test('a persona\'s match silences the vocabulary in the same stretch, not beside it', () => {
  const both = detectorOf({ vocabularies: [de, en], terms: terms({ 'health.specialty': ['Urologie'] }) })
  assert.deepEqual(found(both, 'query', 'x', 'urologie'), ['health.specialty#0 x - - exact'])
  assert.deepEqual(found(both, 'query', 'x', Buffer.from('urologie, hiv').toString('base64')), [
    'health.specialty#0 x base64 - exact', 'vocabulary:hiv x base64 - exact',
  ])
})

test('what only looks like a health word', () => {
  const traps: readonly (readonly [string, string])[] = [
    ['url', 'https://a.example/archive'], ['jsver', 'aplus_std'], ['q', '{search_term_string}'],
    ['dl', 'https://a.example/hearing-aids?hiv2=1'],
    ['', '/s/arm-common.js'], ['q', 'hearing aids'], ['sw', '988'], ['id', '1988'], ['cas', '8988123'],
    ['tok', 'aB3+HIV/x9Qz'],
    ['k', 'Zm9vHIVaGl2'],
  ]
  for (const [name, value] of traps) assert.deepEqual(found(detector, 'query', name, value), [], `${name}=${value}`)
  assert.deepEqual(found(detector, 'header', 'user-agent', 'HIV'), [])
  assert.deepEqual(found(detector, 'host', '', 'hiv.tracker.example'), [])
})

test('endings of words belong to them, and other words that begin so do not', () => {
  const inflected = detectorOf({ vocabularies: [{ language: 'en', groups: [{ category: 'x', kind: 'health.condition',
    words: "anxiety disorder, Crohn's disease, disorder" }] }, { language: 'fr', groups: [{ category: 'x',
    kind: 'health.condition', words: "trouble anxieux, crise d'angoisse" }] }] })
  assert.deepEqual(found(inflected, 'query', 'x', 'ANXIETY-DISORDERS'), ['vocabulary:anxiety disorder x - - exact'])
  assert.deepEqual(found(inflected, 'query', 'x', 'disorderly'), [])
  assert.deepEqual(found(inflected, 'query', 'x', 'crohn’s disease'), ["vocabulary:crohn's disease x - - exact"])
  assert.deepEqual(found(inflected, 'query', 'x', 'troubles anxieux'), ['vocabulary:trouble anxieux x - - exact'])
  assert.deepEqual(found(inflected, 'query', 'x', 'crises d’angoisse'), ["vocabulary:crise d'angoisse x - - exact"])
})

test('a harmless phrase, or a longer word, under an encoding stands over the word that shows through it', () => {
  const phrases = detectorOf({ vocabularies: [{ language: 'en', groups: [{ category: 'x', kind: 'health.condition',
    words: '~stress, ~virus, tumor, brain tumor' }] }] })
  assert.deepEqual(found(phrases, 'query', 'q', 'stress%20test'), [])
  assert.deepEqual(found(phrases, 'query', 'q', 'virus%2520scanner'), [])
  assert.deepEqual(found(phrases, 'query', 'q', 'brain%20tumors'), ['vocabulary:brain tumor q percent - exact'])
  assert.deepEqual(found(phrases, 'query', 'q', 'stress%20today'), ['vocabulary:stress q - - exact'])
})

test('words are known by how they end or begin, in whatever inflection, and exceptions are not', () => {
  const pieces = detectorOf({ vocabularies: [{ language: 'mul', except: 'sympathie, =tumor, anatomie, gastronom', groups: [
    { category: 'procedure', kind: 'health.reason', words: '-ektomie, -otomie, -tumor, -olol, -pathie, -itis, ~-infusion' },
    { category: 'condition', kind: 'health.condition', words: 'gastro-, néphro-' },
  ] }] })
  const cases: readonly (readonly [text: string, label: string | undefined])[] = [
    ['Nephrektomie', 'nephrektomie'], ['/leistungen/NEPHREKTOMIEN', 'nephrektomie'], ['bisoprolol 5 mg', 'bisoprolol'],
    ['Hirntumoren', 'hirntumor'], ['Hirntumor', 'hirntumor'], ['tumor', undefined], ['Askin-Tumor', 'askin-tumor'], ['- Tumor', undefined], ['Sympathie', undefined],
    ['Sympathien', undefined], ['Neuropathie', 'neuropathie'], ['Anatomie', undefined], ['digitise', undefined],
    ['arthritis', 'arthritis'], ['gastroskopie', 'gastroskopie'], ['Gastronomie', undefined], ['gastro', undefined],
    ['n%C3%A9phrologue', 'néphrologue'], ['nephrologue', 'nephrologue'], ['ektomie', 'ektomie'], ['xolol', undefined],
    ['a%3Dneuropathie', 'neuropathie'], ['a%25253Dneuropathie', 'neuropathie'], ['"\\nneuropathie"', 'neuropathie'], ['Neuropathie2', undefined],
    ['aB3xolol9Qz', undefined], ['Teeinfusion', undefined],
  ]
  for (const [text, label] of cases) {
    const matches = pieces.detect(toExchange(toField('query', 'dl', text)), toRecipient())
    assert.deepEqual(matches.map(({ term }) => term.value), label === undefined ? [] : [label], text)
    for (const { certainty, term, start, end, field } of matches) {
      assert.equal(certainty, 'inferred')
      assert.equal(term.id, `vocabulary:${label}`)
      assert.ok(Buffer.from(field.value.subarray(start, end)).length >= 4)
    }
  }
  assert.deepEqual(found(pieces, 'query', 'q', 'Teeinfusion'), ['vocabulary:teeinfusion q - - inferred'])
})

test('a listed word stands for the stretch where a piece would say the same, a weak piece does not silence a strong word', () => {
  const both = detectorOf({ vocabularies: [{ language: 'de', groups: [
    { category: 'procedure', kind: 'health.reason', words: 'Nephrektomie, -ektomie, Brustkrebs' },
  ] }, { language: 'mul', groups: [{ category: 'procedure', kind: 'health.reason', words: '~-vorsorge' }] }] })
  assert.deepEqual(found(both, 'query', 'x', 'nephrektomie'), ['vocabulary:nephrektomie x - - exact'])
  assert.deepEqual(found(both, 'query', 'x', 'Brustkrebsvorsorge'), ['vocabulary:brustkrebs x - - inferred'])
})

test('the head of a German compound counts behind a part of the body or another word of the vocabulary, and not by itself', () => {
  const heads = detectorOf({ vocabularies: [{ language: 'de', except: 'schulterzucken', groups: [
    { category: 'body-part', kind: 'health.condition', words: '~~Knie, ~~Auge, ~~Hüfte, ~~Wirbelsäule, ~~Schulter, ~~Arm' },
    { category: 'complaint', kind: 'health.condition', words: '~~Problem' },
    { category: 'condition', kind: 'health.condition', words: 'Prostata, ~Geburt' },
    { category: 'procedure', kind: 'health.reason', words: '~~-operation, ~~-zucken, ~-behandlung' },
  ] }] })
  const cases: readonly (readonly [text: string, ambiguity: 'none' | 'weak' | undefined])[] = [
    ['Knieoperation', 'none'], ['KNIEOPERATIONEN', 'none'], ['Augenoperation', 'none'], ['hueftoperation', 'none'],
    ['Lendenwirbelsäulenoperation', 'none'], ['Prostataoperation', 'none'], ['Geburtsoperation', 'weak'],
    ['Operation', undefined], ['Bankoperation', undefined], ['Problemoperation', undefined], ['Schwarmoperation', undefined],
    ['Schulterzucken', undefined], ['Kniebehandlung', 'none'], ['Bankbehandlung', 'weak'],
  ]
  for (const [text, ambiguity] of cases) {
    // In a search field weak words count too; in the address of a page they need company.
    const [inSearch] = heads.detect(toExchange(toField('query', 'q', text)), toRecipient())
    assert.deepEqual([inSearch?.term.ambiguity, inSearch?.certainty], [ambiguity, ambiguity && 'inferred'], text)
    assert.equal(found(heads, 'query', 'dl', `https://a.example/${text}`).length, ambiguity === 'none' ? 1 : 0, text)
  }
})

test('a stretch that two words stand for is one datum, of the word that is listed so', () => {
  const both = detectorOf({ vocabularies: [
    { language: 'fr', groups: [{ category: 'x', kind: 'health.condition', words: 'diabète, Down-Syndrom' }] },
    { language: 'en', groups: [{ category: 'x', kind: 'health.condition', words: 'Diabetes, Down syndrome' }] },
  ] })
  assert.deepEqual(found(both, 'query', 'x', 'diabetes'), ['vocabulary:diabetes x - - exact'])
  assert.deepEqual(found(both, 'query', 'x', 'down syndrome'), ['vocabulary:down syndrome x - - exact'])
  assert.deepEqual(found(both, 'query', 'x', 'diabètes'), ['vocabulary:diabète x - - exact'])
})

test('an acronym is in capitals or in small letters', () => {
  const acronyms = detectorOf({ vocabularies: [{ language: 'fr', groups: [{ category: 'procedure', kind: 'health.reason', words: 'IRM' }] }] })
  assert.equal(found(acronyms, 'query', 'x', 'irm').length, 1)
  assert.equal(found(acronyms, 'query', 'x', 'IRM').length, 1)
  assert.deepEqual(found(acronyms, 'cookie', 'x', 'IRm'), [])
})

test('no ending or beginning of the vocabularies is an exception altogether, and every exception excepts something', () => {
  const all = toWords(Object.values(vocabularies))
  const affixes = all.flatMap(({ term, affix }) => (affix ? [{ piece: toFolded(term.value), affix }] : []))
  assert.ok(affixes.length > 1_500)
  const exceptions = Object.values(vocabularies).flatMap(({ except = '' }) => parseWords(except).map(({ text }) => toFolded(text)))
  const idle = exceptions.filter((word) => {
    const bare = word.replace('=', '')
    return !affixes.some(({ piece, affix }) => (affix.at === 'end' ? bare.endsWith(piece) : bare.startsWith(piece)))
  })
  assert.deepEqual(idle, [])
  assert.deepEqual(affixes.filter(({ piece, affix }) => affix.except.includes(piece)).map(({ piece }) => piece), [])
})

test('a part of the body and what may be wrong with it count together only, as one', () => {
  const paired = detectorOf({ vocabularies: [
    { language: 'fr', groups: [
      { category: 'body-part', kind: 'health.condition', words: '~~jambe, ~~heart, ~~knee, ~~kidney' },
      { category: 'complaint', kind: 'health.condition', words: '~~fracture, ~~torn, ~~failure, ~~removal' },
      { category: 'sign', kind: 'health.condition', words: '~pain, vasectomie' },
    ] },
  ] })
  const cases: readonly (readonly [name: string, text: string, labels: readonly string[]])[] = [
    ['title', 'Fracture de la jambe - Accueil', ['fracture de la jambe']], ['q', 'kidney%20failure', ['kidney failure']],
    ['dl', 'https://a.example/kidney-failure', ['kidney failure']], ['q', 'heart', []], ['q', 'failure', []], ['q', 'heart of the city', []],
    ['q', 'torn between two hearts, removal of the kidney', ['removal of the kidney']], ['q', 'heart knee', []], ['q', 'failure removal', []],
    ['title', 'torn pain', ['torn pain']], ['title', 'my knee: pain', ['knee: pain']], ['title', 'knee vasectomie', ['vasectomie']],
    ['x', 'kidney failure', []], ['q', 'kidney in the case of a failure', []], ['cookie', 'kidney-failure', []],
  ]
  for (const [name, text, labels] of cases) {
    const matches = paired.detect(toExchange(toField('query', name, text)), toRecipient())
    assert.deepEqual(matches.map(({ term }) => term.value), labels, `${name}=${text}`)
    for (const { term } of matches) assert.equal(term.ambiguity, term.value === 'vasectomie' ? 'none' : 'weak')
  }
  const inPath = (text: string): number => paired.detect(toExchange(toField('path', '', text)), toRecipient()).length
  for (const path of ['/e/torn-knee', '/torn-knee/e']) assert.equal(inPath(path), 1, path)
  for (const path of ['/e/torn-knee.js', '/torn-knee-2/e', '/torn/knee']) assert.equal(inPath(path), 0, path)
  const decomposed = toField('query', 'q', 'fracture à la jambe'.normalize('NFD'))
  assert.equal(paired.detect(toExchange(decomposed), toRecipient()).length, 1)
  // Of what is compressed only the whole is known, and each half stands over none but the other half's own letters.
  const compressed = { ...toField('body', '', ''), value: new Uint8Array(gzipSync('{"q":"torn knee"}')) }
  assert.equal(paired.detect(toExchange(compressed), toRecipient()).length, 1)
})

test('places in which a word does not count do not stand in the way of one in which it does', () => {
  const left: string[] = []
  const lists: Vocabulary[] = [en, { language: 'mul', groups: [
    { category: 'body-part', kind: 'health.condition', words: '~~knee, ~~heart' }, { category: 'complaint', kind: 'health.condition', words: '~~failure' },
    { category: 'complaint', kind: 'health.condition', words: Array.from({ length: 40 }, (_, at) => `~woe${String.fromCharCode(97 + at % 26, 97 + at / 26)}`).join() },
  ] }]
  const many = detectorOf({ vocabularies: lists, jsonPathAt: createJsonPaths(), diagnostic: ({ code }) => left.push(code) })
  const of = (body: object): string[] => found(many, 'body', '', JSON.stringify(body))
  assert.deepEqual(of({ a: Array(500).fill('cancer'), search: 'cancer' }), ['vocabulary:cancer search - - exact'])
  assert.deepEqual(of({ a: Array(2_000).fill('my knee hurts'), search: 'heart failure' }), ['vocabulary:heart failure search - - exact'])
  assert.deepEqual(left, [])
  // More than can be looked at, and it says so; not where the same word counts in the field anyway.
  const woes = Array.from({ length: 64 * 40 }, (_, at) => `woe${String.fromCharCode(97 + at % 40 % 26, 97 + at % 40 / 26)}`)
  assert.deepEqual(of({ search: 'cancer', a: woes.slice(0, 1_999), b: 'cancer' }), ['vocabulary:cancer search - - exact'])
  assert.deepEqual(left, [])
  assert.deepEqual(of({ a: woes, search: 'vasectomy' }), [])
  assert.deepEqual(left, ['places-bounded'])
})
