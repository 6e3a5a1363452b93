import type { Period } from '../../law/period.js';
import { type FoldCode, FoldError } from './fold.error.js';
import type { LoggedEntry, State } from './state.js';

/** What one type of entry does to the state. Reads and judges all of it before it changes anything. */
export type Fold = (state: State, told: Told) => void;

type Payload = { readonly [key: string]: unknown };

const isPayload = (value: unknown): value is Payload =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What an entry tells, read strictly: a member that is missing or of another kind is a FoldError. */
export class Told {
  private constructor(
    private readonly entry: LoggedEntry,
    private readonly payload: Payload,
    private readonly path: string,
  ) {}

  static by(entry: LoggedEntry): Told {
    if (!entry.payload) throw new FoldError(entry.seq, entry.type, 'payload-missing', 'payload');
    return new Told(entry, entry.payload, '');
  }

  /** When it was recorded. */
  get at(): number {
    return this.entry.at;
  }

  get actor(): string {
    return this.entry.actor;
  }

  /** Who acted; null for a login without a person, such as a token. */
  get person(): string | null {
    return this.entry.actor === this.payload.login ? null : this.entry.actor;
  }

  /** What an entry written before such ids were told goes by: its own number, which is no id. */
  idOrNumber(key: string): string {
    return this.textOrNull(key) ?? `entry ${this.entry.seq}`;
  }

  has(key: string): boolean {
    return this.payload[key] !== undefined;
  }

  text(key: string): string {
    const value = this.payload[key];
    return typeof value === 'string' ? value : this.unreadable(key);
  }

  textOrNull(key: string): string | null {
    return this.isAbsent(key) ? null : this.text(key);
  }

  /** A day of the calendar that a life can begin on; null where none is told. */
  birthDay(key: string): string | null {
    const day = this.textOrNull(key);
    return day === null || isDay(day) ? day : this.unreadable(key);
  }

  oneOf<Value extends string>(key: string, values: readonly Value[]): Value {
    const value = this.text(key);
    return values.find((known) => known === value) ?? this.unreadable(key);
  }

  flag(key: string): boolean {
    const value = this.payload[key];
    return typeof value === 'boolean' ? value : this.unreadable(key);
  }

  whole(key: string): number {
    const value = this.payload[key];
    return typeof value === 'number' && Number.isSafeInteger(value) ? value : this.unreadable(key);
  }

  wholeOrNull(key: string): number | null {
    return this.isAbsent(key) ? null : this.whole(key);
  }

  /** Epoch milliseconds. A bare date is no moment: an entry is read without knowing the clinic's zone. */
  moment(key: string): number {
    const text = this.text(key);
    const at = text[10] === 'T' && text.endsWith('Z') ? Date.parse(text) : Number.NaN;
    return Number.isNaN(at) ? this.unreadable(key) : at;
  }

  /** `validFrom` to `validTo`, where no end is an open one. */
  period(): Period {
    const from = this.moment('validFrom');
    const to = this.isAbsent('validTo') ? Number.POSITIVE_INFINITY : this.moment('validTo');
    return from < to ? { from, to } : this.unreadable('validTo');
  }

  part(key: string): Told {
    const value = this.payload[key];
    return isPayload(value) ? this.inside(key, value) : this.unreadable(key);
  }

  partOrNull(key: string): Told | null {
    return this.isAbsent(key) ? null : this.part(key);
  }

  parts(key: string): Told[] {
    return this.list(key).map((value, i) => {
      return isPayload(value) ? this.inside(`${key}/${i}`, value) : this.unreadable(key);
    });
  }

  texts(key: string): string[] {
    return this.list(key).map((value) => (typeof value === 'string' ? value : this.unreadable(key)));
  }

  wholes(key: string): number[] {
    return this.list(key).map((value) =>
      typeof value === 'number' && Number.isSafeInteger(value) ? value : this.unreadable(key),
    );
  }

  textsOrNull(key: string): string[] | null {
    return this.isAbsent(key) ? null : this.texts(key);
  }

  /** The member's id, which nothing bears yet. */
  fresh(key: string, known: ReadonlyMap<string, unknown>): string {
    const id = this.text(key);
    return known.has(id) ? this.fail('exists-already', id) : id;
  }

  /** What the member names, which must be there. */
  known<Found>(key: string, among: ReadonlyMap<string, Found>): Found {
    const id = this.text(key);
    return among.get(id) ?? this.fail('does-not-exist', id);
  }

  /** The id the member gives, of something that is there. */
  idOf(key: string, among: ReadonlyMap<string, unknown>): string {
    const id = this.text(key);
    return among.has(id) ? id : this.fail('does-not-exist', id);
  }

  idOrNullOf(key: string, among: ReadonlyMap<string, unknown>): string | null {
    return this.isAbsent(key) ? null : this.idOf(key, among);
  }

  idsOf(key: string, among: ReadonlyMap<string, unknown>): string[] {
    const ids = this.texts(key);
    for (const id of ids) if (!among.has(id)) this.fail('does-not-exist', id);
    return ids;
  }

  fail(code: FoldCode, about: string): never {
    throw new FoldError(this.entry.seq, this.entry.type, code, about);
  }

  private isAbsent(key: string): boolean {
    return this.payload[key] === undefined || this.payload[key] === null;
  }

  private list(key: string): readonly unknown[] {
    const value = this.payload[key];
    return Array.isArray(value) ? value : this.unreadable(key);
  }

  private inside(key: string, value: Payload): Told {
    return new Told(this.entry, value, `${this.path}/${key}`);
  }

  private unreadable(key: string): never {
    return this.fail('payload-unreadable', `${this.path}/${key}`);
  }
}

/** 1900 to 2200, as commands have it: rights are reckoned eighty years on from it. */
function isDay(text: string): boolean {
  const at = /^(19\d\d|20\d\d|21\d\d|2200)-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
