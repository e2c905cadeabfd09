/** Labelled requests: what each carries is known, because it was put there, or was not. */
import { encoders, type Shape } from '../../roundtrip/encoders.js'
import type { Kind } from '../../../src/model.js'
import { carriers, targets, type Carrier, type Request, type Target } from './carriers.js'
import type { Visitor } from './people.js'
import type { Random } from './random.js'
import { spell } from './spellings.js'

/** `kind` and value that a request carries; `''` for any value of the kind. */
export interface Planted {
  readonly kind: Kind
  readonly value: string
}

export interface Case {
  readonly request: Request
  /** What must be found. Empty: nothing may be. */
  readonly planted: readonly Planted[]
  /** What stands there as well, if one looks closely: neither right nor wrong. */
  readonly also: readonly Kind[]
  /** To what groups of the tables it belongs. */
  readonly groups: Readonly<Record<string, string>>
  /** Sent to the site itself. */
  readonly firstParty?: boolean
  readonly status?: number
  readonly failure?: string
  readonly response?: { readonly mimeType: string; readonly text: string }
}

export const SITE = 'klinik-am-see.example'
const NEUTRAL = ['data', 'v', 'p', 'ev_value', 'cd[content_name]', 'ep.item', 'c1', 'label', 'info', 'u20']
const utf8 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text))

/** A value of the visitor's, spelled, wrapped and sent to somebody. */
export function positive(visitor: Visitor, random: Random): Case {
  const kinds = Object.keys(visitor.values) as Kind[]
  const kind = random.pick(kinds)
  const value = random.pick(visitor.values[kind] ?? [])
  const spelled = spell(kind, value, 0.3, random)
  const key = spelled.key ?? random.pick(NEUTRAL)
  const wrapped = wrap(spelled.text, key, spelled.key !== undefined, random)
  const target = targetOf(wrapped.carrier[1], random)
  const isIdentity = kind === 'identity.email' || kind === 'identity.name' || kind === 'health.practitioner'
  return {
    request: wrapped.carrier[1].carry(target, key, wrapped.payload, random),
    planted: [{ kind, value }],
    also: isIdentity ? ['identity.name', 'health.practitioner'] : [],
    groups: {
      kind, carrier: wrapped.carrier[0], encoding: wrapped.names.join(' within ') || 'none', recipient: target.name,
      depth: String(wrapped.names.length), language: visitor.language,
      transform: spelled.transforms.join('>') || 'none', spelling: `${kind}: ${spelled.how}`,
      ...(spelled.transforms.length > 0 ? { digest: spelled.how } : {}),
    },
  }
}

/** A value that looks like one of the visitor's and is none, wrapped and sent as the real ones are. */
export function lookAlike(text: string, how: string, visitor: Visitor, random: Random, key = random.pick(NEUTRAL)): Case {
  const wrapped = wrap(text, key, true, random)
  const target = targetOf(wrapped.carrier[1], random)
  return {
    request: wrapped.carrier[1].carry(target, key, wrapped.payload, random), planted: [], also: [],
    groups: { negative: how, carrier: wrapped.carrier[0], encoding: wrapped.names.join(' within ') || 'none', language: visitor.language },
  }
}

export function targetOf(carrier: Carrier, random: Random): Target {
  const fitting = targets.filter(({ url }) => !carrier.movesPath || !url.includes(SITE))
  return random.pick(fitting)
}

const MOST_LAYERS = 5

/** Puts up to three encodings around a text, and chooses a carrier that can hold the result. */
function wrap(
  text: string, key: string, needsName: boolean, random: Random,
): { payload: Uint8Array; names: string[]; carrier: readonly [string, Carrier] } {
  const wanted = random.pick([0, 0, 0, 0, 1, 1, 1, 2, 2, 3])
  const inner = wanted === 0 ? text : random.pick([
    // Under an encoding that brings a name of its own, what needs one keeps its own beside it.
    ...(needsName ? [] : [text]), JSON.stringify({ e: 'x', [key]: text }), `a=1&${encodeURIComponent(key)}=${encodeURIComponent(text)}&b=2`,
  ])
  const isNamed = inner !== text
  const names: string[] = []
  let payload = utf8(inner)
  let shape: Shape = 'text'
  let layers = isNamed ? 1 : 0
  for (let count = 0; count < wanted; count++) {
    const fitting = Object.entries(encoders).filter(([name, encoder]) =>
      encoder.takes.includes(shape) && !(name === 'base58' && payload.length > 180))
    if (fitting.length === 0) break
    const [name, encoder] = random.pick(fitting)
    if (layers + encoder.layers.length > MOST_LAYERS) break
    payload = encoder.encode(payload)
    shape = encoder.gives(shape)
    layers += encoder.layers.length
    names.unshift(name)
  }
  if (shape === 'known' && random.chance(0.5) && layers < MOST_LAYERS) {
    payload = utf8(Buffer.from(payload).toString('base64'))
    shape = 'text'
    layers++
    names.unshift('base64')
  }
  const isText = shape === 'text' || shape === 'whole'
  const fitting = Object.entries(carriers).filter(([, carrier]) =>
    (isText ? carrier.binary !== true || wanted > 0 || isNamed : carrier.binary === true)
    && (shape === 'text' || carrier.alone === true)
    && (!needsName || isNamed || carrier.named === true)
    && carrier.depth + layers <= MOST_LAYERS)
  if (fitting.length === 0) return wrap(text, key, needsName, random)
  return { payload, names, carrier: random.pick(fitting) }
}
