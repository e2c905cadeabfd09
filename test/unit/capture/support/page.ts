/** The page that sends one request of every kind that a capture has been seen to lose, each to a path of its own. */

import { morePageOf, moreScriptOf } from './more.js'

const third = 'https://third.test/m'
const h1 = 'https://h1.test/m'

export function pageOf(word: string): string {
  const more = morePageOf(word)
  if (more !== undefined) return more
  if (word === 'frame.html') return `<script>${frameScript}</script>frame`
  if (word === 'worked.html') return `<script>${workedScript}</script>worked`
  if (word === 'plain.html') return `<title>Plain</title><script>${plainScript}</script>plain`
  if (word === 'peers.html') return `<title>Peers</title><script>${peersScript}</script>peers`
  if (word === 'reports.html') return '<title>Reports</title><link rel="icon" href="data:,"><img src="/m/forbidden.gif">'
  if (word === 'crash.html') return `<title>Crash</title><script>${crashScript}</script>crash`
  return `<!doctype html><title>Marks</title>
<link rel="icon" href="/m/icon.gif"><link rel="stylesheet" href="/m/style.css"><link rel="prefetch" href="/m/prefetch">
<script type="speculationrules">{"prefetch":[{"source":"list","urls":["/m/speculation.html"],"eagerness":"immediate"}]}</script>
<img src="${third}/img.gif?q=Urologie"><iframe src="https://frame.test/m/frame.html"></iframe>
<form id="form" method="post" action="/m/form" enctype="multipart/form-data"><input name="q" value="Weißmüller"></form>
<script>${pageScript}</script>`
}

export function scriptOf(word: string): string {
  if (word === 'shared.js') return `onconnect = (e) => fetch('${third}/shared-worker', { method: 'POST', body: new Blob(['shared']) })
    .then(() => e.ports[0].postMessage('done'))`
  if (word === 'sw.js') return `onmessage = (e) => fetch('${third}/service-worker', { method: 'POST', body: 'service' })
    .then(() => e.source.postMessage('done'))
    onfetch = (e) => {
      if (e.request.url.endsWith('/passed-on')) e.respondWith(fetch(e.request))
      if (e.request.url.endsWith('/made-up')) e.respondWith(new Response('made up'))
    }
    onactivate = (e) => e.waitUntil(clients.claim())`
  if (word === 'dedicated.js') return `fetch('${third}/dedicated-worker', { method: 'POST', body: new Uint8Array([0, 1, 2, 255]) })
    .then(() => postMessage('done'))`
  return moreScriptOf(word) ?? ''
}

