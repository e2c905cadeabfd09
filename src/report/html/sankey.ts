/** From the step to the recipient to the datum: a picture drawn here, as SVG, with the same in a table. */
import { sankey, sankeyLinkHorizontal } from 'd3-sankey'
import type { LeakRecord } from '../../model.js'
import { datumOf } from '../summary.js'
import { clip } from '../text.js'
import { retold, type Words } from '../words.js'
import { more, recipientIn, table } from './parts.js'
import { html, type Html } from './template.js'

const WIDTH = 1120
const LEFT = 260
const RIGHT = 190
const ROW = 34
const MOST_OF_A_COLUMN = 14
const MOST_ROWS = 100

interface Node { readonly key: string; readonly name: string; readonly column: number; order: number }
interface Link { readonly source: string; readonly target: string; value: number }

export function flowPicture(leaks: readonly LeakRecord[], words: Words): Html | false {
  if (leaks.length === 0) return false
  const { nodes, links } = toGraph(leaks, words)
  const tallest = Math.max(...[0, 1, 2].map((column) => nodes.filter((node) => node.column === column).length))
  const height = Math.max(160, tallest * ROW)
  const layout = sankey<Node, Link>()
    .nodeId(({ key }) => key).nodeAlign(({ column }) => column).nodeWidth(12).nodePadding(14)
    .nodeSort((a, b) => a.order - b.order)
    .extent([[LEFT, 8], [WIDTH - RIGHT, height - 8]])
  const drawn = layout({ nodes: nodes.map((node) => ({ ...node })), links: links.map((link) => ({ ...link })) })
  const path = sankeyLinkHorizontal<Node, Link>()
  const nameOf = (end: unknown): string => typeof end === 'object' && end !== null && 'name' in end ? String(end.name) : ''
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${words.label.sankey}"><svg class="sankey" viewBox="0 0 ${WIDTH} ${
    height}" role="img" aria-label="${words.label.sankey}. ${words.label.sankeyNote}">
${drawn.links.map((link) => html`<path d="${toTenths(path(link) ?? '')}" stroke-width="${Math.max(1, link.width ?? 1).toFixed(1)}"><title>${
    clip(nameOf(link.source), 80)} → ${clip(nameOf(link.target), 80)}${words.colon}${words.phrase.occurrences(link.value)}</title></path>
`)}${drawn.nodes.map((node) => {
    const { x0 = 0, x1 = 0, y0 = 0, y1 = 0, column, name, value = 0 } = node
    const isLeft = column === 0
    const [x, y] = [(isLeft ? x0 - 6 : x1 + 6).toFixed(1), (y0 + y1) / 2]
    // Whose format the site's host received would be cut off; there is room below.
    const [, host, format] = /^(\S+) (\(.*)$/.exec(column === 1 ? name : '') ?? []
    return html`<rect class="column-${column}" x="${x0.toFixed(1)}" y="${y0.toFixed(1)}" width="${(x1 - x0).toFixed(1)}" height="${
      Math.max(1, y1 - y0).toFixed(1)}"><title>${clip(name, 120)}${words.colon}${words.phrase.occurrences(value)}</title></rect>
<text x="${x}" y="${y.toFixed(1)}" dy="${format === undefined ? '0.35em' : '-0.2em'}" text-anchor="${isLeft ? 'end' : 'start'}">${
      host === undefined ? clip(name, isLeft ? 33 : 30) : clip(host, 44)}${
      format !== undefined && html`<tspan x="${x}" dy="1.1em">${clip(format, 44)}</tspan>`}</text>
`
  })}</svg></div>
<p class="dim">${words.label.sankey}. ${words.label.sankeyNote}</p>
${twin(links, nodes, words)}`
}

/** A picture needs no more: `281.4038950042336` is `281.4`. */
function toTenths(path: string): string {
  return path.replace(/\d+\.\d+/g, (number) => Number(number).toFixed(1))
}

function toGraph(leaks: readonly LeakRecord[], words: Words): { nodes: Node[]; links: Link[] } {
  const columns = [
    (leak: LeakRecord) => stepOf(leak, words),
    (leak: LeakRecord) => recipientIn(leak, words),
    (leak: LeakRecord) => datumOf({ kind: leak.kind, leaks: [leak] }, words),
  ].map((nameOf) => {
    const counts = new Map<string, number>()
    for (const leak of leaks) counts.set(nameOf(leak), (counts.get(nameOf(leak)) ?? 0) + 1)
    const kept = new Set([...counts].sort(([, a], [, b]) => b - a).slice(0, MOST_OF_A_COLUMN).map(([name]) => name))
    return (leak: LeakRecord): string => kept.has(nameOf(leak)) ? nameOf(leak) : '…'
  })
  const nodes = new Map<string, Node>()
  const firsts = new Map<string, string>()
  for (const leak of leaks) {
    const { startedAt } = leak
    const name = stepOf(leak, words)
    if (startedAt !== null && startedAt < (firsts.get(name) ?? '\uFFFF')) firsts.set(name, startedAt)
  }
  const links = new Map<string, Link>()
  for (const leak of leaks) {
    const keys = columns.map((nameOf, column) => {
      const name = nameOf(leak)
      const key = `${column} ${name}`
      const node = nodes.get(key) ?? { key, name, column, order: 0 }
      nodes.set(key, node)
      // Steps as they came, the rest by weight.
      if (column > 0) node.order--
      return key
    })
    for (const [at, source] of keys.slice(0, -1).entries()) {
      const target = keys[at + 1] ?? ''
      const key = JSON.stringify([source, target])
      const link = links.get(key)
      if (link === undefined) links.set(key, { source, target, value: 1 })
      else link.value++
    }
  }
  const inTime = [...firsts].sort(([, a], [, b]) => a < b ? -1 : 1).map(([name]) => name)
  for (const node of nodes.values()) if (node.column === 0) node.order = node.name === '…' ? 1e9 : inTime.indexOf(node.name)
  return { nodes: [...nodes.values()], links: [...links.values()] }
}

function stepOf({ step }: LeakRecord, words: Words): string {
  return step === null ? words.label.outsideSteps : retold(step, words)
}

function twin(links: readonly Link[], nodes: readonly Node[], words: Words): Html {
  const names = new Map(nodes.map(({ key, name }) => [key, name]))
  const sorted = [...links].sort((a, b) => a.source.localeCompare(b.source) || b.value - a.value)
  const rows = sorted.slice(0, MOST_ROWS).map(({ source, target, value }) =>
    [clip(names.get(source) ?? '', 160), clip(names.get(target) ?? '', 160), value])
  return html`<details><summary>${words.label.asTable}</summary>
${table('', [{ title: `${words.label.step} / ${words.label.recipient}` },
    { title: `${words.label.recipient} / ${words.label.what}` }, { title: words.label.leaks, number: true }], rows)}${
    more(links.length - MOST_ROWS, words)}</details>
`
}
