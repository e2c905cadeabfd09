/**
 * Finds terms in what a request carries: each field is peeled, each layer searched for all needles at once, each hit
 * held against what stands around it; of all places of one datum one match remains.
 */
import { peel, type Layer } from '../decode/peel.js'
import type { Certainty, Diagnostic, Exchange, Field, Kind, Match, Recipient, Term } from '../model.js'
import { isTelling as isTellingAddress, toAddressForms } from './addresses.js'
import { createAffixReader, type AffixWord } from './affix.js'
import { createAutomaton } from './automaton.js'
import { endOfInflected, goesOnAsClock, goesOnAsName, isHyphenated, standsFree } from './boundary.js'
import { withClock } from './clock.js'
import { codeBehind, codeUnder } from './codes.js'
import { isCommonSurname } from './common-words.js'
import { withCompany } from './company.js'
import { createDigestSearch } from './digest-search.js'
import { audibleWords, toMatches, withoutPieces, type Hit } from './hits.js'
import { identifyField, identifyProperties, toWatch, type Watch } from './identifiers.js'
import { isOfPage, isOfTitle, isTelling, saysNothing, tellsOfHealth, tellsOtherwise, toKeyName } from './keys.js'
import { toValueNeedles, type Needle } from './needles.js'
import { joinedTo, labelsBeside, labelsOf } from './labels.js'
import { hostOfPage, hostsOfPages } from './page-url.js'
import { mayBePaired, withPairs } from './pairs.js'
import { createFieldPaths, looksLikeJson, type JsonPathAt } from './paths.js'
import { createSplitSearch, type Split } from './split.js'
import { createTraces, type Trace, type TracedLayer } from './traces.js'
import { transforms } from './transforms.generated.js'
import { endOfTyped, isTypedUnder } from './typed.js'
import type { Vocabulary } from './vocabulary.js'
import { affixWord, isInCompound, isWord } from './word-place.js'
import { toWordSearch, type WordSearch } from './word-search.js'

export interface DetectorOptions {
  readonly terms: readonly Term[]
  /** Addresses that the client is known by. Loopback is not looked for: it says nothing. */
  readonly clientIps: readonly string[]
  /** As they are written, or as the build has made them ready. */
  readonly vocabularies: readonly Vocabulary[] | WordSearch
  /** The path of a byte in JSON. Absent: matches in JSON are known by their field's name alone. */
  readonly jsonPathAt?: JsonPathAt
  /** Told of what had to be left out. */
  readonly diagnostic?: (diagnostic: Diagnostic) => void
  /** So many bytes of what was searched are remembered; 0: nothing. What is found does not depend on it. */
  readonly traceBytes?: number
}

export interface Detector {
  /**
   * The matches of one exchange, in the order of its fields. Never throws on what a site sends. `told` hears of what
   * had to be left out, instead of the detector's own listener.
   */
  detect(exchange: Exchange, recipient: Recipient, told?: (diagnostic: Diagnostic) => void): Match[]
  readonly needleCount: number
}

/** Hits of one term in one layer that are kept, and as many again of a weak word where it may count; of values in one exchange; of words in one field. */
const MOST_IN_LAYER = 64
const MOST_VALUES = 20_000
const MOST_WORDS = 2_000
const MOST_PAIRED = 500
/** Bytes of JSON that are walked for paths in one exchange; what comes behind is known by its field's name. */
const PATH_BUDGET = 32 * 1024 * 1024
const PLUS = 0x2b
const SLASH = 0x2f
/** What has a day and an hour, and of which the day alone may be any day's. */
const DAY: Kind = 'health.appointment'
/** Of what says little, the kinds that mean the visitor in the path of a page. */
const IN_PATHS = /^identity\.(name|birthdate)$/
/** Headers that say what the browser is, never what the visitor does. */
const OF_BROWSER =
  /^(user-agent|(accept|sec|if)(-.*)?|content-(type|length)|origin|host|connection|cache-control|pragma|te|dnt|:.*)$/i

