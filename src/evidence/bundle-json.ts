/** The JSON in a bundle. Whoever packed it may have written anything. */
import { constants } from 'node:buffer'
import { TattleError } from '../errors.js'
import { createMemberSplitter } from '../har/members.js'
import type { Report, ReportFinding } from '../model.js'
import { isObject, memberOf } from '../shapes.js'
import { readBytes, writeBytes } from '../temporary.js'
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
  const wrong = !isObject(json) ? 'all of it' : Object.entries(LISTS).find(([name, test]) => !areAll(memberOf(json, name) ?? [], test))?.[0]
  if (wrong === undefined) return json as Partial<Report>
  throw noReport(wrong)
}

/** A report whose findings are read one after the other, as often as they are asked for: an archive's are larger than memory. */
export interface ReportOnDisk extends Omit<Partial<Report>, 'findings'> {
  readonly findings: Iterable<ReportFinding>
}

/** The same, with its findings in the nameless file. Throws as `readReport`. */
export async function readReportTo(file: number, bag: Bag, longest = constants.MAX_STRING_LENGTH): Promise<ReportOnDisk> {
  const members = new Map<string, unknown>()
  const ends: number[] = []
  const splitter = createMemberSplitter(new Set(Object.keys(LISTS)), longest, (name, bytes, isElement) => {
    const value: unknown = JSON.parse(bytes.toString('utf8'))
    if (!isElement) members.set(name, value)
    else if (LISTS[name]?.(value) !== true) throw noReport(name)
    else if (name === 'findings') ends.push((ends.at(-1) ?? 0) + writeBytes(file, bytes, ends.at(-1) ?? 0))
    else (members.get(name) as unknown[]).push(value)
  })
  try {
    const chunks = bag.chunks(PATHS.report)
    for await (const chunk of chunks ?? []) splitter.push(chunk)
    if (chunks !== undefined) splitter.end()
  } catch (cause) {
    if (cause instanceof RangeError) throw new TooLong('bundle-unreadable', `A part of ${PATHS.report} in the bundle is too long to be read whole (more than ${longest} bytes): make bundles of fewer captures.`, { cause })
    if (!(cause instanceof SyntaxError)) throw cause
    throw new TattleError('bundle-unreadable', `${PATHS.report} in the bundle is no JSON that can be read; "tattle evidence verify" says more.`, { cause })
  }
  const findings = function* (): Generator<ReportFinding> {
    for (const [at, end] of ends.entries()) yield JSON.parse(textIn(file, at === 0 ? 0 : ends[at - 1]!, end)) as ReportFinding
  }
  return { ...Object.fromEntries(members) as Partial<Report>, findings: { [Symbol.iterator]: findings } }
}

function textIn(file: number, from: number, to: number): string {
  return Buffer.concat(Array.from(readBytes(file, from, to), (piece) => Buffer.from(piece))).toString('utf8')
}

function noReport(wrong: string): TattleError {
  return new TattleError('bundle-unreadable', `${PATHS.report} in the bundle is no report of tattle's (${wrong}); "tattle evidence verify" says more.`)
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

/** The shape of each member that is a list. */
const LISTS: Readonly<Record<string, (value: unknown) => boolean>> = { captures: isCapture, findings: isFinding, runs: isRun, diagnostics: isDiagnostic }

function isRun(run: unknown): boolean {
  return hasTexts(run, 'command')
}

function isDiagnostic(one: unknown): boolean {
  return hasTexts(one, 'code', 'message')
}

function areTexts(value: unknown): boolean {
  return areAll(value, (one) => typeof one === 'string')
}
