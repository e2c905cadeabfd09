/**
 * `tattle audit`: Playwright Test with our configuration and reporter, and what came of it.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { newId } from '../new-id.js'
import { findBrowser } from '../capture/browser.js'
import { toHostMapping } from '../capture/environment.js'
import { findLeftovers, finishLeftovers, recordersGone, writeOwners } from '../capture/leftovers.js'
import type { Retention } from '../capture/manifest.js'
import { requireOfPlaywright } from '../capture/playwright-package.js'
import { databaseFor, makeWritable } from '../commands/outcome.js'
import { TattleError, toMessage } from '../errors.js'
import { CONSENT_STATES, type Analysed, type CaptureRecord, type ConsentState, type Target } from '../model.js'
import { shownPath } from '../paths.js'
import type { Persona } from '../persona.js'
import { readFilterLists } from '../recipient/filter-lists.js'
import type { RunResult } from './reporter.js'
import { contextOptionsOf, type Emulation } from './emulation.js'
import { resolveScenarios } from './scenarios.js'
import { toSettings, type RunSettings } from './settings.js'

export interface AuditOptions extends Emulation {
  /** Names or files of scenarios, or one URL. Empty: all scenarios there are. */
  readonly scenarios: readonly string[]
  readonly baseUrl?: string
  /** Absent: all four. */
  readonly consent?: readonly ConsentState[]
  readonly repeat?: number
  /** Captures at the same time; absent: one, because the states of a scenario walk on the same host. */
  readonly workers?: number
  readonly persona?: Persona | null
  /** Walk each state a second time with other planted values, and hold the first against it. */
  readonly control?: boolean
  /** Who walks then; absent: the other values of the persona. */
  readonly controlPersona?: Persona
  readonly values?: RunSettings['values']
  readonly firstParty?: readonly string[]
  readonly clientIps?: readonly string[]
  /** `[category=]FILE` each. */
  readonly filterLists?: readonly string[]
  readonly label?: string
  readonly operator?: string
  readonly machine?: string
  readonly allowSideEffects?: readonly string[]
  readonly browser?: string
  readonly channel?: string
  readonly headed?: boolean
  /** Keep Playwright's trace with the originals of each capture. */
  readonly trace?: boolean
  readonly profile?: string
  readonly thirdPartyCookies?: 'allow' | 'block'
  /** `PATTERN=HOST[:PORT]` */
  readonly hostMap?: readonly string[]
  /** Absent: by host map and address. */
  readonly target?: Target
  /** Absent: by target. */
  readonly database?: string
  /** Which originals stay in their captures; absent: always. */
  readonly retention?: Retention
  /** Folder for captures; absent: reports/captures. */
  readonly captures?: string
  /** Of one test, in milliseconds. */
  readonly timeout?: number
  /** Print nothing: no progress, no messages. */
  readonly quiet?: boolean
}

export interface AuditResult {
  readonly runId: string
  /** 3 where a capture is broken or there is none, else 0; what findings make of it is the command's to say. */
  readonly exit: 0 | 3
  readonly databases: readonly string[]
  readonly analysed: readonly Analysed[]
  /** Captures of the control walk. */
  readonly controls: readonly CaptureRecord[]
  /** Tests that did not run to their end, and why. */
  readonly failures: RunResult['failures']
  readonly messages: readonly string[]
}

/**
 * Walks the scenarios in each consent state and returns what was found; captures and database are written by then.
 * Throws `usage`, `output-unwritable` and `browser-missing` before anything is started, `capture-failed` where Playwright
 * could not run, and `output-unwritable` where the captures lie there and no database could be written.
 */
