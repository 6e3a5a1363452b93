import { Button } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { RoleDescriptionView, TaskView } from '../../api/schema.ts';
import { useAct } from '../../app/act.ts';
import { Answered } from '../../ui/Answered.tsx';
import { allTasks } from '../../ui/choices.ts';
import { FormErrors, showErrors } from '../../ui/form.tsx';
import { Page } from '../../ui/Page.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { Editor } from './Editor.tsx';
import styles from './editor.module.css';
import { roleDescription, versions } from './queries.ts';
import { newVersionRoute } from './routes.ts';
import { useWritten } from './useWritten.ts';
import { WhatChanges } from './WhatChanges.tsx';
import { builtOn, published, type Written } from './written.ts';

/** Adapting: the next version builds on the last, and what is changed is in view until it is published. */
export function NewVersionPage() {
  const { t } = useTranslation();
  const { id } = newVersionRoute.useParams();
  const all = useQuery(versions(id));
  const last = all.data?.at(-1)?.number;
  const base = useQuery({ ...roleDescription(id, last), enabled: last !== undefined });
  const tasks = useQuery(allTasks());
  return (
    <Page
      title={base.data ? t('editor.adaptOf', { name: base.data.name }) : t('roleDescription.adapt')}
      lead={t('editor.lead')}
    >
      <Answered query={all}>
        {() => (
          <Answered query={base}>
            {(view) => <Answered query={tasks}>{(list) => <NewVersion base={view} tasks={list} />}</Answered>}
          </Answered>
        )}
      </Answered>
      <p>
        <Link to="/role-descriptions/$id" params={{ id }} search={{}}>
          {t('roleDescription.backToOne')}
        </Link>
      </p>
    </Page>
  );
}

/** What was begun is let go once it is published. */
function usePublish(id: string, discard: () => void) {
  const { t } = useTranslation();
  const router = useRouter();
  return useAct({
    send: (values: Written) => {
      const asked = { params: { path: { id } }, body: published(values) };
      return answerOf(api.POST('/api/v1/role-descriptions/{id}/versions', asked));
    },
    done: ({ name, version: number }) => t('editor.published', { name, version: number }),
    onDone: (view) => {
      discard();
      router.navigate({ to: '/role-descriptions/$id', params: { id }, search: { version: view.version } });
    },
  });
}

function NewVersion({ base, tasks }: { base: RoleDescriptionView; tasks: readonly TaskView[] }) {
  const { t } = useTranslation();
  const { id, version } = base;
  const { form, discard, isBegun, startOver } = useWritten(`${id}.${version}`, builtOn(base));
  const publish = usePublish(id, discard);
  const send = form.handleSubmit((values) =>
    publish.mutate(values, { onError: (problem) => showErrors(form, problem) }),
  );
  return (
    <form onSubmit={send} noValidate className={styles.form}>
      <FormErrors form={form} />
      {isBegun && <Begun onStartOver={startOver} />}
      <Editor form={form} tasks={tasks} />
      <WhatChanges form={form} base={base} tasks={tasks} />
      <ProblemAlert problem={form.formState.isValid ? publish.error : null} />
      <div>
        <Button type="submit" loading={publish.isPending}>
          {t('editor.publish', { version: version + 1 })}
        </Button>
      </div>
    </form>
  );
}

function Begun({ onStartOver }: { onStartOver: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={styles.begun}>
      <p>{t('editor.begun')}</p>
      <Button type="button" size="small" variant="tertiary" data-color="neutral" onClick={onStartOver}>
        {t('editor.startOver')}
      </Button>
    </div>
  );
}
