import type { Tx } from '../database/tx.js';
import type { Held, LoadedTask, Standing } from '../decision/decision.facts.js';
import type { TitleFacts } from '../people/practice-right.rules.js';
import { peopleSql, subjectsQuery } from './matrix.sql.js';
import type { Packed } from './matrix.tasks.js';

/** Whom and what a matrix is about. Null: whoever and whatever there is. */
export interface Wanted {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly area: string | null;
  readonly occupation: string | null;
  readonly competenceId: string | null;
  /** Also tasks that are not in use. */
  readonly all: boolean;
  /** Also records of competences that nothing requires, which no decision asks for. */
  readonly everyRecord: boolean;
}

/** Somebody, with what it takes to know the title they may carry. */
export interface Member extends TitleFacts {
  readonly id: string;
  readonly name: string;
}

/** Somebody, and what the decisions about them are made from, without the ids of duties, delegations and approvals. */
export interface Subject {
  readonly member: Member;
  readonly person: Standing;
  /** Of each of the tasks, in their order: one and the same thing where it is alike for many. */
  readonly held: readonly Held[];
}

export interface Subjects {
  /** In the order of areas and names. */
  readonly tasks: readonly LoadedTask[];
  /** Engaged at the moment, by name. */
  readonly personIds: readonly string[];
  /** In the same order; to be walked once, before the transaction ends. */
  readonly people: Iterable<Subject> | AsyncIterable<Subject>;
}

/** What subjects are made from, as the database tells it. */
export interface Found {
  readonly packed: Packed;
  /** Those whose records are asked for: places in this list stand for them. */
  readonly competenceIds: readonly string[];
  /** To be walked once, before the transaction ends. */
  readonly parts: AsyncIterable<Part>;
}

/** What was found of so many people from a place in the list on, the first being 0. */
export interface Part {
  readonly from: number;
  readonly most: number;
  /** In JSON, as `peopleSql` gives it: it is read when it is their turn. */
  readonly facts: string;
}

/** So few at a time that what is found of them is soon forgotten, so many that few statements are enough. */
const part = 120;
/** Of those who are left, half and a few: the last ones are so few that little is left to decide when they are found. */
const partOf = (left: number): number => Math.min(part, Math.ceil(left / 2) + 10);

/** In one statement, and one for each part of the people. */
export async function foundAt(tx: Tx, wanted: Wanted): Promise<Found> {
  const { sql, values } = subjectsQuery(wanted);
  const packed = await tx.one<Packed>(sql, values);
  if (!packed) throw new Error('a select without from gives one row');
  const competenceIds = (wanted.everyRecord ? packed.competences : required(packed)) ?? [];
  return { packed, competenceIds, parts: inParts(tx, wanted.at, packed, competenceIds) };
}

const required = ({ options }: Packed): string[] => [
  ...new Set((options ?? []).map(([, competenceId]) => competenceId)),
];

/** The database finds the next ones while decisions are made about those before them, and waits for nobody in between. */
async function* inParts(
  tx: Tx,
  at: number,
  { people, tasks }: Packed,
  competenceIds: readonly string[],
): AsyncGenerator<Part> {
  const personIds = (people ?? []).map(([id]) => id);
  const places = [(tasks ?? []).map(([id]) => id).join(','), competenceIds.join(',')];
  const asked: Promise<Part>[] = [];
  let next = 0;
  const ask = () => {
    const from = next;
    const most = partOf(personIds.length - from);
    const ids = personIds.slice(from, from + most);
    if (ids.length === 0) return;
    next += most;
    const found = factsOf(tx, [new Date(at), ids, ...places]).then((facts) => ({ from, most, facts }));
    // It may fail while others are served: that is told where it is awaited, and must not end the process before.
    found.catch(() => undefined);
    asked.push(found);
  };
  ask();
  ask();
  try {
    while (asked[0]) {
      const found = await asked[0];
      asked.shift();
      ask();
      yield found;
    }
  } finally {
    // Whoever stops early must not end the transaction under a statement.
    await Promise.allSettled(asked);
  }
}

async function factsOf(tx: Tx, values: unknown[]): Promise<string> {
  const row = await tx.one<{ facts: string }>(peopleSql, values);
  if (!row) throw new Error('a select without from gives one row');
  return row.facts;
}
