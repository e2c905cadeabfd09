/**
 * What a report format is. A new one is one file in `reporters/`, default-exporting a Reporter; the file name is the
 * word for `--format`.
 */
import type { Writable } from 'node:stream'
import type { Report } from '../model.js'

export interface Reporter {
  /** With the dot: `.html`. */
  readonly extension: string
  /** Writes the whole report; does not end the stream. */
  write(report: Report, out: Writable): Promise<void>
}
