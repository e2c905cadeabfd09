/**
 * What a report format is. A new one is one file in `reporters/`, default-exporting a Reporter; the file name is the
 * word for `--format`.
 */
import type { Writable } from 'node:stream'
import type { Report } from '../model.js'
import type { Illustration } from './illustration.js'
import type { Language } from './words/languages.js'

/** How people want it shown; formats that machines read take no notice. */
export interface Presentation {
  /** The language that is read first. */
  readonly language?: Language
  readonly illustration?: Illustration
  /** Where the page is one of several: the path that leads back. */
  readonly home?: string
}

export interface Reporter {
  /** With the dot: `.html`. */
  readonly extension: string
  /** Writes the whole report; does not end the stream. */
  write(report: Report, out: Writable, presentation?: Presentation): Promise<void>
}
