/**
 * The report and the viewer in a real browser: in all languages, in light and dark, without a violation that axe-core
 * knows; nothing that a site sent acts; no request leaves the page.
 */
import assert from 'node:assert/strict'
import { readFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { chromium, type Browser, type Page } from 'playwright'
import { findBrowser } from '../../src/capture/browser.js'
import { sandboxPossible } from '../../src/capture/environment.js'
import type { Report } from '../../src/model.js'
import { toPage } from '../../src/report/html/page.js'
import type { Evidence, Illustration } from '../../src/report/illustration.js'
import { summarise } from '../../src/report/summary.js'
import type { Refusal } from '../../src/report/words.js'
import { LANGUAGES, wordsOf } from '../../src/report/words/languages.js'
import { openBrowser } from '../../src/store/browse.js'
import { openStore } from '../../src/store/store.js'
import { startView, type View, type ViewOptions } from '../../src/view/server.js'
import { HOSTILE, makeAnalysed, makeHonest, reportOf, run } from '../golden/fixture.js'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'tattle-pages-'))
let browser: Browser

before(async () => {
  browser = await chromium.launch({ executablePath: findBrowser().path, chromiumSandbox: sandboxPossible() })
})
after(async () => {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Watched { readonly page: Page; readonly requests: string[]; readonly acted: string[] }

async function watched(): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 } })
  const page = await context.newPage()
  const requests: string[] = []
  const acted: string[] = []
  page.on('request', (one) => { if (!one.url().startsWith('data:')) requests.push(one.url()) })
  page.on('dialog', (dialog) => {
    acted.push(dialog.message())
    void dialog.dismiss()
  })
  page.on('pageerror', (error) => { acted.push(error.message) })
  return { page, requests, acted }
}

