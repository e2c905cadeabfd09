/**
 * The nouns that travel between the stages. This file imports nothing and does nothing.
 *
 *   scenario ─▶ capture ─▶ har ─▶ exchange ─▶ recipient ─▶ learn · detect · observe ─▶ assess ─▶ store ─▶ report
 *
 * Words are those of docs/words.md.
 */

/** What a datum says about a person. `identifier.*` and `opaque` are found by signature or behaviour, never planted; `identity.*` either way. */
export const KINDS = [
  'health.search', 'health.specialty', 'health.reason', 'health.insurance', 'health.condition', 'health.medication',
  'health.practitioner', 'health.appointment',
  'identity.name', 'identity.email', 'identity.phone', 'identity.birthdate', 'identity.address', 'identity.insurance-number',
  'network.ip',
  'identifier.cookie', 'identifier.click', 'identifier.device', 'identifier.account',
  'opaque',
] as const
export type Kind = (typeof KINDS)[number]

/** Where in a request a value can travel. */
export type Part = 'host' | 'path' | 'query' | 'header' | 'referer' | 'cookie' | 'body' | 'websocket'

/** The consent state that a capture was asked to reach. */
export const CONSENT_STATES = ['no-choice', 'reject', 'accept', 'withdraw'] as const
export type ConsentState = (typeof CONSENT_STATES)[number]
/** What became of it. `not-offered`: the banner has no such control, which is a finding of its own. */
export type ConsentOutcome = 'reached' | 'not-offered' | 'no-banner' | 'failed'
/** The choice that stood when a request left. */
export type ConsentAt = 'before-choice' | 'accepted' | 'rejected' | 'withdrawn' | 'no-banner'

/** `stand-in`: the audited hosts were mapped to loopback, or are loopback addresses. */
export type Target = 'live' | 'stand-in'
/** `full`: proved complete · `limited`: complete but for named blind spots · `broken`: something was lost. */
export type Coverage = 'full' | 'limited' | 'broken'
export type Verdict = 'leaks' | 'none-observed' | 'inconclusive'
/** `attempted`: the request never left (name not resolved, blocked). */
export type Delivery = 'sent' | 'attempted' | 'unknown'
export type Party = 'first' | 'third' | 'browser'
/** `first-party`: a recipient recognised behind the site's own host by the shape of the payload. */
export type Via = 'direct' | 'cname' | 'first-party'
export type AddressExposure = 'implicit' | 'explicit' | 'forwarded'
export type RecordedBy = 'har' | 'netlog'

/** From worst to least. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'] as const
export type Severity = (typeof SEVERITIES)[number]
export type Certainty = 'exact' | 'hashed' | 'inferred'
export type MatchSource =
  | 'persona' | 'typed' | 'vocabulary' | 'client-ip' | 'signature' | 'site-dictionary' | 'differential'

export type Category =
  | 'advertising' | 'social' | 'analytics' | 'session-replay' | 'tag-manager' | 'customer-data' | 'ai' | 'monitoring'
  | 'consent' | 'cdn' | 'payment' | 'maps' | 'chat' | 'captcha' | 'other'

/** A call of a scenario that acts on a page: `click getByRole('button', { name: 'Weiter' })`, never what it types. */
export interface Action {
  readonly title: string
  /** `scenarios/booking.de.spec.ts:42:9`; null where no line of a scenario made it. */
  readonly location: string | null
}

/**
 * One field of one request: a place where a value can travel.
 *
 * `value` holds the bytes as sent (still encoded). They stand at byte `offset` of the UTF-8 form of the string that
 * `pointer` (RFC 6901, relative to the entry: `/request/url`) names, so that every match maps back into the HAR.
 * `name` is the decoded parameter, header, cookie or form-field name; `''` where the place has none (the path, a JSON
 * body as a whole); `(name)` where the value is itself a parameter's name (`?Urologie=1`).
 */
export interface Field {
  readonly part: Part
  readonly name: string
  readonly value: Uint8Array
  readonly pointer: string
  readonly offset: number
  /** When it was sent, where that is not when the request was: a WebSocket's frames. Milliseconds since 1970, UTC. */
  readonly at?: number
  /** What the scenario did then. */
  readonly action?: Action
}

