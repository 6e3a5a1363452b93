import { aboutLack, askedOf, firstLapseIn } from '../competence/requirement.rules.js';
import type { PersonFacts, TaskFacts } from '../decision/decision.facts.js';
import { ownLacks } from '../decision/decision.rules.js';
import { needsNoAuthorisation } from '../law/occupations.js';
import { contains, coveredUntil, overlaps, type Period } from '../law/period.js';
import type { Refusal, Warning } from '../law/refusals.js';

export interface DutyFacts {
  readonly person: PersonFacts;
  readonly task: TaskFacts;
  readonly existing: readonly Period[];
  /** The clinic's choice where required competence is missing at the start: assign all the same, or not. */
  readonly withoutCompetence: 'warn' | 'refuse';
  readonly now: number;
}

export type Assignment =
  | { readonly refusals: readonly Refusal[] }
  | {
      readonly refusals: readonly [];
      readonly occupation: string;
      readonly profession: string | null;
      readonly valid: Period;
      readonly warnings: readonly Warning[];
    };

/**
 * A duty lies inside the role: an occupation the person is engaged in holds the task in its own right,
 * and the person may practise it on every day of the period.
 * An open end means as long as that holds, so it is cut where the ground ends; a stated end must be covered whole.
 */
export function assign(facts: DutyFacts, asked: Period): Assignment {
  const occupations = new Set(
    facts.person.engagements
      .filter(({ valid }) => contains(valid, asked.from))
      .map(({ occupation }) => occupation),
  );
  if (occupations.size === 0) {
    return { refusals: [{ code: 'not-engaged', about: aboutOf(facts) }, ...whateverTheRole(facts, asked)] };
  }
  const tries = [...occupations].map((occupation) => assignAs(facts, occupation, asked));
  const possible = tries.find((attempt) => attempt.refusals.length === 0);
  if (possible) return possible;
  const inside = tries.filter(({ refusals }) => !refusals.some(({ code }) => code === 'outside-role'));
  return { refusals: (inside[0] ?? tries[0])?.refusals ?? [] };
}

function assignAs(facts: DutyFacts, occupation: string, asked: Period): Assignment {
  const { person, task } = facts;
  const profession = needsNoAuthorisation(occupation) ? null : occupation;
  const entitled = ends(
    task.entitlements.filter((own) => own.occupation === occupation),
    asked.from,
  );
  const engaged = ends(
    person.engagements.filter((tie) => tie.occupation === occupation),
    asked.from,
  );
  const right =
    profession === null
      ? Number.POSITIVE_INFINITY
      : ends(
          person.rights.filter((held) => held.profession === profession),
          asked.from,
        );
  const to =
    asked.to === Number.POSITIVE_INFINITY
      ? Math.min(entitled ?? asked.to, engaged ?? asked.to, right ?? asked.to)
      : asked.to;
  const valid = { from: asked.from, to };
  const about = aboutOf(facts);
  const { missing, warnings } = competence(facts, occupation, valid);
  const refusals: Refusal[] = [
    ...(entitled === null || entitled < to ? [{ code: 'outside-role' as const, about }] : []),
    ...(engaged === null || engaged < to ? [{ code: 'not-engaged' as const, about }] : []),
    ...(right === null || right < to ? [{ code: 'no-practice-right' as const, about }] : []),
    ...(isLimited(facts, profession, valid) ? [{ code: 'right-limited' as const, about }] : []),
    ...whateverTheRole(facts, valid),
    ...missing,
  ];
  return refusals.length > 0 ? { refusals } : { refusals: [], occupation, profession, valid, warnings };
}

/** At the start, or now where that has passed: what is missing is refused or said, what ends later is said. */
function competence(
  facts: DutyFacts,
  occupation: string,
  valid: Period,
): { readonly missing: readonly Refusal[]; readonly warnings: readonly Warning[] } {
  const { person, task } = facts;
  const from = valid.from < facts.now && facts.now < valid.to ? facts.now : valid.from;
  const lacks = valid.from < valid.to ? ownLacks(person, task, occupation, from) : [];
  const told = lacks.map((lack) => ({ code: lack.code, about: { ...aboutOf(facts), ...aboutLack(lack) } }));
  if (facts.withoutCompetence === 'refuse' && told.length > 0) return { missing: told, warnings: [] };
  const lapse = firstLapseIn(askedOf(task.requirements, occupation), person.records, { from, to: valid.to });
  const ends = lapse && { ...aboutOf(facts), ...aboutLack({ ...lapse, expiredAt: lapse.at }) };
  return {
    missing: [],
    warnings: [
      ...told.map(({ about }): Warning => ({ code: 'competence-lacking', about })),
      ...(ends ? [{ code: 'competence-ends' as const, about: ends }] : []),
    ],
  };
}

const whateverTheRole = (facts: DutyFacts, valid: Period): Refusal[] => [
  ...(facts.task.clinical && facts.person.bans.some((ban) => overlaps(ban, valid))
    ? [{ code: 'banned' as const, about: aboutOf(facts) }]
    : []),
  ...((facts.person.abstentions.get(facts.task.id) ?? []).some((abstains) => overlaps(abstains, valid))
    ? [{ code: 'abstained' as const, about: aboutOf(facts) }]
    : []),
  ...(facts.existing.some((duty) => overlaps(duty, valid))
    ? [{ code: 'duty-exists' as const, about: aboutOf(facts) }]
    : []),
];

const aboutOf = ({ person, task }: DutyFacts) => ({ personId: person.id, taskId: task.id });

const ends = (things: readonly { readonly valid: Period }[], from: number): number | null =>
  coveredUntil(
    things.map(({ valid }) => valid),
    from,
  );

const isLimited = ({ person, task }: DutyFacts, profession: string | null, valid: Period): boolean =>
  (person.limits.get(task.id) ?? []).some(
    (limit) => limit.profession === profession && overlaps(limit.valid, valid),
  );
