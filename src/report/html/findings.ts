/** Recipient by recipient: each finding, the request that carried it, and why it counts. */
import { KINDS, SENSITIVITIES, type LeakRecord, type Report, type ReportCapture, type ReportFinding } from '../../model.js'
import { toActionText } from '../places.js'
import {
  datumOf, isHashed, labelOf, nameOf, rank, recipientKey, recipientOf, thingOf, toFlows, type Flow,
} from '../summary.js'
import { clip } from '../text.js'
import { retold, type Words } from '../words.js'
import { toCarrying } from './carrying.js'
import type { Page } from './context.js'
import { evidenceOf, reproduce } from './evidence.js'
import { code, facts, isLong, more, pill, SEEN, toTime, withEntity } from './parts.js'
import { keptIn } from './storage.js'
import { provisions } from './provisions.js'
import { html, type Content, type Html } from './template.js'

const MOST_RECIPIENTS = 100
const MOST_FINDINGS = 20
const MOST_LEAKS = 2
const MOST_LEAKS_ALONE = 200
const MOST_TRACED = 50

/** Findings of one recipient, worst first; recipients in the order in which the verdict and the matrix name them. */
export function byRecipient(report: Report): [Flow, ReportFinding[]][] {
  const groups = new Map<string, [Flow, ReportFinding[]]>()
  for (const flow of toFlows(report)) if (!groups.has(flow.key)) groups.set(flow.key, [flow, []])
  for (const [key, finding] of report.findings.flatMap(byCompany)) groups.get(key)?.[1].push(finding)
  const worstFirst = (a: ReportFinding, b: ReportFinding): number => rank(a.severity) - rank(b.severity)
  return [...groups.values()].slice(0, MOST_RECIPIENTS).map(([flow, findings]) => [flow, findings.sort(worstFirst)])
}

/** Where several companies behind the site's own host got the same in the same field, what each of them got. */
function byCompany(finding: ReportFinding): [string, ReportFinding][] {
  const parts = new Map<string, LeakRecord[]>()
  for (const leak of finding.leaks) {
    const part = parts.get(recipientKey(leak))
    if (part === undefined) parts.set(recipientKey(leak), [leak])
    else part.push(leak)
  }
  if (parts.size < 2) return [[recipientKey(finding.leaks[0] ?? finding), finding]]
  return [...parts].map(([key, leaks]) => {
    const { severity, severityRule, certainty, label, recipientEntity, recipientCountry, recipientCategory } = leaks[0] ?? finding
    const seenIn = new Set(leaks.map(({ captureId }) => captureId)).size
    return [key, { ...finding, severity, severityRule, certainty, label, recipientEntity, recipientCountry, recipientCategory, seenIn, leaks }]
  })
}

/** Of one finding on the page, or of the part of it that one company got. */
function anchorOf({ findingId, recipientVia, recipientEntity }: ReportFinding): string {
  const company = recipientVia === 'first-party' ? `-${(recipientEntity ?? '').replace(/\W/g, '').slice(0, 24)}` : ''
  return `finding-${findingId.replace(/\W/g, '').slice(0, 24)}${company}`
}

/** One piece for each recipient, so that a large report is never one string. The first is open, the others fold. */
export function* findings(page: Page, headOf: (key: string) => string | null): Generator<Html> {
  const { report, words, id } = page
  const groups = byRecipient(report)
  yield html`<section id="${id('findings')}"><h2>${words.label.findings}</h2>
`
  if (groups.length === 0) yield html`<p>${words.label.noFindings}</p>\n`
  const seen = isLong(groups.length) ? SEEN : groups.length
  for (const [index, [{ key, recipient }, findings]] of groups.entries()) {
    if (index === seen) yield html`<details class="rest"><summary>${words.phrase.further(groups.length - seen)}</summary>
`
    yield html`<details class="recipient"${index === 0 && html` open=""`}>
${recipientHead(recipient, findings, headOf(key) ?? '', words)}
${byDatum(findings.slice(0, MOST_FINDINGS)).map(([worst, ...others]) => html`${article(worst, page)}${
      others.length > 0 && html`<details class="fields"><summary>${words.phrase.furtherFields(others.length)}</summary>
${others.map((finding) => article(finding, page, 'brief'))}</details>
`}`)}${more(findings.length - MOST_FINDINGS, words)}</details>
`
  }
  if (seen < groups.length) yield html`</details>\n`
  yield more(new Set(report.findings.flatMap(({ leaks }) => leaks.map(recipientKey))).size - groups.length, words)
  yield html`</section>\n`
}

