/** The report for a pull request, a ticket or a wiki: sentences and tables. Nothing in it is a link or an image. */
import type { Report } from '../../model.js'
import { custodyLine } from '../custody.js'
import type { Reporter } from '../reporter.js'
import { asTold, cellOf, datumOf, labelOf, nameOf, recipientCell, toFlows, toSentences } from '../summary.js'
import { toMarkdown } from '../text.js'
import { retold, type Words } from '../words.js'
import { wordsOf } from '../words/languages.js'
import { writeAll } from '../write.js'

const MOST_ROWS = 200

type Rows = readonly (readonly string[])[]

function* pieces(all: Report, words: Words): Generator<string> {
  const report = asTold(all)
  const { label } = words
  const { target, verdict, basis } = toSentences(report, words)
  yield `# ${words.title} · ${toMarkdown(target)}\n\n`
  for (const sentence of verdict) yield `- **${toMarkdown(sentence, 2000)}**\n`
  yield '\n'
  for (const sentence of basis) yield `- ${toMarkdown(sentence, 2000)}\n`

  const flows = toFlows(report)
  const captures = new Map(report.captures.map((capture) => [capture.captureId, nameOf(capture, words)]))
  yield* table(label.whoReceived, [
    label.recipient, label.what, label.consent, label.step, label.severity,
  ], flows.map((flow) => [
    recipientCell(flow, words),
    flow.kinds.map((kind) => cellOf(kind, words)).join(', '),
    words.consentAt[flow.consentAt],
    flow.steps.slice(0, 3).map((step) => retold(step, words)).join('; ') + (flow.steps.length > 3 ? ' …' : ''),
    words.severity[flow.severity],
  ]), words)
  yield* table(label.coverage, [
    label.capture, label.site, label.consent, label.coverage, label.requests, label.thirdParties, label.reasons,
  ], report.captures.map((capture) => [
    nameOf(capture, words),
    capture.site,
    capture.consentOutcome === null ? '' : words.consentOutcome[capture.consentOutcome],
    words.coverage[capture.coverage],
    String(capture.requestCount),
    String(capture.thirdPartyRequestCount),
    [...capture.coverageReasons, ...capture.blindSpots].map((one) => retold(one, words)).join(' '),
  ]), words)
  yield* table(label.findings, [
    label.severity, label.recipient, label.what, label.field, label.layers, label.seen, label.status, label.fingerprint,
  ], report.findings.map((finding) => [
    words.severity[finding.severity],
    finding.recipientDomain,
    `${datumOf(finding, words)}${words.colon}${labelOf(finding, words)}`,
    finding.part === finding.field ? finding.part : `${finding.part} ${finding.field}`,
    [finding.leaks[0]?.layers ?? '', finding.leaks[0]?.transform ?? ''].filter((text) => text !== '').join('; '),
    words.phrase.seen(finding.seenIn, finding.seenOf, finding.leaks.length),
    words.status[finding.status],
    finding.fingerprint.slice(0, 12),
  ]), words)
  yield* table(label.diagnostics, [
    label.code, label.capture, label.entry, label.message,
  ], report.diagnostics.map(({ code, captureId, entry, message }) => [
    code, captures.get(captureId ?? '') ?? '', entry === null ? '' : String(entry), retold(message, words),
  ]), words)
  yield `\ntattle ${toMarkdown(report.tattleVersion)}, ${toMarkdown(report.generatedAt)}${custodyLine(report)}\n`
}

function* table(title: string, head: readonly string[], rows: Rows, words: Words): Generator<string> {
  if (rows.length === 0) return
  yield `\n## ${title}\n\n| ${head.join(' | ')} |\n|${head.map(() => '---|').join('')}\n`
  for (const row of rows.slice(0, MOST_ROWS)) yield `| ${row.map((cell) => toMarkdown(cell)).join(' | ')} |\n`
  if (rows.length > MOST_ROWS) yield `\n${words.phrase.moreInDatabase(rows.length - MOST_ROWS)}\n`
}

const markdown: Reporter = {
  extension: '.md',
  write: (report, out, presentation) => writeAll(out, pieces(report, wordsOf(presentation?.language ?? 'en'))),
}
export default markdown
