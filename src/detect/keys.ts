/** What the name in front of a value says about it. */
import type { Kind } from '../model.js'
import { isAscii } from './spelling.js'

/**
 * Names of parameters and properties, in English, German and French, that tell what stands under them. They are held
 * against names in small words (`insuranceSector` is `insurance sector`): the first list counts anywhere in them, the
 * second, of shorter names, as words only, `*` standing for the rest of the word.
 */
const TELLING: Readonly<Partial<Record<Kind, RegExp>>> = {
  'health.insurance': toPattern(
    'insur versicher assur mutuelle sector sektor secteur tarif kostentr coverage couvert complementaire abrechnung patient(en)?.?(typ|art) health.?plan',
    '*kasse kassen* payer regime gkv pkv kv ins'),
  'health.search': toPattern(
    'search keyword', 'q s k kw el query *query such* recherche* term terms text topic topics label value wort mot'),
  'health.specialty': toPattern(
    'special spezial search recherche disciplin',
    'q query spec fach* such* topic topics department abteilung categor* kategor*'),
  'health.reason': toPattern(
    'motiv motif reason anlass besuch purpose treatment behandlung leistung prestation appointment',
    'grund visit termin* service services'),
  'health.condition': toPattern(
    'condition symptom diagnos disease illness krank maladie beschwerde complaint health', 'problem topic topics icd'),
  'health.medication': toPattern(
    'medic medik prescri ordonnance pharma wirkstoff',
    'drug drugs pill pills product products produkt produit item items rezept'),
  'health.practitioner': toPattern(
    'doctor arzt aerzt medecin practi prakti provider physician behandler therap', 'name nom'),
  'health.appointment': toPattern(
    'appointment termin(?!al|at) rendez booking buchung reserv',
    'rdv slot* start* date dates time datum zeit day jour wunschdatum'),
  'identity.name': toPattern(
    'vorname nachname firstname lastname fullname username',
    'fn ln n nom first last given family name surname patient prenom'),
  'identity.email': toPattern('mail courriel', 'em'),
  'identity.phone': toPattern('phone telefon mobil handy portable rufnummer vorwahl', 'ph tel cell*'),
  'identity.birthdate': toPattern('birth naissance geburt', 'db dob* yob bday byear geb* annee jahrgang'),
  'identity.address': toPattern(
    'postal postleit postcode adress strasse straße',
    'ct zp cp plz ort wohnort zip* st city stadt ville rue street* address* where wo near lieu locality localite umkreis'),
  'identity.insurance-number': toPattern(
    'insur versicher assur member mitglied policy kvnr', 'nir secu* number nummer numero'),
  'network.ip': toPattern('ipaddr clientip forwarded', 'ip ips addr cip remote'),
}

/** Names that have one of these beside them tell of something else: `date_modified`, `booking_created_at`. */
const TELLING_OTHERWISE: Readonly<Partial<Record<Kind, RegExp>>> = {
  'health.appointment': toPattern(
    'creat modif updat upload publi releas expir consent regist subscri stamp birth naissance geburt einwillig ' +
    'aktualis geander veroffentlich erstell ablauf gultig echeance validite',
    'last letzte* derniere* pubdate maj mise expiry valid validuntil until today current now server page login session ' +
    'seen dob bday build version stand purchase* order* invoice* article news blog archiv*'),
  // What has a name and is nobody: `page_name`, `eventName`.
  'identity.name': toPattern(
    'event campaign content button',
    'page file site host app class tag domain product form field list group category screen device browser platform service brand shop store cookie'),
}

/** The names of places where sites and trackers put what was looked for. */
const SEARCHED = toPattern('search suchwort keyword', 'q s query *query kw term terms suche recherche suchbegriff')
/** The names of places where a text is completed while it is typed. */
const COMPLETED = toPattern('autocomplete suggest', 'input prefix typed')
/** The names of places that say what somebody's health is about. */
const OF_HEALTH = toPattern(
  'special spezial fachgebiet fachricht motiv motif reason condition symptom diagnos treatment behandlung disease ' +
  'krankheit maladie medicat medikament medicament', 'grund')
