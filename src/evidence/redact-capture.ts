/** One capture of a bundle without what it told of a person. */
import { join } from 'node:path'
import type { Aliases } from '../aliases.js'
import { captureIdOfHar } from '../assess/capture.js'
import { writeZip } from '../capture/har-zip.js'
import type { CaptureManifest, CaptureStep } from '../capture/manifest.js'
import { TattleError } from '../errors.js'
import { makeFolder } from '../folder.js'
import { addTo } from '../grouped.js'
import { openInput, type HarDocument } from '../har/read.js'
import type { HarEntry } from '../har/types.js'
import type { LeakRecord, Target, Term } from '../model.js'
import { toTerms, type Persona } from '../persona.js'
import type { Rules } from '../rules.js'
import { valueAt, withinEntry } from '../shapes.js'
import type { Bag } from './bag.js'
import { sha256 } from './canonical.js'
import { inlined } from './export.js'
import { openImported } from './imported.js'
import { writeNew } from './keys.js'
import { PATHS } from './manifest.js'
import { extract } from './reanalyse.js'
import { digestLike, redactEntry, redactUrl, type Redaction, type Sent } from './redact-entry.js'
import { besideNames, createGlance, detectIn, isTelling, TELLING, withoutNames, type Words } from './redact-words.js'
import type { Terms } from './together.js'

export interface RedactedCapture {
  /** Of a HAR that was made elsewhere, the copy has another than the original. */
  readonly captureId: string
  /** What is to be analysed: a folder, or for a HAR that was made elsewhere, a file. */
  readonly path: string
  readonly folder: string
  readonly files: readonly string[]
  /** Of a HAR that was made elsewhere: what is to be looked for in it. Null: it says so itself. */
  readonly persona: Persona | null
}

export interface CaptureToRedact {
  readonly captureId: string
  readonly harSha256: string
  readonly target: Target
  /** Names of the sites that were audited, which stay as they are. */
  readonly sites: readonly string[]
  readonly leaks: readonly LeakRecord[]
  /** What was looked for beside its own persona. */
  readonly given: Terms
  /** Of host names in a HAR that was made elsewhere. */
  readonly aliases?: Aliases | undefined
}

/** Learns what is to be redacted, and writes nothing but what it takes out of the bundle, to the folder `source`. Throws as `redactCapture`. */
export async function learnWords(bag: Bag, capture: CaptureToRedact, source: string, words: Words, rules: Rules): Promise<void> {
  const document = await openOriginal(bag, capture, source)
  try {
    await redactWhatIsFound(document, capture, toLookFor(document, capture, words), words, rules)
  } finally {
    document.close()
  }
}

/**
 * Writes the copy to the folder `place`. `shown`: what its analysis shows and is no word of ours, because the original had
 * something graver beside it; that is redacted as well. `invented`: what it shows after that, and the original does not;
 * there a text stands that says nothing. Throws `redaction-failed`, `capture-unreadable`.
 */
export async function redactCapture(
  bag: Bag, capture: CaptureToRedact, place: string, words: Words, rules: Rules, shown: readonly LeakRecord[] = [], invented: readonly LeakRecord[] = [],
): Promise<RedactedCapture> {
  const document = await openOriginal(bag, capture, `${place}-source`)
  try {
    makeFolder(place)
    const redacted = await redactEntries(document, capture, words, rules, shown, invented)
    return document.kind === 'capture'
      ? await redactOwn(document, capture, place, words, redacted) : await redactImported(capture, place, words, redacted)
  } finally {
    document.close()
  }
}

