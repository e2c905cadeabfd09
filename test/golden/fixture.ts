/**
 * An invented audit of an invented clinic, as an analysis would hand it to the store: three captures, six recipients,
 * every kind of datum once. `hostile` puts what a site may send into every place that a site decides on.
 */
import { createHash } from 'node:crypto'
import type {
  Analysed, CaptureRecord, DiagnosticRecord, Category, ConsentAt, ConsentState, Coverage, FindingRecord, Kind, LeakRecord, Part,
  RequestRecord, RunRecord, Severity, StepRecord, StoredRecord, Target,
} from '../../src/model.js'
import { summarise } from '../../src/report/summary.js'
import { openStore, type Store } from '../../src/store/store.js'

export const RUN_ID = '01KB0000000000000000000000'

export const run: RunRecord = {
  runId: RUN_ID,
  command: 'tattle audit booking.de --base-url https://termin.klinik.example',
  label: 'monthly',
  startedAt: '2026-03-01T09:00:00.000Z',
  endedAt: '2026-03-01T09:04:10.000Z',
  tattleVersion: '0.1.0',
  nodeVersion: '20.20.2',
  exitCode: 0,
}

/** What a site may put wherever it decides on the text. */
export const HOSTILE = {
  script: '</style></script><script>alert(1)</script><img src=x onerror=alert(2)>',
  attribute: '" onmouseover="alert(3)" \' x=\'',
  formula: "=cmd|' /C calc'!A0",
  ansi: '\u001B[31mred\u001B[0m\u0007\u001B]8;;http://evil.example\u0007link\u001B]8;;\u0007',
  override: 'safe\u202Egpj.exe\u2066\u200Bx',
  markdown: '| a | `b` | [x](javascript:alert(4)) <b>**\n# heading',
  lone: 'a\uD800b\u0000c',
  long: 'L'.repeat(100_000),
} as const

