/**
 * What takes a word of everyday language elsewhere: `cataract falls hiking`, `symptom of a bug`. A weak word beside a word
 * of cooking, music and film, games, computing, animals, the stars, the weather, sports or trade says nothing about health, nor does a
 * compound that ends in one.
 */
import { isAscii } from './spelling.js'
import { toFolded } from './words.js'

const WORDS: ReadonlySet<string> = new Set(`
  rennen race racing rallye film films movie movies kino cinema staffel episode trailer netflix song songs lyrics
  album band records konzert concert comedy comedie kabarett musical oper opera krimi roman thriller hoerbuch
  audiobook ebook comic comics manga anime spiel spiele videospiel game games gaming jeu jeux gameplay minecraft lego
  playstation nintendo cosplay rezepte rezeptidee recipe recipes recette recettes kochen backen cooking baking sauce
  suppe kuchen pfannkuchen torte nudeln salat pancake pancakes crepes cake gateau flusskrebs langoustine software
  firmware bug bugs debug code coding javascript typescript python java php css html sql git github linux windows
  excel server compiler commit merge api plugin invoice invoices rechnung rechnungen facture factures zodiac horoscope
  horoskop sternzeichen astrologie astrology tierkreis constellation hiking trail wandern wanderung waterfall
  wasserfall randonnee camping design logo font tapete wallpaper poster subaru bmw mercedes vw renault peugeot ferrari
  kfz fahrzeug motor getriebe bremse vehicle voiture moteur schmuck jewelry jewellery bijoux motorrad motorsport
  fussball football bundesliga nba nfl aktie aktien boerse boersen marches bourse stocks shares bitcoin veterinaire
  tierarzt veterinary hund hunde katze katzen pferd dog dogs puppy cat cats chien chiens chiot chat chats chatte
  cheval vache vigne rosier plante plantes pflanze pflanzen serie series tv bluetooth usb wifi moebel furniture
  meubles decoration dekoration bicycle bicycles bike bikes fahrrad fahrraeder velo velos kochtopf bratpfanne rezeptbuch
  market markets markt maerkte konjunktur economy meteo wetterkarte weather jardin arrosage handy smartphone smartphones
  puppe puppen teddy teddybaer doll dolls poupee poupees sammler sammlung collector collectors
  collectionneur collectionneurs
`.trim().split(/\s+/))

/** Bytes on either side of a word that are read. */
const WINDOW = 40
const BLANK = /%(?:25)*20|[+_-]/g
/** What ends a value, or a part of it. */
const STOPS = /[&=;,|"{}[\]<>/?#()\n\r\t]|%(?:25)*(?:26|3d|2f|22|2c|7c|3f)/i

/** Whether such a word stands in the same value as the text from `start` to `end`. */
export function isElsewhere(text: Uint8Array, start: number, end: number): boolean {
  const before = read(text, Math.max(0, start - WINDOW), start).split(STOPS).at(-1) ?? ''
  const [behind = ''] = read(text, end, Math.min(text.length, end + WINDOW)).split(STOPS)
  return wordsIn(`${before} ${behind}`.replace(BLANK, ' ')).some(isOne)
}

/** Whether the rest of a compound is such a word: `Blinddarm|rennen`. */
export function endsElsewhere(text: Uint8Array, end: number): boolean {
  const [rest = ''] = wordsIn(read(text, end, Math.min(text.length, end + WINDOW)))
  return isOne(rest)
}

const wordsIn = (text: string): string[] => text.split(isAscii(text) ? /[^A-Za-z]+/ : /[^\p{L}\p{M}]+/u)

const isOne = (word: string): boolean => word.length > 2 && WORDS.has(toFolded(word))

const read = (text: Uint8Array, from: number, to: number): string =>
  Buffer.from(text.buffer, text.byteOffset + from, to - from).toString('utf8')
