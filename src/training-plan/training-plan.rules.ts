import { refusalsToAssess } from '../competence/competence.rules.js';
import { covers, overlaps, type Period } from '../law/period.js';
import type { Refusal } from '../law/refusals.js';

/** From the first sight of it to doing it alone, in that order. */
export const stepKinds = ['seen', 'practised', 'mastered'] as const;
export type StepKind = (typeof stepKinds)[number];

export const goalStatuses = ['open', ...stepKinds, 'withdrawn'] as const;
export type GoalStatus = (typeof goalStatuses)[number];

export const outcomes = ['completed', 'cancelled'] as const;
export type Outcome = (typeof outcomes)[number];

/** Somebody, and when they are engaged. */
export interface Present {
  readonly id: string;
  readonly valid: readonly Period[];
}

export interface PlanFacts {
  readonly now: number;
  readonly startOfToday: number;
  readonly trainee: Present;
  readonly supervisor: Present;
  /** Plans of the same person for the same purpose. */
  readonly twins: readonly { readonly id: string; readonly valid: Period }[];
}

/** Every reason why this plan may not be made: somebody is in training, somebody else supervises, and both are there all the while. */
export function refusalsToPlan(facts: PlanFacts, asked: Period): Refusal[] {
  const { now, trainee, supervisor } = facts;
  const period = { from: Math.max(asked.from, now), to: asked.to };
  const over = period.to <= period.from;
  const twin = facts.twins.find(({ valid }) => overlaps(valid, period));
  return [
    ...refusalsToSupervise(supervisor, trainee.id, over ? null : period),
    ...(over || covers(trainee.valid, period)
      ? []
      : [{ code: 'not-engaged' as const, about: { personId: trainee.id } }]),
    ...(twin ? [{ code: 'training-plan-exists' as const, about: { trainingPlanId: twin.id } }] : []),
    ...(asked.from < facts.startOfToday || over ? [{ code: 'backdated' as const }] : []),
  ];
}

/** Supervised by somebody else, who is there for what is left of the plan; null where nothing is. */
export function refusalsToSupervise(supervisor: Present, traineeId: string, rest: Period | null): Refusal[] {
  const away = rest !== null && !covers(supervisor.valid, rest);
  return [
    ...(supervisor.id === traineeId ? [{ code: 'supervisor-of-oneself' as const }] : []),
    ...(away ? [{ code: 'supervisor-not-engaged' as const, about: { personId: supervisor.id } }] : []),
  ];
}

export interface Signing {
  readonly inForce: boolean;
  readonly goalStands: boolean;
  /** Whether it is one's own training. */
  readonly isSelf: boolean;
  readonly supervises: boolean;
  /** Holds a confirmed record in force of the goal's competence, at that level or above. */
  readonly masters: boolean;
  readonly isManager: boolean;
  /** Engaged at the clinic at that moment. */
  readonly isPresent: boolean;
  /** Whether a competence record is to be given with it. */
  readonly givesRecord: boolean;
}

/** Signed by whoever supervises, or by somebody else who masters it and is here; a record is given by whoever may assess one. */
export function refusalsToSign(signing: Signing): Refusal[] {
  const { isSelf, supervises, masters } = signing;
  return [
    ...(isSelf ? [{ code: 'assessed-by-oneself' as const }] : []),
    ...(isSelf || supervises || masters ? [] : [{ code: 'not-the-supervisor' as const }]),
    ...(isSelf || signing.isPresent ? [] : [{ code: 'assessor-not-engaged' as const }]),
    ...(signing.inForce ? [] : [{ code: 'training-plan-not-in-force' as const }]),
    ...(signing.goalStands ? [] : [{ code: 'training-goal-not-in-force' as const }]),
    // That one is not here has been said.
    ...(signing.givesRecord && !isSelf ? refusalsToAssess({ ...signing, isPresent: true }) : []),
  ];
}

export interface TakingBack {
  /** Whether one has signed it oneself; the others who may take it back are managers. */
  readonly isSigner: boolean;
  readonly isManager: boolean;
  readonly isPresent: boolean;
  /** Whether the plan was completed. */
  readonly completed: boolean;
  readonly withdrawn: boolean;
}

/** Of somebody else's word nobody disposes but a manager. */
export const mayTakeBack = ({ isSigner, isManager }: TakingBack): boolean => isSigner || isManager;

/** While one is here, as when it was signed; a completed plan stands, and what it gave is withdrawn for its own reason. */
export function refusalsToTakeBack(step: TakingBack): Refusal[] {
  return [
    ...(step.isManager || step.isPresent ? [] : [{ code: 'assessor-not-engaged' as const }]),
    ...(step.completed ? [{ code: 'training-plan-completed' as const }] : []),
    ...(step.withdrawn ? [{ code: 'training-step-withdrawn' as const }] : []),
  ];
}

/** Completed means that every goal is mastered, but for those that were withdrawn; a plan can be cancelled at any time. */
export function refusalsToEnd(outcome: Outcome, goals: readonly GoalStatus[]): Refusal[] {
  const wanted = goals.filter((status) => status !== 'withdrawn');
  const unmastered = wanted.filter((status) => status !== 'mastered').length;
  const done = wanted.length > 0 && unmastered === 0;
  return outcome === 'cancelled' || done
    ? []
    : [{ code: 'training-goals-open', about: { open: unmastered } }];
}
