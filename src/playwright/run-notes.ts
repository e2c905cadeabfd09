/** What the user should know of a run beside its captures: said on the terminal, kept with the run, named by the check. */
import { few } from '../few.js'
import type { DiagnosticRecord } from '../model.js'
import type { WorkerResult } from './filing.js'

export interface RunNotes {
  /** Once, however often it is said. */
  say(code: string, message: string): void
  /** A test left no capture, for this reason. */
  without(test: string, reason: string): void
  /** A test failed and left no capture, for no reason that is known: it may have been about to open a page. */
  failed(test: string): void
  /** A test was to run and did not: the run was stopped, or what it waits for failed. */
  notRun(test: string): void
  /** An attempt that is tried again sent these, in words by their fingerprints. */
  retried(test: string, sent: ReadonlyMap<string, string>): void
  /** What the attempt that counts sent, by fingerprints. */
  sent(test: string, fingerprints: readonly string[]): void
  /** What a worker has left says which contexts it had open, and which it has closed since. */
  heard(test: string, result: Pick<WorkerResult, 'open' | 'closed'>): void
  /** Says what is only known at the end: which tests have no capture, and which contexts nobody closed. */
  conclude(): void
  messages(): readonly string[]
  diagnostics(): readonly DiagnosticRecord[]
}

const NEVER_CLOSED = 'a context that a hook had opened was closed by none, and a blob report has no place for what is ' +
  'left when the tests are over; close it in afterAll'

export function createRunNotes(runId: string): RunNotes {
  const messages: string[] = []
  const diagnostics: DiagnosticRecord[] = []
  const reasons = new Map<string, Set<string>>()
  const failed = new Set<string>()
  const notRun = new Set<string>()
  const retried = new Map<string, Map<string, string>>()
  /** Contexts of workers, with the tests that used them. */
  const open = new Map<string, Set<string>>()
  const closed = new Set<string>()

  const say = (code: string, message: string): void => {
    if (messages.includes(message)) return
    messages.push(message)
    diagnostics.push({ analysisId: null, captureId: null, runId, code, entry: null, message })
  }
  const without = (test: string, reason: string): void => {
    reasons.set(reason, (reasons.get(reason) ?? new Set()).add(test))
  }
  return {
    say,
    without,
    failed: (test) => void failed.add(test),
    notRun: (test) => void notRun.add(test),
    retried(test, sent) {
      retried.set(test, new Map([...retried.get(test) ?? [], ...sent]))
    },
    sent(test, fingerprints) {
      for (const fingerprint of fingerprints) retried.get(test)?.delete(fingerprint)
    },
    heard(test, result) {
      for (const context of result.open ?? []) open.set(context, (open.get(context) ?? new Set()).add(test))
      if (result.closed !== undefined) closed.add(result.closed)
    },
    conclude() {
      for (const [context, tests] of open) {
        if (!closed.has(context)) for (const test of tests) without(test, NEVER_CLOSED)
      }
      for (const [reason, tests] of reasons) {
        say('test-without-capture', `${counted(tests)} ran without a capture, so nothing is known of what was sent: ${named(tests)} (${reason}).`)
      }
      for (const [test, sent] of retried) {
        if (sent.size > 0) say('retried-leak', `An attempt of ${test} that was tried again sent what the last one did not: ${named(new Set(sent.values()))}.`)
      }
      if (failed.size > 0) {
        say('test-failed', `${counted(failed)} failed without a capture, so nothing is known of what would have been sent: ${named(failed)}.`)
      }
      if (notRun.size > 0) {
        say('test-not-run', `${counted(notRun)} did not run, so nothing is known of what would have been sent: ${named(notRun)}.`)
      }
    },
    messages: () => messages,
    diagnostics: () => diagnostics,
  }
}

function counted({ size }: ReadonlySet<string>): string {
  return size === 1 ? '1 test' : `${size} tests`
}

function named(things: ReadonlySet<string>): string {
  return few([...things], 3)
}
