import { Clock } from '../../src/database/clock.js';

/** The real time, and as much later as a test asks for. */
export class LaterClock extends Clock {
  private ahead = 0;

  override now(): number {
    return super.now() + this.ahead;
  }

  /** What is done inside happens that many milliseconds later. */
  async later<T>(ms: number, work: () => Promise<T>): Promise<T> {
    this.ahead += ms;
    try {
      return await work();
    } finally {
      this.ahead -= ms;
    }
  }
}

export const hour = 3_600_000;
export const dayLong = 24 * hour;
