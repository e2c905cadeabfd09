/**
 * How grave a leak is: one table, read from the top, first row that applies. Every leak names its row.
 */
import { SEVERITIES, type Category, type Certainty, type ConsentAt, type Kind, type Severity } from '../model.js'
import { denies, grantsAnything, type ConsentClaim } from './consent-string.js'

/** What the table may ask about one leak and the request that it stands in. */
export interface SeverityFacts {
  readonly kind: Kind
  readonly category: Category
  readonly certainty: Certainty
  readonly ambiguous: boolean
  readonly consentAt: ConsentAt | null
  /** What the request itself says of consent. */
  readonly claim?: ConsentClaim | undefined
  /** The same request carries a health datum, or an id of it links it to one to the same recipient that did. */
  readonly withHealth: boolean
  /** The same request carries identity data or a persistent id, or an id of it links it to one that did. */
  readonly withPerson: boolean
  /** The same request carries e-mail, phone or postal address. */
  readonly withContact: boolean
}

interface Row {
  readonly rule: string
  readonly severity: Severity
  readonly applies: (facts: SeverityFacts) => boolean
}

const exposing: readonly Category[] = ['advertising', 'social', 'customer-data', 'session-replay']
const functional: readonly Category[] = ['consent', 'payment', 'captcha', 'maps']

const isHealth = (kind: Kind): boolean => kind.startsWith('health.') || kind === 'opaque'
const isIdentity = (kind: Kind): boolean => kind.startsWith('identity.')
const isIdentifier = (kind: Kind): boolean => kind.startsWith('identifier.')
const isExposing = ({ category }: SeverityFacts): boolean => exposing.includes(category)

const table: readonly Row[] = [
  { rule: 'function', severity: 'info', applies: ({ category }) => functional.includes(category) },
  { rule: 'ambiguous-word', severity: 'low', applies: ({ ambiguous }) => ambiguous },
  {
    rule: 'health-with-person',
    severity: 'critical',
    applies: (facts) => isExposing(facts) && facts.kind !== 'network.ip' &&
      (isHealth(facts.kind) ? facts.withPerson : facts.withHealth),
  },
  { rule: 'health', severity: 'high', applies: (facts) => isHealth(facts.kind) && isExposing(facts) },
  { rule: 'identity-with-contact', severity: 'high', applies: (facts) => isIdentity(facts.kind) && facts.withContact && isExposing(facts) },
  { rule: 'identity', severity: 'medium', applies: (facts) => isIdentity(facts.kind) },
  { rule: 'health-to-others', severity: 'medium', applies: (facts) => isHealth(facts.kind) },
  { rule: 'explicit-address', severity: 'medium', applies: (facts) => facts.kind === 'network.ip' && isExposing(facts) },
  { rule: 'address-alone', severity: 'low', applies: (facts) => facts.kind === 'network.ip' },
  { rule: 'identifier-alone', severity: 'low', applies: (facts) => isIdentifier(facts.kind) },
]

/** The severity, and the rule that gave it with its adjustments: `health+against-choice`. */
export function severityOf(facts: SeverityFacts): { severity: Severity; rule: string } {
  const row = table.find(({ applies }) => applies(facts)) ?? { rule: 'unclassified', severity: 'low' as const }
  let rank = SEVERITIES.indexOf(row.severity)
  let rule = row.rule
  if (facts.certainty === 'inferred') {
    rank++
    rule += '+inferred'
  }
  const matters = row.severity !== 'info' // what the function needs, it needs under any choice
  const isRefused = matters && (facts.consentAt === 'rejected' || facts.consentAt === 'withdrawn')
  const isDenied = matters && facts.claim !== undefined && denies(facts.claim, facts.category)
  if (isRefused || isDenied) rank-- // one refusal, however often it was told
  if (isRefused) rule += '+against-choice'
  if (isDenied) rule += '+against-consent-string'
  if (isRefused && facts.claim !== undefined && grantsAnything(facts.claim)) rule += '+claims-consent'
  return { severity: SEVERITIES[Math.min(Math.max(rank, 0), SEVERITIES.length - 1)] ?? 'info', rule }
}
