/**
 * `tattle.config.ts`, `.js`, `.mjs`, `.yaml`, `.yml` or `.json`: what a team has decided about its site. Every mistake in
 * it is one sentence with file, line and column; config.schema.json says the same to editors.
 */
import { existsSync, readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { extname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isDay } from '../check/baseline.js'
import { NO_POLICY, THRESHOLDS, whyNoKind, whyNoRecipient, type AllowRule, type Policy, type Threshold } from '../check/policy.js'
import { RETENTIONS, type Retention } from '../capture/manifest.js'
import { isDomainName } from '../domain-name.js'
import { TattleError, toMessage } from '../errors.js'
import { CONSENT_STATES, type ConsentState } from '../model.js'
import { shownPath } from '../paths.js'
import { isNear, isObject } from '../shapes.js'
import type { Path, Source } from './source.js'

/** What a configuration written in TypeScript or JavaScript exports as its default. */
export interface UserConfig {
  /** Domains that belong to the audited site. */
  readonly firstParty?: readonly string[]
  /** Path of a persona, relative to the configuration. */
  readonly persona?: string
  /** The visitor's own addresses. */
  readonly clientIps?: readonly string[]
  /** Who makes the captures, and on which machine: words for the record. */
  readonly operator?: string
  readonly machine?: string
  /** Filter lists in EasyList's syntax, `[category=]FILE` each, relative to the configuration. */
  readonly filterLists?: readonly string[]
  /** How grave a finding must be to fail a check; by consent state where that matters. */
  readonly failOn?: Threshold | { readonly [State in ConsentState | 'default']?: Threshold }
  readonly allow?: readonly Omit<AllowRule, 'place'>[]
  /** Scenarios that a run must have captured, with their consent states. */
  readonly scenarios?: Readonly<Record<string, { readonly consent: readonly ConsentState[] }>>
  readonly baseline?: { readonly folder?: string; readonly expireDays?: number }
  /**
   * What a suite keeps of its captures. `retain`: the originals of those that leaked or broke (`on-leak`), of all, or of
   * none. `raw`: in CI, too, values are not masked and originals are handed on. `originals`: the same for audit and
   * record, whose captures stay in any case; absent: always.
   */
  readonly capture?: { readonly retain?: Retention; readonly raw?: boolean; readonly originals?: Retention }
}

export interface Config {
  /** Relative to the working directory; null where there is none. */
  readonly file: string | null
  readonly firstParty: readonly string[] | undefined
  readonly persona: string | undefined
  readonly clientIps: readonly string[] | undefined
  readonly filterLists: readonly string[] | undefined
  readonly operator: string | undefined
  readonly machine: string | undefined
  readonly policy: Policy
  readonly baselineFolder: string
  readonly capture: { readonly retain: Retention; readonly raw: boolean; readonly originals: Retention }
}

/** Gives an editor the types. */
export function defineConfig(config: UserConfig): UserConfig {
  return config
}

const CONFIG_NAMES: readonly string[] =
  ['ts', 'mts', 'js', 'mjs', 'yaml', 'yml', 'json'].map((extension) => `tattle.config.${extension}`)

const DEFAULT_BASELINE = 'reports/baseline'

/** What holds where nothing is said. */
export const NO_CONFIG: Config = {
  file: null, firstParty: undefined, persona: undefined, clientIps: undefined, filterLists: undefined, operator: undefined,
  machine: undefined, policy: NO_POLICY, baselineFolder: DEFAULT_BASELINE, capture: { retain: 'on-leak', raw: false, originals: 'always' },
}

/** The configuration that lies in a folder, or undefined. */
export function configIn(folder: string): string | undefined {
  return CONFIG_NAMES.map((name) => resolve(folder, name)).find((path) => existsSync(path))
}

/**
 * The configuration that is named, else the one that lies in `folder`, else none. `load` imports code. Throws
 * `config-invalid`, and `usage` where the named file is not there.
 */
export async function readConfig(
  named: string | undefined, load: (file: string) => Promise<unknown>, folder: string = process.cwd(),
): Promise<Config> {
  const file = named === undefined ? configIn(folder) : resolve(folder, named)
  if (file === undefined) return NO_CONFIG
  const shown = shownPath(file, folder)
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (cause) {
    throw new TattleError('usage', `The configuration ${shown} cannot be read (${toMessage(cause)}); --config takes the ` +
      'path of a file.', { cause })
  }
  const { codeSource, yamlSource } = await import('./source.js')
  const isData = ['.yaml', '.yml', '.json'].includes(extname(file))
  const source = isData ? yamlSource(shown, text) : codeSource(shown, text, await loaded(file, shown, load))
  const config = toConfig(source)
  const beside = (path: string, ...place: Path): string => {
    const whole = resolve(file, '..', path)
    if (!existsSync(whole)) throw wrong(source, place, `there is no file ${path} beside the configuration`)
    return whole
  }
  return {
    ...config,
    persona: config.persona === undefined ? undefined : beside(config.persona, 'persona'),
    filterLists: config.filterLists?.map((list, at) => {
      const [, category = '', path = list] = /^([a-z-]+=)?(.+)$/s.exec(list) ?? []
      return category + beside(path, 'filterLists', at)
    }),
  }
}

async function loaded(file: string, shown: string, load: (file: string) => Promise<unknown>): Promise<unknown> {
  let module: unknown
  try {
    module = await load(file)
  } catch (cause) {
    const said = toMessage(cause).split('\n', 1)[0] ?? ''
    const stack = (cause instanceof Error ? cause.stack : undefined)?.split('\n') ?? []
    const line = stack.find((one) => one !== said && (one.includes(file) || one.includes(pathToFileURL(file).href)))
    // A mistake of syntax is told at the end of the message: `FILE: Unexpected token (4:2)`.
    const [, syntaxLine, before = 0] = / \((\d+):(\d+)\)$/.exec(said) ?? [] // the columns before it
    // Node underlines it instead of telling the column.
    const underlined = (stack.find((one) => /^ *\^+$/.test(one))?.indexOf('^') ?? 0) + 1
    const [, stackLine = 1, stackColumn = underlined] = /:(\d+)(?::(\d+))?\)?$/.exec(line ?? '') ?? []
    const where = syntaxLine === undefined ? `${stackLine}:${stackColumn}` : `${syntaxLine}:${Number(before) + 1}`
    const what = said.replace(`${file}: `, '').replace(/ \(\d+:\d+\)$/, '').replace(/\.$/, '')
    throw new TattleError('config-invalid', `${shown}:${where}: the configuration does not load: ${what}.`, { cause })
  }
  const exported = isObject(module) ? module['default'] ?? null : null
  if (exported !== null) return exported
  throw new TattleError('config-invalid', `${shown}:1:1: the configuration has no default export; ` +
    'write "export default { … }", or leave the file out.')
}

