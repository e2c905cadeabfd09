/** What was seen on the wire of one request: its body, or the messages of the WebSocket that it opened. */
import { createWebSocketParser, type WebSocketMessage, type WebSocketParser } from './websocket.js'

export interface Wire {
  /** The head itself was among the bytes. */
  headSeen: boolean
  /** The body came to its end. */
  ended: boolean
  /** Either side broke it off: what is missing was never sent. */
  reset: boolean
  /** Bytes were dropped here, to bound memory, or cannot be read: what was sent is known to be lost. */
  dropped: boolean
  /** In the order of their ends; last what was sent of one that has none. Asked when all bytes have come. */
  messages(): readonly WebSocketMessage[]
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
  let webSocket: { readonly sent: WebSocketParser; readonly received: WebSocketParser } | undefined
  const emit = (message: WebSocketMessage): void => {
    budget.left -= message.data.length
    if (message.garbled === true && message.type === 'send') wire.dropped = true
    if (budget.left < 0) wire.dropped = true
    else messages.push(message)
  }
  const wire: Wire = {
    headSeen: false,
    ended: false,
    reset: false,
    dropped: false,
    messages: () => {
      webSocket?.sent.end()
      return messages
    },
    isWebSocket: () => webSocket !== undefined,
    openWebSocket: () => {
      webSocket ??= { sent: createWebSocketParser('send', emit), received: createWebSocketParser('receive', emit) }
    },
    sent: (bytes, time) => {
      if (webSocket !== undefined) return webSocket.sent.push(bytes, time)
      budget.left -= bytes.length
      if (budget.left < 0) wire.dropped = true
      // A copy: the piece is a view of a chunk that would otherwise stay in memory with it.
      else chunks.push(Buffer.from(bytes))
    },
    received: (bytes, time) => { webSocket?.received.push(bytes, time) },
    body: () => Buffer.concat(chunks),
  }
  return wire
}
