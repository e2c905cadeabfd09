import { test } from 'node:test'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { createSplitter, SPLIT_LIMITS, type SplitResult } from '../../../src/har/split.js'
import type { Diagnostic } from '../../../src/model.js'

interface Outcome { readonly entries: unknown[]; readonly result: SplitResult; readonly codes: string[] }

function split(bytes: Uint8Array, chunkBytes: number, limits = SPLIT_LIMITS): Outcome {
  const entries: unknown[] = []
  const diagnostics: Diagnostic[] = []
  const splitter = createSplitter({
    entry: (json, index) => {
      assert.equal(index, entries.length)
      entries.push(JSON.parse(json.toString()))
    },
    diagnostic: (diagnostic) => diagnostics.push(diagnostic),
  }, limits)
  // One buffer for every chunk, overwritten in between: nothing may be remembered by reference.
  const chunk = Buffer.alloc(Math.min(chunkBytes, Math.max(bytes.length, 1)))
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    const piece = bytes.subarray(at, at + chunkBytes)
    chunk.set(piece)
    splitter.push(chunk.subarray(0, piece.length))
    chunk.fill(0x22)
  }
  return { entries, result: splitter.end(), codes: diagnostics.map((diagnostic) => diagnostic.code) }
}

const splitText = (text: string, chunkBytes = 1 << 20, limits = SPLIT_LIMITS): Outcome =>
  split(Buffer.from(text), chunkBytes, limits)

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('"', '\\', '\\\\', '\\"', '{"log":{"entries":[{}]}}', '}}]', ':', 'text', '\u2028', 'ä€🩺', '\\u0022', '\n\t'),
)
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 }, text, fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.oneof(text, fc.constantFrom('response', 'content', 'text', 'mimeType', 'log', 'entries')), tie('value'), { maxKeys: 4 }),
  ),
})).value
const body = fc.record({
  mimeType: fc.constantFrom('text/html', 'application/json', 'image/png', 'text/javascript', null),
  text: fc.oneof(text, fc.constantFrom('<p>\\"'.repeat(400), '{"a":"b"}'.repeat(300), 'var a = "\\\\"; '.repeat(200))),
}, { requiredKeys: [] })
const entry = fc.oneof(
  json,
  fc.record({ request: json, response: fc.record({ status: fc.integer(), content: body, headers: json }, { requiredKeys: [] }), extra: json }, { requiredKeys: [] }),
)
const indent = fc.constantFrom(undefined, 1, '\t')

