/**
 * What workers recorded and analysed, on its way to the database: put aside before Playwright cleans up, joined with the
 * steps of the tests, and the captures filed where they stay. Nothing is analysed here.
 */
import { copyFileSync, existsSync, linkSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestCase, TestResult } from 'playwright/types/testReporter'
import { withSteps } from '../assess/steps.js'
import type { CaptureStep } from '../capture/manifest.js'
import { addSteps } from '../capture/write.js'
import { describe } from '../check/update.js'
import { toMessage } from '../errors.js'
import { digestCapture } from '../evidence/originals.js'
import { makeFolder } from '../folder.js'
import { shownPath, shownPlace } from '../paths.js'
import type { WorkerResult } from './filing.js'
import { handedOver, type HandedOver } from './handover.js'
import type { RunNotes } from './run-notes.js'
import { LATE } from './settings.js'
import { flattenSteps, typedIn, withFiles, withNewId, withRun } from './steps.js'
import { toPeelingHider } from './suite/hide.js'
import { maskedTitle } from './suite/mask.js'
import { secretValues } from './suite/secret.js'

export interface Captured {
  /** The files that an attempt has left, under names that nobody cleans up. To be called as soon as it has ended. */
  take(test: TestCase, result: TestResult): readonly HandedOver[]
  /** Files them, one attempt after the other. */
  file(name: string, parts: readonly HandedOver[], result: TestResult, hasFailed: boolean): void
  /**
   * A retry has taken their place: what they saw leak is told where the retry does not. Contexts that tests used which do not
   * run again are filed all the same.
   */
  replaced(name: string, parts: readonly HandedOver[], result: TestResult): void
  /** The same with what workers left when no test was running any more. */
  fileLate(): void
  /** Resolves when all is filed. */
  filed(): Promise<void>
  /** Files with one `Analysed` each; theirs who reads them to change. */
  readonly analysed: string[]
}

export interface CapturedOptions {
  /** Where files wait. */
  readonly spool: string
  /** Where captures stay. */
  readonly folder: string
  readonly runId: string
  readonly notes: RunNotes
}

