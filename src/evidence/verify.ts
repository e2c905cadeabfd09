/** Checking a bundle: what holds and what does not, a sentence each. */
import type { KeyObject } from 'node:crypto'
import { closeSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import type { CaptureManifest } from '../capture/manifest.js'
import { captureIdOf } from '../capture/write.js'
import { manifestFault } from '../capture/manifest-fault.js'
import { toMessage } from '../errors.js'
import { few } from '../few.js'
import { addTo } from '../grouped.js'
import { lazily } from '../lazily.js'
import type { FileDigest } from '../model.js'
import { listOf, memberOf, valueAt } from '../shapes.js'
import { digestOf, GENESIS, type Link } from '../store/chain.js'
import { openNameless } from '../temporary.js'
import { checkAnchor, type Anchor } from './anchor.js'
import { fromManifest, openBag, toManifest, type Bag } from './bag.js'
import { readReportTo, type ReportOnDisk } from './bundle-json.js'
import { isCanonical, sha256 } from './canonical.js'
import { openEnvelope } from './dsse.js'
import { fingerprintOf, leadsTo, readPublicKey } from './keys.js'
import { isEdited, lackOf } from './originals.js'
import { PATHS, PREDICATE_TYPE, type EvidenceManifest } from './manifest.js'
import { checkCopies, type Exports } from './report-copies.js'
import { checkRows, ROWS } from './report-rows.js'
import { checkStamp } from './timestamp.js'

/** `holds` null: nothing to check, or nothing to check it against. */
export interface Check {
  readonly about: 'files' | 'signature' | 'key' | 'time' | 'originals' | 'chain' | 'anchor' | 'report' | 'findings' | 'redaction'
  readonly holds: boolean | null
  readonly sentence: string
}

export interface VerifyOptions {
  /** The key that must have signed, or led to the one that did. */
  readonly key: KeyObject | null
  readonly fingerprint: string | null
  /** Certificates (PEM) of the authority; absent: those in the bundle, which prove less. */
  readonly roots: string | null
  /** A digest that was printed and must stand in the chain. */
  readonly head: string | null
  /** Which tables were made of the report, and how. */
  readonly exports: Exports
}

export interface Verification {
  readonly manifest: EvidenceManifest | null
  readonly checks: readonly Check[]
}

/** Throws `bundle-unreadable` for what is no bundle. */
export async function verifyBundle(path: string, options: VerifyOptions): Promise<Verification> {
  const bag = await openBag(path)
  const open: number[] = []
  const findings = (): number => {
    const file = openNameless()
    open.push(file)
    return file
  }
  try {
    const { manifest, checks } = await checkFiles(bag)
    const signed = checkSignature(bag, options)
    const report = lazily(() => readReportTo(findings(), bag))
    const rest = manifest === null ? [] : [
      checkTime(bag, options), ...await checkOriginals(bag, manifest), ...await checkChain(bag, manifest, report, options),
      ...await checkCopies(bag, report, options.exports),
    ]
    return { manifest, checks: [...checks, ...signed, ...rest] }
  } finally {
    for (const file of open) closeSync(file)
    bag.close()
  }
}

const MOST_NAMED = 5
export const LONGEST_CHAIN = 256 * 1024 * 1024
/** Rows of a capture are few; what is longer is an analysis. */
const LONGEST_LIST = 16 * 1024 * 1024

/** Whether the files are those of the manifest. */
export async function checkFiles(bag: Bag): Promise<{ manifest: EvidenceManifest | null; checks: Check[] }> {
  const faults: string[] = []
  const bytes = bag.read(PATHS.manifest)
  const manifest = bytes === undefined ? null : toEvidenceManifest(bytes)
  if (manifest === null) {
    const sentence = bytes === undefined ? `${PATHS.manifest} is missing.` : `${PATHS.manifest} is no canonical JSON of a manifest.`
    return { manifest, checks: [{ about: 'files', holds: false, sentence }] }
  }
  const listed = new Map(manifest.files.map((file) => [file.name, file.sha256]))
  const there = new Set(bag.names)
  const changed: string[] = []
  const missing: string[] = []
  for (const { name, sha256: expected, bytes: size } of manifest.files) {
    const found = await bag.digest(name)
    if (!there.has(name)) missing.push(name)
    else if (found?.sha256 !== expected || found.bytes !== size) changed.push(name)
  }
  const added = bag.names.filter((name) => !listed.has(name) && !isTag(name))
  const say = (names: readonly string[], what: string): void => {
    if (names.length > 0) faults.push(`${few(names, MOST_NAMED, ', ')} ${names.length === 1 ? 'was' : 'were'} ${what}`)
  }
  say(changed, 'changed')
  say(added, 'added')
  if (missing.length > 0) faults.push(`${few(missing, MOST_NAMED, ', ')} ${missing.length === 1 ? 'is' : 'are'} missing`)
  if (bag.odd.length > 0) faults.push(`${bag.odd.slice(0, MOST_NAMED).join(', ')} is no plain file of the bundle`)
  const list = fromManifest(bag.read(PATHS.manifestList)?.toString('utf8') ?? '')
  if (list === null || list.size !== listed.size || [...listed].some(([name, digest]) => list.get(name) !== digest)) {
    faults.push(`${PATHS.manifestList} says something else than ${PATHS.manifest}`)
  }
  const tags = new Map<string, string | undefined>()
  for (const name of bag.names) if (isTag(name) && name !== PATHS.tagList) tags.set(name, (await bag.digest(name))?.sha256)
  const tagList = bag.read(PATHS.tagList)?.toString('utf8') ?? ''
  if (!there.has(PATHS.tagList)) faults.push(`${PATHS.tagList} is missing`)
  else if (tagList !== toManifest([...tags].map(([name, digest = '']) => ({ name, sha256: digest })))) {
    const stated = fromManifest(tagList)
    const apart = stated === null ? [] : [...new Set([...tags.keys(), ...stated.keys()])].filter((name) => stated.get(name) !== tags.get(name))
    // It is in no other list: which of the two was changed, nothing here can tell.
    faults.push(apart.length === 0 ? `${PATHS.tagList} was changed` : `${PATHS.tagList} says something else than ${few(apart, MOST_NAMED, ', ')}, or lacks it`)
  }
  const sentence = faults.length > 0
    ? `The files are not those that were packed: ${faults.join('; ')}.`
    : `All ${manifest.files.length} files are there and unchanged, and nothing was added.`
  return { manifest, checks: [{ about: 'files', holds: faults.length === 0, sentence }] }
}

function atMost(faults: readonly string[]): string {
  return `${faults.slice(0, MOST_NAMED).join('; ')}${faults.length > MOST_NAMED ? `; and ${faults.length - MOST_NAMED} more` : ''}`
}

/** Null, which no list names, where there is none. */
function digestIn(bag: Bag, name: string): string | null {
  const bytes = bag.read(name)
  return bytes === undefined ? null : sha256(bytes)
}

function isTag(name: string): boolean {
  return !name.startsWith('data/') && (Object.values(PATHS).some((path) => path === name) || /^evidence\/keys\/[0-9a-f]{16}\.(pub\.pem|rotation\.json)$/.test(name))
}

/** Null where the bytes are no manifest, or not written the one way that is canonical. */
export function toEvidenceManifest(bytes: Buffer): EvidenceManifest | null {
  if (!isCanonical(bytes)) return null
  const json: unknown = JSON.parse(bytes.toString('utf8'))
  return SHAPE.every(([pointer, test]) => test(valueAt(json, pointer))) ? json as EvidenceManifest : null
}

const isText = (value: unknown): boolean => typeof value === 'string'
/** Ids become names of folders, some of which are removed again. */
const isIds = (value: unknown): boolean => Array.isArray(value) && new Set(value).size === value.length &&
  value.every((id) => typeof id === 'string' && /^[\w-]+$/.test(id))
const isFiles = (value: unknown): boolean => {
  const names = listOf(value).map((file) => memberOf(file, 'name'))
  return Array.isArray(value) && new Set(names).size === names.length && names.every((name) => typeof name === 'string' && name.startsWith('data/')) &&
    value.every((file) => isText(memberOf(file, 'sha256')))
}

/** JSON pointer → what must stand there. Whoever packed the bundle may have written anything. */
const SHAPE: readonly (readonly [pointer: string, test: (value: unknown) => boolean])[] = [
  ...['/createdAt', '/tattleVersion', '/rulesDigest', '/runId', '/chain/digest'].map((pointer) => [pointer, isText] as const),
  ['/schema', (value) => value === 1],
  ['/form', (value) => value === 'original' || value === 'redacted'],
  ['/target', (value) => value === 'live' || value === 'stand-in'],
  ['/captures', isIds],
  ['/controls', (value) => value === undefined || isIds(value)],
  ['/original', (value) => value === null || isText(value)],
  ['/missing', (value) => Array.isArray(value) && value.every(isText)],
  ['/files', isFiles],
]

/** What a signature must speak of. */
const SIGNED = [PATHS.bagit, PATHS.bagInfo, PATHS.manifestList, PATHS.manifest, PATHS.verify] as const

function checkSignature(bag: Bag, { key: trusted, fingerprint: expected }: VerifyOptions): Check[] {
  const envelope = bag.read(PATHS.envelope)
  const pem = bag.read(PATHS.key)
  const wanted = expected ?? (trusted === null ? null : fingerprintOf(trusted))
  if (envelope === undefined || pem === undefined) {
    const traces = bag.names.filter((name) => name === PATHS.pae || name === PATHS.signature || name === PATHS.key || name === PATHS.envelope)
    const stripped = wanted !== null || traces.length > 0
    const sentence = stripped ? 'The bundle is not signed any more, or never was.' : 'The bundle is not signed: it cannot show who made it, nor that file and list were not changed together.'
    return [{ about: 'signature', holds: stripped ? false : null, sentence }]
  }
  const fail = (sentence: string): Check[] => [{ about: 'signature', holds: false, sentence }]
  let key: KeyObject
  let opened: ReturnType<typeof openEnvelope>
  try {
    key = readPublicKey(pem, PATHS.key)
    opened = openEnvelope(JSON.parse(envelope.toString('utf8')), key)
  } catch (error) {
    return fail(`The signature cannot be read (${toMessage(error)}).`)
  }
  if (opened === null || opened.statement.predicateType !== PREDICATE_TYPE) return fail('The signature does not fit the key in the bundle.')
  const digests = new Map(opened.statement.subject.map(({ name, digest }) => [name, digest.sha256]))
  const manifest = bag.read(PATHS.manifest)
  const wrong = SIGNED.filter((name) => digests.get(name) !== digestIn(bag, name))
  if (wrong.length > 0) return fail(`What was signed is not what lies here: ${wrong.join(', ')} ${wrong.length === 1 ? 'differs' : 'differ'}.`)
  if (!saysTheSame(opened.statement.predicate, manifest)) return fail(`The signed statement says something else of the run than ${PATHS.manifest}.`)
  if (bag.read(PATHS.pae)?.equals(opened.pae) !== true || bag.read(PATHS.signature)?.equals(opened.signature) !== true) {
    return fail(`${PATHS.pae} or ${PATHS.signature} says something else than ${PATHS.envelope}.`)
  }
  const found = fingerprintOf(key)
  const signature: Check = { about: 'signature', holds: true, sentence: 'The signature fits: the list of files was signed with the key in the bundle.' }
  return [signature, checkKey(bag, found, wanted)]
}

/** What the statement repeats of the manifest. */
function saysTheSame(predicate: Readonly<Record<string, unknown>>, bytes: Buffer | undefined): boolean {
  const manifest = bytes === undefined ? null : toEvidenceManifest(bytes) as Readonly<Record<string, unknown>> | null
  return manifest !== null && Object.entries(predicate).every(([name, value]) => isDeepStrictEqual(manifest[name], value))
}

function checkKey(bag: Bag, found: string, wanted: string | null): Check {
  if (wanted === null) {
    return { about: 'key', holds: null, sentence: `Whose key that is, the bundle cannot show: compare its fingerprint ${found} with the one that you were told, or give it with --fingerprint or --key.` }
  }
  if (wanted === found) return { about: 'key', holds: true, sentence: `The key is the one expected (${found}).` }
  const rotations = bag.names.filter((name) => name.startsWith(PATHS.keys) && name.endsWith('.rotation.json')).flatMap((name) => {
    const envelope = bag.read(name)
    const pem = bag.read(name.replace(/\.rotation\.json$/, '.pub.pem'))
    return envelope && pem ? [{ envelope, pem }] : []
  })
  let follows = false
  try {
    follows = leadsTo(wanted, found, rotations)
  } catch { /* unreadable ones lead nowhere */ }
  return follows
    ? { about: 'key', holds: true, sentence: `The key (${found}) took over from the one expected (${wanted}), which signed for it.` }
    : { about: 'key', holds: false, sentence: `The key is not the one expected: it is ${found}, and ${wanted} was expected.` }
}

function checkTime(bag: Bag, { roots }: VerifyOptions): Check {
  const response = bag.read(PATHS.stamp)
  if (response === undefined) return { about: 'time', holds: null, sentence: 'There is no time-stamp: when the bundle was made rests on the word of the one who made it.' }
  const data = bag.read(PATHS.signature) ?? bag.read(PATHS.manifest) ?? Buffer.alloc(0)
  try {
    const own = roots === null ? bag.read(PATHS.stampRoots)?.toString('utf8') ?? null : null
    const { at, signer, vouched } = checkStamp(response, data, roots ?? own)
    if (vouched === false) return { about: 'time', holds: false, sentence: `The time-stamp of ${at} was signed by ${signer}, for whom the certificates given do not vouch.` }
    if (roots !== null) return { about: 'time', holds: true, sentence: `The time-stamp fits: ${signer} saw it at ${at}.` }
    const vouching = own === null ? 'no certificate vouches for that signer' : 'the certificates that vouch for that signer came with the bundle'
    return { about: 'time', holds: null, sentence: `The time-stamp fits, by ${signer} at ${at}; but ${vouching}, and anybody can make such: give those that the authority publishes with --tsa-ca.` }
  } catch (error) {
    return { about: 'time', holds: false, sentence: `The time-stamp attests nothing: ${toMessage(error)}.` }
  }
}

async function checkOriginals(bag: Bag, manifest: EvidenceManifest): Promise<Check[]> {
  if (manifest.form === 'redacted') return [{ about: 'originals', holds: null, sentence: `This is a redacted copy: the originals are in the bundle whose manifest has the SHA-256 ${manifest.original ?? '(unknown)'}.` }]
  const faults = new Set<string>()
  const filed = filedFiles(bag)
  const there = new Set(bag.names)
  const lacks: string[] = []
  let ours = 0
  for (const captureId of [...manifest.captures, ...manifest.controls ?? []]) {
    const folder = `${PATHS.captures}${captureId}/`
    if (!there.has(`${folder}capture.json`)) continue
    ours++
    try {
      const json: unknown = JSON.parse(bag.read(`${folder}capture.json`)?.toString('utf8') ?? '')
      const fault = manifestFault(json)
      if (fault !== null) throw new Error(fault)
      const kept = json as CaptureManifest
      const { originals } = kept
      const lack = lackOf(kept)
      if (lack !== null) lacks.push(`${captureId}: ${lack}`)
      if (captureIdOf(originals) !== captureId) faults.add(`the digests in ${folder}capture.json do not give its id`)
      if (isEdited(kept)) faults.add(`what ${folder}capture.json says does not give the digest in it`)
      for (const { name, sha256: expected } of lack === null ? originals : []) {
        if ((await bag.digest(folder + name))?.sha256 !== expected) faults.add(`${folder}${name} is not what the browser left`)
      }
      for (const { name, sha256: expected } of [...kept.enclosed ?? [], ...filed.get(captureId) ?? []]) {
        const isOriginal = name.startsWith('originals/')
        if (!isOriginal && (await bag.digest(folder + name))?.sha256 !== expected) faults.add(`${folder}${name} is not what was filed when it was recorded`)
      }
    } catch (error) {
      faults.add(`${folder}capture.json cannot be read (${toMessage(error)})`)
    }
  }
  if (ours === 0 && faults.size === 0) return [{ about: 'originals', holds: null, sentence: 'The traffic was recorded elsewhere: there are no digests from the moment at which the browser exited.' }]
  const without = lacks.map((sentence): Check => ({ about: 'originals', holds: null, sentence }))
  const whole = ours - lacks.length
  if (whole === 0 && faults.size === 0) return without
  return [...without, {
    about: 'originals', holds: faults.size === 0,
    sentence: faults.size > 0 ? `The originals are not those that were recorded: ${atMost([...faults])}.` : `The originals of ${whole} ${whole === 1 ? 'capture are' : 'captures are'} as they were when the browser exited, and what lies beside them is as it was filed.`,
  }]
}

/** Digests of what captures held when they were filed, by the rows of the database behind the chain. */
function filedFiles(bag: Bag): Map<string, FileDigest[]> {
  const filed = new Map<string, FileDigest[]>()
  for (const name of bag.names.filter((one) => ROWS.test(one))) {
    for (const line of (bag.read(name, LONGEST_LIST)?.toString('utf8') ?? '').split('\n')) {
      if (!line.startsWith('capture_files ')) continue
      try {
        const { capture_id: captureId, name: member, bytes, sha256: digest } = JSON.parse(line.slice('capture_files '.length)) as Record<string, unknown>
        addTo(filed, String(captureId), { name: String(member), bytes: Number(bytes), sha256: String(digest) })
      } catch { /* rows that were changed do not fit their link: that is said of the chain */ }
    }
  }
  return filed
}

async function checkChain(bag: Bag, manifest: EvidenceManifest, report: () => Promise<ReportOnDisk>, { head, roots }: VerifyOptions): Promise<Check[]> {
  const faults: string[] = []
  const digests = new Set<string>()
  const contents = new Map<number, Link>()
  const back: number[] = []
  let [previous, at] = [GENESIS, '']
  let count = 0
  for (const line of (bag.read(PATHS.links, LONGEST_CHAIN)?.toString('utf8') ?? '').split('\n')) {
    if (line === '') continue
    try {
      const link = JSON.parse(line) as Link
      count++
      if (link.link !== count || link.previous !== previous || digestOf(link) !== link.digest) faults.push(`link ${count} does not follow`)
      if (link.at < at) back.push(link.link)
      at = link.at
      previous = link.digest
      digests.add(link.digest)
      contents.set(link.link, link)
    } catch {
      faults.push(`link ${count + 1} cannot be read`)
    }
    if (faults.length >= MOST_NAMED) break
  }
  if (previous !== manifest.chain.digest || count !== manifest.chain.link) faults.push('its head is not the one that the manifest names')
  let rows = 0
  const anchors: Check[] = []
  for (const name of bag.names) {
    const number = ROWS.exec(name)?.[1]
    if (number === undefined) continue
    rows++
    const link = contents.get(Number(number))
    if (link?.subject === 'anchor') anchors.push(...anchorsIn(bag.read(name, LONGEST_LIST)).map((one): Check => ({ about: 'anchor', ...checkAnchor(one, contents.get(one.link)?.digest, roots) })))
    if (link === undefined || link.contentSha256 !== (await bag.digest(name))?.sha256) faults.push(`${name} is not what link ${number} speaks of`)
  }
  if (head !== null && !digests.has(head)) faults.push(`the head ${head} does not stand in it`)
  const seen = head === null ? '; --head says whether the one that was printed when the run ended stands in it' : ', and the head that you gave stands in it'
  const clock = back.length === 0 ? '' : ` The clock went back before ${back.length === 1 ? 'link' : 'links'} ${few(back.map(String), MOST_NAMED, ', ')}.`
  return [{
    about: 'chain', holds: faults.length === 0,
    sentence: faults.length > 0 ? `The chain of custody does not hold: ${atMost(faults)}.` : `The chain of custody holds: ${count} links, ${rows} of them with their rows, head ${manifest.chain.digest}${seen}.${clock}`,
  }, ...anchors, ...await checkRows(bag, report, manifest, [...contents.values()])]
}

function anchorsIn(bytes: Buffer | undefined): Anchor[] {
  return (bytes?.toString('utf8') ?? '').split('\n').filter((line) => line.startsWith('anchors ')).flatMap((line) => {
    try {
      const { link, digest, authority, token } = JSON.parse(line.slice('anchors '.length)) as Record<string, unknown>
      return [{ link: Number(link), digest: String(digest), authority: String(authority), token: String(token) }]
    } catch {
      return [] // rows that were changed do not fit their link
    }
  })
}
