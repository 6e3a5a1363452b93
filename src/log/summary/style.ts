import { inStyle } from './markup.js';

/** One sheet for screen, narrow screen and A4; every colour at least 7:1 on its ground. */
export const style = (clinic: string, told: string): string => `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 62rem; padding: 1rem 1.25rem 4rem; background: #fff; color: #1a1f24;
  font: 1rem/1.5 system-ui, "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", "DejaVu Sans", sans-serif; overflow-wrap: break-word; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 1rem 0 0.25rem; }
h2 { font-size: 1.375rem; line-height: 1.25; margin: 3rem 0 0.75rem; padding-top: 0.75rem; border-top: 3px solid #17375e; }
h3 { font-size: 1.125rem; line-height: 1.3; margin: 2rem 0 0.5rem; }
h4 { font-size: 1rem; line-height: 1.35; margin: 0 0 0.5rem; }
a { color: #0b3d91; text-underline-offset: 0.15em; }
a:focus-visible { outline: 3px solid #0b3d91; outline-offset: 2px; }
.skip { position: absolute; left: -100vw; }
.skip:focus { position: static; }
nav ol { margin: 0.5rem 0 0; padding-left: 0; list-style: none; }
nav a { display: inline-block; padding: 0.2rem 0; }
p, ul { max-width: 46rem; }
code { font: 0.875em/1.4 ui-monospace, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: minmax(9rem, 14rem) 1fr; gap: 0.2rem 1rem; margin: 0.5rem 0 1rem; }
dt { grid-column: 1; font-weight: 600; }
dd { grid-column: 2; margin: 0; min-width: 0; unicode-bidi: isolate; }
.prose { white-space: pre-line; unicode-bidi: isolate; }
.no { color: #8a1220; }
.inner { padding-left: 1rem; }
table { width: 100%; border-collapse: collapse; margin: 0.75rem 0 1.5rem; font-size: 0.9375rem; }
caption { text-align: left; font-weight: 600; padding: 0.25rem 0; }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.6rem 0.35rem 0; border-bottom: 1px solid #8a949e; unicode-bidi: isolate; }
tbody th { font-weight: 500; }
thead th { border-bottom: 2px solid #17375e; }
.group th { font-weight: 600; background: #edf1f5; padding-left: 0.4rem; }
article { border: 1px solid #8a949e; border-left: 4px solid #17375e; padding: 0.9rem 1rem 0.1rem; margin: 1rem 0; }
@media screen and (max-width: 44rem) {
  dl { display: block; }
  dd { margin-bottom: 0.5rem; }
  thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
  table, caption, tbody, tr, th, td { display: block; }
  tr { padding: 0.5rem 0; border-bottom: 1px solid #8a949e; }
  th, td { border: 0; padding: 0.1rem 0; }
  td::before, tbody tr:not(.group) th::before { content: attr(data-label) ": "; font-weight: 600; }
}
@page { size: A4; margin: 20mm 16mm 18mm;
  @top-left { content: ${inStyle(clinic)}; font: 8.5pt sans-serif; color: #3d4650; }
  @top-right { content: ${inStyle(told)}; font: 8.5pt sans-serif; color: #3d4650; }
  @bottom-right { content: "Side " counter(page) " av " counter(pages); font: 8.5pt sans-serif; color: #3d4650; } }
@media print {
  body { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.4; }
  table { font-size: 8.5pt; }
  .skip { display: none; }
  a { color: inherit; text-decoration: none; }
  h1 { font-size: 18pt; } h2 { font-size: 14pt; } h3 { font-size: 11.5pt; } h4 { font-size: 10pt; }
  section > h2 { break-before: page; }
  #om { break-before: auto; }
  h2, h3, h4, caption, thead { break-after: avoid; }
  tr, dt, dd { break-inside: avoid; }
  article { box-decoration-break: clone; -webkit-box-decoration-break: clone; padding-bottom: 0.5rem; }
  p { orphans: 3; widows: 3; }
}
`;
