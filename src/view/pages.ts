/** The pages of the viewer. Each is a whole document; what they show is escaped by the templates of the report. */
import { KINDS, SEVERITIES, type FindingRecord, type Report } from '../model.js'
import { article, findingSentence } from '../report/html/findings.js'
import type { Page } from '../report/html/context.js'
import { code, facts, more, pill, table, toTime, withEntity } from '../report/html/parts.js'
import { STYLE } from '../report/html/style.js'
import { html, toMarkup, trusted, type Content, type Html } from '../report/html/template.js'
import type { Illustration } from '../report/illustration.js'
import { labelOf, WORST } from '../report/summary.js'
import { clip } from '../report/text.js'
import type { Refusal, Words } from '../report/words.js'
import { LANGUAGES, type Language } from '../report/words/languages.js'
import { MOST_COUNTED } from '../store/browse.js'
import type {
  Assessed, BrowsedCapture, BrowsedFinding, BrowsedRun, BrowseFilter, ComparedFlow, Comparison, Page as Rows,
} from '../store/browse.js'

export interface Frame {
  readonly words: Words
  readonly language: Language
  /** Path and query of this page, for the links to the other languages. */
  readonly here: string
  readonly target: Report['target'] | null
  /** What a form must carry, so that nothing elsewhere can write in somebody's name. */
  readonly formToken: string
}

export const ROWS = 50
export const STATUSES = ['pending', 'confirmed', 'dismissed'] as const
export const LONGEST_REASON = 4000

/** `again`: seconds after which the page asks anew. */
function document(title: string, frame: Frame, content: Content, again?: number): string {
  const { words, language, here, target } = frame
  const { label } = words
  const link = (path: string, text: string): Html => html`<li><a href="${withLanguage(path, language)}">${text}</a></li>`
  return toMarkup(html`<!doctype html>
<html lang="${words.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
${again !== undefined && html`<meta http-equiv="refresh" content="${again}">
`}<title>${clip(title, 120)} – tattle</title>
<style>${trusted(STYLE)}</style>
</head>
<body>
<header class="target ${target ?? 'live'}"><p>${target === null ? '' : words.target[target]}</p></header>
<nav class="contents bar" aria-label="${label.contents}"><ol>${link('/', label.runsOverTime)}${link('/findings', label.findings)}${
    link('/compare', label.compare)}</ol></nav>
<main>
${content}</main>
<footer><nav aria-label="${label.language}">${LANGUAGES.map((one) =>
    html`<a href="${withLanguage(here, one)}" lang="${one}" hreflang="${one}">${one}</a> `)}</nav></footer>
</body>
</html>
`)
}

/** The same place in another language. `here` is a path of ours. */
function withLanguage(here: string, language: Language): string {
  // A question mark may stand in the query, too.
  const [path = '/', ...query] = here.split('?')
  const parameters = new URLSearchParams(query.join('?'))
  parameters.set('language', language)
  return `${path}?${parameters.toString()}`
}

export function runsPage({ rows, total }: Rows<BrowsedRun>, page: number, frame: Frame): string {
  const { words, language } = frame
  const { label } = words
  return document(label.runsOverTime, frame, html`<h1>${label.runsOverTime}</h1>
${table('', [
    { title: label.time }, { title: label.run }, { title: label.site }, { title: label.verdict }, { title: label.findings },
  ], rows.map((run) => [
    html`<a class="nowrap" href="${withLanguage(`/run/${encodeURIComponent(run.runId)}`, language)}">${toTime(run.startedAt)}</a>`,
    html`${clip(run.label ?? '', 80)}<br><small class="dim">${clip(run.runId, 40)}</small>`,
    firstOf(sitesOf(run), 5, words).map((site) => html`${clip(site, 80)}<br>`),
    verdictsOf(run, words),
    html`<a href="${withLanguage(`/findings?run=${encodeURIComponent(run.runId)}`, language)}">${label.findings}</a>`,
  ]))}${pages('/', total, page, frame)}`)
}

