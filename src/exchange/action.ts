/** What the scenario did when a request started, as the derived HAR says it. */
import type { Action } from '../model.js'

const LONGEST = 500

/** Undefined where the entry, or the message of a WebSocket, does not say. */
export function actionOf(value: unknown): Action | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { title, location } = value as { readonly title?: unknown; readonly location?: unknown }
  if (typeof title !== 'string' || title === '') return undefined
  return { title: title.slice(0, LONGEST), location: typeof location === 'string' ? location.slice(0, LONGEST) : null }
}
