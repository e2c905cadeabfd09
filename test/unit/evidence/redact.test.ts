import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { commit, COMMITMENT } from '../../../src/evidence/commitment.js'
import { redactBundle } from '../../../src/evidence/redact.js'
import { looksRandom } from '../../../src/evidence/redact-entry.js'
import { commandsOf } from '../../../src/evidence/verify-text.js'
import { createWords, isTelling } from '../../../src/evidence/redact-words.js'
import type { Report } from '../../../src/model.js'
import { analyzeInput } from '../../../src/pipeline.js'
import { createRules, type Rules } from '../../../src/rules.js'
import { contentOf, entries, flowsOf, formsOf, hash, makeCaptureZip, makeDatabase, persona, SECRETS } from './fixture.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-redact-test-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const CLI = fileURLToPath(new URL('../../../src/cli.js', import.meta.url))
const at = (name: string): string => join(folder, name)

function tattle(...args: string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8', env: { ...process.env, XDG_CONFIG_HOME: at('config') }, maxBuffer: 1e9 })
  return { status, out: stdout, err: stderr }
}

before(async () => {
  const database = at('findings.sqlite')
  await makeDatabase(database, [await makeCaptureZip(folder)])
  assert.equal(tattle('evidence', 'keygen', '--no-passphrase').status, 0)
  assert.equal(tattle('evidence', 'pack', 'latest', '--db', database, '--out', at('whole')).status, 0)
  const { status, err } = tattle('evidence', 'redact', at('whole'), '--out', at('copy'))
  assert.equal(status, 0, err)
})

test('nothing that was redacted is left, in any form that somebody may think of', () => {
  const before = contentOf(at('whole'))
  const after = contentOf(at('copy'))
  let there = 0
  for (const value of [...Object.values(persona.values).flat(), ...Object.values(SECRETS), 'a picture with Jörg']) {
    for (const form of formsOf(value)) {
      if (before.includes(form)) there++
      assert.equal(after.includes(form), false, `${value} as ${form}`)
    }
  }
  assert.ok(there >= 15, `only ${there} forms were in the original: nothing was put to the test`)
  for (const part of ['Blasen', 'Weißmüller', 'joerg@', 'urologie', '493023125']) assert.equal(after.toLowerCase().includes(part.toLowerCase()), false, part)
})

/** How many lists of terms are made ready to be looked for when a bundle of so many captures, each with ids of its own, is redacted. */
async function listsLookedFor(captures: number): Promise<number> {
  const name = `archive-${captures}`
  const zips: string[] = []
  for (let one = 0; one < captures; one++) {
    const own = JSON.parse(JSON.stringify(entries()).replaceAll(SECRETS.cookie, `fb.1.17672256000${10 + one}.99345098${10 + one}`)) as object[]
    zips.push(await makeCaptureZip(folder, `${name}-${one}`, { entries: own }))
  }
  await makeDatabase(at(`${name}.sqlite`), zips)
  const { status, err } = tattle('evidence', 'pack', 'latest', '--no-sign', '--db', at(`${name}.sqlite`), '--out', at(name))
  assert.equal(status, 0, err)
  const rules = await createRules()
  const looked = new Set<string>()
  const counted: Rules = { ...rules, detectorFor: (terms, clientIps) => {
    looked.add(JSON.stringify([terms, clientIps]))
    return rules.detectorFor(terms, clientIps)
  } }
  const { values } = await redactBundle({
    bundle: at(name), out: at(`${name}-copy`), saltFile: at(`${name}.salt`), key: null, rotations: [], tsa: null, exports: {}, rules: counted,
    analyse: (path) => analyzeInput(path, { runId: 'redacted', rules }),
    report: () => ({ captures: [], findings: [] }) as unknown as Report,
  })
  assert.ok(values > captures)
  return looked.size
}

test('what is to be looked for is made ready once, however many captures there are', async () => {
  assert.equal(await listsLookedFor(5), await listsLookedFor(2))
})

