import { monthsAfter } from '../competence/competence.rules.js';
import { aboutLack, lacksAt } from '../competence/requirement.rules.js';
import type { PersonFacts, TaskFacts } from '../decision/decision.facts.js';
import { dayInOslo, midnightInOslo } from '../law/oslo.js';
import { contains, covers, intersection, overlaps, type Period } from '../law/period.js';
import type { Refusal } from '../law/refusals.js';

/** The product's own bound: who handles medicines is judged anew at least every other year. */
const longestMonths = 24;

/** A delegation that the person has given of the task or its kin, with who holds that task in their own right. */
interface Given {
  readonly id: string;
  readonly taskId: string;
  readonly valid: Period;
  readonly profession: string;
}

export interface ApprovalFacts {
  readonly now: number;
  readonly startOfToday: number;
  readonly task: TaskFacts & { readonly medicineHandling: boolean };
  readonly person: PersonFacts;
  readonly approver: PersonFacts;
  readonly twins: readonly { readonly id: string; readonly valid: Period }[];
  readonly given: readonly Given[];
}

export interface ApprovalAsked {
  readonly period: Period;
  readonly signedBy: string;
  /** YYYY-MM-DD: the course, the test and the practical sign-off. */
  readonly documentedOn: readonly string[];
}

/** Every reason why this approval may not be given: the manager answers for course, test and practice, for somebody else, for a while. */
export function refusalsToApprove(facts: ApprovalFacts, asked: ApprovalAsked): Refusal[] {
  const { person, task } = facts;
  const from = Math.max(asked.period.from, facts.now);
  const period = { from, to: asked.period.to };
  const over = period.to <= from;
  return [
    ...(task.medicineHandling ? [] : [{ code: 'not-medicine-handling' as const }]),
    ...(facts.approver.id === person.id ? [{ code: 'approval-to-self' as const }] : []),
    ...(asked.signedBy === person.id ? [{ code: 'assessed-by-oneself' as const }] : []),
    ...(over ? [] : presence(facts, period)),
    ...(person.bans.some((ban) => overlaps(ban, period)) ? [{ code: 'banned' as const }] : []),
    ...facts.twins
      .filter(({ valid }) => overlaps(valid, period))
      .map(({ id }): Refusal => ({ code: 'approval-exists', about: { approvalId: id } })),
    ...(over ? [] : unmastered(facts, period)),
    ...(over ? [] : passedOn(facts, period)),
    ...undocumented(asked),
    ...(asked.period.to > latestEnd(asked.period.from) ? [{ code: 'approval-too-long' as const }] : []),
    ...(asked.period.from < facts.startOfToday || over ? [{ code: 'backdated' as const }] : []),
  ];
}

/** The same day of the month, 24 months after the day it begins on, at midnight. */
const latestEnd = (from: number): number =>
  midnightInOslo(monthsAfter(dayInOslo(from), longestMonths)) + (from - midnightInOslo(dayInOslo(from)));

function presence({ person, approver, now }: ApprovalFacts, period: Period): Refusal[] {
  const present = ({ engagements }: PersonFacts) => engagements.map(({ valid }) => valid);
  const away = [
    ...(covers(present(person), period) ? [] : [person.id]),
    ...(present(approver).some((valid) => contains(valid, now)) ? [] : [approver.id]),
  ];
  return away.map((personId): Refusal => ({ code: 'not-engaged', about: { personId } }));
}

function unmastered({ person, task }: ApprovalFacts, period: Period): Refusal[] {
  const abstains = (person.abstentions.get(task.id) ?? []).some((valid) => overlaps(valid, period));
  return [
    ...(abstains ? [{ code: 'abstained' as const }] : []),
    ...lacksAt(task.requirements, person.records, period.from).map(
      (lack): Refusal => ({ code: lack.code, about: aboutLack(lack) }),
    ),
  ];
}

/** Who has left the task, or its kin, to others must hold it in their own right for as long. */
function passedOn({ task, given }: ApprovalFacts, period: Period): Refusal[] {
  const chained = given.find(({ valid, profession }) => {
    const both = intersection(valid, period);
    const own = task.entitlements.filter(({ occupation }) => occupation === profession);
    return (
      both !== null &&
      !covers(
        own.map((held) => held.valid),
        both,
      )
    );
  });
  return chained
    ? [{ code: 'approved-task-not-delegable', about: { delegationId: chained.id, taskId: chained.taskId } }]
    : [];
}

/** Course, test and practice come first, the approval after. */
const undocumented = ({ documentedOn, period }: ApprovalAsked): Refusal[] =>
  documentedOn.some((day) => midnightInOslo(day) > period.from) ? [{ code: 'approval-basis-missing' }] : [];
