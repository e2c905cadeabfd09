/** Of recording: what breaks a capture, what it cannot show, what went wrong on the way. */
import type { Saying } from './said.js'

export const RECORDING: readonly Saying[] = [
  // what breaks it
  ['The browser wrote no NetLog.', 'Der Browser schrieb kein Netzprotokoll.',
    'Le navigateur n’a pas écrit de journal réseau.'],
  ['The NetLog cannot be read: {why}', 'Das Netzprotokoll ist nicht lesbar: {why}',
    'Le journal réseau est illisible : {why}'],
  ['The NetLog breaks off before its end: the browser was killed, or the disk was full.',
    'Das Netzprotokoll bricht vor seinem Ende ab: Der Browser wurde abgeschossen, oder der Datenträger war voll.',
    'Le journal réseau s’interrompt avant sa fin : le navigateur a été tué, ou le disque était plein.'],
  ['The HAR that Playwright wrote cannot be read.', 'Das HAR, das Playwright schrieb, ist nicht lesbar.',
    'Le HAR écrit par Playwright est illisible.'],
  ['No page was visited.', 'Keine Seite wurde besucht.', 'Aucune page n’a été visitée.'],
  ['The NetLog begins after the first request: the network service of the browser was restarted on the way.',
    'Das Netzprotokoll beginnt nach der ersten Anfrage: Der Netzdienst des Browsers wurde unterwegs neu gestartet.',
    'Le journal réseau commence après la première requête : le service réseau du navigateur a été relancé en route.'],
  ['{n} request is missing from the NetLog: {+list}.', '{n} Anfrage fehlt im Netzprotokoll: {+list}.',
    '{n} requête manque dans le journal réseau : {+list}.'],
  ['{n} requests are missing from the NetLog: {+list}.', '{n} Anfragen fehlen im Netzprotokoll: {+list}.',
    '{n} requêtes manquent dans le journal réseau : {+list}.'],
  ['The bodies of 1 request were not recorded whole: {+list}.',
    'Der Inhalt von 1 Anfrage wurde nicht vollständig aufgezeichnet: {+list}.',
    'Le corps de 1 requête n’a pas été enregistré en entier : {+list}.'],
  ['The bodies of {n} requests were not recorded whole: {+list}.',
    'Die Inhalte von {n} Anfragen wurden nicht vollständig aufgezeichnet: {+list}.',
    'Les corps de {n} requêtes n’ont pas été enregistrés en entier : {+list}.'],
  ['{list} ; and {n} more', '{list} ; und {n} weitere', '{list} ; et {n} de plus'],
  ['The scenario stopped before its last step.', 'Das Szenario endete vor seinem letzten Schritt.',
    'Le scénario s’est arrêté avant sa dernière étape.'],
  ['The page {page} was a check for robots ({kind}).', 'Die Seite {page} war eine Prüfung auf Roboter ({kind}).',
    'La page {page} était un contrôle anti-robots ({kind}).'],
  ['The page {page} was a check for robots.', 'Die Seite {page} war eine Prüfung auf Roboter.',
    'La page {page} était un contrôle anti-robots.'],
  ['The page {page} answered {status}.', 'Die Seite {page} antwortete mit {status}.',
    'La page {page} a répondu {status}.'],
  ['A page was a check for robots, by its title "{title}".',
    'Eine Seite war ihrem Titel „{title}“ nach eine Prüfung auf Roboter.',
    'Une page était un contrôle anti-robots, d’après son titre « {title} ».'],
  ['The run was killed before this capture was finished, so that what came last may be missing.',
    'Der Lauf wurde abgebrochen, bevor diese Aufzeichnung fertig war; was zuletzt kam, kann also fehlen.',
    'L’exécution a été tuée avant la fin de cet enregistrement ; ce qui venait en dernier peut donc manquer.'],
  ['A page crashed.', 'Eine Seite ist abgestürzt.', 'Une page a planté.'],
  ['The browser ended before the scenario did.', 'Der Browser endete vor dem Szenario.',
    'Le navigateur s’est terminé avant le scénario.'],
  ['A page could not be left, so what it sends on leaving may be missing ({why}).',
    'Eine Seite ließ sich nicht verlassen; was sie beim Verlassen sendet, kann also fehlen ({why}).',
    'Une page n’a pas pu être quittée, ce qu’elle envoie au départ peut donc manquer ({why}).'],
  ['The pages could not be left in order: {why}', 'Die Seiten ließen sich nicht ordentlich verlassen: {why}',
    'Les pages n’ont pas pu être quittées normalement : {why}'],
  ['The context could not be closed: {why}', 'Der Kontext ließ sich nicht schließen: {why}',
    'Le contexte n’a pas pu être fermé : {why}'],
  ['The page could not be opened: {why}', 'Die Seite ließ sich nicht öffnen: {why}',
    'La page n’a pas pu être ouverte : {why}'],
  ['The consent state {+state} was not reached: {+detail}',
    'Der Einwilligungsstand „{+state}“ wurde nicht erreicht: {+detail}',
    'L’état de consentement « {+state} » n’a pas été atteint : {+detail}'],
  ['no-choice', 'keine Wahl', 'aucun choix'],
  ['reject', 'ablehnen', 'refuser'],
  ['accept', 'annehmen', 'accepter'],
  ['withdraw', 'widerrufen', 'retirer'],
  ['The recorder failed its self-check, so what it has may not be all: {+detail}',
    'Die Aufzeichnung bestand ihre Selbstprüfung nicht, was vorliegt, ist also vielleicht nicht alles: {+detail}',
    'L’enregistrement a échoué à son autocontrôle, ce qui s’y trouve n’est donc peut-être pas tout : {+detail}'],
  ['The browser did not send a beacon when its page was left.',
    'Der Browser sandte kein Beacon, als seine Seite verlassen wurde.',
    'Le navigateur n’a pas envoyé de balise quand sa page a été quittée.'],
  ['The NetLog breaks off before its end.', 'Das Netzprotokoll bricht vor seinem Ende ab.',
    'Le journal réseau s’interrompt avant sa fin.'],
  ['The server received a beacon that the NetLog does not have.',
    'Der Server erhielt ein Beacon, das im Netzprotokoll fehlt.',
    'Le serveur a reçu une balise que le journal réseau n’a pas.'],
  ['The NetLog has the beacon that the server received, and not its bytes.',
    'Das Netzprotokoll hat das Beacon, das der Server erhielt, aber nicht dessen Bytes.',
    'Le journal réseau a la balise que le serveur a reçue, mais pas ses octets.'],
  ['A Blob sent as a beacon on leaving a page was recorded byte for byte.',
    'Ein Blob, der beim Verlassen einer Seite als Beacon gesendet wurde, wurde Byte für Byte aufgezeichnet.',
    'Un Blob envoyé comme balise en quittant une page a été enregistré octet par octet.'],
  ['It could not be made: {why}', 'Sie kam nicht zustande: {why}', 'Il n’a pas pu avoir lieu : {why}'],

  // what it cannot show
  ['What was sent by WebRTC is encrypted; the peers were {+list}.',
    'Was über WebRTC gesendet wurde, ist verschlüsselt; die Gegenstellen waren {+list}.',
    'Ce qui a été envoyé par WebRTC est chiffré ; les pairs étaient {+list}.'],
  ['What was sent by WebTransport is not recorded; the addresses were {+list}.',
    'Was über WebTransport gesendet wurde, ist nicht aufgezeichnet; die Adressen waren {+list}.',
    'Ce qui a été envoyé par WebTransport n’est pas enregistré ; les adresses étaient {+list}.'],
  ['The operating system looked names up and tells no aliases, so a recipient behind a name of the site would not ' +
    'show: {+list}.',
    'Das Betriebssystem löste Namen auf und nennt keine Aliase; ein Empfänger hinter einem Namen der Website wäre ' +
    'also ' +
    'nicht zu sehen: {+list}.',
    'Le système d’exploitation a résolu des noms et n’indique pas d’alias ; un destinataire derrière un nom du site ' +
    'ne se ' +
    'verrait donc pas : {+list}.'],
  ['Playwright wrote no HAR: which frame asked is not known, and answers are known only where they are text.',
    'Playwright schrieb kein HAR: Welcher Frame anfragte, ist nicht bekannt, und Antworten nur, wo sie Text sind.',
    'Playwright n’a pas écrit de HAR : quel cadre a demandé n’est pas connu, et les réponses ne le sont que si elles ' +
    'sont du texte.'],
  ['The test answers or stops requests itself{where}: {+what}. What the site would have sent and received there was ' +
    'not seen.',
    'Der Test beantwortet oder verhindert Anfragen selbst{where}: {+what}. Was die Website dort gesendet und ' +
    'erhalten hätte, ' +
    'war nicht zu sehen.',
    'Le test répond lui-même à des requêtes ou les arrête{where} : {+what}. Ce que le site y aurait envoyé et reçu ' +
    'n’a pas été vu.'],
  ['The test answers WebSockets itself{where}: {+what}. Their frames were not seen.',
    'Der Test beantwortet WebSockets selbst{where}: {+what}. Deren Nachrichten waren nicht zu sehen.',
    'Le test répond lui-même à des WebSockets{where} : {+what}. Leurs messages n’ont pas été vus.'],
  ['all that a function chooses', 'was eine Funktion auswählt', 'ce qu’une fonction choisit'],
  ['The test starts or connects to a browser of its own{where}, and what that sent was not seen.',
    'Der Test startet einen eigenen Browser oder verbindet sich mit einem{where}; was der sandte, war nicht zu sehen.',
    'Le test lance son propre navigateur ou s’y connecte{where} ; ce que celui-ci a envoyé n’a pas été vu.'],
  ['The test takes the browser offline{where}, and what the site would have sent then was not seen.',
    'Der Test nimmt den Browser vom Netz{where}; was die Website dann gesendet hätte, war nicht zu sehen.',
    'Le test met le navigateur hors ligne{where} ; ce que le site aurait alors envoyé n’a pas été vu.'],
  ['The test sets{where} a consent choice already ({names}), so what the site sends before a visitor has chosen, or ' +
    'after another choice, was not seen.',
    'Der Test setzt{where} schon eine Einwilligungswahl ({names}); was die Website sendet, bevor jemand gewählt hat, ' +
    'oder nach ' +
    'einer anderen Wahl, war also nicht zu sehen.',
    'Le test pose déjà{where} un choix de consentement ({names}) ; ce que le site envoie avant tout choix, ou après ' +
    'un autre, ' +
    'n’a donc pas été vu.'],
  ['The state that the test starts from holds a consent choice already ({names}), so what the site sends before a ' +
    'visitor has chosen, or after another choice, was not seen.',
    'Der Zustand, von dem der Test ausgeht, enthält schon eine Einwilligungswahl ({names}); was die Website sendet, ' +
    'bevor ' +
    'jemand gewählt hat, oder nach einer anderen Wahl, war also nicht zu sehen.',
    'L’état dont part le test contient déjà un choix de consentement ({names}) ; ce que le site envoie avant tout ' +
    'choix, ou ' +
    'après un autre, n’a donc pas été vu.'],
  ['This version of Playwright does not tell what a test types or answers itself; name the values with a persona.',
    'Diese Version von Playwright verrät nicht, was ein Test eingibt oder selbst beantwortet; die Werte nennt eine ' +
    'Testperson.',
    'Cette version de Playwright ne dit pas ce qu’un test saisit ou répond lui-même ; indiquer les valeurs par une ' +
    'personne fictive.'],
  ['The scenario stopped before "{name}": on a live site that needs --allow-side-effects {option}. What is sent from ' +
    'there on was not seen.',
    'Das Szenario hielt vor „{name}“ an: Auf einer echten Website verlangt das --allow-side-effects {option}. Was ' +
    'von da an ' +
    'gesendet wird, war nicht zu sehen.',
    'Le scénario s’est arrêté avant « {name} » : sur un site réel, cela demande --allow-side-effects {option}. Ce ' +
    'qui est ' +
    'envoyé à partir de là n’a pas été vu.'],
  ['The visitor\'s own address is not known, so an address that was told to a recipient in a field cannot be ' +
    'recognised; name it with --client-ip.',
    'Die eigene Adresse des Besuchers ist nicht bekannt; eine Adresse, die einem Empfänger in einem Feld genannt ' +
    'wurde, ist ' +
    'also nicht zu erkennen. --client-ip nennt sie.',
    'L’adresse du visiteur n’est pas connue ; une adresse communiquée à un destinataire dans un champ ne peut donc ' +
    'pas être ' +
    'reconnue. --client-ip l’indique.'],

  // of the run
  ['The browser runs without its sandbox because {+why}; audit only sites that you would open so.',
    'Der Browser läuft ohne seine Sandbox, {+why}; nur Websites prüfen, die man auch so öffnen würde.',
    'Le navigateur fonctionne sans son bac à sable, {+why} ; n’examiner que des sites que l’on ouvrirait ainsi.'],
  ['the kernel forbids it', 'weil der Kernel sie verbietet', 'car le noyau l’interdit'],
  ['you are root', 'weil er als root läuft', 'car il est lancé par root'],
  ['The test "{title}" could not be recorded: {why}', 'Der Test „{title}“ ließ sich nicht aufzeichnen: {why}',
    'Le test « {title} » n’a pas pu être enregistré : {why}'],
  ['The test "{title}" was recorded as {capture} and could not be analysed: {why}',
    'Der Test „{title}“ wurde als {capture} aufgezeichnet und ließ sich nicht auswerten: {why}',
    'Le test « {title} » a été enregistré sous {capture} et n’a pas pu être analysé : {why}'],
  ['The test "{title}" ran without a capture{+why}, so nothing is known of what it sent.',
    'Der Test „{title}“ lief ohne Aufzeichnung{+why}; was er sandte, ist nicht bekannt.',
    'Le test « {title} » s’est déroulé sans enregistrement{+why} ; on ne sait rien de ce qu’il a envoyé.'],
  [' (its browser runs elsewhere)', ' (sein Browser läuft anderswo)', ' (son navigateur tourne ailleurs)'],
  [' ({name}; only Chromium is recorded)', ' ({name}; aufgezeichnet wird nur Chromium)',
    ' ({name} ; seul Chromium est enregistré)'],
  ['The findings of this run could not be kept: {why}', 'Die Befunde dieses Laufs ließen sich nicht behalten: {why}',
    'Les constats de cette exécution n’ont pas pu être gardés : {why}'],
  ['What "{title}" found could not be filed: {why}', 'Was „{title}“ fand, ließ sich nicht ablegen: {why}',
    'Ce que « {title} » a trouvé n’a pas pu être classé : {why}'],

  // steps and moments of our own
  ['Accept the consent banner', 'Das Einwilligungsbanner annehmen', 'Accepter le bandeau de consentement'],
  ['Reject the consent banner', 'Das Einwilligungsbanner ablehnen', 'Refuser le bandeau de consentement'],
  ['Withdraw the consent', 'Die Einwilligung widerrufen', 'Retirer le consentement'],
  ['Leave the site', 'Die Website verlassen', 'Quitter le site'],
  ['Open the page', 'Die Seite öffnen', 'Ouvrir la page'],
  ['Read the page', 'Die Seite lesen', 'Lire la page'],
  ['Follow a link to {#path}', 'Einem Link zu {#path} folgen', 'Suivre un lien vers {#path}'],
  ['Open {#page}', '{#page} öffnen', 'Ouvrir {#page}'],
  ['Click "{name}"', '„{name}“ anklicken', 'Cliquer sur « {name} »'],
  ['before any choice', 'vor jeder Wahl', 'avant tout choix'],
  ['before the choice', 'vor der Wahl', 'avant le choix'],
  ['after the choice', 'nach der Wahl', 'après le choix'],
  ['after the consent was taken back', 'nach dem Widerruf', 'après le retrait du consentement'],
  ['before leaving the site', 'vor dem Verlassen der Website', 'avant de quitter le site'],
]
