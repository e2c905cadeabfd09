/** What set off each entry: the script or document that asked, and the action of the scenario. */
import type { HarEntry } from '../har/types.js'
import type { Action } from '../model.js'
import { methodOf, timeOf, urlOf } from './har-entry.js'
import { joinRequests } from './join.js'
import type { Initiator } from './watch.js'

/** An action of the scenario with its times, in wall milliseconds. */
export interface TimedAction extends Action {
  readonly begun: number
  /** Undefined where it never ended. */
  readonly ended?: number | undefined
  /** It reads more than it acts (`evaluate`): what is sent after its end is not its doing. */
  readonly passes?: boolean
}

export interface Causes {
  /**
   * The entry with the action that it began under; messages that a WebSocket sent with that of their own time. What had
   * redirects or a preflight before it was caused when its page asked for it, and what a page sends as it is left when that
   * was left, in wall milliseconds: `causedAt`.
   */
  of(entry: HarEntry, startedAt: number, causedAt?: number): HarEntry
}

/**
 * An entry's action is the one that was running when it started, of several the one that began last; where none was
 * running, the one that had begun last. Where a page acts late by itself that is an estimate.
 */
export function createCauses(actions: readonly TimedAction[]): Causes {
  const inOrder = [...actions].sort((one, other) => one.begun - other.begun)
  const at = (time: number): Action | undefined => {
    let last: TimedAction | undefined
    for (const each of inOrder) {
      if (each.begun > time) break
      const runs = each.ended === undefined || each.ended >= time
      const ran = last !== undefined && (last.ended === undefined || last.ended >= time)
      if (runs || (!ran && each.passes !== true)) last = each
    }
    return last === undefined ? undefined : { title: last.title, location: last.location }
  }
  const withAction = (message: unknown): unknown => {
    if (typeof message !== 'object' || message === null) return message
    const { type, time } = message as { readonly type?: unknown, readonly time?: unknown }
    const action = type === 'send' && typeof time === 'number' ? at(time * 1000) : undefined
    return action === undefined ? message : { ...message, _action: action }
  }
  return {
    of(entry, startedAt, causedAt) {
      if (inOrder.length === 0 || entry._ofBrowser === true) return entry
      const action = at(causedAt ?? startedAt)
      const messages = entry._webSocketMessages
      return {
        ...entry,
        ...causedAt === undefined ? {} : { _causedAt: new Date(causedAt).toISOString() },
        ...action === undefined ? {} : { _action: action },
        ...Array.isArray(messages) ? { _webSocketMessages: messages.map(withAction) } : {},
      }
    },
  }
}

/** By URL, method and time, as the recordings themselves are joined. */
export function withInitiators(
  entries: readonly HarEntry[], initiators: readonly Initiator[],
): { readonly entries: readonly HarEntry[], readonly count: number } {
  const { pairs } = joinRequests(
    entries.map((entry) => ({ url: urlOf(entry), method: methodOf(entry), startedAt: timeOf(entry) })), initiators)
  return {
    count: pairs.size,
    entries: entries.map((entry, index) => {
      const heard = initiators[pairs.get(index) ?? -1]
      return heard === undefined ? entry : { ...entry, _initiator: heard.initiator }
    }),
  }
}
