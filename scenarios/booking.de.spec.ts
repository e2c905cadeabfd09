/**
 * A booking on the German site: a man with a complaint that he would tell nobody looks for a urologist.
 */
import { expect, test, type Persona } from 'tattle/playwright'

test.use({
  locale: 'de-DE',
  personaFile: 'personas/de-vasektomie.json',
  scenario: {
    sideEffects: ['holds-slot', 'books', 'sends-message'],
    consent: {
      accept: 'role=button[name="Alle akzeptieren"]',
      reject: 'role=button[name="Nur notwendige"]',
      withdraw: ['role=button[name="Datenschutz-Einstellungen"]', 'role=button[name="Nur notwendige"]'],
    },
  },
})

test('Termin buchen', async ({ page, persona, sideEffect }) => {
  const value = (kind: keyof Persona['values']): string => persona.values[kind]?.[0] ?? ''

  await test.step('Startseite öffnen', async () => {
    await page.goto('/')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  })

  await test.step('Nach der Beschwerde suchen', async () => {
    await page.getByLabel('Fachgebiet oder Beschwerde').fill(value('health.search'))
    await page.getByLabel('Ort', { exact: true }).fill('Berlin')
    await page.locator(`input[name="insuranceSector"][value="${value('health.insurance')}"]`).check()
    await page.getByRole('button', { name: 'Suchen' }).click()
    await page.waitForURL('**/*searchTerm=*')
  })

  await test.step('In den Ergebnissen eine Praxis wählen', async () => {
    await page.getByRole('link', { name: `Profil ansehen: ${value('health.practitioner')}` }).click()
    await expect(page.getByRole('heading', { level: 1, name: value('health.practitioner') })).toBeVisible()
    await page.waitForLoadState()
  })

  await test.step('Die Buchung beginnen', async () => {
    await page.getByRole('link', { name: 'Termin buchen' }).click()
    await page.waitForURL('**/booking/motives?*')
  })

  await test.step('Den Besuchsgrund wählen', async () => {
    await page.getByRole('link', { name: value('health.reason') }).click()
    await page.waitForURL('**/booking/availabilities?*')
  })

  await test.step('Die Uhrzeit wählen', async () => {
    await sideEffect('holds-slot', async () => {
      await page.locator(`button[name="slot"][value="${value('health.appointment')}"]`).click()
      await page.waitForURL('**/booking/patient?*')
    })
  })

  await test.step('Die Angaben zur Person ausfüllen', async () => {
    await page.getByLabel('Vor- und Nachname').fill(value('identity.name'))
    await page.getByLabel('Geburtsdatum').fill(value('identity.birthdate'))
    await page.getByLabel('E-Mail-Adresse').fill(value('identity.email'))
    await page.getByLabel('Telefonnummer').fill(value('identity.phone'))
  })

  await test.step('Verbindlich buchen', async () => {
    await sideEffect('books', () => sideEffect('sends-message', async () => {
      await page.getByRole('button', { name: 'Termin verbindlich buchen' }).click()
      await page.waitForURL('**/booking/confirmation?*')
    }))
    await expect(page.getByRole('heading', { level: 1, name: 'Ihr Termin ist gebucht' })).toBeVisible()
  })
})
