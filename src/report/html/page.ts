/**
 * The report as one page: a file that needs no network and no script, and in which nothing that a site sent can act.
 * Yields the page piece by piece.
 */
import { grouped } from '../../grouped.js'
import type { Report } from '../../model.js'
import { asTold, nameOf, titleOf } from '../summary.js'
import { custodyLine } from '../custody.js'
import { clip } from '../text.js'
import type { Words } from '../words.js'
import { LANGUAGES, wordsOf, type Language } from '../words/languages.js'
import type { Presentation } from '../reporter.js'
import { captureFacts, methodOf } from './conditions.js'
import { consents, hasConsent } from './consent.js'
import { pictureId, type Page } from './context.js'
import { byRecipient, findings } from './findings.js'
import { banner, coverage, matrix, verdict } from './first-screen.js'
import { glance } from './glance.js'
import { NO_ILLUSTRATION, type Picture } from '../illustration.js'
import { contacted, journeys } from './journey.js'
import { facts, folded, longTable, more, told, toTime } from './parts.js'
import { recipientTable } from './recipients.js'
import { storage } from './storage.js'
import { STYLE, STYLE_HASH } from './style.js'
import { html, toMarkup, trusted, type Html } from './template.js'

const MOST_DIAGNOSTICS = 200
/** Of captures of which the same is to be said, and of what is said so. */
const SEEN_ALIKE = 5
const POLICY = `default-src 'none'; style-src '${STYLE_HASH}'; img-src data:; base-uri 'none'; form-action 'none'`
const NAMES: Readonly<Record<Language, string>> = { de: 'Deutsch', fr: 'Français', en: 'English' }

/** In all languages: which one is seen is chosen at the top, without a script. `language` is the one seen first. */
export function* toPage(all: Report, { language = 'en', illustration = NO_ILLUSTRATION, home }: Presentation = {}): Generator<string> {
  const report = asTold(all)
  const words = wordsOf(language)
  yield toMarkup(html`${head(report, words)}<body>
${defs(illustration.pictures)}<nav class="languages" aria-label="Sprache / Langue / Language">${home !== undefined && html`<a href="${home}">${
    words.label.runsOverTime}</a> `}${LANGUAGES.map((one) =>
    html`<input type="radio" name="language" id="in-${one}"${one === language && html` checked=""`}><label for="in-${one}" lang="${one}">${
      NAMES[one]}</label>`)}</nav>
`)
  for (const one of LANGUAGES) {
    const page: Page = { report, words: wordsOf(one), illustration, id: (name) => `${one}-${name}` }
    yield toMarkup(html`<div class="language ${one}" lang="${one}">
`)
    for (const piece of sections(page)) yield toMarkup(piece)
    yield '</div>\n'
  }
  yield '</body>\n</html>\n'
}

function head(report: Report, words: Words): Html {
  const site = clip(report.captures[0]?.site ?? '', 100)
  return html`<!doctype html>
<html lang="${words.locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${report.captures.length === 0 ? words.title : html`${words.target[report.target]}${site !== '' && html`${words.colon}${site}`}`}, ${
    words.verdict[report.verdict]}</title>
<style>${trusted(STYLE)}</style>
</head>
`
}

/** Each picture once; the languages refer to it. */
function defs(pictures: readonly Picture[]): Html | false {
  const distinct = [...new Map(pictures.map((picture) => [pictureId(picture), picture])).values()]
  return distinct.length > 0 && html`<svg class="defs" width="0" height="0" aria-hidden="true" focusable="false"><defs>${
    distinct.map((picture) => html`<symbol id="${pictureId(picture)}" viewBox="0 0 1280 720"><image width="1280" height="720" preserveAspectRatio="xMidYMin meet" href="data:${
      mediaType(picture.image)};base64,${Buffer.from(picture.image).toString('base64')}"></image></symbol>
`)}</defs></svg>
`
}

function mediaType(image: Uint8Array): string {
  return image[0] === 0x89 ? 'image/png' : 'image/jpeg'
}

function* sections(page: Page): Generator<Html> {
  const { report, words } = page
  const anchors = new Map(byRecipient(report).map(([{ key }], index) => [key, page.id(`recipient-${index + 1}`)]))
  const anchorOf = (key: string): string | null => anchors.get(key) ?? null
  yield banner(report, words)
  yield html`<main>\n`
  yield verdict(report, words)
  yield glance(page)
  yield contents(page)
  yield matrix(page, anchorOf)
  yield coverage(page)
  yield* findings(page, anchorOf)
  yield recipientTable(page)
  yield journeys(page)
  yield consents(page)
  yield storage(page)
  yield contacted(page)
  yield blindSpots(page)
  yield diagnostics(page)
  yield method(page)
  yield html`</main>
<footer>tattle ${clip(report.tattleVersion, 40)}, ${toTime(report.generatedAt)} UTC${custodyLine(report)}</footer>
`
}

