import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { layersOf, peel, toFieldRange, type Layer, type PeelOptions } from '../../../src/decode/peel.js'
import type { Diagnostic } from '../../../src/model.js'

const utf8 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text))
const toText = (bytes: Uint8Array): string => Buffer.from(bytes).toString()
const percent = (text: string): string => Buffer.from(text).toString('hex').replace(/../g, '%$&')

function peelAll(value: string | Uint8Array, options?: PeelOptions): { layers: Layer[]; diagnostics: Diagnostic[] } {
  const layers: Layer[] = []
  const diagnostics: Diagnostic[] = []
  const bytes = typeof value === 'string' ? utf8(value) : value
  peel(bytes, (layer) => layers.push(layer), { diagnostic: (one) => diagnostics.push(one), ...options })
  return { layers, diagnostics }
}

/** Chain and text of every layer. */
const shown = (value: string | Uint8Array, options?: PeelOptions): string[] =>
  peelAll(value, options).layers.map((layer) => `${layersOf(layer).join('>')}: ${toText(layer.bytes)}`)

/** The text under exactly these layers. */
function under(chain: string, value: string | Uint8Array): string[] {
  const { layers } = peelAll(value)
  return layers.filter((layer) => layersOf(layer).join('>') === chain).map((layer) => toText(layer.bytes))
}

const codesOf = (value: Uint8Array): string[] => peelAll(value).diagnostics.map(({ code }) => code)

describe('what ordinary values yield', () => {
  const ordinary = [
    '', 'a', 'Urologie', 'Vorgespräch Vasektomie/Sterilisation Mann', 'private', 'de-DE', '1974-03-09',
    '+49 30 23125 017', 'PageView',
    'https://www.praxis.example/de/urologie?id=123&gclid=EAIaIQobChMIy6Gd_wB&ver=1.2.9.5',
    'fb.1.1700000000000.1234567890',
    'G-ABCDEFGHIJ', '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    '6ba7b810-9dad-11d1-80b4-00c04fd430c8',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.6478.127 Safari/537.36',
    'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8', 'gzip, deflate, br, zstd',
    '100% sicher & mehr', 'a=1&copy=2&lt=3', 'C:\\Users\\u', 'xn--', '1536x864', 'SubscribedButtonClick',
  ]
  for (const value of ordinary) {
    it(`nothing but itself: ${value.slice(0, 40)}`, () => assert.deepEqual(shown(value), [': ' + value]))
  }

  it('no layer of most random ids', () => {
    let layers = 0
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 32 }), (bytes) => {
        const id = Buffer.from(bytes)
        for (const text of [id.toString('base64url'), id.toString('hex')]) layers += peelAll(text).layers.length - 1
      }),
      { numRuns: 2000, seed: 7 },
    )
    assert.ok(layers < 150, `${layers} layers of 4000 ids`)
  })
})

