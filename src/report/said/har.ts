/** Of captures by other tools: what each leaves out of a HAR, and what this HAR lacks. */
import type { Saying } from './said.js'

export const HAR: readonly Saying[] = [
  ['Playwright writes no body of a Blob, a File or a form with a file, and does not see CORS preflights, shared ' +
    'workers and worklets.',
    'Playwright schreibt keinen Inhalt eines Blobs, einer Datei oder eines Formulars mit Datei und sieht keine ' +
    'CORS-Vorabanfragen, geteilten Worker und Worklets.',
    'Playwright n’écrit pas le corps d’un Blob, d’un fichier ou d’un formulaire avec fichier, et ne voit ni requêtes ' +
    'CORS préliminaires, ni workers partagés, ni worklets.'],
  ['Playwright misses what a page sends while it is left (pagehide, unload, beacons) unless the browser was made to ' +
    'wait.',
    'Playwright entgeht, was eine Seite beim Verlassen sendet (pagehide, unload, Beacons), wenn der Browser nicht ' +
    'zum Warten gebracht wurde.',
    'Playwright manque ce qu’une page envoie quand on la quitte (pagehide, unload, balises), sauf si l’on a fait ' +
    'attendre le navigateur.'],
  ['Chrome DevTools starts to record when its window opens: what was sent before is missing, and the page before may ' +
    'show.',
    'Die Chrome-DevTools zeichnen ab dem Öffnen ihres Fensters auf: Was vorher gesendet wurde, fehlt, und die Seite ' +
    'davor kann erscheinen.',
    'Les DevTools de Chrome enregistrent à partir de l’ouverture de leur fenêtre : ce qui a été envoyé avant manque, ' +
    'et la page d’avant peut apparaître.'],
  ['Chrome DevTools shows one tab: pop-ups, service and shared workers, and what is sent while a page is left, can ' +
    'be missing.',
    'Die Chrome-DevTools zeigen einen Tab: Pop-ups, Service Worker, geteilte Worker und was beim Verlassen einer ' +
    'Seite gesendet wird, können fehlen.',
    'Les DevTools de Chrome montrent un onglet : fenêtres surgissantes, workers de service ou partagés et envois au ' +
    'départ d’une page peuvent manquer.'],
  ['Chrome leaves cookies and authorization headers out of a HAR unless it is exported with sensitive data.',
    'Chrome lässt Cookies und Authorization-Kopfzeilen aus einem HAR weg, wenn es nicht mit vertraulichen Daten ' +
    'exportiert wird.',
    'Chrome omet d’un HAR les cookies et les en-têtes d’autorisation, sauf export avec les données sensibles.'],
  ['Safari starts to record when its inspector opens, and shows one tab: what was sent before, by workers or while a ' +
    'page is left can be missing.',
    'Safari zeichnet ab dem Öffnen seines Inspektors auf und zeigt einen Tab: Was vorher, von Workern oder beim ' +
    'Verlassen einer Seite gesendet wurde, kann fehlen.',
    'Safari enregistre à partir de l’ouverture de son inspecteur et montre un onglet : ce qui a été envoyé avant, ' +
    'par des workers ou au départ d’une page peut manquer.'],
  ['Safari writes no WebSocket frames and no bodies of beacons.',
    'Safari schreibt keine WebSocket-Nachrichten und keine Inhalte von Beacons.',
    'Safari n’écrit ni messages WebSocket ni corps de balises.'],
  ['Firebug shows one tab and no workers, no WebSocket frames and not what is sent while a page is left.',
    'Firebug zeigt einen Tab, keine Worker, keine WebSocket-Nachrichten und nicht, was beim Verlassen einer Seite ' +
    'gesendet wird.',
    'Firebug montre un onglet, sans workers, sans messages WebSocket ni envois au départ d’une page.'],
  ['Firefox starts to record when its tools open, and shows one tab: what was sent before, by workers or while a ' +
    'page is left can be missing.',
    'Firefox zeichnet ab dem Öffnen seiner Werkzeuge auf und zeigt einen Tab: Was vorher, von Workern oder beim ' +
    'Verlassen einer Seite gesendet wurde, kann fehlen.',
    'Firefox enregistre à partir de l’ouverture de ses outils et montre un onglet : ce qui a été envoyé avant, par ' +
    'des workers ou au départ d’une page peut manquer.'],
  ['Firefox cuts request bodies above a megabyte, and writes WebSocket frames only in newer versions.',
    'Firefox kürzt Inhalte von Anfragen über einem Megabyte und schreibt WebSocket-Nachrichten nur in neueren ' +
    'Versionen.',
    'Firefox coupe les corps de requête au-delà d’un mégaoctet, et n’écrit les messages WebSocket que dans ses ' +
    'versions récentes.'],
  ['chrome-har writes the bodies of simple requests only, no WebSocket frames, and nothing that is sent while a page ' +
    'is left.',
    'chrome-har schreibt nur Inhalte einfacher Anfragen, keine WebSocket-Nachrichten und nichts, was beim Verlassen ' +
    'einer Seite gesendet wird.',
    'chrome-har n’écrit que les corps des requêtes simples, ni messages WebSocket ni envois au départ d’une page.'],
  ['WebPageTest writes no request bodies in most versions, stops when the page falls silent, and does not interact ' +
    'with it.',
    'WebPageTest schreibt in den meisten Versionen keine Inhalte von Anfragen, hört auf, wenn die Seite verstummt, ' +
    'und bedient sie nicht.',
    'WebPageTest n’écrit pas les corps de requête dans la plupart des versions, s’arrête quand la page se tait et ' +
    'n’interagit pas avec elle.'],
  ['BrowserMob Proxy writes request bodies only where it was told to, and shows neither frames nor what caused a ' +
    'request.',
    'BrowserMob Proxy schreibt Inhalte von Anfragen nur auf Verlangen und zeigt weder Frames noch, was eine Anfrage ' +
    'auslöste.',
    'BrowserMob Proxy n’écrit les corps de requête que sur demande, et ne montre ni cadres ni origine d’une requête.'],
  ['A proxy sees only what goes through it: pinned connections, HTTP/3, WebRTC and bypassed hosts are missing.',
    'Ein Proxy sieht nur, was durch ihn geht: Verbindungen mit festgelegtem Zertifikat, HTTP/3, WebRTC und ' +
    'ausgenommene Hosts fehlen.',
    'Un mandataire ne voit que ce qui le traverse : connexions épinglées, HTTP/3, WebRTC et hôtes exclus manquent.'],
  ['A proxy sees no pages, frames or initiators, and mixes in the traffic of other programs.',
    'Ein Proxy sieht keine Seiten, Frames oder Auslöser und mischt Datenverkehr anderer Programme darunter.',
    'Un mandataire ne voit ni pages, ni cadres, ni origines, et y mêle le trafic d’autres programmes.'],
  ['PhantomJS writes no request bodies, and is so unlike a visitor\'s browser that trackers may not have run in it.',
    'PhantomJS schreibt keine Inhalte von Anfragen und gleicht dem Browser eines Besuchers so wenig, dass Tracker ' +
    'darin vielleicht nicht liefen.',
    'PhantomJS n’écrit pas les corps de requête, et ressemble si peu au navigateur d’un visiteur que des traceurs ' +
    'ont pu ne pas y fonctionner.'],
  ['The network inspector of Internet Explorer shows one tab, no workers and not what is sent while a page is left.',
    'Der Netzwerkinspektor von Internet Explorer zeigt einen Tab, keine Worker und nicht, was beim Verlassen einer ' +
    'Seite gesendet wird.',
    'L’inspecteur réseau d’Internet Explorer montre un onglet, sans workers ni envois au départ d’une page.'],
  ['What its creator leaves out of a HAR is not known: bodies, frames, workers and what is sent while a page is left ' +
    'may be missing.',
    'Was sein Erzeuger aus einem HAR weglässt, ist nicht bekannt: Inhalte, Frames, Worker und was beim Verlassen ' +
    'einer Seite gesendet wird, können fehlen.',
    'Ce que son créateur omet d’un HAR n’est pas connu : corps, cadres, workers et envois au départ d’une page ' +
    'peuvent manquer.'],
  ['{n} of {all} requests that had a body lack it here: what it carried is not known.',
    'Bei {n} von {all} Anfragen mit Inhalt fehlt er hier: Was er trug, ist nicht bekannt.',
    'Sur {all} requêtes qui avaient un corps, il manque ici pour {n} : ce qu’il portait n’est pas connu.'],
  ['No request has its headers: cookies and Referers are not known.',
    'Keine Anfrage hat ihre Kopfzeilen: Cookies und Referer sind nicht bekannt.',
    'Aucune requête n’a ses en-têtes : cookies et Referers ne sont pas connus.'],
  ['{n} of {all} WebSocket connections have no frames here: what they carried is not known.',
    'WebSocket-Verbindungen, deren Nachrichten hier fehlen: {n} von {all}; was sie trugen, ist nicht bekannt.',
    'Connexions WebSocket dont les messages manquent ici : {n} sur {all} ; ce qu’elles portaient n’est pas connu.'],
  ['No response bodies: ids that the data of the site itself would explain cannot be given a name.',
    'Keine Inhalte von Antworten: Kennungen, die die Daten der Website selbst erklärten, lassen sich nicht benennen.',
    'Pas de corps de réponses : des identifiants que les données du site expliqueraient ne peuvent pas être nommés.'],
  ['No CORS preflights are shown; their URLs went out as well.',
    'CORS-Vorabanfragen sind nicht zu sehen; auch deren URLs gingen hinaus.',
    'Les requêtes CORS préliminaires ne se voient pas ; leurs URL sont parties aussi.'],
  ['No server addresses: where a request went can only be told by its name.',
    'Keine Adressen der Server: Wohin eine Anfrage ging, sagt nur ihr Name.',
    'Pas d’adresses de serveurs : seul son nom dit où une requête est allée.'],
  ['Frames are not told apart: a request of an embedded page counts as one of the page around it.',
    'Frames werden nicht unterschieden: Die Anfrage einer eingebetteten Seite zählt als eine der Seite ringsum.',
    'Les cadres ne sont pas distingués : la requête d’une page incluse compte pour la page qui l’entoure.'],
]
