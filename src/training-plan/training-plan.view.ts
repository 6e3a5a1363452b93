import type { Tx } from '../database/tx.js';
import { Problem } from '../http/problem.js';
import { holdsOneOf } from '../session/by.js';
import { type GoalFound, goalSql, named, shownGoal, standsAt } from './training-goal.view.js';
import type { TrainingPlanLineView, TrainingPlanStatus, TrainingPlanView } from './training-plan.dto.js';

/** From the steps and the clock, never stored. $1 is the moment. */
const statusSql = `case
  when p.valid @> $1::timestamptz then 'in-force'
  when lower(p.valid) > $1 then 'coming'
  else coalesce((select s.kind from training_plan_step s where s.plan_id = p.id and s.phase > 0 and s.at <= $1
    order by s.phase limit 1), case when p.valid is null then 'lapsed' else 'expired' end) end`;

/** The supervision in which the plan stands, is to begin, or ended. */
const supervisionSql = (wanted: string) => `(select ${wanted} from training_supervision v
  where v.plan_id = p.id and v.valid @> ${standsAt})`;

const open = `upper(p.valid) > $1::timestamptz`;

const flagsSql = `array_remove(array[
  case when ${open} and ${supervisionSql('v.id')} is null then 'no-supervisor' end,
  case when ${open} and ${supervisionSql('upper(v.valid)')} < upper(p.valid) then 'supervision-ends' end], null)`;

const goalsSql = (more: string) => `(select count(*)::int from training_goal g where g.plan_id = p.id
  and not exists (select from training_withdrawal w where w.goal_id = g.id) ${more})`;
const mastered = `and exists (select from training_step s where s.goal_id = g.id and s.kind = 'mastered'
  and not exists (select from training_withdrawal w where w.step_id = s.id))`;

const lineSql = `json_build_object('id', p.id, 'status', ${statusSql}, 'person', ${named('p.person_id')},
  'supervisor', ${named(supervisionSql('v.supervisor_id'))}, 'purpose', p.purpose,
  'validFrom', iso(lower(p.requested)), 'validTo', iso(upper(p.requested)), 'standsTo', iso(upper(p.valid)),
  'flags', ${flagsSql}, 'goalsWanted', ${goalsSql('')}, 'goalsMastered', ${goalsSql(mastered)})`;

const restSql = `json_build_object(
  'supervisions', (select json_agg(json_build_object('supervisor', ${named('v.supervisor_id')}, 'validFrom', iso(lower(v.valid)),
    'validTo', iso(upper(v.valid)), 'reason', v.reason, 'endReason', v.end_reason, 'decidedAt', iso(v.created_at),
    'by', ${named('v.person_id')}) order by v.number) from training_supervision v where v.plan_id = p.id),
  'steps', (select json_agg(json_build_object('kind', s.kind, 'at', iso(s.at), 'recordedAt', iso(s.recorded_at),
    'by', ${named('s.person_id')}, 'reason', s.reason) order by s.phase, s.recorded_at, s.id) from training_plan_step s where s.plan_id = p.id))`;

/** Who supervises, is to, or did so when the plan ended; $2 is the reader. */
const supervisesSql = `exists (select from training_supervision v where v.plan_id = p.id and v.supervisor_id = $2
  and (upper(v.valid) > $1::timestamptz or upper(v.valid) = upper(p.valid)))`;

interface Found {
  readonly line: TrainingPlanLineView;
  readonly rest: Pick<TrainingPlanView, 'supervisions' | 'steps'>;
  readonly goals: readonly GoalFound[] | null;
  readonly supervises: boolean;
}

const planSql = `select ${lineSql} line, ${restSql} rest, ${supervisesSql} supervises,
  (select json_agg(${goalSql} order by g.position) from training_goal g where g.plan_id = p.id) goals
  from training_plan p where p.id = $3`;

export interface PlanFound {
  readonly view: TrainingPlanView;
  /** A manager, or whoever supervises. */
  readonly mayChange: boolean;
  /** In force, or to come. */
  readonly open: boolean;
}

/** 404 for an unknown id or another clinic's; 403 for one that is none of the reader's business. */
export async function planFound(tx: Tx, id: string): Promise<PlanFound> {
  const { personId } = tx.by;
  const found = await tx.one<Found>(planSql, [new Date(tx.now), personId, id]);
  if (!found) throw new Problem('not-found');
  const { line, rest, goals, supervises } = found;
  if (!seesAll(tx) && !supervises && personId !== line.person.id) throw new Problem('forbidden');
  const open = line.status === 'in-force' || line.status === 'coming';
  const mayChange = isManager(tx) || supervises;
  const done = line.goalsWanted > 0 && line.goalsMastered === line.goalsWanted;
  const can = {
    goals: open && mayChange,
    supervision: open && isManager(tx),
    completion: open && mayChange && done,
    cancellation: open && mayChange,
  };
  const shown = (goals ?? []).map((goal) => shownGoal(tx.by, goal));
  return { view: { ...line, ...rest, goals: shown, can }, mayChange, open };
}

export const trainingPlanView = async (tx: Tx, id: string): Promise<TrainingPlanView> =>
  (await planFound(tx, id)).view;

export interface PlansWanted {
  readonly personId: string | null;
  readonly supervisorId: string | null;
  readonly status: TrainingPlanStatus | null;
  readonly at: Date | null;
  readonly after: string | null;
  readonly limit: number;
}

/** One's own and those one supervises; all for managers and auditors. */
export function trainingPlansOf(tx: Tx, wanted: PlansWanted): Promise<TrainingPlanLineView[]> {
  const { personId, supervisorId, status, at, after, limit } = wanted;
  const values = [
    new Date(tx.now),
    tx.by.personId,
    seesAll(tx),
    personId,
    supervisorId,
    status,
    at,
    after,
    limit,
  ];
  return tx
    .rows<{ line: TrainingPlanLineView }>(
      `select ${lineSql} line from training_plan p
       where ($3::boolean or p.person_id = $2 or ${supervisesSql}) and ($4::uuid is null or p.person_id = $4)
         and ($5::uuid is null or ${supervisionSql('v.supervisor_id')} = $5)
         and ($6::text is null or ${statusSql} = $6) and ($7::timestamptz is null or p.valid @> $7)
         and ($8::uuid is null or p.id > $8)
       order by p.id limit $9`,
      values,
    )
    .then((rows) => rows.map(({ line }) => line));
}

export const isManager = ({ by }: Tx): boolean => by.roles.includes('manager');

const seesAll = ({ by }: Tx): boolean => holdsOneOf(by, ['manager', 'auditor']);
