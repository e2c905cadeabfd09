/**
 * SARIF 2.1.0 (OASIS), as code scanning reads it: a rule for each kind of datum, a result for each finding in each
 * scenario and consent state, at the scenario's line, with the way step → request → recipient as its code flow. What was
 * sent is not in it.
 */
import { isLost, lostIn } from '../../lost.js'
import { KINDS, type Report, type Severity } from '../../model.js'
import { custodyFields } from '../custody.js'
import { bareUrl, sentenceOf, toPlaced, type Place, type PlacedFinding } from '../places.js'
import type { Reporter } from '../reporter.js'
import { recipientCell } from '../summary.js'
import { clip, toPlain } from '../text.js'
import { en as words } from '../words.js'
import { writeAll } from '../write.js'

const LEVEL: Readonly<Record<Severity, string>> =
  { critical: 'error', high: 'error', medium: 'warning', low: 'note', info: 'note' }
/** What code scanning sorts by, 0 to 10. */
const SCORE: Readonly<Record<Severity, string>> =
  { critical: '9.5', high: '8.0', medium: '5.5', low: '3.0', info: '1.0' }
const BASELINE = {
  'new': 'new', 'graver': 'updated', 'expired': 'unchanged', 'newly-detectable': 'unchanged', 'known': 'unchanged',
  'allowed': 'unchanged', 'dismissed': 'unchanged',
} as const

