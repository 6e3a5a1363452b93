import type { AreaCode } from '../catalogue/catalogue.types.js';
import { momentOrNull } from '../decision/decision.service.js';
import { refusalView } from '../http/refusal.view.js';
import { type Language, legalBases } from '../law/legal-bases.js';
import type { OccupationCode } from '../law/occupations.js';
import { contains } from '../law/period.js';
import type { RefusalCode } from '../law/refusals.js';
import { titlesOn } from '../people/practice-right.rules.js';
import type { MatrixAnswerView, MatrixBasisView, MatrixPersonView, MatrixView } from './matrix.dto.js';
import type { Member } from './matrix.loader.js';
import type { Answer, BasisKind } from './matrix.rules.js';
import type { Matrix } from './matrix.service.js';

/** A person, and their cells as JSON in bytes already: a hundred thousand numbers would be copied over and over until the answer is sent. */
interface RowView {
  readonly person: MatrixPersonView;
  readonly cells: Buffer;
}

export const rowView = (
  member: Member,
  cells: readonly number[],
  at: number,
  language: Language,
): RowView => ({
  person: personView(member, at, language),
  cells: Buffer.from(JSON.stringify(cells), 'latin1'),
});

/** The `MatrixView` in JSON. */
export function bytesOf(matrix: Matrix<RowView>, language: Language): Buffer {
  const said: Pick<MatrixView, 'emergency'> = { emergency: legalBases['hpl-7'].says[language] };
  const comma = Buffer.from(',');
  return Buffer.concat([
    Buffer.from(`${JSON.stringify(headOf(matrix, language)).slice(0, -1)},"cells":[`),
    ...matrix.rows.flatMap(({ cells }, i) => (i === 0 ? [cells] : [comma, cells])),
    Buffer.from(`],${JSON.stringify(said).slice(1)}`),
  ]);
}

/** All that is before the cells. */
function headOf(
  { at, knownAt, tasks, rows, answers }: Matrix<RowView>,
  language: Language,
): Omit<MatrixView, 'cells' | 'emergency'> {
  const bases = new Legend<BasisKind>(({ kind, occupation }) => `${kind} ${occupation}`);
  const codes = new Legend<RefusalCode>((code) => code);
  const told = answers.map((answer) => answerView(answer, bases, codes));
  return {
    at: new Date(at).toISOString(),
    ...(knownAt !== null && { knownAt: new Date(knownAt).toISOString() }),
    people: rows.map(({ person }) => person),
    tasks: tasks.map(({ id, name, area }) => ({ id, name, area: area as AreaCode })),
    bases: bases.list.map(basisView),
    refusals: codes.list.map((code) => refusalView({ code }, language)),
    answers: told,
  };
}

/** Things in the order in which they were first told, each once. */
export class Legend<Thing> {
  readonly list: Thing[] = [];
  private readonly places = new Map<string, number>();

  constructor(private readonly nameOf: (thing: Thing) => string) {}

  placeOf(thing: Thing): number {
    const name = this.nameOf(thing);
    const place = this.places.get(name) ?? this.list.push(thing) - 1;
    this.places.set(name, place);
    return place;
  }
}

const answerView = (
  { allowed, bases, refusals, until }: Answer,
  basisLegend: Legend<BasisKind>,
  codeLegend: Legend<RefusalCode>,
): MatrixAnswerView => ({
  allowed,
  bases: bases.map((basis) => basisLegend.placeOf(basis)),
  refusals: refusals.map(({ code, about }) => ({
    refusal: codeLegend.placeOf(code),
    ...(about && { about }),
  })),
  until: momentOrNull(until),
});

const basisView = ({ kind, occupation }: BasisKind): MatrixBasisView => ({
  kind,
  ...(occupation !== null && { occupation }),
});

export function personView(member: Member, at: number, language: Language): MatrixPersonView {
  const engaged = member.engagements.filter(({ valid }) => contains(valid, at));
  return {
    id: member.id,
    name: member.name,
    title: titlesOn(member, at, language).join(', '),
    occupations: [...new Set(engaged.map(({ occupation }) => occupation as OccupationCode))],
  };
}
