/** Opens whatever a user gives as input, and reads each HAR in it entry by entry. */
import { createHash } from 'node:crypto'
import { createReadStream, lstatSync, readdirSync, statSync, type Stats } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { isTattleError, TattleError, toMessage } from '../errors.js'
import type { Diagnostic } from '../model.js'
import { chunksOf, inflated, isGzip, isZip, memoryBytes, openFile, peek, readAll, type Bytes } from './bytes.js'
import type { LongText } from './long-text.js'
import { createSplitter, SPLIT_LIMITS, WHOLE_LIMITS, type Refusal } from './split.js'
import type { HarEntry, HarHead } from './types.js'
import { openArchive, type Archive } from './zip.js'

export interface HarSink {
  /** `long`: the text of its request body, where that is put aside because of its length; whoever takes it closes it. */
  entry(entry: HarEntry, index: number, long?: LongText): void
  /**
   * Only what an exchange is made of is wanted: lists that repeat what stands elsewhere in the entry are empty, and long
   * request bodies are put aside.
   */
  readonly brief?: boolean
  /** Response bodies are wanted, too, as far as any text of an entry is. */
  readonly whole?: boolean
  /** Waited for before more is read; must not reject. For whoever cannot take entries as fast as they come. */
  ready?(): Promise<void>
  /** What the head says so far; called before the entries that follow it in the document, maybe more than once. */
  head?(head: HarHead): void
  diagnostic(diagnostic: Diagnostic): void
}

export interface HarReading {
  readonly head: HarHead
  /** Of the HAR's own bytes, unpacked: the same for a HAR, its gzip and its zip. */
  readonly sha256: string
  /** Length of the same. */
  readonly bytes: number
  /** Elements of `log.entries`, unreadable ones included. */
  readonly entries: number
}

/** One HAR of an input, with what belongs to it. */
export interface HarDocument {
  /** Where it lies, for people: the path, and the member within it. */
  readonly name: string
  /** `capture`: one of tattle's own, with `capture.json`. */
  readonly kind: 'har' | 'capture'
  /** `capture.json`, parsed. */
  readonly manifest?: unknown
  /** Those in `capture.json`, or of an older capture in `steps.json`. */
  readonly steps?: unknown
  /** `storage.json`, parsed, where there is one that can be read. */
  readonly storage?: unknown
  /** The attached file that a `_file` names, or undefined where it is missing, too large or damaged. */
  body(name: string): Uint8Array | undefined
  /** Once. Throws a TattleError (`har-unreadable`, `har-truncated`) where no entry can be had. */
  read(sink: HarSink): Promise<HarReading>
  close(): void
}

type Chunks = AsyncIterable<Uint8Array>

const MAX_BODY_BYTES = 64 * 1024 * 1024
const MAX_JSON_BYTES = 256 * 1024 * 1024
const MAX_NESTED_BYTES = 1024 * 1024 * 1024
const NOTHING_ATTACHED = (): undefined => undefined

/**
 * Opens a HAR (plain, gzip, JSONP), a zip with one or more of them, a capture (zip or folder), a folder of any of
 * these, or standard input for `-`. One document for each HAR. Throws a TattleError that says what is wrong, where, and
 * what to do. Documents are to be closed by the caller.
 */
export async function openInput(path: string): Promise<HarDocument[]> {
  if (path === '-') return openStream(process.stdin, 'standard input')
  const archive = archiveAbove(path)
  if (archive !== undefined) return openMember(archive, path)
  const stats = attempt(path, () => statSync(path))
  if (stats.isDirectory()) return openFolder(path)
  if (!stats.isFile()) return openStream(createReadStream(path), path)
  const bytes = openPath(path)
  const isArchive = isZip(readAll(bytes, 4))
  if (!isArchive) return [toDocument(path, () => chunksOf(bytes), besides(dirname(path)), () => bytes.close())]
  return openZip(bytes, path)
}

async function openStream(stream: AsyncIterable<Uint8Array>, name: string): Promise<HarDocument[]> {
  const [start, chunks] = await peek(stream, 4)
  if (!isZip(start)) return [toDocument(name, () => chunks, NOTHING_ATTACHED)]
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    pieces.push(chunk)
    length += chunk.length
    if (length > MAX_NESTED_BYTES) {
      throw unreadable(`The zip archive on ${name} is too large to be read from a stream`, 'Give it as a file')
    }
  }
  return openZip(memoryBytes(Buffer.concat(pieces)), name)
}

