/** `test.step` that tells the capture when a step has ended, and otherwise is Playwright's own. */
import type { TestInfo, TestType } from 'playwright/test'
import { callerOf, withoutOwnFrames } from './session.js'

/** Called with the title of each `test.step` that has ended, before the next begins. */
export type StepEnded = (title: string) => Promise<void>

const listener = Symbol('tattle: step ended')

interface Listening { [listener]?: StepEnded }

/** From now on the steps of this test tell it. */
export function listenToSteps(info: TestInfo & Listening, ended: StepEnded): void {
  info[listener] = ended
}

/**
 * The same `test`, and every `test` that is extended from it. Steps keep the line that they were called from. `extended`
 * is told the fixtures.
 */
export function withNotedSteps<Args extends object, WorkerArgs extends object>(
  test: TestType<Args, WorkerArgs>, extended: (fixtures: object) => void,
): TestType<Args, WorkerArgs> {
  const { step } = test
  const extend = test.extend.bind(test)
  type Step = typeof step
  type Extend = typeof test.extend
  const noted = async (...[title, body, options]: Parameters<Step>): Promise<unknown> => {
    const told: typeof body = async (stepInfo) => {
      try {
        return await body(stepInfo)
      } catch (error) {
        throw withoutOwnFrames(error)
      } finally {
        test.info().errors.forEach(withoutOwnFrames) // those of expect.soft
      }
    }
    const result = await step(title, told, { ...withPlace(callerOf(new Error())), ...options })
    const info: TestInfo & Listening = test.info()
    await info[listener]?.(title)
    return result
  }
  test.step = Object.assign(noted as Step, { skip: step.skip })
  test.extend = ((fixtures: Parameters<Extend>[0]) => {
    extended(fixtures)
    return withNotedSteps(extend(fixtures), extended)
  }) as Extend
  return test
}

function withPlace(caller: string): { readonly location?: { file: string, line: number, column: number } } {
  const match = /^(.*):(\d+):(\d+)$/.exec(caller)
  if (match?.[1] === undefined) return {}
  return { location: { file: match[1], line: Number(match[2]), column: Number(match[3]) } }
}
