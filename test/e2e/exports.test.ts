/** What a real audit leaves, in the forms that others build upon: JSON by its schema, SQL by docs/evidence.md, WARC. */
import assert from 'node:assert/strict'
import { createReadStream } from 'node:fs'
import { join, resolve } from 'node:path'
import { before, test } from 'node:test'
import { Database } from '../sqlite.js'
import { WARCParser } from 'warcio'
import { questions, validate } from '../unit/evidence/documented.js'
import { makeWorkplace } from './fixture/command.js'
import { startSite } from './fixture/site.js'

const site = await startSite()
const here = makeWorkplace()
before(async () => {
  const { status, err } = await here.tattle('audit', resolve('test/e2e/fixture/search.spec.ts'), '--base-url', 'http://www.clinic.example',
    '--host-map', `*.example=127.0.0.1:${site.port}`, '--allow-side-effects', 'subscribes', '--consent', 'accept,reject')
  assert.equal(status, 0, err)
  for (const { coverage, coverageReasons } of await here.manifests()) assert.deepEqual([coverage, coverageReasons], ['full', []])
}, { timeout: 180_000 })

const database = (): string => join(here.folder, 'reports/stand-in.sqlite')

test('report and analyze print what the schema says', async () => {
  for (const args of [['report', '--format', 'json', '--target', 'stand-in'], ['analyze', ...here.captures(), '--json', '--db', 'again.sqlite']]) {
    const { status, out, err } = await here.tattle(...args)
    assert.equal(status, 0, out.slice(0, 2000) + err)
    const report = JSON.parse(out) as { findings: unknown[]; captures: unknown[] }
    assert.equal(validate(report), true, `${args[0] ?? ''}: ${JSON.stringify(validate.errors?.slice(0, 5))}`)
    assert.equal(report.captures.length, 2)
    assert.ok(report.findings.length > 0)
  }
})

test('the ten questions are answered', () => {
  const rows = new Database(database(), { readonly: true })
  try {
    const answers = new Map(questions.map(({ number, sql }) => [number, rows.prepare(sql).all() as Record<string, unknown>[]]))
    assert.equal(answers.size, 10)
    // Of this site nobody gets anything against a refusal, or who it is together with what is sought.
    assert.deepEqual([...answers].filter(([, found]) => found.length === 0).map(([number]) => number), [2, 3])
    for (const [number, found] of answers) assert.ok(found.every(({ target }) => target === 'stand-in' || (number === 10 && target === null)), `question ${number}`)
    const findings = rows.prepare('SELECT count(*) FROM finding WHERE leaks > 0').pluck().get()
    assert.equal(answers.get(7)?.length, findings)
  } finally {
    rows.close()
  }
})

test('a WARC holds each request that was sent, for another reader', async () => {
  for (const capture of here.captures()) {
    const file = join(here.folder, 'capture.warc.gz')
    const { status, err } = await here.tattle('export', capture, '--warc', file)
    assert.equal(status, 0, err)
    const requests: string[] = []
    for await (const record of new WARCParser(createReadStream(file))) {
      await record.readFully(false)
      if (record.warcType === 'request') requests.push(record.warcTargetURI ?? '')
    }
    const rows = new Database(database(), { readonly: true })
    const urls = rows.prepare("SELECT url FROM request WHERE delivery <> 'attempted' AND capture_id = (SELECT capture_id FROM capture WHERE path LIKE '%' || ?)").pluck()
      .all(capture.split('/').at(-1)) as string[]
    rows.close()
    assert.ok(urls.length > 3)
    assert.deepEqual(urls.filter((url) => !requests.includes(url)), [])
  }
})
