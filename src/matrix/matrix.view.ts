import type { AreaCode } from '../catalogue/catalogue.types.js';
import { type Language, legalBases } from '../law/legal-bases.js';
import type { OccupationCode } from '../law/occupations.js';
import { contains, momentOrNull } from '../law/period.js';
import { refusalView } from '../law/refusal-words.js';
import type { RefusalCode } from '../law/refusals.js';
import { titlesOn } from '../people/practice-right.rules.js';
import type { MatrixAnswerView, MatrixBasisView, MatrixPersonView, MatrixView } from './matrix.dto.js';
import type { Matrix, RowOf } from './matrix.fold.js';
import type { Member } from './matrix.loader.js';
import type { Answer, BasisKind } from './matrix.rules.js';

/**
 * Writes a `MatrixView` in JSON while the rows are made: little is left to do when the last one is there.
 * It is bytes at once. What is held as objects until the answer is sent, a full garbage collection has to look at.
 */
export class MatrixWriter {
  private readonly bases = new Legend<BasisKind>(({ kind, occupation }) => `${kind} ${occupation}`);
  private readonly codes = new Legend<RefusalCode>((code) => code);
  private readonly people = new ListOfJson<MatrixPersonView>();
  private readonly answers = new ListOfJson<MatrixAnswerView>();
  private readonly cells = new ListOfJson<readonly number[]>();

  constructor(private readonly language: Language) {}

  row(member: Member, cells: readonly number[], { at, answers }: RowOf): void {
    for (const answer of answers.slice(this.answers.count))
      this.answers.add(answerView(answer, this.bases, this.codes));
    this.people.add(personView(member, at, this.language));
    this.cells.add(cells);
  }

  whole({ at, knownAt, tasks }: Matrix<void>): Buffer {
    const first: Pick<MatrixView, 'at' | 'knownAt'> = {
      at: new Date(at).toISOString(),
      ...(knownAt !== null && { knownAt: new Date(knownAt).toISOString() }),
    };
    const told: Pick<MatrixView, 'tasks' | 'bases' | 'refusals'> = {
      tasks: tasks.map(({ id, name, area }) => ({ id, name, area: area as AreaCode })),
      bases: this.bases.list.map(basisView),
      refusals: this.codes.list.map((code) => refusalView({ code }, this.language)),
    };
    const last: Pick<MatrixView, 'emergency'> = { emergency: legalBases['hpl-7'].says[this.language] };
    return Buffer.concat([
      Buffer.from(`${JSON.stringify(first).slice(0, -1)},"people":`),
      this.people.whole(),
      Buffer.from(`,${JSON.stringify(told).slice(1, -1)},"answers":`),
      this.answers.whole(),
      Buffer.from(',"cells":'),
      this.cells.whole(),
      Buffer.from(`,${JSON.stringify(last).slice(1)}`),
    ]);
  }
}

/** A list in JSON, in bytes as it grows. */
class ListOfJson<Item> {
  count = 0;
  private bytes = Buffer.allocUnsafeSlow(16_384);
  private length = 0;

  add(item: Item): void {
    this.write(this.count++ === 0 ? '[' : ',');
    this.write(JSON.stringify(item));
  }

  /** Nothing can be added after it. */
  whole(): Buffer {
    this.write(this.count === 0 ? '[]' : ']');
    return this.bytes.subarray(0, this.length);
  }

  private write(text: string): void {
    // In UTF-8 a character of a string takes three bytes at most.
    const needed = this.length + 3 * text.length;
    if (needed > this.bytes.length) {
      const roomier = Buffer.allocUnsafeSlow(Math.max(needed, 2 * this.bytes.length));
      this.bytes.copy(roomier, 0, 0, this.length);
      this.bytes = roomier;
    }
    this.length += this.bytes.write(text, this.length);
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