/** `rules`: only these, where a page differs from one that was looked at in them alone. */
async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!await page.evaluate(() => 'axe' in globalThis)) await page.evaluate(axe)
  return page.evaluate(async (only) => {
    interface Found { id: string; nodes: { html: string }[] }
    interface Options { resultTypes: string[]; runOnly?: readonly string[] }
    const { axe: tool } = globalThis as unknown as { axe: { run(options: Options): Promise<{ violations: Found[] }> } }
    const { violations: found } = await tool.run({ resultTypes: ['violations'], ...(only === undefined ? {} : { runOnly: only }) })
    return found.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 200)).join(' | ')}`)
  }, rules)
}

test('what looks at the pages finds what is wrong with one', async () => {
  const { page } = await watched()
  await page.setContent('<html lang="en"><title>x</title><main><h1>x</h1><p style="color:#ccc;background:#fff">pale</p><input></main>')
  assert.deepEqual((await violations(page)).map((one) => one.replace(/:.*/, '')).sort(), ['color-contrast', 'label'])
  assert.equal((await violations(page, ['color-contrast'])).length, 1)
  await page.context().close()
})

/** Of a page that is empty; a browser that has much to do may fail to take one, and one is enough. */
let screenshot: Promise<Buffer> | undefined
async function takeScreenshot(): Promise<Buffer> {
  const { page } = await watched()
  try {
    return await page.screenshot({ type: 'jpeg' })
  } finally {
    await page.context().close()
  }
}

/** What a capture could show, with a site's worst in every text. */
async function illustrated(report: Report): Promise<Illustration> {
  const image = await (screenshot ??= takeScreenshot())
  const text = `${HOSTILE.script}${HOSTILE.attribute}${HOSTILE.override}`
  const evidence: Evidence = {
    request: [
      { part: 'url', name: 'GET', before: 'https://x.example/?dl=', marked: text, after: '' },
      { part: 'header', name: text, before: text, marked: '', after: '' },
      { part: 'body', name: '', before: text, marked: '', after: '' },
    ],
    layers: [
      { decoder: '', start: 0, end: 9, bytes: 9, before: text, marked: 'Uro', after: text },
      { decoder: 'percent', start: 0, end: 9, bytes: 7, before: text, marked: '', after: '' },
    ],
    meaning: { text, source: 'javascript:alert(5)' }, recipientRule: 'signature:meta-pixel', cnames: [text],
    initiator: text, cookies: [text], cookiesSet: [text],
  }
  return {
    storage: report.captures.map(({ captureId }) => ({
      captureId, what: 'cookie', name: text, value: text, place: text, since: text, setBy: 'answer', setByUrl: 'javascript:alert(6)', expires: text,
    })),
    pictures: report.captures.map(({ captureId }) => ({ captureId, role: 'before', title: null, name: `screenshots/01-${HOSTILE.attribute}.jpg`, image })),
    evidence: new Map(report.findings.flatMap(({ leaks }) => leaks.slice(0, 1).map(({ leakId }) => [leakId, evidence]))),
    missing: new Map(report.captures.slice(0, 1).map(({ captureId }) => [captureId, text])),
  }
}

const reports: Readonly<Record<string, () => Report>> = {
  'leaks': () => reportOf([makeAnalysed({ consent: 'reject' }), makeAnalysed({ consent: 'accept' }), makeHonest({ consent: 'no-choice', coverage: 'broken' })]),
  'hostile': () => reportOf([makeAnalysed({ consent: 'accept', hostile: true }), makeAnalysed({ consent: 'reject', hostile: true })]),
  'none-observed': () => reportOf([makeHonest({ consent: 'reject' }), makeHonest({ consent: 'accept', coverage: 'limited' })]),
}

for (const [name, make] of Object.entries(reports)) {
  test(`the report, ${name}: accessible in every language, light and dark; nothing acts, nothing is asked for`, async () => {
    const report = make()
    const file = join(folder, `${name}.html`)
    writeFileSync(file, [...toPage(report, { illustration: await illustrated(report) })].join(''))
    const { page, requests, acted } = await watched()
    await page.goto(pathToFileURL(file).href)
    for (const language of LANGUAGES) {
      await page.locator(`label[for=in-${language}]`).click()
      assert.deepEqual(await page.locator('.language:visible').evaluateAll((all) => all.map(({ lang }) => lang)), [language])
      for (const details of await page.locator(`.language.${language} details`).all()) await details.evaluate((one) => one.setAttribute('open', ''))
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        const rules = colorScheme === 'light' ? undefined : ['color-contrast']
        assert.deepEqual(await violations(page, rules), [], `${language} ${colorScheme}`)
      }
    }
    assert.equal(await page.locator('script, iframe, object, embed, a[href^="http"], a[href^="javascript"], [onerror], [onmouseover], [style]').count(), 0)
    assert.deepEqual(acted, [])
    assert.deepEqual(requests, [pathToFileURL(file).href])
    await page.context().close()
  })
}

test('the report: the language is chosen by keyboard, and a picture is one for all languages', async () => {
  const report = reportOf([makeAnalysed({ consent: 'reject' })])
  const file = join(folder, 'keyboard.html')
  writeFileSync(file, [...toPage(report, { language: 'de', illustration: await illustrated(report) })].join(''))
  const { page } = await watched()
  await page.goto(pathToFileURL(file).href)
  assert.equal(await page.locator('html').getAttribute('lang'), 'de')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowRight')
  assert.deepEqual(await page.locator('.language:visible').evaluateAll((all) => all.map(({ lang }) => lang)), ['fr'])
  assert.equal((readFileSync(file, 'utf8').match(/data:image\/jpeg/g) ?? []).length, 1)
  assert.ok(await page.locator('.fr svg.picture').first().isVisible())
  await page.context().close()
})

test('the report: every folded part opens and closes by keyboard, and every picture has its table', async () => {
  const report = reportOf([makeAnalysed({ consent: 'reject' }), makeAnalysed({ consent: 'accept' })])
  const file = join(folder, 'folds.html')
  writeFileSync(file, [...toPage(report, { illustration: await illustrated(report) })].join(''))
  const { page } = await watched()
  await page.goto(pathToFileURL(file).href)
  const folds = page.locator('.language.en details')
  assert.ok(await folds.count() > 5)
  // What is folded is not reached until it is open: outer ones come first.
  for (const fold of await folds.all()) {
    if (await fold.getAttribute('open') !== null) continue
    const summary = fold.locator('> summary')
    await summary.focus()
    await page.keyboard.press('Enter')
    assert.notEqual(await fold.getAttribute('open'), null, await summary.innerText())
    assert.ok(await summary.evaluate((one) => one.matches(':focus-visible')))
  }
  for (const picture of await page.locator('.language.en svg.sankey').all()) {
    const tables = await picture.evaluate((one) => one.closest('details.part, section')?.querySelectorAll('details table').length ?? 0)
    assert.ok(tables > 0)
    assert.equal(await picture.getAttribute('role'), 'img')
  }
  assert.ok(await page.locator('.language.en svg.sankey').count() > 0)
  await page.context().close()
})

test('the report: nothing is wider than a narrow screen, in any language', async () => {
  const report = reportOf([makeAnalysed({ consent: 'reject', hostile: true }), makeAnalysed({ consent: 'accept' })])
  const file = join(folder, 'narrow.html')
  const custody = { head: 'f'.repeat(64), link: 15, keyFingerprint: 'e'.repeat(64) }
  writeFileSync(file, [...toPage({ ...report, custody }, { illustration: await illustrated(report) })].join(''))
  const { page } = await watched()
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(pathToFileURL(file).href)
  for (const language of LANGUAGES) {
    await page.locator(`label[for=in-${language}]`).click()
    for (const details of await page.locator(`.language.${language} details`).all()) await details.evaluate((one) => one.setAttribute('open', ''))
    assert.equal(await page.evaluate(() => (globalThis as unknown as { document: { documentElement: { scrollWidth: number } } }).document.documentElement.scrollWidth), 390, language)
  }
  await page.context().close()
})

test('the report: a finding that is shown alone is printed alone, with the target and the site', async () => {
  const file = join(folder, 'annex.html')
  writeFileSync(file, [...toPage(reportOf([makeAnalysed({ consent: 'reject' })]))].join(''))
  const { page } = await watched()
  await page.goto(pathToFileURL(file).href)
  assert.equal(await page.locator('p.paper:visible').count(), 0)
  await page.emulateMedia({ media: 'print' })
  assert.equal(await page.locator('p.paper:visible').count(), 1, 'it says that what is folded stays folded')
  assert.ok(await page.locator('.language.en article:visible').count() > 0)
  assert.equal(await page.locator('.language.en article > details dl:visible').count(), 0)
  const id = await page.locator('.language.en article').first().getAttribute('id')
  await page.goto(`${pathToFileURL(file).href}#${id ?? ''}`)
  await page.emulateMedia({ media: 'print' })
  assert.equal(await page.locator('article:visible').count(), 1)
  assert.equal(await page.locator('h1:visible, #en-matrix:visible, #en-method:visible').count(), 0)
  assert.match(await page.locator('article:visible .annex').innerText(), /Stand-in, not a live site: klinik\.example/)
  await page.context().close()
})

