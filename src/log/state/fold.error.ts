/** Why an entry does not fit onto what came before it. */
export type FoldCode =
  | 'type-unknown'
  | 'payload-missing'
  | 'payload-unreadable'
  | 'exists-already'
  | 'does-not-exist'
  | 'not-pending'
  | 'not-in-force'
  | 'not-the-delegatee'
  | 'not-the-approver'
  | 'of-oneself'
  | 'out-of-order';

/** The log does not add up at this entry; the state is as it was before it. */
export class FoldError extends Error {
  constructor(
    readonly seq: number,
    readonly type: string,
    readonly code: FoldCode,
    /** The id or the member of the payload that does not fit. */
    readonly about: string,
  ) {
    super(`entry ${seq} (${type}) does not fit: ${code}, ${about}`);
    this.name = 'FoldError';
  }
}
