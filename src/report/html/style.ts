/** The style sheet of the page, and its hash for the page's content security policy. */
import { createHash } from 'node:crypto'

export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fff; --ink: #1a1f24; --dim: #5a6470; --line: #d8dde3; --wash: #f5f7f9; --mark: #ffe58a;
    --mark-ink: #2b2300;
  --critical: #8f0020; --critical-wash: #fde3e7; --high: #96390a; --high-wash: #fee9db; --medium: #6b5200;
    --medium-wash: #fdf3cd;
  --low: #0b567a; --low-wash: #e2f2fa; --info: #4b5661; --info-wash: #eceff2; --good: #1b6434; --good-wash: #e2f4e7;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14181c; --ink: #e6eaee; --dim: #a0abb6; --line: #353d46; --wash: #1c2228; --mark: #6b5410;
      --mark-ink: #fff3c4;
    --critical: #ff9cab; --critical-wash: #471722; --high: #ffb48a; --high-wash: #43230f; --medium: #ecd07a;
      --medium-wash: #393010;
    --low: #8fd0f0; --low-wash: #12303f; --info: #b4bec8; --info-wash: #272e35; --good: #90d8a6; --good-wash: #173421;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-behavior: smooth; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, "Segoe UI", Roboto,
  "Noto Sans", sans-serif; }
