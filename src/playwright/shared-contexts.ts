/** Contexts that a hook or a fixture of the worker opened, for as many tests as run while they are open. */
import { join } from 'node:path'
import { test as base, type BrowserContext } from 'playwright/test'
import { fileName, type Filer } from './filing.js'
import { handOver } from './handover.js'
import { isInTest, type RunningTest } from './running-test.js'
import { inProject, sharedScenario } from './scenario.js'
import type { Session } from './session.js'
import { LATE, SPOOL } from './settings.js'
import { stepAround } from './suite/calls.js'

interface Shared {
  readonly session: Session
  /** Where it was opened. */
  readonly file: string
  readonly line: number
  /** From 2 where the same line has others open. */
  readonly ordinal: number
  readonly tests: RunningTest[]
  /** Milliseconds since 1970. */
  readonly openedAt: number
  /** Of a test that failed while it was open. */
  error: string | null
}

export interface SharedContexts {
  readonly sessions: () => readonly Session[]
  /** `caller`: the `file:line:column` that opened it. */
  add(session: Session, caller: string): void
  /** A test has begun. */
  joined(test: RunningTest): void
  /** A test has ended, with this error. */
  ended(error: string | null): void
  /** To be called when a context has closed: files its capture, where it is one of these. Throws an expectation's error. */
  closed(context: BrowserContext): Promise<void>
  /** Ends what no hook has closed by the end of the worker. */
  dispose(): Promise<void>
}

/** `isSuite`: no command started the run. */
export function createSharedContexts(filer: Pick<Filer, 'file'>, isSuite: boolean): SharedContexts {
  const open: Shared[] = []
  let seen = 0
  /** A retry of the test whose failure ends the worker would take their place. */
  let isLate = false

  /** Its capture goes with the test that is running when it closes, or where the reporter finds it. */
  async function end(one: Shared): Promise<void> {
    open.splice(open.indexOf(one), 1)
    const { session, file, line, ordinal, tests, error, openedAt } = one
    const info = !isLate && isInTest() ? base.info() : null
    const project = (info ?? tests[0]?.info)?.project.name ?? ''
    const suffix = `-shared-${process.pid}-${++seen}`
    const folder = process.env[SPOOL]
    const unmet = await filer.file(session, {
      subject: `A context that ${file} opened`,
      scenario: {
        ...inProject(sharedScenario({ file, line }), { project, state: null, ordinal, isSuite }),
        sideEffects: [], error, completed: error === null,
      },
      conditions: { project },
      persona: null,
      control: null,
      locale: tests[0]?.contextOptions.locale,
      since: openedAt,
      blindSpots: [],
      tests: tests.map((each) => each.info.testId),
      stepOf: (call) => tests.map((each) => stepAround(call, each.info)).find((title) => title !== null) ?? null,
      ...info === null
        ? { place: (name) => join(folder ?? '', `${LATE}${fileName(name, suffix)}`), attach: () => undefined }
        : handOver(info, suffix),
    })
    if (unmet !== null) throw unmet
  }

  return {
    sessions: () => open.map(({ session }) => session),
    add(session, caller) {
      const [, file = isInTest() ? base.info().file : '', line = '1'] = /^(.*):(\d+):\d+$/.exec(caller) ?? []
      const before = open.filter((one) => one.file === file && one.line === Number(line))
      open.push({
        session, file, line: Number(line), ordinal: before.length + 1, tests: [], error: null, openedAt: Date.now(),
      })
    },
    joined(test) {
      for (const { tests } of open) tests.push(test)
    },
    ended(error) {
      for (const one of open) one.error ??= error
    },
    async closed(context) {
      const one = open.find(({ session }) => session.context === context)
      if (one !== undefined) await end(one)
    },
    async dispose() {
      isLate = true
      for (const one of [...open]) {
        if (process.env[SPOOL]) {
          await one.session.context.close().catch(() => undefined)
          continue
        }
        open.splice(open.indexOf(one), 1)
        process.stderr.write('tattle: a context that a hook had opened was not closed by one, so its capture is lost; ' +
          'close it in afterAll.\n')
        await one.session.discard()
      }
    },
  }
}
