/** What is used of Playwright, of the one that is meant (playwright-package.ts). */
import type * as Playwright from 'playwright/test'
import { requireOfPlaywright } from './playwright-package.js'

export const {
  _android, _electron, chromium, defineConfig, devices, errors, expect, firefox, mergeExpects, mergeTests, request, selectors,
  test, webkit,
} = requireOfPlaywright()('playwright/test') as typeof Playwright
