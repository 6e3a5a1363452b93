import { Injectable } from '@nestjs/common';
import { mustExist } from '../database/must-exist.js';
import { Tenant } from '../database/tenant.js';
import type { Tx } from '../database/tx.js';
import { Problem } from '../http/problem.js';
import { midnightInOslo } from '../law/oslo.js';
import { type By, holdsOneOf } from '../session/by.js';
import type { SetWorkingDays, WeekView, WorkingDaysView } from './working-days.dto.js';
import { weekdaysAt, whatWorkingDaysMean } from './working-days.rules.js';

/** On which days of the week people work. It affects coverage only: nothing here is asked by the decision. */
@Injectable()
export class WorkingDaysService {
  constructor(private readonly tenant: Tenant) {}

  /** One's own, and all for managers and auditors. */
  of(personId: string, by: By): Promise<WorkingDaysView> {
    return this.tenant.read(by, async (tx) => {
      await mustExist(tx, 'person', [personId]);
      if (by.personId !== personId && !holdsOneOf(by, ['manager', 'auditor'])) throw new Problem('forbidden');
      return workingDaysView(tx, personId);
    });
  }

  set(personId: string, command: SetWorkingDays, version: number | '*', by: By): Promise<WorkingDaysView> {
    const attempt = {
      noun: 'working-days',
      act: 'change',
      subjects: [personId],
      command: { personId, ...command },
    };
    return this.tenant.act(by, attempt, async (tx) => {
      await mustExist(tx, 'person', [personId]);
      const before = await workingDaysView(tx, personId);
      if (version !== '*' && version !== before.version) throw new Problem('stale');
      const from = new Date(midnightInOslo(command.from));
      const weekdays = [...command.weekdays].sort((a, b) => a - b);
      const id = tx.newId();
      await tx.rows(
        `update working_days set valid = case when lower(valid) < $2 then tstzrange(lower(valid), $2) end
         where person_id = $1 and valid && tstzrange($2, null)`,
        [personId, from],
      );
      await tx.rows(
        `insert into working_days (clinic_id, id, person_id, weekdays, valid, created_at)
         values ($1, $2, $3, $4, tstzrange($5, null), $6)`,
        [tx.clinicId, id, personId, weekdays, from, new Date(tx.now)],
      );
      tx.log('working-days.changed', [id, personId], { id, personId, from: from.toISOString(), weekdays });
      return workingDaysView(tx, personId);
    });
  }
}

/** Every change leaves a row, also where it was replaced before it began: their number is the version. */
async function workingDaysView(tx: Tx, personId: string): Promise<WorkingDaysView> {
  const found = await tx.one<{ version: number; items: WeekView[] | null }>(
    `select count(*)::int + 1 "version",
       json_agg(json_build_object('id', w.id, 'weekdays', w.weekdays, 'validFrom', iso(lower(w.valid)),
         'validTo', iso(upper(w.valid))) order by lower(w.valid)) filter (where w.valid is not null) items
     from working_days w where w.person_id = $1`,
    [personId],
  );
  const items = found?.items ?? [];
  const registered = items.map(({ weekdays, validFrom, validTo }) => ({
    weekdays,
    valid: {
      from: Date.parse(validFrom),
      to: validTo === null ? Number.POSITIVE_INFINITY : Date.parse(validTo),
    },
  }));
  return {
    personId,
    version: found?.version ?? 1,
    weekdays: [...weekdaysAt(registered, tx.now)],
    items,
    note: whatWorkingDaysMean[tx.by.language],
  };
}
