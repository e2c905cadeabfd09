/** TikTok pixel: JSON sent as text/plain, with JSON in a string inside it. */
import { bodyText } from '../log.js'
import type { Tracker } from './tracker.js'
import { fromPage, fromText, hashed, isTo, plain, textAt, toRecord } from './understanding.js'

const PIXEL = 'CTH5V2JC77U4QEXAMPLE'

const tiktok: Tracker = {
  name: 'tiktok',
  hosts: ['analytics.tiktok.com'],
  script: `https://analytics.tiktok.com/i18n/pixel/events.js?sdkid=${PIXEL}&lib=ttq`,
  client: String.raw`
    var anonymous = site.cookie('_ttp', function () { return site.hex(27) })
    function track(name, properties, user, trigger) {
      var page = site.page()
      site.post('https://analytics.tiktok.com/api/v2/pixel', JSON.stringify({
        event: name, event_id: '', message_id: 'messageId-' + Date.now() + '-' + site.digits(13), is_onsite: false,
        timestamp: new Date().toISOString(),
        context: {
          ad: { sdk_env: 'external', jsb_status: 2 }, user: Object.assign({ anonymous_id: anonymous }, user),
          pixel: { code: '${PIXEL}', runtime: '1' }, page: { url: page.url, referrer: page.referrer },
          library: { name: 'pixel.js', version: '2.2.0' }, session_id: site.hex(32), userAgent: navigator.userAgent
        },
        properties: properties,
        auto_collected_properties: {
          content_data: {
            open_graph: '{}', meta: JSON.stringify({ title: page.title }), microdata: '[]', json_ld: '[]'
          },
          trigger_element: trigger
        }
      }))
    }
    return {
      page: function () { track('Pageview', {}, {}, {}) },
      search: function (detail) { track('Search', { query: detail.term }, {}, {}) },
      click: function (detail) { track('ClickButton', {}, {}, { inner_text: detail.text, xpath: '//main' }) },
      person: function (detail) {
        return Promise.all([site.sha256(detail.email), site.sha256(detail.phone)]).then(function (hash) {
          track('SubmitForm', {}, { email: hash[0], phone_number: hash[1] }, {})
        })
      }
    }`,
  receives: (received) => isTo(received, 'analytics.tiktok.com', '/api/'),
  understand(received) {
    const json = toRecord(bodyText(received))
    const at = (...path: string[]): [string, 'body', string] => [textAt(json, ...path), 'body', path.join('.')]
    return [
      ...fromPage(...at('context', 'page', 'url')),
      ...fromPage(...at('context', 'page', 'referrer')),
      ...plain('identifier.cookie', ...at('context', 'user', 'anonymous_id')),
      ...hashed('identity.email', ...at('context', 'user', 'email')),
      ...hashed('identity.phone', ...at('context', 'user', 'phone_number')),
      ...plain('health.search', ...at('properties', 'query')),
      ...fromText(...at('auto_collected_properties', 'content_data', 'meta')),
      ...fromText(...at('auto_collected_properties', 'trigger_element', 'inner_text')),
    ]
  },
}

export default tiktok
