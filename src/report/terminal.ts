/**
 * The summary that ends a run: the verdict in sentences, who received what at which step and in which consent state,
 * and what that rests on. Understood without a manual, without colour, on 80 columns.
 */
import type { Writable } from 'node:stream'
import { styleText } from 'node:util'
import type { Report, Severity, Verdict } from '../model.js'
import { contactsIn } from './contacts.js'
import { asTold, cellOf, gravest, nameOf, recipientCell, toFlows, toSentences, type Flow } from './summary.js'
import { pad, toTerminal, widthOf, wrap } from './text.js'
import { retold, type Words } from './words.js'
import { en } from './words/en.js'

export interface SummaryOptions {
  readonly color?: boolean
  /** Columns; 80 unless told. */
  readonly width?: number
  /** Where they lie, for the last lines. */
  readonly database?: string
  readonly report?: string
  readonly words?: Words
}

type Style = Parameters<typeof styleText>[0]
type Paint = (style: Style, text: string) => string

const SEVERITY_STYLE: Readonly<Record<Severity, Style>> = {
  critical: ['bold', 'red'], high: 'red', medium: 'yellow', low: 'cyan', info: 'gray',
}
const VERDICT_STYLE: Readonly<Record<Verdict, Style>> = {
  'leaks': ['bold', 'red'], 'none-observed': ['bold', 'green'], 'inconclusive': ['bold', 'yellow'],
}
const MOST_ROWS = 12
const MOST_DIAGNOSTICS = 5
const MOST_CONTACTED = 12
const MOST_CAPTURES = 25

export function printSummary(report: Report, out: Writable, options: SummaryOptions = {}): void {
  out.write(`${summaryLines(asTold(report), options).map((line) => line.trimEnd()).join('\n')}\n`)
}

function summaryLines(report: Report, options: SummaryOptions): string[] {
  const words = options.words ?? en
  const width = Math.max(40, Math.min(options.width ?? 80, 160))
  const paint: Paint = options.color === true ? paintAlways : (_, text) => text
  const { target, verdict, basis } = toSentences(report, words)
  const flows = toFlows(report)
  return [
    ...wrap(toTerminal(target), width).map((line) => paint('bold', line)),
    '',
    ...verdict.flatMap((sentence, at) => wrap(toTerminal(sentence, 2000), width)
      .map((line) => at === 0 ? paint(VERDICT_STYLE[report.verdict], line) : line)),
    ...(flows.length > 0 ? ['', ...flowTable(flows, width, words, paint)] : []),
    '',
    ...coverageLines(report, width, words, paint),
    ...basis.flatMap((sentence) => wrap(toTerminal(sentence, 2000), width)),
    ...contactedLines(report, width, words),
    ...diagnosticLines(report, width, words, paint),
    ...placeLines(options, words, paint),
  ]
}

/** `styleText` asks the stream whether it has colours; here the caller has. */
function paintAlways(style: Style, text: string): string {
  return styleText(style, text, { validateStream: false })
}

interface Column {
  readonly title: string
  readonly share: number
  readonly least: number
  readonly style?: (row: number) => Style
}

function flowTable(flows: readonly Flow[], width: number, words: Words, paint: Paint): string[] {
  const shown = flows.slice(0, MOST_ROWS)
  const columns: readonly Column[] = [
    { title: words.label.recipient, share: 3, least: 12 },
    { title: words.label.what, share: 4, least: 14 },
    { title: words.label.consent, share: 2, least: 9 },
    { title: words.label.step, share: 3, least: 10 },
    { title: words.label.severity, share: 1, least: 8, style: (row) => SEVERITY_STYLE[shown[row]?.severity ?? 'info'] },
  ]
  const rows = shown.map((flow) => [
    toTerminal(recipientCell(flow, words), 160),
    flow.kinds.map((kind) => cellOf(kind, words)).join(', '),
    words.consentAt[flow.consentAt],
    flow.steps.slice(0, 3).map((step) => toTerminal(retold(step, words), 60)).join('; ') + (flow.steps.length > 3 ? ' …' : ''),
    words.severity[flow.severity],
  ])
  const lines = toTable(columns, rows, width, paint)
  return flows.length > shown.length ? [...lines, words.phrase.moreInDatabase(flows.length - shown.length)] : lines
}

type Rows = readonly (readonly string[])[]

function toTable(columns: readonly Column[], rows: Rows, width: number, paint: Paint): string[] {
  const widths = toWidths(columns, rows, width - 2 * (columns.length - 1))
  if (widths === null) return toList(columns, rows, width, paint)
  const line = (cells: readonly string[], style: (column: number) => Style | undefined): string =>
    cells.map((cell, column) => {
      const filler = ' '.repeat(Math.max(0, (widths[column] ?? 0) - widthOf(cell)))
      const chosen = style(column)
      return (chosen === undefined || cell === '' ? cell : paint(chosen, cell)) + filler
    }).join('  ')
  const body = rows.flatMap((row, index) => {
    const wrapped = row.map((cell, column) => wrap(cell, widths[column] ?? 1))
    return Array.from({ length: Math.max(...wrapped.map(({ length }) => length)) }, (_, at) =>
      line(wrapped.map((cell) => cell[at] ?? ''), (column) => columns[column]?.style?.(index)))
  })
  return [line(columns.map(({ title }) => title.toUpperCase()), () => 'bold'), ...body]
}

