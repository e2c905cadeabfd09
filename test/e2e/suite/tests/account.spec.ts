import { expect, test } from './fixtures'

test('signs in', async ({ page, account, greeting }) => {
  await account.signIn('mara.lindner@example.org', 'Hunde-sind-toll-7', '482915', process.env.SHOP_API_KEY ?? 'K-0815-park')
  await expect(page.getByRole('heading', { name: greeting })).toBeVisible()
})
