import type { Refusal } from '../law/refusals.js';

/** So many files of one record; those whose bytes are erased count, too. */
const mostFiles = 10;

export interface Adding {
  /** Whether it is the person's own record. */
  readonly isSelf: boolean;
  /** Whether somebody has confirmed the record, and whether it was rejected or withdrawn. */
  readonly confirmed: boolean;
  readonly ended: boolean;
  readonly files: number;
  /** Whether the same bytes are among them, or were. */
  readonly known: boolean;
}

/** One's own evidence comes before somebody judges it: what is added later was seen by nobody. */
export function refusalsToAdd({ isSelf, confirmed, ended, files, known }: Adding): Refusal[] {
  return [
    ...(ended ? [{ code: 'competence-record-not-in-force' } as const] : []),
    ...(isSelf && confirmed && !ended ? [{ code: 'competence-record-not-claimed' } as const] : []),
    ...(known ? [{ code: 'evidence-exists' } as const] : []),
    ...(files >= mostFiles ? [{ code: 'evidence-full', about: { most: mostFiles } } as const] : []),
  ];
}

export const refusalsToEraseEvidence = (erased: boolean): Refusal[] =>
  erased ? [{ code: 'evidence-erased' }] : [];
