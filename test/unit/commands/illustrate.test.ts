/** The proof of a finding: what is marked is what was sent, and each layer is the one above, decoded. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { writeZip } from '../../../src/capture/har-zip.js'
import { illustrate } from '../../../src/commands/illustrate.js'
import type { Report } from '../../../src/model.js'
import { analyzeInput } from '../../../src/pipeline.js'
import { withoutSecrets } from '../../../src/playwright/suite/mask.js'
import { withWithheld } from '../../../src/playwright/suite/withheld.js'
import { toPage } from '../../../src/report/html/page.js'
import type { Evidence } from '../../../src/report/illustration.js'
import { summarise } from '../../../src/report/summary.js'
import { openStore } from '../../../src/store/store.js'
import { run } from '../../golden/fixture.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-illustrate-'))
after(() => rmSync(folder, { recursive: true, force: true }))

interface Asked { readonly url: string; readonly headers?: readonly { name: string; value: string }[]; readonly body?: string; readonly type?: string }

let count = 0
async function reportOn(...asked: readonly Asked[]): Promise<{ report: Report; file: string }> {
  return reportWithout([], asked)
}

/** As of a suite in which the secrets were typed. */
async function reportWithout(secrets: readonly string[], asked: readonly Asked[]): Promise<{ report: Report; file: string }> {
  const file = join(folder, `${++count}.har`)
  const page: Asked = { url: 'https://www.klinik.example/' }
  writeFileSync(file, JSON.stringify({
    log: {
      version: '1.2', creator: { name: 'test', version: '1' },
      entries: [page, ...asked].map(({ url, headers = [], body, type = 'text/plain' }, index) => ({
        startedDateTime: `2026-03-01T09:00:0${index}.000Z`, time: 1,
        request: {
          method: body === undefined ? 'GET' : 'POST', url, httpVersion: 'HTTP/2', headers, queryString: [], cookies: [], headersSize: -1, bodySize: -1,
          ...(body === undefined ? {} : { postData: { mimeType: type, text: body } }),
        },
        response: { status: 200, statusText: '', httpVersion: 'HTTP/2', headers: [], cookies: [], content: { size: 0, mimeType: index === 0 ? 'text/html' : '' }, redirectURL: '', headersSize: -1, bodySize: -1 },
        cache: {}, timings: { send: 0, wait: 1, receive: 0 },
      })),
    },
  }))
  const analysed = await analyzeInput(file, {
    runId: run.runId, firstParty: ['klinik.example'], values: [{ kind: 'health.reason', value: 'Vorgespräch Vasektomie', source: 'persona' }],
  })
  const store = openStore(':memory:')
  store.writeWhole(run, await Promise.all(analysed.map(async (one) => withoutSecrets(await withWithheld(file, one, secrets), secrets))), [])
  const report = store.report({}, summarise)
  store.close()
  return { report, file }
}

function proofOf(report: Report, evidence: ReadonlyMap<string, Evidence>, recipient: string): Evidence {
  const leak = report.findings.filter(({ recipientDomain, kind }) => recipientDomain === recipient && kind === 'health.reason')
    .flatMap(({ leaks }) => leaks.slice(0, 1)).find(({ label }) => label === 'Vorgespräch Vasektomie')
  const proof = evidence.get(leak?.leakId ?? '')
  assert.ok(proof, `${recipient}: ${report.findings.map(({ recipientDomain, kind, label }) => `${recipientDomain} ${kind} ${label}`).join('; ')}`)
  return proof
}

test('a URL in a URL: the bytes are marked, and each layer is the one above, decoded', async () => {
  const inner = `https://www.klinik.example/?motive=${encodeURIComponent('Vorgespräch Vasektomie')}`
  const { report } = await reportOn({
    url: `https://www.facebook.com/tr/?id=1&ev=PageView&dl=${encodeURIComponent(inner)}`, headers: [{ name: 'cookie', value: 'fr=abc; datr=def' }],
  })
  const { evidence, missing } = await illustrate(report)
  assert.deepEqual([...missing], [])
  const proof = proofOf(report, evidence, 'facebook.com')
  const url = proof.request.find(({ part }) => part === 'url')
  assert.equal(decodeURIComponent(decodeURIComponent(url?.marked ?? '')), 'Vorgespräch Vasektomie')
  assert.deepEqual(proof.layers.map(({ decoder }) => decoder), ['', 'percent', 'percent'])
  assert.deepEqual(proof.layers.map(({ marked }) => marked), [
    encodeURIComponent(encodeURIComponent('Vorgespräch Vasektomie')), encodeURIComponent('Vorgespräch Vasektomie'), 'Vorgespräch Vasektomie',
  ])
  assert.equal(proof.meaning?.text, 'address of the page')
  assert.equal(proof.recipientRule, 'signature:meta-pixel')
  assert.deepEqual(proof.cookies, ['fr', 'datr'])
})

