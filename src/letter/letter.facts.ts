import type { DelegationView } from '../delegation/delegation.dto.js';

/** A person as the letter calls them. */
export interface Named {
  readonly name: string;
  /** As of the moment that `momentOfTitles` gives; empty for somebody who did not work there then. */
  readonly title: string;
}

/** Where the newest step of a delegation stands in the clinic's log. */
export interface Receipt {
  readonly seq: number;
  /** The log, and how many entries it had when it was signed. */
  readonly origin: string;
  readonly size: number;
  /** Base64. */
  readonly root: string;
}

/** All that a letter says, and nothing that it has to look up. */
export interface LetterFacts {
  /** The moment the letter speaks of, epoch milliseconds. */
  readonly at: number;
  readonly clinic: { readonly name: string; readonly organisationNumber: string | null };
  readonly delegation: DelegationView;
  readonly delegator: Named;
  readonly delegatee: Named;
  /** Whether the delegator had the right to practise the profession at the moment of the titles. */
  readonly professionHeld: boolean;
  readonly supervisor: Named | null;
  /** Null where no checkpoint covers the step yet. */
  readonly receipt: Receipt | null;
}

export type Standing = 'proposed' | 'unanswered' | 'declined' | 'withdrawn' | 'coming' | 'in-force' | 'ended';

/** Whether the letter gives any right: never from the delegation's status alone, since "expired" is said of proposals, too. */
export function standingAt({ status, steps, standsFrom }: DelegationView, at: number): Standing {
  switch (status) {
    case 'proposed':
    case 'declined':
    case 'withdrawn':
      return status;
    case 'accepted':
      return standsFrom !== null && Date.parse(standsFrom) <= at ? 'in-force' : 'coming';
    case 'expired':
      return steps.some(({ kind }) => kind === 'accepted') ? 'ended' : 'unanswered';
    case 'revoked':
    case 'relinquished':
    case 'lapsed':
      return 'ended';
  }
}

/**
 * The day whose titles the letter shows (helsepersonelloven § 74): today's while the delegation is proposed or stands;
 * for one that has ended the last moment it stood, for one that never did the moment it was proposed.
 */
export function momentOfTitles(delegation: DelegationView, at: number): number {
  const { standsFrom, standsTo, steps } = delegation;
  switch (standingAt(delegation, at)) {
    case 'proposed':
    case 'coming':
    case 'in-force':
      return at;
    case 'ended':
      if (standsFrom !== null && standsTo !== null) return Math.min(at, Date.parse(standsTo) - 1);
      break;
    case 'unanswered':
    case 'declined':
    case 'withdrawn':
      break;
  }
  const proposed = steps.find(({ kind }) => kind === 'proposed');
  return proposed ? Math.min(at, Date.parse(proposed.recordedAt)) : at;
}