function contents({ report, words, illustration, id }: Page): Html {
  const { label } = words
  const places: readonly (readonly [string, string, boolean])[] = [
    ['matrix', label.whoReceived, report.findings.length > 0],
    ['coverage', label.coverage, report.captures.length > 0],
    ['findings', label.findings, true],
    ['recipients', label.recipients, report.findings.length > 0],
    ['journey', label.journey, report.captures.length > 0],
    ['consent', label.consent, report.captures.some(hasConsent)],
    ['storage', label.storage, illustration.storage.length > 0],
    ['contacted', label.contacted, report.captures.some((capture) => capture.contacted.length > 0)],
    ['blind', label.blindSpots, report.captures.length > 0],
    ['diagnostics', label.diagnostics, report.diagnostics.length > 0],
    ['method', label.method, true],
  ]
  return html`<p class="paper dim">${label.onPaper}</p>
<nav class="contents" aria-label="${label.contents}"><ol>${places.filter(([, , there]) => there).map(([name, title]) =>
    html`<li><a href="#${id(name)}">${title}</a></li>`)}</ol></nav>
`
}

/** What broke captures, and what they cannot show; those of which the same is to be said stand together. */
function blindSpots({ report, words, illustration, id }: Page): Html {
  if (report.captures.length === 0) return html``
  const { label } = words
  const alike = grouped(report.captures, ({ captureId, coverage, coverageReasons, blindSpots: spots }) =>
    JSON.stringify([coverage, coverageReasons, spots, illustration.missing.get(captureId)]))
  return html`<section id="${id('blind')}"><h2>${label.blindSpots}</h2>
${folded([...alike.values()], (part) => html`<dl>${part.map((captures) => {
    const [capture] = captures
    if (capture === undefined) return false
    const missing = illustration.missing.get(capture.captureId)
    const spots = [...capture.coverageReasons, ...capture.blindSpots]
    return html`<dt>${folded(captures, (some) => some.map((one) => html`${titleOf(one, words)}<br>`), words, SEEN_ALIKE)}</dt><dd>${spots.length === 0
      ? words.coverageMeans[capture.coverage]
      : html`<ul class="plain">${spots.slice(0, 30).map((spot) => html`<li>${told(spot, words, 400)}</li>`)}</ul>${more(spots.length - 30, words)}`}${
      missing !== undefined && html`<p class="dim">${label.evidenceMissing}${words.colon}${told(missing, words, 300)}</p>`}</dd>`
  })}</dl>
`, words, SEEN_ALIKE)}</section>
`
}

function diagnostics({ report, words, id }: Page): Html {
  if (report.diagnostics.length === 0) return html``
  const { label } = words
  const captures = new Map(report.captures.map((capture) => [capture.captureId, nameOf(capture, words)]))
  return html`<section id="${id('diagnostics')}"><h2>${label.diagnostics}</h2>
${longTable('', [
    { title: label.code }, { title: label.capture }, { title: label.entry, number: true }, { title: label.message },
  ], report.diagnostics.slice(0, MOST_DIAGNOSTICS).map(({ code, captureId, entry, message }) => [
    clip(code, 80),
    captureId === null ? '' : captures.get(captureId) ?? clip(captureId, 40),
    entry,
    told(message, words, 600),
  ]), words)}${more(report.diagnostics.length - MOST_DIAGNOSTICS, words)}</section>
`
}

function method(page: Page): Html {
  const { report, words, id } = page
  const { label } = words
  return html`<section id="${id('method')}"><h2>${label.method}</h2>
${methodOf(report.captures, words).map((paragraph) => html`<p>${paragraph}</p>
`)}${report.runs.slice(0, 50).map((run) => html`<h3>${label.run} <code>${clip(run.runId, 80)}</code></h3>
${facts([
    [label.what, html`<code>${clip(run.command, 600)}</code> ${clip(run.label ?? '', 100)}`],
    [label.time, `${toTime(run.startedAt)} – ${toTime(run.endedAt)}`],
    [label.versions, `tattle ${clip(run.tattleVersion, 40)}, Node ${clip(run.nodeVersion, 40)}`],
  ])}`)}${captureFacts(page)}</section>
`
}
