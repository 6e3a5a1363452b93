import { Button, Textarea, TextField } from '@navikt/ds-react';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { type UseFormReturn, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { EmergencyView } from '../../api/schema.ts';
import { useAct } from '../../app/act.ts';
import { useDraft } from '../../app/draft.ts';
import { useSession } from '../../app/session.ts';
import { DayField } from '../../ui/DayField.tsx';
import { isoDay, momentText, osloInstant, timeOfDay, today } from '../../ui/day.ts';
import { Facts } from '../../ui/Facts.tsx';
import { FormErrors, fieldsOf, showErrors } from '../../ui/form.tsx';
import { Page } from '../../ui/Page.tsx';
import { PersonPicker } from '../../ui/PersonPicker.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { TaskPicker } from '../../ui/TaskPicker.tsx';
import styles from './emergencies.module.css';
import { emergencyRoute } from './routes.ts';

interface Values {
  taskId: string;
  personId: string;
  /** The day; by the path of the API's body, so that what is wrong with the moment is shown here. */
  at: string;
  time: string;
  note: string;
}

/** What was done in need is told afterwards: no rule is asked, and the entry in the log is the whole record. */
export function EmergencyPage() {
  const { t } = useTranslation();
  const { form, record } = useRecord();
  const send = form.handleSubmit((values) =>
    record.mutate(values, { onError: (problem) => showErrors(form, problem) }),
  );
  if (record.data) return <Recorded view={record.data} />;
  return (
    <Page title={t('emergency.title')} lead={t('emergency.lead')}>
      <form onSubmit={send} noValidate className={styles.form}>
        <FormErrors form={form} />
        <Fields form={form} />
        <ProblemAlert problem={form.formState.isValid ? record.error : null} />
        <div>
          <Button type="submit" loading={record.isPending}>
            {t('emergency.record')}
          </Button>
        </div>
      </form>
    </Page>
  );
}

function useRecord() {
  const { t } = useTranslation();
  const { taskId = '' } = emergencyRoute.useSearch();
  const { begun, keep, discard } = useDraft<Values>('emergency');
  const form = useForm<Values>({
    defaultValues: {
      ...{ personId: '', at: today(), time: '', note: '', ...begun },
      taskId: taskId || begun?.taskId || '',
    },
    shouldFocusError: false,
  });
  useEffect(
    () => form.subscribe({ formState: { values: true }, callback: ({ values }) => keep(values) }),
    [form, keep],
  );
  const record = useAct({
    send: ({ at, time, personId, ...rest }: Values) => {
      const moment = osloInstant(isoDay(at) ?? '', timeOfDay(time) ?? '');
      return answerOf(
        api.POST('/api/v1/emergencies', { body: { ...rest, personId: personId || null, at: moment } }),
      );
    },
    done: ({ seq }) => t('emergency.recorded', { seq }),
    onDone: discard,
  });
  return { form, record };
}

interface Part {
  readonly form: UseFormReturn<Values>;
}

function Fields({ form }: Part) {
  const { t } = useTranslation();
  const { roles, person } = useSession();
  const field = fieldsOf(form);
  return (
    <>
      <TaskPicker label={t('emergency.task')} {...field('taskId', { required: t('delegate.whatMissing') })} />
      {roles.includes('manager') && (
        <PersonPicker
          label={t('emergency.person')}
          none={person ? t('emergency.me', { name: person.name }) : undefined}
          {...field('personId', { required: !person && t('approval.personMissing') })}
        />
      )}
      <Moment form={form} />
      <Textarea
        label={t('emergency.note')}
        description={t('emergency.noteHint')}
        minRows={4}
        {...field('note', { required: t('emergency.noteMissing') })}
      />
    </>
  );
}

function Moment({ form }: Part) {
  const { t } = useTranslation();
  const field = fieldsOf(form);
  return (
    <div className={styles.pair}>
      <DayField
        label={t('emergency.day')}
        {...field('at', { validate: (typed) => isoDay(typed) !== null || t('form.notADay') })}
      />
      <TextField
        label={t('emergency.time')}
        description={t('review.timeFormat')}
        inputMode="numeric"
        autoComplete="off"
        {...field('time', { validate: (typed) => timeOfDay(typed) !== null || t('review.timeWrong') })}
      />
    </div>
  );
}

function Recorded({ view: { seq, at, note, legalBases } }: { view: EmergencyView }) {
  const { t } = useTranslation();
  const { roles } = useSession();
  const mayRead = roles.includes('manager') || roles.includes('auditor');
  return (
    <Page title={t('emergency.recorded', { seq })} lead={t('emergency.recordedText')}>
      <Facts
        facts={[
          [t('emergency.when'), momentText(at)],
          [t('emergency.note'), note],
          [t('emergency.basis'), legalBases.map(({ citation }) => citation).join(', ')],
        ]}
      />
      {mayRead && (
        <p>
          <Link to="/log/$seq" params={{ seq: String(seq) }}>
            {t('emergency.entry')}
          </Link>
        </p>
      )}
    </Page>
  );
}
