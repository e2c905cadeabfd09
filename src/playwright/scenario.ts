/** What a capture of a suite is called, so that the same thing has the same name in every run. */
import { readFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { TestInfo } from 'playwright/test'
import type { ConsentState } from '../model.js'
import { shownPath, withSlashes } from '../paths.js'
import type { ConsentSelectors } from './consent.js'

/** What a scenario declares about itself: `test.use({ scenario: { … } })`. */
export interface ScenarioOptions {
  /** Absent: the name of the file, with the test's title where the file has several, and always in a suite. */
  readonly name?: string
  /** What it does to the world: `holds-slot`, `sends-message`, `books`. Only these may be passed to `sideEffect`. */
  readonly sideEffects?: readonly string[]
  /** Selectors of the site's consent banner. */
  readonly consent?: ConsentSelectors
  /** Consent states that make sense for it; in the others it is skipped. Absent: all. */
  readonly consentStates?: readonly ConsentState[]
}

export interface ScenarioName {
  readonly name: string
  /** Relative to the working directory, with forward slashes. */
  readonly file: string
  readonly sha256: string
}

/** In a suite with the project, so that two projects are not taken for two runs of one thing. */
export function inProject({ name, ...source }: ScenarioName, { project, state, ordinal, isSuite }: {
  readonly project: string
  readonly state: ConsentState | null
  /** From 2 on it is said. */
  readonly ordinal: number
  /** No command started the run. */
  readonly isSuite: boolean
}): ScenarioName {
  const variant = isSuite ? variantOf(project, state) : ''
  const which = ordinal === 1 ? '' : ` (context ${ordinal})`
  return { ...source, name: `${name}${which}${variant === '' ? '' : ` · ${variant}`}` }
}

/**
 * Name, file and digest of the scenario: the file's name, with the test's titles where the file holds several. In a suite
 * always with them: a second test is to rename nothing.
 */
export function scenarioOf({ info, scenario }: {
  readonly info: Pick<TestInfo, 'file' | 'titlePath'>
  readonly scenario: ScenarioOptions
}, isSuite: boolean): ScenarioName {
  const { text, ...source } = sourceOf(info.file)
  const stem = stemOf(info.file)
  const isOnly = !isSuite && holdsOneTest(text)
  return { name: scenario.name ?? (isOnly ? stem : [stem, ...info.titlePath.slice(1)].join(' › ')), ...source }
}

/**
 * Of a context that no test opened: a hook did, or a fixture of the worker. Named after the file and the how-manieth call
 * there that opens one, which neither the order of tests nor their spread over workers changes.
 */
export function sharedScenario({ file, line }: { readonly file: string; readonly line: number }): ScenarioName {
  const { text, ...source } = sourceOf(file)
  const above = text.split('\n').slice(0, line - 1).join('\n')
  const ordinal = 1 + (above.match(/\.\s*new(?:Page|Context)\s*\(/g) ?? []).length
  return { name: `${stemOf(file)} › shared context${ordinal === 1 ? '' : ` ${ordinal}`}`, ...source }
}

/**
 * What tells a project of a suite from its others: its name, without the consent state that it stands for. `''` where
 * that is all that its name says, or where it has none.
 */
export function variantOf(project: string, consentState: ConsentState | null): string {
  if (consentState === null) return project
  if (!project.includes(consentState)) return ''
  return project.replace(consentState, '').replace(/^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu, '')
}

/** Counts what reads like a test; one whose title, or that of a group, is not written out stands for several. */
export function holdsOneTest(source: string): boolean {
  const tests = [...source.matchAll(/\b(?:test|it)(?:\s*\(|\.(?:only|fail|fixme|slow)\s*\((?=\s*['"`]))\s*(?=(.{0,300}))/gs)]
  const isWritten = (args: string): boolean => /^(?:'[^'\n]*'|"[^"\n]*"|`[^`$]*`)\s*,/.test(args)
  const groups = [...source.matchAll(/\bdescribe(?:\.\w+)?\s*\(\s*(?=[\w`'"])(?!async\b|function\b)(?=(.{0,300}))/gs)]
  return tests.length === 1 && isWritten(tests[0]?.[1] ?? '') && groups.every(([, args = '']) => isWritten(args))
}

function sourceOf(file: string): { readonly text: string; readonly file: string; readonly sha256: string } {
  const source = readFileSync(file)
  return {
    text: source.toString('utf8'),
    file: shownPath(file),
    sha256: createHash('sha256').update(source).digest('hex'),
  }
}

function stemOf(file: string): string {
  return baseOf(file).replace(/\.[cm]?[jt]sx?$/, '').replace(/\.(spec|test)$/, '')
}

/** Of a path as this system writes it, or as Windows does. */
function baseOf(file: string): string {
  return basename(withSlashes(file))
}
