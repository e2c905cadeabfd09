/**
 * Making a bundle: everything that a file on a site needs, with digests of all of it, signed and, where that is asked
 * for, stamped. Either the whole bundle stands at its place afterwards, or nothing.
 */
import { createPublicKey, type KeyObject } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { CaptureManifest } from '../capture/manifest.js'
import { TattleError, toMessage } from '../errors.js'
import type { CaptureRecord, Kind, MatchSource, Report } from '../model.js'
import { toTerms, type Persona } from '../persona.js'
import type { Custody } from '../store/store.js'
import { version } from '../version.generated.js'
import { createDraft, toManifest, type Draft } from './bag.js'
import { toCanonical } from './canonical.js'
import { signStatement, STATEMENT_TYPE } from './dsse.js'
import { findImported } from './imported.js'
import { fingerprintOf, toPublicPem } from './keys.js'
import { PATHS, personaPath, PREDICATE_TYPE, type ControlCapture, type EvidenceManifest } from './manifest.js'
import { digestMembers, faultsOf, lackOf, openCaptureFiles, readManifest, sourceOf } from './originals.js'
import { toConfiguration, written, type Exports } from './report-copies.js'
import { requestStamp, type Stamp } from './timestamp.js'
import { describeTools, toSbom } from './tools.js'
import { toVerifyText } from './verify-text.js'

/** Who vouches for the bundle. */
export interface Sealing {
  /** Null: asked to be without. */
  readonly key: KeyObject | null
  readonly rotations: readonly { readonly pem: Buffer; readonly envelope: Buffer; readonly fingerprint: string }[]
  readonly tsa: { readonly url: string; readonly roots: string | null } | null
}

export interface PackOptions extends Sealing {
  readonly out: string
  readonly custody: Custody
  readonly report: Report
  readonly exports: Exports
  /** What was looked for beside the captures' own personas. */
  readonly persona: Persona | null
  /** What was planted in HARs of a control walk. */
  readonly controlPersona: Persona | null
  readonly values: readonly { readonly kind: Kind; readonly value: string; readonly source: MatchSource }[]
  /** The visitor's addresses, where they were given beside what the captures know. */
  readonly clientIps: readonly string[]
}

export interface Packed {
  readonly manifest: EvidenceManifest
  readonly fingerprint: string | null
  readonly stamp: Stamp | null
}

/** Throws a TattleError; there is then nothing at `out`. */
export async function packBundle(options: PackOptions): Promise<Packed> {
  const { custody, report } = options
  const draft = createDraft(options.out)
  try {
    const missing: string[] = []
    const manifests: CaptureManifest[] = []
    const addressed = new Set(report.findings.flatMap(({ leaks }) =>
      leaks.filter(({ matchSource }) => matchSource === 'client-ip').map(({ captureId }) => captureId)))
    for (const capture of report.captures) {
      const manifest = await addCapture(draft, capture, missing)
      if (manifest !== null) manifests.push(manifest)
      missing.push(...unknownTerms(capture, manifest, addressed, options))
    }
    manifests.push(...await addControls(draft, options, missing))
    await addCircumstances(draft, options, manifests, missing)
    for (const [name, reporter] of Object.entries(options.exports)) {
      await draft.add(`data/${name}`, written(reporter, report))
    }
    await draft.add(PATHS.links, custody.links.map((link) => `${toCanonical(link).toString()}\n`).join(''))
    for (const { link, lines } of custody.contents) {
      const { sha256 } = await draft.add(`data/chain/rows-${link.link}.txt`, [...lines()].join(''))
      if (sha256 !== link.contentSha256) {
        throw new TattleError('database-unreadable', `The rows of link ${link.link} were removed while they were packed; pack again.`)
      }
    }
    const head = custody.links.at(-1)
    const manifest: EvidenceManifest = {
      schema: 1,
      form: 'original',
      createdAt: new Date().toISOString(),
      tattleVersion: report.captures[0]?.analysis.tattleVersion ?? version,
      rulesDigest: report.captures[0]?.analysis.rulesDigest ?? '',
      target: report.target === 'mixed' ? 'live' : report.target,
      runId: custody.runId,
      captures: report.captures.map(({ captureId }) => captureId),
      controls: custody.controls.map(({ captureId }) => captureId),
      chain: { link: head?.link ?? 0, digest: head?.digest ?? '' },
      original: null,
      missing,
      files: [],
    }
    const packed = await seal(draft, manifest, options)
    await draft.finish()
    return packed
  } catch (error) {
    draft.discard()
    throw error
  }
}

