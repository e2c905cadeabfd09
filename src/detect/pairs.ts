/**
 * Two everyday words that say something together: a part of the body and what may be wrong with it or done to it
 * (`fracture de la jambe`, `kidney failure`, `Schmerzen im Knie`). Neither counts by itself. In a path two weak words
 * are such a pair too (`/bladder-disorders/`), for nothing but them tells what the path is about.
 */
import type { Layer } from '../decode/peel.js'
import { byLayer, withoutVoicedOver, type Hit } from './hits.js'
import { toPlainText } from './spelling.js'
import { BODY_PART, toWordTerm } from './words.js'

const WIDEST_GAP = 24
const SMALL_WORDS = `
  a above after against an and around at behind below between both bottom down for from front her his in inner inside
  into left little lower middle my near of on or one outer outside right side sole the through tip to top under upper
  when while with without your
  à après au aux chez contre d dans de des du en et l la le les leur ma mes mon ou par pour sa sans ses son sous sur un
  une vos votre
  am an auf bei beim das dem den der des die durch ein eine einer eines für gegen gesamten ganzen ihre ihrer im in mein
  meine meiner mit nach oder ohne und vom von zur
`.trim().split(/\s+/).join('|')
/** Blanks in all their spellings, and up to five small words. */
const GAP = new RegExp(`^([\\s_+,:&-]|%20)*((${SMALL_WORDS})([\\s_+'’-]|%20)+){0,5}$`, 'i')

/** The words without the paired ones; where two of these stand together, one weak word for both. */
export function withPairs(words: readonly Hit[]): Hit[] {
  if (!words.some((hit) => isPaired(hit) || hit.field.part === 'path')) return [...words]
  const made: Hit[] = []
  const used = new Set<Hit>()
  for (const [layer, list] of byLayer(words)) {
    const sorted = list.filter(({ needle }) => needle.strength === 'paired' || needle.strength === 'weak')
    sorted.sort((a, b) => a.start - b.start)
    for (let at = 0; at + 1 < sorted.length; at++) {
      const [first, second] = [sorted[at]!, sorted[at + 1]!]
      if (!fit(first, second) || !isGap(layer, first.end, second.start)) continue
      made.push(toPair(layer, first, second))
      used.add(first).add(second)
      at++
    }
  }
  const alone = words.filter((hit) => !isPaired(hit) && !used.has(hit))
  // A pair that is only seen once more is decoded stands over the word of it that shows before.
  return made.length === 0 ? alone : withoutVoicedOver([...alone, ...made], [], made)
}

/** Of the words of a field in the order in which they were found, those that may be one of a pair. The last one's neighbour may be still to come. */
export function mayBePaired(words: readonly Hit[]): Hit[] {
  const fits = (one: Hit | undefined, other: Hit | undefined): boolean => one !== undefined && other?.layer === one.layer &&
    (other.start < one.end || (fit(one, other) && isGap(one.layer, one.end, other.start)))
  return words.filter((hit, at) => !isPaired(hit) || at === words.length - 1 || fits(words[at - 1], hit) || fits(hit, words[at + 1]))
}

const isPaired = ({ needle }: Hit): boolean => needle.strength === 'paired'
const isPart = ({ needle }: Hit): boolean => needle.term.category === BODY_PART

/** A part of the body and anything but another one; or something that may be wrong, and a word that is weak by itself. */
function fit(first: Hit, second: Hit): boolean {
  if (first.field !== second.field) return false
  if (!isPaired(first) && !isPaired(second)) {
    return first.field.part === 'path' && first.needle.term.id !== second.needle.term.id
  }
  return isPart(first) !== isPart(second) || isPaired(first) !== isPaired(second)
}

function isGap({ bytes }: Layer, start: number, end: number): boolean {
  if (end <= start || end - start > WIDEST_GAP) return false
  return GAP.test(Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('utf8').normalize('NFC'))
}

function toPair(layer: Layer, first: Hit, second: Hit): Hit {
  const { bytes } = layer
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + first.start, second.end - first.start).toString('utf8')
  const { needle } = isPart(first) ? second : first
  const term = toWordTerm(toPlainText(text.replace(/%20|[_+-]/g, ' ')).toLowerCase(), { ...needle.term, ambiguity: 'weak' })
  return {
    ...first, end: second.end, certainty: 'exact',
    needle: { ...needle, term, strength: 'weak', telling: true, rule: `${first.needle.rule} + ${second.needle.rule}` },
  }
}
