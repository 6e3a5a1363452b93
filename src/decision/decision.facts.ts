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

/** Medicine handling, approved by a manager. */
export interface HeldApproval {
  readonly id: string;
  readonly valid: Period;
}

export interface Entitled {
  readonly occupation: string;
  readonly mayDelegate: boolean;
  readonly valid: Period;
}

/** At least this level of this competence. */
export interface Wanted {
  readonly competenceId: string;
  /** As it is called now. */
  readonly name: string;
  readonly minLevel: number;
}

/** One of the options is enough; every requirement that is in force must be met. */
export interface Requirement {
  readonly valid: Period;
  readonly anyOf: readonly Wanted[];
  /** Occupations that are not asked when they do the task in their own right; nobody if left out. */
  readonly except?: readonly string[];
}

/** What the role description of an engagement requires, for as long as both are in force. */
export interface RoleRequirement extends Requirement {
  readonly occupation: string;
}

/** A confirmed competence record, with when it really stands. */
export interface Mastered {
  readonly level: number;
  readonly valid: Period;
}

/** What counts whatever the task is. */
export interface Standing {
  readonly id: string;
  /** By their start: titles are told in this order. */
  readonly engagements: readonly Engaged[];
  /** Authorisations minus reactions, lapsed at 80 years. */
  readonly rights: readonly Right[];
  readonly bans: readonly Period[];
  /** By competence id. */
  readonly records: ReadonlyMap<string, readonly Mastered[]>;
  readonly roleRequirements: readonly RoleRequirement[];
}

/** What the person holds of one task, and what is limited in it. */
export interface Held {
  readonly limits: readonly Limit[];
  readonly duties: readonly HeldDuty[];
  readonly delegations: readonly HeldDelegation[];
  readonly approvals: readonly HeldApproval[];
  /** When the person has said that they do not master it (hpl-4). */
  readonly abstentions: readonly Period[];
}

/** What the person holds of each task, by its id. */
export interface PersonFacts extends Standing {
  readonly limits: ReadonlyMap<string, readonly Limit[]>;
  readonly duties: ReadonlyMap<string, readonly HeldDuty[]>;
  readonly delegations: ReadonlyMap<string, readonly HeldDelegation[]>;
  readonly approvals: ReadonlyMap<string, readonly HeldApproval[]>;
  readonly abstentions: ReadonlyMap<string, readonly Period[]>;
}

export interface TaskFacts {
  readonly id: string;
  /** Health care, which a ban forbids; not so reception and technology. */
  readonly clinical: boolean;
  readonly entitlements: readonly Entitled[];
  readonly requirements: readonly Requirement[];
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
