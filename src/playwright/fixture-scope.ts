/**
 * Whether code runs in the set-up of a fixture that belongs to the worker and not to the test that happens to be the
 * first to need it. Which fixture is running is internal to Playwright; where that is missing the answer is no.
 */
import type { TestInfo } from 'playwright/test'

interface Step {
  readonly category?: unknown
  readonly title?: unknown
  readonly endWallTime?: unknown
  readonly steps?: unknown
}

/** Names of the fixtures that are declared with the scope of a worker: `{ tenant: [fn, { scope: 'worker' }] }`. */
export function workerFixturesIn(fixtures: object): string[] {
  return Object.entries(fixtures).flatMap(([name, value]: [string, unknown]) => {
    const options: unknown = Array.isArray(value) ? value[1] : undefined
    const isOfWorker = typeof options === 'object' && options !== null && (options as { scope?: unknown }).scope === 'worker'
    return isOfWorker ? [name] : []
  })
}

export function isInFixture(names: ReadonlySet<string>, info: TestInfo): boolean {
  const name = runningFixture((info as { readonly _steps?: unknown })._steps, 0)
  return name !== null && names.has(name)
}

/** The name of the innermost fixture that has begun and not ended. */
function runningFixture(steps: unknown, depth: number): string | null {
  if (!Array.isArray(steps) || depth > 50) return null
  for (const step of [...steps as Step[]].reverse()) {
    const inner = runningFixture(step.steps, depth + 1)
    if (inner !== null) return inner
    const [, name] = /^Fixture "(.+)"$/.exec(typeof step.title === 'string' ? step.title : '') ?? []
    if (name !== undefined && step.category === 'fixture' && !step.endWallTime) return name
  }
  return null
}
