import { type LegalBasisId, legalBases, type Strength } from '../../law/legal-bases.js';
import { refusalTexts } from '../../law/refusal-texts.js';
import { type RefusalCode, refusalBases } from '../../law/refusals.js';
import type { LoggedEntry } from '../state/state.js';
import { actWords, commandText } from './attempt.words.js';
import { erasedText } from './erased.js';
import { type Content, html } from './markup.js';
import { momentText } from './moment.js';
import type { Register } from './register.js';
import { plainTable, type Row } from './table.js';
import { textIn, textsIn } from './trace.js';

/** Every refused attempt, and what each reason means and rests on. */
export function* refusedSection(register: Register): Generator<string> {
  const { refused } = register.trace;
  yield html`<section aria-labelledby="avvist"><h2 id="avvist">6 Avviste forsøk</h2>
<p>Alt som er forsøkt og avvist etter reglene, i den rekkefølgen det skjedde. Et avvist forsøk har ingen virkning og er ikke i seg selv et brudd på noe.</p>\n`
    .text;
  if (refused.length === 0) {
    yield '<p>Ingen forsøk er avvist.</p>\n</section>\n';
    return;
  }
  yield* plainTable(
    'Avviste forsøk',
    ['Nr. i loggen', 'Når', 'Hvem', 'Hva', 'Hvorfor ikke'],
    rowsOf(register),
  );
  yield* plainTable(
    'Hva grunnene betyr, og hva de bygger på',
    ['Grunn', 'Forklaring', 'Grunnlag'],
    reasons(refused),
  );
  yield* plainTable(
    'Grunnlagene, og hvor bindende de er',
    ['Grunnlag', 'Styrke', 'Hva det sier'],
    bases(refused),
  );
  yield '</section>\n';
}

function* rowsOf(register: Register): Generator<Row> {
  for (const entry of register.trace.refused) {
    const { seq, at, actor, type, payload } = entry;
    const who = register.actor(actor);
    if (payload === null) yield [seq, momentText(at), who, erasedText(register, seq), 'Slettet'];
    else
      yield [
        seq,
        momentText(at),
        who,
        html`<strong>${actWords(type.slice(0, -'.refused'.length), textIn(payload, 'act'))}</strong>${commandText(register, payload.command)}`,
        codesOf(entry).map((code) => html`<div>${titleOf(code)}</div>`),
      ];
  }
}

const codesOf = ({ payload }: LoggedEntry): string[] => (payload ? textsIn(payload, 'codes') : []);

const isCode = (code: string): code is RefusalCode => Object.hasOwn(refusalTexts, code);

/** A reason that this version does not know is shown as the log writes it. */
const titleOf = (code: string): string => (isCode(code) ? refusalTexts[code].title.nb : code);

function reasons(refused: readonly LoggedEntry[]): Row[] {
  const used = [...new Set(refused.flatMap(codesOf))].sort();
  return used.map((code) => [
    html`${titleOf(code)} <code>${code}</code>`,
    isCode(code) ? refusalTexts[code].detail.nb : 'Denne versjonen av oversikten kjenner ikke grunnen.',
    isCode(code) ? refusalBases[code].map(basisName) : '',
  ]);
}

const basisName = (id: LegalBasisId): Content =>
  html`<div>${strengths[legalBases[id].strength].word}: ${legalBases[id].citation.nb}</div>`;

function bases(refused: readonly LoggedEntry[]): Row[] {
  const codes = refused.flatMap(codesOf).filter(isCode);
  const used = new Set<LegalBasisId>(codes.flatMap((code) => [...refusalBases[code]]));
  return (Object.keys(legalBases) as LegalBasisId[])
    .filter((id) => used.has(id))
    .map((id) => {
      const { citation, strength, says } = legalBases[id];
      const { word, means } = strengths[strength];
      return [citation.nb, `${word}: ${means}`, says.nb];
    });
}

const strengths: Readonly<Record<Strength, { word: string; means: string }>> = {
  LAW: { word: 'Lov', means: 'står i lov eller forskrift.' },
  GUIDE: { word: 'Veiledning', means: 'kommer fra Helsedirektoratet eller en annen myndighet.' },
  PROF: { word: 'Faglig', means: 'kommer fra en yrkesorganisasjon.' },
  POLICY: { word: 'Eget valg', means: 'er Fullmakts eller virksomhetens egen, strengere regel.' },
};
