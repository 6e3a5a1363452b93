import type { Server } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Embedded } from './database/embedded.js';

/** How long requests under way may take once we are told to end. */
const patience = 5_000;

/** What this process has running, and its one end: requests are answered, connections closed, the embedded server stopped. */
export class Life {
  app?: NestExpressApplication;
  private embedded?: Promise<Embedded>;
  private readonly end = new AbortController();

  /** Aborted when the end begins, also in the middle of a start. */
  get ending(): AbortSignal {
    return this.end.signal;
  }

  /** Every time: npm and the terminal both hand Ctrl-C on to us, and the second must not cut the first one short. */
  endsWithSignals(): void {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => void this.stop(0));
  }

  /** Ours to stop from the moment its start begins; when it is lost, we end. */
  async keep(starting: Promise<Embedded>): Promise<Embedded> {
    this.embedded = starting;
    const embedded = await starting;
    void embedded.lost.then(() =>
      this.fail('The embedded PostgreSQL ended: see postgres.log in the data folder, and start again.'),
    );
    return embedded;
  }

  /** Once we are ending, what still fails on the way is of no interest. */
  async fail(reason: unknown): Promise<void> {
    if (!this.ending.aborted) console.error(reason);
    await this.stop(1);
  }

  private async stop(code: number): Promise<void> {
    if (this.ending.aborted) return;
    this.end.abort();
    try {
      await this.drain();
    } finally {
      await this.stopEmbedded();
      process.exit(code);
    }
  }

  private async drain(): Promise<void> {
    if (!this.app) return;
    const server: Server = this.app.getHttpServer();
    // A caller keeps its connection after the answer: it must not keep us as well, with a new start waiting.
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    const late = setTimeout(() => server.closeAllConnections(), patience);
    await this.app.close();
    clearInterval(idle);
    clearTimeout(late);
  }

  private async stopEmbedded(): Promise<void> {
    const embedded = await this.embedded?.catch(() => undefined);
    await embedded?.stop();
  }
}
