/**
 * Names, places, products and programmers' words that are built as health words are: as the title of a product, in the path
 * of a page and as the label of an event nothing is cried.
 */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { standsFree } from '../../../src/detect/boundary.js'
import { vocabularies } from '../../../src/detect/vocabularies.generated.js'
import { toWordSearch } from '../../../src/detect/word-search.js'
import { detectorOf, found } from './exchange.js'

const lookAlikes: Readonly<Record<string, readonly string[]>> = {
  'names and places': ['Familie Krebs', 'Diane Krebs', 'Herr Fieber', 'Dr. Schmerz', 'Johnny Nash', 'Sherman Alexie',
    'Shoreline', 'Hodenhagen', 'Krebsgasse', 'Herzstraße', 'Universiteit Leiden', 'Krebsbach', 'Nierstein', 'Laureline', 'Rocky Mountain'],
  'brands and media': ['retail therapy', 'Acne Studios', 'roof shingles', 'Beautiful Trauma', 'alcoholic drinks', 'non-alcoholic beer',
    'Therapy Records', 'Borderline', 'Facelift', 'heroine', 'Wirtschaftsdepression', 'Belastungstest', 'pregnant pause', 'breast stroke'],
  'other senses': ["accouchement d'une idée", 'OCD cleaning cloth', 'Depression an den Börsen', 'dépression sur les marchés',
    'opération Cœur de ville', 'problème de langue'],
  'computing': ['shortest path', 'attest', 'font-variant-ligatures', 'malware infection', 'hallucinations', 'h264 avc', 'contravene',
    'contractions', 'bundlephobia', 'package-pathology', 'plugin-infection', 'agent-therapy', 'seafile', 'preline', 'wireline', 'colorblind'],
  'two words of a programmer': ['aliasIsBoolean', '_digitIsSub', 'RunningCodeInNewContext', 'createDataFile', 'mySchemaFile'],
}

const detector = detectorOf({ vocabularies: toWordSearch(Object.values(vocabularies)) })
const slugOf = (text: string): string => text.toLowerCase().replace(/[^a-zà-ÿ0-9]+/g, '-')

for (const [sort, list] of Object.entries(lookAlikes)) {
  test(`what looks like a health word: ${sort}`, () => {
    const places = (word: string): [string, string][] =>
      [['label', word], ['item_name', `${word} | Shop`], ['dl', `https://www.shop.example/p/${slugOf(word)}`]]
    const cried = list.filter((word) => places(word).some(([name, value]) => found(detector, 'query', name, encodeURIComponent(value)).length > 0))
    assert.deepEqual(cried, [])
  })
}

test('what is joined by a hyphen to what it says something of counts in company', () => {
  assert.deepEqual(found(detector, 'query', 'x', 'Ledderhose-Syndrom').length, 1)
  assert.deepEqual(found(detector, 'query', 'dl', 'https://www.klinik.example/ledderhose-syndrom/chirurgie').length, 2)
  assert.deepEqual(found(detector, 'query', 'dl', 'https://www.klinik.example/alpha-gal-allergy/').length, 1)
})

test('of a word whose letters are joined by signs the signs are the word', () => {
  for (const path of ['locations/washington-d-c', 'onkologie/seite-218']) {
    assert.deepEqual(found(detector, 'query', 'dl', `https://www.klinik.example/${path}/`).filter((row) => /d&c|218/.test(row)), [], path)
  }
  for (const text of ['D&C after miscarriage', '§218', '§ 218', 'Paragraf 218', 'paragraf-218']) {
    assert.ok(found(detector, 'query', 'dt', encodeURIComponent(text)).length > 0, text)
  }
})

test('of a thousand tokens that hold the letters of a word by chance, hardly one is read', () => {
  const token = (seed: string): string => createHash('sha256').update(seed).digest('base64url').slice(0, 20)
  for (const letters of ['+HIV/', 'parese']) {
    const tokens = Array.from({ length: 1000 }, (_, at) => `${token(`a${at}`)}${letters}${token(`b${at}`)}`)
    const read = tokens.filter((text) => found(detector, 'query', 'x', text).length > 0)
    assert.ok(read.length <= 20, `${read.length}: ${read.slice(0, 3).join(' ')}`)
  }
})

test('a word that goes on behind the escape of a letter is another word', () => {
  const [once, twice] = ['dent%C3%A9e', 'dent%25C3%25A9e'].map((text) => standsFree('word', Buffer.from(text), 0, 4))
  assert.deepEqual([once, twice], [false, false])
  for (const free of ['dent%20', 'dent%E2%80%93', 'dent%26', 'dent%252C', 'dent%']) assert.ok(standsFree('word', Buffer.from(free), 0, 4), free)
})

test('a word that ends behind the escape of a letter is read where that is undone', () => {
  const escapes: readonly ((word: string) => string)[] = [
    encodeURIComponent, (word) => encodeURIComponent(encodeURIComponent(word)), escape, (word) => word.replace(/[^a-z]/gi, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`),
    (word) => word.replace('ß', '&szlig;').replace('ä', '&auml;').replace('ü', '&uuml;'),
  ]
  for (const escaped of escapes) {
    for (const word of ['fußballfieber', 'rätselfieber', 'müllverbrennung']) assert.deepEqual(found(detector, 'query', 'dt', escaped(word)), [], escaped(word))
    assert.equal(found(detector, 'query', 'dt', escaped('rückenschmerz')).length, 1)
  }
})

test('classes and ids of style sheets are names', () => {
  for (const text of ['.acne{color:red}', '.tile .acne-card:hover, #psoriasis > p {', 'a.migraine,\n.asthma {margin:0}']) {
    for (const css of [text, encodeURIComponent(text)]) assert.deepEqual(found(detector, 'body', '', css), [], css)
  }
  assert.equal(found(detector, 'body', '', 'Help with.acne').length, 1)
  assert.equal(found(detector, 'body', '', '{"a":"Acne"} .x{}').length, 1)
})
