/**
 * The database in a browser, on loopback. Whoever knows the token gets in, once by its address, then by a cookie; a page
 * from elsewhere that finds the port by guessing gets nothing, whatever name it calls this machine by (DNS rebinding).
 * It writes one thing: what somebody says of a finding, into the log of assessments, from a form of its own.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { serve } from '@hono/node-server'
import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { isTattleError } from '../errors.js'
import { CONSENT_STATES, type ConsentState, type Report } from '../model.js'
import { toPage } from '../report/html/page.js'
import { STYLE_HASH } from '../report/html/style.js'
import type { Illustration } from '../report/illustration.js'
import { asTold, summarise } from '../report/summary.js'
import type { Refusal, Words } from '../report/words.js'
import { isLanguage, wordsOf, type Language } from '../report/words/languages.js'
import type { Browser, BrowsedRun, BrowseFilter } from '../store/browse.js'
import type { AssessmentRecord, Selection } from '../store/store.js'
import {
  comparePage, findingPage, findingsPage, firstOf, gatheringPage, LONGEST_REASON, refusalPage, ROWS, runsPage, sitesOf, stateOf, STATUSES,
  type Frame,
} from './pages.js'

export interface ViewOptions {
  readonly browser: Browser
  /** 0: any that is free. */
  readonly port: number
  readonly language: Language
  /** Looks into the captures for what a report shows of them. */
  readonly illustrate: (report: Report, mostPerRecipient: number) => Promise<Illustration>
  /** Adds to the log. Throws what the database throws. */
  readonly assess: (assessment: AssessmentRecord) => void
  /** Is told what no asker could help, for the terminal. */
  readonly failed: (error: Error) => void
}

export interface View {
  /** With the token. */
  readonly url: string
  close(): Promise<void>
}

const COOKIE = 'tattle-view'
const POLICY = `default-src 'none'; style-src '${STYLE_HASH}'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`
const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
}
const MOST_PAGES = 1_000_000
const MOST_COMPARED = 300
const MOST_FORM_BYTES = 64 * 1024
/** Milliseconds for which a page waits for the list of findings. */
const PATIENCE = 700

/** Throws what listening throws: the port may be taken. */
export async function startView(options: ViewOptions): Promise<View> {
  const token = randomBytes(24).toString('base64url')
  let port = options.port
  const app = createApp(options, token, () => port)
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port }, (info) => {
      port = info.port
      resolve({
        url: `http://127.0.0.1:${port}/?token=${token}`,
        close: () => new Promise((done) => {
          server.close(() => done())
          if ('closeAllConnections' in server) server.closeAllConnections()
        }),
      })
    })
    server.once('error', reject)
  })
}

