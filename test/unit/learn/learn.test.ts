import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { createLearning, type Facts } from '../../../src/learn/learn.js'
import type { Exchange, Field, Recipient } from '../../../src/model.js'

test('the site is the one whose pages were visited, not the first entry\'s', () => {
  const facts = learn([
    to('https://bat.bing.test/actionp/0',
      { headers: { referer: 'https://www.before.test/page' }, resourceType: 'ping' }),
    to('https://www.clinic.test/', { resourceType: 'document', pageUrl: 'https://www.clinic.test/' }),
    to('https://www.clinic.test/app.js',
      { headers: { referer: 'https://www.clinic.test/' }, pageUrl: 'https://www.clinic.test/' }),
    to('https://ads.test/frame', { resourceType: 'document', headers: { referer: 'https://www.clinic.test/' } }),
    ...Array.from({ length: 3 }, () => to('https://px.ads.test/', { headers: { referer: 'https://ads.test/frame' } })),
  ])
  assert.equal(facts.site, 'clinic.test')
  assert.match(facts.siteReason, /^clinic\.test: documents of it were loaded, 2 requests belong to its pages, 2 req/)
  assert.deepEqual(facts.sites, [])
})

test('a frame is no page', () => {
  const page = { pageUrl: 'https://clinic.test/', resourceType: 'document' }
  const frames = Array.from({ length: 9 }, () => to('https://ads.test/frame', page))
  const facts = learn([...frames, to('https://clinic.test/', page)])
  assert.equal(facts.site, 'clinic.test')
  assert.deepEqual(facts.sites, [])
})

test('of frames one counts as much as many', () => {
  const referer = (url: string): Partial<Parameters<typeof to>[1]> => ({ headers: { referer: url } })
  const facts = learn([
    to('https://clinic.test/', { resourceType: 'document' }),
    ...Array.from({ length: 9 }, (_, at) => to(`https://f${at}.ads.test/frame`, { resourceType: 'document', ...referer('https://clinic.test/') })),
    ...Array.from({ length: 12 }, () => to('https://px.ads.test/', referer('https://f1.ads.test/frame'))),
  ], (host) => host.split('.').slice(-2).join('.'))
  assert.equal(facts.site, 'clinic.test')
})

test('where no request names a page, documents may all be frames: one of a domain counts', () => {
  const facts = learn([
    to('https://clinic.test/', { resourceType: 'document' }), to('https://clinic.test/logo.png'), to('https://clinic.test/app.js'),
    to('https://frame.ads.test/', { resourceType: 'document' }), to('https://sync.ads.test/', { resourceType: 'document' }),
  ])
  assert.equal(facts.site, 'clinic.test')
})

test('a capture without pages falls back to Referers, then to the busiest host, and says which', () => {
  const referred = learn([to('https://t.test/', { headers: { referer: 'https://shop.other.test/x' } })],
    (host) => host.split('.').slice(-2).join('.'))
  assert.equal(referred.site, 'other.test')
  const api = learn([to('https://api.test/a'), to('https://api.test/b'), to('https://cdn.test/c')])
  assert.equal(api.site, 'api.test')
  assert.match(api.siteReason, /no document, page or Referer/)
  assert.equal(learn([]).site, '')
  assert.equal(learn([]).siteReason, '')
})

test('where nothing names a site, no known tracker is taken for one', () => {
  const learning = createLearning()
  const tracker: Recipient = { host: 'graph.social.test', domain: 'social.test', category: 'social', via: 'direct', rule: 'signature:x' }
  for (let at = 0; at < 5; at++) learning.see(to('https://graph.social.test/activities'), tracker)
  assert.deepEqual([learning.facts().site, learning.facts().siteReason], ['', 'none, for nothing names a site, and none but known trackers received a request.'])
  learning.see(to('https://api.clinic.test/'), { host: 'api.clinic.test', domain: 'clinic.test', category: 'other', via: 'direct', rule: 'registrable-domain' })
  assert.equal(learning.facts().site, 'clinic.test')
})

test('a page\'s title may be its address, with more behind it', () => {
  const facts = learn([{ ...to('https://www.clinic.test/'), pageTitle: 'http://www.clinic.test run 1' }])
  assert.equal(facts.site, 'clinic.test')
  assert.deepEqual(facts.titles, [])
})

test('failed and browser\'s own requests do not vote', () => {
  const facts = learn([
    to('https://gone.test/', { resourceType: 'document', status: 404 }),
    { ...to('https://update.test/', { resourceType: 'document' }), ofBrowser: true },
    to('https://clinic.test/', { resourceType: 'document' }),
  ])
  assert.equal(facts.site, 'clinic.test')
  assert.deepEqual(facts.sites, [])
})

