/**
 * The requests of a capture that carried something, as a HAR that others may see: who was asked for what, in which
 * fields, with `masked-KIND` where a value stood. Cookies, authorization headers and all that looks like a secret go as
 * well. What cannot be masked so that nothing is left, under any encoding that analysis peels, is left out.
 */
import { writeFile } from 'node:fs/promises'
import { openInput } from '../har/read.js'
import type { HarEntry } from '../har/types.js'
import type { Kind, LeakRecord, Term } from '../model.js'
import { createRules, type Rules } from '../rules.js'
import { memberOf } from '../shapes.js'
import { version } from '../version.generated.js'
import { inlined } from './export.js'
import { redactEntry, type Redaction, type Sent } from './redact-entry.js'
import { bytesAt, samePlace } from './redact-capture.js'
import { detectIn, leaves, looksWritten, TELLING } from './redact-words.js'

export interface MaskedOptions {
  readonly capture: string
  readonly out: string
  readonly leaks: readonly LeakRecord[]
  /** What was planted, typed in, or is a secret of the environment. */
  readonly terms: readonly Term[]
  readonly clientIps: readonly string[]
}

/** As what the values of passwords, codes and keys are looked for. */
export const SECRET: Kind = 'identifier.account'

/** How many requests are in the file, and how many could not be masked. Nothing is written where none is in it. */
export async function writeMaskedHar(options: MaskedOptions): Promise<{ readonly kept: number; readonly left: number }> {
  const { capture, out, leaks, terms, clientIps } = options
  const rules = await createRules()
  const wanted = new Map<number, LeakRecord[]>()
  for (const leak of leaks) wanted.set(leak.entry, [...wanted.get(leak.entry) ?? [], leak])
  const entries: HarEntry[] = []
  let left = 0
  let target: unknown
  for (const document of await openInput(capture)) {
    target = memberOf(document.manifest, 'target')
    await document.read({
      entry(entry, index) {
        const here = wanted.get(index)
        if (here === undefined) return
        const one = maskEntry(inlined(entry, (name) => document.body(name)), index, here, terms, clientIps, rules)
        if (one === null) left++
        else entries.push(one)
      },
      diagnostic: () => {},
    })
    document.close()
  }
  const log = { version: '1.2', creator: { name: 'tattle', version, comment: 'values are masked', ...target === 'stand-in' ? { _target: target } : {} }, pages: [], entries }
  if (entries.length > 0) await writeFile(out, `${JSON.stringify({ log }, null, 1)}\n`, { mode: 0o600 })
  return { kept: entries.length, left }
}

/** Null where something of it would be left. */
function maskEntry(
  entry: HarEntry, index: number, leaks: readonly LeakRecord[], terms: readonly Term[], clientIps: readonly string[],
  rules: Rules,
): HarEntry | null {
  const hidden = new Set<string>()
  const redaction: Redaction = {
    detector: rules.detectorFor(terms, clientIps),
    attribute: rules.attribute,
    isWord: () => false,
    word(kind: Kind, value: string) {
      hidden.add(value)
      // What is known by its looks, or was typed into a field for secrets, has no kind to speak of.
      return kind === 'opaque' || kind === SECRET ? 'masked-secret' : `masked-${kind}`
    },
    found: (_entry, pointer, start, end) => leaks
      .filter((leak) => samePlace(leak.pointer, pointer) && leak.startByte >= start && leak.endByte <= end)
      .map((leak): Sent => {
        const sent = bytesAt(entry, leak)
        return { kind: leak.kind, value: terms.find(({ id, kind }) => id === leak.termId && kind === leak.kind)?.value ?? sent, sent }
      }),
  }
  const copy = redactEntry(entry, index, redaction)
  if (copy === null) return null
  for (const [, text] of leaves(copy, '')) {
    const isThere = [...hidden].some((value) => value.length >= TELLING && text.includes(value) && !looksWritten(value))
    if (isThere || detectIn(text, redaction.detector).length > 0) return null
  }
  const told = leaks.map(({ kind, recipientDomain, part, field }) => `${kind} → ${recipientDomain}, ${part} ${field}`)
  const comment = `entry ${index} of the capture: ${[...new Set(told)].join('; ')}`
  return Object.assign(copy, { comment })
}
