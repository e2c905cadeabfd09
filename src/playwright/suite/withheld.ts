/**
 * Requests that carried a secret beside what leaked, and storage that held one. Reports show both from the capture, which
 * holds them whole: of these they are not to show more than the rows do.
 */
import { keptIn } from '../../assess/stored.js'
import { openZip } from '../../capture/har-zip.js'
import { peel } from '../../decode/peel.js'
import { openInput } from '../../har/read.js'
import type { HarEntry } from '../../har/types.js'
import type { Analysed, DiagnosticRecord } from '../../model.js'
import { memberOf } from '../../shapes.js'
import { WITHHELD } from '../../withheld.js'
import { toPeelingHider } from './hide.js'

const LARGEST_STORAGE = 256 * 1024 * 1024

/** The analysis with a diagnostic for each such request, and one for such a storage. */
export async function withWithheld(path: string, analysed: Analysed, secrets: readonly string[]): Promise<Analysed> {
  const { capture, analysis, leaks, diagnostics } = analysed
  if (secrets.length === 0) return analysed
  const hide = toPeelingHider(secrets)
  const tells: Tells = (bytes) => {
    let found = false
    peel(bytes, (layer) => {
      const text = Buffer.from(layer.bytes).toString('utf8')
      found ||= hide(text) !== text
    })
    return found
  }
  const entries = leaks.length === 0 ? [] : await carriersOf(path, new Set(leaks.map(({ entry }) => entry)), tells)
  const withheld = (entry: number | null, message: string): DiagnosticRecord =>
    ({ analysisId: analysis.analysisId, captureId: capture.captureId, runId: analysis.runId, code: WITHHELD, entry, message })
  return {
    ...analysed,
    diagnostics: [
      ...diagnostics,
      ...entries.map((entry) => withheld(entry, 'This request carried a password, a code or a key as well; reports show the stretch with the datum alone.')),
      ...await isInStorage(path, tells) ? [withheld(null, 'What was kept in the browser held a password, a code or a key; reports do not show it.')] : [],
    ],
  }
}

type Tells = (bytes: Uint8Array) => boolean

async function isInStorage(path: string, tells: Tells): Promise<boolean> {
  if (!path.endsWith('.zip')) return false
  const zip = await openZip(path)
  try {
    if (!zip.names.includes('storage.json')) return false
    const record: unknown = JSON.parse((await zip.read('storage.json', LARGEST_STORAGE)).toString('utf8'))
    return keptIn(record).some(({ name, values, place, setByUrl }) => [name, values[0] ?? '', place, setByUrl ?? ''].some((text) => tells(Buffer.from(text))))
  } finally {
    zip.close()
  }
}

async function carriersOf(path: string, among: ReadonlySet<number>, tells: Tells): Promise<number[]> {
  const carriers: number[] = []
  const documents = await openInput(path)
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