/** A HAR entry reduced to what can carry, or attribute, a value. Times are milliseconds since 1970, UTC. */
export interface Exchange {
  /** Index in `log.entries`, from 0. */
  readonly entry: number
  /** NaN where the HAR gives no readable time. */
  readonly startedAt: number
  readonly method: string
  readonly url: string
  readonly host: string
  /** Registrable domain, private suffixes counted; an address or `localhost` as itself. */
  readonly domain: string
  /**
   * Lower case, as Chrome names it (`document`, `script`, `xhr`, `fetch`, `ping`, `image`, `websocket` …), or `''`; a
   * document that is known to be a frame's is a `sub_frame`.
   */
  readonly resourceType: string
  readonly pageUrl?: string
  readonly pageTitle?: string
  readonly frameUrl?: string
  readonly initiator?: string
  /** That was running when it was caused, else had begun last. */
  readonly action?: Action
  /** When it was asked for, where redirects or a preflight went before it, or its page had been left; else absent. */
  readonly causedAt?: number
  readonly serverIp?: string
  readonly status: number
  readonly delivery: Delivery
  readonly recordedBy: RecordedBy
  readonly requestBodyBytes: number
  readonly fields: readonly Field[]
  /** For learn: what came back. `body` only where it is JSON or HTML and under the cap. */
  readonly responseType?: string
  readonly responseBody?: Uint8Array
  readonly setCookies: readonly string[]
  readonly location?: string
  /** Alias chain of the host, outermost first, where the capture recorded it. */
  readonly cnames?: readonly string[]
  /** Requests that the browser made for itself (updates, safe browsing). */
  readonly ofBrowser?: boolean
}

/** A value whose appearance elsewhere would be a leak. */
export interface Term {
  readonly id: string
  readonly kind: Kind
  readonly value: string
  readonly source: MatchSource
  /** Position among the terms of its kind, from 0: what the fingerprint knows of the term instead of its value. */
  readonly ordinal: number
  /** Vocabulary words only. `weak` words need company before they count. */
  readonly ambiguity?: 'none' | 'weak'
  readonly category?: string
  readonly sensitivity?: Sensitivity
}

/** How much a vocabulary word says about somebody: what a reader looks at first. Severity does not depend on it. */
export const SENSITIVITIES = ['high', 'medium', 'low'] as const
export type Sensitivity = (typeof SENSITIVITIES)[number]


/** What a signature says about one field of a recipient's wire format. */
export interface FieldMeaning {
  readonly meaning: string
  /** Where that is documented, or what was observed: a URL or a sentence. */
  readonly source: string
  /** Set where the field carries an identifier by itself, whatever its value. */
  readonly kind?: Kind
}

/** Who received a request (GDPR Art. 4(9)). */
export interface Recipient {
  readonly host: string
  readonly domain: string
  readonly entity?: string
  /** ISO 3166-1 alpha-2 of the entity's seat. */
  readonly country?: string
  readonly category: Category
  readonly via: Via
  /** What recognised it: `signature:meta-pixel`, `third-party-web`, `registrable-domain`. */
  readonly rule: string
  readonly fields?: Readonly<Record<string, FieldMeaning>>
}

/**
 * A term found in a field. `start` and `end` are bytes of the field's own, still encoded, value; `layers` the encodings
 * peeled to see it, outermost first; `transforms` what was done to the term before it was encoded (`['sha256']`).
 */
export interface Match {
  readonly term: Term
  readonly transforms: readonly string[]
  readonly field: Field
  /** The field's name with the path inside it: `data.u`, `events[0].properties.url`. */
  readonly fieldPath: string
  readonly layers: readonly string[]
  readonly start: number
  readonly end: number
  readonly certainty: Certainty
  /** What matched, for the report: `vocabulary:de#oncology,high`, `signature:meta-pixel#fbp`. */
  readonly rule: string
}

/** Something odd that did not stop the run. */
export interface Diagnostic {
  /** kebab-case, stable: `entry-unreadable`, `body-missing`, `bomb-refused`. */
  readonly code: string
  readonly entry?: number
  readonly message: string
}

// ── What an analysis hands to store and report. Names are the columns of the stable views, in camelCase. ──

export interface RunRecord {
  readonly runId: string
  readonly command: string
  readonly label: string | null
  readonly startedAt: string
  readonly endedAt: string
  readonly tattleVersion: string
  readonly nodeVersion: string
  readonly exitCode: number | null
}

export interface FileDigest {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}

