import { useTranslation } from 'react-i18next';
import type { RefusalView } from '../../../api/schema.ts';
import { lastDayText } from '../../../ui/day.ts';
import { Refusals } from '../../../ui/Refusals.tsx';
import { StopsHere } from '../redelegation/StopsHere.tsx';
import type { Step } from '../routes.ts';
import { coveredUntil, missingIn, type Proposal, placeOf } from './proposal.ts';
import type { useCheck } from './useCheck.ts';

interface Asked {
  readonly step: Step;
  readonly check: ReturnType<typeof useCheck>;
  readonly assessment: Proposal['assessment'];
}

/** What nobody has written yet is no fault. */
const isUnbegun = (refusal: RefusalView, assessment: Proposal['assessment']): boolean =>
  refusal.code === 'assessment-missing' && missingIn(refusal).every((name) => assessment[name].trim() === '');

/** What the rules refuse for the sake of what this step asks for, with grounds, beneath its fields. */
export function InTheWay({ step, check, assessment }: Asked) {
  const { t } = useTranslation();
  const here = (check.data?.refusals ?? []).filter(
    (refusal) => placeOf(refusal.code) === step && !isUnbegun(refusal, assessment),
  );
  const passedOn = here.find(({ code }) => code === 'delegated-task-not-delegable');
  const others = here.filter((refusal) => refusal !== passedOn);
  const until = others.map(coveredUntil).find(Boolean);
  const { delegationId } = passedOn?.about ?? {};
  return (
    <>
      {passedOn && <StopsHere refusal={passedOn} delegationId={String(delegationId)} />}
      {others.length > 0 && <Refusals refusals={others} title={t('delegate.notLikeThis')} />}
      {until && <p>{t('delegate.coveredUntil', { day: lastDayText(until) })}</p>}
    </>
  );
}
