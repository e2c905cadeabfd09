/**
 * One third party: its client script, as served from its real script address, and its endpoint, which knows its own
 * wire format and can say what it learnt. Written from the published wire formats, not from the vendors' code.
 */
import type { Kind, Part } from '../../../src/model.js'
import type { Received } from '../log.js'
import type { SwitchName } from '../switches.js'

/** One datum that a vendor read out of a request by parsing its own format. */
export interface Understood {
  readonly kind: Kind
  /** As the vendor sees it: plain text, a SHA-256 in hex, or an id of the site that stands for the datum. */
  readonly value: string
  readonly how: 'plain' | 'sha256' | 'site-id'
  readonly part: Part
  /** As the format names it: `dl`, `data.u`, `udff[em]`. */
  readonly field: string
}

export interface Answer {
  readonly status?: number
  readonly type?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export interface Tracker {
  readonly name: string
  /** Host names that it answers for; none where it hides behind the site's own. */
  readonly hosts: readonly string[]
  /** What the site loads: a URL, or a path on the site's own host. */
  readonly script: string
  /** Loaded only where this switch is on; always, among the trackers, where there is none. */
  readonly needs?: SwitchName
  /**
   * The client: the body of a function of `site` (see assets/site.js) that gives back what to do on `page`, `search`,
   * `click`, `person`, `input` and `leave`.
   */
  readonly client: string
  /** True for the requests that carry data to it, script requests not among them. */
  receives(received: Received): boolean
  understand(received: Received): readonly Understood[]
  /** What it answers to a request that it receives, where that is more than a pixel. */
  answer?(received: Received, visitorAddress: string): Answer
}

/** What the site loads, as the browser will see it. */
export function scriptOf(tracker: Tracker): { host: string | null; path: string } {
  if (tracker.script.startsWith('/')) return { host: null, path: tracker.script }
  const url = new URL(tracker.script)
  return { host: url.host, path: url.pathname + url.search }
}
