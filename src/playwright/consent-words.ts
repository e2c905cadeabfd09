/**
 * What the controls of consent banners are called in German, French, English, Italian, Spanish and Dutch. A name is compared as a whole, after
 * `toName`, so that "Accept the terms and book" is none.
 */

export type ConsentControl = 'accept' | 'reject' | 'settings' | 'save' | 'reopen'

const COOKIES = '(?: (?:all|the|our|optional|non essential|nicht notwendigen?|optionalen?|les|tous les|aller?n?|diese))?(?: (?:cookies?|cookie|dienste|services|traceurs|trackers))?'

const WORDS: Readonly<Record<ConsentControl, readonly RegExp[]>> = {
  accept: [
    new RegExp(`^(?:i |yes |ja |oui )?(?:accept|allow|agree|consent|enable)(?: to)?${COOKIES}(?:(?: and)? (?:close|continue|proceed))?$`),
    /^(?:got it|i m ok|that s ok|yes i agree|agree and (?:close|continue|proceed))$/,
    /^(?:ja )?(?:alle|alles|allen|cookies|alle cookies|allen cookies|ich)?(?: )?(?:akzeptieren?|zustimmen|stimme zu|annehmen|erlauben|zulassen|einverstanden|auswahlen und zustimmen)(?: und (?:schliessen|weiter|fortfahren|weitersurfen))?$/,
    /^(?:einverstanden|ich bin einverstanden|zustimmen und weiter|akzeptieren und weiter|einwilligen|alle auswahlen)$/,
    /^(?:tout |j |je |oui )?(?:accepte|accepter|autorise|autoriser|consens|consentir|d accord)(?: (?:tout|tous|les cookies|tous les cookies|et (?:fermer|continuer)))*$/,
    /^(?:ok pour moi|accepter et continuer|ok tout accepter)$/,
    /^(?:si )?(?:accetto|accetta|acconsento|acconsenti|consenti)(?: (?:tutto|tutti|tutte|i cookie|tutti i cookie|e (?:chiudi|continua)))*$/,
    /^(?:si )?(?:acepto|aceptar|acepta|permitir|consentir)(?: (?:todo|todos|todas|cookies|las cookies|todas las cookies|y (?:cerrar|continuar)))*$/,
    /^(?:ja )?(?:alle(?:s)?|alle cookies|cookies|ik ga)?(?: )?(?:accepteren|accepteer|toestaan|akkoord|toestemmen)(?: (?:en (?:sluiten|doorgaan)|alles?|alle cookies))?$|^(?:ik ga akkoord|akkoord en sluiten|accepteer (?:alles|alle cookies))$/,
  ],
  reject: [
    new RegExp(`^(?:i |no |nein |non )?(?:reject|decline|deny|refuse|disagree|disallow|do not accept|don t accept)(?: to)?${COOKIES}$`),
    /^(?:(?:use |accept |allow )?(?:only )?(?:strictly )?(?:necessary|essential|required)(?: cookies)?(?: only)?|continue without (?:accepting|consent|agreeing)|no thanks|no thank you)$/,
    /^(?:nein )?(?:alle|alles|allen|cookies|alle cookies|optionale cookies|ich)?(?: )?(?:ablehnen|lehne ab|verweigern|verbieten|nicht (?:zustimmen|akzeptieren|einverstanden)|widersprechen)$/,
    /^(?:nur |ausschliesslich |lediglich )(?:die )?(?:technisch )?(?:notwendige|erforderliche|essenzielle|essentielle|funktionale)[nrs]?(?: cookies?)?(?: (?:akzeptieren|zulassen|erlauben|verwenden))?$/,
    /^(?:weiter|fortfahren) ohne (?:einwilligung|zustimmung|zu akzeptieren)$|^ohne (?:einwilligung|zustimmung) (?:weiter|fortfahren)$|^nein danke$/,
    /^(?:tout |je |non )?(?:refuse|refuser|rejeter|rejette|decliner|interdire)(?: (?:tout|tous|les cookies|tous les cookies))*$/,
    /^(?:continuer sans accepter|(?:uniquement |seulement )?(?:les )?(?:cookies )?(?:strictement )?(?:necessaires|essentiels)(?: (?:uniquement|seulement))?|non merci)$/,
    /^(?:no )?(?:rifiuto|rifiuta|nega|non accetto|non accettare)(?: (?:tutto|tutti|tutte|i cookie|tutti i cookie|e (?:chiudi|continua)))*$|^continua senza accettare$|^(?:solo|accetta solo)(?: i)?(?: cookie)? (?:necessari|essenziali|tecnici)$/,
    /^(?:no )?(?:rechazo|rechazar|rechaza|denegar|no acepto|no aceptar)(?: (?:todo|todos|todas|cookies|las cookies|todas las cookies))*$|^continuar sin aceptar$|^(?:solo|aceptar solo)(?: las)?(?: cookies)? (?:necesarias|esenciales|tecnicas)$/,
    /^(?:nee )?(?:alle(?:s)?|alle cookies|cookies)?(?: )?(?:weigeren|afwijzen|niet (?:accepteren|akkoord|toestaan))$|^(?:weiger|weigeren)(?: (?:alles|alle|alle cookies))?$|^(?:doorgaan zonder (?:te accepteren|toestemming)|nee bedankt)$|^(?:alleen|accepteer alleen) (?:noodzakelijke|functionele|essentiele)(?: cookies)?(?: accepteren| toestaan)?$/,
  ],
  settings: [
    /^(?:cookie |privacy |consent |more |manage |customi[sz]e |change |your )*(?:settings|preferences|options|choices|customi[sz]e|manage|cookies)$/,
    /^(?:cookie |datenschutz |privatsphare |privatspharen |individuelle |mehr |weitere )*(?:einstellungen|optionen|praferenzen|auswahl|anpassen)(?: (?:anpassen|verwalten|andern|offnen|treffen))?$|^(?:individuell anpassen|anpassen|verwalten|mehr erfahren und anpassen)$/,
    /^(?:personnaliser|parametrer|gerer|configurer|choisir)(?: (?:les|mes|vos|mon|tous les))?(?: (?:cookies|choix|preferences|parametres|traceurs))?$|^(?:parametres|preferences|options)(?: (?:des|de) (?:cookies|confidentialite))?$|^plus d options$/,
    /^(?:personalizza|impostazioni|preferenze|gestisci|configura)(?: (?:i |le |dei |delle )?(?:cookie|preferenze|opzioni|scelte))?$|^(?:personalizar|configurar|configuracion|ajustes|preferencias|gestionar)(?: (?:las |de )?(?:cookies|opciones|preferencias))?$|^(?:instellingen|voorkeuren|aanpassen|cookie ?instellingen|(?:cookies|voorkeuren|instellingen) (?:beheren|aanpassen|wijzigen)|zelf instellen)$/,
  ],
  save: [
    /^(?:save|confirm|apply)(?: (?:my|your|and|the|these))*(?: (?:settings|preferences|choices?|selection|close|exit))*$/,
    /^(?:auswahl|einstellungen|meine auswahl|praferenzen)(?: und)?(?: (?:speichern|bestatigen|ubernehmen|erlauben|akzeptieren))(?: und schliessen)?$|^(?:speichern|bestatigen)(?: und schliessen)?$/,
    /^(?:enregistrer|valider|confirmer|sauvegarder)(?: (?:et fermer|mes|les|ma|mon|la))*(?: (?:choix|preferences|selection|parametres))?$/,
    /^(?:salva|conferma)(?: (?:le (?:mie )?)?(?:preferenze|scelte|impostazioni))?(?: e chiudi)?$|^(?:guardar|confirmar)(?: (?:mis )?(?:preferencias|ajustes|configuracion|seleccion))?$|^(?:(?:mijn )?(?:voorkeuren|instellingen|keuze|selectie) )?(?:opslaan|bevestigen)$/,
  ],
  reopen: [
    /^(?:change |manage |edit |revoke |withdraw |your )*(?:cookie|cookies|privacy|consent|tracking)(?: (?:settings|preferences|choices|options|consent|manager|center|centre))*$/,
    /^(?:revoke|withdraw|change)(?: (?:my|your|cookie))*(?: consent)$|^(?:do not sell.*|your privacy choices)$/,
    /^(?:cookie|cookies|datenschutz|privatsphare|privatspharen|einwilligungs?|tracking|consent)(?: ?)(?:einstellungen|praferenzen|optionen|verwalten|andern|anpassen|widerrufen|manager|auswahl)(?: (?:andern|offnen|anpassen|verwalten))?$/,
    /^(?:einwilligung|einwilligungen|zustimmung|cookies?)(?: (?:widerrufen|verwalten|andern|anpassen|zuruckziehen))$|^widerruf(?: der einwilligung)?$|^cookies?$/,
    /^(?:gerer|modifier|parametrer|retirer|revoquer|preferences?|parametres?|gestion|choix)(?: (?:les|mes|vos|mon|votre|des|de|sur|en matiere de|relatifs? aux))*(?: (?:cookies|traceurs|consentement|confidentialite|choix))$/,
    /^(?:preferenze|impostazioni|gestisci|gestione|revoca)(?: (?:i|dei|sui|il|del|le|delle|sulla))*(?: (?:cookie|consenso|privacy))$/,
    /^(?:preferencias|configuracion|ajustes|gestionar|configurar|retirar|revocar)(?: (?:de|las|mis|el|mi|la))*(?: (?:cookies|consentimiento|privacidad))$/,
    /^(?:cookie|privacy)(?: ?)(?:instellingen|voorkeuren)(?: (?:wijzigen|aanpassen|beheren))?$|^(?:cookies|toestemming) (?:beheren|wijzigen|intrekken|aanpassen)$/,
  ],
}

