/**
 * A copy of a bundle to hand out: who received what kind of datum, where and when, without the data. It is made, then
 * analysed, and only kept if analysis shows the same recipients and kinds and finds nothing that was redacted, in any
 * encoding that it can peel.
 */
import { randomBytes, type KeyObject } from 'node:crypto'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { aliasesIn } from '../aliases.js'
import { isTattleError, TattleError, toMessage } from '../errors.js'
import { few } from '../few.js'
import { isLost } from '../lost.js'
import type { Analysed, Coverage, DiagnosticRecord, LeakRecord, Report } from '../model.js'
import type { Persona } from '../persona.js'
import type { Rules } from '../rules.js'
import { textOf } from '../shapes.js'
import { version } from '../version.generated.js'
import { createDraft, openBag, type Bag, type Draft } from './bag.js'
import { sha256 } from './canonical.js'
import { writeNew } from './keys.js'
import { listsApart, listsOf } from './lists.js'
import { PATHS, personaPath, type EvidenceManifest } from './manifest.js'
import { seal, type Packed, type Sealing } from './pack.js'
import { readReport } from './bundle-json.js'
import { readTerms, type Analyse } from './together.js'
import { learnWords, redactCapture, type RedactedCapture } from './redact-capture.js'
import { createCopyCheck, type Left } from './redact-check.js'
import { createWords, type Words } from './redact-words.js'
import { written, type Exports } from './report-copies.js'
import { checkFiles, LONGEST_CHAIN } from './verify.js'

export interface RedactOptions extends Sealing {
  readonly bundle: string
  readonly out: string
  /** Where the salt is kept, or already lies. */
  readonly saltFile: string
  readonly exports: Exports
  /** By these is told what is to be redacted; `analyse` goes by them, too. */
  readonly rules: Rules
  readonly analyse: Analyse
  /** A report of what was analysed, and of what the run has lost. */
  readonly report: (analysed: readonly Analysed[], ofRun: readonly DiagnosticRecord[]) => Report
  readonly key: KeyObject | null
}

export interface Redacted extends Packed {
  /** How many values were redacted. */
  readonly values: number
  /** Recipients with a kind of datum, in the original and in the copy. */
  readonly flows: number
  /** Which filter lists the copy was analysed without, unlike the original; null where there is none. */
  readonly lists: string | null
  /** Captures that are not in the copy, because it would tell too much or too little of them. */
  readonly leftOut: readonly LeftOut[]
}

export interface LeftOut {
  /** In the original. */
  readonly captureId: string
  /** For whoever has the original. */
  readonly why: string
  /** For whoever has the copy. */
  readonly sentence: string
}

/** Throws a TattleError (`redaction-failed`: the copy would tell too much or too little of each capture); there is then nothing at `out`. */
export async function redactBundle(options: RedactOptions): Promise<Redacted> {
  const bag = await openBag(options.bundle)
  let draft: Draft | null = null
  let saltIsNew = false
  try {
    draft = createDraft(options.out)
    const { manifest, checks } = await checkFiles(bag)
    const bytes = bag.read(PATHS.manifest)
    const fault = checks.find(({ holds }) => holds === false)
    if (bytes === undefined || manifest === null || fault !== undefined) {
      throw new TattleError('bundle-unreadable', `${options.bundle} cannot be redacted. ${fault?.sentence ?? ''}`)
    }
    if (manifest.form === 'redacted') throw new TattleError('usage', `${options.bundle} is redacted already.`)
    const master = readSalt(options.saltFile)
    const words = createWords(master.salt)
    const report = readReport(bag)
    const lists = listsSentence(report, options.rules)
    const made = await redactCaptures(bag, manifest, report, draft.work, words, options)
    const check = createCopyCheck(words, options.rules, sitesOf(report), options.exports)
    const leftOut: LeftOut[] = []
    const kept: Made[] = []
    for (const one of made) {
      const why = whyNot(one, await check.inCapture(one.capture, () => options.report(one.analysed, [])))
      if (why === null) kept.push(one)
      else leftOut.push({ captureId: one.original, ...why })
    }
    if (kept.length === 0) throw failure(leftOut.map(({ why }) => why))
    const captures = kept.map(({ capture }) => capture)
    const flows = kept.reduce((sum, one) => sum + flowsIn(one).size, 0)
    const told = options.report(kept.flatMap(({ analysed }) => analysed), lossesOf(report, leftOut))
    await fill(draft, bag, captures, words, told, options.exports)
    const left = check.inFiles(draft, told)
    if (left.length > 0) throw failure([whatIsLeft(left)])
    const packed = await seal(draft, {
      ...manifest, form: 'redacted', original: sha256(bytes), createdAt: new Date().toISOString(),
      captures: captures.map(({ captureId }) => captureId),
      controls: [],
      tattleVersion: version, rulesDigest: options.rules.digest,
      missing: [...missingOf(manifest), ...leftOut.map(({ sentence }) => sentence), ...(lists === null ? [] : [lists])],
    }, options)
    if (!master.exists) {
      writeSalt(options.saltFile, master.salt)
      saltIsNew = true
    }
    await draft.finish()
    return { ...packed, values: words.secrets().length, flows, lists, leftOut }
  } catch (error) {
    draft?.discard()
    if (saltIsNew) rmSync(options.saltFile, { force: true })
    if (isTattleError(error) || !(error instanceof Error && 'syscall' in error)) throw error
    throw new TattleError('output-unwritable', `${options.out} cannot be written (${toMessage(error)}); make room, or name another place with --out.`, { cause: error })
  } finally {
    bag.close()
  }
}

