/**
 * Listens, over the browser's debugging protocol, to what neither HAR nor NetLog tells: which script asked for each
 * request, and what pages wrote into their storage. It only listens: no domain that it enables changes what a page
 * sees, and nothing waits for it.
 */
import type { BrowserContext, CDPSession, Frame, Page } from 'playwright/test'
import { listOf, toRecord } from '../shapes.js'
import { hearProtocol } from './protocol.js'

/** Why a request was made, as the browser says it. */
export interface Initiator {
  /** Without fragment. */
  readonly url: string
  readonly method: string
  /** Wall milliseconds. */
  readonly startedAt: number
  /** In Chrome's form of a HAR: type, and url, line or call stack where there are any. */
  readonly initiator: Readonly<Record<string, unknown>>
}

export interface StorageWrite {
  readonly at: string
  readonly origin: string
  readonly area: 'local' | 'session'
  readonly key: string
  /** Null where it was removed. */
  readonly value: string | null
}

/** What one origin held at one moment. Values longer than 4,096 characters are cut. */
export interface StoredItems {
  readonly origin: string
  readonly local: readonly (readonly [string, string])[]
  readonly session: readonly (readonly [string, string])[]
  readonly indexedDb: readonly string[]
}

export interface Watch {
  initiators(): readonly Initiator[]
  writes(): readonly StorageWrite[]
  /** What the origins of all frames that are open hold now; those of a page that does not answer are left out. */
  stored(): Promise<readonly StoredItems[]>
}

const mostInitiators = 20_000
const mostWrites = 5_000
/** Of names and values of all writes together. */
const mostWritten = 3_000_000
const mostOrigins = 40
const mostSessions = 100
const mostItems = 500
const mostFrames = 24
const longestValue = 4_096
/** Milliseconds for what one page holds of one origin. */
const longestWait = 1_500

/** Begins with the pages that the context has and those that it opens. Never throws. */
export function watchContext(context: BrowserContext): Watch {
  const initiators: Initiator[] = []
  const writes: StorageWrite[] = []
  let written = 0
  /** Of pages, and of frames that have a process of their own. */
  const sessions = new Map<Page | Frame, CDPSession>()

  const heardRequest = (params: unknown): void => {
    const found = toInitiator(params)
    if (found !== undefined && initiators.length < mostInitiators) initiators.push(found)
  }
  const hears = hearProtocol(context.browser(), (method, params) => {
    if (method === 'Network.requestWillBeSent') heardRequest(params)
    if (method === 'Network.webSocketCreated') heardRequest(asRequest(params))
  })
  const listen = async (owner: Page | Frame): Promise<void> => {
    const session = await context.newCDPSession(owner)
    sessions.set(owner, session)
    for (const event of storageEvents) {
      session.on(event, (params: unknown) => {
        const write = toWrite(event, params)
        if (write === undefined || writes.length >= mostWrites) return
        written += write.key.length + (write.value?.length ?? 0)
        if (written <= mostWritten) writes.push(write)
      })
    }
    if (!hears) {
      session.on('Network.requestWillBeSent', heardRequest)
      await session.send('Network.enable', { maxTotalBufferSize: 0, maxResourceBufferSize: 0 })
    }
    await session.send('DOMStorage.enable')
  }
  const watchPage = (page: Page): void => {
    listen(page).catch(gone)
    page.on('close', () => { sessions.delete(page) })
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame() || sessions.size >= mostSessions) return
      sessions.delete(frame)
      if (originsOf([frame])[0] !== originsOf([page.mainFrame()])[0]) listen(frame).catch(gone) // else it has none
    })
    page.on('framedetached', (frame) => { sessions.delete(frame) })
  }
  for (const page of context.pages()) watchPage(page)
  context.on('page', watchPage)

  return {
    initiators: () => initiators,
    writes: () => writes,
    async stored() {
      const found = new Map<string, StoredItems>()
      const take = async (session: CDPSession, frames: readonly Frame[]): Promise<void> => {
        for (const origin of originsOf(frames)) {
          if (found.has(origin) || found.size >= mostOrigins) continue
          const items = await inTime(itemsOf(session, origin))
          if (items === undefined) return
          found.set(origin, items)
        }
      }
      const frames = [...sessions].flatMap(([owner, session]) => isPage(owner) ? [] : [{ owner, session }])
      for (const { owner, session } of frames) await take(session, [owner])
      for (const [owner, session] of sessions) if (isPage(owner)) await take(session, owner.frames())
      return [...found.values()]
    },
  }
}

