// Every decoder against its own examples and against its contract: gate, limit, locate, no throwing.
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Decoder, DecoderExample, Segment } from '../../src/decode/decoder.js'
import { decoders } from '../../src/decode/decoders.generated.js'

const toBytes = (text: string | Uint8Array): Uint8Array =>
  new Uint8Array(typeof text === 'string' ? Buffer.from(text) : text)
const toText = (bytes: Uint8Array): string => Buffer.from(bytes).toString()

function decode(decoder: Decoder, input: Uint8Array, limit = 1 << 20): { segments: Segment[]; refused: number } {
  const segments: Segment[] = []
  let refused = 0
  decoder.decode(input, (segment) => segments.push(segment), limit, () => refused++)
  return { segments, refused }
}

const isTriggered = (decoder: Decoder, input: Uint8Array): boolean =>
  decoder.triggers === undefined || input.some((byte) => decoder.triggers?.includes(byte))

/** Noise in the characters that decoders look at, and examples with a few bytes changed. */
function hostile(examples: readonly DecoderExample[]): fc.Arbitrary<Uint8Array> {
  const words = ['%u00', '\\ud8', 'xn--', 'eyJ', '\u00c3', '\x1f', 'H4sI', '\0', '\ufeff']
  const special = fc.array(fc.constantFrom(...'%&\\xuU{}#;.=-_/+$eyJ0019aAfFzZ', ...words), { maxLength: 60 })
  const mutated = fc.tuple(fc.constantFrom(...examples), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 3 }))
  return fc.oneof(
    fc.uint8Array({ maxLength: 80 }),
    special.map((parts) => toBytes(parts.join(''))),
    mutated.map(([example, changes]) => {
      const bytes = toBytes(example.encoded)
      for (const [at, byte] of changes) bytes[at % bytes.length] = byte
      return bytes
    }),
  )
}

it('the index lists the folder', () => {
  const files = readdirSync(join(process.cwd(), 'src/decode/decoders')).map((file) => file.replace(/\.ts$/, ''))
  assert.deepEqual(Object.keys(decoders), files.sort())
})

for (const [id, decoder] of Object.entries(decoders)) {
  describe(`decoder ${id}`, () => {
    it('decodes its examples, and no gate misses them', () => {
      assert.ok(decoder.examples.length > 0)
      for (const example of decoder.examples) {
        const input = toBytes(example.encoded)
        assert.ok(isTriggered(decoder, input), `no trigger in ${toText(input)}`)
        assert.ok(decoder.gate(input), `gate closed to ${toText(input)}`)
        const texts = decode(decoder, input).segments.map((segment) => toText(segment.bytes))
        assert.ok(texts.includes(example.decoded), `${toText(input)} gave ${JSON.stringify(texts)}`)
      }
    })

    it('reads an example that is a view into a larger buffer', () => {
      const input = toBytes(decoder.examples[0]?.encoded ?? '')
      const larger = new Uint8Array(input.length + 14).fill(0x41)
      larger.set(input, 7)
      const view = larger.subarray(7, 7 + input.length)
      const texts = (value: Uint8Array): string[] => decode(decoder, value).segments.map(({ bytes }) => toText(bytes))
      assert.deepEqual(texts(view), texts(input))
      // A Buffer's slice() is a view, a Uint8Array's is a copy: what is written to the one is written to the input.
      const buffer = Buffer.from(input)
      assert.deepEqual(texts(buffer), texts(input))
      assert.ok(buffer.equals(input), 'the input was changed')
    })

    it('refuses, and emits nothing, where the example does not fit the limit', () => {
      const input = toBytes(decoder.examples[0]?.encoded ?? '')
      const { segments, refused } = decode(decoder, input, 3)
      assert.deepEqual(segments, [])
      assert.ok(refused > 0)
    })

    it('never throws, keeps to the limit, stays in range, and emits nothing past a closed gate', () => {
      fc.assert(
        fc.property(hostile(decoder.examples), fc.constantFrom(0, 5, 40, 4096), (input, limit) => {
          const before = input.slice()
          const { segments } = decode(decoder, input, limit)
          assert.deepEqual(input, before, 'the input was changed')
          assert.ok(segments.reduce((sum, segment) => sum + segment.bytes.length, 0) <= limit)
          for (const { start, end } of segments) assert.ok(start >= 0 && start < end && end <= input.length)
          if (segments.length > 0) assert.ok(isTriggered(decoder, input) && decoder.gate(input))
        }),
        { numRuns: 400 },
      )
    })

    it('locates every byte within its segment, in order', () => {
      const { locate } = decoder
      if (!locate) return
      fc.assert(
        fc.property(hostile(decoder.examples), (input) => {
          for (const segment of decode(decoder, input).segments) {
            let last = segment.start
            for (let offset = 0; offset < segment.bytes.length; offset++) {
              const at = locate(input, segment, offset)
              assert.ok(at >= last && at < segment.end, `byte ${offset} at ${at} of ${segment.start} to ${segment.end}`)
              last = at
            }
          }
        }),
        { numRuns: 200 },
      )
    })
  })
}