export interface CaptureRecord {
  readonly captureId: string
  readonly runId: string
  /** Where it lies, relative to the working directory where possible. */
  readonly path: string | null
  readonly scenario: string
  readonly target: Target
  /** Registrable domain of the audited site. */
  readonly site: string
  readonly baseUrl: string | null
  readonly firstParty: readonly string[]
  readonly persona: string | null
  readonly consentAsked: ConsentState | null
  readonly consentOutcome: ConsentOutcome | null
  /** Name and version of what recorded it. */
  readonly browser: string
  readonly conditions: Readonly<Record<string, unknown>>
  readonly startedAt: string | null
  readonly endedAt: string | null
  readonly coverage: Coverage
  /** One sentence for each thing that broke it. Empty unless `broken`. */
  readonly coverageReasons: readonly string[]
  readonly blindSpots: readonly string[]
  readonly harCount: number
  readonly netlogCount: number | null
  readonly explainedCount: number | null
  readonly harSha256: string
  readonly files: readonly FileDigest[]
}

export interface AnalysisRecord {
  readonly analysisId: string
  readonly captureId: string
  readonly runId: string
  readonly parentAnalysisId: string | null
  readonly rulesDigest: string
  readonly tattleVersion: string
  readonly verdict: Verdict
  readonly startedAt: string
  readonly endedAt: string
  /** What was looked for, by kind; never the values. */
  readonly termCounts: Readonly<Record<string, number>>
  /** Walks of the same journey with other values that it was held against; null or absent where there was none. */
  readonly control?: ControlRecord | null
  /** Filter lists of the user that recognised recipients; null or absent where there was none. */
  readonly lists?: readonly FilterListRecord[] | null
}

/**
 * What the walk with other values says of a leak. `confirmed`: the datum changes with what was planted. `unconfirmed`:
 * the other walk sent nothing there, or broke. `unvaried`: both walks planted the same, so nothing could show.
 */
export type ControlResult = 'confirmed' | 'unconfirmed' | 'unvaried'

export interface ControlRecord {
  /** Id of the persona that walked the other way. */
  readonly persona: string
  readonly captureIds: readonly string[]
  /** Kinds whose values were the same in both walks. */
  readonly unvaried: readonly string[]
  /** Findings that both walks showed, whatever was planted: coincidence. Each is a diagnostic. */
  readonly dropped: number
  /** Whether values that nothing decodes could be compared: that needs each persona twice. */
  readonly differential: boolean
}

export interface FilterListRecord {
  readonly name: string
  readonly sha256: string
  readonly category: Category
  /** Of rules that can match a request. */
  readonly rules: number
}

export interface StepRecord {
  readonly captureId: string
  readonly ordinal: number
  readonly title: string
  /** `test.step`, `pw:api`, `fixture`, `hook`, `expect`, `user`. */
  readonly category: string
  /** `scenarios/booking.de.spec.ts:31:14`. */
  readonly location: string | null
  readonly startedAt: string
  readonly endedAt: string | null
  readonly error: string | null
}

export interface RequestRecord {
  readonly analysisId: string
  readonly captureId: string
  readonly entry: number
  readonly url: string
  readonly method: string
  readonly startedAt: string | null
  readonly host: string
  readonly domain: string
  readonly party: Party
  readonly recipientEntity: string | null
  readonly recipientCategory: Category | null
  readonly recipientVia: Via | null
  /** What recognised the recipient, as in `LeakRecord`; also of a first-party request that a filter list knows. */
  readonly recipientRule?: string | null
  readonly addressExposure: AddressExposure | null
  readonly recordedBy: RecordedBy
  readonly status: number
  readonly delivery: Delivery
  readonly requestBodyBytes: number
  readonly initiator: string | null
  readonly step: string | null
  readonly action: string | null
  readonly actionLocation: string | null
  readonly consentAt: ConsentAt | null
}

/**
 * A thing that was kept in the browser, and one way of its value to a third party. Kept but sent to nobody: one row with
 * null from `recipientDomain` on.
 */
export interface StoredRecord {
  readonly analysisId: string
  readonly captureId: string
  readonly ordinal: number
  readonly area: 'cookie' | 'local' | 'session' | 'indexed-db'
  readonly name: string
  /** Domain of a cookie, else origin. */
  readonly place: string
  /** Title of the step after which it was first seen. */
  readonly step: string | null
  readonly storedAt: string | null
  /** `before`: it was there when the capture began. */
  readonly setBy: 'answer' | 'script' | 'before'
  /** Of the answer that set it. */
  readonly setByUrl: string | null
  readonly recipientDomain: string | null
  readonly recipientEntity: string | null
  readonly part: Part | null
  readonly field: string | null
  readonly firstEntry: number | null
  readonly firstSentAt: string | null
  readonly requests: number
}

