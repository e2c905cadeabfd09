/** The stand-in in a real browser: what its switches promise is what its log shows. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { connect } from 'node:tls'
import { after, before, describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { chromium, type Browser, type Page } from 'playwright'
import { findMotive, findSpeciality, LANGUAGES } from '../../scenarios/clinic/languages/index.js'
import type { Language, LanguageCode } from '../../scenarios/clinic/languages/language.js'
import { startClinic, type Clinic } from '../../scenarios/clinic/server.js'
import type { SiteName } from '../../scenarios/clinic/switches.js'
import { contactedThirdParties, plantedTruth, type Truth } from '../../scenarios/clinic/truth.js'
import { PLANTABLE, readPersona, type Persona } from '../../src/persona.js'

const PERSONAS: Readonly<Record<LanguageCode, Persona>> = {
  de: readPersona('scenarios/personas/de-vasektomie.json'),
  fr: readPersona('scenarios/personas/fr-ivg.json'),
  en: readPersona('scenarios/personas/en-pep.json'),
}
type Choice = 'accept' | 'reject' | 'none'

describe('the stand-in clinic', { timeout: 90_000 }, () => {
  let clinic: Clinic
  let browser: Browser

  before(async () => {
    clinic = await startClinic()
    browser = await chromium.launch({
      executablePath: browserPath(),
      // The flag, and not ignoreHTTPSErrors, which does not reach the requests of a page that is gone.
      args: [
        `--host-resolver-rules=MAP * 127.0.0.1:${clinic.port}`, '--ignore-certificate-errors',
        '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run',
      ],
    })
  })
  after(async () => {
    await browser?.close()
    await clinic?.close()
  })

  /** Books on one site, from the first page to the confirmation, and gives back what third parties received. */
  async function visit(site: SiteName, code: LanguageCode, choice: Choice): Promise<Truth[]> {
    clinic.clearLog()
    const context = await browser.newContext({ locale: LANGUAGES[code].locale })
    try {
      const page = await context.newPage()
      page.setDefaultTimeout(10_000)
      await page.goto(clinic.siteUrls[site][code])
      await choose(page, LANGUAGES[code], choice)
      await book(page, LANGUAGES[code], PERSONAS[code])
      await page.goto('about:blank')
      await untilQuiet(clinic)
    } finally {
      await context.close()
    }
    return plantedTruth(clinic.log, PERSONAS[code])
  }

  it('tells Facebook and Outbrain speciality, motive and insurance once the 2021 site has consent', async () => {
    const truths = await visit('2021', 'de', 'accept')
    for (const host of ['www.facebook.com', 'tr.outbrain.com']) {
      const ofHost = truths.filter((truth) => truth.host === host)
      const ofPage = ofHost.filter(({ fields, how }) => fields.includes('dl') && how === 'plain')
      for (const kind of ['health.specialty', 'health.reason', 'health.insurance', 'health.search'] as const) {
        const found = ofPage.find((truth) => truth.kind === kind && truth.part === 'query')
        assert.ok(found, `${host} received ${kind} in dl`)
        assert.deepEqual(found.by, ['vendor', 'search'], `both witnesses saw ${kind} at ${host}`)
      }
    }
    const reason = truths.find(({ host, kind, part, how }) => {
      return host === 'www.facebook.com' && kind === 'health.reason' && part === 'query' && how === 'plain'
    })
    assert.equal(reason?.value, 'Vorgespräch Vasektomie/Sterilisation Mann')
    const id = truths.find(({ request, kind, fields }) => {
      return request === reason?.request && kind === 'identifier.cookie' && fields.includes('fbp')
    })
    assert.match(id?.value ?? '', /^fb\.1\.\d+\.\d{18}$/)
    assert.match(reason?.url ?? '', /[?&]dl=https%3A%2F%2Fde\.terminhaus-2021\.example%2Furologie%2Fberlin%2F/)

    const addresses = truths.filter(({ kind }) => kind === 'network.ip')
    const at = (host: string): string[] => {
      return [...new Set(addresses.filter((each) => each.host === host).map(({ value }) => value))]
    }
    assert.deepEqual(at('trkn.us'), ['203.0.113.77'])
    assert.deepEqual(at('d.agkn.com').sort(), ['2001:db8:4d::9a1', '203.0.113.77'])

    const beacon = truths.find(({ tracker, kind }) => tracker === 'leavewise' && kind === 'health.search')
    assert.equal(beacon?.value, 'Blasenschwäche')
    const sent = clinic.log[beacon?.request ?? -1]
    assert.equal(sent?.headers['content-type'], 'application/json')
    assert.equal(sent?.headers['sec-fetch-mode'], 'cors')

    const tape = truths.filter(({ tracker, part }) => tracker === 'sessiontape' && part === 'websocket')
    const taped = new Set(tape.map(({ kind }) => kind))
    const typed = ['health.search', 'identity.name', 'identity.email', 'identity.phone', 'identity.birthdate'] as const
    for (const kind of typed) {
      assert.ok(taped.has(kind), `the recorder received ${kind} over its WebSocket`)
    }
    for (const tracker of ['meta', 'criteo', 'tiktok', 'proxied']) {
      const found = truths.some((truth) => {
        return truth.tracker === tracker && truth.kind === 'identity.email' && truth.how === 'sha256'
      })
      assert.ok(found, `${tracker} received the hashed e-mail address`)
    }
    const behind = truths.filter(({ via, part }) => via === 'first-party' && part === 'body')
    assert.ok(behind.some(({ kind }) => kind === 'health.reason'))
    for (const tracker of ['google-ads', 'ga4', 'taboola', 'criteo', 'tiktok', 'linkedin']) {
      const found = truths.some((truth) => {
        return truth.tracker === tracker && truth.kind === 'health.reason' && truth.how === 'plain'
      })
      assert.ok(found, `${tracker} received the motive`)
    }
    const types = clinic.log.filter(({ host, method }) => host === 'www.facebook.com' && method === 'POST')
      .map(({ headers }) => headers['content-type']?.split(';')[0])
    assert.deepEqual([...new Set(types)].sort(), ['application/x-www-form-urlencoded', 'multipart/form-data'])
    assert.ok(clinic.log.some(({ host, url, body }) => host === 'px.ads.linkedin.com' && url.endsWith('/wa/') &&
      Buffer.from(body, 'base64').toString().startsWith('H4sI')), 'LinkedIn received a click as base64 of gzip')

    const blind = truths.filter(({ how, by, kind }) => {
      return how !== 'site-id' && !kind.startsWith('identifier.') && !by.includes('search')
    })
    assert.deepEqual(blind, [], 'what a vendor understood in plain or hashed form, the search found as well')
  })

  it('tells nobody anything on the 2021 site when the visitor refuses, or takes the consent back', async () => {
    assert.deepEqual(await visit('2021', 'fr', 'reject'), [])
    assert.deepEqual(contactedThirdParties(clinic.log), [])

    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(clinic.siteUrls['2021'].en)
    await choose(page, LANGUAGES.en, 'accept')
    await untilQuiet(clinic)
    assert.ok(contactedThirdParties(clinic.log).includes('www.facebook.com'))
    await page.getByRole('button', { name: LANGUAGES.en.texts.privacySettings }).click()
    await choose(page, LANGUAGES.en, 'reject')
    clinic.clearLog()
    await page.reload()
    await untilQuiet(clinic)
    assert.deepEqual(contactedThirdParties(clinic.log), [])
    await context.close()
  })

  it('tells the same after a refusal on the site that ignores it, and before any choice', async () => {
    const truths = await visit('ignores-refusal', 'en', 'reject')
    for (const host of ['www.facebook.com', 'tr.outbrain.com']) {
      const received = truths.filter((truth) => truth.host === host)
      assert.ok(received.some(({ kind, fields }) => kind === 'health.reason' && fields.includes('dl')))
      assert.ok(received.some(({ kind, part }) => kind === 'health.insurance' && part === 'referer'))
    }
    clinic.clearLog()
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(clinic.siteUrls['ignores-refusal'].fr)
    await untilQuiet(clinic)
    assert.ok(contactedThirdParties(clinic.log).includes('tr.outbrain.com'))
    await context.close()
  })

  it('gives ids and nothing else to the trackers of the repaired site', async () => {
    const truths = await visit('repaired', 'de', 'accept')
    assert.ok(contactedThirdParties(clinic.log).includes('www.facebook.com'))
    assert.ok(truths.some(({ tracker, kind }) => tracker === 'meta' && kind === 'identifier.cookie'))
    assert.deepEqual(truths.filter(({ kind }) => !kind.startsWith('identifier.')), [])
  })

  it('contacts no third party at all on the honest site', async () => {
    assert.deepEqual(await visit('honest', 'fr', 'accept'), [])
    assert.deepEqual(contactedThirdParties(clinic.log), [])
  })

  it('reads fragmented and refuses unmasked or endless WebSocket messages', async () => {
    clinic.clearLog()
    const fragments = [masked(0x01, 'Vorge'), masked(0x89, 'ping'), masked(0x80, 'spräch')]
    const answer = await talk(clinic.port, Buffer.concat([...fragments, masked(0x88, '')]))
    assert.match(answer.toString('latin1'), /^HTTP\/1\.1 101 /)
    assert.ok(answer.includes(Buffer.from('ping')), 'the ping was answered')
    const messages = clinic.log[0]?.frames.map(({ payload }) => Buffer.from(payload, 'base64').toString())
    assert.deepEqual(messages, ['Vorgespräch'])

    const unmasked = Buffer.from([0x81, 2, 0x68, 0x69])
    const endless = Buffer.from([0x81, 0xff, 0, 0, 0, 1, 0, 0, 0, 0, 1, 2, 3, 4])
    for (const bytes of [unmasked, endless]) await talk(clinic.port, bytes)
    assert.deepEqual(clinic.log.slice(1).map(({ frames }) => frames.length), [0, 0])
  })
})

