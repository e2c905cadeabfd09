/**
 * The same labelled requests given to others: TrackHAR (npm `trackhar`, with the visitor's values as its indicator
 * values), and a search for the values encoded and hashed beforehand, up to three times, as published detectors do it
 * that never decode. What each says is held against the labels as generously as possible: any word that it finds
 * something of that kind in that request counts.
 */
import { createHash } from 'node:crypto'
import { process as trackhar } from 'trackhar'
import type { Case } from './cases.js'
import type { Visitor } from './people.js'
import { toHar } from './run.js'

export interface PeerResult {
  planted: number
  found: number
  invented: number
}

type Har = Parameters<typeof trackhar>[0]
type Found = (kind: string, value: string) => boolean

/** Of each request: whether the peer found the value, and whether it found anything. */
type Peer = (visitor: Visitor, cases: readonly Case[]) => Promise<readonly { readonly has: Found; readonly any: boolean }[]>

const peers: Readonly<Record<string, Peer>> = {
  'TrackHAR 1.0.0': async (visitor, cases) => {
    const indicatorValues = Object.fromEntries(Object.entries(visitor.values).map(([kind, values]) => [kind, [...(values ?? [])]]))
    const results = await trackhar(toHar(cases) as Har, { indicatorValues } as Parameters<typeof trackhar>[1])
    return cases.map((_, at) => {
      const found = (results[at + 1] ?? []) as readonly { readonly property: string; readonly value?: unknown }[]
      // An adapter names its properties otherwise, so what it extracts counts where it is the value.
      const has: Found = (kind, value) => found.some((one) => one.property === kind || String(one.value).includes(value))
      return { has, any: found.some(({ property }) => property in indicatorValues) }
    })
  },
  'forward only, depth 3': async (visitor, cases) => {
    const needles = Object.entries(visitor.values).flatMap(([kind, values]) =>
      (values ?? []).flatMap((value) => [...wrapped(value)].map((text) => ({ kind, value, text }))))
    return cases.map(({ request }) => {
      const text = JSON.stringify(request)
      const found = needles.filter((needle) => text.includes(needle.text))
      return { has: (kind, value) => found.some((one) => one.kind === kind && one.value === value), any: found.length > 0 }
    })
  },
}

const ENCODINGS: readonly ((text: string) => string)[] = [
  encodeURIComponent, (text) => Buffer.from(text).toString('base64'), (text) => Buffer.from(text).toString('base64url'),
  (text) => Buffer.from(text).toString('hex'),
  ...['md5', 'sha1', 'sha256', 'sha512'].map((id) => (text: string) => createHash(id).update(text).digest('hex')),
]

function wrapped(value: string): Set<string> {
  const all = new Set([value, value.toLowerCase(), value.toUpperCase()])
  let last = [...all]
  for (let depth = 0; depth < 3; depth++) {
    last = last.flatMap((text) => ENCODINGS.map((encode) => encode(text))).filter((text) => !all.has(text))
    for (const text of last) all.add(text)
  }
  return all
}

/** Adds up for each peer what it found in the cases of one visitor. */
export async function judgePeers(visitor: Visitor, cases: readonly Case[], into: Map<string, PeerResult>): Promise<void> {
  for (const [name, ask] of Object.entries(peers)) {
    const result = into.get(name) ?? { planted: 0, found: 0, invented: 0 }
    into.set(name, result)
    const said = await ask(visitor, cases)
    for (const [at, { planted }] of cases.entries()) {
      result.planted += planted.length
      result.found += planted.filter(({ kind, value }) => said[at]!.has(kind, value)).length
      if (planted.length === 0 && said[at]!.any) result.invented++
    }
  }
}
