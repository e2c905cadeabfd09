import type { Page } from 'playwright/test'

export class BookingPage {
  constructor(readonly page: Page) {}

  async book(specialty: string, reason: string): Promise<void> {
    await this.page.goto('/booking')
    await this.page.getByLabel('Fachgebiet').selectOption(specialty)
    await this.page.getByLabel('Grund').fill(reason)
    await this.page.getByRole('button', { name: 'Buchen' }).click()
  }
}