/** As long as what is kept of a request can be. */
async function long(report: Report): Promise<Illustration> {
  const text = (length: number): string => 'Blasenschwäche%20 '.repeat(length).slice(0, length)
  const evidence: Evidence = {
    request: [
      { part: 'url', name: 'POST', before: `…${text(400)}`, marked: text(600), after: `${text(400)}…` },
      ...Array.from({ length: 60 }, (_, at) => ({ part: 'header' as const, name: `x-${at}-${text(80)}`, before: text(1_500), marked: '', after: '' })),
      { part: 'body', name: '', before: text(1_500), marked: '', after: '' },
    ],
    layers: Array.from({ length: 8 }, (_, at) => ({
      decoder: at === 0 ? '' : 'percent', start: 0, end: 9, bytes: 9, before: text(400), marked: 'Uro', after: text(400),
    })),
    meaning: { text: text(400), source: text(400) }, recipientRule: 'signature:meta-pixel', cnames: Array.from({ length: 10 }, () => text(200)),
    initiator: text(1_000), cookies: Array.from({ length: 40 }, () => text(100)), cookiesSet: Array.from({ length: 20 }, () => text(100)),
  }
  const { pictures } = await illustrated(report)
  return {
    storage: [], pictures, missing: new Map(),
    evidence: new Map(report.findings.flatMap(({ leaks }) => leaks.slice(0, 1).map(({ leakId }) => [leakId, evidence]))),
  }
}

