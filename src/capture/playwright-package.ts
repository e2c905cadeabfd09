/**
 * Which Playwright is meant. A project may hold two: that of its `@playwright/test`, in there, and another one beside it.
 * A process of the runner must load its own, and refuses a second; elsewhere it is the one that tattle was installed with,
 * or that the project has.
 */
import { realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { TattleError } from '../errors.js'

const RUNNER = /[\\/](?:@playwright[\\/]test|playwright)[\\/](?!.*[\\/]node_modules[\\/])/

/** `require` as the package itself has it: `require('playwright/test')`. Throws `usage` where there is none. */
export function requireOfPlaywright(): NodeJS.Require {
  const found = seekPlaywright()
  if (found !== undefined) return found
  throw new TattleError('usage', 'Playwright is not installed here, which records; run "npm install --save-dev @playwright/test" (1.63 or newer).')
}

/** As `requireOfPlaywright`; undefined where there is none. */
export function seekPlaywright(): NodeJS.Require | undefined {
  const started = realPath(process.argv[1] ?? '')
  const places = [...(RUNNER.test(started) ? [started] : []), import.meta.url, join(process.cwd(), 'package.json')]
  for (const place of places) {
    const found = packageSeenFrom(place)
    if (found !== undefined) return createRequire(found)
  }
  return undefined
}

function packageSeenFrom(place: string): string | undefined {
  const test = resolved(place, '@playwright/test/package.json')
  return resolved(place, 'playwright/package.json') ?? (test === undefined ? undefined : resolved(test, 'playwright/package.json'))
}

function resolved(place: string, name: string): string | undefined {
  try {
    return createRequire(place).resolve(name)
  } catch {
    return undefined // not there
  }
}

function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path // `node -e` has none
  }
}
