import type { ReactNode } from 'react';
import type { MatrixPersonView } from '../../api/schema.ts';
import type { Place } from './moves.ts';

export interface Line {
  readonly id: string;
  readonly name: string;
  /** Lines of one group follow one another. */
  readonly group: string;
}

/** What a matrix shows: a line for each task or competence, a column for each person. */
export interface Sheet {
  readonly name: string;
  /** What the lines are. */
  readonly corner: string;
  readonly people: readonly MatrixPersonView[];
  readonly lines: readonly Line[];
  readonly cell: (line: number, person: number) => ReactNode;
}

/** Where the open cell is; null where none is open, or what is open is not among what is shown. */
export function placeOf({ people, lines }: Sheet, personId?: string, lineId?: string): Place | null {
  const column = people.findIndex(({ id }) => id === personId);
  const row = lines.findIndex(({ id }) => id === lineId);
  return row < 0 || column < 0 ? null : { row, column };
}

/** A row of the grid: a line, or the heading of those that follow. */
export type Row = { readonly group: string } | { readonly line: number };

export const rowsOf = (lines: readonly Line[]): Row[] =>
  lines.flatMap(({ group }, line): Row[] =>
    group !== lines[line - 1]?.group && group !== '' ? [{ group }, { line }] : [{ line }],
  );
