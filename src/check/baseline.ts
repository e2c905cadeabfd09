/**
 * A baseline: what a scenario leaked when somebody looked at it and went on, one committed file a scenario. Each finding
 * stands on one line, so that a change of it is a change of one line; values are not in it.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { TattleError, toMessage } from '../errors.js'
import { makeFolder } from '../folder.js'
import {
  SEVERITIES, type ConsentState, type Coverage, type Kind, type Part, type Severity, type Target,
} from '../model.js'
import { isObject } from '../shapes.js'

const COVERAGES: readonly Coverage[] = ['full', 'limited']

export interface BaselineEntry {
  readonly fingerprint: string
  readonly severity: Severity
  readonly kind: Kind
  readonly recipient: string
  readonly part: Part
  readonly field: string
  /** `2 of 3` where it was not in every capture. */
  readonly seen?: string
  /** Last day, `YYYY-MM-DD`, on which it counts as known. */
  readonly until: string
}

/** What stands of one consent state. */
export interface BaselineState {
  readonly rules: string
  readonly coverage: Coverage
  /** Digests of what its captures could not see, sorted (`keptSpotsOf`). Absent in baselines of earlier versions. */
  readonly blindSpots?: readonly string[]
  readonly captures: readonly string[]
  /** Registrable domains of the third parties that were contacted. */
  readonly contacted: readonly string[]
  readonly entries: readonly BaselineEntry[]
}

export interface Baseline {
  readonly schema: 1
  readonly scenario: string
  readonly target: Target
  readonly site: string
  readonly persona: string | null
  /** By consent state; `imported` for what was asked for none: HARs, and what was recorded by hand. */
  readonly states: Readonly<Record<string, BaselineState>>
}

/** The rules under which baselines were made: digest of all → digest of each. */
export type KnownRules = ReadonlyMap<string, Readonly<Record<string, string>>>

export function stateKey(consent: ConsentState | null): string {
  return consent ?? 'imported'
}

/** `reports/baseline/booking.de.json`; what no file system takes is replaced, and told apart by a digest. */
export function baselineFile(folder: string, scenario: string): string {
  const name = scenario.normalize('NFC')
  const safe = name.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[.-]+|[.-]+$/g, '').slice(0, 80)
  // Windows keeps these names for itself, whatever follows their first dot.
  const reserved = /^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])?(\.|$)/i.test(safe)
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 8)
  if (safe === name && !reserved) return join(folder, `${safe}.json`)
  return join(folder, `${[reserved ? safe.replaceAll('.', '-') : safe, digest].filter(Boolean).join('-')}.json`)
}

/**
 * The baseline of a scenario, or null where there is none yet. Throws `baseline-mismatch` where the file is no baseline
 * or one of another scenario, and `usage` where the folder is none.
 */
export function readBaseline(folder: string, scenario: string): Baseline | null {
  const file = baselineFile(folder, scenario)
  if (existsSync(folder) && !statSync(folder).isDirectory()) {
    throw new TattleError('usage', `${folder} is no folder; --baseline names the one in which the baselines are.`)
  }
  if (!existsSync(file)) return null
  let json: unknown
  try {
    json = JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw refuse(file, `cannot be read (${toMessage(cause)})`, cause)
  }
  if (isObject(json) && Number(json['schema']) > 1) {
    throw new TattleError('baseline-mismatch',
      `The baseline ${file} is of a newer tattle: its schema is ${String(json['schema'])}, and this one knows 1; install the version that wrote it.`)
  }
  const baseline = toBaseline(json)
  if (typeof baseline === 'string') throw refuse(file, `is no baseline: ${baseline}`)
  if (baseline.scenario !== scenario) {
    throw refuse(file, `is of the scenario "${baseline.scenario}", not of "${scenario}"`)
  }
  return baseline
}

/** All that the folder has; what is no baseline is left out, and refused when its scenario is asked for. */
export function readBaselines(folder: string): Baseline[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return []
  return readdirSync(folder).filter((name) => name.endsWith('.json')).flatMap((name) => {
    try {
      const baseline = toBaseline(JSON.parse(readFileSync(join(folder, name), 'utf8')))
      return typeof baseline !== 'string' && baselineFile(folder, baseline.scenario) === join(folder, name) ? [baseline] : []
    } catch {
      return []
    }
  })
}

function refuse(file: string, what: string, cause?: unknown): TattleError {
  return new TattleError('baseline-mismatch',
    `The baseline ${file} ${what}; restore it, or write a new one with --update-baseline after removing it.`, { cause })
}

