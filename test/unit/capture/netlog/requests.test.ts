/** What a NetLog says of whose doing a request is, and of what went out without one. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { readNetLogRequests } from '../../../../src/capture/netlog/requests.js'
import { underWay } from '../../../../src/capture/under-way.js'

const TYPES = [
  'REQUEST_ALIVE', 'URL_REQUEST_START_JOB', 'HOST_RESOLVER_MANAGER_REQUEST', 'SOCKET_ALIVE', 'TCP_CONNECT', 'SSL_CONNECT',
  'SOCKET_BYTES_SENT', 'SSL_SOCKET_BYTES_SENT', 'HTTP_STREAM_JOB_CONTROLLER', 'DNS_TRANSACTION',
  'CANCELLED', 'HTTP_TRANSACTION_SEND_REQUEST_HEADERS', 'HTTP_TRANSACTION_READ_RESPONSE_HEADERS',
] as const
const folder = mkdtempSync(join(tmpdir(), 'tattle-requests-'))
after(() => { rmSync(folder, { recursive: true, force: true }) })

type Event = readonly [type: typeof TYPES[number], source: number, params?: object, phase?: number]

function read(events: readonly Event[]) {
  return readNetLogRequests(write(events))
}

function write(events: readonly Event[]): string {
  const constants = JSON.stringify({
    constants: {
      logEventTypes: Object.fromEntries(TYPES.map((name, at) => [name, at])), logSourceType: { NONE: 0 },
      logEventPhase: { PHASE_BEGIN: 1, PHASE_END: 2, PHASE_NONE: 0 }, netError: {}, timeTickOffset: 0, clientInfo: {},
    },
  }).slice(0, -1)
  const lines = events.map(([type, id, params = {}, phase = 1], at) =>
    JSON.stringify({ params, phase, source: { id, start_time: '1', type: 0 }, time: `${at}`, type: TYPES.indexOf(type) }))
  const file = join(folder, 'netlog.json')
  writeFileSync(file, `${constants},\n"events": [\n${lines.join(',\n')}],\n"polledData": [{}]\n}\n`)
  return file
}

function request(id: number, url: string, annotation: number, initiator = 'not an origin', site = 'https://site.test'): Event[] {
  return [
    ['REQUEST_ALIVE', id, { traffic_annotation: annotation }],
    ['URL_REQUEST_START_JOB', id, { url, method: 'POST', initiator, request_type: 'other', network_isolation_key: `${site} ${site}` }],
  ]
}

test('what a page sets off is its own, though nobody is named as who asked; what the browser asks for itself is not', async () => {
  const { requests } = await read([
    ...request(1, 'https://px.third.test/fetched-in-the-background', 16469669),
    ...request(2, 'https://urologie.third.test/.well-known/webauthn', 117976395),
    ...request(3, 'https://px.third.test/fetch', 101845102),
    ...request(4, 'https://px.third.test/asked', 1, 'https://site.test'),
    ...request(5, 'https://maker.test/checkin', 65957842, 'not an origin', 'https://maker.test'),
  ])
  assert.deepEqual(requests.map(({ ofBrowser }) => ofBrowser), [false, false, false, false, true])
})

/** A connection that is opened for a page of this site, and what is sent over it. */
function connection(id: number, site: string, address: string, ...sent: readonly Event[]): Event[] {
  return [
    ['HOST_RESOLVER_MANAGER_REQUEST', id + 1, { host: address, network_anonymization_key: `${site} same_site` }],
    ['SOCKET_ALIVE', id, { source_dependency: { id: id + 1 } }],
    ['TCP_CONNECT', id, { local_address: '192.0.2.1:5000', remote_address: address }, 2],
    ...sent,
  ]
}

const bytes = (text: string) => ({ bytes: Buffer.from(text, 'latin1').toString('base64') })