function* pieces(report: Report): Generator<string> {
  const placed = toPlaced(report)
  const kinds = KINDS.filter((kind) => placed.some(({ finding }) => finding.kind === kind))
  const sites = [...new Set(report.captures.map(({ site }) => clip(toPlain(site), 100)))]
  const driver = {
    name: 'tattle',
    semanticVersion: report.tattleVersion,
    rules: kinds.map((kind) => ({
      id: kind,
      name: kind.replace(/(?:^|[.-])([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      shortDescription: { text: `${words.kind[kind]} reaches a third party` },
      help: {
        text: `A request that left during the visit carried this, plain or hashed, to somebody other than the site: ${words.kind[kind]}. ` +
          'The code flow names the step, the request and the recipient.',
      },
      defaultConfiguration: { level: 'warning' },
      properties: {
        'tags': ['security', 'privacy'],
        'security-severity': SCORE[worst(placed.filter(({ finding }) => finding.kind === kind))],
      },
    })),
  }
  const head = {
    tool: { driver },
    automationDetails: { id: `tattle/${report.target}/${sites.join('+')}/` },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { SRCROOT: { description: { text: 'The folder that the run was started in.' } } },
    invocations: [{
      executionSuccessful: report.coverage !== 'broken',
      endTimeUtc: report.generatedAt,
      toolExecutionNotifications: notificationsOf(report),
    }],
    properties: { target: report.target, verdict: report.verdict, coverage: report.coverage, ...custodyFields(report) },
  }
  yield '{\n  "$schema": "https://json.schemastore.org/sarif-2.1.0.json",\n  "version": "2.1.0",\n  "runs": [{\n'
  for (const [name, value] of Object.entries(head)) yield `    ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`
  yield '    "results": ['
  for (const [at, one] of placed.entries()) {
    yield `${at === 0 ? '' : ','}\n      ${JSON.stringify(toResult(one, kinds.indexOf(one.finding.kind)))}`
  }
  yield `${placed.length > 0 ? '\n    ' : ''}]\n  }]\n}\n`
}

function toResult(placed: PlacedFinding, ruleIndex: number): object {
  const { finding, leak, leaks, place, severity, state, reason, id, scenario, consentAsked, seenIn, seenOf } = placed
  const text = sentenceOf(placed)
  const isSuppressed = state === 'allowed' || state === 'dismissed'
  return {
    ruleId: finding.kind,
    ruleIndex,
    level: LEVEL[severity],
    kind: 'fail',
    message: { text },
    locations: place === null ? [] : [{ physicalLocation: toLocation(place) }],
    fingerprints: { 'tattle/v1': finding.fingerprint },
    partialFingerprints: { 'tattleFinding/v1': id },
    codeFlows: [{ threadFlows: [{ locations: flowOf(placed) }] }],
    occurrenceCount: leaks.length,
    ...(state === null ? {} : { baselineState: BASELINE[state] }),
    ...(isSuppressed
      ? { suppressions: [{ kind: 'external', status: 'accepted', justification: clip(toPlain(reason), 500) }] }
      : {}),
    properties: {
      severity, scenario: clip(toPlain(scenario), 200), consentAsked, consentAt: leak.consentAt,
      recipient: clip(toPlain(finding.recipientDomain), 200), recipientCategory: finding.recipientCategory,
      certainty: leak.certainty, seenIn, seenOf, state, target: leak.target,
    },
  }
}

function flowOf({ leak, step, place, finding }: PlacedFinding): object[] {
  const at = place === null ? {} : { physicalLocation: toLocation(place) }
  const title = leak.step ?? step?.title ?? 'outside of any step'
  const text = leak.action === null ? `Step: ${title}` : `Step: ${title}, ${leak.action}`
  const { recipientDomain: recipient, recipientEntity: entity, recipientVia: via } = finding
  const who = recipientCell({ recipient, entity, via }, words)
  return [
    { executionOrder: 1, location: { ...at, message: { text: clip(toPlain(text), 300) } }, importance: 'essential' },
    {
      executionOrder: 2,
      location: {
        message: { text: `Request: ${clip(toPlain(leak.method), 20)} ${bareUrl(leak.url)}` },
        logicalLocations: [{ fullyQualifiedName: bareUrl(leak.url), kind: 'resource' }],
      },
      importance: 'essential',
      ...(leak.startedAt === null ? {} : { executionTimeUtc: leak.startedAt }),
    },
    {
      executionOrder: 3,
      location: {
        message: { text: clip(toPlain(`Recipient: ${who} (${leak.recipientCategory}), ${leak.part} ${leak.field}`), 300) },
        logicalLocations: [{ name: clip(toPlain(leak.recipientDomain), 200), kind: 'module' }],
      },
      importance: 'essential',
    },
  ]
}

function toLocation({ file, line, column }: Place): object {
  const isRelative = !/^([a-z]:)?\//i.test(file)
  return {
    artifactLocation: { uri: toUri(file), ...(isRelative ? { uriBaseId: 'SRCROOT' } : {}) },
    ...(line === null ? {} : { region: { startLine: line, ...(column === null ? {} : { startColumn: column }) } }),
  }
}

function toUri(file: string): string {
  const path = file.split('/').map((part) => encodeURIComponent(toPlain(part))).join('/')
  if (/^[a-z]%3A\//i.test(path)) return `file:///${path.replace('%3A', ':')}`
  if (path.startsWith('//')) return `file:${path}` // a share of another machine, whose name comes first
  return path.startsWith('/') ? `file://${path}` : path
}

function notificationsOf(report: Report): object[] {
  const { check, captures, diagnostics } = report
  const broken = captures.flatMap(({ coverageReasons, coverage }) => coverage === 'broken' ? coverageReasons : [])
  const spots = [...new Set(captures.flatMap(({ blindSpots }) => blindSpots))]
  const gone = (check?.gone ?? []).map(({ kind, recipient, part, field, scenario }) =>
    `Gone since the baseline: ${kind} → ${recipient}, ${part} ${field} (${scenario}).`)
  const toNotification = (level: string) => (text: string) => ({ level, message: { text: clip(toPlain(text), 500) } })
  return [
    ...[...lostIn(report), ...broken].map(toNotification('error')),
    ...(check?.failures ?? []).map(toNotification('error')),
    ...[...spots, ...gone].map(toNotification('note')),
    ...diagnostics.filter((one) => !isLost(one)).slice(0, 100).map(({ message }) => toNotification('note')(message)),
  ]
}

function worst(placed: readonly PlacedFinding[]): Severity {
  return (['critical', 'high', 'medium', 'low'] as const).find((grade) => placed.some(({ severity }) => severity === grade)) ?? 'info'
}

const sarif: Reporter = {
  extension: '.sarif',
  write: (report, out) => writeAll(out, pieces(report)),
}
export default sarif