/** Adds what vouches for a draft: the lists of digests, VERIFY.txt, signature and time-stamp. */
export async function seal(draft: Draft, partial: EvidenceManifest, { key, rotations, tsa }: Sealing): Promise<Packed> {
  const files = [...draft.files.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
  const manifest: EvidenceManifest = { ...partial, files }
  const fingerprint = key === null ? null : fingerprintOf(createPublicKey(key))
  const subjects = [
    await draft.add(PATHS.bagit, 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'),
    await draft.add(PATHS.bagInfo, [
      `Bagging-Date: ${manifest.createdAt.slice(0, 10)}`,
      `Bag-Software-Agent: tattle ${version}`,
      `Payload-Oxum: ${files.reduce((sum, { bytes }) => sum + bytes, 0)}.${files.length}`,
      `External-Identifier: ${manifest.runId}`,
      '',
    ].join('\n')),
    await draft.add(PATHS.manifestList, toManifest(files)),
    await draft.add(PATHS.manifest, toCanonical(manifest)),
    await draft.add(PATHS.verify, toVerifyText({
      runId: manifest.runId, files: files.length, fingerprint, head: manifest.chain.digest,
      stamped: tsa === null ? 'no' : tsa.roots === null ? 'without-roots' : 'with-roots',
      redacted: manifest.form === 'redacted', controls: manifest.controls?.length ?? 0, missing: manifest.missing,
    })),
  ]
  let toStamp: Uint8Array = toCanonical(manifest)
  if (key !== null) {
    const { envelope, pae, signature } = signStatement({
      _type: STATEMENT_TYPE,
      subject: subjects.map(({ name, sha256 }) => ({ name, digest: { sha256 } })),
      predicateType: PREDICATE_TYPE,
      predicate: {
        createdAt: manifest.createdAt, runId: manifest.runId, form: manifest.form, target: manifest.target,
        chain: manifest.chain, tattleVersion: manifest.tattleVersion, rulesDigest: manifest.rulesDigest,
      },
    }, key)
    await draft.add(PATHS.envelope, toCanonical(envelope))
    await draft.add(PATHS.pae, pae)
    await draft.add(PATHS.signature, signature)
    await draft.add(PATHS.key, toPublicPem(key))
    for (const rotation of rotations) {
      const stem = `${PATHS.keys}${rotation.fingerprint.slice(0, 16)}`
      await draft.add(`${stem}.pub.pem`, rotation.pem)
      await draft.add(`${stem}.rotation.json`, rotation.envelope)
    }
    toStamp = signature
  }
  let stamp: Stamp | null = null
  if (tsa !== null) {
    const answer = await requestStamp(toStamp, tsa.url, tsa.roots)
    stamp = answer.stamp
    await draft.add(PATHS.stamp, answer.response)
    if (tsa.roots !== null) await draft.add(PATHS.stampRoots, tsa.roots)
  }
  return { manifest, fingerprint, stamp }
}

/** Captures of control walks, as proof: without them, nobody could compare again. */
async function addControls(draft: Draft, { custody, report, controlPersona }: PackOptions, missing: string[]): Promise<CaptureManifest[]> {
  const manifests: CaptureManifest[] = []
  const controls: ControlCapture[] = []
  const named = (captureId: string): string[] =>
    report.captures.filter(({ analysis }) => analysis.control?.captureIds.includes(captureId)).map((one) => one.captureId)
  for (const capture of custody.controls) {
    const { captureId, persona, scenario, consentAsked, coverage, startedAt, firstParty, harSha256 } = capture
    const manifest = await addCapture(draft, capture, missing)
    if (manifest !== null) manifests.push(manifest)
    if ((controlPersona ?? manifest?.persona ?? null) === null) {
      missing.push(`What was planted in the capture ${captureId} of the control walk is not in this bundle: name it with --control-persona, or what was compared cannot be had again from it.`)
    }
    controls.push({ captureId, walk: 'control', of: named(captureId), persona, scenario, consentAsked, coverage, startedAt, firstParty, harSha256 })
  }
  if (controls.length > 0) await draft.add(PATHS.controls, pretty(controls))
  for (const { captureId, analysis } of report.captures) {
    const gone = (analysis.control?.captureIds ?? []).filter((id) => !controls.some((one) => one.captureId === id))
    if (gone.length > 0) missing.push(`The capture ${captureId} was held against ${gone.join(', ')} of the control walk, which ${gone.length === 1 ? 'is' : 'are'} not in the database any more: what rests on the comparison cannot be had again from this bundle.`)
  }
  return manifests
}

/** The originals as they are, if they are still those that were recorded. Null for a HAR from elsewhere. */
async function addCapture(
  draft: Draft, { captureId, path, files: recorded, harSha256 }: CaptureRecord, missing: string[],
): Promise<CaptureManifest | null> {
  const name = `The capture ${captureId}`
  const folder = `${PATHS.captures}${captureId}`
  const isImported = recorded.length === 1 && recorded[0]?.name === 'har'
  if (isImported && path !== null) {
    const { file, attached } = await findImported(path, harSha256)
    await draft.add(`${folder}/${basename(file).replaceAll(/[^\w.-]/g, '_')}`, createReadStream(file))
    for (const body of attached) await draft.add(`${folder}/${body}`, createReadStream(join(dirname(file), body)))
    missing.push(`${name} was made elsewhere: there is no capture.json, no log of the browser's network and no picture.`)
    return null
  }
  if (path === null || !existsSync(path)) {
    throw new TattleError('capture-unreadable', `${name} is not at ${path ?? 'any path'} any more; put it back there, and pack again from the folder that the run was started in.`)
  }
  const files = await openCaptureFiles(path).catch((cause: unknown) => {
    throw new TattleError('capture-unreadable', `${name} at ${path} cannot be read (${toMessage(cause)}).`, { cause })
  })
  try {
    const manifest = await readManifest(files)
    const faults = faultsOf(await digestMembers(files), manifest, recorded)
    if (faults.length > 0) {
      throw new TattleError('capture-unreadable', `${name} at ${path} is not what was recorded: ${faults.join('; ')}. Nothing was packed.`)
    }
    for (const member of files.names) await draft.add(`${folder}/${member}`, await files.stream(member))
    const lack = lackOf(manifest)
    if (lack !== null) missing.push(`${name}: ${lack}`)
    return manifest
  } finally {
    files.close()
  }
}

/**
 * A sentence where other values were looked for than are put in: nobody could find the same again. `addressed`: captures in
 * which an address of the visitor was found.
 */
function unknownTerms(
  { captureId, analysis }: Report['captures'][number], manifest: CaptureManifest | null, addressed: ReadonlySet<string>,
  { persona, values, clientIps }: PackOptions,
): string[] {
  const counts = new Map<string, number>()
  for (const { kind } of toTerms(persona ?? manifest?.persona ?? null, values)) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const kinds = new Set([...counts.keys(), ...Object.keys(analysis.termCounts)])
  const differing = [...kinds].filter((kind) => (counts.get(kind) ?? 0) !== (analysis.termCounts[kind] ?? 0))
  // What it was analysed with is not kept of addresses: those that were found must be there.
  const lacksAddress = manifest === null && clientIps.length === 0 && addressed.has(captureId)
  const lacking = [...new Set([...differing, ...lacksAddress ? ['network.ip'] : []])].sort()
  if (lacking.length === 0) return []
  return [`The capture ${captureId} was analysed with other values than are in this bundle (${lacking.join(', ')}): name them with --persona, --value and --client-ip, or the findings cannot be had again from it.`]
}

/** Personas, scenarios, configuration, tools. */
async function addCircumstances(
  draft: Draft, { report, persona, controlPersona, values, clientIps }: PackOptions, manifests: readonly CaptureManifest[], missing: string[],
): Promise<void> {
  const personas = new Map<string, Persona>()
  for (const one of [...manifests.map((manifest) => manifest.persona), persona, controlPersona]) if (one !== null) personas.set(one.id, one)
  for (const [id, one] of personas) await draft.add(personaPath(id), pretty(one))
  if (persona !== null || controlPersona !== null || values.length > 0 || clientIps.length > 0) {
    await draft.add(PATHS.terms, pretty({ persona: persona?.id ?? null, control: controlPersona?.id ?? null, values: values.map(({ kind, value }) => ({ kind, value })), clientIps }))
  }
  const scenarios = new Set<string>()
  for (const { scenario } of manifests) {
    const name = `data/scenarios/${(scenario.sha256 ?? '').slice(0, 12)}-${basename(scenario.file ?? '').replaceAll(/[^\w.-]/g, '_')}`
    if (scenarios.has(name)) continue
    scenarios.add(name)
    const source = sourceOf(scenario)
    if (scenario.file === null) continue // driven by hand, there was none
    if (source === null) missing.push(`The source of the scenario ${scenario.name} (${scenario.file}) is not, or no longer, the one that ran.`)
    else await draft.add(name, source)
  }
  await draft.add(PATHS.configuration, pretty(toConfiguration(report)))
  await draft.add(PATHS.tools, pretty(await describeTools(manifests)))
  await draft.add('data/sbom.cdx.json', pretty(toSbom()))
}

function pretty(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
