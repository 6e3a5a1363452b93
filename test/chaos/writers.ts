import { setTimeout as pause } from 'node:timers/promises';
import type { Json } from '../support/client.js';
import { assessment, day } from '../support/world.js';
import { type Answer, type Login, post, type Staff } from './staff.js';

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
type Work = (ask: Ask, turn: number) => Promise<void>;

const registering =
  ({ manager }: Staff, n: number): Work =>
  async (ask, turn) => {
    const body = { name: `Pasient Ingen ${n}-${turn}` };
    await ask({ login: manager, path: 'people', body, status: 201, type: 'person.registered' });
  };

const assigning =
  ({ manager, helpers, ownTaskId }: Staff, n: number): Work =>
  async (ask, turn) => {
    const days = { validFrom: day(turn), validTo: day(turn + 1) };
    const body = { personId: helpers[n % helpers.length]!.personId, taskId: ownTaskId, ...days };
    await ask({ login: manager, path: 'duties', body, status: 201, type: 'duty.assigned' });
  };

/** Proposed, accepted, and the attempt to delegate on, which is refused and logged. */
const delegating =
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

/** Sixteen clients, each with work that is never refused and never the same twice. */
export const clientsOf = (staff: Staff): Writer[] =>
  [registering, assigning, delegating, delegating].flatMap((kind, k) =>
    [0, 1, 2, 3].map((n) => new Writer(kind(staff, kind === delegating ? 4 * (k - 2) + n : n), `${k}-${n}`)),
  );

class Over extends Error {}

/** A client that, as long as it is told nothing, asks again with the same key. */
export class Writer {
  private turn = 0;
  private over = true;
  private sent: Sent[] = [];
  /** Its work has ended with an error, which `write` throws. */
  failed = false;

  constructor(
    private readonly work: Work,
    private readonly name: string,
  ) {}

  /** Works until told to stop; fails on any answer that is neither the one it expects nor a 503. */
  async write(url: string): Promise<void> {
    this.over = false;
    this.sent = [];
    try {
      while (!this.over) await this.work((act) => this.ask(url, act), ++this.turn);
    } catch (error) {
      if (error instanceof Over) return;
      this.failed = true;
      throw error;
    }
  }

  stop(): void {
    this.over = true;
  }

  get acknowledged(): number {
    return this.sent.filter(({ answer }) => answer).length;
  }

  /** Asks for everything once more: what had been answered must be answered with the same bytes, the rest is done now at the latest. */
  async settle(url: string): Promise<{ act: Act; answer: Answer }[]> {
    const settled: { act: Act; answer: Answer }[] = [];
    for (const { act, answer: heard } of this.sent) {
      const answer = await post(url, act.path, { ...act, cookie: act.login.cookie });
      const same = heard === undefined || (answer.text === heard.text && answer.replayed);
      if (answer.status !== act.status || !same)
        throw new Error(
          `${act.path} ${act.key}: heard ${JSON.stringify(heard)}, now ${JSON.stringify(answer)}`,
        );
      settled.push({ act, answer });
    }
    return settled;
  }

  private async ask(url: string, asked: Omit<Act, 'key'>): Promise<Json> {
    const act = { ...asked, key: `${this.name}-${this.turn}-${asked.type}` };
    const place = this.sent.push({ act }) - 1;
    while (!this.over) {
      const answer = await post(url, act.path, { ...act, cookie: act.login.cookie }).catch(() => undefined);
      if (answer?.status === act.status) {
        this.sent[place] = { act, answer };
        return JSON.parse(answer.text);
      }
      if (answer && answer.status !== 503) throw new Error(`${act.path}: ${answer.status} ${answer.text}`);
      await pause(20);
    }
    throw new Over();
  }
}
