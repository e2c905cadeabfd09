/** How each capture was made: its conditions one by one, the certificates of the servers, and which files it is. */
import type { Report, ReportCapture } from '../../model.js'
import { listOf, toRecord } from '../../shapes.js'
import { titleOf } from '../summary.js'
import { clip } from '../text.js'
import { CONDITIONS, retold, type Condition, type Words } from '../words.js'
import { detailed, type Page } from './context.js'
import { code, facts, fold, folded, more, table, told, toTime } from './parts.js'
import { html, type Content, type Html } from './template.js'

const MOST_CERTIFICATES = 200
const MOST_HOSTS = 12

/** A call that types: Playwright's title of it, of this version or an older one. */
const TYPES = /^(?:locator\.|page\.|frame\.)?(?:fill|type|press sequentially|pressSequentially)\b/i

/** How it was found out, in paragraphs: what is true of these captures. An imported HAR has no network log. */
export function methodOf(captures: readonly ReportCapture[], { method }: Words): string[] {
  const recorded = captures.filter(({ netlogCount }) => netlogCount !== null)
  const isTyped = recorded.some(({ persona, steps }) =>
    persona !== null && steps.some(({ category, title }) => category === 'pw:api' && TYPES.test(title)))
  const hasValues = captures.some(({ analysis: { termCounts } }) => Object.values(termCounts).some((count) => count > 0))
  const how = [
    ...(recorded.length > 0 ? [method.recorded] : []),
    ...(isTyped ? [method.typed] : []),
    ...(recorded.length < captures.length ? [method.imported] : []),
    hasValues ? method.searchedValues : method.searched,
  ]
  return [how.join(' '), method.leak, method.severity]
}

export function captureFacts(page: Page): Html {
  const { report, words } = page
  const all = detailed(report).map((capture, index) => fold(titleOf(capture, words), index === 0, ofCapture(capture, words)))
  return html`${folded(all, (part) => part, words)}${more(report.captures.length - all.length, words)}`
}

function ofCapture(capture: Report['captures'][number], words: Words): Html {
  const { label } = words
  return html`${facts([
    [label.capture, html`<code>${clip(capture.captureId, 80)}</code> ${clip(capture.path ?? '', 300)}`],
    [label.time, `${toTime(capture.startedAt)} – ${toTime(capture.endedAt)}`],
    [label.target, words.target[capture.target]],
    [label.address, capture.baseUrl === null ? '' : clip(capture.baseUrl, 300)],
    [label.firstParty, clip(capture.firstParty.join(', '), 600)],
    [label.persona, capture.persona === null ? '' : clip(capture.persona, 100)],
    [label.browser, clip(capture.browser, 200)],
    [label.requests, words.phrase.sources(capture.harCount, capture.netlogCount, capture.explainedCount)],
    [label.lookedFor, Object.entries(capture.analysis.termCounts).slice(0, 40)
      .map(([kind, count]) => `${kindName(kind, words)} ${count}`).join(', ')],
    [label.analysis, html`<code>${clip(capture.analysis.analysisId, 80)}</code> ${toTime(capture.analysis.startedAt)}`],
    [label.rules, html`<code>${clip(capture.analysis.rulesDigest, 80)}</code>`],
    [label.files, [
      html`HAR SHA-256 <code>${clip(capture.harSha256, 80)}</code><br>`,
      capture.files.slice(0, 40).map(({ name, bytes, sha256 }) =>
        html`${clip(name, 200)} (${bytes} B) <code>${clip(sha256, 80)}</code><br>`),
    ]],
  ])}${conditions(capture, words)}${certificates(capture, words)}${deviations(capture, words)}`
}

/** In the section on consent, or in a table of their own. */
const SAID_ELSEWHERE: ReadonlySet<string> = new Set(['consent', 'deviations', 'certificates'])

/** Those whose values take a whole line. */
const LONG: ReadonlySet<string> = new Set([
  'browserHosts', 'egress', 'lists', 'filterLists', 'userAgent', 'commandLine', 'selfCheck', 'peers', 'scenario',
])

