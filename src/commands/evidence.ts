/** `tattle evidence`: keys, bundles, and the chain of custody. */
import type { KeyObject } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { EvidenceFlags, KeyFlags, PackFlags, PruneFlags, RedactFlags, VerifyFlags } from './flags.js'
import { readConfig } from '../config/config.js'
import { TattleError, toMessage } from '../errors.js'
import { checkAnchor } from '../evidence/anchor.js'
import { openCaptureFiles, readManifest, withMembersChecked } from '../evidence/originals.js'
import {
  createKey, defaultKeyFile, isEncrypted, readKey, readPublicKey, readRotations, rotateKey,
} from '../evidence/keys.js'
import { packBundle, type Sealing } from '../evidence/pack.js'
import { reanalyse } from '../evidence/reanalyse.js'
import type { Exports } from '../evidence/report-copies.js'
import { requestStamp, toCertificates } from '../evidence/timestamp.js'
import type { Analyse } from '../evidence/together.js'
import { verifyBundle, type Check } from '../evidence/verify.js'
import type { Analysed, DiagnosticRecord, Report } from '../model.js'
import { readPersona, toValue } from '../persona.js'
import { loadModule } from '../playwright/load-module.js'
import { reporters } from '../report/reporters.generated.js'
import { summarise } from '../report/summary.js'
import { toJson, toTerminal } from '../report/text.js'
import type { Rules } from '../rules.js'
import { locate } from '../store/locate.js'
import { openStore } from '../store/store.js'
import { startRun } from './analyze.js'
import { databaseToExtend, EXIT, tell, withCustody } from './outcome.js'
import { readPassphrase } from './passphrase.js'

export async function keygen(flags: KeyFlags): Promise<number> {
  const file = flags.key ?? defaultKeyFile()
  const old = flags.rotate && isEncrypted(file) ? await readPassphrase(flags.passphraseFile, 'Passphrase of the present key') : null
  const passphrase = flags.passphrase === false ? null : await newPassphrase(flags)
  const rotated = flags.rotate ? rotateKey(file, old, passphrase, new Date()) : null
  const made = rotated ?? createKey(file, passphrase)
  const { fingerprint, publicFile } = made
  tell(flags, { key: file, publicKey: publicFile, fingerprint, ...(rotated === null ? {} : { tookOverFrom: rotated.old, kept: rotated.kept }) }, [
    `Key          ${file}${passphrase === null ? '  (without a passphrase)' : ''}`,
    `Public key   ${publicFile}`,
    `Fingerprint  ${fingerprint}`,
    ...(rotated === null ? [] : [`Took over from ${rotated.old}, which is kept at ${rotated.kept}`]),
    'Tell the fingerprint to those who shall check your bundles, in another way than with the bundles.',
  ])
  return EXIT.done
}

async function newPassphrase(flags: KeyFlags): Promise<string> {
  const first = await readPassphrase(flags.newPassphraseFile ?? flags.passphraseFile, 'New passphrase')
  if (first === null || first === '') {
    throw new TattleError('usage', 'A key needs a passphrase: type one on a terminal, name a file with --passphrase-file, or say --no-passphrase.')
  }
  const isTyped = (flags.newPassphraseFile ?? flags.passphraseFile) === undefined
  if (isTyped && await readPassphrase(undefined, 'Once more') !== first) throw new TattleError('usage', 'The two passphrases differ; no key was made.')
  return first
}

/** The key and the authority that were asked for, tried before anything else is done. */
async function readSealing(flags: PackFlags): Promise<Sealing> {
  if (flags.tsa === undefined && flags.tsaCa !== undefined) {
    throw new TattleError('usage', '--tsa-ca says who vouches for a time-stamping authority; name the authority with --tsa.')
  }
  const tsa = flags.tsa === undefined ? null : { url: flags.tsa, roots: readRoots(flags.tsaCa) }
  if (flags.sign === false) return { key: null, rotations: [], tsa }
  const file = flags.key ?? defaultKeyFile()
  if (!existsSync(file)) {
    throw new TattleError('key-unusable', `There is no key at ${file} to sign with: "tattle evidence keygen" makes one, --key names another, --no-sign does without.`)
  }
  const key = readKey(file, isEncrypted(file) ? await readPassphrase(flags.passphraseFile, `Passphrase of ${file}`) : null)
  return { key, rotations: readRotations(file, readdirSync(dirname(file))), tsa }
}

function readRoots(file: string | undefined): string | null {
  if (file === undefined) return null
  try {
    const pem = readFileSync(file, 'utf8')
    toCertificates(pem)
    return pem
  } catch (cause) {
    throw new TattleError('usage', `The certificates in ${file} cannot be read (${toMessage(cause)}).`, { cause })
  }
}

