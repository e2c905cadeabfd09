/** What came and what went between two reports, and why: the site, the rules, or what was looked at. */
import { grouped } from '../grouped.js'
import { comparable, hides } from '../hiding.js'
import type { Report, ReportCapture, ReportFinding } from '../model.js'

export interface Difference {
  readonly fingerprint: string
  readonly finding: ReportFinding
  /** `site`: seen in other traffic · `rules`: other rules saw it in the same traffic · `unproved`: the other side could
   *  not have seen it. */
  readonly because: 'site' | 'rules' | 'unproved'
  /** A sentence: which rule, or what is missing. */
  readonly detail: string
}

export interface Comparison {
  readonly came: readonly Difference[]
  readonly went: readonly Difference[]
  readonly stayed: readonly ReportFinding[]
}

export function compareReports(before: Report, after: Report): Comparison {
  const inBefore = new Map(before.findings.map((finding) => [finding.findingId, finding]))
  const inAfter = new Map(after.findings.map((finding) => [finding.findingId, finding]))
  const [a, b] = [toSide(before), toSide(after)]
  return {
    came: after.findings.filter(({ findingId }) => !inBefore.has(findingId)).map((finding) => explain(finding, b, a, 'came')),
    went: before.findings.filter(({ findingId }) => !inAfter.has(findingId)).map((finding) => explain(finding, a, b, 'went')),
    stayed: after.findings.filter(({ findingId }) => inBefore.has(findingId)),
  }
}

/** The captures of a report, by their ids and by what was walked. */
interface Side {
  readonly byId: ReadonlyMap<string, ReportCapture>
  readonly byWalk: ReadonlyMap<string, readonly ReportCapture[]>
}

function toSide({ captures }: Report): Side {
  return { byId: new Map(captures.map((capture) => [capture.captureId, capture])), byWalk: grouped(captures, walkOf) }
}

function walkOf({ scenario, site, target }: ReportCapture): string {
  return JSON.stringify([scenario, site, target])
}

/** `finding` is in `shown` and not in `other`. */
function explain(finding: ReportFinding, shown: Side, other: Side, what: 'came' | 'went'): Difference {
  const captureIds = new Set(finding.leaks.map(({ captureId }) => captureId))
  const names = [...new Set(finding.leaks.map(({ rule }) => rule))]
  const rules = `the ${names.length === 1 ? 'rule' : 'rules'} ${names.join(', ')}`
  const base = { fingerprint: finding.fingerprint, finding }
  const digestOf = ({ byId }: Side, captureId: string): string | undefined => byId.get(captureId)?.analysis.rulesDigest
  const shared = [...captureIds].filter((captureId) => digestOf(other, captureId) !== undefined)
  if (shared.length > 0) {
    const sameRules = shared.every((captureId) => digestOf(other, captureId) === digestOf(shown, captureId))
    return {
      ...base, because: 'rules',
      detail: `the same traffic, ${sameRules ? 'other values looked for' : 'other rules'}: seen by ${rules}`,
    }
  }
  const own = [...captureIds].flatMap((captureId) => shown.byId.get(captureId) ?? [])
  const walks = new Set(own.map(walkOf))
  const alike = [...walks].flatMap((walk) => other.byWalk.get(walk) ?? [])
  if (alike.length === 0) return { ...base, because: 'unproved', detail: 'no capture of that scenario on the other side' }
  if (alike.every(({ coverage }) => coverage === 'broken')) return { ...base, because: 'unproved', detail: 'the captures on the other side are broken' }
  const hiding = hidingSpot(finding, own, alike)
  if (hiding !== undefined && what === 'went') return { ...base, because: 'unproved', detail: `it may be sent still, and not have been seen: ${hiding}` }
  const theirs = new Set(alike.map(({ analysis }) => analysis.rulesDigest))
  const ours = new Set([...captureIds].map((captureId) => digestOf(shown, captureId)))
  const differ = [...ours].some((digest) => digest !== undefined && !theirs.has(digest))
  const doubts = [
    ...differ ? ['the rules differ as well, so analyse both again to be sure'] : [],
    ...hiding === undefined ? [] : [`it may have been sent before, and not have been seen: ${hiding}`],
  ]
  return { ...base, because: 'site', detail: [`seen by ${rules}`, ...doubts].join('; ') }
}

/** What the other captures could not see of it, where those that show it could: a blind spot. */
function hidingSpot({ recipientDomain }: ReportFinding, own: readonly ReportCapture[], other: readonly ReportCapture[]): string | undefined {
  if (other.some(({ coverage }) => coverage === 'full')) return undefined
  const known = new Set(own.flatMap(({ blindSpots }) => blindSpots).map(comparable))
  return other.flatMap(({ blindSpots }) => blindSpots).find((spot) => hides(spot, recipientDomain, (one) => known.has(one)))
}
