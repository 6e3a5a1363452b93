import { Injectable } from '@nestjs/common';
import { Tenant } from '../database/tenant.js';
import { Problem } from '../http/problem.js';
import { Refused } from '../law/refused.js';
import type { By } from '../session/by.js';
import { enter } from './participation.js';
import type { TeachingDetailView } from './teaching.dto.js';
import { refusalsToInvite, refusalsToSign } from './teaching.rules.js';
import { teachingFound } from './teaching.view.js';

/** Who is to come: invited and taken off by the manager, signed up and off by themselves where it is open. */
@Injectable()
export class ParticipationService {
  constructor(private readonly tenant: Tenant) {}

  invite(id: string, personIds: readonly string[], by: By): Promise<TeachingDetailView> {
    return this.settle(id, 'invite', personIds, by);
  }

  withdraw(id: string, personIds: readonly string[], by: By): Promise<TeachingDetailView> {
    return this.settle(id, 'withdraw', personIds, by);
  }

  signUp(id: string, by: By): Promise<TeachingDetailView> {
    return this.sign(id, 'sign-up', by);
  }

  signOff(id: string, by: By): Promise<TeachingDetailView> {
    return this.sign(id, 'sign-off', by);
  }

  private settle(
    id: string,
    act: 'invite' | 'withdraw',
    personIds: readonly string[],
    by: By,
  ): Promise<TeachingDetailView> {
    const command = { teachingId: id, personIds };
    const attempt = { noun: 'teaching', act, subjects: [id, ...personIds], command };
    return this.tenant.act(by, attempt, async (tx) => {
      const refusals = refusalsToInvite((await teachingFound(tx, id)).teaching);
      if (refusals.length > 0) throw new Refused(refusals);
      await enter(tx, id, personIds, act === 'invite' ? 'invited' : 'withdrawn');
      return (await teachingFound(tx, id)).view;
    });
  }

  private sign(id: string, act: 'sign-up' | 'sign-off', by: By): Promise<TeachingDetailView> {
    const attempt = { noun: 'teaching', act, subjects: [id, by.personId], command: { teachingId: id } };
    const kind = act === 'sign-up' ? 'signed-up' : 'signed-off';
    return this.tenant.act(by, attempt, async (tx) => {
      if (by.personId === null) throw new Problem('no-person');
      const { view, teaching } = await teachingFound(tx, id);
      const refusals = refusalsToSign(teaching, view.mine.participation, kind);
      if (refusals.length > 0) throw new Refused(refusals);
      await enter(tx, id, [by.personId], kind);
      return (await teachingFound(tx, id)).view;
    });
  }
}
