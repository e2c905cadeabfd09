/**
 * Which browser records: the first that works of a fixed chain. Starts nothing and downloads nothing.
 */
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { TattleError } from '../errors.js'
import { chromium } from './playwright.js'

export interface FoundBrowser {
  /** The executable to launch. */
  readonly path: string
  /** Chrome or Edge as Playwright names them; absent for a Chromium. */
  readonly channel?: string
  /** Which link of the chain found it, in words. */
  readonly how: string
}

export interface BrowserWish {
  /** `--browser`; absent: the environment variable TATTLE_BROWSER. */
  readonly path?: string | null
  /** `--channel`: `chrome` or `msedge`. */
  readonly channel?: string | null
}

const WAYS = 'name one with --browser or TATTLE_BROWSER, run "npx playwright install chromium", install Google ' +
  'Chrome, or on Debian and Ubuntu run "apt-get install chromium"'

/**
 * The first of: the one asked for (path, then channel), Playwright's own, an installed Chrome or Edge, a Chromium of
 * the system. Throws `browser-missing` where the one asked for does not exist, or nothing was found.
 */
export function findBrowser(wish: BrowserWish = {}): FoundBrowser {
  const asked = (wish.path || process.env['TATTLE_BROWSER']) || undefined
  if (asked !== undefined) {
    const by = wish.path ? '--browser' : 'TATTLE_BROWSER'
    if (isFile(asked)) return { path: asked, how: by }
    throw new TattleError('browser-missing', `There is no browser at ${asked}, which ${by} names; ${WAYS}.`)
  }
  if (wish.channel) {
    const path = installed(wish.channel)
    if (path !== undefined) return { path, channel: wish.channel, how: '--channel' }
    throw new TattleError('browser-missing', `The channel ${wish.channel} is not installed here; ${WAYS}.`)
  }
  const own = playwrightsOwn()
  if (own !== undefined) return { path: own, how: "Playwright's own" }
  for (const channel of ['chrome', 'msedge']) {
    const path = installed(channel)
    const name = channel === 'chrome' ? 'Google Chrome' : 'Microsoft Edge'
    if (path !== undefined) return { path, channel, how: `installed ${name}` }
  }
  const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(isFile)
  if (system !== undefined) return { path: system, how: 'installed in the system' }
  throw new TattleError('browser-missing', `No browser was found; ${WAYS}.`)
}

/** Playwright throws instead of naming a path on systems that it has no build for. */
function playwrightsOwn(): string | undefined {
  try {
    const path = chromium.executablePath()
    return isFile(path) ? path : undefined
  } catch {
    return undefined
  }
}

/** Where the installers of Chrome and Edge put them. */
function installed(channel: string): string | undefined {
  const windows = ['LOCALAPPDATA', 'PROGRAMFILES', 'PROGRAMFILES(X86)'].flatMap((name) => process.env[name] ?? [])
  const places: Readonly<Record<string, readonly string[]>> = {
    chrome: [
      '/opt/google/chrome/chrome',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      ...windows.map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')),
    ],
    msedge: [
      '/opt/microsoft/msedge/msedge',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      ...windows.map((folder) => join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe')),
    ],
  }
  return places[channel]?.find(isFile)
}

function isFile(path: string): boolean {
  return path !== '' && existsSync(path) && statSync(path).isFile()
}
