/** What the command line says of the visitor's device and place, as options of a Playwright context. */
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { BrowserContextOptions } from 'playwright/test'
import { devices } from '../capture/playwright.js'
import { TattleError } from '../errors.js'
import { isObject } from '../shapes.js'

export interface Emulation {
  /** As Playwright names it: `Pixel 7`. */
  readonly device?: string
  readonly locale?: string
  readonly timezone?: string
  readonly geolocation?: { readonly latitude: number; readonly longitude: number }
  /** Path of a file as Playwright writes it. */
  readonly storageState?: string
  readonly proxy?: string
  readonly ignoreHttpsErrors?: boolean
}

/** Throws `usage` for what Playwright or the browser would not know, which they say only when a page is opened. */
export function contextOptionsOf(options: Emulation): BrowserContextOptions {
  const device = options.device === undefined ? undefined : devices[options.device]
  if (options.device !== undefined && device === undefined) {
    throw new TattleError('usage', `Playwright knows no device "${options.device}"; names are like "Pixel 7".`)
  }
  const wrong = whyNoState(options.storageState) ?? whyNoLocale(options.locale) ?? whyNoTimezone(options.timezone) ?? whyNoProxy(options.proxy)
  if (wrong !== null) throw new TattleError('usage', wrong)
  const { defaultBrowserType: _unused, ...emulation } = device ?? { defaultBrowserType: '' }
  return {
    ...emulation,
    ...(options.locale === undefined ? {} : { locale: options.locale }),
    ...(options.timezone === undefined ? {} : { timezoneId: options.timezone }),
    ...(options.geolocation === undefined
      ? {}
      : { geolocation: { ...options.geolocation }, permissions: ['geolocation'] }),
    ...(options.storageState === undefined ? {} : { storageState: resolve(options.storageState) }),
    ...(options.proxy === undefined ? {} : { proxy: { server: options.proxy } }),
    ...(options.ignoreHttpsErrors ? { ignoreHTTPSErrors: true } : {}),
  }
}

function whyNoState(file: string | undefined): string | null {
  if (file === undefined) return null
  if (!existsSync(file)) return `The file ${file}, which --storage-state names, does not exist.`
  const isList = (value: unknown): boolean => value === undefined || Array.isArray(value)
  try {
    const state: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (isObject(state) && isList(state['cookies']) && isList(state['origins'])) return null
  } catch { /* said below */ }
  return `The file ${file}, which --storage-state names, holds no state as Playwright writes it: JSON with "cookies" and "origins".`
}

function whyNoLocale(tag: string | undefined): string | null {
  return tag === undefined || isKnown(() => Intl.getCanonicalLocales(tag)) ? null : `--locale takes a BCP 47 tag, as in de-DE; "${tag}" is none.`
}

function whyNoTimezone(timeZone: string | undefined): string | null {
  return timeZone === undefined || isKnown(() => new Intl.DateTimeFormat('en', { timeZone })) ? null :
    `--timezone takes an IANA name, as in Europe/Berlin; "${timeZone}" is none.`
}

function whyNoProxy(server: string | undefined): string | null {
  const isServer = server === undefined || /^(?:(?:https?|socks[45]):\/\/[^/\s]+\/?|[^/\s:]+:\d{1,5})$/i.test(server)
  return isServer ? null : `--proxy takes http://HOST:PORT, https://…, socks4://… or socks5://…; "${server}" is not that.`
}

function isKnown(make: () => unknown): boolean {
  try {
    make()
    return true
  } catch {
    return false
  }
}

/** Reads `52.52,13.405`. Throws `usage`. */
export function toPosition(text: string): { latitude: number; longitude: number } {
  const [latitude = Number.NaN, longitude = Number.NaN] = text.split(',').map(Number)
  if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) return { latitude, longitude }
  throw new TattleError('usage', `--geolocation takes latitude,longitude in degrees, as in 52.52,13.405; "${text}" is not that.`)
}