describe('what trackers send', () => {
  it('a page with escapes of three kinds and typesetting: each escape alone and with the others, and its plain text at the end', () => {
    const page = '{"html":"<p>Blasen\u00adschw\u00e4che\u00a0 \\n %C3%BCber &amp; alles</p>"}'
    const chains = peelAll(page).layers.map((layer) => layersOf(layer).join('>')).sort()
    assert.deepEqual(chains.filter((chain) => chain.includes('typesetting>')), [])
    assert.ok(chains.includes('json>percent>typesetting') || chains.includes('percent>json>typesetting'), chains.join(' '))
    assert.ok(chains.length <= 2 ** 4, `${chains.length}: ${chains.join(' ')}`)
  })

  it('no further layer is made once somebody has seen enough', () => {
    const value = percent(JSON.stringify({ q: Buffer.from('Blasenschwäche und anderes').toString('base64') }))
    const seen: string[] = []
    peel(utf8(value), (layer) => {
      seen.push(layersOf(layer).join('>'))
      return layer.decoder === 'percent' ? 'enough' : undefined
    })
    assert.deepEqual(seen, ['', 'percent'])
    assert.ok(peelAll(value).layers.length > seen.length)
  })

  it('a page address, encoded twice', () => {
    const value = 'fu=' + encodeURIComponent(encodeURIComponent('https://praxis.example/?q=Blasenschwäche'))
    assert.deepEqual(shown(value).slice(1), [
      'percent: fu=' + encodeURIComponent('https://praxis.example/?q=Blasenschwäche'),
      'percent>percent: fu=https://praxis.example/?q=Blasenschwäche',
    ])
  })

  it('JSON in a JSON string in a form', () => {
    const inner = JSON.stringify({ buttonText: 'Blasenschwäche "sofort"' })
    const [text] = under('percent>json>json', 'cd=' + encodeURIComponent(JSON.stringify({ data: inner })))
    assert.ok(text?.includes('Blasenschwäche "sofort"'), text)
  })

  it('base64 of gzip of JSON', () => {
    const body = JSON.stringify({ url: 'https://praxis.example/urologie', hem: null })
    assert.deepEqual(under('base64>gzip', gzipSync(body).toString('base64')), [body])
  })

  it('gzip that was read as Latin-1', () => {
    const text = gzipSync('{"event":"Blasenschwäche"}').toString('latin1')
    assert.deepEqual(under('mojibake-gzip>gzip', text), ['{"event":"Blasenschwäche"}'])
  })

  it('gzip that was read as UTF-8 is lost, and nothing is made up', () => {
    const text = gzipSync('{"event":"Blasenschwäche","more":"Vorgespräch Vasektomie"}').toString()
    assert.ok(text.includes('\ufffd'))
    assert.equal(peelAll(text).layers.length, 1)
  })

  it('gzip that was cut off', () => {
    const body = Array.from({ length: 400 }, (_, at) => `Urologie ${at * 7919}`).join()
    const [text] = under('gzip', gzipSync(body).subarray(0, 900))
    assert.ok(text && text.length > 500 && body.startsWith(text))
  })

  for (const [id, pack] of [['gzip', gzipSync], ['zlib', deflateSync]] as const) {
    it(`many streams of ${id} in one body, and a note where there are more than are undone`, () => {
      const body = (count: number): Buffer => Buffer.concat(Array.from({ length: count }, (_, at) =>
        Buffer.concat([Buffer.from([0, 0, 0, 0, 9, 255, 254]), pack(at === count - 1 ? 'Urologie' : `nothing ${at}`)])))
      assert.equal(under(id, body(40)).at(-1), 'Urologie')
      assert.deepEqual(codesOf(body(40)), [])
      assert.deepEqual(codesOf(body(70)), ['bomb-refused'])
    })
  }

  it('a stream of zlib behind much that only looks like one', () => {
    const chance = Buffer.concat(Array.from({ length: 500 }, () => Buffer.from([0x78, 0x9c, 0xff, 0xff, 0x80, 0, 1, 2, 3])))
    assert.equal(under('zlib', Buffer.concat([chance, deflateSync('Urologie')])).at(-1), 'Urologie')
    assert.deepEqual(codesOf(chance), [])
  })

  it('members of gzip one behind the other are one', () => {
    const members = Buffer.concat(Array.from({ length: 100 }, (_, at) => gzipSync(at === 99 ? 'Urologie' : 'n ')))
    assert.deepEqual(under('gzip', members), [`${'n '.repeat(99)}Urologie`])
    assert.deepEqual(codesOf(members), [])
  })

  it('a token whose payload holds an address', () => {
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
    const value = `auth=Bearer ${part({ alg: 'HS256' })}.${part({ email: 'joerg@example.org' })}.c2lnbmF0dXJl&x=1`
    assert.deepEqual(under('jwt', value), ['{"email":"joerg@example.org"}', '{"alg":"HS256"}'])
  })

  it('a token behind a prefix of the same alphabet', () => {
    const value = 'sd=v2_' + Buffer.from('{"q":"Urologie"}').toString('base64url')
    assert.deepEqual(under('base64', value), ['{"q":"Urologie"}'])
  })

  describe('base64 with slashes in a path', () => {
    const text = JSON.stringify({ q: 'Blasenschwäche', n: 42 })
    const formats: Readonly<Record<string, readonly [chain: string, bytes: Uint8Array]>> = {
      text: ['', utf8(`??>>${text}??>>`)],
      zstd: ['>zstd', Buffer.concat([Buffer.from('28b52ffd0050', 'hex'), Buffer.from([(text.length + 1) << 3 | 1, 0, 0].map((one, at) =>
        at === 0 ? one & 255 : at === 1 ? ((text.length + 1) << 3 | 1) >> 8 : 0)), utf8(text)])],
      gzip: ['>gzip', gzipSync(text)],
      deflate: ['>deflate', deflateRawSync(text)],
      'UTF-16': ['>utf-16', Buffer.from(`${text}ÿ?ÿ?`, 'utf16le')],
    }
    for (const [name, [chain, bytes]] of Object.entries(formats)) {
      const [shown] = name === 'UTF-16' ? [`${text}ÿ?ÿ?`] : name === 'text' ? [`??>>${text}??>>`] : [text]
      for (const spelling of ['as it is', 'percent-encoded', 'without padding'] as const) {
        it(`${name}, ${spelling}`, () => {
          const plain = Buffer.from(bytes).toString('base64')
          const token = spelling === 'percent-encoded' ? encodeURIComponent(plain) : spelling === 'as it is' ? plain : plain.replace(/=+$/, '')
          const layers = `${/%/.test(token) ? 'percent>' : ''}base64${chain}`
          for (const [before, behind] of [['/x/', '/y'], ['/v1/Users/7/', ''], ['', '/1'], ['/e/f/', '/index.html']]) {
            const path = `${before}${token}${behind}`
            const found = peelAll(path).layers.filter((layer) => layersOf(layer).join('>') === layers && toText(layer.bytes).startsWith(shown!))
            // With its slashes escaped, the step is read in the path and by itself; what is behind it may differ.
            assert.ok(found.length === 1 || (/%/.test(token) && found.length === 2), `${path}: ${found.length} × ${shown}`)
            for (const layer of found) {
              const { start, end } = toFieldRange(layer, 0, layer.bytes.length)
              assert.equal(start, before!.length, path)
              assert.ok(path.slice(start, end).startsWith(token.replace(/(=|%3D)+$/, '')), `${path}: ${path.slice(start, end)}`)
            }
          }
        })
      }
    }
  })

  it('a deflated SAML request', () => {
    const xml = '<samlp:AuthnRequest ID="_1"><saml:Issuer>https://praxis.example/urologie</saml:Issuer>'
    const value = 'SAMLRequest=' + percent(deflateRawSync(xml).toString('base64'))
    assert.deepEqual(under('percent>base64>deflate', value), [xml])
  })

  it('a brotli body', () => {
    const terms = Array.from({ length: 50 }, (_, at) => `term ${at}`)
    const body = JSON.stringify({ search: 'Blasenschwäche', terms })
    assert.deepEqual(under('brotli', brotliCompressSync(body)), [body])
  })

  it('brotli as text, of any length', () => {
    for (const clear of ['Urologie', 'Vorgespräch Vasektomie', '{"q":"Blasenschwäche","mail":"joerg@example.org"}', 'Nierenstein '.repeat(40)]) {
      const packed = brotliCompressSync(clear)
      assert.deepEqual(under('base64>brotli', packed.toString('base64')), [clear])
      assert.deepEqual(under('base64>brotli', packed.toString('base64url')), [clear])
      assert.deepEqual(under('percent>base64>brotli', percent(packed.toString('base64'))), [clear])
      assert.deepEqual(under('hex>brotli', packed.toString('hex')), [clear])
    }
  })

  it('brotli in noise: none', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 8, maxLength: 64 }), (noise) => {
      assert.ok(!shown(Buffer.from(noise).toString('base64')).some((layer) => layer.startsWith('base64>brotli:')))
    }), { numRuns: 3_000 })
  })

  it('a host with an umlaut', () => {
    assert.deepEqual(under('punycode', 'https://www.xn--blasenschwche-kfb.example/'), ['blasenschwäche'])
  })
})

