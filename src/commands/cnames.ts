/**
 * `--resolve-cnames`: a plain HAR holds no DNS, so the aliases of the site's own host names are looked up now, only when
 * asked for, within a bounded time. Nobody else's names are asked about, and no name leaves that the HAR does not hold.
 */
import { Resolver } from 'node:dns/promises'
import { TattleError, toMessage } from '../errors.js'
import { createExchangeReader, pagesOf } from '../exchange/exchange.js'
import { isLoopback, registrableDomain } from '../exchange/site.js'
import { openInput } from '../har/read.js'
import type { HarHead } from '../har/types.js'
import { createLearning } from '../learn/learn.js'
import type { Aliases } from '../aliases.js'
import { toTerminal } from '../report/text.js'

export interface ResolveOptions {
  readonly firstParty?: readonly string[] | undefined
  /** `HOST` or `HOST:PORT` of the server to ask; absent: the system's. */
  readonly resolver?: string | undefined
  /** For all names together, in milliseconds. */
  readonly deadline?: number
}

const MOST_HOSTS = 200
const AT_ONCE = 8
const LONGEST_CHAIN = 10
const DEADLINE = 15_000
const EACH = { timeout: 2_000, tries: 2 } as const
/** The name has no alias, or is not there any more: that is an answer. */
const ANSWERS: ReadonlySet<string> = new Set(['ENODATA', 'ENOTFOUND'])

/** Throws `usage` where standard input is among the inputs, or the resolver is no address. */
export async function resolveAliases(inputs: readonly string[], options: ResolveOptions): Promise<Aliases> {
  if (inputs.includes('-')) {
    throw new TattleError('usage', 'With --resolve-cnames the HAR is read twice, which standard input cannot be; save it and give the file.')
  }
  const resolver = new Resolver(EACH)
  if (options.resolver !== undefined) {
    try {
      resolver.setServers([options.resolver])
    } catch (cause) {
      throw new TattleError('usage', `--resolver takes the address of a DNS server, as in 192.0.2.53 or [2001:db8::53]:5353; "${options.resolver}" is not that.`, { cause })
    }
  }
  const hosts = new Set<string>()
  for (const input of inputs) for (const host of await ownHostsIn(input, options.firstParty)) hosts.add(host)
  const asked = [...hosts].slice(0, MOST_HOSTS)
  const chains: Record<string, readonly string[]> = {}
  const unanswered: string[] = [...hosts].slice(MOST_HOSTS)
  const until = Date.now() + (options.deadline ?? DEADLINE)
  const timer = setTimeout(() => resolver.cancel(), options.deadline ?? DEADLINE)
  const waiting = [...asked]
  const work = async (): Promise<void> => {
    for (let host = waiting.shift(); host !== undefined; host = waiting.shift()) {
      const chain = Date.now() < until ? await chainOf(host, resolver) : null
      if (chain === null) unanswered.push(host)
      else if (chain.length > 0) chains[host] = chain
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  clearTimeout(timer)
  return { at: new Date().toISOString(), asked: asked.length, chains, unanswered: unanswered.sort() }
}

/** DNS carries any bytes; the name of a host is made of these. */
function isHostName(name: string): boolean {
  return /^[a-z\d_.-]{1,253}$/.test(name)
}

/** Null where the server gave no answer. */
async function chainOf(host: string, resolver: Resolver): Promise<readonly string[] | null> {
  const chain: string[] = []
  let name: string | undefined = host
  while (name !== undefined && chain.length < LONGEST_CHAIN) {
    try {
      const aliases: readonly string[] = await resolver.resolveCname(name)
      name = aliases[0]?.toLowerCase().replace(/\.$/, '')
      if (name === undefined || !isHostName(name) || name === host || chain.includes(name)) break
      chain.push(name)
    } catch (error) {
      if (ANSWERS.has((error as NodeJS.ErrnoException).code ?? '')) break
      return chain.length > 0 ? chain : null
    }
  }
  return chain
}

/** Host names of the audited site in the HARs of an input; of what cannot be read, none, and a sentence says so. */
async function ownHostsIn(input: string, firstParty: readonly string[] | undefined): Promise<Set<string>> {
  const own = new Set<string>()
  let documents: Awaited<ReturnType<typeof openInput>> = []
  try {
    documents = await openInput(input)
    for (const document of documents) {
      if (document.kind !== 'har') continue
      let head: HarHead = { creator: '', browser: '', pages: [] }
      const toExchange = createExchangeReader({ body: () => undefined, pages: () => pagesOf(head), diagnostic: () => {} })
      const learning = createLearning({ registrableDomain })
      const hosts = new Set<string>()
      await document.read({
        head: (known) => { head = known },
        entry(entry, index) {
          const exchange = toExchange(entry, index)
          if (exchange === undefined) return
          learning.see(exchange)
          if (exchange.cnames === undefined && !isLoopback(exchange.host)) hosts.add(exchange.host)
        },
        diagnostic: () => {},
      })
      const sites = new Set((firstParty ?? [learning.facts().site]).map(registrableDomain))
      for (const host of hosts) if (sites.has(registrableDomain(host)) && /[a-z]/i.test(host) && !host.includes(':')) own.add(host)
    }
  } catch (error) {
    process.stderr.write(`tattle: ${toTerminal(`the host names of ${input} could not be collected (${toMessage(error)}).`)}\n`)
  } finally {
    for (const document of documents) document.close()
  }
  return own
}
