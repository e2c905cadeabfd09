/**
 * The second page of marks: windows, frames, workers, speculation, media, forms and bodies that the first has not.
 * Every one is a request to a path of its own, and the page says when it is through with all of them.
 */

const third = 'https://third.test/m'
const h1 = 'https://h1.test/m'

export function morePageOf(word: string): string | undefined {
  return pages[word]
}

export function moreScriptOf(word: string): string | undefined {
  return scripts[word]
}

const helpers = `
const post = (url, body, init = {}) => fetch(url, { method: 'POST', mode: 'no-cors', body, ...init }).catch(() => {})
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
const heard = (word) => new Promise((resolve) => {
  const listen = ({ data }) => { if (data === word) { removeEventListener('message', listen); resolve() } }
  addEventListener('message', listen); setTimeout(resolve, 6000)
})
const element = (tag, attributes, parent = document.body) => new Promise((resolve) => {
  const made = Object.assign(document.createElement(tag), attributes)
  made.onload = made.onerror = made.onloadeddata = () => resolve(made)
  setTimeout(() => resolve(made), 1500)
  parent.append(made)
})`

const moreScript = `${helpers}
const windows = async () => {
  const closed = heard('popup')
  open('/m/popup.html', 'popup', 'width=300,height=300')
  await closed; await wait(700)
  open('${third}/popup-third.html', '_blank', 'noopener')
  await wait(600)
  const framed = heard('framed')
  const frame = await element('iframe', { src: 'https://frame2.test/m/leaving.html' })
  await framed
  frame.remove()
  await wait(200)
}
const workers = async () => {
  await new Promise((resolve) => { const w = new Worker('/m/nesting.js'); w.onmessage = resolve; setTimeout(resolve, 5000) })
  const blob = URL.createObjectURL(new Blob(["fetch('${third}/blob-worker', { method: 'POST', body: new Blob(['from a blob']) }).then(() => postMessage(1))"]))
  await new Promise((resolve) => { const w = new Worker(blob); w.onmessage = resolve; setTimeout(resolve, 5000) })
  await new Promise((resolve) => { const w = new Worker('/m/module-worker.js', { type: 'module' }); w.onmessage = resolve; setTimeout(resolve, 5000) })
  await CSS.paintWorklet?.addModule('/m/paint-worklet.js').catch(() => {})
  await new OfflineAudioContext(1, 128, 44100).audioWorklet.addModule('/m/audio-worklet.js').catch(() => {})
}
const media = async () => {
  document.fonts.add(await new FontFace('Mark', 'url(/m/font.woff2)').load().catch(() => new FontFace('None', 'local(x)')))
  await element('video', { src: '/m/video.mp4', muted: true }); await element('audio', { src: '${third}/audio.mp3' })
  await element('embed', { src: '/m/embedded.html' }); await element('object', { data: '/m/object.html' })
  await element('link', { rel: 'preload', as: 'image', href: '/m/preloaded.gif' }, document.head)
  await element('link', { rel: 'modulepreload', href: '/m/modulepreloaded.js' }, document.head)
  await element('img', { srcset: '${third}/srcset.gif 1x' })
  await import('/m/imported.js').catch(() => {})
  await new Promise((resolve) => { const e = new EventSource('/m/events'); e.onerror = () => { e.close(); resolve() } })
  await new Promise((resolve) => { const s = document.createElementNS('http://www.w3.org/2000/svg', 'image')
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg'); svg.append(s); document.body.append(svg)
    s.setAttribute('href', '/m/svg-image.gif'); s.onload = s.onerror = resolve; setTimeout(resolve, 1500) })
}
const bodies = async () => {
  for (const base of ['${third}', '${h1}']) {
    await post(base + '/file', new File(['Befund: Urologie'], 'befund.txt', { type: 'text/plain' }))
    const plain = new FormData(); plain.append('q', 'Bläschen'); await post(base + '/formdata-text', plain)
    await fetch(new Request(base + '/cloned', { method: 'POST', mode: 'no-cors', body: new Blob(['cloned']) }).clone()).catch(() => {})
    await post(base + '/arraybuffer', new Uint8Array([9, 8, 7, 0, 255]).buffer)
    await post(base + '/dataview', new DataView(new ArrayBuffer(16)))
    await post(base + '/encoded', new Uint8Array([31, 139, 8, 0]), { mode: 'cors', headers: { 'content-encoding': 'gzip' } })
    for (const method of ['PUT', 'PATCH', 'DELETE']) {
      await fetch(base + '/' + method.toLowerCase(), { method, body: new Blob([method + ' body']) }).catch(() => {})
    }
    await fetch(base + '/head', { method: 'HEAD', mode: 'no-cors' }).catch(() => {})
    const search = new FormData(); search.append('q', 'beacon'); navigator.sendBeacon(base + '/beacon-formdata', search)
    navigator.sendBeacon(base + '/beacon-params', new URLSearchParams({ q: 'beacon' }))
  }
  await new Promise((resolve) => { const x = new XMLHttpRequest(); x.open('POST', '${third}/xhr-blob'); x.onloadend = resolve; x.send(new Blob(['xhr blob'])) })
  await new Promise((resolve) => { const x = new XMLHttpRequest(); x.open('POST', '/m/xhr-document'); x.onloadend = resolve; x.send(document.implementation.createHTMLDocument('sent')) })
  { const x = new XMLHttpRequest(); x.open('POST', '/m/xhr-sync', false); x.send('synchronous') }
  await fetch('/m/chain1').catch(() => {})
  fetch('/m/aborted', { method: 'POST', body: 'aborted', signal: AbortSignal.timeout(150) }).catch(() => {})
  fetch('/m/unread', { method: 'POST', body: 'its answer is not read' })
  if (window.fetchLater) fetchLater('/m/fetch-later', { method: 'POST', body: 'later', activateAfter: 100 })
  await wait(400)
}
const forms = async () => {
  const target = await element('iframe', { name: 'target' })
  const submit = async (attributes, fill) => {
    const form = Object.assign(document.createElement('form'), { target: 'target', ...attributes }); form.innerHTML = '<input name="q" value="Größe">'
    fill?.(form); document.body.append(form)
    await new Promise((resolve) => { target.onload = resolve; form.submit(); setTimeout(resolve, 1500) })
  }
  await submit({ action: '/m/form-get' }); await submit({ action: '/m/form-urlencoded', method: 'post' })
  await submit({ action: '${third}/form-plain', method: 'post', enctype: 'text/plain' })
  await submit({ action: '/m/form-file', method: 'post', enctype: 'multipart/form-data' }, (form) => {
    const input = Object.assign(document.createElement('input'), { type: 'file', name: 'file' })
    const list = new DataTransfer(); list.items.add(new File(['Arztbrief'], 'brief.txt')); input.files = list.files; form.append(input)
  })
  const link = Object.assign(document.createElement('a'), { href: '/m/linked.html', ping: '${third}/ping', target: 'target', textContent: 'link' })
  document.body.append(link); link.click(); await wait(300)
  const download = Object.assign(document.createElement('a'), { href: '/m/download.bin', download: '', textContent: 'download' })
  document.body.append(download); download.click(); await wait(400)
}
const all = async () => {
  await windows(); await workers(); await media(); await bodies(); await forms()
  addEventListener('pagehide', () => {
    new Image().src = '${third}/pagehide-img'
    const f = new FormData(); f.append('bye', new File(['file'], 'f.bin')); navigator.sendBeacon('${third}/pagehide-formdata', f)
    fetch('/m/pagehide-blob', { method: 'POST', keepalive: true, body: new Blob(['bye as a blob']) })
    if (window.fetchLater) fetchLater('${third}/fetch-later-unload', { method: 'POST', body: 'at the end' })
  })
  document.addEventListener('visibilitychange', () => post('${third}/visibility-fetch', 'hidden', { keepalive: true }))
  document.title = 'done'
}
all()`

