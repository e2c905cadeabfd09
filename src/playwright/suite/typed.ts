/**
 * The values that a test types in, as a persona: what a suite plants without knowing that it does. Passwords, one-time
 * codes and values of secret environment variables are left out, and so is whatever cannot be told from them.
 */
import type { BrowserContext } from 'playwright/test'
import type { Kind } from '../../model.js'
import { TYPED_PERSONA, type Persona } from '../../persona.js'
import { unseen, type ApiCall } from './calls.js'
import { isSecretValue, SECRET_WORDS, secretValues } from './secret.js'

/** What a field says of itself, lower case. */
export interface FieldWords {
  readonly type: string
  readonly autocomplete: string
  /** Name, id, label, placeholder, and the selector that the test used. */
  readonly words: string
  readonly isChoice: boolean
  /** Of the attribute; `1` for each box of a code. */
  readonly maxlength: string
}

export interface TypedValue {
  readonly kind: Kind
  readonly value: string
  readonly field: string
  /** Milliseconds since 1970. */
  readonly at: number
}

export interface TypedValues {
  heard(call: ApiCall): void
  /** A script of the test has run, and may have filled in what no call types. */
  scripted(): void
  /** Of all that was typed since then; null where that is nothing. */
  persona(locale: string, since?: number): Promise<Persona | null>
  /** What was typed so far into fields for secrets, or could not be told from that. */
  secrets(): Secrets
}

export interface Secrets {
  readonly values: readonly string[]
  /** Where the test types them: `file:line:column`. */
  readonly places: readonly string[]
}

export function createTyped(contexts: () => readonly BrowserContext[], env: NodeJS.ProcessEnv = process.env): TypedValues {
  const values: TypedValue[] = []
  const waiting: Promise<void>[] = []
  const secrets = secretValues(env)
  const hidden = new Set<string>()
  const places = new Set<string>()
  /** What was typed character by character into fields for secrets, in the order of the calls. */
  const pieces: string[] = []
  let calls = 0
  let scripts = 0

  const hide = (text: string, { location }: ApiCall, order: number): void => {
    if (text.trim() === '') return
    hidden.add(text.trim())
    places.add(location)
    if ([...text].length === 1) pieces[order] = text
  }
  const take = (text: string, field: FieldWords | null, call: ApiCall, order: number): void => {
    const value = text.trim()
    if (field === null || isSecretField(field) || isSecretValue(value, secrets)) return hide(text, call, order)
    const kind = kindOf(value, field)
    if (kind !== null) values.push({ kind, value, field: field.words, at: call.at })
  }
  return {
    heard(call) {
      const typed = typedBy(call)
      if (typed === null) return
      const { selector, texts, isChoice } = typed
      const order = ++calls
      waiting.push(readField(contexts(), selector, isChoice)
        .then(({ field, chosen }) => {
          for (const text of isChoice && chosen.length > 0 ? chosen : texts) take(text, field, call, order)
        })
        .catch(() => { for (const text of texts) hide(text, call, order) }))
    },
    scripted() {
      if (++scripts > MOST_SCRIPTS) return
      waiting.push(readSecrets(contexts()).then((found) => {
        for (const text of found) if (text.trim() !== '') hidden.add(text.trim())
      }).catch(() => undefined)) // its page is gone, and with it what stood there
    },
    async persona(locale, since = 0) {
      await Promise.race([Promise.all(waiting), new Promise((resolve) => { setTimeout(resolve, 3_000).unref() })])
      return toPersona(values.filter(({ at }) => at >= since), locale)
    },
    secrets: () => ({ values: [...new Set([...hidden, ...joined(pieces)])], places: [...places] }),
  }
}

/** After so many scripts of one test no fields are read any more. */
const MOST_SCRIPTS = 300

/** Runs of single characters, as codes are typed that have a box for each digit. */
function joined(pieces: readonly string[]): string[] {
  const runs: string[] = []
  for (let order = 0; order < pieces.length; order++) {
    const piece = pieces[order]
    if (piece === undefined) continue
    if (pieces[order - 1] === undefined) runs.push(piece)
    else runs.push(`${runs.pop() ?? ''}${piece}`)
  }
  return runs.filter((run) => run.length > 1)
}