export async function pack(run: string, flags: PackFlags): Promise<number> {
  const sealing = await readSealing(flags)
  const clientIps = flags.clientIp ?? (await readConfig(flags.config, loadModule)).clientIps ?? []
  const store = openStore(databaseToExtend(flags), { readonly: true }) // the chain of custody is to be in it
  try {
    const custody = store.custody(run)
    const report = withCustody(store.report({ runIds: [custody.runId] }, summarise), store)
    const out = flags.out ?? `reports/evidence/${custody.runId}`
    const packed = await packBundle({
      ...sealing, out, custody, report,
      exports: toExports(),
      persona: flags.persona === undefined ? null : readPersona(flags.persona),
      controlPersona: flags.controlPersona === undefined ? null : readPersona(flags.controlPersona),
      values: (flags.value ?? []).map(toValue),
      clientIps,
    })
    const { files, captures, controls = [], missing, runId, chain } = packed.manifest
    const beside = controls.length === 0 ? '' : ` and ${controls.length} of the control walk`
    if (!flags.quiet) for (const sentence of missing) process.stderr.write(`tattle: ${sentence}\n`)
    tell(flags, { bundle: out, runId, files: files.length, captures, controls, missing, fingerprint: packed.fingerprint, stamp: packed.stamp, chain }, [
      `Bundle       ${out}`,
      `Contents     ${files.length} files, ${captures.length === 1 ? '1 capture' : `${captures.length} captures`}${beside}, run ${runId}`,
      `Signature    ${packed.fingerprint === null ? 'none, as asked for' : `by the key ${packed.fingerprint}`}`,
      `Time-stamp   ${packed.stamp === null ? 'none' : `${packed.stamp.at} by ${packed.stamp.signer}`}`,
      `Chain        link ${chain.link}, head ${chain.digest}`,
    ])
    return EXIT.done
  } finally {
    store.close()
  }
}

export async function verify(bundle: string, flags: VerifyFlags): Promise<number> {
  const key: KeyObject | null = flags.key === undefined ? null : readExpectedKey(flags.key)
  const fingerprint = toDigest(flags.fingerprint, '--fingerprint')
  const head = toDigest(flags.head, '--head')
  const { manifest, checks } = await verifyBundle(bundle, { key, fingerprint, roots: readRoots(flags.tsaCa), head, exports: toExports() })
  const all: Check[] = [...checks]
  if (flags.reanalyse && manifest !== null) {
    const persona = flags.persona === undefined ? null : readPersona(flags.persona)
    const again = analyser('verify', await rulesWith(flags.filterList))
    const analyse: Analyse = manifest.form === 'redacted' ? again // the copy was made so, and lacks what the digests are of
      : async (path, ...more) => withMembersChecked(path, await again(path, ...more))
    all.push(...await reanalyse(bundle, manifest, { analyse, report: (...found) => reportOf('evidence verify', ...found), persona }))
  }
  const holds = all.every((check) => check.holds !== false)
  if (flags.json) process.stdout.write(`${toJson({ holds, checks: all }, 2)}\n`)
  else if (!flags.quiet) {
    const marks = { true: 'holds', false: 'DOES NOT HOLD', null: 'open' } as const
    for (const check of all) process.stdout.write(`${check.about.padEnd(11)}${marks[`${check.holds}`].padEnd(15)}${toTerminal(check.sentence, 2000)}\n`)
    process.stdout.write(holds
      ? `\nWhat can be checked holds${all.some((check) => check.holds === null) ? '; what is open is said above' : ''}.\n`
      : `\nThe bundle does not hold: ${all.filter((check) => check.holds === false).map(({ about }) => about).join(', ')}.\n`)
  }
  return holds ? EXIT.done : EXIT.findings
}

/** As it was printed, or with colons or blanks in it. Throws `usage`: what is no digest is no other one. */
function toDigest(text: string | undefined, flag: string): string | null {
  if (text === undefined) return null
  const digest = text.replaceAll(/[:\s]/g, '').toLowerCase()
  if (!/^[0-9a-f]{64}$/.test(digest)) throw new TattleError('usage', `${flag} takes the 64 hexadecimal digits that were printed; "${text.slice(0, 80)}" is not that.`)
  return digest
}

async function rulesWith(filterLists: readonly string[] = []): Promise<Rules> {
  const { createRules } = await import('../rules.js')
  return createRules(filterLists)
}

