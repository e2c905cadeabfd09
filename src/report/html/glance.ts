/** Each site under each choice that was asked for: what was found, and how much that rests on. */
import { CONSENT_STATES, SEVERITIES, type ConsentState, type ReportCapture, type Verdict } from '../../model.js'
import { grouped } from '../../grouped.js'
import { bySite, CONSENT_ORDER, recipientKey, WORST, type SitePart } from '../summary.js'
import { clip } from '../text.js'
import type { Page } from './context.js'
import { folded, isLong, more, pill } from './parts.js'
import { html, type Html } from './template.js'

const MOST_ROWS = 100

function worstOf(captures: readonly ReportCapture[]): Verdict {
  return WORST.find((one) => captures.some(({ analysis }) => analysis.verdict === one)) ?? 'inconclusive'
}

export function glance({ report, words, id }: Page): Html {
  const { captures } = report
  const states = [...CONSENT_STATES, null].filter((state) => captures.some(({ consentAsked }) => consentAsked === state))
  if (states.length === 0) return html``
  const rows = [...bySite(report)].flatMap(([site, part]) => [...grouped(part.captures, ({ scenario }) => scenario)]
    .map(([scenario, captures]) => ({ site, scenario, captures, part })))
    .sort((a, b) => WORST.indexOf(worstOf(a.captures)) - WORST.indexOf(worstOf(b.captures)))
  // Of many sites, a line each.
  const isBrief = isLong(rows.length)
  const gap = isBrief ? html` <span class="dim">·</span> ` : html`<br>`
  const head = (state: ConsentState | null): string => state === null ? words.label.captures : words.consentAsked[state]
  return html`<section id="${id('glance')}"><h2>${words.label.atAGlance}</h2>
${folded(rows.slice(0, MOST_ROWS), (part) => html`<div class="scroll"><table class="stack glance">
<thead><tr><th scope="col">${words.label.site}</th>${states.map((state) => html`<th scope="col">${head(state)}</th>`)}</tr></thead>
<tbody>
${part.map((row) => html`<tr><th scope="row">${row.site !== '' && html`${clip(row.site, 120)}${gap}`}<small class="dim">${
    clip(row.scenario, 120)}</small></th>${states.map((state) => html`<td data-label="${head(state)}">${
    cell(row.captures.filter(({ consentAsked }) => consentAsked === state), row.part)}</td>`)}</tr>
`)}</tbody></table></div>
`, words)}${more(rows.length - MOST_ROWS, words)}</section>
`

  function cell(of: readonly ReportCapture[], { findings }: SitePart): Html {
    if (of.length === 0) return html`<span class="dim">${words.label.notCovered}</span>`
    const verdict = worstOf(of)
    const ids = new Set(of.map(({ captureId }) => captureId))
    const seen = findings.filter(({ leaks }) => leaks.some(({ captureId }) => ids.has(captureId)))
    const leaks = seen.flatMap((finding) => finding.leaks.filter(({ captureId }) => ids.has(captureId)))
    const recipients = new Set(leaks.map(recipientKey)).size
    const coverages = [...new Set(of.map(({ coverage }) => words.coverage[coverage]))]
    // A capture goes through several choices: `withdraw` begins with an acceptance.
    const stood = CONSENT_ORDER.filter((state) => leaks.some(({ consentAt }) => (consentAt ?? 'unknown') === state))
    const worst = SEVERITIES.find((severity) => leaks.some((leak) => leak.severity === severity))
    // What was asked for is no choice that was made.
    const unmade = [...new Set(of.map(({ consentOutcome }) => consentOutcome))].filter((one) => one !== null && one !== 'reached')
    const isSaid = !isBrief || stood.some((state) => state !== 'unknown')
    return html`${pill(verdict, words.verdict[verdict])}${isBrief && worst !== undefined && html` ${pill(worst, words.severity[worst])}`}${
      recipients > 0 && html`${gap}${words.phrase.recipients(recipients)}, ${words.phrase.findingCount(seen.length)}${
        isSaid && html`${gap}${words.label.when}${words.colon}${stood.map((state) => words.consentAt[state]).join(', ')}`}`}${unmade.length > 0 && html`${gap}${words.label.consent}${words.colon}${
      unmade.map((one) => words.consentOutcome[one]).join(', ')}`}${gap}<small class="dim">${
      words.label.coverage}${words.colon}${coverages.join(', ')}${of.length > 1 && html`, ${words.phrase.captures(of.length)}`}</small>`
  }
}
