import { Button, Heading, Select, Textarea, TextField } from '@navikt/ds-react';
import { useEffect } from 'react';
import { type UseFormReturn, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { NamedView } from '../../api/schema.ts';
import { useAct } from '../../app/act.ts';
import { useDraft } from '../../app/draft.ts';
import { DayField } from '../../ui/DayField.tsx';
import { isoDay } from '../../ui/day.ts';
import { FormErrors, fieldsOf, showErrors } from '../../ui/form.tsx';
import { PersonPicker } from '../../ui/PersonPicker.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import styles from './approvals.module.css';
import { type Grant, granted, nothingYet } from './grant.ts';
import { grantRoute } from './routes.ts';

/** Course, test and practice first, then for how long: the manager answers for all of it. */
export function GrantForm({ tasks }: { tasks: readonly NamedView[] }) {
  const { t } = useTranslation();
  const { form, discard } = useBegun();
  const grant = useGrant(discard);
  const send = form.handleSubmit((values) =>
    grant.mutate(values, { onError: (problem) => showErrors(form, problem) }),
  );
  return (
    <form onSubmit={send} noValidate className={styles.form}>
      <FormErrors form={form} />
      <WhoAndWhat form={form} tasks={tasks} />
      <Documented form={form} />
      <Period form={form} />
      <ProblemAlert problem={form.formState.isValid ? grant.error : null} />
      <Button type="submit" loading={grant.isPending} className={styles.send}>
        {t('approval.grant')}
      </Button>
    </form>
  );
}

function useGrant(discard: () => void) {
  const { t } = useTranslation();
  const navigate = grantRoute.useNavigate();
  return useAct({
    send: (values: Grant) => answerOf(api.POST('/api/v1/approvals', { body: granted(values) })),
    done: ({ person, task }) => t('approval.granted', { person: person.name, task: task.name }),
    onDone: ({ id }) => {
      discard();
      navigate({ to: '/approvals/$id', params: { id }, search: {} });
    },
  });
}

/** What was begun in this tab, or what the address asks for. */
function useBegun() {
  const { taskId, personId } = grantRoute.useSearch();
  const { begun, keep, discard } = useDraft<Grant>('approval');
  const form = useForm<Grant>({
    defaultValues: { ...nothingYet(), ...begun, ...(taskId && { taskId }), ...(personId && { personId }) },
    shouldFocusError: false,
  });
  useEffect(
    () => form.subscribe({ formState: { values: true }, callback: ({ values }) => keep(values) }),
    [form, keep],
  );
  return { form, discard };
}

interface Part {
  readonly form: UseFormReturn<Grant>;
}

function WhoAndWhat({ form, tasks }: Part & { tasks: readonly NamedView[] }) {
  const { t } = useTranslation();
  const field = fieldsOf(form);
  return (
    <>
      <PersonPicker
        label={t('approval.person')}
        {...field('personId', { required: t('approval.personMissing') })}
      />
      <Select label={t('delegations.task')} {...field('taskId', { required: t('delegate.whatMissing') })}>
        <option value="">{t('form.chooseTask')}</option>
        {tasks.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </>
  );
}

function Documented({ form }: Part) {
  const { t } = useTranslation();
  const field = fieldsOf(form);
  return (
    <>
      <Heading level="2" size="small">
        {t('approval.basis')}
      </Heading>
      <div className={styles.pair}>
        <CourseAndTest form={form} />
        <Practice form={form} />
      </div>
      <Textarea label={t('approval.noteOptional')} minRows={2} {...field('practicalSignOff.note')} />
    </>
  );
}

function CourseAndTest({ form }: Part) {
  const { t } = useTranslation();
  const field = fieldsOf(form);
  const isDay = (typed: string) => isoDay(typed) !== null || t('form.notADay');
  return (
    <>
      <TextField
        label={t('approval.course')}
        {...field('course.source', { required: t('approval.courseMissing') })}
      />
      <DayField label={t('approval.completedOn')} {...field('course.completedOn', { validate: isDay })} />
      <TextField
        label={t('approval.test')}
        {...field('test.source', { required: t('approval.testMissing') })}
      />
      <DayField label={t('approval.passedOn')} {...field('test.passedOn', { validate: isDay })} />
    </>
  );
}

function Practice({ form }: Part) {
  const { t } = useTranslation();
  const field = fieldsOf(form);
  return (
    <>
      <PersonPicker
        label={t('approval.practiceBy')}
        {...field('practicalSignOff.signedBy', { required: t('approval.practiceMissing') })}
      />
      <DayField
        label={t('approval.signedOn')}
        {...field('practicalSignOff.signedOn', {
          validate: (typed) => isoDay(typed) !== null || t('form.notADay'),
        })}
      />
    </>
  );
}

function Period({ form }: Part) {
  const { t } = useTranslation();
  const field = fieldsOf(form);
  const isDay = (typed: string) => isoDay(typed) !== null || t('form.notADay');
  return (
    <>
      <Heading level="2" size="small">
        {t('approval.period')}
      </Heading>
      <div className={styles.pair}>
        <DayField label={t('delegate.validFrom')} {...field('validFrom', { validate: isDay })} />
        <DayField label={t('approval.lastDay')} {...field('validTo', { validate: isDay })} />
      </div>
      <Textarea label={t('delegate.conditions')} minRows={2} {...field('conditions')} />
    </>
  );
}
