/** Small pieces that several sections use. */
import type { Coverage, Severity, Verdict } from '../../model.js'
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

/** `who (entity)` */
export function withEntity(domain: string, entity: string | null, words: Words): Html {
  return html`${clip(domain, 120)}${entity === null ? '' : html` <small class="dim">${clip(retold(entity, words), 120)}</small>`}`
}
