/** Criteo OneTag: `fu` is encoded twice, each `pN` is a query string of its own. The name `kw` is ours. */
import type { Tracker } from './tracker.js'
import { cookieId, fromPage, hashed, plain, queryOf, setCookieOnce } from './understanding.js'

const ENDPOINT = 'sslwidget.criteo.com'

const criteo: Tracker = {
  name: 'criteo',
  hosts: ['dynamic.criteo.com', ENDPOINT],
  script: 'https://dynamic.criteo.com/js/ld/ld.js?a=48213',
  client: String.raw`
    var bundle = site.cookie('cto_bundle', function () { return site.hex(48) })
    function send(events) {
      var fields = [['a', 48213], ['v', '5.29.0']]
      events.forEach(function (pairs, at) { fields.push(['p' + at, site.query(pairs)]) })
      fields.push(['adce', 1], ['bundle', bundle], ['tld', location.hostname.split('.').slice(-2).join('.')],
        ['fu', encodeURIComponent(site.page().url)], ['ceid', site.hex(8)])
      site.image('https://${ENDPOINT}/event?' + site.query(fields))
    }
    return {
      page: function () { send([[['e', 'exd'], ['site_type', 'd']], [['e', 'vh']], [['e', 'dis']]]) },
      search: function (detail) { send([[['e', 'exd'], ['site_type', 'd']], [['e', 'vl'], ['kw', detail.term]]]) },
      person: function (detail) {
        return site.sha256(detail.email).then(function (hash) {
          send([[['e', 'exd'], ['site_type', 'd']], [['e', 'ce'], ['m', '[' + hash + ']']]])
        })
      }
    }`,
  receives: (received) => received.host === ENDPOINT,
  understand(received) {
    return [
      ...queryOf(received).flatMap(([name, value]) => {
        if (name === 'fu') return fromPage(decoded(value), 'query', name)
        if (name === 'bundle') return plain('identifier.cookie', value, 'query', name)
        if (!/^p\d$/.test(name)) return []
        const event = new URLSearchParams(value)
        return [
          ...plain('health.search', event.get('kw'), 'query', `${name}.kw`),
          ...hashed('identity.email', event.get('m')?.slice(1, -1), 'query', `${name}.m`),
        ]
      }),
      ...cookieId(received, 'uid'),
    ]
  },
  answer: (received) => ({ headers: setCookieOnce(received, 'uid', 'criteo.com') }),
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

export default criteo
