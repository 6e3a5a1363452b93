import type { Period } from '../law/period.js';
import type { Refusal } from '../law/refusals.js';
import { type StandingRecord, takesOver, validityOf } from './competence.rules.js';

/** What somebody says of a record; moments in epoch milliseconds. */
export interface RecordSaid {
  /** Left out: the lowest. */
  readonly level?: number | null;
  readonly achievedOn: string;
  /** Left out: for as long as such competence lasts. */
  readonly validTo?: number | null;
}

export interface RecordFault {
  readonly field: 'level' | 'achievedOn' | 'validTo';
  readonly code: 'too-great' | 'after-today' | 'ends-before-start';
  readonly bound?: number;
}

/** What a record would say, or all that is wrong with it: a level that the competence has not, a day that has not come, an end before the start. */
export function termsOf(
  said: RecordSaid,
  competence: { readonly levels: number; readonly validityMonths: number | null },
  now: number,
): { readonly level: number; readonly valid: Period; readonly faults: readonly RecordFault[] } {
  const level = said.level ?? 1;
  const { from, to: lapses } = validityOf(said.achievedOn, competence.validityMonths);
  const to = said.validTo ?? lapses;
  const faults: RecordFault[] = [];
  if (level > competence.levels) faults.push({ field: 'level', code: 'too-great', bound: competence.levels });
  if (from > now) faults.push({ field: 'achievedOn', code: 'after-today' });
  if (to <= from) faults.push({ field: 'validTo', code: 'ends-before-start' });
  return { level, valid: { from, to }, faults };
}

/** One's own waits for somebody else; a manager's record of another is confirmed at once. */
export const kindOfRecord = (personId: string, byPersonId: string | null): 'claimed' | 'confirmed' =>
  personId === byPersonId ? 'claimed' : 'confirmed';

/** Nobody has seen their own competence, whoever writes it down. */
const refusalsToRecord = (personId: string, assessorId: string | null): Refusal[] =>
  personId === assessorId ? [{ code: 'assessed-by-oneself' }] : [];

/** A record that stands. */
export interface RecordOf extends StandingRecord {
  readonly personId: string;
  readonly competenceId: string;
}

/** A record that is to stand, or to wait for somebody who confirms it. */
export interface FreshRecord extends RecordOf {
  readonly kind: 'claimed' | 'confirmed';
  readonly assessorId: string | null;
}

export interface Turn {
  /** What it takes over from. */
  readonly superseded: readonly string[];
  readonly refusals: readonly Refusal[];
}

/** Each new record is judged by what stands after those before it; a claim and one that is refused change nothing. */
export function inTurn(standing: readonly RecordOf[], fresh: readonly FreshRecord[]): Turn[] {
  const books = new Map<string, StandingRecord[]>();
  const bookOf = ({ personId, competenceId }: RecordOf): StandingRecord[] => {
    const key = `${personId} ${competenceId}`;
    const book = books.get(key) ?? [];
    books.set(key, book);
    return book;
  };
  for (const record of standing) bookOf(record).push(record);
  return fresh.map((record) => {
    const { kind, personId, assessorId } = record;
    const book = bookOf(record);
    const { superseded, refusals } = kind === 'claimed' ? nothing : takesOver(book, record);
    const inTheWay = refusals.map((refusal) => ({ ...refusal, about: { ...refusal.about, personId } }));
    const all = [...refusalsToRecord(personId, assessorId), ...inTheWay];
    if (kind === 'claimed' || all.length > 0) return { superseded: [], refusals: all };
    const left = book.map((older) =>
      superseded.includes(older.id) ? { ...older, valid: { ...older.valid, to: record.valid.from } } : older,
    );
    book.splice(0, book.length, ...left, record);
    return { superseded, refusals: [] };
  });
}

const nothing: Turn = { superseded: [], refusals: [] };

/** When each of those that were taken over from ends. */
export const endingsIn = (fresh: readonly RecordOf[], turns: readonly Turn[]): Map<string, number> =>
  new Map(
    fresh.flatMap(({ valid }, i) =>
      (turns[i]?.superseded ?? []).map((id): [string, number] => [id, valid.from]),
    ),
  );
