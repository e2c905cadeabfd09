/** One finding's proof: the request as it was sent, its layers, what the field means, and how to see it again. */
import type { LeakRecord, ReportCapture } from '../../model.js'
import type { Evidence, Marked, Sent } from '../illustration.js'
import { textOf } from '../../shapes.js'
import { clip } from '../text.js'
import { retold, type Words } from '../words.js'
import { code, facts, table, told } from './parts.js'
import { html, type Content, type Html } from './template.js'

const LONGEST_URL_AROUND = 360
const LONGEST_OTHER = 200
/** Of a request that is shown in brief: headers without the datum that say where it came from and to whom it is tied. */
const TELLING = new Set(['referer', 'origin', 'cookie', 'content-type'])
const BRIEF_AROUND = 160
/** Of a long URL, so much of its beginning is shown. */
const URL_HEAD = 80

export function evidenceOf(evidence: Evidence, leak: LeakRecord, words: Words, isBrief = false): Html {
  const { label } = words
  const { meaning, request } = evidence
  const shown = (isBrief ? request.filter(isTelling) : request).map((one) => withHost(one, leak))
  return html`<h5>${label.requestHead}</h5>
<div class="sent" role="group" aria-label="${label.requestHead}">${shown.map((one) => line(one, isBrief ? BRIEF_AROUND : LONGEST_URL_AROUND))}${
    shown.length < request.length && html`<span class="line dim">${words.phrase.moreHeaders(request.length - shown.length)}</span>`}</div>
${evidence.layers.length > 0 && layers(evidence, words)}${facts([
    [label.meaning, meaning === null ? '' : told(meaning.text, words, 300)],
    [label.meaningSource, meaning === null ? '' : clip(retold(meaning.source, words), 300)],
    [label.initiator, initiatorOf(evidence.initiator, leak, isBrief ? 200 : 300, words)],
    [label.knownBy, [knownBy(evidence, words), ...evidence.cnames].map((text) => clip(text, 200)).join(' › ')],
    [label.cookies, evidence.cookies.length === 0 ? '' : code(evidence.cookies.join(', '), 400)],
    [label.cookiesSet, evidence.cookiesSet.length === 0 ? '' : code(evidence.cookiesSet.join(', '), 400)],
    ['HAR SHA-256', code(leak.harSha256, 80)],
  ])}`
}

