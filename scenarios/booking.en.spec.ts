/**
 * A booking on the English site: a man who fears an infection looks for a sexual health clinic.
 */
import { expect, test, type Persona } from 'tattle/playwright'

test.use({
  locale: 'en-GB',
  personaFile: 'personas/en-pep.json',
  scenario: {
    sideEffects: ['holds-slot', 'books', 'sends-message'],
    consent: {
      accept: 'role=button[name="Accept all"]',
      reject: 'role=button[name="Only what is needed"]',
      withdraw: ['role=button[name="Privacy settings"]', 'role=button[name="Only what is needed"]'],
    },
  },
})

test('Book an appointment', async ({ page, persona, sideEffect }) => {
  const value = (kind: keyof Persona['values']): string => persona.values[kind]?.[0] ?? ''

  await test.step('Open the start page', async () => {
    await page.goto('/')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  })

  await test.step('Search for the concern', async () => {
    await page.getByLabel('Speciality or concern').fill(value('health.search'))
    await page.getByLabel('Town', { exact: true }).fill('Bristol')
    await page.locator(`input[name="insuranceSector"][value="${value('health.insurance')}"]`).check()
    await page.getByRole('button', { name: 'Search' }).click()
    await page.waitForURL('**/*searchTerm=*')
  })

  await test.step('Choose a clinic from the results', async () => {
    await page.getByRole('link', { name: `View profile: ${value('health.practitioner')}` }).click()
    await expect(page.getByRole('heading', { level: 1, name: value('health.practitioner') })).toBeVisible()
    await page.waitForLoadState()
  })

  await test.step('Begin the booking', async () => {
    await page.getByRole('link', { name: 'Book an appointment' }).click()
    await page.waitForURL('**/booking/motives?*')
  })

  await test.step('Choose the reason for the visit', async () => {
    await page.getByRole('link', { name: value('health.reason') }).click()
    await page.waitForURL('**/booking/availabilities?*')
  })

  await test.step('Choose the time', async () => {
    await sideEffect('holds-slot', async () => {
      await page.locator(`button[name="slot"][value="${value('health.appointment')}"]`).click()
      await page.waitForURL('**/booking/patient?*')
    })
  })

  await test.step('Fill in the personal details', async () => {
    await page.getByLabel('Full name').fill(value('identity.name'))
    await page.getByLabel('Date of birth').fill(value('identity.birthdate'))
    await page.getByLabel('E-mail address').fill(value('identity.email'))
    await page.getByLabel('Phone number').fill(value('identity.phone'))
  })

  await test.step('Confirm the booking', async () => {
    await sideEffect('books', () => sideEffect('sends-message', async () => {
      await page.getByRole('button', { name: 'Confirm the booking' }).click()
      await page.waitForURL('**/booking/confirmation?*')
    }))
    await expect(page.getByRole('heading', { level: 1, name: 'Your appointment is booked' })).toBeVisible()
  })
})
