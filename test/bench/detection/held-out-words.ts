/**
 * As `words.ts`, for the held-out seeds alone: nobody mends the vocabularies by these. The health words are all that
 * say something about health in the openings of public pages of practices, clinics and health portals (of dentists
 * and orthodontists, eye doctors and opticians, ears, nose and throat, skin, gynaecology and birth, children) in
 * three languages, in their order, each once, read once the vocabularies were committed; the everyday ones stand so
 * in public pages of shops, town halls and travel. Whoever mends by them moves them to `words.ts` and takes others.
 */
import type { Language } from './people.js'
import { toHealthWords, type HealthWord } from './words.js'

const split = (list: string): readonly string[] => list.split('|').map((one) => one.trim())

export const HEALTH_HELD_OUT: Readonly<Record<Language, readonly HealthWord[]>> = {
  de: toHealthWords(`zahnmedizinische Behandlungsmethoden | Erhaltung der Zahnsubstanz | ~Behandlung
    | zahnärztliche Behandlung | Funktionalität des Kauapparates | Zahnfüllung | Einsetzen eines Implantates | ~Krone
    | ~Brücke | komplizierte chirurgische Eingriffe | ästhetische Zahnmedizin | Zahnärztin | Zahnarzt | Zahnfüllungen
    | kariesbefallene Zähne | zerstörte Zahnkronen | ~Füllung | Zahnschaden | Füllungsmaterialien | Karies
    | ~Entzündung | Schädigung des Nervs | Kieferorthopädie | Gebiss- und Kieferfehlstellungen | Krankheitsbilder
    | Funktionsstörungen der Kiefergelenke | Kopf- und Gesichtsschmerzen | Zahnfleischentzündungen | Sprachfehler
    | chronische Mundatmung | Schwächung des Abwehrsystems | Allgemeine Augenheilkunde | Diagnostik und Behandlung
    | Trockene oder tränende Augen | Trockenes Auge | ~Volksleiden | Keratoconjuncivitis sicca | Augenerkrankung
    | Benetzung der Augenoberfläche | Erkrankung | Zusammensetzung des Tränenfilms | zu geringe Tränenmenge
    | ~Beschwerden | Jucken der Augen | Sandkörnchen im Auge | chronische Erkrankung | Rötung der Augen
    | Sandkorngefühl | Häufiges Blinzeln | ~Lichtempfindlichkeit | Unverträglichkeit von Kontaktlinsen
    | Druckgefühl am Auge | Schweregefühl der Augenlider | Schnelle Ermüdbarkeit der Augen | Entzündete Augenlidränder
    | Schlechteres Sehen | verklebte Augen | verklebte Lider | Glaukomvorsorge | Früherkennung des Grünen Stars
    | Glaukom | ~Vorsorge | Grüner Star | chronische Augenerkrankung | irreversibler Sehverlust | Erblindung
    | erhöhter Augeninnendruck | gestörte Durchblutung | genetische Veranlagung | ~Symptome | Offenwinkelglaukom
    | Normaldruckglaukom | akutes Engwinkelglaukom | ~Notfall | angeborene Glaukome | Schmerzen | Gesichtsfeldausfälle
    | Glaukomanfall | starke Schmerzen | ~Diagnose | Messung des Augeninnendrucks | Untersuchung des Sehnervs
    | Gesichtsfeldtests | augenärztliche Untersuchungen | ~OCT | Augentropfen | Laserbehandlungen
    | operative Eingriffe | Hals-Nasen-Ohren-Heilkunde | medizinisches Fachgebiet | Erkrankungen der Ohren
    | HNO-Heilkunde | ~Infektionen | Allergien | Tumorerkrankungen | Hörstörungen | ~Schwindel | Stimmprobleme
    | HNO-Ärztinnen | chirurgische Verfahren | HNO-Ärzte | Neugeborenen-Hörscreening | Messung der Hörreaktionen
    | Schmerzempfinden | Kindervorsorgeuntersuchungen | Hörtest | Kontrolle der Ohren | U-Untersuchungen | Kinderarzt
    | Jugendgesundheitsuntersuchung | Untersuchung von Rachen | Allergieabklärung | Audiometrie
    | Messung des Hörvermögens | Tinnitus | Krankheit | Ohrensausen | Klingeln im Ohr | Hörsturz | Knalltrauma
    | Nebenwirkung von Medikamenten | psychische Auswirkungen | HNO-Arzt | Tinnitus-Patienten | ~Noiser | Hörempfinden
    | Ohrgeräusch | Desensibilisierung | verringerte Hörleistung | Hörsysteme | Dermatologe | Hautarzt | Dermatologie
    | Hauterkrankungen | Hautkrebs | Hautkrankheiten | Störungen des Stoffwechsels | Veränderung im Immunsystem
    | Allergische Reaktionen | juckende Haut | laufende Nase | Allergie | Pricktest | allergieauslösende Stoffe
    | Desensibilisierungstherapien | medikamentöse Behandlung | ~Ausschlag | ~Rötung | ~Therapie | Gynäkologie
    | Schwangerschaft | Krebsfrüherkennung | Krebsvorsorge | gynäkologische Krebsvorsorgeuntersuchung
    | klinische Untersuchung der Brust | Abstrich vom Gebärmutterhals | Zellveränderungen | Pap-Abstrich | ~Co-Test
    | HPV-Test | Humane Papillomviren | Vorsorgeuntersuchungen | IGEL-Leistung | Hochauflösender Ultraschall der Brust
    | Ultraschall der inneren Geschlechtsorgane | immunologischer Stuhltest | Früherkennung von Darmkrebs
    | Dünnschichtzytologie | ~ThinPrep | Früherkennung von Gebärmutterhalskrebs | Mädchensprechstunde | Verhütung
    | ~Sexualität | übertragbare Erkrankungen | Vorsorge durch die Hebamme | Betreuung der gesunden Schwangeren
    | Hebamme | Hebammenpraxis | Schwangerschaftsvorsorgeuntersuchungen | Mutterpass | Ultraschalluntersuchungen
    | Gynäkologin | Körperwahrnehmung | Kinderärztliche Leistungen | Gesundheitsvorsorge
    | Früherkennung von Krankheiten | medizinische Betreuung | Impfungen | Jugendarbeitsschutzuntersuchungen
    | medizinische Versorgung | alternative Heilmethoden | Kinder- und Jugend-Vorsorgeuntersuchungen
    | Ultraschall Abdomen | Impfberatung | Schutzimpfungen | Lungenfunktionsuntersuchungen | Kreislauftests
    | Sofortlabor | ~Schnelltests | Untersuchungen nach ambulanter Geburt | Hebammenpraxen | Allergologie
    | Entwicklungsdiagnostik | Sportuntersuchung | Still- und Ernährungsberatung | Neugeborenen-Untersuchung
    | kinderärztliche Grunduntersuchung | Blutentnahme | Stoffwechselstörungen | Blutuntersuchung | Geburtsklinik`),
  fr: toHealthWords(`traitement d'orthodontie | ~traitement | respiration buccale | articulation de la parole
    | déglutition | posture de la langue | succion du doigt | morsure de la lèvre | ongles rongés | dentistes
    | parodontistes | ORL | Orthophonistes | chirurgiens stomatologistes | kinésithérapeutes | Orthophonie
    | position des dents | arcade dentaire | orthodontiste | déglutition du nouveau-né | implant dentaire
    | santé bucco-dentaire | dents mal alignées | dents manquantes | projections involontaires de salive
    | gencives saines | implants dentaires | os de la mâchoire | procédure chirurgicale | prothèses personnalisées
    | ~couronnes | anesthésie locale | procédure indolore | Bilan de la vue | santé visuelle | trouble de la vision
    | maladie de l'œil | ~lunettes | lentilles de contact | fonction visuelle | acuité visuelle
    | Prescription de lunettes | FO annuel du diabétique | Suivi de glaucome | OCT du nerf optique | ~Champ Visuel
    | Suivi de DMLA | examen OCT rétinien | Biométrie oculaire | troubles de la réfraction | œil myope
    | correction optique | ~verres divergents | fortes myopies | décollement de rétine | glaucome | cataracte
    | œil hypermétrope | ~verres convergents | amblyopie fonctionnelle | astigmatisme | courbure de la cornée
    | œil astigmate | correction cylindrique | Examen de Vue | diagnostiquer une maladie | ophtalmologiste
    | verres correcteurs | tension oculaire | fond d'œil | strabisme | orthoptiste | infirmières de PMI | bilan visuel
    | test d'acuité visuelle | défaut de vision | myopie | presbytie | problèmes auditifs | médecin ORL
    | oto-rhino-laryngologiste | pathologies des oreilles | médecin généraliste | ~diagnostic | médecin traitant
    | ~douleur | perte auditive | ~bourdonnement | ~sifflement | sinusite | perte d'odorat | allergie | ronflement
    | problèmes ORL | antécédents personnels et familiaux | asthme | ~symptômes | sphère ORL | bilan auditif
    | ~ordonnance | audioprothésiste | Dermatologie | spécialité médicale | maladies de la peau | acné | eczéma
    | psoriasis | infections cutanées | cancers de la peau | maladies auto-immunes | dermatologue
    | affections de la peau | pathologies cutanées | mycoses | verrues | maladies des phanères | alopécie
    | mycoses unguéales | mélanome | carcinome | examens cliniques | biopsies | dermatologie esthétique
    | injections d'acide hyaluronique | traitement des cicatrices | épilation laser | chirurgie dermatologique
    | lésions suspectes | grains de beauté | kystes | carcinomes | lésion cutanée suspecte
    | grain de beauté irrégulier | Maladies inflammatoires chroniques | urticaire | Problèmes dermatologiques
    | acné sévère | rosacée | dermatite atopique | Chute excessive des cheveux | anomalies des ongles
    | pathologies sous-jacentes | ~cicatrices | ~rides | taches pigmentaires | santé de la peau
    | grossesses pathologiques | sages-femmes | suivi des grossesses | grossesses physiologiques | ~complications
    | pathologies | gynécologue obstétricien | lieu d'accouchement | diabète gestationnel | cholestase gravidique
    | hypertension gravidique | surveillance materno-foetale | ~constantes | ~pouls | ~tension
    | analyse sur vos urines | rythme du cœur | ~contractions | ~monitoring | vitalité fœtale
    | Constipation de l'enfant | Diarrhée aiguë de l'enfant | Douleurs de l'enfant | Douleurs de l'oreille
    | otite de l'enfant | Fesses rouges du nourrisson | érythème fessier | Fièvre de l'enfant | Mal de gorge
    | angine de l'enfant | Mal des transports | Maux de ventre | Poussées dentaires | ~Poux | ~lentes | Régurgitations
    | vomissements du nourrisson | Rhinopharyngite de l'enfant | Toux de l'enfant | infection virale
    | ~thermorégulation | vaccinations | diphtérie | coqueluche | tétanos | poliomyélite | dents de lait
    | poussée des dents | maladies infantiles | éruptions de la peau | intolérance à un médicament | automédication`),
  en: toHealthWords(`Endodontic Services | Root Canal Treatment | inflamed or infected pulp | gutta-percha | ~crown
    | ~filling | Efficient chewing | Endodontic treatment | dental work | Endodontic Retreatment
    | previously treated tooth | ~pain | endodontist | endodontic procedure | dental or medical procedure
    | orthodontist | root canal procedures | dental specialties | Dentistry | tooth infection | malocclusion
    | tooth movement | facial development | crooked teeth | overbites | underbites | ~braces | clear aligners
    | ~retainers | tooth disease | ~decay | oral health | root canals | dental pulp | deep decay | ~trauma
    | general dentists | optometrists | doctors of optometry | primary health care providers | eye diseases | glaucoma
    | cataracts | retinal disorders | lid disorders | ~infections | conjunctivitis | vision conditions
    | near-sightedness | farsightedness | astigmatism | presbyopia | pre- and post-operative care | laser surgery
    | cataract patients | vision acuity | ~refraction | corrective lenses | vision therapy
    | low vision rehabilitation services | Symptoms of cataracts | Blurry vision | ~Dull colors | ~Glare from sunlight
    | ~Glare while night driving | ~Blindness | ~medications | Cataract surgery | declining vision
    | Cataract Consultation | Dry Eye | Dry eye syndrome | ~lubrication | tear film | Persistent dryness
    | ~scratchiness | eye redness | foreign body sensation | burning sensation | watery eyes | dry eye treatment
    | hearing loss | tinnitus | deeper ear infections | suspicious lesions | excision | glue ear | speech delay
    | ~grommets | Excision of lesions | Microsuction | ear wax | Grommet insertion | Myringoplasty | repair of eardrum
    | nose bleeds | cauterisation | Nasal airway obstruction | ~deformity | polyps | ~inflammation | ~allergy
    | ~surgery | persistent sinus symptoms | Septoplasty | Endoscopic sinus surgery | FESS | Polypectomy
    | Recurrent tonsillitis | tonsillectomy | voice problems | swallowing issues | endoscopic examination
    | outpatients department | examination under anaesthetic | biopsies | Adenoidectomy | Medical Dermatology | Acne
    | Rosacea | chronic inflammatory disease | blackheads | whiteheads | pimples | cysts | ~lesions | ~puberty
    | ~skin type | topical cleansers | topical medications | antibiotics | isotretinoin | Accutane | adult acne
    | chronic skin disease | swelling of the cheeks | persistent redness | dilated superficial blood vessels
    | pustules | red irritated eyes | oral medications | Eczema | Rashes | inflamed skin conditions
    | chronic itchy rashes | itchy patches | allergies | asthma | overactive immune system | eczema flares
    | corticosteroid creams | ~dryness | antihistamines | ~itching | Hair Loss | Alopecia | Obstetrics | Gynecology
    | caring for pregnant women | obstetricians | labor and delivery | certified nurse midwife | ~CNM | pregnancy
    | obstetrical surgery | ~midwife | prenatal care | female reproductive organs | gynecologists | Well visits
    | ~routine check-ups | child's overall health | pediatricians | comprehensive physical exams
    | developmental milestones | necessary vaccinations | preventive care | sick visits | symptoms of illness
    | immediate medical attention | fevers | ~injuries | chronic condition flare-ups | acute medical concerns
    | Well-Child Care | ~medical home | ~vaccinations | attention and learning difficulties | allergic reaction
    | ear infection | breathing trouble | pediatric nurse practitioners`),
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
