import { expect, test } from 'playwright/test'

test('is flaky', async ({ page }) => {
  await page.goto('/flaky')
  await expect(page.getByRole('heading')).toHaveText('gut', { timeout: 500 })
})
