/** What the appointment service says and offers in one language. Practitioners, practices and patients are invented. */

export interface Motive {
  readonly id: number
  readonly categoryId: number
  readonly name: string
  readonly minutes: number
}

export interface Speciality {
  readonly id: number
  readonly slug: string
  readonly name: string
  /** Complaints that the search understands beside the name. */
  readonly words: readonly string[]
  readonly motives: readonly Motive[]
}

export interface Practitioner {
  readonly slug: string
  readonly name: string
  readonly speciality: string
  readonly place: string
  readonly street: string
  readonly placeId: string
  readonly about: string
}

export interface Choice {
  readonly value: string
  readonly label: string
}

export interface Texts {
  readonly tagline: string
  readonly skip: string
  readonly searchTitle: string
  readonly searchLead: string
  readonly what: string
  readonly whatHint: string
  readonly where: string
  readonly insurance: string
  readonly search: string
  readonly resultsFor: (speciality: string, place: string) => string
  readonly resultsCount: (count: number, term: string) => string
  readonly noResults: string
  readonly profile: string
  readonly book: string
  readonly address: string
  readonly about: string
  readonly motivesTitle: string
  readonly motivesLead: string
  readonly minutes: string
  readonly slotsTitle: string
  readonly slotsLead: string
  readonly patientTitle: string
  readonly patientLead: string
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly birthdate: string
  readonly confirm: string
  readonly confirmedTitle: string
  readonly confirmedLead: (name: string, email: string) => string
  readonly reference: string
  readonly steps: readonly [string, string, string, string]
  readonly withDoctor: string
  readonly reason: string
  readonly appointment: string
  readonly notFound: string
  readonly back: string
  readonly consentTitle: string
  readonly consentText: string
  readonly accept: string
  readonly reject: string
  readonly privacySettings: string
  readonly imprint: string
}

export interface Language {
  readonly code: LanguageCode
  readonly locale: string
  readonly timeZone: string
  /** Where the visitor of this country site is taken to come from, unless the server is told otherwise. */
  readonly visitorAddresses: readonly string[]
  readonly texts: Texts
  readonly insurances: readonly Choice[]
  readonly places: readonly { readonly slug: string; readonly name: string }[]
  readonly specialities: readonly Speciality[]
  readonly practitioners: readonly Practitioner[]
  /** Local times, in a far year: the calendar of a stand-in does not move. */
  readonly slots: readonly string[]
}

export const LANGUAGE_CODES = ['de', 'fr', 'en'] as const
export type LanguageCode = (typeof LANGUAGE_CODES)[number]
