import { setImmediate as othersTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Tenant } from '../database/tenant.js';
import type { LoadedTask } from '../decision/decision.facts.js';
import type { By } from '../session/by.js';
import type { MatrixQuery } from './matrix.dto.js';
import type { Member, Subjects } from './matrix.loader.js';
import { type Answer, Answers } from './matrix.rules.js';
import { subjectsOf } from './matrix.subjects.js';
import { MatrixWriter } from './matrix.view.js';

/** People × tasks at a moment, each cell from the one pure decision. */
export interface Matrix<Row> {
  readonly at: number;
  readonly knownAt: number | null;
  readonly tasks: readonly LoadedTask[];
  /** What was made of everybody who is engaged at the moment. */
  readonly rows: readonly Row[];
  readonly answers: readonly Answer[];
}

/** The moment, and the answers that have been given so far. */
export type RowOf = Pick<Matrix<unknown>, 'at' | 'answers'>;

/** Makes what is kept of somebody: `cells` are, for each of the tasks, the place of the answer. */
type Kept<Row> = (member: Member, cells: readonly number[], of: RowOf) => Row;

/** Who may do what, and on what basis: everybody and every task in one answer. */
@Injectable()
export class MatrixService {
  constructor(private readonly tenant: Tenant) {}

  /** A `MatrixView` in JSON. */
  async get(query: MatrixQuery, by: By): Promise<Buffer> {
    const writer = new MatrixWriter(by.language);
    return writer.whole(await this.matrix(query, by, (...row) => writer.row(...row)));
  }

  matrix<Row>(query: MatrixQuery, by: By, kept: Kept<Row>): Promise<Matrix<Row>> {
    return this.tenant.read(by, async (tx) => {
      const { at, known, subjects } = await subjectsOf(tx, query);
      return { at, knownAt: known?.at ?? null, ...(await folded(subjects, at, kept)) };
    });
  }
}

/** Rows that are made in a few milliseconds. */
const atOnce = 10;

/** Others are served between a few rows and the next; of each person no more is kept than the answer tells. */
async function folded<Row>({ people, tasks }: Subjects, at: number, kept: Kept<Row>) {
  const answers = new Answers(tasks, at);
  const rows: Row[] = [];
  for await (const subject of people) {
    rows.push(kept(subject.member, answers.rowOf(subject), { at, answers: answers.list }));
    if (rows.length % atOnce === 0) await othersTurn();
  }
  return { tasks, rows, answers: answers.list };
}
