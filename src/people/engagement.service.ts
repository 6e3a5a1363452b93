import { Injectable } from '@nestjs/common';
import { mustExist } from '../database/must-exist.js';
import { Tenant } from '../database/tenant.js';
import type { Tx } from '../database/tx.js';
import { lapse } from '../delegation/lapse.js';
import { instantOf, periodIn } from '../http/instant.js';
import { Problem } from '../http/problem.js';
import { Refused } from '../law/refused.js';
import type { By } from '../session/by.js';
import type {
  EndImpactQuery,
  EndWithReason,
  EngagementEndedView,
  EngagementView,
  StartEngagement,
  WhatLapsedView,
} from './people.dto.js';
import { engagementSql, lapsedView } from './people.view.js';

/** Ties between a person and the clinic. A locum inherits nothing and leaves nothing behind. */
@Injectable()
export class EngagementService {
  constructor(private readonly tenant: Tenant) {}

  start(personId: string, command: StartEngagement, by: By): Promise<EngagementView> {
    const attempt = {
      noun: 'engagement',
      act: 'start',
      subjects: [personId],
      command: { personId, ...command },
    };
    return this.tenant.act(by, attempt, async (tx) => {
      const { from, to } = periodIn(command);
      await mustExist(tx, 'person', [personId, command.supervisorId]);
      await mustExist(tx, 'role_description', [command.roleDescriptionId]);
      await refuseTwin(tx, personId, command, from, to);
      const id = tx.newId();
      await tx.rows(
        `insert into engagement (clinic_id, id, person_id, occupation, kind, role_description_id, supervisor_id, valid, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, tstzrange($8, $9), $10)`,
        [
          tx.clinicId,
          id,
          personId,
          command.occupation,
          command.kind,
          command.roleDescriptionId,
          command.supervisorId,
          from,
          to,
          new Date(tx.now),
        ],
      );
      const view = await engagementView(tx, id);
      tx.log('engagement.started', [id, personId], { ...view });
      return view;
    });
  }

  /** Everything that rested on the engagement lapses that moment, and the answer says what. */
  end(id: string, command: EndWithReason, by: By): Promise<EngagementEndedView> {
    const attempt = { noun: 'engagement', act: 'end', subjects: [id], command: { id, ...command } };
    return this.tenant.act(by, attempt, (tx) => endIn(tx, id, command));
  }

  /** What the end would hit, by ending it and taking it back: never another answer than the end itself gives. */
  impact(id: string, { at }: EndImpactQuery, by: By): Promise<WhatLapsedView> {
    return this.tenant.rehearse(by, async (tx) => (await endIn(tx, id, { at, reason: '-' })).lapsed);
  }
}

async function endIn(tx: Tx, id: string, command: EndWithReason): Promise<EngagementEndedView> {
  const before = await engagementView(tx, id);
  const at = instantOf(command.at);
  if (at <= Date.parse(before.validFrom)) throw Problem.invalid('/at', 'before-start');
  if (before.validTo !== null && at >= Date.parse(before.validTo))
    throw new Refused([{ code: 'engagement-ended' }]);
  await tx.rows('update engagement set valid = tstzrange(lower(valid), $2), end_reason = $3 where id = $1', [
    id,
    new Date(at),
    command.reason,
  ]);
  tx.log('engagement.ended', [id, before.personId], {
    id,
    at: new Date(at).toISOString(),
    reason: command.reason,
  });
  const lapsed = await lapse(tx, { personId: before.personId }, 'engagement-ended');
  return { ...(await engagementView(tx, id)), lapsed: lapsedView(lapsed) };
}

async function engagementView(tx: Tx, id: string): Promise<EngagementView> {
  const row = await tx.one<{ view: EngagementView }>(
    `select ${engagementSql} view from engagement e where e.id = $1`,
    [id],
  );
  if (!row) throw new Problem('not-found');
  return row.view;
}

async function refuseTwin(
  tx: Tx,
  personId: string,
  { occupation }: StartEngagement,
  from: Date,
  to: Date | null,
): Promise<void> {
  const twin = await tx.one<{ id: string }>(
    'select id from engagement where person_id = $1 and occupation = $2 and valid && tstzrange($3, $4)',
    [personId, occupation, from, to],
  );
  if (twin) throw new Refused([{ code: 'engagement-exists', about: { engagementId: twin.id } }]);
}
