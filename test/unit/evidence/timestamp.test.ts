import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { isTattleError } from '../../../src/errors.js'
import { generateKeyPairSync } from 'node:crypto'
import { der, TAG } from '../../../src/evidence/der.js'
import { checkStamp, requestStamp, toRequest } from '../../../src/evidence/timestamp.js'
import { commandsOf } from '../../../src/evidence/verify-text.js'
import { packBundle } from '../../../src/evidence/pack.js'
import { verifyBundle } from '../../../src/evidence/verify.js'
import { reporters } from '../../../src/report/reporters.generated.js'
import { summarise } from '../../../src/report/summary.js'
import { openStore } from '../../../src/store/store.js'
import { whenWhole, whileTesting } from '../../loopback.js'
import { createTattle, makeCaptureZip, makeDatabase } from './fixture.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-tsa-'))
const at = (name: string): string => join(folder, name)

function openssl(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('openssl', args, { encoding: 'utf8', cwd: folder })
  assert.equal(status, 0, stderr)
  return stdout
}

let url = ''
/** What the authority answers: its own answer, or what a test puts here. */
let answer: ((request: Buffer) => Buffer) | null = null

function stampWithOpenssl(request: Buffer): Buffer {
  writeFileSync(at('request.tsq'), request)
  openssl('ts', '-reply', '-config', 'tsa.cnf', '-section', 'tsa', '-queryfile', 'request.tsq', '-out', 'response.tsr')
  return readFileSync(at('response.tsr'))
}

const authority = await whileTesting(createServer(whenWhole((request, response, body) => {
  assert.equal(request.headers['content-type'], 'application/timestamp-query')
  response.end((answer ?? stampWithOpenssl)(body))
})))

