/**
 * Keeps what recurs: which value reached which recipient in which field, how often, from how many pages, where.
 *
 * It is a fold beside detection, for what no single request can tell: that a value is an identifier because it comes
 * back, that an id stands for a term which the site's own data name later. Only values that can be either are kept.
 */
import { createByteMemo } from '../byte-memo.js'
import type { Diagnostic, Exchange, Field, Part, Recipient } from '../model.js'
import { eachLeaf, type Leaf } from './leaves.js'
import { identifiersIn, looksLikeIdentifier, normaliseField } from './normalise.js'
import type { Occurrence } from './occurrences.js'
import { ObservationTable, type Sent } from './table.js'

export type { Occurrence }

/** One value in one field of one recipient. */
export interface Observation {
  readonly recipient: Recipient
  readonly part: Part
  /** Normalised. */
  readonly field: string
  /** Normalised name right at the value: of a parameter within an address, of a property. Else the field's own. */
  readonly key: string
  /** SHA-256 of the decoded value's UTF-8 bytes, in hex; made when it is asked for. */
  readonly digest: string
  /** Such digests of its parts that look like identifiers by themselves: see `identifiersIn`. */
  readonly parts: readonly string[]
  /** The decoded value, at most its first 200 characters. */
  readonly value: string
  /** By its looks: see `looksLikeIdentifier`. */
  readonly identifier: boolean
  /** Encodings peeled, outermost first. */
  readonly layers: readonly string[]
  readonly count: number
  /** Distinct pages that it was sent from, as far as the capture names them; at most 100. */
  readonly pages: number
  readonly firstEntry: number
  readonly lastEntry: number
  /** Milliseconds since 1970; NaN where the entry has no time. */
  readonly firstAt: number
  readonly lastAt: number
  /** The first 50, and after them one a second. */
  readonly occurrences: readonly Occurrence[]
}

export interface Observer {
  see(exchange: Exchange, recipient: Recipient): void
  observations(): Observation[]
  /** Longer values that look like no id, where they were asked for. */
  texts(): Observation[]
  /** Says so, once each, where a bound was reached. */
  diagnostics(): Diagnostic[]
}

/** Bounds of memory; the defaults hold some 20 MB at worst. */
export interface ObserverBounds {
  /** Observations of values that look like identifiers or are such by signature. */
  readonly identifiers?: number
  /** Observations of other short values with a digit. */
  readonly ids?: number
  /** Observations of longer values that look like neither, for a comparison: 0. */
  readonly texts?: number
}

export function createObserver(bounds: ObserverBounds = {}): Observer {
  const most = { identifiers: bounds.identifiers ?? 50_000, ids: bounds.ids ?? 50_000, texts: bounds.texts ?? 0 }
  const table = new ObservationTable()
  /** Those of them that are `texts`. */
  const texts = new Set<number>()
  const names = new Map<string, string>()
  const pages = new Map<string, number>()
  const counts = { identifiers: 0, ids: 0, texts: 0 }
  const refused = new Map<string, number>()
  const remembered = createByteMemo<FieldKey, Remembered>({ longest: rememberedEach, most: rememberedMost, isSame })
  let taken: Taken[] = []

  return {
    see(exchange, recipient) {
      if (exchange.ofBrowser === true || exchange.delivery === 'attempted') return
      const abroad = isAbroad(exchange, recipient)
      const sent: Sent = { entry: exchange.entry, at: exchange.startedAt, page: pageOf(exchange.pageUrl) }
      for (const field of exchange.fields) {
        if (!isObserved(field, abroad)) continue
        if (field.value.length > fieldMost) {
          refuse('observe-field-too-long', exchange.entry)
          continue
        }
        const { all, leaves } = leavesOf(sent, recipient, field)
        for (const leaf of leaves) count(field, leaf, sent)
        if (!all) refuse('observe-field-too-many-values', exchange.entry)
      }
    },
    observations: () => table.all().filter((_, number) => !texts.has(number)),
    texts: () => [...texts].map((number) => table.at(number)),
    diagnostics: () => [...refused].map(([code, entry]) => ({ code, entry, message: sentences[code] ?? code })),
  }

  /** The same bytes in the same field of the same recipient have the same values. */
  function leavesOf(sent: Sent, recipient: Recipient, field: Field): Remembered {
    const key: FieldKey = { recipient, part: field.part, name: field.name }
    const known = remembered.get(field.value, key)
    if (known !== undefined) return known
    taken = []
    const all = eachLeaf(field.value, field.name, (leaf) => take(sent, recipient, field, leaf))
    const made: Remembered = { all, leaves: taken }
    remembered.set(field.value, key, () => made, ({ leaves }) => 150 + field.name.length + 80 * leaves.length)
    return made
  }

  function take(sent: Sent, recipient: Recipient, { part }: Field, leaf: Leaf): void {
    const { text } = leaf
    if (text.length > valueMost || text === '') return
    const marked = isMarked(recipient, part, leaf.path)
    // Most values are words and flags, and cost nothing further.
    const isText = most.texts > 0 && text.length >= textLeast
    if (!marked && !isText && text.length < wordMost && !/\d/.test(text)) return
    const value = isAscii(text) ? text : Buffer.from(text, 'latin1').toString('utf8')
    const identifier = looksLikeIdentifier(value)
    const isId = identifier || marked || isShortId(value) || (part === 'cookie' && identifiersIn(value).length > 0)
    if ((!isId && !isText) || secret.test(leaf.key)) return
    const field = nameOf(leaf.path)
    const place = `${recipient.domain}\n${recipient.rule}\n${part}\n${field}\n${leaf.key}`
    let number = table.find(place, text)
    if (number < 0) {
      const budget = identifier || marked ? 'identifiers' : isId ? 'ids' : 'texts'
      const where = { recipient, part, field, key: nameOf(leaf.key) }
      if (counts[budget] < most[budget]) number = table.add(place, where, text, leaf.layers, identifier, sent)
      if (number < 0) return refuse(`observe-${budget}-full`, sent.entry)
      counts[budget] += 1
      if (budget === 'texts') texts.add(number)
    }
    taken.push({ number, path: leaf.path, start: leaf.start, end: leaf.end })
  }

  /** Normalised; paths are few, and come again with each entry. */
  function nameOf(path: string): string {
    const known = names.get(path)
    if (known !== undefined) return known
    const name = normaliseField(path)
    if (names.size < namesMost) names.set(path, name)
    return name
  }

  function count(field: Field, { number, path, start, end }: Taken, sent: Sent): void {
    table.count(number, sent)
    const isKept = table.addOccurrence(number, sent, field.pointer, field.offset + start, field.offset + end, field.part, path)
    if (!isKept) refuse('observe-occurrences-full', sent.entry)
  }

  function refuse(code: string, entry: number): void {
    if (!refused.has(code)) refused.set(code, entry)
  }

  function pageOf(url: string | undefined): number {
    if (url === undefined) return -1
    const known = pages.get(url)
    if (known !== undefined) return known
    if (pages.size >= pageUrlsMost) return -1
    pages.set(url, pages.size)
    return pages.size - 1
  }
}