interface Typing { readonly selector: string | null; readonly texts: string[]; readonly isChoice: boolean }

/** What a call types and where; null where it types nothing. */
export function typedBy({ type, method, params }: ApiCall): Typing | null {
  const selector = typeof params['selector'] === 'string' ? params['selector'] : null
  const textOf = (name: string): string[] => typeof params[name] === 'string' && params[name] !== '' ? [params[name]] : []
  const isElement = type === 'Frame' || type === 'ElementHandle'
  if (method === 'fill' && isElement) return { selector, texts: textOf('value'), isChoice: false }
  if (method === 'type' && isElement) return { selector, texts: textOf('text'), isChoice: false }
  if (type === 'Page' && (method === 'keyboardType' || method === 'keyboardInsertText')) {
    return { selector: FOCUSED, texts: textOf('text'), isChoice: false }
  }
  const key = textOf('key').filter((text) => [...text].length === 1)
  if (key.length > 0 && method === 'press' && isElement) return { selector, texts: key, isChoice: false }
  if (key.length > 0 && method === 'keyboardPress' && type === 'Page') return { selector: FOCUSED, texts: key, isChoice: false }
  if (method === 'selectOption' && type === 'Frame') {
    const options = Array.isArray(params['options']) ? params['options'] as Record<string, unknown>[] : []
    const texts = options.flatMap(({ valueOrLabel, label, value }) =>
      [label, valueOrLabel, value].filter((text): text is string => typeof text === 'string'))
    return { selector, texts, isChoice: true }
  }
  return null
}

const FOCUSED = ':focus'
const ATTRIBUTES = ['type', 'autocomplete', 'maxlength', 'name', 'id', 'aria-label', 'placeholder'] as const
const SECRET_FIELDS = 'input[type="password"], input[autocomplete="one-time-code"], input[autocomplete^="cc-"]'
/** Of those on one page that are read. */
const MOST_FIELDS = 4

/** Asks the page for the field's attributes, and a list for its chosen labels; a null field is one that was not found. */
async function readField(
  contexts: readonly BrowserContext[], selector: string | null, isChoice: boolean,
): Promise<{ field: FieldWords | null; chosen: string[] }> {
  if (selector === null) return { field: null, chosen: [] }
  const pages = contexts.flatMap((context) => context.pages()).reverse()
  for (const page of pages) {
    const found = await unseen(page, async () => {
      // Where nothing has the focus, there is no field to wait for.
      if (selector === FOCUSED && await page.locator(selector).count() === 0) return null
      const element = page.locator(selector).first()
      const attributes = await Promise.all(ATTRIBUTES.map((name) => element.getAttribute(name, { timeout: 1_500 })))
      const chosen = isChoice ? await element.locator('option:checked').allTextContents() : []
      return { attributes, chosen }
    }).catch(() => null) // it is on another page, or gone with its own
    if (found === null) continue
    const [type, autocomplete, maxlength, ...rest] = found.attributes.map((text) => (text ?? '').toLowerCase())
    const words = [...rest, labelIn(selector)].filter((text) => text !== '').join(' ').toLowerCase()
    const field = { type: type ?? '', autocomplete: autocomplete ?? '', maxlength: maxlength ?? '', words, isChoice }
    return { field, chosen: found.chosen }
  }
  return { field: null, chosen: [] }
}

/** What stands in fields for passwords and codes. Asked at once: the next call of the test may leave the page. */
async function readSecrets(contexts: readonly BrowserContext[]): Promise<string[]> {
  const pages = contexts.flatMap((context) => context.pages())
  const found = await Promise.all(pages.map((page) => unseen(page, async () => {
    const fields = page.locator(SECRET_FIELDS)
    const reading = Array.from({ length: MOST_FIELDS }, (_, at) =>
      fields.nth(at).inputValue({ timeout: 1_500 }).catch(() => ''))
    return Promise.all(reading.slice(0, await fields.count()))
  }).catch(() => [])))
  return found.flat()
}