async function openOriginal(bag: Bag, { captureId, harSha256 }: CaptureToRedact, source: string): Promise<HarDocument> {
  const prefix = `${PATHS.captures}${captureId}/`
  const names = bag.names.filter((one) => one.startsWith(prefix) && !/\/(originals|screenshots)\//.test(one))
  for (const name of names) await extract(bag, name, join(source, name.slice(prefix.length)))
  if (!names.includes(`${prefix}capture.json`)) {
    const [only, ...more] = names
    const found = await openImported(only !== undefined && more.length === 0 ? join(source, only.slice(prefix.length)) : source, harSha256)
    if (found !== undefined) return found
  } else {
    const [document] = await openInput(source)
    if (document?.kind === 'capture') return document
  }
  throw new TattleError('redaction-failed', `The capture ${captureId} in the bundle is not the one that its report speaks of; "tattle evidence verify" says more.`)
}

interface LookedFor { readonly terms: readonly Term[]; readonly clientIps: readonly string[] }

/** What is looked for in a capture. All of it becomes words. */
function toLookFor(document: HarDocument, { given }: CaptureToRedact, words: Words): LookedFor {
  const manifest = document.kind === 'capture' ? document.manifest as CaptureManifest : null
  const clientIps = [...new Set([...manifest?.clientIps ?? [], ...given.clientIps])]
  const terms = toTerms(given.persona ?? manifest?.persona ?? null, given.values)
  for (const { kind, value } of [...terms, ...toTerms(manifest?.persona ?? null)]) words.word(kind, value)
  for (const address of clientIps) words.word('network.ip', address)
  return { terms, clientIps }
}

/** The entries, with words in place of what is found in them by itself. */
async function redactWhatIsFound(
  document: HarDocument, { leaks, aliases }: CaptureToRedact, { terms, clientIps }: LookedFor, words: Words, rules: Rules,
): Promise<{ entries: HarEntry[]; redaction: Redaction; creator: string; browser: string }> {
  const entries: HarEntry[] = []
  const { head } = await document.read({
    entry: (entry) => {
      const whole = inlined(withoutAnswer(entry), (name) => document.body(name))
      entries.push(document.kind === 'har' ? withAliases(whole, aliases) : whole)
    },
    diagnostic: () => {},
  })
  const redaction: Redaction = {
    detector: rules.detectorFor(terms, clientIps),
    attribute: rules.attribute,
    word: (kind, value, transforms) => words.word(kind, value, transforms),
    isWord: (text) => words.isWord(text),
    found: foundBy(leaks, terms, entries),
  }
  const { creator, browser } = head
  return { entries: redactFound(entries, redaction), redaction, creator, browser }
}

function redactFound(entries: readonly HarEntry[], redaction: Redaction): HarEntry[] {
  return entries.map((entry, index) => entry === NOTHING ? entry : redactEntry(entry, index, redaction) ?? NOTHING)
}

/** What leaks say was sent, as values of terms where they are known. */
function foundBy(leaks: readonly LeakRecord[], terms: readonly Term[], entries: readonly HarEntry[]): Redaction['found'] {
  const byEntry = new Map<number, LeakRecord[]>()
  for (const leak of leaks) addTo(byEntry, leak.entry, leak)
  return (entry, pointer, start, end) => (byEntry.get(entry) ?? [])
    .filter((leak) => samePlace(leak.pointer, pointer) && leak.startByte >= start && leak.endByte <= end)
    .map((leak): Sent => {
      const term = terms.find(({ id, kind }) => id === leak.termId && kind === leak.kind)
      const sent = bytesAt(entries[entry], leak)
      const isLikeDigest = leak.matchSource === 'signature' && leak.certainty === 'hashed'
      const transforms = isLikeDigest ? digestLike(sent) : term === undefined || leak.transform === '' ? [] : leak.transform.split('>')
      // Of a vocabulary, its word is the value, however it was written.
      return { kind: leak.kind, value: term?.value ?? (leak.matchSource === 'vocabulary' ? leak.label : sent), sent, transforms }
    })
}

interface RedactedEntries {
  readonly entries: readonly HarEntry[]
  readonly redaction: Redaction
  /** Makes a text of ours fit to be handed out. */
  readonly text: (value: string) => string
  readonly creator: string
  readonly browser: string
}

/** The entries, with words in place of all that is redacted anywhere. */
async function redactEntries(
  document: HarDocument, capture: CaptureToRedact, words: Words, rules: Rules, shown: readonly LeakRecord[], invented: readonly LeakRecord[],
): Promise<RedactedEntries> {
  const { entries, redaction, creator, browser } = await redactWhatIsFound(document, capture, toLookFor(document, capture, words), words, rules)
  const once = redactElsewhere(entries, capture.sites, words, rules)
  const kept = shown.length === 0 ? once : redactFound(once, { ...redaction, found: foundBy(shown, [], once) })
  const secrets = words.secrets().filter(isTelling)
  const isClean = (value: string): boolean =>
    !secrets.some((secret) => secret.value.length >= TELLING && withoutNames(capture.sites, value).includes(secret.value)) && detectIn(value, redaction.detector).length === 0
  const text = (value: string): string => isClean(value) ? value : 'redacted'
  return { entries: withoutSense(kept, invented), redaction, text, creator: text(creator), browser: text(browser) }
}

/** What was redacted in one place stands in others, too: in names, in the midst of texts, in other entries. */
function redactElsewhere(entries: readonly HarEntry[], sites: readonly string[], words: Words, rules: Rules): HarEntry[] {
  const terms = words.telling()
  const redaction: Redaction = {
    detector: rules.detectorFor(terms, []),
    attribute: rules.attribute,
    word: (kind, value, transforms) => words.wordOf(value, transforms) ?? words.word(kind, value, transforms),
    isWord: (text) => words.isWord(text),
    found: () => [],
  }
  const glance = createGlance([...terms].sort((a, b) => b.value.length - a.value.length))
  const literal = (text: string): string => glance(text).reduce((now, { value }) => now.includes(value)
    ? besideNames(sites, now, (part) => part.replaceAll(value, () => words.wordOf(value) ?? '')) : now, text)
  return entries.map((entry, index) => entry === NOTHING ? entry : withTexts(redactEntry(entry, index, redaction) ?? NOTHING, literal) as HarEntry)
}

/** The entries, with a text in place of what leaks say was sent that is no word of anything. */
function withoutSense(entries: readonly HarEntry[], leaks: readonly LeakRecord[]): readonly HarEntry[] {
  const sent = new Map<number, Set<string>>()
  for (const leak of leaks) sent.set(leak.entry, (sent.get(leak.entry) ?? new Set()).add(bytesAt(entries[leak.entry], leak)))
  return entries.map((entry, index) => [...sent.get(index) ?? []]
    .reduce<HarEntry>((now, text) => withTexts(now, (one) => one.replaceAll(text, 'redacted')) as HarEntry, entry))
}

/** The same value of JSON with each text, names included, as `change` makes it. */
function withTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((one) => withTexts(one, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [change(name), withTexts(one, change)]))
}

