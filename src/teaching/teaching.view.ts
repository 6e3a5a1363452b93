import type { Tx } from '../database/tx.js';
import { Problem } from '../http/problem.js';
import { holdsOneOf } from '../session/by.js';
import type { TeachingDetailView, TeachingView } from './teaching.dto.js';
import {
  type Gives,
  type Recorder,
  type Rests,
  refusalsToAttend,
  refusalsToCancel,
  refusalsToGive,
  refusalsToInvite,
  refusalsToSign,
  type Teaching,
  type TeachingStatus,
} from './teaching.rules.js';

type Tally = NonNullable<TeachingView['tally']>;

/** As the tables hold it, before it is narrowed to what the reader may see. */
type Row = Omit<TeachingView, 'can' | 'tally'> & {
  readonly tally: Tally;
  /** Whether the reader is engaged at the moment. */
  readonly isPresent: boolean;
  readonly recordStands: boolean;
};

interface Detail extends Row {
  readonly people: TeachingDetailView['people'] | null;
  readonly given: Rests['given'] | null;
}

/** From the clock, never stored. $1 is the moment. */
const statusSql = `case when c.at is not null then 'cancelled' when lower(t.held) > $1::timestamptz then 'planned'
  when upper(t.held) > $1 then 'ongoing' else 'held' end`;

const named = (id: string) =>
  `(select json_build_object('id', n.id, 'name', n.name) from person n where n.id = ${id})`;

/** The latest of a person's rows is the one that counts. */
const latest = (table: 'participation' | 'attendance', column: string, person: string) =>
  `(select l.${column} from teaching_${table} l where l.teaching_id = t.id and l.person_id = ${person} order by l.number desc limit 1)`;

const givesSql = `(select json_agg(json_build_object('competence', json_build_object('id', k.id, 'name', k.name), 'level', g.level,
    'levelName', k.levels[g.level]) order by k.name, k.id)
  from teaching_competence g join competence k on k.id = g.competence_id where g.teaching_id = t.id and g.level is not null)`;

const tallySql = `(select json_build_object(
    'expected', count(*) filter (where teaching_expects(l.kind)), 'present', count(*) filter (where l.status = 'present'),
    'partly', count(*) filter (where l.status = 'partly'), 'absent', count(*) filter (where l.status = 'absent'))
  from (
    (select distinct on (p.person_id) p.kind, null status from teaching_participation p
      where p.teaching_id = t.id order by p.person_id, p.number desc)
    union all
    (select distinct on (a.person_id) null, a.status from teaching_attendance a
      where a.teaching_id = t.id order by a.person_id, a.number desc)
  ) l)`;

/** $2 is the reader. */
const columns = `'id', t.id, 'kind', t.kind, 'title', t.title, 'place', t.place,
  'startsAt', iso(lower(t.held)), 'endsAt', iso(upper(t.held)), 'status', ${statusSql}, 'topics', t.topics,
  'heldBy', json_build_object('personId', t.holder_id, 'name', coalesce(h.name, t.holder_name)), 'open', t.open,
  'gives', coalesce(${givesSql}, '[]'),
  'cancellation', case when c.at is not null then json_build_object('at', iso(c.at), 'by', ${named('c.by_id')}, 'reason', c.reason) end,
  'mine', json_build_object('participation', ${latest('participation', 'kind', '$2')},
    'attendance', ${latest('attendance', 'status', '$2')}),
  'tally', ${tallySql}, 'recordStands', teaching_record_stands(t.clinic_id, t.id, null), 'isPresent', is_here(t.clinic_id, $2, $1), 'version', t.version`;

const peopleSql = `(select json_agg(json_build_object('person', json_build_object('id', n.id, 'name', n.name),
    'participation', ${latest('participation', 'kind', 'n.id')}, 'attendance', (
      select json_build_object('status', a.status, 'recordedAt', iso(a.at), 'recordedBy', ${named('a.by_id')},
        'corrections', a.number - 1)
      from teaching_attendance a where a.teaching_id = t.id and a.person_id = n.id order by a.number desc limit 1
    ), 'records', (select coalesce(json_agg(json_build_object('competenceId', g.competence_id, 'recordId', g.record_id)
      order by g.competence_id), '[]') from teaching_record g where g.teaching_id = t.id and g.person_id = n.id)) order by n.name, n.id)
  from person n where n.id in (select p.person_id from teaching_participation p where p.teaching_id = t.id
    union select a.person_id from teaching_attendance a where a.teaching_id = t.id))`;

const givenSql = `(select json_agg(distinct jsonb_build_object('competenceId', g.competence_id, 'level', g.level))
  from teaching_record g where g.teaching_id = t.id)`;

const from = `from teaching t left join person h on h.id = t.holder_id left join teaching_cancellation c on c.teaching_id = t.id`;

/** What is open to all, what one holds, and what one has had a part in; all for managers and auditors ($3). */
export const readableSql = `($3::boolean or t.open or t.holder_id = $2
  or exists (select from teaching_participation p where p.teaching_id = t.id and p.person_id = $2)
  or exists (select from teaching_attendance a where a.teaching_id = t.id and a.person_id = $2))`;

const seesAll = ({ by }: Tx): boolean => holdsOneOf(by, ['manager', 'auditor']);

export const readerOf = (tx: Tx) => [new Date(tx.now), tx.by.personId, seesAll(tx)];