/** Checks what was read. Throws `config-invalid`. */
function toConfig(source: Source): Config {
  const root = source.value
  if (root === null || root === undefined) return { ...NO_CONFIG, file: source.file }
  const fields = fieldsOf(source, [], root, [
    '$schema', 'firstParty', 'persona', 'clientIps', 'filterLists', 'operator', 'machine', 'failOn', 'allow', 'scenarios', 'baseline', 'capture',
  ])
  const baseline = fieldsOf(source, ['baseline'], fields['baseline'] ?? {}, ['folder', 'expireDays'])
  const capture = fieldsOf(source, ['capture'], fields['capture'] ?? {}, ['retain', 'raw', 'originals'])
  const { failOn, failOnIn } = thresholds(source, fields['failOn'])
  return {
    file: source.file,
    firstParty: optional(fields['firstParty'], (value) => texts(source, ['firstParty'], value, whyNoDomain)),
    persona: optional(fields['persona'], (value) => text(source, ['persona'], value)),
    clientIps: optional(fields['clientIps'], (value) => texts(source, ['clientIps'], value, whyNoAddress)),
    filterLists: optional(fields['filterLists'], (value) => texts(source, ['filterLists'], value)),
    operator: optional(fields['operator'], (value) => text(source, ['operator'], value)),
    machine: optional(fields['machine'], (value) => text(source, ['machine'], value)),
    policy: {
      allow: listOf(source, ['allow'], fields['allow'] ?? []).map((rule, at) => toRule(source, ['allow', at], rule)),
      ...(failOn === undefined ? {} : { failOn }),
      failOnIn,
      scenarios: toScenarios(source, fields['scenarios'] ?? {}),
      expireDays: optional(baseline['expireDays'], (value) => days(source, value)) ?? NO_POLICY.expireDays,
    },
    baselineFolder: optional(baseline['folder'], (value) => text(source, ['baseline', 'folder'], value)) ?? DEFAULT_BASELINE,
    capture: {
      retain: optional(capture['retain'], (value) => toRetain(source, 'retain', value)) ?? NO_CONFIG.capture.retain,
      raw: optional(capture['raw'], (value) => yesOrNo(source, ['capture', 'raw'], value)) ?? false,
      originals: optional(capture['originals'], (value) => toRetain(source, 'originals', value)) ?? NO_CONFIG.capture.originals,
    },
  }
}

