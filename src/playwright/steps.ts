/**
 * Steps of a Playwright test, flattened, and what happened during them. A request belongs to the step that was running
 * when it left; where none was, to the one that had run last. Near a boundary that is an estimate: recorded start times
 * lag behind the action by some tens of milliseconds.
 */
import { relative } from 'node:path'
import type { TestStep } from 'playwright/types/testReporter'
import type { CaptureStep } from '../capture/manifest.js'
import type { Analysed, StepRecord } from '../model.js'

/** What is read of a step; the reporter's own type has it. */
export type StepLike = Pick<TestStep, 'category' | 'title' | 'startTime' | 'duration'> & {
  readonly location?: { readonly file: string; readonly line: number; readonly column: number }
  readonly error?: { readonly message?: string }
  readonly steps: readonly StepLike[]
}

/** A call that was made through code of this package, and the user's line that it came from. */
export interface CallSite { readonly at: string; readonly location: string }

/** All steps in the order of their start, parents before children. Locations are relative to `root`. */
export function flattenSteps(steps: readonly StepLike[], root: string, callSites: readonly CallSite[] = []): CaptureStep[] {
  const flat = steps.flatMap(function walk(step): CaptureStep[] {
    const startedAt = step.startTime.toISOString()
    const ended = step.duration >= 0 ? new Date(step.startTime.getTime() + step.duration).toISOString() : null
    const own: CaptureStep = {
      title: withoutSecrets(step.title),
      category: step.category,
      location: locationOf(step, root, callSites),
      startedAt,
      endedAt: ended,
      error: step.error?.message === undefined ? null : plain(step.error.message),
    }
    return [own, ...step.steps.flatMap(walk)]
  })
  return flat.map((step, at) => ({ step, at })).sort((a, b) => a.step.startedAt.localeCompare(b.step.startedAt) || a.at - b.at).map(({ step }) => step)
}

/**
 * The title of the step that was running at `time` (ISO 8601): the innermost `test.step`, else the innermost other step
 * of the test itself, else the step that had ended last; null before the first.
 */
export function stepAt(steps: readonly CaptureStep[], time: string | null): string | null {
  const at = time === null ? Number.NaN : Date.parse(time)
  if (Number.isNaN(at)) return null
  let named: string | null = null
  let action: string | null = null
  let last: { title: string; ended: number; named: boolean } | null = null
  for (const step of steps) {
    if (step.category !== 'test.step' && step.category !== 'pw:api') continue
    const started = Date.parse(step.startedAt)
    const ended = step.endedAt === null ? Number.POSITIVE_INFINITY : Date.parse(step.endedAt)
    if (started > at) continue
    const isNamed = step.category === 'test.step'
    if (ended >= at) {
      if (isNamed) named = step.title
      else action = step.title
    } else if (last === null || ended > last.ended || (ended === last.ended && isNamed && !last.named)) {
      last = { title: step.title, ended, named: isNamed }
    }
  }
  return named ?? action ?? last?.title ?? null
}

/** The analysis with its steps: the rows themselves, and the step of each request and leak. */
export function withSteps(analysed: Analysed, steps: readonly CaptureStep[]): Analysed {
  const { captureId } = analysed.capture
  const rows: StepRecord[] = steps.map((step, ordinal) => ({ captureId, ordinal, ...step }))
  return {
    ...analysed,
    steps: rows,
    requests: analysed.requests.map((request) => ({ ...request, step: stepAt(steps, request.startedAt) })),
    leaks: analysed.leaks.map((leak) => ({ ...leak, step: stepAt(steps, leak.startedAt) })),
  }
}

/** A step made by this package (the wrapped `goto`) stands at a line of its own code; the user's line is known apart. */
function locationOf(step: StepLike, root: string, callSites: readonly CallSite[]): string | null {
  const { location } = step
  if (location === undefined) return null
  if (!isOwnCode(location.file)) return `${relative(root, location.file).replaceAll('\\', '/')}:${location.line}:${location.column}`
  const time = step.startTime.getTime()
  const site = callSites.find(({ at }) => Math.abs(Date.parse(at) - time) < 100)
  return site === undefined ? null : relativeSite(site.location, root)
}

function relativeSite(location: string, root: string): string {
  const match = /^(.*):(\d+):(\d+)$/.exec(location)
  return match?.[1] === undefined ? location : `${relative(root, match[1]).replaceAll('\\', '/')}:${match[2]}:${match[3]}`
}

/** Whether a file is part of this folder as it runs. */
export function isOwnCode(file: string): boolean {
  const own = new URL('.', import.meta.url)
  return file.startsWith(own.pathname) || `file://${file}`.startsWith(own.href)
}

/** What a fill types into a field for passwords or codes is nobody's business. */
function withoutSecrets(title: string): string {
  return /pass(word|wort|e)?|kennwort|pwd|\bpin\b|\botp\b|\btan\b|token|secret|geheim/i.test(title)
    ? title.replace(/^((?:Fill|Type|Press sequentially)\s+)"(?:[^"\\]|\\.)*"/i, '$1"…"')
    : title
}

/** Without the colours of a terminal, and only the first paragraph. */
function plain(message: string): string {
  return message.replace(/\u001b\[[0-9;]*m/g, '').split('\n\n', 1)[0]?.trim() ?? ''
}