describe('layers', () => {
  it('come breadth first, the value itself first', () => {
    const { layers } = peelAll(percent(percent(Buffer.from('Urologie, Vorgespräch').toString('base64'))))
    assert.equal(layers[0]?.parent, undefined)
    const depths = layers.map((layer) => layer.depth)
    assert.deepEqual(depths, depths.toSorted((a, b) => a - b))
    const chains = layers.map((layer) => layersOf(layer).join('>'))
    assert.deepEqual(chains, ['', 'percent', 'percent>percent', 'percent>percent>base64'])
  })

  it('are visited once, however they are reached', () => {
    const { layers } = peelAll('%22 \\u0022 &quot; %22')
    const texts = layers.map((layer) => toText(layer.bytes))
    assert.equal(new Set(texts).size, texts.length)
    assert.ok(texts.includes('" " " "'))
  })

  it('give back the value itself at the root', () => {
    const value = utf8('Urologie')
    const { layers } = peelAll(value)
    assert.equal(layers[0]?.bytes, value)
    assert.deepEqual(layers[0] && toFieldRange(layers[0], 2, 5), { start: 2, end: 5 })
  })
})

describe('ranges in the field', () => {
  const rangeOf = (value: string, needle: string): string[] => {
    const { layers } = peelAll(value)
    return layers.filter((layer) => toText(layer.bytes).includes(needle)).map((layer) => {
      const at = Buffer.from(layer.bytes).indexOf(needle)
      const { start, end } = toFieldRange(layer, at, at + Buffer.byteLength(needle))
      return layersOf(layer).join('>') + ': ' + toText(utf8(value).subarray(start, end))
    })
  }
  const cases: readonly (readonly [string, string, string, string])[] = [
    ['percent', 'dl=https%3A%2F%2Fa.tld%2FBlasenschw%C3%A4che%2F', 'Blasenschwäche', 'percent: Blasenschw%C3%A4che'],
    ['an escape that stands for two bytes', 'q=schw%u00e4che!', 'ä', 'percent: %u00e4'],
    ['JSON', '{"u":"a\\/Blasenschw\\u00e4che\\n"}', 'Blasenschwäche', 'json: Blasenschw\\u00e4che'],
    ['entities', 'x &amp; Blasenschw&auml;che &amp; y', 'schwäche', 'html-entities: schw&auml;che'],
    ['base64, whole groups', 'd=' + btoa('012345Urologie89'), 'Urologie', 'base64: ' + btoa('Urologie8')],
    ['hex', 'h=313255726f6c6f6769653839', 'Urologie', 'hex: 55726f6c6f676965'],
    ['base64 under percent', 'd=VXJv%62G9n%61WUsIDE5NzQ', 'Urologie, 1974', 'percent>base64: VXJv%62G9n%61WUsIDE5NzQ'],
    ['the whole where there is no mapping', 'x=FHwhT19Gm9E;', 'olog', 'base58: FHwhT19Gm9E'],
  ]
  for (const [name, value, needle, expected] of cases) {
    it(name, () => assert.ok(rangeOf(value, needle).includes(expected), rangeOf(value, needle).join('\n')))
  }
})

