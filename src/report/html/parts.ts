/** Small pieces that several sections use. */
import type { Coverage, LeakRecord, Severity, Verdict } from '../../model.js'
import { recipientOf } from '../summary.js'
import { clip } from '../text.js'
import { retold, type Words } from '../words.js'
import { html, type Content, type Html } from './template.js'

/** Severity, coverage and verdict are words of ours: as text and as class. */
export function pill(name: Severity | Coverage | Verdict, text: string): Html {
  return html`<span class="pill ${name}">${text}</span>`
}

export interface Head {
  readonly title: string
  readonly number?: boolean
}

/** A table whose first column heads the rows, and which stacks on a narrow screen. */
export function table(caption: Content, heads: readonly Head[], rows: readonly (readonly Content[])[]): Html {
  return html`<div class="scroll"><table class="stack">
<caption>${caption}</caption>
<thead><tr>${heads.map((head) => html`<th scope="col"${align(head)}>${head.title}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => html`<tr>${row.map((cell, at) => at === 0
    ? html`<th scope="row">${cell}</th>`
    : html`<td data-label="${heads[at]?.title ?? ''}"${align(heads[at])}>${cell}</td>`)}</tr>
`)}</tbody></table></div>
`
}

function align(head: Head | undefined): Html | false {
  return head?.number === true && html` class="number"`
}

/** So many of a long list are seen at once; a few more are no reason to fold it. */
export const SEEN = 15
const FEW_MORE = 5

export function isLong(count: number, seen = SEEN): boolean {
  return count > seen + FEW_MORE
}

/** The first of a long list as `show` shows them; the others open below. On paper all are there. */
export function folded<T>(
  all: readonly T[], show: (part: readonly T[], isFirst: boolean) => Content, words: Words, seen = SEEN,
): Html {
  if (!isLong(all.length, seen)) return html`${show(all, true)}`
  return html`${show(all.slice(0, seen), true)}<details class="rest"><summary>${words.phrase.further(all.length - seen)}</summary>
${show(all.slice(seen), false)}</details>
`
}

/** A table that may be long. */
export function longTable(caption: Content, heads: readonly Head[], rows: readonly (readonly Content[])[], words: Words): Html {
  return folded(rows, (part, isFirst) => table(isFirst ? caption : '', heads, part), words)
}

/** Names and values; those without a value are left out. */
export function facts(pairs: readonly (readonly [string, Content])[], layout: 'list' | 'pairs' | 'commands' = 'list'): Html {
  return html`<dl class="${layout}">${pairs.filter(([, value]) => value !== null && value !== '').map(([name, value]) =>
    html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
`
}

export function more(count: number, words: Words): Html {
  return count > 0 ? html`<p class="dim">${words.phrase.moreInDatabase(count)}</p>\n` : html``
}

/** A part of a section that opens at its heading. */
export function fold(title: Content, isOpen: boolean, content: Content): Html {
  return html`<details class="part"${isOpen && html` open=""`}><summary><h3>${title}</h3></summary>
${content}</details>
`
}

/** What another stage wrote; where it is not known in the language of the page, as English. */
export function told(english: string, words: Words, length: number): Html {
  const said = words.said(english)
  return said === null ? html`<span lang="en">${clip(english, length)}</span>` : html`${clip(said, length)}`
}

export function code(text: string, length = 300): Html {
  return html`<code>${clip(text, length)}</code>`
}

/** `2026-03-01 09:00:05.123` */
export function toTime(iso: string | null): string {
  return iso === null ? '' : clip(iso, 40).replace('T', ' ').replace(/Z$/, '')
}

/** Who received a leak, as the sentences name it. */
export function recipientIn(leak: LeakRecord, words: Words): string {
  const { recipientDomain: recipient, recipientEntity: entity, recipientVia: via } = leak
  return recipientOf({ recipient, entity, via }, words)
}

/** `who (entity)` */
export function withEntity(domain: string, entity: string | null, words: Words): Html {
  return html`${clip(domain, 120)}${entity === null ? '' : html` <small class="dim">${clip(retold(entity, words), 120)}</small>`}`
}
