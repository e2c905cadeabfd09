/**
 * Words that mean something else in everyday life: each is found in every carrier and under every name that tells what is
 * meant, and beside a second term in the address of a page; alone, where nothing tells, nothing is said of it.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SITE, type Case } from '../bench/detection/cases.js'
import { carryWord, isAcronym, OPEN_KEYS, WITH_COMPANY, WITHOUT_COMPANY, WORD_KEYS } from '../bench/detection/others.js'
import { LANGUAGES } from '../bench/detection/people.js'
import { createRandom } from '../bench/detection/random.js'
import { judge, type Counts } from '../bench/detection/run.js'
import { HEALTH } from '../bench/detection/words.js'

const counts: Counts = ({ matchSource }) => matchSource === 'vocabulary'
const words = LANGUAGES.flatMap((language) => HEALTH[language]).filter(({ isAmbiguous }) => isAmbiguous).map(({ text }) => text)

const casesOf = (carriers: readonly string[], keys: readonly string[], planted: Case['planted']): Case[] =>
  words.flatMap((word, at) => carriers.flatMap((carrier) => keys.map((key) => ({
    ...carryWord(word, createRandom(at), key, { names: [carrier], asWritten: isAcronym(word) }), planted, also: [], groups: { word, carrier, key },
  }))))

const inCompany = casesOf(WITH_COMPANY, WORD_KEYS, [{ kind: 'health.search', value: '' }])
const alone = casesOf(WITHOUT_COMPANY, OPEN_KEYS, [])

test(`${inCompany.length} requests with an ambiguous word in company: found`, async () => {
  const judged = await judge(inCompany, null, counts)
  assert.deepEqual(judged.filter(({ missed }) => missed.length > 0).map(({ one }) => one.groups), [])
})

test(`${alone.length} requests with an ambiguous word alone: nothing is said`, async () => {
  const judged = await judge(alone, null, counts)
  assert.deepEqual(judged.filter(({ leaks }) => leaks.length > 0).map(({ one, leaks }) => [one.groups, leaks[0]?.label]), [])
})

test('beside a second term in the address of a page each of both is found', async () => {
  const pages = words.map((word): Case => {
    const page = `https://www.${SITE}/${encodeURIComponent(isAcronym(word) ? word : word.toLowerCase())}/rheumatologie`
    const request = { method: 'GET', url: `https://bat.bing.com/action/0?ti=1&p=${encodeURIComponent(page)}`, headers: [] }
    return { request, planted: [], also: [], groups: { word } }
  })
  const judged = await judge(pages, null, counts)
  assert.deepEqual(judged.filter(({ leaks }) => leaks.length < 2).map(({ one }) => one.groups['word']), [])
})
