/**
 * Reads from a site's own responses what its ids stand for: `{"id": 1234, "name": "…"}`, `{"1234": "…"}`,
 * `<option value="1234">…</option>`, a labelled input, a link with an id in its query.
 *
 * Work is bounded by number of nodes, tags and pairs; each function says whether it got to the end. Nothing is thrown.
 */
import { lazily } from '../lazily.js'

export interface NamedId {
  readonly id: string
  readonly name: string
  /** Names under which the id stood. */
  readonly keys: readonly string[]
}

type Add = (named: NamedId) => void
type Members = readonly (readonly [key: string, value: unknown])[]

/** Names in a JSON text; one that does not parse has none. */
export function namesInJson(text: string, add: Add): boolean {
  let root: unknown
  try {
    root = JSON.parse(text.replace(/^(\ufeff|\)\]\}'[^\n]*\n|for\s?\(;;\);)/, ''))
  } catch {
    // Cut off or no JSON: what is not read gives no names, and an id simply stays an id.
    return true
  }
  const queue: { readonly node: unknown; readonly key: string }[] = [{ node: root, key: '' }]
  for (let at = 0; at < queue.length; at += 1) {
    if (at >= nodesMost) return false
    const { node, key } = queue[at] ?? { node: undefined, key: '' }
    if (Array.isArray(node)) {
      for (const each of node as readonly unknown[]) if (hasMembers(each)) queue.push({ node: each, key })
    } else if (hasMembers(node)) {
      const members = Object.entries(node)
      namesInObject(members, key, add)
      for (const [name, each] of members) {
        if (hasMembers(each)) queue.push({ node: each, key: idOf(name) === undefined && !wrapper.test(name) ? name : key })
      }
    }
    if (queue.length > nodesMost * 2) return false
  }
  return true
}

/** Names in form fields and links of an HTML text, and in the JSON of its script elements. */
export function namesInHtml(text: string, add: Add): boolean {
  const form = createForm(add)
  let tags = 0
  let complete = true
  for (const [, tag = '', attributes = '', behind = ''] of text.matchAll(tagForm)) {
    tags += 1
    if (tags > tagsMost) return false
    form.see(tag.toLowerCase(), attributesOf(attributes), toText(behind))
  }
  form.end()
  const script = /<script\b([^<>]*)>/gi
  for (let found = script.exec(text); found !== null; found = script.exec(text)) {
    if (!/json/i.test(found[1] ?? '')) continue
    const end = text.indexOf('</', script.lastIndex)
    if (end < 0) break
    complete = namesInJson(text.slice(script.lastIndex, end), add) && complete
    // Tags within it are text.
    script.lastIndex = end
  }
  return complete
}

