/**
 * Looks into the captures of a report once more: for the request of each finding's worst leak, its layers and what its
 * field means, and for screenshots. A capture that is not there, or is another by its hash, is left out with a sentence;
 * nothing here is an error.
 */
import { existsSync } from 'node:fs'
import { peel, layersOf, toFieldRange, type Layer } from '../decode/peel.js'
import { toMessage } from '../errors.js'
import { createExchangeReader, pagesOf } from '../exchange/exchange.js'
import { openInput, type HarDocument } from '../har/read.js'
import type { HarEntry, HarHead } from '../har/types.js'
import type { Exchange, Field, LeakRecord, Report, ReportCapture } from '../model.js'
import { createAttribution, meaningOf } from '../recipient/recipient.js'
import { detailed } from '../report/html/context.js'
import { byDatum, byRecipient } from '../report/html/findings.js'
import type { Evidence, Illustration, Marked, PeeledLayer, Picture, Sent, Stored } from '../report/illustration.js'
import { memberOf, valueAt, withinEntry } from '../shapes.js'
import { WITHHELD } from '../withheld.js'
import { toEnclosures, type Enclosures } from './enclosures.js'

const MOST_LEAKS = 3_000
/** A page that holds them is to be sent by mail. */
const MOST_PICTURE_BYTES = 9 * 1024 * 1024
const MOST_HEADERS = 60
const AROUND = 400
const LONGEST_MARK = 600
const LONGEST_HEADER = 1_500

export interface IllustrateOptions {
  /** Of each recipient's findings; of each datum that it got, the worst one in any case. */
  readonly mostPerRecipient?: number
}

export async function illustrate(report: Report, options: IllustrateOptions = {}): Promise<Illustration> {
  const withheld = withheldOf(report)
  const wanted = choose(report, options.mostPerRecipient ?? Number.POSITIVE_INFINITY, withheld)
  const evidence = new Map<string, Evidence>()
  const missing = new Map<string, string>()
  const pictures: Picture[] = []
  const storage: Stored[] = []
  const leaky = new Set(report.findings.flatMap(({ leaks }) => leaks.map(({ captureId }) => captureId)))
  const shown = new Set(detailed(report))
  let room = MOST_PICTURE_BYTES
  for (const capture of report.captures) {
    try {
      const enclosed = await look(capture, wanted.get(capture.captureId) ?? [], evidence)
      if (enclosed.edited.length > 0) {
        missing.set(capture.captureId, `${capture.path ?? ''} was edited: ${enclosed.edited.slice(0, 5).join(', ')} is not as it was recorded, and is left out.`)
      }
      if (!shown.has(capture)) continue
      if (!withheld.has(`${capture.captureId} null`)) storage.push(...enclosed.storage)
      for (const picture of enclosed.pictures) {
        // Where nothing leaked, the proofs of the choice and the end are enough.
        if (picture.role === 'step' && !leaky.has(capture.captureId)) continue
        room -= picture.image.length
        if (room >= 0) pictures.push(picture)
      }
    } catch (error) {
      missing.set(capture.captureId, toMessage(error))
    }
  }
  return { pictures, storage, evidence, missing }
}

function choose(report: Report, mostPerRecipient: number, withheld: ReadonlySet<string>): Map<string, LeakRecord[]> {
  const wanted = new Map<string, LeakRecord[]>()
  const chosen = byRecipient(report).flatMap(([, findings]) => {
    const first = byDatum(findings).map(([worst]) => worst)
    return [...new Set([...first, ...findings])].slice(0, Math.max(first.length, mostPerRecipient))
  })
  for (const { leaks: [worst] } of chosen.slice(0, MOST_LEAKS)) {
    if (worst === undefined || withheld.has(`${worst.captureId} ${worst.entry}`)) continue
    const leaks = wanted.get(worst.captureId)
    if (leaks === undefined) wanted.set(worst.captureId, [worst])
    else leaks.push(worst)
  }
  return wanted
}

/** Requests that carried a secret as well, and captures whose storage held one. */
function withheldOf({ diagnostics }: Report): ReadonlySet<string> {
  return new Set(diagnostics.filter(({ code }) => code === WITHHELD).map(({ captureId, entry }) => `${captureId} ${entry}`))
}

