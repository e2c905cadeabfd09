/**
 * Who received an exchange.
 *
 * A host is looked up label by label (`a.b.example.com`, `b.example.com`, `example.com`), the most specific first, so
 * `evil-facebook.com` and `facebook.com.evil.net` are nobody's. What it says, in this order: a signature of the host; a
 * signature, or a tracker of third-party-web, of one of the host's aliases; a tracker of third-party-web; the shape of
 * the payload; a filter list of the user, whose rule is kept; any other owner that third-party-web names; the
 * registrable domain and nothing more.
 *
 * Shape stands before owners that merely host (`run.app`, a CDN), for there the host says nothing about who tracks.
 */
import type { Category, Exchange, FieldMeaning, Part, Recipient, Via } from '../model.js'
import type { FilterLists } from './filter-lists.js'
import { createEntities, type Entity } from './entities.js'
import { signatures as known } from './signatures.generated.js'
import type { Signature } from './signature.js'
import { createShapeSearch, toPath } from './shape.js'

/**
 * Gives the attribution of one run. It never throws, and remembers what it found for each host. `via` is `first-party`
 * where only the payload's shape spoke: whether that host is the audited site's is for the caller to know.
 */
export function createAttribution(
  signatures: Readonly<Record<string, Signature>> = known, lists?: Pick<FilterLists, 'match'>,
): (exchange: Exchange) => Recipient {
  const entityOf = createEntities()
  const byHost = index(signatures)
  const findShape = createShapeSearch(signatures)
  const remembered = new Map<string, Known>()

  return (exchange) => {
    const host = bare(exchange.host)
    const known = recall(host, exchange)
    if (known.candidates.length === 0 && known.tracker !== undefined) return known.tracker
    const path = toPath(exchange.url)
    for (const { signature, recipient } of known.candidates) {
      if (signature.path === undefined || signature.path.test(path)) return recipient
    }
    if (known.tracker !== undefined) return known.tracker
    const shape = findShape(exchange, path)
    if (shape !== undefined) return fromSignature(exchange, shape[0], shape[1], 'first-party')
    const listed = lists?.match(exchange)
    return listed === undefined ? known.otherwise : { ...known.otherwise, ...listed }
  }

  function recall(host: string, exchange: Exchange): Known {
    const key = exchange.cnames === undefined ? host : `${host} ${exchange.cnames.join(' ')}`
    const found = remembered.get(key)
    if (found !== undefined) return found
    const known = look(host, exchange)
    if (remembered.size < rememberedMost) remembered.set(key, known)
    return known
  }

  function look(host: string, exchange: Exchange): Known {
    const candidates = [...candidatesOf(exchange, host, 'direct')]
    for (const alias of (exchange.cnames ?? []).slice(0, aliasesMost)) {
      candidates.push(...candidatesOf(exchange, bare(alias), 'cname'))
    }
    const owner = entityOf(host)
    const tracker = owner !== undefined && tracks(owner.category)
      ? fromEntity(exchange, owner, 'direct')
      : trackingAlias(exchange)
    const otherwise = owner === undefined
      ? { ...place(exchange), category: 'other', via: 'direct', rule: 'registrable-domain' } as const
      : fromEntity(exchange, owner, 'direct')
    return { candidates, tracker, otherwise }
  }

  function candidatesOf(exchange: Exchange, host: string, via: Via): readonly Candidate[] {
    return suffixes(host)
      .flatMap((suffix) => byHost.get(suffix) ?? [])
      .filter(([, signature]) => via === 'direct' || tracks(signature.category))
      .map(([id, signature]) => ({ signature, recipient: fromSignature(exchange, id, signature, via) }))
  }

  function trackingAlias(exchange: Exchange): Recipient | undefined {
    for (const alias of (exchange.cnames ?? []).slice(0, aliasesMost)) {
      const owner = entityOf(bare(alias))
      if (owner !== undefined && tracks(owner.category)) return fromEntity(exchange, owner, 'cname')
    }
    return undefined
  }
}

/**
 * What the recipient's signature says about a field, if anything. `fieldPath` is the field's name with the path inside
 * it (`data.u`, `req[0].t.u_c1`); indices in it match `[]`. Keys `cookie:NAME` speak of cookies only, keys that end in
 * `*` of every name that begins so; the longest wins.
 */
export function meaningOf(recipient: Recipient, part: Part, fieldPath: string): FieldMeaning | undefined {
  const { fields } = recipient
  if (fields === undefined || fieldPath === '' || !named.has(part)) return undefined
  const name = part === 'cookie' ? `cookie:${fieldPath}` : fieldPath
  if (Object.hasOwn(fields, name)) return fields[name]
  const flat = name.replace(/\[\d+\]/g, '[]')
  if (Object.hasOwn(fields, flat)) return fields[flat]
  let longest = ''
  for (const key in fields) {
    if (key.length > longest.length && key.endsWith('*') && flat.startsWith(key.slice(0, -1))) longest = key
  }
  return longest === '' ? undefined : fields[longest]
}

interface Candidate {
  readonly signature: Signature
  readonly recipient: Recipient
}

/** What a host, with its aliases, settles: signatures whose path must still agree, and what holds when none does. */
interface Known {
  readonly candidates: readonly Candidate[]
  readonly tracker: Recipient | undefined
  readonly otherwise: Recipient
}

/** A capture rarely has more than some hundred hosts; a hostile one may have one for each entry. */
const rememberedMost = 20_000
const aliasesMost = 16
const named: ReadonlySet<Part> = new Set(['path', 'query', 'cookie', 'body', 'websocket'])

type Named = readonly [id: string, signature: Signature]

function index(signatures: Readonly<Record<string, Signature>>): ReadonlyMap<string, readonly Named[]> {
  const byHost = new Map<string, Named[]>()
  for (const named of Object.entries(signatures)) {
    for (const host of named[1].hosts) byHost.set(host, [...(byHost.get(host) ?? []), named])
  }
  const withoutPath = ([, signature]: Named): number => (signature.path === undefined ? 1 : 0)
  for (const list of byHost.values()) list.sort((a, b) => withoutPath(a) - withoutPath(b))
  return byHost
}

function suffixes(host: string): readonly string[] {
  const all: string[] = []
  for (let at = 0; at >= 0; at = host.indexOf('.', at) + 1 || -1) all.push(host.slice(at))
  return all
}

/** Host names are compared in lower case, without the root's dot. */
function bare(host: string): string {
  return host.toLowerCase().replace(/\.$/, '').slice(-253)
}

/** Hosting says who owns the machine, not who tracks. */
function tracks(category: Category): boolean {
  return category !== 'cdn' && category !== 'other'
}

function place(exchange: Exchange): Pick<Recipient, 'host' | 'domain'> {
  return { host: exchange.host, domain: exchange.domain }
}

function fromSignature(exchange: Exchange, id: string, signature: Signature, via: Via): Recipient {
  return {
    ...place(exchange),
    entity: signature.entity,
    ...(signature.country === '' ? {} : { country: signature.country }),
    category: signature.category,
    via,
    rule: `signature:${id}`,
    ...(signature.fields === undefined ? {} : { fields: signature.fields }),
  }
}

function fromEntity(exchange: Exchange, { entity, category }: Entity, via: Via): Recipient {
  return { ...place(exchange), entity, category, via, rule: 'third-party-web' }
}
