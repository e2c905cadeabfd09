/** What the site and its third parties kept in the browser, since which step, and who put it there. */
import { nameOf } from '../summary.js'
import { clip } from '../text.js'
import type { Stored } from '../illustration.js'
import type { Page } from './context.js'
import { code, fold, more, table, toTime } from './parts.js'
import { html, type Html } from './template.js'

const MOST_ROWS = 60
const WHAT: Readonly<Record<Stored['what'], string>> = {
  'cookie': 'Cookie', 'local': 'localStorage', 'session': 'sessionStorage', 'indexed-db': 'IndexedDB',
}

export function storage({ report, words, illustration, id }: Page): Html {
  const { label } = words
  const kept = report.captures.map((capture) => ({
    capture, all: illustration.storage.filter(({ captureId }) => captureId === capture.captureId),
  })).filter(({ all }) => all.length > 0)
  if (kept.length === 0) return html``
  return html`<section id="${id('storage')}"><h2>${label.storage}</h2>
${kept.map(({ capture, all }, index) => fold(html`${clip(capture.site, 100)}${words.colon}${nameOf(capture, words)}`, index === 0, html`${table('', [
    { title: label.what }, { title: label.place }, { title: label.value }, { title: label.step }, { title: label.setBy },
    { title: label.keptUntil },
  ], all.slice(0, MOST_ROWS).map((one) => [
    html`${clip(one.name, 80)}<br><small class="dim">${WHAT[one.what]}</small>`,
    clip(one.place, 120),
    code(one.value, 80),
    clip(one.since, 160),
    one.setBy === 'answer' ? html`<small>${clip(one.setByUrl, 100)}</small>` : words.storedBy[one.setBy],
    one.what !== 'cookie' ? '' : one.expires === null ? label.untilClosed : html`<span class="nowrap">${toTime(one.expires)}</span>`,
  ]))}${more(all.length - MOST_ROWS, words)}`))}</section>
`
}