test('an id of letters alone is looked for wherever it stands, a word that many write is not', () => {
  const tells = (value: string): boolean => isTelling({ kind: 'identifier.cookie', value })
  assert.deepEqual(['KPvKhZsx', 'qLpTwXnZ', 'RtYbNmKl'].filter((id) => !tells(id)), [])
  assert.deepEqual(['accept', 'withdrawn', 'ACCEPTED', 'acceptAll', 'PageView', 'not-asked', 'all_cookies', 'Zustimmung'].filter(tells), [])
})

test('the copy verifies, with tattle and by hand, and shows the same recipients and kinds', () => {
  const { status, out } = tattle('evidence', 'verify', at('copy'), '--reanalyse')
  assert.equal(status, 0, out)
  assert.match(out, /findings +holds/)
  for (const command of commandsOf(readFileSync(at('copy/VERIFY.txt'), 'utf8'))) {
    assert.equal(spawnSync('sh', ['-c', command], { cwd: at('copy') }).status, 0, command)
  }
  const original = flowsOf(at('whole'))
  assert.ok(original.length >= 10, original.join())
  assert.deepEqual(original.filter((flow) => !flowsOf(at('copy')).includes(flow)), [])
  const recipients = (flows: string[]): string[] => [...new Set(flows.map((flow) => flow.replace(/^.* → /, '')))]
  assert.deepEqual(recipients(flowsOf(at('copy'))), recipients(original))
  const manifest = JSON.parse(readFileSync(at('copy/evidence/manifest.json'), 'utf8')) as { original: string; form: string }
  assert.equal(manifest.form, 'redacted')
  assert.equal(manifest.original, createHash('sha256').update(readFileSync(at('whole/evidence/manifest.json'))).digest('hex'))
})

test('what was sent hashed stands hashed in the copy, in the same way, and what was not does not', async () => {
  const [first, search, ...others] = entries() as { request: { url: string; postData?: { text: string } } }[]
  assert.ok(first && search)
  const asked = (url: string): object => ({ ...search, request: { ...search.request, url, queryString: [] } })
  const sha = (text: string): string => hash('sha256', text)
  const sent = [
    `https://www.facebook.com/tr/?id=1&ud[ph]=${sha('493023125017')}&ud[db]=${sha('19740309')}&ud[fn]=${sha('jörg')}`,
    `https://sync.dealer.example/m?h=${hash('md5', 'joerg@example.org')}&s=${sha(hash('md5', 'joerg@example.org'))}&t=${sha('Urologie').slice(0, 32)}`,
  ]
  const inJson = { ...others[1], request: { ...others[1]?.request, postData: { mimeType: 'application/json', text: JSON.stringify({ user: { hem: sha('joerg@example.org') } }) } } }
  const zip = await makeCaptureZip(folder, 'hashed', { entries: [first, search, ...sent.map(asked), inJson, ...others] })
  await makeDatabase(at('hashed.sqlite'), [zip])
  assert.equal(tattle('evidence', 'pack', 'latest', '--db', at('hashed.sqlite'), '--out', at('hashed-whole'), '--no-sign').status, 0)
  const { status, err } = tattle('evidence', 'redact', at('hashed-whole'), '--out', at('hashed-copy'), '--no-sign')
  assert.equal(status, 0, err)
  const told = (name: string): string[] => {
    const { findings } = JSON.parse(readFileSync(at(`${name}/data/report.json`), 'utf8')) as Report
    const leaks = findings.flatMap(({ leaks }) => leaks).filter(({ kind }) => !kind.startsWith('identifier.') && kind !== 'opaque')
    return [...new Set(leaks.map(({ kind, recipientDomain, step, transform, certainty }) =>
      `${kind} → ${recipientDomain}${step === null ? ' before all steps' : ''}: ${transform} ${certainty === 'hashed'}`))].sort()
  }
  const hashed = told('hashed-whole').filter((one) => one.endsWith('true'))
  assert.ok(hashed.length >= 7, hashed.join('\n'))
  assert.ok(told('hashed-whole').some((one) => one.includes('bing.com before all steps')))
  assert.deepEqual(told('hashed-copy').filter((one) => one.endsWith('true')), hashed)
  assert.deepEqual(told('hashed-copy'), told('hashed-whole'))
  assert.equal(tattle('evidence', 'verify', at('hashed-copy'), '--reanalyse').status, 0)
})

