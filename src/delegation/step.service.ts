import { Injectable } from '@nestjs/common';
import { Tenant } from '../database/tenant.js';
import type { Tx } from '../database/tx.js';
import { instantOf } from '../http/instant.js';
import { Problem } from '../http/problem.js';
import type { RefusalCode } from '../law/refusals.js';
import { Refused } from '../law/refused.js';
import { actorOf, type By } from '../session/by.js';
import type { DelegationView, ReviewDelegation } from './delegation.dto.js';
import { delegationFacts } from './delegation.facts.js';
import { DelegationRules } from './delegation.rules.provider.js';
import { delegationView, receipted } from './delegation.view.js';

type Step = 'declined' | 'withdrawn' | 'revoked' | 'relinquished';

/** The steps of a delegation's life after the proposal: each is a row that says who, when and why. */
@Injectable()
export class StepService {
  constructor(
    private readonly tenant: Tenant,
    private readonly rules: DelegationRules,
  ) {}

  /** Only the delegatee accepts, and only while the ground still holds; it stands from then on. */
  accept(id: string, by: By): Promise<DelegationView> {
    return this.step(id, 'accept', {}, by, async (tx, delegation) => {
      const requested = spanOf(delegation.validFrom, delegation.validTo);
      const parties = { delegatorId: delegation.delegator.id, delegateeId: delegation.delegatee.id };
      const facts = await delegationFacts(tx, { ...parties, taskId: delegation.task.id, delegationId: id });
      const refusals = this.rules.refusalsToAccept(facts, {
        byDelegatee: by.personId === delegation.delegatee.id,
        pending: delegation.status === 'proposed',
        profession: delegation.profession,
        requested,
        conditions: delegation.conditions,
      });
      if (refusals.length > 0) throw new Refused(refusals);
      const stepId = tx.newId();
      await tx.rows(acceptSql, [tx.clinicId, id, new Date(tx.now), stepId, actorOf(by), by.personId]);
      logStep(tx, delegation, { stepId, kind: 'accepted', reason: null });
    });
  }

  decline(id: string, reason: string, by: By): Promise<DelegationView> {
    return this.step(id, 'decline', { reason }, by, async (tx, delegation) => {
      refuseUnless(by.personId === delegation.delegatee.id, 'not-the-delegatee');
      refuseUnless(delegation.status === 'proposed', 'delegation-not-pending');
      await end(tx, delegation, 'declined', reason);
    });
  }

  withdraw(id: string, reason: string, by: By): Promise<DelegationView> {
    return this.step(id, 'withdraw', { reason }, by, async (tx, delegation) => {
      refuseUnless(by.personId === delegation.delegator.id, 'not-the-delegator');
      refuseUnless(delegation.status === 'proposed', 'delegation-not-pending');
      await end(tx, delegation, 'withdrawn', reason);
    });
  }

  /** By the delegator, or by a manager for safety (hpl-16). */
  revoke(id: string, reason: string, by: By): Promise<DelegationView> {
    return this.step(id, 'revoke', { reason }, by, async (tx, delegation) => {
      refuseUnless(
        by.personId === delegation.delegator.id || by.roles.includes('manager'),
        'not-the-delegator',
      );
      refuseUnless(delegation.status === 'accepted', 'delegation-not-in-force');
      await end(tx, delegation, 'revoked', reason);
    });
  }

  /** "I do not master this": stops at once and needs nobody's approval (hpl-4). */
  relinquish(id: string, reason: string, by: By): Promise<DelegationView> {
    return this.step(id, 'relinquish', { reason }, by, async (tx, delegation) => {
      refuseUnless(by.personId === delegation.delegatee.id, 'not-the-delegatee');
      refuseUnless(delegation.status === 'accepted', 'delegation-not-in-force');
      await end(tx, delegation, 'relinquished', reason);
    });
  }

