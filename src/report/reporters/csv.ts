/**
 * One row for each leak, in the columns of the view `leak`, then site and status of the finding, the head of the chain
 * of custody and the fingerprint of the key (RFC 4180, UTF-8 with a byte order mark, without which spreadsheets take it
 * for another encoding). A cell that would be a formula begins with an apostrophe.
 */
import type { LeakRecord, Report } from '../../model.js'
import { custodyFields } from '../custody.js'
import type { Reporter } from '../reporter.js'
import { toCsvCell } from '../text.js'
import { writeAll } from '../write.js'

const COLUMNS: { readonly [K in keyof LeakRecord]-?: string } = {
  leakId: 'leak_id', findingId: 'finding_id', analysisId: 'analysis_id', captureId: 'capture_id', runId: 'run_id',
  target: 'target', entry: 'entry', url: 'url', method: 'method', startedAt: 'started_at', pageUrl: 'page_url',
  frameUrl: 'frame_url', serverIp: 'server_ip', recipientHost: 'recipient_host', recipientDomain: 'recipient_domain',
  recipientEntity: 'recipient_entity', recipientCountry: 'recipient_country', recipientCategory: 'recipient_category',
  recipientVia: 'recipient_via', kind: 'kind', matchSource: 'match_source', termId: 'term_id', label: 'label',
  part: 'part', field: 'field', layers: 'layers', transform: 'transform', pointer: 'pointer', startByte: 'start_byte',
  endByte: 'end_byte', excerpt: 'excerpt', delivery: 'delivery', certainty: 'certainty', severity: 'severity',
  severityRule: 'severity_rule', rule: 'rule', scenario: 'scenario', step: 'step', consentAsked: 'consent_asked',
  consentAt: 'consent_at', harSha256: 'har_sha256', fingerprint: 'fingerprint', recipientRule: 'recipient_rule',
  control: 'control', action: 'action', actionLocation: 'action_location',
}
const NAMES = Object.keys(COLUMNS) as (keyof LeakRecord)[]
const BYTE_ORDER_MARK = '\uFEFF'
/** What a cell of a common spreadsheet can hold. */
const LONGEST = 32_000

function* pieces(report: Report): Generator<string> {
  yield `${BYTE_ORDER_MARK}${[...Object.values(COLUMNS), 'site', 'status', 'chain_head', 'key_fingerprint'].join(',')}\r\n`
  const { chainHead, keyFingerprint } = custodyFields(report) ?? { chainHead: '', keyFingerprint: '' }
  for (const { leaks, site, status } of report.findings) {
    for (const leak of leaks) {
      const cells = [...NAMES.map((name) => leak[name] ?? null), site, status, chainHead, keyFingerprint]
      yield `${cells.map((cell) => toCsvCell(typeof cell === 'string' ? cell.slice(0, LONGEST) : cell)).join(',')}\r\n`
    }
  }
}

const csv: Reporter = {
  extension: '.csv',
  write: (report, out) => writeAll(out, pieces(report)),
}
export default csv
