/**
 * As `words.ts`, for the held-out seeds alone: nobody mends the vocabularies by these. The health words are all that say
 * something about health in the openings of public pages of practices and clinics (of heart, women's and sexual health,
 * urology, dermatology) in three languages, in their order, read once the vocabularies were committed. Whoever mends by
 * them moves them to `words.ts` and takes others.
 */
import type { Language } from './people.js'
import { toHealthWords, type HealthWord } from './words.js'

const split = (list: string): readonly string[] => list.split('|').map((one) => one.trim())

export const HEALTH_HELD_OUT: Readonly<Record<Language, readonly HealthWord[]>> = {
  de: toHealthWords(`Ablation | Katheterablation | Herzrhythmusstörungen | Herzerkrankungen | Herzkatheter | Radiofrequenzablation
    | Kryoablation | Vorhofflimmern | Laserablation | supraventrikuläre Tachykardie | ACE-Hemmer
    | arterielle Hypertonie | Akupunktur | Empfängnisverhütung | Schwangerenbetreuung | Kardiotokografie
    | Schwangerschaftsvorsorge | Hebammenleistungen | Psychotherapie | Psychoonkologie | HPV-Impfung
    | Grippeimpfung | Geburtstermin | Toxoplasmose-Test | Abstrich auf Streptokokken | Dreimonatsspritze
    | Krebsfrüherkennung | Krebsnachsorge | Urologie | Urologe | Erkrankungen der Geschlechtsorgane | Harnsteine
    | Tumoren | endoskopische Operationen | Andrologie | Haut- und Geschlechtskrankheiten | Psychotherapeuten`),
  fr: toHealthWords(`Gynécologie obstétrique | troubles du système reproducteur | femmes enceintes | accouchement | grossesse
    | obstétricien | contraception | post-partum | ménopause | infertilité | maladies sexuellement transmissibles
    | sexologie | pathologies cancéreuses | pathologies cardio-vasculaires | péri ménopause
    | affections psychosomatiques | ostéoporose | colposcopie | échographie | malformations | règles douloureuses
    | douleurs intimes | infections sexuellement transmissibles | suivi de grossesse | cancers génitaux
    | cancers mammaires | diagnostic anténatal | médecine fœtale | chirurgie carcinologique | oncoplastie | PMA
    | procréation médicalement assistée | maladie de peau | urgences dermatologiques | endocrinologie | oncologie`),
  en: toHealthWords(`combined pill | contraception | pregnancy | sexually transmitted infections | diarrhoea | vomiting
    | antibiotics | chest pain | breathlessness | swelling in your leg | headaches | migraines
    | visual disturbances | jaundice | progestogen-only pill | mini pill | genitourinary medicine clinic
    | sexually transmitted diseases | chlamydia | gonorrhoea | herpes | HPV | HIV | syphilis | hepatitis
    | cryotherapy | HIV prevention | Pre-exposure prophylaxis | Post-exposure prophylaxis | sexual health clinic
    | VD clinics | STD clinics | GUM clinics | psychological counseling | abortion services | morning after pills
    | urinary tract infections | cystitis | urethritis | genital infections | thrush | candida
    | bacterial vaginosis | abnormal discharge | contraception counselling | pregnancy testing | sexual dysfunction
    | birth control pills | intrauterine devices | emergency contraception | unprotected sex
    | antiretroviral therapy | human papillomavirus | hepatitis B | erectile dysfunction | retarded ejaculation
    | libido | genital pain | anorgasmia | vaginismus | pelvic pain | reversible contraception | IUD insertion
    | heavy menstrual bleeding | balanitis | eczema | lichen planus | lichen sclerosus | lichen simplex | psoriasis
    | vulvitis | vulval pain | trichomoniasis | vaginal discharge | STI in pregnancy | immunosuppression`),
}

export const EVERYDAY_HELD_OUT: readonly string[] = split(`Angebote der Woche | weekly deals | promotions de la semaine
  | Filialfinder | store locator | trouver un magasin | Lieferzeit | delivery time | délai de livraison | Rückgabe | returns
  | retours | Gästebestellung | guest checkout | commande en tant qu'invité | Regenschirm | umbrella | parapluie | Rucksack
  | backpack | sac à dos | Teppich | carpet | tapis | Wasserkocher | kettle | bouilloire | Bohrmaschine | power drill
  | perceuse | Kopierpapier | printer paper | ramette de papier | Fernseher | television | téléviseur | Bilderrahmen
  | picture frame | cadre photo | Yogamatte | yoga mat | tapis de yoga | Zelt | camping tent | tente | Kanutour | canoe trip
  | descente en canoë | Zugverbindung | train connection | correspondance train | Stadtplan | city map | plan de ville
  | Museum | musée | Theater | théâtre | Kinoprogramm | cinema listings | programme cinéma | Fußballergebnisse
  | football scores | résultats du foot | Aktienkurse | stock prices | cours de la bourse | Zinsrechner
  | interest calculator | taux d'intérêt | Kündigungsfrist | notice period | préavis | Umzugskartons | moving boxes
  | cartons de déménagement | Hundefutter | dog food | croquettes | Aquarium | Kaninchenstall | rabbit hutch | clapier
  | Gemüsesuppe | vegetable soup | soupe de légumes | Brot backen | bread baking | faire du pain | Weinprobe
  | wine tasting | dégustation de vin | Softwareentwickler | software developer | développeur | Buchhaltung | accounting
  | comptabilité | Steuerberater | tax adviser | expert-comptable | Rechtsanwalt | lawyer | avocat | Grundschule
  | primary school | école primaire | Universität | university | université | Bibliothek | library | bibliothèque
  | Feuerwehr | fire brigade | pompiers | Rathaus | town hall | mairie | Müllabfuhr | rubbish collection
  | collecte des déchets | Herzblatt | Herzstück | Handwerker | Armlehne | Beinkleid | Fußnote | Kopfzeile | Augenhöhe
  | Nasenspitze Felsen | Mundwerk | Zahnkranz | Haarsieb | Hautnah Konzert | Blutegelteich Wanderung | Knochenarbeit Buch
  | heartland | handbook | armada | legwork | footprint | headline | eyewitness | nosedive | mouthpiece | toothpick
  | hairpin bend | skinny jeans | bloodhound | bonehead | coup de main | bras de fer | pied de biche | tête-à-tête
  | œil-de-chat | nez à nez | bouche à oreille | dent de requin | cheveu d'ange | peau neuve | sang-mêlé roman`)
