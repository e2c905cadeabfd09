/** What a test does that keeps traffic from being seen, or makes it another than a visitor's. One sentence each. */
import { existsSync, readFileSync } from 'node:fs'
import type { BrowserContextOptions } from 'playwright/test'
import { listOf, toRecord } from '../../shapes.js'
import type { ApiCall } from './calls.js'

/** Names of cookies and storage keys in which consent platforms keep a choice. */
const CONSENT_NAME = new RegExp('consent|^euconsent|^optanon|didomi|^usercentrics|^uc_|borlabs|klaro|axeptio|' +
  'cookie-?_?(?:accept|choice|control|law|polic|settings|yes|script|info|banner|hint)|^cookies?_?allowed|tarteaucitron|^cmplz|' +
  '^_iub_cs|^fccdcf|^gdpr|^tcf|einwilligung|consentement', 'i')

/** How the sentence begins for a browser that is not recorded, whatever else is. */
export const OWN_BROWSER = 'The test starts or connects to a browser of its own'

/** What pages send with, where a script gives it another meaning. */
const SENDING = /(?<!\b(?:const|let|var) )\b(sendBeacon|fetch|XMLHttpRequest|WebSocket|EventSource|Image)\b(?:["'`]\s*,|\s*=(?![=>]))/
/** A script that stores something under a name of its own. */
const STORING = /\.setItem\(|document\.cookie\s*=|localStorage(?:\.\w+|\[[^\]]*\])\s*=(?!=)/

/** Commands of the debugging protocol that do what a route does, or what `setOffline` does. */
const STOPPING: ReadonlySet<unknown> = new Set(['Network.setBlockedURLs', 'Fetch.enable', 'Network.setRequestInterception'])
const CONDITIONS: ReadonlySet<unknown> = new Set(['Network.emulateNetworkConditions', 'Network.emulateNetworkConditionsByRule'])
/** Those that open what Playwright may not know of. */
const OPENING: ReadonlySet<unknown> = new Set(['Target.createTarget', 'Target.createBrowserContext'])
const SCRIPTS = 'Emulation.setScriptExecutionDisabled'

/** The sentence for a call, or null. */
export function blindSpotOf(call: ApiCall): string | null {
  const { type, method, params, location } = call.type === 'CDPSession' ? withoutProtocol(call) : call
  const where = location === '' ? '' : ` (${location.replace(/^.*[\\/]/, '').replace(/:\d+$/, '')})`
  const patterns = patternsIn(params)
  if (method === 'setNetworkInterceptionPatterns' && patterns.length > 0) {
    return `The test answers or stops requests itself${where}: ${patterns.slice(0, 5).join(', ')}. What the site would ` +
      'have sent and received there was not seen.'
  }
  if (method === 'setWebSocketInterceptionPatterns' && patterns.length > 0) {
    return `The test answers WebSockets itself${where}: ${patterns.slice(0, 5).join(', ')}. Their frames were not seen.`
  }
  if (/^(?:BrowserType|Electron|Android)/.test(type) && /^(?:launch|connect)/.test(method)) {
    return `${OWN_BROWSER}${where}, and what that sent was not seen.`
  }
  if (type === 'BrowserContext' && method === 'addCookies') {
    const names = consentNames(Array.isArray(params['cookies']) ? params['cookies'] as unknown[] : [])
    return names.length === 0 ? null : presetChoice(names, `The test sets${where}`)
  }
  if (method === 'addInitScript' || method === 'evaluateExpression') {
    const { source = '', expression = '', arg } = params
    const given = JSON.stringify(toRecord(arg)['value'] ?? null)
    return spotOfScript(`${String(source)}${String(expression)} ${given}`, where, method === 'addInitScript')
  }
  if (type === 'BrowserContext' && method === 'setOffline' && params['offline'] === true) {
    return `The test takes the browser offline${where}, and what the site would have sent then was not seen.`
  }
  if (OPENING.has(method)) {
    return `The test opens pages over the debugging protocol${where}, and not all that these sent may have been seen.`
  }
  if (method === 'clockPauseAt') {
    return `The test stops the clock of its pages${where}, and what they would have sent later was not seen.`
  }
  if (method === SCRIPTS && params['value'] === true) {
    return `The test switches scripts off${where}, and what they would have sent was not seen.`
  }
  return null
}

/** A command of the debugging protocol as the call of Playwright's that does the same; others as they are. */
function withoutProtocol(call: ApiCall): ApiCall {
  const { method: command } = call.params
  const params = toRecord(call.params['params'])
  if (STOPPING.has(command)) {
    const { patterns, urlPatterns, urls } = params
    const all = command === 'Fetch.enable' && patterns === undefined ? [{}] : [...listOf(patterns), ...listOf(urlPatterns), ...listOf(urls)]
    const globs = all.map((one) => ({ glob: typeof one === 'string' ? one : toRecord(one)['urlPattern'] }))
    return { ...call, method: 'setNetworkInterceptionPatterns', params: { patterns: globs } }
  }
  if (command === SCRIPTS || OPENING.has(command)) return { ...call, method: String(command), params }
  return CONDITIONS.has(command) ? { ...call, type: 'BrowserContext', method: 'setOffline', params } : call
}

/** One sentence for each thing that a context starts with or without. */
export function blindSpotsOfOptions(options: BrowserContextOptions): string[] {
  const { storageState, javaScriptEnabled, serviceWorkers, offline } = options
  return [
    presetConsent(storageState),
    javaScriptEnabled === false ? 'The test runs without JavaScript, and what scripts would have sent was not seen.' : null,
    serviceWorkers === 'block' ? 'The test runs without service workers, and what they would have sent was not seen.' : null,
    offline === true ? 'The test begins offline, and what the site would have sent then was not seen.' : null,
  ].filter((spot) => spot !== null)
}

/** The sentence for a state that a context starts with, or null. */
export function presetConsent(state: BrowserContextOptions['storageState']): string | null {
  const whole = typeof state === 'string' ? readState(state) : state
  if (typeof whole !== 'object' || whole === null) return null
  const { cookies, origins } = whole as { cookies?: unknown; origins?: unknown }
  const stored = Array.isArray(origins)
    ? (origins as { localStorage?: unknown }[]).flatMap(({ localStorage }) =>
        Array.isArray(localStorage) ? localStorage as unknown[] : [])
    : []
  const names = consentNames([...Array.isArray(cookies) ? cookies as unknown[] : [], ...stored])
  return names.length === 0 ? null : presetChoice(names, 'The state that the test starts from holds')
}

/** The sentence for a script that the test runs in its pages, or null. `before`: ahead of those of the site. */
function spotOfScript(script: string, where: string, before: boolean): string | null {
  const [, sending] = before ? SENDING.exec(script) ?? [] : []
  if (sending !== undefined) return `The test puts its own ${sending} into the pages${where}, and what they would have sent by it may be missing.`
  if (!STORING.test(script)) return null
  const literals = [...script.matchAll(/["'`]([\w.-]{2,60})(?=["'`=])/g)].map(([, name]) => ({ name }))
  const names = consentNames(literals)
  return names.length === 0 ? null : presetChoice(names, `The test sets${where}`)
}

function presetChoice(names: readonly string[], lead: string): string {
  return `${lead} a consent choice already (${names.slice(0, 3).join(', ')}), so what the site sends before a visitor ` +
    'has chosen, or after another choice, was not seen.'
}

function consentNames(list: readonly unknown[]): string[] {
  return list.flatMap((one) => {
    const name = typeof one === 'object' && one !== null ? (one as { name?: unknown }).name : undefined
    return typeof name === 'string' && CONSENT_NAME.test(name) ? [name.slice(0, 60)] : []
  })
}

function readState(file: string): unknown {
  if (!existsSync(file)) return null
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown
  } catch {
    return null // Playwright says what is wrong with it
  }
}

function patternsIn(params: ApiCall['params']): string[] {
  const list = Array.isArray(params['patterns']) ? params['patterns'] as Record<string, unknown>[] : []
  return list.map(({ glob, regexSource }) => {
    if (typeof glob === 'string') return glob.slice(0, 80)
    return typeof regexSource === 'string' ? `/${regexSource.slice(0, 80)}/` : 'all that a function chooses'
  })
}