/** The document as it is, with what the splitter leaves out replaced by its rule, worked out on the parsed form. */
function withoutBodies(entries: readonly unknown[]): unknown[] {
  return entries.map((one) => {
    const copy = structuredClone(one) as { response?: { content?: { text?: unknown; mimeType?: unknown } } } | null
    const content = copy?.response?.content
    if (typeof content !== 'object' || content === null || typeof content.text !== 'string') return copy
    const raw = JSON.stringify(content.text).length - 2
    if (raw <= SPLIT_LIMITS.smallBodyBytes) return copy
    const names = Object.keys(content)
    const mime = names.indexOf('mimeType') < names.indexOf('text') && 'mimeType' in content ? content.mimeType : undefined
    const wanted = typeof mime === 'string' ? /json|html/.test(mime) : /^\s*[<{[]/.test(content.text)
    if (!wanted) content.text = ''
    return copy
  })
}

test('gives the entries that JSON.parse gives, at every chunk size', () => {
  fc.assert(fc.property(
    fc.array(entry, { maxLength: 4 }), json, json, fc.boolean(), fc.boolean(), indent, fc.integer({ min: 1, max: 70 }),
    (entries, before, after, pagesFirst, marked, space, chunkBytes) => {
      const pages = [{ id: 'p1', title: 'Praxis "Süd"' }]
      const log = pagesFirst
        ? { version: '1.2', creator: { name: 'c', version: '1' }, pages, entries, comment: after }
        : { comment: before, entries, pages, creator: { name: 'c', version: '1' } }
      const source = JSON.stringify({ first: before, log, last: after }, null, space)
      const bytes = Buffer.from(marked ? `\ufeff${source}` : source)
      const expected = withoutBodies((JSON.parse(source) as { log: { entries: unknown[] } }).log.entries)
      for (const size of [chunkBytes, bytes.length + 1]) {
        const outcome = split(bytes, size)
        assert.deepEqual(outcome.entries, expected)
        assert.deepEqual(outcome.codes, [])
        assert.deepEqual(outcome.result, { ok: true, head: { creator: 'c 1', browser: '', pages }, entries: entries.length })
      }
    },
  ), { numRuns: 300 })
})

test('one byte at a time is no different', () => {
  fc.assert(fc.property(fc.array(entry, { maxLength: 2 }), indent, (entries, space) => {
    const bytes = Buffer.from(JSON.stringify({ log: { entries } }, null, space))
    assert.deepEqual(split(bytes, 1).entries, withoutBodies(JSON.parse(JSON.stringify(entries)) as unknown[]))
  }), { numRuns: 40 })
})

test('leaves out long bodies that are neither JSON nor HTML, and those above the cap', () => {
  const limits = { ...SPLIT_LIMITS, bodyBytes: 4000 }
  const of = (content: unknown): string => JSON.stringify({ log: { entries: [{ response: { content } }] } })
  const kept = (content: unknown, chunkBytes: number): unknown =>
    (splitText(of(content), chunkBytes, limits).entries[0] as { response: { content: { text: unknown } } }).response.content.text
  for (const chunkBytes of [1, 7, 64, 1000, 1 << 20]) {
    assert.equal(kept({ mimeType: 'text/javascript', text: 'x'.repeat(2000) }, chunkBytes), '')
    assert.equal(kept({ mimeType: 'text/html', text: 'x'.repeat(2000) }, chunkBytes), 'x'.repeat(2000))
    assert.equal(kept({ mimeType: 'text/html', text: 'x'.repeat(5000) }, chunkBytes), '')
    for (const [mimeType, codes] of [['text/html', ['answer-too-large']], ['image/gif', []]] as const) {
      assert.deepEqual(splitText(of({ mimeType, text: 'x'.repeat(5000) }), chunkBytes, limits).codes, codes)
    }
    assert.equal(kept({ text: '\n <html>'.repeat(200), mimeType: 'text/html' }, chunkBytes), '\n <html>'.repeat(200))
    assert.equal(kept({ text: 'aGFsbG8='.repeat(200), mimeType: 'text/html' }, chunkBytes), '')
    assert.equal(kept({ mimeType: 'image/gif', text: 'R0lGOD' }, chunkBytes), 'R0lGOD')
  }
})

test('a text above the limit is left out and told, and the rest of the entry stays', () => {
  const limits = { ...SPLIT_LIMITS, stringBytes: 3000 }
  const source = JSON.stringify({
    log: { entries: [{ request: { postData: { text: '\\"'.repeat(2000), mimeType: 'text/plain' }, url: 'https://a.example/' } }, { b: 1 }] },
  })
  for (const chunkBytes of [1, 100, 5000, 1 << 20]) {
    const { entries, codes } = splitText(source, chunkBytes, limits)
    assert.deepEqual(entries, [{ request: { postData: { text: '', mimeType: 'text/plain' }, url: 'https://a.example/' } }, { b: 1 }])
    assert.deepEqual(codes, ['value-cut'])
  }
})

test('an entry above the limit is left out and told, and keeps its number', () => {
  const source = JSON.stringify({ log: { entries: [{ a: ['x'.repeat(50), 'y'.repeat(50)] }, { b: 1 }] } })
  for (const chunkBytes of [1, 30, 1 << 20]) {
    const seen: number[] = []
    const codes: string[] = []
    const splitter = createSplitter(
      { entry: (_, index) => seen.push(index), diagnostic: ({ code }) => codes.push(code) },
      { ...SPLIT_LIMITS, valueBytes: 80 },
    )
    const bytes = Buffer.from(source)
    for (let at = 0; at < bytes.length; at += chunkBytes) splitter.push(bytes.subarray(at, at + chunkBytes))
    assert.equal(splitter.end().ok, true)
    assert.deepEqual(seen, [1])
    assert.deepEqual(codes, ['entry-too-large'])
  }
})

test('a JSONP call around the document is no part of it', () => {
  for (const chunkBytes of [1, 5, 1 << 20]) {
    const { entries, codes, result } = splitText('\ufeff onInputData ({"log":{"entries":[{"a":1}]}}) ;\n', chunkBytes)
    assert.deepEqual([entries, codes, result.ok], [[{ a: 1 }], [], true])
  }
})

test('refuses what has no entries, and says why and where', () => {
  const why = (source: string): unknown => {
    const { result } = splitText(source, 3)
    return result.ok ? 'ok' : result.why
  }
  assert.equal(why(''), 'empty')
  assert.equal(why(' \n'), 'empty')
  assert.equal(why('<!doctype html>'), 'not-json')
  assert.equal(why('hello'), 'not-json')
  assert.equal(why('{"log":{"creator":{}} xxx }'), 'not-json')
  assert.equal(why('{"log":{"version":nonsense,"entries":[]}}'), 'not-json')
  assert.equal(why('{"a":,"log":{"entries":[]}}'), 'not-json')
  assert.equal(why('[1,2]'), 'no-log')
  assert.equal(why('{"creator":{"log":{"entries":[{}]}}}'), 'no-log')
  assert.equal(why('{"log":[{"entries":[]}]}'), 'no-log')
  assert.equal(why('{"log":{"pages":[]}}'), 'no-entries')
  assert.equal(why('{"log":{"entries":{"0":{}}}}'), 'no-entries')
  assert.equal(why('{"log":{"entries":[{"a":1'), 'truncated')
  assert.equal(why('{"log":{"entries":[]}}'), 'ok')
  const { result } = splitText('{"log":{"creator":{}\n xxx }}')
  assert.deepEqual(result, { ok: false, why: 'not-json', at: 22 })
})

test('what is odd after the first entry is told and costs nothing that was read', () => {
  const told = (source: string): unknown => {
    const { entries, codes, result } = splitText(source, 4)
    return [entries.length, codes.join(), result.ok]
  }
  assert.deepEqual(told('{"log":{"entries":[{"a":1},{"b":2'), [1, 'har-truncated', true])
  assert.deepEqual(told('{"log":{"entries":[{"a":1},{"b":2}'), [2, 'har-truncated', true])
  assert.deepEqual(told('{"log":{"entries":[{"a":1},]}}'), [1, 'trailing-comma', true])
  assert.deepEqual(told('{"log":{"entries":[,{"a":1}]}}'), [1, 'stray-comma', true])
  assert.deepEqual(told('{"log":{"entries":[{"a":1}{"b":2}]}}'), [2, 'missing-comma', true])
  assert.deepEqual(told('{"log":{"entries":[{"a":1}]}} more'), [1, 'trailing-text', true])
  assert.deepEqual(told('{"log":{"entries":[{"a":1}]}}{"log":{}}'), [1, 'har-malformed', true], 'what it holds is lost')
  assert.deepEqual(told('{"log":{"entries":[{"a":1}} more'), [1, 'har-malformed', true])
  assert.deepEqual(told('{"log":{"entries":[{"a":1}],"entries":[{"b":2}]}}'), [2, 'entries-twice', true])
  assert.deepEqual(told('{"log":{"entries":[{"a":1}],"pages":[}]}}'), [1, 'har-malformed', true].with(1, 'pages-unreadable,har-malformed'))
})

test('creator, browser and pages are told before the entries that follow them', () => {
  const heard: string[] = []
  const splitter = createSplitter({
    entry: (_, index) => heard.push(`entry ${index}`),
    head: (head) => heard.push(`${head.creator}|${head.browser}|${head.pages.length}`),
    diagnostic: () => {},
  })
  splitter.push(Buffer.from('{"log":{"creator":{"name":"Firefox","version":128},"entries":[{}],"pages":[{},3,null],"browser":"x"}}'))
  splitter.end()
  assert.deepEqual(heard, ['Firefox 128||0', 'entry 0', 'Firefox 128||1', 'Firefox 128|x|1'])
})
