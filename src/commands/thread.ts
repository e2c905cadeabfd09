/** A thread of `analyzeInThreads`: is told pieces one by one, and answers each with what came of it. */
import { parentPort, workerData } from 'node:worker_threads'
import { createSpool, type SpoolFile } from '../assess/spool.js'
import type { AnalyzeOptions } from '../analysis.js'
import { createRules } from '../rules.js'
import { analyzeOne, type HandedOver, type Piece, type ThreadOutcome } from './inputs.js'

function listen(): void {
  const options = workerData as AnalyzeOptions
  const rules = createRules(options.filterLists)
  parentPort?.on('message', ({ input, share }: Piece) => {
    void answer(input, { ...options, share }, rules).then((outcome) => parentPort?.postMessage(outcome))
  })
}

async function answer(input: string, options: AnalyzeOptions, rules: ReturnType<typeof createRules>): Promise<ThreadOutcome> {
  const { analyses, refused } = await analyzeOne(input, options, await rules)
  const handedOver = analyses.map(({ rows, document, close }): HandedOver => {
    const { requests, leaks, ...rest } = rows
    const given = { rest, document, requests: toFile(requests), leaks: toFile(leaks) }
    close()
    return given
  })
  return { analyses: handedOver, refused }
}

function toFile(rows: Iterable<unknown>): SpoolFile {
  const spool = createSpool<unknown>(0)
  for (const row of rows) spool.push(row)
  return spool.handOver()
}

listen()
