/** English. */
import type { ConsentAt } from '../../model.js'
import type { Words } from '../words.js'

const ENGLISH_RULES: Readonly<Record<string, string>> = {
  'health-with-person':
    'a health datum and identity data or an id reach an advertising, social, data or replay recipient, in one request or ' +
    'in requests that an id links',
  'health': 'a health datum reaches an advertising, social, data or replay recipient',
  'health-to-others': 'a health datum reaches a third party',
  'identity-with-contact':
    'contact data (e-mail, phone, postal address), or identity data beside them, reach an advertising, social, data or ' +
    'replay recipient',
  'identity': 'identity data reach a third party',
  'explicit-address': 'the client address is told to an advertising, social, data or replay recipient',
  'address-alone': 'the client address is told to a third party',
  'identifier-alone': 'an id of the browser, the device, the visit or the account reaches a third party',
  'ambiguous-word': 'a word that may mean something else',
  'function': 'a recipient for consent, payment, captcha or maps, which a site may need for its function: told, not graded',
  'inferred': 'inferred: one lower',
  'against-choice': 'sent against the recorded choice: one higher, at most critical',
  'against-consent-string': 'the consent string of the request withholds consent: one higher, together with the choice once',
  'claims-consent': 'the consent string of the request says that consent was given',
}

/** Opens a sentence. */
const WHILE: Readonly<Record<ConsentAt | 'unknown', string>> = {
  'before-choice': 'Before any choice was made', 'rejected': 'While “reject” was chosen',
  'accepted': 'While “accept” was chosen', 'withdrawn': 'After consent was withdrawn',
  'no-banner': 'Without any banner seen', 'unknown': 'In an unknown consent state',
}

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`
const isAre = (count: number): string => count === 1 ? 'is' : 'are'
/** As `Intl.ListFormat('en-GB')` has it, which takes longer to load than a small HAR to analyse. */
const list = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
const ended = (sentence: string): string => /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`

