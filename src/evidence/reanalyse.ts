/** Whether the findings of a bundle follow from its HARs: analysed again, leak by leak. */
import { createWriteStream, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { toMessage } from '../errors.js'
import { makeFolder } from '../folder.js'
import type { Analysed, Kind, LeakRecord, MatchSource, Report } from '../model.js'
import type { Persona } from '../persona.js'
import { rulesDigest } from '../version.generated.js'
import { openBag, type Bag } from './bag.js'
import { PATHS, personaPath, type EvidenceManifest } from './manifest.js'
import { createWorkFolder } from './unfinished.js'
import type { Check } from './verify.js'

export interface Terms {
  readonly persona: Persona | null
  readonly values: readonly { readonly kind: Kind; readonly value: string; readonly source: MatchSource }[]
  readonly clientIps: readonly string[]
}

/** Analyses one capture or HAR. */
export type Analyse = (path: string, terms: Terms, firstParty: readonly string[]) => Promise<readonly Analysed[]>

export async function reanalyse(path: string, manifest: EvidenceManifest, analyse: Analyse, given: Persona | null): Promise<Check> {
  const bag = await openBag(path)
  const folder = createWorkFolder('tattle-verify')
  try {
    const report = JSON.parse(bag.read(PATHS.report, 1024 * 1024 * 1024)?.toString('utf8') ?? '{}') as Partial<Report>
    const terms = readTerms(bag, given)
    const stated: string[] = (report.findings ?? []).flatMap(({ leaks }) => leaks.filter(isOfOneCapture).map(toComparable))
    const found: string[] = []
    for (const captureId of manifest.captures) {
      const capture = report.captures?.find((one) => one.captureId === captureId)
      const names = bag.names.filter((name) => name.startsWith(`${PATHS.captures}${captureId}/`))
      for (const name of names) await extract(bag, name, join(folder, ...name.split('/')))
      const place = join(folder, PATHS.captures, captureId)
      const alone = names.length === 1 && names[0] !== undefined ? join(folder, names[0]) : place
      // An archive may hold other HARs than this one.
      const analysed = (await analyse(alone, terms, capture?.firstParty ?? [])).filter((one) => one.capture.captureId === captureId)
      if (analysed.length === 0) throw new Error(`what lies in ${PATHS.captures}${captureId} is another capture.`)
      for (const { leaks } of analysed) found.push(...leaks.map(toComparable))
    }
    const missing = without(stated, found)
    // What a control walk showed to be coincidence is in the HARs, and not in the report.
    const dropped = (report.captures ?? []).reduce((sum, { analysis }) => sum + (analysis.control?.dropped ?? 0), 0)
    const more = dropped > 0 ? [] : without(found, stated)
    const digests = new Set((report.captures ?? []).map(({ analysis }) => analysis.rulesDigest))
    const same = digests.size === 1 && digests.has(rulesDigest)
    const rules = same ? 'with the same rules' : `with other rules (${rulesDigest.slice(0, 12)}; the bundle was made with ${[...digests].map((digest) => digest.slice(0, 12)).join(' and ')})`
    if (missing.length + more.length === 0) {
      return { about: 'findings', holds: true, sentence: `The findings follow from the HARs: analysed again ${rules}, all ${stated.length} places were found where the bundle names them, and ${dropped > 0 ? 'others only such as the control walk showed to be coincidence' : 'no other'}.` }
    }
    const difference = `${missing.length} of ${stated.length} places were not found again, and ${more.length} others were`
    if (!same) return { about: 'findings', holds: null, sentence: `Analysed again ${rules}, ${difference}; that is no proof against the bundle: use tattle ${manifest.tattleVersion}.` }
    return { about: 'findings', holds: false, sentence: `The findings do not follow from the HARs: analysed again ${rules}, ${difference}.` }
  } catch (error) {
    return { about: 'findings', holds: false, sentence: `The HARs could not be analysed again: ${toMessage(error)}` }
  } finally {
    rmSync(folder, { recursive: true, force: true })
    bag.close()
  }
}

/** Those that were looked for beside the captures' own personas. */
export function readTerms(bag: Bag, given: Persona | null): Terms {
  const bytes = bag.read(PATHS.terms)
  const { persona, values = [], clientIps = [] } = bytes === undefined
    ? { persona: null } : JSON.parse(bytes.toString('utf8')) as { persona: string | null; values?: { kind: Kind; value: string }[]; clientIps?: string[] }
  const stored = persona === null ? undefined : bag.read(personaPath(persona))
  const own = stored === undefined ? null : JSON.parse(stored.toString('utf8')) as Persona
  return { persona: given ?? own, values: values.map(({ kind, value }) => ({ kind, value, source: 'persona' })), clientIps }
}

/** Writes what lies in the bundle under a name to a file. */
export async function extract(bag: Bag, name: string, file: string): Promise<void> {
  const chunks = bag.chunks(name)
  if (chunks === undefined || name.split('/').includes('..')) return
  makeFolder(dirname(file))
  await pipeline(Readable.from(chunks), createWriteStream(file, { mode: 0o600 }))
}

/** What follows from a comparison of several captures is not to be found in one. */
export function isOfOneCapture({ matchSource }: LeakRecord): boolean {
  return matchSource !== 'differential'
}

/** A leak without what is different each time: its ids, and those of analysis and run. */
function toComparable({ leakId: _leak, analysisId: _analysis, runId: _run, control: _control, ...leak }: LeakRecord): string {
  return JSON.stringify(Object.entries(leak).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Elements of `all` that `others` does not have, as often as it does not. */
function without(all: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const other of others) left.set(other, (left.get(other) ?? 0) + 1)
  return all.filter((one) => {
    const count = left.get(one) ?? 0
    left.set(one, count - 1)
    return count <= 0
  })
}