async function redactOwn(
  document: HarDocument, capture: CaptureToRedact, place: string, words: Words, { entries, redaction, text }: RedactedEntries,
): Promise<RedactedCapture> {
  const manifest = document.manifest as CaptureManifest
  const steps = ((document.steps ?? []) as CaptureStep[]).map((step) => ({ ...step, title: text(step.title), error: step.error === null ? null : 'redacted' }))
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
    conditions: {}, unexplained: manifest.unexplained.map(() => 'redacted'), steps,
  }
  await writeHar(place, capture.captureId, entries, { name: 'tattle', version: manifest.tattleVersion }, '')
  writeNew(join(place, 'capture.json'), Buffer.from(JSON.stringify(copy, null, 2)), 0o600)
  return { captureId: capture.captureId, path: place, folder: place, files: [HAR_ZIP, 'capture.json'], persona: null }
}

async function redactImported(
  capture: CaptureToRedact, place: string, words: Words, { entries, creator, browser }: RedactedEntries,
): Promise<RedactedCapture> {
  const { given } = capture
  const digest = await writeHar(place, capture.captureId, entries, { name: creator, version: '', ...capture.target === 'stand-in' ? { _target: capture.target } : {} }, browser)
  const persona: Persona = { id: 'redacted', locale: given.persona?.locale ?? 'und', values: words.byKind() }
  return { captureId: captureIdOfHar(digest), path: join(place, HAR_ZIP), folder: place, files: [HAR_ZIP], persona }
}

const HAR_ZIP = 'capture.har.zip'

/** Digest of the HAR itself. It names the capture that it is a copy of: two of which nothing is left would be one. */
async function writeHar(place: string, original: string, entries: readonly HarEntry[], creator: { name: string; version: string; _target?: Target }, browser: string): Promise<string> {
  const log = { version: '1.2', comment: `a redacted copy of the capture ${original}`, creator, ...(browser === '' ? {} : { browser: { name: browser, version: '' } }), pages: [], entries }
  const content = Buffer.from(JSON.stringify({ log }))
  await writeZip(join(place, HAR_ZIP), [{ name: 'capture.har', content }])
  return sha256(content)
}

/** What came back is not looked at, and does not get in. */
function withoutAnswer(entry: HarEntry): HarEntry {
  return entry.response ? { ...entry, response: { ...entry.response, content: null } } : entry
}

/** A recipient behind the site's own name stays one in the copy. */
function withAliases(entry: HarEntry, aliases: Aliases | undefined): HarEntry {
  const { url } = entry.request ?? {}
  const host = typeof url === 'string' && URL.canParse(url) ? new URL(url).hostname : ''
  if (aliases === undefined || entry._cnames !== undefined || !Object.hasOwn(aliases.chains, host)) return entry
  return { ...entry, _cnames: aliases.chains[host] }
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

export function bytesAt(entry: HarEntry | undefined, { pointer, startByte, endByte, excerpt }: LeakRecord): string {
  const node = valueAt(entry, withinEntry(pointer).replace('/_file', '/text'))
  return typeof node === 'string' ? Buffer.from(node).subarray(startByte, endByte).toString('utf8') : excerpt
}
