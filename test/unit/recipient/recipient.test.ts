import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Exchange, Field, Part } from '../../../src/model.js'
import { createEntities } from '../../../src/recipient/entities.js'
import { createAttribution, meaningOf } from '../../../src/recipient/recipient.js'
import type { Signature } from '../../../src/recipient/signature.js'

const attribute = createAttribution()

test('a tracker is recognised on its host, and the path tells its endpoints apart', () => {
  const pixel = attribute(to('https://www.facebook.com/tr/?id=1&ev=PageView'))
  assert.equal(pixel.entity, 'Meta Platforms Ireland Limited')
  assert.deepEqual([pixel.country, pixel.category, pixel.via, pixel.rule],
    ['IE', 'social', 'direct', 'signature:meta-pixel'])
  assert.equal(attribute(to('https://www.facebook.com/plugins/like.php')).rule, 'signature:meta-social')
  assert.equal(attribute(to('https://graph.facebook.com/v14.0/1/activities')).rule, 'signature:meta-sdk')
  assert.equal(attribute(to('https://WWW.FACEBOOK.COM./tr/?id=1', 'WWW.FACEBOOK.COM.')).rule, 'signature:meta-pixel')
})

test('a host that only looks like a tracker is nobody\'s', () => {
  for (const host of ['evil-facebook.com', 'facebook.com.evil.net', 'facebook.com-evil.net', 'xoutbrain.com', 'com',
    '', '.', '127.0.0.1']) {
    const recipient = attribute(to('https://x.test/tr/?id=1', host))
    assert.deepEqual([recipient.rule, recipient.entity, recipient.category],
      ['registrable-domain', undefined, 'other'], host)
  }
})

test('an alias names the tracker behind a host of the site, a CDN behind it does not', () => {
  const aliased = attribute({ ...to('https://stats.clinic.test/x'), cnames: ['clinic.eulerian.net'] })
  assert.deepEqual([aliased.rule, aliased.via, aliased.host], ['signature:eulerian', 'cname', 'stats.clinic.test'])
  const listed = attribute({ ...to('https://s.clinic.test/x'), cnames: ['a.clinic.test', 'clinic.rfihub.com'] })
  assert.deepEqual([listed.rule, listed.via, listed.category], ['third-party-web', 'cname', 'advertising'])
  const hosted = attribute({ ...to('https://www.clinic.test/x'), cnames: ['clinic.akamaihd.net', 'x.cloudfront.net'] })
  assert.deepEqual([hosted.rule, hosted.via], ['registrable-domain', 'direct'])
  assert.equal(attribute(to('https://stats.clinic.test/x')).rule, 'registrable-domain',
    'the same host without its alias')
})

test('a payload\'s shape names the tracker behind any other host', () => {
  const ga = attribute(to('https://data.clinic.test/g/collect?v=2&tid=G-1&cid=1.2'))
  assert.deepEqual([ga.rule, ga.via], ['signature:google-analytics-4', 'first-party'])
  const json = to('https://clinic.test/_serverless/analytics-reporter/facebook/event')
  assert.equal(attribute(withBody(json, '{"eventName":"Lead","data":{}}')).rule, 'signature:meta-conversions')
  assert.equal(attribute(withBody(json, '{"eventName"')).rule, 'registrable-domain')
  const text = to('https://clinic.test/collect')
  assert.equal(attribute(withBody(text, 'v=1&t=pageview&tid=UA-1-1&cid=1.2')).rule,
    'signature:google-analytics-universal')
  assert.equal(attribute(to('https://clinic.test/g/collect?v=2&tid=G-1')).rule, 'registrable-domain',
    'a field is missing')
  const gateway = attribute(to('https://clinic.test/a1b2/ag/g/c?v=2&tid=G-1&cid=1.2'))
  assert.deepEqual([gateway.rule, gateway.via], ['signature:google-analytics-4', 'first-party'])
  const tunnel = to('https://clinic.test/monitoring?o=1&p=2')
  const envelope = '{"sent_at":"2026-01-02T10:00:00Z","dsn":"https://k@o1.ingest.sentry.io/2"}\n{"type":"event"}\n{"request":{}}'
  assert.equal(attribute(withBody(tunnel, envelope)).rule, 'signature:sentry-tunnel', 'the first line says so')
  assert.equal(attribute(withBody(tunnel, `${envelope}${'x'.repeat(2 ** 20)}`)).rule, 'signature:sentry-tunnel', 'of a long body too')
  assert.equal(attribute(withBody(tunnel, '{"note":"dsn, sent_at"}\n{"type":"event"}')).rule, 'registrable-domain')
  assert.equal(attribute(to('https://x.run.app/g/collect?v=2&tid=G-1&cid=1.2')).rule, 'signature:google-analytics-4',
    'a mere host')
})

