/**
 * Texts for captures without a persona, chosen apart from the vocabularies: what a visitor looks for, in inflected and
 * compounded words, and what a site that has nothing to do with health says all day.
 */
import type { Language } from './people.js'

const split = (list: string): readonly string[] => list.split('|').map((one) => one.trim())

/** Each says something about health to anybody who reads it. */
export const HEALTH: Readonly<Record<Language, readonly string[]>> = {
  de: split(`Schwangerschaftsabbruch | Beratung zum Schwangerschaftsabbruch | Schwangerschaftskonfliktberatung | Vasektomien
    | Prostatakrebsvorsorge | Darmkrebsfrüherkennung | Brustkrebspatientinnen | HIV-Test anonym | Chlamydien-Infektion
    | Erektionsstörungen behandeln | Inkontinenzberatung | Blasenschwäche bei Frauen | Angststörungen | Panikattacken
    | Essstörung | Magersucht | Zwangsstörungen | Borderline-Störung | Schizophrenie | Suizidgedanken | Alkoholsucht
    | Drogenberatung Methadon | Entzugsklinik | Psychotherapeutin | Kinderpsychiatrie | Urologe in der Nähe
    | Frauenärztin mit Mädchensprechstunde | Gynäkologische Praxis | Proktologische Sprechstunde | Hämorrhoiden
    | Genitalherpes | Feigwarzen | Syphilis-Test | Gonorrhoe | künstliche Befruchtung | Kinderwunschbehandlung
    | Endometriose | Gebärmutterhalskrebs | Hodenkrebs | Chemotherapie | Diabetes mellitus | Multiple Sklerose
    | Parkinson-Krankheit | Alzheimer-Demenz | Epilepsie | Rheumatoide Arthritis | Morbus Crohn | Colitis ulcerosa
    | Schuppenflechte | Neurodermitis | Schilddrüsenunterfunktion | Bluthochdruck | Herzinfarkt | Schlaganfall
    | Hepatitis-C-Behandlung | Tuberkulose | Geschlechtsangleichung | Fehlgeburt | Pille danach | Antidepressiva
    | Sertralin | Methylphenidat | Ritalin absetzen | Viagra rezeptfrei | Insulinpumpe | Darmspiegelung
    | Brustverkleinerung | Hautkrebsscreening | Migräne | Bandscheibenvorfall`),
  fr: split(`interruption volontaire de grossesse | IVG médicamenteuse | vasectomies | cancer du sein | cancer de la prostate
    | dépistage du VIH | test VIH | chlamydiose | syphilis | herpès génital | condylomes | troubles de l’érection
    | éjaculation précoce | fuites urinaires | incontinence urinaire | troubles anxieux | crise de panique
    | trouble bipolaire | schizophrénie | pensées suicidaires | idées suicidaires | anorexie mentale | boulimie
    | alcoolisme | sevrage alcoolique | toxicomanie | méthadone | psychiatre | pédopsychiatrie | psychothérapeute
    | gynécologue | sage-femme | urologue à proximité | proctologue | hémorroïdes | endométriose
    | procréation médicalement assistée | fécondation in vitro | fausse couche | pilule du lendemain | stérilet
    | contraception d’urgence | ménopause | cancer du col de l’utérus | chimiothérapie | diabète de type 2
    | sclérose en plaques | maladie de Parkinson | maladie d’Alzheimer | épilepsie | polyarthrite rhumatoïde
    | maladie de Crohn | psoriasis | eczéma | hypothyroïdie | hypertension artérielle | infarctus | hépatite C
    | tuberculose | antidépresseurs | sertraline | Lévothyrox | Viagra | coloscopie | hernie discale | migraines
    | dépression post-partum | autisme | trouble obsessionnel compulsif`),
  en: split(`abortion clinic | medical abortions | pregnancy termination | vasectomies | vasectomy reversal | HIV test
    | post-exposure prophylaxis | chlamydia treatment | syphilis | genital herpes | genital warts | gonorrhoea
    | erectile dysfunction | premature ejaculation | urinary incontinence | bipolar disorder | panic attacks
    | anxiety disorders | schizophrenia | suicidal thoughts | self-harm | eating disorders | anorexia nervosa
    | alcoholism | opioid addiction | methadone | rehab center | psychiatrist | psychotherapists near me
    | gynaecologist | midwives | urologists | proctologist | haemorrhoids | endometriosis | IVF treatment
    | infertility | miscarriage | morning-after pill | contraceptives | menopause symptoms | breast cancer
    | ovarian cancer | prostate cancer screening | testicular cancer | chemotherapy | type 2 diabetes
    | multiple sclerosis | Parkinson's disease | Alzheimer's disease | epilepsy | rheumatoid arthritis
    | Crohn's disease | ulcerative colitis | psoriasis | eczema | hypothyroidism | high blood pressure
    | heart attack | hepatitis C | tuberculosis | antidepressants | sertraline | Prozac | Viagra | colonoscopy
    | slipped disc | migraines | postnatal depression | gender dysphoria | autism | post-traumatic stress disorder`),
}

