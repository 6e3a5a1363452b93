import type { CheckDelegation, DelegateTask, RefusalView } from '../../../api/schema.ts';
import { endOfDay, isoDay, today } from '../../../ui/day.ts';
import type { Step } from '../routes.ts';

/** What is typed on the way, by the paths of the API's body: days as dd.mm.åååå, and an end as its last day. */
export interface Proposal {
  delegateeId: string;
  taskId: string;
  profession: string;
  assessment: { taskNature: string; qualifications: string; followUp: string };
  validFrom: string;
  validTo: string;
  conditions: string;
  supervision: { reviewBy: string; reachableHow: string };
  training: { purpose: string; supervisorId: string };
  contested: { course: string; reasoning: string; delegatorPresent: boolean };
}

export const nothingYet = (): Proposal => ({
  delegateeId: '',
  taskId: '',
  profession: '',
  assessment: { taskNature: '', qualifications: '', followUp: '' },
  validFrom: today(),
  validTo: '',
  conditions: '',
  supervision: { reviewBy: '', reachableHow: '' },
  training: { purpose: '', supervisorId: '' },
  contested: { course: '', reasoning: '', delegatorPresent: false },
});

/** What can be asked about so far; null until there is a person, a task, a ground and a day. */
export function asked(proposal: Proposal): CheckDelegation | null {
  const { delegateeId, taskId, profession, training, contested } = proposal;
  const validFrom = isoDay(proposal.validFrom);
  if (!delegateeId || !taskId || !profession || !validFrom) return null;
  const reviewBy = endOfDay(proposal.supervision.reviewBy);
  const { reachableHow } = proposal.supervision;
  return {
    delegateeId,
    taskId,
    profession: profession as CheckDelegation['profession'],
    validFrom,
    validTo: endOfDay(proposal.validTo),
    assessment: proposal.assessment,
    conditions: proposal.conditions.trim() || null,
    supervision: reviewBy && reachableHow.trim() ? { reviewBy, reachableHow } : null,
    training: training.supervisorId ? training : null,
    contested: contested.course.trim() ? contested : null,
  };
}

/** The whole of it; null while something that must be typed is not. */
export function signed(proposal: Proposal): DelegateTask | null {
  const body = asked(proposal);
  return body?.supervision ? { ...body, supervision: body.supervision } : null;
}

const places: Record<string, Step> = {
  'delegatee-not-engaged': 'who',
  'delegatee-banned': 'who',
  'delegation-to-self': 'who',
  'delegation-needless': 'who',
  'delegation-exists': 'who',
  abstained: 'who',
  'competence-missing': 'who',
  'competence-expired': 'who',
  'delegated-task-not-delegable': 'what',
  'approved-task-not-delegable': 'what',
  'outside-own-right': 'what',
  'task-reserved': 'what',
  'assessment-missing': 'assessment',
};

/** Beside what an answer is shown; what is not of the person, the task or the assessments is of the period and its terms. */
export const placeOf = (code: string): Step => places[code] ?? 'period';

const writtenLater = ['assessment-missing', 'training-purpose-missing', 'contested-task'];

/** What the form itself asks for further on: no obstacle until one has been there. */
export const isWrittenLater = (code: string): boolean => writtenLater.includes(code);

/** Till when there is ground for it, where it is refused because the period is longer than that. */
export const coveredUntil = ({ about }: RefusalView): string | null =>
  typeof about?.until === 'string' ? about.until : null;

/** The step in which a field of the API's body is typed. */
export function stepOfField(pointer: string): Step {
  const [, name = ''] = pointer.split('/');
  if (name === 'delegateeId') return 'who';
  if (name === 'taskId' || name === 'profession') return 'what';
  return name === 'assessment' ? 'assessment' : 'period';
}

const assessments = ['taskNature', 'qualifications', 'followUp'] as const;

/** Which of the three the rules find empty or empty of meaning. */
export const missingIn = ({ about }: RefusalView) =>
  assessments.filter((name) => String(about?.missing).includes(name));
