import { Injectable } from '@nestjs/common';
import { mustExist } from '../database/must-exist.js';
import { Tenant } from '../database/tenant.js';
import type { Tx } from '../database/tx.js';
import { type Page, page } from '../http/page.js';
import { Problem } from '../http/problem.js';
import { Refused } from '../law/refused.js';
import { actorOf, type By, holdsOneOf } from '../session/by.js';
import type { Abstain, AbstentionsQuery, AbstentionView } from './abstention.dto.js';
import { refusalsToEnd } from './abstention.rules.js';

/** Each judges their own competence and abstains from what they do not master (hpl-4). */
@Injectable()
export class AbstentionService {
  constructor(private readonly tenant: Tenant) {}

  /** Managers and auditors see all, others their own. */
  list(query: AbstentionsQuery, by: By): Promise<Page<AbstentionView>> {
    return this.tenant.read(by, async (tx) => {
      const [after] = query.after<[string]>(['uuid']) ?? [null];
      const found = await tx.rows<{ view: Row }>(
        `select ${viewSql} where ($1::boolean or a.person_id = $2) and ($3::uuid is null or a.person_id = $3)
           and ($4::uuid is null or a.task_id = $4) and ($5::boolean is null or upper_inf(a.valid) = $5)
           and ($6::uuid is null or a.id > $6)
         order by a.id limit $7`,
        [
          holdsOneOf(by, ['manager', 'auditor']),
          by.personId,
          query.personId ?? null,
          query.taskId ?? null,
          query.open === undefined ? null : query.open === 'true',
          after,
          query.limit + 1,
        ],
      );
      const views = found.map(({ view }) => seenBy(by, view));
      return page(views, query.limit, ({ id }) => [id]);
    });
  }

  /** For oneself only; nobody else can say it, and nobody has to approve it. */
  declare(who: string, command: Abstain, by: By): Promise<AbstentionView> {
    const personId = who === 'me' ? by.personId : who;
    const subjects = [personId, command.taskId];
    const attempt = { noun: 'abstention', act: 'declare', subjects, command: { personId, ...command } };
    return this.tenant.act(by, attempt, async (tx) => {
      const { taskId, reason } = command;
      if (personId === null) throw new Problem('no-person');
      await mustExist(tx, 'person', [personId]);
      await mustExist(tx, 'task', [taskId]);
      if (by.personId !== personId) throw new Problem('forbidden');
      const twin = await tx.one<{ id: string }>(
        'select id from abstention where person_id = $1 and task_id = $2 and valid && tstzrange($3, null)',
        [personId, taskId, new Date(tx.now)],
      );
      if (twin) throw new Refused([{ code: 'abstention-exists', about: { abstentionId: twin.id } }]);
      const id = tx.newId();
      await tx.rows(
        `insert into abstention (clinic_id, id, person_id, task_id, reason, valid, created_at)
         values ($1, $2, $3, $4, $5, tstzrange($6, null), $6)`,
        [tx.clinicId, id, personId, taskId, reason, new Date(tx.now)],
      );
      tx.log('abstention.declared', [id, ...subjects], { id, personId, taskId, reason });
      return abstentionView(tx, id);
    });
  }

  end(id: string, reason: string, by: By): Promise<AbstentionView> {
    const attempt = { noun: 'abstention', act: 'end', subjects: [id], command: { abstentionId: id, reason } };
    return this.tenant.act(by, attempt, async (tx) => {
      const { person, task, validFrom, validTo } = await abstentionView(tx, id);
      const found = await tx.one<Assessed>(assessedSql, [id, new Date(tx.now), by.personId]);
      if (!found) throw new Error('a statement without FROM gives one row');
      const isSelf = by.personId === person.id;
      const isManager = holdsOneOf(by, ['manager']);
      const refusals = refusalsToEnd({ ...found, isSelf, isManager, open: validTo === null });
      if (refusals.length > 0) throw new Refused(refusals);
      const at = new Date(Math.max(tx.now, Date.parse(validFrom) + 1));
      await tx.rows(
        'update abstention set valid = tstzrange(lower(valid), $2), end_reason = $3, ended_by = $4 where id = $1',
        [id, at, reason, actorOf(by)],
      );
      tx.log('abstention.ended', [id, person.id, task.id], { id, at: at.toISOString(), reason });
      return abstentionView(tx, id);
    });
  }
}

interface Assessed {
  readonly requires: boolean;
  readonly masters: boolean;
  readonly isPresent: boolean;
  readonly confirmedAnew: boolean;
}

/** $1 the abstention, $2 the moment, $3 who would end it. */
const assessedSql = `
  with ended as materialized (select person_id, task_id, lower(valid) since from abstention where id = $1),
  wanted as materialized (
    select o.competence_id from ended a join requirement q on q.task_id = a.task_id and q.valid @> $2::timestamptz
    join requirement_option o on o.requirement_id = q.id
  )
  select exists (select from wanted) requires,
    exists (select from competence_record m join wanted w on w.competence_id = m.competence_id
      where m.person_id = $3 and m.valid @> $2::timestamptz) masters,
    exists (select from presence e where e.person_id = $3 and e.valid @> $2::timestamptz) "isPresent",
    exists (select from ended a join competence_record r on r.person_id = a.person_id
      join wanted w on w.competence_id = r.competence_id
      join competence_record_step s on s.record_id = r.id and s.kind = 'confirmed'
      where s.at >= a.since and r.valid @> $2::timestamptz) "confirmedAnew"`;

async function abstentionView(tx: Tx, id: string): Promise<AbstentionView> {
  const row = await tx.one<{ view: Row }>(`select ${viewSql} where a.id = $1`, [id]);
  if (!row) throw new Problem('not-found');
  return seenBy(tx.by, row.view);
}

type Row = Omit<AbstentionView, 'can'>;

const seenBy = (by: By, view: Row): AbstentionView => ({
  ...view,
  can: { end: view.validTo === null && by.personId !== view.person.id && holdsOneOf(by, ['manager']) },
});

const viewSql = `json_build_object('id', a.id, 'person', json_build_object('id', p.id, 'name', p.name),
  'task', json_build_object('id', t.id, 'name', t.name), 'reason', a.reason, 'validFrom', iso(lower(a.valid)),
  'validTo', iso(upper(a.valid)), 'endReason', a.end_reason) view
  from abstention a join person p on p.id = a.person_id join task t on t.id = a.task_id`;
