// Whatever is wrapped in up to three encodings comes to light, under their names, and its range maps back outside.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { layersOf, peel, toFieldRange, type Layer } from '../../src/decode/peel.js'
import { encoders, type Encoder, type Shape } from './encoders.js'

const MARKER = 'Blasenschwaeche 7'
const utf8 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text))
const holds = (bytes: Uint8Array, text: string): boolean => Buffer.from(bytes).includes(text)
/** A number in base 58 of more digits is left alone. */
const MAX_BASE58 = 93

const all = Object.entries(encoders)

/** Innermost first; each encoder takes what the one before it gives. */
function chains(length: number): string[][] {
  const grow = (chain: string[], shape: Shape): string[][] => {
    if (chain.length === length) return [chain]
    const fitting = all.filter(([, encoder]) => encoder.takes.includes(shape))
    return fitting.flatMap(([name, encoder]) => grow([...chain, name], encoder.gives(shape)))
  }
  return grow([], 'text')
}

const toEncoders = (chain: readonly string[]): Encoder[] =>
  chain.map((name) => encoders[name]).filter((encoder) => encoder !== undefined)

/** A size that happens to be a backslash, `%` or `&` makes one escape with what stands behind it. */
function isEscapedByItsSize(encoded: Uint8Array, value: Uint8Array): boolean {
  const at = Buffer.from(encoded).indexOf(value)
  return at > 0 && '\\%&'.includes(String.fromCharCode(encoded[at - 1] ?? 0))
}

/** `undefined` where an encoder of the chain would get more than it takes. */
function wrap(chain: readonly string[], value: Uint8Array): Uint8Array | undefined {
  let wrapped = value
  for (const name of chain) {
    if (name === 'base58' && wrapped.length > MAX_BASE58) return undefined
    if (wrapped.length > 60_000) return undefined
    const encoded = encoders[name]?.encode(wrapped) ?? wrapped
    if (isEscapedByItsSize(encoded, wrapped)) return undefined
    wrapped = encoded
  }
  return wrapped
}

function layersWith(value: Uint8Array, text: string): Layer[] {
  const found: Layer[] = []
  peel(value, (layer) => {
    if (holds(layer.bytes, text)) found.push(layer)
  }, { maxDepth: 6 })
  return found
}

/** The layers that undo the chain, outermost first, and the same without those that can be looked through. */
function expectedLayers(chain: readonly string[]): string[] {
  return toEncoders(chain).reverse().reduce<string[][]>(
    (ways, { layers, transparent }) => ways.flatMap((way) => [[...way, ...layers], ...(transparent ? [way] : [])]),
    [[]],
  ).map((way) => way.join('>'))
}

function assertVisible(chain: readonly string[], text: string): void {
  const wrapped = wrap(chain, utf8(text))
  if (!wrapped) return
  const found = layersWith(wrapped, text).map((layer) => layersOf(layer).join('>'))
  const expected = expectedLayers(chain)
  const what = `${chain.join(' in ')} around ${JSON.stringify(text)}`
  // Where the inner one of two layers is looked through, what lies within it may be undone before the outer one is.
  // So may the same encoding twice, where what lies between was broken into lines.
  const isFolded = chain.filter((name) => name.startsWith('quoted-printable')).length > 1
  // Two of the three pieces of a JWT are read by themselves, however they are folded.
  const isInPieces = chain.includes('jwt') && chain.includes('base64 in a URL')
  const isMixed = isFolded || isInPieces || toEncoders(chain).some(({ layers, transparent }) => transparent && layers.length > 1)
  const isExpected = isMixed ? found.length > 0 : found.some((layers) => expected.includes(layers))
  assert.ok(isExpected, `${what}: found under ${JSON.stringify(found)}, not ${expected[0]}`)
}

const character = fc.string({ unit: 'grapheme', maxLength: 3 })
const surroundings = fc.tuple(character, character)

