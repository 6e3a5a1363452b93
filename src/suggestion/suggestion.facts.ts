import type { LoadedTask, PersonFacts } from '../decision/decision.facts.js';
import type { Condition, Standing } from '../delegation/delegation.rules.js';
import type { Period } from '../law/period.js';

/** A delegation of the task or of its kin, by whom and to whom. */
export interface Given extends Omit<Standing, 'valid'> {
  readonly delegatorId: string;
  readonly delegateeId: string;
  /** When it stands; null where it does not. */
  readonly valid: Period | null;
  /** When it stands, or at most could, while it waits for an answer. */
  readonly span: Period | null;
}

/** A competence record that may be close to what is required. */
export interface NearRecord {
  readonly id: string;
  readonly personId: string;
  readonly competenceId: string;
  readonly level: number;
  readonly requested: Period;
  /** When it stands; null where it does not. */
  readonly valid: Period | null;
  /** Waits for somebody to confirm it. */
  readonly waits: boolean;
}

/** One task, and everybody who might do it, give it or learn it. */
export interface GapFacts {
  readonly now: number;
  readonly startOfToday: number;
  readonly task: LoadedTask;
  /** By name. */
  readonly people: readonly PersonFacts[];
  /** By delegatee. */
  readonly givenTo: ReadonlyMap<string, readonly Given[]>;
  /** By delegator. */
  readonly givenBy: ReadonlyMap<string, readonly Given[]>;
  /** By person. */
  readonly conditions: ReadonlyMap<string, readonly Condition[]>;
  readonly records: readonly NearRecord[];
}
