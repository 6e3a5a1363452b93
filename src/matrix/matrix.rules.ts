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

/** The decisions about these tasks at one moment, each answer once: a cell is the place of its answer in the list, from 0. */
export class Answers {
  readonly list: Answer[] = [];
  /** By `until` within everything else, of which there is less. */
  private readonly places = new Map<string, Map<number, number>>();
  private readonly columns: ReadonlyMap<string, number>;
  private readonly kinds: readonly number[];
  private readonly held: Held[];

  constructor(
    private readonly tasks: readonly TaskFacts[],
    private readonly at: number,
  ) {
    this.columns = new Map(tasks.map(({ id }, column) => [id, column]));
    this.kinds = kindsOf(tasks);
    this.held = tasks.map(() => nothing);
  }

  /**
   * One person's row. A decision depends on a task only through its kind and through what the person holds of it:
   * where both are the same, it is made once.
   */
  rowOf(person: PersonFacts): number[] {
    const held = this.heldIn(person);
    const bare: number[] = [];
    const made = new Map<Held, number[]>();
    const alikeTo = (what: Held): number[] => {
      const known = made.get(what) ?? [];
      if (known.length === 0) made.set(what, known);
      return known;
    };
    return this.tasks.map((task, column) => {
      const what = held[column] ?? nothing;
      if (what === several) return this.placeOf(decide(person, task, this.at));
      const alike = what === nothing ? bare : alikeTo(what);
      const kind = this.kinds[column] ?? 0;
      const place = alike[kind] ?? this.placeOf(decide(person, task, this.at));
      alike[kind] = place;
      return place;
    });
  }

  /** By column: the one list of what the person holds of the task, or that there are several. One array for all, in turn. */
  private heldIn({ limits, duties, delegations, approvals, abstentions }: PersonFacts): readonly Held[] {
    const held = this.held.fill(nothing);
    for (const lists of [limits, duties, delegations, approvals, abstentions]) {
      for (const [taskId, list] of lists) {
        const column = this.columns.get(taskId);
        if (column !== undefined) held[column] = held[column] === nothing ? list : several;
      }
    }
    return held;
  }

  private placeOf(decision: Decision): number {
    const words = wordsOf(decision);
    const alike = this.places.get(words) ?? new Map<number, number>();
    if (alike.size === 0) this.places.set(words, alike);
    const known = alike.get(decision.until);
    if (known !== undefined) return known;
    alike.set(decision.until, this.list.length);
    return this.list.push(answerOf(decision)) - 1;
  }
}

/** For each task the number of its kind: those of one kind have the same entitlements and requirements, and are clinical or not. */
function kindsOf(tasks: readonly TaskFacts[]): number[] {
  const numbers = new Map<string, number>();
  return tasks.map(({ clinical, entitlements, requirements }) => {
    const words = JSON.stringify([clinical, entitlements, requirements]);
    const number = numbers.get(words) ?? numbers.size;
    numbers.set(words, number);
    return number;
  });
}

type Held = readonly unknown[];
const nothing: Held = [];
const several: Held = [];

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
  const [only] = bases;
  if (only && bases.length === 1) return wordsOfBasis(only);
  if (allowed) return [...new Set(bases.map(wordsOfBasis))].join(' ');
  if (lacks.length === 0) return refusals.length === 1 ? (refusals[0] ?? '') : refusals.join(' ');
  return [...refusals, ...lacks.map(wordsOfLack)].join(' ');
}

const wordsOfBasis = (basis: Basis): string =>
  'occupation' in basis ? `${basis.kind} ${basis.occupation}` : basis.kind;
