import { Injectable } from '@nestjs/common';
import { newRecord, register, withdrawRecord } from '../competence/new-record.js';
import { recordFound } from '../competence/record.view.js';
import { Tenant } from '../database/tenant.js';
import type { Tx } from '../database/tx.js';
import { Problem } from '../http/problem.js';
import { dayInOslo } from '../law/oslo.js';
import type { RefusalCode } from '../law/refusals.js';
import { Refused } from '../law/refused.js';
import { actorOf, type By } from '../session/by.js';
import { type GoalFound, goalFound, goalOfStep, shownGoal, takingBack } from './training-goal.view.js';
import type { SignTrainingStep, TrainingGoalView } from './training-plan.dto.js';
import { mayTakeBack, refusalsToSign, refusalsToTakeBack } from './training-plan.rules.js';

/** What somebody else has seen of a goal: a row that says who, when and what, and another where it is taken back. */
@Injectable()
export class TrainingStepService {
  constructor(private readonly tenant: Tenant) {}

  /** By whoever supervises, or masters it; together with the competence record it gives, where one is asked for. */
  sign(goalId: string, command: SignTrainingStep, by: By): Promise<TrainingGoalView> {
    const attempt = {
      noun: 'training-step',
      act: 'sign',
      subjects: [goalId, by.personId],
      command: { goalId, ...command },
    };
    return this.tenant.act(by, attempt, async (tx) => {
      if (by.personId === null) throw new Problem('no-person');
      const found = await goalFound(tx, goalId);
      dayIn(found, command, tx.now);
      const refusals = refusalsToSign({
        ...found,
        goalStands: found.goal.status !== 'withdrawn',
        isSelf: by.personId === found.personId,
        isManager: by.roles.includes('manager'),
        givesRecord: givesRecord(command),
      });
      if (refusals.length > 0) throw new Refused(refusals);
      const recordId = await recordGiven(tx, found, command, by.personId);
      const id = tx.newId();
      const { kind, signedOn, note = null } = command;
      await tx.rows(signSql, [
        ...[
          tx.clinicId,
          id,
          goalId,
          found.personId,
          kind,
          signedOn,
          note,
          recordId,
          new Date(tx.now),
          by.personId,
        ],
      ]);
      const told = { id, goalId, kind, signedOn, note, recordId };
      tx.log('training-step.signed', [found.goal.planId, found.personId, found.goal.task?.id], told);
      return shownGoal(by, await goalFound(tx, goalId));
    });
  }

  /** By whoever signed it, or a manager. It counts no longer; a competence record that was given with it falls, too. */
  withdrawStep(stepId: string, reason: string, by: By): Promise<TrainingGoalView> {
    const attempt = {
      noun: 'training-step',
      act: 'withdraw',
      subjects: [stepId],
      command: { stepId, reason },
    };
    return this.tenant.act(by, attempt, async (tx) => {
      const found = await goalOfStep(tx, stepId);
      const step = found.goal.steps.find(({ id }) => id === stepId);
      if (!step) throw new Problem('not-found');
      const asked = takingBack(by, found, step);
      if (!mayTakeBack(asked)) throw new Problem('forbidden');
      const refusals = refusalsToTakeBack(asked);
      if (refusals.length > 0) throw new Refused(refusals);
      if (step.competenceRecordId !== null) await takeBack(tx, step.competenceRecordId, reason);
      const withdrawalId = await withdrawn(tx, { goalId: null, stepId }, reason);
      const subjects = [found.goal.planId, found.personId, found.goal.task?.id];
      tx.log('training-step.withdrawn', subjects, { id: stepId, withdrawalId, reason });
      return shownGoal(by, await goalFound(tx, found.goal.id));
    });
  }

  /** By a manager, or by whoever supervises: it is no longer to be learnt. What was signed of it stays. */
  withdrawGoal(goalId: string, reason: string, by: By): Promise<TrainingGoalView> {
    const attempt = {
      noun: 'training-goal',
      act: 'withdraw',
      subjects: [goalId],
      command: { goalId, reason },
    };
    return this.tenant.act(by, attempt, async (tx) => {
      const found = await goalFound(tx, goalId);
      if (!found.supervises && !by.roles.includes('manager')) throw new Problem('forbidden');
      refuseUnless(found.open, 'training-plan-not-in-force');
      refuseUnless(found.goal.status !== 'withdrawn', 'training-goal-not-in-force');
      const withdrawalId = await withdrawn(tx, { goalId, stepId: null }, reason);
      const subjects = [found.goal.planId, found.personId, found.goal.task?.id];
      tx.log('training-goal.withdrawn', subjects, { id: goalId, withdrawalId, reason });
      return shownGoal(by, await goalFound(tx, goalId));
    });
  }
}

function refuseUnless(condition: boolean, code: RefusalCode): void {
  if (!condition) throw new Refused([{ code }]);
}

const givesRecord = ({ record }: SignTrainingStep): boolean => record !== null && record !== undefined;

/** 400 for a day that has not come or that lies before the plan, and for a record of what is not mastered or is no competence. */
function dayIn({ goal, beginsOn }: GoalFound, command: SignTrainingStep, now: number): void {
  if (command.signedOn > dayInOslo(now)) throw Problem.invalid('/signedOn', 'after-today');
  if (command.signedOn < beginsOn) throw Problem.invalid('/signedOn', 'before-start');
  if (!givesRecord(command)) return;
  if (command.kind !== 'mastered') throw Problem.invalid('/kind', 'not-one-of', 'mastered');
  if (goal.competence === null) throw Problem.invalid('/record', 'no-competence');
}

/** As if a manager had registered it: confirmed, and assessed by whoever signs. */
async function recordGiven(
  tx: Tx,
  { personId, goal: { competence } }: GoalFound,
  { record, signedOn }: SignTrainingStep,
  assessedBy: string,
): Promise<string | null> {
  if (!record || !competence) return null;
  const { validTo, evidence } = record;
  const { id: competenceId, level } = competence;
  const command = { competenceId, level, achievedOn: signedOn, validTo, assessedBy, evidence };
  const given = await newRecord(tx, personId, 'confirmed', command, '/record');
  await register(tx, [given]);
  return given.id;
}

/** Nothing is left to take back where somebody has done so already. */
async function takeBack(tx: Tx, recordId: string, reason: string): Promise<void> {
  const { view } = await recordFound(tx, recordId);
  if (view.status !== 'withdrawn') await withdrawRecord(tx, view, reason);
}

async function withdrawn(
  tx: Tx,
  what: { readonly goalId: string | null; readonly stepId: string | null },
  reason: string,
): Promise<string> {
  const id = tx.newId();
  await tx.rows(withdrawSql, [
    ...[tx.clinicId, id, what.goalId, what.stepId, new Date(tx.now), actorOf(tx.by), tx.by.personId, reason],
  ]);
  return id;
}

const signSql = `
  insert into training_step (clinic_id, id, goal_id, trainee_id, kind, signed_on, note, record_id, at, person_id)
  values ($1, $2, $3, $4, $5, $6::date, $7, $8, $9, $10)`;

const withdrawSql = `
  insert into training_withdrawal (clinic_id, id, goal_id, step_id, at, actor_id, person_id, reason)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`;
