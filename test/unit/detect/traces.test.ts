/**
 * What a detector remembers of earlier values never changes what it finds: over a generated capture, and over the
 * collection of HARs where there is one, it finds what one without a memory finds.
 */
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { createDetector, type Detector } from '../../../src/detect/detector.js'
import { vocabularies } from '../../../src/detect/vocabularies.generated.js'
import { createExchangeReader, pagesOf, type PageInfo } from '../../../src/exchange/exchange.js'
import { jsonPathAt } from '../../../src/exchange/json-path.js'
import { openInput } from '../../../src/har/read.js'
import { isTattleError } from '../../../src/errors.js'
import type { Exchange, Match } from '../../../src/model.js'
import { toTerms } from '../../../src/persona.js'
import { createAttribution } from '../../../src/recipient/recipient.js'
import { VISITOR, writeHar } from '../../bench/generate.js'
import { collection, skip } from '../../hars.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-traces-'))
after(() => rmSync(folder, { recursive: true }))

function detectorOf(traceBytes: number): Detector {
  const told = (): void => {}
  return createDetector({
    terms: toTerms(VISITOR), clientIps: ['203.0.113.77'], vocabularies: Object.values(vocabularies), jsonPathAt, diagnostic: told,
    traceBytes,
  })
}

async function eachExchange(path: string, visit: (exchange: Exchange) => void): Promise<void> {
  for (const document of await openInput(path)) {
    let pages: ReadonlyMap<string, PageInfo> = new Map()
    const toExchange = createExchangeReader({ body: document.body, pages: () => pages, diagnostic: () => {} })
    await document.read({
      head: (head) => { pages = pagesOf(head) },
      entry: (entry, index) => {
        const exchange = toExchange(entry, index)
        if (exchange !== undefined) visit(exchange)
      },
      diagnostic: () => {},
    }).catch((error: unknown) => assert.ok(isTattleError(error)))
    document.close()
  }
}

function plain(matches: readonly Match[]): unknown {
  return matches.map(({ field, ...match }) => ({ ...match, at: field.pointer, from: field.offset }))
}

const without = detectorOf(0)
// So small that it is forgotten and filled again and again.
const small = detectorOf(64 * 1024)
const usual = detectorOf(8 * 1024 * 1024)

async function findsTheSame(path: string): Promise<number> {
  const attribute = createAttribution()
  let found = 0
  await eachExchange(path, (exchange) => {
    const recipient = attribute(exchange)
    const expected = plain(without.detect(exchange, recipient))
    assert.deepEqual(plain(usual.detect(exchange, recipient)), expected, `${path} ${exchange.entry}`)
    assert.deepEqual(plain(small.detect(exchange, recipient)), expected, `${path} ${exchange.entry}`)
    found += without.detect(exchange, recipient).length
  })
  return found
}

test('a generated capture', async () => {
  const path = join(folder, 'generated.har')
  writeHar(path, { bytes: 1_500_000, bodies: false, seed: 7 })
  assert.ok(await findsTheSame(path) > 100)
})

test('the collection of HARs', { skip }, async () => {
  const names = readdirSync(collection).filter((name) => /\.har(\.gz)?$/.test(name))
  let found = 0
  for (const name of names) found += await findsTheSame(join(collection, name))
  assert.ok(found > 1_000)
})