describe('the personas', () => {
  it('use what the catalogue of their language offers', () => {
    for (const [code, persona] of Object.entries(PERSONAS)) {
      const language = LANGUAGES[code as LanguageCode]
      const value = (kind: keyof Persona['values']): string => persona.values[kind]?.[0] ?? ''
      const speciality = findSpeciality(language, value('health.search'))
      assert.equal(speciality?.name, value('health.specialty'))
      const motive = speciality?.motives.find(({ name }) => name === value('health.reason'))
      assert.equal(findMotive(language, motive?.id ?? 0), motive)
      const practitioner = language.practitioners.find(({ name }) => name === value('health.practitioner'))
      assert.equal(practitioner?.speciality, speciality?.slug)
      assert.ok(language.slots.includes(value('health.appointment')))
      assert.deepEqual(persona.values['network.ip'], language.visitorAddresses)
    }
  })

  it('are described by a schema that knows the kinds that can be planted', () => {
    const schema = JSON.parse(readFileSync('scenarios/personas/persona.schema.json', 'utf8')) as
      { properties: { values: { properties: Record<string, unknown> } } }
    assert.deepEqual(Object.keys(schema.properties.values.properties).sort(), [...PLANTABLE].sort())
  })
})

async function choose(page: Page, { texts }: Language, choice: Choice): Promise<void> {
  if (choice === 'none') return
  await page.getByRole('button', { name: choice === 'accept' ? texts.accept : texts.reject }).click()
}

