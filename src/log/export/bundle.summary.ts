import { setImmediate } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { apply, FoldError } from '../state/fold.js';
import { emptyState, type LoggedEntry } from '../state/state.js';
import { Summary } from '../summary/summary.js';

type About = Parameters<Summary['html']>[1];

/**
 * What the entries add up to while they go out, for the summary at the end.
 * A log that does not add up goes out all the same, so that whoever verifies finds it; a summary of it would mislead.
 */
export class Folded {
  private readonly state = emptyState();
  private readonly summary = new Summary();
  private readonly logger = new Logger('log');
  private addsUp = true;

  readonly see = (entry: LoggedEntry): void => {
    if (!this.addsUp) return;
    try {
      apply(this.state, entry);
      this.summary.see(entry);
    } catch (error) {
      this.giveUp(error);
    }
  };

  /** The page in pieces; null where none can be made. Made once before, since what has begun to go out cannot be taken back. */
  async page(about: About): Promise<Generator<string> | null> {
    if (!this.addsUp) return null;
    try {
      for (const _ of this.summary.html(this.state, about)) await setImmediate();
      return this.summary.html(this.state, about);
    } catch (error) {
      this.giveUp(error);
      return null;
    }
  }

  private giveUp(error: unknown): void {
    this.addsUp = false;
    if (!(error instanceof FoldError)) this.logger.error(error);
  }
}
