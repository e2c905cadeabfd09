/** German. */
import type { ConsentAt } from '../../model.js'
import { SAYINGS } from '../said/catalogue.js'
import { createSaid } from '../said/said.js'
import type { Words } from '../words.js'

const RULES: Readonly<Record<string, string>> = {
  'health-with-person':
    'eine Gesundheitsangabe und Identitätsdaten oder eine Kennung erreichen einen Empfänger für Werbung, soziale Netze, ' +
    'Daten oder Sitzungsaufzeichnung, in einer Anfrage oder in Anfragen, die eine Kennung verbindet',
  'health': 'eine Gesundheitsangabe erreicht einen Empfänger für Werbung, soziale Netze, Daten oder Sitzungsaufzeichnung',
  'health-to-others': 'eine Gesundheitsangabe erreicht einen Dritten',
  'identity-with-contact':
    'Kontaktdaten (E-Mail, Telefon, Anschrift) oder Identitätsdaten neben ihnen erreichen einen Empfänger für Werbung, ' +
    'soziale Netze, Daten oder Sitzungsaufzeichnung',
  'identity': 'Identitätsdaten erreichen einen Dritten',
  'explicit-address':
    'die Adresse des Geräts wird einem Empfänger für Werbung, soziale Netze, Daten oder Sitzungsaufzeichnung mitgeteilt',
  'address-alone': 'die Adresse des Geräts wird einem Dritten mitgeteilt',
  'identifier-alone': 'eine Kennung des Browsers, des Geräts, des Besuchs oder des Kontos erreicht einen Dritten',
  'ambiguous-word': 'ein Wort, das auch anderes bedeuten kann',
  'function':
    'ein Empfänger für Einwilligung, Bezahlung, Captcha oder Karten, den eine Website für ihre Funktion brauchen kann: ' +
    'genannt, nicht bewertet',
  'inferred': 'erschlossen: eine Stufe niedriger',
  'against-choice': 'gegen die festgehaltene Wahl gesendet: eine Stufe höher, höchstens kritisch',
  'against-consent-string':
    'die Einwilligungsangabe der Anfrage verweigert die Einwilligung: eine Stufe höher, zusammen mit der Wahl nur einmal',
  'claims-consent': 'die Einwilligungsangabe der Anfrage behauptet eine Einwilligung',
}

/** Opens a sentence; the verb follows. */
const WHILE: Readonly<Record<ConsentAt | 'unknown', string>> = {
  'before-choice': 'Vor jeder Wahl', 'rejected': 'Nach der Wahl „Ablehnen“', 'accepted': 'Nach der Wahl „Akzeptieren“',
  'withdrawn': 'Nach dem Widerruf der Einwilligung', 'no-banner': 'Ohne erkanntes Banner',
  'unknown': 'Bei unbekanntem Stand der Einwilligung',
}

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`
const isAre = (count: number): string => count === 1 ? 'ist' : 'sind'
const list = (items: readonly string[]): string => new Intl.ListFormat('de', { type: 'conjunction' }).format(items)
const ended = (sentence: string): string => /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`
const recordings = (count: number): string => plural(count, 'Aufzeichnung', 'Aufzeichnungen')
/** Dative. */
const inRecordings = recordings

