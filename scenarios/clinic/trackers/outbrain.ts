/** Outbrain pixel: one GET whose `dl` is the page. */
import type { Tracker } from './tracker.js'
import { cookieId, fromPage, isTo, queryOf, setCookieOnce } from './understanding.js'

const MARKETER = '00f2c1f0b6ab3a17d6bd1f07a9c2e4b811'

const outbrain: Tracker = {
  name: 'outbrain',
  hosts: ['amplify.outbrain.com', 'tr.outbrain.com'],
  script: 'https://amplify.outbrain.com/cp/obtp.js',
  client: String.raw`
    function pixel(name) {
      var page = site.page()
      site.image('https://tr.outbrain.com/unifiedPixel?' + site.query([['au', 'false'], ['bust', '0' + site.digits(16)],
        ['referrer', page.referrer], ['cht', 'obtp'], ['marketerId', '${MARKETER}'], ['name', name], ['dl', page.url],
        ['optOut', 'false'], ['g', 0], ['obApiVersion', '1.1'], ['obtpVersion', '2.0.5']]))
    }
    return {
      page: function () {
        site.image('https://tr.outbrain.com/cachedClickId?marketerId=${MARKETER}')
        pixel('PAGE_VIEW')
      },
      person: function () { pixel('Lead') }
    }`,
  receives: (received) => received.host === 'tr.outbrain.com',
  understand(received) {
    const page = isTo(received, 'tr.outbrain.com', '/unifiedPixel') ? queryOf(received) : []
    return [
      ...page.flatMap(([name, value]) => name === 'dl' || name === 'referrer' ? fromPage(value, 'query', name) : []),
      ...cookieId(received, 'obuid'),
    ]
  },
  answer: (received) => ({ headers: setCookieOnce(received, 'obuid', 'outbrain.com') }),
}

export default outbrain
