/**
 * Analyses the inputs of one command: one after the other, or, where there are several documents and they are not small,
 * on as many threads as there are processors. The outcome is the same, in the order of the inputs.
 */
import { availableParallelism } from 'node:os'
import type { Worker } from 'node:worker_threads'
import type { Analysis, AnalyzeOptions, Share } from '../analysis.js'
import { isOfInput, type ErrorCode } from '../errors.js'
import { few } from '../few.js'
import { foldersLeftOut, inputsIn, openInput, statsAt } from '../har/read.js'
import type { AnalysedRows } from '../model.js'
import { analyzeRows } from '../pipeline.js'
import { createRules, type Rules } from '../rules.js'
import { createHandover, type HandedOver } from '../store/handover.js'
import { createTakeover } from '../store/takeover.js'
import { keepHeapSmall } from './engine.js'

export interface Outcome {
  readonly analyses: readonly Analysis[]
  readonly refused: readonly Refused[]
}

export interface Refused {
  readonly code: ErrorCode
  readonly message: string
  /** Which document of its input it was. */
  readonly document: number
}

/** Told now and then, in a few words, how far things are. */
export type Told = (text: string) => void

/** What a thread gives back of one input. */
export interface ThreadOutcome {
  readonly analyses: readonly HandedAnalysis[]
  readonly refused: readonly Refused[]
}
export interface HandedAnalysis {
  readonly rest: Omit<AnalysedRows, 'requests' | 'leaks'>
  readonly document: number
  readonly rows: HandedOver
}

/** What a thread is given at a time: an input, or its share of the documents of one. */
export interface Piece {
  readonly input: string
  readonly share: Share
}

/**
 * Below this, several threads take longer than one: each has to become quick by itself, hands its rows over, and takes the
 * processor on which V8 would compile for the first.
 */
const WORTH_BYTES = 128 * 1024 * 1024
/** From here on the heap would grow beyond what a constant memory allows; collecting more often costs little. */
const LARGE_BYTES = 8 * 1024 * 1024
/** Of the heap of each thread, which does not obey what the first one was told: the part for what soon dies. */
const YOUNG_MEGABYTES = 8
/** HARs are packed to about a twentieth. */
const PACKED = 20
/** Of an archive, for each thread. Each opens it anew. */
const PARTS = 4
const MOST_NAMED = 5
/** Bytes of HARs whose rows are kept as they are until they are written; those of further ones are handed over. */
const MOST_KEPT_BYTES = 4 * 1024 * 1024

/** One outcome for each input; of a folder, one for each input in it, and one for what it holds besides. */
export async function analyzeInputs(inputs: readonly string[], options: AnalyzeOptions, told: Told): Promise<Outcome[]> {
  const single = inputs.flatMap(unfolded)
  const bytes = single.reduce((sum, input) => sum + weightOf(input), 0)
  if (bytes >= LARGE_BYTES) keepHeapSmall()
  const outcomes = await analyzeEach(single, bytes, options, told)
  return [...outcomes, ...inputs.flatMap(leftOut)]
}

async function analyzeEach(single: readonly string[], bytes: number, options: AnalyzeOptions, told: Told): Promise<Outcome[]> {
  const threads = bytes < WORTH_BYTES || single.includes('-') ? 1 : availableParallelism()
  if (threads < 2) return analyzeInTurn(single, options, told)
  const pieces = await piecesOf(single, threads)
  return pieces.length < 2 ? analyzeInTurn(single, options, told) : analyzeInThreads(pieces, options, told)
}

/** The inputs in a folder, or what is no such folder as it is. */
function unfolded(input: string): readonly string[] {
  if (input === '-' || statsAt(input)?.isDirectory() !== true) return [input]
  const within = inputsIn(input) ?? []
  return within.length === 0 ? [input] : within
}

/** Of a folder the folders in it are not read: where they hold what could have been meant, that is an input less. */
function leftOut(input: string): Outcome[] {
  if (input === '-' || statsAt(input)?.isDirectory() !== true || inputsIn(input) === undefined) return []
  const names = foldersLeftOut(input)
  if (names.length === 0) return []
  const message = `The folder ${input} has folders in it with HARs or captures, which were not read: ${few(names, MOST_NAMED)}. Give them as well.`
  return [{ analyses: [], refused: [{ code: 'har-unreadable', message, document: 0 }] }]
}

/** Bytes of the HAR, as far as the file tells; what is piped in may be of any size. */
function weightOf(input: string): number {
  if (input === '-') return LARGE_BYTES
  const bytes = statsAt(input)?.size ?? 0
  return /\.(?:zip|gz)$/i.test(input) ? PACKED * bytes : bytes
}

/** An archive with several documents is shared by the threads, in more parts than they are: some are done sooner. */
async function piecesOf(inputs: readonly string[], threads: number): Promise<Piece[]> {
  const pieces: Piece[] = []
  for (const input of inputs) {
    const of = Math.min(PARTS * threads, /\.zip$/i.test(input) ? await documentsIn(input) : 1)
    for (let at = 0; at < of; at++) pieces.push({ input, share: { at, of } })
  }
  return pieces
}

