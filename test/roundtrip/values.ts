/** Values of an invented visitor, and of another one, that the properties put under encodings. */
import type { Kind } from '../../src/model.js'
import type { Persona } from '../../src/persona.js'

export interface Planted {
  readonly kind: Kind
  readonly value: string
}

const listOf = (values: Readonly<Partial<Record<Kind, readonly string[]>>>): Planted[] =>
  Object.entries(values).flatMap(([kind, list]) => list.map((value): Planted => ({ kind: kind as Kind, value })))

export const planted: readonly Planted[] = listOf({
  'health.search': ['Blasenschwäche'], 'health.specialty': ['Frauenärztin'], 'health.reason': ['Vorgespräch Vasektomie'],
  'health.insurance': ['Techniker Krankenkasse'], 'health.condition': ['dépression sévère'], 'health.medication': ['Lorazepam 2,5 mg'],
  'health.practitioner': ['Ömer Lindqvist'], 'health.appointment': ['2031-05-17T09:40'], 'identity.name': ['Jörg Weißmüller'],
  'identity.email': ['kontakt-7f@example.org'], 'identity.phone': ['+49 30 23125 017'], 'identity.birthdate': ['1974-03-09'],
  'identity.address': ['Invalidenstraße 998, 10115 Berlin'], 'identity.insurance-number': ['Q417 220 983'],
  'network.ip': ['203.0.113.77', '2001:db8:4d::9a1'],
})

export const strangers: readonly Planted[] = listOf({
  'health.search': ['Haarspange'], 'health.specialty': ['Rechtsanwältin'], 'health.reason': ['Gespräch über Schuhe'], 'health.condition': ['très grande'],
  'health.appointment': ['2031-05-18T09:40'], 'identity.name': ['Knut Petersen'], 'identity.email': ['info-8a@example.org'],
  'identity.phone': ['+49 30 23125 018'], 'identity.birthdate': ['1975-03-09'], 'identity.address': ['Lindenallee 12, 20095 Hamburg'],
  'identity.insurance-number': ['Q417 220 984'], 'network.ip': ['203.0.113.78', '2001:db8:4d::9a2'],
})

export function toPersona(list: readonly Planted[]): Persona {
  const kinds = [...new Set(list.map(({ kind }) => kind))]
  const valuesOf = (kind: Kind): string[] => list.filter((one) => one.kind === kind).map(({ value }) => value)
  return { id: 'roundtrip', locale: 'de-DE', values: Object.fromEntries(kinds.map((kind) => [kind, valuesOf(kind)])) }
}
