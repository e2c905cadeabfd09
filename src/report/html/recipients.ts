/** Who received something: who is behind it, how that is known, and all that reached it. */
import { clip } from '../text.js'
import type { RecognisedBy, Words } from '../words.js'
import type { Page } from './context.js'
import { byRecipient, dataOf } from './findings.js'
import { longTable, pill, toTime, withEntity } from './parts.js'
import { html, type Html } from './template.js'

/** `Filter list: ||ads.example^ (easylist.txt, line 123, SHA-256 3f0a…)`: what recognised a recipient, in words. */
function recognised(rule: string, digestOf: ReadonlyMap<string, string>, words: Words): string {
  const at = rule.indexOf(':')
  const [sort, what] = at < 0 ? [rule, ''] : [rule.slice(0, at), rule.slice(at + 1)]
  const name = Object.hasOwn(words.recognisedBy, sort) ? words.recognisedBy[sort as RecognisedBy] : sort
  const [, list, line, text] = sort === 'list' ? /^(.*?):(\d+):(.*)$/s.exec(what) ?? [] : []
  if (list === undefined) return what === '' ? name : `${name}${words.colon}${what}`
  const digest = digestOf.get(list)
  return `${name}${words.colon}${text} (${words.phrase.listLine(list, Number(line))}${digest === undefined ? '' : `, SHA-256 ${digest.slice(0, 12)}…`})`
}

export function recipientTable(page: Page): Html {
  const { report, words, illustration, id } = page
  const { label } = words
  const groups = byRecipient(report)
  if (groups.length === 0) return html``
  const digestOf = new Map(report.captures.flatMap(({ analysis }) => (analysis.lists ?? []).map(({ name, sha256 }) => [name, sha256])))
  const requests = new Map<string, number>()
  for (const { contacted } of report.captures) {
    for (const { domain, requests: count } of contacted) requests.set(domain, (requests.get(domain) ?? 0) + count)
  }
  const heads = [
    { title: label.recipient }, { title: label.country }, { title: label.category }, { title: label.knownBy },
    { title: label.via }, { title: label.requests, number: true }, { title: label.leaks, number: true },
    { title: label.what }, { title: label.seen },
  ]
  return html`<section id="${id('recipients')}"><h2>${label.recipients}</h2>
${longTable('', heads, groups.map(([{ recipient }, findings]) => {
    const [first] = findings
    const leaks = findings.flatMap((finding) => finding.leaks)
    const known = [...new Set(leaks.flatMap(({ leakId, recipientRule }) => {
      const evidence = illustration.evidence.get(leakId)
      const rule = recipientRule ?? evidence?.recipientRule
      return rule === undefined ? [] : [[recognised(rule, digestOf, words), ...evidence?.cnames ?? []].join(' › ')]
    }))]
    const vias = [...new Set(findings.map(({ recipientVia }) => words.via[recipientVia]))]
    const times = findings.flatMap(({ firstSeen, lastSeen }) => [firstSeen ?? [], lastSeen ?? []].flat()).sort()
    return [
      withEntity(recipient, first?.recipientEntity ?? null, words),
      clip(first?.recipientCountry ?? '', 20),
      first === undefined ? '' : words.category[first.recipientCategory],
      html`<small>${known.slice(0, 4).map((text) => html`${clip(text, 240)}<br>`)}</small>`,
      html`<small>${vias.join('; ')}</small>`,
      requests.get(recipient) ?? '',
      leaks.length,
      html`${first !== undefined && pill(first.severity, words.severity[first.severity])} ${
        dataOf(findings, words)}`,
      html`<small class="nowrap">${toTime(times[0] ?? null)}<br>${toTime(times.at(-1) ?? null)}</small>`,
    ]
  }), words)}</section>
`
}
