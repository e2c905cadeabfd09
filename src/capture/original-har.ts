/** The HAR as Playwright wrote it: its entries, the files that they name, and how its bodies compare with what was sent. */
import { createHash } from 'node:crypto'
import { toMessage } from '../errors.js'
import type { HarEntry, HarPage } from '../har/types.js'
import { listOf, toRecord } from '../shapes.js'
import type { BodyOfHar } from './entries.js'
import { bodyOf, urlOf } from './har-entry.js'
import { openZip, type ZipReader } from './har-zip.js'
import type { NetLogRequest } from './netlog/requests.js'

export interface OriginalHar {
  readonly zip: ZipReader
  readonly log: Readonly<Record<string, unknown>>
  readonly entries: readonly HarEntry[]
  readonly pages: readonly HarPage[]
}

const longestHar = 400 * 1024 * 1024
const longestMessages = 256 * 1024 * 1024

/** Undefined, and a problem in one sentence, where there is none or it cannot be read. */
export async function openOriginalHar(path: string | null | undefined, problems: string[]): Promise<OriginalHar | undefined> {
  if (path === null || path === undefined) {
    problems.push('Playwright wrote no HAR.')
    return undefined
  }
  let zip: ZipReader | undefined
  try {
    zip = await openZip(path)
    const name = zip.names.find((each) => each.endsWith('.har')) ?? 'har.har'
    const parsed: unknown = JSON.parse((await zip.read(name, longestHar)).toString('utf8'))
    const log = toRecord(toRecord(parsed)['log'])
    return { zip, log, entries: toRecords(log['entries']), pages: toRecords(log['pages']) }
  } catch (error) {
    zip?.close()
    problems.push(`The HAR zip cannot be read: ${toMessage(error)}.`)
    return undefined
  }
}

/** Playwright attaches the messages of a WebSocket as lines of JSON; the NetLog's, being the bytes, are preferred. */
export async function withMessages(
  entry: HarEntry, har: OriginalHar | undefined, request: NetLogRequest | undefined,
): Promise<HarEntry> {
  const file = entry.response?.content?._file
  if (har === undefined || !/^wss?:/i.test(urlOf(entry))) return entry
  if (typeof file !== 'string' || !file.endsWith('.jsonl')) return entry
  if ((request?.webSocketMessages?.length ?? 0) > 0 || !har.zip.has(file)) return entry
  try {
    const lines = (await har.zip.read(file, longestMessages)).toString('utf8').split('\n').filter((line) => line !== '')
    return { ...entry, _webSocketMessages: lines.map((line) => {
      const message = toRecord(JSON.parse(line))
      return { ...message, time: Number(message['time']) / 1000 }
    }) }
  } catch {
    return entry // the file itself stays attached
  }
}

export function compareBody(entry: HarEntry, request: NetLogRequest, zip: ZipReader | undefined): BodyOfHar {
  const postData = bodyOf(entry)
  const file = postData?._file
  if (typeof file === 'string') {
    // Playwright names the file by the SHA-1 of its content.
    const present = zip?.has(file) === true
    const digest = request.body === undefined ? '?' : createHash('sha1').update(request.body).digest('hex')
    return { same: present && file.startsWith(digest), present }
  }
  const text = typeof postData?.text === 'string' ? postData.text : ''
  const bytes = Buffer.from(text, postData?.encoding === 'base64' ? 'base64' : 'utf8')
  return { same: request.body !== undefined && bytes.equals(request.body), present: text !== '' }
}

function toRecords(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return listOf(value).map(toRecord)
}