/** Its last word goes to a server that is first asked whether it may. */
const farewellTo = (word: string): string => `<title>done</title><link rel="icon" href="data:,"><script>addEventListener('pagehide', () =>
  navigator.sendBeacon('${third}/${word}', new Blob(['{"q":"Urologie"}'], { type: 'application/json' })))</script>`

const pages: Readonly<Record<string, string>> = {
  'more.html': `<!doctype html><title>More marks</title><link rel="manifest" href="/m/site.webmanifest">
<body><script>${moreScript}</script></body>`,
  // Playwright forbids prerendering; what is left of it is that the page is fetched ahead.
  'prerendering.html': `<title>Prerendering</title>
<script type="speculationrules">{"prerender":[{"source":"list","urls":["/m/prerendered.html"],"eagerness":"immediate"}]}</script>
<script>setTimeout(() => { document.title = 'done' }, 1500)</script>`,
  'prerendered.html': `<title>Prerendered</title><script>
fetch('/m/from-prerender', { method: 'POST', body: new Blob(['prerendering: ' + document.prerendering]) })</script>`,
  // It closes itself as soon as it has spoken.
  'popup.html': `<title>Popup</title><script>
addEventListener('pagehide', () => navigator.sendBeacon('${third}/popup-bye', new Blob(['popup bye'])))
fetch('/m/popup-fetch', { method: 'POST', body: new Blob(['popup']) }).then(() => { opener.postMessage('popup', '*'); setTimeout(close, 200) })</script>`,
  'popup-third.html': `<title>Third</title><script>
fetch('/m/popup-third-fetch', { method: 'POST', body: new Blob(['a window of the third party']) })
addEventListener('pagehide', () => navigator.sendBeacon('/m/popup-third-bye', 'third bye'))</script>`,
  'leaving.html': `<script>
addEventListener('pagehide', () => { navigator.sendBeacon('/m/removed-frame-beacon', new Blob(['removed']))
  fetch('/m/removed-frame-fetch', { method: 'POST', body: 'removed', keepalive: true }) })
fetch('/m/frame2-fetch', { method: 'POST', body: new FormData() }).then(() => parent.postMessage('framed', '*'))</script>`,
  // Of these Playwright never hears all that it asks for: a window that is written into, a page that was fetched ahead.
  'written.html': `<title>Writing</title><script>open('about:blank').document.write('<script>fetch("${third}/written", { method: "POST", body: "written" })<\\/script>')
fetch('/m/writing').then(() => { document.title = 'done' })</script>`,
  'worker-ahead.html': `<title>Ahead</title><script>navigator.serviceWorker.register('/m/ahead.js')
navigator.serviceWorker.ready.then(() => { location = '/m/fetched-ahead.html' })</script>`,
  'fetched-ahead.html': `<title>done</title><script>fetch('${third}/from-ahead', { method: 'POST', mode: 'no-cors', body: new Blob(['ahead']) })</script>`,
  'preflight-slow.html': farewellTo('preflight-slow'), 'preflight-unanswered.html': farewellTo('preflight-unanswered'),
  'embedded.html': 'embedded', 'object.html': 'object', 'linked.html': 'linked',
}

const scripts: Readonly<Record<string, string>> = {
  'nesting.js': `const inner = new Worker('/m/nested.js'); inner.onmessage = () => postMessage(1)`,
  'nested.js': `fetch('${third}/nested-worker', { method: 'POST', body: new Blob(['nested']) }).then(() => postMessage(1))`,
  'module-worker.js': `await fetch('/m/module-worker-fetch', { method: 'POST', body: new Uint8Array([1, 0, 254]) }); postMessage(1)`,
  'paint-worklet.js': `registerPaint('mark', class { paint() {} })`,
  'audio-worklet.js': `registerProcessor('mark', class extends AudioWorkletProcessor { process() { return false } })`,
  'ahead.js': `onactivate = (e) => e.waitUntil(registration.navigationPreload.enable().then(() => clients.claim()))
    onfetch = (e) => { if (e.request.mode === 'navigate') e.respondWith(e.preloadResponse.then((answer) => answer ?? fetch(e.request))) }`,
  'imported.js': 'export {}', 'modulepreloaded.js': 'export {}',
}
