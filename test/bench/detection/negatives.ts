/** Requests that carry nothing of the visitor's, and look as if they did. */
import { createHash } from 'node:crypto'
import { SITE, lookAlike, type Case } from './cases.js'
import { asciiOf, createVisitor, fourOf, sixOf, two, type Visitor } from './people.js'
import type { Random } from './random.js'
import { carriers, targets } from './carriers.js'
import { spell } from './spellings.js'

type Make = (visitor: Visitor, random: Random) => Case

const one = (visitor: Visitor, kind: keyof Visitor['values']): string => visitor.values[kind]?.[0] ?? ''
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const text = (how: string, make: (visitor: Visitor, random: Random) => string, key?: (random: Random) => string): Make =>
  (visitor, random) => lookAlike(make(visitor, random), how, visitor, random, key?.(random))

/** Changes one digit of a number. */
function otherDigit(value: string, random: Random): string {
  const places = [...value].flatMap((character, at) => (/\d/.test(character) ? [at] : [])).slice(-4)
  const at = random.pick(places)
  return `${value.slice(0, at)}${(Number(value[at]) + random.between(1, 8)) % 10}${value.slice(at + 1)}`
}

const makers: readonly Make[] = [
  text('version that looks like the address', (visitor, random) => {
    const ip = one(visitor, 'network.ip')
    return random.pick([`1.${ip}`, `${ip}.5`, `${ip}0`, `Chromium;v="${random.digits(2)}${ip}"`, `v${random.digits(1)}.${ip}.${random.digits(2)}`])
  }),
  text('another address', (visitor, random) => {
    const other = random.chance(0.5) ? fourOf(random) : sixOf(random)
    const own = visitor.values['network.ip'] ?? []
    // The network of an address is its own, cut: another host of it is another visitor.
    return own.includes(other) ? '10.0.0.1' : other
  }),
  text('browser version', (_visitor, random) => `Chromium";v="126.0.${random.digits(4)}.${random.digits(3)}", "Not/A)Brand";v="8.0.0.0"`),
  text('hash of somebody else', (_visitor, random) => {
    const stranger = createVisitor(random, random.pick(['de', 'fr', 'en'] as const))
    return random.pick([sha256(one(stranger, 'identity.email') + 'x'), `FFF${sha256(random.hex(8))}`])
  }, (random) => random.pick(['em', 'ud[em]', 'u_hem', 'hash'])),
  text('random hash', (_visitor, random) => random.hex(random.pick([32, 40, 64, 96, 128]))),
  text('random token', (_visitor, random) => Buffer.from(random.bytes(random.between(12, 60))).toString(random.pick(['base64', 'base64url', 'hex']))),
  text('mail of somebody else', (visitor, random) => {
    const [local = '', domain = ''] = one(visitor, 'identity.email').split('@')
    return random.pick([`${random.hex(3)}${local}x@${domain}`.replace(/^[a-f0-9]{3}/, 'zq'), `info@${domain}`, `${local}@${random.hex(4)}.test`, `x.${random.hex(6)}@${domain}`])
      .replace(asciiOf(visitor.first).toLowerCase(), 'otto').replace(asciiOf(visitor.last).toLowerCase(), 'nemo')
  }),
  text('telephone, one digit off', (visitor, random) => otherDigit(one(visitor, 'identity.phone'), random)),
  text('longer number with the telephone in it', (visitor, random) => `${random.between(1, 9)}${one(visitor, 'identity.phone').replace(/\D/g, '')}${random.digits(3)}`),
  text('another day', (visitor, random) => {
    const [year = '', month = '', day = ''] = one(visitor, 'identity.birthdate').split('-')
    const other = two((Number(day) % 28) + 1)
    return random.pick([`${year}-${month}-${other}`, `${other}.${month}.${year}`, `${Number(year) - 40}-${month}-${day}`])
  }),
  text('number with the birthday in it', (visitor, random) => `${random.digits(4)}${one(visitor, 'identity.birthdate').replaceAll('-', '')}${random.between(100, 999)}`),
  text('year under another name', (visitor) => one(visitor, 'identity.birthdate').slice(0, 4), (random) => random.pick(['w', 'cb', 'year_built', 'width', 'n'])),
  text('private under another name', (_visitor, random) => random.pick(['private', 'privée', 'statutory', 'gesetzlich', 'self-pay']),
    (random) => random.pick(['cache', 'visibility', 'mode', 'scope', 'repo'])),
  text('first name under another name', (visitor) => visitor.first, (random) => random.pick(['theme', 'variant', 'font', 'campaign'])),
  text('longer word with the word in it', (visitor, random) => {
    const word = one(visitor, 'health.specialty').split(/[\s,]/)[0]!.toLowerCase()
    return random.pick([`ne${word}x`, `para${word}ismus`, `xx${word}yy`])
  }),
  text('words of the value, apart', (visitor) => {
    const words = one(visitor, 'health.reason').split(/\s+/)
    return words.length > 1 ? [...words].reverse().map((word) => word.slice(0, 4)).join(' / ') : 'page'
  }),
  text('template', (_visitor, random) => random.pick(['{search_term_string}', '[%23Email%20address%23]', '${search}', '{{user.email}}', '%%EMAIL%%', '<name>', '(not set)', 'undefined', 'MARKUP_REDACTED', 'tv.1']),
    (random) => random.pick(['q', 'em', 'search_term', 'ud[em]'])),
  text('ordinary page', (_visitor, random) => random.pick(['https://shop.example/schuhe?q=rot', 'https://news.example/politik/2031/05', 'PageView', '1536x864', 'fb.1.1700000000000.1234567890', 'de-DE', 'GTM-ABC123', '{"a":[1,2,3]}'])),
  sent('fragment, never sent', (visitor) => one(visitor, 'health.search')),
  firstPartyOnly,
  attempted,
  answered,
  loggedConsole,
]