  review(id: string, command: ReviewDelegation, by: By): Promise<DelegationView> {
    return this.step(id, 'review', command, by, async (tx, delegation) => {
      refuseUnless(by.personId === delegation.delegator.id, 'not-the-delegator');
      refuseUnless(delegation.status === 'accepted', 'delegation-not-in-force');
      const next = command.nextReviewBy ? new Date(instantOf(command.nextReviewBy)) : null;
      const { outcome, note } = command;
      const reviewId = tx.newId();
      await tx.rows(reviewSql, [
        tx.clinicId,
        reviewId,
        id,
        new Date(tx.now),
        actorOf(by),
        by.personId,
        outcome,
        note,
        next,
      ]);
      tx.log('delegation.reviewed', subjectsOf(delegation), {
        id,
        reviewId,
        outcome,
        note,
        nextReviewBy: next?.toISOString(),
      });
    });
  }

  /** Always refused, whoever asks and whatever they ask: a delegated task can never be delegated on. Logged. */
  redelegate(id: string, by: By): Promise<never> {
    const attempt = {
      noun: 'delegation',
      act: 'redelegate',
      subjects: [id, by.personId],
      command: { delegationId: id },
    };
    return this.tenant.act(by, attempt, async (tx) => {
      const found = await tx.one<{ task_id: string }>('select task_id from delegation where id = $1', [id]);
      if (!found) throw new Problem('not-found');
      throw new Refused([
        { code: 'delegated-task-not-delegable', about: { delegationId: id, taskId: found.task_id } },
      ]);
    });
  }

  private step(
    id: string,
    act: string,
    command: object,
    by: By,
    work: (tx: Tx, delegation: DelegationView) => Promise<void>,
  ): Promise<DelegationView> {
    const attempt = {
      noun: 'delegation',
      act,
      subjects: [id, by.personId],
      command: { delegationId: id, ...command },
    };
    return this.tenant.act(by, attempt, async (tx) => {
      await work(tx, await delegationView(tx, id));
      return receipted(tx, id);
    });
  }
}

function refuseUnless(condition: boolean, code: RefusalCode): void {
  if (!condition) throw new Refused([{ code }]);
}

const spanOf = (from: string, to: string | null) => ({
  from: Date.parse(from),
  to: to === null ? Number.POSITIVE_INFINITY : Date.parse(to),
});

const subjectsOf = ({ id, delegator, delegatee, task }: DelegationView) => [
  id,
  delegator.id,
  delegatee.id,
  task.id,
];

function logStep(
  tx: Tx,
  delegation: DelegationView,
  { kind, ...told }: { stepId: string; kind: string; reason: string | null },
): void {
  tx.log(`delegation.${kind}`, subjectsOf(delegation), { id: delegation.id, ...told });
}

async function end(tx: Tx, delegation: DelegationView, kind: Step, reason: string): Promise<void> {
  const phase = kind === 'declined' || kind === 'withdrawn' ? 1 : 2;
  const stepId = tx.newId();
  const values = [
    tx.clinicId,
    delegation.id,
    new Date(tx.now),
    stepId,
    actorOf(tx.by),
    tx.by.personId,
    kind,
    phase,
    reason,
  ];
  await tx.rows(endSql, values);
  logStep(tx, delegation, { stepId, kind, reason });
}

const stepColumns = 'clinic_id, id, delegation_id, kind, phase, at, recorded_at, actor_id, person_id, reason';

const acceptSql = `
  with standing as (
    update delegation set pending = false, valid = requested * tstzrange($3, null) where id = $2
  )
  insert into delegation_step (${stepColumns}) values ($1, $4, $2, 'accepted', 1, $3, $3, $5, $6, null)`;

const endSql = `
  with cut as (
    update delegation set pending = false, valid = case when $3 > lower(valid) then valid * tstzrange(null, $3) end where id = $2
  )
  insert into delegation_step (${stepColumns}) values ($1, $4, $2, $7, $8, $3, $3, $5, $6, $9)`;

const reviewSql = `
  with next as (update delegation set review_by = coalesce($9, review_by) where id = $3)
  insert into delegation_review (clinic_id, id, delegation_id, at, actor_id, person_id, outcome, note)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`;
