/** The requests on one HTTP/1.1 connection, from the bytes that the client sent: heads, bodies, chunks, upgrades. */

import { isUtf8 } from 'node:buffer'

export interface H1Sink {
  /** A head was complete: request line without its end, headers as sent. Returns the place for the body. */
  head(line: string, headers: readonly (readonly [string, string])[], time: number): H1Body
  /** Bytes were passed over that begin no request. */
  passedOver?(): void
}

export interface H1Body {
  data(bytes: Buffer, time: number): void
  end(): void
}

/** A head beyond this is none; an address alone may have two million bytes. */
const longestHead = 1 << 23

type State =
  | { readonly at: 'head' }
  | { readonly at: 'length', readonly body: H1Body, left: number }
  | { readonly at: 'chunk-size', readonly body: H1Body }
  | { readonly at: 'chunk', readonly body: H1Body, left: number }
  | { readonly at: 'trailer', readonly body: H1Body }
  | { readonly at: 'upgraded', readonly body: H1Body }

/** Takes bytes in pieces of any size. What does not begin as a request (a SOCKS greeting, STUN) is passed over. */
export function createH1Parser(sink: H1Sink): (bytes: Buffer, time: number) => void {
  let pending: Buffer = Buffer.alloc(0)
  let state: State = { at: 'head' }

  const line = (): string | undefined => {
    const end = pending.indexOf('\r\n')
    if (end < 0) return undefined
    const text = toText(pending.subarray(0, end))
    pending = pending.subarray(end + 2)
    return text
  }

  const step = (time: number): boolean => {
    if (pending.length === 0) return false
    switch (state.at) {
      case 'head': {
        if (!startsAsRequest(pending) || pending.length > longestHead) {
          pending = Buffer.alloc(0)
          sink.passedOver?.()
          return false
        }
        const end = pending.indexOf('\r\n\r\n')
        if (end < 0) return false
        const [first = '', ...rest] = toText(pending.subarray(0, end)).split('\r\n')
        pending = pending.subarray(end + 4)
        const headers = rest.map(toHeader)
        state = afterHead(first, headers, sink.head(first, headers, time))
        return true
      }
      case 'length':
      case 'chunk': {
        const taken = pending.subarray(0, state.left)
        pending = pending.subarray(taken.length)
        state.left -= taken.length
        if (state.at === 'length') {
          state.body.data(taken, time)
          if (state.left > 0) return false
          state.body.end()
          state = { at: 'head' }
          return true
        }
        // The two bytes behind each chunk are counted with it and belong to no body.
        const spare = Math.max(0, 2 - state.left)
        state.body.data(taken.subarray(0, Math.max(0, taken.length - spare)), time)
        if (state.left > 0) return false
        state = { at: 'chunk-size', body: state.body }
        return true
      }
      case 'chunk-size': {
        const text = line()
        if (text === undefined) return false
        const size = parseInt(text, 16)
        if (size > 0) state = { at: 'chunk', body: state.body, left: size + 2 }
        else state = { at: 'trailer', body: state.body }
        return true
      }
      case 'trailer': {
        const text = line()
        if (text === undefined) return false
        if (text !== '') return true
        state.body.end()
        state = { at: 'head' }
        return true
      }
      case 'upgraded':
        state.body.data(pending, time)
        pending = Buffer.alloc(0)
        return false
    }
  }

  return (bytes, time) => {
    pending = pending.length === 0 ? bytes : Buffer.concat([pending, bytes])
    while (step(time)) { /* one element of the stream each */ }
  }
}

/** Cookies are often UTF-8, other headers Latin-1; both read as what they say. */
function toText(bytes: Buffer): string {
  return isUtf8(bytes) ? bytes.toString('utf8') : bytes.toString('latin1')
}

function afterHead(line: string, headers: readonly (readonly [string, string])[], body: H1Body): State {
  const value = (name: string): string =>
    headers.find((each) => each[0].toLowerCase() === name)?.[1].toLowerCase() ?? ''
  if (value('upgrade') === 'websocket') return { at: 'upgraded', body }
  if (value('transfer-encoding').includes('chunked')) return { at: 'chunk-size', body }
  const length = Number(value('content-length'))
  if (length > 0 && !line.startsWith('CONNECT ')) return { at: 'length', body, left: length }
  body.end()
  return { at: 'head' }
}

/** A method is any token (RFC 9110); pages may make up their own. */
function startsAsRequest(bytes: Buffer): boolean {
  return /^[A-Za-z0-9!#$%&'*+.^_`|~-]+( |$)/.test(bytes.toString('latin1', 0, Math.min(bytes.length, 24)))
}

function toHeader(line: string): readonly [string, string] {
  const colon = line.indexOf(':')
  return colon < 0 ? [line, ''] : [line.slice(0, colon), line.slice(colon + 1).trim()]
}