export function createCaptured({ spool, folder, runId, notes }: CapturedOptions): Captured {
  const analysed: string[] = []
  /** All attempts so far, by test: a context may belong to several. */
  const results = new Map<string, TestResult[]>()
  let queue: Promise<void> = Promise.resolve()
  let files = 0

  const aside = (path: string, extension: string): string => {
    const file = join(spool, `${++files}.${extension}`)
    try {
      linkSync(path, file)
    } catch {
      copyFileSync(path, file) // another file system
    }
    return file
  }
  const enqueue = (name: string, parts: readonly HandedOver[], result: TestResult | null, hasFailed: boolean): void => {
    queue = queue.then(async () => {
      for (const part of parts) await fileOne(name, result, part, hasFailed)
    }).catch((error: unknown) => {
      notes.say('capture-unfiled', `What "${name}" found could not be filed: ${toMessage(error)}`)
    })
  }

  async function fileOne(name: string, result: TestResult | null, { zip, json, har }: HandedOver, hasFailed: boolean): Promise<void> {
    const found = JSON.parse(readFileSync(json, 'utf8')) as WorkerResult
    notes.heard(name, found)
    if (hasFailed && isBare(found)) notes.failed(name)
    notes.sent(name, found.analysed.flatMap(({ leaks }) => leaks.map(({ fingerprint }) => fingerprint)))
    for (const { code, message } of found.problems) {
      if (code === 'test-without-capture') notes.without(name, message)
      else notes.say(code, message)
    }
    const steps = stepsOf(found, result)
    if (har !== null && found.captureId !== null) copyFileSync(har, inFolder(`${found.captureId}.masked.har`))
    const path = zip === null || found.captureId === null ? null : await keep(zip, found.captureId, steps)
    const digests = path === null ? null : await digestCapture(path)
    for (const one of found.analysed) {
      const file = join(spool, `${++files}.analysed.json`)
      const own = one.analysis.runId === runId ? one : withNewId(one) // of a blob report, another run may have filed it
      writeFileSync(file, JSON.stringify(withRun(withFiles(withSteps(own, steps), digests), runId, path)), { mode: 0o600 })
      analysed.push(file)
    }
  }

  /** Of the attempt, or of all tests that used the context while it was open; without what nobody is to see. */
  function stepsOf(found: WorkerResult, result: TestResult | null): CaptureStep[] {
    const { tests, callSites, masked, secretPlaces } = found
    const used = tests?.flatMap((id) => results.get(id) ?? []) ?? []
    const all = [...new Set([...used, ...(result === null ? [] : [result])])]
    const secret = new Set(secretPlaces.map((place) => shownPlace(place)))
    const raw = all.flatMap((each) => each.steps)
    const typed = typedIn(raw, process.cwd()).filter(({ place }) => masked || secret.has(place)).map(({ text }) => text)
    const hide = toPeelingHider([...secretValues(process.env), ...typed])
    const steps = flattenSteps(raw, process.cwd(), callSites).map((step) => masked || secret.has(step.location)
      ? { ...step, title: hide(maskedTitle(step.title)), error: null }
      : { ...step, title: hide(step.title), error: step.error === null ? null : hide(step.error) })
    const { startedAt, endedAt } = found.analysed[0]?.capture ?? { startedAt: null, endedAt: null }
    if (tests === undefined || startedAt === null) return steps
    return steps.filter((step) => step.startedAt >= startedAt && (endedAt === null || step.startedAt <= endedAt))
  }

  /** Files the capture with its steps and returns where, relative to the working directory. */
  async function keep(zip: string, captureId: string, steps: readonly CaptureStep[]): Promise<string> {
    const out = inFolder(`${captureId}.zip`)
    await addSteps(zip, out, steps)
    return shownPath(out)
  }

  function inFolder(name: string): string {
    makeFolder(folder)
    return join(folder, name)
  }

  return {
    analysed,
    take(test, result) {
      results.set(test.id, [...results.get(test.id) ?? [], result])
      const parts = handedOver(spool, test.id, result)
        .map((part) => ({ ...part, har: part.har === null ? null : aside(part.har, 'har') }))
      let zip: string | null = null
      let har: string | null = null
      for (const { name, path } of result.attachments) {
        if (path === undefined) continue
        if (name === 'tattle-capture') zip = aside(path, 'zip')
        if (name === 'tattle-masked-har') har = aside(path, 'har')
        if (name !== 'tattle-analysed') continue
        parts.push({ zip, json: aside(path, 'json'), har })
        zip = har = null
      }
      return parts
    },
    file: enqueue,
    replaced(name, parts, result) {
      const runsAgain = (id: string): boolean => results.get(id)?.some((other) => other.retry > result.retry) === true
      for (const part of parts) {
        const { closed, tests = [], analysed: found } = JSON.parse(readFileSync(part.json, 'utf8')) as WorkerResult
        if (closed !== undefined && !tests.every(runsAgain)) {
          enqueue(name, [part], result, false)
          continue
        }
        notes.retried(name, new Map(found.flatMap(({ leaks }) => leaks.map((leak) => [leak.fingerprint, describe({ ...leak, recipient: leak.recipientDomain })]))))
        if (closed !== undefined) notes.heard(name, { closed })
      }
    },
    fileLate() {
      for (const name of readdirSync(spool).filter((each) => each.startsWith(LATE) && each.endsWith('.json'))) {
        const json = join(spool, name)
        const beside = (to: string): string | null => {
          const file = json.replace(/analysed(.*)\.json$/, to)
          return existsSync(file) ? file : null
        }
        enqueue('a context that no hook closed', [{ json, zip: beside('capture$1.zip'), har: beside('masked$1.har') }], null, false)
      }
    },
    filed: () => queue,
  }
}

/** Nothing was recorded, neither for this test alone nor with others, and nothing says why. */
function isBare({ captureId, open = [], problems }: WorkerResult): boolean {
  const why = ['capture-failed', 'analysis-failed', 'test-without-capture']
  return captureId === null && open.length === 0 && !problems.some(({ code }) => why.includes(code))
}
