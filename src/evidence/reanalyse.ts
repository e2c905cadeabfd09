/** Whether the findings of a bundle follow from its HARs: analysed and compared again, leak by leak. */
import { createWriteStream, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { aliasesIn } from '../aliases.js'
import { RECURRING } from '../assess/recurring.js'
import { isTattleError, toMessage } from '../errors.js'
import { registrableDomain } from '../exchange/site.js'
import { makeFolder } from '../folder.js'
import type { Analysed, Caused, DiagnosticRecord, LeakRecord, Report, ReportCapture } from '../model.js'
import { versionOf } from '../packages.js'
import type { Persona } from '../persona.js'
import { DATA, rulesDigest } from '../rules-digest.js'
import { listOf, memberOf } from '../shapes.js'
import { openBag, type Bag } from './bag.js'
import { hiddenAs, hides } from './hidden.js'
import { listsApart, listsOf } from './lists.js'
import { PATHS, type ControlCapture, type EvidenceManifest } from './manifest.js'
import { hasTexts, holdsDespite, readJson, readReport } from './bundle-json.js'
import { comparisonsOf, plantedIn, readTerms, settle, type Analyse, type Comparison } from './together.js'
import { orSentence, orSentenceOfRoom } from '../temporary.js'
import { createWorkFolder } from '../unfinished.js'
import { differencesOf, type ReportOf } from './report-again.js'
import { someOf } from './report-rows.js'
import type { Check } from './verify.js'

export interface Again {
  /** Analyses a capture, and holds one that is ours against its digests. */
  readonly analyse: Analyse
  readonly report: ReportOf
  /** What was looked for, where the bundle does not say. */
  readonly persona: Persona | null
}

/** Throws `output-unwritable` where there is no room for what is analysed. */
export async function reanalyse(path: string, manifest: EvidenceManifest, { analyse, report: reportOf, persona: given }: Again): Promise<Check[]> {
  const bag = await openBag(path)
  const folder = orSentence(() => createWorkFolder('tattle-verify'))
  try {
    const report = readReport(bag)
    const terms = readTerms(bag, given)
    const controls = readControls(bag, manifest)
    const comparisons = comparisonsOf(report, controls.map(({ captureId }) => captureId), (captureId, isControl) =>
      (isControl ? terms.control : terms.persona) ?? plantedIn(bag, captureId))
    const aliases = aliasesIn(report.diagnostics ?? []) // of one run, they were looked up once
    const found: Analysed[] = []
    const declared: string[] = []
    for (const captureId of [...manifest.captures, ...controls.map((one) => one.captureId)]) {
      const control = controls.find((one) => one.captureId === captureId)
      if (control !== undefined && !comparisons.has(captureId)) continue
      const isInferred = report.diagnostics?.some((one) => one.captureId === captureId && one.code === 'site-inferred') === true
      const stated = control ?? report.captures?.find((one) => one.captureId === captureId)
      const firstParty = control === undefined && isInferred ? [] : (stated?.firstParty ?? []).filter((name) => name !== '')
      if (control === undefined && firstParty.length > 0 && !isRecorded(bag, captureId, firstParty)) declared.push(`${captureId}: ${firstParty.join(', ')}`)
      const own = control === undefined ? terms : { ...terms, persona: terms.control }
      const place = await extractCapture(bag, captureId, folder)
      // An archive may hold other HARs than this one.
      const analysed = (await analyse(place, own, { firstParty, target: manifest.target, scenario: stated?.scenario, aliases }, comparisons.get(captureId) ?? null))
        .filter((one) => one.capture.captureId === captureId)
      if (analysed.length === 0) throw new Error(`what lies in ${PATHS.captures}${captureId} is another capture.`)
      found.push(...analysed.map(asKept))
    }
    const { mains } = settle(found)
    const lacking = lackingControl(report, manifest, comparisons)
    const ofRun = (report.diagnostics ?? []).filter(({ analysisId }) => analysisId === null)
    return [
      judge(manifest, report, mains, lacking, dataSentence(bag)),
      judgeReport(report, mains, differencesOf(report, reportOf(mains, ofRun), lacking), declared),
    ]
  } catch (error) {
    if (isTattleError(error) && error.code === 'output-unwritable') throw error // that is not the bundle's fault
    return [{ about: 'findings', holds: holdsDespite(error), sentence: `The HARs could not be analysed again: ${toMessage(error)}` }]
  } finally {
    rmSync(folder, { recursive: true, force: true })
    bag.close()
  }
}

/** With the rows as a database has them. */
function asKept(analysed: Analysed): Analysed {
  return { ...analysed, leaks: analysed.leaks.map(({ causedAt: _notKept, ...leak }: LeakRecord & Caused) => leak) }
}

/** Whether a capture says itself whose site it is of. */
function isRecorded(bag: Bag, captureId: string, firstParty: readonly string[]): boolean {
  const recorded = listOf(memberOf(readJson(bag, `${PATHS.captures}${captureId}/capture.json`), 'firstParty')).map((domain) => registrableDomain(String(domain)))
  return firstParty.every((domain) => recorded.includes(domain))
}

/** Where a capture can be analysed: its folder, or for a HAR from elsewhere, its file. */
async function extractCapture(bag: Bag, captureId: string, folder: string): Promise<string> {
  const names = bag.names.filter((name) => name.startsWith(`${PATHS.captures}${captureId}/`))
  for (const name of names) await orSentenceOfRoom(() => extract(bag, name, join(folder, ...name.split('/'))))
  const [only, ...more] = names
  return only !== undefined && more.length === 0 ? join(folder, only) : join(folder, PATHS.captures, captureId)
}

/** The captures of control walks in a bundle. */
export function readControls(bag: Bag, { controls = [] }: EvidenceManifest): ControlCapture[] {
  const known = listOf(readJson(bag, PATHS.controls)) as ControlCapture[]
  return known.filter((one) => hasTexts(one, 'captureId') && controls.includes(one.captureId) && Array.isArray(one.firstParty))
}

/** Captures that were held against something that is not in the bundle, or of which it does not say what was planted. */
function lackingControl(
  { captures = [] }: Partial<Report>, { controls = [] }: EvidenceManifest, comparisons: ReadonlyMap<string, Comparison>,
): Set<string> {
  return new Set(captures.filter(({ captureId, analysis: { control } }) => control != null &&
    !(control.captureIds.every((id) => controls.includes(id)) && comparisons.get(captureId)?.other)).map(({ captureId }) => captureId))
}

function judge(
  manifest: EvidenceManifest, { captures = [], findings = [], diagnostics = [] }: Partial<Report>, found: readonly Analysed[],
  lacking: ReadonlySet<string>, data: string,
): Check {
  const all = findings.flatMap(({ leaks }) => leaks)
  const isOpen = (leak: LeakRecord): boolean => lacking.has(leak.captureId)
  // Nothing in the bundle shows what rests on captures that are not in it, nor what the control walk said of the rest.
  const open = all.filter((leak) => isOpen(leak) && !isOfOneCapture(leak)).length
  const texts = (leaks: readonly LeakRecord[], ofOpen: boolean): string[] =>
    leaks.filter((leak) => isOpen(leak) === ofOpen && (!ofOpen || isOfOneCapture(leak))).map((leak) => toComparable(leak, ofOpen))
  const again = hiddenAs(all, found.flatMap(({ leaks }) => leaks), ({ captureId, entry, pointer, startByte, endByte, kind }) =>
    JSON.stringify([captureId, entry, pointer, startByte, endByte, kind]), ['leakId', 'analysisId', 'runId', 'control'])
  const stated = [...texts(all, false), ...texts(all, true)]
  const missing = without(stated, texts(again, false).concat(texts(again, true))).length
  const more = without(texts(again, false), texts(all, false)).length
  // Coincidences are in the HARs, and not in the report.
  const undecided = without(texts(again, true), texts(all, true)).length
  const differing = differingComparisons(captures.filter(({ captureId }) => !lacking.has(captureId)), diagnostics, found)
  const digests = new Set(captures.map(({ analysis }) => analysis.rulesDigest))
  const now = found[0]?.analysis.rulesDigest ?? rulesDigest
  const same = digests.size === 1 && digests.has(now)
  const rules = same ? 'with the same rules' : `with other rules (${now.slice(0, 12)}; the bundle was made with ${[...digests].map((digest) => digest.slice(0, 12)).join(' and ')})`
  const lack = lacking.size === 0 ? '' :
    ` ${lacking.size} of the captures were held against captures of a control walk that are not in the bundle, or of which it does not say what was planted. Nothing here shows ${open} places that rest on the comparison, nor why ${undecided} places that were found now are not reported.`
  if (missing + more + differing === 0) {
    return {
      about: 'findings', holds: lacking.size > 0 ? null : true,
      sentence: `${lacking.size > 0 ? 'Not all can be had again' : 'The findings follow from the HARs'}: analysed again ${rules}, all ${stated.length} places were found where the bundle names them${lacking.size > 0 ? '' : ', and no other'}.${comparedSentence(captures, all, lacking)}${aliasSentence(all, diagnostics)}${hiddenSentence(all)}${lack}`,
    }
  }
  const difference = `${missing} of ${stated.length} places were not found again, and ${more} others were` +
    (differing === 0 ? '' : `; of ${differing} captures, the comparison with the control walk says something else`)
  if (!same) return { about: 'findings', holds: null, sentence: `Analysed again ${rules}, ${difference}; that is no proof against the bundle: use tattle ${manifest.tattleVersion}${data}${listsSentence(captures, found)}.${lack}` }
  const unnamed = unnamedKinds(captures, all, found)
  const remedy = unnamed.length === 0 ? '' : ` The bundle does not say all that was looked for (${unnamed.join(', ')}): --persona gives it here, and --persona, --value and --client-ip of "tattle evidence pack" put it in.`
  return { about: 'findings', holds: false, sentence: `The findings do not follow from the HARs: analysed again ${rules}, ${difference}.${remedy}${lack}` }
}

/** Of what a reader goes by beside the places. */
function judgeReport({ captures = [], findings = [] }: Partial<Report>, found: readonly Analysed[], faults: readonly string[], declared: readonly string[]): Check {
  const fewer = unnamedKinds(captures, findings.flatMap(({ leaks }) => leaks), found)
  if (faults.length > 0) {
    const isSame = captures.every(({ analysis }) => analysis.rulesDigest === found[0]?.analysis.rulesDigest)
    return { about: 'report', holds: isSame ? false : null, sentence: `The report says something else than its captures, analysed again${isSame ? '' : ' with other rules'}: ${someOf(faults)}.` }
  }
  const site = declared.length === 0 ? '' : ` Whose site it is was declared for the analysis, not recorded: ${someOf(declared)}.`
  return fewer.length > 0
    ? { about: 'report', holds: null, sentence: `The report follows from its captures, for which less was looked for now (${fewer.join(', ')}): --persona gives it.${site}` }
    : { about: 'report', holds: true, sentence: `The report follows from its captures: verdict, coverage with its reasons, notes, steps, what was stored, and who was contacted.${site}` }
}

/** Kinds of values that were looked for once, and not now. */
function unnamedKinds(captures: readonly ReportCapture[], leaks: readonly LeakRecord[], found: readonly Analysed[]): string[] {
  const addresses = (all: readonly LeakRecord[], id: string): boolean => all.some(({ captureId, matchSource }) => captureId === id && matchSource === 'client-ip')
  const kinds = captures.flatMap(({ captureId, analysis: { termCounts } }) => {
    const again = found.find(({ capture }) => capture.captureId === captureId)
    const lost = Object.entries(termCounts).filter(([kind, count]) => count > (again?.analysis.termCounts[kind] ?? 0)).map(([kind]) => kind)
    return [...lost, ...addresses(leaks, captureId) && !addresses(again?.leaks ?? [], captureId) ? ['network.ip'] : []]
  })
  return [...new Set(kinds)].sort()
}

/** Which data of others were of another version when the bundle was packed. */
function dataSentence(bag: Bag): string {
  const lists = listOf(memberOf(readJson(bag, PATHS.tools), 'lists')).filter((one) => hasTexts(one, 'name', 'version')) as { name: string; version: string }[]
  const other = lists.filter(({ name, version }) => DATA.some((one) => one === name) && versionOf(name, import.meta.url) !== version)
  return other.map(({ name, version }) => `, ${name} ${version}`).join('')
}

/** Which filter lists the bundle was made with and this analysis was not, or the other way round. */
function listsSentence(captures: readonly ReportCapture[], found: readonly Analysed[]): string {
  const { lacking, further } = listsApart(listsOf(captures), listsOf(found))
  return (lacking.length === 0 ? '' : ` with the filter ${lacking.length === 1 ? 'list' : 'lists'} ${lacking.join(', ')}, which --filter-list gives`) +
    (further.length === 0 ? '' : `${lacking.length === 0 ? ',' : ', and'} without ${further.join(', ')}`)
}

/** What follows from comparing captures, in figures. */
function comparedSentence(captures: readonly ReportCapture[], leaks: readonly LeakRecord[], lacking: ReadonlySet<string>): string {
  const held = captures.filter(({ captureId, analysis }) => analysis.control != null && !lacking.has(captureId))
  if (held.length === 0) return ''
  const ids = new Set(held.map(({ captureId }) => captureId))
  const own = leaks.filter(({ captureId }) => ids.has(captureId))
  const controls = new Set(held.flatMap(({ analysis }) => analysis.control?.captureIds ?? []))
  const dropped = held.reduce((sum, { analysis }) => sum + (analysis.control?.dropped ?? 0), 0)
  return ` Held against ${controls.size} ${controls.size === 1 ? 'capture' : 'captures'} of the control walk, the same ${dropped} ` +
    `coincidences were dropped and the same ${own.filter(({ control }) => control === 'confirmed').length} places confirmed; ` +
    `${own.filter((leak) => !isOfOneCapture(leak)).length} places rest on comparing captures alone.`
}

/** What the HARs themselves do not show. */
function aliasSentence(leaks: readonly LeakRecord[], diagnostics: readonly DiagnosticRecord[]): string {
  const { chains = {} } = aliasesIn(diagnostics) ?? {}
  const resting = leaks.filter(({ url, recipientVia }) => recipientVia === 'cname' && Object.hasOwn(chains, hostOf(url))).length
  return resting === 0 ? '' : ` ${resting} of them rest on aliases of host names that were looked up (--resolve-cnames) and that the report names; no HAR holds them.`
}

/** What the report does not show. */
function hiddenSentence(leaks: readonly LeakRecord[]): string {
  const count = leaks.filter(hides).length
  return count === 0 ? '' : ` Of ${count} of them the report hides a password, a code or a key that was typed, in the place of which anything fits.`
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : ''
}

/** Captures of which the comparison says something else now. */
function differingComparisons(
  captures: readonly ReportCapture[], diagnostics: readonly DiagnosticRecord[], found: readonly Analysed[],
): number {
  return captures.filter(({ captureId, analysis }) => {
    const again = found.find(({ capture }) => capture.captureId === captureId)
    return toText(analysis.control, captureId, diagnostics) !== toText(again?.analysis.control, captureId, again?.diagnostics ?? [])
  }).length
}

function toText(control: Analysed['analysis']['control'], captureId: string, diagnostics: readonly DiagnosticRecord[]): string {
  const notes = diagnostics.filter((one) => one.captureId === captureId && /^(control|differential)-/.test(one.code))
    .map(({ code, entry, message }) => JSON.stringify([code, entry, message])).sort()
  const record = control == null ? null : [control.persona, [...control.captureIds].sort(), control.unvaried, control.dropped, control.differential]
  return JSON.stringify([record, notes])
}

/** Writes what lies in the bundle under a name to a file. */
export async function extract(bag: Bag, name: string, file: string): Promise<void> {
  const chunks = bag.chunks(name)
  if (chunks === undefined || name.split('/').includes('..')) return
  makeFolder(dirname(file))
  await pipeline(Readable.from(chunks), createWriteStream(file, { mode: 0o600 }))
}

/** What follows from a comparison of several captures is not to be found in one. */
function isOfOneCapture({ matchSource, rule }: Pick<LeakRecord, 'matchSource' | 'rule'>): boolean {
  return matchSource !== 'differential' && rule !== RECURRING
}

/** A leak without what is different each time: its ids, and those of analysis and run. */
function toComparable({ leakId: _leak, analysisId: _analysis, runId: _run, ...leak }: LeakRecord, withoutControl: boolean): string {
  const control = withoutControl ? null : leak.control ?? null
  return JSON.stringify(Object.entries({ ...leak, control }).sort(([a], [b]) => (a < b ? -1 : 1)))
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
