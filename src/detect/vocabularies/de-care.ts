/**
 * German, as practices, pharmacies, insurers and counselling centres say what they offer, by subject, in their own and
 * in lay words. Written by hand.
 */
import type { Vocabulary } from '../vocabulary.js'

const de: Vocabulary = {
  language: 'de',
  groups: [
    {
      category: 'specialty',
      kind: 'health.specialty',
      words: `
        Rückensprechstunde, D-Arzt, Flugmedizin, Tauchmedizin, Höhenmedizin, ~Verkehrsmedizin, Laboratoriumsmedizin,
        Lipidsprechstunde, Magen-Darm-Zentrum, CED-Sprechstunde, Transplantationszentrum, Fertilitätszentrum,
        Stillberaterin, Laktationsberaterin, Dysplasiezentrum, STI-Sprechstunde, Wundsprechstunde, MS-Ambulanz,
        Suchtfachklinik, Spielerberatung, Glücksspielberatung, Hals-Nasen-Ohren-Arzt, Stimmsprechstunde,
        Schlucksprechstunde, ~Zahntechnik, Immunologische Ambulanz, ~Online-Apotheke, ~Apotheke, ~Notdienstapotheke,
        ~Versandapotheke, ~Apotheken, ~Apotheker`,
    },
    {
      category: 'reproductive-health',
      kind: 'health.reason',
      words: `
        ~Mutterpass, Mutterschaftsrichtlinien, Geburtsbegleitung, Abpumpen Muttermilch, Muttermilch, Beikostberatung,
        Abortabklärung, habitueller Abort, Sternenkinder, Eizellreserve, Eizellreifung, Eizellvorrat, Embryonen,
        Samenzellen, Zyklusbeobachtung, Zykluskontrolle, postmenopausale Blutung, Menarche, Gelbkörperhormon,
        Langzeitverhütung, Spirale legen, Spiralenwechsel, Spiraleneinlage, Hormonring, Stäbchen entfernen,
        Scheidenrückbildung, Descensus, Rektusdiastase, Zellabstrich, Ko-Testung, Zuckerbelastungstest,
        Feinultraschall, Erstsemesterscreening, Nackenfalte, Nackendichtemessung, Herztonwehenschreibung,
        Kardiotokographie, Blasenmole, vertrauliche Geburt, Babyklappe`,
    },
    {
      category: 'sexual-health',
      kind: 'health.condition',
      words: `
        sexuelle Gesundheit, Libidomangel, Potenzschwäche, Erektionshilfe, Vakuumpumpe Erektion,
        Schwellkörperinjektion, ~Intimhygiene, sexuell übertragbare Erkrankungen, STI-Beratung, STI-Abstrich,
        Ureaplasma, weicher Schanker, Geschlechtsorgane, Genitalinfektion, Genitalbereich, Vorhautbändchen, ~Frenulum,
        Transsexuelle, Trans-Sprechstunde, sexualisierte Gewalt, Missbrauch in der Kindheit,
        vertrauliche Spurensicherung, anonyme Spurensicherung`,
    },
    {
      category: 'mental-health',
      kind: 'health.condition',
      words: `
        psychische Gesundheit, seelische Gesundheit, ~seelisches Gleichgewicht, emotionale Erschöpfung, Bore-out,
        chronischer Stress, Ängste und Panik, Angst vor Spritzen, Zahnbehandlungsangst, ~Fahrangst, ~Redeangst,
        Erwartungsangst, ~Verlustängste, Zwangsrituale, Körperdysmorphie, Traumabewältigung, traumatische Erlebnisse,
        traumatische Erfahrungen, akute Belastungsreaktion, wahnhafte Störung, bipolare Erkrankung, Gefühlsregulation,
        gestörtes Essverhalten, emotionales Essen, Schlaf-Wach-Störung, nicht erholsamer Schlaf,
        Hyperkinetische Störung, Intelligenzminderung, Entwicklungsrückstand, Teilleistungsstörungen,
        Störung des Sozialverhaltens, oppositionelles Verhalten, Burnout-Beratung, Coaching bei Burnout, ~Achtsamkeit,
        ~Entspannungsverfahren, Zwangseinweisung, Betreuungsgutachten, psychologisches Gutachten,
        psychologische Diagnostik, Therapieplätze, Verwirrtheitszustände, Trauerprozess`,
    },
    {
      category: 'addiction',
      kind: 'health.condition',
      words: `
        stoffgebundene Süchte, Verhaltenssüchte, nichtstoffliche Süchte, Suchtproblem, Suchtnachsorge,
        Suchtselbsthilfe, Alkoholgebrauch, riskanter Alkoholkonsum, Alkoholkonsumstörung, Trinkmenge reduzieren,
        kontrolliertes Trinken, ~alkoholfrei leben, Drogenkonsum, illegale Drogen, Partydrogen, Cannabis als Medizin,
        Cannabisrezept, Kokainkonsum, Drug-Checking, Spritzentausch, Suchtdruck, ~Rückfall, ~Rückfallprävention,
        Tabakabhängigkeit, Nichtrauchertraining, Rauchen aufhören, pathologisches Glücksspiel, Spielsperre,
        ~Abstinenzkontrolle`,
    },
    {
      category: 'oncology',
      kind: 'health.condition',
      words: `
        Krebs und Psyche, ~Krebsarten, Krebsverdacht, Krebssymptome, Krebsmedizin, Krebsregister, Krebschirurgie,
        bösartige Erkrankungen, gutartige Geschwülste, Zellveränderungen, Seed-Implantation, Afterloading, Krebs-Reha,
        Brusterhaltende Operation, familiärer Krebs, Sterbephase, letzte Lebensphase, Lebensende Begleitung`,
    },
    {
      category: 'urology',
      kind: 'health.condition',
      words: `
        Blasenfunktionsstörung, Blasenfunktionsstörungen, Harnröhre, Harnleiter, Steinzertrümmerung, BPH,
        Nierenfunktion, Shuntchirurgie, Eiweiß im Urin, Urinstreifen, ~Katheter, Beckenbodenstimulation, Harnableitung,
        Neoblase`,
    },
    {
      category: 'infection',
      kind: 'health.condition',
      words: `
        bakterielle Infektion, Brechdurchfall, ~Zecken, ~EBV, CMV-Infektion, Corona-Schnelltest, multiresistente Keime,
        Fieberbläschen, Bettwanzenbisse, Abszessspaltung, Milzbrand, Tropenrückkehrer, Leishmanien`,
    },
    {
      category: 'internal-medicine',
      kind: 'health.condition',
      words: `
        Klappenersatz, Langzeitblutdruck, 24-Stunden-EKG, Belastungsuntersuchung, ~KHK, verengte Herzkranzgefäße,
        Halsschlagader Ultraschall, schwere Beine, INR-Messung, Lymphologie, Luftnot, Magendruck, Marisken,
        Gallenblase, Nebenschilddrüse, Glukosesensor, ~Gewichtsabnahme, ~Gewichtsverlust ungewollt, Appetitmangel,
        Müdigkeit und Erschöpfung, Infektneigung, Immunstörung, Chronikerprogramm, Check-up-Untersuchung,
        Ultraschall des Bauches, Sonographie des Bauchraums, Bauchaortenscreening`,
    },
    {
      category: 'neurology',
      kind: 'health.condition',
      words: `
        Hirngefäße, Missempfindungen, Kribbeln in den Händen, Sulcus-ulnaris-Syndrom, ~Wurzelreizung, MS-Schub,
        Nervenwasserpunktion, Gedächtnistest, Konzentrationsschwierigkeiten, Wortfindungsstörung,
        Lähmungserscheinungen, Querschnittgelähmte, Neuromodulation`,
    },
    {
      category: 'condition',
      kind: 'health.condition',
      words: `
        Ballenfuß, Hornhaut an den Füßen, eingewachsene Zehennägel, Nagelkorrektur, Nagelspange, Bänderrisse,
        HWS-Syndrom, LWS-Syndrom, BWS-Syndrom, Wirbelkörperfraktur, ISG-Syndrom, Frakturversorgung,
        schlecht heilende Wunden, ~Verbrennungen, Triggerpunkt, ~Kinesiotape, Schmerzmanagement, Säuglingshüfte,
        Klumpfüße, Hautausschläge, Trichogramm, übermäßige Schweißbildung, ~Schwitzen, UV-Therapie, Hautbiopsie,
        Fettschürze, ~Hyaluron, ~Infarkt, ~Alexie, ~Fraktur, ~Frakturen, gutartige Geschwulst, Weichteilinfektion,
        Trauma-Therapie, Ledderhose-Syndrom, Morbus Ledderhose`,
    },
    {
      category: 'eye-ear-teeth',
      kind: 'health.condition',
      words: `
        Augenhintergrund, Augenhintergrunduntersuchung, OCT-Untersuchung, erhöhter Augendruck, Sicca-Syndrom,
        hängende Lider, tränendes Auge, Schielen bei Kindern, Augenlaserkorrektur, ~Kontaktlinsen, Brillenverordnung,
        ~Brillenbestimmung, ~Sehhilfen, Tubenbelüftungsstörung, behinderte Nasenatmung, Nasenscheidewandverkrümmung,
        Globusgefühl, Kompositfüllung, ~Kronen und Brücken, ~Implantate, Kieferaufbau, Zahnregulierung, Lingualtechnik,
        ~Zahnpflege`,
    },
    {
      category: 'procedure',
      kind: 'health.reason',
      words: `
        ~Erstgespräch, Anamnesegespräch, Anamnesebogen, Anamnese, ~Patientenfragebogen, ~Neupatienten, ~Neupatient,
        ~Patientenaufnahme, ambulante Operation, ambulante OPs, kleine Eingriffe, chirurgische Behandlung,
        operative Entfernung, Wundauflage, Fäden entfernen, Schaumverödung, ~Infusionen, Kortisonbehandlung,
        PRP-Therapie, Ernährungsberatungen, ~Ernährungsumstellung, Bioimpedanzmessung, Schüßler-Salze, Bachblüten,
        ~Ausleitungsverfahren, Ganzheitliche Medizin, Komplementärmedizin, Farbduplex, Duplexuntersuchung, PET/CT,
        Gelenkpunktion, Schnarchdiagnostik, Schlafmessung, Atemgastest, OP-Aufklärung, Narkosegespräch,
        ärztliches Attest, ärztliche Gutachten, E-Rezept, Rezeptanforderung, Vorsorgetermin, Pflegeheimbesuche,
        Psychomotorik, Sensorische Integration, medizinische Massage, ~klassische Massage, Medikamentenberatung,
        Medikationsanalyse, Medikationscheck, Milchpumpenverleih, ~Milchpumpe, Kompressionsversorgung, Blisterservice,
        Heimversorgung Medikamente, rezeptpflichtige Medikamente, verschreibungspflichtige Arzneimittel,
        rezeptfreie Arzneimittel, ~Arzneimittel, ~Medikamente, ~Medikament, ~Hausapotheke, ~Reiseapotheke,
        ~Wechselwirkungen, ~Wechselwirkungscheck, ~Nebenwirkungen`,
    },
    {
      category: 'medication',
      kind: 'health.medication',
      words: `
        Fiebersenker, fiebersenkende Mittel, Hustenlöser, Kortisonspray, Antimykotikum, Virostatika,
        Beruhigungstabletten, ~Stimulanzien, Entwässerungstabletten, Diuretika, ACE-Hemmer, Blutverdünnung,
        GLP-1-Agonisten, Hormongel, Östrogen, Östrogene, Östrogengel, Gestagen, Vitamin-D-Präparat,
        ~Nahrungsergänzungsmittel, ~Vitamine, Globuli, Potenzpillen, ~Haarwuchsmittel, Asthmaspray, Inhalator,
        Bronchodilatator, Biologika, Biologika-Therapie, Bisphosphonate, Antiemetika, Läusemittel, Wurmmittel,
        Warzenmittel, Betäubungsmittelrezept, BtM-Rezept, Adrenalin-Autoinjektor, Grippemittel, Erkältungsmittel,
        Rachenspray, Elektrolytlösung, Zytostatikum, Immunglobuline, Bepanthen, Otriven, Sinupret, Novaminsulfon,
        Velaxin, Decortin`,
    },
    {
      category: 'disability-and-care',
      kind: 'health.condition',
      words: `
        häusliche Pflege, ambulante Pflege, stationäre Pflege, Behandlungspflege, Grundpflege, Pflegeberater,
        Pflegefall, Pflegeantrag, Pflegekraft 24 Stunden, ~Seniorenbetreuung, ~betreutes Wohnen, Rollstuhlfahrer,
        Hörbehinderung, Hörgeschädigte, Menschen mit Behinderung, Menschen mit Behinderungen, Reha-Maßnahme,
        Nachsorge Reha, ~Selbsthilfe, Sozialdienst im Krankenhaus, ~Entlassmanagement, ~Patientenrechte,
        Klinikseelsorge, ~Patienteninformation, Sterbebegleiter, Kind krank Bescheinigung, ~Mutterschutzgeld,
        ~Mutterschaftsgeld`,
    },
    {
      category: 'body-part',
      kind: 'health.condition',
      words: `
        ~~Hüften, ~~Schultern, ~~Sprunggelenke, ~~Haltungsapparat, ~~Stimmlippe, ~~Gehör, ~~Trommelfell, ~~Glaskörper,
        ~~Makula, ~~Zehe, ~~Großzehengelenk, ~~Fußgewölbe, ~~Achillessehne, ~~Brustwarzen, ~~Intimzone, ~~Genitalien,
        ~~Geschlechtsorgane, ~~Fortpflanzungsorgane, ~~Unterleibsorgane, ~~Bauchorgane, ~~Verdauungsorgane,
        ~~Verdauungssystem, ~~Verdauung, ~~Harnorgane, ~~Harnsystem, ~~Atmungsorgane, ~~Atmung,
        ~~Herz-Kreislauf-System, ~~Gefäßsystem, ~~Lymphsystem, ~~Hormonsystem, ~~Drüsen, ~~Zahnhalteapparat,
        ~~Zahnwurzeln, ~~Gesichtsnerv, ~~Hirngefäße, ~~Herzkranzgefäße, ~~Herzklappen, ~~Venenklappen, ~~Fingergelenke,
        ~~Handgelenke, ~~Kniegelenke, ~~Hüftgelenke, ~~Facettengelenke, ~~Muskulatur, ~~Steißbein, ~~Gallenwege,
        ~~Analbereich, ~~Enddarmbereich, ~~Bauchfell, ~~Rippenfell, ~~Nasenmuscheln, ~~Rachenmandel, ~~Gallenblase,
        ~~Nieren und Harnwege, ~~Magen und Darm, ~~Kopf und Hals, ~~Hand und Handgelenk, ~~Fuß und Sprunggelenk,
        ~~inneren Organe, ~~innere Organe, ~~männlichen Geschlechtsorgane, ~~weiblichen Geschlechtsorgane,
        ~~weibliche Brust, ~~weiblichen Brust, ~~peripheren Nerven, ~~Nervensystems, ~~Bewegungsapparates, ~~Herzens,
        ~~Auges, ~~Ohres, ~~Darms, ~~Magens, ~~Gehirns, ~~Kiefers, ~~Halses, ~~Rückens, ~~Knies, ~~Fußes, ~~Enddarms,
        ~~Blutes, ~~Immunsystems, ~~Verdauungstraktes, ~~Verdauungstrakts, ~~Stoffwechsels, ~~Bindegewebes,
        ~~Kehlkopfes, ~~Beckenbodens, ~~Penis und Hoden, ~~Gebärmutter, ~~Prostata, ~~Haut und Haare, ~~Stoffwechsel,
        ~~Hormone`,
    },
    {
      category: 'complaint',
      kind: 'health.condition',
      words: `
        ~~Verschleiß, ~~Abnutzung, ~~Blockaden, ~~Blockierung, ~~Blockierungen, ~~Verletzte, ~~Erkrankte,
        ~~Geschwülste, ~~Geschwüre, ~~Brüche, ~~Zerrungen, ~~Operationen, ~~Untersuchungen, ~~Behandlungen,
        ~~Diagnostik, ~~Früherkennung, ~~Spiegelungen, ~~Fehlstellung, ~~Fehlstellungen, ~~Fehlbildungen, ~~Anomalien,
        ~~Deformität, ~~Verwachsungen, ~~Taubheitsgefühl, ~~Engegefühl, ~~Schwellungen, ~~Knötchen, ~~Bläschen,
        ~~Pickel, ~~Ekzeme, ~~Infiltration, ~~Punktion, ~~schmerzende, ~~schmerzhafte, ~~juckende, ~~geschwollene,
        ~~tränende, ~~gereizte, ~~gebrochener, ~~gebrochenes, ~~verstauchter, ~~verstauchtes, ~~verletzte, ~~blutende,
        ~~entzündete, ~~Funktionsstörungen, ~~Veränderungen, ~~Veränderung, ~~anhaltende, ~~anhaltender,
        ~~wiederkehrende, ~~wiederkehrender, ~~ständige, ~~ständiger, ~~häufige, ~~häufiger, ~~nächtliche,
        ~~nächtlicher`,
    },
  ],
}
export default de
