import { Injectable } from '@nestjs/common';
import { mustExist } from '../database/must-exist.js';
import { Tenant } from '../database/tenant.js';
import type { Tx } from '../database/tx.js';
import { instantOf } from '../http/instant.js';
import { type Page, page } from '../http/page.js';
import { Problem } from '../http/problem.js';
import { Refused } from '../law/refused.js';
import { actorOf, type By } from '../session/by.js';
import { goalsIn, goalsTold, insertGoals } from './new-goal.js';
import type {
  AddTrainingGoals,
  EndTrainingPlan,
  MakeTrainingPlan,
  SuperviseTraining,
  TrainingPlanLineView,
  TrainingPlansQuery,
  TrainingPlanView,
} from './training-plan.dto.js';
import { planFacts, presenceOf } from './training-plan.facts.js';
import { refusalsToEnd, refusalsToPlan, refusalsToSupervise } from './training-plan.rules.js';
import { isManager, planFound, trainingPlansOf, trainingPlanView } from './training-plan.view.js';

/** What somebody in training is to learn, and under whose supervision (hpl-5). It gives no right: delegations do. */
@Injectable()
export class TrainingPlanService {
  constructor(private readonly tenant: Tenant) {}

  list(query: TrainingPlansQuery, by: By): Promise<Page<TrainingPlanLineView>> {
    const [after] = query.after<[string]>(['uuid']) ?? [null];
    const { personId = null, supervisorId = null, status = null, limit } = query;
    const at = query.at ? new Date(instantOf(query.at)) : null;
    return this.tenant.read(by, async (tx) => {
      const found = await trainingPlansOf(tx, {
        personId,
        supervisorId,
        status,
        at,
        after,
        limit: limit + 1,
      });
      return page(found, limit, ({ id }) => [id]);
    });
  }

  get(id: string, by: By): Promise<TrainingPlanView> {
    return this.tenant.read(by, (tx) => trainingPlanView(tx, id));
  }

  /** By a manager, or by whoever is to supervise: pupils are the helsesekretær's to train. */
  make(command: MakeTrainingPlan, by: By): Promise<TrainingPlanView> {
    const { personId, supervisorId } = command;
    const subjects = [personId, supervisorId];
    return this.tenant.act(by, { noun: 'training-plan', act: 'make', subjects, command }, async (tx) => {
      await mustExist(tx, 'person', [personId, supervisorId]);
      if (!isManager(tx) && by.personId !== supervisorId) throw new Problem('forbidden');
      const [from, to] = [instantOf(command.validFrom), instantOf(command.validTo)];
      if (to <= from) throw Problem.invalid('/validTo', 'ends-before-start');
      const goals = await goalsIn(tx, command.goals, 0);
      const refusals = refusalsToPlan(await planFacts(tx, command), { from, to });
      if (refusals.length > 0) throw new Refused(refusals);
      const [id, stepId, supervisionId] = [tx.newId(), tx.newId(), tx.newId()];
      const [validFrom, validTo] = [new Date(from), new Date(to)];
      await tx.rows(makeSql, [
        ...[tx.clinicId, id, personId, command.purpose, validFrom, validTo, new Date(tx.now)],
        ...[stepId, actorOf(by), by.personId, supervisionId, supervisorId],
      ]);
      await insertGoals(tx, { planId: id, personId }, goals);
      tx.log('training-plan.made', [id, ...subjects, ...tasksIn(goals)], {
        ...{ id, stepId, personId, supervisionId, supervisorId, purpose: command.purpose },
        validFrom: validFrom.toISOString(),
        validTo: validTo.toISOString(),
        goals: goalsTold(goals),
      });
      return trainingPlanView(tx, id);
    });
  }

  addGoals(id: string, command: AddTrainingGoals, by: By): Promise<TrainingPlanView> {
    return this.change(id, 'add-goals', command, by, async (tx, { person, goals: already }) => {
      const goals = await goalsIn(tx, command.goals, already.length);
      await insertGoals(tx, { planId: id, personId: person.id }, goals);
      const subjects = [id, person.id, ...tasksIn(goals)];
      tx.log('training-plan.goals-added', subjects, { id, goals: goalsTold(goals) });
    });
  }