/** At least one: what cannot be opened is refused by whoever analyses it. */
async function documentsIn(input: string): Promise<number> {
  try {
    const documents = await openInput(input)
    for (const document of documents) document.close()
    return Math.max(1, documents.length)
  } catch {
    return 1
  }
}

/** `mostKept`: bytes, see `MOST_KEPT_BYTES`. */
export async function analyzeInTurn(
  inputs: readonly string[], options: AnalyzeOptions, told: Told, mostKept = MOST_KEPT_BYTES,
): Promise<Outcome[]> {
  const rules = await createRules(options.filterLists)
  const keep = createKeeping(mostKept)
  const outcomes: Outcome[] = []
  for (const [at, input] of inputs.entries()) {
    const progress = (entries: number): void => told(`${at + 1} of ${inputs.length}: ${input}, ${entries} entries`)
    progress(0)
    outcomes.push(await analyzeOne(input, { ...options, progress }, rules, keep))
  }
  return outcomes
}

/** An archive has thousands of HARs: what a small one leaves until all are written adds up. */
function createKeeping(mostKept: number): (analysis: Analysis) => Analysis {
  const handOver = createHandover()
  const take = createTakeover()
  let kept = 0
  return (analysis) => {
    if (kept >= mostKept) return toAnalysis(toHanded(analysis, handOver), take)
    for (const { bytes } of analysis.rows.capture.files) kept += bytes
    return analysis
  }
}

/** Its rows, out of what they would be made from. */
export function toHanded({ rows, document, close }: Analysis, handOver: ReturnType<typeof createHandover>): HandedAnalysis {
  const { requests, leaks, ...rest } = rows
  const handed = { rest, document, rows: handOver({ requests, leaks }) }
  close()
  return handed
}

function toAnalysis({ rest, document, rows }: HandedAnalysis, take: ReturnType<typeof createTakeover>): Analysis {
  const { close, ...taken } = take(rows)
  return { rows: { ...rest, ...taken }, document, close }
}

/** One unreadable document among many is refused, the others are analysed. `keep`: see `analyzeRows`. */
export async function analyzeOne(
  input: string, options: AnalyzeOptions, rules: Rules, keep?: (analysis: Analysis) => Analysis,
): Promise<Outcome> {
  const refused: Refused[] = []
  const refuse = ({ code, message }: Omit<Refused, 'document'>, document: number): void => void refused.push({ code, message, document })
  try {
    const found = await analyzeRows(input, { ...options, rules, refuse }, keep)
    // Only of captures of tattle's own is anything known to check.
    if (!found.some(({ rows }) => rows.capture.files.some(({ name }) => name !== 'har'))) return { analyses: found, refused }
    const { withMembersChecked } = await import('../evidence/originals.js')
    const checked = await withMembersChecked(input, found.map(({ rows }) => rows))
    return { analyses: found.map((one, at) => ({ ...one, rows: checked[at] ?? one.rows })), refused }
  } catch (error) {
    if (!isOfInput(error)) throw error
    refuse(error, options.share?.at ?? 0)
    return { analyses: [], refused }
  }
}

/** One outcome for each input of the pieces, in their order. */
export async function analyzeInThreads(pieces: readonly Piece[], options: AnalyzeOptions, told: Told): Promise<Outcome[]> {
  const { Worker } = await import('node:worker_threads')
  const outcomes: Outcome[] = []
  const take = createTakeover()
  // What takes longest is not begun when all others are done.
  const weight = ({ input, share }: Piece): number => weightOf(input) / share.of
  const waiting = [...pieces.keys()].sort((one, other) => weight(pieces[other]!) - weight(pieces[one]!))
  let done = 0
  const work = async (): Promise<void> => {
    // What a thread has opened outlives it: the rows are read here.
    const worker = new Worker(new URL('../thread.js', import.meta.url), {
      workerData: options, trackUnmanagedFds: false, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    })
    try {
      for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
        const { analyses, refused } = await ask(worker, pieces[at]!)
        outcomes[at] = { analyses: analyses.map((one) => toAnalysis(one, take)), refused }
        told(`${++done} of ${pieces.length} analysed`)
      }
    } finally {
      await worker.terminate()
    }
  }
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), pieces.length) }, work))
  return joined(pieces, outcomes)
}

/** Puts the shares of each input together again. */
function joined(pieces: readonly Piece[], outcomes: readonly Outcome[]): Outcome[] {
  const byDocument = (one: { readonly document: number }, other: { readonly document: number }): number => one.document - other.document
  return pieces.flatMap(({ share }, first) => {
    if (share.at !== 0) return []
    const shares = outcomes.slice(first, first + share.of)
    return [{
      analyses: shares.flatMap(({ analyses }) => analyses).sort(byDocument),
      refused: shares.flatMap(({ refused }) => refused).sort(byDocument),
    }]
  })
}

function ask(worker: Worker, piece: Piece): Promise<ThreadOutcome> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void): void => {
      worker.off('message', answered).off('error', failed).off('exit', ended)
      act()
    }
    const answered = (outcome: ThreadOutcome): void => settle(() => resolve(outcome))
    const failed = (error: unknown): void => settle(() => reject(error))
    const ended = (): void => settle(() => reject(new Error(`The thread that analysed ${piece.input} has ended.`)))
    worker.on('message', answered).on('error', failed).on('exit', ended)
    worker.postMessage(piece)
  })
}
