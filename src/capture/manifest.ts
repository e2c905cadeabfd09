/**
 * `capture.json`: all that is known of one capture beside its traffic, so that it can be analysed again without a
 * browser. Imports nothing but types; reading and writing it is everybody's, making it is the recorder's.
 */
import type { ConsentOutcome, ConsentState, Coverage, FileDigest, Target } from '../model.js'
import type { Persona } from '../persona.js'
import type { Choice } from './choice.js'

export interface CaptureManifest {
  readonly schema: 1
  /** First 32 hex digits of the SHA-256 over the sorted `name sha256` lines of the originals. */
  readonly captureId: string
  readonly tattleVersion: string
  readonly scenario: {
    readonly name: string
    /** Relative to the project. */
    readonly file: string | null
    readonly sha256: string | null
    readonly sideEffects: readonly string[]
    /** Ran to its last step, or stopped where it was told to. */
    readonly completed: boolean
    readonly error: string | null
  }
  readonly target: Target
  readonly baseUrl: string | null
  readonly firstParty: readonly string[]
  /** Values that the scenario could type in. Never secrets. */
  readonly persona: Persona | null
  /** Under which servers saw the visitor: as declared, else as the connections show it; empty where that is not known. */
  readonly clientIps: readonly string[]
  readonly consent: {
    /** Null, and with it the outcome, where nobody asked for one: the browser was driven by hand. */
    readonly asked: ConsentState | null
    readonly outcome: ConsentOutcome | null
    /** What was clicked, in words, or why nothing was. */
    readonly detail: string
    /** The choice that stood from each moment on, in order. */
    readonly timeline: readonly Choice[]
    /** Screenshots in the capture, before and after the choice. */
    readonly proof: readonly string[]
    /** What the consent helper said, in order. */
    readonly messages?: readonly ConsentMessage[]
    /** Consent strings that the site kept in its cookies and storage at the end, and what they grant. */
    readonly strings?: readonly { readonly where: string; readonly text: string; readonly granted: readonly string[] }[]
    /** One sentence for each request that its consent string, or the choice that stood, contradicts. */
    readonly contradictions?: readonly string[]
  }
  readonly startedAt: string
  readonly endedAt: string
  readonly browser: {
    readonly name: string
    readonly version: string
    readonly path: string
    readonly userAgent: string
    /** As the browser itself reports it. */
    readonly commandLine: readonly string[]
  }
  /** Locale, time zone, viewport, egress, certificates, versions of lists … each by name; docs/capture.md has them all. */
  readonly conditions: Readonly<Record<string, unknown>>
  /** How this browser differs from a visitor's, and which way that could bend the result. */
  readonly deviations: readonly { readonly what: string; readonly effect: string }[]
  readonly counts: { readonly har: number; readonly netlog: number; readonly explained: number }
  /** Requests that one source has and nothing explains, one line each. */
  readonly unexplained: readonly string[]
  readonly coverage: Coverage
  readonly coverageReasons: readonly string[]
  readonly blindSpots: readonly string[]
  /** Added when the capture is filed: the reporter knows them only after the browser has gone. Older captures have them in
   *  a steps.json beside this file. */
  readonly steps?: readonly CaptureStep[]
  readonly originals: readonly FileDigest[]
  /** Present where they were removed after the analysis, as was asked for; their digests stay. */
  readonly originalsRemoved?: { readonly at: string; readonly retention: Retention }
  /** What was made beside them until this file was written: the derived HAR, screenshots, storage. Older ones lack it. */
  readonly enclosed?: readonly FileDigest[]
  /** Made once for all captures of a worker. Null or absent where none was. */
  readonly selfCheck?: SelfCheckResult | null
  /** Of all that stands here but itself; see `digestOfManifest`. Older ones lack it. */
  readonly sha256?: string
}

/** Which originals an audit keeps: all, those of captures that leaked or broke, none. */
export const RETENTIONS = ['always', 'on-leak', 'never'] as const
export type Retention = (typeof RETENTIONS)[number]

/** Whether the recorder saw, in this browser, a Blob that a page sent while it was being left. */
export interface SelfCheckResult {
  readonly passed: boolean
  /** One sentence: what was seen, or what was not. */
  readonly detail: string
  readonly at: string
  readonly ms: number
}

export interface ConsentMessage {
  readonly at: string
  readonly type: string
  readonly url: string
  /** The banner's make, as the helper's rules call it. */
  readonly cmp?: string
  readonly result?: boolean
}

/** One of `screenshots.json`, in the order of their times. */
export interface Screenshot {
  /** Within the capture: `screenshots/01-….jpg`. */
  readonly file: string
  readonly at: string
  /** Of the step that had just ended, in words. */
  readonly title: string
}

/** What the scenario did, and when. */
export interface CaptureStep {
  readonly title: string
  readonly category: string
  readonly location: string | null
  readonly startedAt: string
  readonly endedAt: string | null
  readonly error: string | null
}
