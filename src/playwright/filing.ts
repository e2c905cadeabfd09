/**
 * What becomes of a capture when its context has closed: written, analysed, kept as the configuration says, and handed to
 * the reporter. What fails is told, not thrown.
 */
import { writeFile } from 'node:fs/promises'
import type { CaptureFacts } from '../capture/recorder.js'
import type { SelfCheckResult } from '../capture/manifest.js'
import { removeOriginals } from '../capture/write.js'
import type { Config } from '../config/config.js'
import { toMessage } from '../errors.js'
import { registrableDomain } from '../exchange/site.js'
import type { Analysed, Diagnostic, Kind, Term } from '../model.js'
import { readPersona, toTerms, type Persona } from '../persona.js'
import { readFilterLists } from '../recipient/filter-lists.js'
import { version } from '../version.generated.js'
import type { ActionLog } from './actions.js'
import type { Session } from './session.js'
import type { RunSettings } from './settings.js'
import type { CallSite } from './steps.js'
import { isMasking, keep, keepsOriginals } from './suite/keep.js'
import { secretValues } from './suite/secret.js'
import type { StepOf } from './suite/expectation.js'
import type { Observer } from './suite/observer.js'

/** Content of the attachment `tattle-analysed`: what the worker found, for the reporter to write. */
export interface WorkerResult {
  /** Null where nothing was recorded. */
  readonly captureId: string | null
  readonly analysed: readonly Analysed[]
  readonly callSites: readonly CallSite[]
  /** What the user should know beside it. */
  readonly problems: readonly Diagnostic[]
  /** Without the values that were typed in. */
  readonly masked: boolean
  /** Where the test types what nobody is to see: `file:line:column`. */
  readonly secretPlaces: readonly string[]
  /** Ids of the tests that used the context, where it belongs to more than one. */
  readonly tests?: readonly string[]
  /** Contexts that outlive the test and have been left to a hook to close. */
  readonly open?: readonly string[]
  /** Which of those this is. */
  readonly closed?: string
}

/** What is said of a capture, and where it goes. */
export interface Filing {
  /** For messages: `The test "books"`. */
  readonly subject: string
  readonly scenario: CaptureFacts['scenario']
  readonly conditions: Readonly<Record<string, unknown>>
  readonly persona: Persona | null
  /** Of an audit with a control walk: who walks the other way, and which of the two this is. */
  readonly control: { readonly other: Persona | null; readonly isControl: boolean } | null
  readonly locale: unknown
  /** Milliseconds since 1970: what was typed and done before is another's. */
  readonly since: number
  /** Beside those that are seen from what the test does. */
  readonly blindSpots: readonly string[]
  readonly tests?: readonly string[]
  /** Of a context that outlives tests: which it is, for the reporter to know that it was not lost. */
  readonly shared?: string
  readonly stepOf: StepOf
  /** A path for a file: `tattle-capture.zip`. */
  place(kind: 'capture.zip' | 'analysed.json' | 'masked.har'): string
  attach(name: string, path: string, contentType: string): void
}

export interface Filer {
  /** The error of an expectation that does not hold, else null. */
  file(session: Session, filing: Filing): Promise<Error | null>
  /** Without a capture: only what there is to say. */
  say(filing: Pick<Filing, 'place' | 'attach'>, problems: readonly Diagnostic[]): Promise<void>
}

export interface FilerOptions {
  readonly settings: RunSettings
  readonly config: () => Promise<Config>
  readonly selfCheck: () => Promise<SelfCheckResult | null>
  readonly observer: Observer
  readonly actions: Pick<ActionLog, 'list' | 'callSites'>
  /** Takes what was noted since the last time. */
  readonly problems: () => Diagnostic[]
  /** Contexts that outlive the test. */
  readonly open: () => readonly string[]
}

/** `tattle-capture-2.zip` */
export function fileName(kind: 'capture.zip' | 'analysed.json' | 'masked.har', suffix: string): string {
  return `tattle-${kind.replace('.', `${suffix}.`)}`
}