test('the report: every annex is one page of A4, in every language, however long what was sent', async () => {
  const plain = reportOf([makeAnalysed({ consent: 'reject', hostile: true }), makeAnalysed({ consent: 'accept', hostile: true })])
  const url = `https://t.example/${'Blasenschw%C3%A4che/'.repeat(200)}`
  const report: Report = {
    ...plain,
    findings: plain.findings.map((finding) => ({
      ...finding, label: 'ä'.repeat(2_000), field: 'f.'.repeat(500),
      leaks: finding.leaks.map((leak) => ({ ...leak, url, pageUrl: url, field: 'f.'.repeat(500), step: 's '.repeat(500), layers: 'percent>'.repeat(60) })),
    })),
    captures: plain.captures.map((capture) => ({ ...capture, path: `reports/${'x'.repeat(200)}.zip`, browser: 'b'.repeat(300), scenario: 'n '.repeat(200) })),
  }
  const file = join(folder, 'long.html')
  writeFileSync(file, [...toPage(report, { illustration: await long(report) })].join(''))
  const { page } = await watched()
  // A4 without the margins of the sheet, in CSS pixels.
  await page.setViewportSize({ width: 688, height: 1001 })
  for (const language of LANGUAGES) {
    await page.emulateMedia({ media: 'screen' })
    await page.goto(pathToFileURL(file).href)
    await page.locator(`label[for=in-${language}]`).click()
    await page.emulateMedia({ media: 'print' })
    const ids = await page.locator(`.language.${language} article`).evaluateAll((all) => all.map(({ id }) => id))
    assert.ok(ids.length > 3)
    for (const id of ids) {
      await page.goto(`${pathToFileURL(file).href}#${id}`)
      const cut = await page.locator(`[id="${id}"]`).evaluate((one) => one.scrollHeight - one.clientHeight)
      assert.ok(cut <= 1, `${id}: ${cut} px of it are cut off`)
      const pdf = await page.pdf({ preferCSSPageSize: true, format: 'A4' })
      assert.equal(pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length, 1, id)
      const marks = await page.locator(`[id="${id}"] .sent:not(.quick) mark, [id="${id}"] code.layer mark`).evaluateAll((all) =>
        all.map((one) => [one.getBoundingClientRect().top, one.parentElement?.getBoundingClientRect().bottom ?? 0]))
      assert.ok(marks.length > 0)
      for (const [top = 0, bottom = 0] of marks) assert.ok(top < bottom, `${id}: the marked bytes are cut off`)
    }
  }
  await page.context().close()
})

// ── the viewer ──

function writeTo(database: string): ViewOptions['assess'] {
  return (assessment) => {
    const store = openStore(database)
    store.writeAssessment(assessment)
    store.close()
  }
}

async function viewOf(hostile: boolean): Promise<{ view: View; done: () => Promise<void>; database: string }> {
  const database = join(folder, `${hostile ? 'hostile' : 'peaceful'}-${Math.random().toString(36).slice(2)}.sqlite`)
  const store = openStore(database)
  store.writeWhole(run, [makeAnalysed({ consent: 'accept', hostile }), makeAnalysed({ consent: 'reject', hostile })], [])
  const { findings } = store.report({}, summarise)
  store.writeAssessment({
    fingerprint: findings[0]?.fingerprint ?? '', status: 'confirmed', reason: HOSTILE.script, assessedBy: HOSTILE.attribute, assessedAt: '2026-03-02T10:00:00.000Z',
  })
  store.close()
  const opened = openBrowser(database)
  const failures: unknown[] = []
  const view = await startView({
    browser: opened, port: 0, language: 'en', illustrate: illustrated, assess: writeTo(database), failed: (error) => void failures.push(error),
  })
  return {
    view, database,
    done: async () => {
      await view.close()
      opened.close()
      assert.deepEqual(failures, [])
    },
  }
}

