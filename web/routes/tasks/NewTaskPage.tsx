import { Button, Checkbox, Select, TextField } from '@navikt/ds-react';
import { Link, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { type UseFormReturn, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { CreateTask, LineageLink } from '../../api/schema.ts';
import { useAct } from '../../app/act.ts';
import { useDraft } from '../../app/draft.ts';
import { FormErrors, fieldsOf, showErrors } from '../../ui/form.tsx';
import { Page } from '../../ui/Page.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { TaskPicker } from '../../ui/TaskPicker.tsx';
import { AreaSelect } from './AreaSelect.tsx';
import { Entitlements, type EntitlementValues, entitledIn } from './Entitlements.tsx';
import styles from './tasks.module.css';
import type { Area } from './words.ts';

interface Values extends EntitlementValues {
  name: string;
  area: Area | '';
  of: string;
  relation: LineageLink['relation'];
  /** To those that hold it in their own right, and nobody else. */
  reserved: boolean;
  contested: boolean;
  medicineHandling: boolean;
}

const nothingYet: Values = {
  name: '',
  area: '',
  of: '',
  relation: 'copy',
  reserved: false,
  contested: false,
  medicineHandling: false,
  entitlements: [{ occupation: '', mayDelegate: false }],
};

/** A task of the clinic's own. What it comes from is said now or never: a new name opens nothing. */
export function NewTaskPage() {
  const { t } = useTranslation();
  const { form, create } = useNewTask();
  const field = fieldsOf(form);
  const send = form.handleSubmit((values) =>
    create.mutate(values, { onError: (problem) => showErrors(form, problem) }),
  );
  return (
    <Page title={t('task.ownNew')} lead={t('task.ownLead')}>
      <p>
        <Link to="/catalogue/tasks">{t('task.seeCatalogue')}</Link>
      </p>
      <form onSubmit={send} noValidate className={styles.form}>
        <FormErrors form={form} />
        <TextField label={t('task.name')} {...field('name', { required: t('task.nameMissing') })} />
        <AreaSelect label={t('task.area')} {...field('area', { required: t('task.areaMissing') })} />
        <Entitlements form={form} />
        <Kinds form={form} />
        <Lineage form={form} />
        <ProblemAlert problem={form.formState.isValid ? create.error : null} />
        <div>
          <Button type="submit" loading={create.isPending}>
            {t('task.create')}
          </Button>
        </div>
      </form>
    </Page>
  );
}

function useNewTask() {
  const { t } = useTranslation();
  const router = useRouter();
  const { begun, keep, discard } = useDraft<Values>('task');
  const form = useForm<Values>({ defaultValues: { ...nothingYet, ...begun }, shouldFocusError: false });
  useEffect(
    () => form.subscribe({ formState: { values: true }, callback: ({ values }) => keep(values) }),
    [form, keep],
  );
  const create = useAct({
    send: (values: Values) => answerOf(api.POST('/api/v1/tasks', { body: asked(values) })),
    done: ({ name }) => t('task.created', { task: name }),
    onDone: ({ id }) => {
      discard();
      router.navigate({ to: '/tasks/$id', params: { id } });
    },
  });
  return { form, create };
}

function asked({ area, of, relation, reserved, entitlements, ...as }: Values): CreateTask {
  const entitled = entitledIn({ entitlements });
  return {
    ...as,
    area: area || 'generelt',
    lineageOf: of ? [{ taskId: of, relation }] : null,
    entitlements: entitled,
    reservedTo: reserved ? entitled.map(({ occupation }) => occupation) : null,
  };
}

interface Part {
  readonly form: UseFormReturn<Values>;
}

function Kinds({ form }: Part) {
  const { t } = useTranslation();
  const { error, ...reserved } = fieldsOf(form)('reserved', {
    validate: (isReserved, { entitlements }) =>
      !isReserved || entitlements.length > 0 || t('task.reservedNobody'),
  });
  return (
    <>
      <Checkbox {...reserved} error={Boolean(error)} description={t('task.reservedHint')}>
        {t('task.reservedFor')}
      </Checkbox>
      <Checkbox {...form.register('contested')} description={t('task.contestedHint')}>
        {t('task.kind.contested')}
      </Checkbox>
      <Checkbox {...form.register('medicineHandling')} description={t('task.medicineHint')}>
        {t('task.kind.medicine-handling')}
      </Checkbox>
    </>
  );
}

function Lineage({ form }: Part) {
  const { t } = useTranslation();
  const field = fieldsOf(form);
  return (
    <>
      <TaskPicker
        label={t('task.comesFrom')}
        description={t('task.comesFromHint')}
        none={t('task.comesFromNone')}
        {...field('of')}
      />
      {form.watch('of') && (
        <Select label={t('task.relation')} {...field('relation')}>
          <option value="copy">{t('task.relations.copy')}</option>
          <option value="part">{t('task.relations.part')}</option>
          <option value="whole">{t('task.relations.whole')}</option>
        </Select>
      )}
    </>
  );
}
