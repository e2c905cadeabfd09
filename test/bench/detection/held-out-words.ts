/** As `words.ts`, for the held-out seeds alone: nobody mends the vocabularies by these. */
import type { Language } from './people.js'

const split = (list: string): readonly string[] => list.split('|').map((one) => one.trim())

export const HEALTH_HELD_OUT: Readonly<Record<Language, readonly string[]>> = {
  de: split(`Sterilisation beim Mann | Abtreibung bis zur 12. Woche | Abtreibungspille | Scheidenpilz | Harnwegsinfekt
    | Nierensteine | Eierstockkrebs | Lungenkrebs | Leukämie | Blasenkrebs | Burnout-Klinik | bipolare Störung
    | posttraumatische Belastungsstörung | ADHS bei Erwachsenen | Autismus-Diagnostik | Spielsucht | Kokainabhängigkeit
    | Bulimie | Geschlechtskrankheiten | HPV-Impfung | Trichomonaden | Phimose | Impotenz | Eizellspende
    | Fruchtwasseruntersuchung | Wochenbettdepression | Wechseljahre | Hashimoto-Thyreoiditis | Gicht | Lupus erythematodes
    | Zöliakie | Reizdarm | Magengeschwür | Asthma | COPD | Herzrhythmusstörungen | Thrombose | Arthrose im Knie | Osteoporose
    | Tinnitus | Grauer Star | Makuladegeneration | Nesselsucht | Borreliose | Psychiaterin | Kardiologe | Hebamme
    | Onkologin | Dermatologe | Rheumatologin | Citalopram | Metformin | Ibuprofen | Ramipril | Tamoxifen`),
  fr: split(`stérilisation masculine | avortement | pilule abortive | mycose vaginale | infection urinaire | calculs rénaux
    | cancer des ovaires | cancer du poumon | leucémie | burn-out | stress post-traumatique | TDAH adulte
    | trouble du spectre autistique | addiction aux jeux | dépendance à la cocaïne | compulsions alimentaires
    | infections sexuellement transmissibles | vaccin HPV | gonorrhée | phimosis | impuissance | don d'ovocytes
    | amniocentèse | bouffées de chaleur | thyroïdite de Hashimoto | goutte | lupus | maladie cœliaque | colopathie
    | ulcère à l'estomac | asthme | BPCO | arythmie cardiaque | phlébite | arthrose du genou | ostéoporose | acouphènes
    | cataracte | glaucome | urticaire | maladie de Lyme | cardiologue | dermatologue | oncologue | rhumatologue
    | neurologue | citalopram | metformine | ibuprofène | ramipril | tamoxifène | planning familial | hystérectomie`),
  en: split(`sterilization for men | abortion pill | yeast infection | urinary tract infection | kidney stones | lung cancer
    | leukemia | bladder cancer | major depression | borderline personality disorder | ADHD in adults | autism assessment
    | gambling addiction | cocaine addiction | bulimia | sexually transmitted diseases | HPV vaccine | trichomoniasis
    | impotence | egg freezing | amniocentesis | postpartum depression | hot flashes | Hashimoto's | gout | lupus
    | coeliac disease | irritable bowel syndrome | stomach ulcer | asthma | COPD | arrhythmia | deep vein thrombosis
    | osteoarthritis | osteoporosis | tinnitus | cataract surgery | glaucoma | hives treatment | Lyme disease | cardiologist
    | dermatologist | oncologist | rheumatologist | neurologist | citalopram | metformin | ibuprofen | ramipril
    | tamoxifen | hysterectomy | planned parenthood appointment | crisis hotline suicide | hernia repair`),
}

export const EVERYDAY_HELD_OUT: readonly string[] = split(`Jahresarchiv | achiever awards | std::vector | IST-Zustand
  | Lagerist gesucht | TOC des matières | tocsin | PEP 8 style | pep guardiola | RSA key | ADS campaign | Google Ads
  | Mania Records | cataract falls hiking | goutte d'eau design | Gout de France | lupus in fabula wine bar | STI race car
  | Subaru Impreza WRX STI | Asthmatic Kitty vinyl | MS Office | MS Europa Kreuzfahrt | ALS Zugabe | als PDF speichern
  | ICD codes of music | HPV bikes | Herpetologie Reptilien | Krampus Lauf | Krampf gegen rechts Band | Gicht am Hut
  | Ausschlag des Zeigers | Wechseljahreskalender 2031 | Sterilisator Küche | Sterilisationsglas | conception graphique
  | contraceptif fiscal | accouchement de souris roman | abort merge git | abort transaction | mission aborted
  | Blinddarmrennen | Augenoptik Design | Hautevolee | Beinfreiheit | Zehnkampf | Magenbrot | Nervensäge Film
  | Herzdame | Herzkönig | Blutmond | Blutsbrüder | Lungenbraten Rezeptidee | Hirngespinst | Nasenbär | Ohrwurm
  | Mundart | Zahnradpumpe | Knochenbrühe | Muskelkater Comedy Show | Spritztour | Pflasterstein | Verbandsgemeinde
  | Verbandsliga | Salbei | Tropfkerze | Kurven | Kurbel | Reha Bäcker GmbH Filiale | Chirurgischer Stahl Schmuck
  | medical grade silicone case | titanium steel | headless cms | chest of drawers | footer | handler | backbone.js
  | eyeliner | arm64 | armchair | kneeboard | lip gloss | bloody mary | blood orange | bone china | brain teaser
  | heartbreak hotel | kidney beans | liver and onions | nail polish | nerve agent band | skin for minecraft
  | stomach of steel song | tooth fairy | tongue twister | vein of gold | coup de coeur | bras droit | dos carré collé
  | main dans la main | pied-à-terre | tête de liste | œil de bœuf | dent de lion | foie gras | langue de chat
  | nez de cuir | peau de pêche | sang-froid | ventre mou du classement | gorges du Verdon | genou d'argent
  | Online-Shop Rabatt | soldes d'été | free shipping | gift card | Gutschein | code promo | size chart | Größentabelle
  | return policy | Retoure | retour gratuit | newsletter | subscribe | abonnieren | s'abonner | press release
  | Pressemitteilung | annual report | Geschäftsbericht | rapport annuel | events calendar | Veranstaltungen | agenda
  | train tickets | Fahrkarten | billets de train | car rental | Mietwagen | location de voiture | hotel | hôtel
  | mortgage calculator | Baufinanzierung | crédit immobilier | tax return | Steuererklärung | impôts | job offers
  | Stellenangebote | offres d'emploi | school holidays | Schulferien | vacances scolaires`)
