/** Temporary files without a name: they go when they are closed, whatever happens, on systems that allow that. */
import { closeSync, fstatSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isTattleError, TattleError, toMessage } from './errors.js'

/** A descriptor, for its owner only. */
export function openNameless(): number {
  return withoutName(openForOwner)
}

/** What `open` opens at a path that nobody else can name, and that is no name of anything afterwards. */
export function withoutName<Opened>(open: (path: string) => Opened): Opened {
  const folder = orSentence(() => mkdtempSync(join(tmpdir(), 'tattle-')))
  try {
    return orSentence(() => open(join(folder, 'rows')))
  } finally {
    try {
      rmSync(folder, { recursive: true })
    } catch {
      // Windows keeps what is open; its own clean-up of the temporary folder takes it.
    }
  }
}

/** Makes a file for its owner only, to be written and read. */
export function openForOwner(path: string): number {
  return openSync(path, 'wx+', 0o600)
}

/** What `open` makes of a file without a name that has one for so long: a copy, for no system gives a name back. */
export function withName<Opened>(file: number, open: (path: string) => Opened): Opened {
  return withoutName((path) => {
    const copy = openForOwner(path)
    let size = 0
    for (const bytes of readBytes(file, 0, fstatSync(file).size)) size += writeBytes(copy, bytes, size)
    closeSync(copy)
    return open(path)
  })
}

const CHUNK = 256 * 1024

/** Bytes of a file from one position to before another, each piece good until the next is asked for. */
export function* readBytes(file: number, from: number, to: number): Generator<Uint8Array> {
  const chunk = Buffer.allocUnsafe(CHUNK)
  for (let at = from; at < to;) {
    const read = readSync(file, chunk, 0, Math.min(CHUNK, to - at), at)
    if (read === 0) throw new Error('the temporary file was cut short')
    yield chunk.subarray(0, read)
    at += read
  }
}

/** Writes all of them, and says how many they are. */
export function writeBytes(file: number, bytes: Uint8Array, position: number): number {
  return orSentence(() => {
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at, bytes.length - at, position + at)
    return bytes.length
  })
}

/** Runs `work`; what is wrong with the place of temporary files becomes a sentence. */
export function orSentence<T>(work: () => T): T {
  try {
    return work()
  } catch (cause) {
    throw toSentence(cause, OF_THE_PLACE)
  }
}

/** As `orSentence`, of what takes its time; of names that somebody else gave, which may be at fault themselves. */
export async function orSentenceOfRoom<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    throw toSentence(cause, OF_THE_ROOM)
  }
}

function toSentence(cause: unknown, codes: RegExp): unknown {
  const { code } = cause as { readonly code?: unknown }
  if (isTattleError(cause) || typeof code !== 'string' || !codes.test(code)) return cause
  return new TattleError('output-unwritable', 'What does not fit into memory cannot be kept in the folder for ' +
    `temporary files, ${tmpdir()} (${toMessage(cause)}); make room there, or name another one in TMPDIR.`, { cause })
}

/** Codes of the file system and of SQLite. */
const OF_THE_PLACE = /^E(?:NOSPC|DQUOT|FBIG|ACCES|PERM|ROFS|NOENT|NOTDIR|IO)$|^SQLITE_(?:FULL|IOERR|CANTOPEN)/
const OF_THE_ROOM = /^E(?:NOSPC|DQUOT|FBIG|ROFS)$/
