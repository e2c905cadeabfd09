import { expect, test, type Page } from '@playwright/test'

const TOKEN = process.env.SHOP_API_TOKEN ?? 'none'
const CODE = '480273'

async function send(page: Page): Promise<void> {
  await page.getByRole('button').click()
  await expect(page.getByRole('heading')).toHaveText('Mein Konto')
}

for (const [how, type] of Object.entries<(page: Page) => Promise<void>>({
  'fills': (page) => test.step('with Laternen%fest 17', () => page.getByLabel('Passwort').fill('Laternen%fest 17')),
  'presses in sequence': (page) => page.getByLabel('Passwort').pressSequentially('Zwiebel$kuchen-42'),
  'types on the keyboard': async (page) => {
    await page.getByLabel('Passwort').click()
    await page.keyboard.type('Quitten/gelee-77')
  },
  'inserts': async (page) => {
    await page.getByLabel('Passwort').focus()
    await page.keyboard.insertText('Birnen+mus-3000')
  },
  'sets by script': async (page) => {
    await page.locator('#p').evaluate((field: HTMLInputElement, value) => {
      field.value = value
      field.dispatchEvent(new Event('input', { bubbles: true }))
    }, 'Evaluiert&gesetzt-8')
  },
})) {
  test(`a password: ${how}`, async ({ page }) => {
    await page.goto('/login')
    await page.getByLabel('E-Mail').fill('hanna.kern@example.org')
    await type(page)
    await send(page)
  })
}

for (const [how, type] of Object.entries<(page: Page) => Promise<void>>({
  'fills each box': async (page) => {
    for (const [at, digit] of [...CODE].entries()) await page.getByLabel(`Ziffer ${at + 1}`).fill(digit)
  },
  'presses key after key': async (page) => {
    await page.getByLabel('Ziffer 1').focus()
    for (const digit of CODE) await page.keyboard.press(digit)
  },
  'presses in sequence': (page) => page.getByLabel('Ziffer 1').pressSequentially(CODE),
})) {
  test(`a code: ${how}`, async ({ page }) => {
    await page.goto('/code')
    await type(page)
    await send(page)
  })
}

test('a token of the environment: in addresses, headers, storage, steps, names of pictures', async ({ page, context }, info) => {
  await context.setExtraHTTPHeaders({ 'x-api-key': TOKEN })
  await test.step(`enters with ${TOKEN}`, async () => { await page.goto(`/?t=${encodeURIComponent(TOKEN)}#${btoa(TOKEN)}`) })
  await page.evaluate((token) => {
    localStorage.setItem('auth', token)
    sessionStorage.setItem(token, '1')
    document.cookie = `k=${encodeURIComponent(token)}`
  }, TOKEN)
  await page.screenshot({ path: info.outputPath(`${encodeURIComponent(TOKEN)}.png`) })
  await page.getByLabel('Suche').fill('Fußpilzcreme')
  await page.getByRole('button').click()
  await expect(page.getByRole('heading')).toHaveText('Treffer')
})
