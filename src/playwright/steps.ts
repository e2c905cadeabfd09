/**
 * Steps of a Playwright test, flattened into those of a capture.
 */
import { createHash } from 'node:crypto'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestStep } from 'playwright/types/testReporter'
import type { CaptureStep } from '../capture/manifest.js'
import { newId } from '../new-id.js'
import { shownPlace } from '../paths.js'
import { SECRET_WORDS } from './suite/secret.js'
import type { Analysed, FileDigest } from '../model.js'

/** What is read of a step; the reporter's own type has it. */
export type StepLike = Pick<TestStep, 'category' | 'title' | 'startTime' | 'duration'> & {
  readonly location?: { readonly file: string; readonly line: number; readonly column: number }
  readonly error?: { readonly message?: string }
  /** `locator`, `url` and the like of an action. */
  readonly params?: Readonly<Record<string, unknown>>
  readonly steps: readonly StepLike[]
}

/** A call that was made through code of this package, and the user's line that it came from. */
export interface CallSite { readonly at: string; readonly location: string }

/**
 * All steps in the order of their start, parents before children. What this package does on its own account (pictures,
 * looking for a banner) and fixtures that do nothing are left out. Locations are relative to `root`.
 */
export function flattenSteps(
  steps: readonly StepLike[], root: string, callSites: readonly CallSite[] = [],
): CaptureStep[] {
  const flat = steps.flatMap(function walk(step): CaptureStep[] {
    const below = step.steps.flatMap(walk)
    const place = placeOf(step, root, callSites)
    const isBookkeeping = step.category === 'fixture' && below.length === 0 && step.duration < 5
    if (place === 'ours' || isBookkeeping) return below
    const own: CaptureStep = {
      title: titleOf(step),
      category: step.category,
      location: place,
      startedAt: step.startTime.toISOString(),
      endedAt: step.duration >= 0 ? new Date(step.startTime.getTime() + step.duration).toISOString() : null,
      error: step.error?.message === undefined ? null : plain(step.error.message),
    }
    return [own, ...below]
  })
  return flat.map((step, at) => ({ step, at }))
    .sort((a, b) => a.step.startedAt.localeCompare(b.step.startedAt) || a.at - b.at)
    .map(({ step }) => step)
}

/** With the digests of the capture as it is filed. */
export function withFiles(analysed: Analysed, files: readonly FileDigest[] | null): Analysed {
  return files === null ? analysed : { ...analysed, capture: { ...analysed.capture, files } }
}

/** The analysis as part of the run that files it, with the place of its capture. */
export function withRun(analysed: Analysed, runId: string, path: string | null): Analysed {
  return {
    ...analysed,
    capture: { ...analysed.capture, runId, path },
    analysis: { ...analysed.analysis, runId },
    leaks: analysed.leaks.map((leak) => ({ ...leak, runId })),
    diagnostics: analysed.diagnostics.map((diagnostic) => ({ ...diagnostic, runId })),
  }
}

/** The same under an id of its own: what a blob report holds may be filed by several runs. */
export function withNewId(analysed: Analysed): Analysed {
  const analysisId = newId()
  // The first 13 characters keep the rows in their order.
  const leakIdOf = (leakId: string): string =>
    leakId.slice(0, 13) + createHash('sha256').update(`${analysisId}\n${leakId}`).digest('hex').slice(0, 19)
  return {
    ...analysed,
    analysis: { ...analysed.analysis, analysisId },
    requests: analysed.requests.map((request) => ({ ...request, analysisId })),
    leaks: analysed.leaks.map((leak) => ({ ...leak, analysisId, leakId: leakIdOf(leak.leakId) })),
    stored: analysed.stored.map((one) => ({ ...one, analysisId })),
    diagnostics: analysed.diagnostics.map((diagnostic) => ({ ...diagnostic, analysisId: diagnostic.analysisId === null ? null : analysisId })),
  }
}

/** Where the user wrote it; `ours` where no user did. Of a call through our code the user's line is on record. */
function placeOf(step: StepLike, root: string, callSites: readonly CallSite[]): string | null {
  const { title, location, startTime } = step
  if (location === undefined) return null
  const { file, line, column } = location
  if (!isOwnCode(file)) return shownPlace(`${file}:${line}:${column}`, root)
  const site = callSites.find(({ at }) => Math.abs(Date.parse(at) - startTime.getTime()) < 100)
  return (title.startsWith('Navigate') ? shownPlace(site?.location ?? '', root) : null) ?? 'ours'
}

/** Whether a file belongs to the fixture or the recorder, as it runs or as its source map names it. */
export function isOwnCode(file: string): boolean {
  const running = fileURLToPath(new URL('..', import.meta.url))
  const written = running.replace(/([\\/])dist([\\/]src[\\/])$/, '$1$2').replace(/[\\/]{2}/, sep)
  const path = file.startsWith('file:') ? fileURLToPath(file) : file
  const folders = [running, written].flatMap((src) => [join(src, 'playwright') + sep, join(src, 'capture') + sep])
  return folders.some((folder) => path.startsWith(folder)) && !/visit\.(spec\.)?[jt]s$/.test(path)
}

/** What the actions type, and where: `file:line:column`. Of a code that is typed digit by digit, the whole as well. */
export function typedIn(steps: readonly StepLike[], root: string): { readonly text: string; readonly place: string | null }[] {
  const typed = steps.flatMap(function walk(step): { text: string; place: string | null }[] {
    const [, , quoted = '""'] = step.category === 'pw:api' ? TYPED.exec(step.title) ?? KEY.exec(step.title) ?? [] : []
    const text = textIn(quoted)
    const own = text === '' ? [] : [{ text, place: placeOf(step, root, []) }]
    return [...own, ...step.steps.flatMap(walk)]
  })
  const pieces = typed.filter(({ text }) => [...text].length === 1)
  const whole = pieces.map(({ text }) => text).join('')
  return whole.length < 4 ? typed : [...typed, { text: whole, place: pieces[0]?.place ?? null }]
}

function textIn(quoted: string): string {
  try {
    return String(JSON.parse(quoted))
  } catch {
    return quoted.slice(1, -1)
  }
}

/** The text that an action types, as Playwright puts it into the title. */
const TYPED = /^((?:Fill|Type|Press sequentially|Insert)\b[^"]*)("(?:[^"\\]|\\.)*")/i
const KEY = /^(Press )("[^"]")/u

/** With the element that it acts on. What is typed into a field for passwords or codes is nobody's business. */
function titleOf({ title, category, params }: StepLike): string {
  if (category !== 'pw:api') return title
  const on = [params?.['locator'], params?.['url']].find((value) => typeof value === 'string')
  const shown = on === undefined || title.includes(on) ? title : `${title} ${on}`
  return SECRET_WORDS.test(shown) ? shown.replace(TYPED, '$1"…"') : shown
}

/** Without the colours of a terminal, and only the first paragraph. */
function plain(message: string): string {
  return message.replace(/\u001b\[[0-9;]*m/g, '').split('\n\n', 1)[0]?.trim() ?? ''
}