test('what a tracker is sent through the site\'s own host is known by its form, whatever the path', () => {
  const bodies: readonly (readonly [rule: string, url: string, body: string])[] = [
    ['signature:meta-conversions', 'https://data.clinic.test/events?cee=no',
      '{"event_name":"PageView","fb.pixel_id":"1","fb.advanced_matching":{},"website_context":{"location":"https://clinic.test/"}}'],
    ['signature:meta-conversions', 'https://clinic.test/wp-admin/admin-ajax.php',
      'action=pys_api_event&pixel=facebook&event=PageView&data%5Bpage_title%5D=Urologie&ids%5B%5D=1&eventID=a1'],
    ['registrable-domain', 'https://clinic.test/wp-admin/admin-ajax.php', 'action=save&pixel=1&event=x&eventID=a1'],
    ['registrable-domain', 'https://clinic.test/events', '{"event_name":"PageView","note":"fb.pixel_id"}'],
    ['signature:snowplow-self-hosted', 'https://clinic.test/a1/b2',
      '{"schema":"iglu:com.snowplowanalytics.snowplow/payload_data/jsonschema/1-0-4","data":[{"e":"pv","url":"https://clinic.test/"}]}'],
    ['registrable-domain', 'https://clinic.test/a1/b2', '{"schema":"iglu:org.example/x/jsonschema/1-0-0","data":[]}'],
    ['signature:matomo-self-hosted', 'https://clinic.test/matomo.php', '{"requests":["?idsite=1&rec=1&url=https%3A%2F%2Fclinic.test%2F"]}'],
    ['registrable-domain', 'https://clinic.test/matomo.php', '{"requests":["a"]}'],
    ['signature:matomo-self-hosted', 'https://clinic.test/js/x', 'idsite=1&rec=1&url=https%3A%2F%2Fclinic.test%2F&_id=a1'],
    ['signature:piwik-pro', 'https://clinic.test/ppms.php', 'idsite=1&rec=1&url=https%3A%2F%2Fclinic.test%2F&_id=a1'],
    ['signature:rudderstack-self-hosted', 'https://data.clinic.test/v1/track',
      '{"anonymousId":"a","messageId":"b","type":"track","context":{"library":{"name":"RudderLabs JavaScript SDK"}}}'],
    ['signature:segment', 'https://data.clinic.test/v1/t', '{"anonymousId":"a","messageId":"b","type":"track","context":{"library":{"name":"analytics.js"}}}'],
    ['signature:amplitude', 'https://clinic.test/collect/a1', '{"api_key":"k","events":[],"options":{},"client_upload_time":"2026-01-02T10:00:00.000Z"}'],
    ['signature:elastic-apm-self-hosted', 'https://clinic.test/apm/intake/v2/rum/events', '{"metadata":{}}\n{"transaction":{}}'],
    ['signature:shopify', 'https://clinic.test/.well-known/shopify/monorail/unstable/produce_batch', '{"metadata":{},"events":[]}'],
    ['signature:vercel', 'https://clinic.test/_vercel/insights/view', '{"o":"https://clinic.test/"}'],
  ]
  for (const [rule, url, body] of bodies) assert.equal(attribute(withBody(to(url), body)).rule, rule, `${url} ${body}`)
  assert.equal(attribute(to('https://clinic.test/i?e=pv&p=web&tv=js-3.5.0&url=https://clinic.test/')).rule, 'signature:snowplow-self-hosted')
  assert.equal(attribute(to('https://clinic.test/app/rb_bf12345abc?type=js3&sn=v_4')).rule, 'signature:dynatrace')
  assert.equal(attribute(to('https://clinic.test/h?a=1&u=2&v=3&s=4&b=web')).rule, 'signature:heap')
})

test('the most specific host wins, whatever the order of the signatures', () => {
  const at = (hosts: string[], path?: RegExp): Signature => ({
    entity: hosts[0] ?? '', country: 'DE', category: 'analytics', hosts, examples: { match: [], miss: [] },
    ...(path === undefined ? {} : { path }),
  })
  const signatures = { a: at(['t.test']), b: at(['x.t.test']), c: at(['x.t.test'], /^\/pixel/) }
  for (const order of [['a', 'b', 'c'], ['c', 'b', 'a']] as const) {
    const own = createAttribution(Object.fromEntries(order.map((id) => [id, signatures[id]])))
    assert.equal(own(to('https://y.x.t.test/pixel')).rule, 'signature:c')
    assert.equal(own(to('https://y.x.t.test/other')).rule, 'signature:b')
    assert.equal(own(to('https://y.t.test/pixel')).rule, 'signature:a')
  }
})

