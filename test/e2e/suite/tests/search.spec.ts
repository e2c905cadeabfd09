import { expect, test } from 'playwright/test'

test('finds a specialist', async ({ page }) => {
  await page.goto('/')
  await page.getByLabel('Fachgebiet').selectOption('17')
  await page.getByLabel('Beschwerden').fill('Blasenschwäche')
  await page.getByRole('button', { name: 'Suchen' }).click()
  await expect(page.getByRole('heading', { name: 'Ergebnisse' })).toBeVisible()
})

test('shows free slots', async ({ page }) => {
  await page.route('**/api/termine', (route) => route.fulfill({ json: [{ at: '09:30' }] }))
  await page.goto('/suche')
  await expect(page.getByText('3 Termine frei')).toBeVisible()
})
