/** French. Before `: ; ? !` and within « » stands a space that does not break. */
import type { ConsentAt } from '../../model.js'
import { SAYINGS } from '../said/catalogue.js'
import { createSaid } from '../said/said.js'
import type { Words } from '../words.js'

const RULES: Readonly<Record<string, string>> = {
  'health-with-person':
    'une donnée de santé et des données d’identité ou un identifiant parviennent à un destinataire de publicité, de ' +
    'réseau social, de données ou d’enregistrement de session, dans une requête ou dans des requêtes qu’un identifiant relie',
  'health':
    'une donnée de santé parvient à un destinataire de publicité, de réseau social, de données ou d’enregistrement de ' +
    'session',
  'health-to-others': 'une donnée de santé parvient à un tiers',
  'identity-with-contact':
    'des coordonnées (adresse électronique, téléphone, adresse postale), ou des données d’identité à côté d’elles, ' +
    'parviennent à un destinataire de publicité, de réseau social, de données ou d’enregistrement de session',
  'identity': 'des données d’identité parviennent à un tiers',
  'explicit-address':
    'l’adresse IP est communiquée à un destinataire de publicité, de réseau social, de données ou d’enregistrement de ' +
    'session',
  'address-alone': 'l’adresse IP est communiquée à un tiers',
  'identifier-alone': 'un identifiant du navigateur, de l’appareil, de la visite ou du compte parvient à un tiers',
  'ambiguous-word': 'un mot qui peut avoir un autre sens',
  'function':
    'un destinataire pour le consentement, le paiement, le captcha ou les cartes, dont un site peut avoir besoin pour ' +
    'fonctionner\u00A0: signalé, non gradué',
  'inferred': 'déduit\u00A0: un degré de moins',
  'against-choice': 'envoyé contre le choix enregistré\u00A0: un degré de plus, au plus critique',
  'against-consent-string':
    'la chaîne de consentement de la requête refuse le consentement\u00A0: un degré de plus, une seule fois avec le choix',
  'claims-consent': 'la chaîne de consentement de la requête affirme un consentement',
}

/** Opens a sentence. */
const WHILE: Readonly<Record<ConsentAt | 'unknown', string>> = {
  'before-choice': 'Avant tout choix', 'rejected': 'Après le choix «\u00A0Refuser\u00A0»',
  'accepted': 'Après le choix «\u00A0Accepter\u00A0»', 'withdrawn': 'Après le retrait du consentement',
  'no-banner': 'Sans qu’aucun bandeau ait été vu', 'unknown': 'Dans un état de consentement inconnu',
}