test('owners: categories are ours, domains are matched label by label', () => {
  const owner = createEntities()
  assert.deepEqual(owner('x.disqus.com'), { entity: 'Disqus', category: 'social' })
  assert.equal(owner('p.rfihub.com')?.category, 'advertising')
  assert.equal(owner('js.arcgis.com')?.category, 'maps')
  assert.equal(owner('notdisqus.com'), undefined)
  assert.equal(owner('disqus.com.evil.net'), undefined)
  assert.equal(owner('az452423.vo.msecnd.net'), undefined, 'a CDN of many is no advertiser\'s')
  for (const host of ['', '.', '..', '__proto__', 'constructor']) assert.equal(owner(host), undefined, host)
})

test('a field\'s meaning: exact, by index, by family, cookies apart', () => {
  const meta = attribute(to('https://www.facebook.com/tr/?id=1'))
  assert.equal(meaningOf(meta, 'query', 'fbp')?.kind, 'identifier.cookie')
  assert.equal(meaningOf(meta, 'body', 'fbc')?.kind, 'identifier.click')
  assert.equal(meaningOf(meta, 'query', 'udff[em]')?.kind, 'identity.email')
  assert.equal(meaningOf(meta, 'query', 'udff[ge]')?.kind, undefined)
  assert.match(meaningOf(meta, 'query', 'udff[em]')?.meaning ?? '', /scraped/)
  assert.match(meaningOf(meta, 'query', 'cd[buttonText]')?.meaning ?? '', /button/)
  assert.equal(meaningOf(meta, 'cookie', 'fr')?.kind, 'identifier.cookie')
  assert.equal(meaningOf(meta, 'query', 'fr'), undefined, 'a cookie\'s meaning is not a parameter\'s')
  assert.equal(meaningOf(meta, 'query', 'cookie:fr')?.kind, 'identifier.cookie')
  assert.equal(meaningOf(meta, 'query', 'id')?.kind, undefined, 'the site\'s constant is no identifier')
  const snap = attribute(to('https://tr.snapchat.com/p'))
  assert.equal(meaningOf(snap, 'body', 'req[3].t.u_c1')?.kind, 'identifier.cookie')
  for (const name of ['__proto__', 'constructor', 'toString', '', 'nothing']) assert.equal(meaningOf(meta, 'query',
    name), undefined, name)
  assert.equal(meaningOf(attribute(to('https://clinic.test/')), 'query', 'fbp'), undefined)
})

test('a hostile host or path is attributed like any other', () => {
  const label = 'a.'
  const path = '/b/ss/'
  assert.equal(attribute(to('https://x.test/', `${label.repeat(100_000)}facebook.com`)).rule, attribute(to('https://x.test/', `${label}facebook.com`)).rule)
  assert.equal(attribute(to(`https://clinic.test/${path.repeat(50_000)}`)).via, attribute(to(`https://clinic.test/${path.repeat(2)}`)).via)
})

function to(url: string, host = new URL(url).hostname): Exchange {
  const fields: Field[] = [...new URL(url).searchParams].map(([name, value]) => field('query', name, value))
  return {
    entry: 0, startedAt: 0, method: 'GET', url, host, domain: host.split('.').slice(-2).join('.'), resourceType: '',
    status: 200,
    delivery: 'sent', recordedBy: 'har', requestBodyBytes: 0, fields, setCookies: [],
  }
}

test('a batch of events shows whose it is', () => {
  const batch = { writeKey: 'k', batch: [{ type: 'page', anonymousId: 'x' }], sentAt: '2026-01-02T10:00:00Z' }
  assert.equal(attribute(withBody(to('https://www.klinik.example/v1/b'), JSON.stringify(batch))).rule, 'signature:segment')
})

test('a payload shows its shape however long it is, and where it is cut off', () => {
  const track = { anonymousId: 'x', properties: { page: 'y'.repeat(1 << 21), type: 'a', messageId: 'b' }, messageId: '1', type: 'track' }
  const url = to('https://www.klinik.example/v1/t')
  const whole = JSON.stringify(track)
  for (const body of [whole, `[${whole}]`, `${whole}\n${whole}`, whole.slice(0, -1), whole.replace('"type":"track"', '"t\\u0079pe" : "track","type"')]) {
    assert.equal(attribute(withBody(url, body)).rule, 'signature:segment')
  }
  const within = JSON.stringify({ anonymousId: 'x', properties: track.properties })
  for (const body of [within, `[[${whole}]]`, `{}${whole}`, `["anonymousId","messageId","type"]`, `{${'x'.repeat(9)}anonymousId messageId type`]) {
    assert.notEqual(attribute(withBody(url, body)).rule, 'signature:segment', body.slice(0, 40))
  }
})

function withBody(exchange: Exchange, body: string): Exchange {
  return { ...exchange, method: 'POST', fields: [...exchange.fields, field('body', '', body)] }
}

function field(part: Part, name: string, value: string): Field {
  return { part, name, value: Buffer.from(value), pointer: '/request/url', offset: 0 }
}
