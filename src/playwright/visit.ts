/**
 * What `tattle audit URL` does on a site that nobody wrote a scenario for: open it, read to the end, follow a few links
 * of the same site. Clicks nothing and types nothing.
 */
import type { Page } from 'playwright/test'
import { test as base } from '../capture/playwright.js'
import { isSameSite } from '../exchange/site.js'
import { createQuiet, type Quiet } from './quiet.js'

const FOLLOW = 3
/** Links that end a session, change something, or lead to no page. */
const NO_VISIT = new RegExp('log-?out|sign-?out|abmeld|d[ée]connexion|unsubscribe|delete|l[öo]sch|supprim|' +
  '\\.(?:pdf|zip|docx?|xlsx?|ics|mp[34]|jpe?g|png)$', 'i')

/** Visits a page and up to three that it links to. Throws what the first page's navigation throws. */
export async function visit(page: Page, url: string): Promise<void> {
  const quiet = createQuiet(page.context())
  await base.step('Open the page', async () => {
    await page.goto(url, { waitUntil: 'domcontentloaded' })
    await settle(page, quiet)
  })
  await base.step('Read the page', () => scroll(page, quiet))
  for (const link of await linksOf(page)) {
    await base.step(`Follow a link to ${new URL(link).pathname}`, async () => {
      await page.goto(link, { referer: page.url(), waitUntil: 'domcontentloaded' })
      await settle(page, quiet)
      await scroll(page, quiet)
    })
  }
}

async function settle(page: Page, quiet: Quiet): Promise<void> {
  // A page that never ends loading is read as it is.
  await page.waitForLoadState('load', { timeout: 15_000 }).catch(() => undefined)
  await quiet.wait(700, 6_000)
}

/** With the wheel, as a reader does, so that what loads on sight is loaded. */
async function scroll(page: Page, quiet: Quiet): Promise<void> {
  for (let screen = 0; screen < 8; screen++) {
    await page.mouse.wheel(0, 700)
    await page.waitForTimeout(120)
  }
  await quiet.wait(500, 4_000)
}

/** A few pages of the same site, each from another corner of it where there are several. */
async function linksOf(page: Page): Promise<readonly string[]> {
  const here = new URL(page.url())
  const hrefs = await page.locator('a[href]')
    .evaluateAll((links: readonly { readonly href: unknown }[]) => links.slice(0, 500).map(({ href }) => href))
  const corners = new Map<string, string>()
  for (const href of hrefs) {
    if (typeof href !== 'string' || !URL.canParse(href)) continue
    const url = new URL(href)
    if (!url.protocol.startsWith('http') || !isSameSite(url.hostname, here.hostname)) continue
    if (url.pathname === here.pathname || NO_VISIT.test(url.pathname)) continue
    url.hash = ''
    const corner = url.pathname.split('/').slice(0, 2).join('/')
    if (!corners.has(corner)) corners.set(corner, url.href)
  }
  return [...corners.values()].slice(0, FOLLOW)
}
