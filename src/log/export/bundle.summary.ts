import { apply, FoldError } from '../state/fold.js';
import { emptyState, type LoggedEntry } from '../state/state.js';
import { Summary } from '../summary/summary.js';

/** What the entries add up to while they go out, for the summary at the end. */
export class Folded {
  private readonly state = emptyState();
  private readonly summary = new Summary();
  /** False once an entry does not fit: the log goes out all the same, and whoever verifies finds it; a summary of it would mislead. */
  addsUp = true;

  readonly see = (entry: LoggedEntry): void => {
    if (!this.addsUp) return;
    try {
      apply(this.state, entry);
      this.summary.see(entry);
    } catch (error) {
      if (!(error instanceof FoldError)) throw error;
      this.addsUp = false;
    }
  };

  html(about: Parameters<Summary['html']>[1]): Generator<string> {
    return this.summary.html(this.state, about);
  }
}