export const de: Words = {
  locale: 'de',
  said: createSaid(SAYINGS, 'de'),
  colon: ': ',
  title: 'Wer was erfuhr',
  target: { 'live': 'Echte Website', 'stand-in': 'Nachbildung, keine echte Website', 'mixed': 'Echte Website und Nachbildung gemischt' },
  verdict: { 'leaks': 'Abflüsse', 'none-observed': 'Keine beobachtet', 'inconclusive': 'Nicht entscheidbar' },
  coverage: { full: 'vollständig', limited: 'eingeschränkt', broken: 'lückenhaft' },
  coverageMeans: {
    full: 'jede Anfrage des Browsers ist nachgewiesen',
    limited: 'vollständig bis auf die genannten blinden Flecken',
    broken: 'etwas ging verloren',
  },
  severity: { critical: 'kritisch', high: 'hoch', medium: 'mittel', low: 'gering', info: 'Hinweis' },
  kind: {
    'health.search': 'Suchbegriff', 'health.specialty': 'Fachrichtung', 'health.reason': 'Besuchsgrund',
    'health.insurance': 'Versicherungsart', 'health.condition': 'Erkrankung', 'health.medication': 'Medikament',
    'health.practitioner': 'Praxis', 'health.appointment': 'Termin',
    'identity.name': 'Name', 'identity.email': 'E-Mail-Adresse', 'identity.phone': 'Telefonnummer',
    'identity.birthdate': 'Geburtsdatum', 'identity.address': 'Postanschrift',
    'identity.insurance-number': 'Versichertennummer', 'network.ip': 'IP-Adresse',
    'identifier.cookie': 'Cookie-Kennung', 'identifier.click': 'Klick-Kennung', 'identifier.device': 'Gerätekennung',
    'identifier.account': 'Kontokennung', 'opaque': 'nicht entschlüsselter Wert',
  },
  received: {
    'health.search': 'den Suchbegriff', 'health.specialty': 'die Fachrichtung', 'health.reason': 'den Besuchsgrund',
    'health.insurance': 'die Versicherungsart', 'health.condition': 'eine Erkrankung',
    'health.medication': 'ein Medikament', 'health.practitioner': 'die gewählte Praxis',
    'health.appointment': 'den Termin',
    'identity.name': 'den Namen', 'identity.email': 'die E-Mail-Adresse', 'identity.phone': 'die Telefonnummer',
    'identity.birthdate': 'das Geburtsdatum', 'identity.address': 'die Postanschrift',
    'identity.insurance-number': 'die Versichertennummer', 'network.ip': 'die IP-Adresse in einem Feld',
    'identifier.cookie': 'eine Cookie-Kennung', 'identifier.click': 'eine Klick-Kennung',
    'identifier.device': 'eine Gerätekennung', 'identifier.account': 'eine Kontokennung',
    'opaque': 'einen nicht entschlüsselten Wert, der sich mit der Person ändert',
  },
  linkingId: 'eine Kennung, die Angaben zur Gesundheit einem Besucher zuordnet',
  hashed: (thing) => `${thing} (als Hash)`,
  word: (thing) => `${thing} (Wort)`,
  unconfirmed: (thing) => `${thing} (Ankunft nicht belegt)`,
  healthWords: (kinds, isAmbiguous) =>
    `${isAmbiguous ? 'Wörter, die die Gesundheit betreffen können' : 'Wörter zur Gesundheit'} (${kinds.join(', ')})`,
  category: {
    'advertising': 'Werbung', 'social': 'soziales Netz', 'analytics': 'Webanalyse',
    'session-replay': 'Sitzungsaufzeichnung', 'tag-manager': 'Tag-Verwaltung', 'customer-data': 'Kundendaten',
    'ai': 'KI', 'monitoring': 'Fehlerüberwachung', 'consent': 'Einwilligungsverwaltung', 'cdn': 'Auslieferung von Inhalten',
    'payment': 'Bezahlung', 'maps': 'Karten', 'chat': 'Chat', 'captcha': 'Captcha', 'other': 'sonstiger Dritter',
  },
  consentAsked: { 'no-choice': 'keine Wahl', 'reject': 'ablehnen', 'accept': 'akzeptieren', 'withdraw': 'widerrufen' },
  consentAt: {
    'before-choice': 'vor jeder Wahl', 'rejected': 'abgelehnt', 'accepted': 'akzeptiert', 'withdrawn': 'widerrufen',
    'no-banner': 'kein Banner erkannt', 'unknown': 'nicht bekannt',
  },
  consentOutcome: {
    'reached': 'erreicht', 'not-offered': 'auf dem Banner nicht gefunden', 'no-banner': 'kein Banner erkannt',
    'failed': 'nicht erreicht',
  },
  via: {
    'direct': 'unmittelbar', 'cname': 'über einen Alias unter dem Namen der Website (CNAME)',
    'first-party': 'über den Host der Website selbst, an der Form der Daten erkannt',
  },
  inFormOf: (host, entity) => `${host} (im Format von ${entity})`,
  exposure: {
    implicit: 'durch die Verbindung', explicit: 'in einem Feld mitgeteilt', forwarded: 'in einem Header weitergereicht',
  },
  certainty: { exact: 'genau', hashed: 'als Hash', inferred: 'erschlossen' },
  sensitivity: { high: 'besonders heikel', medium: 'heikel', low: 'weniger heikel' },
  matchSource: {
    'persona': 'Wert der Testperson', 'typed': 'auf der Seite eingetippter Wert', 'vocabulary': 'Wort des Vokabulars',
    'client-ip': 'eigene Adresse des Geräts', 'signature': 'Feld, das beim Empfänger eine Kennung trägt',
    'site-dictionary': 'Kennung, die die Website selbst benennt', 'differential': 'Wert, der sich mit der Person ändert',
  },
  control: {
    confirmed: 'durch den Kontrolldurchgang bestätigt: ändert sich mit den eingegebenen Werten',
    unconfirmed: 'nicht bestätigt: Der Kontrolldurchgang sandte dort nichts',
    unvaried: 'nicht geprüft: In beiden Durchgängen derselbe Wert',
  },
  recognisedBy: {
    'signature': 'Signatur', 'third-party-web': 'Datensatz third-party-web', 'list': 'Filterliste',
    'registrable-domain': 'nur die Domain',
  },
  status: { pending: 'offen', confirmed: 'bestätigt', dismissed: 'verworfen' },
  condition: {
    operator: 'Aufgenommen von', machine: 'Auf dem Rechner', label: 'Bezeichnung', project: 'Projekt',
    retry: 'Erneuter Versuch', repeat: 'Wiederholung', system: 'Betriebssystem', machineTimeZone: 'Zeitzone des Rechners',
    resolver: 'Namensserver des Systems', dnsOverHttps: 'Namen über HTTPS erfragt', egress: 'Adresse des Besuchers',
    proxy: 'Verlangter Proxy', proxies: 'Proxys auf dem Weg', clock: 'Uhr', locale: 'Sprache', timeZone: 'Zeitzone',
    geolocation: 'Standort', permissions: 'Berechtigungen', device: 'Gerät', viewport: 'Fenster',
    deviceScaleFactor: 'Bildpunkte je Punkt', isMobile: 'Mobilgerät', hasTouch: 'Berührbildschirm', colorScheme: 'Farben',
    javaScriptEnabled: 'JavaScript', serviceWorkers: 'Service-Worker', userAgent: 'Browserkennung',
    userAgentAsked: 'Verlangte Browserkennung', thirdPartyCookies: 'Cookies Dritter',
    storageState: 'Cookies und Speicher mitgebracht', profile: 'Profil mitgebracht',
    ignoreHttpsErrors: 'Zertifikatsfehler übergangen', hostMap: 'Zuordnung der Hosts', headless: 'Ohne Fenster',
    sandbox: 'Sandbox des Browsers', trace: 'Ablaufspur von Playwright liegt bei', browserFoundBy: 'Browser gefunden über', browserPath: 'Browser',
    commandLine: 'Befehlszeile des Browsers', tattle: 'tattle', playwright: 'Playwright', node: 'Node',
    lists: 'Listen und ihre Prüfsummen', browserHosts: 'Hosts, die der Browser für sich selbst aufrief',
    privacySignals: 'Gesendete Widersprüche (Sec-GPC, DNT), in wie vielen Anfragen',
    peers: 'Ohne HTTP erreicht', selfCheck: 'Selbstprüfung der Aufzeichnung', scenario: 'Szenario', scenarioFile: 'Datei des Szenarios',
    walk: 'Welcher Durchgang', filterLists: 'Filterlisten des Nutzers und ihre Prüfsummen',
  },
  label: {
    control: 'Kontrolldurchgang',
    sentTo: 'Ging an', stored: 'Gespeichert', action: 'Aktion', address: 'Basisadresse', analysis: 'Auswertung', asSent: 'Wie gesendet', browser: 'Browser',
    capture: 'Aufzeichnung', captures: 'Aufzeichnungen', category: 'Art', certainty: 'Gewissheit', code: 'Code',
    conditions: 'Bedingungen', consent: 'Einwilligung', consentAsked: 'Verlangte Einwilligung',
    contacted: 'Wer kontaktiert wurde',
    contactedNote: 'Jeder Dritte, mit dem sich der Browser verband, sah die IP-Adresse, von der die Verbindung kam, was auch immer er sonst erfuhr.',
    contents: 'Inhalt', coverage: 'Abdeckung', database: 'Datenbank', diagnostics: 'Auffälligkeiten',
    entity: 'Unternehmen', entry: 'Eintrag', evidence: 'Belege, und wo es noch gesendet wurde', field: 'Feld',
    files: 'Dateien', findings: 'Befunde', fingerprint: 'Fingerabdruck', firstParty: 'Eigene Domains',
    firstSeen: 'Zuerst gesehen', further: 'Wo es noch gesendet wurde', journey: 'Was wann geschah',
    lastSeen: 'Zuletzt gesehen', layers: 'Kodiert als', leaks: 'Abflüsse', lookedFor: 'Gesucht wurde',
    matrix: 'Wer was erfuhr, und welche Wahl galt', message: 'Meldung', method: 'Verfahren und Versionen',
    noLayers: 'Klartext', noneObserved: 'keine beobachtet', nothingObserved: 'nichts beobachtet', onCommandLine: 'Auf der Kommandozeile', notCovered: 'nicht abgedeckt', noFindings: 'Kein Befund.',
    outsideSteps: 'außerhalb aller Schritte', page: 'Seite', persona: 'Testperson', place: 'Ort',
    pointer: 'Stelle im HAR', reasons: 'Gründe und blinde Flecken', recipient: 'Empfänger', recognised: 'Erkannt an',
    recipients: 'Empfänger', report: 'Bericht', requests: 'Anfragen', rules: 'Regeln', run: 'Lauf', runs: 'Läufe',
    seen: 'Gesehen', severity: 'Schwere', site: 'Website', source: 'Quelle', status: 'Status', step: 'Schritt',
    target: 'Ziel', thirdParties: 'An Dritte', time: 'Zeit (UTC)', transform: 'Verändert durch', value: 'Wert',
    verdict: 'Ergebnis', versions: 'Versionen', via: 'Gesendet', what: 'Was', whoReceived: 'Wer was erfuhr',
    why: 'Warum diese Schwere',
    atAGlance: 'Auf einen Blick', asTable: 'Dasselbe als Tabelle', beforeChoice: 'Was vor jeder Wahl floss',
    blindSpots: 'Was nicht zu sehen war', bytesOf: 'Bytes', cookies: 'Mitgesendete Cookies',
    cookiesSet: 'Von der Antwort gesetzte Cookies', country: 'Land', detail: 'Wie', deviation: 'Unterschied',
    deviations: 'Worin dieser Browser von dem eines Besuchers abwich', effect: 'Wie das das Ergebnis beeinflussen kann',
    evidenceMissing: 'Die Aufzeichnung liegt nicht vor; von der Anfrage ist nur der Ausschnitt zu sehen',
    initiator: 'Zuerst angefordert von', knownBy: 'Bekannt durch', language: 'Sprache', layer: 'Schicht',
    layerByLayer: 'Schicht für Schicht', meaning: 'Was das Feld bedeutet', meaningSource: 'Quelle dafür',
    oneFinding: 'Befund', onePage: 'Einzeln zeigen, zum Drucken auf eigener Seite', pictures: 'Bildschirmfotos',
    picturesNone: 'Kein Bildschirmfoto vorhanden.', proofs: 'Nachweis',
    provisions: 'Vorschriften, die diese Tatsachen berühren',
    provisionsNote: 'Genannt für die, die zu urteilen haben. Dieser Bericht stellt Tatsachen über den Datenverkehr fest ' +
      'und urteilt nicht.',
    range: 'Bereich in der Schicht darüber', requestHead: 'Die Anfrage, wie sie gesendet wurde',
    requestsCaused: 'Anfragen währenddessen', reproduce: 'Nachprüfen', reproduceAnalysis: 'den Befund, aus der Aufzeichnung',
    reproduceAudit: 'den Datenverkehr', result: 'Ergebnis', sankey: 'Vom Schritt zum Empfänger zur Angabe',
    onPaper: 'Auf Papier bleibt zu, was am Bildschirm eingeklappt ist: Belege der Befunde, weitere Felder, Abläufe, Bedingungen. Vor dem Drucken aufklappen, oder einen Befund allein mit seinem Beleg drucken.',
    sankeyNote: 'Die Breite ist die Zahl der Abflüsse.', setBy: 'Gesetzt von', timeline: 'Welche Wahl ab wann galt',
    unmarked: 'Die genauen Bytes in dieser Schicht ließen sich nicht bestimmen.',
    keptUntil: 'Bleibt bis', storage: 'Was im Browser gespeichert wurde', untilClosed: 'zum Schließen des Browsers',
    certificates: 'Zertifikate der Server', issuedBy: 'Ausgestellt von', issuedTo: 'Ausgestellt für', servers: 'Server',
    valid: 'Gültig',
    all: 'alle', apply: 'Anwenden', assess: 'Ins Protokoll aufnehmen',
    assessNote: 'Kommt zu dem hinzu, was schon gesagt wurde; überschrieben wird nichts. Die jüngste gilt.',
    assessment: 'Bewertung',
    behind: 'Die Datenbank ist gewachsen. Ihre Befunde werden neu gesammelt; bis dahin steht hier die Liste von vorher.',
    by: 'Von', compare: 'Vergleichen',
    compareNote: 'Zwei Läufe, Aufzeichnungen oder Einwilligungsstände: was nur einer zeigt und was beide zeigen. ' +
      'Ein Einwilligungsstand steht für seine Aufzeichnungen von Anfang an: Was vor der Wahl floss, zählt mit.',
    filter: 'Filter', gathering: 'Die Befunde werden gesammelt. Die Seite öffnet sich von selbst, sobald das getan ist.',
    inBoth: 'In beiden', next: 'Weiter', onlyIn: 'Nur in', pages: 'Seiten', previous: 'Zurück',
    reason: 'Begründung', runsOverTime: 'Läufe im Lauf der Zeit', search: 'Suche',
    searchHelp: 'Wörter, die in der Angabe, im Feld, beim Empfänger oder in der Website stehen', when: 'Wann',
  },
  refusal: {
    failed: 'Diese Seite ließ sich nicht erstellen; warum, steht in der Kommandozeile.',
    foreignForm: 'Dieses Formular stammt nicht von hier; öffnen Sie den Befund noch einmal.',
    incomplete: 'Eine Bewertung braucht einen Status, eine Begründung von höchstens 4000 Zeichen und den, der sie abgibt.',
    noToken: 'Öffnen Sie die Adresse, die „tattle view“ ausgegeben hat: In ihr steht der Schlüssel.',
    nothingSelected: 'Davon enthält die Datenbank nichts.', notThere: 'Unter dieser Adresse ist nichts.',
    onlyReading: 'Hier lassen sich Befunde lesen und bewerten, sonst nichts.', tooLong: 'Das ist zu lang für eine Bewertung.',
    wrongName: 'Unter diesem Namen antwortet hier niemand; öffnen Sie die Adresse, die „tattle view“ ausgegeben hat.',
  },
  phrase: {
    listLine: (list, line) => `${list}, Zeile ${line}`,
    variesWith: (kind) => kind === null ? 'ändert sich mit der Person' : `ändert sich mit: ${kind}`,
    andMore: (count) => `und ${count} weitere`,
    others: (count) => `${count} weitere`,
    moreInDatabase: (count) => `${count} weitere ${isAre(count)} in der Datenbank.`,
    further: (count) => `${count} weitere`,
    furtherFields: (count) => `Dieselbe Angabe in ${count === 1 ? 'einem weiteren Feld' : `${count} weiteren Feldern`}`,
    moreSent: (count) => `${count === 1 ? 'Noch einmal' : `Noch ${count} Mal`} gesendet; alle Stellen zeigen tattle view und die Datenbank.`,
    moreHeaders: (count) => `… ${count === 1 ? 'ein weiterer Header' : `${count} weitere Header`}`,
    moreInReport: (count) => `${count} weitere ${isAre(count)} im Bericht.`,
    kept: (name, what, place, step, by) =>
      `${name} (${what}, ${place})${step === null ? '' : `, zuerst beim Schritt „${step}“`}, gesetzt durch ${by}`,
    seen: (inCaptures, ofCaptures, leaks) => `in ${inCaptures} von ${inRecordings(ofCaptures)}, ${plural(leaks, 'Mal', 'Mal')}`,
    seenOf: (k, n) => `${k} von ${n} Mal gesehen`,
    requests: (all, third) => `${plural(all, 'Anfrage', 'Anfragen')}, ${third} an Dritte`,
    requestsTo: (counts, more) => `Anfragen an sie: ${counts.join(', ')}${more > 0 ? ` und ${more} weitere` : ''}.`,
    sources: (har, netlog, explained) =>
      [`${har} im HAR`, ...(netlog === null ? [] : [`${netlog} im Netzprotokoll`]),
        ...(explained === null ? [] : [`${plural(explained, 'Unterschied', 'Unterschiede')} erklärt`])].join(', '),
    captures: recordings,
    lost: (count) => plural(count, 'Test oder Eingabe ohne Ergebnis', 'Tests oder Eingaben ohne Ergebnis'),
    occurrences: (count) => plural(count, 'Abfluss', 'Abflüsse'),
    repeated: (count) => count > 1 ? ` (${count}-mal)` : '',
    bytes: (start, end) => `Bytes ${start} bis ${end}`,
    recipients: (count) => plural(count, 'Empfänger', 'Empfänger'),
    requestCount: (count) => plural(count, 'Anfrage', 'Anfragen'),
    findingCount: (count) => plural(count, 'Befund', 'Befunde'),
    yes: 'ja', no: 'nein',
    egress: (local, seen, by) => `${local.length === 0 ? '' : `Verbindungen gingen von ${local.join(', ')} aus; `}${
      by === 'declared' ? `Server sahen ${seen.join(', ')}, so angegeben`
      : by === 'shown' ? `Server sahen ${seen.join(', ')}, eine öffentliche Adresse`
      : 'welche Adresse Server sahen, ist unbekannt: sie wurde nicht angegeben, und nichts zeigt sie'}`,
    clock: (skewMs, withinMs, servers) =>
      `${Math.abs(skewMs)} ms ${skewMs < 0 ? 'hinter' : 'vor'} den Servern, auf ${withinMs} ms genau (${servers} Server)`,
    byPage: 'die Seite: ihr Markup oder ein Skript in ihr',
    page: (page, pages) => `Seite ${page} von ${pages}`,
    layerBytes: (bytes) => plural(bytes, 'Byte', 'Bytes'),
  },
  method: {
    recorded: 'Die Anfragen des Browsers wurden aufgezeichnet, während die Website besucht wurde; wie vollständig, sagt die ' +
      'Abdeckung.',
    typed: 'Dabei wurden bekannte Werte einer erfundenen Testperson eingegeben.',
    imported: 'Anfragen, die anderswo aufgezeichnet wurden, wurden aus HAR-Dateien gelesen; was dort eingegeben wurde, ' +
      'ist nicht bekannt.',
    searchedValues: 'Jede Anfrage wurde in ihre Felder zerlegt, jedes Feld von seinen Kodierungen befreit und nach den ' +
      'bekannten Werten durchsucht, nach deren Hashes, nach Wörtern aus Gesundheitsvokabularen und nach den Feldern, in ' +
      'denen bekannte Empfänger Kennungen übertragen.',
    searched: 'Jede Anfrage wurde in ihre Felder zerlegt, jedes Feld von seinen Kodierungen befreit und nach Wörtern aus ' +
      'Gesundheitsvokabularen durchsucht und nach den Feldern, in denen bekannte Empfänger Kennungen übertragen; Werte, ' +
      'nach denen zu suchen wäre, waren nicht angegeben.',
    leak: 'Ein Abfluss ist eine Angabe in einem Feld einer Anfrage, die jemand anderen als die geprüfte Website ' +
      'erreichte, oder einen Host der Website in dem Format, das ein Tracker erhält; was dieser Host weitergibt, ist nicht ' +
      'zu sehen. Ein Befund sind alle Abflüsse einer Angabe an einen Empfänger in einem Feld. Was nur versucht wurde ' +
      'und den Browser nie verließ, ist kein Abfluss; wo weder eine Antwort noch ein Scheitern aufgezeichnet ist, heißt die ' +
      'Ankunft nicht belegt.',
    severity: 'Die Schwere folgt einer Tabelle: wer es erfuhr, was es besagt, was sonst in derselben Anfrage stand oder ' +
      'durch eine Kennung mit ihr verknüpft war, und ob die festgehaltene Wahl es untersagte. Das sind Tatsachen über ' +
      'Datenverkehr, keine rechtliche Beurteilung.',
  },
  storedBy: { script: 'ein Skript', before: 'von Anfang an vorhanden' },
  picture: {
    before: 'vor der Wahl', after: 'nach der Wahl', withdrawn: 'nach dem Widerruf', end: 'am Ende',
    step: 'während eines Schritts',
  },
  provision: {
    health: 'Gesundheitsdaten: Art. 9 Abs. 1 DSGVO mit Erwägungsgrund 35; EuGH C-184/20 (Daten, aus denen sich die ' +
      'Gesundheit erschließen lässt) und C-21/23 (Bestelldaten)',
    identity: 'Personenbezogene Daten: Art. 4 Nr. 1 DSGVO',
    hashed: 'Ein Hash, der einer Person zugeordnet werden kann: Art. 4 Nr. 5 DSGVO, Pseudonymisierung',
    device: 'Speichern auf dem Gerät oder Auslesen: Art. 5 Abs. 3 der ePrivacy-Richtlinie; § 25 TDDDG; in Frankreich ' +
      'Art. 82 Loi Informatique et Libertés',
    address: 'Die IP-Adresse, eine Online-Kennung: Art. 4 Nr. 1 DSGVO',
    recipient: 'Wer sie erhielt, ist Empfänger: Art. 4 Nr. 9 DSGVO',
    minimal: 'Beschränkung auf das notwendige Maß: Art. 5 Abs. 1 Buchst. c DSGVO',
    security: 'Sicherheit der Verarbeitung: Art. 32 DSGVO',
  },
  severityRule: (rule) => rule.split('+').map((name) => RULES[name] ?? name).join('; '),
  sentence: {
    received: (site, state, recipients, things) => {
      const verb = recipients.length > 1 ? 'erfuhren' : 'erfuhr'
      const each = recipients.length > 1 ? ' jeweils' : ''
      const when = site === null ? WHILE[state] : `${WHILE[state]} auf ${site}`
      return `${when} ${verb} ${list(recipients)}${each} ${list(things)}.`
    },
    acrossSites: (leaking, sites, recipients) =>
      `Auf ${leaking} von ${sites} Websites erhielten insgesamt ${plural(recipients, 'Empfänger', 'Empfänger')} Daten; das Schwerste zuerst:`,
    siteNoneObserved: (site, states, coverage) =>
      `Auf ${site} wurde kein Abfluss beobachtet${states.length > 0 ? ` (${list(states)})` : ''}; Abdeckung: ${coverage}.`,
    siteInconclusive: (site, broken, captures) =>
      `Auf ${site} wurde nichts beobachtet, aber ${broken} von ${inRecordings(captures)} ${isAre(broken)} lückenhaft: ` +
      'nicht entscheidbar.',
    more: (recipients) =>
      `Insgesamt ${plural(recipients, 'Empfänger erhielt', 'Empfänger erhielten')} Daten.`,
    noneObserved: (captures, states, values) =>
      `Keine beobachtet: In ${inRecordings(captures)}${states.length > 0 ? ` (${list(states)})` : ''} wurde ${
        values === 0 ? '' : values === 1 ? 'der gesuchte Wert nicht, ' : `keiner der ${values} gesuchten Werte, `
      }kein bekanntes Wort und keine bekannte Kennung in einer Anfrage an Dritte gesehen${
        values > 0 ? '' : '; eigene Werte wurden nicht angegeben'}.`,
    noneNote: 'Das beweist nicht, dass nichts weitergegeben wurde: Es gilt für das, was diese Aufzeichnungen zeigen.',
    coverageIs: (coverage, means) => `Abdeckung: ${coverage} (${means}).`,
    blindSpots: (spots) => `Nicht zu sehen: ${spots.map((spot) => spot.replace(/[.\s]+$/, '')).join('; ')}.`,
    control: (captures, proved, findings, dropped) =>
      `Ein Kontrolldurchgang mit anderen Werten (${plural(captures, 'Aufzeichnung', 'Aufzeichnungen')}) bestätigt ${proved} von ` +
      `${plural(findings, 'Befund', 'Befunden')} zu eingegebenen Daten; ${plural(dropped, 'Zufall', 'Zufälle')} ausgeschieden.`,
    contacted: (domains, isDirect, unconfirmed = 0) => [
      ...domains === 0 && unconfirmed > 0 ? [] : [domains === 0 ? 'Keine Anfrage an einen Dritten war zu sehen, die hinausging.' :
        `${plural(domains, 'Dritter wurde', 'Dritte wurden')} kontaktiert und ${domains === 1 ? 'sah' : 'sahen'} so durch ` +
        `die Verbindung die IP-Adresse${isDirect ? '' : ' des Besuchers oder die eines Proxys vor ihm'}.`],
      ...unconfirmed === 0 ? [] : [`Ob Anfragen an ${plural(unconfirmed,
        domains === 0 ? 'Dritten' : 'weiteren Dritten', domains === 0 ? 'Dritte' : 'weitere Dritte')} ankamen, ist nicht ` +
        'bekannt: Weder eine Antwort noch ein Fehlschlag ist verzeichnet.'],
    ].join(' '),
    inconclusive: (broken, captures) =>
      `Nicht entscheidbar: Beobachtet wurde nichts, aber ${broken} von ${inRecordings(captures)} ${isAre(broken)} lückenhaft.`,
    noTarget: 'Kein Ziel: Es liegt keine Aufzeichnung vor.',
    nothingRead: 'Nicht entscheidbar: Keine Aufzeichnung war lesbar; die Auffälligkeiten sagen, warum.',
    brokenToo: (broken, captures) =>
      `${broken} von ${inRecordings(captures)} ${isAre(broken)} lückenhaft, es kann also mehr sein.`,
    reason: (capture, reason) => `${capture}: ${ended(reason)}`,
    noReason: 'die Auswertung konnte nicht entscheiden',
  },
}
