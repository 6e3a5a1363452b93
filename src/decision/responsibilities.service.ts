import { Injectable } from '@nestjs/common';
import { areasInOrder } from '../catalogue/areas.js';
import { Tenant } from '../database/tenant.js';
import type { Tx } from '../database/tx.js';
import type { DelegationView } from '../delegation/delegation.dto.js';
import { knownDelegationsOf } from '../delegation/delegation.known.js';
import { delegationsOf } from '../delegation/delegation.view.js';
import { instantOf } from '../http/instant.js';
import { Problem } from '../http/problem.js';
import { type Language } from '../law/legal-bases.js';
import { contains, momentOrNull } from '../law/period.js';
import { refusalView } from '../law/refusal-words.js';
import { factsOf } from '../log/state/facts.js';
import { type Known, stateKnownAt } from '../log/state/known.js';
import { titlesOn } from '../people/practice-right.rules.js';
import { type By } from '../session/by.js';
import type {
  ApprovedView,
  AreaView,
  HeldTaskView,
  MomentQuery,
  ReceivedView,
  ResponsibilitiesView,
} from './decision.dto.js';
import type { LoadedTask, PersonFacts } from './decision.facts.js';
import { decide, refusalsOf } from './decision.rules.js';
import { mayAsk } from './decision.service.js';
import { loadFacts } from './facts.loader.js';
import { knownDetails } from './responsibilities.known.js';
import { type Detail, detailsOf } from './responsibilities.view.js';

const soon = 90 * 24 * 3_600_000;

/** What a person answers for: duties and delegations in force, each with the decision about it. */
@Injectable()
export class ResponsibilitiesService {
  constructor(private readonly tenant: Tenant) {}

  mine(query: MomentQuery, by: By): Promise<ResponsibilitiesView> {
    if (by.personId === null) throw new Problem('no-person');
    return this.of(by.personId, query, by);
  }

  of(personId: string, query: MomentQuery, by: By): Promise<ResponsibilitiesView> {
    return this.tenant.read(by, async (tx) => {
      const today = await loadFacts(tx, [personId], null);
      if (!today.people.has(personId)) throw new Problem('not-found');
      if (!mayAsk(by, personId)) throw new Problem('forbidden');
      const known = query.knownAt ? await stateKnownAt(tx, instantOf(query.knownAt)) : null;
      const { people, tasks } = known ? factsOf(known.state, [personId], null) : today;
      const person = people.get(personId);
      if (!person) throw new Problem('not-found');
      const at = query.at ? instantOf(query.at) : (known?.clock ?? tx.now);
      const detail = known ? knownDetails(known, personId, at) : await detailsOf(tx, personId, at);
      const held = [...tasks.values()].flatMap((task) => heldTasks(person, task, detail, at, by.language));
      const titles = titlesOn({ ...person, ...detail }, at, by.language);
      return {
        personId,
        name: detail.name,
        title: titles.join(', '),
        at: new Date(at).toISOString(),
        areas: byArea(held),
        pending: detail.pending ? await pendingOf(tx, personId, known) : [],
        expiring: held
          .filter(({ view }) => view.until !== null && Date.parse(view.until) - at <= soon)
          .map(({ view }) => ({ task: view.task, basis: view.basis, until: view.until as string }))
          .sort((a, b) => a.until.localeCompare(b.until)),
        ...(known && { knownAt: new Date(known.at).toISOString() }),
      };
    });
  }
}

interface Held {
  readonly area: string;
  readonly view: HeldTaskView;
}

/** One line for each duty, delegation and approval in force; the decision is the same for all on one task. */
function heldTasks(
  person: PersonFacts,
  task: LoadedTask,
  detail: Detail,
  at: number,
  language: Language,
): Held[] {
  const duties = (person.duties.get(task.id) ?? []).filter(({ valid }) => contains(valid, at));
  const delegations = (person.delegations.get(task.id) ?? []).filter(({ valid }) => contains(valid, at));
  const approvals = (person.approvals.get(task.id) ?? []).filter(({ valid }) => contains(valid, at));
  if (duties.length + delegations.length + approvals.length === 0) return [];
  const decision = decide(person, task, at);
  const shared = {
    task: { id: task.id, name: task.name },
    until: momentOrNull(decision.until),
    allowed: decision.allowed,
    refusals: refusalsOf(decision).map((refusal) => refusalView(refusal, language)),
  };
  return [
    ...duties.map(({ id }): Held => {
      const flags = detail.flagged.has(id) ? (['not-in-role-description'] as const) : [];
      return {
        area: task.area,
        view: { ...shared, basis: 'own', dutyId: id, delegation: null, approval: null, flags: [...flags] },
      };
    }),
    ...delegations.map(({ id }): Held => {
      const delegation: ReceivedView | null = detail.received.get(id) ?? null;
      return {
        area: task.area,
        view: { ...shared, basis: 'delegated', dutyId: null, delegation, approval: null, flags: [] },
      };
    }),
    ...approvals.map(({ id }): Held => {
      const approval: ApprovedView | null = detail.approved.get(id) ?? null;
      return {
        area: task.area,
        view: { ...shared, basis: 'approved', dutyId: null, delegation: null, approval, flags: [] },
      };
    }),
  ];
}

function byArea(held: readonly Held[]): AreaView[] {
  return areasInOrder
    .map((code) => ({ code, tasks: held.filter(({ area }) => area === code).map(({ view }) => view) }))
    .filter(({ tasks }) => tasks.length > 0)
    .map(({ code, tasks }) => ({
      code,
      tasks: tasks.sort((a, b) => a.task.name.localeCompare(b.task.name, 'nb')),
    }));
}

function pendingOf(
  tx: Tx,
  delegateeId: string,
  known: Known | null,
): Promise<DelegationView[]> | DelegationView[] {
  const wanted = {
    status: 'proposed',
    taskId: null,
    delegatorId: null,
    delegateeId,
    at: null,
    named: null,
    after: null,
    limit: 200,
  } as const;
  return known ? knownDelegationsOf(known, tx.by, wanted) : delegationsOf(tx, wanted);
}
