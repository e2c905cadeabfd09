/** The JSON in a bundle. Whoever packed it may have written anything. */
import { constants } from 'node:buffer'
import { TattleError } from '../errors.js'
import type { Report } from '../model.js'
import { isObject, memberOf } from '../shapes.js'
import type { Bag } from './bag.js'
import { PATHS } from './manifest.js'

/** An honest file that is longer than one text can be. */
class TooLong extends TattleError {}

/** Of a check that met an error: open where nothing is wrong with the bundle. */
export function holdsDespite(error: unknown): false | null {
  return error instanceof TooLong ? null : false
}

/** Undefined where there is no such file. Throws `bundle-unreadable` where it holds no JSON, or is too long to be read whole. */
export function readJson(bag: Bag, name: string, limit?: number): unknown {
  if (!bag.names.includes(name)) return undefined
  const size = bag.sizeOf(name) ?? 0
  if (limit !== undefined && size > limit) {
    throw new TooLong('bundle-unreadable', `${name} in the bundle is too long to be read whole (${size} bytes, and ${limit} can be): make bundles of fewer captures.`)
  }
  try {
    return JSON.parse(bag.read(name, limit)?.toString('utf8') ?? '')
  } catch (cause) {
    throw new TattleError('bundle-unreadable', `${name} in the bundle is no JSON that can be read; "tattle evidence verify" says more.`, { cause })
  }
}

/** As much of it as is there. Throws `bundle-unreadable` where it is of another shape than tattle's. */
export function readReport(bag: Bag, longest = constants.MAX_STRING_LENGTH): Partial<Report> {
  const json = readJson(bag, PATHS.report, longest) ?? {}
  const lists = { captures: isCapture, findings: isFinding, runs: isRun, diagnostics: isDiagnostic }
  const wrong = !isObject(json) ? 'all of it' : Object.entries(lists).find(([name, test]) => !areAll(memberOf(json, name) ?? [], test))?.[0]
  if (wrong === undefined) return json as Partial<Report>
  throw new TattleError('bundle-unreadable', `${PATHS.report} in the bundle is no report of tattle's (${wrong}); "tattle evidence verify" says more.`)
}

function areAll(value: unknown, test: (one: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(test)
}

export function hasTexts(value: unknown, ...names: readonly string[]): boolean {
  return names.every((name) => typeof memberOf(value, name) === 'string')
}

function isCapture(capture: unknown): boolean {
  const analysis = memberOf(capture, 'analysis')
  const control = memberOf(analysis, 'control') ?? null
  return hasTexts(capture, 'captureId', 'harSha256', 'target') && areTexts(memberOf(capture, 'firstParty')) && hasTexts(analysis, 'rulesDigest') &&
    areAll(memberOf(analysis, 'lists') ?? [], (list) => hasTexts(list, 'name', 'sha256', 'category')) &&
    (control === null || areTexts(memberOf(control, 'captureIds')) && typeof memberOf(control, 'dropped') === 'number')
}

function isFinding(finding: unknown): boolean {
  return areAll(memberOf(finding, 'leaks'), (leak) => hasTexts(leak, 'captureId', 'kind', 'recipientDomain', 'url', 'matchSource', 'rule', 'pointer', 'excerpt') &&
    ['entry', 'startByte', 'endByte'].every((name) => typeof memberOf(leak, name) === 'number'))
}

function isRun(run: unknown): boolean {
  return hasTexts(run, 'command')
}

function isDiagnostic(one: unknown): boolean {
  return hasTexts(one, 'code', 'message')
}

function areTexts(value: unknown): boolean {
  return areAll(value, (one) => typeof one === 'string')
}
