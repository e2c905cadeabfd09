/**
 * Listens, over the browser's debugging protocol, to what neither HAR nor NetLog tells: which script asked for each
 * request, and what pages wrote into their storage. It only listens: no domain that it enables changes what a page
 * sees, and frames and workers of other processes wait for it no longer than they wait for Playwright.
 */
import type { BrowserContext, CDPSession, Page } from 'playwright/test'

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
  /** What the origins of all frames that are open hold now. */
  stored(): Promise<readonly StoredItems[]>
}

const mostInitiators = 20_000
const mostWrites = 5_000
const mostOrigins = 40
const mostItems = 500
const mostFrames = 24
const longestValue = 4_096

/** Begins with the pages that the context has and those that it opens. Never throws. */
export function watchContext(context: BrowserContext): Watch {
  const initiators: Initiator[] = []
  const writes: StorageWrite[] = []
  const sessions = new Map<Page, CDPSession>()

  const heard = (method: string, params: unknown): void => {
    if (method === 'Network.requestWillBeSent') {
      const found = toInitiator(params)
      if (found !== undefined && initiators.length < mostInitiators) initiators.push(found)
      return
    }
    const write = toWrite(method, params)
    if (write !== undefined && writes.length < mostWrites) writes.push(write)
  }
  const attach = async (page: Page): Promise<void> => {
    const session = await context.newCDPSession(page)
    sessions.set(page, session)
    page.on('close', () => { sessions.delete(page) })
    for (const event of heardEvents) session.on(event, (params: unknown) => { heard(event, params) })
    let sent = 0
    session.on('Target.attachedToTarget', ({ sessionId }) => {
      for (const method of ['Network.enable', 'Runtime.runIfWaitingForDebugger']) {
        const message = JSON.stringify({ id: sent += 1, method })
        session.send('Target.sendMessageToTarget', { sessionId, message }).catch(gone)
      }
    })
    session.on('Target.receivedMessageFromTarget', ({ message }) => {
      const { method, params } = toRecord(parse(message))
      if (typeof method === 'string') heard(method, params)
    })
    await Promise.all([
      session.send('Network.enable', { maxTotalBufferSize: 0, maxResourceBufferSize: 0 }),
      session.send('DOMStorage.enable'),
      session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: false }),
    ])
  }
  for (const page of context.pages()) attach(page).catch(gone)
  context.on('page', (page) => { attach(page).catch(gone) })

  return {
    initiators: () => initiators,
    writes: () => writes,
    async stored() {
      const found = new Map<string, StoredItems>()
      for (const [page, session] of sessions) {
        for (const origin of originsOf(page)) {
          if (found.has(origin) || found.size >= mostOrigins) continue
          found.set(origin, await itemsOf(session, origin))
        }
      }
      return [...found.values()]
    },
  }
}

const heardEvents = [
  'Network.requestWillBeSent', 'DOMStorage.domStorageItemAdded', 'DOMStorage.domStorageItemUpdated',
  'DOMStorage.domStorageItemRemoved',
] as const

/** A page that has gone cannot be asked; what it did is in the other recordings. */
function gone(): undefined {
  return undefined
}

function originsOf(page: Page): readonly string[] {
  const urls = page.frames().map((frame) => frame.url()).filter((url) => /^https?:/i.test(url) && URL.canParse(url))
  return [...new Set(urls.map((url) => new URL(url).origin))]
}

/** Of origins in other processes the page's own session knows nothing: then the lists are empty. */
async function itemsOf(session: CDPSession, securityOrigin: string): Promise<StoredItems> {
  const items = async (isLocalStorage: boolean): Promise<readonly (readonly [string, string])[]> => {
    const storageId = { securityOrigin, isLocalStorage }
    const answer: unknown = await session.send('DOMStorage.getDOMStorageItems', { storageId }).catch(gone)
    const entries = toRecord(answer)['entries']
    return (Array.isArray(entries) ? entries : []).slice(0, mostItems).flatMap((pair: unknown) => {
      const [key, value]: readonly unknown[] = Array.isArray(pair) ? pair : []
      return typeof key === 'string' && typeof value === 'string' ? [[short(key), short(value)] as const] : []
    })
  }
  const databases: unknown = await session.send('IndexedDB.requestDatabaseNames', { securityOrigin }).catch(gone)
  const names = toRecord(databases)['databaseNames']
  return {
    origin: securityOrigin,
    local: await items(true),
    session: await items(false),
    indexedDb: (Array.isArray(names) ? names : []).filter((name) => typeof name === 'string').slice(0, mostItems),
  }
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
  const frames = (Array.isArray(callFrames) ? callFrames : []).slice(0, mostFrames).map((frame: unknown) => {
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

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // a message that is none tells nothing
  }
}

function toRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? value as Readonly<Record<string, unknown>> : {}
}
