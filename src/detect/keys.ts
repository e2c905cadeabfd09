/** What the name in front of a value says about it. */
import type { Kind } from '../model.js'

/**
 * Names of parameters and properties, in English, German and French, that tell what stands under them. They are held
 * against names in words (`insuranceSector` is `insurance sector`); short ones count as whole words only.
 */
const TELLING: Readonly<Partial<Record<Kind, RegExp>>> = {
  'health.insurance': /insur|versicher|assur|mutuelle|sector|sektor|secteur|tarif|kasse\b|kostentr|coverage|\b(payer|regime|gkv|pkv)\b/,
  'health.search': /\b(q|s|k|kw|el|query|search\w*|such\w*|recherche\w*|keywords?|terms?|text|topics?|label|value|wort|mot)\b|search|keyword|query$/,
  'health.specialty': /\b(q|query|spec|fach\w*|such\w*|topics?|department|abteilung|categor\w+|kategor\w+|categorie)\b|special|spezial|search|recherche|disciplin/,
  'health.reason': /motiv|motif|reason|anlass|besuch|purpose|treatment|behandlung|leistung|prestation|appointment|\b(grund|visit|termin\w*|services?)\b/,
  'health.condition': /condition|symptom|diagnos|disease|illness|krank|maladie|beschwerde|complaint|health|\b(problem|topics?|icd)\b/,
  'health.medication': /medic|medik|prescri|ordonnance|pharma|wirkstoff|\b(drugs?|pills?|products?|produ[ik]t|items?|rezept)\b/,
  'health.practitioner': /doctor|arzt|aerzt|medecin|practi|prakti|provider|physician|behandler|therap|\b(name|nom)\b/,
  'health.appointment': /appointment|termin|rendez|booking|buchung|\b(slot|date|time|datum|zeit)\b/,
  'identity.name': /\b(fn|ln|n|nom|first|last|given|family|name|surname|patient|prenom)\b|vorname|nachname|firstname|lastname|fullname|username/,
  'identity.email': /\bem\b|e?mail|courriel/,
  'identity.phone': /\b(ph|tel)\b|phone|telefon|mobil|handy|portable|\bcell/,
  'identity.birthdate': /\b(db|dob\w?|yob|bday|geb\w*|annee|jahrgang)\b|birth|naissance|geburt/,
  'identity.address': /\b(ct|zp|cp|plz|ort|wohnort|zip\w*|st|city|stadt|ville|rue|street\w*|address\w*)\b|postal|postleit|postcode|adress|stra(ss|ß)e/,
  'identity.insurance-number': /insur|versicher|assur|member|mitglied|policy|kvnr|\b(nir|secu\w*|number|nummer|numero)\b/,
  'network.ip': /\b(ip|ips|addr|cip|client ip|remote)\b|ipaddr|clientip|forwarded/,
}

/** The names of places where sites and trackers put what was looked for. */
const SEARCHED = /\b(q|s|query|kw|keywords?|terms?|suche?|recherche|suchbegriff)\b|search|suchwort|keyword|query$/
/** The names of places that say what somebody's health is about. */
const OF_HEALTH = /special|spezial|fachgebiet|fachricht|motiv|motif|reason|\bgrund\b|condition|symptom|diagnos|treatment|behandlung|disease|krankheit|maladie|medicat|medikament|medicament/
/** The names of places where trackers put the address or the title of a page. */
const OF_PAGE =
  /^(dl|dr|dt|dp|rl|u|p|r|tl|ref|tiba|pu|loc|fu|oref|c7|c8|c9|g|pl|rf|su|du|utmp|utmdt|utmr|shpt|h1|f|b|e|i|t|ii|qs|ogl)$|url|title|href|path|page|location|link|refer|canonical|breadcrumb|action name|document/

/** In small words, the last step only: `cd[contentName]` is `content name`, `data.u` is `u`, `motive_ids[]` `motive ids`. */
export function toKeyName(key: string): string {
  const bare = key.slice(-300).replace(/(\[\d*\])+$/, '').replace(/\]$/, '')
  const from = Math.max(bare.lastIndexOf('['), bare.lastIndexOf('.'))
  const words = bare.slice(from + 1, from + 101).replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
  return words.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
}

export function isTelling(kind: Kind, key: string): boolean {
  return TELLING[kind]?.test(key) === true
}

/** Under these a health word of everyday language means health: a search, a speciality, a reason. */
export function tellsOfHealth(key: string): boolean {
  return SEARCHED.test(key) || OF_HEALTH.test(key)
}

export function isOfPage(key: string): boolean {
  return OF_PAGE.test(key) || SEARCHED.test(key)
}

const LOOK_BACK = 200
const STOPS: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) => ('&?;{,#\n\r'.includes(String.fromCharCode(byte)) ? 1 : 0))

/**
 * The name that stands in front of byte `at` of a text: `b=` of `a?b=text`, `"b":` of JSON, the segment before in the
 * path of an address (`/insurance/private`). `''` where there is none, undefined where the value begins the text.
 */
export function keyBefore(text: Uint8Array, at: number): string | undefined {
  let from = at
  while (from > 0 && at - from < LOOK_BACK && STOPS[text[from - 1]!] === 0) from--
  const piece = Buffer.from(text.buffer, text.byteOffset + from, at - from).toString('utf8')
  const equals = piece.indexOf('=')
  if (equals > 0) return piece.slice(0, equals)
  const quoted = /["']([^"'=]{1,100})["']\s*:/.exec(piece)
  if (quoted) return quoted[1]
  const segment = /\/([^/]+)\/$/.exec(piece)
  if (segment && !piece.endsWith('//')) return segment[1]
  return from === 0 ? undefined : ''
}
