/**
 * Requests that carried a secret beside what leaked. Reports show requests from the capture, which holds them whole: of
 * these they are not to show more than the rows do.
 */
import { peel } from '../../decode/peel.js'
import { openInput } from '../../har/read.js'
import type { HarEntry } from '../../har/types.js'
import type { Analysed, DiagnosticRecord } from '../../model.js'
import { memberOf } from '../../shapes.js'
import { WITHHELD } from '../../withheld.js'
import { toPeelingHider } from './hide.js'

/** The analysis with a diagnostic for each such request. */
export async function withWithheld(zip: string, analysed: Analysed, secrets: readonly string[]): Promise<Analysed> {
  const { capture, analysis, leaks, diagnostics } = analysed
  if (secrets.length === 0 || leaks.length === 0) return analysed
  const entries = await carriersOf(zip, new Set(leaks.map(({ entry }) => entry)), secrets)
  const withheld = entries.map((entry): DiagnosticRecord => ({
    analysisId: analysis.analysisId, captureId: capture.captureId, runId: analysis.runId, code: WITHHELD, entry,
    message: 'This request carried a password, a code or a key as well; reports show the stretch with the datum alone.',
  }))
  return { ...analysed, diagnostics: [...diagnostics, ...withheld] }
}

async function carriersOf(zip: string, among: ReadonlySet<number>, secrets: readonly string[]): Promise<number[]> {
  const hide = toPeelingHider(secrets)
  const tells = (bytes: Uint8Array): boolean => {
    let found = false
    peel(bytes, (layer) => {
      const text = Buffer.from(layer.bytes).toString('utf8')
      found ||= hide(text) !== text
    })
    return found
  }
  const carriers: number[] = []
  const documents = await openInput(zip)
  try {
    for (const document of documents) {
      await document.read({
        head: () => {},
        entry(entry, index) {
          if (!among.has(index)) return
          const file = memberOf(entry.request?.postData, '_file')
          const body = typeof file === 'string' ? document.body(file) : undefined
          if (textsOf(entry).some((text) => tells(Buffer.from(text))) || (body !== undefined && tells(body))) carriers.push(index)
        },
        diagnostic: () => {},
      })
    }
  } finally {
    for (const document of documents) document.close()
  }
  return carriers
}

/** All that a report could show of a request, and who asked for it. */
function textsOf(entry: HarEntry): string[] {
  const texts: string[] = []
  const walk = (value: unknown): void => {
    if (typeof value === 'string') texts.push(value)
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk)
  }
  walk(entry.request)
  walk((entry as Readonly<Record<string, unknown>>)['_initiator'])
  return texts
}
