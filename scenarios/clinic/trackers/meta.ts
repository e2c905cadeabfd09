/** Meta pixel: GET for short events, form POST for clicks, multipart POST for what is too long, SHA-256 in `udff[]`. */
import type { Tracker } from './tracker.js'
import {
  cookieId, formOf, fromPage, fromText, hashed, isTo, plain, queryOf, setCookieOnce, type Pairs,
} from './understanding.js'

const PIXEL = '664451853590242'

const meta: Tracker = {
  name: 'meta',
  hosts: ['connect.facebook.net', 'www.facebook.com'],
  script: 'https://connect.facebook.net/en_US/fbevents.js',
  client: String.raw`
    var fbp = site.cookie('_fbp', function () { return 'fb.1.' + Date.now() + '.' + site.digits(18) })
    var count = 0
    function event(name, custom, person) {
      var page = site.page()
      var fields = [['id', '${PIXEL}'], ['ev', name], ['dl', page.url], ['rl', page.referrer], ['if', 'false'],
        ['ts', Date.now()], ['sw', screen.width], ['sh', screen.height], ['v', '2.9.201'], ['r', 'stable'],
        ['ec', count++], ['o', 4126], ['fbp', fbp], ['it', Math.round(performance.timeOrigin)], ['coo', 'false']]
      if (page.cut) fields.push(['pm', '1'], ['hrl', site.hex(6)])
      Object.keys(custom).forEach(function (key) { fields.push(['cd[' + key + ']', custom[key]]) })
      Object.keys(person || {}).forEach(function (key) { fields.push(['udff[' + key + ']', person[key]]) })
      return fields
    }
    function get(fields) {
      site.image('https://www.facebook.com/tr/?' + site.query(fields.concat([['rqm', 'GET']])))
    }
    function post(fields) {
      site.post('https://www.facebook.com/tr/', new URLSearchParams(site.query(fields.concat([['rqm', 'formPOST']]))))
    }
    function postLong(fields) {
      var form = new FormData()
      fields.concat([['rqm', 'FormPost']]).forEach(function (pair) { form.append(pair[0], String(pair[1])) })
      site.post('https://www.facebook.com/tr/', form)
    }
    return {
      page: function () {
        get(event('PageView', {}))
        if (site.page().cut) return
        var schema = document.querySelector('script[type="application/ld+json"]')
        if (schema) {
          postLong(event('Microdata', {
            DataLayer: '[]', Meta: JSON.stringify({ title: site.page().title }), OpenGraph: '{}',
            'Schema.org': '[]', 'JSON-LD': '[' + schema.textContent.trim() + ']'
          }))
        }
      },
      search: function (detail) {
        get(event('Search', { search_string: detail.term, content_category: 'appointments' }))
      },
      click: function (detail) {
        post(event('SubscribedButtonClick', {
          buttonText: detail.text.replace(/\d/g, ''),
          buttonFeatures: JSON.stringify({ classList: '', destination: detail.href, innerText: detail.text, tag: 'a' }),
          formFeatures: '[]', pageFeatures: JSON.stringify({ title: site.page().title })
        }))
      },
      person: function (detail) {
        return Promise.all([site.sha256(detail.email), site.sha256(detail.given), site.sha256(detail.family),
          site.sha256(detail.phone)]).then(function (hash) {
          post(event('Lead', {}, { em: hash[0], fn: hash[1], ln: hash[2], ph: hash[3] }))
        })
      }
    }`,
  receives: (received) => isTo(received, 'www.facebook.com', '/tr'),
  understand(received) {
    return [
      ...read(queryOf(received), 'query'), ...read(formOf(received), 'body'), ...cookieId(received, 'fr'),
    ]
  },
  answer: (received) => ({ headers: setCookieOnce(received, 'fr', 'facebook.com') }),
}

const PERSON = {
  'udff[em]': 'identity.email', 'udff[fn]': 'identity.name', 'udff[ln]': 'identity.name', 'udff[ph]': 'identity.phone',
} as const

function read(pairs: Pairs, part: 'query' | 'body'): ReturnType<Tracker['understand']> {
  return pairs.flatMap(([name, value]) => {
    if (name === 'dl' || name === 'rl') return fromPage(value, part, name)
    if (name === 'fbp') return plain('identifier.cookie', value, part, name)
    if (name === 'cd[search_string]') return plain('health.search', value, part, name)
    if (name.startsWith('cd[')) return fromText(value, part, name)
    if (Object.hasOwn(PERSON, name)) return hashed(PERSON[name as keyof typeof PERSON], value, part, name)
    return []
  })
}

export default meta
