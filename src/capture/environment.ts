/**
 * The conditions under which a capture is made: flags of the browser, host map, target, and in which ways the browser
 * differs from the one that a visitor uses.
 */
import { getServers } from 'node:dns'
import { arch, platform, release } from 'node:os'
import { TattleError } from '../errors.js'
import { isLoopback } from '../exchange/site.js'
import type { Target } from '../model.js'

export interface Deviation {
  readonly what: string
  /** Which way it could bend the result. */
  readonly effect: string
}

/** One line of `--host-map`: requests to hosts that fit the pattern go to `to` (`host` or `host:port`). */
export interface HostMapping {
  readonly pattern: string
  readonly to: string
}

/** Reads `PATTERN=HOST[:PORT]`. Throws `usage`. */
export function toHostMapping(text: string): HostMapping {
  const match = /^([\w.*:-]+)=((?:[\w.-]+|\[[0-9a-fA-F:]+\])(?::\d{1,5})?)$/.exec(text.trim())
  if (match?.[1] === undefined || match[2] === undefined || Number(/:(\d+)$/.exec(match[2])?.[1]) > 65_535) {
    throw new TattleError('usage', '--host-map takes PATTERN=HOST[:PORT], as in "*.example.org=127.0.0.1:8443"; ' +
      `"${text}" is not that.`)
  }
  return { pattern: match[1], to: match[2] }
}

/** The mappings in a host map that arguments for the browser bring along: `--host-resolver-rules=MAP *.example.org 127.0.0.1`. */
export function hostMapIn(args: readonly string[] = []): HostMapping[] {
  const rules = args.flatMap((argument) => /^--host(?:-resolver)?-rules=(.*)$/s.exec(argument)?.[1]?.split(',') ?? [])
  return rules.flatMap((rule) => {
    const [, pattern, to] = /^\s*MAP\s+(\S+)\s+(\S+)\s*$/i.exec(rule) ?? []
    return pattern === undefined || to === undefined ? [] : [{ pattern, to }]
  })
}

/** `stand-in` where the audited address is loopback or mapped to it; without an address, where anything is. */
export function targetOf(hostMap: readonly HostMapping[], baseUrl: string | null): Target {
  const host = baseUrl !== null && URL.canParse(baseUrl) ? new URL(baseUrl).hostname : null
  if (host !== null && isLoopback(host)) return 'stand-in'
  const mapped = hostMap.filter(({ to }) => isLoopback(to.replace(/:\d+$/, '')))
  return mapped.some(({ pattern }) => host === null || fits(host, pattern)) ? 'stand-in' : 'live'
}

/** As Chromium reads a pattern of its host map: `*` for any characters, a port behind a colon left out here. */
function fits(host: string, pattern: string): boolean {
  const words = pattern.toLowerCase().replace(/:\d+$/, '').split('*')
    .map((word) => word.replace(/[.\\+?^${}()|[\]]/g, '\\$&'))
  return new RegExp(`^${words.join('.*')}$`).test(host.toLowerCase())
}

/**
 * What recording needs, and nothing else: the NetLog with bodies, no QUIC (its frames are not in the log), reports that do
 * not wait until the recording is over, and the host map. Playwright's own flags already keep the browser's background traffic down.
 */
export function recordingFlags(netlog: string, hostMap: readonly HostMapping[]): string[] {
  const rules = hostMap.map(({ pattern, to }) => `MAP ${pattern} ${to}`).join(', ')
  return [
    `--log-net-log=${netlog}`,
    '--net-log-capture-mode=Everything',
    '--disable-quic',
    '--short-reporting-delay',
    ...(rules === '' ? [] : [`--host-resolver-rules=${rules}`]),
  ]
}

/** The machine, as far as it matters for a reading of the traffic. No names of users or hosts: those are the user's to give. */
export function machineConditions(): Readonly<Record<string, unknown>> {
  return {
    system: `${platform()} ${release()} ${arch()}`,
    machineTimeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    resolver: getServers(), // of the system, which the browser asks where it asks nobody over HTTPS
  }
}

/** What is worth a sentence when it stands in the browser's real command line. */
const FLAG_DEVIATIONS: readonly { readonly flag: RegExp; readonly what: string; readonly effect: string }[] = [
  {
    flag: /^--headless\b/, what: 'headless',
    effect: 'the user agent says HeadlessChrome, by which a site or tracker may send less, or ask for a proof of being human',
  },
  {
    flag: /^--no-sandbox$/, what: 'browser sandbox off',
    effect: 'none on the traffic; a hostile page could reach the machine',
  },
  {
    flag: /^--short-reporting-delay$/, what: 'reports of the browser are sent at once',
    effect: 'what a policy of the site has the browser report (CSP, network errors) comes in the visit, not up to a minute later',
  },
  { flag: /^--disable-quic$/, what: 'QUIC off', effect: 'the same requests travel over HTTP/2 and HTTP/1.1' },
  {
    flag: /^--disable-back-forward-cache$/, what: 'back-forward cache off',
    effect: 'pages are unloaded where a visitor\'s may be kept: unload beacons may come earlier, going back loads again',
  },
  {
    flag: /^--disable-features=.*\bThirdPartyStoragePartitioning\b/, what: 'third-party storage not partitioned',
    effect: 'a tracker in a frame may recognise the visitor across sites where it could not in a stock browser',
  },
  {
    flag: /^--disable-features=.*\bHttpsUpgrades\b/, what: 'no upgrade from http to https',
    effect: 'addresses written with http are asked over http first',
  },
  {
    flag: /^--disable-popup-blocking$/, what: 'popups allowed',
    effect: 'windows open that a visitor\'s browser would block, and their traffic with them',
  },
  {
    flag: /^--(disable|no)-pings$/, what: 'link pings off',
    effect: 'the pings of <a ping> are not sent and so not seen',
  },
  {
    flag: /^--disable-background-networking$/, what: 'background traffic of the browser off',
    effect: 'less traffic of the browser\'s own; none on the site\'s',
  },
  {
    flag: /^--disable-field-trial-config$/, what: 'no field trials',
    effect: 'features that the maker tries out on some visitors are at their defaults',
  },
  {
    flag: /^--disable-extensions$/, what: 'no extensions',
    effect: 'a visitor\'s ad blocker would stop requests that are seen here',
  },
  {
    flag: /^--proxy-server=/, what: 'a proxy between browser and network',
    effect: 'servers see the address of the proxy; names are resolved there',
  },
  {
    flag: /^--ignore-certificate-errors/, what: 'certificate errors ignored',
    effect: 'a server that is not the one it names is accepted',
  },
]