describe('a marker in random text', () => {
  for (const length of [1, 2]) {
    it(`is found in every chain of ${length}`, () => {
      for (const chain of chains(length)) {
        const property = fc.property(surroundings, ([before, after]) => assertVisible(chain, before + MARKER + after))
        fc.assert(property, { numRuns: length === 1 ? 60 : 3 })
      }
    })
  }

  it('is found in chains of three', () => {
    const threes = chains(3)
    assert.ok(threes.length > 5000)
    const property = fc.property(fc.constantFrom(...threes), surroundings, (chain, [before, after]) => {
      assertVisible(chain, before + MARKER + after)
    })
    fc.assert(property, { numRuns: 1500 })
  })

  it('maps to a range that decodes to it again', () => {
    const located = [1, 2, 3].flatMap(chains).filter((chain) => toEncoders(chain).every((encoder) => encoder.locates))
    const isGrouped = (name: string): boolean => /base|jwt|Z85/.test(name)
    // A group may begin in the middle of a character, and half a character is no text by itself; nor is a list of numbers
    // of which few are in ASCII.
    const text = (chain: readonly string[]): fc.Arbitrary<string> =>
      fc.string({ unit: chain.some((name) => isGrouped(name) || name.startsWith('character codes')) ? 'grapheme-ascii' : 'grapheme', maxLength: 60 })
    const cases = fc.constantFrom(...located).chain((chain) => fc.tuple(fc.constant(chain), text(chain), text(chain)))
    fc.assert(
      fc.property(cases, ([chain, before, after]) => {
        const wrapped = wrap(chain, utf8(before + MARKER + after))
        if (!wrapped) return
        const expected = expectedLayers(chain)
        const layer = layersWith(wrapped, MARKER).find((one) => expected.includes(layersOf(one).join('>')))
        assert.ok(layer, `${chain.join(' in ')}: not found`)
        const at = Buffer.from(layer.bytes).indexOf(MARKER)
        const { start, end } = toFieldRange(layer, at, at + MARKER.length)
        assert.ok(start >= 0 && start < end && end <= wrapped.length)
        const again = layersWith(wrapped.slice(start, end), MARKER)
        const what = `${chain.join(' in ')}: bytes ${start} to ${end} of ${wrapped.length}`
        assert.ok(again.length > 0, `${what} do not decode to the marker`)
        const grouped = chain.filter(isGrouped).length
        const shortest = Math.min(...again.map((one) => one.bytes.length))
        // Each grouping rounds outwards by less than five bytes of the one inside it, and may cut an escape each side.
        const most = MARKER.length + 2 * (5 ** grouped - 1) + 24
        assert.ok(shortest <= most, `${what} decode to ${shortest} bytes for a marker of ${MARKER.length}`)
      }),
      { numRuns: 600 },
    )
  })
})

describe('text as sites encode it', () => {
  const steps: Readonly<Record<string, { layers: readonly string[]; encode: (text: string) => string }>> = {
    encodeURIComponent: { layers: ['percent'], encode: (text) => 'dl=' + encodeURIComponent(text) + '&v=1' },
    'JSON.stringify': { layers: ['json'], encode: (text) => JSON.stringify({ event: 'search', url: text, n: 1 }) },
    btoa: { layers: ['base64'], encode: (text) => 'data=' + btoa(unescape(encodeURIComponent(text))) + '&ip=1' },
    escape: { layers: ['percent', 'latin-1'], encode: (text) => escape(text) },
    innerHTML: {
      layers: ['html-entities'],
      encode: (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'),
    },
  }

  it('comes to light with no other layers than those that were put around it', () => {
    const chain = fc.array(fc.constantFrom(...Object.keys(steps)), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(chain, surroundings, (names, [before, after]) => {
        const text = `${before} "Blasenschwäche" & Vorgespräch </${after}`
        const wrapped = names.reduce((value, name) => steps[name]?.encode(value) ?? value, text)
        const allowed = names.flatMap((name) => steps[name]?.layers ?? [])
        const found = layersWith(utf8(wrapped), text).map(layersOf)
        assert.ok(found.some((layers) => layers.every((id) => allowed.includes(id))), `${names.join(', ')}: ${wrapped}`)
      }),
      { numRuns: 500 },
    )
  })

  it('is found under btoa() of Latin-1', () => {
    const [layer] = layersWith(utf8('q=' + btoa('Blasenschwäche, Vorgespräch')), 'Blasenschwäche')
    assert.deepEqual(layer && layersOf(layer), ['base64', 'latin-1'])
    assert.deepEqual(layer && toFieldRange(layer, 0, 15), { start: 2, end: 22 })
  })
})
