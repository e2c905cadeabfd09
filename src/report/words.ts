/**
 * The words of every report. Each language is one file in `words/`; a further language is a further object of this type.
 */
import type {
  AddressExposure, Category, Certainty, ConsentAt, ConsentOutcome, ConsentState, ControlResult, Coverage, Kind, MatchSource,
  Sensitivity, Severity, Target, Verdict, Via,
} from '../model.js'
import type { Said } from './said/said.js'

export { en } from './words/en.js'

export type Label =
  | 'action' | 'sentTo' | 'stored' | 'address' | 'analysis' | 'asSent' | 'browser' | 'capture' | 'captures' | 'category' | 'certainty' | 'code'
  | 'conditions'
  | 'consent' | 'consentAsked' | 'contacted' | 'contactedNote' | 'contents' | 'coverage' | 'database' | 'diagnostics'
  | 'entity'
  | 'entry' | 'evidence' | 'field' | 'files' | 'findings' | 'fingerprint' | 'firstParty' | 'firstSeen' | 'further'
  | 'journey'
  | 'lastSeen' | 'layers' | 'leaks' | 'lookedFor' | 'matrix' | 'message' | 'method' | 'noLayers' | 'noneObserved' | 'nothingObserved'
  | 'notCovered'
  | 'noFindings' | 'onCommandLine' | 'outsideSteps' | 'page' | 'persona' | 'place' | 'pointer' | 'reasons' | 'recipient' | 'recognised'
  | 'recipients' | 'report' | 'requests' | 'rules' | 'run' | 'runs' | 'seen' | 'severity' | 'site' | 'source'
  | 'status' | 'step'
  | 'target' | 'thirdParties' | 'time' | 'transform' | 'value' | 'verdict' | 'versions' | 'via' | 'what' | 'whoReceived' | 'why'
  | 'atAGlance' | 'asTable' | 'beforeChoice' | 'blindSpots' | 'bytesOf' | 'cookies' | 'cookiesSet' | 'country'
  | 'detail' | 'deviation' | 'deviations' | 'effect' | 'evidenceMissing' | 'initiator' | 'knownBy' | 'language'
  | 'layer' | 'layerByLayer' | 'meaning' | 'meaningSource' | 'oneFinding' | 'onePage' | 'pictures' | 'picturesNone'
  | 'proofs' | 'provisions' | 'provisionsNote' | 'range' | 'requestHead' | 'requestsCaused' | 'reproduce'
  | 'onPaper' | 'reproduceAnalysis' | 'reproduceAudit' | 'result' | 'sankey' | 'sankeyNote' | 'setBy' | 'timeline' | 'unmarked'
  | 'keptUntil' | 'storage' | 'untilClosed'
  | 'all' | 'apply' | 'assess' | 'assessNote' | 'assessment' | 'behind' | 'by' | 'compare' | 'compareNote' | 'filter' | 'gathering' | 'inBoth' | 'next' | 'onlyIn'
  | 'certificates' | 'issuedBy' | 'issuedTo' | 'servers' | 'valid'
  | 'control' | 'pages' | 'previous' | 'reason' | 'runsOverTime' | 'search' | 'searchHelp' | 'when'

/** Conditions of a capture that have a name in every language; others are shown under their own. */
export const CONDITIONS = [
  'operator', 'machine', 'label', 'project', 'retry', 'repeat', 'system', 'machineTimeZone', 'resolver', 'dnsOverHttps',
  'egress', 'proxy', 'proxies', 'clock', 'locale', 'timeZone', 'geolocation', 'permissions', 'device', 'viewport',
  'deviceScaleFactor', 'isMobile', 'hasTouch', 'colorScheme', 'javaScriptEnabled', 'serviceWorkers', 'userAgent',
  'userAgentAsked', 'thirdPartyCookies', 'storageState', 'profile', 'ignoreHttpsErrors', 'hostMap', 'headless', 'sandbox', 'trace',
  'browserFoundBy', 'browserPath', 'commandLine', 'tattle', 'playwright', 'node', 'lists', 'browserHosts', 'privacySignals', 'peers',
  'selfCheck', 'scenario', 'scenarioFile', 'walk', 'filterLists',
] as const
export type Condition = (typeof CONDITIONS)[number]

