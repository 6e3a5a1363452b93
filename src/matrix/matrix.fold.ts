import { setImmediate as othersTurn } from 'node:timers/promises';
import type { LoadedTask } from '../decision/decision.facts.js';
import type { Language } from '../law/legal-bases.js';
import type { Member, Subjects } from './matrix.loader.js';
import { type Answer, Answers } from './matrix.rules.js';
import { MatrixWriter } from './matrix.view.js';

/** When, and as of when it was known; epoch milliseconds. */
export interface Moments {
  readonly at: number;
  readonly knownAt: number | null;
}

/** People × tasks at a moment, each cell from the one pure decision. */
export interface Matrix<Row> extends Moments {
  readonly tasks: readonly LoadedTask[];
  /** What was made of everybody who is engaged at the moment. */
  readonly rows: readonly Row[];
  readonly answers: readonly Answer[];
}

/** The moment, and the answers that have been given so far. */
export type RowOf = Pick<Matrix<unknown>, 'at' | 'answers'>;

/** Makes what is kept of somebody: `cells` are, for each of the tasks, the place of the answer. */
type Kept<Row> = (member: Member, cells: readonly number[], of: RowOf) => Row;

/** Rows that are made in a few milliseconds. */
const atOnce = 10;

/** Others are served between a few rows and the next; of each person no more is kept than the answer tells. */
export async function folded<Row>(
  { people, tasks }: Subjects,
  { at, knownAt }: Moments,
  kept: Kept<Row>,
): Promise<Matrix<Row>> {
  const answers = new Answers(tasks, at);
  const rows: Row[] = [];
  for await (const subject of people) {
    rows.push(kept(subject.member, answers.rowOf(subject), { at, answers: answers.list }));
    if (rows.length % atOnce === 0) await othersTurn();
  }
  return { at, knownAt, tasks, rows, answers: answers.list };
}

/** A `MatrixView` in JSON. */
export async function writtenMatrix(
  subjects: Subjects,
  moments: Moments,
  language: Language,
): Promise<Buffer> {
  const writer = new MatrixWriter(language);
  return writer.whole(await folded(subjects, moments, (...row) => writer.row(...row)));
}