/** What is read while it is folded. */
function recipientHead(recipient: string, findings: readonly ReportFinding[], anchor: string, words: Words): Html {
  const [first] = findings
  if (first === undefined) return html``
  const about = [
    words.category[first.recipientCategory], clip(first.recipientCountry ?? '', 20),
    words.phrase.occurrences(findings.reduce((sum, { leaks }) => sum + leaks.length, 0)),
  ]
  return html`<summary><h3 id="${anchor}">${pill(first.severity, words.severity[first.severity])} ${
    withEntity(recipient, first.recipientEntity, words)}</h3><p>${about.filter((text) => text !== '').join(', ')}${words.colon}${
    dataOf(findings, words)}</p></summary>`
}

/** All that a recipient got, the worst first, with what it got hashed alone called so. */
export function dataOf(findings: readonly ReportFinding[], words: Words): string {
  return byDatum(findings).map(([worst]) => datumOf(worst, words)).join(', ')
}

/** The same datum in several fields of one recipient: the worst first, the others behind it. */
export function byDatum(findings: readonly ReportFinding[]): [ReportFinding, ...ReportFinding[]][] {
  const groups = new Map<string, [ReportFinding, ...ReportFinding[]]>()
  for (const finding of findings) {
    const key = JSON.stringify([finding.kind, finding.leaks.every(isHashed)])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [finding])
    else group.push(finding)
  }
  return [...groups.values()].sort(([a], [b]) =>
    rank(a.severity) - rank(b.severity) || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind))
}

