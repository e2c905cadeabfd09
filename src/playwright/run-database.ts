/** Writes what a run found to the databases, as the only one, in one transaction each. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { settleWalks } from '../assess/walks.js'
import { DEFAULT_DATABASES } from '../commands/outcome.js'
import type { Analysed, CaptureRecord, DiagnosticRecord, RunRecord, StepRecord, Target } from '../model.js'
import { openStore } from '../store/store.js'

/** A capture of a control walk; what it showed is settled in those that it was held against. */
export interface ControlCapture { readonly capture: CaptureRecord; readonly steps: readonly StepRecord[] }

export interface Settled {
  /** Files with one `Analysed` each. */
  readonly analysed: readonly string[]
  readonly controls: readonly ControlCapture[]
}

/** Holds captures of one scenario against one another: those of the control walk, and those in other states. */
export function settle(files: readonly string[]): Settled {
  const analysed: string[] = []
  const controls: ControlCapture[] = []
  const scenarios = new Map<string, string[]>()
  for (const file of files) {
    const { capture, walk } = readAnalysed(file)
    if (walk === undefined) {
      analysed.push(file)
      continue
    }
    const key = JSON.stringify([capture.target, capture.site, capture.scenario])
    scenarios.set(key, [...scenarios.get(key) ?? [], file])
  }
  for (const walked of scenarios.values()) {
    const settled = settleWalks(walked.map(readAnalysed))
    controls.push(...settled.controls.map(({ capture, steps }) => ({ capture, steps })))
    for (const [at, main] of settled.mains.entries()) {
      const file = walked[at]!
      writeFileSync(file, JSON.stringify({ ...main, requests: [...main.requests], leaks: [...main.leaks] }), { mode: 0o600 })
      analysed.push(file)
    }
  }
  return { analysed, controls }
}

export interface RunRows extends Settled {
  readonly run: RunRecord
  readonly diagnostics: readonly DiagnosticRecord[]
  /** Null: that of each capture's target. */
  readonly database: string | null
  /** Of a run that captured nothing and has something to say. Null where that is not known: it concerns all that there is. */
  readonly target: Target | null
}

/** Returns the files written. Throws what the store throws. */
export function writeRun({ run, analysed, controls, diagnostics, database: given, target }: RunRows): string[] {
  const byFile = new Map<string, string[]>()
  for (const file of analysed) {
    const database = given ?? DEFAULT_DATABASES[readAnalysed(file).capture.target]
    byFile.set(database, [...byFile.get(database) ?? [], file])
  }
  if (byFile.size === 0 && diagnostics.length > 0) for (const database of given === null ? databasesOf(target) : [given]) byFile.set(database, [])
  for (const [database, files] of byFile) {
    const store = openStore(database)
    try {
      store.writeRun(run)
      for (const file of files) store.writeAnalysed(readAnalysed(file))
      const targets = new Set(files.map((file) => readAnalysed(file).capture.target))
      for (const { capture, steps } of controls) {
        if (given !== null || targets.has(capture.target)) store.writeCapture(capture, steps)
      }
      store.writeDiagnostics(diagnostics)
    } finally {
      store.close()
    }
  }
  return [...byFile.keys()]
}

function databasesOf(target: Target | null): string[] {
  if (target !== null) return [DEFAULT_DATABASES[target]]
  const there = Object.values(DEFAULT_DATABASES).filter((file) => existsSync(file))
  return there.length > 0 ? there : [DEFAULT_DATABASES.live]
}

export function readAnalysed(file: string): Analysed {
  return JSON.parse(readFileSync(file, 'utf8')) as Analysed
}
