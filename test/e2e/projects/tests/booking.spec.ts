import { expect, test } from './fixtures'

test.describe('booking', () => {
  for (const [specialty, reason] of [['Urologie', 'Vasektomie Beratung'], ['Dermatologie', 'Muttermal prüfen']] as const) {
    test(`books ${specialty}`, async ({ booking, page, tenant }) => {
      await test.step('fill the form', async () => { await booking.book(specialty, reason) })
      await expect(page.getByRole('heading')).toSay('Gebucht')
      expect(tenant).toContain('tenant')
    })
  }
})