export function createFiler({ settings, config, selfCheck, observer, actions, problems, open }: FilerOptions): Filer {
  const personaFor = async ({ persona, locale, since }: Filing): Promise<Persona | null> => {
    const { persona: file } = await config()
    if (persona !== null || file !== undefined) return persona ?? readPersona(file as string)
    return observer.typed(typeof locale === 'string' ? locale : 'und', since)
  }
  const leave = async (filing: Pick<Filing, 'place' | 'attach'>, result: WorkerResult): Promise<void> => {
    const file = filing.place('analysed.json')
    await writeFile(file, JSON.stringify({ ...result, open: open() }), { mode: 0o600 })
    filing.attach('tattle-analysed', file, 'application/json')
  }
  return {
    async file(session, filing) {
      const said = problems()
      const zip = filing.place('capture.zip')
      let analysed: readonly Analysed[] = []
      let captureId: string | null = null
      let persona = filing.persona
      try {
        persona = await personaFor(filing)
        const filterLists = settings.filterLists.length > 0 ? settings.filterLists : (await config()).filterLists ?? []
        const { path, manifest } = await session.finish({
          tattleVersion: version,
          scenario: filing.scenario,
          isOfSuite: settings.runId === null,
          firstParty: settings.firstParty.length > 0 ? settings.firstParty : (await config()).firstParty ?? null,
          persona,
          clientIps: settings.clientIps.length > 0 ? settings.clientIps : (await config()).clientIps ?? [],
          conditions: {
            ...filing.conditions, ...namedBy(settings, await config()), scenarioFile: filing.scenario.file,
            ...digestsOf(filterLists),
          },
          failures: [],
          actions: actions.list(),
          selfCheck: await selfCheck(),
          blindSpots: [...filing.blindSpots, ...observer.blindSpots(session.context, filing.since)],
        }, (url) => registrableDomain(new URL(url).hostname), zip)
        captureId = manifest.captureId
        for (const message of manifest.consent.contradictions ?? []) said.push({ code: 'consent-contradicted', message })
        // Loaded for the first capture, not for every file that imports `test`.
        const [{ analyzeInput }, { withWithheld }] = await Promise.all([import('../pipeline.js'), import('./suite/withheld.js')])
        if (filing.control !== null && filing.control.other === null) {
          said.push({ code: 'control-missing', message: `${filing.subject} plants nothing that a control walk could vary.` })
        }
        const found = await analyzeInput(path, {
          runId: settings.runId ?? 'unassigned', values: settings.values, filterLists,
          // Of a suite, each test stands for itself.
          ...settings.runId === null ? {} : { compare: filing.control ?? { other: null, isControl: false } },
        })
        const secrets = [...observer.secrets().values, ...secretValues(process.env)]
        analysed = await Promise.all(found.map((one) => withWithheld(path, one, secrets)))
        if (!keepsOriginals(settings.retention, analysed)) await removeOriginals(path, settings.retention)
      } catch (error) {
        const [code, what] = captureId === null
          ? ['capture-failed', 'could not be recorded']
          : ['analysis-failed', `was recorded as ${captureId} and could not be analysed`]
        said.push({ code, message: `${filing.subject} ${what}: ${toMessage(error)}` })
      }
      const wanted = await config()
      const isMasked = isMasking(wanted, process.env)
      const typed = observer.secrets()
      if (isMasked && analysed.some(({ leaks }) => leaks.length > 0)) {
        said.push(...await leaveMasked(filing, zip, analysed, persona, typed.values))
      }
      const kept = captureId === null ? null : keep(zip, analysed, persona, typed.values, wanted, process.env)
      const shown = kept?.analysed ?? analysed
      const unmet = observer.judge(session.context, shown, wanted, filing.stepOf)
      if (kept?.zip) filing.attach('tattle-capture', kept.zip, 'application/zip')
      await leave(filing, {
        captureId, analysed: shown, callSites: actions.callSites(), problems: [...said, ...problems()],
        masked: isMasked && kept !== null, secretPlaces: typed.places, ...(filing.tests === undefined ? {} : { tests: filing.tests }),
        ...(filing.shared === undefined ? {} : { closed: filing.shared }),
      })
      return unmet
    },
    say: (filing, said) =>
      leave(filing, { captureId: null, analysed: [], callSites: [], problems: [...problems(), ...said], masked: false, secretPlaces: [] }),
  }
}

/** The requests that carried something, for the developer who has to mend it. What cannot be written is told. */
async function leaveMasked(
  filing: Filing, zip: string, analysed: readonly Analysed[], persona: Persona | null, typed: readonly string[],
): Promise<Diagnostic[]> {
  const out = filing.place('masked.har')
  const { SECRET, writeMaskedHar } = await import('../evidence/masked.js')
  const terms = maskedTerms(persona, typed, SECRET)
  try {
    const leaks = analysed.flatMap((one) => one.leaks)
    const { kept, left } = await writeMaskedHar({ capture: zip, out, leaks, terms, clientIps: [] })
    if (kept > 0) filing.attach('tattle-masked-har', out, 'application/json')
    if (left === 0) return []
    return [{ code: 'not-masked', message: `${filing.subject}: ${left} requests are not in the masked HAR, because something of ` +
      'what they carried would have been left in it.' }]
  } catch (error) {
    return [{ code: 'not-masked', message: `${filing.subject} has no masked HAR: ${toMessage(error)}` }]
  }
}

/** All that may stand in no text of a masked file. */
function maskedTerms(persona: Persona | null, typed: readonly string[], secret: Kind): Term[] {
  const secrets = [...new Set([...typed, ...secretValues(process.env)])]
  return toTerms(persona, secrets.map((value) => ({ kind: secret, value, source: 'persona' as const })))
}

function digestsOf(lists: readonly string[]): Readonly<Record<string, unknown>> {
  return lists.length === 0 ? {} : { filterLists: readFilterLists(lists).map(({ name, sha256 }) => `${name} ${sha256}`) }
}

/** What the user calls the run, whoever made it, and the machine. */
export function namedBy({ label, operator, machine, device }: RunSettings, config: Config): Readonly<Record<string, unknown>> {
  return { label, operator: operator ?? config.operator, machine: machine ?? config.machine, device }
}
