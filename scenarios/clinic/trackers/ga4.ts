/** Google Analytics 4: shared parameters in the URL, batched events in the body, one a line. */
import type { Tracker } from './tracker.js'
import { fromGa4, isTo } from './understanding.js'

/** Also the client of the proxied twin, with the endpoint of its own. */
export function ga4Client(endpoint: string, measurement: string): string {
  return String.raw`
    var id = site.cookie('_ga', function () { return 'GA1.1.' + site.digits(9) + '.' + Math.round(Date.now() / 1000) })
    var session = Math.round(performance.timeOrigin / 1000)
    var queue = [], timer
    function flush(leaving) {
      clearTimeout(timer)
      if (queue.length === 0) return
      var page = site.page(), body = queue.join('\r\n')
      queue = []
      var url = '${endpoint}?' + site.query([['v', 2], ['tid', '${measurement}'], ['gtm', '45je51'],
        ['_p', site.digits(9)], ['gcd', '13t3t3t3t5l1'], ['cid', id.split('.').slice(2).join('.')],
        ['ul', navigator.language.toLowerCase()],
        ['sr', screen.width + 'x' + screen.height], ['sid', session], ['sct', 1], ['seg', 1], ['dl', page.url],
        ['dr', page.referrer], ['dt', page.title]])
      if (leaving) site.beacon(url, body)
      else site.post(url, body)
    }
    function add(line) {
      queue.push(line)
      clearTimeout(timer)
      timer = setTimeout(flush, 40)
    }
    return {
      page: function () { add('en=page_view&_ee=1') },
      search: function (detail) {
        add(site.query([['en', 'view_search_results'], ['ep.search_term', detail.term], ['_et', 12]]))
      },
      click: function (detail) { add(site.query([['en', 'select_content'], ['ep.link_text', detail.text]])) },
      leave: function () { flush(true) }
    }`
}

const ga4: Tracker = {
  name: 'ga4',
  hosts: ['www.googletagmanager.com', 'www.google-analytics.com'],
  script: 'https://www.googletagmanager.com/gtag/js?id=G-TH4J8QW2LK',
  client: ga4Client('https://www.google-analytics.com/g/collect', 'G-TH4J8QW2LK'),
  receives: (received) => isTo(received, 'www.google-analytics.com', '/g/collect'),
  understand: fromGa4,
}

export default ga4
