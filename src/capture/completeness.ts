/** What a capture proves: everything, everything but what is named, or nothing because something was lost. */
import type { Coverage } from '../model.js'
import type { Merge } from './merge.js'

export interface CoverageFacts extends Merge {
  /** The scenario ran to where it was told to stop. */
  readonly completed: boolean
  /** Of a test that was written for something else: which pages it visits, and what they answer, is its own to judge. Absent: no. */
  readonly isOfSuite?: boolean
  /** Errors of certificates were to be ignored. Absent: no. */
  readonly ignoreHttpsErrors?: boolean
  /** One sentence for each thing that was lost beside the traffic: a crash, a consent choice that failed. */
  readonly failures: readonly string[]
  /** What could not be seen in this capture, named. */
  readonly blindSpots: readonly string[]
}

export interface CoverageResult {
  readonly coverage: Coverage
  /** One sentence for each thing that broke it. Empty unless `broken`. */
  readonly coverageReasons: readonly string[]
  readonly blindSpots: readonly string[]
}

/** Pages that stand where the site should, when it takes a visitor for a robot. */
const robotTitles = new RegExp(`^(${[
  'just a moment\\.\\.\\.', 'nur einen moment…', 'un instant…', 'attention required! \\| cloudflare',
  'access denied', 'pardon our interruption', 'ddos-guard', 'robot check', 'human verification', 'are you a robot',
  'checking your browser',
].join('|')})`, 'i')
const robotHosts = /(^|\.)(captcha-delivery\.com|challenges\.cloudflare\.com|perfdrive\.com)$/i
const robotPaths = /^\/(cdn-cgi\/challenge-platform\/|sorry\/index|_incapsula_resource|\.well-known\/captcha)/i
const mostNamed = 5
const NO_PAGE = 'No page was visited.'

/** Total: every input has an answer. */
export function coverageOf(facts: CoverageFacts): CoverageResult {
  const reasons = [...new Set([...reasonsOf(facts), ...facts.failures])]
  const blindSpots = [...new Set([...blindSpotsOf(facts), ...facts.blindSpots])]
  const coverage = reasons.length > 0 ? 'broken' : blindSpots.length > 0 ? 'limited' : 'full'
  return { coverage, coverageReasons: reasons, blindSpots }
}

function* reasonsOf(facts: CoverageFacts): Generator<string> {
  if (!facts.hasNetlog) {
    yield facts.problems.find((problem) => problem.includes('NetLog')) ?? 'The browser wrote no NetLog.'
  } else if (!facts.netlogComplete) {
    yield 'The NetLog breaks off before its end: the browser was killed, or the disk was full.'
  }
  if (facts.problems.some((problem) => problem.startsWith('The HAR zip cannot be read'))) {
    yield 'The HAR that Playwright wrote cannot be read.'
  }
  const { firstPageRequestAt, logStartedAt } = facts
  if (facts.hasNetlog && firstPageRequestAt === undefined && !isMeant(facts)) yield NO_PAGE
  if (firstPageRequestAt !== undefined && logStartedAt !== undefined && logStartedAt > firstPageRequestAt) {
    yield 'The NetLog begins after the first request: the network service of the browser was restarted on the way.'
  }
  if (facts.unexplained.length > 0) {
    const requests = count(facts.unexplained.length, 'request is', 'requests are')
    yield `${requests} missing from the NetLog: ${named(facts.unexplained)}.`
  }
  if (facts.bodiesLost.length > 0) {
    const requests = count(facts.bodiesLost.length, 'request', 'requests')
    yield `The bodies of ${requests} were not recorded whole: ${named(facts.bodiesLost)}.`
  }
  if (!facts.completed) yield 'The scenario stopped before its last step.'
  for (const { url, status, challenge } of facts.topDocuments) {
    const page = withoutQuery(url)
    if (challenge !== undefined) yield `The page ${page} was a check for robots (${challenge}).`
    else if (isRobotPage(url)) yield `The page ${page} was a check for robots.`
    else if (status >= 400 && !isMeant(facts, status)) yield `The page ${page} answered ${status}.`
  }
  for (const title of facts.pageTitles) {
    if (robotTitles.test(title)) yield `A page was a check for robots, by its title "${title}".`
  }
}

function* blindSpotsOf(facts: CoverageFacts): Generator<string> {
  const by = (protocol: string): readonly string[] => facts.peers
    .filter((peer) => peer.startsWith(`${protocol} `)).map((peer) => peer.slice(protocol.length + 1))
  const [webRtc, webTransport] = [[...new Set([...by('udp'), ...by('tcp')])], by('webtransport')]
  if (webRtc.length > 0) yield `What was sent by WebRTC is encrypted; the peers were ${named(webRtc)}.`
  if (webTransport.length > 0) {
    yield `What was sent by WebTransport is not recorded; the addresses were ${named(webTransport)}.`
  }
  if (facts.contactedAhead.length > 0) {
    yield 'Names were looked up, or connections opened, ahead of requests that never came; the hosts were '
      + `${named(facts.contactedAhead)}.`
  }
  if (facts.commandLine.some((argument) => /^--blink-settings=(.*,)?imagesEnabled=(false|0)\b/i.test(argument))) {
    yield 'The browser ran without images, and what their addresses would have told was not seen.'
  }
  if (facts.ignoreHttpsErrors === true && facts.hostsRefused.length > 0) {
    yield 'Certificates were to be accepted as they are, and the browser still refused some, so what pages would have sent '
      + `there was not seen; the hosts were ${named(facts.hostsRefused)}.`
  }
  if (facts.hostsCutOff.length > 0) {
    yield `The browser ended before all was sent that pages send as they are left; the hosts were ${named(facts.hostsCutOff)}.`
  }
  // Without its cache of pages that are left, which Playwright switches off, Chromium drops part of it.
  if (facts.hostsWithWorker.length > 0) {
    yield 'Of what pages with a service worker send as they are left this browser drops some that a visitor\'s sends, so it '
      + `may not have been seen; the hosts were ${named(facts.hostsWithWorker)}.`
  }
  if (facts.hostsWithoutAliases.length > 0) {
    yield 'The operating system looked names up and tells no aliases, so a recipient behind a name of the site would '
      + `not show: ${named(facts.hostsWithoutAliases)}.`
  }
  if (facts.hasNetlog && facts.firstPageRequestAt === undefined && isMeant(facts)) yield NO_PAGE
  for (const { url, status, challenge } of facts.topDocuments) {
    const isRobot = challenge !== undefined || isRobotPage(url)
    if (status >= 400 && !isRobot && isMeant(facts, status)) {
      yield `The page ${withoutQuery(url)} answered ${status}, so what is sent from a page that is there was not seen.`
    }
  }
  if (facts.hasNetlog && !facts.hasHar && !facts.problems.some((problem) => problem.includes('cannot be read'))) {
    yield 'Playwright wrote no HAR: which frame asked is not known, and answers are known only where they are text.'
  }
}

/** A test that passes has meant to see that page: one that is not there, not for everybody, or none at all. */
function isMeant({ isOfSuite = false, completed }: CoverageFacts, status = 0): boolean {
  return isOfSuite && completed && status < 500 && status !== 429
}

function isRobotPage(url: string): boolean {
  try {
    const { hostname, pathname } = new URL(url)
    return robotHosts.test(hostname) || robotPaths.test(pathname)
  } catch {
    return false
  }
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}

function named(items: readonly string[]): string {
  const more = items.length - mostNamed
  return items.slice(0, mostNamed).join(' ; ') + (more > 0 ? ` ; and ${more} more` : '')
}

function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/s, '')
}