/** What the rule of a vocabulary word says of it, behind a comma; of other rules nothing. */
function sensitivityIn(rule: string, words: Words): string {
  const level = /^vocabulary:[^#]+#[^,]+,(\w+)/.exec(rule)?.[1]
  const known = SENSITIVITIES.find((one) => one === level)
  return known === undefined ? '' : `, ${words.sensitivity[known]}`
}

/**
 * One finding with its proof; what an annex quotes. `brief`: one of many of the same datum, with what carried it and no
 * more of the request. `alone`: a page of its own.
 */
export function article(finding: ReportFinding, page: Page, extent: 'full' | 'brief' | 'alone' = 'full'): Html {
  const { report, words, illustration, id } = page
  const { label } = words
  const isAlone = extent === 'alone'
  const isBrief = extent === 'brief'
  const most = isBrief ? 2 : 4
  const [worst, ...others] = finding.leaks
  if (worst === undefined) return html``
  const captures = new Map(report.captures.map((capture) => [capture.captureId, nameOf(capture, words)]))
  const capture = report.captures.find(({ captureId }) => captureId === worst.captureId)
  const evidence = illustration.evidence.get(worst.leakId)
  const anchor = id(anchorOf(finding))
  return html`<article class="${finding.severity}" id="${anchor}">
${annexHead(finding, worst, capture, page)}<h4>${pill(finding.severity, words.severity[finding.severity])} ${datumOf(finding, words)}${words.colon}${
    clip(labelOf(finding, words), 160)}</h4>
${sent(worst, words, isBrief)}
${facts([
    [label.field, html`${finding.part} ${finding.part !== worst.field && code(worst.field)}`],
    // A hash is sent as it is, and is no plain text.
    [label.layers, worst.layers !== '' ? chain(worst.layers) : isHashed(worst) ? '' : label.noLayers],
    [label.transform, worst.transform === '' ? '' : chain(worst.transform)],
    [label.via, finding.recipientVia === 'direct' ? '' : words.via[finding.recipientVia]],
    [label.step, distinct(finding.leaks, ({ step }) => step === null ? null : retold(step, words), most)],
    [label.action, distinct(finding.leaks, (leak) => toActionText(leak, words), most)],
    [label.stored, keptIn(finding.leaks.slice(0, MOST_TRACED), report.captures, words)],
    [label.consent, distinct(finding.leaks, ({ consentAt }) => words.consentAt[consentAt ?? 'unknown'], most)],
    [label.seen, words.phrase.seen(finding.seenIn, finding.seenOf, finding.leaks.length)],
    [label.control, finding.control == null ? '' : words.control[finding.control]],
    [label.status, words.status[finding.status]],
  ], 'pairs')}${facts([
    [label.why, html`${words.severityRule(worst.severityRule)} ${aside(worst.severityRule)}`],
    [label.recognised, html`${words.matchSource[worst.matchSource]} ${aside(worst.rule)}, ${
      words.certainty[worst.certainty]}${sensitivityIn(worst.rule, words)}`],
  ])}<details${isAlone && html` open=""`}><summary>${label.evidence}</summary>
${evidence !== undefined && evidenceOf(evidence, worst, words, isBrief)}${facts([
    [label.page, worst.pageUrl === null ? '' : code(worst.pageUrl, isBrief ? 200 : 300)],
    [label.capture, clip(captures.get(worst.captureId) ?? '', 160)],
    [label.firstSeen, toTime(finding.firstSeen)],
    [label.lastSeen, toTime(finding.lastSeen)],
    [label.fingerprint, code(finding.fingerprint, 80)],
  ])}${reproduce(worst, capture, words, isBrief)}<h5>${label.provisions}</h5>
${provisions(finding, words)}${others.length > 0 && html`<div class="further">${further(others, captures, words, isAlone)}</div>`}${!isAlone && html`<p class="show-alone"><a href="#${anchor}">${
    label.onePage}</a></p>`}</details></article>
`
}

/** One finding in a sentence: who received what on which site, and which choice stood. */
export function findingSentence(finding: ReportFinding, words: Words): string {
  const { site, recipientDomain: recipient, recipientEntity: entity, recipientVia: via, leaks: [worst] } = finding
  return words.sentence.received(
    clip(site, 100), worst?.consentAt ?? 'unknown', [recipientOf({ recipient, entity, via }, words)], [thingOf(finding, words)])
}

/** What the page of one finding says when it is printed alone; on the page it is left out. */
function annexHead(
  finding: ReportFinding, worst: LeakRecord, capture: ReportCapture | undefined, { report, words }: Page,
): Html {
  const coverage = capture === undefined ? '' : `${words.label.coverage}${words.colon}${words.coverage[capture.coverage]}`
  return html`<div class="annex"><p><b>${words.target[finding.target]}${finding.site !== '' && html`${words.colon}${clip(finding.site, 120)}`}</b></p>
<p>${findingSentence(finding, words)}</p>
<p class="dim">${[toTime(worst.startedAt), coverage, capture === undefined ? '' : clip(capture.browser, 100),
    `tattle ${clip(report.tattleVersion, 40)}`].filter((text) => text !== '').join('; ')}</p></div>
`
}

function sent(leak: LeakRecord, words: Words, isBrief: boolean): Html {
  const { before, marked, after } = toCarrying(leak, isBrief ? 300 : 700)
  const inUrl = leak.pointer.endsWith('/request/url')
  const address = !inUrl && html`${clip(leak.url, 200)}
`
  return html`<div class="sent quick" role="group" aria-label="${words.label.asSent}">${clip(leak.method, 20)} ${
    address}${before}<mark>${marked}</mark>${after}</div>`
}

/** A list rather than a table: most findings have two to show, and there are many findings. */
function further(
  leaks: readonly LeakRecord[], captures: ReadonlyMap<string, string>, words: Words, isAlone: boolean,
): Html {
  const shown = leaks.slice(0, isAlone ? MOST_LEAKS_ALONE : MOST_LEAKS)
  const left = leaks.length - shown.length
  return html`<h5>${words.label.further}${words.colon}${words.phrase.occurrences(leaks.length)}</h5>
<ul class="plain">${shown.map((leak) => {
    const { before, marked, after } = toCarrying(leak)
    const about = [
      clip(captures.get(leak.captureId) ?? '', 160), clip(retold(leak.step ?? '', words), 160),
      isAlone ? toActionText(leak, words) ?? '' : '', words.consentAt[leak.consentAt ?? 'unknown'],
    ]
    return html`<li><span class="nowrap">${toTime(leak.startedAt)}</span> · ${about.filter((text) => text !== '').join(' · ')}<br><code>${
      tail(before, 50)}<mark>${clip(marked, 120)}</mark>${clip(after, 30)}</code></li>`
  })}</ul>
${isAlone ? more(left, words) : left > 0 && html`<p class="dim">${words.phrase.moreSent(left)}</p>
`}`
}

function aside(text: string): Html {
  return html`<small class="dim">${clip(text, 160)}</small>`
}

function tail(text: string, length: number): string {
  return text.length <= length ? text : `…${text.slice(1 - length)}`
}

function chain(names: string): Content {
  return clip(names, 300).split('>').join(' › ')
}

function distinct(leaks: readonly LeakRecord[], of: (leak: LeakRecord) => string | null, most: number): string {
  const all = [...new Set(leaks.flatMap((leak) => of(leak) ?? []))]
  return all.slice(0, most).map((text) => clip(text, 160)).join('; ') + (all.length > most ? ' …' : '')
}
