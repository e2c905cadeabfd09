/** What the site and its third parties kept in the browser, since which step, and who put it there. */
import { grouped } from '../../grouped.js'
import type { LeakRecord, ReportCapture, StoredRecord } from '../../model.js'
import { titleOf } from '../summary.js'
import { clip } from '../text.js'
import type { Stored } from '../illustration.js'
import { retold, type Words } from '../words.js'
import { detailed, type Page } from './context.js'
import { code, fold, folded, more, table, toTime } from './parts.js'
import { html, type Html } from './template.js'

const MOST_ROWS = 60
const MOST_WAYS = 4
const WHAT: Readonly<Record<StoredRecord['area'], string>> = {
  'cookie': 'Cookie', 'local': 'localStorage', 'session': 'sessionStorage', 'indexed-db': 'IndexedDB',
}

/** Third parties that received its value, most first; the fields that carried it. */
function sentTo({ stored }: ReportCapture, { what, name, place }: Stored): Html {
  const ways = stored.filter((one) => one.recipientDomain !== null && one.area === what && one.name === name && one.place === place)
  return html`${ways.slice(0, MOST_WAYS).map(({ recipientDomain, part, field, requests }, at) => html`${at > 0 && html`<br>`}${
    clip(recipientDomain ?? '', 100)} <small class="dim">${part} ${clip(field === part ? '' : field ?? '', 60)} ${requests} ×</small>`)}${
    ways.length > MOST_WAYS && ' …'}`
}

/** Where the values of these leaks were kept: `_fbp (Cookie, .clinic.example), first at the step "Search", set by …`. */
export function keptIn(leaks: readonly LeakRecord[], captures: readonly ReportCapture[], words: Words): string {
  const said = new Set(leaks.flatMap((leak) => {
    const capture = captures.find(({ captureId }) => captureId === leak.captureId)
    return (capture?.stored ?? []).filter(({ recipientDomain, part, field }) =>
      recipientDomain === leak.recipientDomain && part === leak.part && field === leak.field)
      .map(({ name, area, place, step, setBy, setByUrl }) => words.phrase.kept(
        clip(name, 80), WHAT[area], clip(place, 100), step === null ? null : clip(step, 120),
        setBy === 'answer' ? `Set-Cookie, ${clip(setByUrl?.replace(/[?#].*$/s, '') ?? '', 120)}` : words.storedBy[setBy]))
  }))
  return [...said].slice(0, MOST_WAYS).join('; ') + (said.size > MOST_WAYS ? ' …' : '')
}

export function storage({ report, words, illustration, id }: Page): Html {
  const { label } = words
  const storedIn = grouped(illustration.storage, ({ captureId }) => captureId)
  const kept = detailed(report).map((capture) => ({ capture, all: storedIn.get(capture.captureId) ?? [] })).filter(({ all }) => all.length > 0)
  if (kept.length === 0) return html``
  return html`<section id="${id('storage')}"><h2>${label.storage}</h2>
${folded(kept.map(({ capture, all }, index) => fold(titleOf(capture, words), index === 0, html`${table('', [
    { title: label.what }, { title: label.place }, { title: label.value }, { title: label.step }, { title: label.setBy },
    { title: label.keptUntil }, { title: label.sentTo },
  ], all.slice(0, MOST_ROWS).map((one) => [
    html`${clip(one.name, 80)}<br><small class="dim">${WHAT[one.what]}</small>`,
    clip(one.place, 120),
    code(one.value, 80),
    clip(retold(one.since, words), 160),
    one.setBy === 'answer' ? html`<small>${clip(one.setByUrl, 100)}</small>` : words.storedBy[one.setBy],
    one.what !== 'cookie' ? '' : one.expires === null ? label.untilClosed : html`<span class="nowrap">${toTime(one.expires)}</span>`,
    sentTo(capture, one),
  ]))}${more(all.length - MOST_ROWS, words)}`)), (part) => part, words)}</section>
`
}