test('digests of a person whom nobody planted, known by their fields, stand as digests in the copy', async () => {
  const [first, search] = entries() as { request: { url: string } }[]
  assert.ok(first && search)
  const told = ['em', 'ph', 'fn'].map((name, at) => `ud[${name}]=${hash(['sha256', 'md5', 'sha1'][at]!, `other ${name}`)}`)
  const asked = { ...search, request: { ...search.request, url: `https://www.facebook.com/tr/?id=1&ev=Lead&${told.join('&')}`, queryString: [] } }
  const zip = await makeCaptureZip(folder, 'unplanted', { entries: [first, asked] })
  await makeDatabase(at('unplanted.sqlite'), [zip])
  assert.equal(tattle('evidence', 'pack', 'latest', '--db', at('unplanted.sqlite'), '--out', at('unplanted-whole'), '--no-sign').status, 0)
  const { status, err } = tattle('evidence', 'redact', at('unplanted-whole'), '--out', at('unplanted-copy'), '--no-sign')
  assert.equal(status, 0, err)
  for (const name of ['whole', 'copy']) {
    const { findings } = JSON.parse(readFileSync(at(`unplanted-${name}/data/report.json`), 'utf8')) as Report
    const leaks = findings.flatMap(({ leaks }) => leaks).filter(({ kind }) => kind.startsWith('identity.'))
    assert.deepEqual(leaks.map(({ kind, certainty }) => `${kind} ${certainty}`).sort(),
      ['identity.email hashed', 'identity.name hashed', 'identity.phone hashed'], name)
  }
  assert.equal(tattle('evidence', 'verify', at('unplanted-copy'), '--reanalyse').status, 0)
})

test('a value can be proved by whoever holds the salt, with a shell alone, and no other is told', () => {
  const value = 'identity.email=joerg@example.org'
  const proved = tattle('evidence', 'redact', at('copy'), '--prove', value, '--salt-file', at('copy.salt.json'))
  assert.equal(proved.status, 0, proved.err)
  const word = /as (redacted-[0-9a-f]{32})\./.exec(proved.out)?.[1] ?? ''
  const command = proved.out.split('\n').find((line) => line.includes('printf')) ?? ''
  assert.equal(`redacted-${spawnSync('sh', ['-c', command], { encoding: 'utf8' }).stdout.trim()}`, word)
  assert.ok(contentOf(at('copy')).includes(word))
  const { salt } = JSON.parse(readFileSync(at('copy.salt.json'), 'utf8')) as { salt: string }
  assert.equal(proved.out.includes(salt), false)
  assert.equal(statSync(at('copy.salt.json')).mode & 0o777, 0o600)
  assert.equal(tattle('evidence', 'redact', at('copy'), '--prove', 'identity.email=other@example.org', '--salt-file', at('copy.salt.json')).status, 1)
})

test('a salt that is kept gives the same words in another copy; another salt gives others', () => {
  assert.equal(tattle('evidence', 'redact', at('whole'), '--out', at('again.zip'), '--salt-file', at('copy.salt.json'), '--no-sign').status, 0)
  assert.equal(tattle('evidence', 'verify', at('again.zip'), '--reanalyse').status, 0)
  const words = (text: string): Set<string> => new Set(text.match(/redacted-[0-9a-f]{32}/g))
  spawnSync('unzip', ['-q', at('again.zip'), '-d', at('unzipped')])
  assert.deepEqual(words(contentOf(at('unzipped/again'))), words(contentOf(at('copy'))))
  assert.equal(tattle('evidence', 'redact', at('whole'), '--out', at('other'), '--no-sign').status, 0)
  assert.deepEqual([...words(contentOf(at('other')))].filter((word) => words(contentOf(at('copy'))).has(word)), [])
})

