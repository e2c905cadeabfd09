/** The frame around each page: head, header, footer, consent banner, and what the site's script must know. */
import { html, jsonMarkup, type Markup } from '../html.js'
import type { Language } from '../languages/language.js'
import type { Switches } from '../switches.js'
import { TRACKERS } from '../trackers/index.js'

/** What one visit of one page depends on. */
export interface Visit {
  readonly domain: string
  readonly switches: Switches
  readonly language: Language
  readonly addresses: readonly string[]
}

export interface PageParts {
  readonly title: string
  readonly content: Markup
  /** The search word that led to this page. */
  readonly searchTerm?: string
  /** Structured data, schema.org. */
  readonly schema?: unknown
}

export function page(visit: Visit, { title, content, searchTerm, schema }: PageParts): string {
  const { language, switches } = visit
  const { texts } = language
  const config = {
    domain: visit.domain,
    switches: [...switches],
    scripts: hasThirdParties(switches) ? scripts(switches) : [],
    addresses: switches.has('address-in-parameter') ? visit.addresses : [],
    searchTerm: searchTerm ?? '',
  }
  return html`<!doctype html>
<html lang="${language.code}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${switches.has('full-referer') ? html`<meta name="referrer" content="unsafe-url">` : null}
<title>${title} – Terminhaus</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/site.css">
${schema === undefined ? null : html`<script type="application/ld+json">${jsonMarkup(schema)}</script>`}
<script type="application/json" id="config">${jsonMarkup(config)}</script>
<script src="/assets/site.js" defer></script>
</head>
<body>
<a class="skip" href="#main">${texts.skip}</a>
<header><div class="inner">
  <a class="brand" href="/"><img src="/assets/icon.svg" alt="" width="30" height="30">Terminhaus</a>
  <span class="tagline">${texts.tagline}</span>
</div></header>
<main id="main">
${content}
</main>
<footer><div class="inner">
  <span>${texts.imprint}</span>
  <button type="button" id="privacy-settings">${texts.privacySettings}</button>
</div></footer>
<section id="consent" aria-label="${texts.consentTitle}" hidden><div class="inner">
  <div class="words"><h2>${texts.consentTitle}</h2><p>${texts.consentText}</p></div>
  <div class="buttons">
    <button type="button" class="quiet" value="reject">${texts.reject}</button>
    <button type="button" value="accept">${texts.accept}</button>
  </div>
</div></section>
</body>
</html>
`.markup
}

function scripts(switches: Switches): string[] {
  return TRACKERS.filter(({ needs }) => needs === undefined || switches.has(needs)).map(({ script }) => script)
}

function hasThirdParties(switches: Switches): boolean {
  return [...switches].some((name) => name.startsWith('trackers-'))
}
