/**
 * What is still being written lies beside its place as `NAME.OWNER.part`. The owner's name says which process that is, on
 * which machine and since when, so that what a killed one left can be told from what a living one is at, even where
 * process numbers come round again or a folder is shared between machines.
 */
import { createHash, randomBytes } from 'node:crypto'
import {
  closeSync, existsSync, fsyncSync, linkSync, lstatSync, mkdirSync, openSync, readFileSync, readdirSync, readlinkSync, renameSync, rmSync, unlinkSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'

/** Where this process may write what will be moved to `path`, on the same disk. */
export function unfinishedName(path: string): string {
  return `${resolve(path)}.${process.pid}-${machine()}-${bornAt(process.pid) ?? '0'}.part`
}

/**
 * Removes what processes that are no more left beside `path`. What another machine's left stays, for it may be at work, and so
 * does what is another user's, or only points to something.
 */
export function removeAbandoned(path: string): void {
  const folder = dirname(resolve(path))
  const begins = basename(path)
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const owner = name.startsWith(begins) ? OWNED.exec(name.slice(begins.length)) : null
    if (owner === null || owner[2] !== machine() || bornAt(Number(owner[1])) === owner[3]) continue
    try {
      const left = lstatSync(join(folder, name))
      if (left.uid === (process.getuid?.() ?? left.uid) && !left.isSymbolicLink()) rmSync(join(folder, name), { recursive: true, force: true })
    } catch { /* gone by now, or held by somebody: it stays */ }
  }
}

/** After the name: a number of its own where there may be several, and the owner. */
const OWNED = /^(?:-[0-9a-f]{12})?\.(\d+)-([0-9a-f]{8})-([0-9a-f]+)\.part$/

/** A new folder for temporary files, for this user alone; removes those that killed processes left. */
export function createWorkFolder(name: string, root = tmpdir()): string {
  const place = join(root, name)
  removeAbandoned(place)
  const folder = unfinishedName(`${place}-${randomBytes(6).toString('hex')}`)
  mkdirSync(folder, { mode: 0o700 })
  return folder
}

/** Moves a file to a place where nothing is. Throws what the file system throws; `EEXIST` where something is. */
export function moveNew(from: string, to: string): void {
  try {
    linkSync(from, to)
    unlinkSync(from)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    // A disk without hard links, such as a memory stick.
    if (code === 'EEXIST' || existsSync(to)) throw error
    renameSync(from, to)
  }
  syncFolder(dirname(to))
}

/** Puts a folder's own list of names on the disk, as far as the system lets one. */
export function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r')
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  } catch { /* Windows opens no folders */ }
}

/** Eight digits that stand for this machine, and for the container in it. */
function machine(): string {
  return digits(hostname(), textOf('/etc/machine-id'), linkOf('/proc/self/ns/pid'))
}

/** Eight digits that stand for when a process began; undefined where there is none of that number. */
function bornAt(pid: number): string | undefined {
  const stat = textOf(`/proc/${pid}/stat`)
  // The name in parentheses may hold anything; the 20th field after it is the start, counted from the system's own.
  if (stat !== '') return digits(textOf('/proc/sys/kernel/random/boot_id'), stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '')
  if (existsSync('/proc/self/stat')) return undefined
  try {
    process.kill(pid, 0)
    return '0'
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM' ? '0' : undefined
  }
}

function digits(...texts: readonly string[]): string {
  return createHash('sha256').update(texts.join('\n')).digest('hex').slice(0, 8)
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function linkOf(file: string): string {
  try {
    return readlinkSync(file)
  } catch {
    return ''
  }
}
