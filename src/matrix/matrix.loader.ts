import type { Tx } from '../database/tx.js';
import type { Held, LoadedTask, Standing } from '../decision/decision.facts.js';
import type { TitleFacts } from '../people/practice-right.rules.js';
import { peopleSql, subjectsQuery } from './matrix.sql.js';
import { type Packed, type Required, requiredIn, tasksIn } from './matrix.tasks.js';
import { type PackedPeople, Unpacking } from './matrix.unpack.js';

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

/** So few at a time that what is found of them is soon forgotten, so many that few statements are enough. */
const part = 120;
/** Of those who are left, half and a few: the last ones are so few that little is left to decide when they are found. */
const partOf = (left: number): number => Math.min(part, Math.ceil(left / 2) + 10);

/** In one statement, and one for each part of the people. */
export async function subjectsAt(tx: Tx, wanted: Wanted): Promise<Subjects> {
  const { sql, values } = subjectsQuery(wanted);
  const row = await tx.one<Packed>(sql, values);
  if (!row) throw new Error('a select without from gives one row');
  const required = requiredIn(row);
  const tasks = tasksIn(row, required);
  const competenceIds = wanted.everyRecord ? (row.competences ?? []) : competencesIn(required);
  return {
    tasks,
    personIds: (row.people ?? []).map(([id]) => id),
    people: inParts(tx, wanted.at, new Unpacking(row, tasks, required, competenceIds)),
  };
}

function competencesIn({ ofTasks, ofRoles }: Required): string[] {
  const requirements = [...ofTasks.values(), ...ofRoles.values()].flat();
  return [...new Set(requirements.flatMap(({ anyOf }) => anyOf.map(({ competenceId }) => competenceId)))];
}

/** The database finds the next ones while decisions are made about those before them, and waits for nobody in between. */
async function* inParts(tx: Tx, at: number, unpacking: Unpacking): AsyncGenerator<Subject> {
  const { people } = unpacking;
  const [taskIds, competenceIds] = [unpacking.taskIds.join(','), unpacking.competenceIds.join(',')];
  const asked: Part[] = [];
  let next = 0;
  const ask = () => {
    const from = next;
    const most = partOf(people.length - from);
    const ids = people.slice(from, from + most).map(([id]) => id);
    if (ids.length === 0) return;
    next += most;
    const found = tx.one<{ facts: string }>(peopleSql, [new Date(at), ids, taskIds, competenceIds]);
    // It may fail while others are served: that is told where it is awaited, and must not end the process before.
    found.catch(() => undefined);
    asked.push({ from, most, found });
  };
  ask();
  ask();
  try {
    while (asked[0]) {
      const { from, most } = asked[0];
      const facts = factsIn(await asked[0].found);
      asked.shift();
      ask();
      yield* unpacking.peopleIn(facts, from, most);
    }
  } finally {
    // Whoever stops early must not end the transaction under a statement.
    await Promise.allSettled(asked.map(({ found }) => found));
  }
}

interface Part {
  readonly from: number;
  readonly most: number;
  readonly found: Promise<{ readonly facts: string } | undefined>;
}

/** Read when it is their turn, and nothing is kept of the text. */
function factsIn(row: { readonly facts: string } | undefined): PackedPeople {
  if (!row) throw new Error('a select without from gives one row');
  return JSON.parse(row.facts) as PackedPeople;
}
