/** Statements that the right key signed, and that say something else than the bundle, or nothing that can be understood. */
import assert from 'node:assert/strict'
import { createHash, generateKeyPairSync } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { toCanonical } from '../../../src/evidence/canonical.js'
import { openEnvelope, signStatement, type Statement } from '../../../src/evidence/dsse.js'
import { toPublicPem } from '../../../src/evidence/keys.js'
import { verifyBundle, type Check } from '../../../src/evidence/verify.js'
import { createTattle, makeCaptureZip, makeDatabase } from './fixture.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-statement-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string): string => join(folder, name)
const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const bundle = at('bundle')

let honest: Statement

before(async () => {
  const tattle = createTattle(folder)
  writeFileSync(at('key.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  writeFileSync(at('key.pub.pem'), toPublicPem(privateKey))
  await makeDatabase(at('findings.sqlite'), [await makeCaptureZip(folder)])
  const packed = tattle('evidence', 'pack', 'latest', '--db', at('findings.sqlite'), '--out', bundle, '--key', at('key.pem'))
  assert.equal(packed.status, 0, packed.err)
  const opened = openEnvelope(JSON.parse(readFileSync(join(bundle, 'evidence/statement.dsse.json'), 'utf8')), publicKey)
  assert.ok(opened)
  honest = opened.statement
})

/** What is said of the bundle when its signer signs this instead. */
async function judged(statement: unknown): Promise<Check | undefined> {
  const copy = at('copy')
  rmSync(copy, { recursive: true, force: true })
  cpSync(bundle, copy, { recursive: true })
  const { envelope, pae, signature } = signStatement(statement as Statement, privateKey)
  const written = { 'statement.dsse.json': toCanonical(envelope), 'statement.pae': pae, 'statement.sig': signature }
  let list = readFileSync(join(copy, 'tagmanifest-sha256.txt'), 'utf8')
  for (const [name, bytes] of Object.entries(written)) {
    writeFileSync(join(copy, 'evidence', name), bytes)
    const digest = createHash('sha256').update(bytes).digest('hex')
    list = list.replace(new RegExp(`^\\w{64}(?=  evidence/${name}$)`, 'm'), digest)
  }
  writeFileSync(join(copy, 'tagmanifest-sha256.txt'), list)
  const { checks } = await verifyBundle(copy, { key: publicKey, fingerprint: null, roots: null, head: null, exports: {} })
  assert.equal(checks.find(({ about }) => about === 'files')?.holds, true, 'the files and their lists are whole')
  return checks.find(({ about }) => about === 'signature')
}

test('the honest statement, signed again, holds', async () => {
  assert.equal((await judged(honest))?.holds, true)
})

test('a statement that says something else of the run than the manifest does not hold', async () => {
  const lies: Readonly<Record<string, unknown>> = {
    runId: '01KB00000000000000000000ZZ', createdAt: '2001-01-01T00:00:00.000Z', form: 'redacted', target: 'stand-in',
    chain: { link: 1, digest: '0'.repeat(64) }, tattleVersion: '0.0.1', rulesDigest: 'f'.repeat(64), unheard: 'of',
  }
  for (const [name, lie] of Object.entries(lies)) {
    const check = await judged({ ...honest, predicate: { ...honest.predicate, [name]: lie } })
    assert.equal(check?.holds, false, name)
    assert.match(check.sentence, /signed statement says something else of the run/, name)
  }
})

test('a statement that names other digests, or not all, does not hold', async () => {
  const [first, ...others] = honest.subject
  assert.ok(first)
  const wrong: readonly (readonly [what: string, subject: unknown])[] = [
    ['none', []],
    ['one less', others],
    ['another digest', [{ ...first, digest: { sha256: '0'.repeat(64) } }, ...others]],
    ['a digest in capitals', [{ ...first, digest: { sha256: first.digest.sha256.toUpperCase() } }, ...others]],
    ['the right one, then another under its name', [first, ...others, { ...first, digest: { sha256: '0'.repeat(64) } }]],
    ['another, then the right one under its name', [{ ...first, digest: { sha256: '0'.repeat(64) } }, first, ...others]],
    ['names swapped', [{ ...first, name: others[0]?.name }, { ...others[0], name: first.name }, ...others.slice(1)]],
  ]
  for (const [what, subject] of wrong) {
    const check = await judged({ ...honest, subject })
    assert.equal(check?.holds, false, what)
    assert.match(check.sentence, /What was signed is not what lies here|does not fit/, what)
  }
})

test('what is no statement is none, whoever signed it', async () => {
  const [first] = honest.subject
  const malformed: readonly (readonly [what: string, statement: unknown])[] = [
    ['null', null], ['a text', 'yes'], ['a list', [honest]], ['of another type', { ...honest, _type: 'https://in-toto.io/Statement/v0.1' }],
    ['of another predicate', { ...honest, predicateType: 'urn:other' }], ['without a predicate', { ...honest, predicate: null }],
    ['subjects as an object', { ...honest, subject: { ...honest.subject } }], ['subjects as a text', { ...honest, subject: 'all' }],
    ['no subjects', Object.fromEntries(Object.entries(honest).filter(([name]) => name !== 'subject'))],
    ['a subject that is null', { ...honest, subject: [...honest.subject, null] }],
    ['a subject that is a number', { ...honest, subject: [...honest.subject, 7] }],
    ['a subject without a name', { ...honest, subject: [...honest.subject, { digest: first?.digest }] }],
    ['a subject without a digest', { ...honest, subject: [...honest.subject, { name: 'x' }] }],
    ['a digest that is null', { ...honest, subject: [...honest.subject, { name: 'x', digest: null }] }],
    ['a digest of another kind', { ...honest, subject: [...honest.subject, { name: 'x', digest: { sha1: 'y' } }] }],
    ['a digest that is a number', { ...honest, subject: [...honest.subject, { name: 'x', digest: { sha256: 1 } }] }],
  ]
  for (const [what, statement] of malformed) {
    const check = await judged(statement)
    assert.equal(check?.holds, false, what)
    assert.match(check.sentence, /does not fit|cannot be read/, what)
  }
})