/** The words of a selector: `internal:label="E-Mail"i` → `E-Mail`. */
function labelIn(selector: string): string {
  return [...selector.matchAll(/"((?:[^"\\]|\\.)*)"|[#.]([\w-]+)/g)].map(([, quoted, name]) => quoted ?? name ?? '').join(' ')
}

export function isSecretField({ type, autocomplete, maxlength, words }: FieldWords): boolean {
  return type === 'password' || maxlength === '1' || /password|one-time-code|^cc-/.test(autocomplete) || SECRET_WORDS.test(words)
}

const BY_WORDS: readonly (readonly [Kind, RegExp])[] = [
  ['identity.email', /e-?mail|courriel/],
  ['identity.phone', /phone|telefon|\btel\b|mobil|handy|portable/],
  ['identity.birthdate', /birth|bday|geburt|naissance|\bdob\b/],
  ['identity.insurance-number', /(?:insurance|versicherten|kvnr).*(?:number|nummer|\bnr\b)|versichertennummer|kvnr/],
  ['health.insurance', /insurance|versicher|krankenkasse|mutuelle|assurance/],
  ['identity.address', /address|adresse|street|stra(?:ß|ss)e|\brue\b/],
  ['identity.name', /name\b|nachname|vorname|prénom|\bnom\b/],
  ['health.specialty', /special|fach(?:gebiet|richtung|arzt)|spécialité/],
  ['health.medication', /medic(?:ation|ament)|medikament|médicament|drug|wirkstoff/],
  ['health.practitioner', /doctor|physician|practitioner|[äa]rzt|médecin/],
  ['health.appointment', /appointment|termin|rendez-?vous|\bslot\b/],
  ['health.condition', /condition|diagnos|symptom|beschwerde|disease|krankheit|maladie/],
  ['health.reason', /reason|grund|anlass|motif|message|nachricht|anliegen|comment/],
]

/** What the value says of a person; null for what would be found everywhere, such as `1` or `yes`. */
export function kindOf(value: string, { type, autocomplete, words, isChoice }: FieldWords): Kind | null {
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) return 'identity.email'
  const said = `${autocomplete} ${words}`
  const named = BY_WORDS.find(([, pattern]) => pattern.test(said))?.[0]
  const digits = value.replace(/\D/g, '').length
  if (/^[+(]?[\d\s()/.-]+$/.test(value)) {
    const isDate = /^\d{4}-\d\d-\d\d$|^\d{1,2}[./]\d{1,2}[./]\d{4}$/.test(value)
    if (isDate) return named === 'identity.birthdate' || /bday/.test(autocomplete) ? 'identity.birthdate' : 'health.appointment'
    if (digits >= 7 && (type === 'tel' || named === 'identity.phone')) return 'identity.phone'
    return named === 'identity.insurance-number' && digits >= 8 ? named : null
  }
  const letters = value.match(/\p{L}/gu)?.length ?? 0
  const isNoChoice = isChoice && /^(?:please|bitte|--|choose|select|auswahl|keine|none|other|andere)/i.test(value)
  if (letters < 3 || value.length < 4 || isNoChoice) return null
  return named ?? 'health.search'
}

/** In the order of fields, not of time, so that steps that change places change no fingerprint. */
function toPersona(typed: readonly TypedValue[], locale: string): Persona | null {
  const sorted = [...typed].sort((a, b) => keyOf(a) < keyOf(b) ? -1 : 1)
  const values: Partial<Record<Kind, string[]>> = {}
  for (const { kind, value } of sorted) {
    const list = values[kind] ??= []
    if (!list.includes(value)) list.push(value)
  }
  return sorted.length === 0 ? null : { id: TYPED_PERSONA, locale, values }
}

function keyOf({ kind, field, value }: TypedValue): string {
  return [kind, field, value].join('\u0000')
}
