/**
 * What a report can show beside its rows when the captures are at hand: screenshots, and for a leak the request as it was
 * sent, with each layer of its field. All texts are a site's own: whoever shows them escapes them for the place.
 */
import type { PictureRole } from './words.js'

export interface Picture {
  readonly captureId: string
  readonly role: PictureRole
  /** Name in the capture. */
  readonly name: string
  /** Of the step that had just ended, for `step`. */
  readonly title: string | null
  /** JPEG or PNG. */
  readonly image: Uint8Array
}

/** A text with the stretch that carried the datum told apart; nothing is marked where it could not be told. */
export interface Marked {
  readonly before: string
  readonly marked: string
  readonly after: string
}

/** One string of the request: the URL, a header, the body. */
export interface Sent extends Marked {
  /** `GET`, the header's name, `''` for a body. */
  readonly name: string
  readonly part: 'url' | 'header' | 'body'
}

/** What one decoding yielded. */
export interface PeeledLayer extends Marked {
  /** Id of the decoder; `''` for the field as it was sent. */
  readonly decoder: string
  /** Bytes of the layer above that it stands for. */
  readonly start: number
  readonly end: number
  /** Its own length in bytes. */
  readonly bytes: number
}

export interface Evidence {
  readonly request: readonly Sent[]
  /** Outermost first; the first is the field itself. Empty where the field could not be found again. */
  readonly layers: readonly PeeledLayer[]
  readonly meaning: { readonly text: string; readonly source: string } | null
  /** What recognised the recipient: `signature:meta-pixel`, `third-party-web`, `registrable-domain`. */
  readonly recipientRule: string
  readonly cnames: readonly string[]
  readonly initiator: string | null
  /** Names, as sent. */
  readonly cookies: readonly string[]
  readonly cookiesSet: readonly string[]
}

/** One thing that was kept in the browser. */
export interface Stored {
  readonly captureId: string
  readonly what: 'cookie' | 'local' | 'session' | 'indexed-db'
  readonly name: string
  /** As it was when it was first seen. */
  readonly value: string
  /** Domain of a cookie, else origin. */
  readonly place: string
  /** Title of the step after which it was first seen. */
  readonly since: string
  readonly setBy: 'answer' | 'script' | 'before'
  /** Of the answer. */
  readonly setByUrl: string
  /** ISO 8601; null: until the browser is closed, or no cookie. */
  readonly expires: string | null
}

export interface Illustration {
  readonly pictures: readonly Picture[]
  readonly storage: readonly Stored[]
  /** By `leakId`. */
  readonly evidence: ReadonlyMap<string, Evidence>
  /** By `captureId`: why a capture could not be looked into. */
  readonly missing: ReadonlyMap<string, string>
}

export const NO_ILLUSTRATION: Illustration = { pictures: [], storage: [], evidence: new Map(), missing: new Map() }