function isPage(owner: Page | Frame): owner is Page {
  return 'mainFrame' in owner
}

const storageEvents = [
  'DOMStorage.domStorageItemAdded', 'DOMStorage.domStorageItemUpdated', 'DOMStorage.domStorageItemRemoved',
] as const

/** A page that has gone cannot be asked; what it did is in the other recordings. */
function gone(): undefined {
  return undefined
}

/** A page that has crashed never answers, nor does one whose script does not end. */
async function inTime<T>(answer: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => { timer = setTimeout(resolve, longestWait, undefined) })
  return Promise.race([answer, late]).finally(() => { clearTimeout(timer) })
}

function originsOf(frames: readonly Frame[]): readonly string[] {
  const urls = frames.map((frame) => frame.url()).filter((url) => /^https?:/i.test(url) && URL.canParse(url))
  return [...new Set(urls.map((url) => new URL(url).origin))]
}

/** Of an origin that this session's process does not know, the lists are empty. */
async function itemsOf(session: CDPSession, securityOrigin: string): Promise<StoredItems> {
  const items = async (isLocalStorage: boolean): Promise<readonly (readonly [string, string])[]> => {
    const storageId = { securityOrigin, isLocalStorage }
    const answer: unknown = await session.send('DOMStorage.getDOMStorageItems', { storageId }).catch(gone)
    const entries = toRecord(answer)['entries']
    return listOf(entries).slice(0, mostItems).flatMap((pair: unknown) => {
      const [key, value] = listOf(pair)
      return typeof key === 'string' && typeof value === 'string' ? [[short(key), short(value)] as const] : []
    })
  }
  const databases: unknown = await session.send('IndexedDB.requestDatabaseNames', { securityOrigin }).catch(gone)
  const names = toRecord(databases)['databaseNames']
  return {
    origin: securityOrigin,
    local: await items(true),
    session: await items(false),
    indexedDb: listOf(names).filter((name) => typeof name === 'string').slice(0, mostItems),
  }
}

/** A WebSocket is told of without method and time. */
function asRequest(params: unknown): Readonly<Record<string, unknown>> {
  const { url, initiator } = toRecord(params)
  return { request: { url, method: 'GET' }, initiator, wallTime: Date.now() / 1000 }
}

function toInitiator(params: unknown): Initiator | undefined {
  const { request, initiator, wallTime } = toRecord(params)
  const { url, method } = toRecord(request)
  const { type, url: from, lineNumber, columnNumber, stack } = toRecord(initiator)
  if (typeof url !== 'string' || typeof method !== 'string' || typeof wallTime !== 'number') return undefined
  if (typeof type !== 'string') return undefined
  return {
    url: url.replace(/#.*$/s, ''),
    method,
    startedAt: wallTime * 1000,
    initiator: {
      type,
      ...typeof from === 'string' ? { url: from } : {},
      ...typeof lineNumber === 'number' ? { lineNumber } : {},
      ...typeof columnNumber === 'number' ? { columnNumber } : {},
      ...stack === undefined ? {} : { stack: toStack(stack, 4) },
    },
  }
}

/** The innermost frames, and as many of the stacks that led to them as `parents` says. */
function toStack(stack: unknown, parents: number): Readonly<Record<string, unknown>> {
  const { callFrames, parent, description } = toRecord(stack)
  const frames = listOf(callFrames).slice(0, mostFrames).map((frame: unknown) => {
    const { functionName, url, lineNumber, columnNumber } = toRecord(frame)
    return { functionName, scriptId: '', url, lineNumber, columnNumber }
  })
  return {
    ...typeof description === 'string' ? { description } : {},
    callFrames: frames,
    ...parent === undefined || parents === 0 ? {} : { parent: toStack(parent, parents - 1) },
  }
}

function toWrite(method: string, params: unknown): StorageWrite | undefined {
  const { storageId, key, newValue } = toRecord(params)
  const { securityOrigin, isLocalStorage } = toRecord(storageId)
  if (!method.startsWith('DOMStorage.') || typeof securityOrigin !== 'string' || typeof key !== 'string') return undefined
  return {
    at: new Date().toISOString(),
    origin: securityOrigin,
    area: isLocalStorage === true ? 'local' : 'session',
    key: short(key),
    value: typeof newValue === 'string' ? short(newValue) : null,
  }
}

function short(text: string): string {
  return text.length > longestValue ? text.slice(0, longestValue) : text
}
