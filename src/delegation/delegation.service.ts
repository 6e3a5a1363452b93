import { Injectable } from '@nestjs/common';
import { mustExist } from '../database/must-exist.js';
import { Tenant } from '../database/tenant.js';
import type { Tx } from '../database/tx.js';
import { instantOf, periodIn } from '../http/instant.js';
import { type Page, page } from '../http/page.js';
import { Problem } from '../http/problem.js';
import { refusalView, warningView } from '../law/refusal-words.js';
import { Refused } from '../law/refused.js';
import { stateKnownAt } from '../log/state/known.js';
import { actorOf, type By } from '../session/by.js';
import type {
  CheckDelegation,
  CheckView,
  DelegateTask,
  DelegationQuery,
  DelegationView,
  KnownQuery,
} from './delegation.dto.js';
import { delegationFacts } from './delegation.facts.js';
import { knownDelegation, knownDelegationsOf } from './delegation.known.js';
import type { DelegationAsked } from './delegation.rules.js';
import { DelegationRules } from './delegation.rules.provider.js';
import { delegationsOf, readableDelegation, receipted } from './delegation.view.js';

/** Delegation under § 5: the caller leaves a specific task to a named person after the three assessments. */
@Injectable()
export class DelegationService {
  constructor(
    private readonly tenant: Tenant,
    private readonly rules: DelegationRules,
  ) {}

  /** The same judgement as `propose`, without writing anything. */
  check(command: CheckDelegation, by: By): Promise<CheckView> {
    return this.tenant.read(by, async (tx) => {
      const { refusals, warnings } = await this.judge(tx, command);
      return {
        allowed: refusals.length === 0,
        refusals: refusals.map((refusal) => refusalView(refusal, by.language)),
        warnings: warnings.map((warning) => warningView(warning, by.language)),
      };
    });
  }

  propose(command: DelegateTask, by: By): Promise<DelegationView> {
    const subjects = [by.personId, command.delegateeId, command.taskId];
    return this.tenant.act(by, { noun: 'delegation', act: 'propose', subjects, command }, async (tx) => {
      const { refusals, warnings } = await this.judge(tx, command);
      if (refusals.length > 0) throw new Refused(refusals);
      const id = tx.newId();
      const stepId = tx.newId();
      await insert(tx, { id, stepId }, command);
      tx.log('delegation.proposed', [id, ...subjects], {
        id,
        stepId,
        delegatorId: by.personId,
        ...loggedCommand(command),
      });
      const said = warnings.map((warning) => warningView(warning, by.language));
      return { ...(await receipted(tx, id)), warnings: said };
    });
  }

  list(query: DelegationQuery, by: By): Promise<Page<DelegationView>> {
    return this.tenant.read(by, async (tx) => {
      const [after] = query.after<[string]>(['uuid']) ?? [null];
      const wanted = {
        status: query.status ?? null,
        taskId: query.taskId ?? null,
        delegatorId: query.delegatorId ?? null,
        delegateeId: query.delegateeId ?? null,
        at: query.at ? new Date(instantOf(query.at)) : null,
        named: query.q ?? null,
        after,
        limit: query.limit + 1,
      };
      const found = query.knownAt
        ? knownDelegationsOf(await stateKnownAt(tx, instantOf(query.knownAt)), by, wanted)
        : await delegationsOf(tx, wanted);
      return page(found, query.limit, ({ id }) => [id]);
    });
  }

  get(id: string, { knownAt }: KnownQuery, by: By): Promise<DelegationView> {
    return this.tenant.read(by, async (tx) => {
      const today = await readableDelegation(tx, id);
      return knownAt ? knownDelegation(await stateKnownAt(tx, instantOf(knownAt)), id) : today;
    });
  }

  private async judge(tx: Tx, command: CheckDelegation) {
    const delegatorId = personOf(tx.by);
    await mustExist(tx, 'person', [command.training?.supervisorId]);
    const parties = {
      delegatorId,
      delegateeId: command.delegateeId,
      taskId: command.taskId,
      delegationId: null,
    };
    const facts = await delegationFacts(tx, parties);
    const asked = askedOf(command);
    return {
      refusals: this.rules.refusalsToDelegate(facts, asked),
      warnings: this.rules.warningsTo(facts, asked),
    };
  }
}

/** Only a person delegates; a token or an account without a person cannot. */
function personOf(by: By): string {
  if (by.personId === null) throw new Problem('no-person');
  return by.personId;
}

const asJson = (command: object) => JSON.parse(JSON.stringify(command)) as Record<string, string>;

/** The command with every date as the moment it meant: an entry must be read without knowing the clinic's zone. */
function loggedCommand(command: DelegateTask) {
  const { from, to } = periodIn(command);
  const reviewBy = new Date(instantOf(command.supervision.reviewBy)).toISOString();
  return asJson({
    ...command,
    validFrom: from.toISOString(),
    validTo: to?.toISOString() ?? null,
    supervision: { ...command.supervision, reviewBy },
  });
}

function askedOf(command: CheckDelegation): DelegationAsked {
  const { from, to } = periodIn(command);
  const { taskNature, qualifications, followUp } = command.assessment;
  return {
    profession: command.profession,
    period: { from: from.getTime(), to: to?.getTime() ?? Number.POSITIVE_INFINITY },
    assessment: {
      taskNature: taskNature ?? '',
      qualifications: qualifications ?? '',
      followUp: followUp ?? '',
    },
    conditions: command.conditions ?? null,
    training: command.training ?? null,
    contested: command.contested ?? null,
  };
}

async function insert(
  tx: Tx,
  { id, stepId }: { id: string; stepId: string },
  command: DelegateTask,
): Promise<void> {
  const { from, to } = periodIn(command);
  const { assessment, supervision, training, contested } = command;
  await tx.rows(insertSql, [
    tx.clinicId,
    id,
    command.taskId,
    tx.by.personId,
    command.profession,
    command.delegateeId,
    from,
    to,
    assessment.taskNature ?? '',
    assessment.qualifications ?? '',
    assessment.followUp ?? '',
    command.conditions,
    new Date(instantOf(supervision.reviewBy)),
    supervision.reachableHow,
    training?.purpose,
    training?.supervisorId,
    contested ? JSON.stringify(contested) : null,
    new Date(tx.now),
    stepId,
    actorOf(tx.by),
  ]);
}

const insertSql = `
  with made as (
    insert into delegation (clinic_id, id, task_id, delegator_id, delegator_profession, delegatee_id, requested,
      task_nature, qualifications, follow_up, conditions, review_by, reachable_how, training_purpose,
      training_supervisor_id, contested, created_at)
    values ($1, $2, $3, $4, $5, $6, tstzrange($7, $8), $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
  )
  insert into delegation_step (clinic_id, id, delegation_id, kind, phase, at, recorded_at, actor_id, person_id)
  values ($1, $19, $2, 'proposed', 0, $18, $18, $20, $4)`;
