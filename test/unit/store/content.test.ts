import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { Database } from '../../sqlite.js'
import type { Analysed } from '../../../src/model.js'
import { BEFORE_REQUESTS, BEHIND_LEAKS, contentDigest, contentOf } from '../../../src/store/chain.js'
import { createAnalysisContent } from '../../../src/store/content.js'
import { makeAnalysed, storeOf } from '../../golden/fixture.js'

/** The digest as it is made while rows are written, once they are. */
function made(database: Database, { analysis, requests, findings, leaks }: Analysed): string | undefined {
  const content = createAnalysisContent()
  const lines = (tables: readonly string[]): Iterable<string> => contentOf(database, 'analysis', analysis.analysisId, tables)
  content.add(lines(BEFORE_REQUESTS))
  for (const request of requests) content.request(request)
  content.findings(findings, lines(['findings']))
  for (const leak of leaks) content.leak(leak)
  content.add(lines(BEHIND_LEAKS))
  return content.digest()
}

test('the digest that is made while rows are written is that of the rows as they are read; in another order it is none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tattle-content-'))
  try {
    const plain = makeAnalysed({ consent: 'accept' })
    const sorted = plain.leaks.toSorted((a, b) => (a.leakId < b.leakId ? -1 : 1))
    const leaks = sorted.map((leak, index) => (index === 0 ? { ...leak, field: 'ä"\u0000' } : leak))
    const analysed = { ...plain, leaks, requests: plain.requests.toSorted((a, b) => a.entry - b.entry) }
    const store = storeOf([analysed], join(folder, 'a.sqlite'))
    assert.deepEqual(store.checkChain().faults, [])
    store.close()
    const database = new Database(join(folder, 'a.sqlite'))
    const read = contentDigest(database, 'analysis', analysed.analysis.analysisId)
    assert.equal(made(database, analysed), read)
    assert.ok(leaks.length > 1)
    assert.equal(made(database, { ...analysed, leaks: leaks.toReversed() }), undefined)
    assert.equal(made(database, { ...analysed, leaks: [] }), undefined, 'a finding without a leak')
    const odd = { ...analysed, leaks: leaks.map((leak, index) => (index === 0 ? { ...leak, excerpt: 'a\ud800b' } : leak)) }
    assert.equal(made(database, odd), undefined, 'what SQLite gives back is another text')
    database.close()
    const other = storeOf([odd], join(folder, 'b.sqlite'))
    assert.deepEqual(other.checkChain().faults, [])
    other.close()
  } finally {
    rmSync(folder, { recursive: true })
  }
})
