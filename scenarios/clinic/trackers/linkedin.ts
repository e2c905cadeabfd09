/** LinkedIn insight tag: a GET that is redirected to test cookies, and `/wa/` with JSON or base64 of gzip of JSON. */
import { gunzipSync } from 'node:zlib'
import { bodyText } from '../log.js'
import type { Answer, Tracker } from './tracker.js'
import { cookieId, fromPage, fromText, isTo, plain, queryOf, setCookieOnce, textAt, toRecord } from './understanding.js'

const ENDPOINT = 'px.ads.linkedin.com'

const linkedin: Tracker = {
  name: 'linkedin',
  hosts: ['snap.licdn.com', ENDPOINT],
  script: 'https://snap.licdn.com/li.lms-analytics/insight.min.js',
  client: String.raw`
    var adsId = site.cookie('li_adsId', function () { return crypto.randomUUID() })
    function signal(type, more) {
      var page = site.page()
      return JSON.stringify(Object.assign({
        pids: [301905, 3597804], scriptVersion: 214, time: Date.now(),
        domain: location.hostname.split('.').slice(-2).join('.'), url: page.url, pageTitle: page.title,
        websiteSignalRequestId: crypto.randomUUID(), isTranslated: false, liFatId: '', liGiant: '',
        misc: { psbState: -4 }, isLinkedInApp: false, hem: null, signalType: type, href: '',
        domAttributes: null, innerElements: null, elementCrumbsTree: [], isFilteredByClient: false
      }, more))
    }
    async function packed(text) {
      var stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))
      var bytes = new Uint8Array(await new Response(stream).arrayBuffer()), binary = ''
      bytes.forEach(function (byte) { binary += String.fromCharCode(byte) })
      return btoa(binary)
    }
    return {
      page: function () {
        site.image('https://${ENDPOINT}/collect?' + site.query([['v', 2], ['fmt', 'js'], ['pid', '301905,3597804'],
          ['time', Date.now()], ['li_adsId', adsId], ['url', site.page().url], ['tm', 'gtmv2']]))
        site.post('https://${ENDPOINT}/wa/', signal('PAGE_VISIT', {}))
      },
      click: async function (detail) {
        site.post('https://${ENDPOINT}/wa/', await packed(signal('CLICK', {
          href: detail.href, domAttributes: { elementSemanticType: null, tag: 'A', innerText: detail.text }
        })))
      }
    }`,
  receives: (received) => received.host === ENDPOINT,
  understand(received) {
    const query = new Map(queryOf(received))
    const json = toRecord(unpacked(bodyText(received)))
    return [
      ...fromPage(query.get('url') ?? '', 'query', 'url'),
      ...plain('identifier.cookie', query.get('li_adsId'), 'query', 'li_adsId'),
      ...fromPage(textAt(json, 'url'), 'body', 'url'),
      ...fromPage(textAt(json, 'href'), 'body', 'href'),
      ...fromText(textAt(json, 'pageTitle'), 'body', 'pageTitle'),
      ...fromText(textAt(json, 'domAttributes', 'innerText'), 'body', 'domAttributes.innerText'),
      ...cookieId(received, 'bcookie'),
    ]
  },
  answer(received): Answer {
    const headers = setCookieOnce(received, 'bcookie', 'linkedin.com')
    if (!isTo(received, ENDPOINT, '/collect') || received.url.includes('cookiesTest=')) return { headers }
    return { status: 302, headers: { ...headers, location: `${received.url}&cookiesTest=true` } }
  },
}

function unpacked(text: string): string {
  if (!text.startsWith('H4sI')) return text
  try {
    return gunzipSync(Buffer.from(text, 'base64'), { maxOutputLength: 1 << 20 }).toString('utf8')
  } catch {
    return ''
  }
}

export default linkedin
