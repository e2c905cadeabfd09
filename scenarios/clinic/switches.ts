/**
 * What the stand-in does wrong. Every sin is a switch, and a site is a set of switches: an auditor who wants to know
 * whether one sin is found starts the honest site with that one.
 */
export const SWITCHES = {
  'trackers-after-consent': 'Loads the third parties once the visitor has accepted.',
  'trackers-before-choice': 'Loads them while the banner still waits for an answer.',
  'trackers-after-refusal': 'Loads them although the visitor has refused.',
  'trackers-after-withdrawal': 'Goes on after the visitor has taken the consent back.',
  'page-url-in-full': 'Tells the trackers the whole URL of the page, and of the one before; without it, the origin.',
  'page-title': 'Tells the trackers the title of the page.',
  'search-words': 'Reports the search as an event, with the words that were typed.',
  'clicked-text': 'Reports each click with the text that was clicked, motives included.',
  'motive-key-in-url': 'Writes the name of the motive into the URL of the booking; without it, the id alone.',
  'hashed-person-data': 'Gives name, e-mail and phone of the patient form to the trackers, as SHA-256.',
  'proxied-pixel': 'Sends the same events to a path on the own host, which would pass them on to Meta and Google.',
  'session-replay': 'Streams pages and what is typed into the forms to a recorder, over a WebSocket.',
  'leave-beacon': 'Sends a Blob beacon with the search word when a page is left.',
  'address-in-parameter': 'Lets two vendors receive the address of the visitor in a parameter.',
  'keyed-cipher': 'Lets one vendor learn the search word under a cipher of its own.',
  'full-referer': 'Asks the browser to send the full URL of the page as Referer to everybody.',
} as const

export type SwitchName = keyof typeof SWITCHES
export type Switches = ReadonlySet<SwitchName>

export const SITE_NAMES = ['2021', 'ignores-refusal', 'repaired', 'honest'] as const
export type SiteName = (typeof SITE_NAMES)[number]

export interface SiteKind {
  /** Registrable domain, reserved for examples (RFC 2606). */
  readonly domain: string
  readonly about: string
  readonly switches: Switches
}

const of2021: readonly SwitchName[] = [
  'trackers-after-consent', 'page-url-in-full', 'page-title', 'search-words', 'clicked-text', 'motive-key-in-url',
  'hashed-person-data', 'proxied-pixel', 'session-replay', 'leave-beacon', 'address-in-parameter',
]

export const SITES: Readonly<Record<SiteName, SiteKind>> = {
  '2021': {
    domain: 'terminhaus-2021.example',
    about: 'asks for consent, and tells everything once it has it',
    switches: new Set(of2021),
  },
  'ignores-refusal': {
    domain: 'terminhaus-ignores-refusal.example',
    about: 'tells everything whatever the answer was, and before there is one',
    switches: new Set<SwitchName>([
      ...of2021, 'trackers-before-choice', 'trackers-after-refusal', 'trackers-after-withdrawal', 'full-referer',
    ]),
  },
  repaired: {
    domain: 'terminhaus-repaired.example',
    about: 'has trackers after consent, which learn the origin of the page and an id, and nothing of the visit',
    switches: new Set<SwitchName>(['trackers-after-consent']),
  },
  honest: {
    domain: 'terminhaus-honest.example',
    about: 'has no third party at all',
    switches: new Set<SwitchName>(),
  },
}

export function isSiteName(text: string): text is SiteName {
  return (SITE_NAMES as readonly string[]).includes(text)
}

export function isSwitchName(text: string): text is SwitchName {
  return Object.hasOwn(SWITCHES, text)
}
