import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';

/** The only source of time and ids. */
@Injectable()
export class Clock {
  /** Epoch milliseconds, UTC. */
  now(): number {
    return Date.now();
  }

  /** UUIDv7: sorts by time of making. */
  newId(): string {
    return v7();
  }
}