test('a request that carried a secret as well is not shown from the capture: no layer, header or body tells it', async () => {
  const secret = 'Hunde-sind-toll-7'
  const page = `https://www.klinik.example/?motive=${encodeURIComponent('Vorgespräch Vasektomie')}&pw=${secret}`
  const { report } = await reportWithout([secret], [
    { url: `https://www.facebook.com/tr/?id=1&dl=${encodeURIComponent(page)}` },
    { url: 'https://px.tracker.example/', body: JSON.stringify({ r: 'Vorgespräch Vasektomie', p: Buffer.from(secret).toString('base64') }), type: 'application/json' },
    { url: 'https://px.other.example/', headers: [{ name: 'referer', value: page }], body: 'r=Vorgespr%C3%A4ch+Vasektomie' },
    { url: 'https://px.harmless.example/', body: 'r=Vorgespr%C3%A4ch+Vasektomie' },
  ])
  const illustration = await illustrate(report)
  assert.equal(proofOf(report, illustration.evidence, 'harmless.example').request.length, 2)
  assert.equal(illustration.evidence.size, report.findings.filter(({ recipientDomain }) => recipientDomain === 'harmless.example').length)
  const text = [...toPage(report, { language: 'en', illustration })].join('')
  assert.ok(['facebook.com', 'tracker.example', 'other.example'].every((name) => text.includes(name)))
  for (const form of [secret, Buffer.from(secret).toString('base64')]) assert.ok(!text.includes(form))
})

test('storage that held a secret is not shown from the capture', async () => {
  const { report } = await reportOn({ url: `https://px.other.example/?r=${encodeURIComponent('Vorgespräch Vasektomie')}` })
  const [capture] = report.captures
  assert.ok(capture)
  const analysed = { capture, analysis: capture.analysis, steps: [], requests: [], findings: [], leaks: [], diagnostics: [], stored: [] }
  const storing = async (value: string): Promise<string[]> => {
    const zip = join(folder, `${++count}.zip`)
    const origins = [{ origin: 'https://www.klinik.example', local: [['draft', value]], session: [], databases: [] }]
    await writeZip(zip, [{ name: 'storage.json', content: Buffer.from(JSON.stringify({ schema: 1, snapshots: [{ title: 's', at: '2026-03-01T09:00:00.000Z', cookies: [], origins }], writes: [] })) }])
    const { diagnostics } = await withWithheld(zip, analysed, ['Hunde-sind-toll-7'])
    return diagnostics.map(({ code, entry }) => `${code} ${entry}`)
  }
  assert.deepEqual(await storing('{"pw":"Hunde-sind-toll-7"}'), ['secret-withheld null'])
  assert.deepEqual(await storing(Buffer.from('Hunde-sind-toll-7').toString('base64')), ['secret-withheld null'])
  assert.deepEqual(await storing('Hunde'), [])
})

test('where few are asked for, each datum that a recipient got has its proof all the same', async () => {
  const reason = encodeURIComponent('Vorgespräch Vasektomie')
  const { report } = await reportOn({ url: `https://www.facebook.com/tr/?id=1&dl=${reason}&rl=${reason}&cd[a]=${reason}&fbp=fb.1.1772355600000.1234567890` })
  const { evidence } = await illustrate(report, { mostPerRecipient: 1 })
  const proved = report.findings.filter(({ leaks: [worst] }) => evidence.has(worst?.leakId ?? '')).map(({ kind }) => kind)
  assert.deepEqual(proved.sort(), [...new Set(report.findings.map(({ kind }) => kind))].sort())
  assert.ok(proved.length > 1 && report.findings.length > proved.length)
})

test('compressed in base64 in a body: the layers lead to the words', async () => {
  const packed = gzipSync(JSON.stringify({ page: 'x'.repeat(50), motive: 'Vorgespräch Vasektomie' })).toString('base64')
  const { report } = await reportOn({ url: 'https://collect.tracker.example/c', body: packed })
  const { evidence } = await illustrate(report)
  const proof = proofOf(report, evidence, 'tracker.example')
  assert.deepEqual(proof.layers.map(({ decoder }) => decoder), ['', 'base64', 'gzip'])
  assert.equal(proof.layers.at(-1)?.marked, 'Vorgespräch Vasektomie')
  assert.equal(proof.layers[1]?.bytes, Buffer.from(packed, 'base64').length)
  assert.equal(proof.request.at(-1)?.part, 'body')
  assert.notEqual(proof.request.at(-1)?.marked, '')
})

test('a capture that has gone, or is another now, is said to be missing; nothing is made up', async () => {
  const { report, file } = await reportOn({ url: `https://a.tracker.example/?q=${encodeURIComponent('Vorgespräch Vasektomie')}` })
  const text = JSON.stringify({ log: { version: '1.2', creator: { name: 'x', version: '1' }, entries: [] } })
  writeFileSync(file, text)
  const other = await illustrate(report)
  assert.equal(other.evidence.size, 0)
  assert.equal(other.missing.size, 1)
  rmSync(file)
  const gone = await illustrate(report)
  assert.equal(gone.evidence.size, 0)
  assert.match([...gone.missing.values()].join(), /is not there any more/)
})
