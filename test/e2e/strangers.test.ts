/**
 * A visitor who was never there: in captures of real sites nothing of his may be found. The collection is not part of
 * the repository: without it the test says so and is skipped.
 */
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { isTattleError } from '../../src/errors.js'
import type { Analysed } from '../../src/model.js'
import { analyzeInput } from '../../src/pipeline.js'
import { createVisitor, LANGUAGES } from '../bench/detection/people.js'
import { createRandom } from '../bench/detection/random.js'
import { collection, skip } from '../hars.js'
/** What the vocabularies find there meanwhile: leaks, and each word once a file. */
let places = 0
const pairs = new Set<string>()

for (const [index, language] of LANGUAGES.entries()) {
  test(`nothing of an invented ${language} visitor is found in captures of strangers`, { skip, timeout: 300_000 }, async (t) => {
    const files = readdirSync(collection).filter((name) => /\.har(\.gz)?$/.test(name)).sort()
    let requests = 0
    // Each file meets one of the three visitors, so that a run reads the collection once.
    for (const file of files.filter((_, at) => at % LANGUAGES.length === index)) {
      const visitor = createVisitor(createRandom(90_001 + index), language)
      let analysed: readonly Analysed[] = []
      try {
        analysed = await analyzeInput(join(collection, file), { runId: 'strangers', persona: visitor })
      } catch (error) {
        // What is no HAR is refused, and has its own test.
        if (!isTattleError(error)) throw error
      }
      for (const one of analysed) {
        requests += one.requests.length
        const found = one.leaks.filter(({ matchSource }) => matchSource === 'persona' || matchSource === 'client-ip')
        for (const { label } of one.leaks.filter(({ matchSource }) => matchSource === 'vocabulary')) {
          places++
          pairs.add(`${file} ${label}`)
        }
        assert.deepEqual(found.map(({ entry, kind, label, field, excerpt }) => ({ file, entry, kind, label, field, excerpt })), [])
      }
    }
    assert.ok(requests > 0, 'the collection was read')
    t.diagnostic(`so far ${places} places with words, ${pairs.size} pairs of word and file`)
  })
}
