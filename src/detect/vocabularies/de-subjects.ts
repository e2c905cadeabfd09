/**
 * German, subject by subject: women, children, men, skin, heart, lungs and stomach, in the words of practices and of
 * patients. Written by hand.
 */
import type { Vocabulary } from '../vocabulary.js'

const de: Vocabulary = {
  language: 'de',
  groups: [
    {
      category: 'reproductive-health',
      kind: 'health.reason',
      words: `
        Frauengesundheit, ~Ektopie, Zyklusprobleme, ~Zyklustee, verlängerter Zyklus, Periode bleibt aus,
        überfällige Periode, verspätete Periode, starke Periode, verlängerte Blutung, Prämenopause, ~Hormonumstellung,
        Hormonschwankungen, Deszensus, Netzeinlage, Minipille, Pillenpause, Dreimonatspille, Hormonstäbchen, ~IUP,
        Kondompanne, Pille durchnehmen, Zyklus-Monitoring, ~Basaltemperatur, ~Temperaturkurve, Samenübertragung,
        PICSI, ~Einfrieren Eizellen, Einnistung, Einnistungsstörung, ~5. SSW, ~Frühtest, Frühultraschall, ~Babybauch,
        ~Mutterschaft, CTG-Kontrolle, ~3D-Ultraschall, ~Babyfernsehen, ~Babykino, Organscreening,
        ~Zweittrimesterscreening, fetale Medizin, ~Symphysenlockerung, Cerclage, ~Frühwehen, ~Vorwehen, ~Übungswehen,
        ~Braxton-Hicks, Lungenreife, Wehentropf, Spontangeburt, ~Alleingeburt, ~Geburtswanne, Geburtsbericht,
        ~Geburtsplan, ~Mütterpflegerin, ~Dammmassage, Himbeerblättertee, traumatische Geburt, Nachgeburt,
        Plazentaretention, Lochien, Lochialstau, Milcheinschuss, ~Stillzeit, ~Stillende, Stillcafé,
        Laktationsberatung, IBCLC, ~Flaschenfütterung, ~Zufüttern, ~Zungenbändchen, verkürztes Zungenbändchen,
        ~Beikost, ~Beikostkurs, ~Tragetuchberatung, ~Trageberatung, ~Babyschwimmen, ~PEKiP, ~Mutterschutzfrist,
        ~Beschäftigungsverbot, ~Elternschule, ~Geschwisterkurs, §218, § 218, Paragraf 218, Paragraf 219,
        ~pro familia, ~Konfliktberatung, Abbruchpille, operativer Abbruch, Absaugmethode, ~Windei, früher Abgang, ~Sternenkindmutter, Frühabort,
        Spätabort, stiller Abort`,
    },
    {
      category: 'condition',
      kind: 'health.condition',
      words: `
        Spucken beim Baby, Schreikind, ~Schlafberatung, Säuglingskopf, Lageasymmetrie,
        ~Kopfgelenkinduzierte Symmetriestörung, Windelausschläge, Windelpilz, ~wunder Po, ~Wundsein, ~U1-U9,
        U3-Untersuchung, U7a, ~Kinderuntersuchungsheft, ~gelbes Heft, Gelbes U-Heft, ~Inhalieren mit Kindern,
        ~hohes Fieber, Fieber messen, Fieber senken, ~Zahnungshilfe, Bauchmigräne, Erbrechen bei Kindern,
        ~Kinderkrankheit, Kinderausschlag, Ringelflechte, ~Läuse, Kopflausbefall, ~Bettnässer, Sichelfüße,
        ~Kinderfüße, ~Zehenspitzengang, ~Kleinwüchsigkeit, Kleinwüchsige, ~Großwuchs, Pubertätsstörung,
        verfrühte Pubertät, verspätete Pubertät, ~Pubertät, ~Kinder mit Übergewicht, ~Schulreife, ~Schulreifetest,
        ~Schulfähigkeit, ~Entwicklungstest, Denver-Test, ~Extremfrühchen, ~Loch im Herzen, ~Kinder-EKG,
        ~Kindergesundheit, Jugendgesundheit, ~Kinderunfälle, ~Kindersicherheit Vergiftung, ~verschluckte Gegenstände,
        Giftinformationszentrale, ~Atteste, ~Kita-Bescheinigung`,
    },
    {
      category: 'urology',
      kind: 'health.condition',
      words: `
        ~Urinteststreifen, Urinzytologie, Uroflow, Harnstrahl, schwacher Harnstrahl, ~Nachträufeln, ~Nachtröpfeln,
        Wasserlassen, ~Pinkeln brennt, brennender Urin, Urin riecht, dunkler Urin, trüber Urin, Schaum im Urin,
        roter Urin, neurogene Blase, Blaseninstillation, BCG-Instillation, Blasenhalsverengung, PCNL, Steindiät,
        Nierenbecken, Nierenersatzverfahren, ~Vorsteherdrüse, Männerinfertilität, Vorhautverklebung, Vorhautpflege,
        Bändchenriss, Wasserhoden, ~Krampfader am Hoden, non-scalpel, ~No-Scalpel, Schwellkörper, ~Erektion,
        ~Morgenerektion, Blut im Ejakulat, Ejakulat, Männerfruchtbarkeit, Kondomurinal, ~Windelhosen, Harnträufeln,
        Miktion, Miktionsprotokoll, Trinkprotokoll, Bettnässalarm, Klingelhose, ~Cranberry Blase, D-Mannose`,
    },
    {
      category: 'dermatology',
      kind: 'health.condition',
      words: `
        Nävus, Lentigo, ~Lichtschwielen, ~Sonnenschaden, ~Sonnenschäden, Schmalspektrum-UVB, Fruchtsäurepeeling,
        ~Fruchtsäure, ~Komedonen, ~fettige Haut, ~Kupferrose, ~rote Äderchen, ~Äderchen, Gefäßlaser, CO2-Laser,
        Fraxel, Erbium-Laser, ~Narbenpflege, hypertrophe Narbe, Nagelveränderung, Onycholyse, Haarwurzelanalyse,
        ~TrichoScan, androgenetische, Haarlichtung, PRP-Haarbehandlung, ~Kopfschuppen, ~Hausausschlag, ~rote Flecken,
        rote Flecken auf der Haut, ~Hautflecken, weiße Flecken auf der Haut, ~Quaddel, ~Beule unter der Haut,
        ~rissige Hände, ~Hautrisse, Pigmentfleck, ~Altersfleck, Café-au-lait-Flecken, Hautanhängsel, ~Milien,
        Grießkörner, Syringome, Zyste entfernen, ~eingewachsene Haare, ~Haarentfernung, ~Laser-Haarentfernung,
        ~Nadelepilation, Kleienflechte, Fieberblase, Grindflechte, Eiterflechte, ~Krätzmilbe, ~Milben,
        Bettwanzenstiche, ~Insektenstiche, ~Insektenstich, ~Mückenstiche, ~Wespenstich, Wanderröte, Quaddelbildung,
        Schwitzen unter den Achseln, ~Achselschweiß, ~Schwitzhände, Schweißhände, ~Schweißfüße, MiraDry,
        ~Antitranspirant, Wundheilung, Nachexzision, Exzision, ~Shave-Exzision, Elektrokauter, Hautlappenplastik,
        medizinische Hautpflege, ~medizinische Kosmetik, ~HydraFacial, ~Aquafacial, Eigenplasma, Eigenfett,
        ~Botox Stirn, ~Stirnfalten, ~Krähenfüße, ~Nasolabialfalte, ~Marionettenfalten, ~Skinbooster, ~Profhilo,
        ~Hyaluronidase, ~Thermage, ~HIFU, ~CoolSculpting, ~Injektionslipolyse, ~Tattoolaser,
        Wimpernserum Nebenwirkungen, ~Zornesfalten, ~Augenringe, Implantatwechsel, tubuläre Brust,
        ~Asymmetrie der Brust, Fettabsaugen, ~Fettpolster, ~Reiterhosen, ~Intimbleaching`,
    },
    {
      category: 'internal-medicine',
      kind: 'health.condition',
      words: `
        Kardio-CT, Koronar-CT, Schrittmacherträger, ~Defi, Defibrillator implantiert, Ereignisrekorder, Loop-Rekorder,
        Vorhofohrverschluss, ~Herzenge, Druck auf der Brust, Schmerzen hinter dem Brustbein, Herzaussetzer, Pulsrasen,
        ~unregelmäßiger Puls, ~hoher Puls, ~niedriger Puls, ~Ruhepuls, ~Pulsmessung, Hypertonus,
        Schwindel beim Aufstehen, ~Schwarz vor Augen, ~Schweißausbruch, dicke Füße, dicke Beine, kurzatmig, Herzpass,
        Gerinnungsselbstmessung, Quick-Wert, CoaguChek, Spirometer, Provokationstestung, ~FeNO, FeNO-Messung,
        Diffusionskapazität, ~6-Minuten-Gehtest, ~Gehtest, Bronchospiegelung, Raucherberatung, DMP-Programm, ~DMP KHK,
        Heimsauerstoff, Maskenanpassung, ~Schlafhygiene, ~Durchschlafen, ~Sekundenschlaf, ~Schlafmangel,
        periodische Beinbewegungen, ~unruhiger Schlaf, Schlafphasen, ~Schlafberatungen, ~Schlafcoaching,
        ~Schlaftagebuch, ~Jetlag, ~Schichtarbeit Schlaf, ~nachts wach, ~wach in der Nacht, Schlafparalyse,
        ~Dauermüdigkeit, ständig müde, ~müde und schlapp, ~Schlappheit, ~Abgeschlagenheit, ~Mattigkeit,
        ~Leistungsknick, ~Energielosigkeit, ~Kraftlosigkeit, Post-Exertionelle Malaise, ÖGD, ~Videokapsel,
        Endoskopiker, Hämoccult-Test, Hämoccult, Okkulttest, Abführlösung, Propofolsedierung, ~Schlafspritze,
        Magendrücken, Magenweh, ~Magengrummeln, ~Bauchgrummeln, Blähungsbauch, aufgeblähter Bauch, ~geblähter Bauch,
        ~Luft im Bauch, ~Pupsen, ~Rülpsen, Brechreiz, ~Magen-Darm, ~weicher Stuhl, ~harter Stuhl, heller Stuhl,
        schwarzer Stuhl, blutiger Stuhl, Schleim im Stuhl, Blut am Toilettenpapier, ~Afterbluten, Analprobleme,
        ~Verödung, ~Sitzbad, Schließmuskel, Stuhlschmieren, ~Darmausstülpungen, ~FODMAP, FODMAP-Diät,
        Gallengangssteine, Histamin, Glutensensitivität, ~Karenzdiät, ~Auslassdiät, ~Eliminationsdiät, Magenkeim,
        Antirefluxoperation, Fundoplikatio, Schluckprobleme, Manometrie, pH-Metrie, Leberfett, ~Leberschutz,
        Bauchwasser`,
    },
  ],
}
export default de
