/**
 * What happened when: the steps of each capture, and what left while each of them ran. And who was contacted at all.
 */
import type { Category, LeakRecord, Report, ReportCapture, Severity, StepRecord } from '../../model.js'
import { nameOf, rank } from '../summary.js'
import { clip } from '../text.js'
import type { Words } from '../words.js'
import { more, pill, table, toTime, withEntity } from './parts.js'
import { html, type Content, type Html } from './template.js'

const MOST_STEPS = 80
const MOST_RECIPIENTS = 8
const MOST_CONTACTED = 300
/** Said even where nothing left: what the author of the scenario named. The rest only where something did. */
const NAMED = new Set(['test.step', 'user'])

export function journeys(report: Report, words: Words): Html {
  const leaksOf = new Map<string, LeakRecord[]>(report.captures.map(({ captureId }) => [captureId, []]))
  for (const { leaks } of report.findings) for (const leak of leaks) leaksOf.get(leak.captureId)?.push(leak)
  const tables = report.captures.map((capture) => journey(capture, leaksOf.get(capture.captureId) ?? [], words))
  return html`<section id="journey"><h2>${words.label.journey}</h2>
${tables}</section>
`
}

function journey(capture: ReportCapture, leaks: readonly LeakRecord[], words: Words): Html {
  const { label } = words
  const byStep = new Map<StepRecord | null, LeakRecord[]>()
  const stepOf = toStepOf(capture.steps)
  for (const leak of leaks) {
    const step = stepOf(leak)
    const group = byStep.get(step)
    if (group === undefined) byStep.set(step, [leak])
    else group.push(leak)
  }
  const steps = capture.steps.filter((step) => NAMED.has(step.category) || step.error !== null || byStep.has(step))
  const shown = steps.slice(0, MOST_STEPS)
  const outside = byStep.get(null)
  const rows: Content[][] = shown.map((step) => [
    html`${clip(step.title, 200)}${step.error === null ? '' : html`<br><small>${clip(step.error, 400)}</small>`}`,
    html`<span class="nowrap">${toTime(step.startedAt)}</span>`,
    step.location === null ? '' : html`<small class="dim">${clip(step.location, 200)}</small>`,
    whatLeft(byStep.get(step) ?? [], words),
  ])
  if (outside !== undefined) rows.push([label.outsideSteps, '', '', whatLeft(outside, words)])
  if (rows.length === 0) return html``
  return html`<h3>${nameOf(capture, words)}</h3>
${table('', [{ title: label.step }, { title: label.time }, { title: label.source }, { title: label.leaks }], rows)}${
    more(steps.length - shown.length, words)}`
}

/** Titles repeat: of the steps of that name, the last that had begun. */
function toStepOf(steps: readonly StepRecord[]): (leak: LeakRecord) => StepRecord | null {
  const byTitle = new Map<string, StepRecord[]>()
  for (const step of steps) byTitle.set(step.title, [...byTitle.get(step.title) ?? [], step])
  return ({ step, startedAt }) => {
    const named = step === null ? [] : byTitle.get(step) ?? []
    const begun = startedAt === null ? [] : named.filter((one) => one.startedAt <= startedAt)
    return begun.at(-1) ?? named[0] ?? null
  }
}

function whatLeft(leaks: readonly LeakRecord[], words: Words): Content {
  const counts = new Map<string, { count: number; severity: Severity }>()
  for (const { recipientDomain, severity } of leaks) {
    const known = counts.get(recipientDomain)
    counts.set(recipientDomain, {
      count: (known?.count ?? 0) + 1,
      severity: known === undefined || rank(severity) < rank(known.severity) ? severity : known.severity,
    })
  }
  const sorted = [...counts].sort(([, a], [, b]) => rank(a.severity) - rank(b.severity) || b.count - a.count)
  if (sorted.length === 0) return html`<span class="dim">${words.label.noneObserved}</span>`
  return html`<ul class="plain">${sorted.slice(0, MOST_RECIPIENTS).map(([recipient, { count, severity }]) =>
    html`<li>${pill(severity, words.severity[severity])} ${words.phrase.occurrences(count)}: ${
      clip(recipient, 120)}</li>`)}${
    sorted.length > MOST_RECIPIENTS && html`<li class="dim">…</li>`}</ul>`
}

export function contacted(report: Report, words: Words): Html {
  interface Contact { entity: string | null; category: Category; requests: number; captures: number }
  const all = new Map<string, Contact>()
  for (const capture of report.captures) {
    for (const { domain, entity, category, requests } of capture.contacted) {
      const known = all.get(domain)
      all.set(domain, {
        entity: known?.entity ?? entity,
        category,
        requests: (known?.requests ?? 0) + requests,
        captures: (known?.captures ?? 0) + 1,
      })
    }
  }
  const sorted = [...all].sort(([a, x], [b, y]) => y.requests - x.requests || (a < b ? -1 : 1))
  if (sorted.length === 0) return html``
  const { label } = words
  return html`<section id="contacted"><h2>${label.contacted}</h2>
${table(
    label.contactedNote,
    [
      { title: label.recipient }, { title: label.category },
      { title: label.requests, number: true }, { title: label.captures, number: true },
    ],
    sorted.slice(0, MOST_CONTACTED).map(([domain, contact]) => [
      withEntity(domain, contact.entity), words.category[contact.category], contact.requests, contact.captures,
    ]),
  )}${more(sorted.length - MOST_CONTACTED, words)}</section>
`
}