function sent(how: string, of: (visitor: Visitor) => string): Make {
  return (visitor, random) => {
    const fragment = of(visitor)
    const target = random.pick(targets)
    return {
      request: { method: 'GET', url: `${target.url}?${target.query ?? 'a=1'}#q=${encodeURIComponent(fragment)}&e=${one(visitor, 'identity.email')}`, headers: [] },
      planted: [], also: [], groups: { negative: how, language: visitor.language },
    }
  }
}

/** The visitor's own clinic may be told what the visitor types in. */
function firstPartyOnly(visitor: Visitor, random: Random): Case {
  const kind = random.pick(Object.keys(visitor.values)) as keyof Visitor['values'] & `health.${string}`
  const { text: value } = spell(kind, one(visitor, kind), 0.2, random)
  const carrier = random.pick(Object.values(carriers).filter((each) => each.binary !== true))
  return {
    request: carrier.carry({ name: 'site', url: `https://${random.pick(['www.', 'api.', ''])}${SITE}/termine/` }, 'q', new Uint8Array(Buffer.from(value)), random),
    planted: [], also: [], firstParty: true, groups: { negative: 'first party only', language: visitor.language },
  }
}

/** The name was not resolved, or the request was blocked: nothing left. */
function attempted(visitor: Visitor, random: Random): Case {
  const target = random.pick(targets)
  return {
    request: { method: 'GET', url: `${target.url}?dl=${encodeURIComponent(one(visitor, 'health.reason'))}&e=${encodeURIComponent(one(visitor, 'identity.email'))}`, headers: [] },
    planted: [], also: [], status: 0, failure: random.pick(['net::ERR_NAME_NOT_RESOLVED', 'net::ERR_BLOCKED_BY_CLIENT']),
    groups: { negative: 'attempted, never sent', language: visitor.language },
  }
}

/** What a third party answers is not what it was told. */
function answered(visitor: Visitor, random: Random): Case {
  const target = random.pick(targets)
  return {
    request: { method: 'GET', url: `${target.url}?a=${random.hex(8)}`, headers: [] },
    planted: [], also: [], response: { mimeType: 'application/json', text: JSON.stringify({ ip: one(visitor, 'network.ip'), q: one(visitor, 'health.search') }) },
    groups: { negative: 'only in the answer', language: visitor.language },
  }
}

function loggedConsole(visitor: Visitor, random: Random): Case {
  const target = random.pick(targets)
  return {
    request: {
      method: 'POST', url: `${target.url}?v=1`, headers: [{ name: 'Content-Type', value: 'application/json' }],
      postData: { mimeType: 'application/json', text: JSON.stringify({
        event: random.pick(['page_view', 'scroll', 'click']), ts: 1_700_000_000_000 + random.between(0, 1e9), ua: 'Mozilla/5.0 (X11; Linux x86_64)',
        screen: '1536x864', session: random.hex(32), page: { path: '/', title: 'Klinik am See' }, perf: Array.from({ length: 20 }, () => random.between(0, 99_999)),
      }) },
    },
    planted: [], also: [], groups: { negative: 'ordinary event', language: visitor.language },
  }
}

export function negative(visitor: Visitor, random: Random): Case {
  return random.pick(makers)(visitor, random)
}
