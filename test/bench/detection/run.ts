/** Writes labelled captures as HAR files, has the real pipeline analyse them, and holds what it says against the labels. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LeakRecord } from '../../../src/model.js'
import type { Persona } from '../../../src/persona.js'
import { analyzeInput } from '../../../src/pipeline.js'
import { SITE, type Case, type Planted } from './cases.js'

/** A case and what was said of it. */
export interface Judged {
  readonly one: Case
  readonly missed: readonly Planted[]
  /** Rows that name what is not there. */
  readonly invented: readonly LeakRecord[]
  readonly leaks: readonly LeakRecord[]
}

/** Rows that count for these cases: those of the persona, or those that need none. */
export type Counts = (leak: LeakRecord) => boolean

export async function judge(cases: readonly Case[], persona: Persona | null, counts: Counts): Promise<Judged[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tattle-bench-'))
  try {
    const file = join(folder, 'capture.har')
    writeFileSync(file, JSON.stringify(toHar(cases)))
    const clientIps = persona?.values['network.ip'] ?? []
    const [analysed] = await analyzeInput(file, { runId: 'bench', persona, firstParty: [SITE], clientIps, target: 'live' })
    const byEntry = new Map<number, LeakRecord[]>()
    for (const leak of analysed?.leaks ?? []) {
      if (counts(leak)) byEntry.set(leak.entry, [...(byEntry.get(leak.entry) ?? []), leak])
    }
    return cases.map((one, at) => toJudged(one, byEntry.get(at + 1) ?? []))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function toJudged(one: Case, leaks: readonly LeakRecord[]): Judged {
  const isIt = ({ kind, value }: Planted, leak: LeakRecord): boolean =>
    value === '' ? familyOf(leak.kind) === familyOf(kind) : leak.kind === kind && leak.label === value
  return {
    one, leaks,
    missed: one.planted.filter((planted) => !leaks.some((leak) => isIt(planted, leak))),
    invented: leaks.filter((leak) => !one.also.includes(leak.kind) && !one.planted.some((planted) => isIt(planted, leak))),
  }
}

const familyOf = (kind: string): string => kind.slice(0, kind.indexOf('.'))

/** The page itself, then one entry for each case. */
export function toHar(cases: readonly Case[]): unknown {
  const home: Case = { request: { method: 'GET', url: `https://www.${SITE}/`, headers: [] }, planted: [], also: [], groups: {} }
  return {
    log: {
      version: '1.2', creator: { name: 'tattle bench', version: '1' }, pages: [],
      entries: [home, ...cases].map((one, at) => toEntry(one, at)),
    },
  }
}

function toEntry({ request, status = 200, failure, response }: Case, at: number): unknown {
  const { frames, ...rest } = request
  return {
    startedDateTime: new Date(1_900_000_000_000 + at * 100).toISOString(), time: 10,
    request: { httpVersion: 'HTTP/2', cookies: [], queryString: [], headersSize: -1, bodySize: -1, ...rest },
    response: {
      status, statusText: '', httpVersion: 'HTTP/2', cookies: [], headers: [], redirectURL: '', headersSize: -1, bodySize: 0,
      content: { size: 0, mimeType: response?.mimeType ?? 'image/gif', ...(response ? { text: response.text } : {}) },
      ...(failure ? { _failureText: failure } : {}),
    },
    cache: {}, timings: { send: 0, wait: 10, receive: 0 },
    ...(at === 0 ? { _resourceType: 'document' } : {}),
    ...(frames ? { _webSocketMessages: frames, _resourceType: 'websocket' } : {}),
  }
}
