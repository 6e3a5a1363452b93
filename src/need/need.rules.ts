import type { Lack } from '../competence/requirement.rules.js';
import type { Mastered, PersonFacts, TaskFacts } from '../decision/decision.facts.js';
import { verdict } from '../decision/decision.rules.js';
import { isRegulated } from '../law/occupations.js';
import { contains, merged, type Period } from '../law/period.js';

/** In the order of urgency: what is wrong now comes before what is coming. */
export const needKinds = [
  'authorisation-missing',
  'competence-lacking',
  'review-overdue',
  'supervisor-missing',
  'claim-waiting',
  'abstention-open',
  'record-expires',
  'authorisation-expires',
  'delegation-expires',
  'engagement-expires',
  'supervision-ends',
] as const;
export type NeedKind = (typeof needKinds)[number];

const horizons = [30, 60, 90] as const;
type Horizon = (typeof horizons)[number];

const dayLong = 86_400_000;

/** How far ahead is looked. */
export const horizonOf = (at: number): number => at + horizons[2] * dayLong;

export interface Competence {
  readonly id: string;
  readonly name: string;
  readonly level: number;
}

/** Something that waits or ends, as it is registered. Moments in epoch milliseconds. */
export interface Subject {
  readonly kind: Exclude<NeedKind, 'authorisation-missing' | 'competence-lacking' | 'authorisation-expires'>;
  readonly id: string;
  readonly personId: string;
  /** When it began to wait, should have been followed up, or ends. */
  readonly at: number;
  readonly taskId: string | null;
  readonly competence: Competence | null;
  readonly occupation: string | null;
  readonly delegatorId: string | null;
  /** Of a claim: when it would count, if it were confirmed. */
  readonly claimed: Period | null;
}

export interface Need extends Omit<Subject, 'kind' | 'id' | 'at' | 'competence' | 'claimed'> {
  readonly kind: NeedKind;
  readonly subjectId: string | null;
  /** Null where it has never been otherwise. */
  readonly at: number | null;
  readonly competences: readonly Competence[];
  readonly lack: Lack | null;
  readonly within: Horizon | null;
  /** Ids of the tasks it stops: now, from then on, or until it is confirmed. */
  readonly hits: readonly string[];
}

/** What one person needs at a moment, and what is coming; the tasks are those in use. */
export function needsOf(
  person: PersonFacts,
  subjects: readonly Subject[],
  tasks: readonly TaskFacts[],
  at: number,
): Need[] {
  const lost = rememberedLoss(person, tasks);
  return [
    ...unauthorised(person, at),
    ...tasks.flatMap((task) => lacking(person, task, at)),
    ...subjects
      .filter((subject) => !goesOn(person, subject))
      .map((subject) => needOf(person, subject, tasks, at, lost)),
    ...rightsThatEnd(person, at).map((ending) => ({ ...ending, hits: lost(ending.at) })),
  ];
}

/** Engaged as what takes an authorisation, without a right to practise it: never registered, run out or taken (hpl-48). */
function unauthorised(person: PersonFacts, at: number): Need[] {
  const occupations = new Set(
    person.engagements.filter(({ valid }) => contains(valid, at)).map(({ occupation }) => occupation),
  );
  return [...occupations].filter(isRegulated).flatMap((occupation): Need[] => {
    const rights = person.rights.filter(({ profession }) => profession === occupation);
    if (rights.some(({ valid }) => contains(valid, at))) return [];
    const ended = rights.map(({ valid }) => valid.to).filter((to) => to <= at);
    return [
      {
        ...nothing(person),
        kind: 'authorisation-missing',
        occupation,
        at: ended.length > 0 ? Math.max(...ended) : null,
      },
    ];
  });
}

/** A task that is held, as a duty, by delegation or by approval, and not allowed for want of competence. */
function lacking(person: PersonFacts, task: TaskFacts, at: number): Need[] {
  const held = [
    ...(person.duties.get(task.id) ?? []),
    ...(person.delegations.get(task.id) ?? []),
    ...(person.approvals.get(task.id) ?? []),
  ];
  if (!held.some(({ valid }) => contains(valid, at))) return [];
  return verdict(person, task, at).lacks.map(
    (lack): Need => ({
      ...nothing(person),
      kind: 'competence-lacking',
      at: lack.expiredAt,
      taskId: task.id,
      competences: lack.anyOf.map(({ competenceId, name, minLevel }) => ({
        id: competenceId,
        name,
        level: minLevel,
      })),
      lack,
      hits: [task.id],
    }),
  );
}

