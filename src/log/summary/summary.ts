import type { LoggedEntry, State } from '../state/state.js';
import { type About, aboutSection, clinicName } from './about.section.js';
import { competenceSection } from './competence.section.js';
import { delegationsSection } from './delegations.section.js';
import { eventsSection } from './events.section.js';
import { html, Markup } from './markup.js';
import { momentText } from './moment.js';
import { ownRightSection } from './own-right.js';
import { peopleSection } from './people.section.js';
import { refusedSection } from './refused.section.js';
import { Register } from './register.js';
import { style } from './style.js';
import { Trace } from './trace.js';
import { wordsSection } from './words.section.js';

/**
 * The auditor's readable summary of a log, in bokmål: one page of HTML that needs nothing else.
 * Pure: whoever holds the same entries makes the same page, to the byte, and so can check the one they were given.
 */
export class Summary {
  private readonly trace = new Trace();

  /** Every entry of the log, in its order. */
  see(entry: LoggedEntry): void {
    this.trace.see(entry);
  }

  /** The page in pieces, for the state that the entries add up to; `about.at` is the moment it answers for. */
  *html(state: State, about: About): Generator<string> {
    const register = new Register(state, this.trace, about.at);
    yield* inPieces(page(register, about));
  }
}

function* page(register: Register, about: About): Generator<string> {
  const clinic = clinicName(register, about);
  const title = `Fullmakt: ansvar og delegeringer ${momentText(about.at)}`;
  yield html`<!doctype html>
<html lang="nb">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${clinic}. ${title}</title>
<style>${new Markup(style(clinic, title))}</style>
</head>
<body>
<a class="skip" href="#innhold">Hopp til innholdet</a>
<header><h1>${clinic}</h1><p>Ansvar og delegeringer ${momentText(about.at)}. Oversikten er laget av delegeringsloggen i Fullmakt.</p>
<nav aria-label="Innhold"><ol>${contents.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}</ol></nav></header>
<main id="innhold">
${aboutSection(register, about)}`.text;
  yield* peopleSection(register);
  yield* ownRightSection(register);
  yield* delegationsSection(register);
  yield* competenceSection(register);
  yield* refusedSection(register);
  yield* eventsSection(register);
  yield* wordsSection();
  yield '</main>\n</body>\n</html>\n';
}

const contents = [
  ['om', '1 Om denne oversikten'],
  ['personer', '2 Hvem kan gjøre hva'],
  ['egen-kompetanse', '3 Hva yrkesgruppene har i egen kompetanse'],
  ['delegeringer', '4 Alle delegeringer'],
  ['kompetanse', '5 Kompetanse'],
  ['avvist', '6 Avviste forsøk'],
  ['hendelser', '7 Øyeblikkelig hjelp, reaksjoner og slettinger'],
  ['ord', '8 Ord'],
] as const;

const pieceLength = 32_768;

/** Pieces worth writing: small enough to hold, large enough not to cost more to pass on than to make. */
function* inPieces(parts: Iterable<string>): Generator<string> {
  let piece = '';
  for (const part of parts) {
    piece += part;
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}
