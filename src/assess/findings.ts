/** Which leaks are the same finding: one kind of datum, to one recipient, in one field. */
import type { Diagnostic, FindingRecord, Target } from '../model.js'
import { FINGERPRINT_VERSION, findingIdOf, fingerprintOf, type Distinct } from './fingerprint.js'
import { partyOf, viaOf } from './party.js'
import type { Seen, Sighting } from './seen.js'

export interface FindingSetting {
  readonly target: Target
  readonly site: string
  /** Registrable domains. */
  readonly firstParty: ReadonlySet<string>
  readonly normaliseField: (field: string) => string
}

export interface Findings {
  /** The finding of a sighting, the same for all that are the same. */
  toFinding(sighting: Sighting, item: Seen): FindingRecord
  /** Says so where a finding stands for several. */
  notes(): Diagnostic[]
}

/** Of findings that are remembered; a hostile capture may have one for each entry. */
const MOST_FINDINGS = 10_000
/** In which a recipient is told of one kind: each is a finding, and a page may give every request names of its own. */
const MOST_FIELDS = 1_000
/** The field of the finding that stands for all further ones. */
const FURTHER = '*'

export function createFindings({ target, site, firstParty, normaliseField }: FindingSetting): Findings {
  const known = new Map<string, FindingRecord>()
  /** Of each recipient and kind the fields that are findings of their own. */
  const fields = new Map<string, Set<string>>()
  const together = new Map<string, Diagnostic>()

  return {
    toFinding(sighting, item) {
      const { match: { term, fieldPath, transforms }, part } = sighting
      const via = viaOf(item, partyOf(item, firstParty))
      const key = `${term.kind}\n${term.id}\n${item.recipient.domain}\n${via}\n${part}\n${transforms.length > 0}\n${fieldPath}`
      const finding = known.get(key) ?? toRecord(withinBounds({
        site, kind: term.kind, termOrdinal: term.ordinal, recipientDomain: item.recipient.domain, recipientVia: via, part,
        field: normaliseField(fieldPath), transformFamily: transforms.length > 0 ? 'hashed' : 'plain',
      }), target)
      if (known.size < MOST_FINDINGS) known.set(key, finding)
      return finding
    },
    notes: () => [...together.values()],
  }

  function withinBounds(distinct: Distinct): Distinct {
    const { kind, recipientDomain, recipientVia, part, field, transformFamily } = distinct
    const group = `${kind}\n${recipientDomain}\n${recipientVia}\n${part}\n${transformFamily}`
    const own = fields.get(group) ?? new Set()
    fields.set(group, own)
    if (own.size < MOST_FIELDS) own.add(field)
    if (own.has(field)) return distinct
    together.set(group, { code: 'findings-together', message: `${recipientDomain} received ${kind} in more than ${MOST_FIELDS} ` +
      `fields of the ${part}: further ones are one finding, whose field is called ${FURTHER}; each leak names its own.` })
    return { ...distinct, field: FURTHER }
  }
}

function toRecord(distinct: Distinct, target: Target): FindingRecord {
  const fingerprint = fingerprintOf(distinct)
  // What is spread comes last: V8 gives members that are added to a copy three times the room.
  return { findingId: findingIdOf(target, fingerprint), fingerprint, fingerprintVersion: FINGERPRINT_VERSION, target, ...distinct }
}
