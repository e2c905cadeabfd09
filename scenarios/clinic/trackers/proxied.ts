/**
 * Pixels behind the site's own host, as server-side tagging does it: a Meta event as JSON, and GA4's `/g/collect`. The
 * stand-in does not pass them on; a real site would.
 */
import { bodyText } from '../log.js'
import { ga4Client } from './ga4.js'
import type { Tracker } from './tracker.js'
import { fromGa4, fromPage, fromText, hashed, plain, textAt, toRecord, toUrl } from './understanding.js'

const META = '/_serverless/analytics-reporter/facebook/event'

const proxied: Tracker = {
  name: 'proxied',
  hosts: [],
  script: '/_serverless/analytics-reporter/client.js',
  needs: 'proxied-pixel',
  client: String.raw`
    var ga = (function (site) { ${ga4Client('/g/collect', 'G-TH0WNH0ST1')} })(site)
    var fbp = site.cookie('_fbp', function () { return 'fb.1.' + Date.now() + '.' + site.digits(18) })
    function event(name, more) {
      var page = site.page()
      site.post('${META}', JSON.stringify({
        eventName: name, data: Object.assign({ label: 'Page Name: ' + page.title, sourceUrl: page.url, fbp: fbp }, more)
      }))
    }
    return {
      page: function () { ga.page(); event('PageView', {}) },
      search: function (detail) { ga.search(detail); event('Search', { searchString: detail.term }) },
      person: function (detail) {
        return site.sha256(detail.email).then(function (hash) { event('Lead', { em: hash }) })
      },
      leave: function () { ga.leave() }
    }`,
  receives(received) {
    const path = toUrl(received.url)?.pathname
    return received.method === 'POST' && (path === META || path === '/g/collect')
  },
  understand(received) {
    if (toUrl(received.url)?.pathname === '/g/collect') return fromGa4(received)
    const json = toRecord(bodyText(received))
    const at = (name: string): [string, 'body', string] => [textAt(json, 'data', name), 'body', `data.${name}`]
    return [
      ...fromPage(...at('sourceUrl')),
      ...fromText(...at('label')),
      ...plain('health.search', ...at('searchString')),
      ...hashed('identity.email', ...at('em')),
      ...plain('identifier.cookie', ...at('fbp')),
    ]
  },
}

export default proxied
