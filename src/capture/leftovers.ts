/** Recordings that a killed process left in a folder for temporary files: found, and finished as broken captures. */
import { existsSync, readFileSync, readdirSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { TattleError, toMessage } from '../errors.js'
import { makeFolder } from '../folder.js'
import type { Begun, BrowserFacts, CaptureFacts, FinishedCapture } from './finish.js'
import { originalsOf } from './originals.js'

/** Folders of recorders whose process is no more, in `root` and in the folders of runs there. Never throws. */
export function findLeftovers(root: string = tmpdir()): readonly string[] {
  return recordingsIn(root).filter((folder) => !isRecording(folder))
}

/**
 * Waits for those who still record in `root`, up to `patience` milliseconds: a worker may outlive a runner that was
 * killed, and until it has ended what it recorded is its own.
 */
export async function recordersGone(root: string, patience = 30_000): Promise<void> {
  const isBusy = (): boolean => recordingsIn(root).some(isRecording)
  for (const end = Date.now() + patience; isBusy() && Date.now() < end;) await pause(100)
}

function recordingsIn(root: string): readonly string[] {
  const own = process.getuid?.()
  const foldersIn = (folder: string, name: RegExp): string[] => {
    try {
      return readdirSync(folder, { withFileTypes: true })
        .filter((each) => each.isDirectory() && name.test(each.name)).map((each) => join(folder, each.name))
        .filter((each) => own === undefined || statSync(each).uid === own)
    } catch {
      return [] // a folder of somebody else's, or one that has just gone
    }
  }
  const here = foldersIn(root, /^tattle-/)
  return [...here, ...here.flatMap((folder) => foldersIn(folder, /^tattle-/))]
    .filter((folder) => existsSync(join(folder, 'begun.json')))
}

/** Notes in the folder of a run whose it is: the command's process, and that of the runner. */
export function writeOwners(run: string, pids: readonly number[]): void {
  writeFileSync(join(run, 'owners.json'), JSON.stringify(pids), { mode: 0o600 })
}

/** Removes the folders of runs that nobody is at any more and that hold no recording. Never throws. */
function removeAbandoned(root: string): void {
  try {
    for (const name of readdirSync(root).filter((each) => each.startsWith('tattle-run-'))) {
      const run = join(root, name)
      if (!existsSync(join(run, 'owners.json'))) continue
      const owners = JSON.parse(readFileSync(join(run, 'owners.json'), 'utf8')) as readonly number[]
      const holdsRecording = readdirSync(run).some((each) => existsSync(join(run, each, 'begun.json')))
      if (!holdsRecording && !owners.some(isAlive)) rmSync(run, { recursive: true, force: true, maxRetries: 3, retryDelay: 150 })
    }
  } catch {
    // what cannot be removed is in nobody's way
  }
}

/** Whether this folder holds a recording that was never finished. */
export function isLeftover(folder: string): boolean {
  return !existsSync(join(folder, 'capture.json')) && existsSync(originalsOf(folder))
}

/**
 * Finishes a recording as a broken capture in `folder`, named by its id, and removes what it was made of. Throws
 * `capture-incomplete` where there is no recording in it, and `output-unwritable`.
 */
export async function finishLeftover(work: string, folder: string): Promise<FinishedCapture> {
  const begun = readBegun(work)
  if (isAlive(begun?.pid) && begun?.pid !== process.pid) {
    throw new TattleError('capture-incomplete', `${work} is being recorded to; end that run first.`)
  }
  await browserGone(work)
  makeFolder(folder)
  const unnamed = join(folder, `unfinished-${process.pid}.zip`)
  const facts: CaptureFacts = {
    ...nothingKnown, ...begun?.facts,
    scenario: {
      ...nothingKnown.scenario, ...begun?.facts.scenario, completed: false, error: 'The run was killed.',
    },
    failures: ['The run was killed before this capture was finished, so that what came last may be missing.'],
  }
  // Most inputs are none of these, and finishing takes all that recording takes.
  const { finishCapture } = await import('./finish.js')
  const heard = { failures: [], initiators: [], storage: null }
  const { manifest } = await finishCapture(work, begun?.known ?? browserUnknown(work), facts, heard, unnamed)
  const path = join(folder, `${manifest.captureId}.zip`)
  await rename(unnamed, path)
  return { manifest, path }
}

/** Finishes all that are found; one sentence for each, whether it worked or not. */
export async function finishLeftovers(root: string, folder: string): Promise<readonly string[]> {
  const said: string[] = []
  for (const work of findLeftovers(root)) {
    try {
      const { path } = await finishLeftover(work, folder)
      said.push(`A run that was killed left a recording; it is now the broken capture ${path}, which tattle analyze reads.`)
    } catch (error) {
      said.push(`A run that was killed left ${work}, which could not be finished: ${toMessage(error)}`)
    }
  }
  removeAbandoned(root)
  return said
}

/** Whether the process that records to this folder still runs. */
function isRecording(folder: string): boolean {
  return isAlive(readBegun(folder)?.pid)
}

/** Whether the process runs, be it somebody else's. */
export function isAlive(pid: number | undefined): boolean {
  if (pid === undefined) return false
  try {
    process.kill(pid, 0)
    return !isUnburied(pid)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Killed, and still listed because whoever should have asked how it ended was killed as well. */
function isUnburied(pid: number): boolean {
  try {
    return /\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false // not Linux
  }
}

/** A browser whose driver was killed ends by itself, and its log with it; its profile names its process until then. */
async function browserGone(work: string): Promise<void> {
  const pid = (): number | undefined => {
    try {
      return Number(/-(\d+)$/.exec(readlinkSync(join(work, 'profile', 'SingletonLock')))?.[1] ?? NaN) || undefined
    } catch {
      return undefined // it has ended in order
    }
  }
  for (let round = 0; round < 60 && isAlive(pid()); round += 1) await pause(250)
}

function readBegun(folder: string): Begun | undefined {
  try {
    const begun = JSON.parse(readFileSync(join(folder, 'begun.json'), 'utf8')) as Begun
    return begun.schema === 1 ? begun : undefined
  } catch {
    return undefined // killed before it was written whole: the recording itself is read all the same
  }
}

function browserUnknown(work: string): BrowserFacts {
  return {
    startedAt: statSync(work).birthtime.toISOString(), conditions: {}, thirdPartyCookies: 'allow', hostMap: [],
    browser: { name: 'chromium', version: '', path: '', userAgent: '' },
    ignoreHttpsErrors: false, broughtState: false, byHand: false,
  }
}

const nothingKnown: CaptureFacts = {
  tattleVersion: '', target: 'live', baseUrl: null, firstParty: [], persona: null, clientIps: [], conditions: {},
  scenario: { name: 'unknown', file: null, sha256: null, sideEffects: [], completed: false, error: null },
  consent: {
    asked: null, outcome: null, detail: 'The run was killed.', proof: [],
    timeline: [{ at: new Date(0).toISOString(), state: 'unknown' }],
  },
  failures: [], blindSpots: [], screenshots: [],
}
