import { type Lack, lacksAt } from '../competence/requirement.rules.js';
import type { PersonFacts } from '../decision/decision.facts.js';
import { verdict } from '../decision/decision.rules.js';
import { contains } from '../law/period.js';
import type { Refusal } from '../law/refusals.js';
import { type Authorised, refusalsTo } from './delegator.rules.js';
import type { GapFacts, NearRecord } from './suggestion.facts.js';

/** Somebody who lacks nothing but competence: to do it in own right, or to be left it by somebody who could. */
export interface Trainable {
  readonly personId: string;
  readonly way: 'own' | 'delegation';
  readonly lacks: readonly Lack[];
}

export const nearKinds = ['claimed', 'one-level-below', 'expired'] as const;
export type NearKind = (typeof nearKinds)[number];

/** A record that is almost what is lacking. */
export interface Near {
  readonly kind: NearKind;
  readonly personId: string;
  readonly recordId: string;
  readonly competenceId: string;
  readonly name: string;
  readonly level: number;
  /** The least that is enough. */
  readonly minLevel: number;
  /** When it expired; null for the other kinds. */
  readonly expiredAt: number | null;
  /** Who masters it, at that level or above, and is somebody else; a manager may confirm it, too. */
  readonly confirmableBy: readonly string[];
}

/** Those closest to it first: in own right, then by the fewest things to learn. */
export function trainableOf(
  gap: GapFacts,
  authorised: readonly Authorised[],
  who: readonly PersonFacts[],
): Trainable[] {
  return who
    .flatMap((person) => trainable(gap, authorised, person))
    .sort((a, b) => ways.indexOf(a.way) - ways.indexOf(b.way) || a.lacks.length - b.lacks.length);
}

const ways = ['own', 'delegation'] as const;

function trainable(gap: GapFacts, authorised: readonly Authorised[], person: PersonFacts): Trainable[] {
  const { task, now } = gap;
  if (verdict(person, task, now).allowed) return [];
  const own = verdict({ ...person, delegations: new Map(), approvals: new Map() }, task, now);
  if (own.lacks.length > 0 && !own.refusals.includes('abstained'))
    return [{ personId: person.id, way: 'own', lacks: own.lacks }];
  const lacks = lacksAt(task.requirements, person.records, now);
  if (lacks.length === 0) return [];
  const may = authorised.some(
    (each) => each.delegator.id !== person.id && refusalsTo(gap, each, person).every(isOfCompetence),
  );
  return may ? [{ personId: person.id, way: 'delegation', lacks }] : [];
}

const isOfCompetence = ({ code }: Refusal): boolean => code.startsWith('competence-');

const halfYear = 180 * 86_400_000;

/** Of those who lack only competence: claimed and unconfirmed, one level short, or expired within the last half year. */
export function nearlyThere(gap: GapFacts, lacking: readonly Trainable[]): Near[] {
  return lacking.flatMap(({ personId, lacks }) =>
    distinct(lacks).flatMap(({ competenceId, name, minLevel }) =>
      gap.records
        .filter((record) => record.personId === personId && record.competenceId === competenceId)
        .flatMap((record): Near[] => {
          const kind = kindOf(record, minLevel, gap.now);
          if (kind === null) return [];
          const { id: recordId, level, valid } = record;
          const expiredAt = kind === 'expired' && valid ? valid.to : null;
          const confirmableBy = kind === 'claimed' ? whoMaster(gap, record) : [];
          return [
            { kind, personId, recordId, competenceId, name, level, minLevel, expiredAt, confirmableBy },
          ];
        }),
    ),
  );
}

/** The same competence may be asked for more than once: by the task, and by the role. */
function distinct(lacks: readonly Lack[]) {
  const options = lacks.flatMap(({ anyOf }) => anyOf);
  return [
    ...new Map(options.map((option) => [`${option.competenceId} ${option.minLevel}`, option])).values(),
  ];
}

function kindOf(
  { waits, level, requested, valid }: NearRecord,
  minLevel: number,
  now: number,
): NearKind | null {
  if (waits) return level >= minLevel && contains(requested, now) ? 'claimed' : null;
  if (!valid) return null;
  if (contains(valid, now)) return level === minLevel - 1 ? 'one-level-below' : null;
  return level >= minLevel && valid.to <= now && valid.to > now - halfYear ? 'expired' : null;
}

const whoMaster = ({ people, now }: GapFacts, { personId, competenceId, level }: NearRecord): string[] =>
  people
    .filter(
      ({ id, records }) =>
        id !== personId &&
        (records.get(competenceId) ?? []).some((held) => held.level >= level && contains(held.valid, now)),
    )
    .map(({ id }) => id);