describe('ranges in a long field', () => {
  for (const [name, encode] of Object.entries({
    percent: (text: string) => encodeURIComponent(text),
    json: (text: string) => JSON.stringify(text).slice(1, -1).replaceAll('ä', '\\u00e4'),
    'html-entities': (text: string) => text.replaceAll('ä', '&auml;').replaceAll('"', '&quot;'),
    'utf-16': (text: string) => Buffer.from(text, 'utf16le'),
    'latin-1': (text: string) => Buffer.from(text, 'latin1'),
  })) {
    it(`under ${name}`, () => {
      const words = Array.from({ length: 900 }, (_, at) => `"${at}ä"`)
      const value = new Uint8Array(Buffer.from(encode(words.join(' '))))
      const layer = peelAll(value).layers.find((one) => layersOf(one).join() === name)
      assert.ok(layer)
      for (let at = 0; at < words.length; at += 7) {
        const word = words[at] ?? ''
        const offset = Buffer.from(layer.bytes).indexOf(word)
        const { start, end } = toFieldRange(layer, offset, offset + Buffer.byteLength(word))
        assert.equal(toText(value.subarray(start, end)), toText(new Uint8Array(Buffer.from(encode(word)))))
      }
    })
  }
})

describe('budgets', () => {
  it('a gzip bomb is refused, and the refusal names it', () => {
    const { layers, diagnostics } = peelAll(gzipSync(Buffer.alloc(20_000_000)))
    assert.ok(layers.every((layer) => layer.bytes.length < 100_000))
    assert.deepEqual(diagnostics.map((one) => one.code), ['bomb-refused'])
    assert.match(diagnostics[0]?.message ?? '', /gzip/)
  })

  it('a bomb inside base64 inside gzip is refused', () => {
    const { layers, diagnostics } = peelAll(gzipSync(gzipSync(gzipSync(Buffer.alloc(50_000_000))).toString('base64')))
    assert.ok(layers.reduce((sum, layer) => sum + layer.bytes.length, 0) < 200_000)
    assert.deepEqual(diagnostics.map((one) => one.code), ['bomb-refused'])
  })

  it('many small bombs cost no more than a few large ones', () => {
    const bomb = gzipSync(Buffer.alloc(1 << 20))
    const tokens = Array.from({ length: 2000 }, (_, at) => {
      bomb.writeUInt32LE(at, 4)
      return gzipSync(bomb).toString('base64')
    })
    const before = process.cpuUsage()
    const { diagnostics } = peelAll(tokens.join(' '))
    const { user, system } = process.cpuUsage(before)
    assert.ok(diagnostics.some((one) => one.code === 'bomb-refused'))
    assert.ok((user + system) / 1e6 < 2, `${(user + system) / 1e6} s`)
  })

  it('bytes', () => {
    const value = 'a%41'.repeat(100)
    const { layers, diagnostics } = peelAll(value, { maxBytes: 150 })
    assert.equal(layers.length, 1)
    assert.deepEqual(diagnostics.map((one) => one.code), ['peel-budget'])
    assert.match(diagnostics[0]?.message ?? '', /percent.*150 of 150 bytes/)
  })

  it('layers', () => {
    const tokens = Array.from({ length: 50 }, (_, at) => Buffer.from(`Urologie ${at}`).toString('base64')).join(' ')
    const { layers, diagnostics } = peelAll(tokens, { maxLayers: 20 })
    assert.equal(layers.length, 21)
    assert.match(diagnostics[0]?.message ?? '', /base64.*no more than 20 layers/)
  })

  it('depth', () => {
    let value = 'Urologie, Praxis'
    for (let round = 0; round < 10; round++) value = percent(value)
    const { layers, diagnostics } = peelAll(value)
    assert.equal(Math.max(...layers.map((layer) => layer.depth)), 8)
    assert.match(diagnostics[0]?.message ?? '', /(percent>){8}percent.*no more than 8 encodings/)
    assert.ok(peelAll(value, { maxDepth: 10 }).layers.some((layer) => toText(layer.bytes) === 'Urologie, Praxis'))
  })

  it('nothing is said where everything was peeled', () => {
    assert.deepEqual(peelAll(percent(percent('Urologie'))).diagnostics, [])
  })
})

