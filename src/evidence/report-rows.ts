/** Whether the report of a bundle says what the rows of the database say, which lie beside it in the chain. */
import { hash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { toMessage } from '../errors.js'
import type { AnalysisRecord, DiagnosticRecord, LeakRecord } from '../model.js'
import { isObject } from '../shapes.js'
import type { Link } from '../store/chain.js'
import { columns, toReader, type Taken } from '../store/rows.js'
import type { Bag } from './bag.js'
import { holdsDespite, type ReportOnDisk } from './bundle-json.js'
import type { EvidenceManifest } from './manifest.js'
import type { Check } from './verify.js'

export const ROWS = /^data\/chain\/rows-(\d+)\.txt$/
const MOST_NAMED = 5

/** `report` rejects where there is none; `links`: of the chain in the bundle, in their order. */
export async function checkRows(bag: Bag, report: () => Promise<ReportOnDisk>, { form, runId }: EvidenceManifest, links: readonly Link[]): Promise<Check[]> {
  if (form === 'redacted') return [] // the rows hold what was redacted
  try {
    const { faults, analyses, leaks, notes } = await compareRows(bag, await report())
    const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`
    const said = [`verdict and coverage of ${counted(analyses.size, 'capture')}`, counted(leaks, 'place'), counted(notes, 'note')]
    const check: Check = {
      about: 'report', holds: faults.length === 0,
      sentence: faults.length === 0
        ? `The report says what the rows of the database say: ${said.join(', ')}.`
        : `The report says something else than the rows of the database: ${someOf(faults)}.`,
    }
    const left = leftOut(links, runId, analyses)
    return left === 0 ? [check] : [check, {
      about: 'report', holds: null,
      sentence: `${left} of the analyses that the chain names behind this run and before the next ${left === 1 ? 'is' : 'are'} not in ` +
        'the bundle: removed after their time, of another run at the same time, or left out.',
    }]
  } catch (error) {
    return [{ about: 'report', holds: holdsDespite(error), sentence: `The report cannot be held against the rows of the database: ${toMessage(error)}` }]
  }
}

export function someOf(faults: readonly string[]): string {
  return `${faults.slice(0, MOST_NAMED).join('; ')}${faults.length > MOST_NAMED ? `; and ${faults.length - MOST_NAMED} more` : ''}`
}

interface Compared {
  readonly faults: readonly string[]
  /** Ids of those whose rows are there. */
  readonly analyses: ReadonlySet<string>
  readonly leaks: number
  readonly notes: number
}

async function compareRows(bag: Bag, { captures = [], findings, diagnostics = [] }: ReportOnDisk): Promise<Compared> {
  const faults: string[] = []
  const toAnalysis = toReader<AnalysisRecord>(columns.analysis)
  const toTaken = toReader<Taken>(columns.taken)
  const toLeak = toReader<LeakRecord>(columns.leak)
  const toNote = toReader<DiagnosticRecord>(columns.diagnostic)
  const analyses = new Set<string>()
  const told = new Map(captures.map((capture) => [capture.analysis.analysisId, capture]))
  const places = createTally(placesOf(findings))
  // What a run says of itself has its rows only in newer bundles.
  const notes = createTally(diagnostics.filter(({ analysisId }) => analysisId !== null).map(noteOf))
  const ofRun = createTally(diagnostics.filter(({ analysisId }) => analysisId === null).map(noteOf))
  for await (const [table, row] of rowsOf(bag)) {
    if (table === 'leaks') places.take(placeOf(toLeak(row)))
    if (table === 'diagnostics') {
      const note = toNote(row)
      ;(note.analysisId == null ? ofRun : notes).take(noteOf(note))
    }
    if (table !== 'analyses') continue
    const { path: _, ...analysis } = { ...toAnalysis(row), ...toTaken(row) } // it may have been moved
    analyses.add(analysis.analysisId)
    const capture = told.get(analysis.analysisId)
    if (capture === undefined) faults.push(`it lacks the capture ${analysis.captureId}`)
    else faults.push(...apart(analysis.captureId, { ...capture, ...capture.analysis }, withoutNull(analysis), 'by the rows'))
  }
  for (const [analysisId, { captureId }] of told) if (!analyses.has(analysisId)) faults.push(`no rows are there of the capture ${captureId}`)
  faults.push(...[
    [places.lacking(), 'places of the rows are not in it'], [places.left(), 'places in it are in no row'],
    [notes.lacking() + ofRun.lacking(), 'notes of the rows are not in it'], [notes.left(), 'notes in it are in no row'],
  ].flatMap(([count, what]) => count === 0 ? [] : [`${count} ${what}`]))
  return { faults, analyses, leaks: places.taken(), notes: notes.taken() + ofRun.taken() }
}

function* placesOf(findings: ReportOnDisk['findings']): Generator<string> {
  for (const { leaks } of findings) for (const leak of leaks) yield placeOf(leak)
}

function placeOf(leak: LeakRecord): string {
  return JSON.stringify(Object.keys(columns.leak).map((name) => leak[name as keyof LeakRecord] ?? null))
}

export function noteOf({ analysisId, captureId, code, entry, message }: DiagnosticRecord): string {
  return JSON.stringify([analysisId ?? null, captureId ?? null, code, entry ?? null, message])
}

/** NULLs are left out of rows: of what an analysis did not take for something else, the capture's own stands. */
function withoutNull(row: object): object {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value != null))
}

/** Texts that are expected, and were come upon, as often as they were. */
export interface Tally {
  take(text: string): void
  taken(): number
  /** How many were come upon and not expected, and the other way round. */
  lacking(): number
  left(): number
}

export function createTally(expected: Iterable<string>): Tally {
  const counts = new Map<string, number>()
  const keyOf = (text: string): string => hash('sha256', text, 'base64') // there may be a million of them
  for (const text of expected) counts.set(keyOf(text), (counts.get(keyOf(text)) ?? 0) + 1)
  let [taken, lacking] = [0, 0]
  return {
    take(text) {
      const key = keyOf(text)
      const count = counts.get(key) ?? 0
      taken++
      if (count === 0) lacking++
      else counts.set(key, count - 1)
    },
    taken: () => taken,
    lacking: () => lacking,
    left: () => [...counts.values()].reduce((sum, count) => sum + count, 0),
  }
}

/** One sentence for each thing that the report says of a capture, and `found` says otherwise. */
export function apart(captureId: string, told: object, found: object, by: string, isSame = isDeepStrictEqual): string[] {
  const values = told as Readonly<Record<string, unknown>>
  return Object.entries(found).filter(([name, value]) => !isSame(values[name] ?? null, value ?? null))
    .map(([name, value]) => `${name} of ${captureId} is ${shown(values[name])} in it and ${shown(value)} ${by}`)
}

export function shown(value: unknown): string {
  const text = JSON.stringify(value ?? null)
  return text.length > 100 ? `${text.slice(0, 100)}…` : text
}

async function* rowsOf(bag: Bag): AsyncGenerator<[table: string, row: unknown]> {
  for (const name of bag.names.filter((one) => ROWS.test(one))) {
    for await (const line of linesOf(bag.chunks(name) ?? [])) {
      const at = line.indexOf(' ')
      const row = parsed(line.slice(at + 1))
      if (at > 0 && isObject(row)) yield [line.slice(0, at), row]
    }
  }
}

/** A row is one line, whatever else a text of it may hold that others break lines at. */
async function* linesOf(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of chunks) {
    const lines = `${rest}${decoder.decode(chunk, { stream: true })}`.split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  yield rest
}

/** Rows that were changed do not fit their link: that is said of the chain. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** How many analyses were written in one with the run, as far as the chain tells, and have no rows here. */
function leftOut(links: readonly Link[], runId: string, analyses: ReadonlySet<string>): number {
  const from = links.findIndex(({ subject, id }) => subject === 'run' && id === runId)
  const behind = from < 0 ? [] : links.slice(from + 1)
  const next = behind.findIndex(({ subject }) => subject === 'run' || subject === 'tombstone')
  return behind.slice(0, next < 0 ? undefined : next).filter(({ subject, id }) => subject === 'analysis' && !analyses.has(id)).length
}
