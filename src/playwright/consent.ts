/**
 * Makes the choice that a capture was asked for, as a visitor would: by clicking what the banner offers. Banners that
 * autoconsent knows are its business; then come the scenario's own selectors, then the words of consent-words.ts. In
 * `no-choice` nothing is put into the page, and it is not even looked at.
 */
import type { ElementHandle, Frame, Page } from 'playwright/test'
import type { Choice } from '../capture/choice.js'
import type { CaptureManifest } from '../capture/manifest.js'
import { toMessage } from '../errors.js'
import { siteOf } from '../exchange/site.js'
import type { ConsentAt, ConsentOutcome, ConsentState } from '../model.js'
import type { Autoconsent } from './autoconsent.js'
import { findBannerInClosedRoot } from './closed-roots.js'
import { CONSENT_TOPIC, isControl, isUnmistakable, type ConsentControl } from './consent-words.js'
import { pause, type Quiet } from './quiet.js'

/** Playwright selectors of a scenario's banner, for what the words do not find. */
export interface ConsentSelectors {
  readonly accept?: string
  readonly reject?: string
  /** Clicked one after the other to take a consent back. */
  readonly withdraw?: readonly string[]
}

export interface ConsentOptions {
  /** Of this context; null or absent where none was started. */
  readonly autoconsent?: Autoconsent | null
  readonly asked: ConsentState
  readonly selectors: ConsentSelectors
  /** The browser brought cookies or storage, which may hold a choice: which one stands is not known before one is made. */
  readonly broughtState?: boolean
  /** How long a banner may take to appear. */
  readonly bannerMs?: number
  /** Runs an action under a title, so that what it causes is attributed to it. */
  readonly step: <T>(title: string, action: () => Promise<T>) => Promise<T>
  /** When an input was sent last from a time on, in wall milliseconds; the time itself where none was heard, or absent. */
  readonly inputSince?: (time: number) => number
  /** Takes a picture of the page for the proof and returns its name in the capture, or null. */
  readonly picture: (page: Page, name: string) => Promise<string | null>
}

/** The consent of one capture: what was done, and what stood when. Nothing here throws; what fails is the outcome. */
export interface Consent {
  accept(page: Page): Promise<void>
  reject(page: Page): Promise<void>
  /** Takes back what was accepted, loads the page again, and waits until what still flows has flown. */
  withdraw(page: Page, quiet: Quiet): Promise<void>
  /** Makes the choice that was asked for, at the first page. */
  choose(page: Page, quiet: Quiet): Promise<void>
  /** The same at a later page, where a banner stands that had not appeared in time. */
  chooseLate(page: Page, quiet: Quiet): Promise<void>
  /** Where such a banner stands that nobody answered, the choice has failed. Called before the site is left. */
  lookBack(page: Page): Promise<void>
  /** Names a choice that the scenario made without us. */
  note(page: Page, state: ConsentAt, detail: string): void
  record(): CaptureManifest['consent']
  /** One sentence for each page that could not be looked through for a banner. */
  blindSpots(): readonly string[]
}

