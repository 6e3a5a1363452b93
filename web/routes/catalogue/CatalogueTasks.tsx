import { CheckmarkCircleIcon } from '@navikt/aksel-icons';
import { Button, Search } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { CatalogueTaskView, TaskView } from '../../api/schema.ts';
import { useAct } from '../../app/act.ts';
import { languageInUse } from '../../app/language.ts';
import { useSession } from '../../app/session.ts';
import { Answered } from '../../ui/Answered.tsx';
import { allTasks } from '../../ui/choices.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { AreaSelect } from '../tasks/AreaSelect.tsx';
import { OccupationSelect } from '../tasks/OccupationSelect.tsx';
import styles from './catalogue.module.css';
import { nationalTasks } from './queries.ts';
import { catalogueTasksRoute } from './routes.ts';

/** The country's tasks: which of them the clinic has, and which it may take into use. */
export function CatalogueTasks() {
  const { t } = useTranslation();
  const national = useQuery(nationalTasks());
  const taken = useQuery(allTasks());
  return (
    <Page title={t('catalogue.tasks')} lead={t('catalogue.tasksLead')}>
      <Filters />
      <Answered query={national}>
        {(tasks) => <Answered query={taken}>{(own) => <Matching tasks={tasks} own={own} />}</Answered>}
      </Answered>
      <p>
        <Link to="/tasks">{t('task.back')}</Link>
      </p>
    </Page>
  );
}

function Filters() {
  const { t } = useTranslation();
  const { q, area, occupation } = catalogueTasksRoute.useSearch();
  const navigate = catalogueTasksRoute.useNavigate();
  const narrow = (by: object) => navigate({ search: (now) => ({ ...now, ...by }), replace: true });
  return (
    <div className={styles.filters}>
      <Search
        label={t('task.search')}
        hideLabel={false}
        variant="simple"
        value={q ?? ''}
        onChange={(value) => narrow({ q: value || undefined })}
      />
      <AreaSelect
        label={t('task.area')}
        none={t('task.allAreas')}
        value={area ?? ''}
        onChange={({ target }) => narrow({ area: target.value || undefined })}
      />
      <OccupationSelect
        label={t('task.heldBy')}
        none={t('task.anyOccupation')}
        value={occupation ?? ''}
        onChange={({ target }) => narrow({ occupation: target.value || undefined })}
      />
    </div>
  );
}

function useMatching(tasks: readonly CatalogueTaskView[]) {
  const { q = '', area, occupation } = catalogueTasksRoute.useSearch();
  const language = languageInUse();
  const wanted = q.toLocaleLowerCase(language);
  return tasks.filter(
    (task) =>
      (!area || task.area === area) &&
      (!occupation || task.entitlements.some((held) => held.occupation === occupation)) &&
      task.name[language].toLocaleLowerCase(language).includes(wanted),
  );
}

function Matching({ tasks, own }: { tasks: readonly CatalogueTaskView[]; own: readonly TaskView[] }) {
  const { t } = useTranslation();
  const found = useMatching(tasks);
  const idOf = new Map(own.map(({ catalogueCode, id }) => [catalogueCode, id]));
  const adopt = useAct({
    send: (catalogueCode: string) => answerOf(api.POST('/api/v1/tasks', { body: { catalogueCode } })),
    done: ({ name }) => t('catalogue.adopted', { task: name }),
  });
  if (found.length === 0) return <EmptyState text={t('task.noMatch')} />;
  return (
    <>
      <ProblemAlert problem={adopt.error} />
      <p role="status" className={styles.count}>
        {t('task.count', { count: found.length })}
      </p>
      <ul className={styles.list}>
        {found.map((task) => (
          <Line
            key={task.code}
            task={task}
            ownId={idOf.get(task.code)}
            isPending={adopt.isPending && adopt.variables === task.code}
            onAdopt={() => adopt.mutate(task.code)}
          />
        ))}
      </ul>
    </>
  );
}

interface Shown {
  readonly task: CatalogueTaskView;
  readonly ownId: string | undefined;
  readonly isPending: boolean;
  readonly onAdopt: () => void;
}

function Line({ task: { name, area, reservedTo, contested }, ownId, isPending, onAdopt }: Shown) {
  const { t } = useTranslation();
  const { roles } = useSession();
  const text = name[languageInUse()];
  return (
    <li>
      <span>
        {text}
        <span className={styles.quiet}>
          {t(`area.${area}`)}
          {reservedTo && <> · {t('task.tag.reserved')}</>}
          {contested && <> · {t('task.tag.contested')}</>}
        </span>
      </span>
      {ownId ? (
        <Link to="/tasks/$id" params={{ id: ownId }} className={styles.taken}>
          <CheckmarkCircleIcon aria-hidden fontSize="1.5rem" />
          {t('catalogue.inUse')}
        </Link>
      ) : (
        roles.includes('manager') && <TakeUp task={text} isPending={isPending} onAdopt={onAdopt} />
      )}
    </li>
  );
}

function TakeUp({ task, isPending, onAdopt }: Pick<Shown, 'isPending' | 'onAdopt'> & { task: string }) {
  const { t } = useTranslation();
  return (
    <Button
      variant="secondary"
      data-color="neutral"
      loading={isPending}
      aria-label={t('catalogue.adoptOf', { task })}
      onClick={onAdopt}
    >
      {t('catalogue.adopt')}
    </Button>
  );
}
