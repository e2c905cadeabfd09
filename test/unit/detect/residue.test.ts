import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { createResidue, entropyOf } from '../../../src/detect/residue.js'
import { createRandom } from '../../bench/detection/random.js'
import { toExchange, toField, toRecipient } from './exchange.js'

const noise = Buffer.from(createRandom(1).bytes(300))
const text = JSON.stringify({ event: 'PageView', page: 'https://clinic.example/urologie', words: 'the quick brown fox '.repeat(20) })

function residueOf(name: string, value: string | Uint8Array, category: 'advertising' | 'cdn' = 'advertising'): string[] {
  const residue = createResidue()
  residue.see(toExchange(toField('body', name, value)), { ...toRecipient(), category })
  return residue.diagnostics().map(({ message }) => message)
}

test('what nothing decodes is listed with its size and entropy', () => {
  assert.deepEqual(residueOf('bundle', noise.toString('base64url')),
    ['tracker.example was sent 400 bytes in "bundle" of the body (one request) that nothing decoded; they have 5.8 bits a byte.'])
  assert.match(residueOf('', noise)[0] ?? '', /sent 300 bytes in the body \(one request\).* 7\.\d bits/)
})

test('no noise passes for text', () => {
  for (let seed = 1; seed <= 100; seed++) assert.equal(residueOf('', Buffer.from(createRandom(seed).bytes(400))).length, 1, `${seed}`)
})

test('a token that nothing decodes is listed where it stands in text, too', () => {
  const token = noise.toString('base64url')
  assert.deepEqual(residueOf('', JSON.stringify({ event: 'PageView', words: 'the quick brown fox', bundle: token, id: 12 })),
    ['tracker.example was sent 400 bytes in the body (one request) that nothing decoded; they have 5.8 bits a byte.'])
  assert.deepEqual(residueOf('data', `page=https%3A%2F%2Fclinic.example&b=${token}&c=words of a sentence`).length, 1)
})

test('strings that tell of consent and pictures are known, whatever they look like', () => {
  const token = noise.toString('base64url')
  assert.deepEqual(residueOf('gdpr_consent', `C${token}`), [])
  assert.deepEqual(residueOf('', JSON.stringify({ user: { ext: { consent: `C${token}` } }, regs: { gpp: `D${token}` } })), [])
  assert.deepEqual(residueOf('', `{"html":"<img src=\\"data:image/png;base64,${noise.toString('base64')}\\">"}`), [])
  assert.deepEqual(residueOf('', JSON.stringify({ ids: Array.from({ length: 9 }, () => 'https://clinic.example/urologie/berlin/dr-fuchs/buchen').join('/') })), [])
})

test('what is text, or decodes to text, is not; nor ids, nor what goes to others', () => {
  assert.deepEqual(residueOf('data', text), [])
  assert.deepEqual(residueOf('data', Buffer.from(text).toString('base64')), [])
  assert.deepEqual(residueOf('data', gzipSync(text)), [])
  assert.deepEqual(residueOf('id', noise.toString('base64url').slice(0, 64)), [])
  assert.deepEqual(residueOf('bundle', noise, 'cdn'), [])
})

test('what was sent once something about health had been entered is counted apart, where that is known', () => {
  const residue = createResidue()
  const field = toField('body', 'bundle', noise.toString('base64url'))
  for (const informed of [false, true, true]) residue.see(toExchange(field), toRecipient(), informed)
  assert.match(residue.diagnostics()[0]?.message ?? '', /1200 bytes.* Of these bytes, 800 were sent after something about health had been entered\.$/)
})

test('one place is one line, however many requests', () => {
  const residue = createResidue()
  for (let count = 0; count < 5; count++) residue.see(toExchange(toField('query', 'b', noise.toString('hex') + noise.toString('base64'))), toRecipient())
  assert.equal(residue.diagnostics().length, 1)
  assert.match(residue.diagnostics()[0]?.message ?? '', /5 requests/)
})

test('entropy is in bits a byte', () => {
  assert.equal(entropyOf(Buffer.from('aaaa')), 0)
  assert.equal(entropyOf(Buffer.from('abcd')), 2)
})
