/**
 * As `words.ts`, for the held-out seeds alone: nobody mends the vocabularies by these. The health words are all that say
 * something about health in the openings of public pages of practices, clinics, counselling centres and health portals (of
 * bones and joints, nerves and mind, children, ear, nose and throat, eyes, teeth, stomach and hormones, fertility,
 * addiction) in three languages, in their order, each once, read once the vocabularies were committed. Whoever mends by
 * them moves them to `words.ts` and takes others.
 */
import type { Language } from './people.js'
import { toHealthWords, type HealthWord } from './words.js'

const split = (list: string): readonly string[] => list.split('|').map((one) => one.trim())

export const HEALTH_HELD_OUT: Readonly<Record<Language, readonly HealthWord[]>> = {
  de: toHealthWords(`Rückenschmerzen | muskuläre Verspannungen | Arthrose | Osteochondrose | Bandscheibenschäden | Wirbelgleiten
    | Lockerung von Gelenken | psychosomatische Ursachen für Rückenschmerzen | Wirbelbrüche | Ausrenkungen
    | Osteoporose | krankengymnastische Beübung | medikamentöse Therapie
    | Erkrankungen des Haltungs- und Bewegungsapparates | Verletzungen und Erkrankungen des Stützapparates
    | Erkrankungen des Stütz- und Bewegungsapparats | Bandscheibenvorfälle | Gelenkverschleiß
    | Rheumatische Erkrankungen des Bewegungsapparates | Knochenbrüche und Sportverletzungen | Skoliose
    | X- oder O-Beine | Sehnen- und Bänderrisse | Schulter-, Knie- und Hüftprobleme | Schleimbeutelentzündungen
    | Karpaltunnelsyndrom | Nervenengpasssyndrome | Wachstumsstörungen | Knorpelabnutzung
    | Entzündungshemmende Medikamente | orthopädische Hilfen | arthroskopische Spülung | Gelenktoilette
    | Arthroskopie Knie | Kniegelenksverletzungen | Knorpelschädigungen | Bandverletzungen | Meniskusrisse
    | Kapselentzündungen der Schulter | Entzündungen der Bizepssehne | Engpasssyndrom unter dem Schulterdach
    | Ausrenkungen der Kniescheibe | Verletzungen der Knochen | angeborene Fehlbildungen der Wirbelsäule
    | Neuropsychologische Testung nach Schlaganfall | Schlaganfallpatienten
    | neuropsychologische Funktionsstörungen | Konzentrationsdefizite | Gedächtnislücken | Sehstörungen
    | Neurologie | Psychiatrie | Erkrankungen des Gehirns | Schizophrenie | Suchterkrankungen
    | Persönlichkeitsstörungen | Epilepsie | Parkinson | Migräne | ~EEG | Lumbalpunktion | Gedächtnissprechstunde
    | Subjektive Gedächtnisbeeinträchtigungen | Demenzdiagnostik | Spannungskopfschmerzen | epileptischer Anfall
    | Polyneuropathie | Hals-Nasen-Ohren-Heilkunde | Erkrankungen der Ohren | Hörstörungen | Stimmprobleme
    | Neugeborenen-Hörscreening | Kindervorsorgeuntersuchungen | Jugendgesundheitsuntersuchung
    | Hörtests bei Erwachsenen | Audiometrie | Ton- und Sprachaudiometrie | Hörprüfung | Hörverlust | Hörminderung
    | Schwerhörigkeit | Otoakustische Emissionen | Allergologie und Schlafscreening | Eigenbluttherapien
    | Tauchsportuntersuchungen | Schallleitungs-Schwerhörigkeit | Hauttests | Prick-Test | Intrakutantest
    | Allergendiagnostik | Antihistaminika | Kortikosteroide | Hyposensibilisierung | Verordnung für Hörgeräte
    | Refraktionsanomalien | Hornhautverkrümmung | Altersweitsichtigkeit | Keratokonus | Hornhautnarben
    | Linsentrübungen | Grauer Star | Zahnheilkunde | Erkrankungen im Zahn-, Mund- und Kieferbereich
    | Zahnschmerzen | Entfernung von Weisheitszähnen | künstliche Zahnwurzeln | Zahnfüllungen
    | kariesbefallene Zähne | Zahnlücke | Kronen und Brücken | Aphthe | Abszess | professionelle Zahnreinigung
    | Bruxismus | Zähneknirschen | Fehlbiss | Suchtberatung | Abhängigkeitserkrankung | Menschen mit Suchtproblemen
    | ~Crack | Fentanyl | Onlinesucht | Suchtkranke | Drogennotdienst | Drogenabhängige | Spritzenaustausch
    | Suchtprävention | illegale Drogen | Mediensucht | stationäre Entwöhnungsbehandlung | Suchtkrankenhilfe
    | Medikamentenkonsum | Alkohol- und Drogenkonsum | unerfüllter Kinderwunsch | Reproduktionsmediziner
    | Fruchtbarkeitsstörungen | Verschlossene Eileiter | Geringe Spermienanzahl
    | Eingeschränkte Beweglichkeit der Spermien | idiopathische Sterilität | Eileiterverschluss
    | Polypen in der Gebärmutter | Polyzystisches Ovarialsyndrom | Eileiterprobleme | Spermiendysfunktionen
    | Intrazytoplasmatische Spermieninjektion | Hormonbehandlungen | Inseminationen | Eizellgewinnung
    | Embryonenkultur | Embryotransfer | Erkrankungen des gesamten Magen-Darm-Traktes
    | Spiegelung von Dickdarm und Magen | Darmpolypen | Ultraschalluntersuchung des Bauchraumes | Adipositas
    | Hypogonadismus | Nebenschilddrüsenadenom | gastroösophagealer Reflux | Magenbypass-OP | Hormonerkrankungen
    | Knochenschwund | ~Kropf | Erkrankungen des Hormonsystems | Addisonkrise | Schilddrüsenüberfunktion
    | Unterfunktion der Schilddrüse | Hypoglykämien | Diabetes insipidus | Refluxösophagitis | Stuhlauffälligkeiten
    | Vorsorgeuntersuchungen für Kinder und Jugendliche | Ultraschall Abdomen | Impfberatung und Schutzimpfungen
    | Lungenfunktionsuntersuchungen | Entwicklungsdiagnostik | Neugeborenen-Untersuchung | Impftermine | Impfmasern
    | Entwicklungsverzögerungen | Früh- und Neugeborenennachsorge | Hüftdysplasie`),
  fr: toHealthWords(`pathologies de l'appareil locomoteur | nerfs périphériques | chirurgien orthopédiste
    | Douleurs articulaires chroniques | Tendinites ou bursites | entorses graves
    | Ruptures ligamentaires ou tendineuses | scoliose | hallux valgus | pieds plats ou creux | Canal carpien
    | compression nerveuse | Instabilité articulaire | séquelles de traumatismes | prothèse de genou
    | Échographies musculo-squelettiques | Bilan de marche | Infiltrations d'acide hyaluronique
    | Rééducation et kinésithérapie | semelles orthopédiques | Arthroscopie
    | chirurgie mini-invasive des articulations | Pose de prothèse articulaire | Réparation ligamentaire
    | Chirurgie de la colonne vertébrale | arthroplastie de hanche | atteinte dégénérative douloureuse de la hanche
    | coxarthrose | physiothérapie | pathologies des os | maladies dégénératives | arthrose
    | malformations osseuses | fractures osseuses | infections osseuses | infections nosocomiales
    | chirurgie orthopédique infantile | chirurgie du rachis | canal lombaire étroit | hernie discale
    | microchirurgie des nerfs périphériques | Prothèse de hanche par voie antérieure
    | Chirurgie du genou ligamentaire | Chirurgie du pied et de la cheville | métatarsalgies | orteil en marteau
    | névrome de Morton | ostéotomies | arthrodèses | stabilisation ligamentaire de la cheville
    | traitement des tendinopathies | ~luxations | traumatisme ostéo-articulaire | polyarthrite rhumatoïde
    | affections neurologiques | infirmités motrices | chaussures orthopédiques | tuberculose osseuse
    | poliomyélite | lésions tendineuses | chirurgie percutanée du pied | Fractures des plateaux tibiaux
    | fracture articulaire | ostéosynthèse | problèmes de couple | ~angoisses | psychiatre
    | spécialistes de la santé mentale | psychothérapie | psychologues cliniciens | psychanalystes | psychotropes
    | antidépresseurs | anxiolytiques | neuroleptiques | somnifères | pédopsychiatre | psychologue pour enfant
    | troubles du vieillissement | centre médico-psychologique | arrêts de travail | ~Déprime
    | mauvaise estime de soi | troubles du sommeil | désordres alimentaires | ~deuil | mal-être psychologique
    | Les troubles du comportement | troubles du comportement alimentaire | troubles obsessionnels compulsifs
    | ~addictions | thérapie conjugale | thérapie familiale | gastro-entérologie | proctologie | hépatologie
    | dysfonctionnements du système digestif | endoscopie digestive | œso-gastro-duodénoscopie | colonoscopie
    | cholangio-pancréatographie endoscopique rétrograde | maladies inflammatoires du colon
    | troubles de la motilité intestinale | transplantation | insuffisance hépatique | pathologies du foie
    | douleurs à l'estomac | reflux gastro-œsophagien | Constipation | ballonnements | diarrhée
    | douleurs abdominales | calculs biliaires | occlusion intestinale | hémorroïdes | cirrhose | maladie de Crohn
    | inflammation du rectum | pancréatite | appendicite | hépatite | ulcère gastrique ou duodénal
    | polypes intestinaux | maladie cœliaque | syndrome du côlon irritable | tumeurs de l'estomac | tabagisme
    | consommation excessive d'alcool | maladies de l'appareil digestif | cancers d'origine digestive
    | analyse des selles | fibroscopie | plaintes digestives | brûlures d'estomac | rectite | Rectoscopie
    | Coloscopie | dépistage de routine du cancer colorectal | sang dans vos selles | symptômes gastro-intestinaux
    | parodontie | prévention de la carie dentaire | péri-implantite | maladie parodontale | parodontite
    | traitement implantaire | inflammation des tissus de soutien | traitement d'orthodontie | santé bucco-dentaire
    | dents mal alignées | dents manquantes | implants dentaires | prothèses amovibles complètes | mucosites
    | patient édenté complet | centres de soins en addictologie | centres de cure ambulatoire en alcoologie
    | toxicomanes | ~crack | drogues de synthèse | dépistage | usage de stupéfiants | conduite addictive
    | dépendance à un produit | obligation de soin | consommation de substances psychoactives
    | dépendances comportementales | CSAPA | Consultations Jeunes Consommateurs
    | médicaments détournés de leur usage | addictions sans substance | Appartements de Coordination Thérapeutique
    | Usagers de Drogues | CAARUD | jeu pathologique | urgences pédiatriques | suivi du nourrisson
    | Otite Moyenne Suppurée | infection de l'oreille moyenne | perforation du tympan | écoulement purulent
    | otite externe | orthoptiste | maux de tête lancinants | fatigue visuelle | rééducation visuelle
    | troubles de la vision | bilan orthoptique | DMLA | glaucome | pathologies de la paupière | strabisme
    | amblyopie | voies lacrymales bouchées | entropions | petites lésions cancéreuses | oto-rhino-laryngologistes
    | maladies affectant la sphère ORL | ~ronflements | otites | rhinopharyngites | baisse de l'audition
    | surdité ou vertiges | paralysies faciales`),
  en: toHealthWords(`Bone deformities | Bone infections | Bone tumors | Need for amputation | Nonunions | Malunions
    | Spinal deformities | Arthritis | Bursitis | ~Dislocation | Joint pain | Joint swelling or inflammation
    | Ligament and tendon tears | Bunions | plantar fascitis | Foot and ankle deformities | Hammer toe | Heel pain
    | Heel spurs | Joint pain and arthritis | ~Sprains | Tarsal tunnel syndrome | Sesamoiditis
    | Tendon or ligament injury | Carpal tunnel syndrome | Ganglion cyst | Tendinitis | Tendon tears
    | Frozen shoulder | adhesive capsulitis | Impingement syndrome | Rotator cuff tear | Rotator cuff tendinitis
    | Torn labrum | SLAP tears | Cartilage and meniscus injuries | Dislocation of the kneecap
    | Ligament sprains or tears | Osgood-Schlatter disease | Tennis or golfers elbow | epicondylitis
    | Elbow stiffness or contractures | Herniated disk | Infection of the spine | degenerative joint disease
    | inflammation of a bursa | Knee Ligament Injury | Baker's Cyst | Shoulder Pain | shoulder dislocation
    | broken bone | orthopedist | children with spinal issues | newborns with club feet | Corticosteroid injections
    | Hyaluronic acid injection | Arthroscopic surgeries | Bunionectomy and hammer toe repair | Cartilage repair
    | Joint replacement | Ligament reconstructions | bone fractures | joint dislocations | Knee Pain
    | Muscle Sprains | Acute & Chronic Injuries | Post-Operative Care | Psychiatry | mental disorders
    | psychiatric assessment | mental status examination | psychiatric medication and psychotherapy
    | suicidal thoughts or actions | mood disorder | feelings of helplessness | Anxiety disorders
    | chemical imbalance in the brain | sleep disorder | difficulty falling asleep | non-restorative sleep
    | Obsessive Compulsive Disorder | intrusive thoughts | Schizophrenia | adult psychiatry
    | child-adolescent psychiatry | bipolar disorder | panic attack | manic-depressive disorder | social phobia
    | attention deficit and hyperactivity | tic disorder | learning disability | childhood depression
    | oppositional disorder | electro convulsive therapy | transcranial magnetic stimulation | psychiatric illness
    | mental health problems | Pediatric Wellness and Sick Visits | pediatric checkups | well-child visits
    | sick child visit | vaccinations | fevers | developmental milestones | hearing tests | sore throat | ear pain
    | asthma control | learning problems | ear infection | persistent cough | difficulty swallowing
    | sinus problems | asthma symptoms | abdominal pain | autism screening | Depression Screening | Ear infections
    | ringing in the ears | Meniere's disease | ear disorders | streptococcal infections | tonsillitis
    | pharyngitis | stuffy nose | common cold | nasal congestion | throat disorders | otolaryngologists
    | audiologists | otitis media | Earwax impaction | Eardrum perforations | Balance and dizziness disorders
    | Sinusitis | Nasal polyps | Deviated septum | Rhinitis | Smell disorders | anosmia | adenoiditis
    | Hoarseness and voice disorders | Swallowing problems | Laryngitis | Throat cancer | Head and neck cancer
    | Salivary gland disorders | Thyroid and parathyroid disorders | Facial plastic and reconstructive surgery
    | Sleep apnea and snoring | Balance disorder | Bell's palsy | temporary facial paralysis
    | Cleft lip and cleft palate | Parotid gland tumor | TMJ disorders | colon polyps and cancer
    | gastroesophageal reflux | peptic ulcer disease | colitis | gallbladder and biliary tract disease
    | nutritional problems | Irritable Bowel Syndrome | pancreatitis | upper endoscopy | endoscopic ultrasounds
    | endoscopic retrograde cholangiopancreatography | sigmoidoscopy | liver biopsy | capsule endoscopy
    | double balloon enteroscopy | feeding tube insertion | gastrointestinal bleeding | changes in bowel habits
    | Stool test | Barium swallows | Bravo pH testing | Hemorrhoid banding | Pill camera endoscopy
    | Alcohol & Drug Addiction Treatment | Substance Use Disorder | dependence on drugs or alcohol
    | drug and alcohol abuse treatment centers | outpatient treatment | 12-Step Programs | art therapy
    | alcohol and drug dependencies | inpatient drug programs | treatment for addiction | rehab programs
    | addictive behaviors | avoid relapse | Dual-Diagnosis Treatment | substance abuse disorder
    | alcohol or drug rehab center | Intensive outpatient programs | detoxification from alcohol
    | Substance Abuse Counseling | tobacco addictions | Teeth Whitening | Dental Veneers | Dental Crowns
    | missing teeth | Dental Bonding | Orthodontic Treatments | Gum Contouring | dental fillings | decayed teeth
    | gum grafts | full mouth reconstruction | gingivectomy | teeth cleanings | regular dental checkups
    | oral hygiene`),
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
