/** The test that is running, as far as the worker is told of it, and how it ended. */
import type { BrowserContextOptions, TestInfo } from 'playwright/test'
import { test as base } from '../capture/playwright.js'
import type { ConsentState } from '../model.js'
import type { Persona } from '../persona.js'
import type { ScenarioOptions } from './scenario.js'

/** What the fixtures know of the test that is running. */
export interface RunningTest {
  readonly info: TestInfo
  readonly consentState: ConsentState | null
  readonly scenario: ScenarioOptions
  readonly persona: Persona | null
  /** Who walks the other way, where there is a control walk. */
  readonly other: Persona | null
  readonly walk: 'main' | 'control' | null
  /** The context options of the test's project, as the built-in fixtures hand them on. */
  readonly contextOptions: BrowserContextOptions
}

/** Runs an action as a step of the running test; outside of one (a hook for all tests) just runs it. */
export async function stepOf<T>(title: string, action: () => Promise<T>): Promise<T> {
  return isInTest() ? base.step(title, action, { box: true }) : action()
}

export function isInTest(): boolean {
  try {
    return base.info() !== null
  } catch {
    return false // Playwright has no question for this, only an answer that throws
  }
}

/** How a test ended: the error that stopped it where nobody expected one, and what it left out where somebody did. */
export function outcomeOf({ errors, status, expectedStatus }: TestInfo): { readonly error: string | null; readonly spots: string[] } {
  const error = errors[0] === undefined ? null : plainLine(errors[0].message ?? 'an error without words')
  if (status === 'skipped') return { error: null, spots: ['The test skipped its rest, and what is sent from there on was not seen.'] }
  if (error === null || status !== expectedStatus) return { error, spots: [] }
  return { error: null, spots: ['The test is expected to fail and stopped there, so what is sent from there on was not seen.'] }
}

function plainLine(message: string): string {
  return message.replace(/\u001b\[[0-9;]*m/g, '').split('\n', 1)[0]?.trim() ?? ''
}
