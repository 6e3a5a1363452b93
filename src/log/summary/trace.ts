import type { LoggedEntry } from '../state/state.js';
import { momentOf } from './moment.js';

/** Who an entry says took a payload away, and why. */
export interface Erasure {
  /** The number of the entry whose payload is gone, and of the one that says so. */
  readonly seq: number;
  readonly toldBy: number;
  readonly at: number;
  readonly actor: string;
  readonly reason: string;
}

/** A reaction's own entry, and how much lapsed with it. */
export interface Told {
  readonly seq: number;
  duties: number;
  delegations: number;
  approvals: number;
}

interface Joined {
  readonly invitationId: string;
  readonly roles: readonly string[];
}

/** What the log tells beside the state it adds up to: attempts, emergencies, erasures, and under which numbers things stand. */
export class Trace {
  size = 0;
  clinicName: string | null = null;
  organisationNumber: string | null = null;
  firstAt: number | null = null;
  lastAt: number | null = null;
  readonly refused: LoggedEntry[] = [];
  readonly emergencies: LoggedEntry[] = [];
  /** By the number of the erased entry, in the order of the log. */
  readonly erasures = new Map<number, Erasure>();
  /** Entries without a payload, by number. */
  readonly bare = new Map<number, LoggedEntry>();
  /** The numbers of a delegation's steps and of its reviews, each in the order of the log. */
  readonly steps = new Map<string, number[]>();
  readonly reviews = new Map<string, number[]>();
  readonly reactions = new Map<string, Told>();
  private latest: Told | null = null;
  private readonly invited = new Map<string, string>();
  private readonly joined = new Map<string, Joined>();
  private readonly tokens = new Map<string, string>();

  see(entry: LoggedEntry): void {
    const { seq, at, type, payload } = entry;
    this.size += 1;
    this.firstAt ??= at;
    this.lastAt = at;
    if (payload === null) this.bare.set(seq, entry);
    this.countLapsed(type);
    if (type.endsWith('.refused')) this.refused.push(entry);
    else if (type === 'emergency.recorded') this.emergencies.push(entry);
    else if (payload !== null) this.number(entry, payload);
  }

  /** What a login that is nobody's person is called: by e-mail or by the token's name. */
  loginName(id: string): string | null {
    const token = this.tokens.get(id);
    if (token !== undefined) return `API-nøkkelen «${token}»`;
    const joined = this.joined.get(id);
    if (!joined) return null;
    const as = joined.roles.map((role) => roleWords.get(role) ?? role).join(', ');
    const email = this.invited.get(joined.invitationId);
    return `${email ?? 'innlogging uten registrert person'}${as && ` (${as})`}`;
  }

  /** What lapses because of a reaction is told right after it, in the same transaction. */
  private countLapsed(type: string): void {
    if (this.latest && type === 'duty.lapsed') this.latest.duties += 1;
    else if (this.latest && type === 'delegation.lapsed') this.latest.delegations += 1;
    else if (this.latest && type === 'approval.lapsed') this.latest.approvals += 1;
    else this.latest = null;
  }

  private number({ seq, at, type, actor }: LoggedEntry, payload: Payload): void {
    const id = textIn(payload, 'id');
    if (type === 'delegation.reviewed') put(this.reviews, id, seq);
    else if (type.startsWith('delegation.')) put(this.steps, id, seq);
    else if (type === 'reaction.recorded') {
      this.latest = { seq, duties: 0, delegations: 0, approvals: 0 };
      this.reactions.set(id, this.latest);
    } else if (type === 'clinic.signed-up') {
      this.clinicName = textIn(payload, 'name') || null;
      this.organisationNumber = textIn(payload, 'organisationNumber') || null;
    } else if (type === 'member.invited') this.invited.set(id, textIn(payload, 'email'));
    else if (type === 'member.joined') this.joined.set(textIn(payload, 'account'), joinedOf(payload));
    else if (type === 'api-token.created') this.tokens.set(id, textIn(payload, 'name'));
    else if (type === 'payload.erased' && typeof payload.seq === 'number') {
      const erased = payload.seq;
      this.erasures.set(erased, { seq: erased, toldBy: seq, at, actor, reason: textIn(payload, 'reason') });
    }
  }
}

type Payload = Readonly<Record<string, unknown>>;

const roleWords: ReadonlyMap<string, string> = new Map([
  ['manager', 'leder'],
  ['staff', 'ansatt'],
  ['auditor', 'tilsyn'],
  ['administrator', 'administrator'],
]);

const joinedOf = (payload: Payload): Joined => ({
  invitationId: textIn(payload, 'invitationId'),
  roles: textsIn(payload, 'roles'),
});

/** The text under a name; empty where there is none. */
export function textIn(payload: Payload, name: string): string {
  const value = payload[name];
  return typeof value === 'string' ? value : '';
}

/** The texts of the list under a name; what is no text is left out. */
export function textsIn(payload: Payload, name: string): string[] {
  const list = payload[name];
  return Array.isArray(list) ? list.filter((value) => typeof value === 'string') : [];
}

/** The moment under a name; null where there is none. */
export const momentIn = (payload: Payload, name: string): number | null => momentOf(payload[name]);

function put(numbers: Map<string, number[]>, id: string, seq: number): void {
  const known = numbers.get(id);
  if (known) known.push(seq);
  else numbers.set(id, [seq]);
}
