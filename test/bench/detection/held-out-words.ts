/** As `words.ts`, for the held-out seeds alone: nobody mends the vocabularies by these. */
import type { Language } from './people.js'

const split = (list: string): readonly string[] => list.split('|').map((one) => one.trim())

export const HEALTH_HELD_OUT: Readonly<Record<Language, readonly string[]>> = {
  de: split(`Vasektomie rückgängig machen | Abtreibung Beratungsschein | Fehlgeburt in der 8. Woche | IVF-Behandlung
    | Wehen | Eisprungrechner | Gestationsdiabetes | Gebärmutterentfernung | Myome | PCO-Syndrom | Scheidentrockenheit
    | vorzeitiger Samenerguss | Chlamydien | HPV-Test | Prostatitis | Nierenbeckenentzündung | Mammographie | Lymphom
    | Melanom | Hirntumor | Chemotherapie Nebenwirkungen | Depression | Angststörung | Essstörungen | Zwangserkrankung
    | Schizophrenie | Borderline | Trauma-Therapie | Psychotherapie | Alkoholkrank | Opiatabhängigkeit | Rauchentwöhnung
    | Diabetes | Bluthochdruck | Herzinfarkt | Schlaganfall | Vorhofflimmern | Krampfadern | Bronchitis | Lungenentzündung
    | Gallensteine | Hepatitis C | Darmpolypen | Bandscheibenvorfall | Hüftarthrose | Rheumatoide Arthritis | Schuppenflechte
    | Gürtelrose | Fußpilz | Tinnitus | Glaukom | Hörsturz | Zahnimplantat | Kieferorthopäde | Urologe | Neurologin
    | Prozac | Ritalin | Insulin | Viagra`),
  fr: split(`annulation de vasectomie | IVG délai | fausse couche précoce | FIV | ovulation | diabète gestationnel
    | hystérectomie | fibromes utérins | syndrome des ovaires polykystiques | sécheresse vaginale | éjaculation précoce
    | chlamydia | frottis | prostatite | pyélonéphrite | mammographie | lymphome | mélanome | tumeur cérébrale
    | chimiothérapie effets secondaires | dépression majeure | trouble anxieux | troubles alimentaires | TOC traitement
    | schizophrénie | trouble borderline | psychothérapie | alcoolisme | dépendance aux opiacés | arrêt du tabac | diabète
    | hypertension | infarctus | AVC | fibrillation auriculaire | varices | bronchite | pneumonie | calculs biliaires
    | hépatite C | polypes du côlon | hernie discale | coxarthrose | polyarthrite rhumatoïde | psoriasis | zona | mycose
    | acouphènes | glaucome | surdité brusque | implant dentaire | orthodontiste | urologue | neurologue | Prozac | Ritaline
    | insuline | Viagra`),
  en: split(`vasectomy reversal cost | abortion pill by mail | early miscarriage | IVF | ovulation calculator
    | gestational diabetes | hysterectomy | uterine fibroids | PCOS | vaginal dryness | premature ejaculation | chlamydia
    | pap smear | prostatitis | kidney infection | mammogram | lymphoma | melanoma | brain tumor
    | chemotherapy side effects | depression treatment | anxiety disorder | eating disorders | OCD treatment | schizophrenia
    | borderline personality | psychotherapy | alcoholics anonymous | opioid addiction | smoking cessation | diabetes
    | hypertension | heart attack | stroke symptoms | atrial fibrillation | varicose veins | bronchitis | pneumonia
    | gallstones | hepatitis C | colon polyps | herniated disc | hip arthritis | rheumatoid arthritis | psoriasis | shingles
    | athlete's foot | tinnitus | glaucoma | sudden hearing loss | dental implant | orthodontist | urologist | neurologist
    | Prozac | Ritalin | insulin | Viagra`),
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
