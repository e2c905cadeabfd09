/**
 * German: rarer diseases and injuries, what patients call them, and parts of the body with what may be done to them.
 * Written by hand.
 */
import type { Vocabulary } from '../vocabulary.js'

const de: Vocabulary = {
  language: 'de',
  groups: [
    {
      category: 'infection',
      kind: 'health.condition',
      words: `
        Amöbenruhr, Bakterienruhr, Botulismus, Coxsackie-Virus, Eichenprozessionsspinner-Ausschlag,
        Epstein-Barr-Infektion, Fadenwürmer, Fuchsbandwurm, Gonokokken, Kehlkopfdiphtherie, Listerien,
        Nosokomiale Infektion, Rotaviren, Staphylokokken, Streptokokken, Wundinfektion, Zahnfleischinfektion,
        Zikavirus`,
    },
    {
      category: 'oncology',
      kind: 'health.condition',
      words: `
        DCIS, Fortgeschrittener Krebs, Hormonrezeptor-positiv, Karzinoid, Krebs im Endstadium, Rückfall Krebs`,
    },
    {
      category: 'internal-medicine',
      kind: 'health.condition',
      words: `
        Eisenüberladung, Eosinophilie, Graft-versus-Host, ~ITP, Immundefekt, Lymphopenie, Androgenmangel,
        Bartwuchs bei Frauen, ~Cushing, Hypertriglyzeridämie, Kalziummangel, Kretinismus, Pubertätsverzögerung,
        Schilddrüsenautonomie, Zinkmangel, Aortenklappenersatz, Aortenklappeninsuffizienz, Herzmuskelverdickung, Lungentransplantation,
        Mitralklappenersatz, Ventrikelseptumdefekt, Vorhofseptumdefekt, Atemaussetzer, Bronchiektasen, Farmerlunge,
        pfeifende Atmung, ~Aufstoßen, Gallensäureverlust, Kurzdarm, Leberkoma`,
    },
    {
      category: 'mental-health',
      kind: 'health.condition',
      words: `
        Abhängige Persönlichkeit, Affektlabilität, Alkoholdelir, Alptraumstörung, Eifersuchtswahn,
        Emotionale Instabilität, Internetabhängigkeit, ~Kataton, Katastrophenangst, Nachtangst,
        Seelische Gesundheit Kinder, Soziale Ängste, Spielabhängigkeit, Stimmungstief, Trichophagie, Waschzwänge,
        ~Geschlechtsidentität, Coming-out-Beratung, Kindesmissbrauch, Missbrauchsopfer`,
    },
    {
      category: 'neurology',
      kind: 'health.condition',
      words: `
        Arnold-Chiari-Malformation, CADASIL, CIDP, Fallfuß, Grand-mal-Anfall, Schubförmige MS,
        Subarachnoidale Blutung, Tic-Störung, Wortfindungsstörungen`,
    },
    {
      category: 'eye-ear-teeth',
      kind: 'health.condition',
      words: `
        Augenflimmern, Augenherpes, Augenmigräne, Gesichtsfeldausfall, Makulaloch, Nachstar, rote Augen,
        tränende Augen, verschwommenes Sehen, Knochenleitungshörgerät, Ohrenfluss, verstopftes Ohr,
        Beläge auf den Zähnen, Fistel am Zahn, freiliegende Zahnhälse, gebrochener Zahn, Kieferabszess, Lockerer Zahn,
        Milchzahnkaries, MIH-Zähne, Überbiss, Kreuzbiss, Zahn abgebrochen, Zahnlücken schließen`,
    },
    {
      category: 'dermatology',
      kind: 'health.condition',
      words: `
        Aphthose, Borkenflechte, Fußschweiß, Handschweiß, Krätzmilben, ~Schweißgeruch, Windelausschlag`,
    },
    {
      category: 'condition',
      kind: 'health.condition',
      words: `
        Ansatztendinose, Fibulafraktur, Hüftschnappen, Humerusfraktur, Klavikulafraktur, Skaphoidfraktur,
        Tibiafraktur, Albumin im Urin, Harnstrahl schwach, Intime Trockenheit, Mikropenis, Nierentransplantierte,
        Polyzystische Eierstöcke, Schmerzen beim Geschlechtsverkehr, Schmerzen beim Wasserlassen, Vorhaut zu eng,
        Zyste am Eierstock, Elektrounfall, Fremdkörper im Auge, Verbrühung, Schmerzfreiheit, schmerzfrei leben,
        Schmerzlinderung, Schmerzbewältigung, Schmerzursache, Schmerzgedächtnis, Bewegungseinschränkung,
        Bewegungseinschränkungen, Gelenkerhalt, Verschleißerscheinungen, degenerative Erkrankungen,
        entzündliche Erkrankungen, akute Erkrankungen, akute Beschwerden, akute Schmerzen, innere Erkrankungen,
        Erkrankungen der Wirbelsäule, Erkrankungen des Herzens, Erkrankungen der Haut, Erkrankungen der Leber,
        Erkrankungen des Darms, Erkrankungen der Schilddrüse, Erkrankungen des Auges, Erkrankungen der Lunge,
        Verletzungen des Bewegungsapparates, ~Unfallfolgen,
        Unfallverletzte, ~Schwerverletzte, ~Schwerstverletzte, ~Sportunfall, ~Skiunfall, Verkehrsunfall Verletzung,
        ~Patientinnen, Risikopatienten, Notfallpatienten, chronische Patienten, Angstpatient, Angstpatienten,
        Herzrisiko, Herz-Check, Herzgesundheit, Herz-Kreislauf, Herz-Kreislauf-Medizin, Gefäßverschlüsse,
        Gefäßdiagnostik, Gefäß-Check, Krampfaderbehandlung, Venen-Check, Venenfunktionsmessung, ~Atemtest,
        H2-Atemtest, Laktosetest, Ernährungsfragen, Stoffwechselmedizin, Hormonsprechstunde, Hormonpraxis,
        Hormonhaushalt, Hormondiagnostik, Anti-Aging-Medizin, ~Anti-Aging, Longevity-Medizin, Sterilisationsberatung,
        Spermaqualität, Samenqualität, Zyklusanalyse, ~Zykluscomputer, natürliche Familienplanung, Familienplanung,
        Pillenrezept, Pille Rezept, Pillenwechsel, Mädchen- und Teenagersprechstunde, Teenagersprechstunde,
        Brustabtasten, Intimgesundheit, Intimlaser, Senkungsoperation, Geburtserlebnis, Babysprechstunde,
        Säuglingsnahrung Beratung, ~Säuglinge, ~Neugeborene, Kinderstation, Kinder-Reha, Kinderorthopäde,
        Kinderhypnose, ~Kinderbrille, ~Schulschwierigkeiten, Schulängste, ~Konzentrationsprobleme, ~Wutanfälle,
        ~Aggressivität, Depressionstest, Burnout-Test, Burnout-Prävention, Stressbedingte Erkrankungen,
        psychische Gesundheit am Arbeitsplatz, ~Lebensberatung, psychologische Unterstützung, psychologische Hilfe,
        psychologische Begleitung, Therapie für Paare, Therapie für Jugendliche, ~Traumata, Traumafolgen,
        Traumasensibel, Traumafachberatung, Angstbewältigung, Depressionsbehandlung, Alkohol-Selbsthilfe,
        MS-Sprechstunde, Schwindelsprechstunde, Schwindeldiagnostik, ~Hörberatung, Hörgesundheit, Stimmlippen,
        Stimmprobleme, Nasennebenhöhlen-OP, Nasenmuschel, Schnarchoperation, ~Sehtraining, ~Sehprüfung,
        Augenlaseroperation, Augen lasern, Lasern der Augen, Tränenwege, Tränenwegsoperation, trockenes Auge,
        Kontaktlinsensprechstunde, Haut-Check, Warzenbehandlung, Lasermedizin, Couperosebehandlung, Hyaluronfiller,
        Hyaluron-Unterspritzung, Unterspritzung, ~Faltenkorrektur, ~Faltenglättung, ~Zornesfalte, ~Schlupflid,
        ~ästhetische Behandlungen, ästhetische Eingriffe, Schönheitsmedizin, Schönheits-OP, Brust-Operation,
        Brustchirurgie, Gesichtschirurgie, Zahnästhetik, Zahnreinigungen, Zahnerhalt, Zahnerhaltung, Wurzelfüllung,
        Wurzelkanal, ~Wurzelspitze, Alignerschienen, Sofortversorgung Zahn, feste Zähne an einem Tag, Mundhygiene,
        Mundgesundheit, Vorsorgemedizin, Gesundheitscheck, ~Gesundheitschecks, Labordiagnostik,
        Ultraschalldiagnostik, Sonographien, Röntgendiagnostik, Schnittbilddiagnostik, Kernspin,
        bildgebende Diagnostik, bildgebende Verfahren, ~endoskopisch, endoskopische Untersuchung,
        endoskopische Untersuchungen, minimalinvasive Operationen, minimalinvasive Verfahren,
        roboterassistierte Operationen, operative Eingriffe, operative Behandlung, operative Therapie,
        konservative Therapie, konservative Behandlung, konservativ und operativ, ambulante Eingriffe,
        ambulante Behandlung, stationäre Behandlung, stationärer Aufenthalt, ~teilstationär, Nachsorgetermin,
        Operationsvorbereitung, OP-Vorbereitung, OP-Nachsorge, Spritzenkur, Physikalische Therapie,
        physikalische Medizin, Knorpelchirurgie, Hüftprothetik, Knieprothetik, künstliche Gelenke, Sprunggelenk-OP,
        ~Notfallversorgung, ~Rettungsdienst, ~Notfälle, medizinischer Notfall, ~Hausbesuche, Hausbesuchstermin,
        Praxisklinik, Facharztzentrum, ~Kliniken, Klinikaufenthalt, ~Krankenhäuser, ~Krankenpflege,
        Seniorenresidenz Pflege, Hospizarbeit, Trauercafé, Trauerbegleiter`,
    },
    {
      category: 'reproductive-health',
      kind: 'health.reason',
      words: `
        Abbruch bis zur 12. Woche, Babyhüfte, Blasensprung, Leihmutter, ~Mutterschutz, Nabelschnurblut, ~Neugeborenes,
        Plötzlicher Säuglingstod, Risikoschwangere, Stillen und Medikamente, Übertragung Geburt, Ultraschall Baby,
        Vaterschaftsfeststellung`,
    },
    {
      category: 'disability-and-care',
      kind: 'health.condition',
      words: `
        Krebsbetroffene, Schmerzkranke, Transpersonen, Leben mit Krebs, Leben mit MS, Mein Kind hat Krebs`,
    },
    {
      category: 'body-part',
      kind: 'health.condition',
      words: `
        ~~Schienbein, ~~Zwerchfell, ~~After, ~~Anus, ~~Lende, ~~Lenden, ~~Achsel, ~~Achseln, ~~Gesäß,
        ~~Daumen, ~~Großzehe, ~~Fingernagel, ~~Zehennagel, ~~Fußsohle, ~~Mittelfuß, ~~Vorfuß, ~~Schlüsselbein,
        ~~Schulterblatt, ~~Brustbein, ~~Brustkorb, ~~Brustwirbel, ~~Halswirbel, ~~Lendenwirbel, Brustwirbelsäule,
        ~~Oberarm, ~~Unterarm, Hüftgelenk, Kniegelenk, ~~Fußgelenk, Schultergelenk, ~~Daumengelenk,
        ~~Fingergelenk, ~~Handwurzel, ~~Iliosakralgelenk, ~~Bizeps, Rotatorenmanschette, Speiseröhre, Luftröhre,
        Zwölffingerdarm, Mastdarm, ~~Rektum, ~~Kolon, ~~Gallengang, ~~Gallengänge, ~~Harntrakt,
        Nebenhoden, ~~Vulva, ~~Klitoris, ~~Zervix, ~~Muttermund, ~~Plazenta, ~~Fötus, ~~Stimmband, Stimmbänder,
        ~~Gaumen, ~~Stirnhöhle, ~~Kieferhöhle, ~~Nasenscheidewand, ~~Nasennebenhöhle, ~~Nasenschleimhaut,
        ~~Mundschleimhaut, ~~Schleimhaut, ~~Innenohr, ~~Mittelohr, ~~Gehörgang, ~~Pupille, ~~Bindehaut, ~~Augenlider,
        ~~Lid, ~~Lider, ~~Sehnerv, ~~Wurzelkanal, ~~Backenzahn, ~~Schneidezahn, ~~Zahnwurzel, ~~Gefäße, ~~Blutgefäße,
        Herzmuskel, ~~Hauptschlagader, Halsschlagader, Lymphgefäße, Rückenmark,
        ~~Hirnhaut, ~~Kleinhirn, ~~Bindegewebe, ~~Faszien, ~~Schleimbeutel, ~~Bänder im Knie, ~~Kreislauf,
        ~~Leistengegend, ~~Kreuzbein, ~~Brüste, ~~Brustdrüse, ~~Talgdrüse, Speicheldrüse,
 ~~Eizellen, ~~Spermien, ~~Stuhl, ~~Urin, ~~Harn, ~~Speichel, ~~Sperma, ~~Knochenmark,
        ~~Hirnanhangdrüse, ~~Psyche, ~~Gelenkkapsel`,
    },
    {
      category: 'complaint',
      kind: 'health.condition',
      words: `
        ~~Ops, ~~Eingriffe, ~~Rötung, ~~gerötet, ~~Riss, ~~gerissen, ~~verstaucht, ~~verrenkt, ~~geprellt, ~~gezerrt,
        ~~verspannt, ~~steif, ~~tut weh, ~~tun weh, ~~weh, ~~Ersatz, ~~Spiegelung, ~~Straffung, ~~Verkleinerung,
        ~~Spezialisten, ~~Sonographie, ~~Massagetherapie, ~~Fraktur, ~~Blutungen, ~~verstopft, ~~blutet, ~~eitert,
        ~~vereitert, ~~Kribbeln, ~~Zittern, ~~Zucken, ~~Wucherung, ~~Steine, ~~Grieß, ~~Vernarbung,
        ~~Funktionsstörung, ~~Unterfunktion, ~~Überfunktion, ~~Versagen, ~~Probleme mit, ~~trocken, ~~Trockenheit,
        ~~entfernen, ~~operieren, ~~verletzt`,
    },
  ],
}
export default de
