/** The choices: what was asked for and reached, by which proof, and what left before there was any. */
import type { ConsentAt, ReportCapture, StepTraffic } from '../../model.js'
import { listOf, memberOf, textOf, toRecord } from '../../shapes.js'
import { titleOf } from '../summary.js'
import { clip } from '../text.js'
import type { Words } from '../words.js'
import { detailed, figures, type Page } from './context.js'
import { facts, folded, more, table, told, toTime, withEntity } from './parts.js'
import { html, type Html } from './template.js'

const MOST_ROWS = 60
/** Of captures, whose pictures take their room. */
const SEEN_CONSENTS = 8

export function consents(page: Page): Html {
  const { report, words, id } = page
  const known = detailed(report).filter(hasConsent)
  if (known.length === 0) return html``
  return html`<section id="${id('consent')}"><h2>${words.label.consent}</h2>
${folded(known, (part) => part.map((capture) => consent(capture, page)), words, SEEN_CONSENTS)}${more(report.captures.filter(hasConsent).length - known.length, words)}</section>
`
}

/** Whether a choice was asked for, or it is known at least which one stood when. */
export function hasConsent({ consentAsked, conditions }: ReportCapture): boolean {
  return consentAsked !== null || timelineOf(conditions).length > 0
}

/** The choices that stood, in order, whoever made them; empty where that is not known. */
export function timelineOf(conditions: ReportCapture['conditions']): ConsentRecord['timeline'] {
  return recordOf(conditions['consent']).timeline
}

function consent(capture: ReportCapture, page: Page): Html {
  const { words } = page
  const { label } = words
  const record = recordOf(capture.conditions['consent'])
  const early = capture.traffic.filter(({ consentAt }) => consentAt === 'before-choice')
  return html`<h3>${titleOf(capture, words)}</h3>
${facts([
    [label.consentAsked, capture.consentAsked === null ? '' : words.consentAsked[capture.consentAsked]],
    [label.result, capture.consentOutcome === null ? '' : words.consentOutcome[capture.consentOutcome]],
    [label.detail, record.detail === '' ? '' : told(record.detail, words, 600)],
    [label.timeline, timelineRows(record, capture, words)],
  ])}${figures(capture.captureId, ['before', 'after', 'withdrawn'], page)}${
    (capture.consentAsked !== null || record.timeline.some(({ state }) => state === 'before-choice')) && beforeChoice(early, page)}`
}

/** What stood from the beginning stood from that of the capture; of a choice on another site it is told which. */
function timelineRows({ timeline }: ConsentRecord, { startedAt, site: audited }: ReportCapture, words: Words): Html[] {
  const isElsewhere = timeline.some(({ site }) => site !== null && site !== audited)
  return timeline.slice(0, 12).map(({ at, state, site }) => html`<span class="nowrap">${
    toTime(startedAt !== null && at < startedAt ? startedAt : at)}</span> ${words.consentAt[state]}${
    isElsewhere && site !== null && ` (${clip(site, 120)})`}<br>`)
}

function beforeChoice(traffic: readonly StepTraffic[], { words }: Page): Html {
  const { label } = words
  const domains = new Map<string, StepTraffic>()
  for (const one of traffic) {
    const known = domains.get(one.domain)
    domains.set(one.domain, known === undefined ? one : { ...known, requests: known.requests + one.requests })
  }
  if (domains.size === 0) return html`<p>${label.beforeChoice}${words.colon}${label.nothingObserved}.</p>
`
  return html`${table(label.beforeChoice, [
    { title: label.recipient }, { title: label.category }, { title: label.requests, number: true },
  ], [...domains.values()].slice(0, MOST_ROWS).map(({ domain, entity, category, requests }) =>
    [withEntity(domain, entity, words), words.category[category], requests]))}${more(domains.size - MOST_ROWS, words)}`
}

interface ConsentRecord {
  readonly detail: string
  readonly timeline: readonly { readonly at: string; readonly state: ConsentAt | 'unknown'; readonly site: string | null }[]
}

const STATES = ['before-choice', 'accepted', 'rejected', 'withdrawn', 'no-banner'] as const

/** As the capture says; a capture from elsewhere may say anything. */
function recordOf(value: unknown): ConsentRecord {
  return {
    detail: textOf(value, 'detail'),
    timeline: listOf(memberOf(value, 'timeline')).flatMap((one) => {
      const { at, state, site } = toRecord(one)
      if (typeof at !== 'string') return []
      return [{ at, state: STATES.find((known) => known === state) ?? 'unknown' as const, site: typeof site === 'string' ? site : null }]
    }),
  }
}
