/** A pixel that gets the visitor's address from the page, in the parameter `ip`. */
import type { Tracker } from './tracker.js'
import { isTo, plain, queryOf } from './understanding.js'

const agkn: Tracker = {
  name: 'agkn',
  hosts: ['www.googletagmanager.com', 'd.agkn.com'],
  script: 'https://www.googletagmanager.com/gtm.js?id=GTM-TH9QM4D',
  needs: 'address-in-parameter',
  client: String.raw`
    return {
      page: function () {
        site.addresses.forEach(function (address) {
          site.image('https://d.agkn.com/pixel/10751/?' + site.query([['che', site.digits(10)], ['ip', address]]))
        })
      }
    }`,
  receives: (received) => isTo(received, 'd.agkn.com', '/pixel/'),
  understand: (received) => queryOf(received)
    .flatMap(([name, value]) => name === 'ip' ? plain('network.ip', value, 'query', name) : []),
}

export default agkn
