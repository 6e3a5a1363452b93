import { Injectable } from '@nestjs/common';
import { Tenant } from '../database/tenant.js';
import type { Tx } from '../database/tx.js';
import { instantOf } from '../http/instant.js';
import { type Page, page } from '../http/page.js';
import { Problem } from '../http/problem.js';
import { refusalView, warningView } from '../law/refusal-words.js';
import { Refused } from '../law/refused.js';
import type { EndWithReason } from '../people/people.dto.js';
import type { By } from '../session/by.js';
import type {
  AssignDuties,
  AssignDuty,
  AssignedDutyView,
  CheckDuties,
  CheckedDutiesView,
  DutiesView,
  DutyQuery,
  DutyView,
  EndDuties,
  EndedDutiesView,
} from './duty.dto.js';
import { DutyRules } from './duty.rules.provider.js';
import { dutiesOf, dutyView } from './duty.view.js';
import { type Allowed, judged } from './judgement.js';

interface Assigned extends Allowed {
  readonly id: string;
  readonly personId: string;
  readonly taskId: string;
}

/** Assignment is the manager's right: a duty inside the role. What lies outside takes a delegation (hpl-5). */
@Injectable()
export class DutyService {
  constructor(
    private readonly tenant: Tenant,
    private readonly rules: DutyRules,
  ) {}

  list(query: DutyQuery, by: By): Promise<Page<DutyView>> {
    return this.tenant.read(by, async (tx) => {
      const [after] = query.after<[string]>(['uuid']) ?? [null];
      const at = query.at ? new Date(instantOf(query.at)) : null;
      const duties = await dutiesOf(tx, [
        query.personId ?? null,
        query.taskId ?? null,
        at,
        after,
        query.limit + 1,
      ]);
      return page(duties, query.limit, ({ id }) => [id]);
    });
  }

  assign(command: AssignDuty, by: By): Promise<AssignedDutyView> {
    const many = { ...command, personIds: [command.personId], taskIds: [command.taskId] };
    return this.assigned(many, by, command, ([duty]) => duty as AssignedDutyView);
  }

  /** The same judgement as when duties are assigned, without writing anything. */
  check(command: CheckDuties, by: By): Promise<CheckedDutiesView> {
    return this.tenant.read(by, async (tx) => {
      const judgements = await judged(tx, this.rules.assign, command);
      const items = judgements.map(({ personId, taskId, outcome }) => ({
        personId,
        taskId,
        allowed: 'valid' in outcome,
        refusals: outcome.refusals.map((refusal) => refusalView(refusal, by.language)),
        warnings: ('valid' in outcome ? outcome.warnings : []).map((warning) =>
          warningView(warning, by.language),
        ),
      }));
      return { items };
    });
  }

  /** All or nothing; if anything is refused, every refusal is told by person and task. */
  assignAll(command: AssignDuties, by: By): Promise<DutiesView> {
    return this.assigned(command, by, command, (items) => ({ items }));
  }

  /** `view` is part of the act: what it gives is kept as the answer to a repeat (Idempotency-Key). */
  private assigned<T>(
    command: AssignDuties,
    by: By,
    asked: object,
    view: (duties: AssignedDutyView[]) => T,
  ): Promise<T> {
    const attempt = {
      noun: 'duty',
      act: 'assign',
      subjects: [...command.personIds, ...command.taskIds],
      command: asked,
    };
    return this.tenant.act(by, attempt, async (tx) => {
      const assigned = await this.allowed(tx, command);
      await insertDuties(tx, assigned);
      for (const duty of assigned)
        tx.log('duty.assigned', [duty.id, duty.personId, duty.taskId], payloadOf(duty));
      const warned = new Map(assigned.map(({ id, warnings }) => [id, warnings]));
      const duties = await dutyView(tx, [...warned.keys()]);
      const told = (id: string) => (warned.get(id) ?? []).map((warning) => warningView(warning, by.language));
      return view(
        duties.map((duty) => {
          const warnings = told(duty.id);
          return warnings.length > 0 ? { ...duty, warnings } : duty;
        }),
      );
    });
  }

  end(id: string, command: EndWithReason, by: By): Promise<DutyView> {
    return this.ended([id], command, by, { id, ...command }, ([duty]) => duty as DutyView);
  }

  /** All or nothing; if anything is refused, each that is not in force is told. Every end is an entry of its own. */
  endAll(command: EndDuties, by: By): Promise<EndedDutiesView> {
    return this.ended(command.dutyIds, command, by, command, (items) => ({ items }));
  }

  private ended<T>(
    ids: readonly string[],
    { at, reason }: EndWithReason,
    by: By,
    asked: object,
    view: (duties: DutyView[]) => T,
  ): Promise<T> {
    const attempt = { noun: 'duty', act: 'end', subjects: [...ids], command: asked };
    return this.tenant.act(by, attempt, async (tx) => {
      const duties = await dutyView(tx, ids);
      if (duties.length < ids.length) throw new Problem('not-found');
      const moment = instantOf(at);
      const over = duties.filter((duty) => !isInForce(duty, moment));
      if (over.length > 0)
        throw new Refused(over.map(({ id }) => ({ code: 'duty-not-in-force', about: { dutyId: id } })));
      await tx.rows(
        `update duty set valid = case when $2 > lower(valid) then tstzrange(lower(valid), $2) end, end_reason = $3
         where id = any($1)`,
        [ids, new Date(moment), reason],
      );
      for (const { id, personId, taskId } of duties)
        tx.log('duty.ended', [id, personId, taskId], { id, at: new Date(moment).toISOString(), reason });
      return view(await dutyView(tx, ids));
    });
  }

  private async allowed(tx: Tx, command: AssignDuties): Promise<Assigned[]> {
    const judgements = await judged(tx, this.rules.assign, command, command.except ?? []);
    const refusals = judgements.flatMap(({ outcome }) => outcome.refusals);
    if (refusals.length > 0) throw new Refused(refusals);
    return judgements.flatMap(({ personId, taskId, outcome }) =>
      'valid' in outcome ? [{ ...outcome, id: tx.newId(), personId, taskId }] : [],
    );
  }
}

/** Still to come or not over yet at the moment: there is something to end. */
const isInForce = ({ validFrom, validTo }: DutyView, at: number): boolean =>
  validFrom !== null && (validTo === null || at < Date.parse(validTo));

const payloadOf = ({ id, personId, taskId, occupation, profession, valid }: Assigned) => ({
  id,
  personId,
  taskId,
  occupation,
  profession,
  validFrom: new Date(valid.from).toISOString(),
  validTo: instantOrNull(valid.to),
});

const instantOrNull = (at: number): string | null =>
  Number.isFinite(at) ? new Date(at).toISOString() : null;

async function insertDuties(tx: Tx, duties: readonly Assigned[]): Promise<void> {
  await tx.rows(
    `insert into duty (clinic_id, id, person_id, task_id, occupation, profession, valid, created_at)
     select $1, d.id, d.person_id, d.task_id, d.occupation, d.profession, tstzrange(d.from_, d.to_), $2
     from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::timestamptz[], $9::timestamptz[])
       d (id, person_id, task_id, occupation, profession, from_, to_)`,
    [
      tx.clinicId,
      new Date(tx.now),
      duties.map(({ id }) => id),
      duties.map(({ personId }) => personId),
      duties.map(({ taskId }) => taskId),
      duties.map(({ occupation }) => occupation),
      duties.map(({ profession }) => profession),
      duties.map(({ valid }) => new Date(valid.from)),
      duties.map(({ valid }) => (Number.isFinite(valid.to) ? new Date(valid.to) : null)),
    ],
  );
}
