/**
 * What happened when: the steps of each capture, and what left while each of them ran. And who was contacted at all.
 */
import { grouped } from '../../grouped.js'
import {
  KINDS, type LeakRecord, type ReportCapture, type Severity, type StepRecord, type StepTraffic,
} from '../../model.js'
import { contactsIn } from '../contacts.js'
import { toActionText } from '../places.js'
import { datumOf, rank, titleOf } from '../summary.js'
import { clip } from '../text.js'
import { retold, type Words } from '../words.js'
import { detailed, drawing, figures, type Page } from './context.js'
import { fold, folded, longTable, more, pill, recipientIn, table, toTime, withEntity } from './parts.js'
import { flowPicture } from './sankey.js'
import { html, type Content, type Html } from './template.js'

const MOST_STEPS = 80
const MOST_RECIPIENTS = 8
const MOST_ACTIONS = 4
const MOST_CONTACTED = 300
/** Said even where nothing left: what the author of the scenario named. The rest only where something did. */
const NAMED = new Set(['test.step', 'user'])

export function journeys(page: Page): Html {
  const { report, words, id } = page
  const captures = detailed(report)
  const leaksOf = new Map<string, LeakRecord[]>(captures.map(({ captureId }) => [captureId, []]))
  for (const { leaks } of report.findings) for (const leak of leaks) leaksOf.get(leak.captureId)?.push(leak)
  // Open where something leaked first, so that the page shows one journey whole and the others by name.
  const open = captures.find(({ captureId }) => (leaksOf.get(captureId) ?? []).length > 0) ?? captures[0]
  const tables = captures.flatMap((capture) =>
    journey(capture, leaksOf.get(capture.captureId) ?? [], capture === open, page) ?? [])
  return html`<section id="${id('journey')}"><h2>${words.label.journey}</h2>
${folded(tables, (part) => part, words)}${more(report.captures.length - captures.length, words)}</section>
`
}

function journey(capture: ReportCapture, leaks: readonly LeakRecord[], isOpen: boolean, page: Page): Html | null {
  const { words } = page
  const { label } = words
  const byStep = grouped(leaks, toStepOf(capture.steps))
  const traffic = grouped(capture.traffic, ({ step }) => step)
  const steps = capture.steps.filter((step) =>
    NAMED.has(step.category) || step.error !== null || byStep.has(step) || traffic.has(step.title))
  const shown = steps.slice(0, MOST_STEPS)
  const outside = byStep.get(null)
  const counted = new Set<string>()
  const pictures = new Map(page.illustration.pictures.filter(({ captureId }) => captureId === capture.captureId)
    .map((picture) => [picture.title, picture]))
  const rows: Content[][] = shown.map((step) => {
    const picture = step.category === 'test.step' ? pictures.get(step.title) : undefined
    const caused = counted.has(step.title) ? [] : traffic.get(step.title) ?? []
    counted.add(step.title)
    return [
      html`${clip(retold(step.title, words), 200)}${step.error === null ? '' : html`<br><small>${clip(step.error, 400)}</small>`}${
        step.location === null ? '' : html`<br><small class="dim">${clip(step.location, 200)}</small>`}${
        picture !== undefined && html`<div class="thumb">${drawing(picture, page)}</div>`}`,
      html`<span class="nowrap">${toTime(step.startedAt)}</span>`,
      requestsCaused(caused, words),
      html`${whatLeft(byStep.get(step) ?? [], words)}${actionsOf(byStep.get(step) ?? [], words)}`,
    ]
  })
  const loose = traffic.get(null) ?? []
  if (outside !== undefined || loose.length > 0) {
    rows.push([label.outsideSteps, '', requestsCaused(loose, words), whatLeft(outside ?? [], words)])
  }
  if (rows.length === 0) return null
  return fold(titleOf(capture, words), isOpen, html`${
    flowPicture(leaks, words)}${figures(capture.captureId, ['before', 'after', 'withdrawn', 'end'], page)}${table('', [
    { title: label.step }, { title: label.time }, { title: label.requestsCaused }, { title: label.leaks },
  ], rows)}${more(steps.length - shown.length, words)}`)
}

