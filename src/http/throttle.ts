import { Injectable } from '@nestjs/common';
import { ThrottlerGuard } from '@nestjs/throttler';
import { Problem } from './problem.js';

/** Limits how often one address may do what needs no sign-in; the limits stand in app.module.ts. */
@Injectable()
export class AddressThrottle extends ThrottlerGuard {
  protected override throwThrottlingException(
    _context: unknown,
    detail: { timeToBlockExpire: number },
  ): Promise<void> {
    throw new Problem('too-many-requests', { retryAfter: Math.max(1, detail.timeToBlockExpire) });
  }
}
