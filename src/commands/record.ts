/** `tattle record URL`: a browser to drive by hand; what it sent is analysed when it is closed. */
import { join, resolve } from 'node:path'
import type { RecordFlags } from './flags.js'
import { targetOf, toHostMapping } from '../capture/environment.js'
import { removeOriginals } from '../capture/write.js'
import { readConfig } from '../config/config.js'
import { TattleError } from '../errors.js'
import { digestCapture } from '../evidence/originals.js'
import { registrableDomain } from '../exchange/site.js'
import { shownPath } from '../paths.js'
import { readPersona, toValue } from '../persona.js'
import { analyzeInput } from '../pipeline.js'
import { recordByHand, type ByHandOptions } from '../playwright/by-hand.js'
import { contextOptionsOf, toPosition } from '../playwright/emulation.js'
import { loadModule } from '../playwright/load-module.js'
import { keepsOriginals } from '../playwright/suite/keep.js'
import { withFiles, withRun } from '../playwright/steps.js'
import { readFilterLists } from '../recipient/filter-lists.js'
import { summarise } from '../report/summary.js'
import { openStore } from '../store/store.js'
import { version } from '../version.generated.js'
import { startRun, writeEnded } from './analyze.js'
import { databaseFor, makeWritable, show, withCustody } from './outcome.js'

/** Exit status. `ready` is called when the person may begin. Throws `usage`, `browser-missing`, `capture-failed`. */
export async function record(
  url: string, flags: RecordFlags, ready: ByHandOptions['ready'] = () => undefined,
): Promise<number> {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new TattleError('usage', `"${url}" is no address of a site; it must begin with https:// or http://.`)
  }
  const config = await readConfig(flags.config, loadModule)
  const context = contextOf(flags)
  const filterLists = flags.filterList ?? config.filterLists ?? []
  readFilterLists(filterLists)
  const run = startRun('record', flags.label)
  const folder = join(flags.captures ?? 'reports/captures', run.runId)
  const database = databaseFor(targetOf(flags.hostMap.map(toHostMapping), url), flags.db)
  makeWritable(folder)
  const persona = flags.persona === undefined ? null : readPersona(flags.persona)
  const { path } = await recordByHand({
    url,
    folder,
    recorder: {
      browser: { path: flags.browser ?? null, channel: flags.channel ?? null },
      headless: flags.headless ?? false,
      hostMap: flags.hostMap.map(toHostMapping),
      thirdPartyCookies: flags.thirdPartyCookies,
      profile: flags.profile === undefined ? null : resolve(flags.profile),
    },
    context,
    facts: {
      tattleVersion: version, persona, clientIps: flags.clientIp ?? config.clientIps ?? [],
      conditions: {
        label: flags.label ?? null, operator: flags.operator ?? config.operator, machine: flags.machine ?? config.machine,
        device: flags.device ?? null,
      },
      firstParty: flags.firstParty ?? config.firstParty ?? [registrableDomain(new URL(url).hostname)],
    },
    ready: (context) => {
      if (!flags.quiet) process.stderr.write('tattle: recording; close the window when you are done.\n')
      ready(context)
    },
  })
  const place = shownPath(path)
  const found = await analyzeInput(path, { runId: run.runId, values: flags.value.map(toValue), filterLists })
  const retention = flags.retention ?? config.capture.originals
  if (!keepsOriginals(retention, found)) await removeOriginals(path, retention)
  const files = await digestCapture(path)
  const analysed = found.map((one) => withRun(withFiles(one, files), run.runId, place))
  const store = openStore(database)
  try {
    const status = writeEnded(store, run, { mains: analysed, controls: [] }, [], flags.failOn)
    const report = withCustody(store.report({ runIds: [run.runId] }, summarise, flags.json ? 'all' : 'some'), store)
    await show(report, flags, { database })
    return status
  } finally {
    store.close()
  }
}

/** The window is as large as the person makes it, unless a device says otherwise. */
function contextOf(flags: RecordFlags): ByHandOptions['context'] {
  const { geolocation, ...rest } = flags
  return {
    ...flags.headless ? {} : { viewport: null },
    ...contextOptionsOf({ ...rest, ...geolocation === undefined ? {} : { geolocation: toPosition(geolocation) } }),
  }
}