function analyser(runId: string, rules: Rules): Analyse {
  return async (path, { persona, values, clientIps }, { firstParty = [], target, scenario, aliases }, compare) => (await import('../pipeline.js')).analyzeInput(path, {
    runId, rules, values, ...(compare === null ? {} : { compare }), ...(clientIps.length === 0 ? {} : { clientIps }), ...(persona === null ? {} : { persona }), ...(firstParty.length === 0 ? {} : { firstParty }),
    ...(target === undefined ? {} : { target }), ...(scenario === undefined ? {} : { scenario }), ...(aliases === undefined ? {} : { aliases }),
  })
}

/** What is made of the report of a bundle, by the names of its files. */
function toExports(): Exports {
  const { json, csv, jsonl } = reporters
  return {
    ...(json === undefined ? {} : { 'report.json': json }), ...(csv === undefined ? {} : { 'leaks.csv': csv }),
    ...(jsonl === undefined ? {} : { 'leaks.jsonl': jsonl }),
  }
}

/** Of no database. */
function reportOf(command: string, analysed: readonly Analysed[], ofRun: readonly DiagnosticRecord[]): Report {
  const store = openStore(':memory:')
  try {
    const runId = analysed[0]?.analysis.runId ?? ''
    const run = { ...startRun(command, undefined), runId, endedAt: new Date().toISOString(), exitCode: null }
    store.writeWhole(run, analysed.map((one) => ({ ...one, capture: { ...one.capture, path: null } })), ofRun.map((one) => ({ ...one, runId })))
    return store.report({ runIds: [runId] }, summarise)
  } finally {
    store.close()
  }
}

function readExpectedKey(file: string): KeyObject {
  if (!existsSync(file)) throw new TattleError('usage', `There is no public key at ${file}.`)
  return readPublicKey(statSync(file).isFile() ? readFileSync(file) : '', file)
}

/** A copy to hand out; `--prove` tells which word stands for a value. */
export async function redact(bundle: string, flags: RedactFlags): Promise<number> {
  const out = flags.out ?? `${bundle.replace(/\/$/, '').replace(/\.zip$/, '')}-redacted${bundle.endsWith('.zip') ? '.zip' : ''}`
  if (flags.prove !== undefined) return prove(bundle, flags.prove, flags.saltFile ?? `${bundle.replace(/\/$/, '')}.salt.json`)
  const sealing = await readSealing(flags)
  const { redactBundle } = await import('../evidence/redact.js')
  const saltFile = flags.saltFile ?? `${out}.salt.json`
  const rules = await rulesWith(flags.filterList)
  const redacted = await redactBundle({
    ...sealing, bundle, out, saltFile,
    exports: toExports(),
    rules, analyse: analyser('redacted', rules),
    report: (...found) => reportOf('evidence redact', ...found),
  })
  const { values, flows, fingerprint, lists, leftOut } = redacted
  if (lists !== null && !flags.quiet) process.stderr.write(`tattle: ${toTerminal(lists, 2000)} --filter-list gives what is lacking.\n`)
  if (!flags.quiet) for (const { sentence, why } of leftOut) process.stderr.write(`tattle: ${toTerminal(`${sentence} ${why}.`, 2000)}\n`)
  tell(flags, { bundle: out, salt: saltFile, values, flows, fingerprint, stamp: redacted.stamp, missing: redacted.manifest.missing, leftOut }, [
    `Bundle       ${out}`,
    `Redacted     ${values} values; all ${flows} flows of a kind of datum to a recipient are still seen`,
    ...(leftOut.length === 0 ? [] : [`Left out     ${leftOut.length} of ${leftOut.length + redacted.manifest.captures.length} captures, which the copy names`]),
    `Salt         ${saltFile}  (keep it to yourself: with it, a value can be proved later)`,
    `Signature    ${fingerprint === null ? 'none, as asked for' : `by the key ${fingerprint}`}`,
  ])
  return leftOut.length === 0 ? EXIT.done : EXIT.inconclusive
}

async function prove(bundle: string, text: string, saltFile: string): Promise<number> {
  const at = text.indexOf('=')
  if (at < 1) throw new TattleError('usage', '--prove takes kind=text, as in --prove "identity.email=joerg@example.org".')
  if (!existsSync(saltFile)) throw new TattleError('usage', `There is no salt at ${saltFile}; name it with --salt-file.`)
  const { readSalt } = await import('../evidence/redact.js')
  const { commit } = await import('../evidence/commitment.js')
  const { openBag } = await import('../evidence/bag.js')
  const { word, salt } = commit(readSalt(saltFile).salt, text.slice(0, at), text.slice(at + 1))
  const bag = await openBag(bundle)
  const stands = bag.names.some((name) => name.startsWith('data/captures/') && name.endsWith('capture.json') && bag.read(name)?.includes(word) === true) ||
    bag.read('data/leaks.jsonl', 1024 * 1024 * 1024)?.includes(word) === true
  bag.close()
  process.stdout.write(stands
    ? `${text} stands in the bundle as ${word}.\nProof, to be given with the value: salt ${salt}\n  printf '%s' '${salt}:${text.replaceAll("'", "'\\''")}' | sha256sum | cut -c-32\n`
    : `${text} does not stand in the bundle (it would be ${word}).\n`)
  return stands ? EXIT.done : EXIT.findings
}

