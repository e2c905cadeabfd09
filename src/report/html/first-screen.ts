/**
 * What is read in the first minute: the target, the verdict, who received what under which choice, and the coverage.
 */
import { SEVERITIES, type ConsentAt, type Coverage, type Report, type ReportCapture } from '../../model.js'
import { bySite, cellOf, nameOf, toFlows, toSentences, type Flow, type SitePart } from '../summary.js'
import { clip } from '../text.js'
import { retold, type Words } from '../words.js'
import { timelineOf } from './consent.js'
import type { Page } from './context.js'
import { fold, folded, isLong, longTable, more, pill, told, toTime } from './parts.js'
import { html, type Content, type Html } from './template.js'

type State = ConsentAt | 'unknown'

const MOST_RECIPIENTS = 60
const MOST_SITES = 60
/** From more on each is folded. */
const MANY_SITES = 4
/** Of captures, the worst first: an archive has thousands, which the database and the other formats list. */
const MOST_COVERED = 2_000
const COLUMNS: readonly State[] = ['before-choice', 'rejected', 'accepted', 'withdrawn', 'no-banner', 'unknown']

export function banner(report: Report, words: Words): Html {
  return html`<header class="target ${report.target}"><p>${toSentences(report, words).target}</p></header>
`
}

export function verdict(report: Report, words: Words): Html {
  const sentences = toSentences(report, words)
  return html`<h1>${words.title} ${pill(report.verdict, words.verdict[report.verdict])}</h1>
<div class="opening"><div class="verdict">${sentences.verdict.map((sentence) => html`<p>${sentence}</p>
`)}</div>
<div class="basis">${sentences.basis.map((sentence) => html`<p>${sentence}</p>
`)}</div></div>
`
}

/** Site by site: recipients down, the choices that stood across; in each cell what was received, by severity. */
export function matrix({ report, words, id }: Page, anchorOf: (recipient: string) => string | null): Html {
  if (report.findings.length === 0) return html``
  const all = [...bySite(report)]
  const isMany = all.length > MANY_SITES
  // Of those where nothing was seen, the table above tells.
  const sites = isMany ? all.filter(([, { findings }]) => findings.length > 0) : all
  const tables = sites.slice(0, MOST_SITES).map(([site, part], index) => {
    if (!isMany) return ofSite(part, site, all.length > 1, words, anchorOf)
    return fold(siteHead(site, part, words), index === 0, ofSite(part, site, false, words, anchorOf))
  })
  return html`<section id="${id('matrix')}"><h2>${words.label.matrix}</h2>
${isMany ? folded(tables, (part) => part, words) : tables}${more(sites.length - MOST_SITES, words)}</section>
`
}

/** What is read while it is folded. */
function siteHead(site: string, part: SitePart, words: Words): Html {
  const flows = toFlows(part)
  const worst = flows[0]?.severity ?? 'info'
  return html`${pill(worst, words.severity[worst])} ${clip(site, 120)} <small class="dim">${
    words.phrase.recipients(new Set(flows.map(({ key }) => key)).size)}, ${words.phrase.findingCount(part.findings.length)}</small>`
}

function ofSite(
  report: SitePart, site: string, several: boolean, words: Words, anchorOf: (recipient: string) => string | null,
): Html {
  const flows = toFlows(report)
  const states = COLUMNS.filter((state) =>
    flows.some(({ consentAt }) => consentAt === state) || coversState(report.captures, state) !== null)
  const title = several && html`<h3>${clip(site, 120)}</h3>
`
  const recipients = new Map<string, Flow[]>()
  for (const flow of flows) recipients.set(flow.key, [...recipients.get(flow.key) ?? [], flow])
  if (recipients.size === 0 || states.length === 0) {
    return html`${title}<p>${several && states.map((state) =>
      html`${words.consentAt[state]}${words.colon}${emptyText(coversState(report.captures, state), words)}<br>`)}</p>
`
  }
  const rows = [...recipients].slice(0, MOST_RECIPIENTS)
  return html`${title}<div class="scroll"><table class="stack matrix">
<thead><tr><th scope="col">${words.label.recipient}</th>${states.map((state) =>
    html`<th scope="col">${words.consentAt[state]}${stateNote(report.captures, state, words)}</th>`)}</tr></thead>
<tbody>
${rows.map(([key, of]) => {
    const anchor = anchorOf(key)
    const name = clip(of[0]?.recipient ?? '', 120)
    const category = words.category[of[0]?.category ?? 'other']
    const entity = of[0]?.entity ?? null
    const cells = states.map((state) => {
      const flow = of.find(({ consentAt }) => consentAt === state)
      return cell(flow, coversState(report.captures, state) ?? isAnySound(report.captures, state), words.consentAt[state], words)
    })
    const via = of[0]?.via === 'first-party' ? words.via['first-party'] : ''
    const who = [entity === null ? '' : clip(retold(entity, words), 120), category, via].filter((text) => text !== '').join(', ')
    const link = anchor === null ? name : html`<a href="#${anchor}">${name}</a>`
    return html`<tr><th scope="row">${link}<br><small class="dim">${who}</small></th>${cells}</tr>
`
  })}</tbody></table></div>
${more(recipients.size - rows.length, words)}`
}