export function createConsent(options: ConsentOptions): Consent {
  const brought = options.broughtState === true
  const timeline: Choice[] = [{ at: new Date().toISOString(), state: brought ? 'unknown' : 'before-choice' }]
  const proof: string[] = []
  let outcome: ConsentOutcome | null = null
  let detail = ''

  /** On the site of that page, as it is now: a click may lead elsewhere. */
  const standOn = (page: Page): ((state: Choice['state'], at?: Date) => void) => {
    const site = siteOf(page.url())
    return (state, at = new Date()) => { timeline.push({ at: at.toISOString(), state, ...site === undefined ? {} : { site } }) }
  }
  /** From when the page heard the click, else from the input that made it. */
  const sinceClick = (clicked: Clicked): Clicked => (at) =>
    clicked(new Date(options.autoconsent?.clickedSince(at.getTime()) ?? options.inputSince?.(at.getTime()) ?? at))
  const settle = (result: Attempt): void => {
    outcome = result.outcome
    detail = result.detail
  }
  /** A click that did not do what it should: which choice stands since then is not known. */
  const doubt = (since: number): void => {
    timeline.push(...timeline.splice(since).map((one): Choice => ({ ...one, state: 'unknown' })))
  }
  const withoutBanner = (): boolean => options.asked !== 'no-choice' && outcome === 'no-banner'
  /** Addresses of pages that were too large to be looked through for one. */
  const unlooked = new Set<string>()
  const tooLarge = (page: Page): unknown => unlooked.add(page.url().replace(/[?#].*$/s, ''))
  const isBannerHere = async (page: Page): Promise<boolean> => {
    const found = await isBannerOn(page, rules)
    if (found === null) tooLarge(page)
    return found === true
  }
  /** Sites on which none appeared in time. */
  const bare = new Set<string | undefined>()
  const forgetNoBanner = (page: Page): void => {
    const site = siteOf(page.url())
    timeline.push(...timeline.splice(0).filter((one) => one.state !== 'no-banner' || one.site !== site))
  }
  const photograph = async (page: Page, name: string): Promise<void> => {
    const picture = await options.picture(page, name)
    if (picture !== null) proof.push(picture)
  }
  const { bannerMs = 3_000, autoconsent: rules = null } = options
  const attempt = async (page: Page, choice: 'accept' | 'reject'): Promise<void> => {
    await photograph(page, 'consent-before')
    const [site, stand] = [siteOf(page.url()), standOn(page)]
    const stands = (at: Date): void => stand(choice === 'accept' ? 'accepted' : 'rejected', at)
    const title = choice === 'accept' ? 'Accept the consent banner' : 'Reject the consent banner'
    const wanted = { choice, selector: options.selectors[choice], bannerMs }
    const before = timeline.length
    const result = await options.step(title, async () =>
      await byRules(rules, choice, stands) ?? decide(page, { ...wanted, cmp: rules?.shown() ?? null }, sinceClick(stands)))
      .catch((error: unknown) => failedWith('The banner could not be used', error))
    if (result.outcome !== 'reached') doubt(before)
    if (result.outcome === 'no-banner') bare.add(site)
    if (result.isUnsure) tooLarge(page)
    if (result.outcome === 'no-banner' && !brought) stand(result.isUnsure ? 'unknown' : 'no-banner')
    settle(result)
    await photograph(page, 'consent-after')
  }

  return {
    accept: (page) => attempt(page, 'accept'),
    reject: (page) => attempt(page, 'reject'),
    async choose(page, quiet) {
      if (options.asked === 'no-choice') return
      await attempt(page, options.asked === 'reject' ? 'reject' : 'accept')
      if (outcome === 'reached') await quiet.wait(400, 3_000)
    },
    async chooseLate(page, quiet) {
      if (!withoutBanner() || !await isBannerHere(page)) return
      forgetNoBanner(page)
      await this.choose(page, quiet)
    },
    async lookBack(page) {
      if (!withoutBanner() || !bare.has(siteOf(page.url())) || !await isBannerHere(page)) return
      forgetNoBanner(page)
      settle({ outcome: 'failed', detail: `A banner appeared later than ${bannerMs / 1000} s after the page and was not answered; a scenario can wait for it and choose (consent.accept, consent.reject).` })
    },
    async withdraw(page, quiet) {
      if (outcome !== 'reached') return // nothing was accepted, so nothing can be taken back
      const stand = standOn(page)
      const clicked = sinceClick((at) => stand('withdrawn', at))
      const before = timeline.length
      const result = await options.step('Withdraw the consent', async () => {
        const taken = await takeBack(page, options.selectors.withdraw ?? [], clicked)
        await photograph(page, 'consent-withdrawn')
        if (taken.outcome === 'reached') {
          await page.reload({ waitUntil: 'load', timeout: 15_000 })
          await quiet.wait(1_000, 5_000)
        }
        return taken
      }).catch((error: unknown) => failedWith('The consent could not be taken back', error))
      if (result.outcome === 'failed') doubt(before)
      settle({ outcome: result.outcome, detail: `${detail} ${result.detail}` })
    },
    note(page, state, words) {
      standOn(page)(state)
      settle({ outcome: 'reached', detail: words })
    },
    record: () => ({
      asked: options.asked,
      outcome: outcome ?? (options.asked === 'no-choice' ? 'reached' : 'failed'),
      detail: detail || (options.asked === 'no-choice' ? 'Nothing was clicked.' : 'No page was opened to choose in.'),
      timeline,
      proof,
      ...options.autoconsent ? { messages: options.autoconsent.messages } : {},
    }),
    blindSpots: () => [...unlooked].map((address) =>
      `The page ${address} is too large to be looked through for a banner in a closed shadow root, so it is not known whether one stands there.`),
  }
}

interface Attempt {
  readonly outcome: ConsentOutcome
  readonly detail: string
  /** The page was too large to be looked through. */
  readonly isUnsure?: boolean
}

/** Learns, after the click that counts, the moment just before it. */
type Clicked = (at: Date) => void

interface Wanted {
  readonly choice: 'accept' | 'reject'
  /** The scenario's own. */
  readonly selector: string | undefined
  readonly bannerMs: number
  /** The name of the banner that the rules found and could not answer. */
  readonly cmp?: string | null
}

function failedWith(what: string, error: unknown): Attempt {
  return { outcome: 'failed', detail: `${what}: ${firstLine(error)}` }
}

/** How long a page may take to show a banner that the rules know, before it is looked for by its words. */
const rulesMs = 800

/** Undefined where the rules know no banner here, or could not answer the one they know. */
async function byRules(
  rules: Autoconsent | null, choice: 'accept' | 'reject', clicked: Clicked,
): Promise<Attempt | undefined> {
  const cmp = await rules?.found(rulesMs) ?? null
  if (rules === null || cmp === null) return undefined
  const answer = await rules.act(choice)
  if (answer === null) return undefined
  clicked(answer.at)
  rules.rest()
  if (answer.isNoChoice) {
    return { outcome: 'not-offered', detail: `The banner of ${cmp} was closed by autoconsent's rules, without a choice: what the site makes of that is not known.` }
  }
  const done = choice === 'accept' ? 'accepted' : 'rejected'
  return { outcome: 'reached', detail: `The banner of ${cmp} was ${done} by autoconsent's rules.` }
}

/** Now, without waiting: one that the rules know, or controls of which one accepts and another does not. Null: not known. */
async function isBannerOn(page: Page, rules: Autoconsent | null): Promise<boolean | null> {
  if (rules !== null && rules.shown() !== null) return true
  if (await findControl(page, ['accept']) !== null && await findControl(page, ['reject', 'settings']) !== null) return true
  return findBannerInClosedRoot(page)
}

async function decide(page: Page, { choice, selector, bannerMs, cmp = null }: Wanted, clicked: Clicked): Promise<Attempt> {
  const end = Date.now() + bannerMs
  const other = choice === 'accept' ? 'reject' : 'accept'
  let otherSeen = 0
  while (Date.now() < end && !page.isClosed()) {
    const found = await findOwn(page, selector) ?? await findControl(page, [choice])
    if (found !== null) return click(found, clicked)
    // A banner that offers the other choice has drawn itself; give the one that is asked for a moment to follow.
    if (await findControl(page, [other]) !== null && ++otherSeen > 3) break
    await pause(200)
  }
  if (otherSeen === 0 && cmp === null) {
    const isClosed = await findBannerInClosedRoot(page)
    return isClosed === true
      ? { outcome: 'failed', detail: 'A banner stands in a closed shadow root, where no control can be named, and was not answered; a scenario can choose in its own way and say so (consent.note).' }
      : { outcome: 'no-banner', detail: `No banner appeared within ${bannerMs / 1000} s.`, isUnsure: isClosed === null }
  }
  if (otherSeen === 0) {
    return { outcome: 'not-offered', detail: choice === 'accept'
      ? `The banner of ${cmp} was found, and on it no way to accept; a scenario can name it (consent.accept).`
      : `The banner of ${cmp} was found, and on it no way to reject; a scenario can name it (consent.reject).` }
  }
  if (choice === 'accept') {
    return { outcome: 'not-offered', detail: `Of the banner's controls (${await namesSeen(page)}) none was recognised as one to accept; a scenario can name it (consent.accept).` }
  }
  return decideInSettings(page, clicked)
}

/** The second layer of banners whose first has no refusal. What is preselected there is the site's idea of one. */
async function decideInSettings(page: Page, clicked: Clicked): Promise<Attempt> {
  const settings = await findControl(page, ['settings'])
  if (settings === null) {
    return { outcome: 'not-offered', detail: `Of the banner's controls (${await namesSeen(page)}) none was recognised as one to reject or to its settings; a scenario can name it (consent.reject).` }
  }
  await settings.element.click({ timeout: 3_000 })
  const end = Date.now() + 2_500
  while (Date.now() < end) {
    await pause(250)
    const late = Date.now() > end - 1_000
    const found = await findControl(page, ['reject']) ?? (late ? await findControl(page, ['save']) : null)
    if (found === null) continue
    const result = await click(found, clicked)
    return { ...result, detail: `Behind "${settings.name}": ${result.detail}` }
  }
  return { outcome: 'not-offered', detail: `Of the banner's controls (${await namesSeen(page)}) none was recognised as one to reject, nor behind "${settings.name}"; a scenario can name it (consent.reject).` }
}

async function takeBack(page: Page, selectors: readonly string[], clicked: Clicked): Promise<Attempt> {
  if (selectors.length > 0) {
    const last = selectors.length - 1
    for (const [at, selector] of selectors.entries()) {
      const locator = page.locator(selector).first()
      await locator.waitFor({ state: 'visible', timeout: 5_000 })
      const control = await findOwn(page, selector)
      if (control !== null && at === last) return click(control, clicked)
      await locator.click({ timeout: 5_000 })
    }
  }
  const opener = await findControl(page, ['reopen'], false)
  if (opener === null) return { outcome: 'not-offered', detail: 'Of the controls of the page none was recognised as one to take the consent back; a scenario can name it (consent.withdraw).' }
  await opener.element.click({ timeout: 5_000 })
  const result = await decide(page, { choice: 'reject', selector: undefined, bannerMs: 3_000 }, clicked)
  if (result.outcome !== 'no-banner') return { ...result, detail: `Behind "${opener.name}": ${result.detail}` }
  const saved = await findControl(page, ['save'])
  if (saved !== null) return click(saved, clicked)
  return { outcome: 'not-offered', detail: `Behind "${opener.name}" nothing was recognised in which the consent can be taken back; a scenario can name it (consent.withdraw).` }
}

interface Control { readonly element: ElementHandle; readonly name: string }

/** Reached when the control has gone after the click. */
async function click({ element, name }: Control, clicked: Clicked): Promise<Attempt> {
  await element.click({ trial: true, timeout: 3_000 })
  const at = new Date()
  try {
    await element.click({ timeout: 3_000, noWaitAfter: true })
  } finally {
    clicked(at)
  }
  try {
    await element.waitForElementState('hidden', { timeout: 3_000 })
  } catch (error) {
    const isThere = /Timeout/.test(toMessage(error))
    if (isThere) return { outcome: 'failed', detail: `"${name}" was clicked and is still there.` }
    // else the page itself has gone with the control: the site has loaded anew
  }
  return { outcome: 'reached', detail: `"${name}" was clicked.` }
}

async function findOwn(page: Page, selector: string | undefined): Promise<Control | null> {
  if (selector === undefined) return null
  const locator = page.locator(selector).first()
  if (!await locator.isVisible()) return null
  const element = await locator.elementHandle({ timeout: 1_000 })
  if (element === null) return null
  const [described] = await element.evaluate(describeControls, CONSENT_TOPIC)
  return { element, name: described?.name ?? selector }
}

const CONTROLS = 'button, a, [role="button"], [role="link"], input[type="button"], input[type="submit"], summary'
const MOST_FRAMES = 30

const MOST_NAMES = 8

/** What stands where consent is talked about. That nothing was recognised is no proof that nothing is offered. */
async function namesSeen(page: Page): Promise<string> {
  const names: string[] = []
  for (const frame of page.frames().slice(0, MOST_FRAMES)) {
    const seen = await frame.locator(CONTROLS).evaluateAll(describeControls, CONSENT_TOPIC).catch(() => []) // the frame has gone
    names.push(...seen.filter(({ name, nearTopic }) => nearTopic || isUnmistakable(name)).map(({ name }) => `"${name.replaceAll(/\s+/g, ' ')}"`))
  }
  return [...new Set(names)].slice(0, MOST_NAMES).join(', ')
}

/** The first visible control of the page or its frames that is called so, and stands where consent is talked about or says it itself. */
async function findControl(page: Page, wanted: readonly ConsentControl[], topical = true): Promise<Control | null> {
  for (const frame of page.frames().slice(0, MOST_FRAMES)) {
    const inBanner = topical && frame === page.mainFrame()
    const control = await findInFrame(frame, wanted, inBanner).catch(() => null) // the frame has gone
    if (control !== null) return control
  }
  return null
}

async function findInFrame(frame: Frame, wanted: readonly ConsentControl[], topical: boolean): Promise<Control | null> {
  const controls = frame.locator(CONTROLS)
  const seen = await controls.evaluateAll(describeControls, CONSENT_TOPIC)
  for (const { at, name, nearTopic } of seen) {
    if (!wanted.some((control) => isControl(name, control)) || (topical && !nearTopic && !isUnmistakable(name))) continue
    const element = await controls.nth(at).elementHandle({ timeout: 1_000 })
    const [now] = await element?.evaluate(describeControls, CONSENT_TOPIC) ?? []
    if (element && now?.name === name) return { element, name } // the page may have changed in between
  }
  return null
}

/** What the function below reads of an element; it runs in the page. */
interface ControlElement {
  readonly innerText?: string
  readonly textContent: string | null
  readonly value?: string
  readonly title?: string
  readonly parentElement: ControlElement | null
  readonly tagName: string
  getAttribute(name: string): string | null
  getRootNode(): { readonly host?: ControlElement }
  checkVisibility?(options: object): boolean
  getBoundingClientRect(): { readonly width: number; readonly height: number }
}

interface DescribedControl { readonly at: number; readonly name: string; readonly nearTopic: boolean }

/** Runs in the page: name, place and surroundings of each visible control. Self-contained. */
function describeControls(input: ControlElement | readonly ControlElement[], topic: string): DescribedControl[] {
  const elements = 'length' in input ? input : [input]
  const talksOfIt = new RegExp(topic, 'i')
  const found: DescribedControl[] = []
  for (const [at, element] of elements.entries()) {
    if (at >= 2_000) break
    const label = element.getAttribute('aria-label')
    const name = (label || element.innerText || element.value || element.title || '').trim()
    const { width, height } = element.getBoundingClientRect()
    if (name === '' || name.length > 80 || width < 2 || height < 2) continue
    if (element.checkVisibility?.({ visibilityProperty: true, opacityProperty: true }) === false) continue
    let nearTopic = false
    let around: ControlElement | null = element.parentElement ?? element.getRootNode().host ?? null
    for (let depth = 0; around !== null && depth < 12 && around.tagName !== 'BODY'; depth++) {
      const text = around.textContent ?? ''
      if (text.length > 20_000) break
      if (talksOfIt.test(text)) {
        nearTopic = true
        break
      }
      around = around.parentElement ?? around.getRootNode().host ?? null
    }
    found.push({ at, name, nearTopic })
  }
  return found
}

function firstLine(error: unknown): string {
  return toMessage(error).split('\n', 1)[0] ?? ''
}