/** Without what has no site. */
export function sitesOf({ captures }: BrowsedRun): string[] {
  return [...new Set(captures.map(({ site }) => site))].filter(Boolean)
}

/** The first so many, and how many there are beside them. */
export function firstOf(texts: readonly string[], most: number, words: Words): string[] {
  const rest = texts.length - most
  return rest < 2 ? [...texts] : [...texts.slice(0, most), words.phrase.andMore(rest)]
}

const MOST_CAPTURES = 12

/** The worst first, so that none that is left out is worse than one that is shown; where any is, how many there are of each. */
function verdictsOf({ captures, lost }: BrowsedRun, words: Words): Html {
  const sorted = WORST.flatMap((verdict) => captures.filter((one) => one.verdict === verdict))
  const counts = WORST.map((verdict) => [verdict, captures.filter((one) => one.verdict === verdict).length] as const).filter(([, count]) => count > 0)
  const rest = sorted.length - MOST_CAPTURES
  return html`${rest > 0 && html`<p>${counts.map(([verdict, count]) => html`${pill(verdict, words.verdict[verdict])} ${count} `)}</p>`}<ul class="plain">${
    (lost > 0 || captures.length === 0) && html`<li>${pill('inconclusive', words.verdict.inconclusive)} ${
      lost > 0 ? words.phrase.lost(lost) : words.phrase.captures(0)}</li>`}${
    sorted.slice(0, MOST_CAPTURES).map(({ verdict, scenario, consentAsked, consentOutcome, isOwnChoice, coverage }) => html`<li>${pill(verdict, words.verdict[verdict])} ${
      [clip(scenario, 60), ...consentAsked === null || isOwnChoice === 1 ? [] : [askedOf(consentAsked, consentOutcome, words)]].join(', ')} <small class="dim">${words.coverage[coverage]}</small></li>`)}${
    rest > 0 && html`<li class="dim">${words.phrase.moreInReport(rest)}</li>`}</ul>`
}

/** What was asked for is no choice that was made. */
function askedOf(asked: string, outcome: BrowsedCapture['consentOutcome'], words: Words): string {
  return `${stateOf(asked, words)}${outcome === null || outcome === 'reached' ? '' : ` (${words.consentOutcome[outcome]})`}`
}

/** A choice in the language of the page. */
export function stateOf(asked: string, words: Words): string {
  return (words.consentAsked as Readonly<Record<string, string>>)[asked] ?? asked
}

/** Until the list of findings is there for the first time. */
export function gatheringPage(frame: Frame): string {
  const { label } = frame.words
  return document(label.findings, frame, html`<h1>${label.findings}</h1>
<p role="status">${label.gathering}</p>
`, 1)
}

export interface Choices {
  readonly sites: readonly string[]
  readonly recipients: readonly string[]
  /** The list is of before: the database has grown since. */
  readonly behind: boolean
}

