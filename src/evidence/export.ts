/** A capture as one plain file: a HAR with its bodies inline, or a WARC of its requests. */
import { createWriteStream, existsSync, rmSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { once } from 'node:events'
import { isUtf8 } from 'node:buffer'
import { TattleError, toMessage } from '../errors.js'
import { openInput, type HarDocument } from '../har/read.js'
import type { Diagnostic } from '../model.js'
import type { HarContent, HarEntry, HarPostData } from '../har/types.js'
import { memberOf } from '../shapes.js'
import { version } from '../version.generated.js'
import { openImported } from './imported.js'
import { removeAbandoned, unfinishedName } from '../unfinished.js'
import { toWarc, warcInfo } from './warc.js'

export interface Exported {
  readonly entries: number
  /** Bodies that the input names and does not have. */
  readonly missing: number
  /** What of the input could not be read, or is too long to be written. */
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * `harSha256`: which of the HARs of an archive. Throws `har-unreadable`, `capture-unreadable`, `output-unwritable`; there is
 * then nothing new at `out`.
 */
export async function exportHar(input: string, out: string, harSha256?: string): Promise<Exported> {
  return writing(input, out, harSha256, async (document, write) => {
    let first = true
    let head = ''
    const counts = await eachEntry(document, async (entry, body) => {
      await write(`${first ? '{"log":{"version":"1.2","entries":[\n' : ',\n'}${JSON.stringify(inlined(entry, body))}`)
      first = false
    }, (log) => { head = log })
    if (first) await write('{"log":{"version":"1.2","entries":[')
    await write(`\n],${head}}}\n`)
    return counts
  })
}

/** Gzipped record by record, as readers of WARC expect. */
export async function exportWarc(input: string, out: string, harSha256?: string): Promise<Exported> {
  return writing(input, out, harSha256, async (document, write) => {
    await write(warcInfo(`tattle ${version}`, new Date().toISOString()))
    return eachEntry(document, async (entry, body) => {
      const { request, response } = inlined(entry, body)
      const bodies = { request: bytesOf(request?.postData), response: bytesOf(response?.content) }
      for (const record of toWarc(entry, bodies)) await write(record)
    }, () => {})
  })
}

/** A hostile file can have one in every entry. */
const MAX_DIAGNOSTICS = 100

type Body = (name: string) => Uint8Array | undefined

async function eachEntry(
  document: HarDocument, take: (entry: HarEntry, body: Body) => Promise<void>, headed: (head: string) => void,
): Promise<Exported> {
  let missing = 0
  const diagnostics: Diagnostic[] = []
  let queue: Promise<void> = Promise.resolve()
  let failure: unknown
  const body: Body = (name) => {
    const found = document.body(name)
    if (found === undefined) missing++
    return found
  }
  const { head, entries } = await document.read({
    whole: true,
    // Bodies are read in their turn, and entries as fast as they are written, so that not all of them lie in memory.
    entry: (entry) => {
      queue = queue.then(() => failure === undefined ? take(entry, body) : undefined).catch((error: unknown) => { failure ??= error })
    },
    ready: () => queue,
    diagnostic: (diagnostic) => { if (diagnostics.length < MAX_DIAGNOSTICS) diagnostics.push(diagnostic) },
  })
  await queue
  if (failure !== undefined) throw failure
  const isStandIn = head.isOfStandIn || memberOf(document.manifest, 'target') === 'stand-in'
  const creator = { name: 'tattle', version, comment: head.creator, ...isStandIn ? { _target: 'stand-in' } : {} }
  headed(`"creator":${JSON.stringify(creator)},"browser":${JSON.stringify({ name: head.browser, version: '' })},"pages":${JSON.stringify(head.pages)}`)
  return { entries, missing, diagnostics }
}

async function writing(
  input: string, out: string, harSha256: string | undefined,
  work: (document: HarDocument, write: (piece: string | Buffer) => Promise<void>) => Promise<Exported>,
): Promise<Exported> {
  const wanted = harSha256 === undefined ? undefined : await openImported(input, harSha256)
  if (harSha256 !== undefined && wanted === undefined) {
    throw new TattleError('capture-unreadable', `${input} does not hold the HAR that was analysed any more; give the path of the capture instead.`)
  }
  const documents = wanted === undefined ? await openInput(input) : [wanted]
  const unfinished = unfinishedName(out)
  removeAbandoned(out)
  try {
    const [document, ...others] = documents
    if (document === undefined || others.length > 0) {
      throw new TattleError('usage', `${input} holds ${documents.length} HARs; export takes one capture or HAR.`)
    }
    const stream = createWriteStream(unfinished, { mode: 0o600 })
    const failed = once(stream, 'error').then(([error]: unknown[]) => { throw error })
    failed.catch(() => {})
    const write = async (piece: string | Buffer): Promise<void> => {
      if (!stream.write(piece)) await Promise.race([once(stream, 'drain'), failed])
    }
    const exported = await work(document, write)
    stream.end()
    await Promise.race([once(stream, 'finish'), failed])
    await rename(unfinished, out)
    return exported
  } catch (cause) {
    if (existsSync(unfinished)) rmSync(unfinished)
    if (cause instanceof TattleError) throw cause
    throw new TattleError('output-unwritable', `${out} cannot be written (${toMessage(cause)}); name another place.`, { cause })
  } finally {
    for (const document of documents) document.close()
  }
}

/** The entry with what `_file` names in its place, as text where it is text and else as base64. */
export function inlined(entry: HarEntry, body: Body): HarEntry {
  const { request, response } = entry
  const postData = request?.postData
  const content = response?.content
  return {
    ...entry,
    ...(postData ? { request: { ...request, postData: withText(postData, body) } } : {}),
    ...(content ? { response: { ...response, content: withText(content, body) } } : {}),
  }
}

function withText<T extends HarPostData | HarContent>(holder: T, body: Body): T {
  const { _file: file, ...rest } = holder
  if (typeof file !== 'string') return holder
  const bytes = body(file)
  if (bytes === undefined) return { ...rest, comment: 'the body is missing' } as unknown as T
  const text = isUtf8(bytes) ? { text: Buffer.from(bytes).toString('utf8') } : { text: Buffer.from(bytes).toString('base64'), encoding: 'base64' }
  return { ...rest, ...text } as unknown as T
}

function bytesOf(holder: HarPostData | HarContent | null | undefined): Buffer {
  if (typeof holder?.text !== 'string') return Buffer.alloc(0)
  return Buffer.from(holder.text, holder.encoding === 'base64' ? 'base64' : 'utf8')
}