export function createDetector(options: DetectorOptions): Detector {
  const terms = [...options.terms, ...toClientTerms(options.terms, options.clientIps)]
  const valueNeedles = toValueNeedles(terms)
  const valueSearch = createAutomaton(valueNeedles.map((needle) => needle.bytes))
  const digestSearch = createDigestSearch(terms, transforms)
  const splitSearch = createSplitSearch(terms)
  /** Needles are numbered: spellings of values, digests of values, words. */
  const digestsFrom = valueNeedles.length
  const wordsFrom = digestsFrom + digestSearch.count
  const wordSearch = 'needleAt' in options.vocabularies ? options.vocabularies : toWordSearch(options.vocabularies)
  const readAffix = createAffixReader(wordSearch.modifiers)
  const watches = new WeakMap<object, { readonly watch: Watch | undefined }>()
  const nowhere: Layer = { bytes: new Uint8Array(0), parent: undefined, decoder: '', depth: 0, start: 0, end: 0, ranges: undefined }

  // What is being searched: one exchange at a time, without a closure for each.
  let entry = 0
  let rule = ''
  let watch: Watch | undefined
  let field: Field = { part: 'path', name: '', value: nowhere.bytes, pointer: '', offset: 0 }
  let layer = nowhere
  /** Whether words count in the field; asked when one stands there. */
  let wordsWelcome: boolean | undefined
  let wordCount = 0
  let pairedCount = 0
  let isFullOfPairs = false
  let values: Hit[] = []
  let words: Hit[] = []
  let identifiers: Match[] = []
  const pathBudget = { left: PATH_BUDGET }
  let sending: Pick<Exchange, 'pageUrl' | 'pageTitle' | 'fields'> = { fields: [] }
  let pageHosts: ReadonlySet<string> | undefined
  const inLayer = new Map<string, number>()
  /** Where words of the field begin. */
  let wordsOfField = 0
  /** Of which there were more in the field than are kept. */
  const crowded = new Map<Field, Set<string>>()
  const traces = createTraces(options.traceBytes)
  let traced: TracedLayer[] = []
  let hits: number[] = []
  let affixWords: Map<number, AffixWord> | undefined
  let isTraceable = true

  let listener = options.diagnostic
  const peeling = {
    diagnostic: (one: Diagnostic): void => {
      isTraceable = false
      listener?.({ ...one, entry })
    },
  }
  const paths = createFieldPaths((json, offset) => options.jsonPathAt?.(json, offset, pathBudget))
  const pathOf = (hit: Hit): string => paths.pathAt(hit.field.name, hit.layer, hit.start)
  const keyOf = ({ field, layer, start }: Pick<Hit, 'field' | 'layer' | 'start'>): string =>
    paths.keyAt(field.name, layer, start)

  return { detect, needleCount: wordsFrom + wordSearch.needleCount }

  function detect(exchange: Exchange, recipient: Recipient, told = options.diagnostic): Match[] {
    listener = told
    entry = exchange.entry
    sending = exchange
    pageHosts = undefined
    rule = recipient.rule
    watch = watchOf(recipient)
    values = []
    words = []
    identifiers = []
    pathBudget.left = PATH_BUDGET
    crowded.clear()
    for (field of exchange.fields) {
      wordsWelcome = undefined
      wordCount = 0
      pairedCount = 0
      isFullOfPairs = false
      wordsOfField = words.length
      const identifier = watch && identifyField(field, watch, rule)
      if (identifier) identifiers.push(identifier)
      const known = traces.get(field.value)
      if (known === undefined) search(field.value)
      else if (known.length > 0) follow(known)
      const code = wordSearch.needleCount > 0 ? codeUnder(field.name, field.value) : undefined
      if (code && hasWords(field)) keepCode(code)
    }
    for (const split of splitSearch(exchange.fields)) keepPieces(split)
    const matches = values.length + words.length + identifiers.length === 0 ? [] : settle(exchange.fields)
    if ([...crowded].some(([one, terms]) => [...terms].some((id) => !matches.some(({ field, term }) => field === one && term.id === id)))) {
      told?.({
        code: 'places-bounded',
        entry,
        message: `Entry ${entry}: a word or value stands in more places of a field than are looked at, and in none of those does it ` +
          'count; what another one tells may have gone unseen.',
      })
    }
    if (pathBudget.left < 0) {
      told?.({
        code: 'paths-bounded',
        entry,
        message: `Entry ${entry}: it has more places in JSON than are followed to their names; what counts under a telling ` +
          'name only may have gone unseen.',
      })
    }
    return matches
  }

  /** Peels and searches a value, and keeps the trace of it. */
  function search(value: Uint8Array): void {
    traced = []
    isTraceable = true
    peel(value, visit, peeling)
    if (isTraceable) traces.set(value, traced)
  }

  /** Goes once more where a search of the same bytes led. */
  function follow(trace: Trace): void {
    for (const { layer: visited, hits, affixWords, isJson } of trace) {
      // Two fields with the same bytes are two layers all the same.
      layer = hits.length > 0 ? { ...visited } : visited
      if (hits.length > 0) inLayer.clear()
      for (let at = 0; at < hits.length; at += 2) accept(hits[at]!, hits[at + 1]!, affixWords?.get(at))
      if (isJson) identify()
    }
  }

  function visit(visited: Layer): void {
    layer = visited
    inLayer.clear()
    hits = []
    affixWords = undefined
    if (valueNeedles.length > 0) valueSearch.search(layer.bytes, receiveOfValue)
    digestSearch.search(layer.bytes, receiveOfDigest)
    wordSearch.search(layer.bytes, receiveOfWord)
    const isJson = looksLikeJson(layer.bytes)
    if (isJson) identify()
    if (isJson || hits.length > 0) traced.push({ layer, hits, affixWords, isJson })
  }

  function identify(): void {
    if (watch) identifyProperties(field, layer, watch, rule, paths, (match) => identifiers.push(match))
  }

  function receiveOfValue(index: number, end: number): void {
    receive(valueNeedles[index]!, index, end)
  }

  function receiveOfDigest(index: number, end: number): void {
    receive(digestSearch.needleAt(index), digestsFrom + index, end)
  }

  function receiveOfWord(index: number, end: number): void {
    receive(wordSearch.needleAt(index), wordsFrom + index, end)
  }

  function receive(needle: Needle, index: number, end: number): void {
    const start = end - needle.bytes.length
    if (!standsFree(needle.boundary, layer.bytes, start, end)) return
    // What the text alone decides stands in the trace already.
    if (needle.typed && endOfTyped(layer.bytes, start, end, needle.typed) < 0) return
    if (index >= wordsFrom && !needle.isCode && !isWord(needle, layer, start, end)) return
    let word: AffixWord | undefined
    if (needle.affix || needle.isCode) {
      word = needle.isCode ? codeBehind(layer.bytes, start, end) : affixWord(needle, layer, start, end, readAffix)
      if (!word) return
      affixWords ??= new Map()
      affixWords.set(hits.length, word)
    }
    hits.push(index, end)
    accept(index, end, word)
  }

  function needleAt(index: number): Needle {
    if (index >= wordsFrom) return wordSearch.needleAt(index - wordsFrom)
    return index >= digestsFrom ? digestSearch.needleAt(index - digestsFrom) : valueNeedles[index]!
  }

  function accept(index: number, end: number, word: AffixWord | undefined): void {
    const needle = needleAt(index)
    const start = end - needle.bytes.length
    if (index < wordsFrom) receiveValue(needle, start, end)
    else if (wordsWelcome ??= hasWords(field)) receiveWord(needle, start, end, word)
  }

  function receiveValue(needle: Needle, start: number, end: number): void {
    if (values.length >= MOST_VALUES || !hasRoom(needle.term.id)) return leaveOut(needle.term.id)
    if (needle.typed) return receiveTyped(needle, needle.typed, start, end)
    const timed = needle.clock && withClock(layer.bytes, start, end, needle.clock)
    if (timed) return keep(values, { ...needle, strength: 'strong', partial: false }, timed.start, timed.end, 'exact')
    if (needle.strength === 'timed') return
    if (needle.strength === 'keyed') {
      const { kind } = needle.term
      if (isWordToo(needle) && isHyphenated(layer.bytes, start, end)) return
      if (kind.startsWith('health.') && isHyphenated(layer.bytes, start, end) && !tell(kind, joinedTo(layer, start, end))) return
      if (kind === DAY && goesOnAsClock(layer.bytes, end)) return
      if (kind === 'identity.name' && goesOnAsName(layer.bytes, end)) return
      if (!isTold(kind, start, end) && !isOfOwnPage(needle, start, end)) return
    }
    // The plus belongs to the number, though no form has it: as a needle it would stand for a blank.
    const hasPlus = needle.term.kind === 'identity.phone' && layer.bytes[start - 1] === PLUS
    const whole = needle.rest ? end + following(layer.bytes, end, needle.rest) : end
    keep(values, needle.rest ? withCut(needle, needle.rest, whole - end) : needle, hasPlus ? start - 1 : start, whole, needle.certainty)
  }

  function receiveTyped(needle: Needle, rest: Uint8Array, start: number, end: number): void {
    const whole = endOfTyped(layer.bytes, start, end, rest)
    if (whole >= 0 && isTypedUnder(needle.term.kind, keyOf({ field, layer, start }))) keep(values, needle, start, whole, 'inferred')
  }

  /** Whether a key or a label says what stands there. */
  function isTold(kind: Kind, start: number, end: number): boolean {
    if (isTelling(kind, keyOf({ field, layer, start }))) return true
    return tell(kind, [...labelsOf(layer, start, end), ...labelsBeside(sending.fields, field)])
  }

  /**
   * In the address of the page that sends it, a whole value that says little says what the page is about, as does the
   * day of an appointment: as a part of the path, and of health also as a parameter whose name says nothing else (`type`,
   * and not `visibility`).
   */
  function isOfOwnPage(needle: Needle, start: number, end: number): boolean {
    const { term: { kind }, partial } = needle
    if (isWordToo(needle)) return false
    const isHealth = kind.startsWith('health.')
    if (isHealth ? partial && kind !== DAY : !IN_PATHS.test(kind)) return false
    const isInPath = layer.bytes[start - 1] === SLASH
    const key = keyOf({ field, layer, start })
    if (tellsOtherwise(kind, key) || (!isInPath && !(isHealth && saysNothing(key)))) return false
    const host = hostOfPage(layer.bytes, start, end)
    if (host === undefined) return false
    pageHosts ??= hostsOfPages(sending)
    return pageHosts.has(host)
  }

  function receiveWord(needle: Needle, start: number, end: number, word: AffixWord | undefined): void {
    if (wordCount >= MOST_WORDS || !hasRoomFor(needle, start)) return leaveOut((word ?? needle).term.id)
    if (word) return receiveAffix(needle, word)
    if (needle.strength === 'paired') pairedCount++
    else wordCount++
    const isInside = isInCompound(needle, layer, start, end)
    const whole = needle.boundary === 'inflected' ? endOfInflected(layer.bytes, end) : end
    keep(words, needle, start, whole, isInside ? 'inferred' : needle.certainty)
  }

  function receiveAffix(needle: Needle, word: AffixWord): void {
    if (!hasRoom(word.term.id)) return leaveOut(word.term.id)
    wordCount++
    keep(words, { ...needle, term: word.term, strength: word.strength }, word.start, word.end, needle.certainty)
  }

  /** Of the field as a whole. */
  function keepCode(term: Term): void {
    const needle: Needle = {
      term, transforms: [], bytes: field.value, boundary: 'none', strength: 'strong', certainty: 'exact', partial: false, compound: false,
      rule: 'vocabulary:codes',
    }
    words.push({ needle, field, layer: { ...nowhere, bytes: field.value }, start: 0, end: field.value.length, certainty: 'exact' })
  }

  /** Each piece stands for the value; where one of them was found by itself, nothing more is to be said. */
  function keepPieces({ term, fields }: Split): void {
    if (values.some((hit) => hit.needle.term === term && fields.includes(hit.field))) return
    for (const piece of fields) {
      const { value } = piece
      const needle: Needle = {
        term, transforms: [], bytes: value, boundary: 'none', strength: 'strong', certainty: 'exact', partial: false, compound: false,
        rule: `${term.source} in pieces`,
      }
      values.push({ needle, field: piece, layer: { ...nowhere, bytes: value }, start: 0, end: value.length, certainty: 'exact' })
    }
  }

  function hasRoom(term: string): boolean {
    return (inLayer.get(term) ?? 0) < MOST_IN_LAYER
  }

  /** Of a weak word, which counts in some places only, those that do not may not take the room of those that do. */
  function hasRoomFor({ term: { id }, strength }: Needle, start: number): boolean {
    if (strength === 'paired') return hasRoomForPaired(id)
    const count = inLayer.get(id) ?? 0
    if (count < MOST_IN_LAYER || strength !== 'weak' || count >= 2 * MOST_IN_LAYER) return count < MOST_IN_LAYER
    const key = keyOf({ field, layer, start })
    return tellsOfHealth(key) || isOfPage(key) || isOfTitle(key)
  }

  /** Where there is none, those of the field that stand alone make room, unless that was of little use before. */
  function hasRoomForPaired(id: string): boolean {
    const isRoom = (part: number): boolean => pairedCount < MOST_PAIRED / part && (inLayer.get(id) ?? 0) < MOST_IN_LAYER / part
    if (isRoom(1) || isFullOfPairs) return isRoom(1)
    const all = words.splice(wordsOfField)
    const kept = new Set(mayBePaired(all))
    for (const hit of all) {
      const { term } = hit.needle
      if (kept.has(hit)) words.push(hit)
      else pairedCount--
      if (!kept.has(hit) && hit.layer === layer) inLayer.set(term.id, inLayer.get(term.id)! - 1)
    }
    isFullOfPairs = !isRoom(2)
    return isRoom(1)
  }

  function leaveOut(term: string): void {
    const terms = crowded.get(field) ?? new Set()
    crowded.set(field, terms.add(term))
  }

  function keep(list: Hit[], needle: Needle, start: number, end: number, certainty: Certainty): void {
    inLayer.set(needle.term.id, (inLayer.get(needle.term.id) ?? 0) + 1)
    list.push({ needle, field, layer, start, end, certainty })
  }

  function settle(fields: readonly Field[]): Match[] {
    const valueHits = withoutPieces(values)
    const wordHits = withCompany(withPairs(audibleWords(words, valueHits)), valueHits, keyOf)
    const found = toMatches([...valueHits, ...wordHits], pathOf)
    const isKnown = ({ field, term }: Match): boolean =>
      found.some((one) => one.field === field && one.term.kind === term.kind)
    const matches = [...found]
    const seen = new Set<string>()
    for (const identifier of identifiers) {
      const key = JSON.stringify([identifier.term.id, identifier.field.part, identifier.fieldPath])
      if (seen.has(key) || isKnown(identifier)) continue
      seen.add(key)
      matches.push(identifier)
    }
    return matches.sort((a, b) => fields.indexOf(a.field) - fields.indexOf(b.field) || a.start - b.start)
  }

  function watchOf({ fields }: Recipient): Watch | undefined {
    if (!fields) return undefined
    const known = watches.get(fields)
    if (known) return known.watch
    const made = { watch: toWatch(fields) }
    watches.set(fields, made)
    return made.watch
  }
}

