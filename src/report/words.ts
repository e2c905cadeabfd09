/**
 * The words of every report, in one place and one language each. A further language is a further object of type Words.
 */
import type {
  AddressExposure, Category, Certainty, ConsentAt, ConsentOutcome, ConsentState, Coverage, Kind, MatchSource, Severity,
  Target, Verdict, Via,
} from '../model.js'

export type Label =
  | 'address' | 'analysis' | 'asSent' | 'browser' | 'capture' | 'captures' | 'category' | 'certainty' | 'code'
  | 'conditions'
  | 'consent' | 'consentAsked' | 'contacted' | 'contactedNote' | 'contents' | 'coverage' | 'database' | 'diagnostics'
  | 'entity'
  | 'entry' | 'evidence' | 'field' | 'files' | 'findings' | 'fingerprint' | 'firstParty' | 'firstSeen' | 'further'
  | 'journey'
  | 'lastSeen' | 'layers' | 'leaks' | 'lookedFor' | 'matrix' | 'message' | 'method' | 'noLayers' | 'noneObserved'
  | 'notCovered'
  | 'noFindings' | 'outsideSteps' | 'page' | 'persona' | 'place' | 'pointer' | 'reasons' | 'recipient' | 'recognised'
  | 'recipients' | 'report' | 'requests' | 'rules' | 'run' | 'runs' | 'seen' | 'severity' | 'site' | 'source'
  | 'status' | 'step'
  | 'target' | 'thirdParties' | 'time' | 'transform' | 'value' | 'verdict' | 'versions' | 'via' | 'what' | 'whoReceived' | 'why'

export interface Words {
  /** BCP 47. */
  readonly locale: string
  readonly title: string
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
  readonly category: Readonly<Record<Category, string>>
  readonly consentAsked: Readonly<Record<ConsentState, string>>
  readonly consentAt: Readonly<Record<ConsentAt | 'unknown', string>>
  /** Opens a sentence. */
  readonly while: Readonly<Record<ConsentAt | 'unknown', string>>
  readonly consentOutcome: Readonly<Record<ConsentOutcome, string>>
  readonly via: Readonly<Record<Via, string>>
  readonly exposure: Readonly<Record<AddressExposure, string>>
  readonly certainty: Readonly<Record<Certainty, string>>
  readonly matchSource: Readonly<Record<MatchSource, string>>
  readonly status: Readonly<Record<'pending' | 'confirmed' | 'dismissed', string>>
  /** Headings, heads of tables, names of facts. */
  readonly label: Readonly<Record<Label, string>>
  readonly phrase: {
    readonly moreInDatabase: (count: number) => string
    readonly moreInReport: (count: number) => string
    readonly seen: (inCaptures: number, ofCaptures: number, leaks: number) => string
    readonly requests: (all: number, third: number) => string
    readonly requestsTo: (counts: readonly string[], more: number) => string
    readonly sources: (har: number, netlog: number | null, explained: number | null) => string
    readonly captures: (count: number) => string
    readonly occurrences: (count: number) => string
    readonly repeated: (count: number) => string
    readonly bytes: (start: number, end: number) => string
  }
  /** How it was found out, in paragraphs. */
  readonly method: readonly string[]
  readonly severityRule: (rule: string) => string
  readonly sentence: {
    readonly received: (when: string, recipients: readonly string[], things: readonly string[]) => string
    readonly more: (recipients: number) => string
    readonly noneObserved: (captures: number, states: readonly string[], values: number) => string
    readonly noneNote: string
    readonly coverageIs: (coverage: string, means: string) => string
    readonly blindSpots: (spots: readonly string[]) => string
    readonly contacted: (domains: number) => string
    readonly inconclusive: (broken: number, captures: number) => string
    readonly nothingRead: string
    readonly brokenToo: (broken: number, captures: number) => string
    readonly reason: (capture: string, reason: string) => string
    readonly noReason: string
  }
}

const ENGLISH_RULES: Readonly<Record<string, string>> = {
  'health-with-person':
    'a health datum and an identity or persistent id reach an advertising, social, data or replay recipient together',
  'health': 'a health datum reaches an advertising, social, data or replay recipient',
  'health-to-others': 'a health datum reaches a third party',
  'identity-with-contact': 'identity with contact data reaches an advertising, social, data or replay recipient',
  'identity': 'identity data reach a third party',
  'explicit-address': 'the client address is told to an advertising, social, data or replay recipient',
  'address-alone': 'the client address is told to a third party',
  'identifier-alone': 'a persistent id reaches a third party',
  'ambiguous-word': 'a word that may mean something else',
  'function': 'a service that the function of the site needs',
  'inferred': 'inferred: one lower',
  'against-choice': 'sent against the recorded choice: one higher',
}

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`
const isAre = (count: number): string => count === 1 ? 'is' : 'are'
const list = (items: readonly string[]): string => new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(items)
const ended = (sentence: string): string => /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`

