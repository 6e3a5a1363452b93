import { Button, TextField } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { CreateRoleDescription, TaskView } from '../../api/schema.ts';
import { useAct } from '../../app/act.ts';
import { Answered } from '../../ui/Answered.tsx';
import { allTasks } from '../../ui/choices.ts';
import { FormErrors, fieldsOf, showErrors } from '../../ui/form.tsx';
import { Page } from '../../ui/Page.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { OccupationSelect } from '../tasks/OccupationSelect.tsx';
import { Editor } from './Editor.tsx';
import styles from './editor.module.css';
import { useWritten } from './useWritten.ts';
import { nothingYet, published, type Written } from './written.ts';

/** One that no template fits. */
export function NewPage() {
  const { t } = useTranslation();
  const tasks = useQuery(allTasks());
  return (
    <Page title={t('roleDescription.fromScratch')} lead={t('editor.newLead')}>
      <p>
        <Link to="/catalogue/role-descriptions">{t('roleDescription.seeTemplates')}</Link>
      </p>
      <Answered query={tasks}>{(list) => <Fresh tasks={list} />}</Answered>
    </Page>
  );
}

/** What was begun is let go once it is published. */
function useCreate(discard: () => void) {
  const { t } = useTranslation();
  const router = useRouter();
  return useAct({
    send: ({ name, occupation, ...rest }: Written) => {
      const whole = { ...published({ name, occupation, ...rest }), name, occupation };
      return answerOf(api.POST('/api/v1/role-descriptions', { body: whole as CreateRoleDescription }));
    },
    done: ({ name }) => t('editor.created', { name }),
    onDone: ({ id }) => {
      discard();
      router.navigate({ to: '/role-descriptions/$id', params: { id } });
    },
  });
}

function Fresh({ tasks }: { tasks: readonly TaskView[] }) {
  const { t } = useTranslation();
  const { form, discard } = useWritten('new', nothingYet());
  const field = fieldsOf(form);
  const create = useCreate(discard);
  const send = form.handleSubmit((values) =>
    create.mutate(values, { onError: (problem) => showErrors(form, problem) }),
  );
  return (
    <form onSubmit={send} noValidate className={styles.form}>
      <FormErrors form={form} />
      <TextField label={t('editor.name')} {...field('name', { required: t('editor.nameMissing') })} />
      <OccupationSelect
        label={t('editor.occupation')}
        {...field('occupation', { required: t('task.occupationMissing') })}
      />
      <Editor form={form} tasks={tasks} />
      <ProblemAlert problem={form.formState.isValid ? create.error : null} />
      <div>
        <Button type="submit" loading={create.isPending}>
          {t('editor.publish', { version: 1 })}
        </Button>
      </div>
    </form>
  );
}