/** Fills `evidence` and gives what else the capture holds. Throws where the capture is not what was analysed. */
async function look(
  capture: ReportCapture, leaks: readonly LeakRecord[], evidence: Map<string, Evidence>,
): Promise<Enclosures> {
  const { path } = capture
  if (path === null || !existsSync(path)) throw new Error(`${path ?? 'The input'} is not there any more.`)
  const enclosed = await toEnclosures(capture.captureId, path, capture.files)
  if (leaks.length === 0) return enclosed
  const found = new Map<string, Evidence>()
  const documents = await openInput(path)
  try {
    for (const document of documents) {
      const { sha256 } = await read(document, leaks, found)
      if (sha256 === capture.harSha256) {
        for (const [leakId, one] of found) evidence.set(leakId, one)
        return enclosed
      }
      found.clear()
    }
  } finally {
    for (const document of documents) document.close()
  }
  throw new Error(`${path} holds another HAR than the one that was analysed.`)
}

async function read(
  document: HarDocument, leaks: readonly LeakRecord[], found: Map<string, Evidence>,
): Promise<{ sha256: string }> {
  const byEntry = new Map<number, LeakRecord[]>()
  for (const leak of leaks) byEntry.set(leak.entry, [...byEntry.get(leak.entry) ?? [], leak])
  let head: HarHead = { creator: '', browser: '', pages: [] }
  const toExchange = createExchangeReader({ body: document.body, pages: () => pagesOf(head), diagnostic: () => {} })
  const attribute = createAttribution()
  return document.read({
    head: (known) => { head = known },
    entry(entry, index) {
      const ofEntry = byEntry.get(index)
      const exchange = ofEntry === undefined ? undefined : toExchange(entry, index)
      if (ofEntry === undefined || exchange === undefined) return
      const recipient = attribute(exchange)
      for (const leak of ofEntry) {
        const meaning = meaningOf(recipient, leak.part, leak.field)
        found.set(leak.leakId, {
          request: toRequest(entry, leak, document),
          layers: toLayers(exchange, leak),
          meaning: meaning === undefined ? null : { text: meaning.meaning, source: meaning.source },
          recipientRule: recipient.rule,
          cnames: (exchange.cnames ?? []).slice(0, 10),
          initiator: exchange.initiator ?? null,
          cookies: cookieNames(entry),
          cookiesSet: exchange.setCookies.slice(0, 20).map((line) => (line.split('=')[0] ?? '').trim().slice(0, 100)),
        })
      }
    },
    diagnostic: () => {},
  })
}

// ── the request as it was sent ──

function toRequest(entry: HarEntry, leak: LeakRecord, document: HarDocument): Sent[] {
  const pointer = withinEntry(leak.pointer)
  const mark = (own: string, bytes: Uint8Array): Marked =>
    own === pointer ? cut(bytes, leak.startByte, leak.endByte) : { before: clipped(bytes), marked: '', after: '' }
  const sent: Sent[] = [{ part: 'url', name: leak.method, ...mark('/request/url', Buffer.from(leak.url)) }]
  const headers: unknown = entry.request?.headers
  if (Array.isArray(headers)) {
    headers.slice(0, MOST_HEADERS).forEach((header: unknown, index) => {
      const name = memberOf(header, 'name')
      const value = memberOf(header, 'value')
      if (typeof name !== 'string' || typeof value !== 'string') return
      const one = mark(`/request/headers/${index}/value`, Buffer.from(value))
      // HTTP/2's own headers say the URL again.
      if (!name.startsWith(':') || one.marked !== '') sent.push({ part: 'header', name: name.slice(0, 100), ...one })
    })
  }
  const marked = sent.some((one) => one.marked !== '')
  const data = marked ? toBody(entry, document) : stringAt(entry, pointer, document) ?? toBody(entry, document)
  if (data !== undefined) {
    const isThere = !marked && data === stringAt(entry, pointer, document)
    const own = isThere || pointer.startsWith('/request/postData') ? pointer : ''
    sent.push({ part: 'body', name: '', ...mark(own, data) })
  }
  return sent
}

function toBody(entry: HarEntry, document: HarDocument): Uint8Array | undefined {
  return stringAt(entry, '/request/postData/_file', document) ?? stringAt(entry, '/request/postData/text', document)
}

/** The string that a pointer names, as bytes; of `_file`, the file's. */
function stringAt(entry: HarEntry, pointer: string, document: HarDocument): Uint8Array | undefined {
  const value = valueAt(entry, pointer)
  if (typeof value !== 'string' || value === '') return undefined
  return pointer.endsWith('/_file') ? document.body(value) : Buffer.from(value)
}

