import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { createAutomaton, FOLDED } from '../../../src/detect/automaton.js'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

function found(needles: readonly Uint8Array[], text: Uint8Array): string[] {
  const hits: string[] = []
  createAutomaton(needles).search(text, (needle, end) => hits.push(`${needle}@${end}`))
  return hits.sort()
}

function naive(needles: readonly Uint8Array[], text: Uint8Array): string[] {
  const hits: string[] = []
  needles.forEach((needle, index) => {
    if (needle.length === 0) return
    for (let from = 0; from + needle.length <= text.length; from++) {
      if (needle.every((byte, at) =>
        FOLDED[byte] === FOLDED[text[from + at]!])) hits.push(`${index}@${from + needle.length}`)
    }
  })
  return hits.sort()
}

test('the worked example: he, she, hers in ushers', () => {
  assert.deepEqual(found([bytes('he'), bytes('she'), bytes('hers')], bytes('ushers')), ['0@4', '1@4', '2@6'])
})

test('capitals and the characters between words are folded, other bytes are not', () => {
  const needles = [bytes('Hals Nasen'), bytes('Ärztin')]
  assert.deepEqual(found(needles, bytes('HALS-NASEN hals_nasen hals+nasen hals.nasen')), ['0@10', '0@21', '0@32'])
  assert.deepEqual(found(needles, bytes('ärztin ÄRZTIN')), ['1@15'])
})

test('needles longer than the tree is deep are compared to their end', () => {
  const needles = ['0123456789abcdef0123', '0123456789abcdef9999', '0123456789ab'].map(bytes)
  assert.deepEqual(found(needles, bytes('x0123456789abcdef0123y')), ['0@21', '2@13'])
  assert.deepEqual(found(needles, bytes('x0123456789abcdef012')), ['2@13'])
})

test('equal needles are all reported, empty ones never', () => {
  assert.deepEqual(found([bytes('a'), bytes(''), bytes('A')], bytes('a')), ['0@1', '2@1'])
  assert.deepEqual(found([], bytes('a')), [])
})

test('finds what a naive search finds', () => {
  const letter = fc.constantFrom(...[0x61, 0x41, 0x62, 0x20, 0x2b, 0x5f, 0xc3, 0xbc, 0x00])
  const piece = fc.array(letter, { maxLength: 18 }).map((list) => Uint8Array.from(list))
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.array(letter, { maxLength: 120 }), (needles, text) => {
      assert.deepEqual(found(needles, Uint8Array.from(text)), naive(needles, Uint8Array.from(text)))
    }),
    { numRuns: 400 },
  )
})

test('finds what a naive search finds, in any bytes', () => {
  const text = fc.uint8Array({ maxLength: 60 })
  fc.assert(
    fc.property(text, fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 30 })), { maxLength: 8 }),
      (whole, cuts) => {
      const needles = cuts.map(([from, length]) => whole.slice(from, from + length))
      assert.deepEqual(found(needles, whole), naive(needles, whole))
    }),
    { numRuns: 200 },
  )
})
