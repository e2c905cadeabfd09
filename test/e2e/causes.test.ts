/** To which click, and to which page, a real capture puts down what is sent late: slow redirects, pages that are left. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Analysed, LeakRecord } from '../../src/model.js'
import { runAudit } from '../../src/playwright/audit.js'
import { whenWhole, whileTesting } from '../loopback.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-causes-'))
after(() => { rmSync(folder, { recursive: true, force: true, maxRetries: 8, retryDelay: 150 }) })

/** Longer than the next click is away. */
const slowMs = 1_500

const page = (path: string): string => `<!doctype html><link rel="icon" href="data:,"><title>${path}</title>
  <button onclick="new Image().src = 'http://slow.tracker.example/one?q=Urologie'">Ask</button>
  <button onclick="new Image().src = 'http://px.tracker.example/looked?q=Urologie'">Look</button>
  <script>
    const path = '${path}'
    new Image().src = 'http://px.tracker.example/opened' + path + '?q=Urologie'
    setInterval(() => new Image().src = 'http://px.tracker.example/ticked' + path + '?q=Urologie&' + Math.random(), 200)
    addEventListener('pagehide', () => {
      navigator.sendBeacon('http://px.tracker.example/hidden' + path, 'q=Urologie')
      fetch('http://px.tracker.example/kept' + path, { method: 'POST', keepalive: true, mode: 'no-cors', body: 'q=Urologie' })
      new Image().src = 'http://px.tracker.example/image' + path + '?q=Urologie'
      navigator.sendBeacon('http://px.tracker.example/asked' + path, new Blob(['{"q":"Urologie"}'], { type: 'application/json' }))
    })
    if (path === '/third') addEventListener('beforeunload', (event) => event.preventDefault())
    document.addEventListener('visibilitychange', () => navigator.sendBeacon('http://px.tracker.example/seen' + path, 'q=Urologie'))
  </script>`

let analysed: Analysed

before(async () => {
  const { port } = await whileTesting(createServer(whenWhole((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://a.example')
    if (pathname === '/one') {
      setTimeout(() => { response.writeHead(302, { location: 'http://fast.other-tracker.example/two?q=Urologie' }).end() }, slowMs)
      return
    }
    if (request.method === 'OPTIONS') {
      const allowed = { 'access-control-allow-origin': request.headers.origin, 'access-control-allow-headers': 'content-type', 'access-control-allow-credentials': 'true' }
      setTimeout(() => { response.writeHead(204, allowed).end() }, slowMs)
      return
    }
    response.setHeader('content-type', 'text/html; charset=utf-8')
    setTimeout(() => response.end(request.headers.host?.startsWith('www.') === true && request.method === 'GET' ? page(pathname) : ''), pathname === '/second' ? slowMs : 0)
  })))
  const { analysed: all, failures } = await runAudit({
    scenarios: ['test/e2e/fixture/causes.spec.ts'], consent: ['no-choice'], quiet: true,
    hostMap: [`*.example=127.0.0.1:${port}`], database: join(folder, 'findings.sqlite'), captures: join(folder, 'captures'),
    values: [{ kind: 'health.specialty', value: 'Urologie', source: 'persona' }],
  })
  assert.deepEqual(failures, [])
  analysed = all[0] ?? assert.fail()
})

const leakTo = (path: string): LeakRecord => analysed.leaks.find(({ url }) => new URL(url).pathname === path) ?? assert.fail(path)

test('what a slow redirect leads to was caused by what caused its first hop, and keeps its own time', () => {
  const [one, two, looked] = [leakTo('/one'), leakTo('/two'), leakTo('/looked')]
  assert.deepEqual([one, two, looked].map(({ step, action }) => [step, action]),
    [['Ask', "click getByText('Ask')"], ['Ask', "click getByText('Ask')"], ['Look', "click getByText('Look')"]])
  assert.ok(Date.parse(two.startedAt ?? '') - Date.parse(one.startedAt ?? '') >= slowMs)
  const request = analysed.requests.find(({ url }) => url.includes('/two')) ?? assert.fail()
  assert.deepEqual([request.step, request.action], [two.step, two.action])
})

test('what is sent as a page is left names that page, and so does what it sends while the next is on its way', () => {
  const named = analysed.leaks.flatMap(({ url, pageUrl }) => {
    const [way = '', path = ''] = new URL(url).pathname.slice(1).split('/')
    return path === '' ? [] : [{ of: `${way} ${path}`, right: new URL(pageUrl ?? '').pathname === `/${path}` }]
  })
  assert.deepEqual(named.filter(({ right }) => !right), [])
  const ways = ['opened', 'hidden', 'kept', 'image', 'seen', 'asked']
  const sent = ['first', 'second', 'third'].flatMap((path) => ways.map((way) => `${way} ${path}`))
  assert.deepEqual([...sent, 'ticked first'].filter((one) => !named.some(({ of }) => of === one)), [])
})

test('what had to ask whether it may be sent was caused when it asked, be it by a page that has been left since', () => {
  for (const [path, left] of [['first', 'shop.example/second'], ['second', 'other.example/third']]) {
    const sent = analysed.requests.filter(({ url }) => url.endsWith(`/asked/${path}`))
    assert.deepEqual(sent.map(({ method, delivery, action }) => [method, delivery, action]),
      ['OPTIONS', 'POST'].map((method) => [method, 'sent', `goto http://www.${left}`]))
  }
})

test('a page that asks whether it may be left is left, though the test would stay', () => {
  assert.deepEqual([analysed.capture.coverage, analysed.capture.coverageReasons], ['full', []])
})