/** One row for each place where one datum reached one recipient. */
export interface LeakRecord {
  readonly leakId: string
  readonly findingId: string
  readonly analysisId: string
  readonly captureId: string
  readonly runId: string
  readonly target: Target
  readonly entry: number
  readonly url: string
  readonly method: string
  readonly startedAt: string | null
  readonly pageUrl: string | null
  readonly frameUrl: string | null
  readonly serverIp: string | null
  readonly recipientHost: string
  readonly recipientDomain: string
  readonly recipientEntity: string | null
  readonly recipientCountry: string | null
  readonly recipientCategory: Category
  readonly recipientVia: Via
  /** What recognised the recipient: `signature:meta-pixel`, `third-party-web`, `list:…`, `registrable-domain`. */
  readonly recipientRule?: string | null
  readonly kind: Kind
  readonly matchSource: MatchSource
  readonly termId: string
  readonly label: string
  readonly part: Part
  readonly field: string
  readonly layers: string
  readonly transform: string
  readonly pointer: string
  readonly startByte: number
  readonly endByte: number
  readonly excerpt: string
  readonly delivery: Exclude<Delivery, 'attempted'>
  readonly certainty: Certainty
  readonly severity: Severity
  readonly severityRule: string
  readonly rule: string
  readonly scenario: string
  readonly step: string | null
  readonly action: string | null
  readonly actionLocation: string | null
  readonly consentAsked: ConsentState | null
  readonly consentAt: ConsentAt | null
  readonly harSha256: string
  readonly fingerprint: string
  /** Null or absent where no control walk was made, or nothing planted is told: ids, addresses. */
  readonly control?: ControlResult | null
}

/** A distinct leak. Everything in it holds from run to run. */
export interface FindingRecord {
  readonly findingId: string
  readonly fingerprint: string
  readonly fingerprintVersion: number
  readonly target: Target
  readonly site: string
  readonly kind: Kind
  readonly termOrdinal: number
  readonly recipientDomain: string
  readonly recipientVia: Via
  readonly part: Part
  /** Field with indices and random tokens collapsed. */
  readonly field: string
  readonly transformFamily: 'plain' | 'hashed'
}

export interface DiagnosticRecord {
  readonly analysisId: string | null
  readonly captureId: string | null
  readonly runId: string
  readonly code: string
  readonly entry: number | null
  readonly message: string
}

/** When it was asked for, where that was earlier than it was sent: it decides on its step. Not kept. */
export interface Caused { readonly causedAt?: string | null }

/** All that one pass of the rules over one capture found: the unit that is written in one transaction. */
export interface Analysed {
  readonly capture: CaptureRecord
  readonly analysis: AnalysisRecord
  readonly steps: readonly StepRecord[]
  readonly requests: readonly (RequestRecord & Caused)[]
  readonly findings: readonly FindingRecord[]
  readonly leaks: readonly (LeakRecord & Caused)[]
  readonly stored: readonly StoredRecord[]
  readonly diagnostics: readonly DiagnosticRecord[]
  /** Where captures of one journey are to be compared. */
  readonly walk?: Walk
}

/** What one capture contributes to the comparison with others of the same journey. Lives until that is settled. */
export interface Walk {
  /** Scenario and consent state; `''` where a HAR does not tell: those of one command are taken as one journey. */
  readonly journey: string
  readonly isControl: boolean
  /** Id of the persona that was planted, and of the one that the other walk plants. */
  readonly persona: string
  readonly otherPersona: string | null
  readonly planted: readonly Term[]
  /** Terms of `planted` that the other walk plants as well. */
  readonly unvaried: readonly string[]
  /** Fingerprints at which values stand here that only the other walk plants. */
  readonly foreign: readonly string[]
  /** When a planted kind was first sent to anybody, the site included; milliseconds since 1970. */
  readonly arrivals: Readonly<Partial<Record<Kind, number>>>
  readonly values: readonly WalkValue[]
}

/** A value that others than the site received and that looks made rather than written. */
export interface WalkValue {
  readonly recipient: Omit<Recipient, 'fields'>
  readonly part: Part
  /** Normalised. */
  readonly field: string
  readonly key: string
  readonly digest: string
  readonly value: string
  readonly layers: readonly string[]
  readonly count: number
  readonly pages: number
  readonly firstAt: number | null
  readonly occurrences: readonly {
    readonly entry: number
    readonly pointer: string
    readonly start: number
    readonly end: number
    readonly field: string
  }[]
}

