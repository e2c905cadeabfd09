/** Taboola: JSON in one query parameter. */
import type { Tracker } from './tracker.js'
import { cookieId, fromPage, plain, queryOf, setCookieOnce, textAt, toRecord } from './understanding.js'

const PUBLISHER = '1604872'

const taboola: Tracker = {
  name: 'taboola',
  hosts: ['cdn.taboola.com', 'trc.taboola.com', 'trc-events.taboola.com'],
  script: `https://cdn.taboola.com/libtrc/unip/${PUBLISHER}/tfa.js`,
  client: String.raw`
    var user = site.cookie('tfa_ui', function () { return site.hex(8) + '-' + site.hex(4) + '-tuct' + site.hex(7) })
    return {
      page: function () {
        var page = site.page(), url = new URL(page.url)
        var data = { id: site.digits(3), ii: url.pathname, it: 'article', sd: 'v2_' + site.hex(32), ui: user,
          vi: Date.now(), cv: '20260101', uiv: 'default', u: page.url, e: page.referrer, cb: 'TFASC.trkCallback',
          qs: url.search,
          mpvd: { en: 'page_view', 'item-url': page.url, ref: page.referrer } }
        site.image('https://trc.taboola.com/${PUBLISHER}/trc/3/json?' + site.query([['tim', Date.now()], ['pubit', 'i'],
          ['data', JSON.stringify(data)]]))
      },
      search: function () {
        var page = site.page()
        site.image('https://trc-events.taboola.com/${PUBLISHER}/log/3/unip?' + site.query([['en', 'search'],
          ['item-url', page.url], ['ref', page.referrer || 'null'], ['ui', user], ['tos', 1], ['ri', site.hex(32)]]))
      }
    }`,
  receives: (received) => received.host === 'trc.taboola.com' || received.host === 'trc-events.taboola.com',
  understand(received) {
    const fields = new Map(queryOf(received))
    const data = toRecord(fields.get('data') ?? '')
    return [
      ...fromPage(textAt(data, 'u'), 'query', 'data.u'),
      ...fromPage(textAt(data, 'e'), 'query', 'data.e'),
      ...plain('identifier.cookie', textAt(data, 'ui'), 'query', 'data.ui'),
      ...fromPage(fields.get('item-url') ?? '', 'query', 'item-url'),
      ...fromPage(fields.get('ref') ?? '', 'query', 'ref'),
      ...plain('identifier.cookie', fields.get('ui'), 'query', 'ui'),
      ...cookieId(received, 't_gid'),
    ]
  },
  answer: (received) => ({ headers: setCookieOnce(received, 't_gid', 'taboola.com') }),
}

export default taboola
