/**
 * Texts for captures without a persona, chosen apart from the vocabularies: what a visitor looks for, in inflected and
 * compounded words, and what a site that has nothing to do with health says all day.
 */
import type { Language } from './people.js'

const split = (list: string): readonly string[] => list.split('|').map((one) => one.trim())

export interface HealthWord {
  readonly text: string
  /** Has a meaning in everyday life beside the one in health: alone, where nothing tells which, it says nothing. */
  readonly isAmbiguous: boolean
}

/** Words between `|`; `~` marks an ambiguous one. The marks are set by what words mean, not by what is found. */
export const toHealthWords = (list: string): readonly HealthWord[] =>
  split(list).map((one) => ({ text: one.replace(/^~/, ''), isAmbiguous: one.startsWith('~') }))

/** Each says something about health to anybody who reads it where words of health are looked for. */
export const HEALTH: Readonly<Record<Language, readonly HealthWord[]>> = {
  de: toHealthWords(`Schwangerschaftsabbruch | Beratung zum Schwangerschaftsabbruch | Schwangerschaftskonfliktberatung | Vasektomien
    | Prostatakrebsvorsorge | Darmkrebsfrüherkennung | Brustkrebspatientinnen | HIV-Test anonym
    | Chlamydien-Infektion | Erektionsstörungen behandeln | Inkontinenzberatung | Blasenschwäche bei Frauen
    | Angststörungen | Panikattacken | Essstörung | Magersucht | Zwangsstörungen | Borderline-Störung
    | Schizophrenie | Suizidgedanken | Alkoholsucht | Drogenberatung Methadon | Entzugsklinik | Psychotherapeutin
    | Kinderpsychiatrie | Urologe in der Nähe | Frauenärztin mit Mädchensprechstunde | Gynäkologische Praxis
    | Proktologische Sprechstunde | Hämorrhoiden | Genitalherpes | Feigwarzen | Syphilis-Test | Gonorrhoe
    | künstliche Befruchtung | Kinderwunschbehandlung | Endometriose | Gebärmutterhalskrebs | Hodenkrebs
    | Chemotherapie | Diabetes mellitus | Multiple Sklerose | Parkinson-Krankheit | Alzheimer-Demenz | Epilepsie
    | Rheumatoide Arthritis | Morbus Crohn | Colitis ulcerosa | Schuppenflechte | Neurodermitis
    | Schilddrüsenunterfunktion | Bluthochdruck | Herzinfarkt | Schlaganfall | Hepatitis-C-Behandlung | Tuberkulose
    | Geschlechtsangleichung | Fehlgeburt | Pille danach | Antidepressiva | Sertralin | Methylphenidat
    | Ritalin absetzen | Viagra rezeptfrei | Insulinpumpe | Darmspiegelung | Brustverkleinerung
    | Hautkrebsscreening | Migräne | Bandscheibenvorfall | Sterilisation beim Mann | Abtreibung bis zur 12. Woche
    | Abtreibungspille | Scheidenpilz | Harnwegsinfekt | Nierensteine | Eierstockkrebs | Lungenkrebs | Leukämie
    | Blasenkrebs | Burnout-Klinik | bipolare Störung | posttraumatische Belastungsstörung | ADHS bei Erwachsenen
    | Autismus-Diagnostik | Spielsucht | Kokainabhängigkeit | Bulimie | Geschlechtskrankheiten | HPV-Impfung
    | Trichomonaden | Phimose | Impotenz | Eizellspende | Fruchtwasseruntersuchung | Wochenbettdepression
    | Wechseljahre | Hashimoto-Thyreoiditis | Gicht | Lupus erythematodes | Zöliakie | Reizdarm | Magengeschwür
    | Asthma | COPD | Herzrhythmusstörungen | Thrombose | Arthrose im Knie | Osteoporose | Tinnitus | Grauer Star
    | Makuladegeneration | Nesselsucht | Borreliose | Psychiaterin | Kardiologe | Hebamme | Onkologin | Dermatologe
    | Rheumatologin | Citalopram | Metformin | Ibuprofen | Ramipril | Tamoxifen | Vasektomie Kosten
    | ungewollt schwanger | Schwangerschaftsberatung | Kaiserschnitt | Spirale einsetzen lassen
    | Kinderwunschklinik | Spermiogramm | Hodenschmerzen | Prostatavergrößerung | Harninkontinenz
    | Blasenentzündung | Nierenversagen | Brustkrebs | Darmkrebs | Hautkrebs | Bauchspeicheldrüsenkrebs
    | Strahlentherapie | Depressionen | Panikstörung | Psychose | Anorexie | Selbstverletzung | Suizidalität
    | Alkoholentzug | Substitutionstherapie | Syphilis | Hepatitis B | HIV-Infektion | Aids-Beratungsstelle
    | Tripper-Test | Herpes genitalis | Analfissur | Hämorrhoiden veröden | Morbus Basedow | Typ-1-Diabetes
    | Adipositas | Magenspiegelung | Leberzirrhose | Angina pectoris | Herzinsuffizienz | Lungenembolie | Demenz
    | Parkinson | Rheuma | Fibromyalgie | Akne | Rosazea | Urologin | Gynäkologe | Psychiater | Kinderpsychologe
    | Orthopäde | Augenärztin | HNO-Arzt | Lorazepam | Tavor | Sildenafil | Methadon | Vasektomie rückgängig machen
    | Abtreibung Beratungsschein | Fehlgeburt in der 8. Woche | IVF-Behandlung | ~Wehen | Eisprungrechner
    | Gestationsdiabetes | Gebärmutterentfernung | Myome | PCO-Syndrom | Scheidentrockenheit
    | vorzeitiger Samenerguss | Chlamydien | HPV-Test | Prostatitis | Nierenbeckenentzündung | Mammographie
    | Lymphom | Melanom | Hirntumor | Chemotherapie Nebenwirkungen | ~Depression | Angststörung | Essstörungen
    | Zwangserkrankung | ~Borderline | Trauma-Therapie | Psychotherapie | Alkoholkrank | Opiatabhängigkeit
    | Rauchentwöhnung | Diabetes | Vorhofflimmern | Krampfadern | Bronchitis | Lungenentzündung | Gallensteine
    | Hepatitis C | Darmpolypen | Hüftarthrose | Gürtelrose | Fußpilz | Glaukom | Hörsturz | Zahnimplantat
    | Kieferorthopäde | Urologe | Neurologin | Prozac | Ritalin | Insulin | Viagra | Akneausbruch | Herpes simplex
    | ~Apnoe | Brustkrebs-Therapie | Tourette-Syndrom | Tollwutimpfung | Schluckstörung | Morbus Scheuermann
    | Hautjucken | Lymphdrüsenkrankheit | Konzentrationsschwäche | Parosmie | Hautreaktion | Coulrophobie
    | Posthitis | Hornhautverdickung | Prostatakarzinom | Ledderhose-Syndrom | AIDS-Patient | Gastritis
    | Muskelstarre | Lebensmittelallergie | Gefäßkrankheit | Hirnhautentzündung | Nervenentzündung | Knorpelschaden
    | Brustimplantat | Thrombophlebitis | körperdysmorphe Störung | Gefäßverengung | vorzeitige Entbindung
    | Ballenzeh | Knochengeschwulst | Dysgnathie | Herzmuskelinfarkt | Magenspülung | Schrumpfniere
    | Faszienentzündung | Kieferhöhlenvereiterung | Hängebrust | Paratonsillarabszess | Meniskusoperation
    | Weichteilinfektion | Tumormarker | Gesichtsrose | Herzflattern | Ovulationshemmer | Chloroquin | Gynäkologin
    | tiefe Niedergeschlagenheit | Magenkarzinom | Methylprednisolon | Sturzanfall | Akroparästhesie
    | Nebennierenrindenhormon | Osteoarthritis | Optikusatrophie | Alkoholentzugsdelirium | Organspende
    | Blutpfropfbildung | Trommelfellruptur | katatonische Schizophrenie | Aortenklappeninsuffizienz | Schweißtest
    | Phenacetin | Milzriss | Rötelnembryopathie | Akrophobie | Iridozyklitis | Rekurrenslähmung | Pleuraerguss
    | Berufserkrankung | ~Transplantation | Keloidbildung | Affenpocken | Gelenkerkrankung | Metrorrhagie
    | Brustkrankheit | Vaginalkarzinom | Trisomie | Postcholezystektomiesyndrom | Radiojodtherapie
    | Zwanghaftigkeit | Altersdiabetes | Gelenkprothese | Lymphknotenvergrößerung | Krebserkrankung | Strahlenkrebs
    | Radiotherapie | LKGS-Spalte | Impingement | Hammerzehe | Antihistaminikum | Arterienverschluss
    | Stimmlosigkeit | Bandscheibenriss | gutartige Geschwulst | Schaufensterkrankheit | Urethritis | Labormedizin
    | Blepharoplastik | Dopplersonographie | Paralyse | Hyperlipämie | Trospiumchlorid | Sibutramin
    | Librium | Antiallergikum | Antacidum | Röntgenaufnahme | Selbstmordankündigung | Kolostoma
    | Herzglykosidtherapie | Pulpektomie | Porenzephalie | Raucherhusten | Schädelbruch | Karies
    | Zahnarztbehandlung | Spastik | Zellulitis | Urologie | Leberleiden | Enzephalitis | ~Alexie | Gallenstein
    | Menstruation | Zahnweh | Bindehautentzündung | Polyarthritis | ~Phobie | Halsentzündung | Frauenleiden
    | Stirnhöhlenvereiterung | Gerstenkorn | ~Fraktur | Halsweh | Kolik | Bauchweh | Amphetamin | Schusswunde
    | Herztod | Schwindelanfall | Skorbut | Überbein | Schleimbeutelentzündung | Verätzung | Geburtshilfe
    | Szintigramm | Gleichgewichtsstörung | Amputation | Haarausfall | Verhaltensstörung | Herzkrankheit | Autismus
    | Homöopath | Hämorriden | Verfolgungswahn | Mittelohrentzündung | Wundstarrkrampf | Wundfieber | Rheumatismus
    | Armbruch | Schlaftablette | Blutzucker | Totgeburt | Presswehen | Weitsichtigkeit | Bronchialasthma | Valium
    | Geburtsfehler | Frostbeule | Vitaminmangel | Biopsie | Psychopharmakon | Dammschnitt | Intersexualität
    | Herzoperation | Schwindsucht | Hypochonder | Kopfverletzung | ~Manie | Inkontinenz | Neurose | Blutsturz
    | Röteln | Harnwegsinfektion | Nervenzusammenbruch | Geburtshelferin | Herzschwäche | Erfrierungen
    | Gehirntumor | Dialyse | Ejakulation | Hustensaft | Angstzustand | Endoskopie | Beinbruch | Frauenklinik
    | Anästhesie | Traumatisierung | Wurzelbehandlung | ~Infarkt | Schürfwunde | Erstickungsanfall | Akupressur
    | Kinderpsychologie | Computertomograph | Psychoanalyse | Kreislaufstörung | ~Übergewicht | Koloskopie
    | Kreislauferkrankung | Dehydrierung | Kardiologie | Unterernährung | Abführmittel | Eiter | Tranquilizer
    | Chirurgin | Brandsalbe | Narbenbildung | Wetterfühligkeit | Achalasie | Fettsucht | Fettleibigkeit | Allergie
    | allergische Reaktion | Anämie | Angioödem | aplastische Anämie | Arteriosklerose | Atherosklerose
    | Aspirationspneumonie | Asthma bronchiale | Aszites | Pankreatitis | Glomerulonephritis | Herztransplantation
    | Aortenklappenstenose | Herzklappenerkrankung | Herzklappenfehler | Aortenstenose | Herzgeräusch
    | Engegefühl in der Brust | ~Schwindel | Kurzatmigkeit | Palpitationen | geschwollene Knöchel
    | rheumatoide Arthritis | Polymyalgia rheumatica | Morbus Reiter | Morbus Bechterew | Lumbago | Ischialgie
    | Arthrose | Arteriitis temporalis | Belastungsschmerz | Muskelschmerzen | Muskelverspannungen | Kontrakturen
    | Muskelhartspann | Sensibilitätsverlust | Skoliose | Rippenbuckel | Dupuytren-Kontraktur | Schluckbeschwerden
    | Präadipositas | Untergewicht | Nervenerkrankung | Polyarteriitis nodosa
    | ~Ablation | Katheterablation | Herzerkrankungen | Herzkatheter | Radiofrequenzablation | Kryoablation
    | Laserablation | supraventrikuläre Tachykardie | ACE-Hemmer | arterielle Hypertonie | Akupunktur
    | Empfängnisverhütung | Schwangerenbetreuung | Kardiotokografie | Schwangerschaftsvorsorge | Hebammenleistungen
    | Psychoonkologie | Grippeimpfung | Geburtstermin | Toxoplasmose-Test | Abstrich auf Streptokokken
    | Dreimonatsspritze | Krebsfrüherkennung | Krebsnachsorge | Erkrankungen der Geschlechtsorgane | Harnsteine
    | Tumoren | endoskopische Operationen | Andrologie | Haut- und Geschlechtskrankheiten | Psychotherapeuten
    | Rückenschmerzen | muskuläre Verspannungen | Osteochondrose | Bandscheibenschäden | Wirbelgleiten
    | Lockerung von Gelenken | psychosomatische Ursachen für Rückenschmerzen | Wirbelbrüche | Ausrenkungen
    | krankengymnastische Beübung | medikamentöse Therapie | Erkrankungen des Haltungs- und Bewegungsapparates
    | Verletzungen und Erkrankungen des Stützapparates | Erkrankungen des Stütz- und Bewegungsapparats
    | Bandscheibenvorfälle | Gelenkverschleiß | Rheumatische Erkrankungen des Bewegungsapparates
    | Knochenbrüche und Sportverletzungen | X- oder O-Beine | Sehnen- und Bänderrisse
    | Schulter-, Knie- und Hüftprobleme | Schleimbeutelentzündungen | Karpaltunnelsyndrom | Nervenengpasssyndrome
    | Wachstumsstörungen | Knorpelabnutzung | Entzündungshemmende Medikamente | orthopädische Hilfen
    | arthroskopische Spülung | Gelenktoilette | Arthroskopie Knie | Kniegelenksverletzungen | Knorpelschädigungen
    | Bandverletzungen | Meniskusrisse | Kapselentzündungen der Schulter | Entzündungen der Bizepssehne
    | Engpasssyndrom unter dem Schulterdach | Ausrenkungen der Kniescheibe | Verletzungen der Knochen
    | angeborene Fehlbildungen der Wirbelsäule | Neuropsychologische Testung nach Schlaganfall
    | Schlaganfallpatienten | neuropsychologische Funktionsstörungen | Konzentrationsdefizite | Gedächtnislücken
    | Sehstörungen | Neurologie | Psychiatrie | Erkrankungen des Gehirns | Suchterkrankungen
    | Persönlichkeitsstörungen | ~EEG | Lumbalpunktion | Gedächtnissprechstunde
    | Subjektive Gedächtnisbeeinträchtigungen | Demenzdiagnostik | Spannungskopfschmerzen | epileptischer Anfall
    | Polyneuropathie | Hals-Nasen-Ohren-Heilkunde | Erkrankungen der Ohren | Hörstörungen | Stimmprobleme
    | Neugeborenen-Hörscreening | Kindervorsorgeuntersuchungen | Jugendgesundheitsuntersuchung
    | Hörtests bei Erwachsenen | Audiometrie | Ton- und Sprachaudiometrie | Hörprüfung | Hörverlust | Hörminderung
    | Schwerhörigkeit | Otoakustische Emissionen | Allergologie und Schlafscreening | Eigenbluttherapien
    | Tauchsportuntersuchungen | Schallleitungs-Schwerhörigkeit | Hauttests | Prick-Test | Intrakutantest
    | Allergendiagnostik | Antihistaminika | Kortikosteroide | Hyposensibilisierung | Verordnung für Hörgeräte
    | Refraktionsanomalien | Hornhautverkrümmung | Altersweitsichtigkeit | Keratokonus | Hornhautnarben
    | Linsentrübungen | Zahnheilkunde | Erkrankungen im Zahn-, Mund- und Kieferbereich | Zahnschmerzen
    | Entfernung von Weisheitszähnen | künstliche Zahnwurzeln | Zahnfüllungen | kariesbefallene Zähne | Zahnlücke
    | ~Kronen und Brücken | Aphthe | Abszess | professionelle Zahnreinigung | Bruxismus | Zähneknirschen | Fehlbiss
    | Suchtberatung | Abhängigkeitserkrankung | Menschen mit Suchtproblemen | ~Crack | Fentanyl | Onlinesucht
    | Suchtkranke | Drogennotdienst | Drogenabhängige | Spritzenaustausch | Suchtprävention | illegale Drogen
    | Mediensucht | stationäre Entwöhnungsbehandlung | Suchtkrankenhilfe | Medikamentenkonsum
    | Alkohol- und Drogenkonsum | unerfüllter Kinderwunsch | Reproduktionsmediziner | Fruchtbarkeitsstörungen
    | Verschlossene Eileiter | Geringe Spermienanzahl | Eingeschränkte Beweglichkeit der Spermien
    | idiopathische Sterilität | Eileiterverschluss | Polypen in der Gebärmutter | Polyzystisches Ovarialsyndrom
    | Eileiterprobleme | Spermiendysfunktionen | Intrazytoplasmatische Spermieninjektion | Hormonbehandlungen
    | Inseminationen | Eizellgewinnung | Embryonenkultur | Embryotransfer
    | Erkrankungen des gesamten Magen-Darm-Traktes | Spiegelung von Dickdarm und Magen
    | Ultraschalluntersuchung des Bauchraumes | Hypogonadismus | Nebenschilddrüsenadenom
    | gastroösophagealer Reflux | Magenbypass-OP | Hormonerkrankungen | Knochenschwund | ~Kropf
    | Erkrankungen des Hormonsystems | Addisonkrise | Schilddrüsenüberfunktion | Unterfunktion der Schilddrüse
    | Hypoglykämien | Diabetes insipidus | Refluxösophagitis | Stuhlauffälligkeiten
    | Vorsorgeuntersuchungen für Kinder und Jugendliche | Ultraschall Abdomen | Impfberatung und Schutzimpfungen
    | Lungenfunktionsuntersuchungen | Entwicklungsdiagnostik | Neugeborenen-Untersuchung | Impftermine | Impfmasern
    | Entwicklungsverzögerungen | Früh- und Neugeborenennachsorge | Hüftdysplasie
    | onkologische Schwerpunktpraxen | Hämatologen und Onkologen | Langzeit- und Palliativversorgung
    | ambulante Versorgung von Krebspatienten | Krebsversorgung | medizinische Onkologie | Krebserkrankungen
    | Chemotherapien | Hormontherapien | Immunotherapien | gezielte Krebstherapien
    | Medikamente zur Tumorbekämpfung | Dauertropfinfusionen | ambulante Behandlung
    | Krebsbehandlung mit Zytostatika | Krebszellen | ~Krebsart | Chemotherapielösung
    | oberflächliche Tumoren der Haut | psychosoziale Hilfen bei einer Krebserkrankung
    | Onkologische Rehabilitation | Krankheitsbewältigung | psychosoziale Versorgung
    | hämatologische und onkologische Erkrankungen | Tumorzellen | Tumorwachstum | Lungenfunktionsuntersuchung
    | Abklärung von Atembeschwerden | Lungenfunktionsstörungen | chronisch obstruktive Bronchitis
    | Lungengerüsterkrankungen | Lungenemphysem | Atemwegstherapeutika | Asthma-Medikamente
    | chronisch obstruktive Lungenerkrankung | Diagnostik von Allergien | Hausstaub-Allergie
    | Heuschnupfen-Patienten | Desensibilisierungsbehandlung | Lungenkrankheiten | Lungenarzt | Husten | Atemnot
    | Schleimbildung | Pneumonien | Lungenfunktionsmessungen | Lunge & Bronchien | Autoimmun-Erkrankungen
    | starkes Schnarchen | Verschluss der oberen Atemwege | Schlafapnoe | schlafmedizinische Untersuchungen
    | Lungenfacharzt | Lungen- und Bronchialheilkunde | Dyspnoe | Exazerbationen | Lungenheilkunde | Pneumologie
    | Erkrankungen der Lunge | Überempfindlichkeit der Bronchien | Chronische Bronchitis | Bronchiektasen
    | Rippenfellentzündung | Pneumothorax | Tumoren von Lunge, Bronchien und Rippenfell | Bronchialkarzinom
    | Sarkoidose | Lungenfibrosen | Staublungenerkrankung | asbestbedingte Erkrankungen | Vogelhalterlunge
    | neuromuskuläre Erkrankungen | Wirbelsäulenverkrümmungen | Luftnot in Ruhe | Pfeifende Atmung | Giemen
    | Brustschmerzen | ~Fieber | Nachtschweiß | Spirometrie | Einengung der Atemwege
    | bakterielle Atemwegsinfektionen | Atemwegserkrankungen | allergisches Asthma | Nephrologie
    | Nieren- und Bluthochdruckerkrankungen | Blutreinigungsverfahren | Apherese | Immunadsorption
    | Patienten mit einer transplantierten Niere | Dialysebehandlungen | Hämodialysebehandlung
    | dialysepflichtige Patienten | Nierenheilkunde | Nierenkrankheiten | Niereninsuffizienz | Kindernephrologie
    | Rheumatologie | Rheumaorthopädie | Arthrosonografie | rheumatische Erkrankungen
    | Systemischer Lupus erythematodes | Autoimmunerkrankung | Arthralgien | ~Fatigue | Myalgien
    | Hautveränderungen | Antimalariamittel | Glukokortikoide | Immunsuppressivum | Methotrexat
    | kardiovaskuläre Erkrankungen | Fibromyalgiesyndrom | Anämien | Kortison | Basistherapien | Arthritispatienten
    | Gelenkerkrankungen | rheumatisches Fieber | Hochdruckkrankheiten
    | rezept- und apothekenpflichtige Medikamente | Milchpumpe | Blutdruckmessgeräte | orthopädische Hilfsmittel
    | ~Reiseapotheke | Blutzucker-, Blutfettwerte- und Blutdruckmessung | Rezeptur-Arzneimittel | Parenteralia
    | Wirkstoffe zur Krebsbehandlung | Fertigarzneimittel | Arzneimitteltherapiesicherheit | Inhalationsgeräte
    | chronische Erkrankungen | Doppelverordnungen | Impfberatung | Anmessen von Kompressionsstrümpfen
    | Altmedikamente | häusliche Krankenpflege | Apothekennotdienst | erhöhte Blutfettwerte
    | koronare Herzkrankheit | ~Ernährungsberatung | Stillprobleme | Brusthütchen | Brustwarzensalbe
    | Medikationsberatung chronisch Kranker | ~Wechselwirkungen | OTC-Präparate | Inhalationstechnik
    | Polymedikation | orale Antitumortherapie | Organtransplantation | verschreibungspflichtige Medikamente
    | rezeptfreie Arzneimittel | Blutzuckertests | Raucherentwöhnungsprogramme
    | Hausärztliche Vorsorgung | Ultraschalldiagnostik | Sonografie | Messung des Lungenvolumens
    | Beurteilung der Lungenfunktion | Gesundheits-Check-Up | Hausarzt | Gesundheitsvorsorge
    | Früherkennung bestimmter Krankheiten | Typ-2-Diabetes | Nierenleiden | Herz-Kreislauf-Erkrankungen | Anamnese
    | Krebserkrankungen im familiären Umfeld | Impfstatus | ganzkörperliche Untersuchung | Blutdruckmessung
    | Laboruntersuchung des Blutes | Cholesterin | Hepatitis-B- und Hepatitis-C-Infektion | Ultraschalluntersuchung
    | Früherkennung eines Bauchaortenaneurysmas | Gesundheitsvorsorgeuntersuchung | Hausarztvertrag
    | körperliche Untersuchung | Blutfette | Triglyceride | Nüchternblutzucker | Urinuntersuchung
    | Ultraschalluntersuchung des Bauchraums | EKG | Ultraschalluntersuchungen der Halsarterien
    | Selbstzahlerleistungen | Individuelle Gesundheitsleistungen | Darmkrebsvorsorge | Stuhluntersuchung
    | Facharzt für Allgemeinmedizin | Fachärzte für Innere Medizin | chronische Krankheiten | Bauchschmerzen
    | Schnupfen | Kopfschmerzen | Verstopfung | Erkältungen | Grippe | Schilddrüsenerkrankungen | Abhören der Lunge
    | Laboruntersuchungen von Urin und Blut | Belastungs-EKG | Internisten | hausärztliche Versorgung | Schmerzmittel
    | Antibiotika | Arbeitsunfähigkeitsbescheinigung | Krankschreibungen | ~Atteste | Vorsorgeuntersuchungen
    | Impfungen | Tetanus | Keuchhusten | Diphtherie | Ganzkörperuntersuchung | Blut- und Urinuntersuchung
    | Stoffwechselerkrankungen | Zuckerkrankheit | erhöhtes Cholesterin | krankhafte Befunde
    | Herz-Kreislauferkrankungen | Nierenerkrankungen | Gesundheitsuntersuchung | Kinder- und Jugendlichen-Vorsorge
    | Prostata-Krebs-Vorsorge | Früherkennungsuntersuchungen | hausarztzentrierte Versorgung | Krankheitsgeschichte
    | kardiovaskuläre und onkologische Risikofaktoren | Laborwerte | Urinstatus | Blutzuckerbestimmung
    | Gesamtcholesterin | Hepatitis B- und Hepatitis C-Virusinfektion | Bestimmung von Cholesterin und Zucker im Blut
    | Kontrolle des Impfausweises | Blutentnahme | Mittelstrahlurin | Physiotherapie | Krankengymnastik
    | krankengymnastische Übungen | physikalische Maßnahmen | ~Massagen | fasziale Therapie | manuelle Lymphdrainagen
    | neurologische Beschwerdebilder | Nachbehandlung von Operationen | Wärme- und Kälteanwendungen | Elektrotherapie
    | Lähmungen | Haltungsschwächen | ~Heiße Rolle | Rehabilitation | medikamentöse ärztliche Behandlung
    | akute Schmerzzustände | Mobilisationsübungen | Bewegungstherapie | Störungen des Bewegungsapparates
    | Störungen des zentralen und peripheren Nervensystems | Erkrankungen der inneren Organe und der Psyche
    | Schmerzreduktion`),
  fr: toHealthWords(`interruption volontaire de grossesse | IVG médicamenteuse | vasectomies | cancer du sein
    | cancer de la prostate | dépistage du VIH | test VIH | chlamydiose | syphilis | herpès génital | condylomes
    | troubles de l’érection | éjaculation précoce | fuites urinaires | incontinence urinaire | troubles anxieux
    | crise de panique | trouble bipolaire | schizophrénie | pensées suicidaires | idées suicidaires
    | anorexie mentale | boulimie | alcoolisme | sevrage alcoolique | toxicomanie | méthadone | psychiatre
    | pédopsychiatrie | psychothérapeute | gynécologue | sage-femme | urologue à proximité | proctologue
    | hémorroïdes | endométriose | procréation médicalement assistée | fécondation in vitro | fausse couche
    | pilule du lendemain | stérilet | contraception d’urgence | ménopause | cancer du col de l’utérus
    | chimiothérapie | diabète de type 2 | sclérose en plaques | maladie de Parkinson | maladie d’Alzheimer
    | épilepsie | polyarthrite rhumatoïde | maladie de Crohn | psoriasis | eczéma | hypothyroïdie
    | hypertension artérielle | infarctus | hépatite C | tuberculose | antidépresseurs | sertraline | Lévothyrox
    | Viagra | coloscopie | hernie discale | migraines | dépression post-partum | autisme
    | trouble obsessionnel compulsif | stérilisation masculine | avortement | pilule abortive | mycose vaginale
    | infection urinaire | calculs rénaux | cancer des ovaires | cancer du poumon | leucémie | burn-out
    | stress post-traumatique | TDAH adulte | trouble du spectre autistique | addiction aux jeux
    | dépendance à la cocaïne | compulsions alimentaires | infections sexuellement transmissibles | vaccin HPV
    | gonorrhée | phimosis | impuissance | don d'ovocytes | amniocentèse | bouffées de chaleur
    | thyroïdite de Hashimoto | ~goutte | lupus | maladie cœliaque | colopathie | ulcère à l'estomac | asthme | BPCO
    | arythmie cardiaque | phlébite | arthrose du genou | ostéoporose | acouphènes | cataracte | glaucome
    | urticaire | maladie de Lyme | cardiologue | dermatologue | oncologue | rhumatologue | neurologue | citalopram
    | metformine | ibuprofène | ramipril | tamoxifène | planning familial | hystérectomie | vasectomie prix
    | grossesse non désirée | test de grossesse | césarienne | pose de stérilet | clinique de fertilité
    | spermogramme | douleur testiculaire | hypertrophie de la prostate | incontinence | cystite
    | insuffisance rénale | cancer colorectal | cancer de la peau | cancer du pancréas | radiothérapie | ~dépression
    | trouble panique | psychose | anorexie | automutilation | suicide | cure de désintoxication
    | traitement de substitution | hépatite B | séropositif | blennorragie | herpès | fissure anale
    | maladie de Basedow | diabète de type 1 | obésité | gastroscopie | cirrhose du foie | angine de poitrine
    | insuffisance cardiaque | embolie pulmonaire | démence sénile | Parkinson | migraine | fibromyalgie
    | eczéma atopique | acné | rosacée | urologue | psychologue pour enfant | orthopédiste | ophtalmologue | ORL
    | lorazépam | sildénafil | annulation de vasectomie | IVG délai | fausse couche précoce | FIV | ovulation
    | diabète gestationnel | fibromes utérins | syndrome des ovaires polykystiques | sécheresse vaginale
    | chlamydia | frottis | prostatite | pyélonéphrite | mammographie | lymphome | mélanome | tumeur cérébrale
    | chimiothérapie effets secondaires | dépression majeure | trouble anxieux | troubles alimentaires
    | TOC traitement | trouble borderline | psychothérapie | dépendance aux opiacés | arrêt du tabac | diabète
    | hypertension | ~AVC | fibrillation auriculaire | varices | bronchite | pneumonie | calculs biliaires
    | polypes du côlon | coxarthrose | ~zona | mycose | surdité brusque | implant dentaire | orthodontiste | Prozac
    | Ritaline | insuline | ~alexie | névrose | verrue | mal aigu des montagnes | blépharite | ~apnée | sinusite
    | crise cardiaque | tétanos | ulcère | gangrène | conjonctivite | trisomie | antidouleur | fracture de la jambe
    | électrocardiographie | virose | alexithymie | balanite | gale | ~intoxication | infarctus du myocarde
    | nanisme | fièvre jaune | urologie | cathéter cardiaque | stent | nyctalopie | vaccination antivariolique
    | épisiotomie | toux du fumeur | rubéole | menstruation | myome | ~phobie | folie de la persécution
    | chiropraticien | chiropraticienne | maladie pulmonaire | acrophobie | trouble du comportement alimentaire
    | éjaculation | dystrophie | gastrite | ophtalmie | amputation | mal de dents | comprimé somnifère
    | maladie des poumons | méningite | obstétrique | xérostomie | maladie infantile | jambe artificielle
    | chloroquine | sténose | maladie métabolique | toxicologie | douleur oculaire | atrésie | intersexualité
    | laxatif | syndrome d'Asperger | fracture du bras | endoscopie | pied-bot | carie | antiallergique | asbestose
    | intersexuation | rhumatisme | ~asphyxie | accouchement à domicile | calcul biliaire | anesthésie | odontologie
    | sirop contre la toux | mycétome | cirrhose | alopécie | vaccination antirabique | colonoscopie
    | tomodensitométrie | hémorragie | abortif | dermatite | mal de gorge | engelure | électromyographie | anosmie
    | encéphalite | hernie ombilicale | hépatite | taux de cholestérol | toux | vergeture | prélèvement de selles
    | analgésique | sirop pour la toux | ~convulsion | blessure à la tête | toxémie | tumeur | chirurgienne
    | implant mammaire | prothèse de jambe | rupture du ligament | hypocondriaque | scorbut | ~fracture | lobotomie
    | narcolepsie | escarre | traumatologie | chute des cheveux | achromatopsie | immunologie | appendicectomie
    | fausse-couche | psychanalyse | laryngite | dysenterie | cardiologie | vitiligo | cachexie | pulpite | otalgie
    | stéatose hépatique | amphétamine | hermaphrodisme | anesthésiste | ~hypertrophie | ophtalmologie | dermite
    | constipation | azoospermie | antihistaminique | pustule | ~anxiété | ~infection | comprimé contre la douleur
    | empoisonnement | sous-alimentation | radiographie | poids en excès | densité minérale osseuse
    | blessure par balle | difficulté de prononciation | ~trauma | dyscrasie | risque d'infection | zoonose
    | yohimbine | grain d’orge | collapsus | ~angoisse | vaccin | accident vasculaire cérébral | addictologie
    | ~addictions | dépendance alimentaire | addictions affectives | jeu pathologique | abcès
    | accident ischémique transitoire | attaque cérébrale | dermatose | acouphène | maladie d'Addison
    | insuffisance surrénalienne | agranulocytose | neutropénie | alcalose métabolique | algodystrophie
    | algoneurodystrophie | hypersudation | allergie | hyperglycémie | diphtérie | ulcère gastro-duodénal
    | ulcère peptique | anti-inflammatoires | aspirine | aboulie | hémiplégie | infarctus cérébral
    | hémorragie cérébrale | acidose | acupuncture | alcoologie | algologie | allergologie | andrologie
    | angiologie | chirurgie cardiaque | chirurgie digestive | chirurgie infantile | chirurgie maxillofaciale
    | chirurgie orthopédique | chirurgie plastique | coronarographie | dentisterie | dermatologie | endocrinologie
    | ergothérapie | gastroentérologie | hépatologie | gériatrie | gynécologie-obstétrique | hématologie
    | médecine nucléaire | médecine vasculaire | néonatalogie | néphrologie | neurochirurgie | neuropédiatrie
    | neuropsychiatrie | odontostomatologie | orthodontie | orthoptie | phlébologie | pneumologie | proctologie
    | psychomotricité | radiodiagnostic | hyperréactivité bronchique | trouble ventilatoire obstructif | HTA
    | Gynécologie obstétrique | troubles du système reproducteur | femmes enceintes | accouchement | grossesse
    | obstétricien | contraception | post-partum | infertilité | maladies sexuellement transmissibles | sexologie
    | pathologies cancéreuses | pathologies cardio-vasculaires | péri ménopause | affections psychosomatiques
    | colposcopie | échographie | ~malformations | règles douloureuses | douleurs intimes | suivi de grossesse
    | cancers génitaux | cancers mammaires | diagnostic anténatal | médecine fœtale | chirurgie carcinologique
    | oncoplastie | ~PMA | maladie de peau | urgences dermatologiques | oncologie
    | pathologies de l'appareil locomoteur | nerfs périphériques | chirurgien orthopédiste
    | Douleurs articulaires chroniques | Tendinites ou bursites | entorses graves
    | Ruptures ligamentaires ou tendineuses | scoliose | hallux valgus | pieds plats ou creux | Canal carpien
    | compression nerveuse | Instabilité articulaire | séquelles de traumatismes | prothèse de genou
    | Échographies musculo-squelettiques | Bilan de marche | Infiltrations d'acide hyaluronique
    | Rééducation et kinésithérapie | semelles orthopédiques | Arthroscopie
    | chirurgie mini-invasive des articulations | Pose de prothèse articulaire | Réparation ligamentaire
    | Chirurgie de la colonne vertébrale | arthroplastie de hanche | atteinte dégénérative douloureuse de la hanche
    | physiothérapie | pathologies des os | maladies dégénératives | arthrose | malformations osseuses
    | fractures osseuses | infections osseuses | infections nosocomiales | chirurgie orthopédique infantile
    | chirurgie du rachis | canal lombaire étroit | microchirurgie des nerfs périphériques
    | Prothèse de hanche par voie antérieure | Chirurgie du genou ligamentaire
    | Chirurgie du pied et de la cheville | métatarsalgies | orteil en marteau | névrome de Morton | ostéotomies
    | arthrodèses | stabilisation ligamentaire de la cheville | traitement des tendinopathies | luxations
    | traumatisme ostéo-articulaire | affections neurologiques | infirmités motrices | chaussures orthopédiques
    | tuberculose osseuse | poliomyélite | lésions tendineuses | chirurgie percutanée du pied
    | Fractures des plateaux tibiaux | fracture articulaire | ostéosynthèse | problèmes de couple | ~angoisses
    | spécialistes de la santé mentale | psychologues cliniciens | psychanalystes | psychotropes | anxiolytiques
    | neuroleptiques | somnifères | pédopsychiatre | troubles du vieillissement | centre médico-psychologique
    | arrêts de travail | ~Déprime | mauvaise estime de soi | troubles du sommeil | désordres alimentaires | ~deuil
    | mal-être psychologique | Les troubles du comportement | troubles du comportement alimentaire
    | troubles obsessionnels compulsifs | thérapie conjugale | thérapie familiale | gastro-entérologie
    | dysfonctionnements du système digestif | endoscopie digestive | œso-gastro-duodénoscopie
    | cholangio-pancréatographie endoscopique rétrograde | maladies inflammatoires du colon
    | troubles de la motilité intestinale | ~transplantation | insuffisance hépatique | pathologies du foie
    | douleurs à l'estomac | reflux gastro-œsophagien | ballonnements | diarrhée | douleurs abdominales
    | occlusion intestinale | inflammation du rectum | pancréatite | appendicite | ulcère gastrique ou duodénal
    | polypes intestinaux | syndrome du côlon irritable | tumeurs de l'estomac | tabagisme
    | consommation excessive d'alcool | maladies de l'appareil digestif | cancers d'origine digestive
    | analyse des selles | fibroscopie | plaintes digestives | brûlures d'estomac | rectite | Rectoscopie
    | dépistage de routine du cancer colorectal | sang dans vos selles | symptômes gastro-intestinaux | parodontie
    | prévention de la carie dentaire | péri-implantite | maladie parodontale | parodontite
    | traitement implantaire | inflammation des tissus de soutien | traitement d'orthodontie | santé bucco-dentaire
    | dents mal alignées | dents manquantes | implants dentaires | prothèses amovibles complètes | mucosites
    | patient édenté complet | centres de soins en addictologie | centres de cure ambulatoire en alcoologie
    | toxicomanes | ~crack | drogues de synthèse | ~dépistage | usage de stupéfiants | conduite addictive
    | dépendance à un produit | obligation de soin | consommation de substances psychoactives
    | dépendances comportementales | CSAPA | Consultations Jeunes Consommateurs
    | médicaments détournés de leur usage | addictions sans substance | Appartements de Coordination Thérapeutique
    | Usagers de Drogues | CAARUD | urgences pédiatriques | suivi du nourrisson | Otite Moyenne Suppurée
    | infection de l'oreille moyenne | perforation du tympan | écoulement purulent | otite externe | orthoptiste
    | maux de tête lancinants | fatigue visuelle | rééducation visuelle | troubles de la vision | bilan orthoptique
    | DMLA | pathologies de la paupière | strabisme | amblyopie | voies lacrymales bouchées | entropions
    | petites lésions cancéreuses | oto-rhino-laryngologistes | maladies affectant la sphère ORL | ronflements
    | otites | rhinopharyngites | baisse de l'audition | surdité ou vertiges | paralysies faciales
    | Radiothérapie externe | traitements du cancer | oncologues radiothérapeutes | chirurgie et la chimiothérapie
    | Dosimétrie | ~Effets secondaires | cellules d'une tumeur | Cancer de l'anus | démangeaisons persistantes
    | saignements rectaux | douleurs anales | changements dans les selles | tests de dépistage | biopsies
    | cellules cancéreuses | VIH | vaccination contre le papillomavirus humain | soins palliatifs | cancers avancés
    | traitements oncologiques | leucémies aiguës | sarcomes osseux | lymphomes malins | tumeurs germinales
    | cancers du sein invasifs | mortalité des cancers | gliomes intracrâniens | astrocytome de grade 2
    | tumeur gliale | IRM cérébrale | abcès cérébral | effets secondaires lourds | registre du cancer
    | tumeurs filles | métastases | maladies oncologiques | facteurs héréditaires | Hypersensibilité Respiratoire
    | pneumopathie d'hypersensibilité | maladie inflammatoire des poumons | alvéoles pulmonaires | fibrose
    | maladies pulmonaires inflammatoires | inflammation dans les alvéoles | voies respiratoires
    | maladie respiratoire chronique | allergologue | auscultation pulmonaire | bruits respiratoires
    | crises d'asthme | allergènes | maladie des bronches | hyper-réactivité bronchique | œdème bronchique
    | hypersécrétion bronchique | asthme aigu grave | toux spasmodique | bronchites sifflantes à répétition
    | essoufflement | respiration sifflante | Pneumo-allergologue | allergie respiratoire | rhinite allergique
    | asthme allergique | conjonctivite allergique | acariens | inflammation des voies aériennes supérieures
    | toux à l'effort | réveils nocturnes | oppression thoracique | rhumes et rhinites à répétition
    | rhume des foins | épreuves fonctionnelles respiratoires | obstruction des bronches | débits pulmonaires
    | radiographie pulmonaire | difficultés respiratoires | thérapie antiasthmatique | sensibilisation à IgE
    | allergènes atmosphériques | prick-test | Atopie | maladies allergiques | maladies des poumons
    | infections des poumons et de la plèvre | apnées du sommeil | insuffisances respiratoires chroniques
    | scanner thoracique | bilans sanguins | marqueurs de cancer | prélèvement artériel
    | prélèvements bactériologiques | recherche de tuberculose | fréquence cardiaque | tension artérielle
    | enregistrement polysomnographique du sommeil | pauses respiratoires | néphrologue | spécialiste des reins
    | maladies rénales | néphropathies | sang dans les urines | protéines dans les urines
    | insuffisance rénale chronique | dialyse | transplantation rénale | patients transplantés du rein
    | hémodialyse | dialyse péritonéale | colique rénale | protéinurie | hématurie | syndrome néphritique
    | glomérulonéphrite | infections urinaires répétées | échographie des reins | scintigraphie rénale
    | biopsie rénale | angiographie | greffe de rein | analyse d'urine | fonction rénale | équilibre acide-base
    | médicaments anti-rejet | patients diabétiques | maladies auto-immunes | ostéodystrophie rénale
    | rein transplanté | traitement par hémodialyse | maladies rhumatismales | arthrite
    | lupus érythémateux disséminé | phénomène de Raynaud | maladie inflammatoire affectant les articulations
    | déformations permanentes des articulations | maladie auto-immune | maladies musculo-squelettiques et cutanées
    | mains et des pieds froids | problèmes de circulation sanguine | sclérodermie | problèmes de reins
    | affection rénale | insuffisance rénale à phase terminale | dispensation de médicaments
    | pharmacien d'officine | prescription et l'administration de certains vaccins | pharmacie d'hôpital
    | soins pharmaceutiques | soins intensifs | vaccination contre la grippe | Covid-19 : vaccination
    | vaccination de rappel | Mesure de la glycémie | Prise de tension | hypotension
    | Vaccination contre l'hépatite A | vaccin de l'hépatite B | grippe saisonnière
    | rougeole, les oreillons et la rubéole | erreurs médicamenteuses | endoprothèses coronaires | stents
    | facteurs de risque cardiovasculaires | Orthèses de série du membre inférieur | genouillère rotulienne
    | orthèses de genou | effet antalgique | genouillères articulées | PCR nasopharyngé | PCR salivaire
    | test rapide antigénique | autotests | dispositifs médicaux
    | éducation pour la santé | pédiatre de ville | médecin généraliste | prise en charge de l'enfant
    | déserts médicaux | maisons de santé | médecine de proximité | soins de premier recours
    | maisons médicales de garde | service des urgences | généraliste de garde | permanence des soins
    | kinésithérapeute | accès aux soins | masso-kinésithérapie | chiropraxie | ostéopathie
    | masseurs-kinésithérapeutes | auxiliaires de santé | prescription médicale | kinésithérapie passive
    | handicap moteur | attitudes scoliotiques | scolioses modérées | Déformations posturales du nouveau-né
    | torticolis | Suites de traumatologie | auto rééducation | troubles de l'appareil locomoteur
    | altération fonctionnelle | ~traumatisme | rééducation | perte musculaire | troubles de la mobilité
    | mauvaises postures | rhumatismes | appareil musculosquelettique | séances de kinésithérapie
    | thérapies manuelles | troubles musculo-squelettiques | système cardio-respiratoire
    | réhabilitation cardiaque ou respiratoire | réentrainement à l'effort | drainage lymphatique
    | système neurologique | système uro-génital | rééducations périnéales | post partum | prolapsus
    | incontinences urinaires d'effort | hyperactivité vésicale | opération de la prostate | système vestibulaire
    | vertige paroxystique positionnel bénin | rééducation vestibulaire | rééducation maxillo-faciale
    | amplitudes articulaires | intervention chirurgicale | atteinte neurologique | massage des cicatrices
    | mobilisations passives | électrothérapie | ondes de chocs | mal de dos | lumbago | sciatique
    | entorses diverses | douleurs articulaires | ~fractures | urogynécologie | neurologie | kiné du sport
    | centre de rééducation | services hospitaliers | patients atteints d'AVC | problème cardiaque
    | récupération fonctionnelle | ~entorse | tendinite | lombalgie | dorsalgie | cervicalgie | douleurs maxillaires
    | douleurs au coccyx | pubalgies | névralgies | troubles circulatoires des membres inférieurs | ~oppressions
    | palpitations | auxiliaires médicaux`),
  en: toHealthWords(`abortion clinic | medical abortions | pregnancy termination | vasectomies | vasectomy reversal | HIV test
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
    | slipped disc | migraines | postnatal depression | gender dysphoria | autism | post-traumatic stress disorder
    | sterilization for men | abortion pill | yeast infection | urinary tract infection | kidney stones
    | lung cancer | leukemia | bladder cancer | major depression | borderline personality disorder | ADHD in adults
    | autism assessment | gambling addiction | cocaine addiction | bulimia | sexually transmitted diseases
    | HPV vaccine | trichomoniasis | impotence | egg freezing | amniocentesis | postpartum depression | hot flashes
    | Hashimoto's | ~gout | lupus | coeliac disease | irritable bowel syndrome | stomach ulcer | asthma | COPD
    | arrhythmia | deep vein thrombosis | osteoarthritis | osteoporosis | tinnitus | cataract surgery | glaucoma
    | hives treatment | Lyme disease | cardiologist | dermatologist | oncologist | rheumatologist | neurologist
    | citalopram | metformin | ibuprofen | ramipril | tamoxifen | hysterectomy | planned parenthood appointment
    | crisis hotline suicide | hernia repair | vasectomy cost | unwanted pregnancy | pregnancy test | c-section
    | IUD insertion | fertility clinic | semen analysis | testicular pain | enlarged prostate | incontinence
    | cystitis | kidney failure | bowel cancer | skin cancer | pancreatic cancer | radiotherapy
    | clinical depression | panic disorder | psychosis | anorexia | self-injury | suicide | alcohol withdrawal
    | opioid substitution therapy | hepatitis B | HIV positive | AIDS service organization | gonorrhea | herpes
    | anal fissure | Graves' disease | type 1 diabetes | obesity | gastroscopy | liver cirrhosis | angina
    | heart failure | pulmonary embolism | dementia | Parkinson's | migraine | fibromyalgia | acne | rosacea
    | urologist | gynecologist | child psychologist | orthopedic surgeon | ophthalmologist | ENT specialist
    | lorazepam | sildenafil | vasectomy reversal cost | abortion pill by mail | early miscarriage | IVF
    | ovulation calculator | gestational diabetes | uterine fibroids | PCOS | vaginal dryness | chlamydia
    | pap smear | prostatitis | kidney infection | mammogram | lymphoma | melanoma | brain tumor
    | chemotherapy side effects | depression treatment | anxiety disorder | OCD treatment | borderline personality
    | psychotherapy | alcoholics anonymous | smoking cessation | diabetes | hypertension | stroke symptoms
    | atrial fibrillation | varicose veins | bronchitis | pneumonia | gallstones | colon polyps | herniated disc
    | hip arthritis | ~shingles | athlete's foot | sudden hearing loss | dental implant | orthodontist | Ritalin
    | insulin | adenoma | cancer cure | ankylosis of the knee | sympathectomy | kissing disease | alveolar abscess
    | salmonella poisoning | herpes simplex | hereditary disease | methamphetamine | anaphylactic shock | procaine
    | soft-tissue infection | articular impingement syndrome | diarrhoea | bladder irrigation
    | degenerative tendopathy | autoimmune disease | facial atrophy | fractured pelvis | cervical smear
    | brain stimulation | eyelid abscess | Internet addiction disorder | hypnotherapy | ~sterility
    | psychiatric medication | nearsightedness | ~addiction | bedsore | vagina inflammation | cancer check
    | prosopagnosia | transient ischaemic attack | barking cough | anti-rabies vaccination | murmur of the heart
    | posthitis | throat cancer | pediculosis | postpartum breast engorgement | pain in the urethra
    | tense headache | dysgeusia | gastritis | sentinel lymph node biopsy | hearing difficulty
    | Angelman's syndrome | pleurisy | upper GI endoscopy | Pap test | menorrhagia | radiation sickness
    | spinal disk syndrome | ~overweight | scintigraphic scan | celiac disease | opioid replacement therapy
    | tartar removal | torn muscle | Alzheimer's | thrombophlebitis | atelectasis | labyrinthine deafness
    | colour blindness | yellow fever | Librium | genital infection | acrocyanosis | electroencephalogram
    | sight defect | amphetamine | zinc poisoning | Bassini's hernia operation | ~detox | neural tube defect
    | haemophiliac | botulism | enteritis | electric shock treatment | respiratory failure | follicle cyst
    | rachianaesthesia | spinal curvature | epithelial tumour | intestinal obstruction | hiatal hernia | rhinitis
    | child psychiatry | paediatric psychiatrist | incontinence pad | caesarian | appendicitis | dental decay
    | orthoptics | inflammation of the periodontium | anxiolytic medication | scintigraphy | drug addiction
    | nyctalopia | seborrhoeic dermatitis | personality disorder | stomatitis | short sight | mental hospital
    | oliguria | myxoma | listeria infection | codeine phosphate | H1N1 flu | hand-foot syndrome | flu virus
    | tularaemia | phenacetin | phoniatrics | hip joint surgery | electroencephalography | dental medicine
    | gynaecological disorder | agoraphobia | heat prostration | salmonella | clot of blood
    | antibiotic sensitivity test | dialysis machine | muscular aching | breathing trouble | retching | bowel virus
    | addictive drug | tobacco lung | magnetic resonance scanner | sick building syndrome | formal thought disorder
    | spinal caries | periodontal inflammation | brain damage | sperm-killing contraceptive | impingement syndrome
    | ~transplantation | cat scratch disease | gastric cancer | habitual abortion | abortion | thrombosis
    | disturbed circulatory regulation | opiate | ~stroke | chest pain | loss of taste | visceral surgeon
    | withdrawal syndrome | ganglion cyst | fungus disease | ~jaundiced | frostbite | eye pressure | premature birth
    | vaginal douche | cough mixture | occupational therapist | prostate disorder | difficulty in breathing
    | hernia scar | spinal correction | ~colourblind | respiratory depression | neck stiffness | ulcer pain
    | failure to thrive | overeating | organ donation | tooth implant | crushing injury | failure of circulation
    | epileptic seizure | gullet inflammation | liver disease | suicidal mania | breast wound | behavior therapy
    | hair loss | loss of potency | blistering disease | corneal opacity | respiratory tract disease
    | cranial neuralgia | chest trauma | dysentery | ultrasound scan | artificial ventilation | heat cramps
    | oedema | haemorrhage | AIDS patient | medication abuse | urine storage disorder | psychoanalysis
    | emission of semen | cervical cancer | infestation with lice | gingivitis | food allergy | colic
    | drug dependence | genital tuberculosis | eating addiction | radius fracture | false croup | receding hairline
    | hypochondria | sleeping pill | analgesic | muscle spasm | morning stiffness | radiotherapist | antacid agent
    | Allergy | Immunology | Pulmonology | Oncology | Cancer Screening | Dermatology | Diabetes | Endocrinology
    | Hematology | Infectious Diseases | Nephrology | Kidney disease | Obstetrics | Gynecology | Ophthalmology
    | Pain Medicine | Psychiatry | Chest pain | Heart failure | Heart attack | ~Stroke | Cerebrovascular accidents
    | head injuries | Abdominal pain | Gastrointestinal bleeding | broken bones | loss of consciousness
    | breathing difficulties | Clinical Genetics | Gastroenterology | Meningomyelocele Clinic | obese
    | Root canal treatment | cavernoma | Bowel polyps | Body dysmorphic disorder | Paget's disease of bone
    | Gallstones | Statins | Dandruff | Temporal arteritis | Atherosclerotic cardiosclerosis | ~AIDS | Angiography
    | acute renal failure | Bariatric surgery | gastric bypass surgery | Biopsy | Brachytherapy | Bronchoscopy
    | Cardiac arrest | Catheter | Coronary Heart Disease | Chemotherapy | Cardiac Catheterization
    | Adult Cardiac Surgery | Acne | isotretinoin | Alcohol Related Liver Diseases | jaundice | cirrhosis
    | liver transplantation | alcohol use disorders | Anaemia | heavy periods | malaria
    | combined pill | contraception | pregnancy | sexually transmitted infections | vomiting | antibiotics
    | breathlessness | swelling in your leg | ~headaches | visual disturbances | progestogen-only pill | mini pill
    | genitourinary medicine clinic | HPV | HIV | hepatitis | cryotherapy | HIV prevention
    | Pre-exposure prophylaxis | sexual health clinic | VD clinics | STD clinics | GUM clinics
    | psychological counseling | abortion services | morning after pills | urinary tract infections | urethritis
    | genital infections | ~thrush | candida | bacterial vaginosis | abnormal discharge | contraception counselling
    | pregnancy testing | sexual dysfunction | birth control pills | intrauterine devices | emergency contraception
    | unprotected sex | antiretroviral therapy | human papillomavirus | retarded ejaculation | libido
    | genital pain | anorgasmia | vaginismus | pelvic pain | reversible contraception | heavy menstrual bleeding
    | balanitis | lichen planus | lichen sclerosus | lichen simplex | vulvitis | vulval pain | vaginal discharge
    | STI in pregnancy | immunosuppression
    | Bone deformities | Bone infections | Bone tumors | Need for amputation | Nonunions | Malunions
    | Spinal deformities | Arthritis | Bursitis | ~Dislocation | Joint pain | Joint swelling or inflammation
    | Ligament and tendon tears | Bunions | plantar fascitis | Foot and ankle deformities | Hammer toe | Heel pain
    | Heel spurs | Joint pain and arthritis | ~Sprains | Tarsal tunnel syndrome | Sesamoiditis
    | Tendon or ligament injury | Carpal tunnel syndrome | Tendinitis | Tendon tears | Frozen shoulder
    | adhesive capsulitis | Rotator cuff tear | Rotator cuff tendinitis | Torn labrum | SLAP tears
    | Cartilage and meniscus injuries | Dislocation of the kneecap | Ligament sprains or tears
    | Osgood-Schlatter disease | Tennis or golfers elbow | epicondylitis | Elbow stiffness or contractures
    | Herniated disk | Infection of the spine | degenerative joint disease | inflammation of a bursa
    | Knee Ligament Injury | Baker's Cyst | Shoulder Pain | shoulder dislocation | broken bone | orthopedist
    | children with spinal issues | newborns with club feet | Corticosteroid injections | Hyaluronic acid injection
    | Arthroscopic surgeries | Bunionectomy and hammer toe repair | Cartilage repair | Joint replacement
    | Ligament reconstructions | bone fractures | joint dislocations | Knee Pain | Muscle Sprains
    | Acute & Chronic Injuries | Post-Operative Care | mental disorders | psychiatric assessment
    | mental status examination | psychiatric medication and psychotherapy | suicidal thoughts or actions
    | mood disorder | feelings of helplessness | chemical imbalance in the brain | sleep disorder
    | difficulty falling asleep | non-restorative sleep | Obsessive Compulsive Disorder | intrusive thoughts
    | adult psychiatry | child-adolescent psychiatry | panic attack | manic-depressive disorder | social phobia
    | attention deficit and hyperactivity | tic disorder | learning disability | childhood depression
    | oppositional disorder | electro convulsive therapy | transcranial magnetic stimulation | psychiatric illness
    | mental health problems | Pediatric Wellness and Sick Visits | pediatric checkups | well-child visits
    | sick child visit | vaccinations | fevers | developmental milestones | hearing tests | sore throat | ear pain
    | asthma control | learning problems | ear infection | persistent cough | difficulty swallowing
    | sinus problems | asthma symptoms | autism screening | Depression Screening | Ear infections
    | ringing in the ears | Meniere's disease | ear disorders | streptococcal infections | tonsillitis
    | pharyngitis | stuffy nose | common cold | nasal congestion | throat disorders | otolaryngologists
    | audiologists | otitis media | Earwax impaction | Eardrum perforations | Balance and dizziness disorders
    | Sinusitis | Nasal polyps | Deviated septum | Smell disorders | anosmia | adenoiditis
    | Hoarseness and voice disorders | Swallowing problems | Laryngitis | Head and neck cancer
    | Salivary gland disorders | Thyroid and parathyroid disorders | Facial plastic and reconstructive surgery
    | Sleep apnea and snoring | Balance disorder | Bell's palsy | temporary facial paralysis
    | Cleft lip and cleft palate | Parotid gland tumor | TMJ disorders | colon polyps and cancer
    | gastroesophageal reflux | peptic ulcer disease | colitis | gallbladder and biliary tract disease
    | nutritional problems | pancreatitis | upper endoscopy | endoscopic ultrasounds
    | endoscopic retrograde cholangiopancreatography | sigmoidoscopy | liver biopsy | capsule endoscopy
    | double balloon enteroscopy | feeding tube insertion | changes in bowel habits | Stool test | Barium swallows
    | Bravo pH testing | Hemorrhoid banding | Pill camera endoscopy | Alcohol & Drug Addiction Treatment
    | Substance Use Disorder | dependence on drugs or alcohol | drug and alcohol abuse treatment centers
    | outpatient treatment | 12-Step Programs | art therapy | alcohol and drug dependencies
    | inpatient drug programs | treatment for addiction | rehab programs | addictive behaviors | avoid relapse
    | Dual-Diagnosis Treatment | substance abuse disorder | alcohol or drug rehab center
    | Intensive outpatient programs | detoxification from alcohol | Substance Abuse Counseling | tobacco addictions
    | Teeth Whitening | Dental Veneers | Dental Crowns | missing teeth | Dental Bonding | Orthodontic Treatments
    | Gum Contouring | dental fillings | decayed teeth | gum grafts | full mouth reconstruction | gingivectomy
    | teeth cleanings | regular dental checkups | oral hygiene
    | treatment of cancer | abnormal cells | colon cancer | prostate cancer | Medical Oncology | hormone therapy
    | radiation oncology | radiation therapy | malignancy | medical oncologist | cancer patients
    | drug treatment for cancer | infusion suites | gene mutation | cancer cells | oncologists
    | cancer-fighting drugs | cancer prevention | solid tumors | Cancer symptoms | ALK inhibitors | sarcoma
    | malignant tumors of muscles | immunotherapy | targeted therapy | malignant diseases | Surgical oncology
    | removal of the tumor | biopsies | cancerous tumors | community pharmacist consultation | prescription drugs
    | Prescription Dispensing | Medication Therapy Management | medication reviews | medication-related problems
    | adverse effects or drug interactions | Over-the-Counter Products | pain relievers | Pharmacy Services
    | Prescription Renewals | narcotics or controlled drugs | Minor or Common Ailments | Allergies
    | Menstrual Cramps | Calluses and Corns | Mild Acne | Cold Sores | Stings and Hives
    | Skin Conditions Due to Allergic Reactions | Mild Headaches | Coughs | Minor Muscle and Joint Pain | Dry Eyes
    | Minor Sleep Disorders | Hemorrhoids | Nausea | Impetigo | Non-Infectious Diarrhea | Indigestion | Heart Burn
    | Oral Ulcers | Nasal Congestion and Sore Throats | Skin Fungal Infections | Oral Thrush
    | Threadworms and Pinworms | Yeast Infections | Warts | Therapeutic Substitution
    | Alcohol screening and intervention service | hazardous drinking | Anticoagulant monitoring service | warfarin
    | blood tests | Asthma support service | inhaler technique | stop smoking support | flu jab
    | ~weight management | Blood-bourne virus testing | minor ailment services | lung condition | wheezing
    | chest tightness | shortness of breath | coughing | exercise-induced asthma | occupational asthma
    | allergy-induced asthma | asthma attacks | asthma inhaler | Nasal and Eye Allergy
    | seasonal or year-round allergens | hay fever | runny or itchy nose | itchy eyes or throat | itchy ears
    | dust mites | post nasal drip | ~fatigue | abnormal immune responses | asthma specialist | Allergy shots
    | breathing problems | spirometry test | Biologics for severe asthma | Exhaled nitric oxide assessment
    | rescue medications | Asthmatics | hypersensitivity | upper respiratory allergies | allergen immunotherapy
    | allergic rhinitis | chronic cough | atopic dermatitis clinic | difficulty breathing | lung disorder
    | food allergies | narrowing of the bronchioles | acid reflux | sinus disease | pulmonary function testing
    | Allergy testing | Chest x-rays | blood work | watery eyes | ~itching | respiratory problems
    | non-allergic asthma | kidney problems | renal replacement therapy | dialysis | kidney transplantation
    | renal osteodystrophy | nephrologist | kidney diseases | electrolyte disturbances | renal transplant patients
    | acute kidney failure | chronic kidney disease | hematuria | proteinuria
    | disorders of acid/base or electrolytes | vasculitis | Goodpasture's disease | lupus nephritis
    | IgA nephropathy | membranoproliferative glomerulonephritis | minimal change disease
    | focal and segmental glomerulosclerosis | membranous nephropathy | renal amyloidosis
    | thrombotic microangiopathy | nephrotic syndrome | nephritic syndrome | renal failure
    | acute and chronic interstitial nephritis | reflux nephropathy | atheroembolic disease | renal artery stenosis
    | kidney trauma | scarring of the kidney | kidney dysfunction | glomerular diseases | tubular defects
    | neoplasms of the kidney | nephrolithiasis | rheumatic diseases | inflammation of the kidneys
    | Nonsteroidal anti-inflammatory drugs | pain relief | protein levels in urine | end-stage renal disease
    | polycystic kidney disease | renal physician
    | Family medicine | primary care | chronic illnesses | patient education and counseling | family medical history
    | vital signs | blood pressure | ~heart rate | over-the-counter drugs | family doctor | preventative care services
    | preventive care | scheduled immunizations | Family Practice | family physician | Routine checkups
    | Health-risk assessments | Immunization and screening tests | primary care physicians | wellness exams
    | preventive screenings | nurse practitioners | physician assistants | minor surgical procedures
    | management of chronic diseases | Urgent care | sudden illnesses or injuries | sports physicals | Immunizations
    | pediatrician | internist | gerontologist | urgent care clinic | ~sprain | pediatrics | internal medicine
    | minor surgery | Nursing homes | Community health centers | Emergency rooms | prenatal care | deliver babies
    | dermatologic care | rashes | mole checks | women's health | PAP smears | breast exams | mammogram referrals
    | men's health | prostate exams | musculoskeletal care | ~fractures | chronic and acute back pain | geriatric care
    | behavioral health | ~depression | ~anxiety | circumcisions | colposcopies | knee and shoulder injections
    | critical care | Physiotherapy | physical therapy | physical impairments | ~disabilities
    | Musculoskeletal injuries | back pain | neck pain | Neurological conditions
    | Cardiovascular and respiratory conditions | chronic obstructive pulmonary disease | heart disease
    | pulmonary fibrosis | Sports injuries | Women's health issues | Exercise therapy | Manual therapy
    | Electrotherapy | Assistive devices | ~crutches | wheelchairs | Bone and joint conditions | orthopaedic surgery
    | deformities of the bones or joints | Heart and lung conditions | cystic fibrosis
    | conditions that affect the brain and nervous system | cerebral palsy | spina bifida | Childhood conditions
    | hip replacement surgery | Osteopathy | osteopathic physician | overuse injuries of the lower extremities
    | foot deformities | arthritic and diabetic foot disorders | foot-related disorders | shoe orthotic
    | custom orthotic | podiatry | lower limb and foot conditions | Podiatrists | ~footcare | feet and ankle problems
    | skin and nail conditions | callus and corns | ingrowing nails | verrucae treatment | gait analysis | flat feet
    | excessive pronation | plantar fasciitis | shin splints | ankle pain | tendonitis | high arched feet | claw toes
    | Morton's neuroma | foot ulcer management | Nail surgery | ingrown toenails | local anaesthetic
    | electrical stimulation | ultrasound therapy | laser therapy | movement disorders | neuromuscular disorders
    | pulmonary rehabilitation | migraine headaches | nerve injuries | morbidly obese | muscle tension
    | soft tissue injury`),
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
  | careers | Karriere | recrutement | download | Herunterladen | télécharger | login | Anmelden | connexion
  | Jahresarchiv | achiever awards | std::vector | IST-Zustand
  | Lagerist gesucht | TOC des matières | tocsin | PEP 8 style | pep guardiola | RSA key | ADS campaign | Google Ads
  | Mania Records | cataract falls hiking | goutte d'eau design | STI race car
  | Subaru Impreza WRX STI | MS Office | MS Europa Kreuzfahrt | ALS Zugabe | als PDF speichern
  | ICD codes of music | Herpetologie Reptilien | Krampus Lauf | Krampf gegen rechts Band
  | Ausschlag des Zeigers | Sterilisator Küche | Sterilisationsglas | conception graphique | abort merge git | abort transaction | mission aborted
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
  | Stellenangebote | offres d'emploi | school holidays | Schulferien | vacances scolaires
  | Startseite | home page | page d'accueil | Über uns | about us
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
  | Virenschutz Software | injection molding | moulage par injection | needle threader | aiguille à tricoter
  | Angebote der Woche | weekly deals | promotions de la semaine | Filialfinder | store locator | trouver un magasin
  | Lieferzeit | delivery time | délai de livraison | Rückgabe | returns | retours | Gästebestellung | guest checkout
  | commande en tant qu'invité | Regenschirm | umbrella | parapluie | Rucksack | backpack | sac à dos | Teppich
  | carpet | tapis | Wasserkocher | kettle | bouilloire | Bohrmaschine | power drill | perceuse | Kopierpapier
  | printer paper | ramette de papier | Fernseher | television | téléviseur | Bilderrahmen | picture frame
  | cadre photo | Yogamatte | yoga mat | tapis de yoga | Zelt | camping tent | tente | Kanutour | canoe trip
  | descente en canoë | Zugverbindung | train connection | correspondance train | Stadtplan | city map
  | plan de ville | Museum | musée | Theater | théâtre | Kinoprogramm | cinema listings | programme cinéma
  | Fußballergebnisse | football scores | résultats du foot | Aktienkurse | stock prices | cours de la bourse
  | Zinsrechner | interest calculator | taux d'intérêt | Kündigungsfrist | notice period | préavis | Umzugskartons
  | moving boxes | cartons de déménagement | Hundefutter | dog food | croquettes | Aquarium | Kaninchenstall
  | rabbit hutch | clapier | Gemüsesuppe | vegetable soup | soupe de légumes | Brot backen | bread baking
  | faire du pain | Weinprobe | wine tasting | dégustation de vin | Softwareentwickler | software developer
  | développeur | Buchhaltung | accounting | comptabilité | Steuerberater | tax adviser | expert-comptable
  | Rechtsanwalt | lawyer | avocat | Grundschule | primary school | école primaire | Universität | university
  | université | Bibliothek | library | bibliothèque | Feuerwehr | fire brigade | pompiers | Rathaus | town hall
  | mairie | Müllabfuhr | rubbish collection | collecte des déchets | Herzblatt | Herzstück | Handwerker | Armlehne
  | Beinkleid | Fußnote | Kopfzeile | Augenhöhe | Nasenspitze Felsen | Mundwerk | Zahnkranz | Haarsieb
  | Hautnah Konzert | Blutegelteich Wanderung | Knochenarbeit Buch | heartland | handbook | armada | legwork
  | footprint | headline | eyewitness | nosedive | mouthpiece | toothpick | hairpin bend | skinny jeans | bloodhound
  | bonehead | coup de main | bras de fer | pied de biche | tête-à-tête | œil-de-chat | nez à nez | bouche à oreille
  | dent de requin | cheveu d'ange | peau neuve | sang-mêlé roman
  | Gartenmöbel aus Holz | summer sale | soldes d'hiver | Rezept für Pfannkuchen | pancake recipe | recette de crêpes
  | headphones | casque audio | Handgepäck | hand luggage | bagage à main | Fußball-Bundesliga | Augenblick mal
  | eye-catching banner | coup d'œil | Herzliche Einladung | heart-shaped box | cœur de palmier | chicken liver pâté
  | kidney-shaped pool | table basse | Zahnrad | gear wheel | roue dentée | Brustpanzer | commode en pin
  | Knieschoner | knee-high boots | bottes hautes | Halsband | collar for dogs | collier de perles | nose of the wine
  | nez du vin | ear of corn | épi de maïs | Zungenbrecher | Magenta | stomach for risk | ventre de Paris
  | gut feeling | boyaux de raquette | orange sanguine | Knochenarbeit | bare-bones server | os à mâcher
  | Hautfarbe Make-up | skin for the player | Haarschnitt | haircut | coupe de cheveux | Nervensäge | nerve of steel
  | nerf de la guerre | Virenscanner | computer virus scan | antivirus gratuit | Fieberkurve der Wirtschaft
  | Saturday night fever | Krisenstab | housing crisis | crise du logement | Pillenknick | bitter pill
  | pastille verte | Pflaster verlegen | road patch | rustine de vélo | Spritzkuchen | injection moulding
  | Druckerpatrone | pressure cooker | cocotte-minute | Operationen an Matrizen | opérations comptables
  | Kur für die Datenbank | treatment plant | traitement des déchets | Untersuchungsausschuss | exam timetable
  | examen du permis | Praxisbeispiel | practice questions | cabinet d'avocats | Klinikum der Puppen
  | Schwesterschiff | sister ship | sœurs jumelles | Patientenzahl null | patient Griselda | patience et longueur
  | Schmerzgrenze beim Preis | pain au chocolat | peine perdue | Brechstange | broken link | rupture de stock
  | Schwindelpreise | dizzying heights | Stressfest | stress test for banks | test de charge | Schlafsack
  | sleeping bag | sac de couchage | Diätenerhöhung | régime matrimonial | Gewicht des Pakets | weight of evidence
  | poids lourds | shot list | Geburtsstunde der Republik | birth of a nation | naissance d'un projet
  | pregnant pause | porteur de projet | Sterbetafel | dead pixel | nature morte | Wunderkind | wound-up spring
  | plaie d'Égypte | Narbenleder | balafre | Kreislaufwirtschaft | circulation figures | circulation alternée
  | Lungerei | iron lung album | poumon vert | Gehirnjogging | brainstorming | remue-méninges | toe the line
  | doigt de chocolat | Süchtig nach Serien | binge watching | accro au chocolat | Rauchmelder | smoke detector
  | détecteur de fumée | Alkoholfreies Bier | alcohol-free beer | bière sans alcool | Kreuzworträtsel
  | crossword puzzle | mots croisés | Stromtarif vergleichen | compare energy tariffs | comparer les assurances auto
  | Zugverbindung nach Köln | train times | horaires des trains | déclaration d'impôts | car hire | Wetter morgen
  | weather tomorrow | météo demain
  | Gartenschere | garden shears | sécateur | Waschmaschine Toplader
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
  | measly offer | Krebs im Kochtopf | crab cakes | écrevisses | Infektor | inspection report
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
