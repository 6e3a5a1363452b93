import { askedOf, lacksAt } from '../competence/requirement.rules.js';
import type { Held, LoadedTask, Mastered, Requirement, Standing } from '../decision/decision.facts.js';
import { holdsNothing, judge } from '../decision/decision.rules.js';
import { contains, coveredUntil } from '../law/period.js';

/** In the order of what is looked at: what stands, what stood, what is said, and what is not there at all. */
export const holdingStatuses = ['valid', 'expiring', 'too-low', 'expired', 'claimed', 'missing'] as const;
export type HoldingStatus = (typeof holdingStatuses)[number];

/** What expires within so long is said to be about to: ninety days, as in `GET /needs`. */
const soon = 90 * 86_400_000;

/** A requirement that is asked of a person: for a task, or for the role description of an occupation. */
export interface Asked {
  readonly task: LoadedTask | null;
  readonly occupation: string | null;
  readonly requirement: Requirement;
}

/** Said by the person, and not confirmed yet. */
export interface Claim {
  readonly competenceId: string;
  readonly level: number;
}

/** One person and one competence. Moments in epoch milliseconds. */
export interface Holding {
  readonly competenceId: string;
  readonly status: HoldingStatus;
  /** Of the record that stands or stood; null where there is none. */
  readonly level: number | null;
  readonly from: number | null;
  /** Until when it is held at that level without a gap, or was. */
  readonly to: number | null;
  readonly claimedLevel: number | null;
  /** The highest level that is asked for; null where it is not required. */
  readonly minLevel: number | null;
  readonly asked: readonly Asked[];
}

/**
 * What is asked of a person at a moment: by each task that they hold, or would do in their own right if they had the competence,
 * of each of which is told what they hold, and by their role descriptions. An occupation that is exempt is not asked where it does the task in its own right.
 */
export function askedOfPerson(
  person: Standing,
  held: readonly Held[],
  tasks: readonly LoadedTask[],
  at: number,
): Asked[] {
  const able = { ...person, roleRequirements: [] };
  const ofTasks = tasks.flatMap((task, column) =>
    askedByTask(able, held[column] ?? holdsNothing, task, at).map(
      (requirement): Asked => ({ task, occupation: null, requirement }),
    ),
  );
  const ofRoles = person.roleRequirements
    .filter(({ valid, occupation, except }) => contains(valid, at) && !except?.includes(occupation))
    .map((requirement): Asked => ({ task: null, occupation: requirement.occupation, requirement }));
  return [...ofTasks, ...ofRoles];
}

/** On every basis on which it would be allowed, were nothing required. */
function askedByTask(able: Standing, held: Held, task: LoadedTask, at: number): Requirement[] {
  const inForce = task.requirements.filter(({ valid }) => contains(valid, at));
  if (inForce.length === 0) return [];
  const { bases } = judge(able, { ...task, requirements: [] }, { ...held, abstentions: [] }, at);
  const asked = bases.flatMap((basis) =>
    'occupation' in basis ? askedOf(inForce, basis.occupation) : inForce,
  );
  return [...new Set(asked)];
}

/** Every competence of which a person has, had or claims a record, or which is required of them and not made up for by another. */
export function holdingsOf(
  person: Standing,
  asked: readonly Asked[],
  claims: readonly Claim[],
  at: number,
): Holding[] {
  const unmet = asked.filter(({ requirement }) => lacksAt([requirement], person.records, at).length > 0);
  const ids = new Set([
    ...person.records.keys(),
    ...claims.map(({ competenceId }) => competenceId),
    ...asked.flatMap(({ requirement }) => requirement.anyOf.map(({ competenceId }) => competenceId)),
  ]);
  return [...ids].flatMap((competenceId): Holding[] => {
    const records = person.records.get(competenceId) ?? [];
    const told = {
      claimedLevel: highest(
        claims.flatMap((claim) => (claim.competenceId === competenceId ? claim.level : [])),
      ),
      minLevel: highest(levelsIn(asked, competenceId)),
      lackedLevel: highest(levelsIn(unmet, competenceId)),
    };
    const last = records.find(({ valid }) => contains(valid, at)) ?? lastBefore(records, at);
    const to = last && heldUntil(records, last);
    const status = statusOf(last, to, told, at);
    if (status === null) return [];
    const { claimedLevel, minLevel } = told;
    const concerned = asked.filter((each) => levelsIn([each], competenceId).length > 0);
    const [level, from] = [last?.level ?? null, last?.valid.from ?? null];
    return [{ competenceId, status, level, from, to, claimedLevel, minLevel, asked: concerned }];
  });
}

interface Told {
  readonly claimedLevel: number | null;
  /** The highest that is asked for by what nothing else meets either. */
  readonly lackedLevel: number | null;
}

function statusOf(
  last: Mastered | null,
  to: number | null,
  { claimedLevel, lackedLevel }: Told,
  at: number,
): HoldingStatus | null {
  if (last !== null && to !== null) {
    if (to <= at) return 'expired';
    if (lackedLevel !== null && lackedLevel > last.level) return 'too-low';
    return to - at <= soon ? 'expiring' : 'valid';
  }
  if (claimedLevel !== null) return 'claimed';
  return lackedLevel === null ? null : 'missing';
}

const levelsIn = (asked: readonly Asked[], competenceId: string): number[] =>
  asked.flatMap(({ requirement }) =>
    requirement.anyOf.flatMap((option) => (option.competenceId === competenceId ? option.minLevel : [])),
  );

const highest = (levels: readonly number[]): number | null =>
  levels.length === 0 ? null : Math.max(...levels);

const lastBefore = (records: readonly Mastered[], at: number): Mastered | null =>
  records.filter(({ valid }) => valid.to <= at).sort((a, b) => b.valid.to - a.valid.to)[0] ?? null;

/** From where a record begins, for as long as it or others of that level follow each other without a gap. */
const heldUntil = (records: readonly Mastered[], { level, valid }: Mastered): number =>
  coveredUntil(
    records.filter((record) => record.level >= level).map((record) => record.valid),
    valid.from,
  ) ?? valid.to;
