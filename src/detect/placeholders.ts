/** What stands in a field for an identifier, or for data of a person, that is not there. */
import { hash } from 'node:crypto'
import { isIP } from 'node:net'
import { lazily } from '../lazily.js'
import type { Kind } from '../model.js'

const SHORTEST = 4
const WORDS = /^(undefined|null|none|empty|unknown|anonymous|\(?not[ _-]?set\)?|true|false|\[object \w+\])$/i
const ERASED = /^(markup_redacted|redacted|deleted|removed|[0-]+|x+|tv\.1)$/i
/** Templates that nobody filled in: `{search_term_string}`, `[%23Email address%23]`, `${id}`, `$UID`, `%%ID%%`, `<id>`. */
const TEMPLATE = /^(\$?\{.*\}|\[?#.*#\]?|\[.*\]|\$[A-Z_]+|%[A-Z_]+%|%%.*%%|__[A-Z_]+__|<.*>|\{\{.*\}\})$/

/**
 * Digests that stand in captures of unrelated sites, so that they name nobody: a default of Snapchat's and one of
 * Pinterest's. Of both only the beginning is known.
 */
const CONSTANT = /^(fff)?7b7416ec1|^24aba99b/i
const digestsOfNothing = lazily((): ReadonlySet<string> => new Set(['md5', 'sha1', 'sha256', 'sha512'].flatMap((algorithm) =>
  ['', 'undefined', 'null', 'none', ' '].map((nothing) => hash(algorithm, nothing)))))

/** Whether it is the digest of nothing, in small letters. */
function isOfNothing(text: string): boolean {
  return /^[0-9a-f]{32,128}$/.test(text) && digestsOfNothing().has(text)
}

/** Whether a value, encoded or not, says nothing: empty, too short, a template, the digest of nothing. */
export function isPlaceholder(value: string, kind: Kind): boolean {
  const text = decoded(value).trim()
  if (text.length < SHORTEST || WORDS.test(text) || ERASED.test(text) || TEMPLATE.test(text)) return true
  if (CONSTANT.test(text) || isOfNothing(text.toLowerCase().replace(/^fff(?=[0-9a-f]{32})/, ''))) return true
  // `ip=true1`, a version number or a flag is no address.
  return kind === 'network.ip' && isIP(text.replace(/^\[|\]$|:\d+$/g, '')) === 0 && isIP(text) === 0
}

/** At most twice percent-encoded. */
function decoded(value: string): string {
  let text = value
  for (let times = 0; times < 2 && text.includes('%'); times++) {
    try {
      text = decodeURIComponent(text)
    } catch {
      // No percent-encoding after all: it is judged as it stands.
      break
    }
  }
  return text
}

/** Whether a value in a field for data of a person is some: a digest, an address with its sign, the digits of a telephone number. */
export function saysPerson(value: string, kind: Kind): boolean {
  const text = decoded(value)
  if (looksHashed(text)) return true
  if (kind === 'identity.email') return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)
  return kind === 'identity.phone' && (text.match(/\d/g)?.length ?? 0) >= 7 && /^[\d\s()+./-]+$/.test(text)
}

/** Hexadecimal or base64 of a digest's length; of Google the digest that its list calls that of an e-mail address. */
export function looksHashed(value: string): boolean {
  const hex = /^(?:fff)?((?:[0-9a-f]{8}){4,16})$/i.exec(value)?.[1] ?? ''
  return [32, 40, 64, 96, 128].includes(hex.length) || /^[\w+/-]{43}=?$/.test(value) || /^tv\.1~(?:.*~)?em\.[\w-]{43}=?(?:~|$)/.test(value)
}
