import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'YANDEX LLC',
  country: 'RU',
  category: 'analytics',
  hosts: ['mc.yandex.ru', 'mc.yandex.com', 'mc.webvisor.org', 'mc.webvisor.com', 'an.yandex.ru', 'yandexmetrica.com'],
  fields: {
    'page-url': { meaning: 'address of the page', source: observed },
    'page-ref': { meaning: 'address of the page before', source: observed },
    'browser-info': {
      meaning: 'traits of the browser and, after u:, its id, joined by :',
      source: observed,
      kind: 'identifier.cookie',
    },
    'site-info': { meaning: 'data of the visit, JSON', source: observed },
    t: { meaning: 'title of the page', source: observed },
    'cookie:yandexuid': {
      meaning: 'browser id',
      source: 'https://yandex.com/support/metrica/general/cookie-usage.html',
      kind: 'identifier.cookie',
    },
    'cookie:yuidss': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
  },
  examples: {
    match: ['https://mc.yandex.com/watch/1?page-url=https%3A%2F%2Fclinic.example&browser-info=pv:1:u:2'],
    miss: ['https://yandex.ru/search?text=x', 'https://mc.yandex.com.example/watch/1'],
  },
} satisfies Signature