/** As `Analysed`, but the rows are made as they are asked for, so that memory does not grow with them. */
export interface AnalysedRows extends Omit<Analysed, 'requests' | 'leaks'> {
  readonly requests: Iterable<RequestRecord & Caused>
  readonly leaks: Iterable<LeakRecord & Caused>
}

/** What a report is made from: selected captures with their latest analysis. One schema for JSON, HTML and terminal. */
export interface Report {
  readonly schema: 1
  readonly generatedAt: string
  readonly tattleVersion: string
  readonly verdict: Verdict
  readonly coverage: Coverage
  /** `mixed` never happens in the default databases. */
  readonly target: Target | 'mixed'
  readonly summary: string
  /** Absent where the report is of no database. */
  readonly custody?: ReportCustody
  readonly runs: readonly RunRecord[]
  readonly captures: readonly ReportCapture[]
  readonly findings: readonly ReportFinding[]
  readonly diagnostics: readonly DiagnosticRecord[]
  /** Present where the report was held against a baseline and a policy. */
  readonly check?: CheckRecord
}

/**
 * What a check makes of a finding in one scenario and consent state. `new`: on the site since the baseline.
 * `graver`: known, and worse than it was. `newly-detectable`: was sent before, and newer rules see it. `expired`: known
 * or allowed until a day that has passed.
 */
export type CheckState = 'new' | 'graver' | 'newly-detectable' | 'expired' | 'known' | 'allowed' | 'dismissed'

export interface CheckedFinding {
  readonly fingerprint: string
  readonly scenario: string
  readonly consentAsked: ConsentState | null
  readonly state: CheckState
  /** The worst of its leaks there. */
  readonly severity: Severity
  /** Why it is in that state, one sentence. */
  readonly reason: string
  /** Whether the check fails by it. */
  readonly fails: boolean
  /** Seen in k of n captures. */
  readonly seenIn: number
  readonly seenOf: number
}

/** A finding of the baseline that no capture shows any more. */
export interface GoneFinding {
  readonly fingerprint: string
  readonly scenario: string
  readonly consentAsked: ConsentState | null
  readonly severity: Severity
  readonly kind: Kind
  readonly recipient: string
  readonly part: Part
  readonly field: string
}

export interface CheckRecord {
  readonly exit: number
  readonly findings: readonly CheckedFinding[]
  readonly gone: readonly GoneFinding[]
  /** Sentences on what fails the check beside findings: entries past their date, what was not captured. */
  readonly failures: readonly string[]
  /** Sentences on what could not be seen or decided. */
  readonly notes: readonly string[]
}

/** The chain of custody when a report was made: kept anywhere else, its head proves later that nothing was changed. */
export interface ReportCustody {
  /** Number of the last link, and its digest. */
  readonly link: number
  readonly head: string
  /** SHA-256 of the public key that bundles are signed with on this machine; null where there is none. */
  readonly keyFingerprint: string | null
}

export interface ReportCapture extends CaptureRecord {
  readonly analysis: AnalysisRecord
  readonly steps: readonly StepRecord[]
  readonly stored: readonly StoredRecord[]
  readonly requestCount: number
  readonly thirdPartyRequestCount: number
  /** Third parties that the browser connected to, and so saw the client's address, most requests first. */
  readonly contacted: readonly Contact[]
  /** Requests that reached third parties, counted by the step and the choice that stood when they left. */
  readonly traffic: readonly StepTraffic[]
}

export interface Contact {
  readonly domain: string
  readonly entity: string | null
  readonly category: Category
  readonly requests: number
  /** Of none of its requests an answer, or that it went out, was recorded: it may not have been reached. */
  readonly unconfirmed?: boolean
}

export interface StepTraffic {
  readonly step: string | null
  readonly consentAt: ConsentAt | null
  readonly domain: string
  readonly entity: string | null
  readonly category: Category
  readonly requests: number
}

export interface ReportFinding extends FindingRecord {
  /** The worst of its leaks. */
  readonly severity: Severity
  readonly severityRule: string
  readonly certainty: Certainty
  readonly label: string
  readonly recipientEntity: string | null
  readonly recipientCountry: string | null
  readonly recipientCategory: Category
  readonly firstSeen: string | null
  readonly lastSeen: string | null
  /** Seen in k of n captures of the same scenario and consent state. */
  readonly seenIn: number
  readonly seenOf: number
  readonly status: 'pending' | 'confirmed' | 'dismissed'
  /** `confirmed` where any of its leaks is. */
  readonly control?: ControlResult | null
  readonly leaks: readonly LeakRecord[]
}
