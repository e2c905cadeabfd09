/**
 * Every HAR of the collection is read to exchanges, or refused with the sentence that fits. The collection is not part of
 * the repository: without it the test says so and is skipped.
 */
import { test } from 'node:test'
import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { isTattleError } from '../../src/errors.js'
import { blindSpotsOf, createSeen } from '../../src/har/blind-spots.js'
import { openInput } from '../../src/har/read.js'
import { createExchangeReader, pagesOf, type PageInfo } from '../../src/exchange/exchange.js'
import type { Diagnostic, Exchange } from '../../src/model.js'
import { collection, skip } from '../hars.js'


/** Files that the collection's index could not read as HAR, and what is to be said of them. */
const REFUSED: Readonly<Record<string, RegExp>> = {
  'janodvarko__harviewer__not-json.har': /is not JSON: what stands at byte 110/,
  'ahmadnassri__node-har-validator__invalid.har': /is JSON but no HAR: it holds no "log" object/,
}
/** JSONP, which the index's plain JSON parser could not read: entries as counted with the call taken away. */
const JSONP: Readonly<Record<string, number>> = {
  'janodvarko__harviewer__testLoad1.har': 10,
  'janodvarko__harviewer__invalid.har': 48,
}
const SENTENCE = /^\w.*\w\.$/

interface Read { readonly entries: number; readonly exchanges: Exchange[]; readonly diagnostics: Diagnostic[] }

async function readToExchanges(path: string): Promise<Read> {
  const exchanges: Exchange[] = []
  const diagnostics: Diagnostic[] = []
  let entries = 0
  for (const document of await openInput(path)) {
    let pages: ReadonlyMap<string, PageInfo> = new Map()
    const diagnostic = (one: Diagnostic): void => void diagnostics.push(one)
    const toExchange = createExchangeReader({ body: document.body, pages: () => pages, diagnostic })
    const seen = createSeen()
    const reading = await document.read({
      head: (head) => { pages = pagesOf(head) },
      entry: (entry, index) => {
        seen.add(entry)
        const exchange = toExchange(entry, index)
        if (exchange !== undefined) exchanges.push(exchange)
      },
      diagnostic,
    })
    entries += reading.entries
    assert.match(reading.sha256, /^[0-9a-f]{64}$/)
    for (const spot of blindSpotsOf(reading.head, seen.counts())) assert.match(spot, SENTENCE)
    document.close()
  }
  return { entries, exchanges, diagnostics }
}

/** Each value stands where its pointer and offset say. */
function assertInPlace(exchange: Exchange, source: unknown): void {
  for (const field of exchange.fields) {
    let at: unknown = source
    for (const step of field.pointer.slice(1).split('/')) at = (at as Record<string, unknown> | undefined)?.[step]
    assert.equal(typeof at, 'string', field.pointer)
    const whole = Buffer.from(String(at))
    const isThere = whole.subarray(field.offset, field.offset + field.value.length).equals(field.value)
    const isContainer = field.pointer === '/request/postData/text' && /[\u0000-\u0008\u000e-\u001f]/.test(String(at))
    const isEncoded = (source as { request: { postData?: { encoding?: unknown } } }).request.postData?.encoding === 'base64'
    assert.ok(isThere || isContainer || isEncoded, `${field.part} ${field.name} at ${field.pointer}+${field.offset}`)
  }
}

test('every HAR of the collection is read, or refused with a sentence', { skip, timeout: 120_000 }, async (t) => {
  const rows = readFileSync(join(collection, 'INDEX.tsv'), 'utf8').trim().split('\n').map((line) => line.split('\t'))
  const column = rows[0]!.indexOf('entries')
  const counts = new Map(rows.slice(1).map((row) => [row[0]!, row[column] ?? '']))
  const files = readdirSync(collection).filter((name) => !name.endsWith('.tsv')).sort()
  assert.deepEqual(files.filter((name) => !counts.has(name)), [])
  let total = 0
  let read = 0
  let unreadable = 0
  const started = performance.now()
  for (const name of files) {
    const path = join(collection, name)
    if (REFUSED[name] !== undefined) {
      await assert.rejects(readToExchanges(path), (error) => {
        assert.ok(isTattleError(error), String(error))
        assert.match(error.message, REFUSED[name]!)
        return true
      })
      continue
    }
    const { entries, exchanges, diagnostics } = await readToExchanges(path)
    assert.equal(entries, JSONP[name] ?? Number(counts.get(name)), name)
    assert.deepEqual(diagnostics.filter(({ code }) => code !== 'entry-unreadable' && code !== 'body-missing'), [], name)
    const left = diagnostics.filter(({ code }) => code === 'entry-unreadable').length
    assert.ok(exchanges.length + left <= entries, name)
    unreadable += left
    total += exchanges.length
    read++
    if (name.endsWith('.har') && JSONP[name] === undefined && !isJsonp(path)) assertAllInPlace(path, exchanges)
  }
  t.diagnostic(`${read} of ${files.length} files, ${total} exchanges, ${unreadable} unreadable entries, ${Math.round(performance.now() - started)} ms`)
  assert.ok(total > 8_000)
})

function isJsonp(path: string): boolean {
  return !/^[\ufeff\s]*\{/.test(readFileSync(path, 'utf8').slice(0, 100))
}

function assertAllInPlace(path: string, exchanges: readonly Exchange[]): void {
  const { log } = JSON.parse(readFileSync(path, 'utf8').replace(/^\ufeff/, '')) as { log: { entries: unknown[] } }
  for (const exchange of exchanges) assertInPlace(exchange, log.entries[exchange.entry])
}