/** For terminals too narrow for the columns: one cell a line. */
function toList(columns: readonly Column[], rows: Rows, width: number, paint: Paint): string[] {
  return rows.flatMap((row, index) => row.flatMap((cell, column) => {
    const style = columns[column]?.style?.(index) ?? (column === 0 ? 'bold' : undefined)
    const indent = column === 0 ? '' : '  '
    return wrap(cell, width - 2).map((line) =>
      line === '' || style === undefined ? indent + line : indent + paint(style, line))
  }))
}

/**
 * What each column needs, or where that is too much: its least and a share of the rest. Null where not even that
 * fits.
 */
function toWidths(columns: readonly Column[], rows: Rows, room: number): number[] | null {
  const needed = columns.map(({ title }, at) => Math.max(widthOf(title), ...rows.map((row) => widthOf(row[at] ?? ''))))
  const widths = columns.map(({ least }, at) => Math.min(least, needed[at] ?? least))
  let rest = room - widths.reduce((sum, one) => sum + one, 0)
  if (rest < 0) return null
  while (rest > 0) {
    const open = columns.map((column, at) => ({ at, weight: column.share / (widths[at] ?? 1) }))
      .filter(({ at }) => (widths[at] ?? 0) < (needed[at] ?? 0))
    const next = open.sort((a, b) => b.weight - a.weight)[0]
    if (next === undefined) break
    widths[next.at] = (widths[next.at] ?? 0) + 1
    rest--
  }
  return widths
}

function coverageLines(report: Report, width: number, words: Words, paint: Paint): string[] {
  if (report.captures.length === 0) return []
  const severalSites = new Set(report.captures.map(({ site }) => site)).size > 1
  const captures = gravest(report, MOST_CAPTURES)
  const more = report.captures.length - captures.length
  const rows = captures.map((capture) => [
    toTerminal([...severalSites && capture.site !== '' ? [capture.site] : [], nameOf(capture, words)].join(', '), 120),
    words.verdict[capture.analysis.verdict],
    words.coverage[capture.coverage],
    capture.consentOutcome === null ? '' : words.consentOutcome[capture.consentOutcome],
    words.phrase.requests(capture.requestCount, capture.thirdPartyRequestCount),
  ])
  const styles = { full: 'green', limited: 'yellow', broken: 'red' } as const
  return [...toTable([
    { title: words.label.capture, share: 4, least: 16 },
    {
      title: words.label.verdict,
      share: 2,
      least: 9,
      style: (row) => VERDICT_STYLE[captures[row]?.analysis.verdict ?? 'inconclusive'],
    },
    {
      title: words.label.coverage,
      share: 1,
      least: 8,
      style: (row) => styles[captures[row]?.coverage ?? 'broken'],
    },
    { title: words.label.consent, share: 1, least: 7 },
    { title: words.label.requests, share: 2, least: 14 },
  ], rows, width, paint), ...(more > 0 ? [words.phrase.moreInDatabase(more)] : []), '']
}

function contactedLines(report: Report, width: number, words: Words): string[] {
  const sorted = contactsIn(report.captures)
  if (sorted.length === 0) return []
  const shown = sorted.slice(0, MOST_CONTACTED).map(({ domain, requests }) => `${toTerminal(domain, 80)} ${requests}`)
  return wrap(words.phrase.requestsTo(shown, sorted.length - shown.length), width)
}

/** The same words of several captures are one line. */
function diagnosticLines({ diagnostics }: Report, width: number, words: Words, paint: Paint): string[] {
  if (diagnostics.length === 0) return []
  const counts = new Map<string, number>()
  for (const { code, message } of diagnostics) {
    const line = `${toTerminal(code, 60)}: ${toTerminal(retold(message, words), 300)}`
    counts.set(line, (counts.get(line) ?? 0) + 1)
  }
  const lines = [...counts].slice(0, MOST_DIAGNOSTICS).flatMap(([line, count]) =>
    wrap(`${line}${words.phrase.repeated(count)}`, width - 2).map((part, at) => at === 0 ? `- ${part}` : `  ${part}`))
  const more = counts.size - MOST_DIAGNOSTICS
  return ['', paint('bold', `${words.label.diagnostics.toUpperCase()} (${diagnostics.length})`), ...lines,
    ...(more > 0 ? [`  ${words.phrase.moreInReport(more)}`] : [])]
}

function placeLines({ database, report }: SummaryOptions, words: Words, paint: Paint): string[] {
  const places = [[words.label.database, database], [words.label.report, report]] as const
  const longest = Math.max(...places.map(([name]) => widthOf(name)))
  const lines = places.flatMap(([name, place]) =>
    place === undefined ? [] : `${paint('bold', pad(name, longest))}  ${toTerminal(place, 1000)}`)
  return lines.length > 0 ? ['', ...lines] : []
}