test('a word that is part of the name of the site stays there, and the site stays what it is', () => {
  const har = JSON.parse(JSON.stringify(entries()).replaceAll('klinik.example', 'parkurologie.example')) as object[]
  writeFileSync(at('park.har'), JSON.stringify({ log: { version: '1.2', creator: { name: 'x', version: '1' }, pages: [], entries: har } }))
  const given = ['--value', 'health.specialty=urologie', '--value', 'identity.email=joerg@example.org']
  assert.equal(tattle('analyze', at('park.har'), '--db', at('park.sqlite'), '--first-party', 'parkurologie.example', ...given).status, 0)
  assert.equal(tattle('evidence', 'pack', 'latest', '--db', at('park.sqlite'), '--no-sign', '--out', at('park'), ...given).status, 0)
  const { status, err } = tattle('evidence', 'redact', at('park'), '--no-sign')
  assert.equal(status, 0, err)
  const hostsIn = (bundle: string): string[] => [...new Set(readFileSync(at(`${bundle}/data/requests.jsonl`), 'utf8').match(/"host":"[^"]*"/g))]
  assert.deepEqual(existsSync(at('park/data/requests.jsonl')) ? hostsIn('park-redacted') : [], existsSync(at('park/data/requests.jsonl')) ? hostsIn('park') : [])
  const recipients = (bundle: string): string[] => [...new Set(flowsOf(at(bundle)))].sort()
  assert.deepEqual(recipients('park-redacted'), recipients('park'))
})

test('a capture of which something would be left is left out, and the copy says so', async () => {
  const scenario = (name: string): { name: string; file: null; sha256: null; sideEffects: never[]; completed: true; error: null } =>
    ({ name, file: null, sha256: null, sideEffects: [], completed: true, error: null })
  const zips = [await makeCaptureZip(folder, 'plain', { scenario: scenario('search') }), await makeCaptureZip(folder, 'telling', { scenario: scenario('Urologie') })]
  await makeDatabase(at('two.sqlite'), zips)
  assert.equal(tattle('evidence', 'pack', 'latest', '--db', at('two.sqlite'), '--no-sign', '--out', at('two')).status, 0)
  const { status, err, out } = tattle('evidence', 'redact', at('two'), '--no-sign')
  assert.equal(status, 3, err)
  assert.match(err, /The capture [0-9a-f]{32} is not in this copy, because something redacted would be left of it \(health\.specialty\)\. Something redacted .*capture\.json, line \d+/)
  assert.match(out, /Left out +1 of 2 captures/)
  const left = /The capture ([0-9a-f]{32})/.exec(err)?.[1] ?? ''
  assert.deepEqual(readdirSync(at('two-redacted/data/captures')).includes(left), false)
  assert.equal(contentOf(at('two-redacted')).toLowerCase().includes('urologie'), false)
  assert.ok(readFileSync(at('two-redacted/VERIFY.txt'), 'utf8').includes(left))
  const report = JSON.parse(readFileSync(at('two-redacted/data/report.json'), 'utf8')) as Report
  assert.equal(report.captures.length, 1)
  assert.equal(report.coverage, 'broken')
  assert.ok(report.diagnostics.some(({ code, message }) => code === 'capture-left-out' && message.includes(left)))
  const verified = tattle('evidence', 'verify', at('two-redacted'), '--reanalyse')
  assert.equal(verified.status, 0, verified.out)
})

test('what the run has lost leaves the copy as inconclusive as the original, without its words', () => {
  const quiet = entries().slice(7)
  writeFileSync(at('quiet.har'), JSON.stringify({ log: { version: '1.2', creator: { name: 'x', version: '1' }, pages: [], entries: quiet } }))
  writeFileSync(at('Weissmueller.har'), 'no HAR')
  tattle('analyze', at('quiet.har'), at('Weissmueller.har'), '--db', at('lost.sqlite'), '--first-party', 'klinik.example')
  assert.equal(tattle('evidence', 'pack', 'latest', '--db', at('lost.sqlite'), '--no-sign', '--out', at('lost')).status, 0)
  const { status, err } = tattle('evidence', 'redact', at('lost'), '--no-sign')
  assert.equal(status, 0, err)
  const reports = ['lost', 'lost-redacted'].map((bundle) => JSON.parse(readFileSync(at(`${bundle}/data/report.json`), 'utf8')) as Report)
  assert.deepEqual(reports.map(({ verdict, coverage }) => [verdict, coverage]), [['inconclusive', 'broken'], ['inconclusive', 'broken']])
  assert.equal(contentOf(at('lost-redacted')).includes('Weissmueller'), false)
  const verified = tattle('evidence', 'verify', at('lost-redacted'), '--reanalyse')
  assert.equal(verified.status, 0, verified.out)
})

test('of an address what is random in it is an id, and not its beginning, which many addresses share', () => {
  const words = createWords('ab'.repeat(32))
  const id = '6f2d767d4672cbcf546aa22c'
  words.word('identifier.account', `https://www.tracker.example/collect?v=1&dl=https%3A%2F%2Fwww.klinik.example%2F&cid=${id}&z=1`)
  assert.deepEqual(words.telling().map(({ value }) => value), [id])
})

test('what cannot be redacted is refused, and nothing is left of the attempt', () => {
  const refuse = (said: RegExp, ...args: string[]): void => {
    const { status, err } = tattle('evidence', 'redact', ...args, '--out', at('refused'))
    assert.equal(status, 2)
    assert.match(err, said)
    assert.deepEqual(readdirSync(folder).filter((name) => name.startsWith('refused')), [])
  }
  refuse(/is redacted already/, at('copy'))
  refuse(/cannot be read as a bundle/, at('nothing'))
  refuse(/There is no key/, at('whole'), '--key', at('nowhere.pem'))
  assert.equal(existsSync(at('refused.salt.json')), false)
})

test('words for values: salted each for itself; addresses stay addresses', () => {
  const master = 'ab'.repeat(32)
  const { word, salt } = commit(master, 'identity.name', 'Jörg')
  assert.equal(word, `redacted-${hash('sha256', `${salt}:identity.name=Jörg`).slice(0, 32)}`)
  assert.notEqual(commit(master, 'identity.email', 'Jörg').word, word)
  assert.match(commit(master, 'network.ip', '203.0.113.77').word, /^2001:db8:/)
  const words = [word, commit(master, 'network.ip', '::1').word]
  assert.deepEqual(words.join(',').match(COMMITMENT), words)
  for (const token of [SECRETS.click, 's3ss10n-9f8e7d6c5b4a39281706', '6f2d767d4672cbcf546aa22c73d5e8b3']) assert.ok(looksRandom(token), token)
  for (const plain of ['https://de.terminhaus-2021.example/', 'booking-confirmation-page', '2026-03-01T09:00', 'PageView']) assert.equal(looksRandom(plain), false, plain)
})

test('a word of a vocabulary that our own sentences say, too, keeps no capture back', () => {
  const request = (url: string): object => ({ request: { method: 'GET', url, headers: [] }, response: { status: 200 }, _resourceType: 'document' })
  const page = 'https://www.klinik.example/health-information?q=practitioner'
  const log = { version: '1.2', creator: { name: 'x', version: '1' }, pages: [], entries: [
    request(page), request(`https://www.facebook.com/tr?id=1&dl=${encodeURIComponent(page)}&med=ibuprofen&q=medication&fbp=fb.1.1767225600000.1234509876`),
    request('https://events.tracker.example/v1?doctor=Dr.+med.+Quendel'),
  ] }
  writeFileSync(at('ours.har'), JSON.stringify({ log }))
  const given = ['--value', 'health.practitioner=Dr. med. Quendel']
  assert.equal(tattle('analyze', at('ours.har'), '--db', at('ours.sqlite'), '--quiet', ...given).status, 0)
  assert.equal(tattle('evidence', 'pack', 'latest', '--db', at('ours.sqlite'), '--no-sign', '--out', at('ours'), ...given).status, 0)
  const { summary } = JSON.parse(readFileSync(at('ours/data/report.json'), 'utf8')) as Report
  assert.match(summary, /health information/)
  const { status, err } = tattle('evidence', 'redact', at('ours'), '--no-sign')
  assert.equal(status, 0, err)
})

test('what stands in several fields of one name is redacted in each of them', () => {
  const request = (url: string): object => ({ request: { method: 'GET', url, headers: [] }, response: { status: 200 }, _resourceType: 'document' })
  const texts = ['', 'Was hilft gegen', 'Neues über', 'Alles über', 'Beratung bei', 'Leben mit', 'Nie wieder'].map((before) => `${before} Blasenschwäche`)
  const log = { version: '1.2', creator: { name: 'x', version: '1' }, pages: [], entries: [
    request('https://www.klinik.example/'), request(`https://translate.tracker.example/t?${texts.map((text) => `q=${encodeURIComponent(text)}`).join('&')}`),
  ] }
  writeFileSync(at('alike.har'), JSON.stringify({ log }))
  assert.equal(tattle('analyze', at('alike.har'), '--db', at('alike.sqlite'), '--quiet').status, 0)
  assert.equal(tattle('evidence', 'pack', 'latest', '--db', at('alike.sqlite'), '--no-sign', '--out', at('alike')).status, 0)
  const { status, err } = tattle('evidence', 'redact', at('alike'), '--no-sign')
  assert.equal(status, 0, err)
  assert.equal(contentOf(at('alike-redacted')).includes('Blasen'), false)
})

test('which call of the scenario set a request off stands in the copy, without what was typed there', async () => {
  const location = 'scenarios/search.spec.ts:7:3'
  const set = (title: string) => ({ title, location })
  const acted = (entries() as object[]).map((entry, at) => at === 1 ? { ...entry, _action: set("click getByRole('button', { name: 'Suchen' })") } :
    at === 2 ? { ...entry, _action: set('fill "Blasenschwäche" getByLabel(\'Suche\')') } : at === 3 ? { ...entry, _action: { title: ['Jörg Weißmüller'] } } : entry)
  await makeDatabase(at('acted.sqlite'), [await makeCaptureZip(folder, 'acted', { entries: acted })])
  assert.equal(tattle('evidence', 'pack', 'latest', '--db', at('acted.sqlite'), '--no-sign', '--out', at('acted')).status, 0)
  const { status, err } = tattle('evidence', 'redact', at('acted'), '--no-sign')
  assert.equal(status, 0, err)
  const { findings } = JSON.parse(readFileSync(at('acted-redacted/data/report.json'), 'utf8')) as Report
  const told = new Set(findings.flatMap(({ leaks }) => leaks).map(({ recipientDomain, action, actionLocation }) => `${recipientDomain}: ${action} ${actionLocation}`))
  assert.ok(told.has(`facebook.com: click getByRole('button', { name: 'Suchen' }) ${location}`), [...told].join('\n'))
  assert.ok(told.has(`outbrain.com: redacted ${location}`), [...told].join('\n'))
  assert.equal(contentOf(at('acted-redacted')).includes('Weißmüller'), false)
})

test('an id of many zeros is none that the first link of the chain repeats', () => {
  const request = (url: string): object => ({ request: { method: 'GET', url, headers: [{ name: 'Cookie', value: 'uid=00000000000000000000e806' }] }, response: { status: 200 }, _resourceType: 'document' })
  const log = { version: '1.2', creator: { name: 'x', version: '1' }, pages: [], entries: [request('https://www.klinik.example/'), request('https://events.tracker.example/v1?number=0000000000')] }
  writeFileSync(at('zeros.har'), JSON.stringify({ log }))
  const given = ['--value', 'identity.insurance-number=0000000000']
  assert.equal(tattle('analyze', at('zeros.har'), '--db', at('zeros.sqlite'), '--quiet', ...given).status, 0)
  assert.equal(tattle('evidence', 'pack', 'latest', '--db', at('zeros.sqlite'), '--no-sign', '--out', at('zeros'), ...given).status, 0)
  const { status, err } = tattle('evidence', 'redact', at('zeros'), '--no-sign')
  assert.equal(status, 0, err)
  assert.equal(contentOf(at('zeros-redacted')).includes('0000e806'), false)
})

test('what proves nothing where it stands: switches, times, a row of zeros, which every digest of the first link is', () => {
  const isTellingCookie = (value: string): boolean => isTelling({ kind: 'identifier.cookie', value })
  for (const value of ['1', 'true', '{}', '1767225600', '000000000000000']) assert.equal(isTellingCookie(value), false, value)
  for (const value of ['001000000000007', 'fb.1.1767225600000.1234509876']) assert.equal(isTellingCookie(value), true, value)
  assert.equal(isTelling({ kind: 'identity.insurance-number', value: '0000000000' }), true)
})
