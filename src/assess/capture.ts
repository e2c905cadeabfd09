/**
 * The row of a capture: of one of ours, what its manifest says; of anybody else's HAR, what the HAR lets one know.
 */
import { createHash } from 'node:crypto'
import type { CaptureManifest } from '../capture/manifest.js'
import type { CaptureRecord, Coverage, FileDigest, Target } from '../model.js'

/** What was learnt by reading. */
export interface Reading {
  readonly runId: string
  readonly path: string | null
  readonly scenario: string
  readonly target: Target
  readonly site: string
  readonly firstParty: readonly string[]
  readonly persona: string | null
  readonly producer: string
  readonly harSha256: string
  readonly harBytes: number
  readonly entries: number
  readonly readable: number
  readonly truncated: boolean
  /** What the site answered with where no page of it came; undefined where one did, or none was asked for. */
  readonly refusal: number | undefined
  readonly startedAt: string | null
  readonly endedAt: string | null
  readonly blindSpots: readonly string[]
}

export function toCapture(manifest: CaptureManifest | null, reading: Reading): CaptureRecord {
  const { runId, path, target, site, firstParty, persona, harSha256 } = reading
  // Of its own captures the recorder says itself which page came.
  const lost = [...lossesOf(reading), ...(manifest === null ? refusalOf(reading) : [])]
  const common = { runId, path, target, site, firstParty, persona, harSha256 }
  if (manifest === null) {
    return {
      ...common,
      captureId: captureIdOfHar(harSha256),
      scenario: reading.scenario,
      baseUrl: null,
      consentAsked: null,
      consentOutcome: null,
      browser: reading.producer,
      conditions: {},
      startedAt: reading.startedAt,
      endedAt: reading.endedAt,
      coverage: lost.length > 0 ? 'broken' : 'limited',
      coverageReasons: lost,
      blindSpots: reading.blindSpots,
      harCount: reading.entries,
      netlogCount: null,
      explainedCount: null,
      files: [{ name: 'har', bytes: reading.harBytes, sha256: harSha256 }],
    }
  }
  return {
    ...common,
    captureId: manifest.captureId,
    scenario: manifest.scenario.name,
    baseUrl: manifest.baseUrl,
    consentAsked: manifest.consent.asked,
    consentOutcome: manifest.consent.outcome,
    browser: `${manifest.browser.name} ${manifest.browser.version}`,
    conditions: {
      ...manifest.conditions, ...madeBy(manifest), deviations: manifest.deviations, consent: manifest.consent,
    },
    startedAt: manifest.startedAt,
    endedAt: manifest.endedAt,
    coverage: lost.length > 0 ? 'broken' : worst(manifest.coverage, reading.blindSpots.length > 0 ? 'limited' : 'full'),
    coverageReasons: [...manifest.coverageReasons, ...lost],
    blindSpots: [...new Set([...manifest.blindSpots, ...reading.blindSpots])],
    harCount: manifest.counts.har,
    netlogCount: manifest.counts.netlog,
    explainedCount: manifest.counts.explained,
    files: manifest.originals as readonly FileDigest[],
  }
}

/** Of the manifest, what is a condition beside its own list of them. */
function madeBy({ tattleVersion, browser, selfCheck, scenario }: CaptureManifest): Readonly<Record<string, unknown>> {
  return {
    tattle: tattleVersion, browserPath: browser.path, userAgent: browser.userAgent, commandLine: browser.commandLine,
    selfCheck: selfCheck?.detail, scenario: { file: scenario.file, sha256: scenario.sha256 },
  }
}

function lossesOf({ truncated, readable, entries }: Reading): string[] {
  const losses: string[] = []
  if (truncated) losses.push('The HAR breaks off: what came after its last entry is lost.')
  if (readable === 0) losses.push(entries === 0 ? 'The HAR holds no requests.' : 'None of the requests in the HAR could be read.')
  else if (readable < entries) losses.push(`${entries - readable} of ${entries} entries of the HAR could not be read.`)
  return losses
}

function refusalOf({ refusal }: Reading): string[] {
  return refusal === undefined ? [] : [`The site answered with an error (${refusal}) instead of a page: what its pages send is not seen.`]
}

/** The same HAR is the same capture, whatever its file is called. */
export function captureIdOfHar(sha256: string): string {
  return createHash('sha256').update(`har ${sha256}\n`).digest('hex').slice(0, 32)
}

function worst(one: Coverage, other: Coverage): Coverage {
  const order: readonly Coverage[] = ['full', 'limited', 'broken']
  return order[Math.max(order.indexOf(one), order.indexOf(other))] ?? 'broken'
}
