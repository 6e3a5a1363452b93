import { Injectable } from '@nestjs/common';
import { Tenant } from '../database/tenant.js';
import { Problem } from '../http/problem.js';
import type { By } from '../session/by.js';
import type { PolicyView, SetPolicy } from './policy.dto.js';
import { policyView } from './policy.view.js';

/** What the clinic has chosen where the law leaves it the choice. */
@Injectable()
export class PolicyService {
  constructor(private readonly tenant: Tenant) {}

  get(by: By): Promise<PolicyView> {
    return this.tenant.read(by, policyView);
  }

  set(command: SetPolicy, version: number | '*', by: By): Promise<PolicyView> {
    const attempt = { noun: 'policy', act: 'change', subjects: [], command };
    return this.tenant.act(by, attempt, async (tx) => {
      const before = await policyView(tx);
      if (version !== '*' && version !== before.version) throw new Problem('stale');
      const name = 'competence-of-duties';
      const value = command.competenceOfDuties;
      await tx.rows(
        `insert into clinic_policy (clinic_id, name, value, version) values ($1, $2, $3, 2)
         on conflict (clinic_id, name) do update set value = excluded.value, version = clinic_policy.version + 1`,
        [tx.clinicId, name, value],
      );
      tx.log('policy.changed', [], { name, value });
      return policyView(tx);
    });
  }
}
