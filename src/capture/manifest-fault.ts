/** Whether `capture.json` and the steps in it are of the shape that everybody takes them to be: they may come from anywhere. */
import { CONSENT_STATES } from '../model.js'
import { isObject, listOf, memberOf, valueAt } from '../shapes.js'

type Test = (value: unknown) => boolean

const isText: Test = (value) => typeof value === 'string'
const isTextOrNull: Test = (value) => value === null || isText(value)
const isCount: Test = (value) => typeof value === 'number'
const isOneOf = (...known: readonly unknown[]): Test => (value) => known.includes(value)
const isListOf = (test: Test): Test => (value) => Array.isArray(value) && value.every(test)
const has = (...names: readonly string[]): Test => (value) => names.every((name) => isText(memberOf(value, name)))
const isDigest: Test = (value) => has('name', 'sha256')(value) && isCount(memberOf(value, 'bytes'))
export const isPersona: Test = (value) => has('id', 'locale')(value) && isObject(memberOf(value, 'values')) &&
  Object.values(memberOf(value, 'values') as object).every(isListOf(isText))
const orAbsent = (test: Test): Test => (value) => value === undefined || value === null || test(value)

/** JSON pointer → what must stand there, and what that is called. */
const MANIFEST: readonly (readonly [pointer: string, test: Test, called: string])[] = [
  ...['/captureId', '/tattleVersion', '/scenario/name', '/startedAt', '/endedAt', '/browser/name', '/browser/version']
    .map((pointer) => [pointer, isText, 'a text'] as const),
  ...['/baseUrl', '/scenario/file', '/scenario/sha256'].map((pointer) => [pointer, isTextOrNull, 'a text or null'] as const),
  ...['/firstParty', '/clientIps', '/coverageReasons', '/blindSpots', '/unexplained']
    .map((pointer) => [pointer, isListOf(isText), 'a list of texts'] as const),
  ...['/counts/har', '/counts/netlog', '/counts/explained'].map((pointer) => [pointer, isCount, 'a number'] as const),
  ['/target', isOneOf('live', 'stand-in'), 'live or stand-in'],
  ['/coverage', isOneOf('full', 'limited', 'broken'), 'full, limited or broken'],
  ['/consent/asked', isOneOf(...CONSENT_STATES, null), `${CONSENT_STATES.join(', ')} or null`],
  ['/consent/timeline', isListOf(has('at', 'state')), 'a list of times and states'],
  ['/persona', orAbsent(isPersona), 'a persona or null'],
  ['/conditions', isObject, 'an object'],
  ['/deviations', isListOf(has('what', 'effect')), 'a list of what and effect'],
  ['/originals', isListOf(isDigest), 'a list of names, sizes and digests'],
  ['/sha256', orAbsent(isText), 'a text'],
  ['/enclosed', orAbsent(isListOf(isDigest)), 'a list of names, sizes and digests'],
]

const DEEPEST = 100

function isDeeper(value: unknown, most: number): boolean {
  return typeof value === 'object' && value !== null && (most === 0 || Object.values(value).some((one) => isDeeper(one, most - 1)))
}

/** What is wrong with it, to follow "because"; null where nothing is. */
export function manifestFault(json: unknown): string | null {
  if (isDeeper(json, DEEPEST)) return 'its capture.json is nested too deeply'
  const wrong = MANIFEST.find(([pointer, test]) => !test(valueAt(json, pointer)))
  return wrong === undefined ? null : `${wrong[0]} in its capture.json is not ${wrong[2]}`
}

const isStep: Test = (step) => has('title', 'category', 'startedAt')(step) &&
  ['endedAt', 'location', 'error'].every((name) => isTextOrNull(memberOf(step, name)))

/** The same of the steps. */
export function stepsFault(json: unknown): string | null {
  const at = listOf(json).findIndex((step) => !isStep(step))
  if (!Array.isArray(json)) return 'its steps are no list'
  return at < 0 ? null : `its step ${at + 1} lacks a title, a category or a time`
}