function toRetain(source: Source, name: 'retain' | 'originals', value: unknown): Retention {
  const known = RETENTIONS.find((one) => one === value)
  if (known !== undefined) return known
  throw wrong(source, ['capture', name], `"${name}" must be one of ${RETENTIONS.join(', ')}, and this is ${shown(value)}`)
}

function yesOrNo(source: Source, path: Path, value: unknown): boolean {
  if (typeof value === 'boolean') return value
  throw wrong(source, path, `"${String(path.at(-1))}" must be true or false`)
}

function toRule(source: Source, path: Path, value: unknown): AllowRule {
  const fields = fieldsOf(source, path, value, ['recipients', 'kinds', 'consent', 'scenarios', 'reason', 'by', 'until'])
  const why = { reason: 'says why', by: 'says who decided', until: 'says until when' }
  for (const [name, does] of Object.entries(why)) {
    if (fields[name] === undefined) throw wrong(source, path, `an entry of "allow" needs "${name}", which ${does}`)
  }
  const kinds = texts(source, [...path, 'kinds'], fields['kinds'])
  for (const [at, kind] of kinds.entries()) {
    const why = whyNoKind(kind)
    if (why !== null) throw wrong(source, [...path, 'kinds', at], why)
  }
  const day = fields['until']
  const until = day instanceof Date && !Number.isNaN(day.getTime()) ? day.toISOString().slice(0, 10) : day
  if (!isDay(until)) throw wrong(source, [...path, 'until'], '"until" must be a day such as 2027-03-31')
  return {
    recipients: texts(source, [...path, 'recipients'], fields['recipients'], whyNoRecipient),
    kinds,
    ...(fields['consent'] === undefined ? {} : { consent: states(source, [...path, 'consent'], fields['consent']) }),
    ...(fields['scenarios'] === undefined ? {} : { scenarios: texts(source, [...path, 'scenarios'], fields['scenarios']) }),
    reason: text(source, [...path, 'reason'], fields['reason']),
    by: text(source, [...path, 'by'], fields['by']),
    until,
    place: source.place(path),
  }
}

function thresholds(source: Source, value: unknown): { failOn?: Threshold; failOnIn: Policy['failOnIn'] } {
  if (value === undefined) return { failOnIn: {} }
  if (!isObject(value)) return { failOn: threshold(source, ['failOn'], value), failOnIn: {} }
  const { default: rest, ...by } = fieldsOf(source, ['failOn'], value, ['default', ...CONSENT_STATES])
  const failOnIn = Object.fromEntries(Object.entries(by).map(([state, one]) => [state, threshold(source, ['failOn', state], one)]))
  return { ...(rest === undefined ? {} : { failOn: threshold(source, ['failOn', 'default'], rest) }), failOnIn }
}

