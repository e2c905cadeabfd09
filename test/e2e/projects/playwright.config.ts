import path from 'node:path'
import { defineConfig, devices } from 'playwright/test'

const port = process.env.PORT ?? '4300'
export const STATE = path.join(__dirname, 'playwright/.auth/user.json')

export default defineConfig({
  testDir: './tests',
  fullyParallel: true,
  retries: 1,
  workers: 2,
  timeout: 60_000,
  reporter: [['list']],
  use: {
    baseURL: `http://localhost:${port}`,
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(process.env.CHROMIUM ? { executablePath: process.env.CHROMIUM } : {}),
      args: ['--host-resolver-rules=MAP *.example 127.0.0.1'],
    },
  },
  projects: [
    { name: 'setup', testMatch: /.*\.setup\.ts/ },
    { name: 'Desktop', use: { ...devices['Desktop Chrome'], storageState: STATE }, dependencies: ['setup'] },
    {
      name: 'Pixel 7', use: { ...devices['Pixel 7'], locale: 'de-DE', storageState: STATE }, dependencies: ['setup'],
      testMatch: /booking\.spec/, grep: /Urologie/,
    },
    { name: 'firefox', use: { ...devices['Desktop Firefox'], launchOptions: {} }, testMatch: /search/, retries: 0 },
  ],
  webServer: { command: 'node site/server.js', url: `http://localhost:${port}`, env: { PORT: port, CAMPAIGN: process.env.CAMPAIGN ?? '' } },
})
