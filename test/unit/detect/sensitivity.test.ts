import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { OF_CATEGORY, sensitivityOf } from '../../../src/detect/sensitivity.js'
import { vocabularies } from '../../../src/detect/vocabularies.generated.js'
import { toWords } from '../../../src/detect/words.js'
import { newerRule } from '../../../src/check/rules.js'
import { SENSITIVITIES, type Sensitivity } from '../../../src/model.js'
import { ruleDigests } from '../../../src/rules.generated.js'
import { detectorOf, toExchange, toField, toRecipient } from './exchange.js'

const words = toWords(Object.values(vocabularies))

test('each word of the vocabularies has category, sensitivity and grade, and each category a sensitivity of its own', () => {
  for (const { term } of words) {
    assert.ok(Object.hasOwn(OF_CATEGORY, term.category ?? ''), `${term.value}: ${term.category}`)
    assert.ok(SENSITIVITIES.some((one) => one === term.sensitivity), term.value)
    assert.ok(term.ambiguity === 'none' || term.ambiguity === 'weak', term.value)
  }
  const used = new Set(words.map(({ term }) => term.category))
  assert.deepEqual(Object.keys(OF_CATEGORY).filter((category) => !used.has(category)), [])
})

const groups: Readonly<Record<string, readonly [sensitivity: Sensitivity, words: readonly string[]]>> = {
  reproduction: ['high', [
    'Schwangerschaftsabbruch', 'IVG', 'abortion pill', 'Gynäkologie', 'gynécologue', 'Kinderwunschklinik',
    'vasectomy', 'sage-femme', 'HYSTERECTOMY', 'Eizellspende',
  ]],
  sexuality: ['high', [
    'HIV-Test', 'dépistage VIH', 'AIDS', 'Syphilis', 'Erektionsstörung', 'gender dysphoria', 'Hodenschmerzen',
    'viol', 'sildenafil', 'Scheidenpilz',
  ]],
  mind: ['high', [
    'Depression', 'pédopsychiatre', 'ADHS', 'burn-out', 'Flugangst', 'suicidal thoughts', 'Sertralin',
    'olanzapine', 'Demenz', 'trouble bipolaire',
  ]],
  addiction: ['high', [
    'Alkoholsucht', 'sevrage tabagique', 'drug rehab', 'Methadon', 'Spielsucht', 'toxicomanie', 'Entgiftung',
  ]],
  oncology: ['high', [
    'Brustkrebs', 'cancer du sein', 'Onkologe', 'chimiothérapie', 'lymphoma', 'Darmkrebsvorsorge', 'hospice care',
    'Paclitaxel',
  ]],
  genes: ['high', [
    'Gentest', 'trisomie 21', 'Chorea Huntington', 'maladie génétique', 'sickle cell',
  ]],
  diseases: ['medium', [
    'Diabetes', 'Arthrose', 'Tendovaginitis', 'Invagination', 'Computertomographie', 'cardiac failure',
    'Gelbsucht', 'Fersensporn', 'Sehnenscheidenentzündung', 'Gangstörung', 'congenital heart disease', 'hernie',
    'Ramipril', 'sinus paranasaux',
  ]],
  everyday: ['low', [
    'Zahnreinigung', 'Heuschnupfen', 'rhume', 'Grippeimpfung', 'Brille', 'Krankschreibung', 'headache',
  ]],
}
for (const [group, [sensitivity, list]] of Object.entries(groups)) {
  test(`${group}: ${sensitivity}, in any language`, () => {
    for (const word of list) assert.equal(sensitivityOf('condition', word), sensitivity, word)
  })
}

test('specialities are low but for those that tell of a group', () => {
  const of = (list: readonly string[]): Sensitivity[] => list.map((word) => sensitivityOf('specialty', word))
  assert.deepEqual(new Set(of(['Orthopädie', 'cardiologue', 'dentist', 'Hausarzt', 'médecin spécialiste', 'specialist'])), new Set(['low']))
  assert.deepEqual(new Set(of(['Psychiater', 'oncologist', 'Suchtberatung', 'sexologue'])), new Set(['high']))
})

test('a leak names category and sensitivity of its word, be it listed, known by its ending or made of two', () => {
  const detector = detectorOf({ vocabularies: Object.values(vocabularies) })
  const rules = ['Brustkrebs', 'Nephrektomie', 'douleur au genou'].map((word) =>
    detector.detect(toExchange(toField('query', 'q', word)), toRecipient())[0])
  assert.deepEqual(rules.map((match) => match?.rule.replace(/ .*/, '')), [
    'vocabulary:de#oncology,high', 'vocabulary:mul#procedure,medium', 'vocabulary:fr#condition,medium',
  ])
  // A baseline of other rules knows the vocabulary of each by the part in front.
  const newer = rules.map((match) => newerRule({ rule: match?.rule ?? '', layers: '', transform: '' }, ruleDigests, {}))
  assert.deepEqual(newer, ['vocabulary:de', 'vocabulary:mul', 'vocabulary:fr'])
})

test('the page on detection lists the categories as they are', () => {
  const page = readFileSync('docs/detection.md', 'utf8')
  const rows = SENSITIVITIES.map((sensitivity) => {
    const names = Object.keys(OF_CATEGORY).filter((category) => OF_CATEGORY[category] === sensitivity)
    return `| ${sensitivity} | ${names.map((name) => `\`${name}\``).join(' ')} |`
  })
  for (const row of rows) assert.ok(page.includes(row), row)
})