/** None says anything about health, though many have a health word's letters in them, or a health word's other sense. */
export const EVERYDAY: readonly string[] = split(`archive | web archives | visual aids
  | aplus_std | conditions générales de vente | traitement de la commande | opération commerciale | operation=query
  | {"operation":"getProducts"} | "operationName":"SearchQuery" | mutation { addToCart } | traitement de données
  | transmission automatique | crédit à la consommation | produits frais | fresh flowers | Great Depression history
  | tropical depression Ana | zodiac cancer horoscope | tropic of cancer | virus scanner | antivirus update
  | stress test for servers | heart of the city | Herzlich willkommen | Herzogenaurach | Kopfhörer | Kopfkissen
  | Handschuhe Leder | Armband Silber | Armaturen Bad | Augenblick bitte | Zahnrad Getriebe | Zahnradbahn
  | Bluthochzeit Hörbuch | Blutorange | Blutwurst | Magenta Trikot | Leberwurst | Nierentisch | Rückenlehne
  | Rückennummer | Brustbeutel | Brustschwimmen | Hautnah erleben | Haarspange | Fußball | Fußboden | Kehlleiste
  | Kniebundhose | Pillendose Vintage | Tablet kaufen | tablettes de chocolat | Grippostad Halle Konzert
  | carte bancaire | Krebse und Krabben | Flusskrebs Rezept | Sternzeichen Krebs | Suchtfaktor Serie | Sehnsucht
  | Sehnsuchtsorte | Eifersucht | Streaming sucht Titel | Wohnung gesucht | medical drama series | Dr. Who
  | Grey's Anatomy staffel | operation manual | operating system | screening room | film screening | scanner
  | delivery date | due date invoice | period drama | full stop period | birthday cake | birth of a nation film
  | contract termination | account suspension | cold brew | fever pitch book | patient zero game
  | inpatient | patience card game | doctor strange | surgeon simulator | symptom of a bug | dose of reality
  | injection sql | needle felting | Nadelwald | Nadelfilz | Spritzgebäck | Impfinger Weg | Kurort Hotel
  | Praxis Dr. Müller Straße 5 Möbelhaus | Termin buchen | rendez-vous | prendre rendez-vous | book an appointment
  | insurance for cars | Autoversicherung | assurance habitation | mutuelle de l'eau | Kasse | Warenkorb
  | panier d'achat | chaussures | Schuhe | trousers | sneakers | bicycle | Fahrrad | vélo | laptop | kitchen
  | Küche | cuisine | garden | Garten | jardin | news | Nachrichten | actualités | weather | Wetter | météo
  | sports results | Bundesliga | Ligue 1 | Premier League | recipes | Rezepte | recettes | travel | Reisen | voyages
  | privacy policy | Datenschutz | confidentialité | imprint | Impressum | mentions légales | contact | Kontakt
  | careers | Karriere | recrutement | download | Herunterladen | télécharger | login | Anmelden | connexion`)
