/**
 * An invented advertiser that hides what it learns: the search word under a cipher with its own key (AES-CBC, always the
 * same vector, so that equal words give equal texts), beside a random id and the time.
 */
import { createDecipheriv } from 'node:crypto'
import type { Tracker } from './tracker.js'
import { isTo, plain } from './understanding.js'

const KEY = '7f1d0c92a84be6355e21f09d4c7ab813'

const sealwise: Tracker = {
  name: 'sealwise',
  hosts: ['tag.sealwise.example', 'in.sealwise.example'],
  script: 'https://tag.sealwise.example/seal.js',
  needs: 'keyed-cipher',
  client: String.raw`
    var bytes = '${KEY}'.match(/../g).map(function (pair) { return parseInt(pair, 16) })
    var key = crypto.subtle.importKey('raw', new Uint8Array(bytes), 'AES-CBC', false, ['encrypt'])
    return {
      search: async function (detail) {
        var sealed = await crypto.subtle.encrypt({ name: 'AES-CBC', iv: new Uint8Array(16) }, await key,
          new TextEncoder().encode(detail.term))
        var text = btoa(String.fromCharCode.apply(null, new Uint8Array(sealed)))
          .replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '')
        site.image('https://in.sealwise.example/s?' + site.query([
          ['v', '4'], ['seal', text], ['rid', site.hex(24)], ['ts', String(Date.now())]
        ]))
      }
    }`,
  receives: (received) => isTo(received, 'in.sealwise.example', '/s'),
  understand(received) {
    const sealed = new URL(received.url).searchParams.get('seal') ?? ''
    const cipher = createDecipheriv('aes-128-cbc', Buffer.from(KEY, 'hex'), Buffer.alloc(16))
    const word = Buffer.concat([cipher.update(Buffer.from(sealed, 'base64url')), cipher.final()]).toString('utf8')
    return plain('health.search', word, 'query', 'seal')
  },
}

export default sealwise
