/**
 * As `words.ts`, for the held-out seeds alone: nobody mends the vocabularies by these. The health words are all that
 * say something about health in the openings of public pages of practices, clinics and health portals (of dentists
 * and orthodontists, eye doctors and opticians, ears, nose and throat, skin, gynaecology and birth, children) in
 * three languages, in their order, each once and none of `words.ts`, read once the vocabularies were committed; the everyday ones stand so
 * in public pages of shops, town halls and travel. Whoever mends by them moves them to `words.ts` and takes others.
 */
import type { Language } from './people.js'
import { toHealthWords, type HealthWord } from './words.js'

const split = (list: string): readonly string[] => list.split('|').map((one) => one.trim())

export const HEALTH_HELD_OUT: Readonly<Record<Language, readonly HealthWord[]>> = {
  de: toHealthWords(`zahnmedizinische Behandlungsmethoden | Erhaltung der Zahnsubstanz | ~Behandlung | zahnärztliche Behandlung
    | Funktionalität des Kauapparates | Zahnfüllung | Einsetzen eines Implantates | ~Krone | ~Brücke
    | komplizierte chirurgische Eingriffe | ästhetische Zahnmedizin | Zahnärztin | Zahnarzt
    | zerstörte Zahnkronen | ~Füllung | Zahnschaden | Füllungsmaterialien | ~Entzündung | Schädigung des Nervs
    | Kieferorthopädie | Gebiss- und Kieferfehlstellungen | Krankheitsbilder
    | Funktionsstörungen der Kiefergelenke | Kopf- und Gesichtsschmerzen | Zahnfleischentzündungen
    | Sprachfehler | chronische Mundatmung | Schwächung des Abwehrsystems | Allgemeine Augenheilkunde
    | Diagnostik und Behandlung | Trockene oder tränende Augen | Trockenes Auge | ~Volksleiden
    | Keratoconjuncivitis sicca | Augenerkrankung | Benetzung der Augenoberfläche | Erkrankung
    | Zusammensetzung des Tränenfilms | zu geringe Tränenmenge | ~Beschwerden | Jucken der Augen
    | Sandkörnchen im Auge | chronische Erkrankung | Rötung der Augen | Sandkorngefühl | Häufiges Blinzeln
    | ~Lichtempfindlichkeit | Unverträglichkeit von Kontaktlinsen | Druckgefühl am Auge
    | Schweregefühl der Augenlider | Schnelle Ermüdbarkeit der Augen | Entzündete Augenlidränder
    | Schlechteres Sehen | verklebte Augen | verklebte Lider | Glaukomvorsorge | Früherkennung des Grünen Stars
    | ~Vorsorge | Grüner Star | chronische Augenerkrankung | irreversibler Sehverlust | Erblindung
    | erhöhter Augeninnendruck | gestörte Durchblutung | genetische Veranlagung | ~Symptome | Offenwinkelglaukom
    | Normaldruckglaukom | akutes Engwinkelglaukom | ~Notfall | angeborene Glaukome | Schmerzen
    | Gesichtsfeldausfälle | Glaukomanfall | starke Schmerzen | ~Diagnose | Messung des Augeninnendrucks
    | Untersuchung des Sehnervs | Gesichtsfeldtests | augenärztliche Untersuchungen | ~OCT | Augentropfen
    | Laserbehandlungen | operative Eingriffe | medizinisches Fachgebiet | HNO-Heilkunde | ~Infektionen
    | Allergien | Tumorerkrankungen | HNO-Ärztinnen | chirurgische Verfahren | HNO-Ärzte
    | Messung der Hörreaktionen | Schmerzempfinden | Hörtest | Kontrolle der Ohren | U-Untersuchungen
    | Kinderarzt | Untersuchung von Rachen | Allergieabklärung | Messung des Hörvermögens | Krankheit
    | Ohrensausen | Klingeln im Ohr | Knalltrauma | Nebenwirkung von Medikamenten | psychische Auswirkungen
    | Tinnitus-Patienten | ~Noiser | Hörempfinden | Ohrgeräusch | Desensibilisierung | verringerte Hörleistung
    | Hörsysteme | Hautarzt | Hauterkrankungen | Hautkrankheiten | Störungen des Stoffwechsels
    | Veränderung im Immunsystem | Allergische Reaktionen | juckende Haut | laufende Nase | Pricktest
    | allergieauslösende Stoffe | Desensibilisierungstherapien | medikamentöse Behandlung | ~Ausschlag | ~Rötung
    | ~Therapie | Gynäkologie | Schwangerschaft | Krebsvorsorge | gynäkologische Krebsvorsorgeuntersuchung
    | klinische Untersuchung der Brust | Abstrich vom Gebärmutterhals | Zellveränderungen | Pap-Abstrich
    | ~Co-Test | Humane Papillomviren | IGEL-Leistung | Hochauflösender Ultraschall der Brust
    | Ultraschall der inneren Geschlechtsorgane | immunologischer Stuhltest | Früherkennung von Darmkrebs
    | Dünnschichtzytologie | ~ThinPrep | Früherkennung von Gebärmutterhalskrebs | Mädchensprechstunde
    | Verhütung | ~Sexualität | übertragbare Erkrankungen | Vorsorge durch die Hebamme
    | Betreuung der gesunden Schwangeren | Hebammenpraxis | Schwangerschaftsvorsorgeuntersuchungen | Mutterpass
    | Ultraschalluntersuchungen | Körperwahrnehmung | Kinderärztliche Leistungen | Früherkennung von Krankheiten
    | medizinische Betreuung | Jugendarbeitsschutzuntersuchungen | medizinische Versorgung
    | alternative Heilmethoden | Kinder- und Jugend-Vorsorgeuntersuchungen | Schutzimpfungen | Kreislauftests
    | Sofortlabor | ~Schnelltests | Untersuchungen nach ambulanter Geburt | Hebammenpraxen | Sportuntersuchung
    | Still- und Ernährungsberatung | kinderärztliche Grunduntersuchung | Stoffwechselstörungen
    | Blutuntersuchung | Geburtsklinik`),
  fr: toHealthWords(`~traitement | respiration buccale | articulation de la parole | déglutition | posture de la langue
    | succion du doigt | morsure de la lèvre | ongles rongés | dentistes | parodontistes | Orthophonistes
    | chirurgiens stomatologistes | kinésithérapeutes | Orthophonie | position des dents | arcade dentaire
    | déglutition du nouveau-né | projections involontaires de salive | gencives saines | os de la mâchoire
    | procédure chirurgicale | prothèses personnalisées | ~couronnes | anesthésie locale | procédure indolore
    | Bilan de la vue | santé visuelle | trouble de la vision | maladie de l'œil | ~lunettes
    | lentilles de contact | fonction visuelle | acuité visuelle | Prescription de lunettes
    | FO annuel du diabétique | Suivi de glaucome | OCT du nerf optique | ~Champ Visuel | Suivi de DMLA
    | examen OCT rétinien | Biométrie oculaire | troubles de la réfraction | œil myope | correction optique
    | ~verres divergents | fortes myopies | décollement de rétine | œil hypermétrope | ~verres convergents
    | amblyopie fonctionnelle | astigmatisme | courbure de la cornée | œil astigmate | correction cylindrique
    | Examen de Vue | diagnostiquer une maladie | ophtalmologiste | verres correcteurs | tension oculaire
    | fond d'œil | infirmières de PMI | bilan visuel | test d'acuité visuelle | défaut de vision | myopie
    | presbytie | problèmes auditifs | médecin ORL | oto-rhino-laryngologiste | pathologies des oreilles
    | ~diagnostic | médecin traitant | ~douleur | perte auditive | ~bourdonnement | ~sifflement | perte d'odorat
    | ronflement | problèmes ORL | antécédents personnels et familiaux | ~symptômes | sphère ORL | bilan auditif
    | ~ordonnance | audioprothésiste | spécialité médicale | maladies de la peau | infections cutanées
    | cancers de la peau | affections de la peau | pathologies cutanées | mycoses | verrues
    | maladies des phanères | mycoses unguéales | carcinome | examens cliniques | dermatologie esthétique
    | injections d'acide hyaluronique | traitement des cicatrices | épilation laser | chirurgie dermatologique
    | lésions suspectes | grains de beauté | kystes | carcinomes | lésion cutanée suspecte
    | grain de beauté irrégulier | Maladies inflammatoires chroniques | Problèmes dermatologiques | acné sévère
    | dermatite atopique | Chute excessive des cheveux | anomalies des ongles | pathologies sous-jacentes
    | ~cicatrices | ~rides | taches pigmentaires | santé de la peau | grossesses pathologiques | sages-femmes
    | suivi des grossesses | grossesses physiologiques | ~complications | pathologies | gynécologue obstétricien
    | lieu d'accouchement | cholestase gravidique | hypertension gravidique | surveillance materno-foetale
    | ~constantes | ~pouls | ~tension | analyse sur vos urines | rythme du cœur | ~contractions | ~monitoring
    | vitalité fœtale | Constipation de l'enfant | Diarrhée aiguë de l'enfant | Douleurs de l'enfant
    | Douleurs de l'oreille | otite de l'enfant | Fesses rouges du nourrisson | érythème fessier
    | Fièvre de l'enfant | angine de l'enfant | Mal des transports | Maux de ventre | Poussées dentaires | ~Poux
    | ~lentes | Régurgitations | vomissements du nourrisson | Rhinopharyngite de l'enfant | Toux de l'enfant
    | infection virale | ~thermorégulation | coqueluche | dents de lait | poussée des dents
    | maladies infantiles | éruptions de la peau | intolérance à un médicament | automédication`),
  en: toHealthWords(`Endodontic Services | inflamed or infected pulp | gutta-percha | ~crown | ~filling | Efficient chewing
    | Endodontic treatment | dental work | Endodontic Retreatment | previously treated tooth | ~pain
    | endodontist | endodontic procedure | dental or medical procedure | root canal procedures
    | dental specialties | Dentistry | tooth infection | malocclusion | tooth movement | facial development
    | crooked teeth | overbites | underbites | ~braces | clear aligners | ~retainers | tooth disease | ~decay
    | oral health | root canals | dental pulp | deep decay | general dentists | optometrists
    | doctors of optometry | primary health care providers | eye diseases | cataracts | retinal disorders
    | lid disorders | ~infections | conjunctivitis | vision conditions | near-sightedness | farsightedness
    | astigmatism | presbyopia | pre- and post-operative care | laser surgery | cataract patients
    | vision acuity | ~refraction | corrective lenses | vision therapy | low vision rehabilitation services
    | Symptoms of cataracts | Blurry vision | ~Dull colors | ~Glare from sunlight | ~Glare while night driving
    | ~Blindness | ~medications | declining vision | Cataract Consultation | Dry Eye | Dry eye syndrome
    | ~lubrication | tear film | Persistent dryness | ~scratchiness | eye redness | foreign body sensation
    | burning sensation | dry eye treatment | hearing loss | deeper ear infections | suspicious lesions
    | excision | glue ear | speech delay | ~grommets | Excision of lesions | Microsuction | ear wax
    | Grommet insertion | Myringoplasty | repair of eardrum | nose bleeds | cauterisation
    | Nasal airway obstruction | ~deformity | polyps | ~inflammation | ~surgery | persistent sinus symptoms
    | Septoplasty | Endoscopic sinus surgery | FESS | Polypectomy | Recurrent tonsillitis | tonsillectomy
    | voice problems | swallowing issues | endoscopic examination | outpatients department
    | examination under anaesthetic | Adenoidectomy | Medical Dermatology | chronic inflammatory disease
    | blackheads | whiteheads | pimples | cysts | ~lesions | ~puberty | ~skin type | topical cleansers
    | topical medications | Accutane | adult acne | chronic skin disease | swelling of the cheeks
    | persistent redness | dilated superficial blood vessels | pustules | red irritated eyes | oral medications
    | inflamed skin conditions | chronic itchy rashes | itchy patches | overactive immune system | eczema flares
    | corticosteroid creams | ~dryness | antihistamines | Alopecia | caring for pregnant women | obstetricians
    | labor and delivery | certified nurse midwife | ~CNM | obstetrical surgery | ~midwife
    | female reproductive organs | gynecologists | Well visits | ~routine check-ups | child's overall health
    | pediatricians | comprehensive physical exams | necessary vaccinations | sick visits | symptoms of illness
    | immediate medical attention | ~injuries | chronic condition flare-ups | acute medical concerns
    | Well-Child Care | ~medical home | attention and learning difficulties | allergic reaction
    | pediatric nurse practitioners`),
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
