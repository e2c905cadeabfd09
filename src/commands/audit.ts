/** `tattle audit`: walks scenarios or one URL, then says what leaked. */
import type { AuditFlags } from './flags.js'
import { readConfig, type Config } from '../config/config.js'
import type { ConsentState } from '../model.js'
import { readPersona, toValue } from '../persona.js'
import { runAudit, type AuditOptions } from '../playwright/audit.js'
import { toPosition } from '../playwright/emulation.js'
import { loadModule } from '../playwright/load-module.js'
import { summarise } from '../report/summary.js'
import { openStore } from '../store/store.js'
import { exitOf, graver, show, withCustody } from './outcome.js'

export async function audit(scenarios: readonly string[], flags: AuditFlags): Promise<number> {
  const config = await readConfig(flags.config, loadModule)
  const result = await runAudit(toOptions(scenarios, flags, config))
  let status: number = result.exit
  for (const database of result.databases) {
    const store = openStore(database)
    try {
      const found = store.report({ runIds: [result.runId] }, summarise)
      const own = exitOf(found, flags.failOn)
      const run = found.runs.find(({ runId }) => runId === result.runId)
      if (run !== undefined) store.writeRun({ ...run, endedAt: new Date().toISOString(), exitCode: own })
      await show(withCustody(found, store), flags, { database })
      status = graver(status, own)
    } finally {
      store.close()
    }
  }
  return status
}

function toOptions(scenarios: readonly string[], flags: AuditFlags, config: Config): AuditOptions {
  return {
    ...defined({
      baseUrl: flags.baseUrl,
      consent: flags.consent as readonly ConsentState[] | undefined,
      workers: flags.workers,
      persona: flags.persona === undefined ? undefined : readPersona(flags.persona),
      control: flags.control,
      controlPersona: flags.controlPersona === undefined ? undefined : readPersona(flags.controlPersona),
      firstParty: flags.firstParty ?? config.firstParty,
      clientIps: flags.clientIp ?? config.clientIps,
      filterLists: flags.filterList ?? config.filterLists,
      label: flags.label,
      retention: flags.retention ?? config.capture.originals,
      operator: flags.operator ?? config.operator,
      machine: flags.machine ?? config.machine,
      allowSideEffects: flags.allowSideEffects,
      browser: flags.browser,
      channel: flags.channel,
      headed: flags.headed,
      trace: flags.trace,
      profile: flags.profile,
      storageState: flags.storageState,
      proxy: flags.proxy,
      locale: flags.locale,
      timezone: flags.timezone,
      geolocation: flags.geolocation === undefined ? undefined : toPosition(flags.geolocation),
      device: flags.device,
      ignoreHttpsErrors: flags.ignoreHttpsErrors,
      database: flags.db,
    }),
    scenarios,
    repeat: flags.repeat,
    values: flags.value.map(toValue),
    thirdPartyCookies: flags.thirdPartyCookies,
    hostMap: flags.hostMap,
    quiet: flags.quiet === true || flags.json === true,
  }
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

function defined<T extends object>(options: T): Defined<T> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Defined<T>
}
