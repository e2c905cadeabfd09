/** Whether the tables of a bundle, which people open in the place of its report, say what the report says. */
import { createHash } from 'node:crypto'
import { PassThrough } from 'node:stream'
import { isDeepStrictEqual } from 'node:util'
import { toMessage } from '../errors.js'
import type { Report } from '../model.js'
import type { Reporter } from '../report/reporter.js'
import { version } from '../version.generated.js'
import type { Bag } from './bag.js'
import { holdsDespite, readJson, type ReportOnDisk } from './bundle-json.js'
import { PATHS } from './manifest.js'
import type { Check } from './verify.js'

/** Reporters by the names of their files in `data/`. */
export type Exports = Readonly<Record<string, Reporter>>

/** `reportOf` rejects where there is none. */
export async function checkCopies(bag: Bag, reportOf: () => Promise<ReportOnDisk>, exports: Exports): Promise<Check[]> {
  try {
    const report = await reportOf() as unknown as Report // tables ask of its findings only what each is
    const names = Object.keys(exports).map((name) => `data/${name}`).filter((name) => name !== PATHS.report && bag.names.includes(name))
    const wrong: string[] = []
    for (const name of names) if (await digestOf(written(exports[name.slice('data/'.length)]!, report)) !== (await bag.digest(name))?.sha256) wrong.push(name)
    const configuration = readJson(bag, PATHS.configuration)
    if (configuration !== undefined && !isDeepStrictEqual(configuration, JSON.parse(JSON.stringify(toConfiguration(report))))) wrong.push(PATHS.configuration)
    const all = [...names, ...configuration === undefined ? [] : [PATHS.configuration]]
    if (all.length === 0) return []
    if (wrong.length === 0) return [{ about: 'report', holds: true, sentence: `${PATHS.report} says the same as ${all.join(', ')}.` }]
    const packer = /^Bag-Software-Agent: tattle (.+)$/m.exec(bag.read(PATHS.bagInfo)?.toString('utf8') ?? '')?.[1] ?? 'another version'
    return [packer === version
      ? { about: 'report', holds: false, sentence: `${PATHS.report} says something else than ${wrong.join(', ')}.` }
      : { about: 'report', holds: null, sentence: `Whether ${PATHS.report} says the same as ${wrong.join(', ')}, tattle ${packer} can tell, which wrote them.` }]
  } catch (error) {
    return [{ about: 'report', holds: holdsDespite(error), sentence: `The report cannot be held against its tables: ${toMessage(error)}` }]
  }
}

/** Under which circumstances, in a file of its own. */
export function toConfiguration({ runs, captures }: Report): object {
  return {
    runs,
    captures: captures.map(({ captureId, scenario, consentAsked, baseUrl, firstParty, conditions, analysis }) =>
      ({ captureId, scenario, consentAsked, baseUrl, firstParty, conditions, analysis })),
  }
}

/** What a reporter writes, as it writes it. */
export function written(reporter: Reporter, report: Report): AsyncIterable<Uint8Array> {
  const stream = new PassThrough()
  reporter.write(report, stream).then(() => stream.end(), (error: unknown) => stream.destroy(error as Error))
  return stream
}

async function digestOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of chunks) hash.update(chunk)
  return hash.digest('hex')
}
