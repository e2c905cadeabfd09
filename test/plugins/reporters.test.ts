/** What holds for every report format, and for what each format is read by. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { test } from 'node:test'
import { isTattleError } from '../../src/errors.js'
import type { LeakRecord, Report } from '../../src/model.js'
import type { Reporter } from '../../src/report/reporter.js'
import { reporters } from '../../src/report/reporters.generated.js'
import { printSummary } from '../../src/report/terminal.js'
import { enlarge, HOSTILE, makeAnalysed, makeHonest, reportOf } from '../golden/fixture.js'

const hostile = reportOf([makeAnalysed({ consent: 'accept', hostile: true }), makeAnalysed({ consent: 'reject', hostile: true })])
const peaceful = reportOf([makeAnalysed({ consent: 'accept' }), makeAnalysed({ consent: 'reject' })])
const empty: Report = { ...reportOf([makeHonest({ consent: 'reject' })]), captures: [], runs: [], verdict: 'inconclusive', coverage: 'broken' }

/** A slow reader with a small buffer, so that a reporter that does not wait would be seen. */
async function write(reporter: Pick<Reporter, 'write'>, report: Report): Promise<string> {
  const chunks: Buffer[] = []
  let ended = false
  const out = new Writable({
    highWaterMark: 1,
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk)
      setImmediate(done)
    },
    final(done) {
      ended = true
      done()
    },
  })
  await reporter.write(report, out)
  assert.equal(out.writableLength, 0, 'resolved before everything was taken')
  assert.equal(ended, false, 'ended the stream')
  return Buffer.concat(chunks).toString('utf8')
}

function reporterOf(format: string): Reporter {
  const reporter = reporters[format]
  assert.ok(reporter, format)
  return reporter
}

test('the index lists the folder', () => {
  const files = readdirSync(join(process.cwd(), 'src/report/reporters')).filter((file) => file.endsWith('.ts'))
  assert.deepEqual(Object.keys(reporters), files.map((file) => file.slice(0, -3)).sort())
})

for (const [format, reporter] of Object.entries(reporters)) {
  test(`${format}: writes any report, waits for the reader, does not end the stream`, async () => {
    assert.match(reporter.extension, /^\.[a-z]+(\.[a-z]+)?$/)
    for (const report of [peaceful, hostile, empty]) {
      const text = await write(reporter, report)
      assert.doesNotMatch(text, /\p{Cs}/u)
      assert.ok(text.endsWith('\n'), 'ends with a line')
    }
  })

  test(`${format}: a stream that fails is an error with a sentence`, async () => {
    const out = new Writable({ write: (_chunk, _encoding, done) => done(new Error('no space left')) })
    out.on('error', () => undefined)
    await assert.rejects(reporter.write(peaceful, out), (error: unknown) =>
      isTattleError(error) && error.code === 'output-unwritable' && /no space left/.test(error.message))
  })
}

test('json: the whole report, nothing lost and nothing changed', async () => {
  for (const report of [peaceful, hostile, empty]) {
    assert.deepEqual(JSON.parse(await write(reporterOf('json'), report)), JSON.parse(JSON.stringify(report)))
  }
})

test('jsonl: every line an object that says what it is', async () => {
  const lines = (await write(reporterOf('jsonl'), hostile)).trimEnd().split('\n').map((line) => JSON.parse(line) as { type: string })
  const count = (type: string): number => lines.filter((line) => line.type === type).length
  assert.equal(count('report'), 1)
  assert.equal(count('capture'), hostile.captures.length)
  assert.equal(count('finding'), hostile.findings.length)
  assert.equal(count('leak'), hostile.findings.flatMap(({ leaks }) => leaks).length)
  assert.equal(count('diagnostic'), hostile.diagnostics.length)
})

