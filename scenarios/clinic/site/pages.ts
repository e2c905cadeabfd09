/** The pages of the booking, as HTML. */
import { html, type Markup } from '../html.js'
import type { Language, Motive, Practitioner, Speciality } from '../languages/language.js'
import { page, type Visit } from './layout.js'

export interface Results {
  readonly speciality: Speciality
  readonly place: { readonly slug: string; readonly name: string }
  readonly searchTerm: string
  readonly insurance: string
}

export function homePage(visit: Visit, missed?: string): string {
  const { texts, places, insurances } = visit.language
  return page(visit, {
    title: texts.tagline,
    content: html`<h1>${texts.searchTitle}</h1>
<p class="lead">${texts.searchLead}</p>
${missed === undefined ? null : html`<p class="card" role="status">${texts.noResults}</p>`}
<form class="search card" action="/search" method="get">
  <label>${texts.what}<input name="query" required maxlength="100" autocomplete="off"
    placeholder="${texts.whatHint}" value="${missed ?? ''}"></label>
  <label>${texts.where}<input name="place" required maxlength="100" autocomplete="off"
    placeholder="${places[0]?.name}"></label>
  <fieldset><legend>${texts.insurance}</legend>
    ${insurances.map(({ value, label }, at) => html`<label>
      <input type="radio" name="insuranceSector" value="${value}"${at === 0 ? checked : null}> ${label}</label>`)}
  </fieldset>
  <button>${texts.search}</button>
</form>`,
  })
}

const checked: Markup = { markup: ' checked' }

export function resultsPage(visit: Visit, { speciality, place, searchTerm, insurance }: Results): string {
  const { texts, practitioners } = visit.language
  const found = practitioners.filter((each) => each.speciality === speciality.slug && each.place === place.slug)
  return page(visit, {
    title: texts.resultsFor(speciality.name, place.name),
    searchTerm,
    content: html`<h1>${texts.resultsFor(speciality.name, place.name)}</h1>
<p class="lead">${texts.resultsCount(found.length, searchTerm)}</p>
${found.map((practitioner) => html`<article class="card result">
  <div><h2>${practitioner.name}</h2><span class="badge">${speciality.name}</span><p>${practitioner.street}</p></div>
  <a class="button" href="${profilePath(practitioner)}?insuranceSector=${encodeURIComponent(insurance)}"
    aria-label="${texts.profile}: ${practitioner.name}">${texts.profile}</a>
</article>`)}`,
  })
}

export function profilePath(practitioner: Practitioner): string {
  return `/${practitioner.speciality}/${practitioner.place}/${practitioner.slug}`
}

export function practitionerPage(
  visit: Visit, practitioner: Practitioner, speciality: Speciality, insurance: string,
): string {
  const { texts } = visit.language
  const query = `specialityId=${speciality.id}&telehealth=false&placeId=${practitioner.placeId}` +
    `&insuranceSectorEnabled=true&insuranceSector=${encodeURIComponent(insurance)}` +
    '&isNewPatient=true&bookingFunnelSource=profile'
  return page(visit, {
    title: `${practitioner.name}, ${speciality.name}`,
    schema: {
      '@context': 'https://schema.org', '@type': 'Physician', name: practitioner.name,
      medicalSpecialty: speciality.name, address: practitioner.street,
    },
    content: html`<h1>${practitioner.name}</h1>
<p class="lead"><span class="badge">${speciality.name}</span></p>
<section class="card"><h2>${texts.about}</h2><p>${practitioner.about}</p></section>
<section class="card"><h2>${texts.address}</h2><p>${practitioner.street}</p></section>
<a class="button" href="${profilePath(practitioner)}/booking/motives?${query}">${texts.book}</a>`,
  })
}

function steps(language: Language, current: number): Markup {
  const items = language.texts.steps.map((step, at) => html`<li${at === current ? currentStep : null}>${step}</li>`)
  return html`<ol class="steps">${items}</ol>`
}

const currentStep: Markup = { markup: ' aria-current="step"' }

