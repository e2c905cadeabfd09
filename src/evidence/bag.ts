/**
 * Bundles as BagIt (RFC 8493) has them: what is kept lies in data/, beside it the lists of digests and what vouches for
 * them. A bundle is a folder, or a zip with that folder in it.
 */
import { createHash } from 'node:crypto'
import { closeSync, createReadStream, createWriteStream, lstatSync, mkdirSync, openSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { writeZip } from '../capture/har-zip.js'
import { isTattleError, TattleError, toMessage } from '../errors.js'
import { makeFolder } from '../folder.js'
import { isZip, openFile, readAll } from '../har/bytes.js'
import { openArchive } from '../har/zip.js'
import type { FileDigest } from '../model.js'
import { moveNew, removeAbandoned, syncFolder, unfinishedName } from '../unfinished.js'

/** A bundle being made, in a folder beside its place. */
export interface Draft {
  readonly folder: string
  /** For what is needed in making it and does not get in; goes when the bundle is there. */
  readonly work: string
  /** Digests of what was added so far, by name. */
  readonly files: ReadonlyMap<string, FileDigest>
  add(name: string, content: Uint8Array | string | AsyncIterable<Uint8Array>): Promise<FileDigest>
  /** Writes the tag manifest and moves the bundle to its place. */
  finish(): Promise<void>
  discard(): void
}

/** Throws `output-unwritable` where there is something at `out`. */
export function createDraft(out: string): Draft {
  if (exists(out)) throw new TattleError('output-unwritable', `There is something at ${out} already; name another place with --out.`)
  const draft = unfinishedName(out)
  const folder = join(draft, 'bag')
  const work = join(draft, 'work')
  const files = new Map<string, FileDigest>()
  attempt(out, () => {
    makeFolder(dirname(draft))
    removeAbandoned(out)
    for (const part of [draft, folder, work]) mkdirSync(part, { mode: 0o700 })
  })
  return {
    folder,
    work,
    files,
    async add(name, content) {
      if (!isSafe(name)) throw new TattleError('output-unwritable', `"${name.slice(0, 80)}" is no name for a file in a bundle.`)
      const file = join(folder, ...name.split('/'))
      const hash = createHash('sha256')
      let bytes = 0
      const count = async function* (source: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
        for await (const chunk of source) {
          hash.update(chunk)
          bytes += chunk.length
          yield chunk
        }
      }
      const source = typeof content === 'string' ? [Buffer.from(content)] : content instanceof Uint8Array ? [content] : content
      try {
        makeFolder(dirname(file), 0o700)
        await pipeline(Readable.from(count(source)), createWriteStream(file, { flags: 'wx', mode: 0o600 }))
        const handle = await open(file, 'r+')
        await handle.sync()
        await handle.close()
      } catch (cause) {
        if (isTattleError(cause)) throw cause
        throw new TattleError('output-unwritable', `${file} cannot be written (${toMessage(cause)}); make room, or name another place with --out.`, { cause })
      }
      const digest = { name, bytes, sha256: hash.digest('hex') }
      files.set(name, digest)
      return digest
    },
    async finish() {
      const tags = [...files.values()].filter(({ name }) => !name.startsWith('data/'))
      await this.add('tagmanifest-sha256.txt', toManifest(tags))
      try {
        if (!out.endsWith('.zip')) {
          for (const within of new Set(['', ...[...files.keys()].flatMap(foldersOf)])) syncFolder(join(folder, within))
          renameSync(folder, resolve(out)) // not onto a folder that holds anything
          syncFolder(dirname(resolve(out)))
          return
        }
        const top = basename(out, '.zip')
        const zip = join(draft, 'bag.zip')
        await writeZip(zip, [...files.keys()].sort().map((name) => ({
          name: `${top}/${name}`,
          content: () => Promise.resolve(createReadStream(join(folder, ...name.split('/')))),
          compress: !/\.(zip|gz|png|jpe?g|webp)$/i.test(name),
        })))
        moveNew(zip, resolve(out))
      } catch (cause) {
        if (isTattleError(cause)) throw cause
        throw unwritable(out, cause)
      } finally {
        rmSync(draft, { recursive: true, force: true })
      }
    },
    discard: () => rmSync(draft, { recursive: true, force: true }),
  }
}

function attempt(out: string, work: () => void): void {
  try {
    work()
  } catch (cause) {
    throw unwritable(out, cause)
  }
}

function unwritable(out: string, cause: unknown): TattleError {
  return new TattleError('output-unwritable', `${out} cannot be written (${toMessage(cause)}); make room, or name another place with --out.`, { cause })
}

/** `a/b/c.txt` → `a`, `a/b` */
function foldersOf(name: string): string[] {
  return name.split('/').slice(0, -1).map((_, at, all) => all.slice(0, at + 1).join('/'))
}

/** As `sha256sum` writes and reads it. */
export function toManifest(files: readonly Pick<FileDigest, 'name' | 'sha256'>[]): string {
  return [...files].sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('')
}

/** Names of a manifest and their digests; null where a line is none of a manifest. */
export function fromManifest(text: string): Map<string, string> | null {
  const digests = new Map<string, string>()
  for (const line of text.split('\n')) {
    if (line === '') continue
    const match = /^([0-9a-f]{64}) {2}(.+)$/.exec(line)
    if (match?.[1] === undefined || match[2] === undefined || digests.has(match[2])) return null
    digests.set(match[2], match[1])
  }
  return digests
}

/** Plain names only: what `sha256sum` writes as it is, and what leads nowhere else. */
function isSafe(name: string): boolean {
  return /^[\w.@+-][\w.@+ -]*(\/[\w.@+-][\w.@+ -]*)*$/.test(name) && !name.split('/').includes('..') && name.length < 400
}

/** A bundle to read. */
export interface Bag {
  readonly names: readonly string[]
  /** What lies there and is no plain file. */
  readonly odd: readonly string[]
  /** As it is said before it is read; undefined where there is none. */
  sizeOf(name: string): number | undefined
  /** Undefined where there is none, or it is longer than `limit`. */
  read(name: string, limit?: number): Buffer | undefined
  /** Null where there is none, or it is damaged. */
  digest(name: string): Promise<FileDigest | null>
  chunks(name: string): AsyncIterable<Uint8Array> | undefined
  close(): void
}

const MAX_TAG_BYTES = 64 * 1024 * 1024

/** Throws `bundle-unreadable`. */
export async function openBag(path: string): Promise<Bag> {
  try {
    const bag = statSync(path).isDirectory() ? openFolder(path) : await openZipped(path)
    if (bag.names.includes('bagit.txt')) return bag
    bag.close()
  } catch (cause) {
    const sentence = isTattleError(cause) ? cause.message : `${path} cannot be read as a bundle (${toMessage(cause)}).`
    throw new TattleError('bundle-unreadable', sentence, { cause })
  }
  throw new TattleError('bundle-unreadable', `${path} is no bundle: it holds no bagit.txt; "tattle evidence pack" makes one.`)
}

function openFolder(path: string): Bag {
  const names: string[] = []
  const odd: string[] = []
  for (const entry of readdirSync(path, { recursive: true, withFileTypes: true })) {
    const name = join(entry.parentPath, entry.name).slice(join(path, '/').length).replaceAll('\\', '/')
    if (entry.isFile()) names.push(name)
    else if (!entry.isDirectory()) odd.push(name)
  }
  for (const name of names) closeSync(openSync(join(path, ...name.split('/')), 'r')) // what may not be read would pass for changed
  const has = new Set(names)
  const at = (name: string): string => join(path, ...name.split('/'))
  return withDigest({
    names: names.sort(),
    odd,
    read: (name, limit = MAX_TAG_BYTES) => has.has(name) && lstatSync(at(name)).size <= limit ? readFileSync(at(name)) : undefined,
    sizeOf: (name) => has.has(name) ? lstatSync(at(name)).size : undefined,
    chunks: (name) => has.has(name) ? createReadStream(at(name)) : undefined,
    close: () => {},
  })
}

async function openZipped(path: string): Promise<Bag> {
  const bytes = openFile(path)
  try {
    if (!isZip(readAll(bytes, 4))) throw new Error('it is neither a folder nor a zip')
    const archive = await openArchive(bytes, path)
    const inner = archive.names.find((name) => /^([^/]+\/)?bagit\.txt$/.test(name)) ?? ''
    const top = inner.slice(0, inner.length - 'bagit.txt'.length)
    const within = archive.names.filter((name) => name.startsWith(top))
    return withDigest({
      names: within.map((name) => name.slice(top.length)).sort(),
      odd: archive.names.filter((name) => !name.startsWith(top) || !archive.isPlain(name)).map((name) => name.startsWith(top) ? name.slice(top.length) : name),
      read: (name, limit = MAX_TAG_BYTES) => archive.read(top + name, limit),
      sizeOf: (name) => archive.sizeOf(top + name),
      chunks: (name) => archive.chunks(top + name),
      close: () => bytes.close(),
    })
  } catch (error) {
    bytes.close()
    throw error
  }
}

/** A file that is of another size than is said of it before it is read is read differently by each reader. */
function withDigest(bag: Omit<Bag, 'digest'>): Bag {
  const digests = new Map<string, Promise<FileDigest | null>>()
  const digest = async (name: string): Promise<FileDigest | null> => {
    const hash = createHash('sha256')
    let bytes = 0
    try {
      const chunks = bag.chunks(name)
      if (chunks === undefined) return null
      for await (const chunk of chunks) {
        hash.update(chunk)
        bytes += chunk.length
      }
      return bytes === bag.sizeOf(name) ? { name, bytes, sha256: hash.digest('hex') } : null
    } catch {
      return null // damaged within the zip
    }
  }
  return {
    ...bag,
    digest: (name) => {
      const known = digests.get(name) ?? digest(name) // lists may name a file as often as they like
      digests.set(name, known)
      return known
    },
  }
}

function exists(path: string): boolean {
  try {
    lstatSync(path)
    return true
  } catch {
    return false
  }
}