/** `recorded`, `typed`, `imported`: where some capture was; one of the two `searched`; the rest always. */
export type Method = 'recorded' | 'typed' | 'imported' | 'searched' | 'searchedValues' | 'leak' | 'severity'

/** What recognised a recipient: the first word of its rule. */
export type RecognisedBy = 'signature' | 'third-party-web' | 'list' | 'registrable-domain'
/** What a screenshot shows. */
export type PictureRole = 'before' | 'after' | 'withdrawn' | 'end' | 'step'
/** Provisions that a datum of that sort touches on. */
export type Provision = 'health' | 'identity' | 'hashed' | 'device' | 'address' | 'recipient' | 'minimal' | 'security'

/** What the viewer does not do, or cannot. */
export type Refusal =
  | 'failed' | 'foreignForm' | 'incomplete' | 'noToken' | 'nothingSelected' | 'notThere' | 'onlyReading' | 'tooLong' | 'wrongName'

export interface Words {
  /** BCP 47. */
  readonly locale: string
  readonly title: string
  /** What another stage wrote, which is English: in this language, or null where it is not known. */
  readonly said: Said
  /** Between a name and what it names, with its spaces. */
  readonly colon: string
  readonly target: Readonly<Record<Target | 'mixed', string>>
  readonly verdict: Readonly<Record<Verdict, string>>
  readonly coverage: Readonly<Record<Coverage, string>>
  readonly coverageMeans: Readonly<Record<Coverage, string>>
  readonly severity: Readonly<Record<Severity, string>>
  /** For tables: `speciality`. */
  readonly kind: Readonly<Record<Kind, string>>
  /** For sentences: `the speciality`. */
  readonly received: Readonly<Record<Kind, string>>
  readonly linkingId: string
  readonly hashed: (thing: string) => string
  /** Neither an answer to what carried it nor a failure was recorded. */
  readonly unconfirmed: (thing: string) => string
  /** For tables: of the vocabularies, which tell no more than that it stood in a request. */
  readonly word: (thing: string) => string
  /** Words of the vocabularies, which stood in a request: whether they are about the visitor is not known. */
  readonly healthWords: (kinds: readonly string[], isAmbiguous: boolean) => string
  readonly category: Readonly<Record<Category, string>>
  readonly consentAsked: Readonly<Record<ConsentState, string>>
  readonly consentAt: Readonly<Record<ConsentAt | 'unknown', string>>
  readonly consentOutcome: Readonly<Record<ConsentOutcome, string>>
  readonly via: Readonly<Record<Via, string>>
  /** Of a host of the site, which alone is known to have received it: by whose form of requests it was recognised. */
  readonly inFormOf: (host: string, entity: string) => string
  readonly exposure: Readonly<Record<AddressExposure, string>>
  readonly certainty: Readonly<Record<Certainty, string>>
  /** How much a vocabulary word says about somebody. */
  readonly sensitivity: Readonly<Record<Sensitivity, string>>
  readonly matchSource: Readonly<Record<MatchSource, string>>
  readonly control: Readonly<Record<ControlResult, string>>
  readonly recognisedBy: Readonly<Record<RecognisedBy, string>>
  readonly status: Readonly<Record<'pending' | 'confirmed' | 'dismissed', string>>
  readonly condition: Readonly<Record<Condition, string>>
  /** Headings, heads of tables, names of facts. */
  readonly label: Readonly<Record<Label, string>>
  readonly refusal: Readonly<Record<Refusal, string>>
  readonly phrase: {
    /** Ends a list of sites; two or more. */
    readonly andMore: (count: number) => string
    /** The same as an element of the list; two or more. */
    readonly others: (count: number) => string
    readonly moreInDatabase: (count: number) => string
    /** What is folded behind it. */
    readonly further: (count: number) => string
    readonly furtherFields: (count: number) => string
    /** Of one finding: leaks that the page leaves out. */
    readonly moreSent: (count: number) => string
    readonly moreHeaders: (count: number) => string
    readonly moreInReport: (count: number) => string
    /** `_fbp (Cookie, .clinic.example), first at the step "Search", by …`; `by` is a host or a word of `storedBy`. */
    readonly kept: (name: string, what: string, place: string, step: string | null, by: string) => string
    /** Of a value that nothing decoded: which kind it changes with, where that could be told. */
    readonly variesWith: (kind: string | null) => string
    /** Where a rule stands. */
    readonly listLine: (list: string, line: number) => string
    readonly seen: (inCaptures: number, ofCaptures: number, leaks: number) => string
    /** In so many of the captures that repeat it. */
    readonly seenOf: (inCaptures: number, ofCaptures: number) => string
    readonly requests: (all: number, third: number) => string
    readonly requestsTo: (counts: readonly string[], more: number) => string
    readonly sources: (har: number, netlog: number | null, explained: number | null) => string
    readonly captures: (count: number) => string
    /** Tests or inputs that left no analysis. */
    readonly lost: (count: number) => string
    readonly occurrences: (count: number) => string
    readonly repeated: (count: number) => string
    readonly recipients: (count: number) => string
    readonly requestCount: (count: number) => string
    readonly findingCount: (count: number) => string
    /** Where no script is named that asked. */
    readonly byPage: string
    readonly page: (page: number, pages: number) => string
    readonly yes: string
    readonly no: string
    /** `by`: declared, shown, unknown. */
    readonly egress: (local: readonly string[], seen: readonly string[], by: string) => string
    readonly clock: (skewMs: number, withinMs: number, servers: number) => string
    readonly layerBytes: (bytes: number) => string
    readonly bytes: (start: number, end: number) => string
  }
  /** How it was found out: sentences of which each says what is true of some captures, then two paragraphs. */
  readonly method: Readonly<Record<Method, string>>
  readonly severityRule: (rule: string) => string
  readonly picture: Readonly<Record<PictureRole, string>>
  readonly storedBy: Readonly<Record<'script' | 'before', string>>
  /** Facts to compare with the law, never what follows from it. */
  readonly provision: Readonly<Record<Provision, string>>
  readonly sentence: {
    /** `site` is named where a report is about several. */
    readonly received: (
      site: string | null, state: ConsentAt | 'unknown', recipients: readonly string[], things: readonly string[],
    ) => string
    /** Of many sites, before the gravest of them are named. */
    readonly acrossSites: (leaking: number, sites: number, recipients: number) => string
    /** One of several sites, of which nothing is reported. */
    readonly siteNoneObserved: (site: string, states: readonly string[], coverage: string) => string
    readonly siteInconclusive: (site: string, broken: number, captures: number) => string
    readonly more: (recipients: number) => string
    readonly noneObserved: (captures: number, states: readonly string[], values: number) => string
    readonly noneNote: string
    readonly coverageIs: (coverage: string, means: string) => string
    readonly blindSpots: (spots: readonly string[]) => string
    /** `isDirect`: no proxy stood in between. */
    /** `unconfirmed`: domains beside these, which may not have been reached. */
    readonly contacted: (domains: number, isDirect: boolean, unconfirmed?: number) => string
    /** `proved` of `findings` that could be proved. */
    readonly control: (captures: number, proved: number, findings: number, dropped: number) => string
    readonly inconclusive: (broken: number, captures: number) => string
    readonly nothingRead: string
    /** In place of the target, where there is no capture. */
    readonly noTarget: string
    readonly brokenToo: (broken: number, captures: number) => string
    readonly reason: (capture: string, reason: string) => string
    readonly noReason: string
  }
}

/** What another stage wrote, in the language of the report where that is known. */
export function retold(english: string, words: Words): string {
  return words.said(english) ?? english
}