test('whether a page of a site came, or an error instead of it', () => {
  const outcomes = (...exchanges: Exchange[]): string[] => learn(exchanges).outcomes.map(({ domain, status }) => `${domain} ${status}`)
  const asked = (status: number, resourceType = 'document'): Exchange => to('https://clinic.test/', { resourceType, status })
  assert.deepEqual(outcomes(asked(403)), ['clinic.test 403'])
  assert.deepEqual(outcomes(asked(503), asked(200), asked(404)), ['clinic.test 200'])
  assert.deepEqual(outcomes(asked(302), asked(403, 'fetch'), asked(404, 'image')), [])
  const framed = to('https://clinic.test/', { resourceType: 'document', status: 404, headers: { referer: 'https://shop.test/' } })
  assert.deepEqual(outcomes(framed), [])
  const untold = (url: string): Exchange => ({ ...to(url, { resourceType: '', status: 403 }), pageTitle: 'https://clinic.test/' })
  assert.deepEqual([outcomes(untold('https://clinic.test/')), outcomes(untold('https://clinic.test/favicon.ico'))], [['clinic.test 403'], []])
})

test('other visited sites are named with their weight', () => {
  const facts = learn([
    to('https://a.test/', { resourceType: 'document' }), to('https://a.test/2', { resourceType: 'document' }),
    to('https://b.test/', { resourceType: 'document' }),
  ])
  assert.equal(facts.site, 'a.test')
  assert.deepEqual(facts.sites.map(({ domain }) => domain), ['b.test'])
})

test('ids and their names are learnt from JSON', () => {
  const names = dictionaryOf('application/json; charset=utf-8', JSON.stringify({
    visit_motives: [{ id: 714912, name: 'Vorgespräch Vasektomie', speciality_id: 1302 }, { id: 3, name: 'x' }],
    specialities: { 1302: 'Urologie', 1288: { name: 'Frauenarzt' } },
    doctor: { practitionerId: 'p-77', practitionerName: 'Dr. Beispiel', city: 'Berlin', slug: 'dr', zip: '10115' },
    page: { code: 'https://x.test/', title: 'ignored', url: 'https://clinic.test/1' },
  }))
  assert.deepEqual(names.get('714912'), { name: 'Vorgespräch Vasektomie', keys: ['id', 'visit_motives'] })
  assert.deepEqual(names.get('1302'), { name: 'Urologie', keys: ['specialities'] })
  assert.deepEqual(names.get('1288'), { name: 'Frauenarzt', keys: ['specialities'] })
  assert.equal(names.get('p-77')?.name, 'Dr. Beispiel')
  assert.equal(names.has('3'), false, 'a name of one letter is none')
})

test('ids and their names are learnt from lists of GraphQL and JSON:API', () => {
  const names = dictionaryOf('application/json', JSON.stringify({
    data: { motives: { edges: [{ node: { id: 'TW90aXZlOjEy', name: 'Vasektomie' } }] } },
    included: [{ type: 'specialities', id: '1302', attributes: { name: 'Urologie', slug: 'uro-1' } }],
  }))
  assert.deepEqual(names.get('TW90aXZlOjEy'), { name: 'Vasektomie', keys: ['id', 'motives'] })
  assert.deepEqual(names.get('1302'), { name: 'Urologie', keys: ['id', 'included', 'specialities'] })
  assert.deepEqual(names.get('uro-1'), { name: 'Urologie', keys: ['slug', 'included'] })
})

test('ids and their names are learnt from HTML', () => {
  const names = dictionaryOf('text/html', `
    <select name="motiveIds[]"><option value="">–</option>
      <option value="714912" selected>Blasenschw&auml;che &amp; mehr</option></select>
    <input type="radio" name="sector" id="s1" value="k1"><label for="s1">gesetzlich</label>
    <label><input type=checkbox name=new value=n2> Ich bin neu</label>
    <a class="x" href="/booking?motiveIds%5B%5D=8151&amp;page=2">Hodenkrebs</a>
    <input type="text" name="q" value="12345"> Suche
    <script type="application/json">{"props":{"motive":{"id":9917,"label":"Inkontinenzberatung"}}}</script>`)
  assert.deepEqual(names.get('714912'), { name: 'Blasenschwäche & mehr', keys: ['motiveIds[]'] })
  assert.deepEqual(names.get('k1'), { name: 'gesetzlich', keys: ['sector'] })
  assert.deepEqual(names.get('n2'), { name: 'Ich bin neu', keys: ['new'] })
  assert.deepEqual(names.get('8151'), { name: 'Hodenkrebs', keys: ['motiveIds[]'] })
  assert.deepEqual(names.get('9917'), { name: 'Inkontinenzberatung', keys: ['id', 'motive'] })
  assert.equal(names.has('12345'), false)
})

