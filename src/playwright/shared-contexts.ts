/** Contexts that a hook or a fixture of the worker opened, for as many tests as run while they are open. */
import { join } from 'node:path'
import type { BrowserContext } from 'playwright/test'
import { test as base } from '../capture/playwright.js'
import { newId } from '../new-id.js'
import { fileName, type Filer } from './filing.js'
import { handOver } from './handover.js'
import { isInTest, type RunningTest } from './running-test.js'
import { inProject, sharedScenario } from './scenario.js'
import type { Session } from './session.js'
import { LATE, SPOOL } from './settings.js'
import { stepAround } from './suite/calls.js'

interface Shared {
  readonly session: Session
  /** As no other context of the run is called. */
  readonly id: string
  /** Where it was opened. */
  readonly file: string
  readonly line: number
  /** From 2 where the same line has others open. */
  readonly ordinal: number
  readonly tests: RunningTest[]
  /** Milliseconds since 1970. */
  readonly openedAt: number
  /** Of a test that failed while it was open, and is not tried again. */
  error: string | null
  /** What was not seen in it. */
  readonly blindSpots: string[]
}

const TRIED_AGAIN = 'A test that used this context failed and was tried again in another, so what it would have sent from there on was not seen here.'

export interface SharedContexts {
  readonly sessions: () => readonly Session[]
  readonly ids: () => readonly string[]
  /** `caller`: the `file:line:column` that opened it. `test`: the one for which a fixture of the worker was set up. */
  add(session: Session, caller: string, test: RunningTest | null): void
  /** A test has begun. */
  joined(test: RunningTest): void
  /** It has ended, with this error. */
  ended(test: RunningTest, error: string | null): void
  /** To be called when a context has closed: files its capture, where it is one of these. Throws an expectation's error. */
  closed(context: BrowserContext): Promise<void>
  /** Ends what no hook has closed by the end of the worker. */
  dispose(): Promise<void>
}

/** Files. What a hook of one has opened is for the tests of that file; what a fixture has opened may be for any. */
export function mayUse(openedIn: string, firstUsedIn: string | undefined, file: string): boolean {
  return openedIn !== firstUsedIn || openedIn === file
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
    const { session, id, file, line, ordinal, tests, error, blindSpots, openedAt } = one
    const info = !isLate && isInTest() ? base.info() : null
    const folder = process.env[SPOOL]
    if (info === null && !folder) return lose(one)
    const project = (info ?? tests[0]?.info)?.project.name ?? ''
    const suffix = `-shared-${process.pid}-${++seen}`
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
      blindSpots,
      tests: tests.map((each) => each.info.testId),
      shared: id,
      stepOf: (call) => tests.map((each) => stepAround(call, each.info)).find((title) => title !== null) ?? null,
      ...info === null
        ? { place: (name) => join(folder ?? '', `${LATE}${fileName(name, suffix)}`), attach: () => undefined }
        : handOver(info, suffix),
    })
    if (unmet !== null) throw unmet
  }

  /** Of a blob report: attachments are all that travels, and no test is there to have one. The reporter names it. */
  async function lose({ session }: Shared): Promise<void> {
    process.stderr.write('tattle: a context that a hook had opened was not closed by one, so its capture is lost; ' +
      'close it in afterAll.\n')
    await session.discard()
  }

  return {
    sessions: () => open.map(({ session }) => session),
    ids: () => open.map(({ id }) => id),
    add(session, caller, test) {
      const [, file = isInTest() ? base.info().file : '', line = '1'] = /^(.*):(\d+):\d+$/.exec(caller) ?? []
      const before = open.filter((one) => one.file === file && one.line === Number(line))
      open.push({
        session, id: newId(), file, line: Number(line), ordinal: before.length + 1,
        tests: test === null ? [] : [test], error: null, blindSpots: [], openedAt: Date.now(),
      })
    },
    joined(test) {
      for (const one of open) if (mayUse(one.file, one.tests[0]?.info.file, test.info.file)) one.tests.push(test)
    },
    ended(test, error) {
      const isTriedAgain = test.info.retry < test.info.project.retries
      for (const one of open) {
        if (error === null || !one.tests.includes(test)) continue
        if (isTriedAgain) one.blindSpots.push(TRIED_AGAIN)
        else one.error ??= error
      }
    },
    async closed(context) {
      const one = open.find(({ session }) => session.context === context)
      if (one !== undefined) await end(one)
    },
    async dispose() {
      isLate = true
      for (const one of [...open]) {
        if (process.env[SPOOL]) await one.session.context.close().catch(() => undefined)
        else {
          open.splice(open.indexOf(one), 1)
          await lose(one)
        }
      }
    },
  }
}
