/**
 * What holds for a whole run: written by `tattle audit` to a file that TATTLE_RUN names, read by the configuration, the
 * workers and the reporter. Without that file (a suite of one's own) the defaults here hold.
 */
import { readFileSync } from 'node:fs'
import type { BrowserContextOptions } from 'playwright/test'
import type { Retention } from '../capture/manifest.js'
import { TattleError, toMessage } from '../errors.js'
import type { ConsentState, Kind, MatchSource, Target } from '../model.js'
import type { Persona } from '../persona.js'

export interface RunSettings {
  readonly runId: string | null
  readonly command: string
  readonly label: string | null
  /** Who made the capture, and on which machine, in the user's words. */
  readonly operator: string | null
  readonly machine: string | null
  /** As Playwright names it. */
  readonly device: string | null
  readonly startedAt: string | null
  readonly baseUrl: string | null
  /** The address of `tattle audit URL`, which the built-in visit opens. */
  readonly visitUrl: string | null
  readonly specs: readonly string[]
  readonly consent: readonly ConsentState[]
  readonly repeat: number
  readonly workers: number
  readonly timeout: number
  /** Takes the place of every scenario's own. */
  readonly persona: Persona | null
  /** Each state is walked a second time, with other planted values. */
  readonly control: boolean
  /** Who walks then; null: the other values of the persona itself. */
  readonly controlPersona: Persona | null
  readonly values: readonly { readonly kind: Kind; readonly value: string; readonly source: MatchSource }[]
  readonly firstParty: readonly string[]
  readonly clientIps: readonly string[]
  /** `[category=]FILE` each. */
  readonly filterLists: readonly string[]
  readonly allowSideEffects: readonly string[]
  /** `PATTERN=HOST[:PORT]` */
  readonly hostMap: readonly string[]
  readonly thirdPartyCookies: 'allow' | 'block'
  readonly browser: string | null
  readonly channel: string | null
  readonly headed: boolean
  readonly profile: string | null
  /** Options of the command line; they win over the scenario's. */
  readonly context: BrowserContextOptions
  /** Absent: by host map and address. */
  readonly target: Target | null
  /** Which originals stay in their captures. */
  readonly retention: Retention
  /** Where captures go: `<captures>/<run>/<capture>.zip`. */
  readonly captures: string
  /** Absent: by target. */
  readonly database: string | null
  /** Whether Playwright's trace is kept with the originals of each capture. */
  readonly trace: boolean
  /** Whether each step leaves a screenshot and what the site had stored by then: so in an audit. */
  readonly noteSteps: boolean
  /** Where the reporter leaves its result for the command that started it. */
  readonly result: string | null
  /** Where Playwright keeps what it needs while it runs. */
  readonly output: string | null
}

/**
 * Names the folder in which workers leave captures that no test is there to attach. Set by the reporter, for the
 * processes that the run starts; the files begin with `LATE`.
 */
export const SPOOL = 'TATTLE_SPOOL'
export const LATE = 'late-'

/** Set by the reporter to the id of the run, for the processes that it starts: somebody hears what tests leave. */
export const HEARD = 'TATTLE_HEARD'

const DEFAULTS: RunSettings = {
  runId: null, command: 'playwright test', label: null, operator: null, machine: null, device: null, startedAt: null, baseUrl: null, visitUrl: null, specs: [],
  consent: ['no-choice'], repeat: 1, workers: 1, timeout: 180_000, persona: null, control: false,
  controlPersona: null, values: [], firstParty: [],
  clientIps: [], filterLists: [], allowSideEffects: [], hostMap: [], thirdPartyCookies: 'allow', browser: null, channel: null,
  headed: false, profile: null,
  context: {}, noteSteps: false, trace: false, target: null, retention: 'always', captures: 'reports/captures', database: null, result: null, output: null,
}

/** The settings of this run. Throws `config-invalid` where the file that TATTLE_RUN names cannot be read. */
export function readSettings(file: string | undefined = process.env['TATTLE_RUN']): RunSettings {
  if (!file) return DEFAULTS
  try {
    return { ...DEFAULTS, ...(JSON.parse(readFileSync(file, 'utf8')) as Partial<RunSettings>) }
  } catch (cause) {
    throw new TattleError('config-invalid', `The settings of the run in ${file} cannot be read ` +
      `(${toMessage(cause)}); ` + 'unset TATTLE_RUN or start the run with tattle audit.', { cause })
  }
}

/** Settings with the defaults for all that is not given. */
export function toSettings(known: Partial<RunSettings>): RunSettings {
  return { ...DEFAULTS, ...known }
}
