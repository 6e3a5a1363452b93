import { Button, Checkbox, Select, Textarea, TextField } from '@navikt/ds-react';
import type { UseMutationResult } from '@tanstack/react-query';
import type { UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { ApiProblem } from '../../api/problem.ts';
import { DayField } from '../../ui/DayField.tsx';
import { isoDay, timeOfDay } from '../../ui/day.ts';
import { FormErrors, fieldsOf, showErrors } from '../../ui/form.tsx';
import { PersonPicker } from '../../ui/PersonPicker.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { GivesFields } from './GivesFields.tsx';
import { kinds, type Plan } from './plan.ts';
import styles from './teaching.module.css';

interface Asked<Answer> {
  readonly form: UseFormReturn<Plan>;
  readonly act: UseMutationResult<Answer, ApiProblem, Plan>;
  readonly verb: string;
}

/** What it is, when, who holds it, and what it gives. */
export function PlanForm<Answer>({ form, act, verb }: Asked<Answer>) {
  const { t } = useTranslation();
  const field = fieldsOf(form);
  const send = form.handleSubmit((plan) =>
    act.mutate(plan, { onError: (problem) => showErrors(form, problem) }),
  );
  return (
    <form onSubmit={send} noValidate className={styles.form}>
      <FormErrors form={form} />
      <What form={form} />
      <Times form={form} />
      <TextField label={t('teaching.placeOptional')} {...field('place')} />
      <Holder form={form} />
      <Textarea label={t('teaching.topicsOptional')} minRows={2} {...field('topics')} />
      <GivesFields form={form} />
      <Checkbox {...form.register('open')} description={t('teaching.openHelp')}>
        {t('teaching.open')}
      </Checkbox>
      <ProblemAlert problem={form.formState.isValid ? act.error : null} />
      <div className={styles.send}>
        <Button type="submit" loading={act.isPending}>
          {verb}
        </Button>
      </div>
    </form>
  );
}

interface Part {
  readonly form: UseFormReturn<Plan>;
}

function What({ form }: Part) {
  const { t } = useTranslation();
  const field = fieldsOf(form);
  return (
    <>
      <TextField label={t('teaching.name')} {...field('title', { required: t('teaching.nameMissing') })} />
      <Select label={t('teaching.what')} {...field('kind')}>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`teaching.kind.${kind}`)}
          </option>
        ))}
      </Select>
    </>
  );
}

function useTimeRules() {
  const { t } = useTranslation();
  const isTime = (typed: string) => timeOfDay(typed) !== null || t('teaching.notATime');
  const isLater = (typed: string, { startsAt }: Plan) => {
    const [from, to] = [timeOfDay(startsAt), timeOfDay(typed)];
    if (to === null) return t('teaching.notATime');
    return from === null || to > from || t('teaching.endsBefore');
  };
  return { isTime, isLater };
}

function Times({ form }: Part) {
  const { t } = useTranslation();
  const field = fieldsOf(form);
  const { isTime, isLater } = useTimeRules();
  return (
    <div className={styles.times}>
      <DayField
        label={t('teaching.day')}
        {...field('day', { validate: (typed) => isoDay(typed) !== null || t('form.notADay') })}
      />
      <TextField
        label={t('teaching.from')}
        description={t('teaching.timeHint')}
        inputMode="numeric"
        autoComplete="off"
        {...field('startsAt', { validate: isTime })}
      />
      <TextField
        label={t('teaching.to')}
        description={t('teaching.timeHint')}
        inputMode="numeric"
        autoComplete="off"
        {...field('endsAt', { validate: isLater })}
      />
    </div>
  );
}

/** Somebody here, or else the name of somebody from outside. */
function Holder({ form }: Part) {
  const { t } = useTranslation();
  const field = fieldsOf(form);
  const personId = form.watch('heldBy.personId');
  return (
    <>
      <PersonPicker
        label={t('teaching.heldByHere')}
        none={t('teaching.fromOutside')}
        {...field('heldBy.personId')}
      />
      {!personId && (
        <TextField
          label={t('teaching.heldByName')}
          {...field('heldBy.name', {
            validate: (name, { heldBy }) =>
              heldBy.personId !== '' || name.trim() !== '' || t('teaching.heldByMissing'),
          })}
        />
      )}
    </>
  );
}