function cookieNames(entry: HarEntry): string[] {
  const headers: unknown = entry.request?.headers
  if (!Array.isArray(headers)) return []
  return headers.flatMap((header: unknown): string[] => {
    const name = memberOf(header, 'name')
    const value = memberOf(header, 'value')
    if (typeof name !== 'string' || name.toLowerCase() !== 'cookie' || typeof value !== 'string') return []
    return value.split(';').slice(0, 40).map((pair) => (pair.split('=')[0] ?? '').trim().slice(0, 100))
  }).filter((name) => name !== '')
}

// ── the layers of the field ──

function toLayers(exchange: Exchange, leak: LeakRecord): PeeledLayer[] {
  const pointer = withinEntry(leak.pointer)
  const field = exchange.fields
    .filter((one) => one.pointer === pointer && holds(one, leak))
    .sort((a, b) => a.value.length - b.value.length)[0]
  if (field === undefined) return []
  const start = leak.startByte - field.offset
  const end = leak.endByte - field.offset
  let innermost: Layer | undefined
  let hit: Range | null = null
  peel(field.value, (layer) => {
    if (hit !== null || layersOf(layer).join('>') !== leak.layers) return
    const here = layer.parent === undefined ? { start, end } : rangeIn(layer, start, end, leak.label)
    if (here === null && innermost !== undefined) return
    innermost = layer
    hit = here
  })
  return innermost === undefined ? [] : upwards(innermost, hit)
}

function holds(field: Field, { startByte, endByte }: LeakRecord): boolean {
  return startByte >= field.offset && endByte <= field.offset + field.value.length
}

interface Range { readonly start: number; readonly end: number }

/** From the innermost layer to the field: each with its stretch, outermost first. */
function upwards(innermost: Layer, hit: Range | null): PeeledLayer[] {
  const layers: PeeledLayer[] = []
  let range = hit
  for (let layer: Layer | undefined = innermost; layer !== undefined; layer = layer.parent) {
    const text = range === null ? { before: clipped(layer.bytes), marked: '', after: '' }
      : cut(layer.bytes, range.start, range.end)
    layers.unshift({ decoder: layer.decoder, start: layer.start, end: layer.end, bytes: layer.bytes.length, ...text })
    if (layer.parent === undefined) break
    range = range === null ? { start: layer.start, end: layer.end }
      : toFieldRange(layer, range.start, range.end, layer.parent)
  }
  return layers
}

/** Where in a layer the bytes `[start, end)` of the field came out: by the value where it can be read, else by place. */
function rangeIn(layer: Layer, start: number, end: number, label: string): Range | null {
  const text = Buffer.from(layer.bytes).toString('latin1').toLowerCase()
  const needle = Buffer.from(label).toString('latin1').toLowerCase()
  for (let at = text.indexOf(needle), tries = 0; needle !== '' && at >= 0 && tries < 200; tries++) {
    const place = toFieldRange(layer, at, at + needle.length)
    if (place.start >= start && place.end <= end) return { start: at, end: at + needle.length }
    at = text.indexOf(needle, at + 1)
  }
  const whole = toFieldRange(layer, 0, layer.bytes.length)
  if (whole.start >= start && whole.end <= end) return null
  const from = firstWhere(layer, (at) => toFieldRange(layer, at, at + 1).start >= start)
  const to = firstWhere(layer, (at) => toFieldRange(layer, at, at + 1).start >= end)
  return from < to ? { start: from, end: to } : null
}

/** Places in a layer grow with places in the field. */
function firstWhere(layer: Layer, is: (at: number) => boolean): number {
  let low = 0
  let high = layer.bytes.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (is(middle)) high = middle
    else low = middle + 1
  }
  return low
}

// ── text ──

function cut(bytes: Uint8Array, start: number, end: number): Marked {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (start < 0 || end <= start || end > buffer.length) return { before: clipped(bytes), marked: '', after: '' }
  const from = Math.max(0, start - AROUND)
  const to = Math.min(buffer.length, end + AROUND)
  return {
    before: `${from > 0 ? '…' : ''}${buffer.toString('utf8', from, start)}`,
    marked: buffer.toString('utf8', start, Math.min(end, start + LONGEST_MARK)) + (end - start > LONGEST_MARK ? '…' : ''),
    after: `${buffer.toString('utf8', end, to)}${to < buffer.length ? '…' : ''}`,
  }
}

function clipped(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8', 0, LONGEST_HEADER)
  return bytes.length > LONGEST_HEADER ? `${text}…` : text
}
