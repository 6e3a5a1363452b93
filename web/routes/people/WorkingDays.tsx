import { Button, Checkbox, CheckboxGroup } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Controller, type UseFormReturn, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { answerOf, api, ifMatch } from '../../api/client.ts';
import type { WorkingDaysView } from '../../api/schema.ts';
import { useAct } from '../../app/act.ts';
import { useSession } from '../../app/session.ts';
import { Answered } from '../../ui/Answered.tsx';
import { DayField } from '../../ui/DayField.tsx';
import { isoDay, today } from '../../ui/day.ts';
import { FormErrors, fieldsOf, showErrors } from '../../ui/form.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { dayOf } from './form.ts';
import styles from './people.module.css';
import { usePeriodText } from './period.ts';
import { workingDaysOf } from './queries.ts';
import { useWeekdays, week } from './weekdays.ts';

/** On which weekdays somebody works: it counts for coverage, and never for what they may do. */
export function WorkingDays({ id }: { id: string }) {
  const { roles } = useSession();
  const query = useQuery(workingDaysOf(id));
  return (
    <Answered query={query}>
      {(view) => (
        <>
          <Registered view={view} />
          {roles.includes('manager') && <Change key={view.version} view={view} />}
        </>
      )}
    </Answered>
  );
}

function Registered({ view: { weekdays, items, note } }: { view: WorkingDaysView }) {
  const { t } = useTranslation();
  const nameOf = useWeekdays();
  const periodText = usePeriodText();
  const said = (days: readonly number[]) => days.map(nameOf).join(', ') || t('days.none');
  return (
    <>
      <p>
        {t('days.now')} <strong>{said(weekdays)}</strong>
      </p>
      <p className={styles.quiet}>{note}</p>
      {items.length > 0 && (
        <ul className={styles.lapsed}>
          {items.map((item) => (
            <li key={item.id}>
              <strong>{periodText(item)}</strong>
              <span>{said(item.weekdays)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

interface Values {
  from: string;
  weekdays: number[];
}

function Change({ view }: { view: WorkingDaysView }) {
  const { t } = useTranslation();
  const form = useForm<Values>({
    defaultValues: { from: today(), weekdays: view.weekdays },
    shouldFocusError: false,
  });
  const field = fieldsOf(form);
  const set = useSet(view);
  const send = form.handleSubmit((values) =>
    set.mutate(values, { onError: (problem) => showErrors(form, problem) }),
  );
  return (
    <form onSubmit={send} noValidate className={styles.form}>
      <FormErrors form={form} />
      <Weekdays form={form} />
      <DayField
        label={t('days.from')}
        {...field('from', { validate: (typed) => isoDay(typed) !== null || t('form.notADay') })}
      />
      <ProblemAlert problem={form.formState.isValid ? set.error : null} />
      <Button type="submit" loading={set.isPending} className={styles.send}>
        {t('days.save')}
      </Button>
    </form>
  );
}

function useSet(view: WorkingDaysView) {
  const { t } = useTranslation();
  return useAct({
    send: ({ from, weekdays }: Values) =>
      answerOf(
        api.PUT('/api/v1/people/{id}/working-days', {
          params: { path: { id: view.personId }, header: ifMatch(view) },
          body: { from: dayOf(from), weekdays },
        }),
      ),
    done: () => t('days.changed'),
  });
}

/** Kept in the order of the week, whatever the order they are ticked in. */
function Weekdays({ form }: { form: UseFormReturn<Values> }) {
  const { t } = useTranslation();
  const nameOf = useWeekdays();
  return (
    <Controller
      control={form.control}
      name="weekdays"
      render={({ field: { value, onChange }, fieldState }) => (
        <CheckboxGroup
          id="weekdays"
          tabIndex={-1}
          legend={t('days.change')}
          value={value}
          onChange={(chosen: number[]) => onChange(week.filter((day) => chosen.includes(day)))}
          error={fieldState.error?.message}
        >
          {week.map((day) => (
            <Checkbox key={day} value={day}>
              {nameOf(day)}
            </Checkbox>
          ))}
        </CheckboxGroup>
      )}
    />
  );
}
