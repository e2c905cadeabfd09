/**
 * Who owns a host, out of the third-party-web data set (see NOTICE): the second source, for hosts that no signature
 * knows.
 *
 * `createEntities()` gives a look-up; the 200 kB of data are read at the first call of it (about 5 ms), never before.
 * A host is matched whole or by one of its parent domains, label by label, never by a bare suffix of characters.
 */
import { createRequire } from 'node:module'
import type { Category } from '../model.js'

export interface Entity {
  readonly entity: string
  readonly category: Category
}

export function createEntities(): (host: string) => Entity | undefined {
  let data: Data | undefined
  return (host) => {
    data ??= load()
    const row = data.exact.get(host) ?? rowAbove(data, host)
    return row === undefined ? undefined : { entity: row.company ?? row.name, category: toCategory(row) }
  }
}

function rowAbove({ below }: Data, host: string): Row | undefined {
  for (let at = 0; at >= 0; at = next(host, at)) {
    const found = below.get(at === 0 ? host : host.slice(at))
    if (found !== undefined) return found
  }
  return undefined
}

interface Data {
  readonly exact: ReadonlyMap<string, Row>
  /** Domains whose sub-domains count too. */
  readonly below: ReadonlyMap<string, Row>
}

interface Row {
  readonly name: string
  readonly company?: string
  readonly category: string
  readonly domains: readonly string[]
}

function load(): Data {
  const rows = createRequire(import.meta.url)('third-party-web/dist/entities-nostats.json') as readonly Row[]
  const exact = new Map<string, Row>()
  const below = new Map<string, Row>()
  for (const row of rows) {
    for (const domain of row.domains) {
      if (shared.has(domain)) continue
      if (domain.startsWith('*.')) below.set(domain.slice(2), row)
      else exact.set(domain, row)
    }
  }
  return { exact, below }
}

function next(host: string, at: number): number {
  const dot = host.indexOf('.', at)
  return dot < 0 ? -1 : dot + 1
}

function toCategory(row: Row): Category {
  return byName.get(row.name) ?? byName.get(row.company ?? '') ?? byTheirs.get(row.category) ?? 'other'
}

/** Domains that the data set gives to one customer of a CDN which serves many. */
const shared: ReadonlySet<string> = new Set(['*.msecnd.net'])

const byTheirs: ReadonlyMap<string, Category> = new Map([
  ['ad', 'advertising'],
  ['marketing', 'advertising'],
  ['social', 'social'],
  ['analytics', 'analytics'],
  ['tag-manager', 'tag-manager'],
  ['customer-success', 'chat'],
  ['consent-provider', 'consent'],
  ['cdn', 'cdn'],
])

/** Where their thirteen categories are coarser than ours: what `utility`, `analytics` and `ad` lump together. */
const byName: ReadonlyMap<string, Category> = new Map([
  ...name('maps', 'Google Maps', 'Mapbox', 'Woosmap', 'Esri'),
  ...name('cdn', 'MaxCDN', 'Fastly', 'Amazon CloudFront', 'CD Networks', 'Cachefly', 'Highwinds'),
  ...name('analytics', 'Dynamic Yield', 'iPerceptions', 'eDigital Research', 'WalkMe', 'WebEngage', 'Foursixty'),
  ...name('payment', 'Stripe', 'PayPal', 'Amazon Pay', 'Adyen', 'Affirm', 'Afterpay', 'Braintree Payments', 'Klarna',
    'Barclaycard SmartPay', 'Worldpay'),
  ...name('monitoring', 'Sentry', 'New Relic', 'AppDynamics', 'Bugsnag', 'Rollbar', 'TrackJS', 'Raygun',
    'Dynatrace', 'Pingdom RUM', 'mPulse', 'SpeedCurve RUM'),
  ...name('session-replay', 'Hotjar', 'FullStory', 'Mouseflow', 'Lucky Orange', 'Crazy Egg', 'Inspectlet', 'Smartlook',
    'SessionCam', 'Decibel Insight', 'User Replay', 'MouseStats', 'Clicktale', 'ContentSquare', 'Yandex Metrica'),
  ...name('customer-data', 'LiveRamp', 'LiveRamp IdentityLink', 'BlueKai', 'Lotame', 'Segment', 'mParticle',
    'Tapad', 'Eyeota', 'Neustar AdAdvisor', 'Permutive', 'ID5 Identity Cloud', 'Acxiom'),
  ...name('captcha', 'Distil Networks'),
])

function name(category: Category, ...names: readonly string[]): readonly (readonly [string, Category])[] {
  return names.map((each) => [each, category] as const)
}
