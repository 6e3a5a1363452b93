import { wordsOfLack } from '../competence/requirement.rules.js';
import type { PersonFacts, TaskFacts } from '../decision/decision.facts.js';
import { type Basis, type Decision, decide, refusalsOf } from '../decision/decision.rules.js';
import type { Refusal } from '../law/refusals.js';

/** On what basis, without which duty, delegation or approval it is; the occupation of what is done in one's own right. */
export interface BasisKind {
  readonly kind: Basis['kind'];
  readonly occupation: string | null;
}

/** What one cell says, or many alike. */
export interface Answer {
  readonly allowed: boolean;
  /** Each once: two delegations of the same task are one basis here. */
  readonly bases: readonly BasisKind[];
  readonly refusals: readonly Refusal[];
  /** Epoch milliseconds, Infinity if nothing registered changes it. */
  readonly until: number;
}

/** What the cells of a matrix say, each answer once: a cell is the place of its answer in the list, from 0. */
export class Answers {
  readonly list: Answer[] = [];
  /** By `until`, and by everything else. */
  private readonly places = new Map<number, Map<string, number>>();

  /** One person's row: the decision about each of the tasks, in their order. */
  rowOf(person: PersonFacts, tasks: readonly TaskFacts[], at: number): number[] {
    return tasks.map((task) => this.placeOf(decide(person, task, at)));
  }

  private placeOf(decision: Decision): number {
    const alike = this.places.get(decision.until) ?? new Map<string, number>();
    if (alike.size === 0) this.places.set(decision.until, alike);
    const words = wordsOf(decision);
    const known = alike.get(words);
    if (known !== undefined) return known;
    alike.set(words, this.list.length);
    return this.list.push(answerOf(decision)) - 1;
  }
}

const answerOf = (decision: Decision): Answer => ({
  allowed: decision.allowed,
  bases: [...new Map(decision.bases.map((basis) => [wordsOfBasis(basis), kindOf(basis)])).values()],
  refusals: refusalsOf(decision),
  until: decision.until,
});

const kindOf = (basis: Basis): BasisKind => ({
  kind: basis.kind,
  occupation: 'occupation' in basis ? basis.occupation : null,
});

/** The same for the same answer, and for no other; most cells have one basis or one refusal. */
function wordsOf({ allowed, bases, refusals, lacks }: Decision): string {
  if (allowed) return [...new Set(bases.map(wordsOfBasis))].join(' ');
  if (lacks.length === 0) return refusals.length === 1 ? (refusals[0] ?? '') : refusals.join(' ');
  return [...refusals, ...lacks.map(wordsOfLack)].join(' ');
}

const wordsOfBasis = (basis: Basis): string =>
  'occupation' in basis ? `${basis.kind} ${basis.occupation}` : basis.kind;
