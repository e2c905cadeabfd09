/**
 * How far this machine's clock is ahead of the servers'. A `Date` has whole seconds and is written at some moment between
 * request and answer, so that one answer leaves more than a second of doubt; several of the same server leave less.
 */
import { hostOf } from './answers.js'
import { headerOf } from './netlog/params.js'
import type { NetLogRequest } from './netlog/requests.js'

export interface ClockSkew {
  /** Milliseconds; positive where this machine is ahead. The median of the servers. */
  readonly skewMs: number
  /** The truth of that server lies within so many milliseconds of it. */
  readonly withinMs: number
  readonly servers: number
}

type Answer = Pick<NetLogRequest, 'url' | 'sent' | 'fromCache' | 'startedAt' | 'respondedAt' | 'responseHeaders'>

/** Null where no server told its time. Servers that contradict themselves are left out. */
export function clockSkewOf(answers: readonly Answer[]): ClockSkew | null {
  const bounds = new Map<string, { least: number; most: number }>()
  for (const { url, sent, fromCache, startedAt, respondedAt, responseHeaders } of answers) {
    const date = Date.parse(headerOf(responseHeaders, 'date') ?? '')
    // An answer from a cache on the way bears the date of the server behind it.
    if (!sent || fromCache || headerOf(responseHeaders, 'age') !== undefined) continue
    if (!Number.isFinite(date) || !Number.isFinite(respondedAt)) continue
    const known = bounds.get(hostOf(url)) ?? { least: -Infinity, most: Infinity }
    known.least = Math.max(known.least, startedAt - date - 1000)
    known.most = Math.min(known.most, respondedAt - date)
    bounds.set(hostOf(url), known)
  }
  const skews = [...bounds.values()].filter(({ least, most }) => least <= most)
    .map(({ least, most }) => ({ skewMs: Math.round((least + most) / 2), withinMs: Math.ceil((most - least) / 2) }))
    .sort((one, other) => one.skewMs - other.skewMs)
  const median = skews[Math.floor(skews.length / 2)]
  return median === undefined ? null : { ...median, servers: skews.length }
}
