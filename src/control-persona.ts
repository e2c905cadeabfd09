/**
 * The second visitor of a control walk: the same kinds, other invented values of the same form.
 *
 * What a person types freely can be invented here. What is chosen from what the site offers (speciality, reason,
 * practitioner, appointment, insurance) only the persona's author knows: under `"control"` of the persona file. Kinds
 * that neither gives stay as they are, and the walk says nothing about them.
 */
import type { Kind } from './model.js'
import type { Persona } from './persona.js'

interface Invented {
  readonly words: readonly string[]
  readonly medications: readonly string[]
  readonly names: readonly string[]
  readonly addresses: readonly string[]
}

const INVENTED: Readonly<Record<string, Invented>> = {
  de: {
    words: ['Heuschnupfen', 'Rückenschmerzen', 'Schlafstörung'], medications: ['Ibuprofen', 'Pantoprazol'],
    names: ['Annika Vossbergen', 'Torben Heidricher'], addresses: ['Ahornstieg 27, 10969 Berlin', 'Erlenpfad 5, 04317 Leipzig'],
  },
  fr: {
    words: ['Rhume des foins', 'Mal de dos', 'Insomnie'], medications: ['Ibuprofène', 'Oméprazole'],
    names: ['Clémence Aubrecourt', 'Bastien Lormenet'], addresses: ['27 allée des Érables, 75011 Paris', '5 sente du Saule, 69003 Lyon'],
  },
  en: {
    words: ['Hay fever', 'Back pain', 'Insomnia'], medications: ['Ibuprofen', 'Omeprazole'],
    names: ['Harriet Wexcombe', 'Rupert Dallowmere'], addresses: ['27 Maple Rise, London E8 4QN', '5 Willow Path, Leeds LS6 2AB'],
  },
}

/** `given`: a persona that was named for the control walk; kinds that it lacks are taken from the first. */
export function toControlPersona(persona: Persona, given: Persona | null = null): Persona {
  const values: Partial<Record<Kind, readonly string[]>> = {}
  const stated = given?.values ?? persona.control ?? {}
  for (const [kind, own] of Object.entries(persona.values) as [Kind, readonly string[]][]) {
    values[kind] = stated[kind] ?? (given === null ? own.map((value, at) => invent(kind, value, at, persona)) : own)
  }
  for (const [kind, other] of Object.entries(stated) as [Kind, readonly string[]][]) values[kind] ??= other
  return { id: given?.id ?? `${persona.id}.control`, locale: given?.locale ?? persona.locale, values }
}

function invent(kind: Kind, value: string, at: number, { locale, values }: Persona): string {
  const invented = INVENTED[locale.slice(0, 2).toLowerCase()] ?? INVENTED['en']!
  const own = Object.values(values).flat()
  const pick = (list: readonly string[]): string => {
    const fit = list.filter((one) => !own.some((text) => text.toLowerCase().includes(one.toLowerCase())))
    return fit[at % Math.max(1, fit.length)] ?? value
  }
  switch (kind) {
    case 'health.search': case 'health.condition': return pick(invented.words)
    case 'health.medication': return pick(invented.medications)
    case 'identity.name': return pick(invented.names)
    case 'identity.email': return `${toLocalPart(pick(invented.names))}@${value.split('@').at(-1) ?? 'example.org'}`
    // The last two digits: ranges that are reserved for fiction are longer than that.
    case 'identity.phone': return value.replace(/\d(\D*)\d(?=\D*$)/, (digits) => shifted(digits))
    case 'identity.birthdate': return toOtherDay(value)
    case 'identity.address': return pick(invented.addresses)
    case 'identity.insurance-number': return shifted(value)
    default: return value
  }
}

function toLocalPart(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z]+/g, '.')
}

/** Each digit three further. */
function shifted(text: string): string {
  return text.replace(/\d/g, (digit) => String((Number(digit) + 3) % 10))
}

/** Another valid day in the same notation: eleven years before, day and month another of 1 to 12. */
function toOtherDay(date: string): string {
  const groups = date.match(/\d+/g) ?? []
  const year = groups.findIndex((group) => group.length === 4)
  let at = 0
  return date.replace(/\d+/g, (group) => {
    const index = at++
    if (index === year) return String(Number(group) - 11)
    // Day and month as they may be: twelve is valid for both.
    return String(Number(group) % 12 + 1).padStart(group.length, '0')
  })
}