async function book(page: Page, { texts, places }: Language, persona: Persona): Promise<void> {
  const value = (kind: keyof Persona['values']): string => persona.values[kind]?.[0] ?? ''
  await page.getByLabel(texts.what).fill(value('health.search'))
  await page.getByLabel(texts.where, { exact: true }).fill(places[0]?.name ?? '')
  await page.locator(`[name="insuranceSector"][value="${value('health.insurance')}"]`).check()
  await page.getByRole('button', { name: texts.search }).click()
  await page.waitForURL('**/*searchTerm=*')
  await page.getByRole('link', { name: `${texts.profile}: ${value('health.practitioner')}` }).click()
  await page.waitForURL((url) => url.pathname.split('/').length === 4)
  await page.getByRole('link', { name: texts.book }).click()
  await page.waitForURL('**/booking/motives?*')
  await page.getByRole('link', { name: value('health.reason') }).click()
  await page.waitForURL('**/booking/availabilities?*')
  await page.locator(`button[value="${value('health.appointment')}"]`).click()
  await page.waitForURL('**/booking/patient?*')
  await page.getByLabel(texts.name).fill(value('identity.name'))
  await page.getByLabel(texts.birthdate).fill(value('identity.birthdate'))
  await page.getByLabel(texts.email).fill(value('identity.email'))
  await page.getByLabel(texts.phone).fill(value('identity.phone'))
  await page.getByRole('button', { name: texts.confirm }).click()
  await page.waitForURL('**/booking/confirmation?*')
}

/** Nothing new in the log for a third of a second. */
async function untilQuiet(clinic: Clinic): Promise<void> {
  const deadline = Date.now() + 5000
  let known = -1
  while (known !== clinic.log.length && Date.now() < deadline) {
    known = clinic.log.length
    await sleep(350)
  }
}

/** Opens the recorder's WebSocket by hand, sends bytes, and gives back all that came until the server ended it. */
function talk(port: number, bytes: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', servername: 'in.sessiontape.example', rejectUnauthorized: false })
    const chunks: Buffer[] = []
    socket.write('GET /v1/record HTTP/1.1\r\nHost: in.sessiontape.example\r\nUpgrade: websocket\r\n' +
      'Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n')
    socket.once('data', () => socket.write(bytes))
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('close', () => resolve(Buffer.concat(chunks)))
    socket.on('error', reject)
    socket.setTimeout(5000, () => socket.destroy(new Error('the server did not end the connection')))
  })
}

function masked(first: number, text: string): Buffer {
  const payload = Buffer.from(text)
  const mask = Buffer.from([7, 77, 177, 27])
  const hidden = payload.map((byte, at) => byte ^ (mask[at % 4] ?? 0))
  return Buffer.concat([Buffer.from([first, 0x80 | payload.length]), mask, hidden])
}

function browserPath(): string {
  const own = process.env['TATTLE_BROWSER']
  const candidates = [own, chromium.executablePath(), '/usr/bin/chromium', '/usr/bin/google-chrome']
  return candidates.find((path) => path !== undefined && path !== '' && existsSync(path)) ?? '/usr/bin/chromium'
}