  /** By a manager, from now on or from when the plan begins; whoever supervised until then does no longer. */
  supervise(id: string, { supervisorId, reason }: SuperviseTraining, by: By): Promise<TrainingPlanView> {
    return this.change(id, 'supervise', { supervisorId, reason }, by, async (tx, { person, ...plan }) => {
      await mustExist(tx, 'person', [supervisorId]);
      const from = Math.max(Date.parse(plan.validFrom), tx.now);
      const rest = { from, to: Date.parse(plan.standsTo ?? plan.validTo) };
      const refusals = refusalsToSupervise(await presenceOf(tx, supervisorId), person.id, rest);
      if (refusals.length > 0) throw new Refused(refusals);
      const supervisionId = tx.newId();
      await tx.rows(cutSupervisionSql, [id, new Date(from)]);
      await tx.rows(superviseSql, [
        ...[tx.clinicId, supervisionId, id, person.id, supervisorId, new Date(from), reason],
        ...[actorOf(by), by.personId, new Date(tx.now)],
      ]);
      const told = { id, supervisionId, supervisorId, reason };
      tx.log('training-plan.supervision-changed', [id, person.id, supervisorId], told);
    });
  }

  end(id: string, { outcome, reason }: EndTrainingPlan, by: By): Promise<TrainingPlanView> {
    return this.change(id, 'end', { outcome, reason }, by, async (tx, { person, goals }) => {
      const refusals = refusalsToEnd(
        outcome,
        goals.map(({ status }) => status),
      );
      if (refusals.length > 0) throw new Refused(refusals);
      const stepId = tx.newId();
      const values = [tx.clinicId, id, new Date(tx.now), stepId, outcome, actorOf(by), by.personId, reason];
      await tx.rows(endSql, values);
      tx.log(`training-plan.${outcome}`, [id, person.id], { id, stepId, reason });
    });
  }

  private change(
    id: string,
    act: string,
    command: object,
    by: By,
    work: (tx: Tx, plan: TrainingPlanView) => Promise<void>,
  ): Promise<TrainingPlanView> {
    const attempt = {
      noun: 'training-plan',
      act,
      subjects: [id],
      command: { trainingPlanId: id, ...command },
    };
    return this.tenant.act(by, attempt, async (tx) => {
      const { view, mayChange, open } = await planFound(tx, id);
      if (!mayChange) throw new Problem('forbidden');
      if (!open) throw new Refused([{ code: 'training-plan-not-in-force', about: { trainingPlanId: id } }]);
      await work(tx, view);
      return trainingPlanView(tx, id);
    });
  }
}

const tasksIn = (goals: readonly { readonly taskId: string | null }[]): string[] => [
  ...new Set(goals.flatMap(({ taskId }) => taskId ?? [])),
];

/** Nothing stands before it was made. */
const makeSql = `
  with made as (
    insert into training_plan (clinic_id, id, person_id, purpose, requested, valid, created_at)
    select $1, $2, $3, $4, tstzrange($5, $6), tstzrange($5, $6) * tstzrange($7, null), $7
  ), signed as (
    insert into training_plan_step (clinic_id, id, plan_id, kind, phase, at, recorded_at, actor_id, person_id, reason)
    values ($1, $8, $2, 'made', 0, $7, $7, $9, $10, null)
  )
  insert into training_supervision (clinic_id, id, plan_id, trainee_id, supervisor_id, number, valid, actor_id, person_id, created_at)
  values ($1, $11, $2, $3, $12, 1, tstzrange($5, $6) * tstzrange($7, null), $9, $10, $7)`;

/** $1 is the plan, $2 the moment; what had not begun never was. */
const cutSupervisionSql = `
  update training_supervision set valid = case when lower(valid) < $2 then valid * tstzrange(null, $2) end
  where plan_id = $1 and upper(valid) > $2`;

const superviseSql = `
  insert into training_supervision (clinic_id, id, plan_id, trainee_id, supervisor_id, number, valid, reason, actor_id, person_id,
    created_at)
  select $1, $2, p.id, $4, $5, (select max(v.number) + 1 from training_supervision v where v.plan_id = p.id),
    tstzrange($6, upper(p.valid)), $7, $8, $9, $10
  from training_plan p where p.id = $3`;

const endSql = `
  with cut as (
    update training_plan set valid = case when $3 > lower(valid) then valid * tstzrange(null, $3) end where id = $2
  ), over as (
    update training_supervision set valid = case when $3 > lower(valid) then valid * tstzrange(null, $3) end
    where plan_id = $2 and upper(valid) > $3
  )
  insert into training_plan_step (clinic_id, id, plan_id, kind, phase, at, recorded_at, actor_id, person_id, reason)
  values ($1, $4, $2, $5, 1, $3, $3, $6, $7, $8)`;
