/**
 * The report as one page: a file that needs no network and no script, and in which nothing that a site sent can act.
 * Yields the page piece by piece.
 */
import type { Report } from '../../model.js'
import { nameOf } from '../summary.js'
import { clip } from '../text.js'
import type { Words } from '../words.js'
import { byRecipient, recipients } from './findings.js'
import { banner, captureFacts, coverage, matrix, verdict } from './first-screen.js'
import { contacted, journeys } from './journey.js'
import { facts, more, table, toTime } from './parts.js'
import { STYLE, STYLE_HASH } from './style.js'
import { html, toMarkup, trusted, type Html } from './template.js'

const MOST_DIAGNOSTICS = 200
const POLICY = `default-src 'none'; style-src '${STYLE_HASH}'; img-src data:; base-uri 'none'; form-action 'none'`

export function* toPage(report: Report, words: Words): Generator<string> {
  const anchors = new Map(byRecipient(report).map(([recipient], index) => [recipient, `recipient-${index + 1}`]))
  const anchorOf = (recipient: string): string | null => anchors.get(recipient) ?? null
  for (const piece of sections(report, words, anchorOf)) yield toMarkup(piece)
}

function* sections(report: Report, words: Words, anchorOf: (recipient: string) => string | null): Generator<Html> {
  yield html`<!doctype html>
<html lang="${words.locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${words.target[report.target]}: ${clip(report.captures[0]?.site ?? words.title, 100)}, ${
    words.verdict[report.verdict]}</title>
<style>${trusted(STYLE)}</style>
</head>
<body>
`
  yield banner(report, words)
  yield html`<main>\n`
  yield verdict(report, words)
  yield contents(report, words)
  yield matrix(report, words, anchorOf)
  yield coverage(report, words)
  yield* recipients(report, words, anchorOf)
  yield journeys(report, words)
  yield contacted(report, words)
  yield diagnostics(report, words)
  yield method(report, words)
  yield html`</main>
<footer>tattle ${clip(report.tattleVersion, 40)}, ${toTime(report.generatedAt)} UTC</footer>
</body>
</html>
`
}

function contents(report: Report, words: Words): Html {
  const { label } = words
  const places: readonly (readonly [string, string, boolean])[] = [
    ['matrix', label.whoReceived, report.findings.length > 0],
    ['coverage', label.coverage, report.captures.length > 0],
    ['recipients', label.findings, true],
    ['journey', label.journey, report.captures.length > 0],
    ['contacted', label.contacted, report.captures.some((capture) => capture.contacted.length > 0)],
    ['diagnostics', label.diagnostics, report.diagnostics.length > 0],
    ['method', label.method, true],
  ]
  return html`<nav aria-label="${label.contents}"><ol>${places.filter(([, , there]) => there).map(([id, title]) =>
    html`<li><a href="#${id}">${title}</a></li>`)}</ol></nav>
`
}

function diagnostics(report: Report, words: Words): Html {
  if (report.diagnostics.length === 0) return html``
  const { label } = words
  const captures = new Map(report.captures.map((capture) => [capture.captureId, nameOf(capture, words)]))
  return html`<section id="diagnostics"><h2>${label.diagnostics}</h2>
${table('', [
    { title: label.code }, { title: label.capture }, { title: label.entry, number: true }, { title: label.message },
  ], report.diagnostics.slice(0, MOST_DIAGNOSTICS).map(({ code, captureId, entry, message }) => [
    clip(code, 80),
    captureId === null ? '' : captures.get(captureId) ?? clip(captureId, 40),
    entry,
    clip(message, 600),
  ]))}${more(report.diagnostics.length - MOST_DIAGNOSTICS, words)}</section>
`
}

function method(report: Report, words: Words): Html {
  const { label } = words
  return html`<section id="method"><h2>${label.method}</h2>
${words.method.map((paragraph) => html`<p>${paragraph}</p>
`)}${report.runs.slice(0, 50).map((run) => html`<h3>${label.run} <code>${clip(run.runId, 80)}</code></h3>
${facts([
    [label.what, html`<code>${clip(run.command, 600)}</code> ${clip(run.label ?? '', 100)}`],
    [label.time, `${toTime(run.startedAt)} – ${toTime(run.endedAt)}`],
    [label.versions, `tattle ${clip(run.tattleVersion, 40)}, Node ${clip(run.nodeVersion, 40)}`],
  ])}`)}${captureFacts(report, words)}</section>
`
}
