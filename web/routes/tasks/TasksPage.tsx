import { PlusIcon } from '@navikt/aksel-icons';
import { Heading } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskView } from '../../api/schema.ts';
import { useSession } from '../../app/session.ts';
import { Answered } from '../../ui/Answered.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Page } from '../../ui/Page.tsx';
import { Filters } from './Filters.tsx';
import { tasksWanted } from './queries.ts';
import { tasksRoute } from './routes.ts';
import { TaskTags } from './TaskTags.tsx';
import styles from './tasks.module.css';
import { areas } from './words.ts';

/** The clinic's tasks, area by area: from the national catalogue, and its own. */
export function TasksPage() {
  const { t } = useTranslation();
  const { roles } = useSession();
  const search = tasksRoute.useSearch();
  const query = useQuery(tasksWanted({ ...search, q: useDeferredValue(search.q) }));
  return (
    <Page title={t('task.title')} lead={t('task.lead')}>
      {roles.includes('manager') && <Begin />}
      <Filters />
      <Answered query={query}>{(found) => <Found tasks={found} />}</Answered>
    </Page>
  );
}

function Begin() {
  const { t } = useTranslation();
  return (
    <div className={styles.begin}>
      <LinkButton to="/catalogue/tasks" icon={<PlusIcon aria-hidden />}>
        {t('task.fromCatalogue')}
      </LinkButton>
      <LinkButton to="/tasks/new" variant="secondary">
        {t('task.ownNew')}
      </LinkButton>
    </div>
  );
}

function Found({ tasks }: { tasks: readonly TaskView[] }) {
  const { t } = useTranslation();
  const isNarrowed = Object.values(tasksRoute.useSearch()).some(Boolean);
  if (tasks.length === 0)
    return (
      <div className={styles.section}>
        <EmptyState text={isNarrowed ? t('task.noMatch') : t('task.none')}>
          <Link to={isNarrowed ? '/tasks' : '/catalogue/tasks'}>
            {isNarrowed ? t('task.showAll') : t('task.fromCatalogue')}
          </Link>
        </EmptyState>
      </div>
    );
  return (
    <>
      <p role="status" className={styles.count}>
        {t('task.count', { count: tasks.length })}
      </p>
      {areas.map((area) => (
        <OfArea key={area} area={area} tasks={tasks.filter((task) => task.area === area)} />
      ))}
    </>
  );
}

/** As in the matrix. */
const byName = (a: TaskView, b: TaskView): number => a.name.localeCompare(b.name, 'nb');

function OfArea({ area, tasks }: { area: (typeof areas)[number]; tasks: readonly TaskView[] }) {
  const { t } = useTranslation();
  if (tasks.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby={area}>
      <Heading level="2" size="small" id={area}>
        {t(`area.${area}`)}
      </Heading>
      <ul className={styles.list}>
        {tasks.toSorted(byName).map((task) => (
          <li key={task.id}>
            <Link to="/tasks/$id" params={{ id: task.id }}>
              <span>{task.name}</span>
              <TaskTags task={task} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