header.target { padding: .6rem 0; font-weight: 650; letter-spacing: .01em; background: var(--wash);
  border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
header.target > p { margin: 0 auto; }
header.target.stand-in, header.target.mixed { background: var(--medium-wash); color: var(--medium);
  border-bottom: 3px double var(--medium); }
header.target > p, main, footer { max-width: 76rem; margin: 0 auto; padding: 0 1.25rem; }
nav.languages { display: flex; justify-content: flex-end; gap: .35rem; max-width: 76rem; margin: 0 auto;
  padding: .35rem 1.25rem; font-size: .9rem; }
.languages a { margin-right: auto; }
.languages input { position: absolute; opacity: 0; width: 1.5rem; height: 1.5rem; margin: 0; }
.languages label { padding: .15rem .6rem; border-radius: 1rem; color: var(--dim); cursor: pointer; }
.languages input:checked + label { background: var(--wash); color: var(--ink); font-weight: 650; }
.languages input:focus-visible + label { outline: 2px solid var(--low); outline-offset: 1px; }
.defs { position: absolute; }
@supports selector(:has(*)) {
  .language { display: none; }
  body:has(#in-de:checked) .language.de, body:has(#in-fr:checked) .language.fr,
    body:has(#in-en:checked) .language.en { display: block; }
}
h1 { font-size: .95rem; font-weight: 600; color: var(--dim); margin: 1.5rem 0 .4rem; }
h2 { font-size: 1.3rem; line-height: 1.25; margin: 3rem 0 .75rem; padding-top: .75rem;
  border-top: 1px solid var(--line); }
h3 { font-size: 1.1rem; margin: 2rem 0 .5rem; overflow-wrap: anywhere; }
h4 { font-size: 1rem; margin: 0; font-weight: 600; overflow-wrap: anywhere; }
p { margin: .5rem 0; max-width: 46rem; overflow-wrap: anywhere; }
.verdict { margin: 0 0 1rem; }
.verdict p { font-size: 1.3rem; line-height: 1.38; margin: .45rem 0; text-wrap: pretty; }
.verdict p ~ p { font-size: 1.08rem; }
.basis p { color: var(--dim); margin: .3rem 0; }
.dim { color: var(--dim); }
.nowrap { white-space: nowrap; }
a { color: inherit; text-underline-offset: .15em; text-decoration-thickness: 1px; }
a:focus-visible, summary:focus-visible, .scroll:focus-visible { outline: 3px solid var(--low); outline-offset: 2px; }
nav ol { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 1.25rem 0 0; padding: 0;
  font-size: .92rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .94rem; margin: .5rem 0 1rem; }
caption { text-align: left; color: var(--dim); padding: 0 0 .4rem; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line);
  overflow-wrap: anywhere; min-width: 4.5rem; }
thead th { font-weight: 600; font-size: .86rem; color: var(--dim); border-bottom: 2px solid var(--line);
  vertical-align: bottom; }
thead th { overflow-wrap: normal; }
tbody th { font-weight: 600; }
details tbody th { font-weight: 400; }
details th:nth-child(n+2), details td { min-width: 6rem; }
th, td { hyphens: auto; }
section[id$=journey] th[scope=row] { min-width: 15.6rem; max-width: 17rem; }
section[id$=storage] th[scope=row] { min-width: 8rem; }
section[id$=storage] td:last-child { min-width: 13rem; }
section[id$=coverage] th[scope=row] { min-width: 9.5rem; }
main > .scroll th[scope=row] { min-width: 13rem; }
section[id$=journey] td:nth-child(3) { min-width: 13rem; }
section[id$=journey] td:nth-child(4) { min-width: 20rem; }
.part tbody th { font-weight: 600; }
section[id$=recipients] td:nth-child(2) { min-width: 2.5rem; }
section[id$=recipients] td:nth-child(3) { min-width: 6.2rem; }
section[id$=recipients] td:nth-child(4) { min-width: 5.4rem; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td.time { font-variant-numeric: tabular-nums; white-space: nowrap; }
small { font-size: .86rem; font-weight: 400; }
.pill { display: inline-block; padding: .05rem .5rem; border-radius: 1rem; font-size: .82rem; font-weight: 650;
  white-space: nowrap; background: var(--info-wash); color: var(--info); }
.critical { --tone: var(--critical); --tone-wash: var(--critical-wash); }
.high { --tone: var(--high); --tone-wash: var(--high-wash); }
.medium, .limited { --tone: var(--medium); --tone-wash: var(--medium-wash); }
.low { --tone: var(--low); --tone-wash: var(--low-wash); }
.info { --tone: var(--info); --tone-wash: var(--info-wash); }
.full, .none-observed { --tone: var(--good); --tone-wash: var(--good-wash); }
.broken, .leaks { --tone: var(--critical); --tone-wash: var(--critical-wash); }
.inconclusive { --tone: var(--medium); --tone-wash: var(--medium-wash); }
.pill.critical, .pill.high, .pill.medium, .pill.low, .pill.info, .pill.full, .pill.limited, .pill.broken,
  .pill.leaks, .pill.none-observed, .pill.inconclusive { background: var(--tone-wash); color: var(--tone); }
th, td { hyphens: auto; }
td.number, th.number { padding-right: 1.75rem; }
.matrix th[scope=row] { min-width: 11rem; }
.matrix td > p { margin: 0 0 .3rem; padding: .2rem .5rem; border-left: .25rem solid var(--tone);
  background: var(--tone-wash); max-width: none; }
.matrix td > p b { color: var(--tone); }
.matrix td.empty { color: var(--dim); overflow-wrap: normal; }
.word { overflow-wrap: break-word; }
details.part, details.recipient { margin: 0; border-bottom: 1px solid var(--line); padding: .35rem 0; }
:is(.part, .recipient) > summary { display: list-item; color: inherit; }
:is(.part, .recipient) > summary h3 { display: inline; }
.recipient > summary p { margin: .2rem 0 .3rem; color: var(--dim); }
details.fields { margin: 0 0 .75rem 1rem; }
article { border: 1px solid var(--line); border-left: .3rem solid var(--tone, var(--line)); border-radius: .35rem;
  padding: .8rem 1rem; margin: .75rem 0; }
article > h4 .pill { margin-right: .35rem; }
dl { display: grid; grid-template-columns: fit-content(40%) minmax(0, 1fr); gap: .2rem 1rem; margin: .6rem 0;
  font-size: .94rem; }
dt { color: var(--dim); overflow-wrap: anywhere; hyphens: auto; }
dd { margin: 0; overflow-wrap: anywhere; }
code, .sent { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
  font-size: .86em; unicode-bidi: isolate; overflow-wrap: anywhere; }
.sent .line { display: block; }
.quick, .line:has(mark), code.layer { word-break: break-all; }
.sent { display: block; margin: .5rem 0 0; padding: .55rem .7rem; background: var(--wash); border-radius: .3rem;
  font-size: .84rem; line-height: 1.55; white-space: pre-wrap; overflow: clip; }
mark { background: var(--mark); color: var(--mark-ink); border-radius: .15rem; padding: .05rem .1rem;
  font-weight: 600; }
nav.bar { max-width: 76rem; margin: 0 auto; padding: .4rem 1.25rem; }
nav.pages { margin: 1rem 0; }
form.filter { display: grid; grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); gap: .25rem .9rem; align-items: end; }
.filter p { margin: .25rem 0; }
.filter .wide { grid-column: 1 / -1; max-width: none; }
.filter label { display: block; color: var(--dim); font-size: .88rem; }
.filter select, .filter input, .filter textarea, .filter button { font: inherit; width: 100%; padding: .35rem .5rem;
  border: 1px solid var(--dim); border-radius: .25rem; background: var(--paper); color: var(--ink); }
.filter button { background: var(--low); border-color: var(--low); color: var(--paper); cursor: pointer; }
h5 { font-size: .94rem; margin: 1rem 0 .25rem; }
code.layer { white-space: pre-wrap; }
.annex { display: none; }
.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); gap: .75rem; margin: .75rem 0; }
figure { margin: 0; }
figcaption { font-size: .88rem; color: var(--dim); }
svg.picture { display: block; width: 100%; height: auto; border: 1px solid var(--line); border-radius: .25rem;
  background: #fff; }
.thumb { max-width: 13rem; margin-top: .4rem; }
svg.sankey { display: block; width: 100%; min-width: 52rem; height: auto; margin: .75rem 0; font-size: 13px; }
.sankey path { fill: none; stroke: var(--low); stroke-opacity: .28; }
.sankey path:hover { stroke-opacity: .6; }
.sankey text { fill: var(--ink); paint-order: stroke; stroke: var(--paper); stroke-width: 3px; stroke-linejoin: round; }
.column-0 { fill: var(--info); }
.column-1 { fill: var(--critical); }
.column-2 { fill: var(--low); }
.provisions { font-size: .94rem; }
details { margin-top: .6rem; }
p.paper { display: none; }
details.rest { margin: .35rem 0 .75rem; }
summary { cursor: pointer; color: var(--dim); font-size: .94rem; }
ul.plain { list-style: none; margin: 0; padding: 0; }
ul.plain li { margin: 0 0 .25rem; overflow-wrap: anywhere; }
footer { overflow-wrap: anywhere; color: var(--dim); font-size: .88rem; padding-top: 1.5rem; padding-bottom: 2.5rem; }
@media screen and (max-width: 44rem) {
  .verdict p { font-size: 1.12rem; }
  .verdict p ~ p { font-size: 1rem; }
  main, footer, header.target > p, nav.bar { padding-left: .9rem; padding-right: .9rem; }
  dl { gap: .2rem .6rem; }
  table.stack, .stack caption, .stack tbody, .stack tr, .stack th, .stack td { display: block; }
  .stack thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .stack tr { border-bottom: 1px solid var(--line); padding: .5rem 0; }
  .stack th, .stack td, .stack td.number { border: 0; padding: .1rem 0; text-align: left; white-space: normal; }
  :lang(fr) .stack td[data-label]::before { content: attr(data-label) "\\00A0: "; }
  .stack td[data-label]::before { content: attr(data-label) ": "; color: var(--dim); font-size: .86rem; }
  .stack td:empty { display: none; }
}
@media (min-width: 62rem) {
  .opening { display: grid; grid-template-columns: minmax(0, 1.65fr) minmax(0, 1fr); gap: 0 2.5rem;
    align-items: start; }
  .basis { border-left: 1px solid var(--line); padding-left: 1.25rem; font-size: .94rem; }
  dl.pairs { grid-template-columns: max-content minmax(0, 1fr) max-content minmax(0, 1fr); }
}
@media print {
  :root {
    color-scheme: light;
    --paper: #fff; --ink: #000; --dim: #444; --line: #bbb; --wash: #f4f4f4; --mark: #ffe58a; --mark-ink: #000;
    --critical: #8f0020; --critical-wash: #fde3e7; --high: #96390a; --high-wash: #fee9db; --medium: #6b5200;
      --medium-wash: #fdf3cd;
    --low: #0b567a; --low-wash: #e2f2fa; --info: #4b5661; --info-wash: #eceff2; --good: #1b6434; --good-wash: #e2f4e7;
  }
  @page { margin: 16mm 14mm; }
  html, body { font-size: 10pt; }
  main, footer { max-width: none; padding-left: 0; padding-right: 0; }
  header.target > p { padding: 0 .6rem; }
  .pill, mark, .matrix td > p, header.target, .sent { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  h2, h3, h4, thead { break-after: avoid; }
  tr, .sent, dl { break-inside: avoid; }
  table { font-size: .88rem; }
  td.number, th.number { padding-right: .75rem; }
  .scroll { overflow: visible; }
  nav, nav.languages { display: none; }
  body:has(article:target) .language > :not(main), body:has(article:target) main > :not(:has(article:target)),
    body:has(article:target) :is(section, details):has(article:target) > :not(:target, :has(:target)) { display: none; }
  .alone .annex { display: block; }
  :is(article:target, .alone article) { border: 0; padding: 0; margin: 0; break-inside: auto; font-size: 8pt; line-height: 1.35; }
  :is(article:target, .alone article) .annex { display: block; border-bottom: 1px solid #000; margin-bottom: .4rem; }
  :is(article:target, .alone article) :is(dl, table, h5, p, li, small, summary, .provisions) { font-size: 8pt; }
  :is(article:target, .alone article) :is(.sent, code) { font-size: 6.8pt; line-height: 1.3; }
  :is(article:target, .alone article) :is(dl, p, h5, .sent) { margin-top: .25rem; margin-bottom: .25rem; }
  :is(article:target, .alone article) :is(th, td) { padding-top: 0; padding-bottom: 0; font-size: 7.5pt; }
  :is(article:target, .alone article) dl { gap: 0 .6rem; }
  /* One page, whatever a site sent: what does not carry the datum is cut short, the rest after so many lines. */
  :is(article:target, .alone article) { zoom: .78; max-height: 333mm; overflow: hidden; }
  :is(article:target, .alone article) .line:not(:has(mark)) { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
  :is(article:target, .alone article) .line:not(:has(mark)):nth-child(n+10) { display: none; }
  :is(article:target, .alone article) :where(.line:has(mark), .quick, dd, code.layer, .annex p, h4) { display: -webkit-box;
    -webkit-box-orient: vertical; -webkit-line-clamp: var(--lines); overflow: hidden; --lines: 4; }
  :is(article:target, .alone article) .line:has(mark) { display: -webkit-box; }
  :is(article:target, .alone article) :is(.pairs dd, h4) { --lines: 3; }
  :is(article:target, .alone article) > details dd { --lines: 2; }
  :is(article:target, .alone article) :is(.line, .quick) { --lines: 6; word-break: break-all; }
  :is(article:target, .alone article) code.layer { --lines: 2; word-break: break-all; }
  :is(article:target, .alone article) .commands dd { --lines: 4; }
  :is(article:target, .alone article) dl.commands { grid-template-columns: max-content minmax(0, 1fr); }
  :is(article:target, .alone article) dl { grid-template-columns: max-content minmax(0, 1fr) max-content minmax(0, 1fr); }
  :is(article:target, .alone article) li { margin: 0; }
  :is(article:target, .alone article) :is(summary, .further, .show-alone, .quick:has(~ details h5 + .sent)) { display: none; }
  /* Lists are whole on paper, and so is a finding that is printed alone; else what is folded stays so, which the page says. */
  :is(details.rest, [id$=matrix] details, details:has(article:target), article:target details, .alone details)::details-content {
    content-visibility: visible; display: block; block-size: auto; }
  @supports selector(::details-content) { details.rest > summary { display: none; } }
  p.paper { display: block; }
  body:has(.alone) :is(h1, h2, h3, footer, section, main > p) { display: none; }
}
`

/** For `style-src`: nothing but this sheet applies, so injected markup cannot even dress up. */
export const STYLE_HASH = `sha256-${createHash('sha256').update(STYLE).digest('base64')}`