export interface CaptureOptions {
  readonly consent: ConsentState
  readonly coverage?: Coverage
  readonly target?: Target
  readonly runId?: string
  readonly analysisId?: string
  readonly captureId?: string
  readonly hostile?: boolean
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')

export function makeCapture(options: CaptureOptions): CaptureRecord {
  const { consent, coverage = 'full', target = 'stand-in', runId = RUN_ID } = options
  const captureId = options.captureId ?? hash(`capture ${consent} ${coverage} ${target}`).slice(0, 32)
  return {
    captureId,
    runId,
    path: `reports/captures/${runId}/${captureId}.zip`,
    scenario: options.hostile ? `booking ${HOSTILE.script}` : 'booking.de',
    target,
    site: 'klinik.example',
    baseUrl: 'https://termin.klinik.example',
    firstParty: ['klinik.example'],
    persona: 'de-vasektomie',
    consentAsked: consent,
    consentOutcome: 'reached',
    browser: 'Chromium 156.0.8078.79',
    conditions: { locale: 'de-DE', timezone: 'Europe/Berlin', thirdPartyCookies: 'allow', hostMap: ['*=127.0.0.1:8443'], proxies: [] },
    startedAt: '2026-03-01T09:00:05.000Z',
    endedAt: '2026-03-01T09:01:00.000Z',
    coverage,
    coverageReasons: coverage === 'broken' ? ['The browser crashed at the step "choose a slot".'] : [],
    blindSpots: coverage === 'limited' ? ['Requests of service workers are not in this HAR.'] : [],
    harCount: 61,
    netlogCount: 64,
    explainedCount: 3,
    harSha256: hash(`har ${captureId}`),
    files: [
      { name: 'originals/session.har.zip', bytes: 482_113, sha256: hash(`original ${captureId}`) },
      { name: 'originals/netlog.json.gz', bytes: 91_002, sha256: hash(`netlog ${captureId}`) },
    ],
  }
}

const STEPS = ['open the start page', 'answer the banner', 'search for a specialist', 'choose the reason for the visit', 'choose a slot']

const ACTIONS = [
  'goto /', "click getByRole('button', { name: 'Ablehnen' })", "click getByRole('link', { name: 'Urologie' })",
  "selectOption getByLabel('Grund')", "click getByRole('button', { name: 'Weiter' })",
]

function makeAction(step: number, hostile: boolean): { action: string; actionLocation: string } {
  return {
    action: hostile && step === 2 ? HOSTILE.script + HOSTILE.ansi + HOSTILE.long : ACTIONS[step] ?? 'click body',
    actionLocation: `scenarios/booking.de.spec.ts:${22 + step * 6}:5`,
  }
}

function makeSteps(captureId: string, hostile: boolean): StepRecord[] {
  return STEPS.map((title, ordinal) => ({
    captureId,
    ordinal,
    title: hostile && ordinal === 2 ? HOSTILE.ansi + HOSTILE.script : title,
    category: 'test.step',
    location: `scenarios/booking.de.spec.ts:${20 + ordinal * 6}:3`,
    startedAt: `2026-03-01T09:00:${String(5 + ordinal * 10).padStart(2, '0')}.000Z`,
    endedAt: `2026-03-01T09:00:${String(14 + ordinal * 10).padStart(2, '0')}.500Z`,
    error: null,
  }))
}

interface Recipient {
  readonly host: string
  readonly domain: string
  readonly entity: string | null
  readonly country: string | null
  readonly category: Category
}

const RECIPIENTS = {
  facebook: { host: 'www.facebook.com', domain: 'facebook.com', entity: 'Meta', country: 'US', category: 'social' },
  outbrain: { host: 'tr.outbrain.com', domain: 'outbrain.com', entity: 'Outbrain', country: 'US', category: 'advertising' },
  analytics: { host: 'region1.google-analytics.com', domain: 'google-analytics.com', entity: 'Google', country: 'US', category: 'analytics' },
  replay: { host: 'ws.replay.example', domain: 'replay.example', entity: null, country: null, category: 'session-replay' },
  other: { host: 'cdn.widgets.example', domain: 'widgets.example', entity: null, country: null, category: 'other' },
  consent: { host: 'consent.banner.example', domain: 'banner.example', entity: 'Banner Ltd', country: 'IE', category: 'consent' },
} as const satisfies Record<string, Recipient>

const ruleOf = ({ entity, domain }: Recipient): string =>
  entity === null ? 'registrable-domain' : `signature:${domain.split('.')[0]}`

interface Planted {
  readonly to: keyof typeof RECIPIENTS
  readonly kind: Kind
  readonly label: string
  readonly part: Part
  readonly field: string
  readonly layers: string
  readonly transform?: string
  readonly severity: Severity
  readonly severityRule: string
  readonly rule: string
  readonly step: number
  readonly consentAt: ConsentAt
  /** How often in the capture. */
  readonly times?: number
}

const PAGE = 'https://termin.klinik.example/suche/urologie/berlin?insurance=private&reason=Vorgespr%C3%A4ch%20Vasektomie'

function plantedIn(consent: ConsentState): Planted[] {
  const after: ConsentAt = consent === 'reject' ? 'rejected' : consent === 'accept' ? 'accepted' : 'before-choice'
  const meta = { to: 'facebook', part: 'query', field: 'dl', layers: 'percent', rule: 'persona', consentAt: after } as const
  const against = after === 'rejected' ? '+against-choice' : ''
  const always: Planted[] = [
    { ...meta, kind: 'health.specialty', label: 'urologie', severity: 'critical', severityRule: `health-with-person${against}`, step: 2, times: 4 },
    { ...meta, kind: 'health.reason', label: 'Vorgespräch Vasektomie', severity: 'critical', severityRule: `health-with-person${against}`, layers: 'percent>percent', step: 3, times: 2 },
    { ...meta, kind: 'health.insurance', label: 'private', severity: 'critical', severityRule: `health-with-person${against}`, step: 3 },
    { ...meta, kind: 'identifier.cookie', label: '_fbp', field: 'fbp', layers: '', severity: 'critical', severityRule: `health-with-person${against}`, rule: 'signature:meta-pixel#fbp', step: 2, times: 7 },
    { to: 'other', kind: 'network.ip', label: '203.0.113.77', part: 'query', field: 'ip', layers: '', severity: 'low', severityRule: 'address-alone', rule: 'client-ip', step: 0, consentAt: 'before-choice' },
  ]
  if (consent !== 'accept') return always
  return [
    ...always,
    { to: 'facebook', kind: 'identity.email', label: 'joerg@example.org', part: 'body', field: 'udff[em]', layers: 'multipart', transform: 'sha256', severity: 'critical', severityRule: 'health-with-person', rule: 'persona', step: 4, consentAt: after },
    { to: 'outbrain', kind: 'health.reason', label: 'Vorgespräch Vasektomie', part: 'referer', field: 'referer', layers: 'percent', severity: 'high', severityRule: 'health', rule: 'persona', step: 3, consentAt: after, times: 3 },
    { to: 'outbrain', kind: 'health.specialty', label: 'urologie', part: 'query', field: 'dl', layers: 'percent', severity: 'high', severityRule: 'health', rule: 'persona', step: 2, consentAt: after },
    { to: 'analytics', kind: 'health.specialty', label: 'urologie', part: 'query', field: 'dl', layers: 'percent', severity: 'medium', severityRule: 'health-to-others', rule: 'vocabulary:de', step: 2, consentAt: after, times: 2 },
    { to: 'replay', kind: 'identity.name', label: 'Jörg Weißmüller', part: 'websocket', field: 'events[].data.text', layers: 'base64>json', severity: 'medium', severityRule: 'identity', rule: 'persona', step: 4, consentAt: after },
    { to: 'consent', kind: 'identifier.device', label: 'uid', part: 'query', field: 'uid', layers: '', severity: 'info', severityRule: 'function', rule: 'signature:banner#uid', step: 1, consentAt: 'before-choice' },
  ]
}

/** A cookie that Meta gets, and a visit number that nobody gets. */
function makeStored(analysisId: string, captureId: string, leaks: readonly LeakRecord[], hostile: boolean): StoredRecord[] {
  const fbp = leaks.find(({ field }) => field.endsWith('fbp'))
  const kept = { analysisId, captureId, step: STEPS[1] ?? null, storedAt: '2026-03-01T09:00:12.000Z', setBy: 'script', setByUrl: null } as const
  const nobody = { recipientDomain: null, recipientEntity: null, part: null, field: null, firstEntry: null, firstSentAt: null, requests: 0 }
  return [
    ...(fbp === undefined ? [] : [{
      ...kept, ordinal: 0, area: 'cookie' as const, name: hostile ? `_fbp${HOSTILE.script}` : '_fbp', place: '.klinik.example',
      recipientDomain: fbp.recipientDomain, recipientEntity: fbp.recipientEntity, part: fbp.part, field: fbp.field,
      firstEntry: fbp.entry, firstSentAt: fbp.startedAt, requests: 7,
    }]),
    { ...kept, ordinal: 1, area: 'local', name: 'visits', place: 'https://termin.klinik.example', ...nobody },
  ]
}

export function makeAnalysed(options: CaptureOptions): Analysed {
  const capture = makeCapture(options)
  const { captureId, runId, target } = capture
  const hostile = options.hostile ?? false
  const analysisId = options.analysisId ?? `01KB${hash(`analysis ${captureId}`).slice(0, 22).toUpperCase()}`
  const steps = makeSteps(captureId, hostile)
  const findings = new Map<string, FindingRecord>()
  const leaks: LeakRecord[] = []
  const requests: RequestRecord[] = []

  const send = (to: Recipient, url: string, method: string, step: number, consentAt: ConsentAt, explicit: boolean): RequestRecord => {
    const request: RequestRecord = {
      analysisId, captureId, entry: requests.length, url, method,
      startedAt: `2026-03-01T09:00:${String(7 + step * 10).padStart(2, '0')}.${String(requests.length).padStart(3, '0')}Z`,
      host: to.host, domain: to.domain, party: to.domain === capture.site ? 'first' : 'third', recipientEntity: to.entity,
      recipientCategory: to.category, recipientVia: 'direct', addressExposure: explicit ? 'explicit' : 'implicit',
      recordedBy: 'har', status: 200, delivery: 'sent', requestBodyBytes: method === 'POST' ? 512 : 0, initiator: null,
      step: steps[step]?.title ?? null, consentAt, recipientRule: ruleOf(to), ...makeAction(step, hostile),
    }
    requests.push(request)
    return request
  }

  const site: Recipient = { host: 'termin.klinik.example', domain: capture.site, entity: null, country: null, category: 'other' }
  send(site, 'https://termin.klinik.example/', 'GET', 0, 'before-choice', false)
  send(RECIPIENTS.consent, 'https://consent.banner.example/banner.js', 'GET', 0, 'before-choice', false)

  const planted = options.coverage === 'broken' ? [] : plantedIn(options.consent)
  for (const plant of planted) {
    const to: Recipient = RECIPIENTS[plant.to]
    const label = hostile ? `${plant.label} ${HOSTILE.markdown}${HOSTILE.override}` : plant.label
    const field = hostile ? `${HOSTILE.formula}${HOSTILE.attribute}${plant.field}` : plant.field
    for (let time = 0; time < (plant.times ?? 1); time++) {
      const dl = encodeURIComponent(PAGE)
      const bare = `https://${to.host}/tr/?id=4711&ev=PageView&n=${time}&`
      const inUrl = plant.part === 'query'
      const plain = plant.field === 'ip' ? '203.0.113.77' : 'fb.1.1772355600000.1234567890'
      const carried = plant.layers === '' ? plain : encodeURIComponent(encodeURIComponent(plant.label))
      const url = inUrl ? `${bare}${plant.field}=${plant.layers === '' ? carried : dl}` : `${bare}v=2`
      const request = send(to, hostile ? `${url}#${HOSTILE.script}${HOSTILE.long}` : url, plant.part === 'body' ? 'POST' : 'GET', plant.step, plant.consentAt, plant.kind === 'network.ip')
      const startByte = inUrl ? url.indexOf(carried) : 12
      const fingerprint = hash([capture.site, plant.kind, plant.to, plant.part, plant.field].join(' '))
      const findingId = hash(`${target} ${fingerprint}`).slice(0, 32)
      findings.set(findingId, {
        findingId, fingerprint, fingerprintVersion: 1, target, site: capture.site, kind: plant.kind, termOrdinal: 0,
        recipientDomain: to.domain, recipientVia: 'direct', part: plant.part, field, transformFamily: plant.transform ? 'hashed' : 'plain',
      })
      leaks.push({
        leakId: hash(`${analysisId} ${request.entry} ${plant.kind} ${plant.field}`).slice(0, 32), findingId, analysisId, captureId, runId, target,
        entry: request.entry, url: request.url, method: request.method, startedAt: request.startedAt, pageUrl: PAGE, frameUrl: null,
        serverIp: '127.0.0.1', recipientHost: to.host, recipientDomain: to.domain, recipientEntity: to.entity, recipientCountry: to.country,
        recipientCategory: to.category, recipientVia: 'direct', kind: plant.kind, matchSource: plant.rule === 'persona' ? 'persona' : plant.rule.startsWith('vocabulary') ? 'vocabulary' : plant.rule === 'client-ip' ? 'client-ip' : 'signature',
        termId: `${plant.kind}#0`, label, part: plant.part, field, layers: plant.layers, transform: plant.transform ?? '',
        pointer: `/log/entries/${request.entry}/request/${inUrl ? 'url' : plant.part === 'body' ? 'postData/text' : 'headers/3/value'}`,
        startByte, endByte: startByte + carried.length,
        excerpt: hostile ? HOSTILE.script + HOSTILE.ansi + HOSTILE.lone : inUrl ? `…${url.slice(Math.max(0, startByte - 40), startByte + carried.length)}` : `…name="udff[em]" 5e884898da28047151d0e56f8dc6…`,
        delivery: 'sent', certainty: plant.transform ? 'hashed' : 'exact', severity: plant.severity, severityRule: plant.severityRule, rule: plant.rule,
        scenario: capture.scenario, step: request.step, consentAsked: capture.consentAsked, consentAt: plant.consentAt, harSha256: capture.harSha256, fingerprint,
        recipientRule: ruleOf(to), control: null, ...makeAction(plant.step, hostile),
      })
    }
  }
  return {
    capture,
    analysis: {
      analysisId, captureId, runId, parentAnalysisId: null, rulesDigest: hash('rules'), tattleVersion: '0.1.0',
      verdict: leaks.length > 0 ? 'leaks' : capture.coverage === 'broken' ? 'inconclusive' : 'none-observed',
      startedAt: '2026-03-01T09:01:01.000Z', endedAt: '2026-03-01T09:01:02.000Z',
      termCounts: { 'health.specialty': 1, 'health.reason': 1, 'health.insurance': 1, 'identity.email': 1, 'identity.name': 1, 'network.ip': 2 },
      control: null, lists: null,
    },
    steps,
    requests,
    findings: [...findings.values()],
    leaks,
    stored: makeStored(analysisId, captureId, leaks, hostile),
    diagnostics: [{
      analysisId, captureId, runId, code: 'body-missing', entry: 1,
      message: hostile ? `${HOSTILE.script} ${HOSTILE.ansi}` : 'The request body of entry 1 is not in the HAR.',
    }],
  }
}

/** A capture of an honest site: it talked to others and told them nothing. */
export function makeHonest(options: CaptureOptions): Analysed {
  const { capture, analysis, steps, requests } = makeAnalysed({ ...options, captureId: options.captureId ?? hash(`honest ${options.consent}`).slice(0, 32) })
  return {
    capture, steps, findings: [], leaks: [], stored: [], diagnostics: [],
    analysis: { ...analysis, verdict: capture.coverage === 'broken' ? 'inconclusive' : 'none-observed' },
    requests: requests.slice(0, 2),
  }
}

/** A database in memory with one run of these captures. */
export function storeOf(analysed: readonly Analysed[], file = ':memory:'): Store {
  const store = openStore(file)
  store.writeRun(run)
  for (const one of analysed) store.writeAnalysed(one)
  return store
}

/** The report of one run, with what differs from day to day set to fixed values. */
export function reportOf(analysed: readonly Analysed[], diagnostics: readonly DiagnosticRecord[] = []): ReturnType<Store['report']> {
  const store = storeOf(analysed)
  try {
    store.writeDiagnostics(diagnostics)
    return { ...store.report({}, summarise), generatedAt: '2026-03-01T10:00:00.000Z', tattleVersion: '0.1.0' }
  } finally {
    store.close()
  }
}

/** The same analysis with `count` leaks in `count` requests: one after the other repeats what is there. */
export function enlarge(analysed: Analysed, count: number): Analysed {
  const { analysisId } = analysed.analysis
  const pick = <T>(items: readonly T[], index: number): T => items[index % items.length] as T
  return {
    ...analysed,
    requests: Array.from({ length: count }, (_, entry) => ({ ...pick(analysed.requests, entry), entry })),
    leaks: Array.from({ length: count }, (_, entry) => ({ ...pick(analysed.leaks, entry), entry, leakId: `${analysisId}-${entry}` })),
  }
}