const nodesMost = 100_000
const tagsMost = 20_000
const tagForm = /<(select|option|input|label|a|button)\b([^<>]*)>([^<]{0,300})/gi
const linkedForm = /[?&;]([^=&#]{1,60})=([\w-]{3,64})(?=[&#]|$)/g
const attributeForm = /([\w:-]{1,60})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g
const entityForm = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi
const nameMost = 200

/** Of an object or a list. */
function hasMembers(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

// ── JSON ──

/** What lists of GraphQL (Relay) and other interfaces wrap their items in; the name is the list's. */
const wrapper = /^(edges|nodes?|items?|data|results?|entries|records|list|attributes)$/i
const idKey = /^(id|_id|key|code|slug|value|uid|uuid|guid|ref|number)$/i
const stemmedIdKey = /^(.+?)[_-]?(Id|ID|_id|-id|Key|_key|Code|_code)$/
const nameKeys = [
  'name', 'label', 'title', 'displayName', 'display_name', 'text', 'fullName', 'full_name', 'longName', 'description',
  'bezeichnung', 'libelle', 'nom', 'titre', 'designation',
]
const placeOf: ReadonlyMap<string, number> = new Map(nameKeys.map((key, place) => [key.toLowerCase(), place]))
const joinedNameKeys = nameKeys.map(joined)

function namesInObject(members: Members, holder: string, add: Add): void {
  const own = lazily(() => nameOf(members) ?? nameOf(attributesIn(members)))
  const byKey = lazily(() => byJoinedKey(members))
  const holders = lazily(() => {
    const type = members.find(([key]) => key === 'type' || key === '__typename')?.[1]
    return typeof type === 'string' ? [holder, type] : [holder]
  })
  // In `{"motiveId": 1, "name": "…"}` the name is the motive's; beside another id it may be a reference.
  const lone = lazily(() => members.filter(([key, value]) => idOf(value) !== undefined && stemOf(key) !== undefined).length === 1)
  for (const [key, value] of members) {
    const id = idOf(value)
    const stem = id === undefined ? undefined : stemOf(key)
    if (id !== undefined && stem !== undefined) {
      const name = (stem === '' ? own() : nameBeside(stem, byKey())) ?? (lone() ? own() : undefined)
      if (name !== undefined) addPair(id, name, [key, ...holders()], add)
    }
    // A map from ids to names, or to objects that have one.
    const mapped = idOf(key)
    if (mapped === undefined) continue
    const target = hasMembers(value) ? nameOf(Object.entries(value)) : toName(value)
    if (target !== undefined) addPair(mapped, target, [holder], add)
  }
}

/** JSON:API sets a thing's id and type apart from its attributes: https://jsonapi.org/format/#document-resource-objects. */
function attributesIn(members: Members): Members {
  const attributes = members.find(([key]) => key === 'attributes')?.[1]
  return hasMembers(attributes) && !Array.isArray(attributes) ? Object.entries(attributes) : []
}

/** `''` for a key that is an id outright, `motive` for `motiveId`, undefined for any other. */
function stemOf(key: string): string | undefined {
  return idKey.test(key) ? '' : stemmedIdKey.exec(key.slice(0, 100))?.[1]
}

/** The name under the first of `nameKeys` that holds one. A key that stands there twice counts once. */
function nameOf(members: Members): string | undefined {
  let asked = 0
  let best = nameKeys.length
  let found: string | undefined
  for (const [key, value] of members) {
    const place = placeOf.get(key.toLowerCase())
    if (place === undefined || (asked & (1 << place)) !== 0) continue
    asked |= 1 << place
    const name = place < best ? toName(value) : undefined
    if (name === undefined) continue
    best = place
    found = name
  }
  return found
}

/** The name beside an id: `motiveName` for `motiveId`. */
function nameBeside(stem: string, byKey: ReadonlyMap<string, unknown>): string | undefined {
  const start = joined(stem)
  for (const key of joinedNameKeys) {
    const name = toName(byKey.get(start + key))
    if (name !== undefined) return name
  }
  return undefined
}

/** As keys are compared behind a stem: `motive_name` is `motiveName`. */
function joined(key: string): string {
  return key.toLowerCase().replace(/[_-]/g, '')
}

/** A key that stands there twice counts once. */
function byJoinedKey(members: Members): ReadonlyMap<string, unknown> {
  const values = new Map<string, unknown>()
  for (const [key, value] of members) {
    const at = joined(key)
    if (!values.has(at)) values.set(at, value)
  }
  return values
}

// ── HTML ──

interface Form {
  see(tag: string, attributes: ReadonlyMap<string, string>, behind: string): void
  end(): void
}

/** Follows the tags of one page: the select that an option is in, the label before, around or behind an input. */
function createForm(add: Add): Form {
  let select = ''
  let waiting: { readonly id: string; readonly key: string } | undefined
  const labels = new Map<string, string>()
  const inputs: { readonly element: string; readonly id: string; readonly key: string }[] = []
  const pair = (id: string, key: string, text: string): boolean => {
    const name = toName(text)
    if (name === undefined) return false
    addPair(id, name, [key], add)
    return true
  }
  return {
    see(tag, attributes, behind) {
      const id = idOf(attributes.get('value') ?? attributes.get('data-id') ?? '')
      const key = attributes.get('name') ?? ''
      if (tag === 'select') select = key || (attributes.get('id') ?? '')
      else if (tag === 'option' && id !== undefined) pair(id, select, behind)
      else if (tag === 'button' && id !== undefined) pair(id, key, behind)
      else if (tag === 'input' && id !== undefined && /^(radio|checkbox)$/i.test(attributes.get('type') ?? '')) {
        const element = attributes.get('id') ?? ''
        waiting = pair(id, key, behind) ? undefined : { id, key }
        if (element !== '') inputs.push({ element, id, key })
      } else if (tag === 'label') {
        const element = attributes.get('for')
        if (element !== undefined) labels.set(element, behind)
        else if (waiting !== undefined && pair(waiting.id, waiting.key, behind)) waiting = undefined
      } else if (tag === 'a') {
        for (const [, name = '', value = ''] of (attributes.get('href') ?? '').matchAll(linkedForm)) {
          const linked = idOf(value)
          if (linked !== undefined) pair(linked, decode(name), behind)
        }
      }
    },
    end() {
      for (const { element, id, key } of inputs) {
        const label = labels.get(element)
        if (label !== undefined) pair(id, key, label)
      }
    },
  }
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  for (const [, name = '', double, single, bare] of text.matchAll(attributeForm)) {
    attributes.set(name.toLowerCase(), toText(double ?? single ?? bare ?? ''))
  }
  return attributes
}

const entities: ReadonlyMap<string, string> = new Map(Object.entries({
  amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'', nbsp: ' ',
  auml: 'ä', ouml: 'ö', uuml: 'ü', Auml: 'Ä', Ouml: 'Ö', Uuml: 'Ü', szlig: 'ß',
  eacute: 'é', egrave: 'è', ecirc: 'ê', agrave: 'à', acirc: 'â', ccedil: 'ç',
  icirc: 'î', ocirc: 'ô', ugrave: 'ù', Eacute: 'É',
}))

function toText(html: string): string {
  return html.replace(entityForm, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return entities.get(name) ?? whole
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    // Not percent-encoded after all.
    return name
  }
}

// ── both ──

/** A number or token that may stand for something: with a digit in it, and neither a sentence nor a fraction. */
function idOf(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value > 0 ? String(value) : undefined
  if (typeof value !== 'string' || value.length > 64) return undefined
  return /^[\w:-]+$/.test(value) && /\d/.test(value) ? value : undefined
}

/** What a person reads: some letters, not an address, not too long. */
function toName(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined
  const name = text.slice(0, nameMost * 2).replace(/\s+/g, ' ').trim()
  if (name.length > nameMost || !/\p{L}{2}/u.test(name) || /^[a-z]+:\/\//i.test(name)) return undefined
  return name
}

function addPair(id: string, name: string, keys: readonly string[], add: Add): void {
  if (id !== name) add({ id, name, keys: keys.filter((key) => key !== '').map((key) => key.slice(0, 100)) })
}
