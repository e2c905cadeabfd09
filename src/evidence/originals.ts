/** Whether a capture is still what was recorded: its originals against the digests taken when the browser exited. */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openZip } from '../capture/har-zip.js'
import { manifestFault } from '../capture/manifest-fault.js'
import { digestOfManifest } from '../capture/manifest-digest.js'
import type { CaptureManifest } from '../capture/manifest.js'
import { captureIdOf, isMember } from '../capture/write.js'
import { isTattleError, TattleError, toMessage } from '../errors.js'
import { few } from '../few.js'
import { addTo } from '../grouped.js'
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

/** Throws `capture-unreadable`. */
export async function readManifest(files: CaptureFiles): Promise<CaptureManifest> {
  const chunks: Uint8Array[] = []
  let json: unknown
  try {
    for await (const chunk of await files.stream('capture.json')) chunks.push(chunk)
    json = JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch (cause) {
    throw unreadable(`its capture.json is damaged (${toMessage(cause)})`, cause)
  }
  const fault = manifestFault(json)
  if (fault !== null) throw new TattleError('capture-unreadable', `The capture cannot be read: ${fault}.`)
  return json as CaptureManifest
}

/** No capture of ours has as many members. */
const MOST_MEMBERS = 10_000

/** Digests of all members. Throws `capture-unreadable` where there are too many, or one cannot be read. */
export async function digestMembers(files: CaptureFiles): Promise<readonly FileDigest[]> {
  if (files.names.length > MOST_MEMBERS) throw unreadable(`it holds more than ${MOST_MEMBERS} files`)
  const digests: FileDigest[] = []
  for (const name of files.names) {
    const hash = createHash('sha256')
    let bytes = 0
    try {
      for await (const chunk of await files.stream(name)) {
        hash.update(chunk)
        bytes += chunk.length
      }
    } catch (cause) {
      throw unreadable(`${name} in it is damaged (${toMessage(cause)})`, cause)
    }
    digests.push({ name, bytes, sha256: hash.digest('hex') })
  }
  return digests
}

function unreadable(why: string, cause?: unknown): TattleError {
  return new TattleError('capture-unreadable', `The capture cannot be read whole: ${why}.`, { cause })
}

/** What a capture without its originals can no longer show, one sentence; null where they are there. */
export function lackOf({ originalsRemoved, originals }: CaptureManifest): string | null {
  if (originalsRemoved === undefined) return null
  return `Its ${originals.length} originals were not kept (retention: ${originalsRemoved.retention}): their digests stand in ` +
    'capture.json, but that the HAR of the capture follows from them can no longer be shown, nor can they be merged anew.'
}

/** What a capture that an earlier version recorded cannot show, one sentence; null where its capture.json has a digest. */
export function undigestedOf(manifest: CaptureManifest): string | null {
  return !isUndigested(manifest) ? null : 'Its capture.json has no digest of its own: an earlier version recorded it, or somebody took ' +
    'it out. Whether its steps, choices and coverage are as they were recorded, only the database that it was filed in can show.'
}

function isUndigested({ sha256 }: CaptureManifest): boolean {
  return sha256 == null
}

/** Whether a manifest with a digest says something else than it did then. */
export function isEdited(manifest: CaptureManifest): boolean {
  return !isUndigested(manifest) && digestOfManifest(manifest) !== manifest.sha256
}

/** Digests of all members of a capture that lies at `path`; of originals that were not kept, the digests that they had. */
export async function digestCapture(path: string): Promise<readonly FileDigest[]> {
  const files = await openCaptureFiles(path)
  try {
    const members = await digestMembers(files)
    return files.names.includes('capture.json') ? withRemoved(members, await readManifest(files)) : members
  } finally {
    files.close()
  }
}

/**
 * What no longer fits, one sentence each: by the digests that the capture carries itself, and by those that were kept
 * elsewhere when it was recorded, where there are any.
 */
export function faultsOf(members: readonly FileDigest[], manifest: CaptureManifest, recorded: readonly FileDigest[] = []): string[] {
  const { originals, enclosed } = manifest
  const faults: string[] = []
  if (captureIdOf(listed(originals)) !== manifest.captureId) faults.push('its capture.json was changed: the digests in it do not give its id')
  if (isEdited(manifest)) faults.push('its capture.json was changed: what it says does not give the digest in it')
  // Older ones have no such list, or got their steps when it was written already.
  const isListed = (name: string): boolean => isOriginal(name) || (enclosed != null && isMember(name) && name !== 'capture.json' &&
    !(isUndigested(manifest) && name === 'steps.json'))
  // Older records are of the originals alone.
  const isWhole = recorded.some(({ name }) => name === 'capture.json')
  return [...new Set([
    ...faults,
    ...differences(members, manifest, [...listed(originals), ...listed(enclosed)], isListed),
    ...recorded.length === 0 ? [] : differences(members, manifest, recorded, (name) => isWhole || isOriginal(name)),
  ])]
}

/** `isListed`: whether a digest of a member of that name would be among those that were recorded. */
function differences(
  members: readonly FileDigest[], manifest: CaptureManifest, recorded: readonly FileDigest[], isListed: (name: string) => boolean,
): string[] {
  const faults: string[] = []
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
  for (const name of found.keys()) if (!known.has(name) && isListed(name)) faults.push(`${name} was added`)
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

type Rows = Pick<Analysed, 'capture' | 'analysis' | 'diagnostics'>

/**
 * What was analysed, with the digests of all that each capture holds, and with what no longer fits about it: then it is
 * broken, and proves the absence of nothing. `input` is what was given to be analysed; for anything but captures of
 * tattle's own, the result is as it was.
 */
export async function withMembersChecked<T extends Rows>(input: string, found: readonly T[]): Promise<readonly T[]> {
  if (!found.some(isOurs)) return found
  if (input === '-') return found.map((one) => isOurs(one) ? unchecked(one) : one)
  const files = await openCaptureFiles(input)
  try {
    const captures = await capturesIn(files)
    const checked: T[] = []
    for (const one of found) checked.push(isOurs(one) ? await checkedBy(one, captures.get(one.capture.captureId) ?? []) : one)
    return checked
  } finally {
    files.close()
  }
}

function isOurs({ capture }: Rows): boolean {
  return capture.files.some(({ name }) => isOriginal(name))
}

/** What is piped in is read once. */
function unchecked<T extends Rows>(one: T): T {
  const { coverage, blindSpots } = one.capture
  const blindSpot = 'It was piped in, so that it was not held against the digests in its capture.json.'
  return { ...one, capture: { ...one.capture, coverage: coverage === 'full' ? 'limited' : coverage, blindSpots: [...blindSpots, blindSpot] } }
}

interface OwnCapture { readonly files: CaptureFiles; readonly manifest: CaptureManifest }

/** The captures of a folder, or of an archive, which may hold them in folders of their own, by their ids. */
async function capturesIn(files: CaptureFiles): Promise<ReadonlyMap<string, OwnCapture[]>> {
  const members = new Map<string, string[]>()
  for (const name of files.names) addTo(members, /^[^/]+\//.exec(name)?.[0] ?? '', name)
  const captures = new Map<string, OwnCapture[]>()
  for (const folder of files.names.flatMap((name) => /^((?:[^/]+\/)?)capture\.json$/.exec(name)?.[1] ?? [])) {
    const names = folder === '' ? files.names : (members.get(folder) ?? []).map((name) => name.slice(folder.length))
    const own: CaptureFiles = { names, stream: (name) => files.stream(folder + name), close: () => {} }
    try {
      const manifest = await readManifest(own)
      addTo(captures, manifest.captureId, { files: own, manifest })
    } catch (error) {
      if (!isTattleError(error)) throw error // that one was refused when it was to be analysed
    }
  }
  return captures
}

/** A capture may lie there twice: each must be what was recorded. */
async function checkedBy<T extends Rows>(one: T, captures: readonly OwnCapture[]): Promise<T> {
  let checked = captures.length > 0 ? one : broken(one, 'The capture cannot be read whole: its capture.json is damaged.')
  for (const { files, manifest } of captures) {
    const [lack, undigested] = [lackOf(manifest), undigestedOf(manifest)]
    checked = { ...checked, diagnostics: [
      ...checked.diagnostics,
      ...lack === null ? [] : [noteOf(one, 'originals-not-kept', lack)],
      ...undigested === null ? [] : [noteOf(one, 'manifest-without-digest', undigested)],
    ] }
    try {
      const members = await digestMembers(files)
      const faults = faultsOf(members, manifest)
      checked = { ...checked, capture: { ...checked.capture, files: withRemoved(members, manifest) } }
      if (faults.length > 0) checked = broken(checked, `The capture is not what was recorded: ${few(faults, 10)}.`)
    } catch (error) {
      if (!isTattleError(error)) throw error
      checked = broken(checked, error.message)
    }
  }
  return checked
}

function broken<T extends Rows>(one: T, message: string): T {
  const { verdict } = one.analysis
  return {
    ...one,
    capture: { ...one.capture, coverage: 'broken', coverageReasons: [...one.capture.coverageReasons, message] },
    analysis: { ...one.analysis, verdict: verdict === 'leaks' ? verdict : 'inconclusive' },
    diagnostics: [...one.diagnostics, noteOf(one, 'capture-edited', message)],
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
