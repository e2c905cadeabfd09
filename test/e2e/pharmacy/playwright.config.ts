import { defineConfig, devices } from '@playwright/test'

const port = process.env.PORT ?? '4400'

export default defineConfig({
  testDir: './tests',
  timeout: 60_000,
  fullyParallel: true,
  workers: 2,
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    baseURL: `http://localhost:${port}`,
    trace: 'on',
    video: 'on',
    launchOptions: {
      ...(process.env.CHROMIUM ? { executablePath: process.env.CHROMIUM } : {}),
      args: ['--host-resolver-rules=MAP *.example 127.0.0.1'],
    },
  },
  webServer: { command: 'node site/server.js', url: `http://localhost:${port}`, env: { PORT: port } },
})