export async function runAudit(options: AuditOptions): Promise<AuditResult> {
  const output = mkdtempSync(join(tmpdir(), 'tattle-run-'))
  try {
    const settings = settingsOf(options, output)
    findBrowser({ path: settings.browser, channel: settings.channel })
    makeWritable(settings.captures) // before anything is recorded that could then not be written
    if (settings.database !== null) databaseFor('live', settings.database)
    if (settings.profile !== null) makeWritable(settings.profile)
    const file = join(output, 'run.json')
    writeFileSync(file, JSON.stringify(settings), { mode: 0o600 })
    const captures = join(settings.captures, settings.runId ?? 'unfinished')
    const killed = [...await finishLeftovers(tmpdir(), captures)]
    const noise = await playwright(file, options.quiet ?? false, output)
    await recordersGone(output)
    killed.push(...await finishLeftovers(output, captures))
    if (!options.quiet) for (const sentence of killed) process.stderr.write(`tattle: ${sentence}\n`)
    const result = readResult(settings.result ?? '', noise)
    const analysed = result.analysed.map((path) => JSON.parse(readFileSync(path, 'utf8')) as Analysed)
    if (analysed.length > 0 && result.databases.length === 0) {
      const why = result.messages.at(-1) ?? 'The findings of this run could not be kept.'
      throw new TattleError('output-unwritable', `${why} The captures are in ${captures}; "tattle analyze" reads them.`)
    }
    // No test was begun: a scenario that cannot be loaded, or holds none.
    const isBegun = analysed.length > 0 || result.databases.length > 0 || result.failures.some(({ location }) => location !== '')
    if (!isBegun && result.failures.length > 0) throw new TattleError('capture-failed', `Playwright could not run the scenarios: ${reasonOf(result)}`)
    if (!options.quiet) say(result)
    const { runId, databases, failures, messages, controls } = result
    const whole = [...analysed.map(({ capture }) => capture), ...controls].every(({ coverage }) => coverage !== 'broken')
    return { runId, exit: whole && analysed.length > 0 ? 0 : 3, databases, analysed, controls, failures, messages }
  } finally {
    // What could not be finished stays for the next start, which tries again.
    if (findLeftovers(output).length === 0) discard(output)
  }
}

/** A browser that outlived its runner for a moment may still write there; then the next start removes it. */
function discard(output: string): void {
  try {
    rmSync(output, { recursive: true, force: true, maxRetries: 8, retryDelay: 150 })
  } catch {
    // it is in nobody's way
  }
}

