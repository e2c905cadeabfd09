/**
 * As `words.ts`, for the held-out seeds alone: nobody mends the vocabularies by these. The health words are all that say
 * something about health in the openings of public pages of practices, clinics and health portals (of family doctors,
 * physiotherapy, osteopathy, foot care) in three languages, in their order, each once, read once the vocabularies were
 * committed. Whoever mends by them moves them to `words.ts` and takes others.
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

export const EVERYDAY_HELD_OUT: readonly string[] = split(`Gartenschere | garden shears | sécateur | Waschmaschine Toplader
  | washing machine | lave-linge | Bohrmaschine | cordless drill | perceuse sans fil | Kinderwagen | school bags
  | cartable | Regenjacke | rain jacket | imperméable | Laufband | running shoes | chaussures de course
  | Kaffeevollautomat | coffee grinder | machine à café | Herzogenaurach | Heart of Midlothian | Cœur d'Alene
  | Lebergasse | Liverpool FC | Livre de poche | Nierstein | Sidney Opera House | Rennes | Hirnschale Museum
  | Brainerd | Cerveau Editions | Handball | handball court | handball féminin | Fußmatte | football pitch | footing
  | Armband | arm wrestling | armoire ancienne | Beinhaus | legwear | jambon de Parme | Magenbrot | Magellan
  | estomper une photo | Augsburg | Eyeliner | œillets de rideau | Ohrringe | earrings | boucles d'oreilles
  | Nasa mission | nosegay | nez rouge clown | Zahnbürstenhalter | toothpick holder | dentelle | Lippenstift
  | lipstick | rouge à lèvres | Haarspray | hair dryer | sèche-cheveux | Bauchtasche | bum bag | sac banane
  | Rückgabe | back to school | rentrée des classes | Knochen für die Suppe | bonfire night | os de seiche
  | Blutwurst | bloodhound | boudin noir | Hautnah Festival | skinny jeans | peau d'âne | Herzblatt | heartland
  | courgettes | Nervenkitzel | nervy finish | énervé | Grippsholm | gripping tale | gripper | Pestalozzi | pesto
  | peste soit des gens | Husterhöhe | cough up the money | toucan | Fiebig | feverfew plants | février | Masernweg
  | measly offer | rougeole verte | Krebs im Kochtopf | crab cakes | écrevisses | Infektor | inspection report
  | inflexion | Pilzsuppe | mushroom soup | velouté de champignons | Wundertüte | wonderland | plaisir | Brandenburg
  | Burnley | brûlot | Narvik | scarf | écharpe | Kurzurlaub | cure for boredom | curry | Therme Erding | theremin
  | théorème | Operette | opera tickets | opérette | Pflegeleichte Pflanzen | careers page | soin des plantes
  | Medizinball | medieval fair | médiathèque | Apothekerschrank | farm shop | ferme pédagogique | Arztroman
  | doctoral thesis | doctorat en histoire | Schwesterfirma | nursery rhymes | infirmerie du château | Klinkerstein
  | clink and drink | clin d'œil | Zentralbank | central heating | chauffage central | Steckdose
  | dosage des peintures | socket wrench | Tablettenfach | tablet computer | tablette graphique | Tropfsteinhöhle
  | drop shipping | goutte à goutte jardin | Salben und Schmieren von Lagern | save the date | baume du tigre film
  | Pumpernickel | pumpkin carving | pompe à vélo | Spritzguss | syringe museum poster | seringat blanc | Testfahrt
  | test drive | essai routier | Scanner Epson | scan and copy | numériser des photos | Röntgenstraße 5
  | X-ray vision comics | rayon librairie | Laborfilter | laboratory glassware | labourage | Kassenbon
  | cash register | ticket de caisse | Versicherung fürs Handy | phone insurance | assurance mobile | Schwangau
  | pregnant with meaning | enceintes connectées | Geburtstagskuchen | birthday cake | gâteau d'anniversaire
  | Wehrdienst | labour party | travail à domicile | Stillleben | nursing a grudge | allée des tilleuls
  | Pubertier Film | puberty blues novel | pub irlandais | Hormonika | harmony singing | harmonie municipale
  | Drogerie | drugstore cowboy | drogman | Suchfunktion | addictive game | ajout au panier | Trinkwasser
  | drinking fountain | eau potable | Depressionszone Wetter | depressed market | dépression météo
  | Manie der Sammler | mania album | manège | Stressfrei reisen | stress-free moving | déménagement serein
  | Schlafzimmer | sleeper train | train de nuit`)
