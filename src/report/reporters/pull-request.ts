/**
 * Markdown for a comment on a pull request or for a job's summary: what the change does to the site's visitors, on one
 * screen. What is known already is only counted.
 */
import type { CheckState, Report } from '../../model.js'
import { custodyLine } from '../custody.js'
import { sentenceOf, toPlaced, type PlacedFinding } from '../places.js'
import type { Reporter } from '../reporter.js'
import { toSentences } from '../summary.js'
import { toMarkdown } from '../text.js'
import { en as words } from '../words.js'
import { writeAll } from '../write.js'

const MOST_ROWS = 50

function* pieces(report: Report): Generator<string> {
  const placed = toPlaced(report)
  const failing = placed.filter(({ fails }) => fails)
  const { check } = report
  const { target, verdict, basis } = toSentences(report, words)
  const isBroken = report.coverage === 'broken'
  const failures = failing.length + (check?.failures.length ?? 0)
  const outcome = failures > 0 ? `${failures} to look at` : isBroken ? 'inconclusive' : 'no new leaks observed'
  yield `### tattle: ${outcome}\n\n**${toMarkdown(target)}**\n\n`
  if (check === undefined) for (const sentence of verdict) yield `${toMarkdown(sentence, 1000)}\n\n`
  if (failing.length > 0) {
    yield '| severity | what reached whom | place | why it counts |\n|---|---|---|---|\n'
    for (const one of failing.slice(0, MOST_ROWS)) yield row(one)
    if (failing.length > MOST_ROWS) yield `\n${failing.length - MOST_ROWS} more.\n`
    yield '\n'
  }
  for (const failure of check?.failures ?? []) yield `- ${toMarkdown(failure, 500)}\n`
  for (const { severity, kind, recipient, part, field, scenario, consentAsked } of check?.gone.slice(0, MOST_ROWS) ?? []) {
    yield `- gone: ${severity} ${toMarkdown(kind)} → ${toMarkdown(recipient, 100)}, ${part} ${toMarkdown(field, 100)} ` +
      `(${toMarkdown(scenario, 100)}, ${consentAsked ?? 'imported'})\n`
  }
  const count = (state: CheckState): number => placed.filter((one) => one.state === state).length
  if (check !== undefined) {
    yield `\n${count('known')} known, ${count('allowed')} allowed, ${count('newly-detectable')} newly detectable, ` +
      `${check.gone.length} gone.\n`
  }
  yield '\n<details><summary>What this rests on</summary>\n\n'
  for (const sentence of [...basis, ...check?.notes ?? []]) yield `- ${toMarkdown(sentence, 600)}\n`
  yield `\ntattle ${toMarkdown(report.tattleVersion)}${custodyLine(report)}\n\n</details>\n`
}

function row(placed: PlacedFinding): string {
  const { severity, place, reason } = placed
  const where = place === null ? '' : `${place.file}${place.line === null ? '' : `:${place.line}`}`
  return `| ${severity} | ${toMarkdown(sentenceOf(placed), 500)} | ${toMarkdown(where, 200)} | ${toMarkdown(reason, 300)} |\n`
}

const pullRequest: Reporter = {
  extension: '.md',
  write: (report, out) => writeAll(out, pieces(report)),
}
export default pullRequest
