/** Zips of a HAR and its bodies: the one that Playwright wrote, read; the derived one, written. */
import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { type Entry, openPromise } from 'yauzl'
import { ZipFile } from 'yazl'
import { TattleError, toMessage } from '../errors.js'

export interface ZipReader {
  readonly names: readonly string[]
  has(name: string): boolean
  /** Throws when the member is missing, damaged or longer than `limit` bytes. */
  read(name: string, limit: number): Promise<Buffer>
  stream(name: string): Promise<Readable>
  close(): void
}

/** Throws what yauzl throws when the file is no zip. */
export async function openZip(path: string): Promise<ZipReader> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false })
  const members = new Map<string, Entry>()
  try {
    for await (const entry of zip.eachEntry()) {
      if (!entry.fileName.endsWith('/')) members.set(entry.fileName, entry)
    }
  } catch (error) {
    zip.close()
    throw error
  }
  const stream = (name: string): Promise<Readable> => {
    const entry = members.get(name)
    return entry === undefined ? Promise.reject(new Error(`no member ${name}`)) : zip.openReadStreamPromise(entry)
  }
  return {
    names: [...members.keys()],
    has: (name) => members.has(name),
    stream,
    read: async (name, limit) => {
      const chunks: Buffer[] = []
      let bytes = 0
      for await (const chunk of await stream(name) as AsyncIterable<Buffer>) {
        bytes += chunk.length
        if (bytes > limit) throw new Error(`${name} is longer than ${limit} bytes`)
        chunks.push(chunk)
      }
      return Buffer.concat(chunks)
    },
    close: () => { zip.close() },
  }
}

export interface ZipMember {
  readonly name: string
  /** Opened when its turn has come. */
  readonly content: Buffer | (() => Promise<Readable>)
  /** Default true. */
  readonly compress?: boolean
}

/**
 * Writes the members in their order, mode 0600, under a name beside it that is renamed once the file is on disk: the
 * path holds the whole zip or what it held before. Throws `output-unwritable`.
 */
export async function writeZip(path: string, members: readonly ZipMember[]): Promise<void> {
  const unfinished = `${path}.${process.pid}.tmp`
  const zip = new ZipFile()
  const failed = new Promise<never>((_, reject) => { zip.on('error', reject) })
  // All dates are this, and a zip's are those of a clock on the wall, so that equal contents make equal zips everywhere.
  const options = { mtime: new Date(2000, 0, 1), forceDosTimestamp: true, mode: 0o100600 }
  for (const { name, content, compress = true } of members) {
    if (Buffer.isBuffer(content)) {
      zip.addBuffer(content, name, { ...options, compress })
      continue
    }
    zip.addReadStreamLazy(name, { ...options, compress }, (done) => {
      content().then((stream) => { done(null, stream) }, (error: unknown) => { done(error, Readable.from([])) })
    })
  }
  try {
    const written = pipeline(Readable.from(zip.outputStream), createWriteStream(unfinished, { mode: 0o600 }))
    zip.end()
    await Promise.race([written, failed])
    const file = await open(unfinished, 'r+')
    await file.sync()
    await file.close()
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw new TattleError('output-unwritable', `${path} could not be written: ${toMessage(error)}.`, { cause: error })
  }
}