/** Shows and checks the chain; `--tsa` stamps its head. */
export async function log(flags: EvidenceFlags): Promise<number> {
  const file = databaseToExtend(flags)
  const store = openStore(file, { readonly: flags.tsa === undefined })
  try {
    let check = store.checkChain()
    const roots = readRoots(flags.tsaCa)
    if (flags.tsa !== undefined && check.head !== null && check.faults.length === 0) {
      const { link, digest } = check.head
      const { response, stamp } = await requestStamp(Buffer.from(digest), flags.tsa, roots)
      store.writeAnchor({ link, digest, authority: flags.tsa, stampedAt: stamp.at, token: response.toString('base64') })
      check = store.checkChain() // the stamp is a link, too
    }
    const { head, remarks } = check
    const faults = [...check.faults]
    const anchors = store.anchors()
    const digests = new Map(store.links().map(({ link, digest }) => [link, digest]))
    const stamps = anchors.map((anchor) => checkAnchor(anchor, digests.get(anchor.link), roots))
    faults.push(...stamps.filter(({ holds }) => holds === false).map(({ sentence }) => sentence))
    if (flags.json) process.stdout.write(`${toJson({ ...check, faults, links: store.links(), anchors: anchors.map(({ token: _, ...rest }) => rest) }, 2)}\n`)
    else if (!flags.quiet) {
      for (const { link, at, subject, id, digest } of store.links()) {
        process.stdout.write(`${String(link).padStart(5)}  ${at}  ${subject.padEnd(10)}  ${id.padEnd(34)}  ${digest}\n`)
      }
      for (const { holds, sentence } of stamps) if (holds !== false) process.stdout.write(`${toTerminal(sentence)}\n`)
      for (const sentence of [...remarks, ...faults]) process.stdout.write(`${toTerminal(sentence)}\n`)
      const removed = check.removed === 0 ? '' : ` ${check.removed} of them stand for what was removed after its time.`
      process.stdout.write(faults.length === 0
        ? `The chain in ${file} holds: ${check.links} links.${removed} ${head === null ? '' : `Head ${head.digest}; the one that was printed when a run ended must be among those above.`}\n`
        : `The chain in ${file} does not hold.\n`)
    }
    return faults.length === 0 ? EXIT.done : EXIT.findings
  } finally {
    store.close()
  }
}

/** Removes what is older than a date, and the files of its captures. */
export async function prune(flags: PruneFlags): Promise<number> {
  const before = toTime(flags.before)
  const file = databaseToExtend(flags)
  const store = openStore(file)
  try {
    const pruned = store.prune(before, `older than ${before}`)
    let files = 0
    for (const { captureId, path: stored } of pruned.files) {
      const path = locate(stored, file)
      if (!existsSync(path) || !await isCapture(path, captureId)) continue
      rmSync(path)
      files++
    }
    const kept = pruned.kept === 0 ? '' : ` ${pruned.kept} as old were kept, because they were analysed since.`
    const head = store.head()
    tell(flags, { captures: pruned.captures, analyses: pruned.analyses, files, kept: pruned.kept, head }, [
      `Removed ${pruned.captures} captures with ${pruned.analyses} analyses, and ${files} files.${kept}`,
      ...(head === null ? [] : [`Chain     link ${head.link}, head ${head.digest}`]),
    ])
    return EXIT.done
  } finally {
    store.close()
  }
}

/** Only a capture of ours goes, and only the one that is meant: a path may by now hold something else. */
async function isCapture(path: string, captureId: string): Promise<boolean> {
  if (!path.endsWith('.zip')) return false
  try {
    const files = await openCaptureFiles(path)
    try {
      return (await readManifest(files)).captureId === captureId
    } finally {
      files.close()
    }
  } catch {
    return false
  }
}

/** Midnight UTC of a date, or a time. Throws `usage`. */
function toTime(text: string): string {
  const time = /^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d))?$/.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(time)) throw new TattleError('usage', `--before takes a date such as 2026-03-01; "${text}" is none.`)
  if (time > Date.now()) throw new TattleError('usage', `--before ${text} lies in the future.`)
  return new Date(time).toISOString()
}