function missingOf({ controls = [] }: EvidenceManifest): string[] {
  return [
    'Originals, pictures, response bodies, scenarios, configuration and the rows of the database are not in a redacted copy.',
    ...(controls.length === 0 ? [] : [
      `Nor are the ${controls.length} captures of the control walk: this copy shows each capture by itself, so what they showed to be coincidence stands among its findings, and what only the comparison showed does not.`,
    ]),
  ]
}

/** Categories come of the lists, and severities of them. Throws `usage` where the original was made without one of them. */
function listsSentence({ captures = [] }: Partial<Report>, { lists }: Rules): string | null {
  const { lacking, further } = listsApart(listsOf(captures), lists ?? [])
  if (further.length > 0) throw new TattleError('usage', `The bundle was made without the filter ${listWord(further)} ${further.join(', ')}: leave out what it was made without, so that the copy shows what the bundle does.`)
  return lacking.length === 0 ? null : `The findings of this copy were made without the filter ${listWord(lacking)} ${lacking.join(', ')}: categories of recipients and severities may differ from those of the original.`
}

function listWord({ length }: readonly string[]): string {
  return length === 1 ? 'list' : 'lists'
}

interface Made { readonly original: string; readonly coverage: Coverage; readonly capture: RedactedCapture; readonly analysed: readonly Analysed[]; readonly leaks: readonly LeakRecord[] }

async function redactCaptures(
  bag: Bag, manifest: EvidenceManifest, report: Partial<Report>, folder: string, words: Words, { bundle, analyse, rules }: RedactOptions,
): Promise<Made[]> {
  const given = readTerms(bag, null)
  const aliases = aliasesIn(report.diagnostics ?? [])
  const sites = sitesOf(report)
  const wanted = manifest.captures.map((captureId) => {
    const known = report.captures?.find((one) => one.captureId === captureId)
    if (known === undefined) throw new TattleError('bundle-unreadable', `The report in ${bundle} does not speak of the capture ${captureId}.`)
    const leaks = (report.findings ?? []).flatMap((finding) => finding.leaks.filter((leak) => leak.captureId === captureId))
    return { captureId, sites, harSha256: known.harSha256, firstParty: known.firstParty, target: known.target, leaks, given, aliases, coverage: known.coverage, isCompared: known.analysis.control != null }
  })
  // A first round learns what is to be redacted: what one capture shows to be an id stands in others as well.
  for (const one of wanted) {
    const source = join(folder, `learn-${one.captureId}`)
    await learnWords(bag, one, source, words, rules)
    rmSync(source, { recursive: true, force: true })
  }
  const made: Made[] = []
  for (const one of wanted) {
    const analysedOf = ({ path, persona }: RedactedCapture): Promise<readonly Analysed[]> =>
      analyse(path, { persona, values: [], clientIps: [] }, persona === null ? {} : one, null)
    let capture = await redactCapture(bag, one, join(folder, one.captureId), words, rules)
    let analysed = await analysedOf(capture)
    const shown = analysed.flatMap(({ leaks }) => leaks.filter(({ matchSource }) => matchSource === 'vocabulary'))
    if (shown.length > 0) {
      capture = await redactCapture(bag, one, join(folder, `${one.captureId}-again`), words, rules, shown)
      analysed = await analysedOf(capture)
    }
    // What a value is in one capture may be a word like others in the next.
    const told = new Set(one.leaks.map(flowOf))
    const invented = one.isCompared ? [] : analysed.flatMap(({ leaks }) => leaks.filter((leak) => !told.has(flowOf(leak))))
    if (invented.length > 0) {
      capture = await redactCapture(bag, one, join(folder, `${one.captureId}-plain`), words, rules, shown, invented)
      analysed = await analysedOf(capture)
    }
    made.push({ original: one.captureId, coverage: one.coverage, capture, leaks: one.leaks, analysed })
  }
  return made
}

export function readSalt(file: string): { salt: string; exists: boolean } {
  if (!existsSync(file)) return { salt: randomBytes(32).toString('hex'), exists: false }
  const salt = saltIn(file)
  if (!/^[0-9a-f]{64}$/.test(salt)) throw new TattleError('usage', `${file} holds no salt of tattle's; name another file with --salt-file.`)
  return { salt, exists: true }
}

