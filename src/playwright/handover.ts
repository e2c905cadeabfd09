/**
 * How the files of a capture get from the worker to the reporter. Not as attachments, where the two share a machine:
 * every other reporter, and the trace, would copy what a test typed. Of a blob report, attachments are all that travels.
 */
import { existsSync, readdirSync } from 'node:fs'
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

/** `suffix` tells the contexts of a test from one another. */
export function handOver(info: TestInfo, suffix: string): Pick<Filing, 'place' | 'attach'> {
  const spool = process.env[SPOOL]
  const isShared = spool !== undefined && existsSync(spool)
  return {
    place: (kind) => isShared && kind !== 'masked.har'
      ? join(spool, `${prefixOf(info.testId, info.retry)}${fileName(kind, suffix)}`)
      : info.outputPath(fileName(kind, suffix)),
    attach(name, path, contentType) {
      if (isShared && path.startsWith(spool)) return
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
