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
import type { Matrix, RowOf } from './matrix.service.js';

/** A person, and their cells as JSON in bytes already: a hundred thousand numbers would be copied over and over until the answer is sent. */
interface RowView {
  readonly person: MatrixPersonView;
  readonly cells: Buffer;
}

/** Writes a `MatrixView` in JSON, as far as it can while the rows are made: little is left to do when the last one is there. */
export class MatrixWriter {
  private readonly bases = new Legend<BasisKind>(({ kind, occupation }) => `${kind} ${occupation}`);
  private readonly codes = new Legend<RefusalCode>((code) => code);
  private readonly answers: MatrixAnswerView[] = [];

  constructor(private readonly language: Language) {}

  row(member: Member, cells: readonly number[], { at, answers }: RowOf): RowView {
    for (const answer of answers.slice(this.answers.length))
      this.answers.push(answerView(answer, this.bases, this.codes));
    return {
      person: personView(member, at, this.language),
      cells: Buffer.from(JSON.stringify(cells), 'latin1'),
    };
  }

  whole(matrix: Matrix<RowView>): Buffer {
    const last: Pick<MatrixView, 'emergency'> = { emergency: legalBases['hpl-7'].says[this.language] };
    const comma = Buffer.from(',');
    return Buffer.concat([
      Buffer.from(`${JSON.stringify(this.headOf(matrix)).slice(0, -1)},"cells":[`),
      ...matrix.rows.flatMap(({ cells }, i) => (i === 0 ? [cells] : [comma, cells])),
      Buffer.from(`],${JSON.stringify(last).slice(1)}`),
    ]);
  }

  /** All that is before the cells. */
  private headOf({ at, knownAt, tasks, rows }: Matrix<RowView>): Omit<MatrixView, 'cells' | 'emergency'> {
    return {
      at: new Date(at).toISOString(),
      ...(knownAt !== null && { knownAt: new Date(knownAt).toISOString() }),
      people: rows.map(({ person }) => person),
      tasks: tasks.map(({ id, name, area }) => ({ id, name, area: area as AreaCode })),
      bases: this.bases.list.map(basisView),
      refusals: this.codes.list.map((code) => refusalView({ code }, this.language)),
      answers: this.answers,
    };
  }
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
