import { setTimeout as pause } from 'node:timers/promises';
import type { Json } from '../support/client.js';
import { type Act, assigning, delegating, registering, type Sent, type Work } from './acts.js';
import { type Answer, post, type Staff } from './staff.js';

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
