import type { Period } from '../law/period.js';

/** What the decision is made from. Instants are epoch milliseconds; everything else is as the clinic registered it. */
export interface Engaged {
  readonly occupation: string;
  readonly kind: 'ansatt' | 'vikar' | 'elev' | 'student' | 'innleid';
  readonly valid: Period;
}

interface Right {
  readonly profession: string;
  readonly valid: Period;
}

/** A reaction that names the task, or a task of which it is a copy, a part or a whole (hpl-58, hpl-59). */
export interface Limit {
  readonly profession: string;
  readonly valid: Period;
}

export interface HeldDuty {
  readonly id: string;
  readonly occupation: string;
  readonly valid: Period;
}

export interface HeldDelegation {
  readonly id: string;
  readonly valid: Period;
}

export interface Entitled {
  readonly occupation: string;
  readonly mayDelegate: boolean;
  readonly valid: Period;
}

export interface PersonFacts {
  readonly id: string;
  /** By their start: titles are told in this order. */
  readonly engagements: readonly Engaged[];
  /** Authorisations minus reactions, lapsed at 80 years. */
  readonly rights: readonly Right[];
  readonly bans: readonly Period[];
  /** By task id. */
  readonly limits: ReadonlyMap<string, readonly Limit[]>;
  readonly duties: ReadonlyMap<string, readonly HeldDuty[]>;
  readonly delegations: ReadonlyMap<string, readonly HeldDelegation[]>;
}

export interface TaskFacts {
  readonly id: string;
  /** Health care, which a ban forbids; not so reception and technology. */
  readonly clinical: boolean;
  readonly entitlements: readonly Entitled[];
}

/** A task's facts with what a screen needs to name it. */
export interface LoadedTask extends TaskFacts {
  readonly name: string;
  readonly area: string;
  readonly reserved: boolean;
  readonly contested: boolean;
}

export interface Facts {
  readonly people: ReadonlyMap<string, PersonFacts>;
  readonly tasks: ReadonlyMap<string, LoadedTask>;
}
