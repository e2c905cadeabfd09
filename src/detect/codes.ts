/**
 * Codes of diagnoses and medicines: `icd=F32.1`, `/icd-code-suche/f32-1`, `"atcCode":"N06AB04"`, `pzn-01234567`. Many other
 * things are spelt as they are, so they count behind the name of the classification, or of a diagnosis, only.
 */
import type { Kind, Term } from '../model.js'
import type { AffixWord } from './affix.js'
import { toWordTerm } from './words.js'

interface Classification {
  readonly name: string
  /** What the name of a parameter or a property begins with. */
  readonly key: string
  /** What may follow that in the name. */
  readonly rest: string
  readonly code: string
  readonly kind: Kind
  readonly category: (code: string) => string
}

const CODED = '(?:[\\s_-]?(?:codes?|kodes?|ids?|suche|search|schluessel|value))*'
/** Three signs, and up to four more behind a point or without; behind them Germany says how certain the diagnosis is. */
const ICD = '[A-TV-Z]\\d[\\dAB](?:[.-]?[\\dA-K]{1,4})?[GVZ]?'
/** As it is written in full. */
const WITH_POINT = '[A-TV-Z]\\d[\\dAB](?:[.-][\\dA-K]{1,4})?[GVZ]?'

const CLASSIFICATIONS: readonly Classification[] = [
  // https://icd.who.int/browse10/2019/en
  {
    name: 'ICD', key: 'icd', rest: `(?:[\\s_-]?(?:9|10|11))?(?:[\\s_-]?(?:gm|cm|who))?${CODED}`, code: ICD,
    kind: 'health.condition', category: categoryOf,
  },
  { name: 'ICD', key: 'diagnos', rest: `(?:is|es|en?)${CODED}`, code: ICD, kind: 'health.condition', category: categoryOf },
  // Machines have their diagnostics, too: the faults of cars are `P0420`, those of appliances `E1001`.
  { name: 'ICD', key: 'diag', rest: CODED, code: WITH_POINT, kind: 'health.condition', category: categoryOf },
  // https://atcddd.fhi.no/atc/structure_and_principles/
  {
    name: 'ATC', key: 'atc', rest: CODED, code: '[A-DGHJLMNPRSV]\\d{2}[A-Z]{2}(?:\\d{2})?',
    kind: 'health.medication', category: () => 'medication',
  },
  { name: 'SNOMED', key: 'snomed', rest: `(?:[\\s_-]?ct)?${CODED}`, code: '\\d{6,18}', kind: 'health.condition', category: () => 'condition' },
  { name: 'ICPC', key: 'icpc', rest: `(?:-?[23])?${CODED}`, code: '[A-Z]\\d{2}', kind: 'health.condition', category: () => 'condition' },
  // Of a pharmacy's articles in Germany: https://www.ifaffm.de/en/ifa-codingsystem/codes-pzn-ppn-ntin.html
  { name: 'PZN', key: 'pzn', rest: CODED, code: '\\d{7,8}', kind: 'health.medication', category: () => 'medication' },
]

/** Of chapters and, where these hold several, blocks of ICD-10. */
const OF_CHAPTERS: readonly (readonly [RegExp, string])[] = [
  [/^(A5[0-9]|A6[0-4]|B2[0-4]|Z21|F52|N48|N52)/, 'sexual-health'], [/^[AB]|^U0/, 'infection'], [/^C|^D[0-4]/, 'oncology'], [/^F1/, 'addiction'],
  [/^F|^X[67]|^Z91/, 'mental-health'], [/^G/, 'neurology'], [/^H|^K0/, 'eye-ear-teeth'], [/^L/, 'dermatology'], [/^O|^Z3|^N9[1-8]/, 'reproductive-health'],
  [/^N/, 'urology'], [/^Q9/, 'genetics'], [/^R/, 'complaint'], [/^[DEIJK]/, 'internal-medicine'],
]

function categoryOf(code: string): string {
  return OF_CHAPTERS.find(([pattern]) => pattern.test(code))?.[1] ?? 'condition'
}

/** Names that the search for words looks for as well. */
export const CODE_KEYS: readonly string[] = CLASSIFICATIONS.map(({ key }) => key)

const END_OF_NAME = '\\\\*["\']?\\s*(?:[:=/\\s-]|%3A|%3D|%2F)+\\[?\\s*\\\\*["\']?'
const behind = ({ rest, code }: Classification): RegExp => new RegExp(`^(${rest}${END_OF_NAME})(${code})(?![\\w.]*\\w|-\\d)`, 'i')
const whole = ({ key, rest, code }: Classification): readonly [RegExp, RegExp] =>
  [new RegExp(`(?:^|[^a-z])${key}${rest}[\\])]*$`, 'i'), new RegExp(`^${code}$`, 'i')]
const PATTERNS = CLASSIFICATIONS.map((one) => ({ one, behind: behind(one), whole: whole(one) }))
const LONGEST = 64

/** The code behind the name that stands at `[start, end)`, if there is one. */
export function codeBehind(text: Uint8Array, start: number, end: number): AffixWord | undefined {
  const key = toText(text, start, end).toLowerCase()
  const following = toText(text, end, Math.min(text.length, end + LONGEST))
  for (const { one, behind: pattern } of PATTERNS) {
    if (one.key !== key) continue
    const [, gap = '', code = ''] = pattern.exec(following) ?? []
    if (code !== '') return { term: toTerm(one, code), strength: 'strong', start: end + gap.length, end: end + gap.length + code.length }
  }
  return undefined
}

/** The term of a field that is a code and whose name says so. */
export function codeUnder(name: string, value: Uint8Array): Term | undefined {
  // Of all of them the second sign is a digit, and of few other values.
  if (value.length > LONGEST || value[1]! < 0x30 || value[1]! > 0x39 || name.length < 3) return undefined
  const text = toText(value, 0, value.length)
  const found = PATTERNS.find(({ whole: [named, coded] }) => coded.test(text) && named.test(name))
  return found && toTerm(found.one, text)
}

function toTerm({ name, kind, category }: Classification, code: string): Term {
  const written = code.toUpperCase().replace('-', '.')
  return toWordTerm(`${name} ${written}`, { kind, category: category(written), ambiguity: 'none' })
}

function toText({ buffer, byteOffset }: Uint8Array, start: number, end: number): string {
  return Buffer.from(buffer, byteOffset + start, end - start).toString('latin1')
}