function writeSalt(file: string, salt: string): void {
  try {
    writeNew(file, Buffer.from(`${JSON.stringify({ salt })}\n`), 0o600)
  } catch (cause) {
    throw new TattleError('output-unwritable', `The salt cannot be kept in ${file} (${toMessage(cause)}), and without it no value could be proved; name another place with --salt-file.`, { cause })
  }
}

function saltIn(file: string): string {
  try {
    return textOf(JSON.parse(readFileSync(file, 'utf8')), 'salt')
  } catch {
    return ''
  }
}

/** Names of the sites that were audited: they stand in the copy, whatever word is part of them. */
function sitesOf({ captures = [] }: Partial<Report>): string[] {
  const names = captures.flatMap(({ site, firstParty }) => [site, ...firstParty])
  return [...new Set(names)].filter((name) => name.includes('.')).sort((one, other) => other.length - one.length)
}

/** What the original shows of a capture. */
function flowsIn({ leaks }: Made): Set<string> {
  return new Set(leaks.filter(({ matchSource }) => matchSource !== 'differential').map(flowOf))
}

function flowOf({ recipientDomain, kind }: LeakRecord): string {
  return `${kind} → ${recipientDomain}`
}

/** From the least on. */
const COVERAGES: readonly Coverage[] = ['broken', 'limited', 'full']

/** Null where the copy shows what the original does, and nothing that was redacted. */
function whyNot(made: Made, left: readonly Left[]): Pick<LeftOut, 'why' | 'sentence'> | null {
  const now = new Set(made.analysed.flatMap(({ leaks }) => leaks.map(flowOf)))
  const lost = [...flowsIn(made)].filter((flow) => !now.has(flow))
  const sentence = (why: string): string => `The capture ${made.original} is not in this copy, because ${why}.`
  if (left.length > 0) return { why: whatIsLeft(left), sentence: sentence(`something redacted would be left of it (${kindsOf(left)})`) }
  if (made.analysed.some(({ capture }) => COVERAGES.indexOf(capture.coverage) > COVERAGES.indexOf(made.coverage))) {
    return { why: `The coverage of the original is ${made.coverage}`, sentence: sentence(`the copy would not show that its coverage is ${made.coverage}`) }
  }
  if (lost.length > 0) {
    return { why: `The redacted copy would no longer show ${few(lost, 5, ', ')}`, sentence: sentence('the copy would no longer show all that the original shows of it') }
  }
  return null
}

function whatIsLeft(left: readonly Left[]): string {
  return `Something redacted would be left in the copy: ${left.map(({ place, kind }) => `${place} (${kind})`).join('; ')}`
}

function kindsOf(left: readonly Left[]): string {
  return [...new Set(left.map(({ kind }) => kind))].join(', ')
}

function failure(reasons: readonly string[]): TattleError {
  return new TattleError('redaction-failed', `${few(reasons, 3, '. ')}. Nothing was written.`)
}

/** What the copy tells nothing of leaves it inconclusive, as it does the original. Whose words may tell of a person are not repeated. */
function lossesOf({ diagnostics = [] }: Partial<Report>, leftOut: readonly LeftOut[]): DiagnosticRecord[] {
  const codes = [...new Set(diagnostics.filter(isLost).map(({ code }) => code))]
  const of = (code: string, message: string): DiagnosticRecord => ({ analysisId: null, captureId: null, runId: '', code, entry: null, message })
  return [...codes.map((code) => of(code, LOST)), ...leftOut.map(({ sentence }) => of('capture-left-out', sentence))]
}

const LOST = 'Something that the run was to tell of was not captured, or could not be read; the report of the original says what.'

async function fill(
  draft: Draft, bag: Bag, captures: readonly RedactedCapture[], words: Words, report: Report, exports: RedactOptions['exports'],
): Promise<void> {
  for (const { captureId, folder, files } of captures) {
    for (const name of files) await draft.add(`${PATHS.captures}${captureId}/${name}`, readFileSync(join(folder, name)))
  }
  const [imported] = captures.flatMap(({ persona }) => persona ?? [])
  if (imported !== undefined) {
    const persona: Persona = { ...imported, values: words.byKind() }
    await draft.add(personaPath(persona.id), `${JSON.stringify(persona, null, 2)}\n`)
    await draft.add(PATHS.terms, `${JSON.stringify({ persona: persona.id, values: [], clientIps: [] }, null, 2)}\n`)
  }
  await draft.add(PATHS.links, bag.read(PATHS.links, LONGEST_CHAIN) ?? '')
  for (const [name, reporter] of Object.entries(exports)) {
    await draft.add(`data/${name}`, written(reporter, report))
  }
}
