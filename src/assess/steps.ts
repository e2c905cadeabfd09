/**
 * Which step of a scenario a request belongs to: the one that was running when it was caused, which is when it left, or
 * when the first hop of the redirects left that led to it; where none was, the one that had run last. Near a boundary that
 * is an estimate: recorded start times lag behind the action by some tens of milliseconds.
 */
import type { CaptureStep } from '../capture/manifest.js'
import type { Analysed, AnalysedRows, Caused, LeakRecord, RequestRecord, StepRecord } from '../model.js'
import { mapped } from './mapped.js'

/** Who waits does nothing to the page: what is sent meanwhile is of what was done before, or is done beside it. */
const WAITS = /^(?:\w+\.)?wait ?for/i

/**
 * The title of the step at `time` (ISO 8601): the innermost `test.step`, else the innermost action, else the step that
 * had ended last; null before the first. Among actions, that of the line `location` goes first, where it is known: of
 * two that were running one may still have waited for its element.
 */
export function stepAt(steps: readonly CaptureStep[], time: string | null, location: string | null = null): string | null {
  const at = time === null ? Number.NaN : Date.parse(time)
  if (Number.isNaN(at)) return null
  let named: string | null = null
  let action: string | null = null
  let known: string | null = null
  let last: { title: string; ended: number; named: boolean } | null = null
  for (const step of steps) {
    if (step.category !== 'test.step' && (step.category !== 'pw:api' || WAITS.test(step.title))) continue
    const started = Date.parse(step.startedAt)
    const ended = step.endedAt === null ? Number.POSITIVE_INFINITY : Date.parse(step.endedAt)
    if (started > at) continue
    const isNamed = step.category === 'test.step'
    if (!isNamed && location !== null && step.location === location) known = step.title
    if (ended >= at) {
      if (isNamed) named = step.title
      else action = step.title
    } else if (last === null || ended > last.ended || (ended === last.ended && isNamed && !last.named)) {
      last = { title: step.title, ended, named: isNamed }
    }
  }
  if (named !== null) return named
  if (action === null && last?.named === true) return last.title
  return known ?? action ?? last?.title ?? null
}

/** The analysis with its steps: the rows themselves, and the step of each request and leak. */
export function withSteps(analysed: Analysed, steps: readonly CaptureStep[]): Analysed {
  const rows = withStepRows(analysed, steps)
  return { ...rows, requests: [...rows.requests], leaks: [...rows.leaks] }
}

/** The same for rows that are made as they are asked for. */
export function withStepRows(analysed: AnalysedRows, steps: readonly CaptureStep[]): AnalysedRows {
  const { captureId } = analysed.capture
  const stepOf = ({ causedAt, startedAt, actionLocation }: (RequestRecord | LeakRecord) & Caused): string | null =>
    stepAt(steps, causedAt ?? startedAt, actionLocation)
  const rows: StepRecord[] = steps.map((step, ordinal) => ({ captureId, ordinal, ...step }))
  return {
    ...analysed,
    steps: rows,
    requests: mapped(analysed.requests, (request) => ({ ...request, step: stepOf(request) })),
    leaks: mapped(analysed.leaks, (leak) => ({ ...leak, step: stepOf(leak) })),
  }
}
