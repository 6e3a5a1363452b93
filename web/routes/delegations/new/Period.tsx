import { Checkbox, Heading, Textarea, TextField } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import type { UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { DayField } from '../../../ui/DayField.tsx';
import { isoDay } from '../../../ui/day.ts';
import { fieldsOf } from '../../../ui/form.tsx';
import { PersonPicker } from '../../../ui/PersonPicker.tsx';
import { task } from '../queries.ts';
import type { Proposal } from './proposal.ts';
import type { StepProps } from './Wizard.tsx';
import styles from './wizard.module.css';

/** From when, how long, on what terms and under whose eyes; more where the rules ask for more. */
export function Period({ form, check }: StepProps) {
  const { t } = useTranslation();
  const { taskId, training, contested } = form.watch();
  const { data: chosen } = useQuery({ ...task(taskId), enabled: taskId !== '' });
  const asksFor = (code: string) => check.data?.refusals.some((refusal) => refusal.code === code) ?? false;
  const field = fieldsOf(form);
  return (
    <>
      <Days form={form} />
      <Textarea
        label={t('delegate.conditions')}
        description={t('delegate.conditionsHelp')}
        minRows={2}
        {...field('conditions')}
      />
      <Supervision form={form} />
      {(asksFor('training-purpose-missing') || training.purpose || training.supervisorId) && (
        <Training form={form} />
      )}
      {(chosen?.contested || asksFor('contested-task') || contested.course) && <Contested form={form} />}
    </>
  );
}

interface Part {
  readonly form: UseFormReturn<Proposal>;
}

function Days({ form }: Part) {
  const { t } = useTranslation();
  const field = fieldsOf(form);
  const isDay = (typed: string) => isoDay(typed) !== null || t('form.notADay');
  return (
    <div className={styles.days}>
      <DayField label={t('delegate.validFrom')} {...field('validFrom', { validate: isDay })} />
      <DayField
        label={t('delegate.validTo')}
        {...field('validTo', { validate: (typed) => typed.trim() === '' || isDay(typed) })}
      />
    </div>
  );
}

/** When it is looked at again, and how the delegator is reached until then. */
function Supervision({ form }: Part) {
  const { t } = useTranslation();
  const field = fieldsOf(form);
  return (
    <>
      <Heading level="3" size="small">
        {t('delegate.supervision')}
      </Heading>
      <DayField
        label={t('delegate.reviewBy')}
        className={styles.day}
        {...field('supervision.reviewBy', {
          validate: (typed) => isoDay(typed) !== null || t('form.notADay'),
        })}
      />
      <TextField
        label={t('delegate.reachable')}
        description={t('delegate.reachableHelp')}
        {...field('supervision.reachableHow', { required: t('delegate.reachableMissing') })}
      />
    </>
  );
}

/** A pupil or a student learns: for what, and who supervises. */
function Training({ form }: Part) {
  const { t } = useTranslation();
  const field = fieldsOf(form);
  return (
    <>
      <Heading level="3" size="small">
        {t('delegate.training')}
      </Heading>
      <Textarea
        label={t('delegate.trainingPurpose')}
        description={t('delegate.trainingPurposeHelp')}
        minRows={2}
        {...field('training.purpose')}
      />
      <PersonPicker label={t('delegate.supervisor')} {...field('training.supervisorId')} />
    </>
  );
}

/** What the profession disagrees about asks for more than the three assessments. */
function Contested({ form }: Part) {
  const { t } = useTranslation();
  const field = fieldsOf(form);
  return (
    <>
      <Heading level="3" size="small">
        {t('delegate.contested')}
      </Heading>
      <TextField label={t('delegate.course')} {...field('contested.course')} />
      <Textarea label={t('delegate.reasoning')} minRows={2} {...field('contested.reasoning')} />
      <Checkbox {...form.register('contested.delegatorPresent')} id="contested.delegatorPresent">
        {t('delegate.delegatorPresent')}
      </Checkbox>
    </>
  );
}
