import { Injectable } from '@nestjs/common';
import { Tenant } from '../database/tenant.js';
import { instantOf } from '../http/instant.js';
import { Problem } from '../http/problem.js';
import type { Language } from '../law/legal-bases.js';
import { legalBases } from '../law/legal-bases.js';
import { momentOrNull } from '../law/period.js';
import { refusalView } from '../law/refusal-words.js';
import type { Refusal } from '../law/refusals.js';
import { factsOf } from '../log/state/facts.js';
import { stateKnownAt } from '../log/state/known.js';
import { type By, holdsOneOf } from '../session/by.js';
import { withTeaching } from '../teaching/coming-teaching.js';
import type { DecisionQuery, DecisionView } from './decision.dto.js';
import type { Facts } from './decision.facts.js';
import { type Decision, decide, refusalsOf } from './decision.rules.js';
import { loadFacts } from './facts.loader.js';
import { learntLate } from './learnt-late.js';

/** May this person do this task at this moment, and on what basis? */
@Injectable()
export class DecisionService {
  constructor(private readonly tenant: Tenant) {}

  decide({ personId, taskId, ...query }: DecisionQuery, by: By): Promise<DecisionView> {
    return this.tenant.read(by, async (tx) => {
      const today = await loadFacts(tx, [personId], [taskId]);
      judgeable(today, personId, taskId);
      if (!mayAsk(by, personId)) throw new Problem('forbidden');
      const known = query.knownAt ? await stateKnownAt(tx, instantOf(query.knownAt)) : null;
      const facts = known ? factsOf(known.state, [personId], [taskId]) : today;
      const { person, task } = judgeable(facts, personId, taskId);
      const clock = known?.clock ?? tx.now;
      const at = query.at ? instantOf(query.at) : clock;
      const decision = decide(person, task, at);
      const refusals = refusalsOf(decision);
      const told = known ? refusals : await withTeaching(tx, refusals);
      const knownFrom = decision.allowed ? null : await learntLate(tx, { personId, taskId, at, clock });
      return {
        personId,
        taskId,
        at: new Date(at).toISOString(),
        ...decisionView(decision, told, by.language),
        knownFrom: knownFrom === null ? null : new Date(knownFrom).toISOString(),
        ...(known && { knownAt: new Date(known.at).toISOString() }),
      };
    });
  }
}

/** 404 for whom or what the clinic does not know. */
function judgeable({ people, tasks }: Facts, personId: string, taskId: string) {
  const [person, task] = [people.get(personId), tasks.get(taskId)];
  if (!person || !task) throw new Problem('not-found');
  return { person, task };
}

/** About oneself always; about others as manager or auditor. */
export const mayAsk = (by: By, personId: string): boolean =>
  by.personId === personId || holdsOneOf(by, ['manager', 'auditor']);

const decisionView = (decision: Decision, refusals: readonly Refusal[], language: Language) => ({
  allowed: decision.allowed,
  bases: [...decision.bases],
  refusals: refusals.map((refusal) => refusalView(refusal, language)),
  until: momentOrNull(decision.until),
  emergency: decision.allowed ? null : legalBases['hpl-7'].says[language],
});
