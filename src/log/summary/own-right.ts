import type { LoadedTask, PersonFacts } from '../../decision/decision.facts.js';
import { verdict } from '../../decision/decision.rules.js';
import { contains } from '../../law/period.js';
import type { RefusalCode } from '../../law/refusals.js';
import { grouped } from './areas.js';
import { type Content, html } from './markup.js';
import { momentText } from './moment.js';
import { byName } from './order.js';
import { refusalAt } from './reason.words.js';
import { occupationName, type Register } from './register.js';
import { type Row, table } from './table.js';

/** The occupations that somebody works as or may practise on the date, by name. */
function occupationsIn({ facts, at }: Register, people = [...facts.people.values()]): string[] {
  const codes = people.flatMap(({ engagements, rights }) => [
    ...engagements.filter(({ valid }) => contains(valid, at)).map(({ occupation }) => occupation),
    ...rights.filter(({ valid }) => contains(valid, at)).map(({ profession }) => profession),
  ]);
  return byName([...new Set(codes)].map((id) => ({ id, name: occupationName(id) }))).map(({ id }) => id);
}

const heldByRight = ({ facts, at }: Register, code: string): LoadedTask[] =>
  [...facts.tasks.values()].filter(({ entitlements }) =>
    entitlements.some(({ occupation, valid }) => occupation === code && contains(valid, at)),
  );

/**
 * What somebody may do in their own right without having been given it: how much, and what not, with the reason.
 * The tasks themselves are listed once for each occupation.
 */
export function* ownRight(
  register: Register,
  person: PersonFacts,
  held: ReadonlySet<string>,
): Generator<string> {
  for (const code of occupationsIn(register, [person])) {
    let allowed = 0;
    const refused = new Map<RefusalCode, LoadedTask[]>();
    for (const task of heldByRight(register, code)) {
      if (held.has(task.id)) continue;
      const answer = verdict(person, task, register.at);
      if (answer.allowed) allowed += 1;
      for (const refusal of answer.refusals) refused.set(refusal, [...(refused.get(refusal) ?? []), task]);
    }
    if (allowed + refused.size === 0) continue;
    const own = html`<a href="#yrke-${code}">det yrkesgruppen ${occupationName(code)} har i egen kompetanse</a>`;
    yield html`<p>I tillegg, uten at det er tildelt: ${count(allowed)} av ${own}.${refusedText(refused, allowed === 0)}</p>\n`
      .text;
  }
}

const count = (tasks: number): string =>
  tasks === 0 ? 'ingen oppgaver' : tasks === 1 ? '1 oppgave' : `${tasks} oppgaver`;

/** The tasks are named where only some are refused; where all are, for one reason, the reason is enough. */
function refusedText(refused: ReadonlyMap<RefusalCode, readonly LoadedTask[]>, all: boolean): Content {
  return [...refused.keys()].sort().map((code) => {
    const tasks = refused.get(code) ?? [];
    const names = byName(tasks).map(({ name }) => name);
    const which = all && refused.size === 1 ? '' : `: ${names.join('; ')}`;
    return html` <strong class="no">Ikke ${count(tasks.length)}:</strong> ${refusalAt(code)}${which}.`;
  });
}

/** What each occupation at the clinic holds in its own right on the date, and what of it may be delegated. */
export function* ownRightSection(register: Register): Generator<string> {
  yield html`<section aria-labelledby="egen-kompetanse"><h2 id="egen-kompetanse">3 Hva yrkesgruppene har i egen kompetanse ${momentText(register.at)}</h2>
<p>Slik virksomheten har lagt det opp. Yrkesgruppene er de som var i bruk på datoen; den enkelte må i tillegg ha autorisasjon der yrket krever det.</p>\n`
    .text;
  for (const code of occupationsIn(register)) {
    const held = byName(heldByRight(register, code));
    yield html`<h3 id="yrke-${code}">${occupationName(code)}</h3>\n`.text;
    if (held.length === 0) yield '<p>Ingen oppgaver er lagt til yrkesgruppen.</p>\n';
    else
      yield* table(
        `Egen kompetanse: ${occupationName(code)}`,
        ['Oppgave', 'Kan delegeres'],
        grouped(held, ({ area }) => area).map(({ title, rows }) => ({
          title,
          rows: rows.map((task): Row => [task.name, delegable(task, code, register.at)]),
        })),
      );
  }
  yield '</section>\n';
}

function delegable({ entitlements, reserved, contested }: LoadedTask, code: string, at: number): string {
  const may = entitlements.some(
    ({ occupation, mayDelegate, valid }) => occupation === code && mayDelegate && contains(valid, at),
  );
  const notes = [...(reserved ? ['forbeholdt'] : []), ...(contested ? ['omstridt'] : [])];
  return `${may ? 'Ja' : 'Nei'}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`;
}