function threshold(source: Source, path: Path, value: unknown): Threshold {
  const known = THRESHOLDS.find((one) => one === value)
  if (known !== undefined) return known
  throw wrong(source, path, `${shown(value)} is no severity; they are ${THRESHOLDS.join(', ')}`)
}

function toScenarios(source: Source, value: unknown): Policy['scenarios'] {
  if (!isObject(value)) throw wrong(source, ['scenarios'], '"scenarios" must be an object of name → { consent: [ … ] }')
  return Object.fromEntries(Object.entries(value).map(([name, one]) => {
    const { consent } = fieldsOf(source, ['scenarios', name], one, ['consent'])
    return [name, states(source, ['scenarios', name, 'consent'], consent)]
  }))
}

function states(source: Source, path: Path, value: unknown): ConsentState[] {
  return texts(source, path, value).map((state, at) => {
    if ((CONSENT_STATES as readonly string[]).includes(state)) return state as ConsentState
    throw wrong(source, [...path, at], `"${state}" is no consent state; they are ${CONSENT_STATES.join(', ')}`)
  })
}

function days(source: Source, value: unknown): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 3650) return value
  throw wrong(source, ['baseline', 'expireDays'], '"expireDays" must be a whole number from 1 to 3650')
}

/** `whyNot`: a sentence for a text that cannot be meant, else null. */
function texts(
  source: Source, path: Path, value: unknown, whyNot: (text: string) => string | null = () => null,
): string[] {
  const list = listOf(source, path, value)
  if (list.length === 0) throw wrong(source, path, `"${String(path.at(-1))}" names nothing`)
  return list.map((one, at) => {
    const said = text(source, [...path, at], one)
    const why = whyNot(said)
    if (why !== null) throw wrong(source, [...path, at], why)
    return said
  })
}

function whyNoDomain(name: string): string | null {
  return isDomainName(name) ? null : `"${name}" is no domain; write it without scheme, port, path and wildcards, as in "klinik.example"`
}

function whyNoAddress(text: string): string | null {
  return isIP(text) > 0 ? null : `"${text}" is no IP address`
}

function listOf(source: Source, path: Path, value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  throw wrong(source, path, `"${String(path.at(-1))}" must be a list`)
}

function text(source: Source, path: Path, value: unknown): string {
  if (typeof value === 'string' && value.trim() !== '') return value
  const name = [...path].reverse().find((key) => typeof key === 'string') ?? ''
  throw wrong(source, path, `"${name}" must be a text that is not empty, and this is ${shown(value)}`)
}

function fieldsOf(source: Source, path: Path, value: unknown, known: readonly string[]): Readonly<Record<string, unknown>> {
  if (!isObject(value)) {
    const what = path.length === 0 ? 'the configuration' : `"${path.join('.')}"`
    throw wrong(source, path, `${what} must be an object with ${known.join(', ')}`)
  }
  const unknown = Object.keys(value).find((name) => !known.includes(name))
  if (unknown === undefined) return value
  const close = known.find((name) => isNear(name, unknown))
  throw wrong(source, [...path, unknown], `"${unknown}" means nothing here; ` +
    (close === undefined ? `there are ${known.join(', ')}` : `did you mean "${close}"?`))
}

function wrong(source: Source, path: Path, what: string): TattleError {
  return new TattleError('config-invalid', `${source.place(path)}: ${what}${what.endsWith('?') ? '' : '.'}`)
}

function shown(value: unknown): string {
  return typeof value === 'string' ? `"${value}"` : value === undefined ? 'missing' : JSON.stringify(value) ?? typeof value
}

function optional<T>(value: unknown, read: (value: unknown) => T): T | undefined {
  return value === undefined || value === null ? undefined : read(value)
}
