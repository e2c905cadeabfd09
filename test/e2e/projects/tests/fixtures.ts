import { expect as baseExpect, mergeExpects, mergeTests, test as base, type Locator } from 'playwright/test'
import { BookingPage } from '@pages/booking'

const withPages = base.extend<{ booking: BookingPage }>({
  booking: async ({ page }, use) => { await use(new BookingPage(page)) },
})
const withTenant = base.extend<object, { tenant: string }>({
  tenant: [async ({ browser }, use, info) => {
    const page = await browser.newPage() // as a suite does that makes an account for each worker
    await page.goto(info.project.use.baseURL ?? '')
    await page.close()
    await use(`tenant-${info.workerIndex}`)
  }, { scope: 'worker' }],
})
const withContext = base.extend({
  context: async ({ context }, use) => {
    await context.addInitScript(() => { Object.assign(globalThis, { e2e: true }) })
    await use(context)
  },
})

export const test = mergeTests(withPages, withTenant, withContext)
export const expect = mergeExpects(baseExpect.extend({
  async toSay(locator: Locator, text: string) {
    await baseExpect(locator).toHaveText(text)
    return { pass: true, message: () => '', name: 'toSay' }
  },
}))
