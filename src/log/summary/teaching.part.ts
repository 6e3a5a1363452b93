import { type Attendance, isExpected, teachingKindNames } from '../../teaching/teaching.rules.js';
import type { TeachingRow, TeachingState } from '../state/state.teaching.js';
import { type Content, html } from './markup.js';
import { momentText, periodText } from './moment.js';
import type { Register } from './register.js';
import { plainTable, type Row } from './table.js';

/** What has been taught and is to be, who came, and what records it has given. */
export function* teachings(register: Register): Generator<string> {
  yield html`<h3>Opplæring</h3>
<p>Kurs, møter og internundervisning. Oppmøte er ført av lederen eller den som holdt det, og av ingen for seg selv.</p>\n`
    .text;
  const { teachings: all } = register.state;
  if (all.size === 0) yield '<p>Ingen opplæring er ført.</p>\n';
  else
    yield* plainTable(
      'Opplæring',
      ['Hva', 'Når og hvor', 'Holdt av', 'Oppmøte', 'Kompetansebevis'],
      [...all.values()].sort(byStart).map((teaching) => teachingRow(register, teaching)),
    );
}

const byStart = (a: TeachingState, b: TeachingState): number =>
  a.held.from - b.held.from || (a.id < b.id ? -1 : 1);

const teachingRow = (register: Register, teaching: TeachingState): Row => [
  html`${teaching.title} (${teachingKindNames[teaching.kind]})${teaching.topics.length > 0 && `: ${teaching.topics.join('; ')}`}`,
  `${periodText(teaching.held)}${teaching.place === null ? '' : `, ${teaching.place}`}`,
  teaching.heldBy.personId === null ? teaching.heldBy.name : register.person(teaching.heldBy.personId),
  attendanceText(register, teaching),
  recordsText(register, teaching),
];

/** In bokmål, as an attempt to record it says it. */
export const attendanceWords: Readonly<Record<Attendance, string>> = {
  present: 'til stede',
  partly: 'delvis til stede',
  absent: 'ikke til stede',
};

function attendanceText(register: Register, teaching: TeachingState): Content {
  const { cancellation } = teaching;
  if (cancellation)
    return html`<strong class="no">Avlyst</strong> ${momentText(cancellation.at)} av ${register.actor(cancellation.byId ?? cancellation.actorId)}: <span class="prose">${cancellation.reason}</span>`;
  const came = latest(teaching.attendances);
  if (came.length === 0)
    return `Ikke ført; ${latest(teaching.participations).filter(({ kind }) => isExpected(kind)).length} ventet`;
  const of = (status: Attendance) => came.filter(({ kind }) => kind === status);
  const named = (status: Attendance) =>
    of(status)
      .map(({ personId }) => register.person(personId))
      .sort()
      .join(', ');
  return [
    html`<div>Til stede: ${named('present') || 'ingen'}</div>`,
    of('partly').length > 0 && html`<div>Delvis: ${named('partly')}</div>`,
    of('absent').length > 0 && html`<div>Ikke til stede: ${of('absent').length}</div>`,
  ];
}

/** The row that counts, of each person. */
const latest = <Kind>(rows: readonly TeachingRow<Kind>[]): TeachingRow<Kind>[] => [
  ...new Map(rows.map((row) => [row.personId, row])).values(),
];

function recordsText(register: Register, { records }: TeachingState): Content {
  const counted = new Map<string, number>();
  for (const { competenceId } of records) counted.set(competenceId, (counted.get(competenceId) ?? 0) + 1);
  if (counted.size === 0) return 'Ingen';
  return [...counted].map(
    ([id, count]) => html`<div>${register.state.competences.get(id)?.name ?? id}: ${count}</div>`,
  );
}