for (const hostile of [false, true]) {
  test(`the viewer${hostile ? ', hostile' : ''}: every page accessible in every language; nothing acts, nothing leaves`, async () => {
    const { view, done } = await viewOf(hostile)
    const { page, requests, acted } = await watched()
    try {
      await page.goto(view.url)
      const { origin } = new URL(view.url)
      assert.equal(page.url(), `${origin}/`)
      await page.goto(`${origin}/findings`)
      const finding = await page.locator('tbody a').first().getAttribute('href') ?? ''
      const pages = ['/', '/findings?words=a', '/findings?kind=health.reason&severity=critical', finding,
        `/compare?a=${run.runId}:reject&b=${run.runId}:accept`, '/compare?a=latest&b=nobody', `/run/${run.runId}`, '/nowhere']
      for (const path of pages) {
        for (const language of hostile ? ['de'] as const : LANGUAGES) {
          const url = new URL(path, origin)
          url.searchParams.set('language', language)
          await page.goto(url.href)
          assert.equal(await page.locator('html').getAttribute('lang'), language, url.href)
          assert.deepEqual(await violations(page), [], url.href)
          await page.emulateMedia({ colorScheme: 'dark' })
          assert.deepEqual(await violations(page, ['color-contrast']), [], `${url.href}, dark`)
          await page.emulateMedia({ colorScheme: 'light' })
        }
      }
      assert.deepEqual(acted, [])
      assert.deepEqual(requests.filter((one) => !one.startsWith(`${origin}/`)), [])
    } finally {
      await page.context().close()
      await done()
    }
  })
}

function ask(url: string, headers: Record<string, string>, method = 'GET'): Promise<{ status: number; headers: Record<string, unknown>; body: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers, method }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString() }))
    })
    asked.on('error', reject)
    asked.end()
  })
}

