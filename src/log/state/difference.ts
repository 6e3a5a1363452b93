import { inOrder, type Row, type StateTable } from './row.js';

/** Where a table says something else than the log. */
export interface Difference {
  readonly table: StateTable;
  /** What the row is known by: its id, or the columns of its key. */
  readonly key: string;
  /** Null where a whole row is missing in the one or the other. */
  readonly column: string | null;
  /** Null for an empty column; `absent` and `there` where a whole row is missing. */
  readonly log: string | null;
  readonly found: string | null;
}

/** The first row, by key, that is not the same in both; null if all are. Both are in the order of their keys. */
export function firstDifference(
  table: StateTable,
  told: readonly Row[],
  held: readonly Row[],
): Difference | null {
  const [log, tables] = withoutUntoldIds(told, held);
  for (let i = 0; i < Math.max(log.length, tables.length); i++) {
    const [expected, found] = [log[i], tables[i]];
    if (expected && (!found || expected.key < found.key))
      return { table, key: expected.key, column: null, log: 'there', found: 'absent' };
    if (found && (!expected || found.key < expected.key))
      return { table, key: found.key, column: null, log: 'absent', found: 'there' };
    const other = expected && found && differenceBetween(expected, found);
    if (other) return { table, key: expected.key, ...other };
  }
  return null;
}

function differenceBetween(log: Row, found: Row): Omit<Difference, 'table' | 'key'> | null {
  for (const column of new Set([...Object.keys(log.columns), ...Object.keys(found.columns)])) {
    const [told, held] = [log.columns[column] ?? null, found.columns[column] ?? null];
    if (told !== held) return { column, log: told, found: held };
  }
  return null;
}

/** Entries written before steps and reviews told their ids go by their own number: what is known by all the rest is compared. */
const isUntold = (id: string | null | undefined): boolean => id?.startsWith('entry ') ?? false;

function withoutUntoldIds(log: readonly Row[], tables: readonly Row[]): [readonly Row[], readonly Row[]] {
  if (!log.some(({ columns }) => isUntold(columns.id))) return [log, tables];
  const told = new Set(log.map(({ key }) => key));
  const before = (row: Row): Row => {
    const { id: _, ...columns } = row.columns;
    return { key: Object.values(columns).join(' '), columns };
  };
  return [
    inOrder(log.map((row) => (isUntold(row.columns.id) ? before(row) : row))),
    inOrder(tables.map((row) => (told.has(row.key) ? row : before(row)))),
  ];
}
