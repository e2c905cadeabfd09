// What a site may send to make an analysis long: lists of every kind, eight times as long. It must not take much more than
// eight times the steps, or what it costs is bounded; quadratic would be 64 times.
import { workDuring } from '../work.js'
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { analyzeInput } from '../../src/index.js'
import { createRules } from '../../src/rules.js'
import { VISITOR } from '../bench/generate.js'

const SMALL = 16 * 1024
const FACTOR = 8
/** What is done once, and not for each byte. */
const ONCE = 200_000
const MAX_GROWTH = FACTOR * 1.5

const folder = mkdtempSync(join(tmpdir(), 'tattle-growth-'))
after(() => rmSync(folder, { recursive: true, force: true }))

interface Sent {
  readonly url?: string
  readonly at?: string
  readonly method?: string
  readonly headers?: readonly object[]
  readonly cookies?: readonly object[]
  readonly type?: string
  readonly body?: string
  readonly params?: readonly object[]
  readonly status?: number
  readonly answerHeaders?: readonly object[]
  readonly answerType?: string
  readonly answer?: string
  readonly initiator?: object
  readonly messages?: readonly object[]
  readonly page?: string
}

function entry(sent: Sent): object {
  const { url = 'https://px.tracker.example/c?u=1', at = '2026-03-01T09:00:00.000Z', type = 'text/plain', body, params } = sent
  const postData = body === undefined && params === undefined ? {} : { postData: { mimeType: type, text: body, params } }
  return {
    startedDateTime: at, time: 1, pageref: sent.page, _initiator: sent.initiator, _webSocketMessages: sent.messages,
    request: { method: sent.method ?? 'POST', url, httpVersion: 'h2', headers: sent.headers ?? [], cookies: sent.cookies ?? [], queryString: [], ...postData },
    response: {
      status: sent.status ?? 200, headers: sent.answerHeaders ?? [], cookies: [], redirectURL: '',
      content: { mimeType: sent.answerType ?? 'text/plain', text: sent.answer },
    },
  }
}

const document = entry({ url: 'https://klinik.example/', method: 'GET', answerType: 'text/html', answer: '<title>Klinik</title>' })
const header = (name: string, value: string): object => ({ name, value })

/** Pieces that are numbered, all with five digits, as many as have about that many bytes together. */
function pieces<Piece>(size: number, piece: (at: number) => Piece): Piece[] {
  const each = JSON.stringify(piece(10_000)).length
  return Array.from({ length: Math.ceil(size / each) }, (_, at) => piece(at + 10_000))
}
const text = (size: number, piece: (at: number) => string): string => pieces(size, piece).join('')
const repeat = (size: number, piece: string): string => piece.repeat(Math.ceil(size / piece.length))
const answer = (answerType: string, content: string): object => entry({ url: 'https://klinik.example/api', answerType, answer: content })
const json = (value: unknown): object => answer('application/json', JSON.stringify(value))

