import { Injectable } from '@nestjs/common';
import { mustExist } from '../database/must-exist.js';
import { Tenant } from '../database/tenant.js';
import type { Tx } from '../database/tx.js';
import type { Facts } from '../decision/decision.facts.js';
import { loadFacts } from '../decision/facts.loader.js';
import { instantOf, periodIn } from '../http/instant.js';
import { type Page, page } from '../http/page.js';
import { Problem } from '../http/problem.js';
import { warningView } from '../http/refusal.view.js';
import type { Period } from '../law/period.js';
import type { Refusal, Warning } from '../law/refusals.js';
import { Refused } from '../law/refused.js';
import type { EndWithReason } from '../people/people.dto.js';
import type { DutyPolicy } from '../policy/policy.dto.js';
import { policyView } from '../policy/policy.view.js';
import type { By } from '../session/by.js';
import type {
  AssignDuties,
  AssignDuty,
  AssignedDutyView,
  DutiesView,
  DutyQuery,
  DutyView,
} from './duty.dto.js';
import { DutyRules } from './duty.rules.provider.js';
import { dutiesOf, dutyView } from './duty.view.js';

interface Assigned {
  readonly id: string;
  readonly personId: string;
  readonly taskId: string;
  readonly occupation: string;
  readonly profession: string | null;
  readonly valid: Period;
  readonly warnings: readonly Warning[];
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
      const period = periodIn(command);
      await mustExist(tx, 'person', command.personIds);
      await mustExist(tx, 'task', command.taskIds);
      const facts = await loadFacts(tx, command.personIds, command.taskIds);
      const wanted = { from: period.from.getTime(), to: period.to?.getTime() ?? Number.POSITIVE_INFINITY };
      const { competenceOfDuties } = await policyView(tx);
      const assigned = this.judge(tx, facts, wanted, competenceOfDuties);
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
    const attempt = { noun: 'duty', act: 'end', subjects: [id], command: { id, ...command } };
    return this.tenant.act(by, attempt, async (tx) => {
      const [duty] = await dutyView(tx, [id]);
      if (!duty) throw new Problem('not-found');
      const at = instantOf(command.at);
      if (duty.validFrom === null || (duty.validTo !== null && at >= Date.parse(duty.validTo))) {
        throw new Refused([{ code: 'duty-not-in-force', about: { dutyId: id } }]);
      }
      await tx.rows(
        `update duty set valid = case when $2 > lower(valid) then tstzrange(lower(valid), $2) end, end_reason = $3 where id = $1`,
        [id, new Date(at), command.reason],
      );
      const moment = new Date(at).toISOString();
      tx.log('duty.ended', [id, duty.personId, duty.taskId], { id, at: moment, reason: command.reason });
      return (await dutyView(tx, [id]))[0] as DutyView;
    });
  }

  private judge(tx: Tx, { people, tasks }: Facts, wanted: Period, withoutCompetence: DutyPolicy): Assigned[] {
    const refusals: Refusal[] = [];
    const assigned: Assigned[] = [];
    for (const person of people.values()) {
      for (const task of tasks.values()) {
        const existing = (person.duties.get(task.id) ?? []).map(({ valid }) => valid);
        const facts = { person, task, existing, withoutCompetence, now: tx.now };
        const outcome = this.rules.assign(facts, wanted);
        if ('valid' in outcome)
          assigned.push({ ...outcome, id: tx.newId(), personId: person.id, taskId: task.id });
        else refusals.push(...outcome.refusals);
      }
    }
    if (refusals.length > 0) throw new Refused(refusals);
    return assigned;
  }
}

const payloadOf = ({ valid, warnings: _, ...duty }: Assigned) => ({
  ...duty,
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
