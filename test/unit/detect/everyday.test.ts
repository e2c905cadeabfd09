/**
 * Words of everyday life that end, begin or are built as health words are. None may count where weak words count too: in a
 * search field, and alone in a title.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { vocabularies } from '../../../src/detect/vocabularies.generated.js'
import { toWordSearch } from '../../../src/detect/word-search.js'
import { detectorOf, found } from './exchange.js'

const everyday: Readonly<Record<string, string>> = {
  '-itis, -ite, -itus': `composite website favorite suite opposite satellite élite limite visite réussite conduite fuite truite
    faillite poursuite Reiseroute Granite dynamite calcite meteorite detritus coitus-free appetite termite parasite-free`,
  '-ose, -osis, -asis': `purpose compose glucose-free Rose Hose Dose Prose Pose Lose Matrose Franzose Aprikose chose dispose
    suppose osmosis-band virtuose grandiose verbose comatose-free basis oasis emphasis hypostasis metempsychose apothéose`,
  '-pathie, -algie, -manie, -phobie': `sympathy Sympathie empathy antipathie nostalgie télépathie apathy bibliomanie Germanie
    Romanie homophobie xenophobia technophobia`,
  '-logie, -logue, -logist': `technologie biologie apologie Astrologie Ökologie écologie Geologie archéologie ideology catalogue
    dialogue épilogue analogue prologue Trilogie Chronologie Typologie meteorologist biologist anthropologist`,
  '-ektomie, -tomie, -skopie, -plastik': `Anatomie anatomy autonomie économie astronomie Gastronomie Dichotomie Mikroskopie
    Spektroskopie telescope Horoskop microscope plastique Bauplastik Thermoplastik`,
  '-om, -ome, -oma': `Strom Atom Symptomfrei axiom idiom Diplom Kondominium aroma diploma Roma home chrome genome-free
    biome custom freedom random`,
  'stems of medicines': `april Fossil cinema margin coupon amazon Magazin bottin machine cuisine vitrine marine routine
    benzine jasmine discipline medicine-ball olive-oil antibes zumba`,
  'heads of German compounds': `Herzdame Kopfkissen Handschuh Handtest Fußball Fußbodenheizung Nervensäge Zahnrad Haarspray
    Armbanduhr Blutorange Rückenlehne Schulterzucken Augenblick Mundart Mundharmonika Ohrwurm Kniestrumpf Bauchladen Lippenstift
    Brustbeutel Nagellack Handcreme Gesichtspflege Kopfhörer Bankoperation Rechenoperation Grundriss Steinbruch Einbruch
    Umbruch Wortbruch Vertragsbruch Datenverlust Stromausfall Serverausfall Fehlerbehandlung Ausnahmebehandlung
    Softwareprobleme Lieferprobleme Einkaufszentrum Rechenzentrum Nervenzentrum Kulturzentrum Waschpraxis Tierarzt
    Fachpersonal Kundenberatung Steuerberatung Energieberatung Sehnsucht Eifersucht weitersucht untersucht Softwaretest
    Crashtest Stresstest Fahrtest gepflegtesten erweitertest`,
  'modifiers that only seem to be parts of the body': `Mitarbeiterschulung Mitarbeiterbetreuung Gastarbeiterproblem
    Begleitergruppe Leiterkurs Weiterdrucken Methodenberatung Methodenzentrum Methodenkurs Sprachenschule Sprachenzentrum
    Sprachenkurs Drachenschule Drachengruppe Brückenkurs Brückenschaden Brückenkontrolle Kleberentfernung Kleberproblem
    Krippenbetreuung Krippengruppe Klippenbruch Gerippe Waschbeckenverstopfung Schwimmbeckenkontrolle Fahrstuhlkontrolle
    Bürostuhlberatung Sockelleistenproblem Kleistforschung Bescheidkontrolle Gesellschafterberatung Gesellschafterproblem
    Botschaftergruppe Luftblasenkontrolle Seifenblasenkurs Sonnenblendenproblem Assistentengruppe Assistentenkurs
    Armbrustkurs Armbrustschule Unfallverhütungskurs Gendarmengruppe Farmenkontrolle Schnabelproblem Gestirnkurs
    Telefaxkurs Sportanlagenversorgung Knotenfunktion Zahnradfunktion Tiermedizin Puppenklinik Handyklinik
    Autoklinik impatient Gesichtsreinigung Bauchübungen Fingerübungen Verbände Komplikation Lebensmittel Bindemittel Zahlungsmittel Reinigungsmittel Frottee`,
  'heads that many words share': `Handspiegel Rückspiegel Händedruck Zeitdruck Siebdruck Muskelgruppe Zielgruppe
    Fingerschule Tanzschule Handtest Geschmackssache Kopfsteinpflaster Rückenspritze Alkoholkontrolle Passkontrolle
    Ärztemangel Fachkräftemangel Gesichtsverlust kooperiert operiert kooperativ cooperative inoperative operativ partikular
    sympathisch telepathisch unbehindert schmerzlich Schmerzgrenze Schmerzensgeld Arztroman Arztserie Stresstest
    erweitertest blendetest weiterdrucken Autoliga Bundesliga Bankgeheimnis Zuckerguss Stromspender Fensterputzmittel
    Bodengutachten KFZ-Gutachten Lebensgefährtin calisthenics allergisch traumatisch`,
  'phrases of everyday life': `Termin-vereinbaren Praxis-Öffnungszeiten Kontakt-und-Anfahrt Druck-auf-Papier Blut-und-Boden
    Blutflecken-entfernen Hand-aufs-Herz Kopf-hoch Kopf-an-Kopf Hals-über-Kopf Fuß-fassen Auge-um-Auge Mund-zu-Mund
    Lackpflege Pflegehinweise-Leder Heizung-entlüften Leistungen-der-Kanzlei Behandlung-von-Holz Retouren-und-Umtausch
    Beratung-vor-Ort Frühlingsgefühle Tagescreme Haarkur Nagellack-entfernen Lippenstift-rot Fußmatte Handtuchhalter
    Brillenetui Zahnriemen-wechseln Armband-Leder Rückennummer Rückenwind Kniestrümpfe Gesichtserkennung Beinfreiheit
    Ohrring-silber Nasenspitze Brustwickeltuch Bauchtanz Kopfhörer-Test Leberwurst Nierenspieße Zungenbrecher Herzkönig
    Einlagensicherung Spritzenpumpe-Garten Reinigungskur Versiegelung-Parkett Wartungsvertrag Prüfungstermin Vereisung-Straße
    Zuckerwatte Kreislaufwirtschaft Blutmond Muskelkraft Sehnsucht-nach-Meer Stimmenverlust Patientenzahl Igel Goa
    Herzensbildung Plötzliche-Stille Hartnäckige-Flecken Andauernder-Regen Unklare-Rechtslage Heftige-Kritik`,
  'everyday senses': `composition diagnostics-tool KFZ-Diagnose Fehlerdiagnose Motordiagnose Ölwechsel Reifenwechsel scanner
    operation query pain-au-chocolat points suture-self bilan-comptable radio-station imagerie-satellite
    opération-commerciale puzzle casse-tête casse-cou casse-pieds medicine-ball rien nagen chin`,
  'what practices offer, elsewhere': `pci-compliance inr-to-usd aml-kyc-check gps-tracker type-2-charger 2-tb-ssd mmr-matchmaking
    bdd-testing tilt-table-saw loop-recorder-pedal globus-supermarket moon-boots sunspots common-lisp wood-filler nail-file
    grinding-wheel filling-station pie-filling root-vegetables crown-estate bridge-repair veneer-plywood retainer-fee
    aligner-tool brace-position tooth-fairy gum-tree labour-party labour-market time-periods conception-of-a-project
    embryo-of-an-idea abort-mission formula-1 newborn-clothes bump-stock surrogate-key
    isolation-valve attachment-file mood-board worry-stone emotional-intelligence mental-arithmetic fear-of-missing-out
    add-to-cart section-8 speed-test weed-killer crack-the-code coke-zero sponsor-a-child
    hanging-sling-bag hoist-crane pressure-washer android-tablets coffee-capsules plaster-of-paris gauze-curtains
    tech-support support-ticket system-operations ward-of-the-court be-patient matron-of-honour it-consultants
    management-consultants doctor-who private-eye-magazine head-office back-to-back-losses the-problem-is-back
    hand-in-the-assignment companies-face-problems game-of-two-halves-left-right retina-display
    optical-mouse visual-studio frame-by-frame eye-liner shoulder-bag finger-food knee-high-boots foot-locker leg-of-lamb
    strength-of-steel energy-drink sick-beats acute-accent terminal-window genetic-algorithm operation-manual
    javascript-disabled bottle-opener laser-printer peel-and-stick mole-catcher freckle-face tan-lines
    vocal-remover vocal-removal-software brain-mapping-tool weak-hands-in-poker computer-sleep-loss foot-cream video-visits
    skin-tight-jeans front-left-brake-pads tip-of-the-iceberg back-end-problem hand-in-glove
    regenerative-braking corn-maze hard-drive root-cause-analysis initial-assessment
    first-visit-bonus school-based-management joint-account joint-venture-loss enamel-pin mood-ring mood-lighting
    appetite-for-destruction hearts-and-minds contagious-laugh infectious-grooves drum-and-bass lip-gloss hand-cream`,
  'French phrases with a part of the body': `au-cœur-de-la-ville tensions-au-cœur-de-l’Europe le-problème-au-cœur-du-débat
    la-crise-au-cœur-des-discussions sac-à-main bras-de-suspension système-mains-libres kit-mains-libres analyse-des-cotes
    suivi-des-cotes analyse-bassin-versant traitement-du-bassin-de-jardin remplacement-valve-pneu
    remplacement-de-valve exploration-de-vaisseaux-spatiaux fertilité-du-sol analyse-de-la-fertilité-des-sols
    examen-de-langue-anglaise examen-de-langue-française traitement-de-la-langue opération-palais-royal
    opération-tête-de-pont affichage-tête-haute tête-de-lit bouche-d’extraction fissure-au-pied-du-mur
    fourmis-au-pied-des-arbres pied-de-table-cassé plaquettes-de-frein-usure remplacement-des-plaquettes
    prothésiste-ongulaire robe-boutons-au-dos boutons-de-manchette boutons-pression prise-en-charge-des-frais-de-port
    coup-de-cœur coup-de-main coup-de-pied livre-dos-abîmé talons-aiguilles yeux-rouges-photo usure-talon-chaussures`,
  'French phrases with a word of care': `troubles-du-voisinage trouble-de-voisinage troubles-de-jouissance
    troubles-de-l’ordre-public analyse-fonctionnelle injection-essence compression-de-fichiers imagerie-satellite
    vidéo-virale marketing-viral bilan-carbone bilan-de-compétences suivi-de-colis suivi-client rupture-de-stock
    réduction-personnes-âgées réduction-famille-nombreuse foie-gras-de-canard lentilles-corail ampoules-basse-consommation
    plaques-d’immatriculation correction-des-yeux-rouges contrôle-visuel-qualité œil-de-perdrix canne-à-sucre
    dents-creuses vis-tête-plate gouttes-de-pluie écouteurs-intra-auriculaires ligne-à-grande-vitesse
    hémorragie-de-cadres stérilisation-de-biberons épidémie-de-licenciements docteur-en-droit mutuelle-agricole
    dépendances-logicielles réduire-sa-consommation mutation-fonctionnaire pompe-à-vide sonde-spatiale saturation-du-réseau
    soyez-patients paralysie-des-transports maniaque-du-ménage`,
  'phrases that were cried once': `roll-back-changes problem-on-the-back-end dizzy-heights Pflege-für-Lack
    12-steps-to-build-a-deck data-recovery-services load-balance-problem password-no-periods causes-of-the-first-world-war
    U3-bis-U9-Fahrplan Cap-emploi-Lyon twin-block-toys cable-grommet-black patient-experience-jobs`,
}

const detector = detectorOf({ vocabularies: toWordSearch(Object.values(vocabularies)) })

for (const [sort, list] of Object.entries(everyday)) {
  test(`everyday words beside those of health: ${sort}`, () => {
    const words = list.trim().split(/\s+/).map((word) => word.replaceAll('-', ' '))
    const isFound = (name: string, word: string): boolean => found(detector, 'query', name, word).length > 0
    const cried = words.filter((word) => [word, word.toUpperCase()].some((one) => isFound('q', one) || isFound('dt', one)))
    assert.deepEqual(cried, [])
  })
}
