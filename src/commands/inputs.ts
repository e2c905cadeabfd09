/**
 * Analyses the inputs of one command: one after the other, or, where there are several and they are not small, on as
 * many threads as there are processors. The outcome is the same, in the order of the inputs.
 */
import { statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { spoolOf, type SpoolFile } from '../assess/spool.js'
import { isTattleError, type ErrorCode } from '../errors.js'
import type { AnalysedRows, LeakRecord, RequestRecord } from '../model.js'
import { analyzeRows, type Analysis, type AnalyzeOptions } from '../pipeline.js'
import { createRules, type Rules } from '../rules.js'

export interface Outcome {
  readonly analyses: readonly Analysis[]
  readonly refused: readonly Refused[]
}

export interface Refused {
  readonly code: ErrorCode
  readonly message: string
}

/** Told now and then, in a few words, how far things are. */
export type Told = (text: string) => void

/** What a thread gives back of one input: the rows stay in files whose descriptors all threads share. */
export interface ThreadOutcome {
  readonly analyses: readonly HandedOver[]
  readonly refused: readonly Refused[]
}
export interface HandedOver {
  readonly rest: Omit<AnalysedRows, 'requests' | 'leaks'>
  readonly requests: SpoolFile
  readonly leaks: SpoolFile
}

/** What the thread's own start costs. */
const WORTH_BYTES = 16 * 1024 * 1024

export function isWorthThreads(inputs: readonly string[]): boolean {
  if (inputs.length < 2 || inputs.includes('-') || availableParallelism() < 2) return false
  return inputs.reduce((sum, input) => sum + (statSync(input, { throwIfNoEntry: false })?.size ?? 0), 0) >= WORTH_BYTES
}

export async function analyzeInTurn(inputs: readonly string[], options: AnalyzeOptions, told: Told): Promise<Outcome[]> {
  const rules = await createRules(options.filterLists)
  const outcomes: Outcome[] = []
  for (const [at, input] of inputs.entries()) {
    const progress = (entries: number): void => told(`${at + 1} of ${inputs.length}: ${input}, ${entries} entries`)
    progress(0)
    outcomes.push(await analyzeOne(input, { ...options, progress }, rules))
  }
  return outcomes
}

/** One unreadable document among many is refused, the others are analysed. */
export async function analyzeOne(input: string, options: AnalyzeOptions, rules: Rules): Promise<Outcome> {
  const refused: Refused[] = []
  const refuse = ({ code, message }: Refused): void => void refused.push({ code, message })
  try {
    const found = await analyzeRows(input, { ...options, rules, refuse })
    const [one] = found
    if (one === undefined || found.length > 1) return { analyses: found, refused }
    // Only of a capture of tattle's own is anything known to check.
    if (one.rows.capture.files.length === 0) return { analyses: found, refused }
    const { withMembersChecked } = await import('../evidence/originals.js')
    return { analyses: [{ ...one, rows: await withMembersChecked(input, one.rows) }], refused }
  } catch (error) {
    if (!isTattleError(error)) throw error
    refuse(error)
    return { analyses: [], refused }
  }
}

export async function analyzeInThreads(inputs: readonly string[], options: AnalyzeOptions, told: Told): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  let next = 0
  let done = 0
  const work = async (): Promise<void> => {
    // What a thread has opened outlives it: the rows are read here.
    const worker = new Worker(new URL('thread.js', import.meta.url), { workerData: options, trackUnmanagedFds: false })
    try {
      for (let at = next++; at < inputs.length; at = next++) {
        outcomes[at] = toOutcome(await ask(worker, inputs[at]!))
        told(`${++done} of ${inputs.length} analysed`)
      }
    } finally {
      await worker.terminate()
    }
  }
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), inputs.length) }, work))
  return outcomes
}

function ask(worker: Worker, input: string): Promise<ThreadOutcome> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void): void => {
      worker.off('message', answered).off('error', failed).off('exit', ended)
      act()
    }
    const answered = (outcome: ThreadOutcome): void => settle(() => resolve(outcome))
    const failed = (error: unknown): void => settle(() => reject(error))
    const ended = (): void => settle(() => reject(new Error(`The thread that analysed ${input} has ended.`)))
    worker.on('message', answered).on('error', failed).on('exit', ended)
    worker.postMessage(input)
  })
}

function toOutcome({ analyses, refused }: ThreadOutcome): Outcome {
  return {
    refused,
    analyses: analyses.map(({ rest, ...files }) => {
      const requests = spoolOf<RequestRecord>(files.requests)
      const leaks = spoolOf<LeakRecord>(files.leaks)
      return {
        rows: { ...rest, requests: requests.items(), leaks: leaks.items() },
        close: () => {
          requests.close()
          leaks.close()
        },
      }
    }),
  }
}