export const en: Words = {
  locale: 'en',
  said: (english) => english,
  colon: ': ',
  title: 'Who was told what',
  target: { 'live': 'Live site', 'stand-in': 'Stand-in, not a live site', 'mixed': 'Live site and stand-in, mixed' },
  verdict: { 'leaks': 'Leaks', 'none-observed': 'None observed', 'inconclusive': 'Inconclusive' },
  coverage: { full: 'full', limited: 'limited', broken: 'broken' },
  coverageMeans: {
    full: 'every request of the browser is accounted for',
    limited: 'complete but for the blind spots named',
    broken: 'something was lost',
  },
  severity: { critical: 'critical', high: 'high', medium: 'medium', low: 'low', info: 'info' },
  kind: {
    'health.search': 'search term', 'health.specialty': 'speciality', 'health.reason': 'reason for the visit',
    'health.insurance': 'insurance status', 'health.condition': 'condition', 'health.medication': 'medication',
    'health.practitioner': 'practitioner', 'health.appointment': 'appointment',
    'identity.name': 'name', 'identity.email': 'e-mail address', 'identity.phone': 'phone number',
    'identity.birthdate': 'date of birth', 'identity.address': 'postal address',
    'identity.insurance-number': 'insurance number', 'network.ip': 'client address',
    'identifier.cookie': 'cookie id', 'identifier.click': 'click id', 'identifier.device': 'device id',
    'identifier.account': 'account id', 'opaque': 'undeciphered value',
  },
  received: {
    'health.search': 'the search term', 'health.specialty': 'the speciality',
    'health.reason': 'the reason for the visit',
    'health.insurance': 'the insurance status', 'health.condition': 'a medical condition',
    'health.medication': 'a medication', 'health.practitioner': 'the practitioner',
    'health.appointment': 'the appointment',
    'identity.name': 'the name', 'identity.email': 'the e-mail address', 'identity.phone': 'the phone number',
    'identity.birthdate': 'the date of birth', 'identity.address': 'the postal address',
    'identity.insurance-number': 'the insurance number', 'network.ip': 'the client address in a field',
    'identifier.cookie': 'a cookie id', 'identifier.click': 'a click id', 'identifier.device': 'a device id',
    'identifier.account': 'an account id', 'opaque': 'an undeciphered value that varies with the person',
  },
  linkingId: 'an id that ties health information to one visitor',
  hashed: (thing) => `${thing} (hashed)`,
  word: (thing) => `${thing} (word)`,
  unconfirmed: (thing) => `${thing} (arrival unconfirmed)`,
  healthWords: (kinds, isAmbiguous) => `${isAmbiguous ? 'words that may be about health' : 'words about health'} (${kinds.join(', ')})`,
  category: {
    'advertising': 'advertising', 'social': 'social network', 'analytics': 'analytics',
    'session-replay': 'session replay',
    'tag-manager': 'tag manager', 'customer-data': 'customer data', 'ai': 'AI', 'monitoring': 'monitoring',
    'consent': 'consent', 'cdn': 'content delivery', 'payment': 'payment', 'maps': 'maps', 'chat': 'chat',
    'captcha': 'captcha', 'other': 'other third party',
  },
  consentAsked: { 'no-choice': 'no choice', 'reject': 'reject', 'accept': 'accept', 'withdraw': 'withdraw' },
  consentAt: {
    'before-choice': 'before any choice', 'rejected': 'rejected', 'accepted': 'accepted', 'withdrawn': 'withdrawn',
    'no-banner': 'no banner seen', 'unknown': 'not known',
  },
  consentOutcome: {
    'reached': 'reached', 'not-offered': 'not found on the banner', 'no-banner': 'no banner seen',
    'failed': 'not reached',
  },
  via: {
    'direct': 'directly',
    'cname': 'through an alias of the site’s own domain',
    'first-party': 'through the site’s own host, recognised by the form of the data',
  },
  inFormOf: (host, entity) => `${host} (in the format of ${entity})`,
  exposure: { implicit: 'by the connection', explicit: 'in a field', forwarded: 'in a header' },
  certainty: { exact: 'exact', hashed: 'hashed', inferred: 'inferred' },
  sensitivity: { high: 'highly sensitive', medium: 'sensitive', low: 'less sensitive' },
  matchSource: {
    'persona': 'value of the persona', 'typed': 'value that was typed in', 'vocabulary': 'word of a vocabulary',
    'client-ip': 'address of the client', 'signature': 'known field of this recipient',
    'site-dictionary': 'id that the site itself gives a name', 'differential': 'varies with the person',
  },
  control: {
    confirmed: 'confirmed by the control walk: it changes with what was planted',
    unconfirmed: 'not confirmed: the control walk sent nothing there',
    unvaried: 'not tested: both walks planted the same value',
  },
  recognisedBy: {
    'signature': 'signature', 'third-party-web': 'third-party-web data set', 'list': 'filter list',
    'registrable-domain': 'domain alone',
  },
  status: { pending: 'not yet assessed', confirmed: 'confirmed', dismissed: 'dismissed' },
  condition: {
    operator: 'Made by', machine: 'On the machine', label: 'Label', project: 'Project', retry: 'Retry', repeat: 'Repetition',
    system: 'Operating system', machineTimeZone: 'Time zone of the machine', resolver: 'Name servers of the system',
    dnsOverHttps: 'Names asked over HTTPS', egress: 'Address of the visitor', proxy: 'Proxy asked for',
    proxies: 'Proxies gone through', clock: 'Clock', locale: 'Language', timeZone: 'Time zone', geolocation: 'Position',
    permissions: 'Permissions', device: 'Device', viewport: 'Window', deviceScaleFactor: 'Pixels for each point',
    isMobile: 'Mobile', hasTouch: 'Touch screen', colorScheme: 'Colours', javaScriptEnabled: 'JavaScript',
    serviceWorkers: 'Service workers', userAgent: 'User agent', userAgentAsked: 'User agent asked for',
    thirdPartyCookies: 'Third-party cookies', storageState: 'Cookies and storage brought along',
    profile: 'Profile brought along', ignoreHttpsErrors: 'Certificate errors ignored', hostMap: 'Host map',
    headless: 'Without a window', sandbox: 'Sandbox of the browser', trace: 'Playwright’s trace is kept', browserFoundBy: 'Browser found by',
    browserPath: 'Browser', commandLine: 'Command line of the browser', tattle: 'tattle', playwright: 'Playwright',
    node: 'Node', lists: 'Lists and their digests', browserHosts: 'Hosts that the browser called for itself',
    privacySignals: 'Objections sent (Sec-GPC, DNT), in how many requests',
    peers: 'Reached without HTTP', selfCheck: 'Self-check of the recorder', scenario: 'Scenario', scenarioFile: 'File of the scenario', walk: 'Which walk',
    filterLists: 'Filter lists of the user and their digests',
  },
  label: {
    control: 'Control walk',
    sentTo: 'Went to', stored: 'Kept in', action: 'Action', address: 'Base URL', analysis: 'Analysis', asSent: 'As sent', browser: 'Browser', capture: 'Capture',
    captures: 'Captures',
    category: 'Category', certainty: 'Certainty', code: 'Code', conditions: 'Conditions', consent: 'Consent',
    consentAsked: 'Consent asked for', contacted: 'Who was contacted',
    contactedNote: 'Every third party that the browser connected to saw the address that the connection came from, whatever else it was told.',
    contents: 'Contents', coverage: 'Coverage', database: 'Database', diagnostics: 'Diagnostics', entity: 'Entity',
    entry: 'Entry', evidence: 'Evidence, and where else it was sent',
    field: 'Field', files: 'Files', findings: 'Findings', fingerprint: 'Fingerprint', firstParty: 'First party',
    firstSeen: 'First seen',
    further: 'Where else it was sent', journey: 'What happened when', lastSeen: 'Last seen',
    layers: 'Encoded as', leaks: 'Leaks', lookedFor: 'Looked for', matrix: 'Who received what, and which choice stood',
    message: 'Message', method: 'Method and versions', noLayers: 'plain text', noneObserved: 'none observed', nothingObserved: 'nothing observed', onCommandLine: 'On the command line',
    notCovered: 'not covered',
    noFindings: 'No finding.', outsideSteps: 'outside of any step', page: 'Page', persona: 'Persona', place: 'Place',
    pointer: 'In the HAR', reasons: 'Reasons and blind spots', recipient: 'Recipient', recognised: 'Recognised by',
    recipients: 'Recipients', report: 'Report', requests: 'Requests', rules: 'Rules', run: 'Run', runs: 'Runs',
    seen: 'Seen', severity: 'Severity', site: 'Site',
    source: 'Source', status: 'Status', step: 'Step', target: 'Target', thirdParties: 'To third parties',
    time: 'Time (UTC)',
    transform: 'Changed by', value: 'Value', verdict: 'Verdict', versions: 'Versions', via: 'Sent', what: 'What',
    whoReceived: 'Who received what', why: 'Why this severity',
    atAGlance: 'At a glance', asTable: 'The same as a table', beforeChoice: 'What flowed before any choice',
    blindSpots: 'What could not be seen', bytesOf: 'Bytes', cookies: 'Cookies sent with it',
    cookiesSet: 'Cookies set by the answer', country: 'Country', detail: 'How', deviation: 'Difference',
    deviations: 'How this browser differed from a visitor’s', effect: 'Which way that could bend the result',
    evidenceMissing: 'The capture is not at hand, so that the request is shown by its excerpt only', initiator: 'First asked for by',
    knownBy: 'Known by', language: 'Language', layer: 'Layer', layerByLayer: 'Layer by layer',
    meaning: 'What the field means', meaningSource: 'Source of that', oneFinding: 'Finding',
    onePage: 'Show alone, to print on its own page', pictures: 'Screenshots', picturesNone: 'No screenshot at hand.',
    proofs: 'Proof', provisions: 'Provisions that these facts touch on',
    provisionsNote: 'Named for whoever judges. This report states facts about traffic and judges nothing.',
    range: 'Range in the layer above', requestHead: 'The request as it was sent', requestsCaused: 'Requests meanwhile',
    reproduce: 'Reproduce', reproduceAnalysis: 'the finding, from the capture', reproduceAudit: 'the traffic',
    result: 'Result', sankey: 'From the step to the recipient to the datum',
    onPaper: 'On paper, what is folded on the screen stays folded: the proof of findings, further fields, journeys, conditions. Open it before printing, or print a finding alone with its proof.',
    sankeyNote: 'Width is the number of leaks.', setBy: 'Set by', timeline: 'Which choice stood from when',
    unmarked: 'The exact bytes in this layer could not be told.',
    keptUntil: 'Kept until', storage: 'What was kept in the browser', untilClosed: 'the browser is closed',
    certificates: 'Certificates of the servers', issuedBy: 'Issued by', issuedTo: 'Issued to', servers: 'Servers',
    valid: 'Valid',
    all: 'all', apply: 'Apply', assess: 'Add to the log',
    assessNote: 'It is added to what was said before; nothing is overwritten. The latest holds.', assessment: 'Assessment',
    behind: 'The database has grown. Its findings are being gathered again; until then this is the list before.',
    by: 'By', compare: 'Compare',
    compareNote: 'Two runs, captures or consent states: what only one of them shows, and what both do. ' +
      'A consent state stands for its captures from their beginning: what flowed before the choice counts as well.',
    filter: 'Filter', gathering: 'The findings are being gathered. This page opens by itself when that is done.',
    inBoth: 'In both', next: 'Next', onlyIn: 'Only in', pages: 'Pages', previous: 'Previous',
    reason: 'Reason', runsOverTime: 'Runs over time', search: 'Search',
    searchHelp: 'Words that stand in the datum, the field, the recipient or the site', when: 'When',
  },
  refusal: {
    failed: 'This page could not be made; the terminal says why.',
    foreignForm: 'This form is not of this viewer; open the finding again.',
    incomplete: 'An assessment needs a status, a reason of no more than 4000 characters, and who made it.',
    noToken: 'Open the address that “tattle view” printed: it carries the token.',
    nothingSelected: 'The database holds nothing of the kind.', notThere: 'There is nothing at this address.',
    onlyReading: 'Findings can be read and assessed here, nothing else.', tooLong: 'That is too long for an assessment.',
    wrongName: 'The viewer does not answer under this name; open the address that “tattle view” printed.',
  },
  phrase: {
    listLine: (list, line) => `${list}, line ${line}`,
    variesWith: (kind) => `varies with ${kind === null ? 'the persona' : `the ${kind}`}`,
    andMore: (count) => `and ${count} more`,
    others: (count) => `${count} more`,
    moreInDatabase: (count) => `${count} more ${count === 1 ? 'is' : 'are'} in the database.`,
    further: (count) => `${count} more`,
    furtherFields: (count) => `The same datum in ${plural(count, 'further field', 'further fields')}`,
    moreSent: (count) => `It was sent ${count === 1 ? 'once' : `${count} times`} more; tattle view and the database have all.`,
    moreHeaders: (count) => `… ${plural(count, 'further header', 'further headers')}`,
    moreInReport: (count) => `${count} more ${count === 1 ? 'is' : 'are'} in the report.`,
    kept: (name, what, place, step, by) =>
      `${name} (${what}, ${place})${step === null ? '' : `, first at the step “${step}”`}, set by ${by}`,
    seen: (inCaptures, ofCaptures, leaks) =>
      `in ${inCaptures} of ${plural(ofCaptures, 'capture', 'captures')}, ${plural(leaks, 'time', 'times')}`,
    seenOf: (k, n) => `seen ${k} of ${n}`,
    requests: (all, third) => `${plural(all, 'request', 'requests')}, ${third} to third parties`,
    requestsTo: (counts, more) => `Requests to them: ${counts.join(', ')}${more > 0 ? `, and ${more} more` : ''}.`,
    sources: (har, netlog, explained) =>
      [`${har} in the HAR`, ...(netlog === null ? [] : [`${netlog} in the network log`]),
        ...(explained === null ? [] : [`${plural(explained, 'difference', 'differences')} explained`])].join(', '),
    captures: (count) => plural(count, 'capture', 'captures'),
    lost: (count) => plural(count, 'test or input without a result', 'tests or inputs without a result'),
    occurrences: (count) => plural(count, 'leak', 'leaks'),
    repeated: (count) => count > 1 ? ` (${count} times)` : '',
    recipients: (count) => plural(count, 'recipient', 'recipients'),
    requestCount: (count) => plural(count, 'request', 'requests'),
    findingCount: (count) => plural(count, 'finding', 'findings'),
    yes: 'yes', no: 'no',
    egress: (local, seen, by) => `${local.length === 0 ? '' : `connections went out from ${local.join(', ')}; `}${
      by === 'declared' ? `servers saw ${seen.join(', ')}, as was declared`
      : by === 'shown' ? `servers saw ${seen.join(', ')}, which is a public address`
      : 'which address servers saw is not known: it was not declared, and nothing shows it'}`,
    clock: (skewMs, withinMs, servers) =>
      `${Math.abs(skewMs)} ms ${skewMs < 0 ? 'behind' : 'ahead of'} the servers, to within ${withinMs} ms (${
        plural(servers, 'server', 'servers')})`,
    byPage: 'the page: its markup, or a script in it',
    page: (page, pages) => `page ${page} of ${pages}`,
    layerBytes: (bytes) => plural(bytes, 'byte', 'bytes'),
    bytes: (start, end) => `bytes ${start} to ${end}`,
  },
  method: {
    recorded: 'The requests of the browser were recorded while the site was visited; how completely, the coverage says.',
    typed: 'Known values of an invented visitor were typed in meanwhile.',
    imported: 'Requests that were recorded elsewhere were read from HAR files; what was typed in there is not known.',
    searchedValues: 'Each request was taken apart into its fields; each field was peeled of its encodings, and searched ' +
      'for the values that were known, for their hashes, for words of health vocabularies, and for the fields in which ' +
      'known recipients carry ids.',
    searched: 'Each request was taken apart into its fields; each field was peeled of its encodings, and searched for ' +
      'words of health vocabularies and for the fields in which known recipients carry ids; no values to look for had ' +
      'been given.',
    leak: 'A leak is one datum in one field of one request that reached somebody other than the audited site, or a host of ' +
      'the site in the format that a tracker receives; what that host passes on is not seen. A finding is all leaks of one datum to one recipient in one field. What was only attempted, and never left the browser, is ' +
      'no leak; where neither an answer nor a failure was recorded, arrival is called unconfirmed.',
    severity: 'Severity follows one table: who received it, what it says, what else stood in the same request or was ' +
      'linked to it by an id, and whether the recorded choice forbade it. These are facts about traffic, not a legal ' +
      'judgement.',
  },
  storedBy: { script: 'a script', before: 'it was there from the beginning' },
  picture: {
    before: 'before the choice', after: 'after the choice', withdrawn: 'after consent was withdrawn', end: 'at the end',
    step: 'during a step',
  },
  provision: {
    health: 'Data concerning health: GDPR Art. 9(1) with recital 35; CJEU C-184/20 (data from which health can be ' +
      'inferred) and C-21/23 (data of orders)',
    identity: 'Personal data: GDPR Art. 4(1)',
    hashed: 'A hash that can be matched to a person: GDPR Art. 4(5), pseudonymisation',
    device: 'Storing on, or reading from, the device: ePrivacy Directive Art. 5(3); § 25 TDDDG (Germany); Art. 82 Loi ' +
      'Informatique et Libertés (France)',
    address: 'The client address, an online identifier: GDPR Art. 4(1)',
    recipient: 'Who received it is a recipient: GDPR Art. 4(9)',
    minimal: 'Data limited to what is necessary: GDPR Art. 5(1)(c)',
    security: 'Security of processing: GDPR Art. 32',
  },
  severityRule: (rule) => rule.split('+').map((name) => ENGLISH_RULES[name] ?? name).join('; '),
  sentence: {
    received: (site, state, recipients, things) => {
      const when = site === null ? WHILE[state] : `On ${site}, ${WHILE[state][0]?.toLowerCase()}${WHILE[state].slice(1)}`
      return `${when}, ${list(recipients)} ${recipients.length > 1 ? 'each ' : ''}received ${list(things)}.`
    },
    acrossSites: (leaking, sites, recipients) =>
      `On ${leaking} of ${sites} sites, ${plural(recipients, 'recipient', 'recipients')} in all received data; the gravest first:`,
    siteNoneObserved: (site, states, coverage) =>
      `On ${site} none was observed${states.length > 0 ? ` (${list(states)})` : ''}; coverage: ${coverage}.`,
    siteInconclusive: (site, broken, captures) =>
      `On ${site} nothing was observed, but ${broken} of ${plural(captures, 'capture', 'captures')} ` +
      `${isAre(broken)} broken: inconclusive.`,
    more: (recipients) =>
      `${plural(recipients, 'recipient', 'recipients')} in all received data.`,
    noneObserved: (captures, states, values) =>
      `None observed: in ${plural(captures, 'capture', 'captures')}${states.length > 0 ? ` (${list(states)})` : ''} ${
        values === 0 ? '' : values === 1 ? 'the value looked for was not seen, and ' : `none of the ${values} values looked for, `
      }no known word and no known id was seen in a request to a third party${values > 0 ? '' : '; no values had been given'}.`,
    noneNote: 'That is not proof that nothing was passed on: it covers what these captures show.',
    coverageIs: (coverage, means) => `Coverage: ${coverage} (${means}).`,
    blindSpots: (spots) => `Not seen: ${spots.map((spot) => spot.replace(/[.\s]+$/, '')).join('; ')}.`,
    control: (captures, proved, findings, dropped) =>
      `A control walk with other planted values (${plural(captures, 'capture', 'captures')}) confirmed ${proved} of ` +
      `${plural(findings, 'finding', 'findings')} of planted data; ${plural(dropped, 'coincidence was', 'coincidences were')} dropped.`,
    contacted: (domains, isDirect, unconfirmed = 0) => [
      ...domains === 0 && unconfirmed > 0 ? [] : [domains === 0 ? 'No request to a third party was seen to leave.' :
        `${plural(domains, 'third party was', 'third parties were')} contacted and so saw the client address${
          isDirect ? '' : ', or that of a proxy before it,'} by the connection.`],
      ...unconfirmed === 0 ? [] : [`Whether requests to ${plural(unconfirmed,
        domains === 0 ? 'third party' : 'more third party', domains === 0 ? 'third parties' : 'more third parties')} arrived is not known: neither an answer nor a failure was recorded.`],
    ].join(' '),
    inconclusive: (broken, captures) =>
      `Inconclusive: nothing was observed, but ${broken} of ${plural(captures, 'capture', 'captures')} ` +
      `${isAre(broken)} broken.`,
    noTarget: 'No target: there is no capture.',
    nothingRead: 'Inconclusive: no capture could be read; the diagnostics say why.',
    brokenToo: (broken, captures) =>
      `${broken} of ${plural(captures, 'capture', 'captures')} ${isAre(broken)} broken, so there may be more.`,
    reason: (capture, reason) => `${capture}: ${ended(reason)}`,
    noReason: 'the analysis could not decide',
  },
}
