/**
 * German, by the pieces that many words share: endings, heads of compounds and beginnings of which each stands for
 * dozens of words on the pages of practices, clinics and pharmacies. Written by hand; what else ends so was looked for
 * in a spelling dictionary, and is excepted.
 */
import type { Vocabulary } from '../vocabulary.js'

const de: Vocabulary = {
  language: 'de',
  except: `
    kooperiert, =operiert, kooperativ, cooperativ, coopérativ, inoperativ, =operativ, =traumatisch, =allergisch,
    sympathisch, empathisch, apathisch, antipathisch, telepathisch, callisthénie, =abdominal, unbehindert, =behindert,
    =symptomatik, arztroman, arztserie, ärzteroman, ärzteserie, arztfilm, schmerzlich, schmerzlos, schmerzgrenze,
    schmerzpunkt, schmerzbefreit, schmerzensgeld, schmerzensreich, schmerzensschrei, schmerzverzerrt, schmerzvoll,
    krankend, handspiegel, kopfspiegel, brustspiegel, fußspiegel, händedruck, handdruck, fingerdruck, daumendruck,
    muskelgruppe, fingerschule, rückenspritze, handspritze, alkoholkontrolle, drogenkontrolle, ärztemangel,
    arztmangel, hebammenmangel, gesichtsverlust, gesichtsbehandlung, kopfsteinpflaster, tierkrankenhaus,
    tierhomöopath, tierosteopath, zuckersaft, zwangsmittel, patientenzahl, infektor, tiermedizin, veterinärmedizin,
    pferdemedizin, humanmedizin, puppenklinik, handyklinik, autoklinik, lackklinik, tierklinik, computerklinik,
    fahrradklinik, pferdeklinik, tierspital, gesichtsreinigung, hautreinigung, handreinigung, bauchübungen,
    beinübungen, armübungen, fingerübungen, brustübungen, muskelübungen, fußreinigung, beinnaht, kopfplastik,
    impatient, tierärztinnen, knotenfunktion, herzensbildung`,
  groups: [
    {
      category: 'condition',
      kind: 'health.condition',
      words: `
        -symptomatik, -läsion, -dysbalance, -rezidiv, -sthenie, -phrenie, -agnosie, -echolalie, -mnesie, -leukose,
        -penie, -phylaxie, -spasmen, -kalzinose, -ulzera, -phlegmone, -empyem, -gangrän, -entzündlich, -behindert,
        -gelähmt, -amputiert, -transplantiert, -operiert, -druckgefühl, -engegefühl, -krankheitsgefühl,
        -fremdkörpergefühl, -kältegefühl, -schwindelgefühl, -schweregefühl, -schwächegefühl, -mangelerscheinung,
        -entzugserscheinung, -verschleißerscheinung, -ausfallerscheinung, -einnässen, -einkoten, -husten, -schnupfen,
        -röteln, -pocken, -funktionseinschränkung, -überbelastung, -bandriss, -labrumriss, -fußheber,
        -fußheberschwäche, -überbein, -kontraktur, -belastungsreaktion, -essanfälle, -delir, -süchtigkeit, -pathisch,
        -plegisch, -spastisch, -sklerotisch, -nekrotisch, -zystisch, -fibrotisch, -zirrhotisch, -thrombotisch,
        -arthrotisch, -skoliotisch, -neurotisch, -mykotisch, -stenotisch, -diabetisch, -epileptisch, -asthmatisch,
        -rheumatisch, -allergisch, -ödematös, -depressiv, -hypertensiv, -traumatisch, -ischämisch, -anämisch,
        -leukämisch, -glykämisch, -karzinomatös, -granulomatös, -ulzerös, -zerebral, -vaskulär, -gastrointestinal,
        -intestinal, -abdominal, -abdominell, -vaginal, -rektal, -venös, -pulmonal, -lumbal, -muskulär,
        intraartikulär, periartikulär, -kutan, -kardial, -nephrotoxisch, -hepatotoxisch, -dystroph, -atroph,
        -kachektisch, -metastatisch, -erkrankt, ~-symptome, ~~-problem, ~~-problematik, ~~-symptom, ~~-anzeichen,
        ~~-mangel, ~~-überschuss, ~~-empfindlichkeit, ~~-blockierung, ~~-irritation, ~~-überlastung, ~~-verformung,
        ~~-verkürzung, ~~-verfärbung, ~~-abbau, ~~-beweglichkeit, ~~-belag, ~~-gesund, ~~-geschädigt, ~~-verdickung,
        ~~-erweiterung, ~~-durchbruch, ~~-ablösung, ~~-knötchen, ~~-bläschen, ~~-pusteln, ~~-fremdkörper, ~~-kribbeln,
        ~~-betroffene, ~~-betroffener, ~~-abhängig, ~~-gefährdet, ~~-bedingt, ~~-risiko, ~~-gesundheit, ~~-kollaps,
        ~~-spender, ~~-spenderin, ~~-wert, ~~-spiegel, ~~-haushalt, ~~-schock, ~~-druck, ~~-knacken, ~~-rauschen,
        ~~-steifheit, ~~-steifigkeit, ~~-verstopfung, ~~-schwund`,
    },
    {
      category: 'procedure',
      kind: 'health.reason',
      words: `
        -ektomiert, -endoskopisch, -laparoskopisch, -arthroskopisch, -koloskopisch, -thorakoskopisch, -sonographisch,
        -sonografisch, -tomographisch, -szintigraphisch, -angiographisch, -kardiographisch, -operativ, -orthese,
        -epithese, -sonogramm, -kürettage, -wundverband, -katheterpflege, -kanülenwechsel, -kanülenpflege,
        -stomapflege, -wundpflege, -demenzpflege, -krankenpflege, -portpflege, -vitalzeichenkontrolle, -samenanalyse,
        -spermienanalyse, -ultraschallkontrolle, -impfaktion, -rückfallprävention, ~~-kontrolle, ~~-messung,
        ~~-bestimmung, ~~-gymnastik, ~~-stimulation, ~~-mobilisation, ~~-prävention, ~~-betreuung, ~~-begleitung,
        ~~-schule, ~~-tagebuch, ~~-ratgeber, ~~-leitlinie, ~~-forschung, ~~-aufklärung, ~~-gutachten, ~~-infiltration,
        ~~-unterspritzung, ~~-vermessung, ~~-prothetik, ~~-funktion, ~~-plastik, ~~-naht, ~~-hygiene, ~~-reinigung,
        ~~-sport, ~~-übungen, ~~-wickel, ~~-diät, ~~-bildung, ~~-schiefstellung, ~~-ruhigstellung, ~~-endoskopie,
        ~~-heilung, ~~-reflexzonenmassage`,
    },
    {
      category: 'specialty',
      kind: 'health.specialty',
      words: `
        ~-medizin, ~-klinik, ~-spital, ~-spitäler, ~-patient, ~-patientin, -ärztinnen, ~~-zentren, ~~-praxen,
        ~~-spezialistin, ~~-expertin, ~~-team, ~~-abteilung, ~~-hilfe, ~~-liga, ~~-stiftung, ~~-forum, ~~-gruppe,
        ~~-kurs, ~~-klinikum, ~~-netzwerk, -psychologisch, -urologisch, -radiologisch, -enterologisch,
        -allergologisch, -pädiatrisch, -geriatrisch, -logopädisch, -ophthalmologisch, -toxikologisch, -phoniatrisch,
        -osteopathisch, -homöopathisch, -naturheilkundlich, -heilkundlich, -gerontologisch, -infektiologisch,
        -phlebologisch, -angiologisch, -diabetologisch, -hepatologisch, -parodontal, -implantologisch, -logopäde,
        -logopädin, -osteopath, -osteopathin, -homöopath, -podologin, -therapeutinnen, -psychologinnen, -internist,
        -pädiater, -pädiaterin, -krankenschwester, -krankenpfleger, -pflegefachkraft, -pflegefachfrau, -pflegedienst,
        -pflegeheim, -pflegestation, -krankenhaus, -krankenhäuser, -sozialstation, -palliativdienst, -palliativteam,
        -poliklinik, -gesundheitszentrum, -ärztezentrum, -ärztehaus, -privatklinik, -akutklinik, -fachklinik,
        -sanatorium, -apotheke, -apotheker, -hörakustik, -dentallabor, -diagnostikzentrum, -therapiezentrum,
        -sehzentrum, -hautzentrum, ~patienten-, ~behandlungs-, ~arzt-, ~ärzte-, ~klinik-, ~krankheits-,
        ~medikamenten-, ~arzneimittel-, ~apotheken-, ~therapie-, ~schmerz-, ~infekt-, ~infektions-, ~kranken-`,
    },
    {
      category: 'medication',
      kind: 'health.medication',
      words: `
        ~~-mittel, ~~-tee, ~~-kapseln, ~~-dragees, ~~-saft, ~~-tablette, ~~-hemmend, ~~-lindernd, ~~-senkend,
        ~~-stillend, ~~-lösend, ~~-pflaster, ~~-spritze, ~~-hemmer, ~~-blocker, ~~-senker, -schmerzgel, -wundspray,
        -halsspray, -mundspray, -hartkapseln, -weichkapseln, -injektionslösung, -infusionslösung, -inhalationslösung,
        -hustenbonbons, -schleimlöser, -erkältungsbad, -fertigpen, -fertigspritze, -urtinktur, -homöopathika,
        -antibiotika, -antibiotikum, -antimykotika, -analgetika, -analgetikum, -spasmolytika, -spasmolytikum,
        -diuretika, -diuretikum, -sedativa, -sedativum, -hypnotika, -laxanzien, -laxans, -antazida, -mukolytika,
        -depressiva, -psychotika, -epileptika, -diabetika, -hypertensiva, -arrhythmika, -rheumatika, -allergika,
        -koagulanzien, -histaminika, -emetika`,
    },
  ],
}
export default de
