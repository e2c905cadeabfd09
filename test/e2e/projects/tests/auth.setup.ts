import { expect, test as setup } from 'playwright/test'
import { STATE } from '../playwright.config'

setup('authenticate', async ({ page }) => {
  await page.goto('/login')
  await page.getByLabel('E-Mail').fill('petra.vogt@example.org')
  await page.locator('input').nth(1).fill(process.env.E2E_LOGIN ?? 'Sommer-2026!')
  await page.getByRole('button', { name: 'Login' }).click()
  await expect(page.getByRole('heading', { name: 'Mein Konto' })).toBeVisible()
  await page.context().storageState({ path: STATE })
})