test('the viewer: what is said of a finding is added to the log, escaped; a form of elsewhere adds nothing', async () => {
  const { view, done, database } = await viewOf(false)
  const { page, acted } = await watched()
  try {
    await page.goto(view.url)
    const { origin } = new URL(view.url)
    await page.goto(`${origin}/findings?status=pending&language=de`)
    await page.locator('tbody a').first().click()
    const here = page.url()
    await page.getByLabel('Status').selectOption('dismissed')
    await page.getByLabel('Von').fill(HOSTILE.attribute)
    await page.getByLabel('Begründung').fill(HOSTILE.script)
    await page.getByRole('button', { name: 'Ins Protokoll aufnehmen' }).click()
    assert.equal(new URL(page.url()).searchParams.get('language'), 'de')
    assert.match(await page.locator('main').innerText(), /alert\(/)
    assert.deepEqual(acted, [])
    const added = (): number => {
      const store = openStore(database, { readonly: true })
      const { findings } = store.report({}, summarise)
      store.close()
      return findings.filter(({ status }) => status === 'dismissed').length
    }
    assert.equal(added(), 1)
    for (const body of ['', 'form=wrong&status=confirmed&by=x&reason=y', `form=${'x'.repeat(70_000)}`]) {
      const { status } = await page.request.post(here, { data: body, headers: { 'content-type': 'application/x-www-form-urlencoded' } })
        .then((response) => ({ status: response.status() }))
      assert.ok(status === 403 || status === 413, String(status))
    }
    assert.equal(added(), 1)
  } finally {
    await page.context().close()
    await done()
  }
})

test('the viewer: what goes wrong with a page is told to the terminal, and the next page is there', async () => {
  const { done, database } = await viewOf(false)
  const opened = openBrowser(database)
  const failures: string[] = []
  const view = await startView({
    browser: opened, port: 0, language: 'en', illustrate: () => Promise.reject(new Error('the disk is gone')), assess: writeTo(database),
    failed: ({ message }) => { failures.push(message) },
  })
  try {
    const { origin, searchParams } = new URL(view.url)
    const cookie = { cookie: `tattle-view=${searchParams.get('token') ?? ''}` }
    const { status, body } = await ask(`${origin}/run/${run.runId}`, cookie)
    assert.deepEqual([status, failures], [500, ['the disk is gone']])
    assert.match(body, /This page could not be made; the terminal says why\./)
    assert.doesNotMatch(body, /the disk is gone/)
    assert.equal((await ask(`${origin}/`, cookie)).status, 200)
  } finally {
    await view.close()
    opened.close()
    await done()
  }
})

test('the viewer: what it refuses, it refuses in the language that is asked for', async () => {
  const { view, done } = await viewOf(false)
  const { page } = await watched()
  try {
    const { origin, searchParams } = new URL(view.url)
    const cookie = { cookie: `tattle-view=${searchParams.get('token') ?? ''}` }
    const none = '00'.repeat(32)
    const refused: readonly [Refusal, number, string, Record<string, string>, string?][] = [
      ['wrongName', 421, '/?', { ...cookie, host: 'evil.example' }], ['onlyReading', 405, '/?', cookie, 'PUT'], ['noToken', 403, '/?', {}],
      ['notThere', 404, '/nowhere?', cookie], ['notThere', 404, `/finding/${none}?`, cookie], ['foreignForm', 403, `/finding/${none}?`, cookie, 'POST'],
      ['nothingSelected', 404, `/run/${none}?`, cookie], ['nothingSelected', 200, `/compare?a=${none}&b=${none}&`, cookie], ['nothingSelected', 200, `/compare?a=latest&b=latest:rejected&`, cookie],
    ]
    for (const language of LANGUAGES) {
      for (const [refusal, expected, path, headers, method] of refused) {
        const { status, body } = await ask(`${origin}${path}language=${language}`, headers, method)
        assert.equal(status, expected, `${path} ${language}`)
        assert.ok(body.includes(wordsOf(language).refusal[refusal]), `${path} ${language}: ${body.slice(-600)}`)
      }
      await page.goto(view.url)
      await page.goto(`${origin}/findings?language=${language}`)
      await page.locator('tbody a').first().click()
      await page.locator('#by, #reason').evaluateAll((fields) => { for (const field of fields) field.removeAttribute('required') })
      await page.locator('form button').click()
      assert.equal(await page.getByRole('alert').innerText(), wordsOf(language).refusal.incomplete)
      assert.equal(await page.locator('html').getAttribute('lang'), wordsOf(language).locale)
      assert.deepEqual(await violations(page), [])
    }
    await page.goto(`${origin}/findings?words=why?then&language=fr`)
    assert.equal(new URL(await page.locator('footer a[hreflang=de]').getAttribute('href') ?? '', origin).searchParams.get('words'), 'why?then')
  } finally {
    await page.context().close()
    await done()
  }
})

test('the viewer: the token, by its own name only, writing only by its form, with a strict policy', async () => {
  const { view, done } = await viewOf(false)
  try {
    const { origin, host, searchParams } = new URL(view.url)
    const token = searchParams.get('token') ?? ''
    assert.ok(token.length >= 32)
    assert.match(host, /^127\.0\.0\.1:\d+$/)
    for (const path of ['/', '/findings', '/compare', `/run/${run.runId}`, '/?token=wrong']) {
      const { status, body } = await ask(`${origin}${path}`, {})
      assert.equal(status, 403, path)
      assert.doesNotMatch(body, /klinik/)
    }
    const cookie = { cookie: `tattle-view=${token}` }
    assert.equal((await ask(`${origin}/`, cookie)).status, 200)
    assert.equal((await ask(`${origin}/`, { ...cookie, host: 'evil.example' })).status, 421)
    assert.equal((await ask(`${origin}/?token=${token}`, { host: 'evil.example' })).status, 421)
    assert.equal((await ask(`${origin}/`, cookie, 'PUT')).status, 405)
    assert.equal((await ask(`${origin}/`, cookie, 'POST')).status, 404)
    assert.equal((await ask(`${origin}/`, { cookie: `tattle-view=${token}x` })).status, 403)
    const entry = await ask(view.url, {})
    assert.equal(entry.status, 303)
    assert.equal(entry.headers['location'], '/')
    assert.match(String(entry.headers['set-cookie']), /HttpOnly; SameSite=Strict/)
    const page = await ask(`${origin}/findings`, cookie)
    assert.match(String(page.headers['content-security-policy']), /^default-src 'none'; style-src 'sha256-[^']+'; .*frame-ancestors 'none'$/)
    assert.equal(page.headers['x-content-type-options'], 'nosniff')
    assert.equal(page.headers['cache-control'], 'no-store')
  } finally {
    await done()
  }
})
