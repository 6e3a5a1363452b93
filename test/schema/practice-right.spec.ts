import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import { instantOf } from '../../src/http/instant.js';
import {
  eightiethBirthday,
  practiceRights,
  type ReactionKind,
  reactionKinds,
} from '../../src/people/practice-right.rules.js';
import { createDatabase } from '../support/postgres.js';

/** The rule stands twice, in TypeScript and in a trigger: this holds them together. */
let db: pg.Client;

beforeAll(async () => {
  const urls = await createDatabase();
  db = new pg.Client(urls.admin);
  await db.connect();
});
afterAll(() => db.end());

const dayMs = 86_400_000;
const period = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.option(fc.integer({ min: 1, max: 40 }), { nil: null }))
  .map(([from, length]) => ({
    from: from * dayMs,
    to: length === null ? Number.POSITIVE_INFINITY : (from + length) * dayMs,
  }));

const history = fc.record({
  birthDate: fc.option(
    fc
      .integer({ min: -29_230, max: -29_150 })
      .map((days) => new Date(days * dayMs).toISOString().slice(0, 10)),
    {
      nil: null,
    },
  ),
  authorisations: fc.array(
    fc.record({
      profession: fc.constantFrom('LE', 'HE'),
      approvalType: fc.constantFrom('1', '17', '4', '3', '2', '14', '18'),
      valid: period,
    }),
    { maxLength: 4 },
  ),
  reactions: fc.array(
    fc.record({ of: fc.nat(3), kind: fc.constantFrom<ReactionKind>(...reactionKinds), valid: period }),
    { maxLength: 4 },
  ),
});

const instant = (at: number) => (Number.isFinite(at) ? new Date(at) : null);

it('practice_right is what practiceRights says, for any history', async () => {
  await fc.assert(
    fc.asyncProperty(history, async ({ birthDate, authorisations, reactions }) => {
      const [clinic, person] = [randomUUID(), randomUUID()];
      const held = authorisations.map((authorisation) => ({ ...authorisation, id: randomUUID() }));
      const struck = reactions.flatMap(({ of, ...reaction }) => {
        const authorisationId = held[of]?.id ?? null;
        return authorisationId !== null || reaction.kind === 'ban' ? [{ ...reaction, authorisationId }] : [];
      });
      await db.query('begin');
      try {
        await insert(clinic, person, birthDate, held, struck);
        const { rows } = await db.query<{ profession: string; from: number | null; to: number | null }>(
          `select profession, ms(lower(valid)) "from", ms(upper(valid)) "to" from practice_right where person_id = $1`,
          [person],
        );
        const found = rows.map(({ profession, from, to }) => ({
          profession,
          valid: { from: from ?? Number.NEGATIVE_INFINITY, to: to ?? Number.POSITIVE_INFINITY },
        }));
        expect(sorted(found)).toEqual(sorted(practiceRights(held, struck, lapsesAt(birthDate))));
      } finally {
        await db.query('rollback');
      }
    }),
    { numRuns: 150 },
  );
});

const lapsesAt = (birthDate: string | null): number =>
  birthDate === null ? Number.POSITIVE_INFINITY : instantOf(eightiethBirthday(birthDate));

const sorted = <T>(rights: readonly T[]): string[] => rights.map((right) => JSON.stringify(right)).sort();

type Held = { id: string; profession: string; approvalType: string; valid: { from: number; to: number } };
type Struck = { authorisationId: string | null; kind: string; valid: { from: number; to: number } };

/** Exclusion of overlapping twins is not what is tried here, so it is put aside for the length of the transaction. */
async function insert(
  clinic: string,
  person: string,
  birthDate: string | null,
  held: Held[],
  struck: Struck[],
): Promise<void> {
  await db.query('alter table authorisation drop constraint authorisation_exists');
  await db.query(`select set_config('app.clinic_id', $1, true)`, [clinic]);
  await db.query(`insert into clinic values ($1, 'K', null, 'legekontor', now())`, [clinic]);
  await db.query(
    'insert into person (clinic_id, id, name, birth_date, created_at) values ($1, $2, $3, $4, now())',
    [clinic, person, 'P', birthDate],
  );
  for (const { id, profession, approvalType, valid } of held) {
    await db.query(
      `insert into authorisation (clinic_id, id, person_id, profession, approval_type, valid, evidence, created_at)
       values ($1, $2, $3, $4, $5, tstzrange($6, $7), '{}', now())`,
      [clinic, id, person, profession, approvalType, instant(valid.from), instant(valid.to)],
    );
  }
  for (const { authorisationId, kind, valid } of struck) {
    await db.query(
      `insert into reaction (clinic_id, id, person_id, authorisation_id, kind, valid, known_from, note, created_at)
       values ($1, $2, $3, $4, $5, tstzrange($6, $7), now(), 'vedtak', now())`,
      [clinic, randomUUID(), person, authorisationId, kind, instant(valid.from), instant(valid.to)],
    );
  }
}
