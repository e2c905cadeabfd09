/**
 * Whole outputs, as they are to be. When one is meant to change: UPDATE_GOLDEN=1 node --test dist/test/golden/, then look
 * at the difference.
 */
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { test } from 'node:test'
import type { Report } from '../../src/model.js'
import { reporters } from '../../src/report/reporters.generated.js'
import { printSummary } from '../../src/report/terminal.js'
import { makeAnalysed, makeHonest, reportOf } from './fixture.js'

const folder = join(process.cwd(), 'test/golden/expected')

/** What a reporter wrote. */
async function textOf(write: (out: Writable) => void | Promise<void>): Promise<string> {
  const chunks: Buffer[] = []
  const out = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk)
      done()
    },
  })
  await write(out)
  return Buffer.concat(chunks).toString('utf8')
}

/** How the page is dressed is looked at, not compared. */
function undressed(page: string): string {
  return page.replace(/<style>[^]*?<\/style>/, '<style></style>').replace(/sha256-[\w+/]+=/, 'sha256-')
}

function holds(name: string, text: string): void {
  const file = join(folder, name)
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, text)
  }
  assert.equal(text, readFileSync(file, 'utf8'), `${name} differs; if that is meant: UPDATE_GOLDEN=1 node --test dist/test/golden/`)
}

const cases: Readonly<Record<string, () => Report>> = {
  'leaks': () => reportOf([
    makeAnalysed({ consent: 'reject' }), makeAnalysed({ consent: 'accept' }), makeAnalysed({ consent: 'no-choice', coverage: 'broken' }),
  ]),
  'none-observed': () => reportOf([makeHonest({ consent: 'reject' }), makeHonest({ consent: 'accept', coverage: 'limited' })]),
  'inconclusive': () => reportOf([makeHonest({ consent: 'reject', target: 'live' }), makeHonest({ consent: 'accept', coverage: 'broken', target: 'live' })]),
}

for (const [name, make] of Object.entries(cases)) {
  test(`${name}: terminal`, async () => {
    const places = { database: 'reports/stand-in.sqlite', report: 'reports/index.html' }
    holds(`${name}.terminal.txt`, await textOf((out) => printSummary(make(), out, places)))
  })
  for (const format of ['json', 'jsonl', 'csv', 'markdown', 'html']) {
    test(`${name}: ${format}`, async () => {
      const reporter = reporters[format]
      assert.ok(reporter)
      holds(`${name}${reporter.extension}`, undressed(await textOf((out) => reporter.write(make(), out))))
    })
  }
}
