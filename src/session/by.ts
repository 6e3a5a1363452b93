import type { Language } from '../law/legal-bases.js';
import type { Role } from './operations.js';

/** A repeatable request: how the answer is kept, so that a repeat gets the very same one (Idempotency-Key, 24 h). */
export interface Repeat {
  readonly key: string;
  readonly fingerprint: string;
  answered(view: unknown): Answer;
  refused(error: Error): Answer;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** What an auditor asks for: written to the log before it is answered. */
export interface LookUp {
  readonly operation: string;
  readonly params: object;
  readonly query: object;
  /** The newest checkpoint that the answer hands out: set by whoever makes the answer, remembered with the entry. */
  given?: HandedOut;
}

/** The log of a clinic at one size. */
export interface HandedOut {
  readonly size: number;
  readonly root: Uint8Array;
}

/** On whose behalf something happens: never anybody else's. */
export interface By {
  readonly clinicId: string;
  /** The account or API token that signed in. */
  readonly loginId: string;
  readonly personId: string | null;
  readonly roles: readonly Role[];
  readonly language: Language;
  readonly repeat?: Repeat;
  /** Absent where nothing needs to be traced. */
  readonly lookUp?: LookUp;
}

/** The person where there is one, so that two logins of the same person are the same actor. */
export const actorOf = (by: By): string => by.personId ?? by.loginId;

export const holdsOneOf = (by: By, wanted: readonly Role[]): boolean =>
  wanted.some((role) => by.roles.includes(role));

/** Whoever puts a checkpoint into an answer says so: an auditor's next look-up is held against it. */
export function handOut({ lookUp }: By, { size, root }: HandedOut): void {
  if (lookUp && size > (lookUp.given?.size ?? 0)) lookUp.given = { size, root };
}
