import { expect, mergeTests, test as base, type Page } from 'playwright/test'

class Account {
  constructor(private readonly page: Page) {}

  async signIn(email: string, password: string, code: string, key: string): Promise<void> {
    await this.page.goto('/konto')
    await this.page.getByLabel('E-Mail').fill(email)
    await this.page.getByLabel('Passwort').fill(password)
    await this.page.getByLabel('Bestätigungscode').fill(code)
    await this.page.getByLabel('Kundenschlüssel').pressSequentially(key)
    await this.page.getByRole('button', { name: 'Anmelden' }).click()
  }
}

const withAccount = base.extend<{ account: Account }>({
  account: async ({ page }, use) => { await use(new Account(page)) },
})
const withGreeting = base.extend<{ greeting: string }>({ greeting: 'Willkommen' })

export const test = mergeTests(withAccount, withGreeting)
export { expect }
