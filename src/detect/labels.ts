/**
 * What says what a value is where no key stands in front of it: the label of a line (`Versicherung: privat`), the name of
 * an element (`<insurance>`, `<input name="insurance" value=`), the other half of a pair (`{"name": "insurance", "value":`,
 * `["insurance",`), the object around a name that says nothing (`"insurance": {"type":`, `insurance[type]=`), what it is
 * joined to (`insurance_private`), the key of a binary map, the field of Google's list of user data (`tv.1~em.…~ct0.`), the
 * name of a parameter of its items (`~k0insurance~v0private`), what an event calls its label (`ec=insurance&el=private`),
 * the parameter before (`sp=insurance&sp=private`).
 */
import { unescape } from 'node:querystring'
import type { Layer } from '../decode/peel.js'
import type { Field } from '../model.js'

const LOOK_BACK = 200
// Made when they are asked for: patterns of Unicode's letters take a fifth of a millisecond each.
const inLine = (): RegExp => /(?:^|[\n\r{,;.:!?>"'(|]|\\n)\s*([\p{L}][\p{L}\p{M} _-]{1,40}):\s*(?:\\*["'])?$/u
const inElement = (): RegExp => /<([\p{L}][\p{L}\w:.-]{1,60})>\s*$/u
const INPUT = /\bname=["']([^"'<>]{1,100})["'][^<>]*\bvalue=["']?$/
/** Names of the halves, as forms are serialised and as answers are sent. */
const SECOND_HALF = new RegExp(
  '\\{([^{}]*)["\'](?:value|values|val|v|answer|answers|response|content|text|selected|label)["\']\\s*:\\s*\\[?\\s*["\']?$')
const FIRST_HALF = new RegExp(
  '["\'](?:name|key|id|field|label|question|property|attribute|category|action|k|n)["\']\\s*:\\s*["\']([^"\'\\\\]{1,100})["\']', 'g')
/** The other one, up to the end of the object. */
const REST_OF_OBJECT = /^["']?\s*\]?\s*,([^{}]*)/
/** An object, and in it a name that is the same in objects of all sorts. */
const IN_OBJECT = /["']([^"'\\]{1,100})\\*["']\s*:\s*\[?\s*\{[^{}]*["'](?:type|typ|kind|name|label|title|value|slug|code|key|id|text|number|nummer|numero|year|yyyy|y|jahr|annee)\\*["']\s*:\s*\\*["']?$/
const LIST = /\[\s*["']([^"'\\]{1,100})["']\s*,\s*["']?$/
const END_OF_LIST = /^["']?\s*\]/
/** https://support.google.com/google-ads/answer/13258081: postal code and town are not hashed. */
const USER_DATA = /~([a-z]{2})\d?\.$/
const OF_USER_DATA: Readonly<Record<string, string>> = { pc: 'postal code', ct: 'city', rg: 'region', sa: 'street' }
/** Of an item of Google Analytics, name and value of the parameters that the site sets: `k0kassenart~v0privat`. */
const OF_ITEM = /~k(\d{1,2})([^~]{1,60})~v\1$/
const BINARY: ReadonlySet<string> = new Set(['msgpack', 'cbor', 'protobuf'])
/** A name, and at most five bytes of type and length. */
const NAME = /([A-Za-z][\w.-]{2,60})[^\w]{1,5}$/

/** Labels, actions and categories of events in Google Analytics, Bing and Matomo. */
const EVENT_LABEL = /^(?:ep\.)?(?:el|e_n|event_?label)$/
const EVENT = /^(?:ep\.)?(?:e_?[ac]|event_?(?:action|category))$/

/** The step before such a name, of a parameter: `insurance[type]`, `user[birthday][year]`, `insurance.type`. */
const STEP_BEFORE = /([^[\].]+)\]?(?:\[|\.)(?:type|typ|kind|name|label|title|value|slug|code|key|id|text|number|nummer|numero|year|yyyy|y|jahr|annee)\]?$/i

/** What the other parameters of a request, and the steps of its own name, say about one: names, in any order; empty where they say nothing. */
export function labelsBeside(fields: readonly Field[], field: Field): string[] {
  const textOf = ({ value }: Field): string => unescape(Buffer.from(value).toString('utf8', 0, LOOK_BACK))
  if (EVENT_LABEL.test(field.name)) return fields.filter(({ part, name }) => part === field.part && EVENT.test(name)).map(textOf)
  const around = STEP_BEFORE.exec(field.name.slice(-LOOK_BACK))?.[1]
  if (around !== undefined) return [around]
  const before = fields[fields.indexOf(field) - 1]
  return before !== undefined && before.part === field.part && before.name === field.name && field.name !== '' ? [textOf(before)] : []
}

/** The labels of `[start, end)`, as they are written. */
export function labelsOf(layer: Layer, start: number, end: number): string[] {
  const before = textBefore(layer, start)
  const ofUser = USER_DATA.exec(before)?.[1]
  if (ofUser !== undefined) return [OF_USER_DATA[ofUser] ?? ofUser]
  const ofItem = OF_ITEM.exec(before)?.[2]
  if (ofItem !== undefined) return [ofItem]
  const after = textBehind(layer, end)
  const half = SECOND_HALF.exec(before)
  const halves = half ? [...`${half[1]},${REST_OF_OBJECT.exec(after)?.[1] ?? ''}`.matchAll(FIRST_HALF)].map(([, name = '']) => name) : []
  if (halves.length > 0) return halves
  const around = IN_OBJECT.exec(before)?.[1]
  if (around !== undefined) return [around]
  if (half) return []
  const named = (inElement().exec(before) ?? INPUT.exec(before) ?? inLine().exec(before))?.[1]
  if (named !== undefined) return [named]
  const listed = END_OF_LIST.test(after) ? LIST.exec(before)?.[1] : undefined
  if (listed !== undefined) return [listed]
  const key = start === 0 && layer.parent && BINARY.has(layer.decoder) ? NAME.exec(textBefore(layer.parent, layer.start))?.[1] : undefined
  return key === undefined ? joinedTo(layer, start, end) : [key]
}

/** What a word is joined to, as names of events are made: `insurance_private`, `insurancePrivate`, `private_insurance`. */
export function joinedTo(layer: Layer, start: number, end: number): string[] {
  const before = textBefore(layer, start)
  const isCapital = layer.bytes[start]! > 0x40 && layer.bytes[start]! < 0x5b
  const [, first] = (/(?:^|[^A-Za-z])([A-Za-z]{2,60})[_|]$/.exec(before) ?? (isCapital && /(?:^|[^A-Za-z])([A-Za-z]{2,59}[a-z])$/.exec(before))) || []
  const [, last] = /^[_|]([A-Za-z]{2,60})/.exec(textBehind(layer, end)) ?? []
  return [first, last].filter((word) => word !== undefined)
}

function textBehind({ bytes }: Layer, at: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + at, Math.min(LOOK_BACK, bytes.length - at)).toString('utf8')
}

function textBefore({ bytes }: Layer, at: number): string {
  const from = Math.max(0, at - LOOK_BACK)
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, at - from).toString('utf8')
}
