/** Whether anything that was redacted is left in a copy, in any text of it, under any encoding that can be peeled. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { TattleError } from '../errors.js'
import { openInput } from '../har/read.js'
import type { Rules } from '../rules.js'
import type { Draft } from './bag.js'
import type { RedactedCapture } from './redact-capture.js'
import { detectIn, leaves, TELLING, type Words } from './redact-words.js'

/** Throws `redaction-failed` where something is left, naming the place and never the value. */
export async function checkNothingLeft(draft: Draft, captures: readonly RedactedCapture[], words: Words, rules: Rules): Promise<void> {
  const terms = words.telling()
  const detector = rules.detectorFor(terms, [])
  const left: string[] = []
  const seen = new Set<string>()
  const look = (where: string, text: string): void => {
    if (left.length > 5 || seen.has(text)) return
    seen.add(text)
    const raw = terms.find(({ value }) => value.length >= TELLING && text.includes(value))
    const found = raw ?? detectIn(text, detector).find(({ source }) => source === 'persona')
    if (found !== undefined) left.push(`${where} (${found.kind})`)
  }
  for (const name of draft.files.keys()) {
    if (name.endsWith('capture.har.zip')) continue
    const text = readFileSync(join(draft.folder, ...name.split('/')), 'utf8')
    for (const [at, line] of text.split('\n').entries()) look(`${name}, line ${at + 1}`, line)
  }
  for (const { path, captureId } of captures) {
    for (const document of await openInput(path)) {
      const { head } = await document.read({
        entry: (entry, index) => { for (const [place, text] of leaves(entry, '')) look(`capture ${captureId}, entry ${index}, ${place}`, text) },
        diagnostic: () => {},
      })
      for (const [place, text] of leaves(head, '')) look(`capture ${captureId}, head, ${place}`, text)
      document.close()
    }
  }
  if (left.length === 0) return
  throw new TattleError('redaction-failed', `Something redacted would be left in the copy: ${left.join('; ')}. Nothing was written.`)
}
