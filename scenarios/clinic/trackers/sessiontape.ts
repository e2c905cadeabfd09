/** An invented session recorder: pages, clicks and typed values as JSON messages over a WebSocket. */
import type { Kind } from '../../../src/model.js'
import type { Tracker } from './tracker.js'
import { fromPage, fromText, plain, textAt, toRecord } from './understanding.js'

const KINDS: Readonly<Record<string, Kind>> = {
  query: 'health.search', insuranceSector: 'health.insurance', name: 'identity.name', email: 'identity.email',
  phone: 'identity.phone', birthdate: 'identity.birthdate',
}

const sessiontape: Tracker = {
  name: 'sessiontape',
  hosts: ['cdn.sessiontape.example', 'in.sessiontape.example'],
  script: 'https://cdn.sessiontape.example/tape.js',
  needs: 'session-replay',
  client: String.raw`
    var session = site.cookie('_tape', function () { return site.hex(32) })
    var socket, waiting = []
    function send(message) {
      if (!socket) {
        socket = new WebSocket('wss://in.sessiontape.example/v1/record?key=th-4471&session=' + session)
        socket.onopen = function () { waiting.splice(0).forEach(function (text) { socket.send(text) }) }
      }
      var text = JSON.stringify(Object.assign({ session: session, at: Date.now() }, message))
      if (socket.readyState === 1) socket.send(text)
      else waiting.push(text)
    }
    return {
      page: function () {
        var page = site.page()
        send({ type: 'page', url: page.url, title: page.title })
      },
      click: function (detail) { send({ type: 'click', text: detail.text }) },
      input: function (detail) { send({ type: 'input', name: detail.name, value: detail.value }) },
      stop: function () { if (socket) socket.close() }
    }`,
  receives: (received) => received.host === 'in.sessiontape.example',
  understand(received) {
    const session = plain('identifier.cookie', new URL(received.url).searchParams.get('session'), 'query', 'session')
    return [...session, ...received.frames.flatMap((frame) => {
      const json = toRecord(Buffer.from(frame.payload, 'base64').toString('utf8'))
      const name = textAt(json, 'name')
      const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined
      return [
        ...fromPage(textAt(json, 'url'), 'websocket', 'url'),
        ...fromText(textAt(json, 'title'), 'websocket', 'title'),
        ...fromText(textAt(json, 'text'), 'websocket', 'text'),
        ...(kind === undefined ? [] : plain(kind, textAt(json, 'value'), 'websocket', 'value')),
        ...plain('identifier.cookie', textAt(json, 'session'), 'websocket', 'session'),
      ]
    })]
  },
}

export default sessiontape
