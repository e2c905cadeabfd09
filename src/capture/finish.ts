/**
 * A recorder's folder becomes a capture: originals settled and hashed, merged, judged, packed. Needs no browser, so that
 * what a killed process left can be finished by another.
 */
import { existsSync } from 'node:fs'
import { chmod, readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { makeFolder } from '../folder.js'
import type { FileDigest, Target } from '../model.js'
import type { Persona } from '../persona.js'
import { rulesDigest } from '../rules-digest.js'
import type { TimedAction } from './causes.js'
import { coverageOf } from './completeness.js'
import { contradictionsOf } from './consent-strings.js'
import { egressOf } from './egress.js'
import { deviationsOf, type HostMapping } from './environment.js'
import { listDigests } from './lists.js'
import { toManifestBytes } from './manifest-digest.js'
import type { CaptureManifest, Screenshot, SelfCheckResult } from './manifest.js'
import { mergeCapture } from './merge.js'
import { harOf, netlogOf, originalsOf } from './originals.js'
import { keptConsentStrings, type StorageLog } from './storage.js'
import type { Initiator } from './watch.js'
import { captureIdOf, compressNetlog, digestEnclosed, digestFile, packCapture } from './write.js'

/** What the scenario's side knows of a capture; the rest of the manifest is the recorder's. */
export interface CaptureFacts {
  readonly tattleVersion: string
  readonly scenario: CaptureManifest['scenario']
  readonly target: Target
  readonly baseUrl: string | null
  readonly firstParty: readonly string[]
  readonly persona: Persona | null
  readonly clientIps: readonly string[]
  readonly consent: CaptureManifest['consent']
  readonly conditions: Readonly<Record<string, unknown>>
  /** One sentence for each thing that was lost. */
  readonly failures: readonly string[]
  readonly blindSpots: readonly string[]
  readonly screenshots: readonly (Screenshot & { readonly image: Buffer })[]
  readonly actions?: readonly TimedAction[]
  /** Whether the test was written for something else; absent: no. */
  readonly isOfSuite?: boolean
  /** Null or absent: none was made. A failed one breaks the capture. */
  readonly selfCheck?: SelfCheckResult | null
}

export interface FinishedCapture {
  readonly manifest: CaptureManifest
  /** The zip. */
  readonly path: string
}

/** What is known of the browser from the beginning; JSON. */
export interface BrowserFacts {
  readonly startedAt: string
  readonly browser: Omit<CaptureManifest['browser'], 'commandLine'>
  readonly conditions: Readonly<Record<string, unknown>>
  readonly thirdPartyCookies: 'allow' | 'block'
  readonly hostMap: readonly HostMapping[]
  readonly ignoreHttpsErrors: boolean
  readonly broughtState: boolean
  readonly byHand: boolean
  /** Absent where none was asked for: whether Playwright's trace is there. */
  readonly trace?: boolean
}

/** What the process that recorded has heard beside the recordings. */
export interface Heard {
  readonly failures: readonly string[]
  readonly initiators: readonly Initiator[]
  readonly storage: StorageLog | null
  /** When the context began to be closed, in wall milliseconds; absent where it never was. */
  readonly closedAt?: number | undefined
}

/** `begun.json` of a recorder's folder: enough to finish the capture without the process that began it. */
export interface Begun {
  readonly schema: 1
  readonly pid: number
  readonly known: BrowserFacts
  readonly facts: Partial<CaptureFacts>
}

export async function writeBegun(work: string, known: BrowserFacts, facts: Partial<CaptureFacts>): Promise<void> {
  const begun: Begun = { schema: 1, pid: process.pid, known, facts }
  await writeFile(join(work, 'begun.json'), JSON.stringify(begun), { mode: 0o600 })
}

/**
 * Writes the capture to `out` and removes the folder. Throws `capture-incomplete` where there is no recording, and
 * `output-unwritable`; the folder then stays as it is.
 */
export async function finishCapture(
  work: string, known: BrowserFacts, facts: CaptureFacts, heard: Heard, out: string,
): Promise<FinishedCapture> {
  const endedAt = new Date()
  const originals = await settleOriginals(work)
  const merged = await mergeCapture({
    harZip: ifThere(harOf(work)), netlog: ifThere(`${netlogOf(work)}.gz`), out: join(work, 'capture.har.zip'),
    initiators: heard.initiators, actions: facts.actions ?? [], closedAt: heard.closedAt,
  })
  const coverage = coverageOf({
    ...merged, failures: [...heard.failures, ...selfCheckFailure(facts.selfCheck), ...facts.failures],
    blindSpots: facts.blindSpots, ignoreHttpsErrors: known.ignoreHttpsErrors, completed: facts.scenario.completed, isOfSuite: facts.isOfSuite ?? false,
  })
  const stored = heard.storage?.record(merged.setCookies)
  const shown = facts.screenshots.map(({ file, at, title }): Screenshot => ({ file, at, title }))
  await writeFile(join(work, 'screenshots.json'), `${JSON.stringify(shown, null, 2)}\n`, { mode: 0o600 })
  for (const { file, image } of facts.screenshots) {
    makeFolder(dirname(join(work, file)), 0o700)
    await writeFile(join(work, file), image, { mode: 0o600 })
  }
  if (stored !== undefined) {
    await writeFile(join(work, 'storage.json'), `${JSON.stringify(stored)}\n`, { mode: 0o600 })
  }
  const { thirdPartyCookies, hostMap, ignoreHttpsErrors, broughtState, byHand } = known
  const { tattleVersion, scenario, target, baseUrl, firstParty, persona } = facts
  const egress = egressOf(merged.localAddresses, facts.clientIps, merged.setting.proxies.length > 0)
  const manifest: CaptureManifest = {
    schema: 1,
    captureId: captureIdOf(originals),
    tattleVersion, scenario, target, baseUrl, firstParty, persona,
    clientIps: egress.public,
    consent: {
      ...facts.consent,
      strings: stored === undefined ? [] : keptConsentStrings(stored),
      contradictions: contradictionsOf(merged.consentSignals, facts.consent.timeline),
    },
    startedAt: known.startedAt,
    endedAt: endedAt.toISOString(),
    browser: { ...known.browser, commandLine: merged.commandLine },
    conditions: {
      ...known.conditions, ...facts.conditions, thirdPartyCookies,
      hostMap: hostMap.map(({ pattern, to }) => `${pattern}=${to}`), browserHosts: merged.browserHosts,
      privacySignals: merged.privacySignals, peers: merged.peers, egress, proxies: merged.setting.proxies, dnsOverHttps: merged.setting.dnsOverHttps,
      ...known.trace === undefined ? {} : { trace: known.trace }, clock: merged.clock, certificates: merged.certificates, lists: { tattle: rulesDigest, ...listDigests() },
    },
    deviations: deviationsOf({
      commandLine: merged.commandLine, thirdPartyCookies, hostMap, ignoreHttpsErrors, broughtState, byHand,
      consentHelper: facts.consent.messages !== undefined, trace: known.trace !== undefined,
      privacySignals: merged.privacySignals !== undefined,
    }),
    counts: { har: merged.harCount, netlog: merged.netlogCount, explained: merged.explainedCount },
    unexplained: merged.unexplained,
    ...coverage,
    originals,
    enclosed: await digestEnclosed(work),
    selfCheck: facts.selfCheck ?? null,
  }
  await writeFile(join(work, 'capture.json'), toManifestBytes(manifest), { mode: 0o600 })
  makeFolder(dirname(out))
  await packCapture(work, out)
  await rm(work, { recursive: true, force: true, maxRetries: 8, retryDelay: 150 })
  return { manifest, path: out }
}

function selfCheckFailure(check: SelfCheckResult | null | undefined): readonly string[] {
  if (check === null || check === undefined || check.passed) return []
  return [`The recorder failed its self-check, so what it has may not be all: ${check.detail}`]
}

/** Compresses the NetLog, closes the originals to others, and hashes them. */
async function settleOriginals(work: string): Promise<FileDigest[]> {
  await compressNetlog(work)
  const folder = originalsOf(work)
  const digests: FileDigest[] = []
  for (const name of (await readdir(folder)).sort()) {
    await chmod(join(folder, name), 0o600)
    digests.push(await digestFile(join(folder, name), `originals/${name}`))
  }
  return digests
}

const ifThere = (path: string): string | null => existsSync(path) ? path : null
