/** The figures as Markdown. */
import type { PeerResult } from './peers.js'
import type { Judged } from './run.js'

interface Row {
  readonly name: string
  planted: number
  found: number
  invented: number
}

/** Groups that get a table of their own, in this order, with what a row of it is. */
const GROUPS: readonly (readonly [group: string, title: string, row: string])[] = [
  ['kind', 'Values of a persona, by kind', 'kind'],
  ['carrier', 'By carrier', 'carrier'],
  ['depth', 'By number of encodings around the value, those of the carrier aside', 'encodings'],
  ['transform', 'By hash', 'hash'],
  ['digest', 'By spelling of the digest', 'digest'],
  ['recipient', 'By recipient', 'recipient'],
  ['language', 'By language', 'language'],
  ['vocabulary', 'No persona: words by which the vocabularies were mended', 'language'],
  ['unseen', 'No persona: words of pages that nobody had looked at', 'language'],
  ['ids', 'Ids that stand for terms', 'the site\'s list'],
  ['identifier', 'Identifiers by signature', 'identifier'],
]

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(4))

export function tablesOf(judged: readonly Judged[], title: string): string {
  const sum = (part: readonly Judged[]): Row =>
    rowsOf(part, () => 'all')[0] ?? { name: 'all', planted: 0, found: 0, invented: 0 }
  const all = sum(judged)
  // Which words a vocabulary lacks is another question than whether detection finds what it knows.
  const known = sum(judged.filter(({ one }) => one.groups['unseen'] === undefined))
  const unseen = sum(judged.filter(({ one }) => one.groups['unseen'] !== undefined))
  const quiet = judged.filter(({ one }) => one.planted.length === 0).length
  const lines = [
    `${title}: ${judged.length} requests, ${all.planted} that carry something, ${quiet} that carry nothing.`, '',
    `**What is known: recall ${percent(known.found, known.planted)}, precision ` +
    `${percent(known.found, known.found + known.invented)}** (values of a visitor, listed words, ids; ` +
    `${known.planted - known.found} missed, ${known.invented} invented).`,
    ...(unseen.planted === 0 ? [] : [
      `**Words at which nobody had looked: recall ${percent(unseen.found, unseen.planted)}** ` +
      `(${unseen.planted - unseen.found} of ${unseen.planted} missed). ` +
      `Both together: ${percent(all.found, all.planted)}.`]),
  ]
  for (const [group, heading, name] of GROUPS) {
    const rows = rowsOf(judged, ({ one }) => one.groups[group])
    if (rows.length === 0) continue
    lines.push('', `### ${heading}`, `| ${name} | requests | found | recall | precision |`, '|---|---:|---:|---:|---:|')
    for (const row of rows) {
      const precision = percent(row.found, row.found + row.invented)
      lines.push(`| ${row.name} | ${row.planted} | ${row.found} | ${percent(row.found, row.planted)} | ${precision} |`)
    }
  }
  lines.push('', '### Encodings, each alone or within others', '| encoding | requests | found | recall |', '|---|---:|---:|---:|')
  for (const row of encodingRows(judged)) lines.push(`| ${row.name} | ${row.planted} | ${row.found} | ${percent(row.found, row.planted)} |`)
  lines.push('', '### Requests that carry nothing', '| what they have instead | requests | false rows |', '|---|---:|---:|')
  for (const row of rowsOf(judged, ({ one }) => one.groups['negative'])) lines.push(`| ${row.name} | ${row.planted} | ${row.invented} |`)
  return lines.join('\n')
}

export function peerTable(peers: ReadonlyMap<string, PeerResult>): string {
  const lines = ['', '### Others, on the requests with a visitor of the first ten seeds',
    '| detector | requests | found | recall | precision |', '|---|---:|---:|---:|---:|']
  for (const [name, { planted, found, invented }] of peers) {
    lines.push(`| ${name} | ${planted} | ${found} | ${percent(found, planted)} | ${percent(found, found + invented)} |`)
  }
  return lines.join('\n')
}

/** For negatives `planted` counts the requests. */
function rowsOf(judged: readonly Judged[], nameOf: (one: Judged) => string | undefined): Row[] {
  const rows = new Map<string, Row>()
  for (const each of judged) {
    const name = nameOf(each)
    if (name === undefined) continue
    const row = rows.get(name) ?? { name, planted: 0, found: 0, invented: 0 }
    rows.set(name, row)
    const isNegative = each.one.planted.length === 0
    row.planted += isNegative && name !== 'all' && each.one.groups['negative'] === name ? 1 : each.one.planted.length
    row.found += each.one.planted.length - each.missed.length
    row.invented += each.invented.length
  }
  return [...rows.values()].sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
}

function encodingRows(judged: readonly Judged[]): Row[] {
  const rows = new Map<string, Row>()
  for (const { one, missed } of judged) {
    if (one.planted.length === 0) continue
    for (const name of new Set((one.groups['encoding'] ?? '').split(' within '))) {
      if (name === '') continue
      const row = rows.get(name) ?? { name, planted: 0, found: 0, invented: 0 }
      rows.set(name, row)
      row.planted++
      if (missed.length === 0) row.found++
    }
  }
  return [...rows.values()].sort((a, b) => a.name.localeCompare(b.name))
}
