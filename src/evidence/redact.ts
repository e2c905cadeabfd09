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
import type { Analysed, LeakRecord, Report } from '../model.js'
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
import { readTerms, type Analyse, type Terms } from './together.js'
import { learnWords, redactCapture, type RedactedCapture } from './redact-capture.js'
import { checkNothingLeft } from './redact-check.js'
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
  /** A report of what was analysed. */
  readonly report: (analysed: readonly Analysed[]) => Report
  readonly key: KeyObject | null
}

export interface Redacted extends Packed {
  /** How many values were redacted. */
  readonly values: number
  /** Recipients with a kind of datum, in the original and in the copy. */
  readonly flows: number
  /** Which filter lists the copy was analysed without, unlike the original; null where there is none. */
  readonly lists: string | null
}

/** Throws a TattleError (`redaction-failed`: the copy would tell too much or too little); there is then nothing at `out`. */
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
    const captures = made.map(({ capture }) => capture)
    const flows = compareFlows(made)
    await fill(draft, bag, captures, words, options.report(made.flatMap(({ analysed }) => analysed)), options.exports)
    await checkNothingLeft(draft, captures, words, options.rules)
    const packed = await seal(draft, {
      ...manifest, form: 'redacted', original: sha256(bytes), createdAt: new Date().toISOString(),
      captures: captures.map(({ captureId }) => captureId),
      controls: [],
      tattleVersion: version, rulesDigest: options.rules.digest,
      missing: [...missingOf(manifest), ...(lists === null ? [] : [lists])],
    }, options)
    if (!master.exists) {
      writeSalt(options.saltFile, master.salt)
      saltIsNew = true
    }
    await draft.finish()
    return { ...packed, values: words.secrets().length, flows, lists }
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

interface Made { readonly capture: RedactedCapture; readonly analysed: readonly Analysed[]; readonly leaks: readonly LeakRecord[] }

async function redactCaptures(
  bag: Bag, manifest: EvidenceManifest, report: Partial<Report>, folder: string, words: Words, { bundle, analyse, rules }: RedactOptions,
): Promise<Made[]> {
  const given = readTerms(bag, null)
  const aliases = aliasesIn(report.diagnostics ?? [])
  const wanted = manifest.captures.map((captureId) => {
    const known = report.captures?.find((one) => one.captureId === captureId)
    if (known === undefined) throw new TattleError('bundle-unreadable', `The report in ${bundle} does not speak of the capture ${captureId}.`)
    const leaks = (report.findings ?? []).flatMap((finding) => finding.leaks.filter((leak) => leak.captureId === captureId))
    return { captureId, harSha256: known.harSha256, firstParty: known.firstParty, target: known.target, leaks, given, aliases }
  })
  // A first round learns what is to be redacted: what one capture shows to be an id stands in others as well.
  for (const one of wanted) {
    const source = join(folder, `learn-${one.captureId}`)
    await learnWords(bag, one, source, words, rules)
    rmSync(source, { recursive: true, force: true })
  }
  const made: Made[] = []
  for (const one of wanted) {
    const capture = await redactCapture(bag, one, join(folder, one.captureId), words, rules)
    const terms: Terms = { persona: capture.persona, values: [], clientIps: [] }
    made.push({ capture, leaks: one.leaks, analysed: await analyse(capture.path, terms, capture.persona === null ? {} : one, null) })
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

/** How many flows there are; throws where the copy lacks one that the original has. */
function compareFlows(made: readonly Made[]): number {
  const lost: string[] = []
  let count = 0
  for (const { analysed, leaks } of made) {
    const flowOf = ({ recipientDomain, kind }: LeakRecord): string => `${kind} → ${recipientDomain}`
    const now = new Set(analysed.flatMap((one) => one.leaks.map(flowOf)))
    const before = new Set(leaks.filter(({ matchSource }) => matchSource !== 'differential').map(flowOf))
    count += before.size
    for (const flow of before) if (!now.has(flow)) lost.push(flow)
  }
  if (lost.length === 0) return count
  throw new TattleError('redaction-failed', `The redacted copy would no longer show ${few(lost, 5, ', ')}; nothing was written.`)
}

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