/** A value of a field that is kept. */
interface Taken {
  readonly number: number
  readonly path: string
  readonly start: number
  readonly end: number
}

/** Where bytes mean the same. */
type FieldKey = Pick<Field, 'part' | 'name'> & { readonly recipient: Recipient }

function isSame(one: FieldKey, other: FieldKey): boolean {
  return one.recipient === other.recipient && one.part === other.part && one.name === other.name
}

interface Remembered {
  /** All values of the field were looked at. */
  readonly all: boolean
  readonly leaves: readonly Taken[]
}


const fieldMost = 1 << 20
const valueMost = 1_024
/** Shorter than any identifier of letters alone. */
const wordMost = 16
/** Shorter ones are switches and the names of variants, which may differ by chance between a few walks. */
const textLeast = 10
const pageUrlsMost = 10_000
const namesMost = 20_000
/** Bytes of fields whose values are remembered: of one, and in all. */
const rememberedEach = 4_096
const rememberedMost = 4 << 20

const sentences: Readonly<Record<string, string>> = {
  'observe-identifiers-full': 'More different identifiers than are kept: from this entry on new ones were left out.',
  'observe-ids-full': 'More different short ids than are kept: from this entry on new ones were left out.',
  'observe-texts-full': 'More different longer values than are compared with the control walk: from this entry on new ones were left out.',
  'observe-occurrences-full': 'Values stand in more places than are kept: of those that came first from this entry on none was.',
  'observe-field-too-long': 'A field of more than 1 MB was not looked through for recurring values.',
  'observe-field-too-many-values': 'A field holds more values than are looked at: the rest of it was not observed.',
}

const abroadParts: ReadonlySet<Part> = new Set(['query', 'body', 'path', 'websocket'])

/** Fields that may hold what lets somebody in, as a LeadiD token does not: not kept, not even as a digest. */
const secret = /pass(word|wd|phrase)|secret|authori[sz]ation|access_?token|(?<!lead)id_?token|refresh_?token|csrf|xsrf|api_?key/i

function isObserved(field: Field, abroad: boolean): boolean {
  // A parameter or cookie that is called so names no visitor, even where it recurs.
  if (field.name === '(name)') return false
  // Cookies of the site itself are where an identifier starts that others receive later.
  if (field.part === 'cookie') return true
  return abroad && abroadParts.has(field.part)
}

/** False where a request plainly stays with the site of its page. Where no page is known, it may go abroad. */
function isAbroad(exchange: Exchange, recipient: Recipient): boolean {
  if (recipient.rule !== 'registrable-domain' || recipient.via !== 'direct') return true
  const page = hostOf(exchange.pageUrl ?? exchange.frameUrl ?? '')
  return page === '' || !(page === exchange.domain || page.endsWith(`.${exchange.domain}`))
}

function hostOf(url: string): string {
  return /^https?:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:\s]*)/i.exec(url.slice(0, 2_048))?.[1]?.toLowerCase() ?? ''
}

function isAscii(text: string): boolean {
  return !/[\x80-\xff]/.test(text)
}

function isMarked(recipient: Recipient, part: Part, path: string): boolean {
  const { fields } = recipient
  if (fields === undefined) return false
  const name = (part === 'cookie' ? `cookie:${path}` : path).replace(/\[\d+\]/g, '[]')
  return Object.hasOwn(fields, name) && fields[name]?.kind !== undefined
}

/** What a site's own data may later name: a number or a token with a digit in it. */
function isShortId(value: string): boolean {
  if (value.length > 64 || /^\d$|^\d*\.\d+$/.test(value)) return false
  return /^[A-Za-z0-9][\w.:-]*$/.test(value) && /\d/.test(value)
}
