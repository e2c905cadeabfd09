/** Whether a capture is still what was recorded: its originals against the digests taken when the browser exited. */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openZip } from '../capture/har-zip.js'
import type { CaptureManifest } from '../capture/manifest.js'
import { captureIdOf } from '../capture/write.js'
import type { Analysed, FileDigest } from '../model.js'

/** The members of a capture, zip or folder. */
export interface CaptureFiles {
  readonly names: readonly string[]
  stream(name: string): Promise<AsyncIterable<Uint8Array>>
  close(): void
}

/** Throws what the file system or the zip reader throws. */
export async function openCaptureFiles(path: string): Promise<CaptureFiles> {
  if (!lstatSync(path).isDirectory()) return openZip(path)
  const names = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(path, '/').length).replaceAll('\\', '/'))
  return { names: names.sort(), stream: (name) => Promise.resolve(createReadStream(join(path, ...name.split('/')))), close: () => {} }
}

export async function readManifest(files: CaptureFiles): Promise<CaptureManifest> {
  const chunks: Uint8Array[] = []
  for await (const chunk of await files.stream('capture.json')) chunks.push(chunk)
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as CaptureManifest
}

/** What no longer fits, one sentence each. `recorded`: digests that were kept elsewhere. */
export async function checkOriginals(
  files: CaptureFiles, manifest: CaptureManifest, recorded: readonly FileDigest[] = manifest.originals,
): Promise<string[]> {
  const faults: string[] = []
  if (!Array.isArray(manifest.originals) || captureIdOf(manifest.originals) !== manifest.captureId) {
    faults.push('its capture.json was changed: the digests in it do not give its id')
  }
  for (const { name, sha256 } of recorded) {
    const member = name.startsWith('originals/') ? name : `originals/${name}`
    if (!files.names.includes(member)) {
      faults.push(`${member} is missing`)
      continue
    }
    const hash = createHash('sha256')
    for await (const chunk of await files.stream(member)) hash.update(chunk)
    if (hash.digest('hex') !== sha256) faults.push(`${member} was changed since the browser exited`)
  }
  const listed = new Set(recorded.map(({ name }) => name.replace(/^originals\//, '')))
  for (const name of files.names) {
    if (name.startsWith('originals/') && !listed.has(name.slice('originals/'.length))) faults.push(`${name} was added`)
  }
  return faults
}

/**
 * What was analysed, with what no longer fits about its originals: then it is broken, and proves the absence of nothing.
 * `input` is what was given to be analysed; for anything but a capture of tattle's own, the result is as it was.
 */
export async function withOriginalsChecked<T extends Pick<Analysed, 'capture' | 'analysis' | 'diagnostics'>>(input: string, one: T): Promise<T> {
  if (input === '-' || !one.capture.files.some(({ name }) => name.startsWith('originals/'))) return one
  const files = await openCaptureFiles(input)
  try {
    const faults = files.names.includes('capture.json') ? await checkOriginals(files, await readManifest(files)) : []
    if (faults.length === 0) return one
    const message = `The capture is not what was recorded: ${faults.join('; ')}.`
    const { analysisId, captureId, runId, verdict } = one.analysis
    return {
      ...one,
      capture: { ...one.capture, coverage: 'broken', coverageReasons: [...one.capture.coverageReasons, message] },
      analysis: { ...one.analysis, verdict: verdict === 'leaks' ? verdict : 'inconclusive' },
      diagnostics: [...one.diagnostics, { analysisId, captureId, runId, code: 'capture-edited', entry: null, message }],
    }
  } finally {
    files.close()
  }
}

/** The source of a scenario, where it is still the one that ran; else null. */
export function sourceOf({ file, sha256 }: CaptureManifest['scenario']): Buffer | null {
  if (file === null || sha256 === null || !existsSync(file)) return null
  const source = readFileSync(file)
  return createHash('sha256').update(source).digest('hex') === sha256 ? source : null
}
