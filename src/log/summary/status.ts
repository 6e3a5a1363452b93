import type { DelegationState, DelegationStepState } from '../state/state.js';

export const statuses = [
  'in-force',
  'coming',
  'proposed',
  'declined',
  'withdrawn',
  'revoked',
  'relinquished',
  'lapsed',
  'expired',
  'unanswered',
  'later',
] as const;
export type Status = (typeof statuses)[number];

/** How a delegation stood at a moment: from the steps and the clock, never from anything stored. */
export function statusAt(delegation: DelegationState, at: number): Status {
  const { requested, valid, createdAt } = delegation;
  if (createdAt > at) return 'later';
  const answer = delegation.steps.find((step) => isAnswer(step) && step.recordedAt <= at)?.kind;
  if (answer === undefined) return requested.to <= at ? 'unanswered' : 'proposed';
  if (answer === 'declined' || answer === 'withdrawn') return answer;
  const ended = delegation.steps.find((step) => isEnd(step) && step.at <= at)?.kind;
  if (ended === 'revoked' || ended === 'relinquished') return ended;
  if (valid === null || valid.to <= at)
    return delegation.steps.some((step) => step.kind === 'lapsed' && step.at <= at) ? 'lapsed' : 'expired';
  return valid.from > at ? 'coming' : 'in-force';
}

const isAnswer = ({ kind }: DelegationStepState): boolean =>
  kind === 'accepted' || kind === 'declined' || kind === 'withdrawn';

const isEnd = ({ kind }: DelegationStepState): boolean => kind === 'revoked' || kind === 'relinquished';

export const statusWords: Readonly<Record<Status, string>> = {
  'in-force': 'Gjelder',
  coming: 'Godtatt, gjelder senere',
  proposed: 'Venter på svar',
  declined: 'Avslått av mottakeren',
  withdrawn: 'Trukket før svar',
  revoked: 'Tilbakekalt',
  relinquished: 'Mottakeren sa den fra seg',
  lapsed: 'Falt bort',
  expired: 'Utløpt',
  unanswered: 'Utløpt uten svar',
  later: 'Foreslått etter datoen',
};
