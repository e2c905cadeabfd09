/** Values that a flow types in and that stand in requests for many other reasons. */
import { withoutMarks, withoutUmlauts } from './spelling.js'

const WORDS = `
  private public privat privatversichert gesetzlich publique prive privee statutory compulsory selfpay self-pay
  selbstzahler selbst autre andere other none keine aucun aucune unknown yes no ja nein oui non true false null test
  demo male female divers diverse homme femme mann frau maenner frauen weiblich maennlich feminin masculin man woman
  men women adult child children kind kinder enfant enfants erwachsene baby senior search suche recherche query result
  results ergebnis termin termine appointment appointments booking buchung rendez-vous online video phone telefon
  telephone email e-mail mobile website first last name vorname nachname prenom patient patients doctor arzt aerztin
  medecin praxis clinic klinik clinique hospital krankenhaus today tomorrow heute morgen demain week woche semaine
  month monat mois january march april august october december januar maerz mai juni juli oktober dezember janvier
  mars avril juin juillet octobre berlin hamburg muenchen koeln paris lyon london wien zuerich europe germany
  deutschland france austria switzerland general standard basic default normal routine control kontrolle controle
  consultation beratung gespraech sprechstunde insurance versicherung versichert assurance krankenkasse kasse mutuelle
`

/**
 * Surnames that are words of addresses, titles and code, or first names. Those of four letters count under a telling name
 * as all that are so short do, and, as the longer ones here, in no step of a page's address.
 */
const SURNAMES = `
  antoine arnaud banks benoit bernard berry black blanc blanche block branch brand bridge bridges bright brook brooks
  brown chance chapel chapelle chase child church close cloud cross daniel david dietrich early english field fields
  flower flowers fontaine forest freitag french friday friedrich frost gerard gilbert glass golden grand grant green
  gross guenther guest guillaume hands heath heinrich henry herbst holder holland house hubert ireland james judge
  julien kirche klein knight kraft krone lange large laurent leader licht light lights lincoln little lucas ludwig
  major marchand marks markt martin master meister michel mills minor mitte montag mother moulin nicolas noble north
  olive oliver olivier organ paper parks patrick pearl petit petite philippe place point pointer power powers preis
  price prince profit queen range reader reich richard rivers robert rouge royal rules savage scharf schatz schnell
  schwarz score senior shadow sharp sheet shell shield shields short silver simon singer small smart sommer sonne
  sonntag south spark sparks speed spiegel spring staff stark state states steel stein stern stock stone store storm
  street strong sturm style summer sunday swift temple thomas tiger tower towers trader valley vincent walter water
  waters wechsel weeks weiss werner white winkel winter wonder woods world worth young younger zimmer
  ball bank bell berg bird book born burg burn case cook dale ende ford fort fox gold graf gray hall hand hart haus heil
  held hill hirt holm home hope horn hunt hut joy kern kind king koch lady lake land lane lang law lieb link long lord
  love main mark mass may mehr mohr moon moor nest neu news noll note ober otto page park pass pink pohl pool pope post
  ray ring rock root rose rot ruf sand see shaw show star stadt tag tal tor town wald wall web weg weil wels west wild
  wind wirt wise wolf wood zahn
`

const toWords = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter((word) => word !== ''))

const COMMON = toWords(WORDS)
const COMMON_SURNAMES = toWords(SURNAMES)

/** Whether a text, folded to plain letters, is such a value. */
export function isCommon(text: string): boolean {
  return stands(text, COMMON)
}

/** Whether a surname is a word as well, and says nobody's name where it stands alone: `Black`, `Klein`, `Petit`, `Martin`. */
export function isCommonSurname(text: string): boolean {
  return stands(text, COMMON_SURNAMES)
}

function stands(text: string, words: ReadonlySet<string>): boolean {
  const small = text.toLowerCase().trim()
  return words.has(withoutUmlauts(small)) || words.has(withoutMarks(small))
}
