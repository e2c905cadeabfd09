/** What the command line says of the visitor's device and place, as options of a Playwright context. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { devices, type BrowserContextOptions } from 'playwright/test'
import { TattleError } from '../errors.js'

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

/** Throws `usage` for a device that Playwright does not know, or a state that is not there. */
export function contextOptionsOf(options: Emulation): BrowserContextOptions {
  const device = options.device === undefined ? undefined : devices[options.device]
  if (options.device !== undefined && device === undefined) {
    throw new TattleError('usage', `Playwright knows no device "${options.device}"; names are like "Pixel 7".`)
  }
  if (options.storageState !== undefined && !existsSync(options.storageState)) {
    throw new TattleError('usage', `The file ${options.storageState}, which --storage-state names, does not exist.`)
  }
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

/** Reads `52.52,13.405`. Throws `usage`. */
export function toPosition(text: string): { latitude: number; longitude: number } {
  const [latitude = Number.NaN, longitude = Number.NaN] = text.split(',').map(Number)
  if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) return { latitude, longitude }
  throw new TattleError('usage', `--geolocation takes latitude,longitude in degrees, as in 52.52,13.405; "${text}" is not that.`)
}