const plural = (count: number, one: string, many: string): string => `${count} ${count < 2 ? one : many}`
const isAre = (count: number): string => count < 2 ? 'est' : 'sont'
const list = (items: readonly string[]): string => new Intl.ListFormat('fr', { type: 'conjunction' }).format(items)
const ended = (sentence: string): string => /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`
const recordings = (count: number): string => plural(count, 'enregistrement', 'enregistrements')

export const fr: Words = {
  locale: 'fr',
  said: createSaid(SAYINGS, 'fr'),
  colon: '\u00A0: ',
  title: 'Qui a appris quoi',
  target: {
    'live': 'Site réel', 'stand-in': 'Reconstitution, pas un site réel', 'mixed': 'Site réel et reconstitution mêlés',
  },
  verdict: { 'leaks': 'Fuites', 'none-observed': 'Aucune observée', 'inconclusive': 'Non concluant' },
  coverage: { full: 'complète', limited: 'limitée', broken: 'lacunaire' },
  coverageMeans: {
    full: 'chaque requête du navigateur est prise en compte',
    limited: 'complète, sauf les angles morts indiqués',
    broken: 'quelque chose a été perdu',
  },
  severity: { critical: 'critique', high: 'élevée', medium: 'moyenne', low: 'faible', info: 'information' },
  kind: {
    'health.search': 'recherche', 'health.specialty': 'spécialité', 'health.reason': 'motif de consultation',
    'health.insurance': 'couverture maladie', 'health.condition': 'affection', 'health.medication': 'médicament',
    'health.practitioner': 'praticien', 'health.appointment': 'rendez-vous',
    'identity.name': 'nom', 'identity.email': 'adresse électronique', 'identity.phone': 'numéro de téléphone',
    'identity.birthdate': 'date de naissance', 'identity.address': 'adresse postale',
    'identity.insurance-number': 'numéro d’assuré', 'network.ip': 'adresse IP',
    'identifier.cookie': 'identifiant de cookie', 'identifier.click': 'identifiant de clic',
    'identifier.device': 'identifiant d’appareil', 'identifier.account': 'identifiant de compte',
    'opaque': 'valeur non déchiffrée',
  },
  received: {
    'health.search': 'la recherche', 'health.specialty': 'la spécialité', 'health.reason': 'le motif de consultation',
    'health.insurance': 'la couverture maladie', 'health.condition': 'une affection',
    'health.medication': 'un médicament', 'health.practitioner': 'le praticien', 'health.appointment': 'le rendez-vous',
    'identity.name': 'le nom', 'identity.email': 'l’adresse électronique', 'identity.phone': 'le numéro de téléphone',
    'identity.birthdate': 'la date de naissance', 'identity.address': 'l’adresse postale',
    'identity.insurance-number': 'le numéro d’assuré', 'network.ip': 'l’adresse IP dans un champ',
    'identifier.cookie': 'un identifiant de cookie', 'identifier.click': 'un identifiant de clic',
    'identifier.device': 'un identifiant d’appareil', 'identifier.account': 'un identifiant de compte',
    'opaque': 'une valeur non déchiffrée qui varie avec la personne',
  },
  linkingId: 'un identifiant qui rattache des indications de santé à un même visiteur',
  hashed: (thing) => `${thing} (sous forme hachée)`, // whatever gender the thing is of
  word: (thing) => `${thing} (mot)`,
  unconfirmed: (thing) => `${thing} (réception non confirmée)`,
  healthWords: (kinds, isAmbiguous) =>
    `${isAmbiguous ? 'des mots qui peuvent concerner la santé' : 'des mots sur la santé'} (${kinds.join(', ')})`,
  category: {
    'advertising': 'publicité', 'social': 'réseau social', 'analytics': 'mesure d’audience',
    'session-replay': 'enregistrement de session', 'tag-manager': 'gestion de balises',
    'customer-data': 'données clients', 'ai': 'IA', 'monitoring': 'surveillance technique',
    'consent': 'gestion du consentement', 'cdn': 'diffusion de contenu', 'payment': 'paiement', 'maps': 'cartes',
    'chat': 'messagerie', 'captcha': 'captcha', 'other': 'autre tiers',
  },
  consentAsked: { 'no-choice': 'aucun choix', 'reject': 'refuser', 'accept': 'accepter', 'withdraw': 'retirer' },
  consentAt: {
    'before-choice': 'avant tout choix', 'rejected': 'refusé', 'accepted': 'accepté', 'withdrawn': 'retiré',
    'no-banner': 'aucun bandeau vu', 'unknown': 'inconnu',
  },
  consentOutcome: {
    'reached': 'atteint', 'not-offered': 'non trouvé sur le bandeau', 'no-banner': 'aucun bandeau vu',
    'failed': 'non atteint',
  },
  via: {
    'direct': 'directement', 'cname': 'par un alias sous le nom du site (CNAME)',
    'first-party': 'par l’hôte du site lui-même, reconnu à la forme des données',
  },
  inFormOf: (host, entity) => `${host} (au format de ${entity})`,
  exposure: {
    implicit: 'par la connexion', explicit: 'communiquée dans un champ', forwarded: 'transmise dans un en-tête',
  },
  certainty: { exact: 'exacte', hashed: 'hachée', inferred: 'déduite' },
  sensitivity: { high: 'très sensible', medium: 'sensible', low: 'moins sensible' },
  matchSource: {
    'persona': 'valeur de la personne fictive', 'typed': 'valeur saisie sur la page', 'vocabulary': 'mot du vocabulaire',
    'client-ip': 'adresse propre de l’appareil', 'signature': 'champ dans lequel ce destinataire porte un identifiant',
    'site-dictionary': 'identifiant que le site nomme lui-même', 'differential': 'valeur qui varie avec la personne',
  },
  control: {
    confirmed: 'confirmé par le parcours de contrôle\u00A0: varie avec les valeurs saisies',
    unconfirmed: 'non confirmé\u00A0: le parcours de contrôle n’y a rien envoyé',
    unvaried: 'non vérifié\u00A0: la même valeur dans les deux parcours',
  },
  recognisedBy: {
    'signature': 'signature', 'third-party-web': 'jeu de données third-party-web', 'list': 'liste de filtres',
    'registrable-domain': 'domaine seul',
  },
  status: { pending: 'en attente', confirmed: 'confirmé', dismissed: 'écarté' },
  condition: {
    operator: 'Enregistré par', machine: 'Sur la machine', label: 'Libellé', project: 'Projet', retry: 'Nouvel essai',
    repeat: 'Répétition', system: 'Système', machineTimeZone: 'Fuseau horaire de la machine',
    resolver: 'Serveurs de noms du système', dnsOverHttps: 'Noms demandés par HTTPS', egress: 'Adresse du visiteur',
    proxy: 'Mandataire demandé', proxies: 'Mandataires traversés', clock: 'Horloge', locale: 'Langue',
    timeZone: 'Fuseau horaire', geolocation: 'Position', permissions: 'Autorisations', device: 'Appareil',
    viewport: 'Fenêtre', deviceScaleFactor: 'Pixels par point', isMobile: 'Mobile', hasTouch: 'Écran tactile',
    colorScheme: 'Couleurs', javaScriptEnabled: 'JavaScript', serviceWorkers: 'Service workers',
    userAgent: 'Agent utilisateur', userAgentAsked: 'Agent utilisateur demandé', thirdPartyCookies: 'Cookies tiers',
    storageState: 'Cookies et stockage apportés', profile: 'Profil apporté',
    ignoreHttpsErrors: 'Erreurs de certificat ignorées', hostMap: 'Correspondance des hôtes', headless: 'Sans fenêtre',
    sandbox: 'Bac à sable du navigateur', trace: 'Trace de Playwright conservée', browserFoundBy: 'Navigateur trouvé par', browserPath: 'Navigateur',
    commandLine: 'Ligne de commande du navigateur', tattle: 'tattle', playwright: 'Playwright', node: 'Node',
    lists: 'Listes et leurs empreintes', browserHosts: 'Hôtes appelés par le navigateur lui-même',
    privacySignals: 'Oppositions envoyées (Sec-GPC, DNT), dans combien de requêtes',
    peers: 'Joints sans HTTP', selfCheck: 'Vérification de l’enregistrement', scenario: 'Scénario', scenarioFile: 'Fichier du scénario',
    walk: 'Quel parcours', filterLists: 'Listes de filtrage de l’utilisateur et leurs empreintes',
  },
  label: {
    control: 'Parcours de contrôle',
    sentTo: 'Envoyé à', stored: 'Conservé', action: 'Action', address: 'Adresse de base', analysis: 'Analyse', asSent: 'Tel qu’envoyé', browser: 'Navigateur',
    capture: 'Enregistrement', captures: 'Enregistrements', category: 'Catégorie', certainty: 'Certitude', code: 'Code',
    conditions: 'Conditions', consent: 'Consentement', consentAsked: 'Consentement demandé',
    contacted: 'Qui a été contacté',
    contactedNote: 'Tout tiers auquel le navigateur s’est connecté a vu l’adresse IP d’où venait la connexion, quoi qu’il ait appris d’autre.',
    contents: 'Sommaire', coverage: 'Couverture', database: 'Base de données', diagnostics: 'Anomalies',
    entity: 'Entité', entry: 'Entrée', evidence: 'Preuves, et où cela a aussi été envoyé', field: 'Champ',
    files: 'Fichiers', findings: 'Constats', fingerprint: 'Empreinte', firstParty: 'Domaines du site',
    firstSeen: 'Vu d’abord', further: 'Où cela a aussi été envoyé', journey: 'Ce qui s’est passé, et quand',
    lastSeen: 'Vu en dernier', layers: 'Encodé en', leaks: 'Fuites', lookedFor: 'Recherché',
    matrix: 'Qui a appris quoi, et sous quel choix', message: 'Message', method: 'Méthode et versions',
    noLayers: 'texte clair', noneObserved: 'aucune observée', nothingObserved: 'rien d’observé', onCommandLine: 'En ligne de commande', notCovered: 'non couvert', noFindings: 'Aucun constat.',
    outsideSteps: 'hors de toute étape', page: 'Page', persona: 'Personne fictive', place: 'Lieu',
    pointer: 'Dans le HAR', reasons: 'Raisons et angles morts', recipient: 'Destinataire', recognised: 'Reconnu par',
    recipients: 'Destinataires', report: 'Rapport', requests: 'Requêtes', rules: 'Règles', run: 'Passage',
    runs: 'Passages', seen: 'Vu', severity: 'Gravité', site: 'Site', source: 'Source', status: 'Statut', step: 'Étape',
    target: 'Cible', thirdParties: 'Vers des tiers', time: 'Heure (UTC)', transform: 'Transformé par', value: 'Valeur',
    verdict: 'Résultat', versions: 'Versions', via: 'Envoyé', what: 'Quoi', whoReceived: 'Qui a appris quoi',
    why: 'Pourquoi cette gravité',
    atAGlance: 'En un coup d’œil', asTable: 'La même chose en tableau',
    beforeChoice: 'Ce qui est parti avant tout choix', blindSpots: 'Ce qui n’a pas pu être vu', bytesOf: 'Octets',
    cookies: 'Cookies envoyés avec', cookiesSet: 'Cookies déposés par la réponse', country: 'Pays', detail: 'Comment',
    deviation: 'Différence', deviations: 'En quoi ce navigateur différait de celui d’un visiteur',
    effect: 'Ce que cela peut changer au résultat',
    evidenceMissing: 'L’enregistrement n’est pas disponible\u00A0; seul l’extrait de la requête est montré',
    initiator: 'Demandé d’abord par', knownBy: 'Connu par', language: 'Langue', layer: 'Couche',
    layerByLayer: 'Couche par couche', meaning: 'Ce que signifie le champ', meaningSource: 'Source de cela',
    oneFinding: 'Constat', onePage: 'Montrer seul, pour l’imprimer sur sa propre page', pictures: 'Captures d’écran',
    picturesNone: 'Aucune capture d’écran disponible.', proofs: 'Preuve',
    provisions: 'Dispositions que ces faits concernent',
    provisionsNote: 'Indiquées à l’intention de ceux qui jugent. Ce rapport constate des faits de trafic et ne juge rien.',
    range: 'Étendue dans la couche supérieure', requestHead: 'La requête telle qu’elle a été envoyée',
    requestsCaused: 'Requêtes pendant ce temps', reproduce: 'Reproduire',
    reproduceAnalysis: 'le constat, à partir de l’enregistrement', reproduceAudit: 'le trafic', result: 'Résultat',
    sankey: 'De l’étape au destinataire et à la donnée', onPaper: 'Sur papier, ce qui est replié à l’écran le reste : preuves des constats, autres champs, parcours, conditions. Le déplier avant d’imprimer, ou imprimer un constat seul avec sa preuve.',
    sankeyNote: 'La largeur est le nombre de fuites.',
    setBy: 'Déposé par', timeline: 'Quel choix valait à partir de quand',
    unmarked: 'Les octets exacts dans cette couche n’ont pas pu être déterminés.',
    keptUntil: 'Conservé jusqu’à', storage: 'Ce qui a été conservé dans le navigateur', untilClosed: 'la fermeture du navigateur',
    certificates: 'Certificats des serveurs', issuedBy: 'Émis par', issuedTo: 'Émis pour', servers: 'Serveurs',
    valid: 'Valable',
    all: 'tous', apply: 'Appliquer', assess: 'Ajouter au journal',
    assessNote: 'S’ajoute à ce qui a déjà été dit\u00A0; rien n’est écrasé. La plus récente vaut.', assessment: 'Appréciation',
    behind: 'La base de données a grandi. Ses constats sont rassemblés à nouveau\u00A0; d’ici là, voici la liste d’avant.',
    by: 'Par', compare: 'Comparer',
    compareNote: 'Deux passages, enregistrements ou états de consentement\u00A0: ce qu’un seul montre, et ce que les deux ' +
      'montrent. Un état de consentement vaut pour ses enregistrements depuis leur début\u00A0: ce qui est parti avant le choix compte aussi.',
    filter: 'Filtre', gathering: 'Les constats sont rassemblés. Cette page s’ouvrira d’elle-même ensuite.',
    inBoth: 'Dans les deux', next: 'Suivant', onlyIn: 'Seulement dans', pages: 'Pages',
    previous: 'Précédent', reason: 'Motif', runsOverTime: 'Passages au fil du temps', search: 'Recherche',
    searchHelp: 'Mots présents dans la donnée, le champ, le destinataire ou le site', when: 'Quand',
  },
  refusal: {
    failed: 'Cette page n’a pas pu être produite\u00A0; le terminal dit pourquoi.',
    foreignForm: 'Ce formulaire ne vient pas d’ici\u00A0; rouvrez le constat.',
    incomplete: 'Une appréciation demande un statut, un motif de 4000 caractères au plus et son auteur.',
    noToken: 'Ouvrez l’adresse que «\u00A0tattle view\u00A0» a affichée\u00A0: elle contient le jeton.',
    nothingSelected: 'La base de données ne contient rien de tel.', notThere: 'Il n’y a rien à cette adresse.',
    onlyReading: 'Ici, on peut lire les constats et les apprécier, rien d’autre.',
    tooLong: 'C’est trop long pour une appréciation.',
    wrongName: 'Rien ne répond sous ce nom\u00A0; ouvrez l’adresse que «\u00A0tattle view\u00A0» a affichée.',
  },
  phrase: {
    listLine: (list, line) => `${list}, ligne ${line}`,
    variesWith: (kind) => kind === null ? 'varie avec la personne' : `varie avec\u00A0: ${kind}`,
    andMore: (count) => `et ${count} autres`,
    others: (count) => `${count} autres`,
    moreInDatabase: (count) => `${count} de plus ${isAre(count)} dans la base de données.`,
    further: (count) => `${count} de plus`,
    furtherFields: (count) => `La même donnée dans ${count === 1 ? 'un autre champ' : `${count} autres champs`}`,
    moreSent: (count) => `Envoyée encore ${count} fois\u00A0; tattle view et la base de données montrent tout.`,
    moreHeaders: (count) => `… ${count === 1 ? 'un autre en-tête' : `${count} autres en-têtes`}`,
    moreInReport: (count) => `${count} de plus ${isAre(count)} dans le rapport.`,
    kept: (name, what, place, step, by) =>
      `${name} (${what}, ${place})${step === null ? '' : `, d’abord à l’étape «\u00A0${step}\u00A0»`}, déposé par ${by}`,
    seen: (inCaptures, ofCaptures, leaks) => `dans ${inCaptures} sur ${recordings(ofCaptures)}, ${leaks} fois`,
    seenOf: (k, n) => `vu ${k} fois sur ${n}`,
    requests: (all, third) => `${plural(all, 'requête', 'requêtes')}, dont ${third} vers des tiers`,
    requestsTo: (counts, more) =>
      `Requêtes vers eux\u00A0: ${counts.join(', ')}${more > 0 ? ` et ${plural(more, 'autre', 'autres')}` : ''}.`,
    sources: (har, netlog, explained) =>
      [`${har} dans le HAR`, ...(netlog === null ? [] : [`${netlog} dans le journal réseau`]),
        ...(explained === null ? [] : [plural(explained, 'écart expliqué', 'écarts expliqués')])].join(', '),
    captures: recordings,
    lost: (count) => plural(count, 'test ou entrée sans résultat', 'tests ou entrées sans résultat'),
    occurrences: (count) => plural(count, 'fuite', 'fuites'),
    repeated: (count) => count > 1 ? ` (${count} fois)` : '',
    bytes: (start, end) => `octets ${start} à ${end}`,
    recipients: (count) => plural(count, 'destinataire', 'destinataires'),
    requestCount: (count) => plural(count, 'requête', 'requêtes'),
    findingCount: (count) => plural(count, 'constat', 'constats'),
    yes: 'oui', no: 'non',
    egress: (local, seen, by) => `${local.length === 0 ? '' : `connexions depuis ${local.join(', ')}\u00A0; `}${
      by === 'declared' ? `les serveurs ont vu ${seen.join(', ')}, selon la déclaration`
      : by === 'shown' ? `les serveurs ont vu ${seen.join(', ')}, une adresse publique`
      : 'l’adresse vue par les serveurs est inconnue\u00A0: elle n’a pas été déclarée et rien ne la montre'}`,
    clock: (skewMs, withinMs, servers) =>
      `${Math.abs(skewMs)} ms ${skewMs < 0 ? 'de retard' : 'd’avance'} sur les serveurs, à ${withinMs} ms près (${servers} serveur${
        servers === 1 ? '' : 's'})`,
    byPage: 'la page\u00A0: son balisage ou un script en elle',
    page: (page, pages) => `page ${page} sur ${pages}`,
    layerBytes: (bytes) => plural(bytes, 'octet', 'octets'),
  },
  method: {
    recorded: 'Les requêtes du navigateur ont été enregistrées pendant la visite du site\u00A0; la couverture dit avec quelles lacunes.',
    typed: 'Des valeurs connues d’une personne fictive y ont été saisies.',
    imported: 'Des requêtes enregistrées ailleurs ont été lues dans des fichiers HAR\u00A0; ce qui y a été saisi n’est pas ' +
      'connu.',
    searchedValues: 'Chaque requête a été décomposée en ses champs\u00A0; chaque champ a été débarrassé de ses encodages, ' +
      'puis on y a cherché les valeurs connues, leurs empreintes de hachage, les mots de vocabulaires de santé et les ' +
      'champs dans lesquels des destinataires connus portent des identifiants.',
    searched: 'Chaque requête a été décomposée en ses champs\u00A0; chaque champ a été débarrassé de ses encodages, puis on ' +
      'y a cherché les mots de vocabulaires de santé et les champs dans lesquels des destinataires connus portent des ' +
      'identifiants\u00A0; aucune valeur à chercher n’avait été donnée.',
    leak: 'Une fuite est une donnée dans un champ d’une requête parvenue à quelqu’un d’autre que le site audité, ou ' +
      'à un hôte du site au format que reçoit un traceur\u00A0; ce que cet hôte transmet n’est pas visible. Un constat réunit toutes les fuites d’une donnée vers un destinataire dans un champ. Ce qui a seulement été tenté, ' +
      'sans jamais quitter le navigateur, n’est pas une fuite\u00A0; sans réponse ni échec enregistré, la réception est dite non ' +
      'confirmée.',
    severity: 'La gravité suit un seul tableau\u00A0: qui l’a reçue, ce qu’elle dit, ce qui se trouvait dans la même ' +
      'requête ou lui était relié par un identifiant, et si le choix enregistré l’interdisait. Ce sont des faits de ' +
      'trafic, non une appréciation juridique.',
  },
  storedBy: { script: 'un script', before: 'présent dès le début' },
  picture: {
    before: 'avant le choix', after: 'après le choix', withdrawn: 'après le retrait', end: 'à la fin',
    step: 'pendant une étape',
  },
  provision: {
    health: 'Données concernant la santé\u00A0: art. 9, par. 1, du RGPD et considérant 35\u00A0; CJUE C-184/20 (données ' +
      'dont la santé peut être déduite) et C-21/23 (données de commande)',
    identity: 'Données à caractère personnel\u00A0: art. 4, point 1, du RGPD',
    hashed: 'Une empreinte qui peut être rattachée à une personne\u00A0: art. 4, point 5, du RGPD, pseudonymisation',
    device: 'Stockage sur l’appareil ou lecture\u00A0: art. 5, par. 3, de la directive ePrivacy\u00A0; art. 82 de la loi ' +
      'Informatique et Libertés\u00A0; en Allemagne §\u00A025 TDDDG',
    address: 'L’adresse IP, identifiant en ligne\u00A0: art. 4, point 1, du RGPD',
    recipient: 'Qui l’a reçue est destinataire\u00A0: art. 4, point 9, du RGPD',
    minimal: 'Données limitées au nécessaire\u00A0: art. 5, par. 1, point c), du RGPD',
    security: 'Sécurité du traitement\u00A0: art. 32 du RGPD',
  },
  severityRule: (rule) => rule.split('+').map((name) => RULES[name] ?? name).join('\u00A0; '),
  sentence: {
    received: (site, state, recipients, things) => {
      const verb = recipients.length > 1 ? 'ont chacun reçu' : 'a reçu'
      const when = site === null ? WHILE[state] : `${WHILE[state]} sur ${site}`
      return `${when}, ${list(recipients)} ${verb} ${list(things)}.`
    },
    acrossSites: (leaking, sites, recipients) =>
      `Sur ${leaking} des ${sites} sites, ${plural(recipients, 'destinataire a', 'destinataires ont')} reçu des données en tout ; le plus grave d’abord :`,
    siteNoneObserved: (site, states, coverage) =>
      `Sur ${site}, aucune fuite observée${states.length > 0 ? ` (${list(states)})` : ''}\u00A0; couverture\u00A0: ${coverage}.`,
    siteInconclusive: (site, broken, captures) =>
      `Sur ${site}, rien n’a été observé, mais ${broken} sur ${recordings(captures)} ${isAre(broken)} ` +
      `${broken < 2 ? 'lacunaire' : 'lacunaires'}\u00A0: non concluant.`,
    more: (recipients) =>
      `${plural(recipients, 'destinataire a reçu', 'destinataires ont reçu')} des données en tout.`,
    noneObserved: (captures, states, values) =>
      `Aucune observée\u00A0: dans ${recordings(captures)}${states.length > 0 ? ` (${list(states)})` : ''}, ${
        values === 0 ? '' : values === 1 ? 'la valeur recherchée n’a pas été vue, et ' : `aucune des ${values} valeurs recherchées, `
      }aucun mot connu et aucun identifiant connu n’a été vu dans une requête vers un tiers${
        values > 0 ? '' : '\u00A0; aucune valeur n’avait été indiquée'}.`,
    noneNote:
      'Cela ne prouve pas que rien n’a été transmis\u00A0: cela vaut pour ce que montrent ces enregistrements.',
    coverageIs: (coverage, means) => `Couverture\u00A0: ${coverage} (${means}).`,
    blindSpots: (spots) => `Non visible\u00A0: ${spots.map((spot) => spot.replace(/[.\s]+$/, '')).join('\u00A0; ')}.`,
    control: (captures, proved, findings, dropped) =>
      `Un parcours de contrôle avec d’autres valeurs (${recordings(captures)}) confirme ${plural(proved, 'constat', 'constats')} sur ` +
      `${findings} portant sur les données saisies\u00A0; ` +
      `${plural(dropped, 'coïncidence écartée', 'coïncidences écartées')}.`,
    contacted: (domains, isDirect, unconfirmed = 0) => [
      ...domains === 0 && unconfirmed > 0 ? [] : [domains === 0 ? 'Aucune requête partie vers un tiers n’a été vue.' :
        `${plural(domains, 'tiers a été contacté et a', 'tiers ont été contactés et ont')} ainsi vu par la connexion ` +
        `l’adresse IP${isDirect ? '' : ' du visiteur ou celle d’un mandataire avant lui'}.`],
      ...unconfirmed === 0 ? [] : [`On ne sait pas si les requêtes vers ${plural(unconfirmed,
        domains === 0 ? 'tiers' : 'autre tiers', domains === 0 ? 'tiers' : 'autres tiers')} sont arrivées\u00A0: ` +
        'ni réponse ni échec n’a été enregistré.'],
    ].join(' '),
    inconclusive: (broken, captures) =>
      `Non concluant\u00A0: rien n’a été observé, mais ${broken} sur ${recordings(captures)} ${isAre(broken)} ` +
      `${broken < 2 ? 'lacunaire' : 'lacunaires'}.`,
    noTarget: 'Pas de cible\u00A0: il n’y a aucun enregistrement.',
    nothingRead: 'Non concluant\u00A0: aucun enregistrement n’a pu être lu\u00A0; les anomalies disent pourquoi.',
    brokenToo: (broken, captures) =>
      `${broken} sur ${recordings(captures)} ${isAre(broken)} ${broken < 2 ? 'lacunaire' : 'lacunaires'}, il peut donc y ` +
      'en avoir davantage.',
    reason: (capture, reason) => `${capture}\u00A0: ${ended(reason)}`,
    noReason: 'l’analyse n’a pas pu trancher',
  },
}
