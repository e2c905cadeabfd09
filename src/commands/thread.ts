/** A thread of `analyzeInThreads`: is told pieces one by one, and answers each with what came of it. */
import { parentPort, workerData } from 'node:worker_threads'
import type { AnalyzeOptions } from '../analysis.js'
import { createRules } from '../rules.js'
import { createHandover } from '../store/handover.js'
import { analyzeOne, toHanded, type Piece, type ThreadOutcome } from './inputs.js'

export function listen(): void {
  const handOver = createHandover()
  const options = workerData as AnalyzeOptions
  const rules = createRules(options.filterLists)
  parentPort?.on('message', ({ input, share }: Piece) => {
    void answer(input, { ...options, share }, rules, handOver).then((outcome) => parentPort?.postMessage(outcome))
  })
}

async function answer(
  input: string, options: AnalyzeOptions, rules: ReturnType<typeof createRules>,
  handOver: ReturnType<typeof createHandover>,
): Promise<ThreadOutcome> {
  const { analyses, refused } = await analyzeOne(input, options, await rules)
  return { analyses: analyses.map((one) => toHanded(one, handOver)), refused }
}