/** A control's name as the words are written: lower case, no accents, letters and digits with single spaces. */
export function toName(text: string): string {
  return text.slice(0, 120).toLowerCase().replaceAll('ß', 'ss').normalize('NFKD').replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

/** Whether a control of this name is what is looked for. */
export function isControl(name: string, control: ConsentControl): boolean {
  const plain = toName(name)
  return plain !== '' && WORDS[control].some((words) => words.test(plain))
}

const CLOSES = /^(?:x|close|dismiss|hide|schliessen|ausblenden|fermer|masquer|chiudi|cerrar|sluiten)(?: (?:(?:the|this|das|den|diese[ns]?|le|la|ce|cette|il|el|de|deze) )?(?:cookie )?(?:banner|notice|dialog|message|popup|window|button|hinweis|dialog|meldung|fenster|bandeau|fenetre|aviso|finestra|melding|venster))?$/

/** Whether a click on a control of this name makes the choice, as far as the name says: who closes a banner makes none, nor refuses who agrees. */
export function chooses(name: string, choice: 'accept' | 'reject'): boolean {
  const plain = toName(name)
  if (CLOSES.test(plain) || /^[×✕✖✗✘❌⨯]\ufe0f?$/.test(name.trim())) return false
  return choice === 'accept' || !(/^ok(?:ay)?$/.test(plain) || isControl(name, 'accept'))
}

/** Names that nothing but a banner has, whatever stands around them: of cookies, or of all that is offered. */
const UNMISTAKABLE: readonly RegExp[] = [
  /\bcookies?\b/,
  /^(?:accept|allow|reject|decline|deny|refuse) all$/,
  /^alle (?:akzeptieren|ablehnen|zulassen|erlauben|verweigern)$/,
  /^(?:tout (?:accepter|refuser|autoriser|rejeter)|(?:accepter|refuser|autoriser|rejeter) tout)$/,
  /^(?:accetta|rifiuta) tutt[aeio]$|^(?:aceptar|rechazar) tod[ao]s?$|^alles (?:accepteren|weigeren)$/,
]

export function isUnmistakable(name: string): boolean {
  const plain = toName(name)
  return UNMISTAKABLE.some((words) => words.test(plain)) && (['accept', 'reject'] as const).some((control) => isControl(name, control))
}

/** What a banner talks about, in the text around its controls. */
export const CONSENT_TOPIC = 'cookie|consent|einwilligung|datenschutz|privatsph|tracking|traceur|vie priv|confidentialit|privacy|donn[ée]es personnelles|personenbezogen|partner|consenso|riservatezza|consentimiento|privacidad|toestemming'