export interface DeviationFacts {
  readonly commandLine: readonly string[]
  readonly thirdPartyCookies: 'allow' | 'block'
  readonly hostMap: readonly HostMapping[]
  readonly ignoreHttpsErrors: boolean
  /** A profile or a state that the user brought. */
  readonly broughtState: boolean
  /** Driven by a person. */
  readonly byHand?: boolean
  /** A script that answers banners was put into the pages. */
  readonly consentHelper?: boolean
  /** Playwright was to keep its trace. */
  readonly trace?: boolean
  /** Requests bore a signal by which a visitor objects. */
  readonly privacySignals?: boolean
}

/** Each way in which this browser differs from a visitor's, with its effect. */
export function deviationsOf(facts: DeviationFacts): Deviation[] {
  const flags = FLAG_DEVIATIONS
    .filter(({ flag }) => facts.commandLine.some((argument) => flag.test(argument)))
    .map(({ what, effect }) => ({ what, effect }))
  const conditions: Deviation[] = [
    { what: 'navigator.webdriver is true', effect: 'a script may see that the browser is driven and behave otherwise' },
    facts.broughtState
      ? {
        what: 'cookies or a profile were brought along',
        effect: 'choices and ids of earlier visits stand from the beginning',
      }
      : {
        what: 'fresh profile',
        effect: 'no ids of earlier visits: a tracker knows less than it would of a returning visitor',
      },
    facts.thirdPartyCookies === 'allow'
      ? {
        what: 'third-party cookies allowed',
        effect: 'ids in third-party cookies are sent that some browsers withhold',
      }
      : {
        what: 'third-party cookies blocked',
        effect: 'ids in third-party cookies are not sent that some browsers send',
      },
    {
      what: 'no prerendering: Playwright forbids it',
      effect: 'a page that a site asks to be rendered ahead is only fetched ahead; what it would send before it is seen '
        + 'is sent once it is visited, or not at all',
    },
    facts.byHand === true
      ? {
        what: 'a listener for clicks in a script world of its own',
        effect: 'pages cannot see it; names of what was clicked become steps',
      }
      : {
        what: 'every page is led to about:blank at the end',
        effect: 'unload handlers run as when a visitor closes the window',
      },
  ]
  if (facts.consentHelper === true) {
    conditions.push({
      what: 'a script that answers consent banners in every page',
      effect: 'a script may see it; it clicks what a visitor could click, faster than one',
    })
  }
  if (facts.trace === true) {
    conditions.push({
      what: "a script of Playwright's in every page takes snapshots for its trace",
      effect: 'a script may see it; a page runs slower',
    })
  }
  if (facts.privacySignals === true) {
    conditions.push({
      what: 'Sec-GPC or DNT is sent',
      effect: 'a site that heeds such an objection sends less than for a visitor who makes none',
    })
  }
  if (facts.hostMap.length > 0) {
    const mapped = facts.hostMap.map(({ pattern, to }) => `${pattern} → ${to}`).join(', ')
    conditions.push({ what: `host map: ${mapped}`, effect: 'a mapped host is answered by a server that it does not name' })
  }
  if (facts.ignoreHttpsErrors && !flags.some(({ what }) => what === 'certificate errors ignored')) {
    conditions.push({ what: 'certificate errors ignored', effect: 'a server that is not the one named is accepted' })
  }
  return [...flags, ...conditions]
}

/** Root has no user namespace to build the sandbox from; there Chromium refuses to start with it. */
export function sandboxPossible(): boolean {
  return process.platform === 'win32' || process.getuid?.() !== 0
}

/** Chromium's words when the kernel or a container forbids the sandbox. */
export function isSandboxRefusal(message: string): boolean {
  return /No usable sandbox|SUID sandbox helper|zygote_host_impl|namespace.*(not permitted|EPERM)|setuid_sandbox/i
    .test(message)
}

const SECRET_NAME = /^TATTLE_|pass(?:word|phrase|wd)|secret|token|private|credential|api_?key/i

/** What the browser inherits: no key, no passphrase, nothing that is tattle's own. A place of a file or socket stays. */
export function browserEnvironment(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).filter((one): one is [string, string] =>
    one[1] !== undefined && (!SECRET_NAME.test(one[0]) || (!one[0].startsWith('TATTLE_') && one[1].startsWith('/')))))
}