async function openZip(bytes: Bytes, path: string): Promise<HarDocument[]> {
  try {
    const archive = await openArchive(bytes, path)
    const names = archive.names.filter((name) => !/(?:^|\/)(?:__MACOSX\/|\._)/.test(name))
    const manifests = names.filter((name) => /^(?:[^/]+\/)?capture\.json$/.test(name))
    const close = shared(() => bytes.close(), Math.max(1, manifests.length))
    if (manifests.length > 0) {
      return await Promise.all(manifests.map((name) => {
        const files = archiveFiles(archive, name.slice(0, -'capture.json'.length))
        return openCapture(files, manifests.length > 1 ? `${path}/${dirname(name)}` : path, close)
      }))
    }
    const hars = names.filter((name) => /\.har(?:\.gz)?$/i.test(name))
    if (hars.length === 0) {
      throw unreadable(
        `The zip archive ${path} holds no .har file and no capture.json`, 'Give a HAR, or an archive with one',
      )
    }
    const closeOne = shared(() => bytes.close(), hars.length)
    return hars.map((name) => {
      const files = archiveFiles(archive, name.slice(0, name.lastIndexOf('/') + 1))
      return toDocument(hars.length === 1 ? path : `${path}/${name}`, () => archive.chunks(name), files.body, closeOne)
    })
  } catch (error) {
    bytes.close()
    throw error
  }
}

/** One of several documents of an archive, by the name that it has in every report. */
async function openMember(archive: string, path: string): Promise<HarDocument[]> {
  const documents = await openInput(archive)
  for (const document of documents) if (document.name !== path) document.close()
  const named = documents.filter(({ name }) => name === path)
  if (named.length === 0) throw unreadable(`${path} does not exist: ${archive} is there, and holds no document of that name`, 'Check the path')
  return named
}

/** The file that a path leads into as if it were a folder. */
function archiveAbove(path: string): string | undefined {
  if (statsAt(path) !== undefined) return undefined
  for (let at = dirname(path); at !== dirname(at); at = dirname(at)) {
    const stats = statsAt(at)
    if (stats !== undefined) return stats.isFile() ? at : undefined
  }
  return undefined
}

async function openFolder(path: string): Promise<HarDocument[]> {
  const inputs = inputsIn(path)
  if (inputs === undefined) return [await openCapture(folderFiles(path), path, () => {})]
  if (inputs.length === 0) {
    throw unreadable(`The folder ${path} holds no .har file, no .zip and no capture.json`, 'Give a HAR or a capture')
  }
  // One bad file among many is its own refusal.
  const opened = await Promise.all(inputs.map((inner) => openInput(inner).catch((error: unknown) => [refused(inner, error)])))
  return opened.flat()
}

/** The HARs and archives of a folder, by name; undefined where the folder is a capture itself. */
export function inputsIn(folder: string): string[] | undefined {
  const names = attempt(folder, () => readdirSync(folder)).sort()
  if (names.includes('capture.json')) return undefined
  // What cannot be looked at, a link to nothing or a name that is not UTF-8, is refused by whoever opens it, and not passed over.
  return names.map((name) => join(folder, name))
    .filter((path) => /\.(?:har|har\.gz|zip)$/i.test(path) && statsAt(path)?.isFile() !== false)
}

/** Names of the folders in a folder that hold inputs, or are captures: they are not looked into. */
export function foldersLeftOut(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name)
    .filter((name) => {
      try {
        return inputsIn(join(folder, name))?.length !== 0
      } catch {
        return false // of another user
      }
    }).sort()
}

/** What a capture is made of, in a folder or a zip. */
interface Files {
  read(name: string, limit: number): Buffer | undefined
  bytes(name: string): Bytes | undefined
  body(name: string): Uint8Array | undefined
}

function archiveFiles(archive: Archive, folder: string): Files {
  return {
    read: (name, limit) => archive.read(folder + name, limit),
    bytes: (name) => archive.bytes(folder + name, MAX_NESTED_BYTES),
    body: (name) => archive.read(folder + name, MAX_BODY_BYTES),
  }
}

