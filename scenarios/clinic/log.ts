/**
 * The log of all that the stand-in received, own requests and third parties' alike: the truth that tests hold findings
 * against.
 */
import { appendFileSync } from 'node:fs'

/** One message of a WebSocket, put together from its fragments and unmasked. */
export interface Frame {
  /** ISO 8601 UTC. */
  readonly at: string
  readonly type: 'text' | 'binary'
  /** Base64. */
  readonly payload: string
}

/** One request as it arrived. A WebSocket is one request, with its messages as `frames`. */
export interface Received {
  /** ISO 8601 UTC. */
  readonly at: string
  /** Lower case, without port. */
  readonly host: string
  readonly method: string
  /** As the browser would write it: `https://host/path?query`. */
  readonly url: string
  /** `1.1` or `2.0`. */
  readonly httpVersion: string
  /** Names in lower case; no pseudo-headers. */
  readonly headers: Readonly<Record<string, string>>
  /** Base64. */
  readonly body: string
  /** The body went on beyond what the stand-in reads, or stopped before its end. */
  readonly cut: boolean
  readonly frames: readonly Frame[]
}

export interface Log {
  readonly entries: readonly Received[]
  add(received: Received): void
  /** Writes an entry to the file, once no more frames can come. */
  settle(received: Received): void
  clear(): void
}

/** Entries beyond this many are dropped, oldest first: a stand-in that runs for days must not grow. */
const KEPT = 50_000

export function createLog(file?: string): Log {
  const entries: Received[] = []
  return {
    entries,
    add(received) {
      entries.push(received)
      if (entries.length > KEPT) entries.shift()
    },
    settle(received) {
      if (file !== undefined) appendFileSync(file, `${JSON.stringify(received)}\n`, { mode: 0o600 })
    },
    clear() {
      entries.length = 0
    },
  }
}

export function bodyBytes(received: Received): Buffer {
  return Buffer.from(received.body, 'base64')
}

export function bodyText(received: Received): string {
  return bodyBytes(received).toString('utf8')
}