test('whom a page reaches over TCP without HTTP is named; a proxy, and what the browser does for itself, are not', async () => {
  const page = request(1, 'https://site.test/', 63171670)
  const { peers } = await read([
    ...page,
    ...connection(10, 'https://site.test', '203.0.113.5:3478', ['SOCKET_BYTES_SENT', 10, bytes('\0\x6c\0\x01Urologie'), 0]),
    ...connection(20, 'https://site.test', '203.0.113.5:5349', ['SSL_CONNECT', 20], ['SSL_SOCKET_BYTES_SENT', 20, bytes('\0\x03\0\x08'), 0]),
    ...connection(30, 'https://maker.test', '203.0.113.7:5228', ['SSL_CONNECT', 30], ['SSL_SOCKET_BYTES_SENT', 30, bytes('\x29\x02'), 0]),
    ...connection(40, 'https://site.test', '203.0.113.9:1080', ['SOCKET_BYTES_SENT', 40, bytes('\x05\x01\0'), 0],
      ['SSL_CONNECT', 40], ['SSL_SOCKET_BYTES_SENT', 40, bytes('GET / HTTP/1.1\r\nHost: site.test\r\n\r\n'), 0]),
    ...connection(50, 'https://site.test', '203.0.113.9:1080', ['SOCKET_BYTES_SENT', 50, bytes('\x05\x01\0'), 0],
      ['SOCKET_BYTES_SENT', 50, bytes('GET / HTTP/1.1\r\nHost: site.test\r\n\r\n'), 0]),
    ...connection(60, 'https://site.test', '203.0.113.8:443', ['SSL_CONNECT', 60]),
  ])
  assert.deepEqual(peers, ['tcp 203.0.113.5:3478', 'tcp 203.0.113.5:5349'])
})

test('a host that is only looked up or connected to ahead is named, one that is then asked is not', async () => {
  const { contactedAhead } = await read([
    ...request(1, 'https://site.test/', 63171670),
    ['HTTP_STREAM_JOB_CONTROLLER', 2, { is_preconnect: true, url: 'https://site.test/' }],
    ['HTTP_STREAM_JOB_CONTROLLER', 3, { is_preconnect: true, url: 'https://urologie.third.test:8443/' }],
    ['HTTP_STREAM_JOB_CONTROLLER', 4, { is_preconnect: false, url: 'https://other.test/' }],
    ['HOST_RESOLVER_MANAGER_REQUEST', 5, { is_speculative: true, host: 'https://urologie.third.test:8443' }],
    ['HOST_RESOLVER_MANAGER_REQUEST', 6, { is_speculative: true, host: 'name.third.test' }],
    ['HOST_RESOLVER_MANAGER_REQUEST', 8, { is_speculative: true, host: 'https://127.0.0.1:8443' }],
    ['HOST_RESOLVER_MANAGER_REQUEST', 9, { is_speculative: true, host: 'https://[::1]:8443' }],
    ['HOST_RESOLVER_MANAGER_REQUEST', 7, { is_speculative: false, host: 'https://other.test' }],
  ])
  assert.deepEqual(contactedAhead, ['urologie.third.test', 'name.third.test'])
})

test('a name that WebRTC had looked up is named, whether it was found or not; that of a proxy, a mapped host or a request is not', async () => {
  const { contactedAhead } = await read([
    ...request(1, 'https://site.test/', 63171670),
    ['HOST_RESOLVER_MANAGER_REQUEST', 2, { is_speculative: false, host: 'https://site.test' }],
    ['DNS_TRANSACTION', 3, { hostname: 'site.test', query_type: 1 }],
    ['DNS_TRANSACTION', 4, { hostname: '_8443._https.site.test', query_type: 65 }],
    ['HOST_RESOLVER_MANAGER_REQUEST', 5, { is_speculative: false, host: 'https://Proxy.test:8080' }],
    ['DNS_TRANSACTION', 6, { hostname: 'proxy.test.', query_type: 28 }],
    ['DNS_TRANSACTION', 7, { hostname: 'urologie.third.test.', query_type: 1 }],
    ['DNS_TRANSACTION', 8, { hostname: 'urologie.third.test.', query_type: 28 }],
    ['DNS_TRANSACTION', 9, { hostname: 'wpad', query_type: 1 }],
  ])
  assert.deepEqual(contactedAhead, ['urologie.third.test'])
})

