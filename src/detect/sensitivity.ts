/**
 * How much a vocabulary word says about somebody: what the law protects most, and what people are ashamed of or lose
 * work, insurance or safety over, is `high`; that somebody looks for a dentist is `low`. It says what to look at first:
 * health is health before the law (GDPR Art. 9), so that severity does not depend on it.
 *
 * A category has one; words of any category that name one of the groups below are `high`, everyday ones `low`.
 */
import type { Sensitivity } from '../model.js'
import { isAscii, withoutMarks, withoutUmlauts } from './spelling.js'

export const OF_CATEGORY: Readonly<Record<string, Sensitivity>> = {
  'reproductive-health': 'high', 'sexual-health': 'high', 'mental-health': 'high', addiction: 'high', oncology: 'high',
  genetics: 'high',
  urology: 'medium', infection: 'medium', 'internal-medicine': 'medium', neurology: 'medium', dermatology: 'medium',
  'eye-ear-teeth': 'medium', 'disability-and-care': 'medium', condition: 'medium', complaint: 'medium',
  procedure: 'medium', medication: 'medium',
  specialty: 'low', insurance: 'low', 'body-part': 'low',
}

/** Patterns of pieces of words as `toPlain` leaves them; `=` in front or behind: the word begins or ends there. */
const HIGH: Readonly<Record<string, string>> = {
  reproductive: `schwanger schwangr abtreib fehlgeburt totgeburt fruehgeburt vasekt vasect vasoves steril= =sterilis
    sterilit verhuet antibaby spirale =pille ungspille kinderwunsch fruchtbar zeugung gebaerm eierst eileiter eisprung
    zyklus menstru regelblut wechseljahr menopau klimakt wochenbett gynaek gyneco gynaec frauenarzt frauenaerzt
    frauenheil frauenklin geburtsh hebamme kaiserschn samensp samenerg spermi sperm= =sperm eizell befrucht insemin
    kuerett endometr myom= amnio praenat prenat pregnan abort miscarr stillbirth contracep contrazep kontrazep
    birth=control fertil =ivf =fiv= ovul ovar tubal =uter =pcos hysterect hysterekt cesar caesar postpart postnat
    perinat obstet midwi surrog menarch grossesse enceinte avort =ivg fausse=couche pilule accouch sage=fem sages=fem
    allait sterilet =regles =pma= fecond procreat morning=after mifeg mifepr misopr levonorg ulipr ellaone desogest
    drospir dienog clomif clomid letrozol`,
  sexual: `hiv= =hiv =vih =aids =sida syphil gonorr blennor chlamyd trichomon herpes (?<!con)genital feigwarz kondylom
    condylom papillom =hpv tripper geschlecht sexu sexo erekt erect impoten potenz ejakul ejacul libid (?<!in|tendo)vagin
    penis penil =hoden nebenhod leistenhod gleithod pendelhod testik testic vorhaut phimos circumc zirkumz circonc
    beschneid prostat =std =sti= =ist= =mst= seropos transge transid transsex gender intersex hypogonad kondom condom
    vergewalt missbrauch =rape =viol= violences incest abus excision= =prep= expositionspr exposure=pr pre=expos
    post=expos afil viagra =cialis levitra truvada descovy biktarvy genvoya tenofov emtricit tegravir (?<!coro)navir virin vulv
    =scheide scham testost cyproter leupro triptor orgasm (?<!s)porn`,
  mental: `psych depress suizid suicid selbstmord schizo bipol manie= manisch manic= =angst angst= anxi angoiss panik
    panic paniq phobi zwang obsess =ocd =toc borderlin persoenlich personalit autis asperger adhs adhd tdah burn=out
    burnout demen alzheim bulimi boulim anorex essstoer magersucht ment=alimentaire troubles=alim eating=dis traumath
    traumafolg trauma=th post=traum posttraum ptbs ptsd halluz halluc paranoi neurose neurosis neurot nevros self=harm
    automut selbstverl scarif trauer grief bereav deuil nervenzus tourett intellec intellekt geistig =mental elektrokr
    electroco talopram oxetin sertralin zoloft prozac venlaf tiapin zapin risperid paliper piprazol lithium quilon
    haloper zepam zolam methylphen ritalin medikin elvans vyvans atomox neurolept antidepr benzodi anxiolyt`,
  addiction: `(?<!gelb|wasser|schwind|brech|bleich)sucht suecht alkohol alcohol alcoo trinker drogen =drugs= drug=ad
    drug=ab drug=re drug=de drug=w drug=t drogue toxicom addict heroin kokain cocain =crack= =meth= methamph opioid
    opiat methad metad buprenor subutex suboxon naltrex naloxon disulf acampros antabus entzug entgift entwoehn
    sevrage detox =rehab= withdrawal overdos ueberdos surdose abhaengig dependen spielsch gambl`,
  oncology: `krebs karzin carcin cancer tumor tumour tumeur onkol oncol geschwulst chemoth chimio leukaem leukem
    leucem lymphom melanom myelom metasta sarkom sarcom blastom gliom seminom mammogr mastekt mastect brca palliat
    hospiz= hospice fin=de=vie end=of=life strahlenth radioth zytosta cytosta taxel platin rubicin tamoxif lutamid
    rafenib ciclib`,
  genetics: `gentest genet erbkrank hereditaer heredit gendefekt trisom down=s chorea=h huntington chromosom mukovisz
    mucovisc cystic=fib haemophil hemophil sickle sichelz drepano`,
}

/** What nearly everybody has had, and where one goes to keep it so. */
const LOW = `erkaelt schnupf rhume= =cold= runny=nose =husten =toux cough heuschn hay=fever grippe impf vaccin zahn
  =dent= =dents= dental dentis orthodon kieferortho karies carie brille glasses lunettes sehtest eye=test check=up
  hausarzt hausaerzt allgemeinm family=doc general=pr generalis kopfschm headache muskelk sonnenbr sunburn krankschr
  attest`

const high = toPattern(Object.values(HIGH).join(' '))
const low = toPattern(LOW)

/** The sensitivity of a word, whatever its inflection, spelling and language. */
export function sensitivityOf(category: string, word: string): Sensitivity {
  const text = toPlain(word)
  if (high.test(text)) return 'high'
  const usual = OF_CATEGORY[category] ?? 'medium'
  return usual === 'medium' && low.test(text) ? 'low' : usual
}

/** ` hiv-test ` as `=hiv=test=`: small letters, umlauts as two, edges marked. */
function toPlain(word: string): string {
  const letters = withoutMarks(withoutUmlauts(word.normalize('NFC').toLowerCase()))
  return `=${letters.replace(isAscii(letters) ? /[^A-Za-z0-9]+/g : /[^\p{L}\p{N}]+/gu, '=')}=`.replace(/=+/g, '=')
}

function toPattern(pieces: string): RegExp {
  return new RegExp(pieces.trim().split(/\s+/).join('|'))
}