export const en: Words = {
  locale: 'en',
  title: 'Who was told what',
  target: { 'live': 'Live site', 'stand-in': 'Stand-in, not a live site', 'mixed': 'Live site and stand-in, mixed' },
  verdict: { 'leaks': 'Leaks', 'none-observed': 'None observed', 'inconclusive': 'Inconclusive' },
  coverage: { full: 'full', limited: 'limited', broken: 'broken' },
  coverageMeans: {
    full: 'every request of the browser is accounted for',
    limited: 'complete but for the blind spots named',
    broken: 'something was lost',
  },
  severity: { critical: 'critical', high: 'high', medium: 'medium', low: 'low', info: 'info' },
  kind: {
    'health.search': 'search term', 'health.specialty': 'speciality', 'health.reason': 'reason for the visit',
    'health.insurance': 'insurance status', 'health.condition': 'condition', 'health.medication': 'medication',
    'health.practitioner': 'practitioner', 'health.appointment': 'appointment',
    'identity.name': 'name', 'identity.email': 'e-mail address', 'identity.phone': 'phone number',
    'identity.birthdate': 'date of birth', 'identity.address': 'postal address',
    'identity.insurance-number': 'insurance number', 'network.ip': 'client address',
    'identifier.cookie': 'cookie id', 'identifier.click': 'click id', 'identifier.device': 'device id',
    'identifier.account': 'account id', 'opaque': 'undeciphered value',
  },
  received: {
    'health.search': 'the search term', 'health.specialty': 'the speciality',
    'health.reason': 'the reason for the visit',
    'health.insurance': 'the insurance status', 'health.condition': 'a medical condition',
    'health.medication': 'a medication', 'health.practitioner': 'the practitioner',
    'health.appointment': 'the appointment',
    'identity.name': 'the name', 'identity.email': 'the e-mail address', 'identity.phone': 'the phone number',
    'identity.birthdate': 'the date of birth', 'identity.address': 'the postal address',
    'identity.insurance-number': 'the insurance number', 'network.ip': 'the client address in a field',
    'identifier.cookie': 'a cookie id', 'identifier.click': 'a click id', 'identifier.device': 'a device id',
    'identifier.account': 'an account id', 'opaque': 'an undeciphered value that varies with the person',
  },
  linkingId: 'an id that links them to a person',
  hashed: (thing) => `${thing} (hashed)`,
  category: {
    'advertising': 'advertising', 'social': 'social network', 'analytics': 'analytics',
    'session-replay': 'session replay',
    'tag-manager': 'tag manager', 'customer-data': 'customer data', 'ai': 'AI', 'monitoring': 'monitoring',
    'consent': 'consent', 'cdn': 'content delivery', 'payment': 'payment', 'maps': 'maps', 'chat': 'chat',
    'captcha': 'captcha', 'other': 'other third party',
  },
  consentAsked: { 'no-choice': 'no choice', 'reject': 'reject', 'accept': 'accept', 'withdraw': 'withdraw' },
  consentAt: {
    'before-choice': 'before any choice', 'rejected': 'rejected', 'accepted': 'accepted', 'withdrawn': 'withdrawn',
    'no-banner': 'no banner', 'unknown': 'not known',
  },
  while: {
    'before-choice': 'Before any choice was made', 'rejected': 'While “reject” was chosen',
    'accepted': 'While “accept” was chosen', 'withdrawn': 'After consent was withdrawn',
    'no-banner': 'Without any banner shown', 'unknown': 'In an unknown consent state',
  },
  consentOutcome: {
    'reached': 'reached', 'not-offered': 'not offered by the banner', 'no-banner': 'no banner shown',
    'failed': 'not reached',
  },
  via: {
    'direct': 'directly',
    'cname': 'through an alias of the site’s own domain',
    'first-party': 'through the site’s own server',
  },
  exposure: { implicit: 'by the connection', explicit: 'in a field', forwarded: 'in a header' },
  certainty: { exact: 'exact', hashed: 'hashed', inferred: 'inferred' },
  matchSource: {
    'persona': 'value of the persona', 'typed': 'value that was typed in', 'vocabulary': 'word of a vocabulary',
    'client-ip': 'address of the client', 'signature': 'known field of this recipient',
    'site-dictionary': 'id that the site itself gives a name', 'differential': 'varies with the person',
  },
  status: { pending: 'not yet assessed', confirmed: 'confirmed', dismissed: 'dismissed' },
  label: {
    address: 'Base URL', analysis: 'Analysis', asSent: 'As sent', browser: 'Browser', capture: 'Capture',
    captures: 'Captures',
    category: 'Category', certainty: 'Certainty', code: 'Code', conditions: 'Conditions', consent: 'Consent',
    consentAsked: 'Consent asked for', contacted: 'Who was contacted',
    contactedNote: 'Every third party that the browser connected to saw the client address, whatever else it was told.',
    contents: 'Contents', coverage: 'Coverage', database: 'Database', diagnostics: 'Diagnostics', entity: 'Entity',
    entry: 'Entry', evidence: 'Evidence, and where else it was sent',
    field: 'Field', files: 'Files', findings: 'Findings', fingerprint: 'Fingerprint', firstParty: 'First party',
    firstSeen: 'First seen',
    further: 'Where else it was sent', journey: 'What happened when', lastSeen: 'Last seen',
    layers: 'Encoded as', leaks: 'Leaks', lookedFor: 'Looked for', matrix: 'Who received what, and which choice stood',
    message: 'Message', method: 'Method and versions', noLayers: 'plain text', noneObserved: 'none observed',
    notCovered: 'not covered',
    noFindings: 'No finding.', outsideSteps: 'outside of any step', page: 'Page', persona: 'Persona', place: 'Place',
    pointer: 'In the HAR', reasons: 'Reasons and blind spots', recipient: 'Recipient', recognised: 'Recognised by',
    recipients: 'Recipients', report: 'Report', requests: 'Requests', rules: 'Rules', run: 'Run', runs: 'Runs',
    seen: 'Seen', severity: 'Severity', site: 'Site',
    source: 'Source', status: 'Status', step: 'Step', target: 'Target', thirdParties: 'To third parties',
    time: 'Time (UTC)',
    transform: 'Changed by', value: 'Value', verdict: 'Verdict', versions: 'Versions', via: 'Sent', what: 'What',
    whoReceived: 'Who received what', why: 'Why so severe',
  },
  phrase: {
    moreInDatabase: (count) => `${count} more ${count === 1 ? 'is' : 'are'} in the database.`,
    moreInReport: (count) => `${count} more ${count === 1 ? 'is' : 'are'} in the report.`,
    seen: (inCaptures, ofCaptures, leaks) =>
      `in ${inCaptures} of ${plural(ofCaptures, 'capture', 'captures')}, ${plural(leaks, 'time', 'times')}`,
    requests: (all, third) => `${plural(all, 'request', 'requests')}, ${third} to third parties`,
    requestsTo: (counts, more) => `Requests to them: ${counts.join(', ')}${more > 0 ? `, and ${more} more` : ''}.`,
    sources: (har, netlog, explained) =>
      [`${har} in the HAR`, ...(netlog === null ? [] : [`${netlog} in the network log`]),
        ...(explained === null ? [] : [`${explained} explained`])].join(', '),
    captures: (count) => plural(count, 'capture', 'captures'),
    occurrences: (count) => plural(count, 'leak', 'leaks'),
    repeated: (count) => count > 1 ? ` (${count} times)` : '',
    bytes: (start, end) => `bytes ${start} to ${end}`,
  },
  method: [
    'Known values of an invented visitor were typed into the site while every request of the browser was recorded. ' +
    'Each request was taken apart into its fields; each field was peeled of its encodings, and searched for those ' +
    'values, for their hashes, for words of health vocabularies, and for the fields in which known recipients carry ' +
    'ids.',
    'A leak is one datum in one field of one request that reached somebody other than the audited site. A finding is ' +
    'all leaks of one datum to one recipient in one field. What was only attempted, and never left the browser, is ' +
    'no leak.',
    'Severity follows one table: who received it, what it says, what else stood in the same request or was linked to ' +
    'it by an id, and whether the recorded choice forbade it. These are facts about traffic, not a legal judgement.',
  ],
  severityRule: (rule) => rule.split('+').map((name) => ENGLISH_RULES[name] ?? name).join('; '),
  sentence: {
    received: (when, recipients, things) =>
      `${when}, ${list(recipients)} ${recipients.length > 1 ? 'each ' : ''}received ${list(things)}.`,
    more: (recipients) =>
      `${plural(recipients, 'recipient', 'recipients')} in all received data; the table names them.`,
    noneObserved: (captures, states, values) =>
      `None observed: in ${plural(captures, 'capture', 'captures')}${states.length > 0 ? ` (${list(states)})` : ''} ` +
      `none of the ${plural(values, 'value', 'values')} looked for, no known word and no known id was seen in a ` +
      'request to a third party.',
    noneNote: 'That is not proof that nothing was passed on: it covers what these captures show.',
    coverageIs: (coverage, means) => `Coverage: ${coverage} (${means}).`,
    blindSpots: (spots) => `Not seen: ${spots.map((spot) => spot.replace(/[.\s]+$/, '')).join('; ')}.`,
    contacted: (domains) =>
      `${plural(domains, 'third party was', 'third parties were')} contacted and so saw the client address by the ` +
      'connection.',
    inconclusive: (broken, captures) =>
      `Inconclusive: nothing was observed, but ${broken} of ${plural(captures, 'capture', 'captures')} ` +
      `${isAre(broken)} broken.`,
    nothingRead: 'Inconclusive: no capture could be read; the diagnostics say why.',
    brokenToo: (broken, captures) =>
      `${broken} of ${plural(captures, 'capture', 'captures')} ${isAre(broken)} broken, so there may be more.`,
    reason: (capture, reason) => `${capture}: ${ended(reason)}`,
    noReason: 'the analysis could not decide',
  },
}
