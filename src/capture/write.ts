/** The capture zip: packed once from the recorder's folder, and copied whole when something is added later. */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, type Dirent } from 'node:fs'
import { chmod, readdir, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { TattleError, toMessage } from '../errors.js'
import type { FileDigest } from '../model.js'
import { openZip, writeZip, type ZipMember, type ZipReader } from './har-zip.js'
import { toManifestBytes } from './manifest-digest.js'
import type { CaptureManifest, CaptureStep, Retention } from './manifest.js'

const longestManifest = 64 * 1024 * 1024
const rawNetlog = join('originals', 'netlog.json')
const folders = ['originals', 'screenshots']
const files = ['capture.json', 'steps.json', 'screenshots.json', 'storage.json', 'capture.har.zip']

/**
 * Zips a capture's folder: its originals, `capture.har.zip`, `capture.json`, steps, storage, screenshots; nothing else
 * that lies there. A NetLog that is not compressed yet is. Everything in it, and the zip, is for its owner only (0600).
 * Throws `output-unwritable`.
 */
export async function packCapture(folder: string, out: string): Promise<void> {
  await compressNetlog(folder)
  const names = await membersOf(folder)
  await writeZip(out, names.map((name): ZipMember => ({
    name,
    content: () => Promise.resolve(createReadStream(join(folder, name))),
    compress: !isCompressed(name),
  })))
}

/** What of a capture's folder gets into the zip. */
async function membersOf(folder: string): Promise<readonly string[]> {
  const names: string[] = []
  for (const each of files) if (await exists(join(folder, each))) names.push(each)
  for (const each of folders) names.push(...(await filesIn(join(folder, each))).map((name) => `${each}/${name}`))
  return names
}

/** Whether a capture may hold something of that name. */
export function isMember(name: string): boolean {
  return files.includes(name) || folders.some((folder) => name.startsWith(`${folder}/`))
}

/** Digests of what is there beside the originals: it is nobody's word for what happened, but is not to change either. */
export async function digestEnclosed(folder: string): Promise<readonly FileDigest[]> {
  const names = (await membersOf(folder)).filter((name) => !name.startsWith('originals/') && name !== 'capture.json')
  return Promise.all(names.map((name) => digestFile(join(folder, name), name)))
}

/** Compresses `originals/netlog.json` to `netlog.json.gz` where that is not done yet, and removes the raw one. */
export async function compressNetlog(folder: string): Promise<void> {
  const raw = join(folder, rawNetlog)
  if (!await exists(raw)) return
  await pipeline(createReadStream(raw), createGzip(), createWriteStream(`${raw}.gz`, { mode: 0o600 }))
  await chmod(`${raw}.gz`, 0o600)
  await rm(raw)
}

/** `name` is the digest's; the file's own without it. Throws what the file system throws. */
export async function digestFile(path: string, name = basename(path)): Promise<FileDigest> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { name, bytes, sha256: hash.digest('hex') }
}

/** First 32 hex digits of the SHA-256 over the sorted `name sha256` lines of the originals. */
export function captureIdOf(originals: readonly FileDigest[]): string {
  const lines = originals.map(({ name, sha256 }) => `${name} ${sha256}\n`).sort()
  return createHash('sha256').update(lines.join('')).digest('hex').slice(0, 32)
}

/**
 * Copies a capture zip with members added or replaced; `zip` and `out` may be the same path. The originals are copied
 * byte for byte. Throws `capture-unreadable` or `output-unwritable`; `out` is then as it was.
 */
export async function addToCapture(zip: string, out: string, added: Readonly<Record<string, Buffer>>): Promise<void> {
  const source = await openCapture(zip)
  try {
    const kept = source.names.filter((name) => !Object.hasOwn(added, name))
    await writeZip(out, [
      ...kept.map((name): ZipMember => ({ name, content: () => source.stream(name), compress: !isCompressed(name) })),
      ...Object.entries(added).map(([name, content]): ZipMember => ({ name, content, compress: !isCompressed(name) })),
    ])
  } finally {
    source.close()
  }
}

/** As `addToCapture`: the steps, in capture.json. */
export async function addSteps(zip: string, out: string, steps: readonly CaptureStep[]): Promise<void> {
  const source = await openCapture(zip)
  try {
    await addToCapture(zip, out, { 'capture.json': toManifestBytes({ ...await readManifest(source), steps }) })
  } finally {
    source.close()
  }
}

async function readManifest(source: ZipReader): Promise<CaptureManifest> {
  return JSON.parse((await source.read('capture.json', longestManifest)).toString('utf8')) as CaptureManifest
}

/**
 * Takes the originals out of a capture zip; capture.json keeps their digests and says that, and why. Throws
 * `capture-unreadable` or `output-unwritable`; the zip is then as it was.
 */
export async function removeOriginals(zip: string, retention: Retention): Promise<void> {
  const source = await openCapture(zip)
  try {
    const said: CaptureManifest = { ...await readManifest(source), originalsRemoved: { at: new Date().toISOString(), retention } }
    await writeZip(zip, source.names.filter((name) => !name.startsWith('originals/')).map((name): ZipMember => ({
      name,
      content: name === 'capture.json' ? toManifestBytes(said) : () => source.stream(name),
      compress: !isCompressed(name),
    })))
  } finally {
    source.close()
  }
}

async function openCapture(zip: string): Promise<ZipReader> {
  return openZip(zip).catch((error: unknown) => {
    throw new TattleError('capture-unreadable', `${zip} is no readable capture: ${toMessage(error)}.`, { cause: error })
  })
}

function isCompressed(name: string): boolean {
  return /\.(zip|gz|png|jpe?g|webp)$/i.test(name)
}

async function filesIn(folder: string): Promise<string[]> {
  const found: Dirent[] = await readdir(folder, { withFileTypes: true }).catch(() => [])
  return found.filter((each) => each.isFile()).map((each) => each.name).sort()
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then((found) => found.isFile(), () => false)
}