/** The baseline, or what is wrong with it. */
function toBaseline(json: unknown): Baseline | string {
  if (!isObject(json)) return 'it is no JSON object'
  if (json['schema'] !== 1) return `its schema is ${String(json['schema'])}, and this tattle knows 1`
  for (const name of ['scenario', 'site', 'target']) {
    if (typeof json[name] !== 'string') return `"${name}" is no text`
  }
  if (!isObject(json['states'])) return '"states" is no object'
  for (const [name, state] of Object.entries(json['states'])) {
    if (!isObject(state) || !Array.isArray(state['entries']) || typeof state['rules'] !== 'string') {
      return `the state "${name}" needs "rules" and a list of "entries"`
    }
    if (!COVERAGES.includes(state['coverage'] as Coverage)) return `the state "${name}" has no coverage of ${COVERAGES.join(', ')}`
    const list = ['captures', 'contacted', 'blindSpots'].find((one) => !isTexts(state[one] ?? (one === 'blindSpots' ? [] : null)))
    if (list !== undefined) return `"${list}" of the state "${name}" is no list of texts`
    for (const [at, entry] of (state['entries'] as unknown[]).entries()) {
      const isWhole = isObject(entry) && /^[0-9a-f]{64}$/.test(String(entry['fingerprint'])) &&
        SEVERITIES.includes(entry['severity'] as Severity) && isDay(entry['until']) &&
        isTexts([entry['kind'], entry['recipient'], entry['part'], entry['field'], entry['seen'] ?? ''])
      if (!isWhole) return `entry ${at + 1} of "${name}" lacks a fingerprint, a severity, a day in "until", or what was sent to whom`
    }
  }
  return json as unknown as Baseline
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}

export function isDay(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)) &&
    new Date(value).toISOString().startsWith(value)
}

/** Writes the baseline where it belongs and returns the file. Throws `output-unwritable`. */
export function writeBaseline(folder: string, baseline: Baseline): string {
  const file = baselineFile(folder, baseline.scenario)
  write(file, folder, toText(baseline))
  return file
}

function write(file: string, folder: string, text: string): void {
  const unfinished = `${file}.${process.pid}.part`
  try {
    makeFolder(folder)
    writeFileSync(unfinished, text)
    renameSync(unfinished, file)
  } catch (cause) {
    throw new TattleError('output-unwritable',
      `The baseline cannot be written to ${file} (${toMessage(cause)}); name another folder with --baseline.`, { cause })
  }
}

/** In one order, one entry a line. */
export function toText({ states, ...head }: Baseline): string {
  const keys = Object.keys(states).sort()
  const stateText = (key: string): string => {
    const { entries, ...rest } = states[key] as BaselineState
    const lines = sorted(entries).map((entry) => `\n        ${JSON.stringify(entry)}`)
    const headLines = Object.entries(rest).map(([name, value]) => `      ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`)
    return `    ${JSON.stringify(key)}: {\n${headLines.join('')}` +
      `      "entries": [${lines.join(',')}${lines.length > 0 ? '\n      ' : ''}]\n    }`
  }
  const headLines = Object.entries(head).map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`)
  return `{\n${headLines.join('')}  "states": {\n${keys.map(stateText).join(',\n')}\n  }\n}\n`
}

export function sorted(entries: readonly BaselineEntry[]): BaselineEntry[] {
  const keyOf = ({ recipient, kind, part, field, fingerprint }: BaselineEntry): string =>
    [recipient, kind, part, field, fingerprint].join('\u0000')
  return [...entries].sort((a, b) => keyOf(a) < keyOf(b) ? -1 : 1)
}

// ── The rules that baselines were made under: one small file for each version of them, beside the baselines. ──

/** Those that are on record in the folder; what cannot be read is as if it were not there. */
export function readRules(folder: string): KnownRules {
  const known = new Map<string, Readonly<Record<string, string>>>()
  const place = join(folder, 'rules')
  for (const name of existsSync(place) ? readdirSync(place) : []) {
    if (!name.endsWith('.json')) continue
    try {
      const { digest, rules } = JSON.parse(readFileSync(join(place, name), 'utf8')) as Record<string, unknown>
      if (typeof digest === 'string' && isObject(rules)) known.set(digest, rules as Record<string, string>)
    } catch {
      continue // then a finding counts as new on the site, which is the safe side
    }
  }
  return known
}

export function writeRules(folder: string, digest: string, rules: Readonly<Record<string, string>>): void {
  const place = join(folder, 'rules')
  const file = join(place, `${digest.slice(0, 12)}.json`)
  if (!existsSync(file)) write(file, place, `${JSON.stringify({ digest, rules }, null, 1)}\n`)
}
