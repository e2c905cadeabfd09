/** Whether a capture is still what was recorded: its originals against the digests taken when the browser exited. */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openZip } from '../capture/har-zip.js'
import { manifestFault } from '../capture/manifest-fault.js'
import type { CaptureManifest } from '../capture/manifest.js'
import { captureIdOf } from '../capture/write.js'
import { TattleError } from '../errors.js'
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
  const json: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'))
  const fault = manifestFault(json)
  if (fault !== null) throw new TattleError('capture-unreadable', `The capture cannot be read: ${fault}.`)
  return json as CaptureManifest
}

/** No capture of ours has as many members. */
const MOST_MEMBERS = 10_000

/** Digests of all members. Throws where there are too many, or one cannot be read. */
export async function digestMembers(files: CaptureFiles): Promise<readonly FileDigest[]> {
  if (files.names.length > MOST_MEMBERS) throw new Error(`it holds more than ${MOST_MEMBERS} files`)
  const digests: FileDigest[] = []
  for (const name of files.names) {
    const hash = createHash('sha256')
    let bytes = 0
    for await (const chunk of await files.stream(name)) {
      hash.update(chunk)
      bytes += chunk.length
    }
    digests.push({ name, bytes, sha256: hash.digest('hex') })
  }
  return digests
}

/** What a capture without its originals can no longer show, one sentence; null where they are there. */
export function lackOf({ originalsRemoved, originals }: CaptureManifest): string | null {
  if (originalsRemoved === undefined) return null
  return `Its ${originals.length} originals were not kept (retention: ${originalsRemoved.retention}): their digests stand in ` +
    'capture.json, but that the HAR of the capture follows from them can no longer be shown, nor can they be merged anew.'
}

/** The same of a capture that lies at `path`; of originals that were not kept, the digests that they had. */
export async function digestCapture(path: string): Promise<readonly FileDigest[]> {
  const files = await openCaptureFiles(path)
  try {
    const members = await digestMembers(files)
    return files.names.includes('capture.json') ? withRemoved(members, await readManifest(files)) : members
  } finally {
    files.close()
  }
}

/** What no longer fits, one sentence each. `recorded`: digests from when it was recorded, kept elsewhere or in itself. */
export function faultsOf(
  members: readonly FileDigest[], manifest: CaptureManifest,
  recorded: readonly FileDigest[] = [...listed(manifest.originals), ...listed(manifest.enclosed)],
): string[] {
  const faults: string[] = []
  if (!Array.isArray(manifest.originals) || captureIdOf(manifest.originals) !== manifest.captureId) {
    faults.push('its capture.json was changed: the digests in it do not give its id')
  }
  const found = new Map(members.map(({ name, sha256 }) => [name, sha256]))
  const known = new Set<string>()
  for (const { name, sha256 } of recorded) {
    const member = found.has(name) || name.includes('/') ? name : `originals/${name}`
    known.add(member)
    const now = found.get(member)
    if (now === undefined && isOriginal(member) && lackOf(manifest) !== null) continue
    if (now === undefined) faults.push(`${member} is missing`)
    else if (now !== sha256) faults.push(`${member} was changed since ${isOriginal(member) ? 'the browser exited' : 'it was recorded'}`)
  }
  // Older records are of the originals alone; what comes with the steps comes later than the rest.
  const isWhole = recorded.some(({ name }) => name === 'capture.json')
  for (const name of found.keys()) if (!known.has(name) && (isOriginal(name) || isWhole)) faults.push(`${name} was added`)
  return faults
}

function withRemoved(members: readonly FileDigest[], manifest: CaptureManifest): readonly FileDigest[] {
  return lackOf(manifest) === null ? members : [...members, ...listed(manifest.originals)]
}

function isOriginal(name: string): boolean {
  return name.startsWith('originals/')
}

function listed(value: readonly FileDigest[] | undefined): readonly FileDigest[] {
  return Array.isArray(value) ? value : []
}

/**
 * What was analysed, with the digests of all that the capture holds, and with what no longer fits about it: then it is
 * broken, and proves the absence of nothing. `input` is what was given to be analysed; for anything but a capture of
 * tattle's own, the result is as it was.
 */
export async function withMembersChecked<T extends Pick<Analysed, 'capture' | 'analysis' | 'diagnostics'>>(input: string, one: T): Promise<T> {
  if (input === '-' || !one.capture.files.some(({ name }) => isOriginal(name))) return one
  const files = await openCaptureFiles(input)
  try {
    if (!files.names.includes('capture.json')) return one
    const members = await digestMembers(files)
    const manifest = await readManifest(files)
    const faults = faultsOf(members, manifest)
    const lack = lackOf(manifest)
    const diagnostics = lack === null ? one.diagnostics : [...one.diagnostics, noteOf(one, 'originals-not-kept', lack)]
    const checked = { ...one, capture: { ...one.capture, files: withRemoved(members, manifest) }, diagnostics }
    if (faults.length === 0) return checked
    const message = `The capture is not what was recorded: ${faults.slice(0, 10).join('; ')}${faults.length > 10 ? ` and ${faults.length - 10} more` : ''}.`
    const { verdict } = one.analysis
    return {
      ...checked,
      capture: { ...checked.capture, coverage: 'broken', coverageReasons: [...one.capture.coverageReasons, message] },
      analysis: { ...one.analysis, verdict: verdict === 'leaks' ? verdict : 'inconclusive' },
      diagnostics: [...diagnostics, noteOf(one, 'capture-edited', message)],
    }
  } finally {
    files.close()
  }
}

function noteOf({ analysis }: Pick<Analysed, 'analysis'>, code: string, message: string): Analysed['diagnostics'][number] {
  const { analysisId, captureId, runId } = analysis
  return { analysisId, captureId, runId, code, entry: null, message }
}

/** The source of a scenario, where it is still the one that ran; else null. */
export function sourceOf({ file, sha256 }: CaptureManifest['scenario']): Buffer | null {
  if (file === null || sha256 === null || !existsSync(file)) return null
  const source = readFileSync(file)
  return createHash('sha256').update(source).digest('hex') === sha256 ? source : null
}
