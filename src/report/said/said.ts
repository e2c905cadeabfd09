/**
 * Sentences that other stages wrote into the database, which is English, told in the language of a report. A catalogue
 * holds each as a template: `{name}` stands for what differs, `{+name}` for what may itself be a sentence of a catalogue,
 * `{!name}` for what must be one, `{#name}` for what has no blank.
 *
 *     "{name}" was clicked.        „{name}“ wurde angeklickt.
 *
 * What stands in a slot may be a site's own: it is copied, never read as a template or a pattern. Each template is
 * looked for with `indexOf` from left to right, and how often one is looked for is bounded, so the work grows with the length.
 */

/** A template in every language that a report can be read in. */
export type Saying = readonly [en: string, de: string, fr: string]

/** The sentence in another language; null where no catalogue has it. */
export type Said = (english: string) => string | null

const LONGEST = 10_000
const MOST_SENTENCES = 20
const MOST_LOOKS = 500

interface Template {
  /** Stretches of text around the slots: one more than there are slots. */
  readonly literals: readonly string[]
  /** With the sign of what they take. */
  readonly slots: readonly string[]
}

export function createSaid(sayings: readonly Saying[], language: 'de' | 'fr'): Said {
  const whole = new Map<string, string>()
  const templates: (readonly [english: Template, other: Template])[] = []
  for (const [english, german, french] of sayings) {
    const from = toTemplate(english)
    const to = toTemplate(language === 'de' ? german : spaced(french))
    if (from.slots.length === 0) whole.set(english, to.literals.join(''))
    else templates.push([from, to])
  }

  let looks = 0

  function one(text: string): string | null {
    const plain = whole.get(text)
    if (plain !== undefined || ++looks > MOST_LOOKS) return plain ?? null
    for (const [from, to] of templates) {
      const values = slotsOf(text, from)
      if (values === null) continue
      return to.literals.map((literal, at) => literal + (values.get(to.slots[at] ?? '') ?? '')).join('')
    }
    return null
  }

  function slotsOf(text: string, template: Template): Map<string, string> | null {
    const values = new Map<string, string>()
    for (const [at, value] of (match(text, template) ?? []).entries()) {
      const slot = template.slots[at] ?? ''
      const told = /^[+!]/.test(slot) ? all(value) : value
      if (told === null && slot.startsWith('!')) return null
      if (slot.startsWith('#') && value.includes(' ')) return null
      values.set(slot, told ?? value)
    }
    return values.size > 0 ? values : null
  }

  /** Several sentences in a row first: a slot could swallow the end of one and the beginning of the next. */
  function all(text: string): string | null {
    let at = text.indexOf('. ')
    for (let tries = 0; at > 0 && tries < MOST_SENTENCES; tries++, at = text.indexOf('. ', at + 1)) {
      const first = one(text.slice(0, at + 1))
      const rest = first === null ? null : all(text.slice(at + 2))
      if (rest !== null) return `${first} ${rest}`
    }
    return one(text)
  }

  return (english) => {
    looks = 0
    return english.length > LONGEST ? null : all(english)
  }
}

export function toTemplate(text: string): Template {
  const parts = text.split(/\{([+!#]?\w+)\}/)
  return { literals: parts.filter((_, at) => at % 2 === 0), slots: parts.filter((_, at) => at % 2 === 1) }
}

/** What stands in the slots, or null. The shortest that fits, from the left; of the last, the rest. */
function match(text: string, { literals }: Template): string[] | null {
  const first = literals[0] ?? ''
  const last = literals.at(-1) ?? ''
  const end = text.length - last.length
  if (end < first.length || !text.startsWith(first) || !text.endsWith(last)) return null
  const found: string[] = []
  let at = first.length
  for (const literal of literals.slice(1, -1)) {
    const next = text.indexOf(literal, at)
    if (next < 0 || next + literal.length > end) return null
    found.push(text.slice(at, next))
    at = next + literal.length
  }
  return [...found, text.slice(at, end)]
}

/** French sets a space that does not break before double signs and within its quotation marks. */
export function spaced(french: string): string {
  return french.replace(/ (?=[:;?!»])/g, '\u00A0').replace(/« /g, '«\u00A0')
}
