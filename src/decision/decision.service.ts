import { Injectable } from '@nestjs/common';
import { Tenant } from '../database/tenant.js';
import { instantOf } from '../http/instant.js';
import { Problem } from '../http/problem.js';
import { refusalView } from '../http/refusal.view.js';
import type { Language } from '../law/legal-bases.js';
import { legalBases } from '../law/legal-bases.js';
import { type By, holdsOneOf } from '../session/by.js';
import type { DecisionQuery, DecisionView } from './decision.dto.js';
import { type Decision, decide } from './decision.rules.js';
import { loadFacts } from './facts.loader.js';

/** May this person do this task at this moment, and on what basis? */
@Injectable()
export class DecisionService {
  constructor(private readonly tenant: Tenant) {}

  decide({ personId, taskId, at }: DecisionQuery, by: By): Promise<DecisionView> {
    return this.tenant.read(by, async (tx) => {
      const { people, tasks } = await loadFacts(tx, [personId], [taskId]);
      const [person, task] = [people.get(personId), tasks.get(taskId)];
      if (!person || !task) throw new Problem('not-found');
      if (!mayAsk(by, personId)) throw new Problem('forbidden');
      const moment = at ? instantOf(at) : tx.now;
      return {
        personId,
        taskId,
        at: new Date(moment).toISOString(),
        ...decisionView(decide(person, task, moment), by.language),
      };
    });
  }
}

/** About oneself always; about others as manager or auditor. */
export const mayAsk = (by: By, personId: string): boolean =>
  by.personId === personId || holdsOneOf(by, ['manager', 'auditor']);

export const momentOrNull = (at: number): string | null =>
  Number.isFinite(at) ? new Date(at).toISOString() : null;

const decisionView = ({ allowed, bases, refusals, until }: Decision, language: Language) => ({
  allowed,
  bases: [...bases],
  refusals: refusals.map((code) => refusalView({ code }, language)),
  until: momentOrNull(until),
  emergency: allowed ? null : legalBases['hpl-7'].says[language],
});