function createApp({ browser, illustrate, assess, failed, language: first }: ViewOptions, token: string, port: () => number): Hono {
  const app = new Hono()
  const formToken = randomBytes(24).toString('base64url')
  const inTurn = createTurns()

  app.use('*', async (context, next) => {
    for (const [name, value] of Object.entries(HEADERS)) context.header(name, value)
    const names = ['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${port()}`)
    if (!names.includes(context.req.header('host') ?? '')) return context.text(wordsFor(context).refusal.wrongName, 421)
    if (!['GET', 'HEAD', 'POST'].includes(context.req.method)) return context.text(wordsFor(context).refusal.onlyReading, 405)
    const given = context.req.query('token')
    if (given !== undefined && isSame(given, token)) {
      context.header('set-cookie', `${COOKIE}=${token}; HttpOnly; SameSite=Strict; Path=/`)
      const url = new URL(context.req.url)
      url.searchParams.delete('token')
      return context.redirect(`${url.pathname.replace(/^\/+/, '/')}${url.search}`, 303) // two slashes begin a host
    }
    const cookie = new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]+)`).exec(context.req.header('cookie') ?? '')?.[1] ?? ''
    if (!isSame(cookie, token)) return context.text(wordsFor(context).refusal.noToken, 403)
    return next()
  })

  const languageFor = (context: Context): Language => {
    const asked = context.req.query('language') ?? ''
    return isLanguage(asked) ? asked : first
  }
  const wordsFor = (context: Context): Words => wordsOf(languageFor(context))
  const frameOf = (context: Context, target = browser.target()): Frame => {
    const url = new URL(context.req.url)
    return { words: wordsFor(context), language: languageFor(context), here: `${url.pathname}${url.search}`, target, formToken }
  }
  const refuse = (context: Context, status: 400 | 403 | 404 | 413, refusal: Refusal): Response | Promise<Response> =>
    context.html(refusalPage(status, refusal, frameOf(context)), status)

  app.get('/', (context) => {
    const page = pageOf(context)
    return context.html(runsPage(browser.runs((page - 1) * ROWS, ROWS), page, frameOf(context)))
  })
  app.get('/findings', async (context) => {
    const page = pageOf(context)
    const behind = !await isIn(browser.prepare(), PATIENCE)
    if (!browser.isPrepared()) return context.html(gatheringPage(frameOf(context)))
    const filter = filterOf(context)
    const found = browser.findings(filter, (page - 1) * ROWS, ROWS)
    const choices = { sites: browser.choices('site'), recipients: browser.choices('recipientDomain'), behind }
    return context.html(findingsPage(found, filter, page, choices, frameOf(context)))
  })
  app.get('/finding/:id', async (context) => {
    const frame = frameOf(context)
    const report = browser.finding(context.req.param('id'), (facts) => summarise(facts, frame.words))
    if (report === undefined) return refuse(context, 404, 'notThere')
    const fingerprint = report.findings[0]?.fingerprint ?? ''
    return context.html(findingPage(asTold(report), await illustrate(report, 1), browser.assessments(fingerprint), frame))
  })
  app.post('/finding/:id', bodyLimit({ maxSize: MOST_FORM_BYTES, onError: (context) => refuse(context, 413, 'tooLong') }), async (context) => {
    const frame = frameOf(context)
    const form = await context.req.parseBody().catch(() => ({}) as Record<string, unknown>)
    const text = (name: string): string => typeof form[name] === 'string' ? form[name].trim() : ''
    if (!isSame(text('form'), formToken)) return refuse(context, 403, 'foreignForm')
    const finding = browser.finding(context.req.param('id'), () => '')?.findings[0]
    if (finding === undefined) return refuse(context, 404, 'notThere')
    const [status, reason, assessedBy] = [STATUSES.find((one) => one === text('status')), text('reason'), text('by')]
    if (status === undefined || reason === '' || assessedBy === '' || reason.length > LONGEST_REASON) {
      return refuse(context, 400, 'incomplete')
    }
    const { fingerprint } = finding
    assess({ fingerprint, status, reason, assessedBy: assessedBy.slice(0, 200), assessedAt: new Date().toISOString() })
    return context.redirect(`/finding/${encodeURIComponent(context.req.param('id'))}?language=${frame.language}`, 303)
  })
  app.get('/run/:id', async (context) => {
    const { language, words } = frameOf(context)
    const pieces = await inTurn(async () => {
      if (context.req.raw.signal.aborted) return []
      const report = browser.report({ runIds: [context.req.param('id')] }, (facts) => summarise(facts, words), 'some')
      return [...toPage(report, { language, illustration: await illustrate(report, 8), home: `/?language=${language}` })]
    })
    return context.body(streamOf(pieces), 200, { 'content-type': 'text/html; charset=utf-8' })
  })
  app.get('/compare', (context) => {
    const frame = frameOf(context)
    const options = sidesOf(browser.runs(0, ROWS).rows, frame.words)
    const a = context.req.query('a') ?? ''
    const b = context.req.query('b') ?? ''
    return context.html(comparePage({ a, b }, options, a === '' || b === '' ? null : compared(a, b), frame))
  })
  app.notFound((context) => refuse(context, 404, 'notThere'))
  app.onError((error, context) => {
    if (isTattleError(error) && error.code === 'nothing-selected') return refuse(context, 404, 'nothingSelected')
    failed(error)
    // Not even the target is asked for: the database itself may be what fails.
    return context.html(refusalPage(500, 'failed', frameOf(context, null), isTattleError(error) ? error.message : undefined), 500)
  })

  function compared(a: string, b: string): ReturnType<Browser['compare']> | Refusal {
    try {
      return browser.compare(toSelection(a), toSelection(b), MOST_COMPARED)
    } catch (error) {
      if (isTattleError(error) && error.code === 'nothing-selected') return 'nothingSelected'
      throw error
    }
  }
  return app
}

/** Does one work after the other: the report of a run may take hundreds of megabytes, and nothing is faster side by side. */
function createTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const done = last.then(work)
    last = done.catch(() => {})
    return done
  }
}

/** Whether it is done within so many milliseconds. Rejects as it does. */
async function isIn(work: Promise<void>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((done) => { timer = setTimeout(() => done(false), milliseconds) })
  try {
    return await Promise.race([work.then(() => true), late])
  } finally {
    clearTimeout(timer)
  }
}

function isSame(given: string, token: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(token)]
  return one.length === other.length && timingSafeEqual(one, other)
}

function pageOf(context: Context): number {
  const page = Number(context.req.query('page') ?? 1)
  return Number.isInteger(page) && page > 0 && page <= MOST_PAGES ? page : 1
}

function filterOf(context: Context): BrowseFilter {
  const names = ['run', 'site', 'recipient', 'kind', 'severity', 'status', 'words'] as const
  return Object.fromEntries(names.flatMap((name) => {
    const value = context.req.query(name)
    return value === undefined || value === '' ? [] : [[name, value.slice(0, 500)]]
  }))
}

/** `RUN`, `RUN:STATE`, `capture=ID`; `latest` is a run. */
function toSelection(side: string): Selection {
  if (side.startsWith('capture=')) return { captureIds: [side.slice('capture='.length)] }
  const [run = '', state = ''] = side.split(':')
  const consent: ConsentState | undefined = CONSENT_STATES.find((one) => one === state)
  if (consent === undefined && state !== '') return { runIds: [side] } // there is none
  return { runIds: [run], ...(consent === undefined ? {} : { consent }) }
}

/** Each run whole, then each of its consent states. */
function sidesOf(runs: readonly BrowsedRun[], words: Words): [string, string][] {
  return runs.flatMap((run): [string, string][] => {
    const name = `${run.startedAt.slice(0, 16).replace('T', ' ')} ${run.label ?? ''} ${firstOf(sitesOf(run), 3, words).join(', ')}`
    const states = [...new Set(run.captures.flatMap(({ consentAsked }) => consentAsked ?? []))]
    return [[run.runId, name], ...states.map((state): [string, string] => [`${run.runId}:${state}`, `${name}${words.colon}${stateOf(state, words)}`])]
  })
}

function streamOf(pieces: Iterable<string>): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.iterator]()
  const encoder = new TextEncoder()
  return new ReadableStream({
    pull(controller) {
      const next = iterator.next()
      if (next.done === true) controller.close()
      else controller.enqueue(encoder.encode(next.value))
    },
  })
}
