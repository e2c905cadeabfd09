/**
 * Who owns a host, out of the third-party-web data set (see NOTICE): the second source, for hosts that no signature
 * knows. A host is matched whole or by one of its parent domains, label by label, never by a bare suffix of characters.
 *
 * The data set is wanted as lines, `domain TAB category TAB owner`, in the order of the domains: a look-up goes to the
 * middle, then to the middle of the half that is left, and reads a dozen lines. The build leaves it so in `owners.txt`,
 * below the version of the data set; to make the lines, or a map, at each start takes as long as to analyse a small HAR.
 * Beside another version than the build's, the lines are made when the first host is asked for.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Category } from '../model.js'
import { versionOf } from '../packages.js'

export interface Entity {
  readonly entity: string
  readonly category: Category
}

/** Nothing is read before the first call of the look-up. */
export function createEntities(): (host: string) => Entity | undefined {
  let lines: string | undefined
  return (host) => {
    lines ??= readLines() ?? toLines()
    return entityOf(lines, host) ?? entityAbove(lines, host)
  }
}

/** What the build writes to `owners.txt`. */
export function packEntities(): string {
  return `${installed() ?? ''}\n${toLines()}`
}

/** Undefined where the build left none of the data set that is installed. */
function readLines(): string | undefined {
  const version = installed()
  try {
    const text = readFileSync(new URL('owners.txt', import.meta.url), 'utf8')
    return version !== undefined && text.startsWith(`${version}\n`) ? text.slice(version.length + 1) : undefined
  } catch {
    return undefined
  }
}

function installed(): string | undefined {
  return versionOf('third-party-web', import.meta.url)
}

function entityOf(lines: string, domain: string): Entity | undefined {
  let from = 0
  let to = lines.length
  while (from < to) {
    const start = lines.lastIndexOf('\n', (from + to - 1) >> 1) + 1
    const found = lines.slice(start, lines.indexOf('\t', start))
    const end = lines.indexOf('\n', start)
    if (found === domain) {
      const [, category, entity = ''] = lines.slice(start, end).split('\t')
      return { entity, category: category as Category }
    }
    if (found < domain) from = end + 1
    else to = start
  }
  return undefined
}

function entityAbove(lines: string, host: string): Entity | undefined {
  for (let at = 0; at >= 0; at = next(host, at)) {
    const found = entityOf(lines, `*.${host.slice(at)}`)
    if (found !== undefined) return found
  }
  return undefined
}

interface Row {
  readonly name: string
  readonly company?: string
  readonly category: string
  readonly domains: readonly string[]
}

/** Of a domain that is listed twice, the last counts. */
function toLines(): string {
  const rows = createRequire(import.meta.url)('third-party-web/dist/entities-nostats.json') as readonly Row[]
  const owners = new Map<string, string>()
  for (const row of rows) {
    for (const domain of row.domains) {
      if (!shared.has(domain)) owners.set(domain, `${domain}\t${toCategory(row)}\t${row.company ?? row.name}\n`)
    }
  }
  return [...owners].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, line]) => line).join('')
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
  ...name('consent', 'LiveRamp Privacy Manager'),
])

function name(category: Category, ...names: readonly string[]): readonly (readonly [string, Category])[] {
  return names.map((each) => [each, category] as const)
}
