import { Button, Checkbox, LocalAlert, TextField } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { answerOf, api, ifMatch } from '../../api/client.ts';
import type { TaskChangedView, TaskView } from '../../api/schema.ts';
import { useAct } from '../../app/act.ts';
import { Answered } from '../../ui/Answered.tsx';
import { FormErrors, fieldsOf, showErrors } from '../../ui/form.tsx';
import { Page } from '../../ui/Page.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { task } from '../delegations/queries.ts';
import { AreaSelect } from './AreaSelect.tsx';
import { Entitlements, type EntitlementValues, entitledIn } from './Entitlements.tsx';
import { changeTaskRoute } from './routes.ts';
import styles from './tasks.module.css';
import type { Area } from './words.ts';

interface Values extends EntitlementValues {
  name: string;
  area: Area;
  medicineHandling: boolean;
}

export function ChangeTaskPage() {
  const { t } = useTranslation();
  const { id } = changeTaskRoute.useParams();
  const query = useQuery(task(id));
  return (
    <Page title={query.data ? t('task.changing', { task: query.data.name }) : t('task.change')}>
      <Answered query={query}>{(view) => <Change view={view} />}</Answered>
      <p>
        <Link to="/tasks/$id" params={{ id }}>
          {t('task.backToOne')}
        </Link>
      </p>
    </Page>
  );
}

function useChange(view: TaskView) {
  const { t } = useTranslation();
  const form = useForm<Values>({
    defaultValues: {
      name: view.name,
      area: view.area,
      medicineHandling: view.medicineHandling,
      entitlements: view.entitlements.map(({ occupation, mayDelegate }) => ({ occupation, mayDelegate })),
    },
    shouldFocusError: false,
  });
  const change = useAct({
    send: ({ name, area, medicineHandling, ...held }: Values) => {
      const params = { path: { id: view.id }, header: ifMatch(view) };
      const body = { name, area, medicineHandling, entitlements: entitledIn(held) };
      return answerOf(api.PATCH('/api/v1/tasks/{id}', { params, body }));
    },
    done: ({ name }) => t('task.changed', { task: name }),
  });
  return { form, change };
}

function Change({ view }: { view: TaskView }) {
  const { t } = useTranslation();
  const { form, change } = useChange(view);
  const field = fieldsOf(form);
  const send = form.handleSubmit((values) =>
    change.mutate(values, { onError: (problem) => showErrors(form, problem) }),
  );
  return (
    <form onSubmit={send} noValidate className={styles.form}>
      <FormErrors form={form} />
      <TextField label={t('task.name')} {...field('name', { required: t('task.nameMissing') })} />
      <AreaSelect label={t('task.area')} {...field('area', { required: t('task.areaMissing') })} />
      <Entitlements form={form} />
      <p className={styles.quiet}>{t('task.entitlementsHint')}</p>
      <Checkbox {...form.register('medicineHandling')} description={t('task.medicineHint')}>
        {t('task.kind.medicine-handling')}
      </Checkbox>
      <ProblemAlert problem={form.formState.isValid ? change.error : null} />
      {change.data && <Lapsed lapsed={change.data.lapsed} />}
      <div>
        <Button type="submit" loading={change.isPending}>
          {t('task.save')}
        </Button>
      </div>
    </form>
  );
}

/** What rested on what was taken away, and fell with it. */
function Lapsed({ lapsed: { duties, delegations, approvals } }: Pick<TaskChangedView, 'lapsed'>) {
  const { t } = useTranslation();
  const gone = [...duties, ...delegations, ...approvals];
  if (gone.length === 0) return null;
  return (
    <LocalAlert status="warning">
      <LocalAlert.Header>
        <LocalAlert.Title>{t('task.lapsed', { count: gone.length })}</LocalAlert.Title>
      </LocalAlert.Header>
      <LocalAlert.Content>
        <ul className={styles.held}>
          {gone.map(({ id, personName, delegatorName }) => (
            <li key={id}>
              {delegatorName
                ? t('delegation.parties', { delegator: delegatorName, delegatee: personName })
                : personName}
            </li>
          ))}
        </ul>
      </LocalAlert.Content>
    </LocalAlert>
  );
}