/** The calls of the scenario that it left under, each once. */
function actionsOf(leaks: readonly LeakRecord[], words: Words): Content {
  const all = [...new Set(leaks.flatMap((leak) => toActionText(leak, words) ?? []))]
  return all.length > 0 && html`<small class="dim">${all.slice(0, MOST_ACTIONS).join('; ')}${
    all.length > MOST_ACTIONS && ' …'}</small>`
}

/** Requests to third parties, whether or not they carried anything. */
function requestsCaused(traffic: readonly StepTraffic[], words: Words): Content {
  const counts = new Map<string, number>()
  for (const { domain, requests } of traffic) counts.set(domain, (counts.get(domain) ?? 0) + requests)
  const sorted = [...counts].sort(([, a], [, b]) => b - a)
  if (sorted.length === 0) return html`<span class="dim">${words.label.noneObserved}</span>`
  return html`${words.phrase.requestCount(sorted.reduce((sum, [, count]) => sum + count, 0))}<br><small class="dim">${
    sorted.slice(0, 2 * MOST_RECIPIENTS).map(([domain, count]) => `${clip(domain, 80)} ${count}`).join(', ')}${
    sorted.length > 2 * MOST_RECIPIENTS && ' …'}</small>`
}

/** Titles repeat: of the steps of that name, the last that had begun. */
function toStepOf(steps: readonly StepRecord[]): (leak: LeakRecord) => StepRecord | null {
  const byTitle = grouped(steps, ({ title }) => title)
  return ({ step, startedAt }) => {
    const named = step === null ? [] : byTitle.get(step) ?? []
    const begun = startedAt === null ? [] : named.filter((one) => one.startedAt <= startedAt)
    return begun.at(-1) ?? named[0] ?? null
  }
}

function whatLeft(leaks: readonly LeakRecord[], words: Words): Content {
  const worstOf = (all: readonly LeakRecord[]): Severity =>
    all.reduce<Severity>((worst, { severity }) => rank(severity) < rank(worst) ? severity : worst, 'info')
  const sorted = [...grouped(leaks, (leak) => recipientIn(leak, words))]
    .map(([recipient, all]) => ({ recipient, count: all.length, severity: worstOf(all), kinds: grouped(all, ({ kind }) => kind) }))
    .sort((a, b) => rank(a.severity) - rank(b.severity) || b.count - a.count)
  if (sorted.length === 0) return html`<span class="dim">${words.label.noneObserved}</span>`
  return html`<ul class="plain">${sorted.slice(0, MOST_RECIPIENTS).map(({ recipient, count, severity, kinds }) =>
    html`<li>${pill(severity, words.severity[severity])} <b>${recipient}</b> ${
      KINDS.flatMap((kind) => kinds.has(kind) ? [datumOf({ kind, leaks: kinds.get(kind) ?? [] }, words)] : []).join(', ')} <small class="dim">(${
      words.phrase.occurrences(count)})</small></li>`)}${
    sorted.length > MOST_RECIPIENTS && html`<li class="dim">… ${words.phrase.recipients(sorted.length - MOST_RECIPIENTS)}</li>`}</ul>`
}

export function contacted({ report, words, id }: Page): Html {
  const sorted = contactsIn(report.captures)
  if (sorted.length === 0) return html``
  const { label } = words
  return html`<section id="${id('contacted')}"><h2>${label.contacted}</h2>
${longTable(
    label.contactedNote,
    [
      { title: label.recipient }, { title: label.category },
      { title: label.requests, number: true }, { title: label.captures, number: true },
    ],
    sorted.slice(0, MOST_CONTACTED).map(({ domain, entity, category, requests, captures, unconfirmed }) => [
      withEntity(unconfirmed === true ? words.unconfirmed(clip(domain, 100)) : domain, entity, words), words.category[category], requests, captures,
    ]),
    words,
  )}${more(sorted.length - MOST_CONTACTED, words)}</section>
`
}
