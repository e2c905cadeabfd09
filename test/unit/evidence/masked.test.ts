/** What a masked HAR may not hold, whatever it was wrapped in. */
import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { deflateSync, gzipSync } from 'node:zlib'
import { SECRET, writeMaskedHar } from '../../../src/evidence/masked.js'
import type { HarEntry } from '../../../src/har/types.js'
import { toTerms, type Persona } from '../../../src/persona.js'
import { analyzeInput } from '../../../src/pipeline.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-masked-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const PASSWORD = 'Hunde-sind-toll-7'
const COOKIE = 'sid-9f8e7d6c5b4a3f2e1d0c'
const persona: Persona = {
  id: 'p', locale: 'de', values: { 'identity.email': ['mara.lindner@example.org'], 'health.search': ['Blasenschwäche'] },
}
const told = JSON.stringify({ em: 'mara.lindner@example.org', q: 'Blasenschwäche', pw: PASSWORD })
const base64 = (bytes: string | Uint8Array): string => Buffer.from(bytes).toString('base64')
const inQuery = (value: string): HarEntry => entry(`https://px.adnet.example/c?ev=lead&d=${encodeURIComponent(value)}`)
const inBody = (text: string, mimeType: string): HarEntry => entry('https://px.adnet.example/c', { mimeType, text })

function entry(url: string, postData?: { mimeType: string; text: string }): HarEntry {
  return {
    startedDateTime: '2026-03-01T10:00:00.000Z', time: 1, cache: {}, timings: {},
    request: {
      method: postData === undefined ? 'GET' : 'POST', url, httpVersion: 'HTTP/2', cookies: [], queryString: [],
      headers: [
        { name: 'Referer', value: 'https://klinik.example/suche?q=Blasenschw%C3%A4che' },
        { name: 'Cookie', value: `sid=${COOKIE}; lang=de` }, { name: 'Authorization', value: `Bearer ${COOKIE}` },
      ],
      ...(postData === undefined ? {} : { postData }),
    },
    response: { status: 204, headers: [{ name: 'Set-Cookie', value: `sid=${COOKIE}` }], content: { text: told } },
  } as unknown as HarEntry
}

const carriers: Readonly<Record<string, HarEntry>> = {
  'plain': inQuery(told),
  'percent, twice': inQuery(encodeURIComponent(told)),
  'base64': inQuery(base64(told)),
  'base64 of base64': inQuery(base64(base64(told))),
  'hex': inQuery(Buffer.from(told).toString('hex')),
  'gzip in base64': inQuery(base64(gzipSync(told))),
  'deflate in base64': inQuery(base64(deflateSync(told))),
  'form': inBody(`em=mara.lindner%40example.org&pw=${PASSWORD}&q=Blasenschw%C3%A4che`, 'application/x-www-form-urlencoded'),
  'JSON': inBody(told, 'application/json'),
  'JSON in JSON, base64 below': inBody(JSON.stringify({ a: [{ data: base64(told) }], b: told }), 'application/json'),
  'text': inBody(`said ${told}`, 'text/plain'),
}

for (const [name, carrier] of Object.entries(carriers)) {
  test(`${name}: the request stays, nothing of what it told does`, async () => {
    const input = join(folder, 'in.har')
    const out = join(folder, 'out.har')
    rmSync(out, { force: true })
    writeFileSync(input, JSON.stringify({ log: { version: '1.2', creator: { name: 'x', version: '1' }, entries: [carrier] } }))
    const secrets = [PASSWORD, COOKIE].map((value) => ({ kind: SECRET, value, source: 'persona' as const }))
    const looking = { runId: 'r', persona, firstParty: ['klinik.example'] }
    const leaks = (await analyzeInput(input, looking)).flatMap((one) => one.leaks)
    assert.ok(leaks.some(({ kind }) => kind === 'identity.email'), 'it is found in the first place')

    const counts = await writeMaskedHar({ capture: input, out, leaks, terms: toTerms(persona, secrets), clientIps: [] })
    assert.deepEqual(counts, { kept: 1, left: 0 })
    const text = readFileSync(out, 'utf8')
    for (const value of ['mara.lindner', 'Blasenschw', PASSWORD, COOKIE]) assert.ok(!text.includes(value), `${value} in ${text}`)
    const again = await analyzeInput(out, { ...looking, values: secrets })
    assert.deepEqual(again.flatMap((one) => one.leaks.filter(({ matchSource }) => matchSource !== 'signature')), [])
    assert.match(text, /https:\/\/px\.adnet\.example\/c/)
    assert.match(text, /masked-identity\.email/)
    assert.match(text, /"comment": "entry 0 of the capture: .*identity\.email → adnet\.example/)
  })
}

test('without a leak there is no file', async () => {
  const input = join(folder, 'in.har')
  const out = join(folder, 'none.har')
  assert.deepEqual(await writeMaskedHar({ capture: input, out, leaks: [], terms: [], clientIps: [] }), { kept: 0, left: 0 })
  assert.ok(!existsSync(out))
})