/** A scenario that sets no base URL of its own and goes to `/…`. */
function opensRelativeAddress(spec: string): boolean {
  const source = readFileSync(spec, 'utf8')
  return !source.includes('baseURL') && /\.goto\(\s*['"`]\//.test(source)
}

function settingsOf(options: AuditOptions, output: string): RunSettings {
  const urls = options.scenarios.filter((text) => /^https?:\/\//i.test(text))
  const [url] = urls
  if (url !== undefined && options.scenarios.length > 1) {
    throw new TattleError('usage', 'tattle audit takes either scenarios or one URL; start it once for each URL.')
  }
  for (const address of [url, options.baseUrl]) {
    if (address !== undefined && !/^https?:$/.test(URL.canParse(address) ? new URL(address).protocol : '')) {
      throw new TattleError('usage', `"${address}" is no address of a site; it must begin with https:// or http://.`)
    }
  }
  if (url !== undefined && options.baseUrl !== undefined && new URL(url).origin !== new URL(options.baseUrl).origin) {
    throw new TattleError('usage', `The visit is to ${url}, and --base-url says ${options.baseUrl}; leave it out, or name a scenario to walk there.`)
  }
  for (const mapping of options.hostMap ?? []) toHostMapping(mapping)
  const unknown = options.consent?.find((state) => !CONSENT_STATES.includes(state))
  if (unknown !== undefined) {
    throw new TattleError('usage', `"${unknown}" is no consent state; they are ${CONSENT_STATES.join(', ')}.`)
  }
  if (url !== undefined && (options.control === true || options.controlPersona !== undefined)) {
    throw new TattleError('usage', 'A visit of a URL enters nothing, so a control walk would be the same; --control takes a scenario.')
  }
  readFilterLists(options.filterLists ?? []) // a mistake is told before anything is walked
  const specs = url === undefined ? resolveScenarios(options.scenarios) : [besideThis('visit.spec.js')]
  const relative = options.baseUrl === undefined && url === undefined ? specs.find(opensRelativeAddress) : undefined
  if (relative !== undefined) {
    throw new TattleError('usage', `The scenario ${shownPath(relative)} opens an address without a host; say with --base-url which site it is to walk on.`)
  }
  return toSettings({
    runId: newId(),
    command: 'audit',
    label: options.label ?? null,
    operator: options.operator ?? null,
    machine: options.machine ?? null,
    device: options.device ?? null,
    startedAt: new Date().toISOString(),
    // A page that could not be opened has no address of its own; whose site it was to be is known.
    baseUrl: options.baseUrl ?? (url === undefined ? null : new URL(url).origin),
    visitUrl: url ?? null,
    specs,
    consent: options.consent ?? CONSENT_STATES,
    repeat: options.repeat ?? 1,
    workers: options.workers ?? 1,
    timeout: options.timeout ?? 180_000,
    persona: options.persona ?? null,
    control: options.control ?? options.controlPersona !== undefined,
    controlPersona: options.controlPersona ?? null,
    values: options.values ?? [],
    firstParty: options.firstParty ?? [],
    clientIps: options.clientIps ?? [],
    filterLists: options.filterLists ?? [],
    allowSideEffects: options.allowSideEffects ?? [],
    hostMap: options.hostMap ?? [],
    thirdPartyCookies: options.thirdPartyCookies ?? 'allow',
    browser: options.browser ?? null,
    channel: options.channel ?? null,
    headed: options.headed ?? false,
    profile: options.profile === undefined ? null : resolve(options.profile),
    context: contextOptionsOf(options),
    noteSteps: true,
    trace: options.trace ?? false,
    target: options.target ?? null,
    retention: options.retention ?? 'always',
    captures: options.captures ?? 'reports/captures',
    database: options.database ?? null,
    result: join(output, 'result.json'),
    output,
  })
}

function besideThis(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url))
}

/** Runs Playwright Test and returns what it printed, or that it was interrupted where it printed nothing. The progress line is the reporter's, on this terminal. */
function playwright(settingsFile: string, quiet: boolean, output: string): Promise<string> {
  const cli = join(dirname(requireOfPlaywright().resolve('playwright/package.json')), 'cli.js')
  const child = spawn(process.execPath, [cli, 'test', '--config', besideThis('audit.config.js')], {
    env: { ...process.env, TATTLE_RUN: settingsFile, PLAYWRIGHT_NO_COPY_PROMPT: '1', FORCE_COLOR: '0' },
    stdio: ['ignore', 'pipe', quiet || !process.stderr.isTTY ? 'pipe' : 'inherit'],
  })
  writeOwners(output, [process.pid, ...(child.pid === undefined ? [] : [child.pid])])
  let noise = ''
  const keep = (chunk: Buffer): void => { noise = (noise + chunk.toString('utf8')).slice(-20_000) }
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  let interruption = ''
  // An interrupt reaches Playwright as well, which ends its tests and reports them.
  const wait = (): void => { interruption = 'it was interrupted before anything was recorded.' }
  process.on('SIGINT', wait)
  return new Promise<string>((done, failed) => {
    child.on('error', failed)
    child.on('close', () => done(noise.trim() === '' ? interruption : noise))
  }).finally(() => process.off('SIGINT', wait))
}

/** That no tests are found follows from what stands before it. */
function reasonOf({ failures }: RunResult): string {
  const [first, ...others] = failures.map(({ message }) => message)
  return [first, ...others.filter((message) => !message.includes('No tests found'))].join('\n')
}

function readResult(file: string, noise: string): RunResult {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as RunResult
  } catch (cause) {
    const words = noise.trim() === '' ? toMessage(cause) : noise.trim()
    throw new TattleError('capture-failed', `Playwright could not run the scenarios: ${words}`, { cause })
  }
}

function say({ failures, messages }: RunResult): void {
  for (const message of messages) process.stderr.write(`tattle: ${message}\n`)
  for (const { title, location, message } of failures) {
    const where = location === '' ? '' : ` (${location})`
    process.stderr.write(`tattle: ${title}${where} did not run to its end:\n${message.replace(/^/gm, '  ')}\n`)
  }
}
