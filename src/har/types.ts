/**
 * HAR 1.2 as it is found, not as it is specified: every property may be missing, null or of another type. Names as in
 * http://www.softwareishard.com/blog/har-12-spec/; underscored ones are DevTools', Playwright's or tattle's own.
 */

export interface HarPostData {
  readonly mimeType?: unknown
  readonly text?: unknown
  readonly params?: unknown
  /** `base64` in some producers. */
  readonly encoding?: unknown
  /** Playwright `attach`: name of the file that holds the body, byte for byte. */
  readonly _file?: unknown
}

export interface HarRequest {
  readonly method?: unknown
  readonly url?: unknown
  readonly httpVersion?: unknown
  readonly cookies?: unknown
  readonly headers?: unknown
  readonly queryString?: unknown
  readonly postData?: HarPostData | null
  readonly bodySize?: unknown
}

export interface HarContent {
  readonly mimeType?: unknown
  readonly text?: unknown
  readonly encoding?: unknown
  readonly size?: unknown
  readonly _file?: unknown
}

export interface HarResponse {
  readonly status?: unknown
  readonly statusText?: unknown
  readonly headers?: unknown
  readonly cookies?: unknown
  readonly content?: HarContent | null
  readonly redirectURL?: unknown
  /** Playwright and Chrome: why there is none (`net::ERR_ABORTED`). */
  readonly _failureText?: unknown
  readonly _error?: unknown
}

export interface HarEntry {
  readonly pageref?: unknown
  readonly startedDateTime?: unknown
  readonly time?: unknown
  readonly request?: HarRequest | null
  readonly response?: HarResponse | null
  readonly serverIPAddress?: unknown
  readonly _resourceType?: unknown
  readonly _initiator?: unknown
  readonly _webSocketMessages?: unknown
  /** Chrome: `memory` or `disk`, where the browser's cache answered and nothing was sent. */
  readonly _fromCache?: unknown
  /** tattle's own, in the derived HAR: `har` or `netlog`. */
  readonly _recordedBy?: unknown
  /** tattle's own: URL of the frame that asked. */
  readonly _frameUrl?: unknown
  /** tattle's own: URL of the top page. */
  readonly _pageUrl?: unknown
  /** tattle's own: `{ title, location }` of what the scenario did when it started; so in the messages of a WebSocket. */
  readonly _action?: unknown
  /** tattle's own: when it was asked for, where redirects or a preflight went before it, or its page had been left; ISO 8601. */
  readonly _causedAt?: unknown
  /** tattle's own: alias chain of the host. */
  readonly _cnames?: unknown
  /** tattle's own: `sent` or `attempted`. */
  readonly _delivery?: unknown
  /** tattle's own: made by the browser for itself. */
  readonly _ofBrowser?: unknown
}

export interface HarPage {
  readonly id?: unknown
  readonly title?: unknown
  readonly startedDateTime?: unknown
  readonly _url?: unknown
}

/** Everything of `log` except the entries. Complete only when the whole document was read. */
export interface HarHead {
  readonly creator: string
  readonly browser: string
  readonly pages: readonly HarPage[]
  /** As HARs say that tattle made of a capture of a stand-in: `creator._target`. */
  readonly isOfStandIn?: true
}