/** A surname that is a word of addresses and titles: `PAGE_VIEW`, `/page/2` say nothing of Sam Page. */
function isWordToo({ term: { kind }, bytes }: Needle): boolean {
  return kind === 'identity.name' && isCommonSurname(Buffer.from(bytes).toString())
}

/** Whether one of the labels says that what stands there is of the kind. */
function tell(kind: Kind, labels: readonly string[]): boolean {
  return labels.some((label) => isTelling(kind, toKeyName(label)))
}

/** A digest that was cut short says after how many of its digits. */
function withCut(needle: Needle, rest: Uint8Array, count: number): Needle {
  const shown = needle.bytes.length
  return count === rest.length ? needle : { ...needle, rule: `${needle.rule}, the first ${shown + count} of ${shown + rest.length} digits` }
}

/** How many digits of `rest`, small or capital, stand from `at` on. */
function following(text: Uint8Array, at: number, rest: Uint8Array): number {
  let count = 0
  while (count < rest.length && ((text[at + count] ?? 0) | 0x20) === (rest[count]! | 0x20)) count++
  return count
}

/** A name that a programmer gave (`therapyId`) says what the site does, not what its visitor has. */
function hasWords({ part, name, value }: Field): boolean {
  if (part === 'host') return false
  if (name === '(name)') return !isGiven(value)
  return !(part === 'header' && OF_BROWSER.test(name))
}

const LONGEST_NAME = 40

function isGiven(value: Uint8Array): boolean {
  const name = Buffer.from(value.buffer, value.byteOffset, Math.min(value.length, LONGEST_NAME + 1)).toString('latin1')
  return name.length <= LONGEST_NAME && /^[\w.[\]$:~-]*$/.test(name) && !/^[A-Z][a-z]{3,}$/.test(name)
}

/** The client's addresses as terms, numbered behind the persona's own. */
function toClientTerms(terms: readonly Term[], clientIps: readonly string[]): Term[] {
  const canonical = (address: string): string => toAddressForms(address)?.written[0] ?? address
  const known = terms.filter((term) => term.kind === 'network.ip').map((term) => canonical(term.value))
  const addresses = new Set(clientIps.filter(isTellingAddress).map(canonical))
  return [...addresses].filter((address) => !known.includes(address)).map((value, index) => {
    const ordinal = known.length + index
    return { id: `network.ip#${ordinal}`, kind: 'network.ip', value, source: 'client-ip', ordinal }
  })
}
