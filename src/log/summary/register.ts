import type { Facts } from '../../decision/decision.facts.js';
import { approvalTypes } from '../../law/approval-types.js';
import { type OccupationCode, occupations } from '../../law/occupations.js';
import { titlesOn } from '../../people/practice-right.rules.js';
import { factsOf } from '../state/facts.js';
import type {
  AuthorisationState,
  DelegationState,
  EngagementState,
  PersonState,
  ReactionState,
  State,
} from '../state/state.js';
import { byAge, byName } from './order.js';
import type { Trace } from './trace.js';

/** What the state holds of one person. */
interface Holding {
  readonly engagements: EngagementState[];
  readonly authorisations: AuthorisationState[];
  readonly reactions: ReactionState[];
}

const nothing: Holding = { engagements: [], authorisations: [], reactions: [] };

/** Names, titles and numbers by which the sections of the summary speak of people, tasks and delegations. */
export class Register {
  readonly facts: Facts;
  /** By name. */
  readonly people: readonly PersonState[];
  /** From the first to the last; D1 is the first. */
  readonly delegations: readonly DelegationState[];
  private readonly numbers: ReadonlyMap<string, string>;
  private readonly holdings = new Map<string, Holding>();

  constructor(
    readonly state: State,
    readonly trace: Trace,
    readonly at: number,
  ) {
    this.facts = factsOf(state, [...state.people.keys()], [...state.tasks.keys()]);
    this.people = byName(state.people.values());
    this.delegations = byAge(state.delegations.values());
    this.numbers = new Map(this.delegations.map(({ id }, i) => [id, `D${i + 1}`]));
    for (const tie of state.engagements.values()) this.holdingOf(tie.personId).engagements.push(tie);
    for (const held of state.authorisations.values()) this.holdingOf(held.personId).authorisations.push(held);
    for (const reaction of state.reactions.values())
      this.holdingOf(reaction.personId).reactions.push(reaction);
  }

  /** D1, D2 …; null for a delegation the log does not know. */
  numberOf(delegationId: string): string | null {
    return this.numbers.get(delegationId) ?? null;
  }

  person(id: string): string {
    return this.state.people.get(id)?.name ?? `ukjent person (${id})`;
  }

  task(id: string): string {
    return this.state.tasks.get(id)?.name ?? `ukjent oppgave (${id})`;
  }

  /** Whoever signed in: a person, an account without one, or an API token. */
  actor(id: string): string {
    return this.state.people.get(id)?.name ?? this.trace.loginName(id) ?? `innlogging ${id}`;
  }

  engagementsOf(personId: string): EngagementState[] {
    return byAge(this.holdings.get(personId)?.engagements ?? []);
  }

  authorisationsOf(personId: string): AuthorisationState[] {
    return byAge(this.holdings.get(personId)?.authorisations ?? []);
  }

  reactionsOf(personId: string): ReactionState[] {
    return byAge(this.holdings.get(personId)?.reactions ?? []);
  }

  /** Name and the titles that may be shown on that date (hpl-74). */
  titled(personId: string, at: number): string {
    const titles = this.titles(personId, at);
    return `${this.person(personId)}, ${titles.length > 0 ? titles.join(' og ') : 'ikke tilknyttet da'}`;
  }

  titles(personId: string, at: number, among = this.engagementsOf(personId)): string[] {
    const { authorisations, reactions } = this.holdings.get(personId) ?? nothing;
    const rights = this.facts.people.get(personId)?.rights ?? [];
    const engagements = among.filter(({ occupation }) => isOccupation(occupation));
    return titlesOn({ engagements, rights, authorisations, reactions }, at, 'nb');
  }

  private holdingOf(personId: string): Holding {
    const known = this.holdings.get(personId);
    if (known) return known;
    const made: Holding = { engagements: [], authorisations: [], reactions: [] };
    this.holdings.set(personId, made);
    return made;
  }
}

const isOccupation = (code: string): code is OccupationCode => Object.hasOwn(occupations, code);

/** What an occupation is called as a group; of a person only `titles` may be said. */
export const occupationName = (code: string): string =>
  isOccupation(code) ? occupations[code].title.nb : `ukjent yrkesgruppe (${code})`;

export function approvalName(code: string): string {
  return Object.hasOwn(approvalTypes, code)
    ? approvalTypes[code as keyof typeof approvalTypes].name.nb
    : code;
}

export const engagementKinds: Readonly<Record<EngagementState['kind'], string>> = {
  ansatt: 'ansatt',
  vikar: 'vikar',
  elev: 'elev',
  student: 'student',
  innleid: 'innleid',
};
