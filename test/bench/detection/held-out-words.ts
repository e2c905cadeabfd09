/**
 * As `words.ts`, for the held-out seeds alone: nobody mends the vocabularies by these. The health words are all that say
 * something about health in the openings of public pages of practices, clinics and health portals (of family doctors,
 * physiotherapy, osteopathy, foot care) in three languages, in their order, each once, read once the vocabularies were
 * committed; the everyday ones stand so in public pages of shops, town halls and travel. Whoever mends by them moves them to
 * `words.ts` and takes others.
 */
import type { Language } from './people.js'
import { toHealthWords, type HealthWord } from './words.js'

const split = (list: string): readonly string[] => list.split('|').map((one) => one.trim())

export const HEALTH_HELD_OUT: Readonly<Record<Language, readonly HealthWord[]>> = {
  de: toHealthWords(`Hausärztliche Vorsorgung | Ultraschalldiagnostik | Sonografie | Spirometrie | Messung des Lungenvolumens
    | Beurteilung der Lungenfunktion | Pneumologie | Gesundheits-Check-Up | Hausarzt | Gesundheitsvorsorge
    | Früherkennung bestimmter Krankheiten | Typ-2-Diabetes | Nierenleiden | Herz-Kreislauf-Erkrankungen | Anamnese
    | ~Übergewicht | Krebserkrankungen im familiären Umfeld | Impfstatus | ganzkörperliche Untersuchung
    | Blutdruckmessung | Laboruntersuchung des Blutes | Cholesterin | Hepatitis-B- und Hepatitis-C-Infektion
    | Ultraschalluntersuchung | Früherkennung eines Bauchaortenaneurysmas | Gesundheitsvorsorgeuntersuchung
    | Hausarztvertrag | körperliche Untersuchung | Blutfette | Triglyceride | Nüchternblutzucker | Urinuntersuchung
    | Ultraschalluntersuchung des Bauchraums | EKG | Ultraschalluntersuchungen der Halsarterien
    | Selbstzahlerleistungen | Individuelle Gesundheitsleistungen | Darmkrebsvorsorge | Stuhluntersuchung
    | Darmspiegelung | Facharzt für Allgemeinmedizin | Fachärzte für Innere Medizin | chronische Krankheiten
    | Bauchschmerzen | Schnupfen | Husten | Kopfschmerzen | Verstopfung | Erkältungen | Grippe | Bluthochdruck
    | Rückenschmerzen | Diabetes | Asthma | Schilddrüsenerkrankungen | Abhören der Lunge
    | Laboruntersuchungen von Urin und Blut | Belastungs-EKG | Internisten | hausärztliche Versorgung
    | Schmerzmittel | Antibiotika | Arbeitsunfähigkeitsbescheinigung | Krankschreibungen | ~Atteste
    | Vorsorgeuntersuchungen | Impfungen | Tetanus | Keuchhusten | Diphtherie | Ganzkörperuntersuchung
    | Blut- und Urinuntersuchung | Stoffwechselerkrankungen | Zuckerkrankheit | erhöhtes Cholesterin | Schlaganfall
    | Herzinfarkt | krankhafte Befunde | Herz-Kreislauferkrankungen | Nierenerkrankungen | Gesundheitsuntersuchung
    | Hautkrebsscreening | Kinder- und Jugendlichen-Vorsorge | Prostata-Krebs-Vorsorge
    | Früherkennungsuntersuchungen | hausarztzentrierte Versorgung | Krankheitsgeschichte
    | kardiovaskuläre und onkologische Risikofaktoren | Laborwerte | Urinstatus | Blutzuckerbestimmung
    | Gesamtcholesterin | Hepatitis B- und Hepatitis C-Virusinfektion
    | Bestimmung von Cholesterin und Zucker im Blut | Kontrolle des Impfausweises | Blutentnahme | Mittelstrahlurin
    | Physiotherapie | Krankengymnastik | krankengymnastische Übungen | physikalische Maßnahmen | ~Massagen
    | fasziale Therapie | manuelle Lymphdrainagen | neurologische Beschwerdebilder | Nachbehandlung von Operationen
    | Wärme- und Kälteanwendungen | Elektrotherapie | Lähmungen | Haltungsschwächen | ~Heiße Rolle | Rehabilitation
    | medikamentöse ärztliche Behandlung | akute Schmerzzustände | Mobilisationsübungen | Bewegungstherapie
    | Störungen des Bewegungsapparates | Störungen des zentralen und peripheren Nervensystems
    | Erkrankungen der inneren Organe und der Psyche | Schmerzreduktion`),
  fr: toHealthWords(`suivi du nourrisson | ~dépistage | éducation pour la santé | pédiatre de ville | médecin généraliste
    | prise en charge de l'enfant | déserts médicaux | maisons de santé | médecine de proximité
    | soins de premier recours | maisons médicales de garde | service des urgences | généraliste de garde
    | permanence des soins | kinésithérapeute | accès aux soins | masso-kinésithérapie | chiropraxie | ostéopathie
    | masseurs-kinésithérapeutes | auxiliaires de santé | prescription médicale | kinésithérapie passive
    | handicap moteur | attitudes scoliotiques | scolioses modérées | Déformations posturales du nouveau-né
    | torticolis | Suites de traumatologie | auto rééducation | troubles de l'appareil locomoteur
    | altération fonctionnelle | ~traumatisme | rééducation | perte musculaire | troubles de la mobilité
    | mauvaises postures | arthrose | rhumatismes | appareil musculosquelettique | séances de kinésithérapie
    | thérapies manuelles | troubles musculo-squelettiques | système cardio-respiratoire
    | réhabilitation cardiaque ou respiratoire | réentrainement à l'effort | drainage lymphatique
    | système neurologique | parkinson | sclérose en plaques | ~AVC | système uro-génital | rééducations périnéales
    | post partum | prolapsus | incontinences urinaires d'effort | hyperactivité vésicale
    | opération de la prostate | système vestibulaire | vertige paroxystique positionnel bénin
    | rééducation vestibulaire | rééducation maxillo-faciale | amplitudes articulaires | intervention chirurgicale
    | atteinte neurologique | massage des cicatrices | mobilisations passives | électrothérapie | ondes de chocs
    | physiothérapie | mal de dos | lumbago | sciatique | ~entorses diverses | douleurs articulaires | ~fractures
    | urogynécologie | neurologie | cancer du sein | kiné du sport | centre de rééducation | services hospitaliers
    | patients atteints d'AVC | problème cardiaque | diabète | récupération fonctionnelle | ~entorse | tendinite
    | lombalgie | dorsalgie | cervicalgie | douleurs maxillaires | douleurs au coccyx | pubalgies | névralgies
    | troubles circulatoires des membres inférieurs | ~oppressions | palpitations | hémorroïdes
    | auxiliaires médicaux`),
  en: toHealthWords(`Family medicine | primary care | chronic illnesses | diabetes | hypertension | asthma
    | patient education and counseling | family medical history | vital signs | blood pressure | heart rate
    | over-the-counter drugs | family doctor | preventative care services | preventive care
    | scheduled immunizations | Family Practice | family physician | Routine checkups | Health-risk assessments
    | Immunization and screening tests | primary care physicians | wellness exams | preventive screenings
    | nurse practitioners | physician assistants | minor surgical procedures | management of chronic diseases
    | Urgent care | sudden illnesses or injuries | sports physicals | Immunizations | pediatrician | internist
    | gerontologist | urgent care clinic | ~sprain | pediatrics | internal medicine | gynecology | minor surgery
    | Nursing homes | Community health centers | Emergency rooms | prenatal care | deliver babies
    | dermatologic care | acne | rashes | mole checks | women's health | PAP smears | breast exams
    | mammogram referrals | men's health | prostate exams | musculoskeletal care | ~fractures
    | chronic and acute back pain | geriatric care | behavioral health | ~depression | ~anxiety
    | high blood pressure | circumcisions | vasectomies | colposcopies | knee and shoulder injections
    | critical care | Physiotherapy | physical therapy | physical impairments | ~disabilities
    | Musculoskeletal injuries | back pain | neck pain | joint pain | Neurological conditions | ~stroke
    | multiple sclerosis | Parkinson's disease | Cardiovascular and respiratory conditions
    | chronic obstructive pulmonary disease | heart disease | pulmonary fibrosis | Sports injuries
    | Women's health issues | urinary incontinence | pelvic pain | Exercise therapy | Manual therapy
    | Electrotherapy | Assistive devices | ~crutches | wheelchairs | Bone and joint conditions
    | orthopaedic surgery | deformities of the bones or joints | Heart and lung conditions | heart attack
    | cystic fibrosis | conditions that affect the brain and nervous system | cerebral palsy | spina bifida
    | Childhood conditions | arthritis | osteoporosis | hip replacement surgery | Osteopathy
    | osteopathic physician | overuse injuries of the lower extremities | foot deformities
    | arthritic and diabetic foot disorders | foot-related disorders | shoe orthotic | custom orthotic | podiatry
    | lower limb and foot conditions | Podiatrists | footcare | feet and ankle problems | skin and nail conditions
    | callus and corns | ingrowing nails | verrucae treatment | gait analysis | flat feet | excessive pronation
    | plantar fasciitis | shin splints | heel pain | ankle pain | knee pain | tendonitis | high arched feet
    | claw toes | Morton's neuroma | rheumatoid arthritis | foot ulcer management | Nail surgery | ingrown toenails
    | local anaesthetic | electrical stimulation | ultrasound therapy | laser therapy | movement disorders
    | neuromuscular disorders | pulmonary rehabilitation | migraine headaches | nerve injuries | morbidly obese
    | muscle tension | soft tissue injury | degenerative joint disease`),
}

