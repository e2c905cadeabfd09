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

const COMMON: ReadonlySet<string> = new Set(WORDS.split(/\s+/).filter((word) => word !== ''))

/** Whether a text, folded to plain letters, is such a value. */
export function isCommon(text: string): boolean {
  const small = text.toLowerCase().trim()
  return COMMON.has(withoutUmlauts(small)) || COMMON.has(withoutMarks(small))
}
