/**
 * How the files of a capture get from the worker to the reporter. Not as attachments, where the two share a machine:
 * every other reporter, and the trace, would copy what a test typed. Of a blob report, attachments are all that travels.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { TestInfo } from 'playwright/test'
import type { TestResult } from 'playwright/types/testReporter'
import { fileName, type Filing } from './filing.js'
import { SPOOL } from './settings.js'

/** Of one context. */
export interface HandedOver {
  readonly zip: string | null
  readonly json: string
  /** The requests that carried something, for others to see; an attachment. */
  readonly har: string | null
}

/** Whether somebody is there to take the files: tattle's reporter on this machine, or a blob report. */
export function isTaken({ config }: Pick<TestInfo, 'config'>): boolean {
  return spoolOf() !== null || config.reporter.some(([name]) => name === 'blob')
}

function spoolOf(): string | null {
  const spool = process.env[SPOOL]
  return spool !== undefined && existsSync(spool) ? spool : null
}

/** `suffix` tells the contexts of a test from one another. */
export function handOver(info: TestInfo, suffix: string): Pick<Filing, 'place' | 'attach'> {
  const spool = spoolOf()
  return {
    place: (kind) => spool !== null && kind !== 'masked.har'
      ? join(spool, `${prefixOf(info.testId, info.retry)}${fileName(kind, suffix)}`)
      : info.outputPath(fileName(kind, suffix)),
    attach(name, path, contentType) {
      if (spool !== null && path.startsWith(spool)) return
      // Any other reporter would copy originals and findings to where nobody expects them.
      if (name !== 'tattle-masked-har' && !isTaken(info)) return rmSync(path, { force: true })
      info.attachments.push({ name, path, contentType })
    },
  }
}

/** What the worker has left of this attempt in the folder. */
export function handedOver(spool: string, testId: string, { retry, attachments }: TestResult): HandedOver[] {
  const prefix = `${prefixOf(testId, retry)}tattle-analysed`
  const names = readdirSync(spool).filter((name) => name.startsWith(prefix) && name.endsWith('.json'))
  return names.sort().map((name) => {
    const suffix = name.slice(prefix.length, -'.json'.length)
    const zip = join(spool, `${prefixOf(testId, retry)}${fileName('capture.zip', suffix)}`)
    const har = attachments.find(({ path }) => path !== undefined && basename(path) === fileName('masked.har', suffix))
    return { json: join(spool, name), zip: existsSync(zip) ? zip : null, har: har?.path ?? null }
  })
}

function prefixOf(testId: string, retry: number): string {
  return `test-${testId.replace(/[^\w-]/g, '_')}-${retry}-`
}
