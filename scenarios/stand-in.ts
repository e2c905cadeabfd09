/**
 * `npm start`: serves the stand-in clinic, audits its booking flow, and shows what reached whom.
 */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { EXIT, exitOf, graver, show, withCustody } from '../src/commands/outcome.js'
import { illustrate } from '../src/commands/illustrate.js'
import { PAGE, writeReport } from '../src/commands/report.js'
import { isTattleError, toMessage } from '../src/errors.js'
import { CONSENT_STATES, type ConsentState } from '../src/model.js'
import { runAudit } from '../src/playwright/audit.js'
import { reporters } from '../src/report/reporters.generated.js'
import { summarise } from '../src/report/summary.js'
import { openStore, type Store } from '../src/store/store.js'
import { startClinic, type Clinic } from './clinic/server.js'
import { isSiteName, SITE_NAMES, SITES, type SiteName } from './clinic/switches.js'

const LANGUAGES = ['de', 'fr', 'en'] as const
type Language = (typeof LANGUAGES)[number]

const DATABASE = 'reports/stand-in.sqlite'
const REPORT = 'reports/index.html'

const USAGE = `Audits the stand-in clinic and writes ${DATABASE} and ${REPORT}.

  --site NAME       ${SITE_NAMES.join(', ')} (repeatable; default: all)
  --language CODE   ${LANGUAGES.join(', ')} (repeatable; default: de, and all for the site of 2021)
  --consent STATE   ${CONSENT_STATES.join(', ')} (repeatable; default: all)
  --headed          show the browser

Sites:
${SITE_NAMES.map((name) => `  ${name.padEnd(16)}  ${SITES[name].about}`).join('\n')}
`

interface Wanted {
  readonly sites: readonly SiteName[]
  readonly languages: readonly Language[] | null
  readonly consent: readonly ConsentState[]
  readonly headed: boolean
}

void main(process.argv.slice(2)).then(
  (status) => { process.exitCode = status },
  (error: unknown) => {
    process.stderr.write(`${isTattleError(error) ? error.message : error instanceof Error ? error.stack ?? error.message : toMessage(error)}\n`)
    process.exitCode = 2
  },
)

async function main(argv: readonly string[]): Promise<number> {
  const wanted = toWanted(argv)
  if (wanted === null) {
    process.stdout.write(USAGE)
    return 0
  }
  if (typeof wanted === 'string') {
    process.stderr.write(`${wanted}\n`)
    return 2
  }
  const clinic = await startClinic({ sites: wanted.sites })
  try {
    const runIds = await auditAll(clinic, wanted)
    const store = openStore(DATABASE)
    try {
      const status = runIds.map((runId) => endRun(store, runId)).reduce<number>(graver, EXIT.done)
      const report = withCustody(store.report({ runIds }, summarise), store)
      const html = reporters['html']
      if (html) await writeReport(html, report, REPORT, { illustration: await illustrate(report, PAGE) })
      await show(report, {}, { database: DATABASE, report: REPORT })
      return status
    } finally {
      store.close()
    }
  } finally {
    await clinic.close()
  }
}

/** Writes how the run ended, and answers it. */
function endRun(store: Store, runId: string): number {
  const found = store.report({ runIds: [runId] }, summarise, 'some')
  const exitCode = exitOf(found, 'never')
  const run = found.runs.find((one) => one.runId === runId)
  if (run !== undefined) store.writeRun({ ...run, endedAt: new Date().toISOString(), exitCode })
  return exitCode
}

/** One run for each site and language. */
async function auditAll(clinic: Clinic, { sites, languages, consent, headed }: Wanted): Promise<string[]> {
  const walks = sites.flatMap((site) => (languages ?? (site === '2021' ? LANGUAGES : ['de' as const])).map((language) => ({ site, language })))
  const runIds: string[] = []
  for (const [at, { site, language }] of walks.entries()) {
    process.stderr.write(`audit ${at + 1} of ${walks.length}: ${site}, ${language}: the site that ${SITES[site].about}\n`)
    const { runId } = await runAudit({
      scenarios: [join(packageRoot(), 'scenarios', `booking.${language}.spec.ts`)],
      baseUrl: clinic.siteUrls[site][language],
      consent,
      hostMap: [`*=127.0.0.1:${clinic.port}`],
      ignoreHttpsErrors: true,
      label: `stand-in ${site}`,
      database: DATABASE,
      headed,
    })
    runIds.push(runId)
  }
  return runIds
}

/** The options, null for help, or a sentence that says what is wrong. */
function toWanted(argv: readonly string[]): Wanted | string | null {
  let values
  try {
    values = parseArgs({
      args: [...argv],
      options: {
        site: { type: 'string', multiple: true }, language: { type: 'string', multiple: true },
        consent: { type: 'string', multiple: true }, headed: { type: 'boolean' }, help: { type: 'boolean', short: 'h' },
      },
    }).values
  } catch (error) {
    return `${toMessage(error)}; --help lists the options.`
  }
  if (values.help) return null
  const sites = values.site ?? [...SITE_NAMES]
  const languages = values.language ?? null
  const consent = values.consent ?? [...CONSENT_STATES]
  const isLanguage = (text: string): text is Language => (LANGUAGES as readonly string[]).includes(text)
  const isState = (text: string): text is ConsentState => (CONSENT_STATES as readonly string[]).includes(text)
  if (!sites.every(isSiteName)) return `A site is one of ${SITE_NAMES.join(', ')}.`
  if (languages !== null && !languages.every(isLanguage)) return `A language is one of ${LANGUAGES.join(', ')}.`
  if (!consent.every(isState)) return `A consent state is one of ${CONSENT_STATES.join(', ')}.`
  return { sites, languages, consent, headed: values.headed ?? false }
}

function packageRoot(): string {
  return fileURLToPath(new URL('../../', import.meta.url))
}
