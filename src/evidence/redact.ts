/**
 * A copy of a bundle to hand out: who received what kind of datum, where and when, without the data. It is made, then
 * analysed, and only kept if analysis shows the same recipients and kinds and finds nothing that was redacted, in any
 * encoding that it can peel.
 */
import { randomBytes, type KeyObject } from 'node:crypto'
import { createWriteStream, existsSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { writeZip } from '../capture/har-zip.js'
import type { CaptureManifest, CaptureStep } from '../capture/manifest.js'
import { isTattleError, TattleError, toMessage } from '../errors.js'
import { makeFolder } from '../folder.js'
import { openInput } from '../har/read.js'
import type { HarEntry } from '../har/types.js'
import type { Analysed, Exchange, Field, Kind, LeakRecord, Report, Term } from '../model.js'
import { toTerms, type Persona } from '../persona.js'
import type { Reporter } from '../report/reporter.js'
import { createRules, type Rules } from '../rules.js'
import { createDraft, openBag, type Bag, type Draft } from './bag.js'
import { sha256 } from './canonical.js'
import { commit, isCommitment } from './commitment.js'
import { inlined } from './export.js'
import { writeNew } from './keys.js'
import { PATHS, type EvidenceManifest } from './manifest.js'
import { seal, type Packed, type Sealing } from './pack.js'
import { redactEntry, redactUrl, type Found, type Redaction, type Sent } from './redact-entry.js'
import { toEvidenceManifest } from './verify.js'

export interface RedactOptions extends Sealing {
  readonly bundle: string
  readonly out: string
  /** Where the salt is kept, or already lies. */
  readonly saltFile: string
  readonly exports: Readonly<Record<string, Reporter>>
  readonly analyse: (path: string) => Promise<readonly Analysed[]>
  /** A report of what was analysed. */
  readonly report: (analysed: readonly Analysed[]) => Report
  readonly key: KeyObject | null
}

export interface Redacted extends Packed {
  /** How many values were redacted. */
  readonly values: number
  /** Recipients with a kind of datum, in the original and in the copy. */
  readonly flows: number
}

/** Throws a TattleError (`redaction-failed`: the copy would tell too much or too little); there is then nothing at `out`. */
export async function redactBundle(options: RedactOptions): Promise<Redacted> {
  const bag = await openBag(options.bundle)
  let draft: Draft | null = null
  let saltIsNew = false
  try {
    draft = createDraft(options.out)
    const folder = draft.work
    const bytes = bag.read(PATHS.manifest)
    const manifest = bytes === undefined ? null : toEvidenceManifest(bytes)
    if (bytes === undefined || manifest === null) throw new TattleError('bundle-unreadable', `${options.bundle} holds no manifest that can be read; "tattle evidence verify" says more.`)
    if (manifest.form === 'redacted') throw new TattleError('usage', `${options.bundle} is redacted already.`)
    const original = JSON.parse(bag.read(PATHS.report, 1024 * 1024 * 1024)?.toString('utf8') ?? '{}') as Report
    const leaks = original.findings.flatMap((finding) => finding.leaks)
    const master = readSalt(options.saltFile)
    const rules = await createRules()
    const words = createWords(master.salt)
    const redacted: { analysed: readonly Analysed[]; leaks: readonly LeakRecord[] }[] = []
    for (const captureId of manifest.captures) {
      const place = join(folder, captureId)
      await redactCapture(bag, captureId, place, leaks.filter((leak) => leak.captureId === captureId), words, rules)
      redacted.push({ analysed: await options.analyse(place), leaks: leaks.filter((leak) => leak.captureId === captureId) })
    }
    const flows = compareFlows(redacted)
    await fill(draft, bag, folder, manifest, options, redacted.flatMap(({ analysed }) => analysed))
    await checkNothingLeft(draft, folder, manifest, words, rules)
    const packed = await seal(draft, {
      ...manifest, form: 'redacted', original: sha256(bytes), createdAt: new Date().toISOString(),
      missing: ['Originals, pictures, response bodies, scenarios, configuration and the rows of the database are not in a redacted copy.'],
    }, options)
    if (!master.exists) {
      writeNew(options.saltFile, Buffer.from(`${JSON.stringify({ salt: master.salt })}\n`), 0o600)
      saltIsNew = true
    }
    await draft.finish()
    return { ...packed, values: words.secrets().length, flows }
  } catch (error) {
    draft?.discard()
    if (saltIsNew) rmSync(options.saltFile, { force: true })
    if (isTattleError(error) || !(error instanceof Error && 'syscall' in error)) throw error
    throw new TattleError('output-unwritable', `${options.out} cannot be written (${toMessage(error)}); make room, or name another place with --out.`, { cause: error })
  } finally {
    bag.close()
  }
}

export function readSalt(file: string): { salt: string; exists: boolean } {
  if (!existsSync(file)) return { salt: randomBytes(32).toString('hex'), exists: false }
  const { salt } = JSON.parse(readFileSync(file, 'utf8')) as { salt?: unknown }
  if (typeof salt !== 'string' || !/^[0-9a-f]{64}$/.test(salt)) throw new TattleError('usage', `${file} holds no salt of tattle's; name another file with --salt-file.`)
  return { salt, exists: true }
}

interface Words {
  word(kind: Kind, value: string): string
  /** Words that stand for a datum of a person, for the persona of the copy. */
  byKind(): Partial<Record<Kind, readonly string[]>>
  secrets(): readonly Found[]
}

function createWords(master: string): Words {
  const known = new Map<string, { kind: Kind; value: string; word: string }>()
  return {
    word(kind, value) {
      const key = `${kind}\0${value}`
      const before = known.get(key)
      if (before !== undefined) return before.word
      if (isCommitment(value)) return value
      const { word } = commit(master, kind, value)
      known.set(key, { kind, value, word })
      return word
    },
    byKind() {
      const kinds: Partial<Record<Kind, string[]>> = {}
      for (const { kind, word } of known.values()) if (kind !== 'opaque') (kinds[kind] ??= []).push(word)
      return kinds
    },
    secrets: () => [...known.values()].map(({ kind, value }) => ({ kind, value })),
  }
}

async function redactCapture(
  bag: Bag, captureId: string, place: string, leaks: readonly LeakRecord[], words: Words, rules: Rules,
): Promise<void> {
  const source = `${place}-source`
  const prefix = `${PATHS.captures}${captureId}/`
  for (const name of bag.names.filter((one) => one.startsWith(prefix) && !one.includes('/originals/') && !one.includes('/screenshots/'))) {
    await extract(bag, name, join(source, name.slice(prefix.length)))
  }
  const [document, ...more] = await openInput(source)
  if (document === undefined || more.length > 0 || document.kind !== 'capture') {
    throw new TattleError('redaction-failed', `The capture ${captureId} was made elsewhere and has no capture.json; only captures of tattle's own can be redacted.`)
  }
  const manifest = document.manifest as CaptureManifest
  const terms = toTerms(manifest.persona)
  for (const { kind, value } of terms) words.word(kind, value)
  for (const address of manifest.clientIps) words.word('network.ip', address)
  const detector = rules.detectorFor(terms, manifest.clientIps)
  const entries: HarEntry[] = []
  await document.read({ entry: (entry) => { entries.push(inlined(entry, (name) => document.body(name))) }, diagnostic: () => {} })
  const byEntry = new Map<number, LeakRecord[]>()
  for (const leak of leaks) byEntry.set(leak.entry, [...(byEntry.get(leak.entry) ?? []), leak])
  const redaction: Redaction = {
    detector,
    attribute: rules.attribute,
    word: (kind, value) => words.word(kind, value),
    found: (entry, pointer, start, end) => (byEntry.get(entry) ?? [])
      .filter((leak) => samePlace(leak.pointer, pointer) && leak.startByte >= start && leak.endByte <= end)
      .map((leak): Sent => {
        const term = terms.find(({ id, kind }) => id === leak.termId && kind === leak.kind)
        const sent = bytesAt(entries[entry], leak)
        return { kind: leak.kind, value: term?.value ?? sent, sent }
      }),
  }
  const kept = entries.map((entry, index) => redactEntry(entry, index, redaction) ?? NOTHING)
  const secrets = words.secrets().filter(isTelling)
  const text = (value: string): string =>
    secrets.some((secret) => secret.value.length >= TELLING && value.includes(secret.value)) || detectIn(value, rules, terms, manifest.clientIps).length > 0 ? 'redacted' : value
  const steps = ((document.steps ?? []) as CaptureStep[]).map((step) => ({ ...step, title: text(step.title), error: step.error === null ? null : 'redacted' }))
  document.close()
  const persona: Persona | null = { id: 'redacted', locale: manifest.persona?.locale ?? 'und', values: words.byKind() }
  const { schema, tattleVersion, target, firstParty, startedAt, endedAt, deviations, counts, coverage, originals } = manifest
  // Named one by one: what a later recorder adds does not get in by itself.
  const copy: CaptureManifest = {
    schema, captureId: manifest.captureId, tattleVersion, target, firstParty, startedAt, endedAt, deviations, counts,
    coverage, originals, coverageReasons: manifest.coverageReasons.map(text), blindSpots: manifest.blindSpots.map(text),
    persona, clientIps: [],
    baseUrl: manifest.baseUrl === null ? null : redactUrl(manifest.baseUrl, 0, redaction),
    scenario: { ...manifest.scenario, error: manifest.scenario.error === null ? null : 'redacted' },
    consent: {
      asked: manifest.consent.asked, outcome: manifest.consent.outcome, detail: text(manifest.consent.detail),
      timeline: manifest.consent.timeline, proof: [],
    },
    browser: {
      name: manifest.browser.name, version: manifest.browser.version, userAgent: manifest.browser.userAgent, path: '',
      commandLine: [],
    },
    conditions: {}, unexplained: manifest.unexplained.map(() => 'redacted'),
  }
  makeFolder(place)
  const har = { log: { version: '1.2', creator: { name: 'tattle', version: manifest.tattleVersion }, pages: [], entries: kept } }
  await writeZip(join(place, 'capture.har.zip'), [{ name: 'capture.har', content: Buffer.from(JSON.stringify(har)) }])
  writeNew(join(place, 'capture.json'), Buffer.from(JSON.stringify(copy, null, 2)), 0o600)
  writeNew(join(place, 'steps.json'), Buffer.from(JSON.stringify(steps, null, 2)), 0o600)
}

/** What reached nobody keeps its place, so that the numbers of the others stay. */
const NOTHING: HarEntry = {
  startedDateTime: '1970-01-01T00:00:00.000Z', request: { method: 'GET', url: 'data:,', headers: [] }, response: { status: 0 },
}

/** A leak's pointer begins at the document; an attached body is inline here. */
export function samePlace(stated: string, here: string): boolean {
  const place = withinEntry(stated)
  return place === here || (place === '/request/postData/_file' && here === '/request/postData/text')
}

function withinEntry(pointer: string): string {
  return pointer.replace(/^\/log\/entries\/\d+/, '')
}

export function bytesAt(entry: HarEntry | undefined, { pointer, startByte, endByte, excerpt }: LeakRecord): string {
  let node: unknown = entry
  for (const key of withinEntry(pointer).replace('/_file', '/text').split('/').slice(1)) {
    node = typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[key.replaceAll('~1', '/').replaceAll('~0', '~')] : undefined
  }
  return typeof node === 'string' ? Buffer.from(node).subarray(startByte, endByte).toString('utf8') : excerpt
}

/** Terms in a text, as if it had been sent. */
export function detectIn(text: string, rules: Rules, terms: readonly Term[], clientIps: readonly string[]): readonly Term[] {
  const field: Field = { part: 'body', name: 'q', value: Buffer.from(text), pointer: '', offset: 0 }
  const host = 'nobody.invalid'
  const exchange: Exchange = {
    entry: 0, startedAt: Number.NaN, method: 'POST', url: '', host, domain: host, resourceType: '', status: 0, delivery: 'unknown',
    recordedBy: 'har', requestBodyBytes: 0, fields: [field], setCookies: [],
  }
  return rules.detectorFor(terms, clientIps).detect(exchange, { host, domain: host, category: 'other', via: 'direct', rule: '' }).map(({ term }) => term)
}

/** How many flows there are; throws where the copy lacks one that the original has. */
function compareFlows(captures: readonly { analysed: readonly Analysed[]; leaks: readonly LeakRecord[] }[]): number {
  const lost: string[] = []
  let count = 0
  for (const { analysed, leaks } of captures) {
    const now = new Set(analysed.flatMap((one) => one.leaks.map(({ recipientDomain, kind }) => `${kind} → ${recipientDomain}`)))
    const before = new Set(leaks.map(({ recipientDomain, kind }) => `${kind} → ${recipientDomain}`))
    count += before.size
    for (const flow of before) if (!now.has(flow)) lost.push(flow)
  }
  if (lost.length === 0) return count
  throw new TattleError('redaction-failed', `The redacted copy would no longer show ${lost.slice(0, 5).join(', ')}${lost.length > 5 ? ` and ${lost.length - 5} more` : ''}; nothing was written.`)
}

async function fill(
  draft: Draft, bag: Bag, folder: string, manifest: EvidenceManifest, options: RedactOptions, analysed: readonly Analysed[],
): Promise<void> {
  for (const captureId of manifest.captures) {
    for (const name of ['capture.har.zip', 'capture.json', 'steps.json']) {
      await draft.add(`${PATHS.captures}${captureId}/${name}`, readFileSync(join(folder, captureId, name)))
    }
  }
  await draft.add(PATHS.links, bag.read(PATHS.links) ?? '')
  const report = options.report(analysed)
  for (const [name, reporter] of Object.entries(options.exports)) {
    const stream = new PassThrough()
    reporter.write(report, stream).then(() => stream.end(), (error: unknown) => stream.destroy(error as Error))
    await draft.add(`data/${name}`, stream)
  }
}

/** From so many letters on, a value is looked for as it is, wherever it stands. */
export const TELLING = 6

/** Not a cookie that is `1`, `true`, `accept`: redacted as well, but it proves nothing where else it stands. */
function isTelling({ kind, value }: Found): boolean {
  if (isCommitment(value)) return false
  return !(kind.startsWith('identifier.') || kind === 'opaque') || (value.length >= TELLING && !/^[a-z_ -]{1,12}$/i.test(value))
}

/**
 * Looks for everything that was redacted, in every text of the copy, under every encoding. Throws where something is
 * left, naming the place and never the value.
 */
async function checkNothingLeft(draft: Draft, folder: string, manifest: EvidenceManifest, words: Words, rules: Rules): Promise<void> {
  const terms = words.secrets().filter(isTelling)
    .map(({ kind, value }, ordinal): Term => ({ id: `${kind}#${ordinal}`, kind: kind === 'opaque' ? 'identifier.account' : kind, value, source: 'persona', ordinal }))
  const texts: [where: string, text: string][] = []
  for (const name of draft.files.keys()) {
    if (name.endsWith('capture.har.zip')) continue
    const text = readFileSync(join(draft.folder, ...name.split('/')), 'utf8')
    for (const [at, line] of text.split('\n').entries()) texts.push([`${name}, line ${at + 1}`, line])
  }
  for (const captureId of manifest.captures) {
    for (const document of await openInput(join(folder, captureId))) {
      await document.read({
        entry: (entry, index) => { for (const [path, text] of leaves(entry, '')) texts.push([`capture ${captureId}, entry ${index}, ${path}`, text]) },
        diagnostic: () => {},
      })
      document.close()
    }
  }
  const left: string[] = []
  for (const [where, text] of texts) {
    const raw = terms.find(({ value }) => value.length >= TELLING && text.includes(value))
    const found = raw ?? detectIn(text, rules, terms, []).find(({ source }) => source === 'persona')
    if (found !== undefined) left.push(`${where} (${found.kind})`)
    if (left.length > 5) break
  }
  if (left.length > 0) throw new TattleError('redaction-failed', `Something redacted would be left in the copy: ${left.join('; ')}. Nothing was written.`)
}

export function* leaves(value: unknown, path: string): Generator<[string, string]> {
  if (typeof value === 'string') yield [path, value]
  else if (typeof value === 'number') yield [path, String(value)]
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      yield* leaves(inner, `${path}/${key}`)
    }
  }
}

async function extract(bag: Bag, name: string, file: string): Promise<void> {
  const chunks = bag.chunks(name)
  if (chunks === undefined || name.split('/').includes('..')) return
  makeFolder(dirname(file))
  await pipeline(Readable.from(chunks), createWriteStream(file, { mode: 0o600 }))
}
