import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { clip, pad, toCsvCell, toHtml, toJson, toMarkdown, toPlain, toTerminal, widthOf, wrap } from '../../../src/report/text.js'

test('what is not seen is shown', () => {
  assert.equal(toPlain('a\u001B[31m\u0007\u009Bb'), 'a\\u{1b}[31m\\u{7}\\u{9b}b')
  assert.equal(toPlain('a\u202Eb\u200B\u2066\uFEFF\u2028\u00ADc'), 'a\\u{202e}b\\u{200b}\\u{2066}\\u{feff}\\u{2028}\\u{ad}c')
  assert.equal(toPlain('a\nb\tc\r'), 'a\\nb\\tc\\r')
  assert.equal(toPlain('a\uD800b'), 'a\\u{d800}b')
  assert.equal(toPlain('Jörg Weißmüller 泌尿科 😀'), 'Jörg Weißmüller 泌尿科 😀')
})

test('HTML: nothing closes an attribute or opens a tag', () => {
  assert.equal(toHtml(`<a b="c" d='e'>&amp;`), '&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;amp;')
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
    assert.doesNotMatch(toHtml(text), /[<>"']|&(?!amp;|lt;|gt;|quot;|#39;)|[\p{Cc}\p{Cs}]/u)
  }))
})

test('CSV: no cell is a formula, and every cell reads back', () => {
  for (const formula of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\n=1', '＝1']) {
    const cell = toCsvCell(formula)
    assert.match(cell, /^"?'/, JSON.stringify(formula))
  }
  assert.equal(toCsvCell('a,"b"\n'), '"a,""b""\n"')
  assert.equal(toCsvCell('plain'), 'plain')
  assert.equal(toCsvCell(-3), '-3')
  assert.equal(toCsvCell(null), '')
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
    const cell = toCsvCell(text)
    const value = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell
    assert.doesNotMatch(value, /^\s*[=+\-@]/)
    if (cell === value) assert.doesNotMatch(cell, /[",\r\n]/)
    else assert.doesNotMatch(cell.slice(1, -1).replaceAll('""', ''), /"/)
  }))
})

test('Markdown: no markup, no link, no mention, one line', () => {
  const text = toMarkdown('[x](javascript:1) **b** `c` <img> | # https://evil.example www.evil.example @who\n- y')
  assert.doesNotMatch(text, /(?<!\\|&)[*`[\]|#]|<|:\/\/|www\.|@|\n/)
})

test('clipping never leaves half a character', () => {
  assert.equal(clip('abc', 3), 'abc')
  assert.equal(clip('abcd', 3), 'ab…')
  assert.equal(clip('a😀bc', 3), 'a…')
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 20 }), (text, length) => {
    const clipped = clip(text, length)
    assert.ok(clipped.length <= length)
    assert.doesNotMatch(clipped, /\p{Cs}/u)
  }))
  assert.ok(toTerminal('x'.repeat(1e6)).length <= 400)
})

test('widths are columns', () => {
  assert.equal(widthOf('abc'), 3)
  assert.equal(widthOf('Müller'), 6)
  assert.equal(widthOf('Mu\u0308ller'), 6)
  assert.equal(widthOf('泌尿科'), 6)
  assert.equal(widthOf('👩‍⚕️'), 2)
  assert.equal(pad('泌尿', 6), '泌尿  ')
})

test('wrapped lines fit, and hold all of the text', () => {
  assert.deepEqual(wrap('one two three', 7), ['one two', 'three'])
  assert.deepEqual(wrap('泌尿科医師', 5), ['泌尿', '科医', '師'])
  assert.deepEqual(wrap('', 5), [''])
  fc.assert(fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', 'ß', '泌', '-'), maxLength: 30 }), { maxLength: 12 }), fc.integer({ min: 2, max: 40 }), (parts, width) => {
    const text = parts.join(' ')
    const lines = wrap(text, width)
    for (const line of lines) assert.ok(widthOf(line) <= width)
    assert.equal(lines.join('').replaceAll(' ', ''), text.replaceAll(' ', ''))
  }))
})

test('JSON is the same value, with nothing in it that a terminal obeys or does not show', () => {
  const all = Array.from({ length: 0x3000 }, (_, code) => String.fromCharCode(code)).join('') + '\ufeff\ufff9\ufffb\ud800 👩‍👧 \u{e0041}'
  for (const value of [all, { [all]: [all] }]) {
    assert.deepEqual(JSON.parse(toJson(value)), value)
    assert.deepEqual(JSON.parse(toJson(value, 2)), value)
    assert.equal(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u.test(toJson(value)), false)
  }
  assert.equal(toJson({ a: 'Größe' }), '{"a":"Größe"}')
})
