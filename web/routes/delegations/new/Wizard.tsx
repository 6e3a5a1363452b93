import { Button, Heading } from '@navikt/ds-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { type UseFormReturn, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../api/problem.ts';
import { useDraft } from '../../../app/draft.ts';
import { FormErrors, showErrors } from '../../../ui/form.tsx';
import { delegateRoute, type Step, steps } from '../routes.ts';
import { Assessments } from './Assessments.tsx';
import { Check } from './Check.tsx';
import { useLikelyGround } from './Ground.tsx';
import { InTheWay } from './InTheWay.tsx';
import { Period } from './Period.tsx';
import { nothingYet, type Proposal } from './proposal.ts';
import { Sign } from './Sign.tsx';
import { Steps } from './Steps.tsx';
import { useCheck } from './useCheck.ts';
import { Verdict } from './Verdict.tsx';
import { What } from './What.tsx';
import { Who } from './Who.tsx';
import styles from './wizard.module.css';

export interface StepProps {
  readonly form: UseFormReturn<Proposal>;
  readonly delegatorId: string;
  readonly check: ReturnType<typeof useCheck>;
}

/** All steps are one form: what is typed in one stands in the others, and in this tab until it is signed. */
export function Wizard({ delegatorId }: { delegatorId: string }) {
  const { step = 'who' } = delegateRoute.useSearch();
  const { form, keep, discard } = useBegun();
  const proposal = form.watch();
  const check = useCheck(proposal);
  useLikelyGround({ form, delegatorId });
  useEffect(
    () => form.subscribe({ formState: { values: true }, callback: ({ values }) => keep(values) }),
    [form, keep],
  );
  useFaultsAtFields(form, check.error);
  const props = { form, delegatorId, check };
  return (
    <div className={styles.wizard}>
      <Steps at={step} />
      <div className={styles.typing}>
        <StepForm step={step} form={form}>
          {partOf(step, props, discard)}
          <InTheWay step={step} check={check} assessment={proposal.assessment} />
        </StepForm>
      </div>
      <Verdict step={step} check={check} />
    </div>
  );
}

/** What was begun in this tab, and the person or the task that the address brings. */
function useBegun() {
  const { delegateeId, taskId } = delegateRoute.useSearch();
  const { begun, keep, discard } = useDraft<Proposal>('delegation');
  const form = useForm<Proposal>({
    defaultValues: {
      ...nothingYet(),
      ...begun,
      ...(delegateeId && { delegateeId }),
      ...(taskId && { taskId }),
    },
    shouldFocusError: false,
  });
  return { form, keep, discard };
}

/** What the API cannot take of what is typed is said where it is typed. */
function useFaultsAtFields(form: UseFormReturn<Proposal>, problem: Error | null): void {
  useEffect(() => {
    if (problem instanceof ApiProblem) showErrors(form, problem);
  }, [problem, form]);
}

function partOf(step: Step, props: StepProps, discard: () => void): ReactNode {
  switch (step) {
    case 'who':
      return <Who {...props} />;
    case 'what':
      return <What {...props} />;
    case 'assessment':
      return <Assessments {...props} />;
    case 'period':
      return <Period {...props} />;
    case 'check':
      return <Check {...props} />;
    case 'sign':
      return <Sign {...props} discard={discard} />;
  }
}

interface StepFormProps {
  readonly step: Step;
  readonly form: UseFormReturn<Proposal>;
  readonly children: ReactNode;
}

/** One step: its heading takes the focus on the way from another; on to the next when what it asks for is there. */
function StepForm({ step, form, children }: StepFormProps) {
  const { t } = useTranslation();
  const navigate = delegateRoute.useNavigate();
  const heading = useArrival(step);
  const at = steps.indexOf(step);
  const go = (to: Step | undefined) => to && navigate({ search: (now) => ({ ...now, step: to }) });
  const onward = form.handleSubmit(() => {
    form.reset(undefined, { keepValues: true });
    go(steps[at + 1]);
  });
  return (
    <form method="dialog" onSubmit={onward} noValidate className={styles.step}>
      <Heading ref={heading} level="2" size="medium" tabIndex={-1} className={styles.heading}>
        {t(`delegate.headings.${step}`)}
      </Heading>
      <FormErrors form={form} />
      {children}
      <div className={styles.onward}>
        {step !== 'sign' && <Button type="submit">{t('delegate.next')}</Button>}
        {at > 0 && (
          <Button type="button" variant="secondary" onClick={() => go(steps[at - 1])}>
            {t('delegate.back')}
          </Button>
        )}
      </div>
    </form>
  );
}

function useArrival(step: Step) {
  const heading = useRef<HTMLHeadingElement>(null);
  const last = useRef(step);
  useEffect(() => {
    if (last.current !== step) heading.current?.focus();
    last.current = step;
  }, [step]);
  return heading;
}
