/** Google Ads remarketing: page, title and a linker id in one GET. */
import type { Tracker } from './tracker.js'
import { cookieId, fromPage, fromText, isTo, plain, queryOf, setCookieOnce } from './understanding.js'

const ENDPOINT = 'googleads.g.doubleclick.net'

const googleAds: Tracker = {
  name: 'google-ads',
  hosts: ['www.googletagmanager.com', ENDPOINT],
  script: 'https://www.googletagmanager.com/gtag/js?id=AW-1070481923',
  client: String.raw`
    var auid = site.cookie('_gcl_au', function () {
      return '1.1.' + site.digits(10) + '.' + Math.round(Date.now() / 1000)
    })
    function hit(data) {
      var page = site.page()
      site.image('https://${ENDPOINT}/pagead/viewthroughconversion/1070481923/?' + site.query([
        ['random', Date.now()], ['cv', 11], ['fst', Date.now()], ['bg', 'ffffff'], ['guid', 'ON'], ['async', 1],
        ['u_w', screen.width], ['u_h', screen.height], ['url', page.url], ['ref', page.referrer],
        ['hn', 'www.googleadservices.com'], ['tiba', page.title], ['auid', auid.split('.').slice(2).join('.')],
        ['data', data], ['rfmt', 3], ['fmt', 4]]))
    }
    return {
      page: function () { hit('event=gtag.config') },
      search: function (detail) { hit('event=view_search_results;search_term=' + detail.term) }
    }`,
  receives: (received) => isTo(received, ENDPOINT, '/pagead/'),
  understand(received) {
    return [
      ...queryOf(received).flatMap(([name, value]) => {
        if (name === 'url' || name === 'ref') return fromPage(value, 'query', name)
        if (name === 'tiba') return fromText(value, 'query', name)
        if (name === 'auid') return plain('identifier.cookie', value, 'query', name)
        if (name === 'data') return plain('health.search', /search_term=([^;]*)/.exec(value)?.[1], 'query', name)
        return []
      }),
      ...cookieId(received, 'IDE'),
    ]
  },
  answer: (received) => ({ headers: setCookieOnce(received, 'IDE', 'doubleclick.net') }),
}

export default googleAds
