import { expect, test } from '@playwright/test'

test('finds an ointment', async ({ page }) => {
  await page.goto('/')
  await test.step('looks for Hämorrhoidensalbe', async () => {
    await page.getByLabel('Suche').fill('Hämorrhoidensalbe')
    await page.getByRole('button').click()
  })
  await expect(page.getByText('Hämorrhoidensalbe')).toHaveCount(0)
  await expect(page.getByRole('heading')).toHaveText('Treffer')
})