/** Of pictures that a script asks for, Chromium names the page; of what is neither script nor page, nobody (`other`). */
function initiatorOf(initiator: string | null, { pageUrl, frameUrl }: LeakRecord, length: number, words: Words): Content {
  if (initiator === null || initiator === 'other') return ''
  const pages = [pageUrl, frameUrl].flatMap((url) => url?.replace(/#.*$/s, '') ?? [])
  const isOrigin = /^https?:\/\/[^/]+$/.test(initiator)
  const isPage = pages.some((page) => page === initiator || (isOrigin && page.startsWith(`${initiator}/`)))
  return html`${code(initiator, length)}${isPage && html` (${words.phrase.byPage})`}`
}

/** A long URL comes without its beginning, which names whom it went to. */
function withHost(one: Sent, { url }: LeakRecord): Sent {
  return one.part === 'url' && one.before.startsWith('…') ? { ...one, before: `${url.slice(0, URL_HEAD)}${one.before}` } : one
}

function isTelling({ part, name, marked: hit }: Sent): boolean {
  return part !== 'header' || hit !== '' || TELLING.has(name.toLowerCase())
}

function line({ part, name, ...text }: Sent, around: number): Html {
  const before = part === 'url' ? html`<b>${clip(name, 20)}</b> ` : part === 'header' ? html`<b>${clip(name, 100)}:</b> ` : html`
`
  return html`<span class="line">${before}${
    marked(text, part === 'header' && text.marked === '' ? LONGEST_OTHER : around, part === 'url' ? URL_HEAD : 0)}</span>`
}

/** `head`: so much of the beginning stays, whatever stands before the mark. */
function marked({ before, marked: hit, after }: Marked, around: number, head = 0): Html {
  if (hit === '') return html`${clip(before, 2 * around)}`
  const shown = before.length > around + head ? `${before.slice(0, head)}…${before.slice(1 - around)}` : before
  return html`${shown}<mark>${hit}</mark>${clip(after, around)}`
}

function layers({ layers: all }: Evidence, words: Words): Html {
  const { label } = words
  return table(
    label.layerByLayer,
    [{ title: label.layer }, { title: label.range }, { title: label.result }],
    all.map((layer, depth) => [
      depth === 0 ? label.asSent : clip(layer.decoder, 60),
      depth === 0 ? words.phrase.layerBytes(layer.bytes)
        : html`${words.phrase.bytes(layer.start, layer.end)} → ${words.phrase.layerBytes(layer.bytes)}`,
      html`<code class="layer">${marked(layer, 110)}</code>${layer.marked === '' && html`<br><small class="dim">${
        label.unmarked}</small>`}`,
    ]),
  )
}

/** Commands that show the same again: from the capture, and, unless in brief, by walking the site anew. */
export function reproduce(
  leak: LeakRecord, capture: ReportCapture | undefined, words: Words, isBrief = false,
): Html {
  if (capture === undefined) return html``
  const { label } = words
  const { path, firstParty, netlogCount } = capture
  const analysis = path === null ? '' : ['tattle analyze', quote(path),
    ...(netlogCount === null && firstParty.length > 0 ? [`--first-party ${firstParty.slice(0, 10).map(quote).join(' ')}`] : []),
    ...(netlogCount === null ? lookedFor(leak) : []),
    '--json'].join(' ')
  const walk = isBrief ? '' : walkAgain(capture)
  return facts([
    [`${label.reproduce}${words.colon}${label.reproduceAnalysis}`, analysis === '' ? '' : code(analysis, 600)],
    [`${label.reproduce}${words.colon}${label.reproduceAudit}`, walk === '' ? '' : code(walk, 900)],
    [label.pointer, html`${code(leak.pointer, 160)}, ${words.phrase.bytes(leak.startByte, leak.endByte)}`],
  ], 'commands')
}

/** The command that made the capture, or the test of a suite; of what was driven by hand there is none. */
function walkAgain({ consentAsked, baseUrl, scenario, conditions, steps }: ReportCapture): string {
  const [project, file] = [textOf(conditions, 'project'), textOf(conditions, 'scenarioFile')]
  // Of an audit, projects are consent states.
  if (file !== '' && (consentAsked === null || project.split(' · ')[0] !== consentAsked)) {
    return `npx playwright test ${quote(file)}${project === '' ? '' : ` --project ${quote(project)}`}`
  }
  if (consentAsked === null || baseUrl === null) return ''
  const opened = steps.map(({ title }) => /^Navigate (https?:\S+)$/.exec(title)?.[1]).find((url) => url !== undefined)
  const hostMap = Array.isArray(conditions['hostMap']) ? conditions['hostMap'].slice(0, 10).map(String) : []
  return [
    'tattle audit',
    .../\bplaywright\/visit\.spec\.[jt]s$/.test(file)
      ? [quote(opened ?? baseUrl)]
      : [quote(file === '' ? scenario : file), `--base-url ${quote(baseUrl)}`],
    `--consent ${consentAsked}`,
    ...hostMap.map((map) => `--host-map ${quote(map)}`),
    ...(conditions['ignoreHttpsErrors'] === true ? ['--ignore-https-errors'] : []),
  ].join(' ')
}

/** No HAR from elsewhere says what was looked for in it: the one value that the finding is about is enough to show it. */
function lookedFor({ matchSource, kind, label }: LeakRecord): string[] {
  if (matchSource === 'persona') return [`--value ${quote(`${kind}=${label}`)}`]
  return matchSource === 'client-ip' ? [`--client-ip ${quote(label)}`] : []
}

/** For a POSIX shell; what a site decided on stays one word. */
function quote(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
}

/** What recognised the recipient. */
export function knownBy({ recipientRule }: Evidence, words: Words): string {
  return retold(recipientRule.replace(':', ': '), words)
}
