/**
 * What captures could not see of what others showed. A finding that they lack has not gone where one of their blind spots may
 * hide it.
 */
import { isUnreached, mayBeUnreached } from './exchange/unreached.js'
import { isUnsearched } from './unsearched.js'

/** A blind spot as it is compared: without the line of the test, which moves with whatever is written above it. */
export function comparable(spot: string): string {
  return spot.replace(/(?<=\.[a-z]{2,4}):\d+(?=\))/, '')
}

/**
 * Whether anything may stand behind a blind spot that captures showed whose own are `known`: what was not searched may be any
 * request. Of whom a page could not reach it depends on the recipient: `hides`.
 */
export function hidesAnything(spot: string, isKnown: (comparable: string) => boolean): boolean {
  return !isUnreached(spot) && (isUnsearched(spot) || !isKnown(comparable(spot)))
}

/** Whether what those captures showed of a recipient may stand behind it. */
export function hides(spot: string, recipient: string, isKnown: (comparable: string) => boolean): boolean {
  return mayBeUnreached([spot], recipient) || hidesAnything(spot, isKnown)
}
