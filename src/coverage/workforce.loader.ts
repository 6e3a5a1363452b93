import { areasInOrder } from '../catalogue/areas.js';
import type { Tx } from '../database/tx.js';
import type { Facts } from '../decision/decision.facts.js';
import { loadFacts, periodOf } from '../decision/facts.loader.js';
import { versionInForce } from '../duty/duty.view.js';
import type { Period } from '../law/period.js';
import type { WorkingDays } from '../working-days/working-days.rules.js';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Who is engaged, and what is in use: what coverage and needs are reckoned from. */
export interface Workforce {
  /** By name. */
  readonly people: readonly Named[];
  readonly workingDays: ReadonlyMap<string, readonly WorkingDays[]>;
  /** Tasks that somebody holds then, or that a role description in force names: in the order of areas and names. */
  readonly taskIds: readonly string[];
  readonly facts: Facts;
}

export interface Wanted {
  /** Everybody who is engaged at some moment of it, the last one included. */
  readonly engaged: Period;
  /** Null: all. */
  readonly area: string | null;
  /** Null: everybody. */
  readonly personId: string | null;
}

/** With what is in use at a moment; in two statements however many they are. */
export async function workforceAt(tx: Tx, at: number, wanted: Wanted): Promise<Workforce> {
  const { engaged, area, personId } = wanted;
  const row = await tx.one<Row>(workforceSql, [
    new Date(at),
    area,
    personId,
    new Date(engaged.from),
    new Date(engaged.to),
  ]);
  const people = (row?.people ?? []).map(([id, name]): Named => ({ id, name }));
  const taskIds = row?.tasks ?? [];
  const facts = await loadFacts(
    tx,
    people.map(({ id }) => id),
    taskIds,
  );
  return { people, taskIds, facts, workingDays: weeks(row?.weeks ?? []) };
}

interface Row {
  readonly people: [id: string, name: string][] | null;
  readonly tasks: string[] | null;
  readonly weeks: Week[] | null;
}

type Week = readonly [personId: string, weekdays: number[], from: number | null, to: number | null];

function weeks(rows: readonly Week[]): Map<string, WorkingDays[]> {
  const found = new Map<string, WorkingDays[]>();
  for (const [personId, weekdays, from, to] of rows) {
    const known = found.get(personId) ?? [];
    found.set(personId, [...known, { weekdays, valid: periodOf(from, to) }]);
  }
  return found;
}

/**
 * Whether somebody holds a task, or a role description in force names it; $1 is the moment.
 * Asked of each task until one is found: a clinic has many times as many duties as tasks.
 */
export const isInUse = (task: string): string =>
  `coalesce(${['duty', 'delegation', 'approval']
    .map(
      (table) =>
        `(select true from ${table} h where h.task_id = ${task} and h.valid @> $1::timestamptz limit 1)`,
    )
    .join(', ')}, ${task} in (select rt.task_id from role_description r join role_description_task rt
      on rt.role_description_id = r.id and rt.number = ${versionInForce('r.id', '$1::timestamptz')}))`;

/** Of the task `t`. */
export const areaOrder = `array_position('{${areasInOrder.join(',')}}'::text[], t.area)`;

const workforceSql = `select
  (select json_agg(json_build_array(p.id, p.name) order by p.name collate "nb-x-icu", p.id) from person p
    where p.id in (select s.person_id from presence s where s.valid && tstzrange($4, $5, '[]')) and ($3::uuid is null or p.id = $3)) people,
  (select json_agg(t.id order by ${areaOrder}, t.name collate "nb-x-icu", t.id) from task t
    where ${isInUse('t.id')} and ($2::text is null or t.area = $2)) tasks,
  (select json_agg(json_build_array(w.person_id, w.weekdays, ms(lower(w.valid)), ms(upper(w.valid))))
    from working_days w where w.valid is not null and ($3::uuid is null or w.person_id = $3)) weeks`;