function emptyText(covered: boolean | null, words: Words): string {
  return covered === true ? words.label.noneObserved : words.label.notCovered
}

function cell(flow: Flow | undefined, covered: boolean | null, state: string, words: Words): Html {
  if (flow === undefined) {
    return html`<td class="empty" data-label="${state}">${emptyText(covered, words)}</td>`
  }
  const paragraphs = SEVERITIES.map((severity) => {
    const kinds = flow.kinds.filter((kind) => kind.severity === severity)
    return kinds.length > 0 && html`<p class="${severity}"><b>${words.severity[severity]}</b> ${
      kinds.map((kind) => cellOf(kind, words)).join(', ')}</p>`
  })
  return html`<td data-label="${state}">${paragraphs}</td>`
}

/** Whether a capture that holds was in that state: null where none was, false where those that were are broken. */
function coversState(captures: readonly ReportCapture[], state: State): boolean | null {
  const of = captures.filter((capture) => statesOf(capture).includes(state))
  return of.length === 0 ? null : of.some(({ coverage }) => coverage !== 'broken')
}

/** What stood is at times not known, in any capture: nobody asks for that state. */
function isAnySound(captures: readonly ReportCapture[], state: State): boolean {
  return state === 'unknown' && captures.some(({ coverage }) => coverage !== 'broken')
}

/** The states that a capture went through to get where it was asked to be. */
function statesOf({ consentAsked, consentOutcome, conditions }: ReportCapture): readonly State[] {
  if (consentOutcome === 'no-banner') return ['no-banner']
  if (consentAsked === null) {
    const stood = timelineOf(conditions).map(({ state }) => state)
    return stood.length === 0 ? ['unknown'] : stood
  }
  if (consentAsked === 'no-choice' || consentOutcome !== 'reached') return ['before-choice']
  if (consentAsked === 'reject') return ['before-choice', 'rejected']
  if (consentAsked === 'accept') return ['before-choice', 'accepted']
  return ['before-choice', 'accepted', 'withdrawn']
}

function stateNote(captures: readonly ReportCapture[], state: State, words: Words): Content {
  const of = captures.filter((capture) => statesOf(capture).includes(state))
  return of.length === 0 ? '' : html`<br><small>${words.phrase.captures(of.length)}</small>`
}

export function coverage({ report, words, id }: Page): Html {
  const { label } = words
  if (report.captures.length === 0) return html``
  const captures = isLong(report.captures.length) ? worstFirst(report.captures) : report.captures
  return html`<section id="${id('coverage')}"><h2>${label.coverage}</h2>
${longTable(
    words.sentence.coverageIs(words.coverage[report.coverage], words.coverageMeans[report.coverage]),
    [
      { title: label.capture }, { title: label.verdict }, { title: label.consent }, { title: label.coverage },
      { title: label.requests, number: true }, { title: label.thirdParties, number: true }, { title: label.reasons },
    ],
    captures.slice(0, MOST_COVERED).map((capture) => [
      html`${nameOf(capture, words)}<br><small class="dim">${
        [clip(capture.site, 120), toTime(capture.startedAt)].filter(Boolean).join(', ')}</small>`,
      pill(capture.analysis.verdict, words.verdict[capture.analysis.verdict]),
      capture.consentOutcome === null ? '' : words.consentOutcome[capture.consentOutcome],
      pill(capture.coverage, words.coverage[capture.coverage]),
      capture.requestCount,
      capture.thirdPartyRequestCount,
      html`${capture.coverageReasons.slice(0, 12).map((reason) => html`${told(reason, words, 400)}<br>`)}${
        capture.blindSpots.length > 0 && html`<a href="#${id('blind')}">${label.blindSpots} (${capture.blindSpots.length})</a>`}`,
    ]),
    words,
  )}${more(captures.length - MOST_COVERED, words)}</section>
`
}

function worstFirst(captures: readonly ReportCapture[]): ReportCapture[] {
  const order: readonly Coverage[] = ['broken', 'limited', 'full']
  return [...captures].sort((a, b) => order.indexOf(a.coverage) - order.indexOf(b.coverage))
}
