import type { Json } from '../support/client.js';
import { assessment, day } from '../support/world.js';
import type { Answer, Login, Staff } from './staff.js';

/** An act as it is asked for: with a key of its own, so that it can be asked for again without being done again. */
export interface Act {
  readonly login: Login;
  readonly path: string;
  readonly body?: object;
  readonly key: string;
  readonly status: 201 | 409;
  /** The type of the one entry it leaves. */
  readonly type: string;
  /** Whom the entry names first: what was made, unless it was there before. */
  readonly about?: string;
}

/** What was asked for, and what was heard: nothing, when the answer was lost with the process that would have given it. */
export interface Sent {
  readonly act: Act;
  readonly answer?: Answer;
}

type Ask = (act: Omit<Act, 'key'>) => Promise<Json>;
/** What a client does over and over; `turn` counts up from 1 and never comes again. */
export type Work = (ask: Ask, turn: number) => Promise<void>;

export const registering =
  ({ manager }: Staff, n: number): Work =>
  async (ask, turn) => {
    const body = { name: `Pasient Ingen ${n}-${turn}` };
    await ask({ login: manager, path: 'people', body, status: 201, type: 'person.registered' });
  };

export const assigning =
  ({ manager, helpers, ownTaskId }: Staff, n: number): Work =>
  async (ask, turn) => {
    const days = { validFrom: day(turn), validTo: day(turn + 1) };
    const body = { personId: helpers[n % helpers.length]!.personId, taskId: ownTaskId, ...days };
    await ask({ login: manager, path: 'duties', body, status: 201, type: 'duty.assigned' });
  };

/** Proposed, accepted, and the attempt to delegate on, which is refused and logged. */
export const delegating =
  ({ doctors, helpers, delegableTaskId }: Staff, n: number): Work =>
  async (ask, turn) => {
    const helper = helpers[n % helpers.length]!;
    const body = {
      taskId: delegableTaskId,
      delegateeId: helper.personId,
      profession: 'LE',
      validFrom: day(turn),
      validTo: day(turn + 1),
      assessment,
      supervision: { reviewBy: day(turn), reachableHow: 'Til stede på kontoret' },
    };
    const login = doctors[Math.floor(n / helpers.length) % doctors.length]!;
    const { id } = await ask({ login, path: 'delegations', body, status: 201, type: 'delegation.proposed' });
    const on = { login: helper, about: id };
    await ask({ ...on, path: `delegations/${id}/acceptance`, status: 201, type: 'delegation.accepted' });
    await ask({ ...on, path: `delegations/${id}/delegations`, status: 409, type: 'delegation.refused' });
  };
