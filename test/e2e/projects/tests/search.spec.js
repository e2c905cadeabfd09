const { expect, test } = require('playwright/test')

test('searches', async ({ page }) => {
  await page.goto('/')
  await page.getByLabel('Suche').fill('Hämorrhoiden')
  await page.getByLabel('Suche').press('Enter')
  await expect(page).toHaveURL(/q=/)
})