const one: Readonly<Record<string, (size: number) => object>> = {
  'answer: ids in one object': (size) => json(Object.fromEntries(pieces(size, (at): [string, number] => [`k${at}Id`, at + 1]))),
  'answer: ids to names': (size) => json(Object.fromEntries(pieces(size, (at): [string, string] => [`k${at}`, `Name ab${at}`]))),
  'answer: objects in objects': (size) => answer('application/json', `${repeat(size, '{"id":"a1","name":"ab","x":')}1${'}'.repeat(Math.ceil(size / 27))}`),
  'answer: options': (size) => answer('text/html', `<select name=a>${text(size, (at) => `<option value="a${at}">Name ab${at}</option>`)}`),
  'answer: labels': (size) => answer('text/html', text(size, (at) => `<input type=radio id="i${at}" value="v${at}"><label for="i${at}">La bel</label>`)),
  'answer: links': (size) => answer('text/html', text(size, (at) => `<a href="?id=${at}&b=c${at}">Na me</a>`)),
  'answer: data in scripts': (size) => answer('text/html', text(size, (at) => `<script type=json>{"id":"a${at}","name":"Foo"}</script>`)),
  'answer: headers': (size) => entry({ answerHeaders: pieces(size, (at) => header(`x-h${at}`, `value${at}`)) }),
  'answer: cookies': (size) => entry({ answerHeaders: pieces(size, (at) => header('set-cookie', `c${at}=v${at}abcdef; Path=/; Max-Age=3600`)) }),
  'answer: cookies in lines': (size) => entry({ answerHeaders: [header('set-cookie', pieces(size, (at) => `c${at}=v${at}`).join('\n'))] }),
  'answer: attributes of a cookie': (size) => entry({ answerHeaders: [header('set-cookie', `a=b${repeat(size, ';x=y')}`)] }),
  'cookies in a header': (size) => entry({ headers: [header('cookie', pieces(size, (at) => `c${at}=v${at}abc`).join('; '))] }),
  'cookies in a list': (size) => entry({ cookies: pieces(size, (at) => ({ name: `c${at}`, value: `v${at}abcdef` })) }),
  'headers': (size) => entry({ headers: pieces(size, (at) => header(`x-h${at}`, `value${at}`)) }),
  'a referrer': (size) => entry({ headers: [header('referer', `https://klinik.example/?${text(size, (at) => `p${at}=v${at}&`)}`)] }),
  'parameters': (size) => entry({ url: `https://px.tracker.example/c?${text(size, (at) => `p${at}=v${at}&`)}` }),
  'parameters of one name': (size) => entry({ url: `https://px.tracker.example/c?${repeat(size, 'a=1&')}` }),
  'brackets in a name': (size) => entry({ url: `https://px.tracker.example/c?a${repeat(size, '[a]')}=1` }),
  'ampersands': (size) => entry({ url: `https://px.tracker.example/c?${repeat(size, '&')}` }),
  'a fragment': (size) => entry({ url: `https://px.tracker.example/#${text(size, (at) => `p${at}=v${at}&`)}` }),
  'segments of a path': (size) => entry({ url: `https://px.tracker.example/${text(size, (at) => `s${at}/`)}` }),
  'parameters of a path': (size) => entry({ url: `https://px.tracker.example/${text(size, (at) => `;p${at}=v${at}`)}` }),
  'steps up a path': (size) => entry({ url: `https://px.tracker.example/${repeat(size, '../')}` }),
  'labels of a host': (size) => entry({ url: `https://${repeat(size, 'a.')}example/x` }),
  'a name and its password': (size) => entry({ url: `https://${repeat(size, 'a:')}@x.example/x` }),
  'a form': (size) => entry({ type: 'application/x-www-form-urlencoded', body: text(size, (at) => `p${at}=v${at}&`) }),
  'a form as a list': (size) => entry({ type: 'application/x-www-form-urlencoded', params: pieces(size, (at) => ({ name: `p${at}`, value: `v${at}` })) }),
  'parts': (size) => entry({ type: 'multipart/form-data; boundary=x', body: text(size, (at) => `--x\r\nContent-Disposition: form-data; name="p${at}"\r\n\r\nv${at}\r\n`) }),
  'boundaries': (size) => entry({ type: 'multipart/form-data; boundary=x', body: repeat(size, '--x\r\n') }),
  'headers of a part': (size) => entry({ type: 'multipart/form-data; boundary=x', body: `--x\r\n${repeat(size, 'A: b\r\n')}` }),
  'keys of an object': (size) => entry({ body: JSON.stringify(Object.fromEntries(pieces(size, (at): [string, string] => [`key${at}`, `val${at}`]))) }),
  'objects in objects': (size) => entry({ body: `${repeat(size, '{"a":')}1${'}'.repeat(Math.ceil(size / 5))}` }),
  'a list': (size) => entry({ body: JSON.stringify(pieces(size, (at) => `val${at}`)) }),
  'lines of JSON': (size) => entry({ body: pieces(size, (at) => JSON.stringify({ id: `x${at}`, t: 'ev' })).join('\n') }),
  'lines': (size) => entry({ body: repeat(size, 'a: b\n') }),
  'separators': (size) => entry({ body: repeat(size, 'a,b;c|d~') }),
  'elements': (size) => entry({ type: 'application/xml', body: repeat(size, '<a b="c">') }),
  'addresses of the network': (size) => entry({ body: text(size, (at) => `10.${at >> 16 & 255}.${at >> 8 & 255}.${at & 255} `) }),
  'addresses of people': (size) => entry({ body: repeat(size, 'a@b.de ') }),
  'days': (size) => entry({ body: repeat(size, '1.2.2026 ') }),
  'telephones': (size) => entry({ body: repeat(size, '+49 170 1234567 ') }),
  'digits': (size) => entry({ body: repeat(size, '1') }),
  'characters outside of the plane': (size) => entry({ body: repeat(size, '😀') }),
  'halves of characters': (size) => entry({ body: repeat(size, '\ud800') }),
  'messages': (size) => entry({ url: 'wss://px.tracker.example/s', messages: pieces(size, (at) => ({ type: 'send', time: at, opcode: 1, data: `{"k":"v${at}"}` })) }),
  'frames of a stack': (size) => entry({
    initiator: { type: 'script', stack: { callFrames: pieces(size, (at) => ({ functionName: 'f', url: `https://a${at}.example/x.js`, lineNumber: 1, columnNumber: at })) } },
  }),
}

