/**
 * As `words.ts`, for the held-out seeds alone: nobody mends the vocabularies by these. The health words are all that say
 * something about health in the openings of public pages of practices, clinics, counselling centres and health portals (of
 * cancer, lungs and allergies, kidneys, rheumatism, pharmacies) in three
 * languages, in their order, each once, read once the vocabularies were committed. Whoever mends by
 * them moves them to `words.ts` and takes others.
 */
import type { Language } from './people.js'
import { toHealthWords, type HealthWord } from './words.js'

const split = (list: string): readonly string[] => list.split('|').map((one) => one.trim())

export const HEALTH_HELD_OUT: Readonly<Record<Language, readonly HealthWord[]>> = {
  de: toHealthWords(`onkologische Schwerpunktpraxen | Hämatologen und Onkologen | Langzeit- und Palliativversorgung
    | ambulante Versorgung von Krebspatienten | Krebsversorgung | medizinische Onkologie | Krebserkrankungen
    | Chemotherapien | Hormontherapien | Immunotherapien | gezielte Krebstherapien
    | Medikamente zur Tumorbekämpfung | Dauertropfinfusionen | ambulante Behandlung
    | Krebsbehandlung mit Zytostatika | Krebszellen | ~Krebsart | Chemotherapielösung
    | oberflächliche Tumoren der Haut | Psychoonkologie | psychosoziale Hilfen bei einer Krebserkrankung
    | Onkologische Rehabilitation | Krankheitsbewältigung | psychosoziale Versorgung | ~Depressionen
    | hämatologische und onkologische Erkrankungen | Tumorzellen | Tumorwachstum | Lungenfunktionsuntersuchung
    | Abklärung von Atembeschwerden | Lungenfunktionsstörungen | Asthma bronchiale
    | chronisch obstruktive Bronchitis | Lungengerüsterkrankungen | Lungenemphysem | Atemwegstherapeutika
    | Asthma-Medikamente | chronisch obstruktive Lungenerkrankung | Diagnostik von Allergien | Hausstaub-Allergie
    | Prick-Test | Heuschnupfen-Patienten | Desensibilisierungsbehandlung | Lungenkrankheiten | Lungenarzt | Husten
    | Atemnot | Schleimbildung | Pneumonien | COPD | Lungenfunktionsmessungen | Lunge & Bronchien
    | Autoimmun-Erkrankungen | Lungenkrebs | starkes Schnarchen | Verschluss der oberen Atemwege | Schlafapnoe
    | schlafmedizinische Untersuchungen | Lungenfacharzt | Lungen- und Bronchialheilkunde | Dyspnoe
    | Exazerbationen | Lungenheilkunde | Pneumologie | Erkrankungen der Lunge | Überempfindlichkeit der Bronchien
    | Chronische Bronchitis | Bronchiektasen | Rippenfellentzündung | Pneumothorax
    | Tumoren von Lunge, Bronchien und Rippenfell | Bronchialkarzinom | Sarkoidose | Lungenfibrosen
    | Staublungenerkrankung | asbestbedingte Erkrankungen | Tuberkulose | Lungenembolie | Vogelhalterlunge
    | neuromuskuläre Erkrankungen | Wirbelsäulenverkrümmungen | Luftnot in Ruhe | Pfeifende Atmung | Giemen
    | Brustschmerzen | ~Fieber | Nachtschweiß | Spirometrie | Einengung der Atemwege
    | bakterielle Atemwegsinfektionen | Atemwegserkrankungen | allergisches Asthma | Nephrologie
    | Nieren- und Bluthochdruckerkrankungen | Blutreinigungsverfahren | Dialyse | Apherese | Immunadsorption
    | Patienten mit einer transplantierten Niere | Dialysebehandlungen | Hämodialysebehandlung
    | dialysepflichtige Patienten | Nierenheilkunde | Nierenkrankheiten | Niereninsuffizienz | Kindernephrologie
    | Rheumatologie | Rheumaorthopädie | Arthrosonografie | rheumatische Erkrankungen
    | Systemischer Lupus erythematodes | Autoimmunerkrankung | Arthralgien | ~Fatigue | Myalgien
    | Hautveränderungen | Antimalariamittel | Glukokortikoide | Immunsuppressivum | Methotrexat
    | kardiovaskuläre Erkrankungen | Fibromyalgiesyndrom | Anämien | rheumatoide Arthritis | Kortison
    | Basistherapien | Arthritispatienten | Gelenkerkrankungen | Gicht | rheumatisches Fieber
    | Hochdruckkrankheiten | rezept- und apothekenpflichtige Medikamente | Milchpumpe | Blutdruckmessgeräte
    | orthopädische Hilfsmittel | ~Reiseapotheke | Blutzucker-, Blutfettwerte- und Blutdruckmessung
    | Rezeptur-Arzneimittel | Parenteralia | Wirkstoffe zur Krebsbehandlung | Fertigarzneimittel
    | Arzneimitteltherapiesicherheit | Inhalationsgeräte | chronische Erkrankungen | Doppelverordnungen
    | Impfberatung | Anmessen von Kompressionsstrümpfen | ~Altmedikamente | häusliche Krankenpflege
    | Apothekennotdienst | Bluthochdruck | erhöhte Blutfettwerte | koronare Herzkrankheit | ~Ernährungsberatung
    | Stillprobleme | Brusthütchen | Brustwarzensalbe | Medikationsberatung chronisch Kranker | Wechselwirkungen
    | OTC-Präparate | Inhalationstechnik | Polymedikation | orale Antitumortherapie | Organtransplantation
    | verschreibungspflichtige Medikamente | rezeptfreie Arzneimittel | Blutzuckertests
    | Raucherentwöhnungsprogramme`),
  fr: toHealthWords(`Radiothérapie externe | traitements du cancer | oncologues radiothérapeutes | chirurgie et la chimiothérapie
    | Dosimétrie | Effets secondaires | cellules d'une tumeur | Cancer de l'anus | démangeaisons persistantes
    | saignements rectaux | douleurs anales | changements dans les selles | tests de dépistage | biopsies
    | cellules cancéreuses | infections sexuellement transmissibles | tabagisme | VIH
    | vaccination contre le papillomavirus humain | radiothérapie | soins palliatifs | cancers avancés
    | traitements oncologiques | leucémies aiguës | sarcomes osseux | lymphomes malins | tumeurs germinales
    | cancers du sein invasifs | mortalité des cancers | gliomes intracrâniens | astrocytome de grade 2
    | tumeur gliale | IRM cérébrale | abcès cérébral | effets secondaires lourds | registre du cancer
    | tumeurs filles | métastases | maladies oncologiques | facteurs héréditaires | Hypersensibilité Respiratoire
    | pneumopathie d'hypersensibilité | maladie inflammatoire des poumons | alvéoles pulmonaires | ~fibrose
    | maladies pulmonaires inflammatoires | inflammation dans les alvéoles | voies respiratoires | asthme
    | maladie respiratoire chronique | allergologue | auscultation pulmonaire | bruits respiratoires
    | crises d'asthme | allergènes | maladie des bronches | hyper-réactivité bronchique | œdème bronchique
    | hypersécrétion bronchique | asthme aigu grave | toux spasmodique | bronchites sifflantes à répétition
    | essoufflement | respiration sifflante | Pneumo-allergologue | allergie respiratoire | rhinite allergique
    | asthme allergique | conjonctivite allergique | ~toux | acariens
    | inflammation des voies aériennes supérieures | toux à l'effort | réveils nocturnes | oppression thoracique
    | rhumes et rhinites à répétition | rhume des foins | épreuves fonctionnelles respiratoires
    | obstruction des bronches | débits pulmonaires | radiographie pulmonaire | difficultés respiratoires
    | thérapie antiasthmatique | sensibilisation à IgE | allergènes atmosphériques | prick-test | Atopie
    | maladies allergiques | eczéma atopique | pneumologie | maladies des poumons
    | infections des poumons et de la plèvre | cancer du poumon | apnées du sommeil
    | insuffisances respiratoires chroniques | BPCO | scanner thoracique | bilans sanguins | marqueurs de cancer
    | prélèvement artériel | prélèvements bactériologiques | recherche de tuberculose | fréquence cardiaque
    | tension artérielle | enregistrement polysomnographique du sommeil | pauses respiratoires | néphrologue
    | spécialiste des reins | maladies rénales | néphropathies | sang dans les urines | protéines dans les urines
    | insuffisance rénale chronique | dialyse | transplantation rénale | patients transplantés du rein
    | hémodialyse | dialyse péritonéale | néphrologie | colique rénale | protéinurie | hématurie
    | syndrome néphritique | glomérulonéphrite | infections urinaires répétées | diabète | hypertension artérielle
    | obésité | échographie des reins | scintigraphie rénale | biopsie rénale | angiographie | greffe de rein
    | analyse d'urine | fonction rénale | équilibre acide-base | calculs rénaux | médicaments anti-rejet
    | patients diabétiques | maladies auto-immunes | ostéodystrophie rénale | rein transplanté
    | traitement par hémodialyse | rhumatologue | maladies rhumatismales | arthrite | polyarthrite rhumatoïde
    | lupus érythémateux disséminé | phénomène de Raynaud | maladie inflammatoire affectant les articulations
    | déformations permanentes des articulations | maladie auto-immune | maladies musculo-squelettiques et cutanées
    | mains et des pieds froids | problèmes de circulation sanguine | sclérodermie | problèmes de reins
    | affection rénale | insuffisance rénale à phase terminale | dispensation de médicaments
    | pharmacien d'officine | prescription et l'administration de certains vaccins | pharmacie d'hôpital
    | soins pharmaceutiques | soins intensifs | vaccination contre la grippe | Covid-19 : vaccination
    | femmes enceintes | vaccination de rappel | Mesure de la glycémie | Prise de tension | hypotension
    | Vaccination contre l'hépatite A | vaccin de l'hépatite B | grippe saisonnière
    | rougeole, les oreillons et la rubéole | erreurs médicamenteuses | endoprothèses coronaires | stents
    | facteurs de risque cardiovasculaires | HTA | Orthèses de série du membre inférieur | genouillère rotulienne
    | orthèses de genou | effet antalgique | genouillères articulées | PCR nasopharyngé | PCR salivaire
    | test rapide antigénique | autotests | dispositifs médicaux`),
  en: toHealthWords(`treatment of cancer | abnormal cells | lung cancer | colon cancer | prostate cancer | breast cancer
    | Medical Oncology | chemotherapy | hormone therapy | radiation oncology | radiation therapy | malignancy
    | medical oncologist | cancer patients | drug treatment for cancer | infusion suites | gene mutation
    | cancer cells | leukemia | lymphoma | melanoma | oncologists | cancer-fighting drugs | cancer prevention
    | solid tumors | Cancer symptoms | ALK inhibitors | sarcoma | malignant tumors of muscles | immunotherapy
    | targeted therapy | malignant diseases | Surgical oncology | removal of the tumor | biopsies
    | cancerous tumors | community pharmacist consultation | prescription drugs | Prescription Dispensing
    | Medication Therapy Management | medication reviews | medication-related problems
    | adverse effects or drug interactions | Over-the-Counter Products | pain relievers | Pharmacy Services
    | Prescription Renewals | narcotics or controlled drugs | Minor or Common Ailments | Allergies
    | Menstrual Cramps | Calluses and Corns | Mild Acne | Cold Sores | Stings and Hives
    | Skin Conditions Due to Allergic Reactions | Mild Headaches | Coughs | Eczema | Dandruff
    | Minor Muscle and Joint Pain | Dry Eyes | Minor Sleep Disorders | Hemorrhoids | Nausea | Impetigo
    | Non-Infectious Diarrhea | Indigestion | Heart Burn | Oral Ulcers | Nasal Congestion and Sore Throats
    | Skin Fungal Infections | Athlete's Foot | Oral Thrush | Threadworms and Pinworms | Yeast Infections | Warts
    | Therapeutic Substitution | Alcohol screening and intervention service | hazardous drinking
    | Anticoagulant monitoring service | warfarin | blood tests | Asthma support service | inhaler technique
    | stop smoking support | flu jab | ~weight management | Blood-bourne virus testing | hepatitis b | hepatitis C
    | HIV | minor ailment services | Asthma | lung condition | wheezing | chest tightness | shortness of breath
    | coughing | exercise-induced asthma | occupational asthma | allergy-induced asthma | asthma attacks
    | asthma inhaler | Nasal and Eye Allergy | seasonal or year-round allergens | hay fever | runny or itchy nose
    | itchy eyes or throat | itchy ears | dust mites | post nasal drip | ~fatigue | Food Allergy
    | abnormal immune responses | asthma specialist | Allergy shots | breathing problems | spirometry test
    | Biologics for severe asthma | Exhaled nitric oxide assessment | rescue medications | Asthmatics
    | hypersensitivity | upper respiratory allergies | sinusitis | allergen immunotherapy | allergic rhinitis
    | chronic cough | atopic dermatitis clinic | difficulty breathing | lung disorder | food allergies
    | narrowing of the bronchioles | acid reflux | sinus disease | pulmonary function testing | Allergy testing
    | Chest x-rays | blood work | watery eyes | ~itching | respiratory problems | non-allergic asthma | Nephrology
    | kidney problems | renal replacement therapy | dialysis | kidney transplantation | autoimmune disease
    | renal osteodystrophy | hypertension | nephrologist | kidney diseases | electrolyte disturbances
    | renal transplant patients | acute kidney failure | chronic kidney disease | hematuria | proteinuria
    | kidney stones | disorders of acid/base or electrolytes | vasculitis | Goodpasture's disease | lupus nephritis
    | IgA nephropathy | membranoproliferative glomerulonephritis | minimal change disease
    | focal and segmental glomerulosclerosis | membranous nephropathy | renal amyloidosis
    | thrombotic microangiopathy | nephrotic syndrome | nephritic syndrome | renal failure
    | acute and chronic interstitial nephritis | reflux nephropathy | atheroembolic disease | renal artery stenosis
    | kidney trauma | scarring of the kidney | kidney dysfunction | glomerular diseases | tubular defects
    | neoplasms of the kidney | nephrolithiasis | rheumatic diseases | rheumatoid arthritis | lupus
    | inflammation of the kidneys | Nonsteroidal anti-inflammatory drugs | pain relief | protein levels in urine
    | end-stage renal disease | polycystic kidney disease | renal physician`),
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