before(() => {
  // A root, and an authority that it vouches for; and another root that does not.
  for (const name of ['root', 'stranger']) {
    openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', `${name}.key`, '-out', `${name}.pem`, '-days', '2', '-subj', `/CN=Test ${name}`)
  }
  openssl('req', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', 'tsa.key', '-out', 'tsa.csr', '-subj', '/CN=Test TSA')
  const certify = (name: string, extensions: string): void => {
    writeFileSync(at('ext.cnf'), extensions)
    openssl('x509', '-req', '-in', 'tsa.csr', '-CA', 'root.pem', '-CAkey', 'root.key', '-CAcreateserial', '-days', '2', '-extfile', 'ext.cnf', '-out', `${name}.pem`)
  }
  certify('tsa', 'extendedKeyUsage=critical,timeStamping\nkeyUsage=critical,digitalSignature\n')
  certify('twin', 'extendedKeyUsage=critical,timeStamping\nkeyUsage=critical,digitalSignature\n')
  certify('uncritical', 'extendedKeyUsage=timeStamping\n')
  certify('manifold', 'extendedKeyUsage=critical,timeStamping,serverAuth\n')
  writeFileSync(at('serial'), '01\n')
  writeFileSync(at('tsa.cnf'), [
    '[tsa]', 'serial = serial', 'crypto_device = builtin', 'signer_cert = tsa.pem', 'certs = root.pem', 'signer_key = tsa.key',
    'signer_digest = sha256', 'default_policy = 1.2.3.4.1', 'digests = sha256', 'accuracy = secs:1', 'ess_cert_id_alg = sha256', '',
  ].join('\n'))
  url = `http://127.0.0.1:${authority.port}/tsa`
})

after(() => { rmSync(folder, { recursive: true, force: true }) })

const data = Buffer.from('what was there')
const root = (): string => readFileSync(at('root.pem'), 'utf8')
const stranger = (): string => readFileSync(at('stranger.pem'), 'utf8')

test('a request is one that openssl understands', () => {
  writeFileSync(at('own.tsq'), toRequest(data, Buffer.from('0080ff', 'hex')))
  assert.match(openssl('ts', '-query', '-in', 'own.tsq', '-text'), /Hash Algorithm: sha256[\s\S]*Nonce: 0x80FF[\s\S]*Certificate required: yes/)
})

test('an authority is asked, and its answer is checked: by us and by openssl', async () => {
  const { response, stamp } = await requestStamp(data, url, root())
  assert.equal(stamp.vouched, true)
  assert.equal(stamp.signer, 'CN=Test TSA')
  assert.ok(Math.abs(Date.parse(stamp.at) - Date.now()) < 60_000)
  writeFileSync(at('data'), data)
  writeFileSync(at('got.tsr'), response)
  openssl('ts', '-verify', '-data', 'data', '-in', 'got.tsr', '-CAfile', 'root.pem')
  assert.equal(checkStamp(response, data, null).vouched, null)
  assert.equal(checkStamp(response, data, stranger()).vouched, false)
  assert.throws(() => checkStamp(response, Buffer.from('something else'), root()), /about something else/)
})

test('no byte of an answer can be changed', async () => {
  const { response } = await requestStamp(data, url, root())
  let attested = 0
  for (let byte = 0; byte < response.length; byte += 3) {
    const changed = Buffer.from(response)
    changed.writeUInt8(changed.readUInt8(byte) ^ 0x04, byte)
    try {
      const { at: time, vouched } = checkStamp(changed, data, root())
      // Fields that neither signature nor time rests on may differ (as the order of further certificates).
      if (vouched === true && time !== checkStamp(response, data, root()).at) attested++
    } catch { /* refused, as it should be */ }
  }
  assert.equal(attested, 0)
})

/** An answer whose token is signed anew, by the certificate of that name. */
function signedAnew(signer: string, ...args: string[]): Buffer {
  stampWithOpenssl(toRequest(data, Buffer.from([1])))
  openssl('ts', '-reply', '-in', 'response.tsr', '-token_out', '-out', 'token.der')
  openssl('cms', '-verify', '-noverify', '-binary', '-inform', 'DER', '-in', 'token.der', '-out', 'info.der')
  openssl('cms', '-sign', '-binary', '-nodetach', '-outform', 'DER', '-in', 'info.der', '-out', 'anew.der', '-econtent_type', 'id-smime-ct-TSTInfo',
    '-signer', `${signer}.pem`, '-inkey', 'tsa.key', ...args)
  const granted = der(TAG.sequence, der(TAG.integer, Buffer.from([0])))
  return der(TAG.sequence, granted, readFileSync(at('anew.der')))
}

const FORMS: readonly (readonly [what: string, make: () => Buffer, said: RegExp])[] = [
  ['no certificate is named by the signature', () => signedAnew('tsa'), /does not name the certificate that it was signed with/],
  ['another certificate of the same key lies there', () => signedAnew('tsa', '-cades', '-nocerts', '-certfile', 'twin.pem'), /does not name the certificate that it was signed with/],
  ['the certificate may be read as one for other things', () => signedAnew('uncritical', '-cades'), /its signer may not stamp times/],
  ['the certificate is for other things as well', () => signedAnew('manifold', '-cades'), /its signer may not stamp times/],
  ['two signed it', () => signedAnew('tsa', '-cades', '-signer', 'twin.pem', '-inkey', 'tsa.key'), /more than one signed it/],
  ['it is longer than any', () => Buffer.concat([signedAnew('tsa', '-cades'), Buffer.alloc(2 ** 21)]), /it is too long/],
]

for (const [what, make, said] of FORMS) {
  test(`a stamp of another form than RFC 3161 has it attests nothing, as openssl says: ${what}`, () => {
    const response = make()
    assert.throws(() => checkStamp(response, data, root()), said)
    writeFileSync(at('data'), data)
    writeFileSync(at('anew.tsr'), response)
    if (response.length < 2 ** 21) assert.notEqual(spawnSync('openssl', ['ts', '-verify', '-data', 'data', '-in', 'anew.tsr', '-CAfile', 'root.pem'], { cwd: folder }).status, 0)
  })
}

test('a stamp that is signed by the name of its certificate holds', () => {
  assert.equal(checkStamp(signedAnew('tsa', '-cades'), data, root()).vouched, true)
})

test('an authority that has moved is followed, and what does not end is not read to its end', async () => {
  const { port } = await whileTesting(createServer((request, response) => {
    request.resume()
    if (request.url === '/moved') return void response.writeHead(308, { location: url }).end()
    const more = (): void => { while (response.write(Buffer.alloc(65_536))); }
    response.on('drain', more)
    more()
  }))
  assert.equal((await requestStamp(data, `http://127.0.0.1:${port}/moved`, root())).stamp.vouched, true)
  await assert.rejects(requestStamp(data, `http://127.0.0.1:${port}/endless`, root()), /gave no time-stamp: its answer is too long\./)
})

test('what is no stamp on these bytes is refused, and said why', async () => {
  const cases: readonly (readonly [answer: (request: Buffer) => Buffer, roots: string | null, said: RegExp])[] = [
    [() => Buffer.from('<html>'), null, /gave no time-stamp/],
    [() => Buffer.from('3006300402010230', 'hex'), null, /gave no time-stamp/],
    [() => Buffer.alloc(0), null, /gave no time-stamp/],
    [() => stampWithOpenssl(toRequest(Buffer.from('other'), Buffer.from([1]))), null, /about something else/],
    [() => stampWithOpenssl(toRequest(data, Buffer.from([7]))), null, /answers another request/],
    [stampWithOpenssl, stranger(), /do not vouch for its signer/],
  ]
  for (const [given, roots, said] of cases) {
    answer = given
    await assert.rejects(requestStamp(data, url, roots), (error: unknown) => {
      assert.ok(isTattleError(error))
      assert.equal(error.code, 'stamp-failed')
      assert.match(error.message, said)
      return true
    })
  }
  answer = null
  await assert.rejects(requestStamp(data, 'file:///etc/passwd', null), /must begin with http/)
})

test('a stamped bundle holds, and openssl says so with the command of VERIFY.txt; no stamp, no bundle', async () => {
  const database = at('findings.sqlite')
  await makeDatabase(database, [await makeCaptureZip(folder)])
  const store = openStore(database, { readonly: true })
  const { json } = reporters
  assert.ok(json)
  const { privateKey } = generateKeyPairSync('ed25519')
  const pack = (out: string): Promise<unknown> => packBundle({
    clientIps: [], out, key: privateKey, rotations: [], tsa: { url, roots: root() }, custody: store.custody('latest'),
    report: store.report({}, summarise), exports: { 'report.json': json }, persona: null, controlPersona: null, values: [],
  })
  await pack(at('bundle'))
  const text = readFileSync(at('bundle/VERIFY.txt'), 'utf8')
  const commands = commandsOf(text)
  assert.ok(commands.some((command) => command.startsWith('openssl ts -verify')))
  for (const command of commands) assert.equal(spawnSync('sh', ['-c', command], { cwd: at('bundle') }).status, 0, command)
  // When the certificates have expired, the text says what to add.
  assert.match(text, /expired.* add -attime and the time/)
  const check = commands.find((command) => command.startsWith('openssl ts -verify')) ?? ''
  const statusAt = (time: string): number | null => spawnSync('sh', ['-c', `${check} -attime $(date -u -d "${time}" +%s)`], { cwd: at('bundle') }).status
  const stamped = /^Time stamp: (.*)$/m.exec(openssl('ts', '-reply', '-in', 'bundle/evidence/timestamp.tsr', '-text'))?.[1] ?? ''
  assert.deepEqual([statusAt('2101-01-01'), statusAt(stamped)], [1, 0])
  const options = { key: null, fingerprint: null, head: null, exports: {} }
  const time = async (roots: string | null) => (await verifyBundle(at('bundle'), { ...options, roots })).checks.find(({ about }) => about === 'time')
  assert.equal((await time(root()))?.holds, true)
  const unvouched = await time(null)
  assert.equal(unvouched?.holds, null, 'anybody makes an authority, and packs its certificates')
  assert.match(unvouched?.sentence ?? '', /came with the bundle.*--tsa-ca/)
  assert.equal((await time(stranger()))?.holds, false)
  answer = () => Buffer.from('no')
  await assert.rejects(pack(at('unstamped')), /Nothing was written/)
  answer = null
  assert.throws(() => readFileSync(at('unstamped/VERIFY.txt')))
  store.close()
})

const tattle = createTattle(folder)
const exitOf = (...args: string[]): Promise<number | null> =>
  new Promise((resolve) => { tattle.start(...args).on('close', resolve) }) // the authority answers from this process
const outOf = (...args: string[]): Promise<string> => new Promise((resolve) => {
  let out = ''
  const child = tattle.start(...args)
  child.stdout?.on('data', (chunk: Buffer) => { out += chunk.toString() })
  child.on('close', () => resolve(out))
})

test('where a time-stamp was asked for and none came, nothing is made and nothing is written, exit 2', async () => {
  const database = at('asked.sqlite')
  await makeDatabase(database, [await makeCaptureZip(folder, 'witness')])
  assert.equal(tattle('evidence', 'pack', 'latest', '--db', database, '--out', at('unstamped'), '--no-sign').status, 0)
  const headNow = (): unknown => {
    const store = openStore(database, { readonly: true })
    const head = store.head()
    store.close()
    return head
  }
  const before = headNow()
  const answers: readonly (() => Buffer)[] = [
    () => Buffer.from('<html>maintenance</html>'), () => Buffer.alloc(0), () => stampWithOpenssl(toRequest(Buffer.from('other'), Buffer.from([1]))),
  ]
  for (const given of answers) {
    answer = given
    for (const command of [
      ['pack', 'latest', '--db', database, '--out', at('asked'), '--no-sign'], ['pack', 'latest', '--db', database, '--out', at('asked.zip'), '--no-sign'],
      ['redact', at('unstamped'), '--out', at('asked'), '--no-sign'], ['log', '--db', database],
    ]) {
      assert.equal(await exitOf('evidence', ...command, '--tsa', url, '--tsa-ca', at('root.pem')), 2, command.join(' '))
      assert.deepEqual(readdirSync(folder).filter((name) => /^asked/.test(name)), ['asked.sqlite'])
    }
  }
  answer = null
  assert.equal(await exitOf('evidence', 'pack', 'latest', '--db', database, '--out', at('asked'), '--no-sign', '--tsa', 'http://127.0.0.1:9/'), 2)
  assert.deepEqual(headNow(), before)
})

test('a stamped head is checked against the chain, in the database and in a bundle, and does not fit another chain', async () => {
  const database = at('anchored.sqlite')
  await makeDatabase(database, [await makeCaptureZip(folder, 'anchored')])
  const stamping = await outOf('evidence', 'log', '--db', database, '--tsa', url, '--tsa-ca', at('root.pem'))
  const [, links, head] = /holds: (\d+) links\. Head ([0-9a-f]{64});/.exec(stamping) ?? []
  assert.match(stamping, new RegExp(`^ +${links ?? '?'}  .* anchor .* ${head ?? '?'}$`, 'm'), 'the stamp is the last link, and its digest the head')
  assert.equal(tattle('evidence', 'pack', 'latest', '--db', database, '--out', at('x'), '--no-sign', '--tsa-ca', at('root.pem')).status, 2, 'of whom?')
  const log = (file: string, roots: string) => tattle('evidence', 'log', '--db', file, '--tsa-ca', at(roots))
  assert.match(log(database, 'root.pem').out, /Link \d+ was stamped at 20\S+ by CN=Test TSA\.\n[\s\S]*holds/)
  assert.equal(log(database, 'stranger.pem').status, 1)
  assert.match(log(database, 'stranger.pem').out, /do not vouch/)
  assert.equal(tattle('evidence', 'pack', 'latest', '--db', database, '--out', at('anchored'), '--no-sign').status, 0)
  assert.match(tattle('evidence', 'verify', at('anchored')).out, /^anchor +open +Link \d+ bears a time-stamp of .*--tsa-ca/m)
  assert.match(tattle('evidence', 'log', '--db', database).out, /Link \d+ bears a time-stamp of [\s\S]*holds/)
  assert.match(tattle('evidence', 'verify', at('anchored'), '--tsa-ca', at('root.pem')).out, /^anchor +holds +Link \d+ was stamped/m)
  assert.match(tattle('evidence', 'verify', at('anchored'), '--tsa-ca', at('stranger.pem')).out, /^anchor +DOES NOT HOLD/m)

  // Somebody writes the whole chain anew and takes the stamp along.
  const stamped = openStore(database, { readonly: true })
  const [anchor] = stamped.anchors()
  stamped.close()
  assert.ok(anchor)
  await makeDatabase(at('anew.sqlite'), [await makeCaptureZip(folder, 'other', { consent: 'reject' })])
  const anew = openStore(at('anew.sqlite'))
  anew.writeAnchor(anchor)
  assert.deepEqual(anew.checkChain().faults, [])
  anew.close()
  const told = log(at('anew.sqlite'), 'root.pem')
  assert.equal(told.status, 1)
  assert.match(told.out, /is on another chain: link \d+ had the digest/)
})