export function findingsPage(
  found: Rows<BrowsedFinding>, filter: BrowseFilter, page: number, choices: Choices, frame: Frame,
): string {
  const { words, language } = frame
  const { label } = words
  const options = (values: readonly (readonly [string, string])[], chosen: string | undefined): Html =>
    html`<option value="">${label.all}</option>${values.map(([value, text]) =>
      html`<option value="${value}"${value === chosen && html` selected=""`}>${clip(text, 100)}</option>`)}`
  const same = (values: readonly string[]): [string, string][] => values.map((value) => [value, value])
  const field = (name: string, title: string, inner: Html): Html =>
    html`<p><label for="${name}">${title}</label><select id="${name}" name="${name}">${inner}</select></p>`
  return document(label.findings, frame, html`<h1>${label.findings}</h1>
${choices.behind && html`<p role="status">${label.behind}</p>
`}<form method="get" action="/findings" class="filter" role="search">
<p class="wide"><label for="words">${label.search}</label><input type="search" id="words" name="words" value="${
    filter.words ?? ''}" aria-describedby="words-help"><small id="words-help" class="dim">${label.searchHelp}</small></p>
${field('site', label.site, options(same(choices.sites), filter.site))}${
    field('recipient', label.recipient, options(same(choices.recipients), filter.recipient))}${
    field('kind', label.what, options(KINDS.map((kind) => [kind, words.kind[kind]]), filter.kind))}${
    field('severity', label.severity, options(SEVERITIES.map((severity) => [severity, words.severity[severity]]), filter.severity))}${
    field('status', label.status, options(STATUSES.map((status) => [status, words.status[status]]), filter.status))}
${filter.run !== undefined && html`<input type="hidden" name="run" value="${filter.run}">`}<input type="hidden" name="language" value="${language}">
<p><button type="submit">${label.apply}</button></p></form>
<p>${found.total === MOST_COUNTED && '≥ '}${words.phrase.findingCount(found.total)}${filter.run !== undefined && html` <small class="dim">${label.run} ${clip(filter.run, 60)}</small>`}</p>
${table('', [
    { title: label.what }, { title: label.severity }, { title: label.recipient }, { title: label.field },
    { title: label.site }, { title: label.leaks, number: true }, { title: label.lastSeen }, { title: label.status },
  ], found.rows.map((finding) => [
    html`<a href="${withLanguage(`/finding/${encodeURIComponent(finding.findingId)}`, language)}">${kindOf(finding, words)}${words.colon}${clip(labelOf(finding, words), 100)}</a>`,
    pill(finding.severity, words.severity[finding.severity]),
    withEntity(finding.recipientDomain, finding.recipientEntity, words),
    html`${finding.part} ${finding.part !== finding.field && code(finding.field, 80)}`,
    html`<span class="word">${clip(finding.site, 80)}</span>`,
    finding.leaks,
    html`<small class="nowrap">${toTime(finding.lastSeen)}</small>`,
    words.status[finding.status],
  ]))}${pages(pathOf('/findings', { ...filter }), found.total, page, frame)}`)
}

function pathOf(path: string, parameters: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined && value !== '') query.set(name, value)
  return `${path}?${query.toString()}`
}

function pages(path: string, total: number, page: number, { words, language }: Frame): Html | false {
  const last = Math.max(1, Math.ceil(total / ROWS))
  if (last < 2) return false
  const to = (number: number): string => {
    const [base = '/', query = ''] = path.split('?')
    const parameters = new URLSearchParams(query)
    parameters.set('page', String(number))
    return withLanguage(`${base}?${parameters.toString()}`, language)
  }
  return html`<nav class="pages" aria-label="${words.label.pages}">${page > 1 && html`<a rel="prev" href="${to(page - 1)}">${
    words.label.previous}</a>`} <span>${words.phrase.page(page, last)}</span> ${page < last && html`<a rel="next" href="${to(page + 1)}">${
    words.label.next}</a>`}</nav>
`
}

export function findingPage(
  report: Report, illustration: Illustration, assessments: readonly Assessed[], frame: Frame,
): string {
  const { words } = frame
  const { label } = words
  const page: Page = { report, words, illustration, id: (name) => name }
  const [finding] = report.findings
  if (finding === undefined) return refusalPage(404, 'notThere', frame)
  return document(`${words.kind[finding.kind]}, ${finding.recipientDomain}`, frame, html`<h1>${label.oneFinding}</h1>
<p>${findingSentence(finding, words)}</p>
<div class="alone"><h2>${withEntity(finding.recipientDomain, finding.recipientEntity, words)}</h2><h3>${label.evidence}</h3>${article(finding, page, 'alone')}</div>
<section><h2>${label.assessment}</h2>
${assessments.length === 0 ? html`<p>${words.status.pending}</p>
` : table('', [{ title: label.when }, { title: label.status }, { title: label.reason }, { title: label.by }],
    assessments.map(({ assessedAt, status, reason, assessedBy }) =>
      [toTime(assessedAt), words.status[status], clip(reason, 1000), clip(assessedBy, 200)]))}
${assessForm(finding, frame)}</section>
`)
}

