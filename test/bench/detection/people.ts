/** Invented visitors. Numbers and addresses are from ranges that are reserved for fiction and documentation. */
import type { Kind } from '../../../src/model.js'
import type { Persona } from '../../../src/persona.js'
import type { Random } from './random.js'

export const LANGUAGES = ['de', 'fr', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

interface Pool {
  readonly first: string
  readonly lastHead: string
  readonly lastTail: string
  readonly streets: string
  readonly cities: string
  readonly search: string
  readonly specialty: string
  readonly reason: string
  readonly condition: string
  readonly medication: string
  readonly insurance: string
  readonly title: string
  phone(random: Random): string
  address(random: Random, street: string, city: string): string
  number(random: Random): string
}

const split = (list: string): string[] => list.split('|').map((one) => one.trim())

const POOLS: Readonly<Record<Language, Pool>> = {
  de: {
    first: 'Jörg|Käthe|Björn|Anneliese|Günther|Svenja|Matthäus|Leonie|Søren|Friederike|Volker|Änne',
    lastHead: 'Weiß|Grün|Ober|Nieder|Stein|Krähen|Föhren|Buch|Lind|Mühl|Rauch|Silber|Heß|Dörr|Quellen|Rüben',
    lastTail: 'müller|hofer|bäcker|kötter|felder|schütz|brunner|mann|wieser|stätter|groß|lechner',
    streets: 'Invalidenstraße|Ahornweg|Königsallee|Am Mühlbach|Lange Straße|Birkenstraße',
    cities: '10115 Berlin|80331 München|50667 Köln|20095 Hamburg|99084 Erfurt|01067 Dresden',
    search: 'Blasenschwäche|Hodenschmerzen|Rückenschmerzen Übung|Ausschlag am Gesäß|Schwangerschaftsübelkeit' +
      '|Panikattacken nachts|Haarausfall|HIV-Schnelltest|Tripper Symptome',
    specialty: 'Urologie|Frauenärztin|Kinder- und Jugendpsychiatrie|Hämatologie|Proktologie|Kinderwunschzentrum',
    reason: 'Vorgespräch Vasektomie/Sterilisation Mann|Mädchensprechstunde|Abklärung Inkontinenz' +
      '|Krebsvorsorge Gebärmutterhals|Beratung vor Schwangerschaftsabbruch|Entzugsberatung (Alkohol)',
    condition: 'Colitis ulcerosa|Zwangsstörung|Prostatakrebs|Depression, schwer|Genitalherpes|Bluthochdruck',
    medication: 'Lorazepam 2,5 mg|Mirtazapin|Letrozol 2,5|Tamsulosin retard|Emtricitabin/Tenofovir|Clomifen',
    insurance: 'private|gesetzlich|Techniker Krankenkasse|Selbstzahler|AOK Rheinland',
    title: 'Dr. med. |Dr. |Prof. Dr. ',
    phone: (random) => `+49 30 23125 ${random.digits(3)}`,
    address: (random, street, city) => `${street} ${random.between(3, 998)}, ${city}`,
    number: (random) => `${random.pick(['Q', 'A', 'T', 'X'])}${random.digits(3)} ${random.digits(3)} ${random.digits(3)}`,
  },
  fr: {
    first: 'Chloé|Éloïse|Jérôme|Benoît|Maëlle|Thibault|Noémie|François|Agnès|Loïc|Solène|Hélène',
    lastHead: 'Beau|Château|Mont|Val|Dela|Fonte|Gué|Roche|Clair|Bois|Haut|Lé|Péri|Tré|Cour|Mé',
    lastTail: 'neuf|voisin|mont|croix|rivière|nelle|villiers|gnon|lanoë|fèvre|clerc|signac',
    streets: 'rue de la Fontaine|avenue du Général Leclerc|boulevard Voltaire|allée des Érables|place Saint-Éloi',
    cities: '75011 Paris|69003 Lyon|33000 Bordeaux|59000 Lille|06000 Nice|44000 Nantes',
    search: 'fuites urinaires|douleur au bas-ventre|éjaculation précoce|règles abondantes|boule au sein' +
      '|test VIH anonyme|crise d’angoisse|saignement rectal|démangeaisons intimes',
    specialty: 'Gynécologie|Urologue|Pédopsychiatre|Hématologie|Sage-femme|Addictologie',
    reason: 'IVG médicamenteuse|Consultation préalable à une vasectomie|Dépistage IST|Suivi de grossesse' +
      '|Sevrage tabagique|Première consultation de psychiatrie',
    condition: 'endométriose|trouble bipolaire|cancer du sein|séropositivité|dépression sévère|maladie de Crohn',
    medication: 'Lévothyrox 75 µg|mifépristone|Séresta 10 mg|tamoxifène|Méthadone sirop|sertraline',
    insurance: 'privée|mutuelle Harmonie|aide médicale de l’État|CPAM Rhône|sans mutuelle',
    title: 'Dr |Pr |Docteur ',
    phone: (random) => `+33 1 99 00 ${random.digits(2)} ${random.digits(2)}`,
    address: (random, street, city) => `${random.between(2, 299)} ${street}, ${city}`,
    number: (random) => `${random.pick(['1', '2'])} ${random.digits(2)} 0${random.between(1, 9)} ${random.digits(2)} ` +
      `${random.digits(3)} ${random.digits(3)} ${random.digits(2)}`,
  },
  en: {
    first: 'Tobias|Imogen|Rhiannon|Callum|Philippa|Desmond|Niamh|Gareth|Ottilie|Winifred|Alastair|Zoë',
    lastHead: 'Hart|Fair|Wether|Black|Under|Lang|Thorn|Mar|Holl|West|Ash|Pem|Chol|Whit|Stan|Brad',
    lastTail: 'noll|weather|by|mere|combe|dale|brook|hurst|worth|stead|bridge|ingham',
    streets: 'Larkspur Road|Old Mill Lane|Queen’s Gardens|St Bride Street|Hollow Way|Kestrel Close',
    cities: 'London N1 7AA|Leeds LS1 4AP|Bristol BS1 5TR|Cardiff CF10 1EP|Denver, CO 80202|Austin, TX 78701',
    search: 'possible HIV exposure|painful urination|missed period|blood in stool|lump in breast|panic attacks' +
      '|erectile dysfunction|heavy bleeding after abortion|anal itching',
    specialty: 'Sexual health|Urology|Colorectal surgery|Fertility clinic|Child psychiatry|Addiction medicine',
    reason: 'HIV post-exposure treatment (PEP)|Vasectomy consultation|Pregnancy termination counselling' +
      '|Smear test follow-up|Alcohol detox assessment|Gender identity referral',
    condition: 'bipolar disorder|ulcerative colitis|genital herpes|ovarian cancer|post-natal depression|chlamydia',
    medication: 'sertraline 50mg|mifepristone|methadone|letrozole 2.5 mg|Truvada|naltrexone',
    insurance: 'private|self-pay|statutory|Bupa Select|Medicaid Managed',
    title: 'Dr |Dr. |Professor ',
    phone: (random) => random.chance(0.5)
      ? `+44 20 7946 0${random.digits(3)}` : `+1 202 555 01${random.digits(2)}`,
    address: (random, street, city) => `${random.between(2, 299)} ${street}, ${city}`,
    number: (random) => `999 ${random.digits(3)} ${random.digits(4)}`,
  },
}

export interface Visitor extends Persona {
  readonly language: Language
  readonly first: string
  readonly last: string
}

/** One value of each kind that can be planted, two addresses. */
export function createVisitor(random: Random, language: Language): Visitor {
  const pool = POOLS[language]
  const of = (list: string): string => random.pick(split(list))
  const first = of(pool.first)
  const last = of(pool.lastHead) + of(pool.lastTail)
  let doctor = ''
  do doctor = `${of(pool.first)} ${of(pool.lastHead)}${of(pool.lastTail)}`
  while (doctor.includes(first) || doctor.includes(last))
  const values: Partial<Record<Kind, readonly string[]>> = {
    'health.search': [of(pool.search)],
    'health.specialty': [of(pool.specialty)],
    'health.reason': [of(pool.reason)],
    'health.condition': [of(pool.condition)],
    'health.medication': [of(pool.medication)],
    'health.insurance': [of(pool.insurance)],
    'health.practitioner': [random.pick(pool.title.split('|')) + doctor],
    'health.appointment': [`2031-0${random.between(1, 9)}-${random.between(10, 28)}T${two(random.between(8, 17))}:${random.pick(['10', '25', '40', '55'])}`],
    'identity.name': [`${first} ${last}`],
    'identity.email': [emailOf(random, first, last)],
    'identity.phone': [pool.phone(random)],
    'identity.birthdate': [`${random.between(1938, 2007)}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`],
    'identity.address': [pool.address(random, of(pool.streets), of(pool.cities))],
    'identity.insurance-number': [pool.number(random)],
    'network.ip': [fourOf(random), sixOf(random)],
  }
  return { id: `bench-${language}`, locale: language, values, language, first, last }
}

export const two = (number: number): string => String(number).padStart(2, '0')

export function asciiOf(text: string): string {
  const folded = text.replace(/ß/g, 'ss').replace(/ø/gi, 'o').replace(/æ/gi, 'ae').replace(/œ/gi, 'oe').replace(/µ/g, 'u')
  return folded.normalize('NFD').replace(/[^\u0000-\u007f]/g, '')
}

function emailOf(random: Random, first: string, last: string): string {
  const [f, l] = [asciiOf(first).toLowerCase(), asciiOf(last).toLowerCase()]
  const local = random.pick([`${f}.${l}`, `${f.slice(0, 1)}${l}${random.digits(2)}`, `${l}_${random.digits(4)}`,
    `${f}${random.digits(3)}+${random.pick(['praxis', 'rdv', 'clinic'])}`, `kontakt-${random.hex(5)}`])
  return `${local}@${random.pick(['example.org', 'example.com', 'example.net', 'mail.example'])}`
}

export function fourOf(random: Random): string {
  return `${random.pick(['203.0.113', '198.51.100', '192.0.2'])}.${random.between(1, 254)}`
}

export function sixOf(random: Random): string {
  return `2001:db8:${random.hex(3).replace(/^0+/, 'a')}::${random.hex(3).replace(/^0+/, 'b')}`
}
