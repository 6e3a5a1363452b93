import { askedIn } from '../competence/requirement.rules.js';
import type { Held, Standing, TaskFacts } from '../decision/decision.facts.js';
import {
  type Basis,
  type Decision,
  decideHolding,
  holdsNothing,
  refusalsOf,
} from '../decision/decision.rules.js';
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

/** Somebody, and what they hold of each of the tasks, in the order of these: one and the same thing where it is alike. */
export interface Judged {
  readonly person: Standing;
  readonly held: readonly Held[];
}

/** The decisions about these tasks at one moment, each answer once: a cell is the place of its answer in the list, from 0. */
export class Answers {
  readonly list: Answer[] = [];
  private readonly said = new Said();
  private readonly kinds: readonly number[];

  constructor(
    private readonly tasks: readonly TaskFacts[],
    private readonly at: number,
  ) {
    this.kinds = kindsOf(tasks);
  }

  /**
   * One person's row. A decision depends on a task only through its kind and through what the person holds of it:
   * where both are the same, it is made once.
   */
  rowOf({ person, held }: Judged): number[] {
    const made = new Map<Held, number[]>();
    let last: Held | undefined;
    let alike: number[] = [];
    return this.tasks.map((task, column) => {
      const what = held[column] ?? holdsNothing;
      if (what !== last) {
        alike = made.get(what) ?? [];
        made.set(what, alike);
        last = what;
      }
      const kind = this.kinds[column] ?? 0;
      alike[kind] ??= this.placeOf(decideHolding(person, task, what, this.at));
      return alike[kind];
    });
  }

  private placeOf(decision: Decision): number {
    const said = saidIn(decision, this.said);
    const known = said.places.get(decision.until);
    if (known !== undefined) return known;
    said.places.set(decision.until, this.list.length);
    said.answer ??= answerOf(decision);
    return this.list.push({ ...said.answer, until: decision.until }) - 1;
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

const answerOf = (decision: Decision): Answer => ({
  allowed: decision.allowed,
  bases: distinct(decision.bases).map(kindOf),
  refusals: refusalsOf(decision),
  until: decision.until,
});

const kindOf = (basis: Basis): BasisKind => ({
  kind: basis.kind,
  occupation: 'occupation' in basis ? basis.occupation : null,
});

const distinct = (bases: readonly Basis[]): readonly Basis[] =>
  bases.length < 2 ? bases : [...new Map(bases.map((basis) => [wordsOf(basis), basis])).values()];

const wordsOf = (basis: Basis): string =>
  'occupation' in basis ? `${basis.kind} ${basis.occupation}` : basis.kind;

/** What decisions say, word by word: the same place for what is the same, and for nothing else. Words that are known are found faster than a sentence is made of them. */
class Said {
  /** Of answers, by `until`. */
  readonly places = new Map<number, number>();
  /** One of them: the others are the same but for `until`. */
  answer: Answer | undefined;
  private readonly further = new Map<string | number | null, Said>();

  and(word: string | number | null): Said {
    const known = this.further.get(word);
    if (known) return known;
    const next = new Said();
    this.further.set(word, next);
    return next;
  }
}

/** Each code is there once, and those of what is lacking are behind it: where one list ends, the words themselves say. */
function saidIn({ bases, refusals, lacks }: Decision, nothing: Said): Said {
  let said = nothing;
  for (const basis of distinct(bases)) {
    said = said.and(basis.kind);
    if ('occupation' in basis) said = said.and(basis.occupation);
  }
  for (const code of refusals) said = said.and(code);
  for (const lack of lacks) said = said.and(lack.code).and(lack.expiredAt).and(askedIn(lack));
  return said;
}