export interface TeachingFound {
  readonly view: TeachingDetailView;
  readonly teaching: Teaching;
  /** What rests on it: whether any attendance has been recorded, and what records have been given of. */
  readonly rests: Rests;
  /** Whether one of those records stands. */
  readonly recordStands: boolean;
  /** Whether it is the reader's to say who came. */
  readonly mayRecord: boolean;
  readonly recorder: Recorder;
}

/** 404 for an unknown id or another clinic's; 403 for what is none of the reader's business. */
export async function teachingFound(tx: Tx, id: string): Promise<TeachingFound> {
  const found = await tx.one<{ row: Detail; readable: boolean }>(
    `select json_build_object(${columns}, 'people', ${peopleSql}, 'given', ${givenSql}) "row", ${readableSql} readable
     ${from} where t.id = $4`,
    [...readerOf(tx), id],
  );
  if (!found) throw new Problem('not-found');
  if (!found.readable) throw new Problem('forbidden');
  const { people, given, ...row } = found.row;
  const { present, partly, absent } = row.tally;
  const seen = (people ?? []).filter(({ person }) => seesPeople(tx, row) || person.id === tx.by.personId);
  return {
    view: { ...viewOf(tx, row), people: seen },
    teaching: teachingOf(tx, row),
    rests: { attended: present + partly + absent > 0, given: given ?? [] },
    recordStands: row.recordStands,
    mayRecord: mayRecord(tx, row),
    recorder: recorderIn(tx, row),
  };
}

export interface TeachingWanted {
  readonly from: Date | null;
  readonly to: Date | null;
  readonly personId: string | null;
  readonly competenceId: string | null;
  readonly status: TeachingStatus | null;
  readonly order: 'asc' | 'desc';
  /** The start and the id of the last one before the page. */
  readonly after: readonly [number, string] | null;
  readonly limit: number;
}

/** In the order in which they begin, or the other way round. What another takes part in is for managers and auditors to ask. */
export async function teachingsOf(tx: Tx, wanted: TeachingWanted): Promise<TeachingView[]> {
  const { from: since, to, personId, competenceId, status, order, after, limit } = wanted;
  const rows = await tx.rows<{ row: Row }>(
    `select json_build_object(${columns}) "row" ${from}
     where ${readableSql} and ($4::timestamptz is null or upper(t.held) > $4) and ($5::timestamptz is null or lower(t.held) < $5)
       and ($6::uuid is null or ($3 or $6 = $2) and (teaching_expects(${latest('participation', 'kind', '$6')})
         or exists (select from teaching_attendance a where a.teaching_id = t.id and a.person_id = $6)))
       and ($7::text is null or ${statusSql} = $7)
       and ($8::uuid is null or exists (select from teaching_competence g
         where g.teaching_id = t.id and g.competence_id = $8 and g.level is not null))
       and ($9::timestamptz is null or (lower(t.held), t.id) ${order === 'asc' ? '>' : '<'} ($9, $10::uuid))
     order by lower(t.held) ${order}, t.id ${order} limit $11`,
    [
      ...readerOf(tx),
      since,
      to,
      personId,
      status,
      competenceId,
      after && new Date(after[0]),
      after?.[1],
      limit,
    ],
  );
  return rows.map(({ row }) => viewOf(tx, row));
}

const holds = ({ by }: Tx, { heldBy }: Row): boolean =>
  heldBy.personId !== null && heldBy.personId === by.personId;

/** Whoever holds it sees who comes. */
const seesPeople = (tx: Tx, row: Row): boolean => seesAll(tx) || holds(tx, row);

const recorderIn = ({ by }: Tx, { isPresent }: Row): Recorder => ({
  personId: by.personId,
  isManager: holdsOneOf(by, ['manager']),
  isPresent,
});

const mayRecord = (tx: Tx, row: Row): boolean => holdsOneOf(tx.by, ['manager']) || holds(tx, row);

const teachingOf = (tx: Tx, { startsAt, endsAt, open, status }: Row): Teaching => ({
  now: tx.now,
  held: { from: Date.parse(startsAt), to: Date.parse(endsAt) },
  open,
  cancelled: status === 'cancelled',
});

export const givesOf = ({ gives }: Pick<TeachingView, 'gives'>): Gives[] =>
  gives.map(({ competence, level }) => ({ competenceId: competence.id, level }));

function viewOf(tx: Tx, row: Row): TeachingView {
  const { tally, recordStands, isPresent, ...view } = row;
  return { ...view, tally: seesPeople(tx, row) ? tally : null, can: canOf(tx, row, recordStands) };
}

function canOf(tx: Tx, row: Row, recordStands: boolean): TeachingView['can'] {
  const teaching = teachingOf(tx, row);
  const isManager = holdsOneOf(tx.by, ['manager']);
  const maySign = (after: 'signed-up' | 'signed-off') =>
    tx.by.personId !== null && refusalsToSign(teaching, row.mine.participation, after).length === 0;
  return {
    change: isManager && !teaching.cancelled,
    cancellation: isManager && refusalsToCancel(teaching, recordStands).length === 0,
    invitation: isManager && refusalsToInvite(teaching).length === 0,
    signUp: maySign('signed-up'),
    signOff: maySign('signed-off'),
    attendance: mayRecord(tx, row) && refusalsToAttend(teaching, recorderIn(tx, row), []).length === 0,
    records: isManager && refusalsToGive(teaching, givesOf(row), []).length === 0,
  };
}
