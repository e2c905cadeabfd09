/** A derived HAR, and how it is held against what the server received: request by request, body by body. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { openZip } from '../../../../src/capture/har-zip.js'
import type { HarEntry } from '../../../../src/har/types.js'
import type { TruthServer } from './server.js'

export interface Derived { readonly entries: readonly HarEntry[], body(entry: HarEntry): Buffer }

/** Reads `capture.har.zip`, with the bodies. */
export async function readDerived(path: string): Promise<Derived> {
  const zip = await openZip(path)
  try {
    const har = JSON.parse((await zip.read('har.har', 1 << 28)).toString('utf8')) as { log: { entries: HarEntry[] } }
    const files = new Map<string, Buffer>()
    for (const name of zip.names) files.set(name, await zip.read(name, 1 << 28))
    return {
      entries: har.log.entries,
      body: (entry) => {
        const postData = entry.request?.postData
        const { _file: file, text } = typeof postData === 'object' && postData !== null ? postData : {}
        if (typeof file === 'string') return files.get(file) ?? Buffer.from('file missing')
        return Buffer.from(typeof text === 'string' ? text : '')
      },
    }
  } finally {
    zip.close()
  }
}

/** Reads a HAR that is one file, bodies within. */
export async function readInline(path: string): Promise<Derived> {
  const har = JSON.parse(await readFile(path, 'utf8')) as { log: { entries: HarEntry[] } }
  return {
    entries: har.log.entries,
    body: ({ request }) => {
      const { text, encoding } = typeof request?.postData === 'object' && request.postData !== null ? request.postData : {}
      return Buffer.from(typeof text === 'string' ? text : '', encoding === 'base64' ? 'base64' : 'utf8')
    },
  }
}

/** What the server got and no entry has, as often as it got it. */
export function missing(server: TruthServer, derived: Derived): readonly string[] {
  const sent = derived.entries.filter((entry) => entry._delivery === 'sent')
  return subtract(server.received.map(receivedLine), sent.map(lineOf(derived)))
}

export function subtract(from: readonly string[], what: readonly string[]): readonly string[] {
  const left = new Map<string, number>()
  for (const line of what) left.set(line, (left.get(line) ?? 0) + 1)
  return from.filter((line) => {
    const count = left.get(line) ?? 0
    left.set(line, count - 1)
    return count <= 0
  })
}

export function receivedLine({ method, url, body }: { method: string, url: string, body: Buffer }): string {
  return `${method === 'CONNECT' ? 'GET' : method} ${url} ${body.length} ${sha(body)}`
}

export function lineOf(derived: Derived): (entry: HarEntry) => string {
  return (entry) => {
    const body = derived.body(entry)
    return `${String(entry.request?.method)} ${String(entry.request?.url)} ${body.length} ${sha(body)}`
  }
}

export function sha(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
