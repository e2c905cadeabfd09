import { chromium, expect, test, type Page } from 'playwright/test'

test('two users', async ({ browser, page }) => {
  await page.goto('/dashboard')
  const guest = await (await browser.newContext({ storageState: undefined })).newPage()
  await guest.goto('/dashboard')
  await expect(guest.getByRole('heading')).toHaveText('Bitte anmelden')
})

test.describe.serial('one page for all', () => {
  let page: Page
  test.beforeAll(async ({ browser }) => {
    page = await browser.newPage()
    await page.goto('/booking')
  })
  test.afterAll(async () => { await page.close() })
  test('types', async () => { await page.getByLabel('Grund').fill('Nierensteine') })
  test('sends', async () => {
    await page.getByRole('button', { name: 'Buchen' }).click()
    await expect(page.getByRole('heading')).toHaveText('Gebucht')
  })
})

test.describe.serial('never closed', () => {
  let page: Page
  test.beforeAll(async ({ browser }) => {
    page = await (await browser.newContext()).newPage()
    await page.goto('/booking')
  })
  test('sends', async () => {
    await page.getByLabel('Grund').fill('Gallensteine')
    await page.getByRole('button', { name: 'Buchen' }).click()
  })
})

test('asks the interface only', async ({ request }) => {
  expect((await request.get('/api/slots')).ok()).toBeTruthy()
})

test('is expected to fail', async ({ page }) => {
  test.fail()
  await page.goto('/')
  expect(1).toBe(2)
})

test('starts a browser of its own', async ({ launchOptions }) => {
  const own = await chromium.launch(launchOptions)
  await own.close()
})