const many: Readonly<Record<string, (at: number) => Sent>> = {
  'sites': (at) => ({ url: `https://h${at}.example${at}.com/p?u=${at}` }),
  'hosts of a site': (at) => ({ url: `https://h${at}.tracker.example/p?u=${at}` }),
  'redirections': (at) => ({ url: `https://px.tracker.example/r${at}`, status: 302, answerHeaders: [header('location', `https://px.tracker.example/r${at + 1}`)] }),
  'the same again': () => ({ url: 'https://px.tracker.example/r', status: 302, answerHeaders: [header('location', 'https://px.tracker.example/r')] }),
  'back in time': (at) => ({ url: `https://px.tracker.example/c?id=abcdef${at}`, at: new Date(1_772_355_601_123 - at * 1000).toISOString() }),
  'ids that others receive too': (at) => ({ url: `https://px${at % 50}.tracker${at % 50}.example/c?uid=9f8e7d6c5b4a${at % 7}&s=${at}abcdef0123` }),
  'ids of their own': (at) => ({ url: `https://px${at % 50}.tracker${at % 50}.example/c?uid=9f8e7d${(at * 7919).toString(16)}aa` }),
  'cookies that are stored': (at) => ({ url: `https://klinik.example/a${at}`, answerHeaders: [header('set-cookie', `c${at}=v${(at * 7919).toString(16)}abcdef; Path=/`)] }),
  'values of the visitor': (at) => ({ url: `https://px${at}.tracker${at}.example/c?q=Blasenschw%C3%A4che&e=${encodeURIComponent(VISITOR.values['identity.email'][0])}` }),
  'pages': (at) => ({ page: `p${at}` }),
}

const rules = createRules()

async function stepsOf(entries: readonly object[]): Promise<number> {
  const file = join(folder, 'sent.har')
  const pages = Array.from({ length: entries.length }, (_, at) => ({ id: `p${at}`, title: `Urologie ${at}`, startedDateTime: '2026-03-01T09:00:00.000Z', pageTimings: {} }))
  writeFileSync(file, JSON.stringify({ log: { version: '1.2', creator: { name: 'x', version: '1' }, pages, entries } }))
  const options = { runId: 'r', persona: VISITOR, rules: await rules }
  return workDuring(async () => {
    const [analysed] = await analyzeInput(file, options)
    assert.equal(analysed?.requests.length, entries.length)
  })
}

const shapes: Readonly<Record<string, (size: number) => readonly object[]>> = {
  ...Object.fromEntries(Object.entries(one).map(([name, make]) => [name, (size: number) => [document, make(size)]])),
  ...Object.fromEntries(Object.entries(many).map(([name, make]) => [
    `requests: ${name}`, (size: number) => [document, ...Array.from({ length: size / 512 }, (_, at) => entry(make(at)))],
  ])),
  'requests: an id of many names': (size) => [
    document, json(pieces(size, (at) => ({ motiveId: 'id-6543', name: `Urologie ${at}` }))),
    ...Array.from({ length: size / 512 }, (_, at) => entry({ url: `https://px.tracker.example/c?motiveId=id-6543&n=${at}` })),
  ],
}

for (const [name, make] of Object.entries(shapes)) {
  test(name, async () => {
    const small = await stepsOf(make(SMALL))
    const large = await stepsOf(make(SMALL * FACTOR))
    assert.ok(large < (small + ONCE) * MAX_GROWTH, `${small} became ${large}`)
  })
}