function conditions({ conditions: all }: ReportCapture, words: Words): Html | false {
  const said = Object.entries(all).filter(([name, value]) =>
    !SAID_ELSEWHERE.has(name) && value !== null && value !== undefined && JSON.stringify(value) !== '[]')
  if (said.length === 0) return false
  const known = (name: string): name is Condition => (CONDITIONS as readonly string[]).includes(name)
  const rows = said.slice(0, 80)
  const toRows = (all: typeof rows): [string, Content][] => all.map(([name, value]) =>
    [known(name) ? words.condition[name] : clip(name, 60), toValue(name, value, words)])
  return html`<details><summary>${words.label.conditions} (${rows.length})</summary>
${facts(toRows(rows.filter(([name]) => !LONG.has(name))), 'pairs')}${
    facts(toRows(rows.filter(([name]) => LONG.has(name))))}</details>
`
}

function toValue(name: string, value: unknown, words: Words): Content {
  const { phrase } = words
  const record = toRecord(value)
  if (name === 'egress') return phrase.egress(texts(record['local']), texts(record['public']), String(record['publicBy']))
  if (name === 'clock') return phrase.clock(Number(record['skewMs']), Number(record['withinMs']), Number(record['servers']))
  if (name === 'selfCheck') return told(String(value), words, 600)
  const { width, height } = record
  if (name === 'viewport' && typeof width === 'number' && typeof height === 'number') return `${width} × ${height}`
  if (name === 'browserFoundBy') return clip(retold(String(value), words), 100)
  if (name === 'commandLine') return code(texts(value).join(' '), 6_000)
  if (typeof value === 'boolean') return value ? phrase.yes : phrase.no
  if (Array.isArray(value)) return clip(texts(value).join(', '), 1_000)
  if (typeof value !== 'object') return clip(String(value), 600)
  return Object.entries(record).slice(0, 40).map(([key, one]) =>
    html`${clip(key, 60)}${words.colon}${clip(typeof one === 'object' ? Object.entries(toRecord(one)).map((pair) => pair.join(' ')).join(', ') : String(one), 300)}<br>`)
}

function certificates({ conditions: { certificates: all } }: ReportCapture, words: Words): Html | false {
  if (!Array.isArray(all) || all.length === 0) return false
  const { label } = words
  const rows = all.slice(0, MOST_CERTIFICATES).map((one: unknown): Content[] => {
    const { hosts, chain } = toRecord(one)
    const names = texts(hosts)
    const shown = listOf(chain).slice(0, 10).map(toRecord)
    return [
      html`${clip(names.slice(0, MOST_HOSTS).join(', '), 800)}${names.length > MOST_HOSTS && ` + ${names.length - MOST_HOSTS}`}`,
      shown.map(({ subject }) => html`${clip(String(subject), 200)}<br>`),
      html`${clip(String(shown.at(-1)?.['issuer'] ?? ''), 200)}`,
      shown.slice(0, 1).map(({ validFrom, validTo }) => html`<span class="nowrap">${
        toDay(validFrom)}</span> – <span class="nowrap">${toDay(validTo)}</span>`),
      shown.map(({ sha256 }) => html`<code>${clip(String(sha256), 64)}</code><br>`),
    ]
  })
  return html`<details><summary>${label.certificates} (${all.length})</summary>
${table('', [
    { title: label.servers }, { title: label.issuedTo }, { title: label.issuedBy }, { title: label.valid }, { title: 'SHA-256' },
  ], rows)}</details>
`
}

function deviations({ conditions: { deviations: all } }: ReportCapture, words: Words): Html | false {
  if (!Array.isArray(all) || all.length === 0) return false
  const { label } = words
  return html`<details><summary>${label.deviations} (${all.length})</summary>
${table('', [{ title: label.deviation }, { title: label.effect }], all.slice(0, 60).map((one: unknown) => {
    const { what, effect } = toRecord(one)
    return [told(String(what ?? ''), words, 200), told(String(effect ?? ''), words, 400)]
  }))}</details>
`
}

/** `2026-11-22` */
function toDay(time: unknown): string {
  return typeof time === 'string' ? clip(time.replace(/T.*$/s, ''), 40) : ''
}

function kindName(kind: string, words: Words): string {
  return (words.kind as Readonly<Record<string, string>>)[kind] ?? clip(kind, 60)
}


function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.slice(0, 500).map(String) : []
}
