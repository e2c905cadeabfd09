/** What the text alone says of a vocabulary word that was found in it. */
import type { Layer } from '../decode/peel.js'
import type { AffixReader, AffixWord } from './affix.js'
import { isEdgeBefore, isEdgeBehind, isInHost } from './boundary.js'
import { endsElsewhere } from './elsewhere.js'
import type { Needle } from './needles.js'
import { isInName, isInSelector, isInToken, isNoise, isOfTwoNames } from './noise.js'

/** Words so short are only believed in text. */
const SHORT_WORD = 6
/** And so short ones not where letters are exchanged: `rien` is `Evra` there. */
const SHORT_READING = 8
/** The bit that tells small letters of ASCII from capital ones. */
const SMALL = 0x20

/**
 * Whether the needle found at `[start, end)` is the word there, and none that only holds it or is spelt alike. Of a piece
 * of a word `affixWord` says the rest.
 */
export function isWord(needle: Needle, layer: Layer, start: number, end: number): boolean {
  const { bytes } = layer
  if (end - start < SHORT_READING && isReading(layer)) return false
  if (end - start < SHORT_WORD && (isNoise(bytes, start, end) || isOddlySpelt(needle.term.value, bytes, start))) return false
  if (isOfTwoNames(needle.term.value, bytes, start, end) || isInSelector(bytes, start, end)) return false
  if ((needle.affix || end - start < SHORT_READING) && isInToken(bytes, start, end)) return false
  if (needle.strength !== 'strong' && isOutOfPlace(needle, bytes, start, end)) return false
  return needle.affix !== undefined || !(isInCompound(needle, layer, start, end) && endsElsewhere(bytes, end))
}

export function isInCompound({ compound }: Needle, { bytes }: Layer, start: number, end: number): boolean {
  return compound && !(isEdgeBefore(bytes, start) && isEdgeBehind(bytes, end))
}

/** The word of which the needle is the beginning or the end. */
export function affixWord(
  needle: Needle, layer: Layer, start: number, end: number, readAffix: AffixReader,
): AffixWord | undefined {
  return isReading(layer) ? undefined : readAffix(needle, layer.bytes, start, end)
}

function isOutOfPlace({ term, strength }: Needle, bytes: Uint8Array, start: number, end: number): boolean {
  if (strength === 'harmless') return false
  return isInHost(bytes, start) || isSpeltDown(term.value, bytes, start) || isInName(bytes, start, end)
}

/** Whether each letter stands for another one, so that every word reads as some other. */
function isReading({ decoder }: Layer): boolean {
  return decoder === 'rot13' || decoder === 'substitution'
}

/** `IST` is an acronym of French, `ist` a word of German: an everyday acronym counts in capitals only. */
function isSpeltDown(word: string, text: Uint8Array, start: number): boolean {
  return /^[A-Z]{2,5}$/.test(word) && text[start] !== word.charCodeAt(0)
}

/** An acronym is written in capitals or in small letters, not as `IRm`. */
function isOddlySpelt(word: string, text: Uint8Array, start: number): boolean {
  if (!/^[A-Z]{2,5}$/.test(word)) return false
  const cases = text[start]! & SMALL
  for (let at = start + 1; at < start + word.length; at++) if ((text[at]! & SMALL) !== cases) return true
  return false
}