it('random bytes and random nestings never throw, and stay within the budget', () => {
  const pieces = fc.array(fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    fc.constantFrom('%25', '\\\\', '\\u0022', '&amp;', '&#38;', 'eyJhIjoxfQ', '.', '=', 'xn--a').map(utf8),
    fc.constantFrom('H4sIAAAA', '\u001f\u008b\b', '\x1f', 'x\u009c').map(utf8),
  ), { maxLength: 30 }).map((parts) => new Uint8Array(Buffer.concat(parts)))
  const steps: readonly ((bytes: Uint8Array) => Uint8Array)[] = [
    (bytes) => new Uint8Array(gzipSync(bytes)),
    (bytes) => utf8(Buffer.from(bytes).toString('hex')),
    (bytes) => utf8(Buffer.from(bytes).toString('base64')),
    (bytes) => utf8(encodeURIComponent(Buffer.from(bytes).toString('latin1'))),
  ]
  const nesting = fc.array(fc.constantFrom(...steps), { maxLength: 6 })
  const wrapped = fc.tuple(pieces, nesting).map(([value, chain]) => chain.reduce<Uint8Array>((bytes, step) => step(bytes), value))
  fc.assert(fc.property(wrapped, (value) => {
    const { layers } = peelAll(value, { maxBytes: 20_000 })
    assert.ok(layers.slice(1).reduce((sum, layer) => sum + layer.bytes.length, 0) <= 20_000)
    for (const layer of layers) {
      const { start, end } = toFieldRange(layer, 0, Math.min(3, layer.bytes.length))
      assert.ok(start >= 0 && start <= end && end <= value.length)
    }
  }), { numRuns: 600 })
})