function folderFiles(folder: string): Files {
  const open = (name: string): Bytes | undefined => {
    const path = join(folder, name)
    return isRegular(path) ? openPath(path) : undefined
  }
  return {
    read: (name, limit) => {
      const bytes = open(name)
      try {
        return bytes && bytes.size <= limit ? readAll(bytes) : undefined
      } finally {
        bytes?.close()
      }
    },
    bytes: open,
    body: besides(folder),
  }
}

async function openCapture(files: Files, name: string, close: () => void): Promise<HarDocument> {
  const manifest = jsonOf(files, 'capture.json', name)
  if (manifest === undefined) throw unreadableCapture(name, 'its capture.json cannot be read')
  const steps = (manifest as { readonly steps?: unknown } | null)?.steps ?? jsonOf(files, 'steps.json', name)
  const storage = ifJson(files, 'storage.json')
  const nested = files.bytes('capture.har.zip')
  if (nested === undefined) throw unreadableCapture(name, 'it holds no capture.har.zip')
  const archive = await openArchive(nested, `capture.har.zip in ${name}`)
  const har = archive.names.find((member) => member.endsWith('.har'))
  if (har === undefined) throw unreadableCapture(name, 'its capture.har.zip holds no .har file')
  const { body } = archiveFiles(archive, har.slice(0, har.lastIndexOf('/') + 1))
  const closeBoth = (): void => {
    nested.close()
    close()
  }
  const document = toDocument(name, () => archive.chunks(har), body, closeBoth)
  return { ...document, kind: 'capture', manifest, ...(steps === undefined ? {} : { steps }), ...(storage === undefined ? {} : { storage }) }
}

function jsonOf(files: Files, name: string, where: string): unknown {
  const content = files.read(name, MAX_JSON_BYTES)
  if (content === undefined) return undefined
  try {
    return JSON.parse(content.toString().replace(/^\ufeff/, ''))
  } catch (error) {
    throw unreadableCapture(where, `its ${name} is not JSON (${toMessage(error)})`)
  }
}

/** Of what is welcome and not needed. */
function ifJson(files: Files, name: string): unknown {
  try {
    return jsonOf(files, name, name)
  } catch {
    return undefined
  }
}

function toDocument(
  name: string, chunks: () => Chunks | undefined, body: HarDocument['body'], close: () => void = () => {},
): HarDocument {
  return { name, kind: 'har', body: guarded(body), close, read: (sink) => readHar(chunks(), sink, name) }
}

function refused(name: string, error: unknown): HarDocument {
  return { name, kind: 'har', body: NOTHING_ATTACHED, read: () => Promise.reject(error), close: () => {} }
}

/** A name in a HAR is anybody's: only a plain file name is looked for, and no failure gets out. */
function guarded(body: HarDocument['body']): HarDocument['body'] {
  return (name) => {
    if (!/^[^/\\\0]{1,255}$/.test(name) || name.startsWith('.')) return undefined
    try {
      return body(name)
    } catch {
      return undefined
    }
  }
}

function besides(folder: string): HarDocument['body'] {
  return (name) => {
    const path = join(folder, basename(name))
    if (!isRegular(path)) return undefined
    const bytes = openFile(path)
    try {
      return bytes.size <= MAX_BODY_BYTES ? readAll(bytes) : undefined
    } finally {
      bytes.close()
    }
  }
}

async function readHar(chunks: Chunks | undefined, sink: HarSink, name: string): Promise<HarReading> {
  if (chunks === undefined) {
    throw unreadable(`${name} is damaged: its content cannot be found`, 'Fetch or pack it again')
  }
  const hash = createHash('sha256')
  const splitter = createSplitter({
    brief: sink.brief ?? false,
    entry: (json, index, long) => readEntry(json, index, sink, long),
    head: (head) => sink.head?.(head),
    diagnostic: (diagnostic) => sink.diagnostic(diagnostic),
  }, sink.whole === true ? WHOLE_LIMITS : SPLIT_LIMITS)
  let length = 0
  let open = true
  let start: Uint8Array = Buffer.alloc(0)
  try {
    const [packed, source] = await peek(chunks, 4)
    const plain = isGzip(packed) ? inflated(source, 'gzip', name) : source
    for await (const chunk of plain) {
      if (length === 0) start = Buffer.from(chunk.subarray(0, 512))
      hash.update(chunk)
      length += chunk.length
      if (open) open = splitter.push(chunk)
      if (sink.ready !== undefined) await sink.ready()
      if (!open && !splitter.end().ok) break
    }
  } catch (error) {
    if (isTattleError(error)) throw error
    // What came before the damage is a document that breaks off, and is judged as one.
    const result = splitter.end()
    if (!result.ok) throw unreadable(`${name} cannot be read (${toMessage(error)})`, 'Fetch or export it again', error)
    sink.diagnostic(
      { code: 'input-damaged', message: `${name} could only be read up to byte ${length} (${toMessage(error)}).` },
    )
  }
  const result = splitter.end()
  if (!result.ok) throw refusal(result.why, result.at, start, name)
  return { head: result.head, sha256: hash.digest('hex'), bytes: length, entries: result.entries }
}

