/** What requests and answers tell of a capture as a whole: which pages were reached, what they set, what was objected to. */
import type { NetLogRequest } from './netlog/requests.js'

export interface TopDocument {
  readonly url: string
  readonly status: number
  /** Header and value that name a check for robots. */
  readonly challenge: string | undefined
}

/** One `Set-Cookie` line of an answer. Its value is left out. */
export interface SetCookie {
  readonly name: string
  readonly url: string
  readonly host: string
  /** As the line names it, without a leading dot; empty where it names none. */
  readonly domain: string
  /** Wall milliseconds. */
  readonly at: number
}

/** In the order of their requests. */
export function setCookiesOf(requests: readonly NetLogRequest[]): readonly SetCookie[] {
  return requests.flatMap(({ url, startedAt, respondedAt, responseHeaders }) => responseHeaders
    .filter(([name]) => name.toLowerCase() === 'set-cookie')
    .flatMap(([, lines]) => lines.split('\n'))
    .map((line): SetCookie => ({
      name: /^[^=;]*/.exec(line)?.[0].trim() ?? '',
      url,
      host: hostOf(url),
      domain: /;\s*domain\s*=\s*\.?([^;\s]+)/i.exec(line)?.[1]?.toLowerCase() ?? '',
      at: Number.isFinite(respondedAt) ? respondedAt : startedAt,
    })))
}

/** Documents of top frames in their order, redirects included, prefetched ones not. */
export function topDocumentsOf(requests: readonly NetLogRequest[]): readonly TopDocument[] {
  const speculative = (request: NetLogRequest): boolean =>
    request.headers.some(([name]) => name.toLowerCase() === 'sec-purpose')
  return requests
    .filter((request) => request.mainFrame && !speculative(request))
    .map(({ url, status, responseHeaders }) => ({
      url,
      status,
      challenge: responseHeaders.map(([name, value]) => `${name.toLowerCase()}: ${value.toLowerCase()}`)
        .find((line) => /^(cf-mitigated: challenge|x-amzn-waf-action: (challenge|captcha))/.test(line)),
    }))
}

const signals: Readonly<Record<string, string>> = { 'sec-gpc': 'Sec-GPC', dnt: 'DNT' }

/**
 * Signals by which a visitor objects, and how many requests of pages bore them: `{ 'Sec-GPC: 1': '38 / 40' }`. Undefined
 * where none did.
 */
export function privacySignalsOf(requests: readonly NetLogRequest[]): Readonly<Record<string, string>> | undefined {
  const ofPages = requests.filter(({ sent, ofBrowser }) => sent && !ofBrowser)
  const counts = new Map<string, number>()
  for (const { headers } of ofPages) {
    for (const [name, value] of headers) {
      const signal = signals[name.toLowerCase()]
      if (signal === undefined) continue
      const shown = `${signal}: ${value.slice(0, 20)}`
      counts.set(shown, (counts.get(shown) ?? 0) + 1)
    }
  }
  if (counts.size === 0) return undefined
  return Object.fromEntries([...counts].sort(([one], [other]) => one < other ? -1 : 1).map(([signal, count]) => [signal, `${count} / ${ofPages.length}`]))
}

export function hostOf(url: string): string {
  try {
    return new URL(url).hostname
  } catch {
    return ''
  }
}