test('cookies: who set them, a digest instead of the value, whether they last', () => {
  const facts = learn([{
    ...to('https://t.test/'), startedAt: Date.parse('2024-01-01T00:00:00Z'),
    setCookies: ['uid=a%20b; Max-Age=31536000; Secure', 's=1', 'e=2; expires=Wed, 01 Jan 2025 00:00:00 GMT',
    'd=3; Max-Age=0; Expires=Wed, 01 Jan 2025 00:00:00 GMT', '=x', 'bad'],
  }])
  assert.deepEqual(facts.cookies.map(({ name, setBy, persistent }) => [name, setBy, persistent]),
    [['uid', 't.test', true], ['s', 't.test', false], ['e', 't.test', true], ['d', 't.test', false]])
  assert.equal(facts.cookies[0]?.digest, createHash('sha256').update('a b').digest('hex'))
})

test('titles that are no addresses, and aliases, are kept', () => {
  const facts = learn([{ ...to('https://a.test/'), pageTitle: 'Urologie in Berlin', cnames: ['x.tracker.test'] },
    { ...to('https://b.test/'), pageTitle: 'https://b.test/' }])
  assert.deepEqual(facts.titles, ['Urologie in Berlin'])
  assert.deepEqual(facts.cnames, [{ host: 'a.test', aliases: ['x.tracker.test'] }])
})

test('an id is known under many names, and in tags with long attributes', () => {
  const fields = (count: number): string => Array.from({ length: count }, (_, at) =>
    `<select name="k${String.fromCharCode(97 + at % 26, 97 + at / 26)}"><option data-x="${'y'.repeat(3_000)}" value="6543">Urologie</option></select>`).join('')
  assert.equal(dictionaryOf('text/html', fields(32)).get('6543')?.keys.length, 32)
  const more = learn([{ ...to('https://a.test/h'), responseType: 'text/html', responseBody: Buffer.from(fields(33)) }])
  assert.deepEqual(more.diagnostics.map(({ code }) => code), ['learn-keys-full'])
})

test('hostile bodies neither throw nor grow without bound', () => {
  const many = JSON.stringify(Array.from({ length: 30_000 }, (_, id) => ({ id: 10_000 + id, name: `name ${id}` })))
  const facts = learn([
    json('{"__proto__":{"id":12,"name":"pp"},"constructor":{"55":"cc"}}'), json('['.repeat(200_000)),
      json('{"id":12,"na'), json('null'),
    { ...to('https://a.test/h'), responseType: 'text/html',
      responseBody: Buffer.from('<option<a href=a='.repeat(40_000)) },
    json(many), json(many.replaceAll('name', 'nom')),
  ])
  assert.ok(facts.dictionary.length <= 20_000)
  assert.ok(facts.diagnostics.some(({ code }) => code === 'learn-dictionary-full'))
  assert.equal(({} as Record<string, unknown>)['id'], undefined)
})

function json(body: string): Exchange {
  return { ...to('https://a.test/api'), responseType: 'application/json', responseBody: Buffer.from(body) }
}

interface Named { readonly name: string; readonly keys: readonly string[] }

function dictionaryOf(responseType: string, body: string): ReadonlyMap<string, Named> {
  const { dictionary } = learn([{ ...to('https://a.test/api'), responseType, responseBody: Buffer.from(body) }])
  return new Map(dictionary.map(({ id, name, keys }) => [id, { name, keys }]))
}

function learn(exchanges: readonly Exchange[], registrableDomain?: (host: string) => string): Facts {
  const learning = createLearning(registrableDomain === undefined ? {} : { registrableDomain })
  for (const exchange of exchanges) learning.see(exchange)
  return learning.facts()
}

interface Given {
  readonly headers?: Readonly<Record<string, string>>
  readonly resourceType?: string
  readonly status?: number
  readonly pageUrl?: string
}

function to(url: string, { headers = {}, resourceType = 'script', status = 200, pageUrl }: Given = {}): Exchange {
  const host = new URL(url).hostname
  const fields: Field[] = Object.entries(headers).map(([name, value]) =>
    ({ part: name === 'referer' ? 'referer' : 'header', name, value: Buffer.from(value),
      pointer: '/request/headers/0/value', offset: 0 }))
  return {
    entry: 0, startedAt: 0, method: 'GET', url, host, domain: host.split('.').slice(-2).join('.'), resourceType, status,
    delivery: 'sent', recordedBy: 'har', requestBodyBytes: 0, fields, setCookies: [],
    ...(pageUrl === undefined ? {} : { pageUrl }),
  }
}
