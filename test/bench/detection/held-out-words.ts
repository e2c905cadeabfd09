/** As `words.ts`, for the held-out seeds alone: nobody mends the vocabularies by these. */
import type { Language } from './people.js'

const split = (list: string): readonly string[] => list.split('|').map((one) => one.trim())

export const HEALTH_HELD_OUT: Readonly<Record<Language, readonly string[]>> = {
  de: split(`Vasektomie Kosten | ungewollt schwanger | Schwangerschaftsberatung | Kaiserschnitt | Spirale einsetzen lassen
    | Kinderwunschklinik | Spermiogramm | Hodenschmerzen | Prostatavergrößerung | Harninkontinenz | Blasenentzündung
    | Nierenversagen | Brustkrebs | Darmkrebs | Hautkrebs | Bauchspeicheldrüsenkrebs | Strahlentherapie | Depressionen
    | Panikstörung | Psychose | Anorexie | Selbstverletzung | Suizidalität | Alkoholentzug | Substitutionstherapie
    | Syphilis | Hepatitis B | HIV-Infektion | Aids-Beratungsstelle | Tripper-Test | Herpes genitalis | Analfissur
    | Hämorrhoiden veröden | Morbus Basedow | Typ-1-Diabetes | Adipositas | Magenspiegelung | Leberzirrhose | Angina pectoris
    | Herzinsuffizienz | Lungenembolie | Multiple Sklerose | Epilepsie | Demenz | Parkinson | Migräne | Rheuma | Fibromyalgie
    | Neurodermitis | Akne | Rosazea | Urologin | Gynäkologe | Psychiater | Kinderpsychologe | Orthopäde | Augenärztin
    | HNO-Arzt | Lorazepam | Tavor | Sildenafil | Methadon`),
  fr: split(`vasectomie prix | grossesse non désirée | test de grossesse | césarienne | pose de stérilet | clinique de fertilité
    | spermogramme | douleur testiculaire | hypertrophie de la prostate | incontinence | cystite | insuffisance rénale
    | cancer colorectal | cancer de la peau | cancer du pancréas | radiothérapie | dépression | trouble panique | psychose
    | anorexie | automutilation | suicide | cure de désintoxication | traitement de substitution | syphilis | hépatite B
    | séropositif | blennorragie | herpès | fissure anale | maladie de Basedow | diabète de type 1 | obésité | gastroscopie
    | cirrhose du foie | angine de poitrine | insuffisance cardiaque | embolie pulmonaire | sclérose en plaques | épilepsie
    | démence sénile | Parkinson | migraine | fibromyalgie | eczéma atopique | acné | rosacée | urologue | gynécologue
    | psychiatre | psychologue pour enfant | orthopédiste | ophtalmologue | ORL | lorazépam | sildénafil | méthadone`),
  en: split(`vasectomy cost | unwanted pregnancy | pregnancy test | c-section | IUD insertion | fertility clinic | semen analysis
    | testicular pain | enlarged prostate | incontinence | cystitis | kidney failure | breast cancer | bowel cancer | skin cancer
    | pancreatic cancer | radiotherapy | clinical depression | panic disorder | psychosis | anorexia | self-injury | suicide
    | alcohol withdrawal | opioid substitution therapy | syphilis | hepatitis B | HIV positive | AIDS service organization
    | gonorrhea | herpes | anal fissure | Graves' disease | type 1 diabetes | obesity | gastroscopy | liver cirrhosis
    | angina | heart failure | pulmonary embolism | multiple sclerosis | epilepsy | dementia | Parkinson's | migraine
    | fibromyalgia | eczema | acne | rosacea | urologist | gynecologist | psychiatrist | child psychologist
    | orthopedic surgeon | ophthalmologist | ENT specialist | lorazepam | sildenafil | methadone`),
}

export const EVERYDAY_HELD_OUT: readonly string[] = split(`Startseite | home page | page d'accueil | Über uns | about us
  | qui sommes-nous | Öffnungszeiten | opening hours | horaires d'ouverture | Anfahrt und Parken | directions | plan d'accès
  | Bewertung schreiben | write a review | donner un avis | Merkliste | wish list | liste de souhaits | Bestellung verfolgen
  | track my order | suivre ma commande | Passwort vergessen | forgot password | mot de passe oublié | Kundenkonto
  | my account | mon compte | Zahlungsarten | payment methods | moyens de paiement | Winterjacke Damen | women's coats
  | manteau femme | Kaffeemaschine | coffee machine | machine à café | Waschmaschine reparieren | washing machine repair
  | lave-linge | Gartenmöbel | garden furniture | salon de jardin | Druckerpatronen | printer ink | cartouches d'encre
  | Smartphone Hülle | phone case | coque de téléphone | Kinderwagen | pushchair | poussette | Gitarre lernen
  | guitar lessons | cours de guitare | Konzertkarten | concert tickets | billets de concert | Wanderwege Allgäu
  | hiking trails | sentiers de randonnée | Ferienhaus Ostsee | holiday cottage | gîte en Bretagne | Flug nach Lissabon
  | flights to Lisbon | vol pour Lisbonne | Wahlergebnisse | election results | résultats des élections | Bundestag
  | House of Commons | Assemblée nationale | Mietspiegel | rent index | encadrement des loyers | Kirchenchor | village choir
  | chorale | Schachverein | chess club | club d'échecs | Nähmaschine Stoffe | sewing patterns | patron de couture
  | Apfelkuchen | apple pie | tarte aux pommes | Linsensuppe | lentil soup | soupe à l'oignon | Archivmaterial | archiving
  | archivage | operations manager | Einsatzleitung | chef d'opérations | general conditions | Geschäftsbedingungen
  | conditions d'utilisation | data processing | Datenverarbeitung | heart-shaped pendant | Herzanhänger | pendentif cœur
  | bone-white paint | blood-red roses | Blutbuche kaufen | Kopfsteinpflaster | Zahnstange | Nagelfeile Metall
  | Augustinerkirche | Darmstadt | Magenau | Leberecht | Nierstein Wein | Brustfeld | Rückenwind | Handball | Armbrust
  | Fingerhut Pflanze | digitalis purpurea garden | Kniebrett | Fersengeld | Bauchladen | Halsband Hund | Ohrensessel
  | Mundharmonika | Nasenschild | Hautfarben Malkasten | Haarnadelkurve | cancer constellation stars | Krebsnebel
  | nébuleuse du crabe | tropique du cancer carte | Drogerie Angebote | drugstore cowboy film | droguerie
  | Apothekerschrank Holz | apothecary jars | virus bulletin antivirus software | computer virus removal
  | Virenschutz Software | injection molding | moulage par injection | needle threader | aiguille à tricoter`)