function assessForm({ findingId, fingerprint }: FindingRecord, { words, language, formToken }: Frame): Html {
  const { label } = words
  return html`<form method="post" action="${withLanguage(`/finding/${encodeURIComponent(findingId)}`, language)}" class="filter unprinted">
<input type="hidden" name="form" value="${formToken}">
<p><label for="status">${label.status}</label><select id="status" name="status">${STATUSES.map((status) =>
    html`<option value="${status}">${words.status[status]}</option>`)}</select></p>
<p><label for="by">${label.by}</label><input type="text" id="by" name="by" required="" maxlength="200" autocomplete="name"></p>
<p class="wide"><label for="reason">${label.reason}</label><textarea id="reason" name="reason" rows="3" required="" maxlength="${
    LONGEST_REASON}" aria-describedby="assess-note"></textarea><small id="assess-note" class="dim">${label.assessNote}</small></p>
<p><button type="submit">${label.assess}</button></p></form>
${facts([[label.onCommandLine, code(`tattle assess ${fingerprint.slice(0, 12)} --status confirmed --reason "…" --by "…"`, 200)]])}`
}

export function comparePage(
  sides: { readonly a: string; readonly b: string }, options: readonly (readonly [string, string])[],
  flows: Comparison | Refusal | null, frame: Frame,
): string {
  const { words, language } = frame
  const { label } = words
  const choose = (name: 'a' | 'b'): Html => html`<p class="wide"><label for="${name}">${name.toUpperCase()}</label><select id="${name}" name="${name}">${
    options.map(([value, text]) => html`<option value="${value}"${value === sides[name] && html` selected=""`}>${clip(text, 140)}</option>`)}</select></p>`
  return document(label.compare, frame, html`<h1>${label.compare}</h1>
<p>${label.compareNote}</p>
<form method="get" action="/compare" class="filter">${choose('a')}${choose('b')}<input type="hidden" name="language" value="${language}">
<p><button type="submit">${label.compare}</button></p></form>
${typeof flows === 'string' ? html`<p role="alert">${words.refusal[flows]}</p>` : flows !== null && html`<p>A${words.colon}${words.sentence.coverageIs(words.coverage[flows.coverage.a], words.coverageMeans[flows.coverage.a])}<br>
B${words.colon}${words.sentence.coverageIs(words.coverage[flows.coverage.b], words.coverageMeans[flows.coverage.b])}</p>
${part(`${label.onlyIn} A`, flows.onlyA)}${part(`${label.onlyIn} B`, flows.onlyB)}${part(label.inBoth, flows.both)}`}`)

  function part(title: string, { total, rows }: Rows<ComparedFlow>): Html {
    return html`<section><h2>${title} (${total})</h2>
${rows.length === 0 ? html`<p>${label.nothingObserved}</p>
` : table('', [
      { title: label.recipient }, { title: label.what }, { title: label.field }, { title: 'A', number: true }, { title: 'B', number: true },
    ], rows.map((flow) => [
      clip(flow.recipientDomain, 120), kindOf(flow, words),
      html`${flow.part} ${flow.part !== flow.field && code(flow.field, 100)}`, flow.inA, flow.inB,
    ]))}${more(total - rows.length, words)}</section>
`
  }
}

/** `e-mail address (hashed)`, as reports have it. */
function kindOf({ kind, qualities }: Pick<ComparedFlow, 'kind' | 'qualities'>, words: Words): string {
  const { isHashed, isWord, isUnconfirmed } = qualities
  const named = isWord ? words.word(words.kind[kind]) : words.kind[kind]
  const sent = isHashed ? words.hashed(named) : named
  return isUnconfirmed ? words.unconfirmed(sent) : sent
}

/** In place of a page. `detail`: what the program itself says, in English. */
export function refusalPage(status: number, refusal: Refusal, frame: Frame, detail?: string): string {
  return document(String(status), frame, html`<h1>${status}</h1>
<p role="alert">${frame.words.refusal[refusal]}</p>
${detail !== undefined && html`<p lang="en">${clip(detail, 1000)}</p>
`}`)
}