const pageScript = `
const bytes = (n, seed = 1) => { const b = new Uint8Array(n); for (let i = 0; i < n; i++) b[i] = (i * 31 + (i >> 8) + seed) & 255; return b }
const post = (url, body, init = {}) => fetch(url, { method: 'POST', mode: 'no-cors', body, ...init }).catch(() => {})
const gzip = async (text) => new Uint8Array(await new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer())
const filled = () => { const f = new FormData(); f.append('q', 'Bläschen'); f.append('file', new File([bytes(3000)], 'a.bin')); return f }
const socket = (url) => new Promise((resolve) => {
  const ws = new WebSocket(url); let left = 4
  ws.binaryType = 'arraybuffer'
  ws.onopen = () => { ws.send('Urologie im Frame'); ws.send('Urologie im Frame, noch einmal'); ws.send(bytes(70000)); ws.send(bytes(200)) }
  ws.onmessage = () => { if (--left === 0) { ws.close(4000, 'Gürtelrose'); resolve() } }
  ws.onerror = resolve
})
const workers = async () => {
  await new Promise((resolve) => { const w = new Worker('/m/dedicated.js'); w.onmessage = resolve })
  await new Promise((resolve) => { const w = new SharedWorker('/m/shared.js'); w.port.onmessage = resolve; w.port.start() })
  await navigator.serviceWorker.register('/m/sw.js', { scope: '/m/' })
  const registration = await navigator.serviceWorker.getRegistration('/m/')
  const active = await new Promise((resolve) => { const w = registration.installing ?? registration.waiting ?? registration.active
    if (w.state === 'activated') resolve(w); else w.onstatechange = () => { if (w.state === 'activated') resolve(w) } })
  await new Promise((resolve) => { navigator.serviceWorker.onmessage = resolve; active.postMessage('go') })
  await new Promise((resolve) => { onmessage = resolve
    const frame = document.createElement('iframe'); frame.src = '/m/worked.html'; document.body.append(frame) })
  await registration.backgroundFetch?.fetch('mark', new Request('${third}/background-fetch', { method: 'POST', body: 'in the background' })).catch(() => {})
  await navigator.credentials?.get({ publicKey: { challenge: new Uint8Array(16), rpId: 'urologie.third.test' } }).catch(() => {})
}
const all = async () => {
  for (const base of ['${third}', '${h1}', '/m']) {
    await post(base + '/string', 'term=Blasenschwäche')
    await post(base + '/params', new URLSearchParams({ q: 'Vasektomie' }))
    await post(base + '/blob', new Blob(['{"q":"Blob"}'], { type: 'application/json' }), { mode: 'cors' })
    await post(base + '/formdata', filled())
    await post(base + '/typed', bytes(513))
    await post(base + '/gzip', await gzip('gzip Urologie'.repeat(50)))
    await post(base + '/protobuf', bytes(700), { mode: 'cors', headers: { 'content-type': 'application/x-protobuf' } })
    await post(base + '/big', bytes(300000))
    await post(base + '/empty', '')
  }
  await Promise.all(Array.from({ length: 8 }, (_, i) => post('${third}/concurrent?' + i, bytes(40000, i))))
  await Promise.all(Array.from({ length: 8 }, (_, i) => post('${h1}/concurrent?' + i, bytes(40000, i))))
  await post('/m/streamed', new Blob([bytes(5000)]).stream(), { duplex: 'half', mode: 'cors' })
  navigator.sendBeacon('${third}/beacon-string', 'beacon')
  navigator.sendBeacon('${third}/beacon-blob', new Blob(['{"q":"Blob"}'], { type: 'text/plain' }))
  navigator.sendBeacon('${h1}/beacon-bytes', bytes(99))
  post('${third}/keepalive', 'alive', { keepalive: true })
  await new Promise((resolve) => { const x = new XMLHttpRequest(); x.open('POST', '/m/xhr'); x.onloadend = resolve; x.send('xhr body') })
  await fetch('/m/redirect302').catch(() => {})
  await post('/m/redirect307', new Blob(['seven']), { mode: 'cors' })
  await fetch('${third}/preflighted', { method: 'PUT', headers: { 'x-mark': '1' }, body: 'put', credentials: 'include' }).catch(() => {})
  await fetch('https://blocked.test:25/m/unsafe').catch(() => {})
  await fetch('https://absent.test/m/absent').catch(() => {})
  for (let i = 0; i < 3; i++) await fetch('${third}/same?x=1#part' + i).catch(() => {})
  await fetch('data:text/plain,hello'); await fetch(URL.createObjectURL(new Blob(['x'])))
  await socket('wss://h1.test/m/ws'); await socket('wss://third.test/m/ws2')
  await workers()
  addEventListener('pagehide', () => {
    navigator.sendBeacon('${third}/pagehide-beacon', new Blob(['{"q":"pagehide"}'], { type: 'text/plain' }))
    post('${h1}/pagehide-keepalive', 'bye', { keepalive: true })
  })
  addEventListener('unload', () => navigator.sendBeacon('${third}/unload-beacon', 'unload'))
  document.addEventListener('visibilitychange', () => navigator.sendBeacon('/m/visibility-beacon', 'hidden'))
  document.title = 'done'
}
all()`

const workedScript = `
fetch('/m/passed-on', { method: 'POST', body: new Blob(['through the worker']) })
  .then(() => fetch('/m/made-up')).then(() => parent.postMessage('done', '*'))`

const frameScript = `
fetch('/m/frame-fetch', { method: 'POST', body: new Blob(['frame']) })
addEventListener('pagehide', () => navigator.sendBeacon('/m/frame-pagehide', new Blob(['frame bye'])))`

const plainScript = `
fetch('/m/plain-post', { method: 'POST', body: new Blob(['plain']) }).then(() => {
  const ws = new WebSocket('ws://plain.test/m/plain-ws')
  ws.onopen = () => ws.send('plain frame'); ws.onmessage = () => { ws.close(); document.title = 'done' }
})
addEventListener('pagehide', () => navigator.sendBeacon('http://plain.test/m/last-beacon', new Blob(['last'])))`

const crashScript = `
fetch('/m/crash-post', { method: 'POST', body: new Blob(['before the crash']) }).then(() => { document.title = 'done' })`

/** The WebTransport finds nobody: its address is what counts. */
const peersScript = `(async () => {
  const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:' + new URLSearchParams(location.search).get('stun') }] })
  peer.createDataChannel('channel')
  const gathered = new Promise((resolve) => { peer.onicecandidate = ({ candidate }) => { if (candidate === null) resolve() }; setTimeout(resolve, 8000) })
  await peer.setLocalDescription(await peer.createOffer())
  await gathered
  const stream = new RTCPeerConnection()
  stream.createDataChannel('channel')
  await stream.setLocalDescription(await stream.createOffer())
  const sdp = stream.localDescription.sdp.replace(/a=candidate.*\\r\\n/g, '').replace('a=setup:actpass', 'a=setup:active')
    .replace(/a=ice-ufrag:.*/, 'a=ice-ufrag:Urologie').replace(/a=ice-pwd:.*/, 'a=ice-pwd:' + 'a'.repeat(24))
  await stream.setRemoteDescription({ type: 'answer', sdp })
  await stream.addIceCandidate({ sdpMid: '0', candidate: 'candidate:1 1 tcp 2105458943 127.0.0.1 '
    + new URLSearchParams(location.search).get('stun') + ' typ host tcptype passive' })
  await new WebTransport('https://transport.test/telemetry?q=Urologie').ready.catch(() => {})
  document.title = 'done'
})()`
