import { setImmediate as othersTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Tenant } from '../database/tenant.js';
import type { LoadedTask } from '../decision/decision.facts.js';
import type { By } from '../session/by.js';
import type { MatrixQuery, MatrixView } from './matrix.dto.js';
import type { Member, Subjects } from './matrix.loader.js';
import { type Answer, Answers } from './matrix.rules.js';
import { subjectsOf } from './matrix.subjects.js';
import { matrixView } from './matrix.view.js';

/** Somebody who is engaged at the moment. */
interface Row {
  readonly member: Member;
  /** For each of the tasks, the place of the answer. */
  readonly cells: readonly number[];
}

/** People × tasks at a moment, each cell from the one pure decision. */
export interface Matrix {
  readonly at: number;
  readonly knownAt: number | null;
  readonly tasks: readonly LoadedTask[];
  readonly rows: readonly Row[];
  readonly answers: readonly Answer[];
}

/** Who may do what, and on what basis: everybody and every task in one answer. */
@Injectable()
export class MatrixService {
  constructor(private readonly tenant: Tenant) {}

  async get(query: MatrixQuery, by: By): Promise<MatrixView> {
    return matrixView(await this.matrix(query, by), by.language);
  }

  matrix(query: MatrixQuery, by: By): Promise<Matrix> {
    return this.tenant.read(by, async (tx) => {
      const { at, known, subjects } = await subjectsOf(tx, query);
      return { at, knownAt: known?.at ?? null, ...(await folded(subjects, at)) };
    });
  }
}

/** Rows that are made in a few milliseconds. */
const atOnce = 10;

/** Others are served between a few rows and the next; of each person no more is kept than the answer tells. */
async function folded({ people, tasks }: Subjects, at: number) {
  const answers = new Answers(tasks, at);
  const rows: Row[] = [];
  for await (const { member, person } of people) {
    rows.push({ member, cells: answers.rowOf(person) });
    if (rows.length % atOnce === 0) await othersTurn();
  }
  return { tasks, rows, answers: answers.list };
}
