/** The site's own server: from a request to a page, a redirect, or the JSON of its API. */
import { randomBytes } from 'node:crypto'
import { findMotive, findSpeciality, fold } from '../languages/index.js'
import type { Practitioner } from '../languages/language.js'
import { bodyText, type Received } from '../log.js'
import type { Answer } from '../trackers/tracker.js'
import type { Visit } from './layout.js'
import {
  confirmationPage, homePage, missingPage, motivesPage, patientPage, practitionerPage, profilePath, resultsPage,
  slotsPage, type Booking,
} from './pages.js'

/** Bookings that were made, newest last; the oldest go when there are too many. */
export interface Bookings {
  add(booking: Booking): void
  get(reference: string): Booking | undefined
}

export function createBookings(): Bookings {
  const kept = new Map<string, Booking>()
  return {
    add(booking) {
      kept.set(booking.reference, booking)
      const oldest = kept.keys().next()
      if (kept.size > 1000 && oldest.done !== true) kept.delete(oldest.value)
    },
    get: (reference) => kept.get(reference),
  }
}

export function answerSite(received: Received, visit: Visit, bookings: Bookings): Answer {
  const url = new URL(received.url)
  const { language } = visit
  const [first, second, third, fourth, fifth, ...rest] = url.pathname.split('/').slice(1)
  if (first === '') return document(homePage(visit))
  if (first === 'search' && second === undefined) return search(url, visit)
  if (first === 'api' && second === 'motives') return motivesApi(url, visit)

  const speciality = language.specialities.find(({ slug }) => slug === first)
  const place = language.places.find(({ slug }) => slug === second)
  if (speciality === undefined || place === undefined || rest.length > 0) return document(missingPage(visit), 404)
  const insurance = url.searchParams.get('insuranceSector') ?? language.insurances[0]?.value ?? ''
  if (third === undefined) {
    const searchTerm = url.searchParams.get('searchTerm') ?? speciality.name
    return document(resultsPage(visit, { speciality, place, searchTerm, insurance }))
  }
  const practitioner = language.practitioners
    .find((each) => each.slug === third && each.speciality === speciality.slug && each.place === place.slug)
  if (practitioner === undefined) return document(missingPage(visit), 404)
  if (fourth === undefined) return document(practitionerPage(visit, practitioner, speciality, insurance))
  if (fourth !== 'booking') return document(missingPage(visit), 404)
  if (fifth === 'motives') return document(motivesPage(visit, practitioner, speciality, url.search.slice(1)))
  return booking(received, url, visit, practitioner, fifth ?? '', bookings)
}

function booking(
  received: Received, url: URL, visit: Visit, practitioner: Practitioner, step: string, bookings: Bookings,
): Answer {
  const { language } = visit
  const motive = findMotive(language, Number(url.searchParams.get('motiveIds[]')))
  if (motive === undefined) return document(missingPage(visit), 404)
  const form = new URLSearchParams(received.method === 'POST' ? bodyText(received) : '')
  if (step === 'availabilities') {
    const slot = form.get('slot')
    if (slot === null || !language.slots.includes(slot)) return document(slotsPage(visit, practitioner, motive))
    return redirect(`${profilePath(practitioner)}/booking/patient${url.search}&slot=${encodeURIComponent(slot)}`)
  }
  const slot = url.searchParams.get('slot') ?? ''
  if (!language.slots.includes(slot)) return document(missingPage(visit), 404)
  if (step === 'patient') {
    const name = form.get('name')?.slice(0, 200) ?? ''
    const email = form.get('email')?.slice(0, 200) ?? ''
    if (name === '' || email === '') return document(patientPage(visit, practitioner, motive, slot))
    const reference = `TH-${randomBytes(4).toString('hex').toUpperCase()}`
    bookings.add({ reference, name, email, slot, practitioner, motive })
    return redirect(`${profilePath(practitioner)}/booking/confirmation${url.search}&booking=${reference}`)
  }
  const made = bookings.get(url.searchParams.get('booking') ?? '')
  if (step !== 'confirmation' || made === undefined) return document(missingPage(visit), 404)
  return document(confirmationPage(visit, made))
}

function search(url: URL, visit: Visit): Answer {
  const { language } = visit
  const query = (url.searchParams.get('query') ?? '').trim().slice(0, 100)
  const wanted = fold(url.searchParams.get('place') ?? '')
  const speciality = findSpeciality(language, query)
  const place = language.places.find(({ name }) => fold(name) === wanted)
  if (speciality === undefined || place === undefined) return document(homePage(visit, query))
  const insurance = url.searchParams.get('insuranceSector') ?? ''
  return redirect(`/${speciality.slug}/${place.slug}?searchTerm=${encodeURIComponent(query)}` +
    `&insuranceSector=${encodeURIComponent(insurance)}`)
}

function motivesApi(url: URL, visit: Visit): Answer {
  const speciality = visit.language.specialities.find(({ id }) => String(id) === url.searchParams.get('specialityId'))
  return {
    status: speciality === undefined ? 404 : 200,
    type: 'application/json; charset=utf-8',
    body: JSON.stringify({
      specialityId: speciality?.id ?? null, speciality: speciality?.name ?? null, motives: speciality?.motives ?? [],
    }),
  }
}

function document(body: string, status = 200): Answer {
  return { status, type: 'text/html; charset=utf-8', headers: { 'cache-control': 'no-store' }, body }
}

function redirect(location: string): Answer {
  return { status: 303, headers: { location } }
}