test('behind a proxy that is spoken to over TLS, what the inner TLS carries is read, not its records', async () => {
  const text = 'POST /p HTTP/1.1\r\nHost: site.test\r\nContent-Length: 22\r\n\r\n'
  const body = Buffer.from('Urologie und \x17\x03\x03 Venen')
  const record = (type: number, length: number): Buffer => Buffer.concat([Buffer.from([type, 3, 3, length >> 8, length & 255]), Buffer.alloc(length, 0x99)])
  const sent = (data: Buffer): Event => ['SSL_SOCKET_BYTES_SENT', 10, { bytes: data.toString('base64') }, 0]
  const long = record(0x17, 60)
  const { requests, peers } = await read([
    ...request(1, 'https://site.test/', 63171670),
    ...connection(10, 'https://site.test', '203.0.113.9:443', ['SSL_CONNECT', 10], sent(Buffer.from('CONNECT site.test:443 HTTP/1.1\r\n\r\n')),
      ['SSL_CONNECT', 10], sent(Buffer.concat([record(0x16, 300), record(0x14, 1)])), sent(record(0x17, 90)), sent(Buffer.from(text)),
      sent(long.subarray(0, 40)), sent(long.subarray(40)), sent(body.subarray(0, 9)), sent(record(0x17, 20)), sent(body.subarray(9))),
  ])
  assert.deepEqual(peers, [])
  const [, post] = requests
  assert.deepEqual([post?.method, post?.url, Buffer.from(post?.body ?? []).toString(), post?.bodyLost], ['POST', 'https://site.test/p', body.toString(), false])
})

test('a redirect that is told as cancelled when its next hop has begun is none: of what that sends, the rest is missing, not unsent', async () => {
  const line = 'POST /after HTTP/1.1\r\n'
  const headers = ['Host: px.third.test', 'Content-Length: 5']
  const sends: Event[] = [
    ['HTTP_TRANSACTION_SEND_REQUEST_HEADERS', 1, { line, headers }, 0],
    ...connection(10, 'https://site.test', '203.0.113.5:443', ['SSL_CONNECT', 10],
      ['SSL_SOCKET_BYTES_SENT', 10, bytes(`${line}${headers.join('\r\n')}\r\n\r\n`), 0]),
  ]
  const begun = request(1, 'https://px.third.test/after', 1, 'https://site.test')
  const end: Event[] = [['CANCELLED', 1, {}, 0], ['REQUEST_ALIVE', 1, {}, 2]]
  const lossOf = async (events: readonly Event[]) => (await read(events)).requests.map(({ sent, bodyLost }) => ({ sent, bodyLost }))
  assert.deepEqual(await lossOf([...begun, ...end, ...sends]), [{ sent: true, bodyLost: true }])
  assert.deepEqual(await lossOf([...begun, ...sends, ...end]), [{ sent: true, bodyLost: false }])
})

test('what the end of a recording waits for: whom a page asked and nobody has answered, be it what a redirect leads to', async () => {
  const asked = request(1, 'https://px.third.test/events', 1, 'https://site.test')
  const answered: Event = ['HTTP_TRANSACTION_READ_RESPONSE_HEADERS', 1, {}, 0]
  const table: readonly (readonly [events: readonly Event[], underWay: number])[] = [
    [asked, 1],
    [[...asked, answered], 0],
    [[...asked, answered, ...asked.slice(1)], 1],
    [[...asked, ['REQUEST_ALIVE', 1, {}, 2]], 0],
    [request(1, 'https://maker.test/checkin', 65957842), 0],
  ]
  for (const [events, expected] of table) assert.equal(await underWay(write(events)), expected)
})