export const EVERYDAY_HELD_OUT: readonly string[] = split(`graded appliances | major outlets | damaged packaging | product page | ex-display electricals
  | small marks or dents | huge savings | extended warranties | factory seconds | original supplier | manufacturer
  | fridge | well-known online retailer | hottest selling items | electronics | laptops | Chromebooks
  | home networking | sales of freezers | stockpiling | personal care products | electric toothbrushes
  | smart furniture | coffee table | side table with LED lights | cooling drawer | wireless charging | USB ports
  | power supply | built-in speakers | mid-century design | drones | bread makers | smart gardening products
  | third quarter | tech supplier | homewares | online spend | bricks and mortar retailers | big ticket sales
  | basket size | internet sales | household goods | housing market | electrical appliances
  | limited edition toaster | cookware | groceries and clothing | virtual store | online storefront | ovens
  | fashion | loungewear | athleisure | smartphones | influencers | marketplaces | back gardens | garden equipment
  | barbecues | hammocks | footballs | lawnmowers | flip flops | triple-digit growth | lockdown | Bürgerservice
  | Rathaus-Erdgeschoss | Willkommenstheke | Ausländerbehörde | Meldebehörde | Pass- und Ausweisbehörde
  | Kfz-Zulassung | Fahrerlaubnisbehörde | Terminvereinbarung | Wartebereich | Sitzplätze
  | Onlinedienste des Rathauses | Weihnachtsferien | Auslandsreisen | elektronische Wohnsitzanmeldung | AusweisApp
  | Personalausweis | Nutzerkonto | Bundesdruckerei | Adressaufkleber | Bürgerportal | Kommunalwahl | Stichwahl
  | Bürgerbüro | Parteiverkehr | persönliche Vorsprachen | Abholung von Pässen | Führungszeugnis
  | gewöhnlicher Aufenthalt | Ehepartner | Vormund oder Betreuer | gesetzlicher Vertreter | Mietvertrag
  | Unterkunftsbescheinigung | Drittstaatsangehörige | Anwohnerparkausweis | Wohngebietswechsel
  | Einwohnermeldeamt | Schließung der Stadtverwaltung | Jahreswechsel | Zulassungsstelle | Standesamt
  | Wertstoffhof | Friedhöfe | Wahlamt | Wahlvorschläge | Mängelmelder | Beschwerden, Meldungen und Anregungen
  | Stadtbibliothek | Publikumsverkehr | Heirat und Urkundenbestellung | Ordnungsamt | Straßenverkehrsabteilung
  | Stadtarchiv | Bestattungswesen | Abfallwirtschaft | Stadtreinigung | Menschenansammlungen | Warteschlangen
  | Einbahnstraßen-System | circuits de randonnée | bonne table | rando gourmande | panier pique-nique
  | saucisson de canard | caillé de brebis | jurançon | auberge de pays | office du tourisme | maître-queux
  | macaron Michelin | gorges de l'Allier | grandes toques régionales | porc noir de Bigorre
  | herbes de la montagne | l'estomac du marcheur | pension complète | petite balade digestive
  | randonnées sportives | dénivelé | balade gastronomique | randonnée-fondue | produits du terroir
  | parcours facile | sans le moindre stress | restaurants d'altitude | télécabine | apéritif | plat principal
  | dessert | week-ends post-confinement | parc naturel régional | haute vallée de Chevreuse | musée à ciel ouvert
  | château de la Madeleine | architecture moderne | centre monastique | forêts | vallées | cours d'eau
  | sentiers balisés | VTT | balades à cheval | baignades aux étangs | baptêmes en montgolfière | accrobranche
  | cité souterraine | patrimoine historique | espaces naturels protégés | traditions culinaires
  | patrimoine mondial de l'UNESCO | monuments | visites guidées | réveillon | vieux remparts | feux d'artifices
  | abbayes séculaires | cités médiévales | jardins à la française | escalier en spirale | vignobles
  | plages pittoresques | temples bouddhistes | refuges de montagne | tisanes aux plantes médicinales
  | marchés colorés | kimchi fermenté | poisson grillé`)