function readEntry(json: Buffer, index: number, sink: HarSink, long: LongText | undefined): void {
  let entry: unknown
  try {
    entry = JSON.parse(json.toString())
  } catch (error) {
    long?.close()
    const message = `Entry ${index} is not JSON (${toMessage(error)}) and was left out.`
    return sink.diagnostic({ code: 'entry-unreadable', entry: index, message })
  }
  if (typeof entry === 'object' && entry !== null && !Array.isArray(entry)) return sink.entry(entry as HarEntry, index, long)
  long?.close()
  sink.diagnostic({ code: 'entry-unreadable', entry: index, message: `Entry ${index} is no object and was left out.` })
}

function refusal(why: Refusal, at: number, start: Uint8Array, name: string): TattleError {
  if (why === 'empty') return unreadable(`${name} is empty`, 'Export the HAR again')
  if (why === 'no-log') return unreadable(`${name} is JSON but no HAR: it holds no "log" object`, 'Export it as HAR')
  if (why === 'no-entries') {
    return unreadable(`${name} is JSON but no whole HAR: its "log" holds no "entries" list`, 'Export it as HAR')
  }
  if (why === 'truncated') {
    const what = `${name} breaks off after ${at} bytes, before the end of its first entry`
    return new TattleError('har-truncated', `${what}. Export or fetch it again.`)
  }
  if (start[0] === 0xff && start[1] === 0xfe || start[0] === 0xfe && start[1] === 0xff) {
    return unreadable(`${name} is UTF-16 text`, 'Save it as UTF-8')
  }
  if (start.some((byte) => byte < 9)) {
    return unreadable(`${name} is no HAR but a binary file`, 'Give a HAR, its gzip or zip, or a capture')
  }
  return unreadable(
    `${name} is not JSON: what stands at byte ${at} cannot be understood`, 'Give a HAR, its gzip or zip, or a capture',
  )
}

function unreadable(what: string, todo: string, cause?: unknown): TattleError {
  return new TattleError('har-unreadable', `${what}. ${todo}.`, cause === undefined ? {} : { cause })
}

function unreadableCapture(name: string, why: string): TattleError {
  return new TattleError(
    'capture-unreadable', `The capture ${name} cannot be read: ${why}. Record it again, or give its HAR alone.`,
  )
}

/** Undefined where nothing is, or nothing that can be reached: whoever opens it says why. */
export function statsAt(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch {
    return undefined
  }
}

function openPath(path: string): Bytes {
  return attempt(path, () => openFile(path))
}

/** Turns the errors of the file system into sentences. */
function attempt<Result>(path: string, action: () => Result): Result {
  try {
    return action()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'ENOENT' && path.includes('\uFFFD')) {
      throw unreadable(`${path} cannot be opened: its name is not UTF-8`, 'Rename it, or pipe it in', error)
    }
    if (code === 'ENOENT' || code === 'ENOTDIR') throw unreadable(`${path || '""'} does not exist`, 'Check the path', error)
    if (code === 'EACCES' || code === 'EPERM') {
      throw unreadable(`${path} may not be read by this user`, 'Check its permissions', error)
    }
    throw unreadable(`${path} cannot be read (${toMessage(error)})`, 'Check the path', error)
  }
}

function isRegular(path: string): boolean {
  try {
    return lstatSync(path).isFile()
  } catch {
    return false
  }
}

/** Calls `close` when it was itself called `holders` times. */
function shared(close: () => void, holders: number): () => void {
  let left = holders
  return () => {
    left--
    if (left === 0) close()
  }
}