/** Each profession's right, where it ends and nothing takes over; for whatever reason: it runs out, or is taken. */
function rightsThatEnd(person: PersonFacts, at: number): (Need & { readonly at: number })[] {
  const professions = new Set(person.rights.map(({ profession }) => profession));
  return [...professions].flatMap((profession) =>
    merged(person.rights.filter((right) => right.profession === profession).map(({ valid }) => valid))
      .filter(({ to }) => to > at && to <= horizonOf(at))
      .map(({ to }) => ({
        ...nothing(person),
        kind: 'authorisation-expires' as const,
        occupation: profession,
        at: to,
        within: withinOf(to, at),
      })),
  );
}

function needOf(
  person: PersonFacts,
  { id, competence, claimed, ...subject }: Subject,
  tasks: readonly TaskFacts[],
  at: number,
  lost: (moment: number) => string[],
): Need {
  const need = { ...subject, subjectId: id, competences: competence ? [competence] : [], lack: null };
  switch (subject.kind) {
    case 'claim-waiting':
      return {
        ...need,
        within: null,
        hits: competence && claimed ? heldUp(person, competence, claimed, tasks, at) : [],
      };
    case 'abstention-open':
    case 'review-overdue':
    case 'supervisor-missing':
      return { ...need, within: null, hits: [] };
    case 'supervision-ends':
      return { ...need, within: withinOf(subject.at, at), hits: [] };
    case 'record-expires':
    case 'delegation-expires':
    case 'engagement-expires':
      return { ...need, within: withinOf(subject.at, at), hits: lost(subject.at) };
  }
}

/** Something else takes over in the same moment: nothing is lost, and nobody has to do anything. */
function goesOn(person: PersonFacts, { kind, id, at, taskId, competence, occupation }: Subject): boolean {
  switch (kind) {
    case 'record-expires':
      return (person.records.get(competence?.id ?? '') ?? []).some(
        ({ level, valid }) => level >= (competence?.level ?? 1) && contains(valid, at),
      );
    case 'delegation-expires':
      return (person.delegations.get(taskId ?? '') ?? []).some(
        (other) => other.id !== id && contains(other.valid, at),
      );
    case 'engagement-expires':
      return person.engagements.some((tie) => tie.occupation === occupation && contains(tie.valid, at));
    case 'claim-waiting':
    case 'abstention-open':
    case 'review-overdue':
    case 'supervisor-missing':
    case 'supervision-ends':
      return false;
  }
}

/** The tasks that are allowed until a moment and not from then on; reckoned once for each moment. */
function rememberedLoss(person: PersonFacts, tasks: readonly TaskFacts[]): (at: number) => string[] {
  const known = new Map<number, string[]>();
  return (at) => {
    const lost = known.get(at) ?? tasks.filter((task) => isLost(person, task, at)).map(({ id }) => id);
    known.set(at, lost);
    return lost;
  };
}

const isLost = (person: PersonFacts, task: TaskFacts, at: number): boolean =>
  verdict(person, task, at - 1).allowed && !verdict(person, task, at).allowed;

/** What the person may not do now, and may as soon as the claim is confirmed. */
function heldUp(
  person: PersonFacts,
  { id, level }: Competence,
  valid: Period,
  tasks: readonly TaskFacts[],
  at: number,
): string[] {
  const records: readonly Mastered[] = [...(person.records.get(id) ?? []), { level, valid }];
  const confirmed = { ...person, records: new Map(person.records).set(id, records) };
  return tasks
    .filter((task) => !verdict(person, task, at).allowed && verdict(confirmed, task, at).allowed)
    .map((task) => task.id);
}

const withinOf = (to: number, at: number): Horizon =>
  horizons.find((days) => to <= at + days * dayLong) ?? horizons[2];

const nothing = ({ id }: PersonFacts) => ({
  personId: id,
  subjectId: null,
  taskId: null,
  competences: [],
  occupation: null,
  delegatorId: null,
  lack: null,
  within: null,
  hits: [],
});

/** What a list of needs is sorted by, and a page goes on from. */
export type NeedKey = readonly [urgency: number, at: number, what: string];

const coming = needKinds.indexOf('record-expires');

export const keyOf = ({ kind, at, personId, taskId, subjectId, competences, occupation }: Need): NeedKey => [
  Math.min(needKinds.indexOf(kind), coming),
  at ?? 0,
  [
    personId,
    kind,
    taskId,
    subjectId ?? occupation,
    ...competences.map(({ id, level }) => `${id} ${level}`),
  ].join(' '),
];

export function inOrder(a: NeedKey, b: NeedKey): number {
  const [first, second] = [a[2], b[2]];
  return a[0] - b[0] || a[1] - b[1] || (first < second ? -1 : Number(first > second));
}
