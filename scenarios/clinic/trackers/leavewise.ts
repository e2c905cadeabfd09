/** An invented audience meter: a Blob beacon of type application/json when a page is left, after a CORS preflight. */
import { bodyText } from '../log.js'
import type { Tracker } from './tracker.js'
import { isTo, plain, textAt, toRecord } from './understanding.js'

const leavewise: Tracker = {
  name: 'leavewise',
  hosts: ['cdn.leavewise.example', 'collect.leavewise.example'],
  script: 'https://cdn.leavewise.example/leave.js',
  needs: 'leave-beacon',
  client: String.raw`
    var visitor = site.cookie('_lw', function () { return site.hex(32) })
    return {
      leave: function (detail) {
        var data = { visitor: visitor, seconds: Math.round(performance.now() / 1000), lastSearch: detail.term }
        site.beacon('https://collect.leavewise.example/v1/leave',
          new Blob([JSON.stringify(data)], { type: 'application/json' }))
      }
    }`,
  receives: (received) => isTo(received, 'collect.leavewise.example', '/v1/leave') && received.method === 'POST',
  understand(received) {
    const json = toRecord(bodyText(received))
    return [
      ...plain('health.search', textAt(json, 'lastSearch'), 'body', 'lastSearch'),
      ...plain('identifier.cookie', textAt(json, 'visitor'), 'body', 'visitor'),
    ]
  },
}

export default leavewise
