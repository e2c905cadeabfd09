/** What was seen on the wire of one request: its body, or the messages of the WebSocket that it opened. */
import { createWebSocketParser, type WebSocketMessage } from './websocket.js'

export interface Wire {
  /** The head itself was among the bytes. */
  headSeen: boolean
  /** The body came to its end. */
  ended: boolean
  /** Either side broke it off: what is missing was never sent. */
  reset: boolean
  /** Bytes were dropped here, to bound memory: the body is known to be lost. */
  dropped: boolean
  readonly messages: readonly WebSocketMessage[]
  isWebSocket(): boolean
  openWebSocket(): void
  sent(bytes: Buffer, time: number): void
  received(bytes: Buffer, time: number): void
  body(): Buffer
}

/** Shared by all wires of a log. */
export interface Budget { left: number }

export function createWire(budget: Budget): Wire {
  const chunks: Buffer[] = []
  const messages: WebSocketMessage[] = []
  let webSocket: Pick<Wire, 'sent' | 'received'> | undefined
  const emit = (message: WebSocketMessage): void => {
    budget.left -= message.data.length
    if (budget.left < 0) wire.dropped = true
    else messages.push(message)
  }
  const wire: Wire = {
    headSeen: false,
    ended: false,
    reset: false,
    dropped: false,
    messages,
    isWebSocket: () => webSocket !== undefined,
    openWebSocket: () => {
      webSocket ??= { sent: createWebSocketParser('send', emit), received: createWebSocketParser('receive', emit) }
    },
    sent: (bytes, time) => {
      if (webSocket !== undefined) return webSocket.sent(bytes, time)
      budget.left -= bytes.length
      if (budget.left < 0) wire.dropped = true
      // A copy: the piece is a view of a chunk that would otherwise stay in memory with it.
      else chunks.push(Buffer.from(bytes))
    },
    received: (bytes, time) => { webSocket?.received(bytes, time) },
    body: () => Buffer.concat(chunks),
  }
  return wire
}