/** `query` is what came with the page, still encoded, to be carried on. */
export function motivesPage(visit: Visit, practitioner: Practitioner, speciality: Speciality, query: string): string {
  const { texts } = visit.language
  return page(visit, {
    title: `${texts.book}: ${practitioner.name}`,
    content: html`${steps(visit.language, 0)}<h1>${texts.motivesTitle}</h1>
<p class="lead">${texts.motivesLead}</p>
<ul class="choices" id="motives" data-api="/api/motives?specialityId=${speciality.id}" data-minutes="${texts.minutes}"
  data-next="${profilePath(practitioner)}/booking/availabilities?${query}"></ul>`,
  })
}

export function slotsPage(visit: Visit, practitioner: Practitioner, motive: Motive): string {
  const { language } = visit
  const days = [...new Set(language.slots.map((slot) => slot.slice(0, 10)))]
  return page(visit, {
    title: `${language.texts.book}: ${practitioner.name}`,
    content: html`${steps(language, 1)}<h1>${language.texts.slotsTitle}</h1>
<p class="lead">${motive.name}. ${language.texts.slotsLead}</p>
${days.map((day) => html`<section class="card day"><h2>${sayDay(language, day)}</h2><form method="post">
  ${language.slots.filter((slot) => slot.startsWith(day)).map((slot) => html`<button class="quiet" name="slot"
    value="${slot}" aria-label="${sayDay(language, day)}, ${slot.slice(11)}">${slot.slice(11)}</button>`)}
</form></section>`)}`,
  })
}

export function patientPage(visit: Visit, practitioner: Practitioner, motive: Motive, slot: string): string {
  const { language } = visit
  const { texts } = language
  return page(visit, {
    title: `${texts.book}: ${practitioner.name}`,
    content: html`${steps(language, 2)}<h1>${texts.patientTitle}</h1>
<p class="lead">${texts.patientLead}</p>
<div class="card">${summary(language, practitioner, motive, slot)}</div>
<form class="patient card" id="patient" method="post">
  <label>${texts.name}<input name="name" autocomplete="name" required maxlength="200"></label>
  <label>${texts.birthdate}<input name="birthdate" type="date" autocomplete="bday" required></label>
  <label>${texts.email}<input name="email" type="email" autocomplete="email" required maxlength="200"></label>
  <label>${texts.phone}<input name="phone" type="tel" autocomplete="tel" required maxlength="40"></label>
  <button>${texts.confirm}</button>
</form>`,
  })
}

export interface Booking {
  readonly reference: string
  readonly name: string
  readonly email: string
  readonly slot: string
  readonly practitioner: Practitioner
  readonly motive: Motive
}

export function confirmationPage(visit: Visit, booking: Booking): string {
  const { language } = visit
  const { texts } = language
  return page(visit, {
    title: texts.confirmedTitle,
    content: html`${steps(language, 3)}<h1>${texts.confirmedTitle}</h1>
<p class="lead">${texts.confirmedLead(booking.name, booking.email)}</p>
<div class="card">${summary(language, booking.practitioner, booking.motive, booking.slot, booking.reference)}</div>`,
  })
}

export function missingPage(visit: Visit): string {
  const { texts } = visit.language
  const content = html`<h1>${texts.notFound}</h1><p><a href="/">${texts.back}</a></p>`
  return page(visit, { title: texts.notFound, content })
}

function summary(
  language: Language, practitioner: Practitioner, motive: Motive, slot: string, reference?: string,
): Markup {
  const { texts } = language
  return html`<dl>
  <dt>${texts.withDoctor}</dt><dd>${practitioner.name}</dd>
  <dt>${texts.reason}</dt><dd>${motive.name}</dd>
  <dt>${texts.appointment}</dt><dd>${sayDay(language, slot.slice(0, 10))}, ${slot.slice(11)}</dd>
  ${reference === undefined ? null : html`<dt>${texts.reference}</dt><dd>${reference}</dd>`}
</dl>`
}

function sayDay(language: Language, day: string): string {
  return new Intl.DateTimeFormat(language.locale, { dateStyle: 'full', timeZone: 'UTC' })
    .format(new Date(`${day}T00:00:00Z`))
}
