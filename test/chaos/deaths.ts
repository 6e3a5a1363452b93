import { setTimeout as pause } from 'node:timers/promises';
import { end, type Installation } from './installation.js';

/** Numbers between 0 and 1, the same for the same seed (mulberry32). */
export function seededNumbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What is killed, and what is left standing. */
export interface Death {
  readonly of: string;
  /** Whether the product goes with it, and must be started again. */
  readonly ends: boolean;
  strike(place: Installation, random: () => number): Promise<void>;
}

async function killServer(place: Installation): Promise<void> {
  for (const pid of place.servers()) end(pid, 'SIGKILL');
}

export const deaths: readonly Death[] = [
  {
    of: 'the API',
    ends: true,
    strike: async (place) => place.kill(),
  },
  {
    of: 'the postmaster',
    ends: true,
    strike: async (place) => {
      end(place.servers()[0] ?? 0, 'SIGKILL');
    },
  },
  {
    of: 'one backend',
    ends: false,
    strike: async (place, random) => {
      const pids = await place.backends();
      end(pids[Math.floor(random() * pids.length)] ?? 0, 'SIGKILL');
    },
  },
  { of: 'every process of PostgreSQL', ends: true, strike: killServer },
  {
    of: 'the API and PostgreSQL',
    ends: true,
    strike: async (place) => {
      place.kill();
      await killServer(place);
    },
  },
  {
    of: 'the API, and again in the middle of the next start',
    ends: true,
    strike: async (place, random) => {
      place.kill();
      await place.ended();
      await place.begin();
      await pause(random() * 1_500);
      place.kill();
    },
  },
  {
    of: 'PostgreSQL, and the API in the middle of the next start',
    ends: true,
    strike: async (place, random) => {
      await killServer(place);
      await place.ended();
      await place.begin();
      await pause(random() * 1_500);
      place.kill();
      await killServer(place);
    },
  },
  {
    of: 'connections, one after the other, as statements run on them',
    ends: false,
    strike: async (place, random) => {
      for (let i = 0; i < 20; i++) {
        const act = random() < 0.5 ? 'pg_terminate_backend' : 'pg_cancel_backend';
        await place.asked(
          `select ${act}(pid) from pg_stat_activity where usename = 'fullmakt_app' and state <> 'idle' limit 1`,
        );
        await pause(random() * 30);
      }
    },
  },
];
