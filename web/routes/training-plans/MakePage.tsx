import { Button, Heading, TextField } from '@navikt/ds-react';
import { useEffect } from 'react';
import { type UseFormReturn, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { MakeTrainingPlan } from '../../api/schema.ts';
import { useAct } from '../../app/act.ts';
import { useDraft } from '../../app/draft.ts';
import { useSession } from '../../app/session.ts';
import { DayField } from '../../ui/DayField.tsx';
import { endOfDay, isoDay, today } from '../../ui/day.ts';
import { FormErrors, fieldsOf, showErrors } from '../../ui/form.tsx';
import { Page } from '../../ui/Page.tsx';
import { PersonPicker } from '../../ui/PersonPicker.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { GoalFields } from './GoalFields.tsx';
import { type GoalTyped, goalsTyped, noGoal } from './goals.ts';
import { makeTrainingPlanRoute } from './routes.ts';
import own from './training.module.css';

interface Making {
  personId: string;
  supervisorId: string;
  purpose: string;
  validFrom: string;
  validTo: string;
  goals: GoalTyped[];
}

/** By a manager, or by whoever is to supervise: pupils are the helsesekretær's to train. */
export function MakePage() {
  const { t } = useTranslation();
  const { form, discard } = useBegun();
  const { make, send } = useMaking(form, discard);
  return (
    <Page title={t('training.make')} lead={t('training.makeLead')}>
      <form onSubmit={send} noValidate className={own.form}>
        <FormErrors form={form} />
        <Terms form={form} />
        <Heading level="2" size="small">
          {t('training.goals')}
        </Heading>
        <GoalFields form={form} />
        <ProblemAlert problem={form.formState.isValid ? make.error : null} />
        <Button type="submit" loading={make.isPending} className={own.more}>
          {t('training.make')}
        </Button>
      </form>
    </Page>
  );
}

function Terms({ form }: { form: UseFormReturn<Making> }) {
  const { t } = useTranslation();
  const field = fieldsOf(form);
  const isDay = (typed: string) => isoDay(typed) !== null || t('form.notADay');
  const required = (text: string) => ({ required: text });
  return (
    <>
      <PersonPicker
        label={t('training.trainee')}
        {...field('personId', required(t('training.traineeMissing')))}
      />
      <PersonPicker
        label={t('training.supervisor')}
        {...field('supervisorId', required(t('training.supervisorMissing')))}
      />
      <TextField
        label={t('training.purpose')}
        description={t('training.purposeHelp')}
        {...field('purpose', required(t('training.purposeMissing')))}
      />
      <div className={own.pair}>
        <DayField label={t('delegate.validFrom')} {...field('validFrom', { validate: isDay })} />
        <DayField label={t('approval.lastDay')} {...field('validTo', { validate: isDay })} />
      </div>
    </>
  );
}

const made = ({ validFrom, validTo, goals, ...making }: Making): MakeTrainingPlan => ({
  ...making,
  validFrom: isoDay(validFrom) ?? '',
  validTo: endOfDay(validTo) ?? '',
  goals: goalsTyped(goals),
});

function useMaking(form: UseFormReturn<Making>, discard: () => void) {
  const { t } = useTranslation();
  const navigate = makeTrainingPlanRoute.useNavigate();
  const make = useAct({
    send: (making: Making) => answerOf(api.POST('/api/v1/training-plans', { body: made(making) })),
    done: ({ person }) => t('training.made', { name: person.name }),
    onDone: ({ id }) => {
      discard();
      navigate({ to: '/training-plans/$id', params: { id }, search: {} });
    },
  });
  const send = form.handleSubmit((making) =>
    make.mutate(making, { onError: (problem) => showErrors(form, problem) }),
  );
  return { make, send };
}

/** What was begun in this tab, or what the address asks for; whoever makes it supervises, until another is chosen. */
function useBegun() {
  const { personId, taskId } = makeTrainingPlanRoute.useSearch();
  const { person } = useSession();
  const { begun, keep, discard } = useDraft<Making>('training-plan');
  const form = useForm<Making>({
    defaultValues: {
      personId: '',
      supervisorId: person?.id ?? '',
      purpose: '',
      validFrom: today(),
      validTo: '',
      goals: [noGoal()],
      ...begun,
      ...(personId && { personId }),
      ...(taskId && { goals: [noGoal(taskId)] }),
    },
    shouldFocusError: false,
  });
  useEffect(
    () => form.subscribe({ formState: { values: true }, callback: ({ values }) => keep(values) }),
    [form, keep],
  );
  return { form, discard };
}
