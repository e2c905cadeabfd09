/** Whether anything that was redacted is left in a copy, in any text of it, under any encoding that can be peeled. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openInput } from '../har/read.js'
import { KINDS, type Report } from '../model.js'
import { en } from '../report/words/en.js'
import type { Rules } from '../rules.js'
import { GENESIS } from '../store/chain.js'
import type { Draft } from './bag.js'
import type { RedactedCapture } from './redact-capture.js'
import { createGlance, detectIn, leaves, withoutNames, type Words } from './redact-words.js'
import { written, type Exports } from './report-copies.js'

/** Where something is left, with its kind, and never the value; of very much the first places. */
export interface Left { readonly place: string; readonly kind: string }

export interface CopyCheck {
  /** In a capture of the copy, and in what a report of it alone says. */
  inCapture(capture: RedactedCapture, report: () => Report): Promise<readonly Left[]>
  /** In all else, the report of the whole copy among it. */
  inFiles(draft: Draft, report: Report): readonly Left[]
}

const MOST_PLACES = 6

/** What a summary calls the kinds, whatever was sent: `health information` and `medication` are words of a vocabulary as well. */
const OURS = [en.linkingId, ...Object.values(en.received), ...Object.values(en.kind)]

/** `sites`: names of those that were audited, which the copy tells. */
export function createCopyCheck(words: Words, rules: Rules, sites: readonly string[], exports: Exports): CopyCheck {
  const terms = words.telling()
  /** What the copy tells, whatever is part of it: the zeros that the chain begins with, too, and the names of the kinds. */
  const open = [...sites, GENESIS, ...KINDS]
  const detector = rules.detectorFor(terms, [])
  const literal = createGlance(terms)
  const kindIn = (whole: string, called: string): string | null => {
    const text = withoutNames(open, whole)
    const raw = literal(text).find(({ value }) => text.includes(value))
    return (raw ?? detectIn(text, detector, called).find(({ source }) => source === 'persona'))?.kind ?? null
  }
  const looker = (): { readonly left: Left[]; look(place: string, text: string, called?: string): void } => {
    const left: Left[] = []
    /** Texts that were looked at, with the kind of what is left in them: those of an archive are larger than memory. */
    const known = new Map<string, string | null>()
    return {
      left,
      look(place, text, called = '') {
        if (left.length >= MOST_PLACES) return
        const key = `${called}\0${text}`
        const kind = known.get(key) ?? (known.has(key) ? null : kindIn(text, called))
        known.set(key, kind)
        if (kind !== null) left.push({ place, kind })
      },
    }
  }
  const byLine = (name: string, text: string, look: (place: string, line: string) => void, summary = ''): void => {
    const [told, unsaid] = [summary, withoutNames(OURS, summary)].map((one) => JSON.stringify(one).slice(1, -1)) as [string, string]
    for (const [at, line] of text.split('\n').entries()) look(`${name}, line ${at + 1}`, told === '' ? line : line.replaceAll(told, () => unsaid))
  }
  return {
    async inCapture({ path, folder, files, captureId }, report) {
      const { left, look } = looker()
      for (const document of await openInput(path)) {
        const { head } = await document.read({
          entry: (entry, index) => { for (const [place, text, called] of leaves(entry, '')) look(`capture ${captureId}, entry ${index}, ${place}`, text, called) },
          diagnostic: () => {},
        })
        for (const [place, text] of leaves(head, '')) look(`capture ${captureId}, head, ${place}`, text)
        document.close()
      }
      for (const name of files.filter((one) => one !== HAR_ZIP)) byLine(`capture ${captureId}, ${name}`, readFileSync(join(folder, name), 'utf8'), look)
      const alone = report()
      for (const [name, reporter] of Object.entries(exports)) {
        const pieces: Uint8Array[] = []
        for await (const piece of written(reporter, alone)) pieces.push(piece)
        byLine(`the data/${name} of capture ${captureId}`, Buffer.concat(pieces).toString('utf8'), look, alone.summary)
      }
      return left
    },
    inFiles(draft, { summary }) {
      const { left, look } = looker()
      for (const name of draft.files.keys()) {
        if (!name.endsWith(HAR_ZIP)) byLine(name, readFileSync(join(draft.folder, ...name.split('/')), 'utf8'), look, summary)
      }
      return left
    },
  }
}

const HAR_ZIP = 'capture.har.zip'
