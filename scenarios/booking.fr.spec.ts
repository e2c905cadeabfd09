/**
 * A booking on the French site: a woman whose period is late looks for a gynaecologist.
 */
import { expect, test, type Persona } from 'tattle/playwright'

test.use({
  locale: 'fr-FR',
  personaFile: 'personas/fr-ivg.json',
  scenario: {
    sideEffects: ['holds-slot', 'books', 'sends-message'],
    consent: {
      accept: 'role=button[name="Tout accepter"]',
      reject: 'role=button[name="Continuer sans accepter"]',
      withdraw: ['role=button[name="Paramètres de confidentialité"]', 'role=button[name="Continuer sans accepter"]'],
    },
  },
})

test('Prendre rendez-vous', async ({ page, persona, sideEffect }) => {
  const value = (kind: keyof Persona['values']): string => persona.values[kind]?.[0] ?? ''

  await test.step('Ouvrir la page d’accueil', async () => {
    await page.goto('/')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  })

  await test.step('Chercher le symptôme', async () => {
    await page.getByLabel('Spécialité ou symptôme').fill(value('health.search'))
    await page.getByLabel('Ville', { exact: true }).fill('Lyon')
    await page.locator(`input[name="insuranceSector"][value="${value('health.insurance')}"]`).check()
    await page.getByRole('button', { name: 'Rechercher' }).click()
    await page.waitForURL('**/*searchTerm=*')
  })

  await test.step('Choisir un cabinet dans les résultats', async () => {
    await page.getByRole('link', { name: `Voir le profil: ${value('health.practitioner')}` }).click()
    await expect(page.getByRole('heading', { level: 1, name: value('health.practitioner') })).toBeVisible()
    await page.waitForLoadState()
  })

  await test.step('Commencer la réservation', async () => {
    await page.getByRole('link', { name: 'Prendre rendez-vous' }).click()
    await page.waitForURL('**/booking/motives?*')
  })

  await test.step('Choisir le motif', async () => {
    await page.getByRole('link', { name: value('health.reason') }).click()
    await page.waitForURL('**/booking/availabilities?*')
  })

  await test.step('Choisir l’horaire', async () => {
    await sideEffect('holds-slot', async () => {
      await page.locator(`button[name="slot"][value="${value('health.appointment')}"]`).click()
      await page.waitForURL('**/booking/patient?*')
    })
  })

  await test.step('Remplir les coordonnées', async () => {
    await page.getByLabel('Prénom et nom').fill(value('identity.name'))
    await page.getByLabel('Date de naissance').fill(value('identity.birthdate'))
    await page.getByLabel('Adresse e-mail').fill(value('identity.email'))
    await page.getByLabel('Numéro de téléphone').fill(value('identity.phone'))
  })

  await test.step('Confirmer le rendez-vous', async () => {
    await sideEffect('books', () => sideEffect('sends-message', async () => {
      await page.getByRole('button', { name: 'Confirmer le rendez-vous' }).click()
      await page.waitForURL('**/booking/confirmation?*')
    }))
    await expect(page.getByRole('heading', { level: 1, name: 'Votre rendez-vous est confirmé' })).toBeVisible()
  })
})