/** RFC 4180. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy
  for (let match = cells.exec(text); match !== null; match = cells.exec(text)) {
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    if (match[3] === '\r\n') {
      rows.push(row)
      row = []
    }
    if (cells.lastIndex === text.length) return rows
  }
  return assert.fail(`not CSV from ${JSON.stringify(text.slice(cells.lastIndex, cells.lastIndex + 80))}`)
}

test('csv: one row for each leak, no cell a formula, no control character', async () => {
  for (const report of [peaceful, hostile]) {
    const text = await write(reporterOf('csv'), report)
    assert.equal(text[0], '\uFEFF')
    const [head, ...rows] = parseCsv(text.slice(1))
    const leaks = report.findings.flatMap((finding) => finding.leaks)
    assert.equal(rows.length, leaks.length)
    assert.equal(head?.length, Object.keys(leaks[0] ?? {}).length + 4)
    for (const row of rows) {
      assert.equal(row.length, head?.length)
      for (const cell of row) {
        assert.doesNotMatch(cell, /^\s*[=+\-@]|^[\t\r]/)
        assert.doesNotMatch(cell, /[^\P{Cc}\t\r\n]|\u202E/u)
        assert.ok(cell.length < 32_768)
      }
    }
    const field = head?.indexOf('field') ?? -1
    assert.equal(rows[0]?.[field], report === hostile ? `'${leaks[0]?.field}` : leaks[0]?.field)
  }
})

test('markdown: nothing that a site sent is markup', async () => {
  const text = await write(reporterOf('markdown'), hostile)
  assert.doesNotMatch(text, /<(?!!)/)
  assert.doesNotMatch(text, /(?<!\\)\]\(|https?:\/\/|\u001B|\u202E/)
  const tables = text.split('\n').filter((line) => line.startsWith('|'))
  const cellsOf = (line: string): number => line.replace(/\\./g, '').split('|').length
  let expected = 0
  for (const [index, line] of tables.entries()) {
    if (tables[index + 1]?.startsWith('|---')) expected = cellsOf(line)
    assert.equal(cellsOf(line), expected, line)
  }
})

const TAGS = new Set(('html head meta title style body header main section nav ol ul li h1 h2 h3 h4 h5 p div span b small br a ' +
  'table caption thead tbody tr th td dl dt dd article code mark details summary footer ' +
  'input label svg path rect text').split(' '))
const ATTRIBUTES = new Set(['lang', 'charset', 'http-equiv', 'content', 'name', 'class', 'id', 'href', 'scope', 'data-label', 'role', 'aria-label',
  'type', 'checked', 'open', 'for', 'tabindex', 'viewBox', 'd', 'stroke-width', 'x', 'y', 'dy', 'width', 'height', 'text-anchor'])

test('html: only our own elements and attributes, one style sheet that the policy names, no link that leaves the page', async () => {
  for (const report of [peaceful, hostile, empty]) {
    const page = await write(reporterOf('html'), report)
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? ''
    const style = /<style>([^]*?)<\/style>/.exec(page)?.[1] ?? ''
    const hash = createHash('sha256').update(style).digest('base64')
    assert.equal(policy, `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`)
    const rest = page.replace(/^<!doctype html>/, '').replace(style, '')
    const open: string[] = []
    // Whatever a browser could take for the beginning of a tag must be one of ours, whole.
    for (const [, markup] of rest.matchAll(/<([^]*?)(?=>|<|$)/g)) {
      const tag = /^(\/?)([a-z][a-z0-9]*)((?: [a-zA-Z-]+="[^"<>]*")*)$/.exec(markup ?? '')
      assert.ok(tag, `<${markup?.slice(0, 200)}`)
      const [, slash, name = '', attributes = ''] = tag
      assert.ok(TAGS.has(name), name)
      for (const [, attribute = '', value = ''] of attributes.matchAll(/ ([a-zA-Z-]+)="([^"]*)"/g)) {
        assert.ok(ATTRIBUTES.has(attribute), `${name} ${attribute}`)
        if (attribute === 'href') assert.match(value, /^#[a-z0-9-]+$/)
        if (attribute === 'href') assert.ok(page.includes(` id="${value.slice(1)}"`), `${value} leads nowhere`)
      }
      if (['meta', 'br', 'input'].includes(name)) continue
      if (slash === '/') assert.equal(open.pop(), name)
      else open.push(name)
    }
    assert.deepEqual(open, [])
    assert.doesNotMatch(page, /[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069\u200B]/u)
    const ids = [...rest.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    assert.equal(new Set(ids).size, ids.length)
  }
})

test('html: a large result stays a page, and says how much more there is', async () => {
  const many = reportOf([enlarge(makeAnalysed({ consent: 'accept' }), 5000)])
  const page = await write(reporterOf('html'), many)
  assert.ok(page.length < 400_000, `${page.length}`)
  assert.match(page, /was sent \d{3,} times more; tattle view and the database have all/)

  const [finding] = peaceful.findings
  assert.ok(finding)
  const recipients: Report = {
    ...peaceful,
    findings: Array.from({ length: 3000 }, (_, index) => ({ ...finding, recipientDomain: `r${index % 600}.example`, leaks: finding.leaks.slice(0, 1).map((leak): LeakRecord => ({ ...leak, recipientDomain: `r${index % 600}.example` })) })),
  }
  assert.ok((await write(reporterOf('html'), recipients)).length < 9_000_000)
})

test('html: long values are cut short', async () => {
  const page = await write(reporterOf('html'), hostile)
  assert.ok(hostile.findings.some(({ leaks }) => leaks.some(({ url }) => url.includes(HOSTILE.long))))
  assert.doesNotMatch(page, /L{500}/)
})

function summaryOf(report: Report, options: Parameters<typeof printSummary>[2]): string {
  const chunks: string[] = []
  const out = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk.toString('utf8'))
      done()
    },
  })
  printSummary(report, out, options)
  return chunks.join('')
}

test('terminal: no control character but our own, no line wider than the terminal', () => {
  for (const report of [peaceful, hostile, empty]) {
    for (const width of [40, 80, 120]) {
      const lines = summaryOf(report, { width }).split('\n')
      assert.ok(lines.length > 3)
      for (const line of lines) {
        assert.ok(line.length <= width, `${line.length} > ${width}: ${line}`)
        assert.doesNotMatch(line, /[\p{Cc}\p{Cf}]/u)
      }
    }
    const coloured = summaryOf(report, { color: true })
    assert.match(coloured, /\u001B\[1m/)
    assert.equal(coloured.replace(/\u001B\[\d+m/g, ''), summaryOf(report, {}))
  }
})