/** The names of places where trackers put the address or the title of a page. */
const OF_PAGE = toPattern(
  'url title href path page location link refer canonical breadcrumb document content category',
  'dl dr dt dp rl u p r tl ref tiba pu loc fu oref c7 c8 c9 g pl rf su du utmp utmdt utmr shpt h1 f b e i t ii qs ' +
  'ogl action')

/** The names of places where trackers put the title of a page. */
const OF_TITLE = /title|headline|content name|\b(dt|tl|tiba|h1|utmdt|c8|shpt)\b/

/** Names of parameters that leave open what their value is. */
const OPEN = /^(\w{0,2}|(\w+ )?(type|typ|art|kind|genre)|value|val|wert|valeur|option|choice|auswahl|choix|filter|status|patients?|tab|step|for|fuer|pour)$/

function toPattern(pieces: string, words: string): RegExp {
  const whole = words.replaceAll('*', '\\w*').split(' ')
  return new RegExp(`${pieces.split(' ').join('|')}|\\b(${whole.join('|')})\\b`)
}

/** The last step of the path to the name of a parameter or a property, which has none itself. */
const NAMELESS = '(name)'

/** In small words, the last step only: `cd[contentName]` is `content name`, `data.u` is `u`. */
export function toKeyName(key: string): string {
  if (key.endsWith(NAMELESS)) return ''
  const bare = key.slice(-300).replace(/(\[\d*\])+$/, '').replace(/\]$/, '')
  const from = Math.max(bare.lastIndexOf('['), bare.lastIndexOf('.'))
  const step = bare.slice(from + 1, from + 101)
  if (isAscii(step)) {
    return step.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[^a-zA-Z0-9]+/g, ' ').trim().toLowerCase()
  }
  const words = step.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
  return words.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
}

export function isTelling(kind: Kind, key: string): boolean {
  return TELLING[kind]?.test(key) === true && !tellsOtherwise(kind, key)
}

/** Whether a name says that something else than a value of this kind stands there. */
export function tellsOtherwise(kind: Kind, key: string): boolean {
  return TELLING_OTHERWISE[kind]?.test(key) === true
}

export function saysNothing(key: string): boolean {
  return OPEN.test(key)
}

/** Under these a health word of everyday language means health: a search, a speciality, a reason. */
export function tellsOfHealth(key: string): boolean {
  return SEARCHED.test(key) || OF_HEALTH.test(key)
}

/** Under these stands what is being looked for, or typed to be completed. */
export function isOfInput(key: string): boolean {
  return SEARCHED.test(key) || COMPLETED.test(key)
}

export function isOfPage(key: string): boolean {
  return OF_PAGE.test(key) || SEARCHED.test(key)
}

export function isOfTitle(key: string): boolean {
  return OF_TITLE.test(key)
}

const LOOK_BACK = 200
const STOPS: ReadonlySet<number> = new Set(Buffer.from('&?;{,#\n\r'))

/**
 * The name that stands in front of byte `at` of a text: `b=` of `a?b=text`, `"b":` of JSON, the segment before in the
 * path of an address (`/insurance/private`). `''` where there is none, undefined where the value begins the text.
 */
export function keyBefore(text: Uint8Array, at: number): string | undefined {
  let from = at
  while (from > 0 && at - from < LOOK_BACK && !STOPS.has(text[from - 1]!)) from--
  const piece = Buffer.from(text.buffer, text.byteOffset + from, at - from).toString('utf8')
  const equals = piece.indexOf('=')
  if (equals > 0) return piece.slice(0, equals)
  const quoted = /["']([^"'=]{1,100})["']\s*:/.exec(piece)
  if (quoted) return quoted[1]
  const segment = /\/([^/]{3,})\/$/.exec(piece)
  if (segment) return segment[1]
  return from === 0 ? undefined : ''
}
