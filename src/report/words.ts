/**
 * The words of every report, in one place and one language each. A further language is a further object of type Words.
 */
import type {
  AddressExposure, Category, Certainty, ConsentAt, ConsentOutcome, ConsentState, Coverage, Kind, MatchSource, Severity,
  Target, Verdict, Via,
} from '../model.js'

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
  'health-with-person': 'a health datum and an identity or persistent id reach an advertising, social, data or replay recipient together',
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
    'health.search': 'the search term', 'health.specialty': 'the speciality', 'health.reason': 'the reason for the visit',
    'health.insurance': 'the insurance status', 'health.condition': 'a medical condition',
    'health.medication': 'a medication', 'health.practitioner': 'the practitioner', 'health.appointment': 'the appointment',
    'identity.name': 'the name', 'identity.email': 'the e-mail address', 'identity.phone': 'the phone number',
    'identity.birthdate': 'the date of birth', 'identity.address': 'the postal address',
    'identity.insurance-number': 'the insurance number', 'network.ip': 'the client address in a field',
    'identifier.cookie': 'a cookie id', 'identifier.click': 'a click id', 'identifier.device': 'a device id',
    'identifier.account': 'an account id', 'opaque': 'an undeciphered value that varies with the person',
  },
  linkingId: 'an id that links them to a person',
  hashed: (thing) => `${thing} (hashed)`,
  category: {
    'advertising': 'advertising', 'social': 'social network', 'analytics': 'analytics', 'session-replay': 'session replay',
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
    'reached': 'reached', 'not-offered': 'not offered by the banner', 'no-banner': 'no banner shown', 'failed': 'not reached',
  },
  via: { 'direct': 'directly', 'cname': 'through an alias of the site’s own domain', 'first-party': 'through the site’s own server' },
  exposure: { implicit: 'by the connection', explicit: 'in a field', forwarded: 'in a header' },
  certainty: { exact: 'exact', hashed: 'hashed', inferred: 'inferred' },
  matchSource: {
    'persona': 'value of the persona', 'typed': 'value that was typed in', 'vocabulary': 'word of a vocabulary',
    'client-ip': 'address of the client', 'signature': 'known field of this recipient',
    'site-dictionary': 'id that the site itself gives a name', 'differential': 'varies with the person',
  },
  status: { pending: 'not yet assessed', confirmed: 'confirmed', dismissed: 'dismissed' },
  severityRule: (rule) => rule.split('+').map((name) => ENGLISH_RULES[name] ?? name).join('; '),
  sentence: {
    received: (when, recipients, things) =>
      `${when}, ${list(recipients)} ${recipients.length > 1 ? 'each ' : ''}received ${list(things)}.`,
    more: (recipients) => `${plural(recipients, 'recipient', 'recipients')} in all received data; the table names them.`,
    noneObserved: (captures, states, values) =>
      `None observed: in ${plural(captures, 'capture', 'captures')}${states.length > 0 ? ` (${list(states)})` : ''} ` +
      `none of the ${plural(values, 'value', 'values')} looked for, no known word and no known id was seen in a request to a third party.`,
    noneNote: 'That is not proof that nothing was passed on: it covers what these captures show.',
    coverageIs: (coverage, means) => `Coverage: ${coverage} (${means}).`,
    blindSpots: (spots) => `Not seen: ${spots.map((spot) => spot.replace(/[.\s]+$/, '')).join('; ')}.`,
    contacted: (domains) =>
      `${plural(domains, 'third party was', 'third parties were')} contacted and so saw the client address by the connection.`,
    inconclusive: (broken, captures) =>
      `Inconclusive: nothing was observed, but ${broken} of ${plural(captures, 'capture', 'captures')} ${broken === 1 ? 'is' : 'are'} broken.`,
    nothingRead: 'Inconclusive: no capture could be read; the diagnostics say why.',
    brokenToo: (broken, captures) =>
      `${broken} of ${plural(captures, 'capture', 'captures')} ${broken === 1 ? 'is' : 'are'} broken, so there may be more.`,
    reason: (capture, reason) => `${capture}: ${ended(reason)}`,
    noReason: 'the analysis could not decide',
  },
}
