import { Injectable } from '@nestjs/common';
import { Clock } from '../database/clock.js';
import { Problem } from '../http/problem.js';

const failuresAllowed = 10;
const windowMs = 15 * 60_000;
const addressesKept = 10_000;

/**
 * Ten wrong passwords for one e-mail address in a quarter of an hour, then a pause; right ones are never counted.
 * Asked before a password is tried and after: guesses that are sent all at once get no further than those sent in turn.
 */
@Injectable()
export class SignInThrottle {
  private readonly failures = new Map<string, { count: number; until: number }>();

  constructor(private readonly clock: Clock) {}

  check(email: string): void {
    const seen = this.failures.get(email.toLowerCase());
    const left = (seen?.until ?? 0) - this.clock.now();
    if (seen && left > 0 && seen.count >= failuresAllowed) {
      throw new Problem('too-many-requests', { retryAfter: Math.ceil(left / 1000) });
    }
  }

  failed(email: string): void {
    const now = this.clock.now();
    const seen = this.failures.get(email.toLowerCase());
    const current = seen && seen.until > now ? seen : { count: 0, until: now + windowMs };
    this.failures.delete(email.toLowerCase());
    this.failures.set(email.toLowerCase(), { ...current, count: current.count + 1 });
    const oldest = this.failures.keys().next();
    if (this.failures.size > addressesKept && !oldest.done) this.failures.delete(oldest.value);
  }
}
