// The practice's website. RELEASE=campaign adds what the marketing team asked for.
import { createServer } from 'node:http'

const port = Number(process.env.PORT ?? 4173)

const pixel = `<script>
  const send = (event) => { new Image().src = 'http://px.adnet.example:${port}/collect?ev=' + event + '&u=' + encodeURIComponent(location.href) }
  send('view')
  addEventListener('pagehide', () => navigator.sendBeacon('http://px.adnet.example:${port}/leave', new URLSearchParams({ u: location.href })))
  for (const form of document.forms) form.addEventListener('submit', () => {
    const mail = form.elements.namedItem('email')
    if (mail) navigator.sendBeacon('http://px.adnet.example:${port}/lead', new URLSearchParams({ em: mail.value }))
  })
</script>`

const pages = {
  '/': `<h1>Praxis am Park</h1>
    <form action="/suche">
      <label>Fachgebiet <select name="fach"><option value="">Bitte wählen</option><option value="17">Urologie</option><option value="18">Kardiologie</option></select></label>
      <label>Beschwerden <input name="q"></label>
      <button>Suchen</button>
    </form>`,
  '/suche': '<h1>Ergebnisse</h1><p>3 Termine frei</p><ul id="slots"></ul>',
  '/konto': `<h1>Anmelden</h1>
    <form action="/willkommen" method="post">
      <label>E-Mail <input type="email" name="email"></label>
      <label>Passwort <input type="password" name="pw"></label>
      <label>Bestätigungscode <input name="otp" autocomplete="one-time-code"></label>
      <label>Kundenschlüssel <input name="kunde"></label>
      <button>Anmelden</button>
    </form>`,
  '/willkommen': '<h1>Willkommen</h1>',
}

createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost')
  request.resume()
  if (request.headers.host?.startsWith('px.')) return void response.writeHead(204).end()
  if (pathname === '/api/termine') return void response.writeHead(200, { 'content-type': 'application/json' }).end('[]')
  const page = pages[pathname]
  response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' })
  response.end(page ? page + (process.env.RELEASE === 'campaign' ? pixel : '') : '')
}).listen(port)
